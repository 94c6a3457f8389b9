/** How long reports take to write: a ledger of 300 commitments, and 200 pages; as Word and as PDF, with the memory that it took. */
import { spawnSync } from 'node:child_process'
import { toDocx, toPdf, words, type Block, type ReportDocument } from '@open1325/report-writer'

const sentence =
  'The ministry that answers for this action reports that it was carried out, while organisations that visited the offices found them closed and without a budget. '

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

const report = (title: string, blocks: Block[]): ReportDocument => ({
  language: 'en',
  title,
  cover: { subtitle: null, facts: [{ label: 'Submitted by', value: 'An organisation' }], note: null },
  contents: 'Contents',
  notes: 'Notes',
  blocks,
  claims: [],
})

async function timed(name: string, bar: number, write: () => Promise<Uint8Array>) {
  const from = performance.now()
  const file = await write()
  const seconds = (performance.now() - from) / 1000
  const memory = process.resourceUsage().maxRSS / 1000
  const pages = Buffer.from(file)
    .toString('latin1')
    .match(/\/Type ?\/Page\b/gu)?.length
  console.log(
    `${name}: ${seconds.toFixed(2)} s (bar ${bar} s), ${Math.round(file.length / 1000)} kB${pages ? `, ${pages} pages` : ''}, ${Math.round(memory)} MB at most (bar 500 MB)`,
  )
}

const ledger = report('300 commitments', [
  { kind: 'heading', level: 1, text: 'Commitments' },
  commitments(300),
  ...prose(10),
])
const long = report('200 pages', [...prose(960), commitments(200)])
const cases: Record<string, () => Promise<void>> = {
  'ledger.docx': () => timed('300 commitments, Word', 2, () => toDocx(ledger)),
  'ledger.pdf': () => timed('300 commitments, PDF', 2, () => toPdf(ledger)),
  'long.docx': () => timed('200 pages, Word', 10, () => toDocx(long)),
  'long.pdf': () => timed('200 pages, PDF', 10, () => toPdf(long)),
}
// Each in a process of its own: the memory of one is not counted for the next.
const asked = cases[process.argv[2] ?? '']
if (asked) await asked()
else
  for (const name of Object.keys(cases)) spawnSync(process.execPath, [import.meta.filename, name], { stdio: 'inherit' })
