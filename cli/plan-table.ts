/** A plan for people at a terminal: one line for each item, and a last line that sums up. */
import { FIELD_NAMES, ITEM_KINDS, type FieldName, type Item, type PlanDocument } from '../packages/reader/src/index.ts'

/** What an item states, at a glance: its letter where it does, a dot where the plan is silent. */
const LETTERS: Record<FieldName, string> = {
  responsible: 'r',
  partners: 'p',
  timeframe: 't',
  budget: 'm',
  baseline: 'b',
  target: 'g',
  verification: 'v',
}
const LEGEND = 'States: r who is responsible, p partners, t time, m money, b baseline, g target, v how it is verified.'

export function planTable(document: PlanDocument): string {
  const { title, issuer, items, warnings } = document
  const heading = [title, issuer?.name].filter(part => part != null)
  const depths = depthsOf(items)
  const rows = items.map(item => [
    item.cites[0]?.page?.toString() ?? '',
    item.kind,
    item.number ?? '',
    FIELD_NAMES.map(name => (item.fields[name] ? LETTERS[name] : '·')).join(''),
    '  '.repeat(depths.get(item.id) ?? 0) + item.text.replace(/\s+/g, ' '),
  ])
  const lines = [
    ...heading,
    ...(rows.length > 0 ? ['', ...table([['page', 'kind', 'number', 'states', 'words'], ...rows]), '', LEGEND] : []),
    ...warnings.map(({ page, message }) => `${page === null ? 'Note' : `Note, page ${page}`}: ${message}`),
    '',
    summary(document),
  ]
  return `${lines.join('\n').trimStart()}\n`
}

/** '31 pages, French, 3 pillars, 11 objectives, 27 outcomes, 40 indicators, 37 actions' */
export function summary({ source, languages, items }: PlanDocument): string {
  const names = new Intl.DisplayNames('en', { type: 'language' })
  const counts = ITEM_KINDS.map(kind => [kind, items.filter(item => item.kind === kind).length] as const)
  return [
    ...(source.pages === null ? [] : [counted(source.pages, 'page')]),
    ...languages.map(language => names.of(language) ?? language),
    ...counts.filter(([, count]) => count > 0).map(([kind, count]) => counted(count, kind)),
    ...(items.length === 0 ? ['no items found'] : []),
  ].join(', ')
}

function counted(count: number, word: string): string {
  return `${count} ${word}${count === 1 ? '' : 's'}`
}

function depthsOf(items: Item[]): Map<string, number> {
  const depths = new Map<string, number>()
  for (const { id, parent } of items) depths.set(id, parent === null ? 0 : (depths.get(parent) ?? 0) + 1)
  return depths
}

/** Columns side by side, the first to the right, the last as long as it is. */
function table(rows: string[][]): string[] {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map(row => row[column]?.length ?? 0)))
  return rows.map(row => {
    const cells = row.map((text, column) => {
      if (column === row.length - 1) return text
      return column === 0 ? text.padStart(widths[0] ?? 0) : text.padEnd(widths[column] ?? 0)
    })
    return cells.join('  ').trimEnd()
  })
}
