/** Periods as files write them ('9.2018', 'March 2015', '2019/20', 'T1 2021'), to the form that observations have. */
import { folded } from '../checks/data.ts'
import { daysOf } from '../period.ts'
import { textOf, type Cell } from './sheet.ts'

export interface ReadPeriod {
  period: string
  /** Why it is a guess: a zero was lost at the end ('10.202'), or day and month may be the other way round. */
  doubt: 'lost-zero' | 'day-or-month' | null
}

const LANGUAGES = ['en', 'fr', 'es', 'pt', 'ar', 'ar-SY', 'ru', 'uk'] as const
const two = (n: number): string => String(n).padStart(2, '0')

let months: Map<string, number> | null = null

function monthNames(): Map<string, number> {
  if (months) return months
  months = new Map()
  for (const language of LANGUAGES)
    for (const style of ['long', 'short'] as const)
      for (let month = 1; month <= 12; month++) {
        const name = new Intl.DateTimeFormat(language, { month: style, timeZone: 'UTC' }).format(
          Date.UTC(2020, month - 1, 9),
        )
        months.set(folded(name).replace(/\.$/u, ''), month)
      }
  months.set('sept', 9)
  return months
}

/** The month, 1 to 12, of 'March', 'mars', 'آذار', '3'; null where it is none. */
export function monthOf(cell: Cell): number | null {
  const text = folded(textOf(cell)).replace(/\.$/u, '')
  if (/^(?:0?[1-9]|1[0-2])(?:\.0)?$/u.test(text)) return Math.trunc(Number(text))
  return monthNames().get(text) ?? null
}

const sane = (year: number): boolean => year >= 1900 && year <= 2100
const checked = (period: string, doubt: ReadPeriod['doubt'] = null): ReadPeriod | null =>
  daysOf(period) && sane(Number(period.slice(0, 4))) ? { period, doubt } : null

/** The period that a cell names; null where it names none. */
export function periodOf(cell: Cell): ReadPeriod | null {
  const text = textOf(cell)
    .replace(/[\u0660-\u0669\u06f0-\u06f9]/gu, digit => String(digit.charCodeAt(0) & 0xf))
    .replace(/\s*\[YR\d{4}\]$/iu, '')
    .replace(/^(?:FY|CY|AF|EF|Y|YR|year|année|annee|año)\s*_?(?=\d{4})/iu, '')
  const exact = (pattern: RegExp): RegExpExecArray | null => pattern.exec(text)
  let m: RegExpExecArray | null
  if ((m = exact(/^(\d{4})(?:\.0+)?$/u))) return checked(m[1]!)
  if ((m = exact(/^(\d{4})-(\d{2})-(\d{2})(?:[T ].*)?$/u))) return checked(`${m[1]}-${m[2]}-${m[3]}`)
  if ((m = exact(/^(\d{1,2})[./](\d{3,4})$/u)))
    return monthYear(Number(m[1]), m[2]!, typeof cell === 'number' || text.includes('.'))
  if ((m = exact(/^(\d{4})\s?[-–/]\s?(\d{4})$/u))) return m[1] === m[2] ? checked(m[1]!) : checked(`${m[1]}/${m[2]}`)
  if ((m = exact(/^(\d{2})(\d{2})\s?[-–/]\s?(\d{2})$/u))) return shortSpan(m)
  if ((m = exact(/^(\d{4})[-/](\d{1,2})$/u))) return checked(`${m[1]}-${two(Number(m[2]))}`)
  if ((m = exact(/^(?:[QT]|trim(?:estre)?)\s?([1-4])[\s/-]*(\d{4})$/iu))) return checked(`${m[2]}-Q${m[1]}`)
  if ((m = exact(/^(\d{4})[\s/-]*[QT]\s?([1-4])$/iu))) return checked(`${m[1]}-Q${m[2]}`)
  if ((m = exact(/^(\d{1,2})[./-](\d{1,2})[./-](\d{4})$/u))) return numeric(m, text)
  return inWords(text)
}

/** A number such as 10.2020 loses its last zero where a program takes it for a decimal. */
function monthYear(month: number, year: string, decimal: boolean): ReadPeriod | null {
  if (month < 1 || month > 12) return null
  if (year.length === 4) return checked(`${year}-${two(month)}`)
  return decimal && /^20\d$/u.test(year) ? checked(`${year}0-${two(month)}`, 'lost-zero') : null
}

/** '2019/20', '2019-21'; but '2019-12' is a month. */
function shortSpan([all, century, from, to]: RegExpExecArray): ReadPeriod | null {
  const month = Number(to)
  if (month >= 1 && month <= 12 && !(all.includes('/') && month === Number(from) + 1))
    return checked(`${century}${from}-${to}`)
  return Number(to) > Number(from) ? checked(`${century}${from}/${century}${to}`) : null
}

function numeric([, a, b, year]: RegExpExecArray, text: string): ReadPeriod | null {
  const [first, second] = [Number(a), Number(b)]
  if (first > 12) return checked(`${year}-${two(second)}-${two(first)}`)
  if (second > 12) return checked(`${year}-${two(first)}-${two(second)}`)
  // Points stand between day and month only where the day comes first.
  const doubt = text.includes('.') || first === second ? null : 'day-or-month'
  return checked(`${year}-${two(second)}-${two(first)}`, doubt)
}

/** 'March 2015', '1 March 2015', 'Aug 19, 2022 3:05 pm', '8 mars 2021', 'mars 2021'. */
function inWords(text: string): ReadPeriod | null {
  const words = folded(text)
    .replace(/\d{1,2}:\d{2}.*$/u, '')
    .split(/[\s,]+/u)
    .filter(word => word && !['de', 'del', 'of', 'the', 'le'].includes(word))
  const year = words.find(word => /^\d{4}$/u.test(word))
  const month = words.map(word => monthNames().get(word.replace(/\.$/u, ''))).find(found => found !== undefined)
  const day = words.find(word => /^\d{1,2}(?:st|nd|rd|th|er)?$/u.test(word))
  if (!year || !month || words.length > 3) return null
  if (words.length === 2) return checked(`${year}-${two(month)}`)
  return day ? checked(`${year}-${two(month)}-${two(Number.parseInt(day, 10))}`) : null
}
