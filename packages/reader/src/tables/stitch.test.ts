import { expect, test } from 'vitest'
import type { Cell } from '../layout.ts'
import { stitch, type FoundPart } from './stitch.ts'

/** A part of a ruled table of three columns; each row's texts, '^' for the cell above. */
function part(page: number, rows: string[][]): FoundPart {
  const cells: Cell[] = []
  rows.forEach((texts, row) =>
    texts.forEach((text, col) => {
      const above = cells.findLast(cell => cell.col === col)
      if (text === '^' && above) above.rowSpan++
      else {
        const lines = text ? [{ text, page, box: null, size: 10, bold: false }] : []
        cells.push({ row, col, rowSpan: 1, colSpan: 1, box: null, lines })
      }
    }),
  )
  const extents = [0, 100, 200].map((x): [number, number] => [x, x + 100])
  return {
    part: { page, box: null, cells },
    extents,
    by: 'rulings',
    first: true,
    last: true,
    headerRows: 1,
    cutRows: new Set(),
  }
}
const textsOf = (...parts: FoundPart[]) =>
  stitch(parts).cells.map(c => `${c.row},${c.col} ${c.lines.map(l => l.text).join(' ')}`)

const HEAD = ['Objective', 'Action', 'Responsible']

test('a row goes on over the page where one of its texts begins within a sentence and none was finished', () => {
  const read = textsOf(
    part(1, [HEAD, ['Peace', 'Train', 'Ministry'], ['Law', 'Change', 'Court'], ['Land', 'Give titles to', 'Registry']]),
    part(2, [['', 'both spouses', 'Office']]),
  )
  expect(read.slice(-3)).toEqual(['3,0 Land', '3,1 Give titles to both spouses', '3,2 Registry Office'])
})

test('a merged cell may go on beside a row that begins', () => {
  const read = textsOf(
    part(1, [HEAD, ['Women are', 'Train', 'Ministry'], ['^', 'Pay', 'Ministry'], ['Law knows', 'Change', 'Court']]),
    part(2, [['all survivors', 'Train judges', 'Court']]),
  )
  expect(read).toContain('4,1 Train judges')
})
