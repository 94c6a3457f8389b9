import { strToU8, zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { readWorkbook, unpackedTables, type WorkbookSheet } from './workbook.ts'

/** A workbook of one sheet; `parts` add or replace its files. */
function workbook(sheet: string, parts: Record<string, string> = {}): Uint8Array {
  const files: Record<string, string> = {
    'xl/workbook.xml': '<workbook xmlns:r="r"><sheets><sheet name="Data" sheetId="1" r:id="rId1"/></sheets></workbook>',
    'xl/_rels/workbook.xml.rels':
      '<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/></Relationships>',
    'xl/worksheets/sheet1.xml': `<worksheet>${sheet}</worksheet>`,
    ...parts,
  }
  return zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])))
}

async function all(sheets: AsyncIterable<WorkbookSheet>): Promise<WorkbookSheet[]> {
  const found: WorkbookSheet[] = []
  for await (const sheet of sheets) found.push(sheet)
  return found
}

async function read(sheet: string, parts?: Record<string, string>) {
  const [first] = await all(readWorkbook(workbook(sheet, parts)))
  return first!
}

const values = ({ cells }: { cells: { value: string | number }[] }) => cells.map(({ value }) => value)

test('numbers keep all their digits, whatever their cell shows', async () => {
  const styles =
    '<styleSheet><numFmts><numFmt numFmtId="164" formatCode="0.0"/></numFmts><cellXfs><xf/><xf numFmtId="164"/></cellXfs></styleSheet>'
  const sheet = await read('<sheetData><row r="1"><c r="B1" s="1"><v>27.3092369477912</v></c></row></sheetData>', {
    'xl/styles.xml': styles,
  })
  expect(sheet.cells).toEqual([{ row: 0, column: 1, value: 27.3092369477912 }])
})

test('dates are ISO, shares in per cent keep their sign, errors and truths are words', async () => {
  const styles = '<styleSheet><cellXfs><xf/><xf numFmtId="14"/><xf numFmtId="9"/></cellXfs></styleSheet>'
  const row =
    '<c r="A1" s="1"><v>44263</v></c><c r="B1" s="2"><v>0.2731</v></c><c r="C1" t="e"><v>#N/A</v></c><c r="D1" t="b"><v>1</v></c>'
  const sheet = await read(`<sheetData><row r="1">${row}</row></sheetData>`, { 'xl/styles.xml': styles })
  expect(values(sheet)).toEqual(['2021-03-08', '27.31%', '#N/A', 'TRUE'])
})

test('shared, rich and inline strings; characters that XML writes otherwise', async () => {
  const strings =
    '<sst><si><t>Juges &amp; greffiers</t></si><si><r><t>fem</t></r><r><t xml:space="preserve">mes </t></r></si><si/></sst>'
  const row =
    '<c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="inlineStr"><is><t>a_x000A_b &#233;</t></is></c><c r="D1" t="s"><v>2</v></c>'
  const sheet = await read(`<sheetData><row r="1">${row}</row></sheetData>`, { 'xl/sharedStrings.xml': strings })
  expect(values(sheet)).toEqual(['Juges & greffiers', 'femmes ', 'a\nb é'])
})

test('hidden rows and columns are left out and counted, cells keep their place, merged cells are named', async () => {
  const xml =
    '<cols><col min="2" max="2" hidden="1"/></cols><sheetData><row r="2" hidden="1"><c r="A2"><v>1</v></c></row>' +
    '<row r="3"><c r="A3"><v>2</v></c><c r="B3"><v>3</v></c><c r="C3"/><c><v>4</v></c></row></sheetData>' +
    '<mergeCells><mergeCell ref="A3:A5"/><mergeCell ref="A1:XFD1048576"/></mergeCells>'
  const sheet = await read(xml)
  expect(sheet.cells).toEqual([
    { row: 2, column: 0, value: 2 },
    { row: 2, column: 3, value: 4 },
  ])
  expect(sheet.hidden).toEqual({ rows: 1, columns: 1 })
  expect(sheet.merged).toEqual([{ top: 2, left: 0, bottom: 4, right: 0 }])
  const [whole] = await all(readWorkbook(workbook(xml), { withHidden: true }))
  expect(values(whole!)).toEqual([1, 2, 3, 4])
})

test('tags may have a prefix', async () => {
  const xml =
    '<x:worksheet><x:sheetData><x:row r="1"><x:c r="A1"><x:v>7</x:v></x:c></x:row></x:sheetData></x:worksheet>'
  const [sheet] = await all(readWorkbook(workbook('', { 'xl/worksheets/sheet1.xml': xml })))
  expect(values(sheet!)).toEqual([7])
})

test('a zip without a workbook is refused; its tables can be had', async () => {
  const zip = zipSync({ 'a.csv': strToU8('x'), '__MACOSX/a.csv': strToU8('y') })
  await expect(all(readWorkbook(zip))).rejects.toMatchObject({ code: 'not-readable' })
  expect([...unpackedTables(zip).keys()]).toEqual(['a.csv'])
})
