/** The plan document that a made-up plan is the source of. Cites are without pages: the layout decides those. */
import type { Field, FieldName, Item, PlanDocument } from '../../src/plan-document.ts'
import type { MadePlan, MadeRow } from './plan.ts'

export function truthOf(plan: MadePlan): Pick<PlanDocument, 'title' | 'issuer' | 'period' | 'items'> {
  const items: Item[] = []
  const cites = (quote: string) => [{ page: null, box: null, quote }]
  const shown = new Set(plan.columns.map(c => (typeof c.holds === 'object' ? 'budget' : c.holds)))
  const add = (
    kind: Item['kind'],
    number: string | null,
    text: string,
    parent: string | null,
    fields: Item['fields'],
  ) => {
    const id = `${kind}${items.length}`
    items.push({ id, kind, number, text, parent, fields, cites: cites(text) })
    return id
  }
  const field = (text: string | undefined): Field | undefined => (text ? { text, cites: cites(text) } : undefined)
  const present = (fields: Partial<Record<FieldName, Field | undefined>>): Item['fields'] =>
    Object.fromEntries(Object.entries(fields).filter(([, f]) => f !== undefined))
  const actionFields = (row: MadeRow) =>
    present({
      responsible: field(row.responsible),
      partners: field(row.partners),
      timeframe: field(row.marks ? row.marks.join(' ') : row.timeframe),
      budget: field(row.byYear ? row.byYear.filter(t => t !== '–').join(' ') : row.budget),
    })
  for (const pillar of plan.pillars) {
    const p = add('pillar', pillar.number, pillar.text, null, {})
    for (const objective of pillar.objectives) {
      const o = add('objective', objective.number, objective.text, p, {})
      const parent = shown.has('outcome') && objective.outcome ? add('outcome', null, objective.outcome, o, {}) : o
      for (const row of objective.rows) {
        row.actions.forEach((text, i) =>
          add('action', i === 0 ? (row.number ?? null) : null, text, parent, actionFields(row)),
        )
        for (const { text } of row.indicators) {
          // A row's one cell for baseline or target counts for each of its indicators.
          const { baseline, target } = row.indicators[0]!
          const fields = { baseline: field(baseline), target: field(target), verification: field(row.verification) }
          add('indicator', null, text, parent, present(fields))
        }
      }
    }
  }
  return { title: plan.title, issuer: { name: plan.issuer, code: null }, period: plan.years, items }
}
