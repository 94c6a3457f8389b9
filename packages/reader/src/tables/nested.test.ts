import { expect, test } from 'vitest'
import { pdf, ruledTable, type Mark } from '../../test/pdf.ts'
import type { Table } from '../layout.ts'
import { layoutOfPdf } from '../pdf/layout.ts'
import { loadPdfium } from '../pdf/pdfium.ts'

const pdfium = await loadPdfium()
function tablesOf(...pages: Mark[][]): Table[] {
  const { blocks } = layoutOfPdf(pdfium, pdf(pages))
  return blocks.filter(block => block.type === 'table').map(block => block.table)
}
const texts = (table: Table): string[] =>
  table.cells.map(c => `${c.row},${c.col} ${c.lines.map(l => l.text).join(' ')}`.trim())

const outer = (body: string) => [
  ['Action', 'Indicators', 'Lead'],
  [body, '', 'Ministry'],
]

test('a table within a cell is that cell’s own', () => {
  const [table, ...others] = tablesOf([
    ...ruledTable([40, 160, 400, 500], [100, 120, 220], outer('Train officers')),
    ...ruledTable(
      [175, 300, 385],
      [130, 150, 170],
      [
        ['Indicator', 'Target'],
        ['Officers trained', '40'],
      ],
    ),
  ])
  expect(others).toEqual([])
  expect(texts(table!)).toEqual([
    '0,0 Action',
    '0,1 Indicators',
    '0,2 Lead',
    '1,0 Train officers',
    '1,1',
    '1,2 Ministry',
  ])
  expect(texts(table!.cells[4]!.nested![0]!)).toEqual(['0,0 Indicator', '0,1 Target', '1,0 Officers trained', '1,1 40'])
})

test('a table within a cell is told from the one around it where their lines touch', () => {
  const [table, ...others] = tablesOf([
    ...ruledTable([40, 160, 400, 500], [100, 120, 220], outer('Train officers')),
    ...ruledTable(
      [166, 300, 394],
      [121, 150, 170],
      [
        ['Indicator', 'Target'],
        ['Officers trained', '40'],
      ],
    ),
  ])
  expect(others).toEqual([])
  expect(texts(table!)).toEqual([
    '0,0 Action',
    '0,1 Indicators',
    '0,2 Lead',
    '1,0 Train officers',
    '1,1',
    '1,2 Ministry',
  ])
  expect(texts(table!.cells[4]!.nested![0]!)).toEqual(['0,0 Indicator', '0,1 Target', '1,0 Officers trained', '1,1 40'])
})

test('a table within a cell goes on over the page’s end with the row that it stands in', () => {
  const [table, ...others] = tablesOf(
    [
      ...ruledTable([40, 160, 400, 500], [700, 720, 780], outer('Train officers of the')),
      ...ruledTable(
        [166, 300, 394],
        [721, 740, 760],
        [
          ['Indicator', 'Target'],
          ['Officers trained', '40'],
        ],
      ),
    ],
    [
      ...ruledTable([40, 160, 400, 500], [40, 100], [['police', '', '']]),
      ...ruledTable([166, 300, 394], [41, 61], [['Posts filled', '12']]),
    ],
  )
  expect(others).toEqual([])
  expect(texts(table!).slice(3)).toEqual(['1,0 Train officers of the police', '1,1', '1,2 Ministry'])
  expect(texts(table!.cells[4]!.nested![0]!).slice(2)).toEqual([
    '1,0 Officers trained',
    '1,1 40',
    '2,0 Posts filled',
    '2,1 12',
  ])
})

test('what stands in a table within a cell stands in the page’s text', () => {
  const layout = layoutOfPdf(
    pdfium,
    pdf([
      [
        ...ruledTable([40, 160, 400, 500], [100, 120, 220], outer('Train officers')),
        ...ruledTable(
          [175, 300, 385],
          [130, 150, 170],
          [
            ['Indicator', 'Target'],
            ['Officers trained', '40'],
          ],
        ),
      ],
    ]),
  )
  expect(layout.pages[0]!.text).toContain('Officers trained')
})
