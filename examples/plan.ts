/** What an illustrative plan is made of: the same content becomes a PDF and a Word file, and the test's expectation. */

export interface ExampleIndicator {
  text: string
  baseline?: string
  target?: string
}
export interface ExampleRow {
  actions: string[]
  indicators: ExampleIndicator[]
  responsible?: string
  timeframe?: string
  budget?: string
}
export interface ExampleObjective {
  number: string
  text: string
  outcome?: string
  rows: ExampleRow[]
}
export interface ExamplePillar {
  number: string
  text: string
  objectives: ExampleObjective[]
}
/** A column of the matrix: the header as the plan prints it, and what stands in it. */
export interface ExampleColumn {
  header: string
  holds:
    'objective' | 'outcome' | 'actions' | 'indicators' | 'baseline' | 'target' | 'responsible' | 'timeframe' | 'budget'
  /** Share of the table's width, any unit. */
  width: number
}
export interface ExamplePlan {
  /** File name without ending. */
  name: string
  language: 'en' | 'fr' | 'ar'
  title: string
  issuer: string
  period: string
  years: { start: string; end: string }
  /** Printed on every page: nobody may take it for a state's promise. */
  illustrative: string
  sections: { heading: string; paragraphs: string[] }[]
  matrixHeading: string
  columns: ExampleColumn[]
  pillars: ExamplePillar[]
  /** Where a pillar's name stands: a band across the table, or a heading above a table of its own. */
  pillarsAs: 'bands' | 'headings'
}
