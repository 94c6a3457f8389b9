import { readPlan, toCsv, toXlsx, type PlanDocument } from '../packages/reader/src/index.ts'
import { readInput, understand, UsageError, writeOutput, type Command } from './command.ts'
import { planTable } from './plan-table.ts'
import { showProgress } from './progress.ts'

export const command: Command = {
  help: `open1325 read PLAN [--json | --csv | --xlsx] [--out FILE]

Reads a plan (PDF, Word, ...; - is standard input) and shows its items with their pages. Needs no server and no database.

  --json      the plan document (open1325-plan/1), with every box and quote
  --csv       one line for each item, for spreadsheets: a cell that begins with = + - or @ gets an apostrophe before it
  --xlsx      the same as an Excel workbook
  --out FILE  write there rather than to the terminal

Exit code: 0 read, 1 could not be read, 2 wrong call.
`,

  async run(args) {
    const options = { json: bool, csv: bool, xlsx: bool, out: { type: 'string' } } as const
    const { values, positionals } = understand(args, options, ['PLAN'])
    const formats = (['json', 'csv', 'xlsx'] as const).filter(format => values[format])
    if (formats.length > 1) throw new UsageError(`--${formats.join(' and --')} do not go together.`)
    const format = formats[0] ?? 'table'
    if (format === 'xlsx' && values.out === undefined && process.stdout.isTTY) {
      throw new UsageError('A workbook is nothing for a terminal: say --out FILE.')
    }

    const { bytes, name } = await readInput(positionals[0] ?? '')
    const { document } = await showProgress(onProgress => readPlan(bytes, { name, onProgress }))
    await writeOutput(await write[format](document), values.out)
    return 0
  },
}

const bool = { type: 'boolean' } as const

const write: Record<'json' | 'csv' | 'xlsx' | 'table', (document: PlanDocument) => string | Promise<Uint8Array>> = {
  json: document => `${JSON.stringify(document, null, 2)}\n`,
  csv: toCsv,
  xlsx: toXlsx,
  table: planTable,
}
