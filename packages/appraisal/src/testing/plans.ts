/** Small made-up readings for tests: prose by page, rows of a matrix. */
import type { Field, FieldName, Item, ItemKind, PlanDocument, Reading } from '@open1325/reader'
import type { Finding } from '../appraisal.ts'
import { appraise } from '../appraise.ts'

export interface Row {
  pillar?: string
  objective?: string
  action?: string
  responsible?: string
  partners?: string
  timeframe?: string
  budget?: string
  indicators?: { text: string; baseline?: string; target?: string }[]
}

export interface SamplePlan {
  language: string
  /** The text of each page; lines as printed. */
  pages?: string[]
  rows?: Row[]
  period?: { start: string | null; end: string | null }
}

export const AS_OF = '2026-11-21'

const FIELDS = ['responsible', 'partners', 'timeframe', 'budget'] as const

export function item(
  kind: ItemKind,
  id: string,
  text: string,
  parent: string | null,
  fields: Item['fields'] = {},
): Item {
  return { id, kind, number: null, text, parent, fields, cites: [{ page: 1, box: null, quote: text }] }
}

export function field(text: string): Field {
  return { text, cites: [{ page: 1, box: null, quote: text }] }
}

/** The rows as items: a pillar or objective is made where a row names one, and goes on over the rows beneath. */
export function itemsOf(rows: Row[]): Item[] {
  const items: Item[] = []
  let pillar: string | null = null
  let objective: string | null = null
  for (const [index, row] of rows.entries()) {
    if (row.pillar) items.push(item('pillar', (pillar = `p${index}`), row.pillar, null))
    if (row.objective) items.push(item('objective', (objective = `o${index}`), row.objective, pillar))
    const parent = objective ?? pillar
    const fields: Item['fields'] = {}
    for (const name of FIELDS) if (row[name]) fields[name] = field(row[name])
    if (row.action) items.push(item('action', `a${index}`, row.action, parent, fields))
    for (const [place, indicator] of (row.indicators ?? []).entries()) {
      const levels: Partial<Record<FieldName, Field>> = {}
      if (indicator.baseline) levels.baseline = field(indicator.baseline)
      if (indicator.target) levels.target = field(indicator.target)
      items.push(item('indicator', `i${index}.${place}`, indicator.text, parent, levels))
    }
  }
  return items
}

export function documentOf(items: Item[], language = 'en'): PlanDocument {
  return {
    format: 'open1325-plan/1',
    source: { name: 'plan.pdf', sha256: '0'.repeat(64), mediaType: 'application/pdf', pages: 1 },
    languages: [language],
    title: null,
    issuer: null,
    period: null,
    items,
    warnings: [],
  }
}

export function readingOf({ language, pages = [], rows = [], period }: SamplePlan): Reading {
  const texts = pages.length > 0 ? pages : ['']
  return {
    document: { ...documentOf(itemsOf(rows), language), period: period ?? null },
    pages: texts.map((text, index) => ({ number: index + 1, width: 595, height: 842, text })),
  }
}

/** The finding for one criterion on a made-up plan, on the same day in every test. */
export function findingOf(criterion: string, plan: SamplePlan): Finding {
  const found = appraise(readingOf(plan), { asOf: AS_OF }).findings.find(finding => finding.criterion === criterion)
  if (!found) throw new Error(`no such criterion: ${criterion}`)
  return found
}
