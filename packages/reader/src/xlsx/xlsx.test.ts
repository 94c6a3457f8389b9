import { strToU8, zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { madePlans } from '../../test/plans/made/index.ts'
import { scoreOf } from '../../test/plans/score.ts'
import { toXlsx } from '../../test/plans/to-xlsx.ts'
import { truthOf } from '../../test/plans/truth.ts'
import type { Block } from '../layout.ts'
import { mediaTypeOf, XLSX } from '../media-type.ts'
import { planOf } from '../plan/index.ts'
import { shown } from './formats.ts'
import { layoutOfXlsx } from './index.ts'

interface SheetOf {
  name?: string
  state?: string
  xml: string
}

function xlsx(sheets: SheetOf[], parts: Record<string, string> = {}): Uint8Array {
  const files: Record<string, string> = {
    'xl/workbook.xml': `<workbook xmlns:r="r"><sheets>${sheets.map((s, i) => `<sheet name="${s.name ?? 'Sheet1'}" sheetId="${i + 1}" state="${s.state ?? 'visible'}" r:id="rId${i + 1}"/>`).join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships>${sheets.map((_, i) => `<Relationship Id="rId${i + 1}" Target="worksheets/sheet${i + 1}.xml"/>`).join('')}</Relationships>`,
    ...Object.fromEntries(sheets.map((s, i) => [`xl/worksheets/sheet${i + 1}.xml`, `<worksheet>${s.xml}</worksheet>`])),
    ...parts,
  }
  return zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])))
}
const cell = (r: string, text: string) => `<c r="${r}" t="inlineStr"><is><t>${text}</t></is></c>`
const row = (r: number, cells: string, props = '') => `<row r="${r}" ${props}>${cells}</row>`
const data = (...rows: string[]) => `<sheetData>${rows.join('')}</sheetData>`
const read = (xml: string, parts?: Record<string, string>) => layoutOfXlsx(xlsx([{ xml }], parts)).blocks
const shape = (blocks: Block[]) =>
  blocks.map(b =>
    b.type === 'paragraph'
      ? b.lines.map(l => l.text).join('/')
      : b.table.cells.map(c => [c.row, c.col, c.rowSpan, c.colSpan, c.lines.map(l => l.text).join('/'), c.at]),
  )

for (const parted of [true, false])
  for (const plan of madePlans.filter(p => !p.prose))
    test(`${plan.name} as a workbook ${parted ? 'with' : 'without'} empty rows reads back as it was written`, async () => {
      const bytes = await toXlsx(plan, { parted })
      expect(mediaTypeOf(bytes)).toBe(XLSX)
      const layout = layoutOfXlsx(bytes)
      const document = planOf(layout, { name: plan.name, sha256: '', mediaType: XLSX, pages: null })
      const truth = truthOf(plan)
      const score = scoreOf(truth, document)
      expect(Math.min(...Object.values(score)), JSON.stringify(score)).toBeGreaterThanOrEqual(0.95)
      expect([document.title, document.period]).toEqual([truth.title, truth.period])
      const places = document.items.flatMap(item => item.cites.map(cite => cite.at ?? ''))
      expect(places.some(at => /^Plan![A-Z]+\d+$/.test(at))).toBe(true)
    })

test('merged cells span; what is hidden is left out, and a place is still the one that Excel shows', () => {
  const blocks = read(
    '<cols><col min="2" max="2" hidden="1"/></cols>' +
      data(
        row(1, cell('A1', 'a') + cell('B1', 'secret') + cell('C1', 'b')),
        row(2, cell('A2', 'secret') + cell('C2', 'secret'), 'hidden="1"'),
        row(3, cell('C3', 'c')),
      ) +
      '<mergeCells><mergeCell ref="A1:A3"/></mergeCells>',
  )
  expect(shape(blocks)).toEqual([
    [
      [0, 0, 2, 1, 'a', 'Sheet1!A1'],
      [0, 1, 1, 1, 'b', 'Sheet1!C1'],
      [1, 1, 1, 1, 'c', 'Sheet1!C3'],
    ],
  ])
})

test('lone cells above a table are paragraphs, an empty row parts tables', () => {
  const pair = (r: number, a: string, b: string) => row(r, cell(`A${r}`, a) + cell(`B${r}`, b))
  const blocks = read(data(row(1, cell('A1', 'Title')), pair(2, 'a', 'b'), pair(3, 'c', 'd'), pair(6, 'e', 'f')))
  expect(shape(blocks).map(b => (typeof b === 'string' ? b : b.map(c => c[4])))).toEqual([
    'Title',
    ['a', 'b', 'c', 'd'],
    ['e', 'f'],
  ])
})

test('hidden sheets are left out; of several sheets each has its name above it and in its places', () => {
  const two = (text: string) => data(row(1, cell('A1', text) + cell('B1', 'x')))
  const { blocks } = layoutOfXlsx(
    xlsx([
      { name: 'Pillar 1', xml: two('one') },
      { name: 'Drafts', state: 'hidden', xml: two('two') },
      { name: 'Sheet3', xml: two('three') },
    ]),
  )
  expect(shape(blocks).map(b => (typeof b === 'string' ? b : b[0]![5]))).toEqual([
    'Pillar 1',
    "'Pillar 1'!A1",
    'Sheet3!A1',
  ])
})

test('words come from shared strings with all their runs, without reading aids; formulas by their saved value, errors not at all', () => {
  const strings =
    '<sst><si><r><t>Train </t></r><r><rPr><b/></rPr><t>women_x000D_&#10;judges</t></r><rPh><t>aid</t></rPh></si></sst>'
  const blocks = read(
    data(
      row(
        1,
        '<c r="A1" t="s"><v>0</v></c><c r="B1"><f>1+1</f><v>2</v></c><c r="C1" t="e"><v>#REF!</v></c><c r="D1" t="str"><f>x</f><v>y</v></c>',
      ),
    ),
    { 'xl/sharedStrings.xml': strings },
  )
  expect(shape(blocks)).toEqual([
    [
      [0, 0, 1, 1, 'Train women/judges', 'Sheet1!A1'],
      [0, 1, 1, 1, '2', 'Sheet1!B1'],
      [0, 3, 1, 1, 'y', 'Sheet1!D1'],
    ],
  ])
})

test.each([
  [46_089, 'yyyy-mm-dd', '2026-03-08'],
  [46_089, '[$-409]mmm\\ yyyy', '2026-03'],
  [46_089, 'yyyy', '2026'],
  [0.25, '0%', '25%'],
  [0.125, '0.0%', '12.5%'],
  [1_200_000, '#,##0 [$EUR]', '1200000 EUR'],
  [1_200_000, '[$€-2] #,##0.00', '€ 1200000.00'],
  [1_200_000, '_("$"* #,##0_);_("$"* (#,##0);_("$"* "-"_);_(@_)', '$ 1200000'],
  [0, '_("$"* #,##0_);_("$"* (#,##0);_("$"* "-"_);_(@_)', '$ -'],
  [12, '0" women"', '12 women'],
  [0.1 + 0.2, 'General', '0.3'],
  [2025, 'General', '2025'],
  [-5, '0;[Red]-0', '-5'],
  [3_400_000, '0.0,,"M"', '3.4M'],
])('%d as %s is %s', (value, format, text) => {
  expect(shown(value, format, false)).toBe(text)
})

test('the calendar that began in 1904 is four years and a day ahead', () => {
  expect(shown(46_089 - 1462, 'yyyy-mm-dd', true)).toBe('2026-03-08')
})

test('a workbook that is written to hurt is refused with the reason', () => {
  const code = (make: () => unknown) => {
    try {
      make()
      return 'read'
    } catch (error) {
      return error instanceof Error && 'code' in error ? error.code : error
    }
  }
  const bomb = zipSync({
    'xl/workbook.xml': strToU8('<workbook/>'),
    'xl/worksheets/sheet1.xml': new Uint8Array(16 << 20),
  })
  expect(code(() => layoutOfXlsx(bomb))).toBe('zip-bomb')
  expect(code(() => read(data(row(1, cell('A1', 'a') + cell('XFD1', 'b')))))).toBe('too-large')
  expect(code(() => read('', { 'xl/worksheets/sheet1.xml': '<worksheet><sheetData><row' }))).toBe('broken')
  expect(code(() => read(`${'<row>'.repeat(50_000)}`))).toBe('broken')
  expect(code(() => layoutOfXlsx(zipSync({ 'word/document.xml': strToU8('<x/>') })))).toBe('not-readable')
  expect(code(() => layoutOfXlsx(xlsx([{ xml: '' }]).subarray(0, 80)))).not.toBe('read')
})
