/** Under which objective a row stands. Pure. */
import type { PlanItem } from './model.ts'

export interface ObjectiveAbove {
  /** Its id in the plan document, and on the plan's page. */
  id: string
  number: string | null
  text: string
}

/** By a row's id in the plan document ('i12'): the nearest objective that it is or hangs under; null where there is none. */
export function objectivesOf(items: PlanItem[]): (itemId: string) => ObjectiveAbove | null {
  const byId = new Map(items.map(item => [item.id, item]))
  const byRef = new Map(items.map(item => [`i${item.ref}`, item]))
  return itemId => {
    let item = byRef.get(itemId)
    for (let steps = 0; item && item.kind !== 'objective' && steps < items.length; steps++)
      item = item.parentId ? byId.get(item.parentId) : undefined
    return item?.kind === 'objective' ? { id: `i${item.ref}`, number: item.number, text: item.text } : null
  }
}
