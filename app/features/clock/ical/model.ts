/** What is read of another calendar's file. Pure. */
import type { DateFacts } from '../queries/edit.ts'

/** One event, or one repetition of it, as it would be taken in. */
export interface ReadEvent extends Pick<
  DateFacts,
  'title' | 'note' | 'startsOn' | 'endsOn' | 'startsAt' | 'endsAt' | 'timeZone' | 'url'
> {
  /** What the other calendar calls it. */
  uid: string
  /** Which repetition it is: the time that the rule gives; null where it does not repeat. */
  repetition: string | null
  cancelled: boolean
}

/**
 * 'no-start': it has no day. 'repeats-too-often': more than daily. 'cut': repetitions beyond the limit. 'endless': no end was found to its
 * repetitions. 'rule': it counts by weeks of the year. 'full': the file has more than is taken. 'unreadable': a value that no calendar has.
 * 'zone': its zone is not known; UTC is taken. 'floating': it names none. 'day': it cannot be read, or lies outside 1900 to 2199. 'letters': the whole
 * file, not in UTF-8.
 */
export const REMARKS = [
  'no-start',
  'repeats-too-often',
  'cut',
  'endless',
  'rule',
  'full',
  'unreadable',
  'zone',
  'floating',
  'day',
  'letters',
] as const
export interface Remark {
  code: (typeof REMARKS)[number]
  /** Of the file, from 1. */
  line: number
  title: string
  /** How many of its repetitions were taken, where not all were. */
  taken?: number
}

export interface ReadCalendar {
  events: ReadEvent[]
  remarks: Remark[]
}

export const LARGEST_BYTES = 1024 * 1024
export const MOST_EVENTS = 2000
/** Repetitions are taken so far ahead. */
export const YEARS_AHEAD = 2

/** 'not-a-calendar': something else. 'web-page': a page of the web, as addresses of calendars give it to whom they do not know. 'line': a line that no calendar has. 'unclosed': it ends too early. 'empty': no event in it. */
export const REFUSALS = [
  'not-a-calendar',
  'web-page',
  'line',
  'unclosed',
  'empty',
  'too-many',
  'too-large',
  'too-long',
  'broken',
] as const
export type Refusal = (typeof REFUSALS)[number]

/** A file that is not taken: why, and the line where that is seen. */
export class CalendarError extends Error {
  override name = 'CalendarError'
  readonly refusal: Refusal
  readonly line: number | null

  constructor(refusal: Refusal, line: number | null = null) {
    super(refusal)
    this.refusal = refusal
    this.line = line
  }
}
