/**
 * A time zone as RFC 5545 wants it beside the times that name it: the changes of its clocks, one by one, over some years. From the
 * zones that the runtime knows (IANA), so that no list of rules has to be kept. Pure.
 */
import { component, localValue } from './lines.ts'

const DAY = 86_400_000
const MINUTE = 60_000

interface Change {
  at: number
  /** Minutes ahead of Greenwich. */
  before: number
  after: number
}

const made = new Map<string, string[]>()

/** The lines of a VTIMEZONE. @param from first year that times lie in @param to last year */
export function zoneLines(zone: string, from: number, to: number): string[] {
  const key = `${zone} ${from} ${to}`
  const known = made.get(key)
  if (known) return known
  const lines = makeLines(zone, from, to)
  made.set(key, lines)
  return lines
}

function makeLines(zone: string, from: number, to: number): string[] {
  const begin = Date.UTC(from, 0, 1)
  const changes = changesOf(zone, begin, Date.UTC(to + 1, 0, 1))
  const first = offsetAt(begin, zone)
  // What holds at the beginning is summer time if the next change puts the clocks back.
  const isSummer = changes[0] !== undefined && changes[0].after < first
  return component('VTIMEZONE', [
    `TZID:${zone}`,
    ...observance(zone, { at: begin, before: first, after: first }, isSummer),
    ...changes.flatMap(change => observance(zone, change, change.after > change.before)),
  ])
}

const observance = (zone: string, { at, before, after }: Change, isSummer: boolean): string[] => {
  const shown = new Date(at + before * MINUTE).toISOString()
  return component(isSummer ? 'DAYLIGHT' : 'STANDARD', [
    `DTSTART:${localValue(shown.slice(0, 10), shown.slice(11, 16))}`,
    `TZOFFSETFROM:${offset(before)}`,
    `TZOFFSETTO:${offset(after)}`,
    `TZNAME:${nameAt(at, zone)}`,
  ])
}

function changesOf(zone: string, from: number, to: number): Change[] {
  const changes: Change[] = []
  let before = offsetAt(from, zone)
  for (let day = from; day < to; day += DAY) {
    const after = offsetAt(day + DAY, zone)
    if (after !== before) changes.push({ at: changeBetween(day, day + DAY, zone), before, after })
    before = after
  }
  return changes
}

/** The minute from which the later offset holds. */
function changeBetween(from: number, to: number, zone: string): number {
  const before = offsetAt(from, zone)
  let [low, high] = [from, to]
  while (high - low > MINUTE) {
    const middle = low + Math.floor((high - low) / 2 / MINUTE) * MINUTE
    if (offsetAt(middle, zone) === before) low = middle
    else high = middle
  }
  return high
}

const formats = new Map<string, Intl.DateTimeFormat>()
function format(zone: string, timeZoneName: 'longOffset' | 'short'): Intl.DateTimeFormat {
  const key = `${zone} ${timeZoneName}`
  const known = formats.get(key) ?? new Intl.DateTimeFormat('en', { timeZone: zone, timeZoneName })
  formats.set(key, known)
  return known
}

const named = (at: number, zone: string, how: 'longOffset' | 'short'): string =>
  format(zone, how)
    .formatToParts(at)
    .find(({ type }) => type === 'timeZoneName')!.value

/** 'GMT+05:30', 'GMT' */
function offsetAt(at: number, zone: string): number {
  const [, sign, hours, minutes] = named(at, zone, 'longOffset').match(/GMT(?:([+-])(\d\d):(\d\d))?/) ?? []
  return sign ? (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) : 0
}

const nameAt = (at: number, zone: string): string => named(at, zone, 'short')

function offset(minutes: number): string {
  const two = (n: number) => String(n).padStart(2, '0')
  const all = Math.abs(minutes)
  return `${minutes < 0 ? '-' : '+'}${two(Math.floor(all / 60))}${two(all % 60)}`
}
