/**
 * Whether the reader's confidence can be believed: items of plans whose every word is known, held against what was written, by confidence.
 * Usage: node bench/calibration.ts [FOLDER ...]: each PDF, DOCX or ODT of a folder is read that has NAME.truth.json (a plan document) beside
 * it, or is named as one of the illustrative plans is. `--fit` finds the weights of the signs anew, `--wrong` lists what was read wrong.
 * Writes bench/calibration.svg.
 */
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { examples } from '../examples/index.ts'
import { layoutOfDocx } from '../packages/reader/src/docx/index.ts'
import type { Layout } from '../packages/reader/src/layout.ts'
import { DOCX, mediaTypeOf, ODT, PDF } from '../packages/reader/src/media-type.ts'
import { layoutOfOdt } from '../packages/reader/src/odt/index.ts'
import { layoutOfPdf, loadPdfium } from '../packages/reader/src/pdf/index.ts'
import type { Item, PlanDocument } from '../packages/reader/src/plan-document.ts'
import { SIGNS, type Signs } from '../packages/reader/src/plan/confidence.ts'
import { planOf } from '../packages/reader/src/plan/index.ts'
import { madePlans } from '../packages/reader/test/plans/made/index.ts'
import { toDocx } from '../packages/reader/test/plans/to-docx.ts'
import { toPdf } from '../packages/reader/test/plans/to-pdf.ts'
import { truthOf } from '../packages/reader/test/plans/truth.ts'
import { crossed, fitted } from './calibration-fit.ts'
import { calibrationPlot } from './calibration-plot.ts'

type Truth = Pick<PlanDocument, 'items'>
interface Sample {
  /** Documents of one plan, however it was set, are one when weights are tried on documents that they were not found with. */
  plan: string
  file: string
  truth: Truth
  bytes: Uint8Array
}
interface Judged {
  sample: Sample
  item: Item
  signs: Signs
  right: boolean
  /** Its fields: how many are as written. */
  fields: { right: number; all: number }
}

/** Texts so much alike are the same, as the evaluation set's own measure has it. */
const ALIKE = 0.85
const root = join(import.meta.dirname, '..')
const evaluation = join(root, '../shared/eval/dev')

const folders = process.argv.slice(2).filter(word => !word.startsWith('--'))
const samples = [...(await illustrative()), ...[evaluation, ...folders].flatMap(samplesIn)]
const judged: Judged[] = []
for (const sample of samples) judged.push(...(await judgedOf(sample)))

const EDGES = [0, 0.5, 0.6, 0.7, 0.8, 0.85, 0.9, 0.95, 1.001]
const bins = EDGES.slice(1).map((to, i) => {
  const within = judged.filter(({ item }) => item.confidence! >= EDGES[i]! && item.confidence! < to)
  const right = within.filter(one => one.right).length
  return {
    from: EDGES[i]!,
    to: Math.min(1, to),
    items: within.length,
    right,
    said: within.reduce((sum, { item }) => sum + item.confidence!, 0) / within.length,
    fields: sumOf(within),
  }
})

const percent = (part: number, all: number): string => (all > 0 ? `${((100 * part) / all).toFixed(1)} %` : '–')
console.log(`${samples.length} documents, ${judged.length} items`)
console.log('confidence    items   right      fields as written')
for (const { from, to, items, right, fields } of bins)
  console.log(
    `${from.toFixed(2)} – ${to.toFixed(2)}  ${String(items).padStart(6)}  ${percent(right, items).padStart(7)}  ${percent(fields.right, fields.all).padStart(7)}`,
  )
const sure = judged.filter(({ item }) => item.confidence! >= 0.9)
const wrong = judged.filter(one => !one.right)
const sureRight = sure.filter(one => one.right).length
console.log(`confidence 0.9 and more: ${percent(sureRight, sure.length)} right (bar 95 %)`)
console.log(
  `of ${wrong.length} wrong items ${percent(wrong.filter(({ item }) => item.confidence! < 0.7).length, wrong.length)} are below 0.7; of the right ones ${percent(judged.filter(({ item, right }) => right && item.confidence! < 0.7).length, judged.length - wrong.length)}`,
)
if (process.argv.includes('--wrong'))
  for (const { sample, item, signs } of wrong)
    console.log(
      item.confidence,
      sample.file,
      item.kind,
      item.number,
      item.text.slice(0, 90),
      SIGNS.filter(sign => signs[sign] > 0.05).join(' '),
    )
if (process.argv.includes('--fit')) {
  console.log('sign            items  of them wrong  weight')
  const cases = judged.map(({ sample, signs, right }) => ({ plan: sample.plan, signs, right }))
  const weights = fitted(cases)
  for (const sign of SIGNS) {
    const seen = judged.filter(one => one.signs[sign] > 0.05)
    const wrongOnes = seen.filter(one => !one.right).length
    console.log(
      `${sign.padEnd(14)} ${String(seen.length).padStart(6)}  ${String(wrongOnes).padStart(13)}  ${weights[sign].toFixed(2)}`,
    )
  }
  console.log(`base ${weights.base.toFixed(2)}`)
  const tried = crossed(cases)
  const high = tried.filter(one => one.confidence >= 0.9)
  const low = tried.filter(one => !one.right && one.confidence < 0.7)
  console.log(
    `weights found without the plan: 0.9 and more ${percent(high.filter(one => one.right).length, high.length)} right (${high.length}); of the wrong ${percent(low.length, wrong.length)} below 0.7`,
  )
}
writeFileSync(join(import.meta.dirname, 'calibration.svg'), calibrationPlot(bins))

async function illustrative(): Promise<Sample[]> {
  const all: Sample[] = []
  for (const plan of [...madePlans, ...examples]) {
    const truth = truthOf(plan)
    const add = (file: string, bytes: Uint8Array) =>
      all.push({ plan: plan.name, file: `${plan.name}${file}`, truth, bytes })
    add('.pdf', toPdf(plan))
    add('.untagged.pdf', toPdf(plan, { tagged: false }))
    if (!plan.prose) add('.docx', await toDocx(plan))
  }
  return all
}

function samplesIn(folder: string): Sample[] {
  if (!existsSync(folder)) return []
  const truths = new Map([...madePlans, ...examples].map(plan => [plan.name, truthOf(plan) as Truth]))
  return readdirSync(folder)
    .filter(file => /\.(pdf|docx|odt)$/.test(file))
    .flatMap(file => {
      const name = file.replace(/(\.untagged)?\.\w+$/, '')
      const beside = join(folder, `${name}.truth.json`)
      const truth = existsSync(beside) ? (JSON.parse(readFileSync(beside, 'utf8')) as Truth) : truths.get(name)
      return truth
        ? [
            {
              plan: name.split('.')[0]!,
              file: join(basename(folder), file),
              truth,
              bytes: new Uint8Array(readFileSync(join(folder, file))),
            },
          ]
        : []
    })
}

async function layoutOf(bytes: Uint8Array): Promise<Layout> {
  switch (mediaTypeOf(bytes)) {
    case PDF:
      return layoutOfPdf(await loadPdfium(), bytes)
    case DOCX:
      return layoutOfDocx(bytes)
    case ODT:
      return layoutOfOdt(bytes)
    default:
      throw new TypeError('no document of a kind that is held here')
  }
}

async function judgedOf(sample: Sample): Promise<Judged[]> {
  const layout = await layoutOf(sample.bytes)
  const signs = new Map<Item, Signs>()
  const read = planOf(
    layout,
    { name: sample.file, sha256: '', mediaType: layout.mediaType, pages: null },
    (item, own) => signs.set(item, own),
  )
  const scope = (sample.truth as { scope?: { pages?: number[] } }).scope?.pages
  const items = scope ? read.items.filter(item => item.cites.some(cite => scope.includes(cite.page!))) : read.items
  const left = new Set(sample.truth.items)
  const pairs = items
    .flatMap(item => sample.truth.items.map(truth => ({ item, truth, like: likenessOf(item, truth) })))
    .filter(({ like }) => like >= ALIKE)
    .toSorted((a, b) => b.like - a.like)
  const found = new Map<Item, Item>()
  for (const { item, truth } of pairs) if (!found.has(item) && left.delete(truth)) found.set(item, truth)
  return items.map(item => {
    const truth = found.get(item)
    const fields = Object.entries(item.fields)
    const asWritten = fields.filter(([name, { text }]) => {
      const written = truth?.fields[name as keyof Item['fields']]
      return written && bare(written.text) === bare(text)
    })
    return {
      sample,
      item,
      signs: signs.get(item)!,
      right: truth !== undefined,
      fields: { right: asWritten.length, all: fields.length },
    }
  })
}

function sumOf(all: readonly Judged[]): { right: number; all: number } {
  return all.reduce((sum, { fields }) => ({ right: sum.right + fields.right, all: sum.all + fields.all }), {
    right: 0,
    all: 0,
  })
}

function bare(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/[^\p{L}\p{N}]/gu, '')
    .toLowerCase()
}

/** 0..1: of one kind, and how many of the letters agree (other wordings that a truth allows included). */
function likenessOf(item: Item, truth: Item & { alt?: string[] }): number {
  if (item.kind !== truth.kind) return 0
  const text = bare(item.text)
  return Math.max(...[truth.text, ...(truth.alt ?? [])].map(other => likeness(text, bare(other))))
}

function likeness(a: string, b: string): number {
  const longest = Math.max(a.length, b.length)
  if (longest === 0 || a === b) return 1
  if (Math.min(a.length, b.length) < ALIKE * longest) return 0
  let before = Array.from({ length: b.length + 1 }, (_, i) => i)
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    for (let j = 1; j <= b.length; j++)
      row.push(Math.min(before[j]! + 1, row[j - 1]! + 1, before[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1)))
    before = row
  }
  return 1 - before.at(-1)! / longest
}
