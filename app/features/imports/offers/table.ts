/** The rows of a table in a file (CSV in any of its habits, XLSX), one after the other, every cell as text. */
import { createReadStream } from 'node:fs'
import { open, readFile } from 'node:fs/promises'
import { parse } from 'csv-parse'
import { readWorkbook, ReaderError } from '@open1325/reader/workbook'
import { ImportError } from '../model.ts'

export interface TableRow {
  /** Null in a file without sheets. */
  sheet: string | null
  /** 1-based, as a spreadsheet numbers it. */
  line: number
  cells: string[]
}

/** @param path of the file on disk. @throws ImportError 'broken', 'too-large' */
export async function* tableRows(path: string): AsyncGenerator<TableRow> {
  const head = await headOf(path)
  if (head.subarray(0, 4).toString('latin1') === 'PK\x03\x04') yield* workbookRows(path)
  else yield* csvRows(path, head)
}

async function headOf(path: string): Promise<Buffer> {
  const file = await open(path)
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(64 * 1024), 0, 64 * 1024, 0)
    return buffer.subarray(0, bytesRead)
  } finally {
    await file.close()
  }
}

async function* csvRows(path: string, head: Buffer): AsyncGenerator<TableRow> {
  const encoding = head[0] === 0xff && head[1] === 0xfe ? 'utf16le' : 'utf8'
  const parser = createReadStream(path).pipe(
    parse({ bom: true, encoding, delimiter: delimiterOf(head.toString(encoding)), relax_column_count: true }),
  )
  let line = 0
  try {
    for await (const cells of parser as AsyncIterable<string[]>) {
      line++
      if (cells.some(cell => cell !== '')) yield { sheet: null, line, cells }
    }
  } catch {
    throw new ImportError('broken')
  }
}

/** The sign that stands most often in the first line, outside of quotes. */
function delimiterOf(text: string): string {
  const first = text.replace(/"[^"]*"/g, '').split(/\r?\n/)[0] ?? ''
  const count = (sign: string) => first.split(sign).length
  return [',', ';', '\t'].sort((a, b) => count(b) - count(a))[0]!
}

/** The first sheet that is not hidden. */
async function* workbookRows(path: string): AsyncGenerator<TableRow> {
  try {
    for await (const { cells } of readWorkbook(await readFile(path))) {
      if (!cells.length) continue
      const rows: string[][] = []
      for (const { row, column, value } of cells) (rows[row] ??= [])[column] = cellAsText(value)
      for (const [n, row] of rows.entries())
        if (row) yield { sheet: null, line: n + 1, cells: Array.from(row, cell => cell ?? '') }
      return
    }
  } catch (error) {
    if (!(error instanceof ReaderError)) throw error
    throw new ImportError(error.code === 'too-large' || error.code === 'zip-bomb' ? 'too-large' : 'broken')
  }
}

function cellAsText(value: unknown): string {
  if (value === null || value === undefined) return ''
  if (value instanceof Date) {
    const iso = value.toISOString()
    return iso.endsWith('T00:00:00.000Z') ? iso.slice(0, 10) : iso
  }
  return String(value)
}

/** 'C14', as a spreadsheet names it. @param column 0-based */
export function cellName(column: number, line: number, sheet: string | null = null): string {
  let letters = ''
  for (let n = column + 1; n > 0; n = Math.floor((n - 1) / 26))
    letters = String.fromCharCode(65 + ((n - 1) % 26)) + letters
  return `${sheet ? `${sheet}!` : ''}${letters}${line}`
}
