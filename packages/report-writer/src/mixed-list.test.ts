/** Points of both directions in one list: what ends a sentence stands at its end, as it is seen. */
import { beforeAll, describe, expect, test } from 'vitest'
import { toDocx, toPdf, type ReportDocument } from './index.ts'
import { parseMarkup } from './markup.ts'
import { linesSeen } from './testing-glyphs.ts'
import { asPdf, OFFICE } from './testing-office.ts'

const AT = new Date('2026-01-01')
const report = (language: string, typed: string): ReportDocument => ({
  language,
  title: 'T',
  cover: null,
  contents: null,
  notes: 'N',
  blocks: parseMarkup(typed),
  claims: [],
})
const ARABIC = report('ar', '- أول.\n- English, one.\n- ثالث.')
const ENGLISH = report('en', '- First.\n- هذا ثان!\n- Third.')
const NESTED = report('en', '2. Publish\n   - every year\n   - by district\n3. Ask women’s groups')

const hold = (arabic: string[], english: string[]) => {
  expect(arabic).toContainEqual(expect.stringMatching(/^English,one\.[•\uf0b7]?$/u))
  expect(english).toContainEqual(expect.stringMatching(/^[•\uf0b7]?!ناثاذه$/u))
}

test('in the PDF', async () => {
  hold(await linesSeen(await toPdf(ARABIC, AT)), await linesSeen(await toPdf(ENGLISH, AT)))
  expect((await linesSeen(await toPdf(NESTED, AT))).slice(1, 5)).toEqual([
    '2.Publish',
    '•everyyear',
    '•bydistrict',
    '3.Askwomen’sgroups',
  ])
})

describe.skipIf(OFFICE === null)('set by LibreOffice (skipped where soffice is not installed)', () => {
  let pdfs: Record<'ar' | 'en' | 'nested', Uint8Array>
  beforeAll(async () => {
    pdfs = asPdf({ ar: await toDocx(ARABIC), en: await toDocx(ENGLISH), nested: await toDocx(NESTED) })
  }, 120_000)

  test('in the Word file', async () => {
    hold(await linesSeen(pdfs.ar), await linesSeen(pdfs.en))
    expect((await linesSeen(pdfs.nested)).slice(1, 5)).toEqual([
      '2.Publish',
      '–everyyear',
      '–bydistrict',
      '3.Askwomen’sgroups',
    ])
  })
})
