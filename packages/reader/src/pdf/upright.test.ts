import { expect, test } from 'vitest'
import type { Cell, Table } from '../layout.ts'
import type { Box } from '../plan-document.ts'
import { moveBoxes } from './upright.ts'

function tableOf(text: string, box: Box, nested?: Table): Table {
  const lines = [{ text, page: 1, box, size: 10, bold: false }]
  const cell: Cell = { row: 0, col: 0, rowSpan: 1, colSpan: 1, box, lines, ...(nested && { nested: [nested] }) }
  // The logical cell shares its lines with the part's, as a stitched table does.
  return { parts: [{ page: 1, box, cells: [cell] }], cells: [{ ...cell }], rows: 1, cols: 1, headerRows: 0 }
}

test('what stands in a table within a cell moves with its page, once', () => {
  const inner = tableOf('inner', [10, 10, 20, 20])
  const outer = tableOf('outer', [0, 0, 50, 50], inner)
  const right = ([x0, y0, x1, y1]: Box): Box => [x0 + 100, y0, x1 + 100, y1]
  moveBoxes([{ type: 'table', table: outer }], new Map([[1, right]]))
  expect(outer.cells[0]!.box).toEqual([100, 0, 150, 50])
  expect(inner.parts[0]!.box).toEqual([110, 10, 120, 20])
  expect(inner.cells[0]!.box).toEqual([110, 10, 120, 20])
  expect(inner.cells[0]!.lines[0]!.box).toEqual([110, 10, 120, 20])
})
