import { strToU8, zipSync } from 'fflate'
import { expect, test } from 'vitest'
import type { ReaderError } from '../errors.ts'
import type { Block, Table } from '../layout.ts'
import { layoutOfDocx } from './index.ts'

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'

function docx(body: string, parts: Record<string, string> = {}): Uint8Array {
  const files = { 'word/document.xml': `<w:document ${W}><w:body>${body}</w:body></w:document>`, ...parts }
  return zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])))
}
const p = (content: string, props = '') => `<w:p><w:pPr>${props}</w:pPr>${content}</w:p>`
const r = (text: string) => `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`
const tc = (content: string, props = '') => `<w:tc><w:tcPr>${props}</w:tcPr>${content}</w:tc>`
const tr = (...cells: string[]) => `<w:tr>${cells.join('')}</w:tr>`
const tbl = (...rows: string[]) => `<w:tbl>${rows.join('')}</w:tbl>`

const read = (body: string, parts?: Record<string, string>) => layoutOfDocx(docx(body, parts)).blocks
const textsOf = (blocks: Block[]) =>
  blocks.map(b => (b.type === 'paragraph' ? b.lines.map(l => l.text).join('/') : 'table'))
const tableOf = (blocks: Block[]): Table => {
  const block = blocks.find(b => b.type === 'table')
  if (block?.type !== 'table') throw new Error('no table')
  return block.table
}
const cellsOf = (table: Table) =>
  table.cells.map(c => [c.row, c.col, c.rowSpan, c.colSpan, c.lines.map(l => l.text).join('/'), c.at])

test('what was struck out does not count, what was put in does', () => {
  const blocks = read(
    p(
      `${r('Train ')}<w:del w:id="1"><w:r><w:delText>100</w:delText></w:r></w:del><w:ins w:id="2">${r('250')}</w:ins>${r(' women')}`,
    ),
  )
  expect(textsOf(blocks)).toEqual(['Train 250 women'])
})

test('a struck-out paragraph mark joins two paragraphs, a struck-out row is gone', () => {
  const blocks = read(
    p(r('Train '), '<w:rPr><w:del w:id="1"/></w:rPr>') +
      p(r('women')) +
      tbl(`<w:tr><w:trPr><w:del w:id="3"/></w:trPr>${tc(p(r('old')))}</w:tr>`, tr(tc(p(r('new'))))),
  )
  expect(textsOf(blocks)).toEqual(['Train women', 'table'])
  expect(cellsOf(tableOf(blocks)).map(c => c[4])).toEqual(['new'])
})

test('merged cells span rows and columns; a place counts the cells that a reader sees', () => {
  const table = tableOf(
    read(
      tbl(
        tr(tc(p(r('a')), '<w:vMerge w:val="restart"/>'), tc(p(r('b')), '<w:gridSpan w:val="2"/>')),
        tr(tc(p(''), '<w:vMerge/>'), tc(p(r('c'))), tc(p(r('d')))),
      ),
    ),
  )
  expect(cellsOf(table)).toEqual([
    [0, 0, 2, 1, 'a', 'table 1, row 1, column 1'],
    [0, 1, 1, 2, 'b', 'table 1, row 1, column 2'],
    [1, 1, 1, 1, 'c', 'table 1, row 2, column 2'],
    [1, 2, 1, 1, 'd', 'table 1, row 2, column 3'],
  ])
})

test('a table within a cell belongs to the cell and has its place within it', () => {
  const table = tableOf(read(tbl(tr(tc(p(r('outer')) + tbl(tr(tc(p(r('inner'))))))))))
  expect(table.cells[0]?.nested?.map(cellsOf)).toEqual([
    [[0, 0, 1, 1, 'inner', 'table 1, row 1, column 1, table 1, row 1, column 1']],
  ])
})

test('list paragraphs have the markers that Word prints', () => {
  const level = (i: number, format: string, text: string) =>
    `<w:lvl w:ilvl="${i}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/></w:lvl>`
  const numbering = `<w:numbering ${W}><w:abstractNum w:abstractNumId="7">${level(0, 'decimal', '%1.')}${level(1, 'lowerLetter', '%2)')}</w:abstractNum><w:num w:numId="3"><w:abstractNumId w:val="7"/></w:num></w:numbering>`
  const item = (text: string, ilvl: number) =>
    p(r(text), `<w:numPr><w:ilvl w:val="${ilvl}"/><w:numId w:val="3"/></w:numPr>`)
  const blocks = read(item('one', 0) + item('one a', 1) + item('one b', 1) + item('two', 0) + item('two a', 1), {
    'word/numbering.xml': numbering,
  })
  expect(blocks.map(b => b.type === 'paragraph' && b.lines[0]?.list)).toEqual([
    { level: 0, marker: '1.' },
    { level: 1, marker: 'a)' },
    { level: 1, marker: 'b)' },
    { level: 0, marker: '2.' },
    { level: 1, marker: 'a)' },
  ])
})

test('headings are known by their styles, through the styles that these are based on', () => {
  const styles = `<w:styles ${W}><w:style w:styleId="H2"><w:name w:val="heading 2"/></w:style><w:style w:styleId="Mine"><w:name w:val="Mine"/><w:basedOn w:val="H2"/></w:style><w:style w:styleId="TOC1"><w:name w:val="toc 1"/></w:style></w:styles>`
  const blocks = read(
    p(r('Pillar'), '<w:pStyle w:val="Mine"/>') + p(r('Pillar 3'), '<w:pStyle w:val="TOC1"/>') + p(r('Text')),
    {
      'word/styles.xml': styles,
    },
  )
  expect(blocks.map(b => b.type === 'paragraph' && [b.heading, b.lines[0]?.text])).toEqual([
    [2, 'Pillar'],
    [null, 'Text'],
  ])
})

test('footnotes, fields’ instructions and hidden text give no words; a line break parts lines', () => {
  const blocks = read(
    p(
      `${r('A')}<w:r><w:footnoteReference w:id="2"/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:t>hidden</w:t></w:r><w:r><w:br/></w:r>${r('B')}`,
    ),
  )
  expect(textsOf(blocks)).toEqual(['A/B'])
})

const codeOf = (make: () => unknown): string => {
  try {
    make()
    return 'read'
  } catch (error) {
    return (error as ReaderError).code
  }
}

test('a zip bomb is refused while it inflates, a file that is no Word document is named so', () => {
  const bomb = zipSync({ 'word/document.xml': new Uint8Array(16 * 1024 * 1024) })
  expect(bomb.length).toBeLessThan(40_000)
  expect(codeOf(() => layoutOfDocx(bomb))).toBe('zip-bomb')
  expect(codeOf(() => layoutOfDocx(zipSync({ 'xl/workbook.xml': strToU8('<x/>') })))).toBe('not-readable')
  expect(codeOf(() => layoutOfDocx(docx(p(r('x'))).subarray(0, 60)))).not.toBe('read')
})
