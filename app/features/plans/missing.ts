/** What the plan leaves unsaid about a row, by the X-ray's own rule. Pure. */
import type { Xray, XrayRow } from '@open1325/appraisal'
import type { PlanItem } from './model.ts'

export type Missing = XrayRow

/** A measure's row names these; baseline and target are named beside its indicators. */
const OF_MEASURES: XrayRow[] = ['indicator', 'responsible', 'timeframe', 'budget']

/** What each row lacks, by the item's id; a row that lacks nothing, or of which nothing is asked, is not in it. */
export function missingIn(picture: Xray, items: PlanItem[]): Map<string, Missing[]> {
  const missing = new Map<string, Missing[]>()
  const ids = new Map(items.map(item => [`i${item.ref}`, item.id]))
  for (const [n, { itemId }] of picture.columns.entries()) {
    const lacks = picture.rows.filter(row => OF_MEASURES.includes(row.name) && !row.cells[n]).map(row => row.name)
    const id = ids.get(itemId)
    if (id && lacks.length) missing.set(id, lacks)
  }
  for (const { id, kind, fields } of items) {
    if (kind !== 'indicator') continue
    const lacks = (['baseline', 'target'] as const).filter(name => !fields[name])
    if (lacks.length) missing.set(id, lacks)
  }
  return missing
}
