/** Files that were written to hurt a reader, or by programs that nobody looked after. Each is made when it is asked for. */
import { strToU8, zipSync, type Zippable } from 'fflate'
import { ODT } from '../../src/media-type.ts'
import { pdf, ruledTable, textLines, type Mark } from '../pdf.ts'

const latin = (text: string): Uint8Array => Uint8Array.from(text, char => char.charCodeAt(0))
/** The media type of OpenDocument stands in the file as it is, as the format asks for. */
const zip = ({ mimetype, ...parts }: Record<string, string>): Uint8Array => {
  const packed = Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)]))
  const stored: Zippable = mimetype ? { mimetype: [strToU8(mimetype), { level: 0 }] } : {}
  return Uint8Array.from(zipSync({ ...stored, ...packed }))
}

const docx = (body: string) =>
  zip({ 'word/document.xml': `<w:document xmlns:w="w"><w:body>${body}</w:body></w:document>` })
const odt = (body: string) =>
  zip({
    mimetype: ODT,
    'content.xml': `<office:document-content xmlns:office="o" xmlns:text="t" xmlns:table="b"><office:body><office:text>${body}</office:text></office:body></office:document-content>`,
  })
const xlsx = (sheet: string) =>
  zip({
    'xl/workbook.xml': '<workbook xmlns:r="r"><sheets><sheet name="Plan" sheetId="1" r:id="r1"/></sheets></workbook>',
    'xl/_rels/workbook.xml.rels':
      '<Relationships><Relationship Id="r1" Target="worksheets/sheet1.xml"/></Relationships>',
    'xl/worksheets/sheet1.xml': `<worksheet>${sheet}</worksheet>`,
  })

/** A PDF of objects as they are, its catalogue first. */
function objects(...bodies: string[]): Uint8Array {
  const numbered = bodies.map((body, i) => `${i + 1} 0 obj\n${body}\nendobj\n`).join('')
  return latin(`%PDF-1.4\n${numbered}trailer\n<< /Size ${bodies.length + 1} /Root 1 0 R >>\n%%EOF\n`)
}
const content = (text: string) => `<< /Length ${text.length} >>\nstream\n${text}\nendstream`
const page = (more: string) =>
  objects(
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    `<< /Type /Page /Parent 2 0 R /Resources << /Font << /F1 5 0 R >> /XObject << /X 6 0 R >> >> /Contents 4 0 R ${more} >>`,
    content('BT /F1 12 Tf 50 700 Td (Objective 1: women take part) Tj 1e9 0 Td (far away) Tj ET /X Do'),
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
    '<< /Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X 6 0 R >> >> /Length 6 >>\nstream\n/X Do \nendstream',
  )

const TABLE = ruledTable(
  [40, 200, 360, 520],
  [100, 130, 160],
  [
    ['Action', 'Indicator', 'Responsible'],
    ['Train judges', 'Number of judges', 'Ministry'],
  ],
)
const scrawl = (count: number, at: (i: number) => Mark): Mark[] => Array.from({ length: count }, (_, i) => at(i))
const row = '<tr><td>Action</td><td>Indicator</td></tr>'

/** What a file may end with: a plan, or one of these reasons. */
type End = 'plan' | 'encrypted' | 'broken' | 'too-many-pages' | 'zip-bomb' | 'too-large' | 'not-readable'

export const nasties: [name: string, ends: End[], make: () => Uint8Array][] = [
  [
    'a PDF that asks for a password',
    ['encrypted'],
    () =>
      pdf([TABLE], {
        trailer: `/Encrypt << /Filter /Standard /V 1 /R 2 /O <${'a1'.repeat(32)}> /U <${'b2'.repeat(32)}> /P -4 >> /ID [<00><00>]`,
      }),
  ],
  [
    'a PDF locked by a program that nobody knows',
    ['encrypted', 'broken'],
    () => pdf([TABLE], { trailer: '/Encrypt << /Filter /Nobody /V 9 >>' }),
  ],
  ['a PDF of 10,000 pages', ['too-many-pages'], () => pdf(Array.from({ length: 10_000 }, () => []))],
  [
    'a PDF that says it has a billion pages',
    ['plan', 'broken', 'too-many-pages'],
    () => objects('<< /Type /Catalog /Pages 2 0 R >>', '<< /Type /Pages /Kids [] /Count 1000000000 >>'),
  ],
  [
    'a page tree that goes in a circle',
    ['plan', 'broken'],
    () =>
      objects(
        '<< /Type /Catalog /Pages 2 0 R >>',
        '<< /Type /Pages /Kids [3 0 R] /Count 3 /Parent 3 0 R >>',
        '<< /Type /Pages /Kids [2 0 R 3 0 R] /Count 3 /Parent 2 0 R >>',
      ),
  ],
  [
    'a page tree 5,000 levels deep',
    ['plan', 'broken'],
    () =>
      objects(
        '<< /Type /Catalog /Pages 2 0 R >>',
        ...Array.from(
          { length: 5000 },
          (_, i) => `<< /Type /Pages /Kids [${i + 3} 0 R] /Count 1 /Parent ${i + 1} 0 R >>`,
        ),
        '<< /Type /Page /MediaBox [0 0 600 800] >>',
      ),
  ],
  ['a page as large as a country', ['plan'], () => page('/MediaBox [0 0 2147483647 2147483647]')],
  ['a page with its corners changed', ['plan'], () => page('/MediaBox [600 800 0 0]')],
  ['a page of no size', ['plan'], () => page('/MediaBox [0 0 0 0]')],
  ['a page whose size is no number', ['plan'], () => page('/MediaBox [NaN Infinity (a) /b]')],
  [
    'a page whose size is beyond all numbers',
    ['plan'],
    () => page('/MediaBox [-1e308 -1e308 1e308 1e308] /UserUnit 1e30'),
  ],
  ['a page turned by an angle that there is not', ['plan'], () => page('/MediaBox [0 0 600 800] /Rotate 47')],
  ['a page turned back', ['plan'], () => page('/MediaBox [0 0 600 800] /Rotate -90')],
  ['a PDF without a line after its first', ['broken'], () => latin('%PDF-1.7\n')],
  [
    'a page with 30,000 lines across it',
    ['plan'],
    () => pdf([scrawl(30_000, i => ({ line: [i % 600, 0, (i * 7) % 600, 800] }))]),
  ],
  [
    'a page ruled into 40,000 cells',
    ['plan'],
    () =>
      pdf([
        [
          ...scrawl(200, i => ({ line: [3 * i, 0, 3 * i, 800] })),
          ...scrawl(200, i => ({ line: [0, 4 * i, 600, 4 * i] })),
          ...textLines('Action', 50, 100),
        ],
      ]),
  ],
  [
    'a page with 20,000 words over each other',
    ['plan'],
    () => pdf([scrawl(20_000, i => ({ text: `word${i}`, x: i % 500, y: (i * 13) % 800 }))]),
  ],
  ['a word of a million letters', ['plan'], () => pdf([[{ text: 'a'.repeat(1_000_000), x: 10, y: 100 }]])],
  [
    'a Word file that unpacks to 40 MB out of almost nothing',
    ['zip-bomb'],
    () => docx(`<w:p><w:r><w:t>${'0'.repeat(40_000_000)}</w:t></w:r></w:p>`),
  ],
  [
    'a Word file nested 20,000 deep',
    ['plan', 'broken'],
    () => docx('<w:sdt><w:sdtContent>'.repeat(10_000) + '</w:sdtContent></w:sdt>'.repeat(10_000)),
  ],
  [
    'a Word file with 3,000 tables in each other',
    ['plan', 'broken'],
    () => docx('<w:tbl><w:tr><w:tc>'.repeat(3000) + '</w:tc></w:tr></w:tbl>'.repeat(3000)),
  ],
  [
    'a Word cell over two billion columns',
    ['too-large'],
    () => docx('<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val="2147483647"/></w:tcPr></w:tc></w:tr></w:tbl>'),
  ],
  [
    'a Word table of a million cells',
    ['too-large', 'zip-bomb'],
    () => docx(`<w:tbl>${`<w:tr>${'<w:tc/>'.repeat(100)}</w:tr>`.repeat(10_000)}</w:tbl>`),
  ],
  [
    'a Word file with entities that grow',
    ['plan', 'broken'],
    () =>
      zip({
        'word/document.xml': `<!DOCTYPE w [${Array.from({ length: 30 }, (_, i) => `<!ENTITY e${i + 1} "${`&e${i};`.repeat(10)}">`).join('')}<!ENTITY e0 "lol">]><w:document xmlns:w="w"><w:body><w:p><w:r><w:t>&e30;</w:t></w:r></w:p></w:body></w:document>`,
      }),
  ],
  [
    'a Word file whose text is that of another format',
    ['plan', 'broken', 'not-readable'],
    () => zip({ 'word/document.xml': '%PDF-1.7' }),
  ],
  [
    'a zip whose directory is all there is',
    ['not-readable', 'broken'],
    () => latin(`PK\x03\x04word/document.xml${'\0'.repeat(40)}PK\x05\x06${'\0'.repeat(18)}`),
  ],
  [
    'a workbook with one cell at each far corner',
    ['plan', 'too-large'],
    () =>
      xlsx(
        '<sheetData><row r="1"><c r="A1" t="str"><v>Action</v></c></row><row r="1048576"><c r="XFD1048576" t="str"><v>Indicator</v></c></row></sheetData>',
      ),
  ],
  [
    'a workbook merged from corner to corner',
    ['plan', 'too-large'],
    () =>
      xlsx(
        '<sheetData><row r="1"><c r="A1" t="str"><v>Action</v></c></row></sheetData><mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>',
      ),
  ],
  [
    'a workbook whose rows count backwards',
    ['plan'],
    () =>
      xlsx(
        '<sheetData><row r="-5"><c t="str"><v>Action</v></c><c t="str"><v>Indicator</v></c></row><row r="NaN"><c t="str"><v>a</v></c></row><row r="1e99"><c t="str"><v>b</v></c></row></sheetData>',
      ),
  ],
  [
    'a workbook of a million cells',
    ['too-large', 'plan', 'zip-bomb'],
    () => xlsx(`<sheetData>${`<row>${'<c t="str"><v>a</v></c>'.repeat(100)}</row>`.repeat(10_000)}</sheetData>`),
  ],
  [
    'an OpenDocument row repeated a billion times',
    ['too-large'],
    () =>
      odt(
        '<table:table><table:table-row table:number-rows-repeated="1000000000"><table:table-cell><text:p>Action</text:p></table:table-cell></table:table-row></table:table>',
      ),
  ],
  [
    'an OpenDocument cell repeated a billion times',
    ['too-large'],
    () =>
      odt(
        '<table:table><table:table-row><table:table-cell table:number-columns-repeated="1000000000"><text:p>Action</text:p></table:table-cell></table:table-row></table:table>',
      ),
  ],
  [
    'an OpenDocument list 5,000 deep',
    ['plan', 'broken'],
    () => odt('<text:list><text:list-item>'.repeat(5000) + '</text:list-item></text:list>'.repeat(5000)),
  ],
  [
    'a web page nested 100,000 deep',
    ['plan', 'broken'],
    () => latin(`<!doctype html><title>Plan</title>${'<div>'.repeat(100_000)}Action`),
  ],
  [
    'a web page with 3,000 tables in each other',
    ['plan'],
    () => latin(`<!doctype html>${'<table><tr><td>'.repeat(3000)}Action`),
  ],
  [
    'a web table of 250,000 cells',
    ['too-large'],
    () => latin(`<!doctype html><table>${`<tr>${'<td>a'.repeat(100)}`.repeat(2_500)}</table>`),
  ],
  [
    'a web cell over two billion columns and rows',
    ['plan', 'too-large'],
    () =>
      latin(
        `<!doctype html><table><tr><td colspan=2147483647 rowspan=2147483647>Action</td></tr>${row.repeat(500)}</table>`,
      ),
  ],
  ['a text of one line of a million signs', ['plan'], () => latin('Objective 1. '.repeat(80_000))],
  [
    'a text of brackets, stars and bars',
    ['plan', 'too-large'],
    () =>
      latin(
        `# Plan\n${'[('.repeat(50_000)}\n${'*_'.repeat(50_000)}\n${'|'.repeat(300)}\n${'|-'.repeat(299)}|\n${`${'|a'.repeat(299)}|\n`.repeat(200)}`,
      ),
  ],
  ['a text of 60,000 list entries', ['plan'], () => latin('- a\n'.repeat(60_000))],
]
