import { expect, test } from 'vitest'
import type { Cell, Table, TextLine } from '../layout.ts'
import { cellText } from './grid.ts'
import { mendedTable } from './mend.ts'

/** Lines by their top edge; each is 10 points high. */
const cell = (row: number, col: number, ...lines: [y: number, text: string][]): Cell => ({
  row,
  col,
  rowSpan: 1,
  colSpan: 1,
  box: null,
  lines: lines.map(([y, text]): TextLine => ({
    text,
    page: 1,
    box: [col * 100, y, col * 100 + 80, y + 10],
    size: 9,
    bold: false,
  })),
})
const tableOf = (...cells: Cell[]): Table => {
  const rows = Math.max(...cells.map(c => c.row)) + 1
  return { parts: [], cells, rows, cols: Math.max(...cells.map(c => c.col)) + 1, headerRows: 1 }
}
const header = ['Objective', 'Action', 'Indicator', 'Responsible'].map((text, col) => cell(0, col, [0, text]))
const textsOf = (table: Table) => table.cells.filter(c => c.row > 0).map(c => [c.row, c.col, cellText(c)])

test('two rows that were taken for one part where nearly all cells begin anew after a wide gap', () => {
  const table = mendedTable(
    tableOf(
      ...header,
      cell(1, 0, [20, 'Women are'], [31, 'safe']),
      cell(1, 1, [20, 'Open shelters'], [43, 'Train police']),
      cell(1, 2, [20, 'Shelters'], [43, 'Police']),
      cell(1, 3, [20, 'MoH'], [43, 'MoI']),
    ),
  )
  expect(table.rows).toBe(3)
  expect(textsOf(table).filter(([row]) => row === 2)).toEqual([
    [2, 0, ''],
    [2, 1, 'Train police'],
    [2, 2, 'Police'],
    [2, 3, 'MoI'],
  ])
})

test('a cell whose lines go on beside the rows below is merged over them; below the tallest cell the gap may be narrower', () => {
  const table = mendedTable(
    tableOf(
      ...header,
      cell(1, 0, [20, 'Women are'], [31, 'safe at home'], [42, 'and abroad']),
      cell(1, 1, [20, 'Open'], [31, 'shelters'], [47, 'Train police']),
      cell(1, 2, [20, 'Shelters'], [47, 'Police']),
      cell(1, 3, [20, 'MoH'], [47, 'MoI']),
    ),
  )
  expect(table.rows).toBe(3)
  expect(table.cells.find(c => c.row === 1 && c.col === 0)?.rowSpan).toBe(2)
  expect(textsOf(table)).toEqual([
    [1, 0, 'Women are safe at home and abroad'],
    [1, 1, 'Open shelters'],
    [2, 1, 'Train police'],
    [1, 2, 'Shelters'],
    [2, 2, 'Police'],
    [1, 3, 'MoH'],
    [2, 3, 'MoI'],
  ])
})

test('lines at their usual distance, and lists in two columns alone, part no row', () => {
  const close = tableOf(...header, ...[0, 1, 2, 3].map(col => cell(1, col, [20, 'One'], [31, 'Two'])))
  expect(mendedTable(close).rows).toBe(2)
  const lists = tableOf(
    ...header,
    cell(1, 0, [20, 'Women are safe']),
    cell(1, 1, [20, 'Open shelters'], [43, 'Train police']),
    cell(1, 2, [20, 'Shelters'], [43, 'Police']),
    cell(1, 3, [20, 'MoH']),
  )
  expect(mendedTable(lists).rows).toBe(2)
})

test('a row whose cells begin within a sentence goes on from the row above', () => {
  const table = mendedTable(
    tableOf(
      ...header,
      cell(1, 0, [20, 'Women take part in']),
      cell(1, 1, [20, 'Train women of']),
      cell(1, 2, [20, 'Women trained']),
      cell(1, 3, [20, 'Ministry of']),
      cell(2, 0, [31, 'all talks']),
      cell(2, 1, [31, 'ten districts']),
      cell(2, 3, [31, 'Defence']),
    ),
  )
  expect(textsOf(table)).toEqual([
    [1, 0, 'Women take part in all talks'],
    [1, 1, 'Train women of ten districts'],
    [1, 2, 'Women trained'],
    [1, 3, 'Ministry of Defence'],
  ])
})
