/** A plan on the desk and before the public: the instrument, its items as a tree, and the plan document that they make. Pure. */
import type { Cite, Field, FieldName, Item, ItemKind, PlanDocument } from '@open1325/reader'

export const INSTRUMENT_KINDS = [
  'national-action-plan',
  'regional-action-plan',
  'local-action-plan',
  'policy',
  'other',
] as const
export type InstrumentKind = (typeof INSTRUMENT_KINDS)[number]

export interface Instrument {
  id: string
  organisationId: string
  slug: string
  kind: InstrumentKind
  title: string
  issuer: string | null
  /** ISO 3166-1 alpha-3. */
  country: string | null
  /** ISO 8601, as precise as the plan is. */
  periodStart: string | null
  periodEnd: string | null
  /** BCP 47, the most used first. */
  languages: string[]
  illustrative: boolean
  fileSha256: string
  fileName: string
  mediaType: string
  /** Null for a format without pages, and until the file was read. */
  pages: number | null
  createdAt: Date
  publishedAt: Date | null
  version: number
}

/** An item as it stands now: what the machine read, mended and confirmed by people. */
export interface PlanItem {
  id: string
  /** The public number within the plan: never given twice, kept through corrections and new readings. */
  ref: number
  kind: ItemKind
  number: string | null
  text: string
  parentId: string | null
  position: number
  fields: Partial<Record<FieldName, Field>>
  cites: Cite[]
  confidence: number | null
  state: 'read' | 'confirmed'
  version: number
}

export interface PlanNode extends PlanItem {
  children: PlanNode[]
}

/** The items as a forest in reading order. An item whose parent is missing stands at the top: nothing is lost. */
export function treeOf(items: PlanItem[]): PlanNode[] {
  const nodes = new Map(items.map(item => [item.id, { ...item, children: [] as PlanNode[] }]))
  const top: PlanNode[] = []
  for (const item of [...items].sort((a, b) => a.position - b.position)) {
    const node = nodes.get(item.id)!
    const parent = item.parentId ? nodes.get(item.parentId) : undefined
    ;(parent?.children ?? top).push(node)
  }
  return top
}

/** What is thought doubtful under this confidence, and shown first in the review. */
export const DOUBTFUL = 0.7

/** The items as the plan document, `open1325-plan/1`; an item's id is 'i' and its public number. */
export function toPlanDocument(instrument: Instrument, items: PlanItem[]): PlanDocument {
  const refs = new Map(items.map(item => [item.id, `i${item.ref}`]))
  const inOrder = [...items].sort((a, b) => a.position - b.position)
  return {
    format: 'open1325-plan/1',
    source: {
      name: instrument.fileName,
      sha256: instrument.fileSha256,
      mediaType: instrument.mediaType,
      pages: instrument.pages,
    },
    languages: instrument.languages,
    title: instrument.title,
    issuer: instrument.issuer ? { name: instrument.issuer, code: instrument.country } : null,
    period:
      instrument.periodStart || instrument.periodEnd
        ? { start: instrument.periodStart, end: instrument.periodEnd }
        : null,
    items: inOrder.map(({ ref, kind, number, text, parentId, fields, cites }): Item => ({
      id: `i${ref}`,
      kind,
      number,
      text,
      parent: (parentId && refs.get(parentId)) ?? null,
      fields,
      cites,
    })),
    warnings: [],
  }
}

/** One run of the reader over the plan's file. */
export interface ReadingRun {
  id: string
  state: 'queued' | 'running' | 'done' | 'failed' | 'cancelled'
  pagesDone: number
  /** Null until the file is open. */
  pages: number | null
  startedAt: Date | null
  endedAt: Date | null
  /** The reader's code ('encrypted', 'broken', ...) or 'went-wrong'. */
  error: string | null
}

export const isUnderWay = (run: ReadingRun | null | undefined): boolean =>
  run?.state === 'queued' || run?.state === 'running'

/** Where the pages of a plan live. */
export const paths = {
  plan: (slug: string) => `/plans/${slug}`,
  item: (slug: string, ref: number) => `/plans/${slug}/items/${ref}`,
  /** The page picture with the boxes of an item drawn over it. */
  page: (slug: string, page: number, ref?: number) => `/plans/${slug}/pages/${page}${ref ? `?item=${ref}` : ''}`,
  picture: (slug: string, page: number) => `/plans/${slug}/pages/${page}.webp`,
  original: (slug: string) => `/plans/${slug}/original`,
  download: (slug: string, format: 'csv' | 'xlsx' | 'json') => `/plans/${slug}.${format}`,
  desk: (slug: string) => `/desk/plans/${slug}`,
  review: (slug: string) => `/desk/plans/${slug}/review`,
  appraisal: (slug: string) => `/desk/plans/${slug}/appraisal`,
}
