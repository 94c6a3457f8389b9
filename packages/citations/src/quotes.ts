/** Quoted words that stand in another paragraph than the one that is cited, held against the official texts that somebody added. */
import { factsOf, type Facts } from './facts.ts'
import { fold } from './fold.ts'
import type { Found } from './found.ts'
import type { Page } from './page.ts'
import type { ParagraphCitation } from './paragraph-citations.ts'

const QUOTE = /["“„«‟]([^"“”„«»‟]{20,900})["”“»]/gu
/** So far from its quotation a citation may stand, in characters. */
const REACH = 90
/** Shorter quotations stand in several paragraphs. */
const LEAST_WORDS = 5
const RUN = 3

interface Quotation {
  /** Its pieces between the dots of an ellipsis, as words. */
  pieces: string[][]
  start: number
  end: number
}

export function checkQuotes(page: Page, citations: ParagraphCitation[], facts: Facts): Found[] {
  if (facts.officialTexts.length === 0 || citations.length === 0) return []
  return quotationsOf(page).flatMap(quotation => {
    const citation = citationOf(quotation, citations)
    const found = citation && wrongPlace(quotation, citation, facts)
    return found ? [found] : []
  })
}

function quotationsOf({ folded: { text } }: Page): Quotation[] {
  return [...text.matchAll(QUOTE)].flatMap(match => {
    const pieces = match[1]!
      .split(/\s*(?:…|\.{3}|\[[^\]]*\])\s*/u)
      .map(wordsOf)
      .filter(words => words.length >= RUN)
    const words = pieces.reduce((sum, piece) => sum + piece.length, 0)
    return words >= LEAST_WORDS ? [{ pieces, start: match.index, end: match.index + match[0].length }] : []
  })
}

const wordsOf = (text: string): string[] => text.match(/[\p{L}\p{N}]+/gu) ?? []

/** The nearest citation of one paragraph, before or behind the quotation. */
function citationOf({ start, end }: Quotation, citations: ParagraphCitation[]): ParagraphCitation | null {
  const near = citations
    .filter(({ paragraphs }) => paragraphs.length === 1)
    .map(citation => ({ citation, distance: citation.end <= start ? start - citation.end : citation.start - end }))
    .filter(({ distance }) => distance >= 0 && distance <= REACH)
  return near.toSorted((a, b) => a.distance - b.distance)[0]?.citation ?? null
}

function wrongPlace(quotation: Quotation, citation: ParagraphCitation, facts: Facts): Found | null {
  const said = citation.paragraphs[0]!.number
  const texts = facts.officialTexts.filter(({ resolution }) => resolution === citation.resolution)
  const own = texts.flatMap(({ paragraphs }) => paragraphs)
  if (own.filter(({ number }) => number === said).some(({ text }) => holds(text, quotation))) return null
  const place = { start: Math.min(citation.start, quotation.start), end: Math.max(citation.end, quotation.end) }
  const { number, year } = factsOf(facts, citation.resolution)!
  const elsewhere = own.find(({ text }) => holds(text, quotation))
  if (elsewhere) {
    const params = { number, year, said, right: elsewhere.number, of: number }
    return { ...place, kind: 'words-elsewhere', severity: 'error', resolution: number, params }
  }
  for (const { resolution, paragraphs } of facts.officialTexts) {
    const there = paragraphs.find(({ text }) => holds(text, quotation))
    if (!there) continue
    const params = { number, year, said, right: there.number, of: resolution }
    return { ...place, kind: 'words-elsewhere', severity: 'error', resolution, params }
  }
  const closest = best(own, quotation)
  const here = Math.max(0, ...own.filter(({ number: n }) => n === said).map(({ text }) => share(text, quotation)))
  if (closest && closest.share >= 0.6 && here <= 0.25) {
    const params = { number, year, said, right: closest.number, of: number }
    return { ...place, kind: 'words-elsewhere', severity: 'check', resolution: number, params }
  }
  // Only a text in the quotation's language can say that its words stand nowhere.
  const sameLanguage = texts.some(({ paragraphs }) => vocabularyShare(paragraphs, quotation) >= 0.6)
  if (!sameLanguage || (closest && closest.share >= 0.3)) return null
  return { ...place, kind: 'words-nowhere', severity: 'check', resolution: number, params: { number, year, said } }
}

const foldedTexts = new Map<string, string>()

function plain(text: string): string {
  let folded = foldedTexts.get(text)
  if (folded === undefined) {
    if (foldedTexts.size > 2000) foldedTexts.clear()
    foldedTexts.set(text, (folded = ` ${wordsOf(fold(text).text).join(' ')} `))
  }
  return folded
}

const holds = (text: string, { pieces }: Quotation): boolean =>
  pieces.every(words => plain(text).includes(` ${words.join(' ')} `))

/** Which part of the quotation's runs of three words the text has. */
function share(text: string, { pieces }: Quotation): number {
  const runs = pieces.flatMap(words => words.slice(RUN - 1).map((_, i) => words.slice(i, i + RUN).join(' ')))
  return runs.length === 0 ? 0 : runs.filter(run => plain(text).includes(` ${run} `)).length / runs.length
}

function best(paragraphs: { number: number; text: string }[], quotation: Quotation) {
  const shares = paragraphs.map(({ number, text }) => ({ number, share: share(text, quotation) }))
  return shares.toSorted((a, b) => b.share - a.share)[0] ?? null
}

function vocabularyShare(paragraphs: { text: string }[], { pieces }: Quotation): number {
  const all = paragraphs.map(({ text }) => plain(text)).join(' ')
  const words = pieces.flat()
  return words.filter(word => all.includes(` ${word} `)).length / Math.max(1, words.length)
}
