/** Tables as they are printed before any meaning is given to them. */
import type { Layout, Table } from '../layout.ts'
import type { Box } from '../plan-document.ts'
import { joinLines } from '../text/join.ts'

export interface PlainTables {
  tables: {
    /** A table that goes on over pages has one part for each page; rows and columns count from 0 within the part. */
    parts: {
      page: number | null
      box: Box | null
      cells: { row: number; col: number; rowSpan: number; colSpan: number; text: string }[]
    }[]
  }[]
}

/** All tables of a document in reading order. */
export function plainTables(layout: Layout): PlainTables {
  return { tables: layout.blocks.filter(block => block.type === 'table').map(block => plainTable(block.table)) }
}

function plainTable({ parts }: Table): PlainTables['tables'][number] {
  return {
    parts: parts.map(({ page, box, cells }) => ({
      page,
      box,
      cells: cells.map(({ row, col, rowSpan, colSpan, lines }) => ({
        row,
        col,
        rowSpan,
        colSpan,
        text: joinLines(lines),
      })),
    })),
  }
}
