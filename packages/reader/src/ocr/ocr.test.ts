/** Plans that we know, printed and scanned askew, read back. */
import { expect, test } from 'vitest'
import { examples } from '../../../../examples/index.ts'
import { pdf, textLines } from '../../test/pdf.ts'
import { madePlans } from '../../test/plans/made/index.ts'
import { scoreOf } from '../../test/plans/score.ts'
import { toPdf } from '../../test/plans/to-pdf.ts'
import { truthOf } from '../../test/plans/truth.ts'
import { scanned } from '../../test/scan.ts'
import { readPlan } from '../index.ts'
import { seenBox } from './frame.ts'
import { levelled, reduced, turnedPicture, type Picture } from './picture.ts'
import { skewOf } from './skew.ts'
import { strokesOf, withoutStrokes } from './strokes.ts'

const plan = (name: string) => [...madePlans, ...examples].find(made => made.name === name)!
const SLOW = 120_000

test(
  'a scanned matrix in English gives its rows, where they stand on the crooked page, and says that it was a scan',
  async () => {
    const made = plan('lumaria-2025-2029-en')
    const { document, pages } = await readPlan(await scanned(toPdf(made), { askew: 2, pages: [3] }), {
      name: 'scan.pdf',
    })
    expect(scoreOf(truthOf(made), document).items).toBeGreaterThan(0.95)
    expect(document.languages).toEqual(['en'])
    expect(document.warnings).toContainEqual({ code: 'ocr', message: expect.stringContaining('1 page'), page: null })
    expect(Math.max(...document.items.map(item => item.confidence!))).toBeLessThanOrEqual(0.97)
    const page = pages[0]!
    const [first, last] = [document.items[0]!.cites[0]!, document.items.at(-1)!.cites[0]!]
    expect(first.box![1]).toBeLessThan(last.box![1])
    for (const { cites } of document.items) {
      const [x0, y0, x1, y1] = cites[0]!.box!
      expect(x0 >= 0 && y0 >= 0 && x1 <= page.width && y1 <= page.height).toBe(true)
      expect(page.text).toContain(cites[0]!.quote.split(' ')[0])
    }
  },
  SLOW,
)

test(
  'a scanned matrix in Ukrainian is read in Ukrainian',
  async () => {
    const made = plan('uk-ruled')
    const { document } = await readPlan(await scanned(toPdf(made), { pages: [2] }), { name: 'scan.pdf' })
    expect(document.languages).toEqual(['uk'])
    expect(scoreOf(truthOf(made), document).items).toBeGreaterThan(0.8)
  },
  SLOW,
)

test(
  'a page of text stays as it is beside one that is a picture, and an empty sheet is no picture',
  async () => {
    const text = pdf([textLines('The Government will train forty mediators in each province.', 50, 100)])
    const { document, pages } = await readPlan(text, { name: 'text.pdf' })
    expect(document.warnings.map(({ code }) => code)).not.toContain('ocr')
    expect(pages[0]!.text).toContain('forty mediators')
    const blank = await scanned(pdf([[{ fill: [0, 0, 1, 1], gray: 0.95 }]]))
    const codes = (await readPlan(blank, { name: 'blank.pdf' })).document.warnings.map(({ code }) => code)
    expect(codes).not.toContain('ocr')
  },
  SLOW,
)

/** A white picture with dark rows of dashes. */
function rows(width: number, height: number): Picture {
  const data = new Uint8Array(width * height).fill(255)
  for (let y = 60; y < height - 60; y += 40)
    for (let dy = 0; dy < 12; dy++)
      for (let x = 80; x < width - 80; x++) if (x % 14 < 9) data[(y + dy) * width + x] = 20
  return { width, height, data }
}

test('a page askew is brought level', () => {
  for (const degrees of [-6, -1.5, 0, 2.5]) {
    const askew = levelled(rows(800, 600), (-degrees * Math.PI) / 180)
    expect((skewOf(askew).angle * 180) / Math.PI).toBeCloseTo(degrees, 0)
  }
})

test('rows are plainer upright than on their side', () => {
  const upright = rows(800, 600)
  expect(skewOf(upright).plainness).toBeGreaterThan(1.2 * skewOf(turnedPicture(upright, 1)).plainness)
})

test('a box on the level page is found again on the page as it was scanned', () => {
  const frame = { turn: 1, angle: 0, width: 600, height: 800, confidence: 1 }
  // Turned clockwise the page's left bottom corner comes to the left top.
  expect(seenBox([0, 0, 10, 20], frame)).toEqual([0, 790, 20, 800])
  expect(seenBox([290, 395, 310, 405], { ...frame, turn: 0, angle: Math.PI / 2 })).toEqual([295, 390, 305, 410])
})

test('long thin strokes are rulings and letters are not', () => {
  const picture = rows(800, 600)
  const line = (x0: number, y0: number, x1: number, y1: number) => {
    for (let y = y0; y < y1; y++) picture.data.fill(60, y * 800 + x0, y * 800 + x1)
  }
  line(60, 40, 740, 43)
  line(60, 560, 740, 562)
  line(60, 40, 62, 562)
  const strokes = strokesOf(picture)
  expect([strokes.across.length, strokes.down.length]).toEqual([2, 1])
  expect(strokes.across[0]).toMatchObject({ top: 40, bottom: 42, from: 60 })
  const clean = withoutStrokes(picture, strokes)
  expect([clean.data[41 * 800 + 400], clean.data[62 * 800 + 84]]).toEqual([255, 20])
})

test('a picture made smaller keeps its shades', () => {
  const { width, height, data } = reduced(
    { width: 4, height: 2, data: Uint8Array.from([0, 100, 8, 8, 100, 200, 8, 8]) },
    2,
  )
  expect([width, height, [...data]]).toEqual([2, 1, [100, 8]])
})
