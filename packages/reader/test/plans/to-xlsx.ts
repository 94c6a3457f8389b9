/** An illustrative plan as a workbook: the title above, lists with a bullet for each entry, merged cells. */
import writeXlsxFile, { type Row } from 'write-excel-file/node'
import { inRows, tablesOf, type MatrixCell } from './matrix.ts'
import type { MadePlan } from './plan.ts'

/** @param parted whether an empty row stands above each table, as where people leave room */
export async function toXlsx(plan: MadePlan, { parted = true } = {}): Promise<Uint8Array> {
  const columns = plan.columns.length
  const line = (value: string, fontSize = 11): Row => [
    { value, fontSize, fontWeight: fontSize > 11 ? 'bold' : undefined },
  ]
  const gap: Row[] = parted ? [[]] : []
  const rows: Row[] = [
    line(plan.issuer),
    line(plan.title, 18),
    line(plan.period),
    line(plan.illustrative),
    [],
    ...plan.sections.flatMap(s => [line(s.heading, 14), ...s.paragraphs.map(p => line(p)), []]),
    line(plan.matrixHeading, 14),
    ...tablesOf(plan).flatMap(({ heading, header, cells }) => [
      ...gap,
      ...(heading ? [line(heading, 12)] : []),
      ...placed([...header, ...inRows(cells, columns)], columns),
      [],
    ]),
  ]
  return writeXlsxFile(rows, { sheet: 'Plan', rightToLeft: plan.language === 'ar' }).toBuffer()
}

/** Rows with an empty place for every place that a merged cell covers. */
function placed(rows: MatrixCell[][], columns: number): Row[] {
  const covered = rows.map(() => new Set<number>())
  return rows.map((cells, r) => {
    const out: Row = []
    let next = 0
    for (let col = 0; col < columns; col++) {
      if (covered[r]!.has(col)) {
        out.push(null)
        continue
      }
      const cell = cells[next++]
      if (!cell) break
      for (let y = r; y < r + cell.rowSpan; y++)
        for (let x = col; x < col + cell.colSpan; x++) if (y !== r || x !== col) covered[y]?.add(x)
      const text = cell.lines.map(l => (cell.lines.length > 1 ? `• ${l}` : l)).join('\n')
      out.push(
        text
          ? {
              value: text,
              columnSpan: cell.colSpan,
              rowSpan: cell.rowSpan,
              fontWeight: cell.bold ? 'bold' : undefined,
              wrap: true,
            }
          : null,
      )
    }
    return out
  })
}
