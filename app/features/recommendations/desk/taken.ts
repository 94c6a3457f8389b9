/** Rows of a text that was taken apart, on their way through the form in which a person confirms them. Nothing is kept meanwhile. Pure. */
import { randomUUID } from 'node:crypto'
import type { Cite } from '@open1325/reader'
import { isDate } from '../../ledger/offers/typed.ts'
import { byWhenIn, dayAfter, type SplitRow } from '../split/index.ts'
import { fieldsIn, isFollowUpDay, LONGEST_TEXT } from './forms.ts'
import type { NewRecommendation } from '../queries/sets.ts'

/** More rows are no form to go through. */
export const MOST_ROWS = 400

/** A row as it stands in the form. */
export interface TakenRow {
  id: string
  keep: boolean
  /** Its words belong to the row before it. */
  join: boolean
  number: string
  text: string
  theme: string
  /** ISO 8601, as precise as it is known: by when it is to be done; '' where no date is. */
  due: string
  /** That time in the text's words; '' where it states none. */
  time: string
  /** ISO 8601 day by which the body wants to hear of it; '' for none. */
  followUpOn: string
  /** As printed, with what stands before its part; '' where nothing was read. */
  quote: string
  lead: string
  page: number | null
  /** A key of the language files. */
  error: 'form.needed' | 'form.too-long' | 'rec.day.wrong' | 'facts.period.wrong' | null
}

/** @param adoptedOn from which on 'within two years' counts */
export const takenFrom = (rows: readonly SplitRow[], adoptedOn: string | null): TakenRow[] =>
  rows.map(({ asks, number, text, theme, lead, page, followUp }) => {
    const byWhen = byWhenIn(text, adoptedOn) ?? (lead ? byWhenIn(lead, adoptedOn) : null)
    return {
      id: randomUUID(),
      keep: asks,
      join: false,
      number: number ?? '',
      text,
      theme: theme ?? '',
      due: byWhen?.end ?? '',
      time: byWhen?.words ?? '',
      followUpOn: followUp && adoptedOn?.length === 10 ? (dayAfter(adoptedOn, followUp) ?? '') : '',
      quote: number !== null || page !== null ? text : '',
      lead: lead ?? '',
      page,
      error: null,
    }
  })

/** The rows as they were posted; what is missing is as if nobody had typed it. */
export function takenIn(typed: Record<string, unknown>): TakenRow[] {
  const said = (name: string, n: number) => {
    const value = typed[`${name}-${n}`]
    return typeof value === 'string' ? value : ''
  }
  const count = Math.min(Number(typed.rows) || 0, MOST_ROWS)
  return Array.from({ length: count }, (_, n): TakenRow => {
    const page = Number(said('page', n))
    return checked({
      id: said('id', n),
      keep: said('keep', n) === 'yes',
      join: said('join', n) === 'yes',
      number: said('number', n).trim(),
      text: said('text', n).trim(),
      theme: said('theme', n).trim(),
      due: said('due', n).trim(),
      time: said('time', n).trim(),
      followUpOn: said('followUpOn', n).trim(),
      quote: said('quote', n),
      lead: said('lead', n),
      page: Number.isSafeInteger(page) && page > 0 ? page : null,
      error: null,
    })
  })
}

function checked(row: TakenRow): TakenRow {
  const { keep, text, number, theme, due, time, followUpOn } = row
  if (!keep) return row
  if (!text) return { ...row, error: 'form.needed' }
  if (text.length > LONGEST_TEXT || number.length > 60 || theme.length > 300 || time.length > 1000)
    return { ...row, error: 'form.too-long' }
  if (due && !isDate(due)) return { ...row, error: 'facts.period.wrong' }
  if (followUpOn && !isFollowUpDay(followUpOn)) return { ...row, error: 'rec.day.wrong' }
  return row
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/**
 * What is to be kept: ticked rows, joined to the one before where that was asked for, parted where a blank line was put into them. What a
 * joined row says of its time holds where the one before leaves it open. The same form sent again gives the same ids. `all`: what is the
 * same for every row.
 */
export function recommendationsIn(
  rows: readonly TakenRow[],
  all: { addressee: string | null; due: string | null },
): NewRecommendation[] {
  // What a row says of its own time goes before what was said for all.
  const fieldsOf = ({ due, time }: Pick<TakenRow, 'due' | 'time'>) => fieldsIn({ ...all, due: due || all.due, time })
  const kept: NewRecommendation[] = []
  let said: Pick<TakenRow, 'due' | 'time'> = { due: '', time: '' }
  for (const row of rows) {
    if (!row.keep || !UUID.test(row.id)) continue
    const before = kept.at(-1)
    if (row.join && before) {
      before.text = `${before.text} ${row.text}`
      before.cites.push(...citesOf(row))
      before.followUpOn ??= row.followUpOn || null
      if (!said.due && !said.time) said = row
      before.fields = fieldsOf(said)
      continue
    }
    said = row
    const fields = fieldsOf(row)
    const [first = '', ...others] = row.text.split(/\n\s*\n/u).map(part => part.replace(/\s+/gu, ' ').trim())
    const made = (id: string, text: string, number: string | null): NewRecommendation => ({
      id,
      number,
      text,
      theme: row.theme || null,
      followUpOn: row.followUpOn || null,
      fields,
      cites: citesOf(row),
    })
    kept.push(made(row.id, first, row.number || null))
    for (const [n, part] of others.filter(Boolean).entries())
      kept.push(made(nextId(row.id, n + 1), part, row.number || null))
  }
  return kept
}

/** An id for a part of a row that is the same each time: the row's own, counted on in its last four figures. */
const nextId = (id: string, n: number): string =>
  id.slice(0, -4) + ((Number.parseInt(id.slice(-4), 16) + n) % 0x10000).toString(16).padStart(4, '0')

function citesOf({ quote, lead, page, number }: TakenRow): Cite[] {
  const words = [lead, quote].filter(Boolean).join(' ').slice(0, LONGEST_TEXT)
  if (!words) return []
  return [
    { page, box: null, quote: words, ...(page === null && { at: number ? `paragraph ${number}` : 'pasted text' }) },
  ]
}
