/** Tables of a Word file, with a header row that comes again on each page. */
import { BorderStyle, ShadingType, Table, TableCell, TableRow, WidthType, type Paragraph } from 'docx'
import { columnShares, words, type Inline, type Table as ReportTable } from './document.ts'

const border = { style: BorderStyle.SINGLE, size: 4, color: 'AAAAAA' }
const BORDERS = {
  top: border,
  bottom: border,
  left: border,
  right: border,
  insideHorizontal: border,
  insideVertical: border,
}
const SHADED = { type: ShadingType.CLEAR, color: 'auto', fill: 'EDE9F0' }
/** The width between the margins, in twentieths of a point (A4, margins of 2.5 cm). */
export const TEXT_WIDTH = 9070

/** @param paragraphOf a cell's words; `keepNext`: on one page with the next row */
export function tableOf(
  { header, rows }: Pick<ReportTable, 'header' | 'rows'>,
  rtl: boolean,
  paragraphOf: (line: readonly Inline[], keepNext: boolean) => Paragraph,
): Table {
  const widths = columnShares({ header, rows }).map(share => Math.floor(TEXT_WIDTH * share))
  const row = (lines: readonly Inline[][], { isHeader = false, keepNext = false }) =>
    new TableRow({
      ...(isHeader ? { tableHeader: true } : {}),
      cantSplit: true,
      children: lines.map(
        (line, n) =>
          new TableCell({
            ...(isHeader ? { shading: SHADED } : {}),
            width: { size: widths[n]!, type: WidthType.DXA },
            margins: { top: 50, bottom: 50, left: 90, right: 90 },
            children: [paragraphOf(line, keepNext)],
          }),
      ),
    })
  return new Table({
    visuallyRightToLeft: rtl,
    borders: BORDERS,
    columnWidths: widths,
    width: { size: TEXT_WIDTH, type: WidthType.DXA },
    rows: [
      row(
        header.map(text => [words(text, { strong: true })]),
        { isHeader: true, keepNext: rows.length > 0 },
      ),
      // The last row is not left alone on a page.
      ...rows.map((cells, n) => row(cells, { keepNext: rows.length > 2 && n === rows.length - 2 })),
    ],
  })
}
