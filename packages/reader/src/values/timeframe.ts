/** Time: years, ranges, quarters, months, 'by the end of'. */
import type { TimeframeValue } from '../plan-document.ts'
import { fold, westernDigits } from '../words/fold.ts'
import { LANGUAGES } from '../words/index.ts'
import type { LanguageWords } from '../words/index.ts'
import { roman } from './numbers.ts'

type Unit = 'month' | 'quarter' | 'half'
type Token =
  | { is: 'year'; year: number; to?: number }
  | { is: 'day'; date: string }
  | { is: 'unit'; unit: Unit; n: number }
  | { is: 'month'; n: number; year: number }
  | { is: 'ordinal'; n: number }
  | { is: 'dayOfMonth'; n: number }
  | { is: 'word'; unit: Unit }
  | { is: 'to' | 'until' | 'from' | 'comma' | 'ongoing' | 'noise' }

// One language's 'or' is another's 'of': only the words of the document's languages, and English ones, are known.
const PHRASES = new Map<string, Map<string, Token>>()
function phrasesOf(languages: readonly string[]): Map<string, Token> {
  const key = languages.join()
  const known =
    PHRASES.get(key) ?? phrasesIn(LANGUAGES.filter(l => l.language === 'en' || languages.includes(l.language)))
  PHRASES.set(key, known)
  return known
}

function phrasesIn(languages: readonly LanguageWords[]): Map<string, Token> {
  const phrases = new Map<string, Token>()
  for (const { roles, and, time } of languages) {
    for (const w of roles.timeframe ?? []) if (!w.includes(' ')) phrases.set(fold(w).replace('*', ''), { is: 'noise' })
    for (const w of and) phrases.set(fold(w), { is: 'comma' })
    for (const w of time.year) phrases.set(fold(w), { is: 'noise' })
  }
  for (const { time } of languages) {
    for (const w of time.ongoing) phrases.set(fold(w), { is: 'ongoing' })
    for (const w of time.from) phrases.set(fold(w), { is: 'from' })
    for (const w of time.until) phrases.set(fold(w), { is: 'until' })
    for (const w of time.quarter) if (w.length > 1) phrases.set(fold(w), { is: 'word', unit: 'quarter' })
    for (const w of time.half) if (w.length > 1) phrases.set(fold(w), { is: 'word', unit: 'half' })
    time.months.forEach((forms, i) => forms.forEach(w => phrases.set(fold(w), { is: 'unit', unit: 'month', n: i + 1 })))
  }
  return phrases
}
const LONGEST_PHRASE = 5

const ORDINALS: [RegExp, number][] = [
  [
    /^(?:1|i|first|premier|primer|primeiro|primero|pervyi|перший|первый|forsta|første|primul|الاول|birinci|prvi|pare)$/u,
    1,
  ],
  [/^(?:2|ii|second|deuxieme|segundo|andra|другий|второй|الثاني|ikinci|drugi|dyte)$/u, 2],
  [/^(?:3|iii|third|troisieme|tercer|tercero|terceiro|tredje|третій|третий|الثالث|ucuncu|treci|trete)$/u, 3],
  [/^(?:4|iv|fourth|quatrieme|cuarto|quarto|fjarde|четвертий|четвертый|الرابع|dorduncu|cetvrti|katert)$/u, 4],
]

/**
 * The dates that a text states: {start, end}, each an ISO year, month or day. One year is both; 'by 2026' has an end only, 'from
 * 2026' a start only. Undefined where the text says anything more or names no date ('ongoing', 'year 2').
 */
export function timeframeOf(text: string, languages: readonly string[]): TimeframeValue | undefined {
  const tokens = tokensOf(text, phrasesOf(languages))
  return tokens ? spanOf(tokens) : undefined
}

function tokensOf(text: string, phrases: ReadonlyMap<string, Token>): Token[] | null {
  const out: Token[] = []
  let rest = westernDigits(text.normalize('NFKC'))
    .replace(/[–—−‐‑‒]/gu, '-')
    .replace(/[()[\];]/gu, ' ')
    .trim()
    .toLowerCase()
  while (rest) {
    const taken = dayOfMonth(rest, phrases) ?? number(rest) ?? mark(rest) ?? word(rest, phrases)
    if (!taken) return null
    out.push(taken.token)
    rest = rest.slice(taken.length).trimStart()
  }
  return out
}

// '31 December 2026', '1er juin 2025', '15 de marzo de 2024': a small number before a month's name.
function dayOfMonth(rest: string, phrases: ReadonlyMap<string, Token>): Taken {
  const m = /^(\d{1,2})(?:st|nd|rd|th|er|º|\.)?\s+(?:of\s+|de\s+)?(\p{L}+)/u.exec(rest)
  const month = m && phrases.get(fold(m[2]!))
  if (!m || month?.is !== 'unit' || month.unit !== 'month' || Number(m[1]) > 31) return null
  return { token: { is: 'dayOfMonth', n: Number(m[1]) }, length: m[0].length - m[2]!.length }
}

type Taken = { token: Token; length: number } | null

const YEAR = String.raw`(?:19|20)\d{2}`
const rules: [RegExp, (m: RegExpExecArray) => Token | null][] = [
  [new RegExp(String.raw`^(${YEAR})-(\d{2})-(\d{2})(?!\d)`), m => day(m[1]!, m[2]!, m[3]!)],
  [new RegExp(String.raw`^(\d{1,2})[./](\d{1,2})[./](${YEAR})`), m => day(m[3]!, m[2]!, m[1]!)],
  [
    new RegExp(String.raw`^(\d{1,2})[/.](${YEAR})`),
    m => (Number(m[1]) <= 12 ? { is: 'month', n: Number(m[1]), year: Number(m[2]) } : null),
  ],
  [new RegExp(String.raw`^(${YEAR})\s?[/-]\s?(\d{2})(?!\d)`), m => shortRange(Number(m[1]), Number(m[2]))],
  [new RegExp(String.raw`^(${YEAR})(?!\d)(?:-?(?:р\b|рр\b|го\b))?`), m => ({ is: 'year', year: Number(m[1]) })],
  [/^(?:q|t|к|ч)\s?([1-4])(?!\d)/u, m => ({ is: 'unit', unit: 'quarter', n: Number(m[1]) })],
  [/^([1-4])\s?(?:q|t)(?![\p{L}\d])/u, m => ({ is: 'unit', unit: 'quarter', n: Number(m[1]) })],
  [/^([hs])\s?([12])(?!\d)/u, m => ({ is: 'unit', unit: 'half', n: Number(m[2]) })],
  [
    /^([1-4])(?:st|nd|rd|th|er|ère|re|e|ème|eme|º|ª|o|a|\.|:a|:e|-й|-ий)?(?![\d])/u,
    m => ({ is: 'ordinal', n: Number(m[1]) }),
  ],
]

function number(rest: string): Taken {
  for (const [pattern, make] of rules) {
    const m = pattern.exec(rest)
    const token = m && make(m)
    if (m && token) return { token, length: m[0].length }
  }
  return null
}

function day(y: string, m: string, d: string): Token | null {
  const date = `${y}-${m.padStart(2, '0')}-${d.padStart(2, '0')}`
  return Number(m) <= 12 && Number(d) <= 31 ? { is: 'day', date } : null
}

function shortRange(year: number, short: number): Token | null {
  const to = Math.floor(year / 100) * 100 + short
  return to > year && to - year <= 20 ? { is: 'year', year, to } : null
}

function mark(rest: string): Taken {
  const dash = /^-+|^\//.exec(rest)
  if (dash) return { token: { is: 'to' }, length: dash[0].length }
  const other = /^[,،&+.:'"]/.exec(rest)
  return other && { token: { is: rest.startsWith('.') || rest.startsWith(':') ? 'noise' : 'comma' }, length: 1 }
}

// The longest known phrase; a word of one or two letters ('in', 'р.', 'до') means nothing by itself.
function word(rest: string, phrases: ReadonlyMap<string, Token>): Taken {
  const words = [...rest.matchAll(/[\p{L}\p{M}'’\u0640]+/gu)].slice(0, LONGEST_PHRASE)
  if (!words.length || words[0]!.index !== 0) return null
  const numeral = /^[iv]+$/.test(words[0]![0]) ? roman(words[0]![0]) : null
  const next = words[1] && phrases.get(fold(words[1][0]))
  if (numeral && next?.is === 'word') return { token: { is: 'ordinal', n: numeral }, length: words[0]![0].length }
  for (let n = words.length; n > 0; n--) {
    const last = words[n - 1]!
    const length = last.index + last[0].length
    const text = rest.slice(0, length)
    if (/[^\p{L}\p{M}\s'’\u0640]/u.test(text)) continue
    const token = phrases.get(fold(text))
    if (token) return { token, length }
  }
  const first = words[0]![0]
  const ordinal = ORDINALS.find(([pattern]) => pattern.test(fold(first)))
  if (ordinal) return { token: { is: 'ordinal', n: ordinal[1] }, length: first.length }
  if (numeral) return { token: { is: 'ordinal', n: numeral }, length: first.length }
  return fold(first).length <= 2 || /^(?:the|для|عام|سنه|سنة|العام)$/u.test(first)
    ? { token: { is: 'noise' }, length: first.length }
    : null
}

interface Point {
  year: number | null
  to?: number
  unit?: { unit: Unit; n: number }
  /** Day of the month. */
  day?: number
  date?: string
}

function spanOf(tokens: readonly Token[]): TimeframeValue | undefined {
  const points: Point[] = []
  const links: ('to' | 'comma')[] = []
  let first: 'until' | 'from' | null = null
  let link: 'to' | 'comma' | null = null
  let ordinal: number | null = null
  let day: number | null = null
  let pendingUnit: Unit | null = null
  const push = (p: Point): void => {
    if (points.length) links.push(link ?? 'comma')
    points.push(p)
    link = null
  }
  for (const t of tokens) {
    const last = points.at(-1)
    switch (t.is) {
      case 'day':
        push({ year: Number(t.date.slice(0, 4)), date: t.date })
        break
      case 'month':
        push({ year: t.year, unit: { unit: 'month', n: t.n } })
        break
      case 'ordinal':
        if (pendingUnit) {
          addUnit(pendingUnit, t.n)
          pendingUnit = null
        } else ordinal = t.n
        break
      case 'dayOfMonth':
        day = t.n
        break
      case 'word':
        if (ordinal !== null) {
          addUnit(t.unit, ordinal)
          ordinal = null
        } else pendingUnit = t.unit
        break
      case 'unit':
        addUnit(t.unit, t.n)
        break
      case 'year': {
        const waiting = points.filter(p => p.year === null)
        if (waiting.length && link === null) for (const p of waiting) p.year = t.year
        else push(t.to === undefined ? { year: t.year } : { year: t.year, to: t.to })
        break
      }
      case 'to':
        link = 'to'
        break
      case 'until':
        if (last) link = 'to'
        else first ??= 'until'
        break
      case 'from':
        if (last && points.length > 1) return undefined
        first ??= 'from'
        break
      case 'comma':
        link ??= 'comma'
        break
      case 'ongoing':
      case 'noise':
        break
    }
  }
  function addUnit(unit: Unit, n: number): void {
    const last = points.at(-1)
    if (last && link === null && last.year !== null && !last.unit && !last.date && last.to === undefined)
      last.unit = { unit, n }
    else push({ year: null, unit: { unit, n } })
    if (day !== null) points.at(-1)!.day = day
    day = null
  }
  if (ordinal !== null || pendingUnit || day !== null) return undefined
  // Languages that put it after the year: '2026 yılı sonuna kadar', '2026 mennessä'.
  if (points.length === 1 && link === 'to') first = 'until'
  // 'Q1 2025 - Q3': the year before goes on; 'Q1 - Q3 2025' was filled in above.
  points.forEach((p, i) => (p.year ??= points[i - 1]?.year ?? null))
  if (!points.length || points.some(p => p.year === null)) return undefined
  return joined(points, links, first)
}

function joined(
  points: readonly Point[],
  links: readonly string[],
  first: 'until' | 'from' | null,
): TimeframeValue | undefined {
  const start = startOf(points[0]!)
  const end = endOf(points.at(-1)!)
  if (points.length === 1) {
    if (points[0]!.to !== undefined || first === null) return { start, end }
    return first === 'until' ? { start: null, end } : { start, end: null }
  }
  if (points.length === 2 && links[0] === 'to') {
    if (start.slice(0, 4) <= end.slice(0, 4)) return { start, end }
    // No time runs backwards: in a line that is written from the right, the two years came out of the file in the wrong order.
    return { start: startOf(points[1]!), end: endOf(points[0]!) }
  }
  // '2025, 2026, 2027': years that follow each other are a span; others settle nothing.
  const years = points.map(p => p.year!)
  const follow =
    points.every(p => !p.unit && !p.date && p.to === undefined) &&
    years.every((y, i) => i === 0 || y === years[i - 1]! + 1)
  return follow ? { start, end } : undefined
}

const LAST_DAY = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
const two = (n: number): string => String(n).padStart(2, '0')
const MONTHS: Record<Unit, number> = { month: 1, quarter: 3, half: 6 }

function startOf(p: Point): string {
  if (p.date) return p.date
  if (!p.unit) return String(p.year)
  const month = (p.unit.n - 1) * MONTHS[p.unit.unit] + 1
  if (p.day) return `${p.year}-${two(month)}-${two(p.day)}`
  return p.unit.unit === 'month' ? `${p.year}-${two(month)}` : `${p.year}-${two(month)}-01`
}

function endOf(p: Point): string {
  if (p.date) return p.date
  if (!p.unit) return String(p.to ?? p.year)
  const month = p.unit.n * MONTHS[p.unit.unit]
  if (p.day) return `${p.year}-${two(month)}-${two(p.day)}`
  return p.unit.unit === 'month' ? `${p.year}-${two(month)}` : `${p.year}-${two(month)}-${LAST_DAY[month - 1]}`
}
