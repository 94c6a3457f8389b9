/** What an appraisal is: the answers to the criteria for one plan, each with the words that it rests on. */
import type { Cite } from '@open1325/reader'

/**
 * 'yes', 'partly': the plan's own words or rows say so. 'no': the plan itself denies it, or its rows were counted and none has it.
 * 'not-found': a search found nothing; that is said of the search, not of the plan.
 */
export const ANSWERS = ['yes', 'partly', 'no', 'not-found'] as const
export type Answer = (typeof ANSWERS)[number]

/** The five states of money (a plan may be in several): they are never merged into one. */
export const MONEY_STATES = ['mentioned', 'total', 'costed', 'source', 'disbursed'] as const
export type MoneyState = (typeof MONEY_STATES)[number]

/** Which words were sought in how many pages. */
export interface Search {
  words: string[]
  pages: number
}

export interface StateFinding {
  answer: Answer
  quotes: Cite[]
}

export interface Finding {
  /** The criterion's id. */
  criterion: string
  answer: Answer
  /** Why, for `sentence`: a code of the sentences' files and what it is filled with. */
  how: { code: string; params: Record<string, string | number> }
  /** The plan's words, the best first, at most five; where rows were counted and lack something, the first of those rows. */
  quotes: Cite[]
  /** Null where only rows were counted. */
  search: Search | null
  /** Where rows were counted: how many there are, and how many of them have what was asked. */
  counts?: { of: number; have: number }
  /** Only for the criterion on money. */
  states?: Record<MoneyState, StateFinding>
}

export interface Appraisal {
  /** The edition of the criteria. */
  edition: string
  /** ISO date on which the plan was looked at; validity depends on it. */
  asOf: string
  /** One for each criterion, in the edition's order. */
  findings: Finding[]
}

/** How many quotes a finding shows. */
export const QUOTES = 5
