/** Asking the text: which sentences answer a criterion, how strongly, and what they say. */
import type { Cite } from '@open1325/reader'
import type { Answer, Search } from './appraisal.ts'
import { QUOTES } from './appraisal.ts'
import type { SearchRule } from './edition.ts'
import type { Hit, Lexicon } from './text/cues.ts'
import type { Passage } from './text/passages.ts'
import { nearest } from './text/passages.ts'

/** The words of a set stand within this many characters of each other. */
const NEAR = 220
/** A negation belongs to a word that follows it this closely. */
const NEGATED = 28

export interface Evidence {
  strength: 'strong' | 'weak' | 'denied'
  cite: Cite
  /** Higher is better; only for choosing among evidence of one strength. */
  score: number
}

/** Text, words, and how many pages there are to search. */
export interface Ground {
  passages: Passage[]
  lexicon: Lexicon
  pages: number
}

export interface TextAnswer {
  answer: Answer
  /** 'stated', 'hinted', 'denied', 'contradicted', 'nothing': the last part of a sentence's code. */
  code: string
  quotes: Cite[]
  search: Search
}

/** Searches every passage. 'no' only where the plan denies it; 'partly' where the evidence is weak or the plan says both. */
export function ask(rule: SearchRule, ground: Ground): TextAnswer {
  const found = evidence(rule, ground)
  const of = (strength: Evidence['strength']): Evidence[] => found.filter(one => one.strength === strength)
  const search = searchOf(rule, ground)
  const answer = (value: Answer, code: string, ...kinds: Evidence['strength'][]): TextAnswer => ({
    answer: value,
    code,
    quotes: bestQuotes(kinds.flatMap(of)),
    search,
  })
  if (of('denied').length > 0)
    return of('strong').length > 0
      ? answer('partly', 'contradicted', 'strong', 'denied')
      : answer('no', 'denied', 'denied')
  if (of('strong').length > 0) return answer('yes', 'stated', 'strong')
  if (of('weak').length > 0) return answer('partly', 'hinted', 'weak')
  return answer('not-found', 'nothing')
}

/** All evidence for a rule, the best first within each strength. */
export function evidence(rule: SearchRule, { passages, lexicon }: Ground): Evidence[] {
  return passages.flatMap(passage => judge(passage, rule, lexicon) ?? []).toSorted((a, b) => b.score - a.score)
}

/** Which words were sought: those of the rule's leading groups first. */
export function searchOf(rule: SearchRule, { lexicon, pages }: Ground): Search {
  const groups = [...rule.strong, ...rule.weak]
    .flat()
    .filter(group => /^[a-z-]+$/.test(group) && group !== 'amount' && group !== 'plan')
  const words = [...new Set(groups)].flatMap(group => lexicon.words(group))
  return { words: [...new Set(words.map(word => word.replaceAll('*', '')))], pages }
}

/** At most five, one for each wording; where several strengths are given, each has its best before any has its second. */
export function bestQuotes(found: Evidence[]): Cite[] {
  const rank = new Map<Evidence['strength'], number>()
  const ordered = found
    .map(one => {
      const place = rank.get(one.strength) ?? 0
      rank.set(one.strength, place + 1)
      return { one, place }
    })
    .toSorted((a, b) => a.place - b.place)
  const quotes = new Map<string, Cite>()
  for (const { one } of ordered) if (!quotes.has(one.cite.quote)) quotes.set(one.cite.quote, one.cite)
  return [...quotes.values()].slice(0, QUOTES)
}

function judge(passage: Passage, rule: SearchRule, lexicon: Lexicon): Evidence | null {
  if (passage.besideFormer && !rule.besideFormer) return null
  const text = passage.folded.text
  const hits = (group: string): Hit[] => lexicon.hits(group, text)
  const denial = bestMatch(rule.denied ?? [], passage, lexicon, hit => isNegated(text, hit, lexicon))
  if (denial) return { strength: 'denied', cite: passage.cite(...denial.stretch), score: -width(denial.stretch) }
  const aboutPlan = hits('plan').length > 0
  if (!aboutPlan && (rule.never ?? []).some(group => hits(group).length > 0)) return null
  const ofItsOwn = passage.kind === 'sentence' || passage.kind === 'item'
  const strong = bestMatch(rule.strong, passage, lexicon)
  const weak = strong ? null : bestMatch(rule.weak, passage, lexicon)
  const match = strong ?? weak
  if (!match) return null
  const score = KIND_SCORE[passage.kind] + (aboutPlan ? 20 : 0) - width(match.stretch) / 10 - match.place * 5
  return { strength: strong && ofItsOwn ? 'strong' : 'weak', cite: passage.cite(...match.stretch), score }
}

const KIND_SCORE: Record<Passage['kind'], number> = { sentence: 30, item: 20, heading: 0, contents: 0 }

function width([start, end]: Hit): number {
  return end - start
}

/**
 * The match of the first set that the passage answers; a rule's sets stand in the order of their worth. `leads` says which words of
 * a set's first group count.
 */
function bestMatch(
  sets: string[][],
  passage: Passage,
  lexicon: Lexicon,
  leads: (hit: Hit) => boolean = () => true,
): { stretch: Hit; place: number } | null {
  const has = (group: string, folded: string): boolean => lexicon.hits(group, folded).length > 0
  for (const [place, set] of sets.entries()) {
    const { within, above, near, absent } = partsOf(set)
    const [first = [], ...others] = within.map(group => lexicon.hits(group, passage.folded.text))
    const stretch = nearest([first.filter(leads), ...others])
    if (!stretch || width(stretch) > NEAR || absent.some(group => has(group, passage.folded.text))) continue
    if (!above.every(group => passage.headings.some(heading => has(group, heading)))) continue
    if (near.every(group => [passage.folded.text, ...passage.before].some(sentence => has(group, sentence))))
      return { stretch, place }
  }
  return null
}

interface SetParts {
  within: string[]
  above: string[]
  near: string[]
  absent: string[]
}

const parted = new WeakMap<string[], SetParts>()

/** A set's groups by where they are sought. */
function partsOf(set: string[]): SetParts {
  const known = parted.get(set)
  if (known) return known
  const after = (prefix: string): string[] =>
    set.flatMap(group => (group.startsWith(prefix) ? [group.slice(prefix.length)] : []))
  const within = set.filter(group => /^[a-z-]+$/.test(group))
  const parts = { within, above: after('heading:'), near: after('near:'), absent: after('!') }
  parted.set(set, parts)
  return parts
}

/** 'no budget', 'does not have an allocated budget', 'aucun rapport annuel'. */
function isNegated(text: string, [start]: Hit, lexicon: Lexicon): boolean {
  return lexicon.hits('negation', text).some(([, end]) => end <= start && start - end <= NEGATED)
}
