/** XLSX to sheets: the values that cells have, not how they look; merged cells say their words in each of their cells. */
import { readWorkbook, ReaderError, type WorkbookSheet } from '@open1325/reader/workbook'
import { numberOf } from './cells.ts'
import { ImportError, tooLarge } from './errors.ts'
import { MOST_CELLS, MOST_COLUMNS, type Cell, type Sheet } from './sheet.ts'

/** The sheets of a workbook that are not hidden and not empty. Throws ImportError. */
export async function sheetsOfWorkbook(bytes: Uint8Array): Promise<Sheet[]> {
  try {
    const sheets: Sheet[] = []
    for await (const sheet of readWorkbook(bytes)) if (sheet.cells.length) sheets.push(sheetOf(sheet))
    return sheets
  } catch (error) {
    if (!(error instanceof ReaderError)) throw error
    throw new ImportError(
      error.code === 'too-large' || error.code === 'zip-bomb' ? 'too-large' : 'broken',
      error.message,
    )
  }
}

const NO_CELLS: Cell[] = []

function sheetOf({ name, cells, merged, hidden }: WorkbookSheet): Sheet {
  const rows: Cell[][] = []
  let filled = 0
  const put = (row: number, column: number, value: Cell): void => {
    const cellsOfRow = (rows[row] ??= [])
    filled += Math.max(0, column + 1 - cellsOfRow.length)
    if (filled > MOST_CELLS || column >= MOST_COLUMNS) throw tooLarge()
    while (cellsOfRow.length < column) cellsOfRow.push('')
    cellsOfRow[column] = value
  }
  for (const { row, column, value } of cells) put(row, column, value)
  for (const { top, left, bottom, right } of merged) {
    const value = rows[top]?.[left]
    // Repeating a number would count it twice.
    if (typeof value !== 'string' || value === '' || numberOf(value)) continue
    for (let row = top; row <= bottom; row++)
      for (let column = left; column <= right; column++) if (row !== top || column !== left) put(row, column, value)
  }
  // Rows keep their place: a cell is found again in the workbook by its name.
  return { name, rows: Array.from(rows, row => row ?? NO_CELLS), hidden }
}
