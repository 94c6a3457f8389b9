/** Commitments as a table in a file, written as they come: never all in memory. Every cell is text, and none is run by a spreadsheet. */
import { once } from 'node:events'
import { createWriteStream, type WriteStream } from 'node:fs'
import { stringify } from 'csv-stringify/sync'
import { Zip, ZipDeflate } from 'fflate'
import { cellName } from '../../imports/offers/table.ts'
import { guarded } from '../offers/guard.ts'
import { ALL_COLUMNS } from './columns.ts'

export const FORMATS = ['csv', 'xlsx', 'json'] as const
export type Format = (typeof FORMATS)[number]

type Row = Record<string, string>

/** A file that rows are added to. */
interface Writing {
  add: (rows: Row[]) => void
  end: () => void
}

/** Writes the rows to a new file at this path. @throws what goes wrong on the disk, or in `parts` */
export async function writeTable(path: string, format: Format, parts: AsyncIterable<Row[]>): Promise<void> {
  const file = createWriteStream(path)
  const failed = once(file, 'error').then(([error]) => Promise.reject(error))
  failed.catch(() => {})
  const writing = WRITERS[format](file)
  const drained = () => (file.writableNeedDrain ? Promise.race([once(file, 'drain'), failed]) : null)
  try {
    for await (const rows of parts) {
      writing.add(rows)
      await drained()
    }
    writing.end()
    file.end()
    await Promise.race([once(file, 'close'), failed])
  } finally {
    file.destroy()
  }
}

const WRITERS: Record<Format, (file: WriteStream) => Writing> = { csv: asCsv, json: asJson, xlsx: asXlsx }

/** RFC 4180, UTF-8 with a mark, without which Excel takes it for an older encoding. */
function asCsv(file: WriteStream): Writing {
  const line = (cells: readonly string[][]) => stringify(cells as string[][], { record_delimiter: 'windows' })
  file.write('\ufeff' + line([[...ALL_COLUMNS]]))
  return { add: rows => file.write(line(rows.map(cellsOf))), end() {} }
}

const cellsOf = (row: Row): string[] => ALL_COLUMNS.map(column => guarded(row[column] ?? ''))

function asJson(file: WriteStream): Writing {
  const head = JSON.stringify({ format: 'open1325-commitments/1', columns: ALL_COLUMNS }).slice(0, -1)
  file.write(`${head},\n"commitments":[`)
  let written = 0
  return {
    add: rows => file.write(rows.map(row => `${written++ ? ',' : ''}\n${JSON.stringify(row)}`).join('')),
    end: () => file.write('\n]}\n'),
  }
}

/** More rows, its head not counted, no sheet of Excel has. */
export const MOST_ROWS_OF_A_SHEET = 1_048_575
/** A cell of Excel holds no more. */
const LONGEST_CELL = 32_767
/** In characters. */
const WIDTHS: Record<string, number> = {
  text: 60,
  instrument_title: 40,
  our_status_reason: 40,
  ref: 6,
  version: 8,
  pillar: 8,
}

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'
const SHEET_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

/** What a workbook of one sheet has beside its rows: ECMA-376, part 1. */
const PARTS: Record<string, string> = {
  '[Content_Types].xml': `${XML}<Types xmlns="${PACKAGE}/content-types">
<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
<Default Extension="xml" ContentType="application/xml"/>
<Override PartName="/xl/workbook.xml" ContentType="${SHEET_TYPE}.sheet.main+xml"/>
<Override PartName="/xl/worksheets/sheet1.xml" ContentType="${SHEET_TYPE}.worksheet+xml"/>
<Override PartName="/xl/styles.xml" ContentType="${SHEET_TYPE}.styles+xml"/></Types>`,
  '_rels/.rels': `${XML}<Relationships xmlns="${PACKAGE}/relationships">
<Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  'xl/workbook.xml': `${XML}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}">
<sheets><sheet name="Commitments" sheetId="1" r:id="rId1"/></sheets></workbook>`,
  'xl/_rels/workbook.xml.rels': `${XML}<Relationships xmlns="${PACKAGE}/relationships">
<Relationship Id="rId1" Type="${OFFICE}/worksheet" Target="worksheets/sheet1.xml"/>
<Relationship Id="rId2" Type="${OFFICE}/styles" Target="styles.xml"/></Relationships>`,
  'xl/styles.xml': `${XML}<styleSheet xmlns="${MAIN}">
<fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts>
<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>
<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>
<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>
<cellXfs count="3"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>
<xf numFmtId="49" fontId="1" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1"/>
<xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf>
</cellXfs></styleSheet>`,
}
const BOLD = 1
const WRAPPED = 2

function asXlsx(file: WriteStream): Writing {
  const zip = new Zip((error, chunk) => (error ? file.destroy(error) : file.write(chunk)))
  // The lowest level: the others take several times as long for a tenth less.
  const part = (name: string) => {
    const entry = new ZipDeflate(name, { level: 1 })
    zip.add(entry)
    return (text: string, isLast = false) => entry.push(Buffer.from(text), isLast)
  }
  for (const [name, text] of Object.entries(PARTS)) part(name)(text, true)
  const sheet = part('xl/worksheets/sheet1.xml')
  const widths = ALL_COLUMNS.map(
    (column, n) => `<col min="${n + 1}" max="${n + 1}" width="${WIDTHS[column] ?? 20}" customWidth="1"/>`,
  )
  sheet(`${XML}<worksheet xmlns="${MAIN}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>
<cols>${widths.join('')}</cols><sheetData>${rowAsXml([...ALL_COLUMNS], 1, BOLD)}`)
  let line = 1
  return {
    add: rows => sheet(rows.map(row => rowAsXml(cellsOf(row), ++line, WRAPPED)).join('')),
    end() {
      sheet('</sheetData></worksheet>', true)
      zip.end()
    },
  }
}

const COLUMN_LETTERS = ALL_COLUMNS.map((_, n) => cellName(n, 1).slice(0, -1))

function rowAsXml(cells: string[], line: number, style: number): string {
  const written = cells.map((cell, n) =>
    cell
      ? `<c r="${COLUMN_LETTERS[n]}${line}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${asXml(cell)}</t></is></c>`
      : '',
  )
  return `<row r="${line}">${written.join('')}</row>`
}

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '\r': '&#13;' }

/** XML 1.0 has no way to write most control characters; and Excel reads '_x0041_' as 'A'. */
const asXml = (text: string): string =>
  text
    .slice(0, LONGEST_CELL)
    .toWellFormed()
    .replace(/(?![\t\n\r])\p{Cc}|[\ufffe\uffff]/gu, '')
    .replace(/_(?=x[0-9a-f]{4}_)/gi, '_x005F_')
    .replace(/[&<>\r]/g, sign => ENTITIES[sign]!)
