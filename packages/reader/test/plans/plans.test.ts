/** Plans whose every word we know, set in every way that we can set them, read back and held against what they say. */
import { expect, test } from 'vitest'
import { examples } from '../../../../examples/index.ts'
import { layoutOfDocx } from '../../src/docx/index.ts'
import type { Layout } from '../../src/layout.ts'
import { layoutOfPdf, loadPdfium } from '../../src/pdf/index.ts'
import { planOf } from '../../src/plan/index.ts'
import { layoutOfHtml } from '../../src/html/index.ts'
import { layoutOfXlsx } from '../../src/xlsx/index.ts'
import { madePlans, withoutFont } from './made/index.ts'
import type { MadePlan } from './plan.ts'
import { scoreOf } from './score.ts'
import { toDocx } from './to-docx.ts'
import { toHtml } from './to-html.ts'
import { toPdf } from './to-pdf.ts'
import { toXlsx } from './to-xlsx.ts'
import { truthOf } from './truth.ts'

const BAR = 0.95

type Ways = Record<string, (plan: MadePlan) => Promise<Layout>>

const word: Ways = { 'a Word file': async plan => layoutOfDocx(await toDocx(plan)) }
const pdf: Ways = {
  'a tagged PDF': async plan => layoutOfPdf(await loadPdfium(), toPdf(plan)),
  'an untagged PDF': async plan => layoutOfPdf(await loadPdfium(), toPdf(plan, { tagged: false })),
}
const noFont: Ways = {
  'a web page': async plan => layoutOfHtml(new TextEncoder().encode(toHtml(plan))),
  'a spreadsheet': async plan => layoutOfXlsx(await toXlsx(plan)),
}

readsBack([...madePlans, ...examples], { ...pdf, ...word })
readsBack(withoutFont, { ...word, ...noFont })

function readsBack(plans: readonly MadePlan[], ways: Ways) {
  for (const plan of plans)
    for (const [way, layoutOf] of Object.entries(ways))
      test(`${plan.name} as ${way} reads back as it was written`, async () => {
        const layout = await layoutOf(plan)
        const read = planOf(layout, { name: plan.name, sha256: '', mediaType: layout.mediaType, pages: null })
        const truth = truthOf(plan)
        const { items, parents, fields } = scoreOf(truth, read)
        expect(Math.min(items, parents, fields), JSON.stringify({ items, parents, fields })).toBeGreaterThanOrEqual(BAR)
        expect([read.title, read.period]).toEqual([truth.title, truth.period])
        expect(lostWords(plan, layout)).toEqual([])
      })
}

/** Words of the plan's running text that its pages do not hold as they are written. */
function lostWords(plan: MadePlan, layout: Layout): string[] {
  const read = new Set(layout.pages.flatMap(page => page.text.split(/\s+/u)))
  const written = plan.sections.flatMap(section => section.paragraphs).flatMap(text => text.split(/\s+/u))
  return written.filter(word => !read.has(word))
}
