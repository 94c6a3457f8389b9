import { expect, test } from 'vitest'
import { pdf, textLines, type Mark } from '../../test/pdf.ts'
import { layoutOfPdf } from '../pdf/layout.ts'
import { loadPdfium } from '../pdf/pdfium.ts'

const pdfium = await loadPdfium()

function cellsOf(marks: Mark[]): string[] {
  const tables = layoutOfPdf(pdfium, pdf([marks])).blocks.filter(block => block.type === 'table')
  expect(tables).toHaveLength(1)
  return tables[0]!.table.cells.map(
    c => `${c.row},${c.col}${c.colSpan > 1 ? `+${c.colSpan - 1}` : ''} ${c.lines.map(l => l.text).join(' ')}`,
  )
}

const X = [40, 150, 290, 420]
const row = (y: number, texts: string[], bold = false) =>
  texts.flatMap((text, i) => textLines(text, X[i]!, y, { bold }))
const band = (y: number, text: string): Mark => ({ text, x: X[0]!, y, bold: true })

const MATRIX = [
  ...row(100, ['Objective', 'Action', 'Indicator', 'Responsible'], true),
  band(122, 'Pillar 1: Participation of women in peace and security'),
  ...row(144, [
    '1. Women are heard\nwherever peace is\nspoken of and made',
    'Train women who\nmediate',
    'Number trained',
    'Ministry of Women',
  ]),
  ...row(178, ['', 'Change the rules of\nthe councils', 'Rules in force', 'Parliament']),
  band(212, 'Pillar 2: Protection of women in camps'),
  ...row(234, ['2. Women are safe', 'Build shelters in\nthe camps', 'Number of\nshelters', 'Ministry of Health']),
]
const READ = [
  '0,0 Objective',
  '0,1 Action',
  '0,2 Indicator',
  '0,3 Responsible',
  '1,0+3 Pillar 1: Participation of women in peace and security',
  '2,0 1. Women are heard wherever peace is spoken of and made',
  '2,1 Train women who mediate',
  '2,2 Number trained',
  '2,3 Ministry of Women',
  '3,1 Change the rules of the councils',
  '3,2 Rules in force',
  '3,3 Parliament',
  '4,0+3 Pillar 2: Protection of women in camps',
  '5,0 2. Women are safe',
  '5,1 Build shelters in the camps',
  '5,2 Number of shelters',
  '5,3 Ministry of Health',
]

test('without a ruling, rows are told by where several columns begin anew', () => {
  expect(cellsOf(MATRIX)).toEqual(READ)
})

test('rules across part the rows that they cross; a cell beside a shorter rule goes on', () => {
  const rules = [88, 106, 128, 200, 218, 270].map((y): Mark => ({ line: [36, y, 520, y] }))
  expect(cellsOf([...MATRIX, ...rules, { line: [146, 166, 520, 166] }])).toEqual(READ)
})

test('paragraphs within cells are no rows where rules part the rows', () => {
  const rules = [88, 106, 160, 214, 268].map((y): Mark => ({ line: [36, y, 520, y] }))
  const cells = cellsOf([
    ...rules,
    ...row(100, ['Objective', 'Action', 'Indicator', 'Responsible'], true),
    ...row(118, ['1. Women are heard', 'Train women who\nmediate', 'Number of women\ntrained', 'Ministry']),
    ...row(152, ['', 'And pay them', 'Sums paid', '']),
    ...row(172, ['2. Women are safe', 'Build shelters in\nthe camps', 'Number of\nshelters', 'Ministry']),
    ...row(226, ['3. Women own land', 'Give titles to\nwomen', 'Number of\ntitles', 'Registry']),
  ])
  expect(cells).toContain('1,1 Train women who mediate And pay them')
  expect(cells).toContain('3,3 Registry')
})

test('shaded rows part rows that stand as close as their lines', () => {
  const shade = (y0: number, y1: number): Mark => ({ fill: [36, y0, 520, y1], gray: 0.9 })
  const cells = cellsOf([
    shade(114, 138),
    shade(162, 186),
    ...row(100, ['Objective', 'Action', 'Indicator', 'Responsible'], true),
    ...row(124, ['1. Women are heard', 'Train women who\nmediate', 'Number trained', 'Ministry of\nWomen']),
    ...row(148, ['2. Women are safe', 'Build shelters in\nthe camps', 'Number of\nshelters', 'Ministry of\nHealth']),
    ...row(172, ['3. Women own land', 'Give titles to\nboth spouses', 'Number of\ntitles', 'Land Registry']),
  ])
  expect(cells.slice(4)).toEqual([
    '1,0 1. Women are heard',
    '1,1 Train women who mediate',
    '1,2 Number trained',
    '1,3 Ministry of Women',
    '2,0 2. Women are safe',
    '2,1 Build shelters in the camps',
    '2,2 Number of shelters',
    '2,3 Ministry of Health',
    '3,0 3. Women own land',
    '3,1 Give titles to both spouses',
    '3,2 Number of titles',
    '3,3 Land Registry',
  ])
})

test('years under one header are its columns, however short its words', () => {
  const x = [40, 150, 260, 370, 420, 470]
  const line = (y: number, texts: string[], bold = false) =>
    texts.flatMap((text, i) => textLines(text, x[i]!, y, { bold }))
  const cells = cellsOf([
    ...line(100, ['Action', 'Indicator', 'Responsible', 'Budget in euros'], true),
    ...line(120, ['', '', '', '2025', '2026', '2027'], true),
    ...line(142, [
      'Train women who\nmediate',
      'Number of women\ntrained',
      'Ministry of\nWomen',
      '10,000',
      '20,000',
      '5,000',
    ]),
    ...line(176, ['Build shelters in\nthe camps', 'Number of\nshelters', 'Ministry of\nHealth', '9,000', '–', '4,000']),
  ])
  expect(cells.slice(3, 7)).toEqual(['0,3+2 Budget in euros', '1,3 2025', '1,4 2026', '1,5 2027'])
})
