/**
 * How long reports take to write: from a ledger of 300 commitments (reports-ledger.ts), and 200 pages straight through the writer; as Word
 * and as PDF, with the memory that it took.
 *
 *   npm run bench:reports
 */
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { toDocx, toPdf, words, type Block, type ReportDocument } from '@open1325/report-writer'
import { sentence, told } from './reports-told.ts'

const commitments = (count: number): Block => ({
  kind: 'table',
  caption: `${count} commitments: what each voice says`,
  header: ['Commitment', 'Government', 'Civil society', 'Gap'],
  rows: Array.from({ length: count }, (_, n) => [
    [words(`${n + 1}`, { href: `https://example.org/plans/plan/items/${n + 1}` }), words(` ${sentence}`)],
    [words('Done')],
    [words('Stalled')],
    [words('government says more')],
  ]),
})

const prose = (paragraphs: number): Block[] =>
  Array.from({ length: paragraphs }, (_, n): Block[] => [
    ...(n % 8 === 0 ? [{ kind: 'heading' as const, level: 1 as const, text: `Section ${n / 8 + 1}` }] : []),
    {
      kind: 'paragraph',
      text: [words(sentence.repeat(4)), { kind: 'footnote', text: [words(`National report, page ${n + 1}.`)] }],
    },
  ]).flat()

const long: ReportDocument = {
  language: 'en',
  title: '200 pages',
  cover: { subtitle: null, facts: [{ label: 'Submitted by', value: 'An organisation' }], note: null },
  contents: 'Contents',
  notes: 'Notes',
  blocks: [...prose(960), commitments(200)],
  claims: [],
}

async function timed(name: string, bar: number, write: () => Promise<Uint8Array>) {
  const from = performance.now()
  const file = await write()
  told(name, (performance.now() - from) / 1000, bar, Buffer.from(file), process.resourceUsage().maxRSS / 1000)
}

const cases: Record<string, () => Promise<void>> = {
  'long.docx': () => timed('200 pages, Word', 10, () => toDocx(long)),
  'long.pdf': () => timed('200 pages, PDF', 10, () => toPdf(long)),
}
const asked = cases[process.argv[2] ?? '']
const run = (...args: string[]) => spawnSync(process.execPath, args, { stdio: 'inherit' })
if (asked) await asked()
else {
  run('--import', 'tsx', join(import.meta.dirname, 'reports-ledger.ts'))
  // Each in a process of its own: the memory of one is not counted for the next.
  for (const name of Object.keys(cases)) run(import.meta.filename, name)
}
