/** Loops of older forms, which ask the same for each choice of a list. Pure. */
import { MOST_ROWS, type Row } from './sheets.ts'

const BEGINS_LOOP = /^begin[_ ]loop over (\S+)$/i

/**
 * A loop asks the same for each choice of a list: its rows once for each, as a group, with the choice's words where %(label)s stands.
 * One that would be too much stays as it is, for the reader to name.
 * @param choices of a list, by its name
 */
export function withoutLoops(rows: readonly Row[], choices: (list: string) => Row[]): Row[] {
  const from = rows.findIndex(({ cells }) => BEGINS_LOOP.test(cells.get('type') ?? ''))
  if (from < 0) return [...rows]
  const to = rows.findIndex(({ cells }, n) => n > from && /^end[_ ]loop/i.test(cells.get('type') ?? ''))
  const list = choices(rows[from]!.cells.get('type')!.match(BEGINS_LOOP)![1]!)
  const inner = rows.slice(from + 1, to)
  const isTooMuch = rows.length + list.length * (inner.length + 2) > MOST_ROWS
  if (to < 0 || !list.length || isTooMuch) return [...rows]
  const { line, cells } = rows[from]!
  const names = inner.flatMap(row => row.cells.get('name') ?? [])
  const groups = list.flatMap(choice => {
    const own = choice.cells.get('name') ?? choice.cells.get('value') ?? ''
    const label = [...choice.cells].filter(([column]) => column.split('::')[0] === 'label')
    const filled = (row: Row): Row => ({
      line: row.line,
      cells: new Map(
        [...row.cells].map(([column, text]) => {
          const language = column.split('::')[1]
          const words = label.find(([name]) => name.split('::')[1] === language)?.[1] ?? label[0]?.[1] ?? own
          const said = text
            .replaceAll('%(label)s', words)
            .replaceAll('%(name)s', own)
            .replace(/\$\{\s*([\w.-]+)\s*\}/g, (whole, name: string) =>
              names.includes(name) ? `\${${own}_${name}}` : whole,
            )
          return [column, column === 'name' ? `${own}_${said}` : said]
        }),
      ),
    })
    const begin = new Map([
      ...cells,
      ...label,
      ['type', 'begin group'],
      ['name', `${cells.get('name') ?? 'loop'}_${own}`],
    ])
    return [
      { line, cells: begin },
      ...inner.map(filled),
      { line: rows[to]!.line, cells: new Map([['type', 'end group']]) },
    ]
  })
  return withoutLoops([...rows.slice(0, from), ...groups, ...rows.slice(to + 1)], choices)
}
