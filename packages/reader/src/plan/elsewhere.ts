/** Title and period where the cover is a picture or says little: what the rest of the plan's first third calls the plan. */
import type { Layout } from '../layout.ts'
import { fold } from '../words/fold.ts'
import { LANGUAGES } from '../words/index.ts'
import { RANGE, rangeIn, type Range } from './years.ts'

const PLAN = LANGUAGES.flatMap(l => l.plan.map(fold)).toSorted((a, b) => b.length - a.length)
const SPOKEN = new RegExp(`(?:^| )(?:${PLAN.join('|')})(?: |$)`, 'u')
/** Japanese has no spaces between words. */
const SPOKEN_UNSPACED = new RegExp(PLAN.filter(p => /^\p{Script=Han}|\p{Script=Katakana}/u.test(p)).join('|'), 'u')

/** Whether the text holds a word by which a plan's title is known. */
export function speaksOfPlan(text: string): boolean {
  const words = fold(text)
  return SPOKEN.test(words) || SPOKEN_UNSPACED.test(words)
}

/** A longer line is running text. */
const LONGEST_TITLE = 200
/** A running title stands on so many pages at least. */
const OFTEN = 2

/** A running title, the file's own title where it looks like one, or the name that the text gives the plan; null where there is none. */
export function titleElsewhere(layout: Layout): string | null {
  const lines = firstThird(layout)
  return runningTitle(lines) ?? ownTitle(layout) ?? namedInText(lines)
}

/** The range of years that lines which speak of the plan name most often; null where they name none or disagree. */
export function periodElsewhere(layout: Layout): Range | null {
  const ranges = firstThird(layout)
    .flatMap(({ text }) => text.split(/(?<=[.;])\s/u))
    .filter(text => RANGE.test(text) && speaksOfPlan(text))
    .flatMap(text => [...text.matchAll(new RegExp(RANGE, 'giu'))].map(([years]) => rangeIn(years)))
    .filter(range => range !== null)
  const [top, next] = byFrequency(ranges, range => `${range.start} ${range.end}`)
  return top && top.count > (next?.count ?? 0) ? top.first : null
}

interface PageLine {
  text: string
  page: number | null
}

function firstThird({ pages }: Layout): PageLine[] {
  return pages
    .slice(0, Math.max(3, Math.ceil(pages.length / 3)))
    .flatMap(page =>
      page.text.split('\n').map(text => ({ text: text.replace(/\s+/gu, ' ').trim(), page: page.number })),
    )
}

function runningTitle(lines: readonly PageLine[]): string | null {
  const titles = lines.filter(
    ({ text, page }) => page !== null && text.length <= LONGEST_TITLE && isTitle(withoutPageNumber(text)),
  )
  const [top] = byFrequency(titles, ({ text }) => fold(withoutPageNumber(text)).replace(/\d+/g, ''))
  return top && top.count >= OFTEN ? withoutPageNumber(top.first.text) : null
}

const withoutPageNumber = (text: string): string => text.replace(/^\d{1,3}\s*[|–-]?\s+|\s+[|–-]?\s*\d{1,3}$/gu, '')

/** The title that the program wrote into the file: often the name of another file, or the words of a template. */
function ownTitle({ title }: Layout): string | null {
  const text = title?.replace(/\s+/gu, ' ').trim() ?? ''
  return isTitle(text) && !/_|\.(?:docx?|pdf|indd|odt)\b/iu.test(text) ? text : null
}

function isTitle(text: string): boolean {
  return (
    text.split(' ').length >= 3 && !/[.;…]$|\.{3}/u.test(text) && /^\p{Lu}|^\p{Lo}/u.test(text) && speaksOfPlan(text)
  )
}

/** A name has so many words at most. */
const LONGEST_NAME = 22
const AGENDA = /^1325$/

/**
 * 'the National Action Plan on Resolution 1325 (2019-2022)' within a sentence: from a plan's word with a capital to the agenda's name, and
 * the years after it.
 */
function namedInText(lines: readonly PageLine[]): string | null {
  // The fullest name tells most.
  return lines.flatMap(({ text }) => namesIn(text)).toSorted((a, b) => b.length - a.length)[0] ?? null
}

function namesIn(text: string): string[] {
  if (!/1325/.test(text)) return []
  return text.split(/(?<=[.;:!?])\s/u).flatMap(sentence => {
    const words = sentence.split(' ')
    return words.flatMap((word, end): string[] => {
      if (!AGENDA.test(fold(word))) return []
      const from = Math.max(0, end - LONGEST_NAME)
      const start = words.findIndex(
        (first, i) => i >= from && i < end && /^\p{Lu}/u.test(first) && beginsPlan(words.slice(i, i + 6).join(' ')),
      )
      if (start < 0) return []
      const years = RANGE.exec(words.slice(end + 1, end + 5).join(' '))
      const name = words.slice(start, end + 1).join(' ')
      return [years && years.index <= 2 ? `${name}, ${years[0]}` : name.replace(/[,;.)]+$/u, '')]
    })
  })
}

// The plan's own words ('plan d’action', 'plan d’actions'), not those of the agenda alone.
function beginsPlan(text: string): boolean {
  const words = fold(text)
  return PLAN.some(p => !/\d/.test(p) && p.includes('plan') && words.startsWith(p))
}

function byFrequency<T>(things: readonly T[], keyOf: (thing: T) => string): { first: T; count: number }[] {
  return [...Map.groupBy(things, keyOf).values()]
    .map(same => ({ first: same[0]!, count: same.length }))
    .toSorted((a, b) => b.count - a.count)
}
