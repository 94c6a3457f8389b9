import { expect, test } from 'vitest'
import { pdf, ruledTable, textLines, type Mark, type PdfOptions } from '../../test/pdf.ts'
import type { Layout, Table } from '../layout.ts'
import { joinLines } from '../text/join.ts'
import { layoutOfPdf, loadPdfium } from './index.ts'

async function read(pages: Mark[][], options?: PdfOptions): Promise<Layout> {
  return layoutOfPdf(await loadPdfium(), pdf(pages, options))
}

function tablesOf(layout: Layout): Table[] {
  return layout.blocks.filter(block => block.type === 'table').map(block => block.table)
}

function paragraphsOf(layout: Layout): string[] {
  return layout.blocks.filter(block => block.type === 'paragraph').map(block => joinLines(block.lines))
}

/** The texts of a table's cells by row and column; a merged cell stands where it begins. */
function grid(table: Table): string[][] {
  const rows = Array.from({ length: table.rows }, () => Array.from({ length: table.cols }, () => ''))
  for (const cell of table.cells) rows[cell.row]![cell.col] = joinLines(cell.lines)
  return rows
}

const X = [50, 150, 350, 450]

test('a cell without inner lines is one cell, over rows and over columns', async () => {
  const marks: Mark[] = [
    { line: [50, 100, 450, 100] },
    { line: [50, 120, 450, 120] },
    { line: [150, 140, 450, 140] },
    { line: [50, 160, 450, 160] },
    { line: [50, 100, 50, 160] },
    { line: [150, 120, 150, 160] },
    { line: [350, 120, 350, 160] },
    { line: [450, 100, 450, 160] },
    ...textLines('Pillar 1: Participation', 55, 112),
    ...textLines('Women decide', 55, 132),
    ...textLines('Train mediators', 155, 132),
    ...textLines('2025', 355, 132),
    ...textLines('Revise the law', 155, 152),
    ...textLines('2026', 355, 152),
  ]
  const [table] = tablesOf(await read([marks]))
  expect(table!.cells.map(({ row, col, rowSpan, colSpan }) => [row, col, rowSpan, colSpan])).toEqual([
    [0, 0, 1, 3],
    [1, 0, 2, 1],
    [1, 1, 1, 1],
    [1, 2, 1, 1],
    [2, 1, 1, 1],
    [2, 2, 1, 1],
  ])
  expect(grid(table!)[1]).toEqual(['Women decide', 'Train mediators', '2025'])
})

test('borders drawn as thin filled areas and as double lines are borders', async () => {
  const marks: Mark[] = [100, 140, 180].flatMap((y): Mark[] => [
    { fill: [50, y, 450, y + 0.5] },
    { fill: [50, y + 1.5, 450, y + 2] },
  ])
  for (const x of X) marks.push({ fill: [x, 100, x + 0.5, 182] })
  marks.push(...textLines('Action', 55, 115), ...textLines('Indicator', 155, 115), ...textLines('Year', 355, 115))
  marks.push(...textLines('Train', 55, 155), ...textLines('Number trained', 155, 155), ...textLines('2025', 355, 155))
  const [table] = tablesOf(await read([marks]))
  expect(grid(table!)).toEqual([
    ['Action', 'Indicator', 'Year'],
    ['Train', 'Number trained', '2025'],
  ])
})

const HEADER = ['Action', 'Indicator', 'Responsible']

test('a header that comes back on the next page is left out, and a row that the break cuts is one row', async () => {
  const layout = await read([
    ruledTable(
      X,
      [100, 130, 170, 210],
      [HEADER, ['Train judges', 'Number trained', 'Justice'], ['Open a', 'Shelters open in', 'Ministry of']],
    ),
    ruledTable(
      X,
      [100, 130, 170, 210],
      [HEADER, ['shelter', 'all provinces', 'gender'], ['Hold a forum', 'Forum held', 'Parliament']],
    ),
  ])
  const tables = tablesOf(layout)
  expect(tables).toHaveLength(1)
  expect(tables[0]!.parts.map(part => part.page)).toEqual([1, 2])
  expect(tables[0]!.headerRows).toBe(1)
  expect(grid(tables[0]!)).toEqual([
    HEADER,
    ['Train judges', 'Number trained', 'Justice'],
    ['Open a shelter', 'Shelters open in all provinces', 'Ministry of gender'],
    ['Hold a forum', 'Forum held', 'Parliament'],
  ])
  const cut = tables[0]!.cells.find(cell => cell.row === 2 && cell.col === 0)!
  expect(cut.lines.map(line => line.page)).toEqual([1, 2])
})

test('an empty cell at the top of a page goes on from the cell above where its column is always filled', async () => {
  const rows = [1, 2, 3].map(n => [`1.${n} Train`, `Number ${n}`, 'Justice'])
  const layout = await read([
    ruledTable(X, [100, 130, 160, 190, 220], [HEADER, ...rows]),
    ruledTable(X, [100, 130, 160], [HEADER, ['1.4 Hold a forum', 'Forum held', '']]),
  ])
  const justice = tablesOf(layout)[0]!.cells.find(cell => cell.col === 2 && cell.row === 3)!
  expect(justice.rowSpan).toBe(2)
})

test('columns held by white space alone are columns, and rows parted by a blank line are rows', async () => {
  const row = (y: number, ...texts: string[]) => texts.flatMap((text, i) => textLines(text, [50, 170, 320, 450][i]!, y))
  const layout = await read([
    [
      ...row(100, 'OBJECTIVE', 'ACTION', 'INDICATOR', 'YEAR'),
      ...row(
        118,
        'More women take\npart in the talks',
        'Revise the rules of\nthe peace councils',
        'Share of women',
        '2025',
      ),
      ...row(148, '', 'Create a network of\nwomen mediators in\nthe north', 'Number of women\nin the network', '2026'),
      ...row(190, 'Women live safely', 'Open two shelters', 'Shelters open', '2027'),
    ],
  ])
  expect(grid(tablesOf(layout)[0]!)).toEqual([
    ['OBJECTIVE', 'ACTION', 'INDICATOR', 'YEAR'],
    ['More women take part in the talks', 'Revise the rules of the peace councils', 'Share of women', '2025'],
    ['', 'Create a network of women mediators in the north', 'Number of women in the network', '2026'],
    ['Women live safely', 'Open two shelters', 'Shelters open', '2027'],
  ])
})

test('running text in two columns is read column by column and is no table', async () => {
  const left =
    'Women take part in all\ntalks about peace and\nthe law protects those\nwho speak in public for\nthe rights of others in\nthe towns and villages\nof the whole country'
  const right = left.replaceAll('women', 'girls').replace('Women', 'Girls')
  const layout = await read([[...textLines(left, 50, 100), ...textLines(right, 300, 100)]])
  expect(tablesOf(layout)).toEqual([])
  expect(paragraphsOf(layout).join(' ')).toMatch(/^Women take .* whole country Girls take/)
})

test('two columns of headings, short labels and bullets are read one after the other', async () => {
  const column = (x: number, top: number, name: string) =>
    [1, 2, 3].flatMap((part): Mark[] => {
      const y = top + part * 190
      return [
        { text: `Objective ${name}.${part}`, x, y, size: 13, bold: true },
        { text: 'Actions', x, y: y + 22, bold: true },
        { text: `Fund the peace committees of part ${part}`, x, y: y + 42 },
        { text: `of the country and pay for the travel`, x, y: y + 54 },
        { text: 'Train thirty women as mediators now', x, y: y + 74 },
        { text: 'Indicators', x, y: y + 98, bold: true },
        { text: 'Number of committees that were funded', x, y: y + 118 },
        { text: 'Share of women', x, y: y + 138 },
      ]
    })
  const layout = layoutOfPdf(await loadPdfium(), pdf([[...column(50, -100, 'A'), ...column(320, -34, 'B')]]))
  expect(layout.blocks.every(block => block.type === 'paragraph')).toBe(true)
  const text = layout.pages[0]!.text
  expect(text.indexOf('Objective A.3')).toBeLessThan(text.indexOf('Objective B.1'))
})

test('two columns whose rows begin at the same heights are a table even where their text is long', async () => {
  const texts = [1, 2, 3, 4].flatMap(n => {
    const y = 100 + 60 * n
    return [
      ...textLines(`${n}. Women take part in all\ntalks about peace and in\nthe councils of the towns`, 50, y),
      ...textLines('Pay for the travel of women\nwho speak for their groups\nand for those who help them', 300, y),
    ]
  })
  const [table] = tablesOf(await read([texts]))
  expect([table!.rows, table!.cols]).toEqual([4, 2])
})

test('a word that a line end breaks is whole again, and a hyphen of its own stays', async () => {
  const layout = await read([
    [
      ...textLines('The mediation of peace. Pass by-laws in each town.', 50, 100),
      ...textLines('They ask for medi-\nation and for new by-\nlaws in all towns.', 50, 130),
    ],
  ])
  expect(paragraphsOf(layout).at(-1)).toBe('They ask for mediation and for new by-laws in all towns.')
})

test('a hyphen that stands for the rest of a compound keeps its space', async () => {
  const layout = await read([textLines('Regeringen stärker freds-\noch säkerhetsarbetet.', 50, 100)])
  expect(paragraphsOf(layout)).toEqual(['Regeringen stärker freds- och säkerhetsarbetet.'])
})

test('running titles, page numbers and footnotes are left out', async () => {
  const page = (n: number): Mark[] => [
    ...textLines('National Action Plan', 250, 30, { size: 8 }),
    ...textLines(`What the plan of year ${n} wants to reach for women.`, 50, 200, { size: 11 }),
    { line: [50, 700, 150, 700] },
    ...textLines('1 See the report of the year before.', 50, 715, { size: 8 }),
    ...textLines(`Page ${n} of 4`, 280, 780, { size: 8 }),
  ]
  const layout = await read([1, 2, 3, 4].map(page))
  expect(paragraphsOf(layout)).toEqual([1, 2, 3, 4].map(n => `What the plan of year ${n} wants to reach for women.`))
  expect(layout.pages[0]!.text).toContain('National Action Plan')
})

test('a running title is known on upright and on wide pages', async () => {
  const page = (high: number, words: string): Mark[] => [
    ...textLines(words, 50, 200),
    ...textLines('Plan of the years to come', 50, high - 40, { size: 8 }),
  ]
  const pages = [
    page(800, 'The first page is upright.'),
    page(600, 'The second is wide.'),
    page(600, 'So is the third.'),
  ]
  const layout = await read(pages, { sizes: { 1: [800, 600], 2: [800, 600] } })
  expect(paragraphsOf(layout)).toEqual(['The first page is upright.', 'The second is wide.', 'So is the third.'])
})

test('a table of contents is left out', async () => {
  const entries = ['Introduction', 'Participation', 'Protection', 'Costs'].map(
    (title, i) => `${title} ${'.'.repeat(40)} ${i + 3}`,
  )
  const layout = await read([
    [...textLines('Contents', 50, 80, { size: 16 }), ...textLines(entries.join('\n'), 50, 120)],
  ])
  expect(paragraphsOf(layout)).toEqual(['Contents'])
})

test('lam and alef printed as one sign come in the order in which they are said', async () => {
  // From the left as they are seen: alef, lam-alef as one sign, seen, meem... the word is 'السلام'.
  const letters = { '41': 'م', '42': 'لا', '43': 'س', '44': 'ل', '45': 'ا' }
  const layout = await read([[{ hex: '4142434445', x: 100, y: 100 }]], { letters })
  expect(paragraphsOf(layout)).toEqual(['السلام'])
})

test('a turned page is read as it is seen', async () => {
  const upright = await read([ruledTable(X, [100, 130, 160], [HEADER, ['Train', 'Number', 'Justice']])])
  const turned = await read([ruledTable(X, [100, 130, 160], [HEADER, ['Train', 'Number', 'Justice']])], { rotate: 180 })
  expect(grid(tablesOf(upright)[0]!)[1]).toEqual(['Train', 'Number', 'Justice'])
  expect(turned.pages[0]).toMatchObject({ width: 600, height: 800 })
  const sideways = await read([textLines('Read me', 100, 100)], { rotate: 90 })
  expect(sideways.pages[0]).toMatchObject({ width: 800, height: 600, text: 'Read me' })
})

test('a table drawn sideways is read as one reads it and cited where it stands', async () => {
  const lines = ruledTable(X, [100, 130, 160], [])
  const sideways = lines.map((mark): Mark => {
    const [x0, y0, x1, y1] = 'line' in mark ? mark.line : [0, 0, 0, 0]
    return { line: [y0, 800 - x0, y1, 800 - x1] }
  })
  const texts = [HEADER, ['Train', 'Number', 'Justice']].flatMap((row, r) =>
    row.map((text, c): Mark => ({ text, x: 111 + 30 * r, y: 800 - (X[c]! + 3), upward: true })),
  )
  const layout = await read([[...sideways, ...texts]])
  const [table] = tablesOf(layout)
  expect(grid(table!)).toEqual([HEADER, ['Train', 'Number', 'Justice']])
  expect(layout.pages[0]).toMatchObject({ width: 600, height: 800 })
  const [x0, y0, x1, y1] = table!.cells[0]!.lines[0]!.box!
  expect(x0).toBeGreaterThan(100)
  expect(x1).toBeLessThan(130)
  expect(y1).toBeCloseTo(800 - 53, 0)
  expect(y1 - y0).toBeGreaterThan(25)
})

test('a page without words that shows something is a picture', async () => {
  const layout = await read([
    [{ fill: [50, 50, 500, 700], gray: 0.5 }],
    textLines('A page with words that can be read', 50, 100),
  ])
  expect(layout.warnings).toMatchObject([{ code: 'no-text', page: 1 }])
})

test('two readings of one file are the same', async () => {
  const pages = [ruledTable(X, [100, 130, 160], [HEADER, ['Train', 'Number', 'Justice']])]
  expect(JSON.stringify(await read(pages))).toBe(JSON.stringify(await read(pages)))
})
