/** An illustrative plan as Markdown: pipe tables, whose cells span nothing; what spans is written once, with empty cells below it. */
import { inRows, tablesOf, type MatrixCell } from './matrix.ts'
import type { MadePlan } from './plan.ts'
import { proseOf } from './prose.ts'

export function toMarkdown(plan: MadePlan): string {
  const parts = [
    plan.issuer,
    `# ${plan.title}`,
    plan.period,
    `*${plan.illustrative}*`,
    ...plan.sections.flatMap(s => [`## ${s.heading}`, ...s.paragraphs]),
    ...(plan.prose ? prose(plan, plan.prose) : [`## ${plan.matrixHeading}`, ...matrix(plan)]),
  ]
  return parts.join('\n\n') + '\n'
}

function matrix(plan: MadePlan): string[] {
  const columns = plan.columns.length
  return tablesOf(plan).flatMap(({ heading, header, cells }) => {
    const [head, ...rows] = inRows([...flat(header), ...cells], columns).reduce(down(columns), {
      rows: [],
      open: [],
    }).rows
    const lines = [head!, Array.from({ length: columns }, () => '---'), ...rows].map(r => `| ${r.join(' | ')} |`)
    return [...(heading ? [`### ${heading}`] : []), lines.join('\n')]
  })
}

// Markdown has one header row: 'Budget' over '2025' becomes 'Budget 2025'.
const flat = ([upper = [], lower = []]: MatrixCell[][]): MatrixCell[] =>
  upper.flatMap(over =>
    over.colSpan === 1
      ? [{ ...over, rowSpan: 1 }]
      : lower.map(c => ({ ...c, lines: [`${over.lines[0]} ${c.lines[0]}`] })),
  )

/** Rows of text with an empty cell wherever another reaches. */
function down(columns: number) {
  return (done: { rows: string[][]; open: number[] }, cells: MatrixCell[]) => {
    const row: string[] = []
    let next = 0
    for (let col = 0; col < columns; col++) {
      if ((done.open[col] ?? 0) > 0) {
        done.open[col]!--
        row.push('')
        continue
      }
      const cell = cells[next++]
      if (!cell) break
      for (let x = col; x < col + cell.colSpan; x++) done.open[x] = cell.rowSpan - 1
      const words = cell.lines.map(l => (cell.lines.length > 1 ? `• ${l}` : l)).join('<br>')
      row.push(cell.bold ? `**${words}**` : words, ...Array.from({ length: cell.colSpan - 1 }, () => ''))
      col += cell.colSpan - 1
    }
    done.rows.push(row)
    return done
  }
}

function prose(plan: MadePlan, words: NonNullable<MadePlan['prose']>): string[] {
  return proseOf(plan, words).map(block => {
    switch (block.type) {
      case 'heading':
        return `${'#'.repeat(block.level + 1)} ${block.text}`
      case 'label':
        return `**${block.text}**`
      case 'paragraph':
        return block.text
      case 'list':
        return block.entries.map(entry => `- ${entry}`).join('\n')
    }
  })
}
