/** A plan's year in one table: what each voice said of each commitment at its end, the gap, the grounds. Pure. */
import { gradeOf, GRADES, type Grade } from './grade.ts'
import {
  accountsOf,
  currentOf,
  GAPS,
  gapOf,
  STAGE,
  STATUSES,
  VOICES,
  type Account,
  type Gap,
  type Placed,
  type Status,
  type Voice,
  type Word,
} from './model.ts'

/** A commitment, or a recommendation, as the card lists it. */
export interface CardItem {
  itemId: string
  slug: string
  /** Whether its instrument was read from a file. */
  read: boolean
  ref: number
  kind: string
  number: string | null
  text: string
  language: string | null
}

/** A word as a count of words needs it. */
export type CardWord = Placed & Pick<Word, 'itemId' | 'status' | 'source'> & { evidence: readonly unknown[] }

export interface CardRow extends CardItem {
  accounts: Account<CardWord>[]
  gap: Gap
  grade: Grade
}

export interface ReportCard {
  rows: CardRow[]
  /** How many commitments each gap is found at; the gaps that are found, in their order. */
  gaps: [Gap, number][]
  grades: [Grade, number][]
  /** Of how many commitments each voice spoke at all. */
  heard: [Voice, number][]
}

/** `words`: as they stood at the end of the year, of these items and perhaps of others. */
export function reportCard(items: readonly CardItem[], words: readonly CardWord[]): ReportCard {
  const byItem = Map.groupBy(words, word => word.itemId)
  const rows = items.map((item): CardRow => {
    const accounts = accountsOf(byItem.get(item.itemId) ?? [])
    const current = currentOf(accounts)
    return { ...item, accounts, gap: gapOf(current), grade: gradeOf(current) }
  })
  const count = <K extends string>(all: readonly K[], has: (row: CardRow, one: K) => boolean): [K, number][] =>
    all.map((one): [K, number] => [one, rows.filter(row => has(row, one)).length])
  return {
    rows,
    gaps: count(GAPS, (row, gap) => row.gap === gap).filter(([, n]) => n > 0),
    grades: count(GRADES, (row, grade) => row.grade === grade).filter(([, n]) => n > 0),
    heard: count(VOICES, (row, voice) =>
      row.accounts.some(
        account => account.voice === voice && account.current.some(({ status }) => STAGE[status] !== null),
      ),
    ),
  }
}

/** The statuses that one voice gives, each once, in their order. */
export const statusesOf = (row: CardRow, voice: Voice): Status[] => {
  const said = row.accounts.find(account => account.voice === voice)?.current.map(({ status }) => status) ?? []
  return STATUSES.filter(status => said.includes(status))
}

/**
 * The years of which a card can be made, the latest first: from the plan's first year, or that of the first word, to this one. At least
 * this year.
 */
export function yearsOf(periodStart: string | null, firstWord: string | null, today: string): number[] {
  const year = (day: string) => Number(day.slice(0, 4))
  const last = year(today)
  const first = Math.min(last, ...[periodStart, firstWord].filter(day => day !== null).map(year))
  return Array.from({ length: Math.min(last - first + 1, 60) }, (_, n) => last - n)
}
