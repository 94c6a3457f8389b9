/** Who has not answered, not reported, let a plan run out: what is asked of the data, and what it found. Pure. */

export const ABSENCES = ['round', 'expired', 'unreported', 'overdue'] as const

/** What is asked. */
export type AbsenceSource =
  /** Governments that have not answered a round of one's own by its closing date. */
  | { kind: 'round'; round: string }
  /** Countries whose last national action plan ran out without a successor. */
  | { kind: 'expired' }
  /** Countries with a plan, of which no government's word was published in these months. */
  | { kind: 'unreported'; months: number }
  /** Commitments past their due day without a word of the government; of one country, or all. */
  | { kind: 'overdue'; country: string | null }

/** What was found, in no language. Dates are ISO 8601 days, countries ISO 3166-1 alpha-3. */
export type AbsenceFound =
  | {
      kind: 'round'
      title: string
      closedOn: string
      /** Its public page; null where the round was not published. */
      page: string | null
      /** How many governments were asked. */
      asked: number
      countries: string[]
      /** Silent governments whose country was not entered. */
      unplaced: number
      /** How many organisations have not answered: they are counted, never named. */
      organisations: number
      people: number
    }
  | {
      kind: 'expired'
      of: number
      rows: { country: string; title: string; language: string | null; slug: string; endedOn: string }[]
    }
  | { kind: 'unreported'; months: number; of: number; rows: { country: string; plans: number; last: string | null }[] }
  | {
      kind: 'overdue'
      country: string | null
      total: number
      rows: {
        country: string
        plan: string
        slug: string
        ref: number
        read: boolean
        number: string | null
        text: string
        language: string | null
        due: string
      }[]
    }

export interface Absence {
  found: AbsenceFound
  /** A digest of what was found, whatever day it was asked on. */
  version: string
}

/** As it was put into a statement. */
export interface PutAbsence extends Absence {
  number: number
  source: AbsenceSource
  askedAt: Date
  /** How often it was asked again. */
  revision: number
}

/** How many rows a table of commitments shows; the others are counted. */
export const MOST_ROWS = 60

/** Whether anybody is silent. */
export const isEmpty = (found: AbsenceFound): boolean =>
  found.kind === 'round'
    ? found.countries.length + found.unplaced + found.organisations + found.people === 0
    : found.rows.length === 0
