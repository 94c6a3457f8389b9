/** Charts in Arabic: numbers keep their signs beside them, whatever draws the picture. */
import { expect, test } from 'vitest'
import { lineChart, toPdf, words, type ReportDocument } from './index.ts'
import { linesSeen } from './testing-glyphs.ts'

const AT = new Date('2026-01-01')
type Write = (value: number) => string
const reportWith = (write: Write, target: number, name: string): ReportDocument => ({
  language: 'ar',
  title: 'تقرير',
  cover: null,
  contents: null,
  notes: 'الحواشي',
  blocks: [
    {
      kind: 'figure',
      svg: lineChart({
        lines: [
          {
            name,
            points: [
              { at: 2019, value: target },
              { at: 2020, value: 0 },
            ],
          },
        ],
        target: { value: target, name: `القيمة المستهدفة ${write(target)}` },
        write,
      })!,
      alt: 'خط',
      caption: 'رسم',
      table: { header: ['السنة'], rows: [[words('2019')]].map(row => [row]) },
    },
  ],
  claims: [],
})
const percent = (language: string): Write => {
  const numbers = new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 1 })
  return share => numbers.format(share)
}

test.each([
  ['ar', 0.4, '40%'],
  ['ar', -0.05, '-5%'],
  ['ar', 0.125, '12.5%'],
  ['ar', 12.5, '1,250%'],
  // Figures of Arabic script have their sign on the left.
  ['ar-EG', 0.4, '٪٤٠'],
] as const)(
  'in %s a target of %d is seen as one number, %s, on the left of its words',
  async (language, target, seen) => {
    const lines = await linesSeen(await toPdf(reportWith(percent(language), target, 'الحكومة'), AT))
    const named = lines.filter(line => line.includes('ةميقلا'))
    expect(named.map(line => line.slice(0, seen.length + 4))).toEqual([`${seen}ةفده`])
  },
)

test('a line whose name has letters that become one sign (لا) and a number does not keep the PDF from being written', async () => {
  const lines = await linesSeen(await toPdf(reportWith(percent('ar'), 0.4, 'الأنبار، 12%'), AT))
  expect(lines).toContainEqual(expect.stringMatching(/%12،رابنألا/u))
})
