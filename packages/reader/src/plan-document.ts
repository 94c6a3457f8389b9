/** The plan document, `open1325-plan/1`: what reading a National Action Plan gives. The contract of every reader and writer. */

export const ITEM_KINDS = ['pillar', 'objective', 'outcome', 'output', 'action', 'indicator'] as const
export type ItemKind = (typeof ITEM_KINDS)[number]

export const FIELD_NAMES = [
  'responsible',
  'partners',
  'timeframe',
  'budget',
  'baseline',
  'target',
  'verification',
] as const
export type FieldName = (typeof FIELD_NAMES)[number]

/** x0, y0, x1, y1 in points from the page's top left, the page turned as a reader sees it. */
export type Box = [number, number, number, number]

/** Where words stand: page and box, or (where there are no pages) a place in words, and the words as printed. */
export interface Cite {
  /** 1-based page of the file, not the printed number; null where there are no pages. */
  page: number | null
  box: Box | null
  /** Where there are no pages: 'table 2, row 5, column 3', 'Sheet1!C7'. */
  at?: string
  quote: string
}

export interface TimeframeValue {
  start: string | null
  end: string | null
}
export interface BudgetValue {
  amount: number
  /** ISO 4217; null where the plan names none. */
  currency: string | null
}
export interface LevelValue {
  number: number
  unit?: string | null
  year?: number | null
}

export interface Field {
  text: string
  cites: Cite[]
  /** What the text means, where that is certain: TimeframeValue, BudgetValue or LevelValue by the field's name. */
  value?: unknown
}

export interface Item {
  id: string
  kind: ItemKind
  /** As printed, without closing punctuation: '1', '2.3', 'AXE 1', 'a'. */
  number: string | null
  text: string
  parent: string | null
  fields: Partial<Record<FieldName, Field>>
  /** One for each page that it touches; never empty. */
  cites: Cite[]
  /** 0..1: how sure the reading is of this item, by the signs in `plan/confidence.ts`. A person looks at the low ones first. */
  confidence?: number
}

export interface Warning {
  /** Stable, for translation: 'ocr', 'ocr-poor', 'no-text', 'no-matrix', 'page-failed', ... */
  code: string
  message: string
  page: number | null
}

export interface PlanDocument {
  format: 'open1325-plan/1'
  source: { name: string; sha256: string; mediaType: string; pages: number | null }
  /** BCP 47, the most used first. */
  languages: string[]
  title: string | null
  issuer: { name: string; code: string | null } | null
  period: { start: string | null; end: string | null } | null
  items: Item[]
  warnings: Warning[]
}

/** One page's size (points) and words in reading order; for search, quotes and the review screen. */
export interface PageText {
  /** 1-based; a file without pages gives one page, number null. */
  number: number | null
  width: number
  height: number
  text: string
}

/** What reading a file gives: the plan document, and the text of every page so that a quote can be sought in it. */
export interface Reading {
  document: PlanDocument
  pages: PageText[]
}
