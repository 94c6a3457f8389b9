/** The matrix as cells, the same for every format: bands, merged cells, one line for each entry of a list. */
import type { MadeColumn, MadePillar, MadePlan } from './plan.ts'

export interface MatrixCell {
  lines: string[]
  bold: boolean
  colSpan: number
  rowSpan: number
}
export interface MatrixTable {
  heading: string | null
  /** Header rows; the second only where money stands in columns by year. */
  header: MatrixCell[][]
  /** Row by row, the cells that start there. */
  cells: MatrixCell[]
}

const plain = (lines: string[], rowSpan = 1): MatrixCell => ({ lines, bold: false, colSpan: 1, rowSpan })
const bold = (line: string, colSpan = 1, rowSpan = 1): MatrixCell => ({ lines: [line], bold: true, colSpan, rowSpan })
const numbered = (number: string | undefined, text: string) => (number ? `${number}. ${text}` : text)

// French sets a space before the colon.
const nameOf = (p: MadePillar, plan: MadePlan) => `${p.number}${plan.language === 'fr' ? ' :' : ':'} ${p.text}`

function rowsOf(pillar: MadePillar, plan: MadePlan): MatrixCell[] {
  const rows = pillar.objectives.reduce((sum, objective) => sum + objective.rows.length, 0)
  return pillar.objectives.flatMap((objective, o) => [
    ...(plan.objectivesAs === 'bands' ? [bold(numbered(objective.number, objective.text), plan.columns.length)] : []),
    ...objective.rows.flatMap((row, i) =>
      plan.columns.flatMap(({ holds }): MatrixCell[] => {
        if (typeof holds === 'object' && 'mark' in holds) return [plain([row.marks?.includes(holds.mark) ? 'X' : ''])]
        if (typeof holds === 'object') return [plain([row.byYear?.[holds.year - firstYear(plan)] ?? '–'])]
        switch (holds) {
          case 'pillar':
            return o + i === 0 ? [bold(nameOf(pillar, plan), 1, rows)] : []
          case 'objective':
            return i === 0 ? [plain([numbered(objective.number, objective.text)], objective.rows.length)] : []
          case 'outcome':
            return i === 0 ? [plain([objective.outcome ?? ''], objective.rows.length)] : []
          case 'actions':
            return [plain(row.actions.map((a, n) => (n === 0 && row.number ? `${row.number} ${a}` : a)))]
          case 'indicators':
            return [plain(row.indicators.map(n => n.text))]
          case 'baseline':
          case 'target':
            return [plain([row.indicators[0]?.[holds] ?? '–'])]
          case 'responsible':
          case 'partners':
          case 'timeframe':
          case 'budget':
          case 'verification':
            return [plain([row[holds] ?? '–'])]
        }
      }),
    ),
  ])
}

const isYear = (holds: MadeColumn['holds']): holds is { year: number } => typeof holds === 'object' && 'year' in holds

export const firstYear = (plan: MadePlan): number =>
  Math.min(...plan.columns.flatMap(c => (isYear(c.holds) ? [c.holds.year] : [])))

function headerOf(plan: MadePlan): MatrixCell[][] {
  const years = plan.columns.filter(c => isYear(c.holds))
  if (!years.length) return [plan.columns.map(c => bold(c.header))]
  const first = plan.columns.findIndex(c => isYear(c.holds))
  const upper = plan.columns.flatMap((c, i) =>
    isYear(c.holds) ? (i === first ? [bold(plan.yearsHeader ?? '', years.length)] : []) : [bold(c.header, 1, 2)],
  )
  return [upper, years.map(c => bold(c.header))]
}

export function tablesOf(plan: MadePlan): MatrixTable[] {
  const header = headerOf(plan)
  if (plan.pillarsAs === 'headings')
    return plan.pillars.map(pillar => ({ heading: nameOf(pillar, plan), header, cells: rowsOf(pillar, plan) }))
  const cells = plan.pillars.flatMap(p => [
    ...(plan.pillarsAs === 'bands' ? [bold(nameOf(p, plan), plan.columns.length)] : []),
    ...rowsOf(p, plan),
  ])
  return [{ heading: null, header, cells }]
}

/** Groups cells that stand one after the other into rows of `columns` columns, merged cells counted where they reach. */
export function inRows(cells: MatrixCell[], columns: number): MatrixCell[][] {
  const rows: MatrixCell[][] = []
  const taken: number[] = []
  let at = 0
  for (let row = 0; at < cells.length; row++) {
    let free = columns - (taken[row] ?? 0)
    const inRow: MatrixCell[] = []
    while (free > 0 && at < cells.length) {
      const cell = cells[at++]!
      inRow.push(cell)
      free -= cell.colSpan
      for (let r = 1; r < cell.rowSpan; r++) taken[row + r] = (taken[row + r] ?? 0) + cell.colSpan
    }
    rows.push(inRow)
  }
  return rows
}
