/** What citations are held against: the facts of the library, and official texts where somebody has added them. */
import facts from '../../../library/citations/facts.json' with { type: 'json' }
import terms from '../../../library/citations/terms.json' with { type: 'json' }
import paragraphs from '../../../library/operative-paragraphs.json' with { type: 'json' }
import resolutions from '../../../library/resolutions.json' with { type: 'json' }

export interface ResolutionFacts {
  number: number
  year: number
  /** ISO 8601. */
  adopted: string
  /** 'S/PV.4213'; null: not known. */
  meeting: string | null
  vote: { for: number; against: number; abstaining: number } | null
  /** How many operative paragraphs it has; null: not known. */
  last: number | null
  /** Letters of the parts by paragraph: { 8: 'abc' }. */
  parts: Record<number, string>
}

/** A subject that stands in certain paragraphs only. */
export interface Term {
  name: Record<string, string>
  phrases: string[]
  /** Paragraphs by resolution. */
  stands: Record<string, number[]>
}

export interface OfficialText {
  resolution: number
  /** BCP 47. */
  language: string
  paragraphs: { number: number; text: string }[]
}

export interface Facts {
  /** The day up to which the list of resolutions is known to be whole. */
  asOf: string
  resolutions: ResolutionFacts[]
  /** Misprints that were seen in print. */
  misprints: { printed: number; meant: number }[]
  /** Years of other resolutions, by which the years of those between them are known. */
  years: { number: number; year: number }[]
  /** Numbers of other resolutions that are rightly cited beside these. */
  standBeside: number[]
  terms: Term[]
  officialTexts: OfficialText[]
}

/** The facts of the starter library. Official texts are not part of it: they are the UN's, and each installation adds its own. */
export const LIBRARY: Facts = {
  asOf: resolutions.asOf,
  resolutions: resolutions.resolutions.map(({ number, adopted, meeting, vote, operativeParagraphs }) => ({
    number,
    year: Number(adopted.value.slice(0, 4)),
    adopted: adopted.value,
    meeting: meeting.value,
    vote: vote.value,
    last: operativeParagraphs.value,
    parts: partsOf(number),
  })),
  misprints: facts.misprints,
  years: facts.years,
  standBeside: facts.standBeside,
  terms: terms.terms as unknown as Term[],
  officialTexts: [],
}

function partsOf(resolution: number): Record<number, string> {
  const known = paragraphs.resolutions.find(({ number }) => number === resolution)?.paragraphs ?? []
  return Object.fromEntries(
    known.flatMap(paragraph => ('parts' in paragraph ? [[paragraph.number, letters(paragraph.parts)]] : [])),
  )
}

/** 'a-c' gives 'abc'. */
function letters(range: string | undefined): string {
  const [first = 'a', last = first] = (range ?? '').split('-')
  const from = first.charCodeAt(0)
  return String.fromCharCode(...Array.from({ length: last.charCodeAt(0) - from + 1 }, (_, i) => from + i))
}

export const factsOf = (facts: Facts, number: number): ResolutionFacts | undefined =>
  facts.resolutions.find(resolution => resolution.number === number)

/** Whether a resolution of this number can be of this year: resolutions are numbered in the order of their adoption. */
export function canBeOf(facts: Facts, number: number, year: number): boolean {
  const dated = [...facts.years, ...facts.resolutions]
  const before = Math.max(1946, ...dated.filter(other => other.number <= number).map(other => other.year))
  const after = Math.min(2100, ...dated.filter(other => other.number >= number).map(other => other.year))
  return before <= year && year <= after
}
