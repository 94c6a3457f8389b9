/** The citation checker: text in, what is cited wrongly out. */
import { checkAdoption } from './adoption.ts'
import { LIBRARY, type Facts } from './facts.ts'
import type { Found, Kind, Severity } from './found.ts'
import { checkBeijing, checkNatoPrinciples } from './frameworks.ts'
import { checkNumbers, knownNumbers } from './numbers.ts'
import { preparedPages, quoteOf, type InputPage, type Page } from './page.ts'
import { paragraphCitations } from './paragraph-citations.ts'
import { checkParagraphs, checkSubject } from './paragraphs.ts'
import { checkQuotes } from './quotes.ts'
import { inWords } from './sentence.ts'

export interface Finding {
  /** 1-based; null where the text has no pages. */
  page: number | null
  /** The text's own words, in one line. */
  quote: string
  /** What is wrong, in a sentence. */
  problem: string
  /** What would be right. */
  suggestion: string
  kind: Kind
  severity: Severity
  /** The resolution that is meant; null where it is none of the library's. */
  resolution: number | null
}

/**
 * Finds what a text cites wrongly of the resolutions on women, peace and security. Where it is not sure it stays silent.
 * @param language of `problem` and `suggestion`: en, fr, ar
 * @returns findings in the order of the text
 */
export function checkCitations(input: InputPage[], facts: Facts = LIBRARY, { language = 'en' } = {}): Finding[] {
  const pages = input.flatMap(preparedPages)
  const known = knownNumbers(pages, facts)
  return pages.flatMap(page => {
    const found = checksOf(page, facts, known).toSorted((a, b) => a.start - b.start)
    return found.filter(isFirst).map(finding => ({
      page: page.page,
      quote: quoteOf(page, finding.start, finding.end),
      ...inWords(finding, language),
      kind: finding.kind,
      severity: finding.severity,
      resolution: finding.resolution,
    }))
  })
}

function checksOf(page: Page, facts: Facts, known: Set<number>): Found[] {
  const citations = paragraphCitations(page, facts)
  const inQuotes = checkQuotes(page, citations, facts)
  const subjects = citations.flatMap(citation => checkSubject(page, citation, citations, facts))
  return [
    ...checkNumbers(page, facts, known),
    ...checkAdoption(page, facts),
    ...citations.flatMap(citation => checkParagraphs(citation, facts)),
    ...inQuotes,
    // The official words say more than our list of subjects.
    ...subjects.filter(({ start }) => !inQuotes.some(quote => quote.start <= start && start <= quote.end)),
    ...checkNatoPrinciples(page),
    ...checkBeijing(page),
  ]
}

/** The same thing is told once where several forms of it stand in one place: 'resolution 1820 (S/RES/1820 (2009))'. */
function isFirst(finding: Found, i: number, all: Found[]): boolean {
  return !all
    .slice(0, i)
    .some(earlier => earlier.kind === finding.kind && earlier.start === finding.start && sameParams(earlier, finding))
}

const sameParams = (a: Found, b: Found): boolean => JSON.stringify(a.params) === JSON.stringify(b.params)
