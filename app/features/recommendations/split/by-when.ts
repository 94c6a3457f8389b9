/** By when a recommendation is to be done, as its text says it: a date, a span from the day on which the body spoke, a time that is no date. Pure. */
import { ALONE, RUSSIAN_SPANS, TIME_WORDS, type TimeWords, type Unit } from './time-words.ts'

export interface ByWhen {
  /** As the text says it. */
  words: string
  /** ISO 8601, as precise as the text is; null where it is no date, or where one would have to know more. */
  end: string | null
}

/** So much of a paragraph is looked at: enough for one, whoever sends it. */
export const LONGEST = 5000

const LATEST_YEAR = 2100
/** Fewer are those in which somebody is to be brought before a judge. */
const FEWEST_DAYS = 28
const YEAR = String.raw`(?<year>20\d\d)(?![\d–-])`
const NOT_BEFORE = String.raw`(?<![\p{L}\p{M}\d])`
const NOT_AFTER = String.raw`(?![\p{L}\p{M}\d])`

interface Patterns {
  date: RegExp[]
  span: RegExp
  spanFrom: RegExp
  fromThisText: RegExp
  noDate: RegExp
  months: RegExp[]
  quarters: RegExp[]
  of: TimeWords
}

function patternsOf(of: TimeWords): Patterns {
  const month = `(?<month>${of.months.join('|')})`
  const quarter = `(?<quarter>${of.quarters.join('|')})`
  const day = String.raw`(?<day>\d{1,2})(?:st|nd|rd|th|er|º)?`
  const link = String.raw`\.?,?\s(?:of |de |del |du |d[’']|عام |سنة |من )?(?:año )?`
  // A quarter's number stands before its noun in four of the languages, behind it in Arabic ('الربع الأول من').
  const quarters = String.raw`(?:the |le |el )?(?:الربع )?${quarter} ${of.quarterOf} (?:عام |سنة )?${YEAR}`
  const dates = [
    String.raw`${day} (?:of |de |من )?${month}${link}${YEAR}`,
    String.raw`${month} ${day.replace('day', 'dayBehind')},? ${YEAR}`,
    String.raw`${month}${link}${YEAR}`.replace('<month>', '<monthAlone>').replace('<year>', '<yearOfMonth>'),
    quarters.replace('<year>', '<yearOfQuarter>'),
    String.raw`(?<middle>${of.middle})(?:عام |سنة )?${YEAR.replace('<year>', '<yearOfMiddle>')}`,
    YEAR.replace('<year>', '<yearAlone>'),
  ]
  // Names of groups may stand once each in a pattern.
  const date = dates.map((one, n) => one.replace(/\(\?<(\w+)>/gu, (_, name: string) => `(?<${name}_${n}>`)).join('|')
  const between = String.raw`(?:(?:${of.between})\s){0,3}`
  const shared = 'iu'
  return {
    of,
    date: [
      new RegExp(String.raw`${NOT_BEFORE}(?:${of.by})[\s,]+${between}(?:${date})`, shared),
      ...(of.latest ? [new RegExp(String.raw`(?:${date})(?:\s?\p{L}+\.?)?,? (?:${of.latest})`, shared)] : []),
      new RegExp(String.raw`${NOT_BEFORE}(?:${of.handIn}) ${between}(?:${date})`, shared),
    ],
    span: new RegExp(
      String.raw`${NOT_BEFORE}(?:${of.within})\s*(?:(?<n>\d{1,3}|${Object.keys(of.numbers)
        .toSorted((a, b) => b.length - a.length)
        .join(
          '|',
        )})(?: ?\(\d+\))?\s(?:calendar |working )?(?:${unitsOf(of)})|(?<alone>${Object.keys(ALONE).join('|')})(?: واحدة?)?)${NOT_AFTER}`,
      shared,
    ),
    spanFrom: new RegExp(String.raw`^[\s,]*(?:${of.from})${NOT_AFTER}\s*`, shared),
    fromThisText: new RegExp(String.raw`^(?:${of.fromThisText})`, shared),
    noDate: new RegExp(`${NOT_BEFORE}(?:${of.noDate})${NOT_AFTER}`, shared),
    months: of.months.map(one => new RegExp(`^(?:${one})$`, shared)),
    quarters: of.quarters.map(one => new RegExp(`^(?:${one})$`, shared)),
  }
}

const unitsOf = ({ units }: TimeWords): string =>
  Object.entries(units)
    .map(([unit, words]) => `(?<${unit}>${words})`)
    .join('|')

const PATTERNS = TIME_WORDS.map(patternsOf)

/** @param adoptedOn ISO 8601, as precise as it is known: spans count from it, and what is to be done lies after it */
export function byWhenIn(text: string, adoptedOn: string | null): ByWhen | null {
  const line = plainly(text)
  const found = [...PATTERNS.map(patterns => datedIn(line, patterns, adoptedOn)), spanIn(line, adoptedOn)]
    .filter(one => one !== null)
    .toSorted((a, b) => a.at - b.at)
  const [first] = found
  if (first) return { words: first.words, end: first.end }
  for (const { noDate } of PATTERNS) {
    const words = noDate.exec(line)?.[0]
    if (words) return { words, end: null }
  }
  return null
}

/** In one line, in western digits, without the marks that only direct. */
const plainly = (text: string): string =>
  text
    .slice(0, LONGEST)
    .replace(/[\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, '')
    .replace(/[٠-٩]/gu, digit => String(digit.charCodeAt(0) - 0x660))
    .replace(/\s+/gu, ' ')

interface Found extends ByWhen {
  at: number
}

function datedIn(line: string, { date, months, quarters }: Patterns, adoptedOn: string | null): Found | null {
  for (const pattern of date) {
    for (const found of line.matchAll(new RegExp(pattern, 'giu'))) {
      const parts: Record<string, string> = {}
      for (const [name, value] of Object.entries(found.groups ?? {}))
        if (value !== undefined) parts[name.split('_')[0]!] = value
      const end = isoOf(parts, months, quarters)
      if (end && isAfter(end, adoptedOn)) return { words: found[0].trim(), end, at: found.index }
    }
  }
  return null
}

function isoOf(parts: Record<string, string>, months: readonly RegExp[], quarters: readonly RegExp[]): string | null {
  const year = parts.year ?? parts.yearOfMonth ?? parts.yearOfQuarter ?? parts.yearOfMiddle ?? parts.yearAlone
  if (!year || Number(year) > LATEST_YEAR) return null
  const two = (n: number) => String(n).padStart(2, '0')
  if (parts.middle) return `${year}-06`
  if (parts.quarter) return `${year}-${two((quarters.findIndex(one => one.test(parts.quarter!)) + 1) * 3)}`
  const named = parts.month ?? parts.monthAlone
  if (!named) return year
  const month = `${year}-${two(months.findIndex(one => one.test(named)) + 1)}`
  const day = parts.day ?? parts.dayBehind
  if (!day) return month
  const whole = `${month}-${two(Number(day))}`
  return Number.isNaN(Date.parse(whole)) || new Date(whole).toISOString().slice(0, 10) !== whole ? month : whole
}

/** What a body asks for lies after the day on which it speaks. */
const isAfter = (end: string, adoptedOn: string | null): boolean =>
  adoptedOn === null || end >= adoptedOn.slice(0, end.length)

// Spans --------------------------------------------------------------------------------------------------------------------------

export interface Span {
  n: number
  unit: Unit
}

function spanIn(line: string, adoptedOn: string | null): Found | null {
  const found = findSpan(line)
  if (!found) return null
  const { span, words, at, isFromElsewhere } = found
  return { words, at, end: isFromElsewhere ? null : dayAfter(adoptedOn, span) }
}

/** The first span of a text, with the words that follow it. */
export const spanOf = (text: string): { span: Span; rest: string } | null => {
  const line = plainly(text)
  const found = findSpan(line)
  return found && { span: found.span, rest: line.slice(found.at + found.words.length) }
}

function findSpan(line: string): { span: Span; words: string; at: number; isFromElsewhere: boolean } | null {
  for (const { span: pattern, spanFrom, fromThisText, of } of PATTERNS) {
    const found = pattern.exec(line)
    if (!found) continue
    const span = spanFound(found.groups ?? {}, of)
    if (span.unit === 'day' && span.n < FEWEST_DAYS) continue
    const rest = line.slice(found.index + found[0].length)
    const from = spanFrom.exec(rest)
    // 'within six months of the entry into force of the law': nobody knows when that is.
    const isFromElsewhere = from !== null && !fromThisText.test(rest.slice(from[0].length))
    const words = isFromElsewhere ? found[0] + /^[^.,;:،؛()]{0,200}(?!\p{L})/u.exec(rest)![0] : found[0]
    return { span, words: words.trim(), at: found.index, isFromElsewhere }
  }
  for (const [pattern, n, unit] of RUSSIAN_SPANS) {
    const found = pattern.exec(line)
    if (found) return { span: { n, unit }, words: found[0], at: found.index, isFromElsewhere: false }
  }
  return null
}

function spanFound(groups: Record<string, string | undefined>, { numbers, units }: TimeWords): Span {
  if (groups.alone) {
    const [n, unit] = ALONE[groups.alone.toLowerCase()]!
    return { n, unit }
  }
  const unit = (Object.keys(units) as Unit[]).find(one => groups[one] !== undefined)!
  return { n: numbers[groups.n!.toLowerCase()] ?? Number(groups.n), unit }
}

/** ISO 8601; null where the day to count from is not known well enough. The 31st of a month that has none is its last day. */
export function dayAfter(adoptedOn: string | null, { n, unit }: Span): string | null {
  const [year, month, day] = (adoptedOn ?? '').split('-').map(Number)
  if (!year || !month) return null
  if (unit === 'day') return day ? iso(new Date(Date.UTC(year, month - 1, day + n))) : null
  const months = unit === 'year' ? n * 12 : n
  if (!day) return iso(new Date(Date.UTC(year, month - 1 + months, 1))).slice(0, 7)
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate()
  return iso(new Date(Date.UTC(year, month - 1 + months, Math.min(day, last))))
}

const iso = (at: Date): string => at.toISOString().slice(0, 10)
