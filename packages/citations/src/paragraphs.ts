/** Paragraphs that a resolution does not have, and subjects that stand in another one. */
import { factsOf, type Facts, type Term } from './facts.ts'
import { fold } from './fold.ts'
import type { Found } from './found.ts'
import { sentenceAround, type Page } from './page.ts'
import type { ParagraphCitation } from './paragraph-citations.ts'

/** How far behind a citation its subject is looked for, in characters. */
const REACH = 110

export function checkParagraphs(citation: ParagraphCitation, facts: Facts): Found[] {
  const resolution = factsOf(facts, citation.resolution)
  const last = resolution?.last
  if (!resolution || !last) return []
  const { number, year } = resolution
  return citation.paragraphs.flatMap(({ number: said, letter }): Found[] => {
    const place = { start: citation.start, end: citation.end, resolution: number }
    if (said < 1 || said > last)
      return [{ ...place, kind: 'paragraph', severity: 'error', params: { number, year, said, last } }]
    const letters = resolution.parts[said] ?? ''
    if (letter === null || letters.includes(letter)) return []
    const [first, final] = [letters[0] ?? '', letters.at(-1) ?? '']
    return [
      {
        ...place,
        kind: 'part',
        severity: 'check',
        params: { number, year, said, letter, parts: letters.length, first, last: final },
      },
    ]
  })
}

const foldedPhrases = new WeakMap<Term, string[]>()

/** A subject that stands in certain paragraphs only, named right beside a citation of another paragraph. */
export function checkSubject(page: Page, citation: ParagraphCitation, all: ParagraphCitation[], facts: Facts): Found[] {
  const [cited, ...more] = citation.paragraphs
  if (!cited || more.length > 0) return []
  const sentence = sentenceAround(page, citation.start)
  // Several citations in a sentence: which one the subject belongs to, only a person can tell.
  if (all.some(other => other !== citation && other.start >= sentence.start && other.start < sentence.end)) return []
  const { text } = page.folded
  const bracketed =
    /[([]\s*$/u.test(text.slice(Math.max(0, citation.start - 2), citation.start)) ||
    /^[([]/u.test(text.slice(citation.start))
  const near = bracketed
    ? text.slice(Math.max(sentence.start, citation.start - REACH), citation.start)
    : text.slice(citation.end, Math.min(sentence.end, citation.end + REACH))
  return facts.terms.flatMap((term): Found[] => {
    const stands = term.stands[String(citation.resolution)]
    if (!stands || stands.includes(cited.number) || !phrasesOf(term).some(phrase => near.includes(phrase))) return []
    // What is named there may be named beside something else that does stand in the cited paragraph.
    const others = facts.terms.filter(
      other => other !== term && other.stands[String(citation.resolution)]?.includes(cited.number),
    )
    if (others.some(other => phrasesOf(other).some(phrase => near.includes(phrase)))) return []
    const resolution = factsOf(facts, citation.resolution)!
    return [
      {
        kind: 'subject-elsewhere',
        severity: 'check',
        start: citation.start,
        end: citation.end,
        resolution: resolution.number,
        params: {
          number: resolution.number,
          year: resolution.year,
          said: cited.number,
          right: stands.join(', '),
          count: stands.length,
          ...Object.fromEntries(Object.entries(term.name).map(([language, name]) => [`term_${language}`, name])),
        },
      },
    ]
  })
}

function phrasesOf(term: Term): string[] {
  const known = foldedPhrases.get(term)
  if (known) return known
  const phrases = term.phrases.map(phrase => fold(phrase).text)
  foldedPhrases.set(term, phrases)
  return phrases
}
