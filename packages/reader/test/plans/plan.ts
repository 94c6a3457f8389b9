/** What a made-up plan is made of: the same content becomes a PDF, a Word file, and the truth that a reading is held against. */

export interface MadeIndicator {
  text: string
  baseline?: string
  target?: string
}
export interface MadeRow {
  /** Printed before the first action: '1.1.1'. */
  number?: string
  actions: string[]
  indicators: MadeIndicator[]
  responsible?: string
  partners?: string
  timeframe?: string
  budget?: string
  verification?: string
  /** Money by year, for plans whose budget stands in columns by year. */
  byYear?: string[]
  /** The years that are marked, for plans whose time stands in columns by year. */
  marks?: number[]
}
export interface MadeObjective {
  number: string
  text: string
  outcome?: string
  rows: MadeRow[]
}
export interface MadePillar {
  number: string
  text: string
  objectives: MadeObjective[]
}
/** A column of the matrix: the header as the plan prints it, and what stands in it. */
export interface MadeColumn {
  header: string
  holds:
    | 'pillar'
    | 'objective'
    | 'outcome'
    | 'actions'
    | 'indicators'
    | 'baseline'
    | 'target'
    | 'responsible'
    | 'partners'
    | 'timeframe'
    | 'budget'
    | 'verification'
    /** Money by year: the header row above says 'budget', this one the years. */
    | { year: number }
    /** A mark where the row's measures are carried out in this year. */
    | { mark: number }
  /** Share of the table's width, any unit. */
  width: number
}
export interface MadePlan {
  /** File name without ending. */
  name: string
  /** BCP 47. */
  language: string
  title: string
  issuer: string
  period: string
  /** The years that the plan says; null where it only says until when. */
  years: { start: string | null; end: string }
  /** Printed on every page: nobody may take it for a state's promise. */
  illustrative: string
  sections: { heading: string; paragraphs: string[] }[]
  matrixHeading: string
  columns: MadeColumn[]
  /** Printed above the columns by year. */
  yearsHeader?: string
  pillars: MadePillar[]
  /** Where a pillar's name stands: a band across the table, a heading above a table of its own, or a merged cell of the first column. */
  pillarsAs: 'bands' | 'headings' | 'cells'
  /** Where an objective stands: a merged cell of the first column, a band of its own, or (a plan in prose) a heading. */
  objectivesAs?: 'cells' | 'bands'
  /** How the matrix is set: its rules, or the shading of every other row or of its header and bands where it has none. */
  rules?: 'all' | 'horizontal' | 'none' | 'header-only' | 'zebra' | 'shaded-bands'
  /** Landscape unless told otherwise. */
  portrait?: boolean
  /** A plan without a matrix: headings, numbered measures, lists. The words before lists of indicators and names of bodies. */
  prose?: {
    columns: 1 | 2
    indicators: string
    responsible: string
    numbered: boolean
    /** Printed over the list of an objective's measures: 'The Government will:'. */
    lead?: string
    /** Who, when and how it is measured stand in the measure's own paragraph. */
    within?: { timeframe: string }
  }
}
