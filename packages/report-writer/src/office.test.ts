/** What an office program makes of the Word files, page by page. */
import { closeRenderer, readPlan, renderPage } from '@open1325/reader'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { toDocx } from './docx.ts'
import { arabicReport, englishReport } from './testing.ts'
import { asPdf, countColour, inkOf, OFFICE } from './testing-office.ts'

const [LINE, HEADER, HEADING] = [
  [0x6b, 0x3f, 0xa0],
  [0xed, 0xe9, 0xf0],
  [0x3b, 0x1a, 0x4a],
] as const

describe.skipIf(OFFICE === null)('set by LibreOffice (skipped where soffice is not installed)', () => {
  let pdfs: Record<'en' | 'ar', Uint8Array>
  beforeAll(async () => {
    pdfs = asPdf({ en: await toDocx(englishReport()), ar: await toDocx(arabicReport()) })
  }, 120_000)
  afterAll(closeRenderer)

  test.each([
    [
      'en',
      ['What became of the promises', 'Contents', 'Findings', 'Participation'],
      ['Legal framework', 'Money', '100 000', 'page 12'],
    ],
    [
      'ar',
      ['ماذا حلّ بالوعود', 'المحتويات', 'النتائج', 'المشاركة'],
      ['الإطار القانوني', 'المال', '100000', 'الصفحة 12'],
    ],
  ] as const)(
    'the report in %s has its pages, none of them empty, with headings, tables and chart',
    async (language, begins, third) => {
      const read = await readPlan(pdfs[language], { name: 'report.pdf' })
      const texts = read.pages.map(({ text }) => bare(text))
      expect(texts).toHaveLength(begins.length)
      const pictures = await Promise.all(texts.map((_, n) => renderPage(pdfs[language], n + 1, { width: 600 })))
      for (const [n, words] of begins.entries()) {
        expect(texts[n], `page ${n + 1}`).toContain(bare(words))
        expect(countColour(pictures[n]!, HEADING), `heading of page ${n + 1}`).toBeGreaterThan(20)
      }
      for (const words of third) expect(texts[2]).toContain(bare(words))
      // The tables' header rows, and the chart's line.
      expect(countColour(pictures[2]!, HEADER)).toBeGreaterThan(1000)
      expect(countColour(pictures[3]!, HEADER)).toBeGreaterThan(1000)
      expect(countColour(pictures[3]!, LINE)).toBeGreaterThan(100)
    },
  )

  test('Arabic stands on the right, English on the left', async () => {
    // The cover: nothing on it is as wide as the page.
    const [english, arabic] = await Promise.all([pdfs.en, pdfs.ar].map(pdf => renderPage(pdf, 1, { width: 600 })))
    expect(inkOf(english!)!.from).toBeCloseTo(0.12, 1)
    expect(inkOf(arabic!)!.to).toBeCloseTo(0.88, 1)
    expect(inkOf(arabic!)!.from).toBeGreaterThan(0.3)
  })
})

const bare = (text: string): string => text.normalize('NFKC').replace(/\p{M}|\s/gu, '')
