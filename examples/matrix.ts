/** The matrix as cells, the same for every format: bands, merged cells, one line for each entry of a list. */
import type { ExampleColumn, ExamplePlan, ExamplePillar } from './plan.ts'

export interface MatrixCell {
  lines: string[]
  bold: boolean
  colSpan: number
  rowSpan: number
}
export interface MatrixTable {
  heading: string | null
  /** Row by row, the cells that start there. */
  cells: MatrixCell[]
}

const plain = (lines: string[], rowSpan = 1): MatrixCell => ({ lines, bold: false, colSpan: 1, rowSpan })

function rowsOf(pillar: ExamplePillar, columns: ExampleColumn[]): MatrixCell[] {
  return pillar.objectives.flatMap(objective =>
    objective.rows.flatMap((row, i) =>
      columns.flatMap(({ holds }): MatrixCell[] => {
        switch (holds) {
          case 'objective':
            return i === 0 ? [plain([`${objective.number}. ${objective.text}`], objective.rows.length)] : []
          case 'outcome':
            return i === 0 ? [plain([objective.outcome ?? ''], objective.rows.length)] : []
          case 'actions':
            return [plain(row.actions)]
          case 'indicators':
            return [plain(row.indicators.map(n => n.text))]
          case 'baseline':
          case 'target':
            return [plain([row.indicators[0]?.[holds] ?? '–'])]
          case 'responsible':
          case 'timeframe':
          case 'budget':
            return [plain([row[holds] ?? '–'])]
        }
      }),
    ),
  )
}

export function tablesOf(plan: ExamplePlan): MatrixTable[] {
  // French sets a space before the colon.
  const nameOf = (p: ExamplePillar) => `${p.number}${plan.language === 'fr' ? ' :' : ':'} ${p.text}`
  if (plan.pillarsAs === 'headings')
    return plan.pillars.map(pillar => ({ heading: nameOf(pillar), cells: rowsOf(pillar, plan.columns) }))
  const band = (p: ExamplePillar): MatrixCell => ({
    lines: [nameOf(p)],
    bold: true,
    colSpan: plan.columns.length,
    rowSpan: 1,
  })
  return [{ heading: null, cells: plan.pillars.flatMap(p => [band(p), ...rowsOf(p, plan.columns)]) }]
}
