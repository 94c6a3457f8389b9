/**
 * How well and how fast scans are read: made-up plans in several languages, set, drawn at 200 dots an inch, turned askew, blurred, made noisy,
 * packed as JPEG, and read back. Usage: node bench/reader-ocr.ts [NAME ...]; without names all of them.
 */
import { availableParallelism } from 'node:os'
import { examples } from '../examples/index.ts'
import { readPlan } from '../packages/reader/src/index.ts'
import { madePlans } from '../packages/reader/test/plans/made/index.ts'
import { scoreOf } from '../packages/reader/test/plans/score.ts'
import { toPdf } from '../packages/reader/test/plans/to-pdf.ts'
import { truthOf } from '../packages/reader/test/plans/truth.ts'
import { scanned } from '../packages/reader/test/scan.ts'

const BAR = 8
const names = process.argv.slice(2)
const plans = [...examples, ...madePlans].filter(({ name }) => names.length === 0 || names.includes(name))

console.log(`${availableParallelism()} cores; the language is found and its model loaded anew for each plan`)
console.log('| plan | pages | s a page | processor s a page | mean confidence | items | parents | fields |')
console.log('|---|---|---|---|---|---|---|---|')
let [seconds, work, sheets] = [0, 0, 0]
for (const plan of plans) {
  const scan = await scanned(toPdf(plan), { askew: 1.7 })
  const before = performance.now()
  const worked = process.cpuUsage()
  const { document, pages } = await readPlan(scan, { name: `${plan.name}.pdf` })
  const took = (performance.now() - before) / 1000
  const { user, system } = process.cpuUsage(worked)
  const own = (user + system) / 1e6
  seconds += took
  work += own
  sheets += pages.length
  const sure = document.warnings.find(({ code }) => code === 'ocr')?.message.match(/(\d+) %/)?.[1] ?? '-'
  // Letters that were misread are held against the reading: a text counts where it is the same but for signs and case.
  const { items, parents, fields } = scoreOf(truthOf(plan), document)
  const figures = [items, parents, fields].map(share => share.toFixed(2)).join(' | ')
  const [passed, busy] = [took, own].map(time => (time / pages.length).toFixed(1))
  console.log(`| ${plan.name} | ${pages.length} | ${passed} | ${busy} | ${sure} % | ${figures} |`)
}
// On a busy machine only processor time tells: one page takes one core.
const mean = work / sheets
console.log(
  `${sheets} pages: ${(seconds / sheets).toFixed(1)} s a page as they passed, ${mean.toFixed(1)} s of processor time a page (bar ${BAR}): ${mean <= BAR ? 'kept' : 'NOT KEPT'}`,
)
