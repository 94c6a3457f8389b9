import { readTables, type PlainTables } from '../packages/reader/src/index.ts'
import { readInput, understand, writeOutput, type Command } from './command.ts'
import { showProgress } from './progress.ts'

export const command: Command = {
  help: `open1325 tables FILE [--json] [--out FILE]

Finds the tables of a file (- is standard input) as they are printed, before any meaning is given to them.

  --json      tables, their parts (one for each page), and cells with row, column, spans and text
  --out FILE  write there rather than to the terminal
`,

  async run(args) {
    const options = { json: { type: 'boolean' }, out: { type: 'string' } } as const
    const { values, positionals } = understand(args, options, ['FILE'])
    const { bytes, name } = await readInput(positionals[0] ?? '')
    const tables = await showProgress(onProgress => readTables(bytes, { name, onProgress }))
    await writeOutput(values.json ? `${JSON.stringify(tables, null, 2)}\n` : outline(tables), values.out)
    return 0
  },
}

/** Each table's cells, row by row, the columns apart by a bar. */
function outline({ tables }: PlainTables): string {
  const lines = tables.flatMap(({ parts }, index) => [
    `Table ${index + 1}`,
    ...parts.flatMap(({ page, cells }) => [
      ...(page === null ? [] : [`  page ${page}`]),
      ...[...Map.groupBy(cells, cell => cell.row).values()].map(
        row => `    ${row.map(cell => cell.text.replace(/\s+/g, ' ')).join(' | ')}`,
      ),
    ]),
    '',
  ])
  return `${[...lines, tables.length === 1 ? '1 table' : `${tables.length} tables`].join('\n')}\n`
}
