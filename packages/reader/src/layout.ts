/**
 * What every format is brought to before any meaning is given: paragraphs and tables in reading order, each line of text with its
 * place. A PDF, a DOCX or a spreadsheet is read into a Layout; the plan is read out of a Layout.
 */
import type { Box } from './plan-document.ts'

/** One line of text where it stands. Word spaces and line-end hyphens are already mended; bullets and numbers are still in it. */
export interface TextLine {
  text: string
  /** 1-based; null where the format has no pages. */
  page: number | null
  box: Box | null
  /** Type size in points; 0 where unknown. */
  size: number
  bold: boolean
  /** A list paragraph of the format itself (DOCX numbering): its depth from 0 and its printed marker. */
  list?: { level: number; marker: string }
  /** The line ends at a paragraph's end in the format itself (DOCX, a PDF's tags); unknown in an untagged PDF. */
  paragraphEnd?: boolean
  /** The line's last word goes on in the next line: join them without a space. A hyphen that belongs to the word is still in `text`. */
  hyphenated?: boolean
  /** 0..1: how sure its letters are, where they were read from a picture. */
  confidence?: number
}

/**
 * A cell of one part of a table, as `open1325 tables` prints it. Rows and columns count from 0 within the part, columns in the direction
 * of reading: in a table of right-to-left text the first column is the rightmost.
 */
export interface Cell {
  row: number
  col: number
  rowSpan: number
  colSpan: number
  box: Box | null
  /** Where there are no pages: 'table 2, row 5, column 3'. */
  at?: string
  lines: TextLine[]
  /** Tables within the cell, in their order. */
  nested?: Table[]
}

/** A table's part on one page. */
export interface TablePart {
  /** What told its cells apart; unknown in formats that have tables of their own. */
  by?: 'rulings' | 'space' | 'tags'
  page: number | null
  box: Box | null
  cells: Cell[]
}

/**
 * A table. `parts` is what stands on each page; `cells` is the one logical grid: repeated headers left out, rows that a page break
 * cuts joined (their lines keep their own page), merged cells that go on over the break joined.
 */
export interface Table {
  parts: TablePart[]
  cells: Cell[]
  rows: number
  cols: number
  /** How many rows at the top of `cells` are the header; 0 where none was recognised by its look or its tags. */
  headerRows: number
}

export interface Paragraph {
  type: 'paragraph'
  lines: TextLine[]
  /** Heading level from 1 where the format or the look says so; null for body text. */
  heading: number | null
}
export interface TableBlock {
  type: 'table'
  table: Table
}
export type Block = Paragraph | TableBlock

export interface LayoutPage {
  /** 1-based; null for a format without pages. */
  number: number | null
  width: number
  height: number
  /** All the words of the page in reading order, running headers included, a cell or paragraph a line: what a quote is sought in. */
  text: string
}

export interface Layout {
  mediaType: string
  /** The title that the file itself carries (a PDF's document information); often not the document's. */
  title?: string
  pages: LayoutPage[]
  /** Reading order over the whole document; running headers, page numbers, footnotes and tables of contents left out. */
  blocks: Block[]
  /** Stable code, English sentence, page: 'no-text', 'page-failed', ... */
  warnings: { code: string; message: string; page: number | null }[]
}
