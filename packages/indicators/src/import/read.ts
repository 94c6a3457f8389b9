/** Bytes to sheets: what a file is, is told by its bytes and not by its name. */
import { hasControls } from '@open1325/reader/media-type'
import { unpackedTables } from '@open1325/reader/workbook'
import { rowsOfCsv, type Separator } from './csv.ts'
import { ImportError, tooLarge } from './errors.ts'
import { sheetsOfJson } from './json.ts'
import { MOST_COLUMNS, type Sheet } from './sheet.ts'
import { decoded, encodingOf, type Encoding } from './text.ts'
import { sheetsOfWorkbook } from './workbook.ts'

export interface ReadOptions {
  /** The file's name: it names the sheet of a file that has no names. */
  name?: string
  /** Where a person knows better. */
  encoding?: Encoding
  separator?: Separator
}

const startsWith = (bytes: Uint8Array, mark: readonly number[]): boolean => mark.every((byte, i) => bytes[i] === byte)
const ZIP = [0x50, 0x4b, 0x03, 0x04]
const COMPOUND = [0xd0, 0xcf, 0x11, 0xe0]

/**
 * The tables of CSV (UTF-8, UTF-16, Windows-1252, Windows-1256; parted by comma, semicolon, tab or bar), XLSX, JSON (also several
 * documents in one file), GeoJSON, or a zip of such text files.
 * @throws ImportError; 'old-workbook' for XLS
 */
export async function readSheets(bytes: Uint8Array, options: ReadOptions = {}): Promise<Sheet[]> {
  const name = (options.name ?? '').replace(/^.*[/\\]/u, '').replace(/\.\w{1,8}$/u, '')
  if (!bytes.length) throw new ImportError('empty', 'This file is empty. Choose the file again.')
  if (startsWith(bytes, COMPOUND)) {
    if (Buffer.from(bytes).includes(Buffer.from('EncryptedPackage', 'utf16le')))
      throw new ImportError('encrypted', 'This workbook asks for a password. Save a copy without one and import that.')
    throw new ImportError(
      'old-workbook',
      'This is a workbook of an older Excel (XLS). Save it as XLSX or CSV and import that.',
    )
  }
  if (startsWith(bytes, ZIP)) return sheetsOfZip(bytes)
  const text = decoded(bytes, options.encoding ?? encodingOf(bytes))
  if (hasControls(new TextEncoder().encode(text.slice(0, 4096))) || /^\s*(?:%PDF|<)/u.test(text))
    throw new ImportError('not-a-table', 'This is no table: it is neither CSV, XLSX nor JSON. Save it as one of these.')
  const sheets = /^\s*[[{]/u.test(text) ? sheetsOfJson(text, name) : [await sheetOfCsv(text, name, options.separator)]
  if (!sheets.some(({ rows }) => rows.length))
    throw new ImportError('not-a-table', 'There is no table in this file. Export the rows as CSV, XLSX or JSON.')
  if (sheets.some(({ rows }) => rows.some(row => row.length > MOST_COLUMNS))) throw tooLarge()
  return sheets
}

async function sheetOfCsv(text: string, name: string, separator?: Separator): Promise<Sheet> {
  return { name, rows: await rowsOfCsv(text, separator), hidden: { rows: 0, columns: 0 } }
}

async function sheetsOfZip(bytes: Uint8Array): Promise<Sheet[]> {
  const tables = Buffer.from(bytes).includes('xl/workbook.xml') ? null : unpackedTables(bytes)
  if (!tables?.size) return sheetsOfWorkbook(bytes)
  const sheets: Sheet[] = []
  for (const [name, part] of tables) {
    // A zip inside a zip may hold itself.
    if (startsWith(part, ZIP))
      throw new ImportError('not-a-table', 'This zip holds a zip. Unpack it and import what is in it.')
    sheets.push(...(await readSheets(part, { name })))
  }
  return sheets
}
