/** A table on one page while it is being found: cells with their words, before lines are made. */
import type { Box } from '../plan-document.ts'
import type { Word } from '../text/words.ts'

export interface GridCell {
  row: number
  col: number
  rowSpan: number
  colSpan: number
  box: Box
  words: Word[]
  /** Tables within the cell. */
  nested?: Grid[]
}

export interface Grid {
  box: Box
  /** Edges of the columns from the left, one more than there are columns. */
  xs: number[]
  ys: number[]
  cells: GridCell[]
  /** Where the columns' text lies, from x to x: what tells the columns of two pages apart or the same. */
  extents: [number, number][]
  /** How it was found. */
  by: 'rulings' | 'space' | 'tags'
}
