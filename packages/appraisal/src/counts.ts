/** How many items of each kind a plan has, and how many carry each field. */
import type { FieldName, ItemKind, PlanDocument } from '@open1325/reader'

const NO_ITEMS: Record<ItemKind, number> = { pillar: 0, objective: 0, outcome: 0, output: 0, action: 0, indicator: 0 }

export function counts(document: PlanDocument): Record<ItemKind, number> {
  const count = { ...NO_ITEMS }
  for (const item of document.items) count[item.kind]++
  return count
}

/** The figures of a plan's first line: pages, languages, period, items by kind, and fields by name ('37 of 37 name who is responsible'). */
export interface Summary {
  /** Null for a format without pages. */
  pages: number | null
  languages: string[]
  period: { start: string | null; end: string | null } | null
  items: Record<ItemKind, number>
  /** How many items carry the field. */
  fields: Record<FieldName, number>
}

export function summary(document: PlanDocument): Summary {
  const fields: Record<FieldName, number> = {
    responsible: 0,
    partners: 0,
    timeframe: 0,
    budget: 0,
    baseline: 0,
    target: 0,
    verification: 0,
  }
  for (const item of document.items) for (const name of Object.keys(item.fields) as FieldName[]) fields[name]++
  return {
    pages: document.source.pages,
    languages: document.languages,
    period: document.period,
    items: counts(document),
    fields,
  }
}
