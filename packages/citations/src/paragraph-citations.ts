/** Where a text cites a paragraph: 'OP 17 of 1889', 'paragraph 8 of resolution 1888', '1325 (2000), paragraphs 1 and 2', '(¶ 15)'. */
import { factsOf, type Facts } from './facts.ts'
import { isAfterOtherDocument, sentenceAround, type Page } from './page.ts'
import { BETWEEN, PARAGRAPH, PREAMBLE } from './words.ts'

export interface CitedParagraph {
  number: number
  /** The letter of a part; null for the whole paragraph. */
  letter: string | null
}

export interface ParagraphCitation {
  resolution: number
  paragraphs: CitedParagraph[]
  start: number
  end: number
}

const ONE = String.raw`\d{1,3}(?:\s?\(?\s?[a-z]\s?\)(?:\s?\([ivx]+\))?)?`
const MORE = String.raw`(?:\s*(?:,|;|-|–|&|and|et|y|e|och|to|a|au|و|та|і)\s*(?:${PARAGRAPH}\s*)?${ONE}(?!\d))*`
const NUMBERS = String.raw`(${ONE}(?!\d|[.,]\d)${MORE})`
const CITED = new RegExp(String.raw`${PARAGRAPH}\s*(?:no\.?|n°|№)?\s*${NUMBERS}`, 'gu')
const CITED_HERE = new RegExp(
  String.raw`[\s,،:;(–-]*(?:(?:in|its|at|dans|son|sus|su|en|el|au|aux|the|le|les|в|во|у|ее|его|своем|своєму|في)\s+)*${PARAGRAPH}\s*${NUMBERS}`,
  'uy',
)
const IN_BRACKETS = new RegExp(String.raw`[([]\s*(?:¶+|§+|ops?\.?|operative paragraphs?)\s*${NUMBERS}\s*[)\]]`, 'gu')
/** '2467, ¶18': no word says that it is a resolution, but the paragraph does. */
const BARE = new RegExp(
  String.raw`(?<![\d.,/–-])(\d{4})(?:\s*\(\d{4}\))?[\s,:(]{0,3}(?:¶+|§+|ops?\.?)\s*${NUMBERS}`,
  'gu',
)
const OPERATIVE = /(?<!\p{L})(?:ops?(?!\p{L})|operativ|dispositif)/u
const OF = /^\s*(?:of|de|du|des|del|da|do|i|in|av|der|من|في|к|до|)\s*/u
const RESOLUTION_WORD = /^(?:resolu|rezolu|резолюц|\p{L}{0,3}قرار|unscr|scr|sc|rcs)/u

export function paragraphCitations(page: Page, facts: Facts): ParagraphCitation[] {
  const { text } = page.folded
  const found: ParagraphCitation[] = []
  for (const match of text.matchAll(CITED)) {
    const end = match.index + match[0].length
    if (PREAMBLE.test(text.slice(Math.max(0, match.index - 20), match.index))) continue
    const resolution = resolutionBehind(page, end, facts)
    if (resolution) found.push({ ...resolution, paragraphs: listed(match[1]!), start: match.index })
  }
  for (const mention of page.mentions) {
    if (mention.otherBody || mention.kind === 'label' || !factsOf(facts, mention.number)) continue
    CITED_HERE.lastIndex = mention.behind
    const match = CITED_HERE.exec(text)
    const end = mention.behind + (match?.[0].length ?? 0)
    // 'resolution 1325, paragraph 8 of the plan': another document's.
    if (
      !match ||
      // Only resolutions have operative paragraphs: 'report on resolution 1325, OP 8'.
      (isAfterOtherDocument(page, mention.start) && !OPERATIVE.test(match[0])) ||
      /^\s*(?:of|de|du|del|da|av|من)\s/u.test(text.slice(end, end + 8))
    )
      continue
    found.push({ resolution: mention.number, paragraphs: listed(match[1]!), start: mention.start, end })
  }
  for (const match of text.matchAll(BARE)) {
    const number = Number(match[1])
    const known = page.mentions.some(({ at }) => at === match.index)
    if (known || !factsOf(facts, number)) continue
    found.push({
      resolution: number,
      paragraphs: listed(match[2]!),
      start: match.index,
      end: match.index + match[0].length,
    })
  }
  for (const match of text.matchAll(IN_BRACKETS)) {
    const end = match.index + match[0].length
    if (found.some(other => other.start <= match.index && match.index < other.end)) continue
    const resolution = onlyOneBefore(page, match.index, facts)
    if (resolution && !isAfterOtherDocument(page, match.index))
      found.push({ resolution, paragraphs: listed(match[1]!), start: match.index, end })
  }
  return found.toSorted((a, b) => a.start - b.start)
}

/** '... of (Security Council) resolution 1888', '... of 1889': the number behind the paragraph, with few words between. */
function resolutionBehind(page: Page, at: number, facts: Facts): { resolution: number; end: number } | null {
  const { text } = page.folded
  const behind = text.slice(at, at + 90)
  const of = OF.exec(behind)?.[0] ?? ''
  const between = /^[^\d;.!?]*/u.exec(behind.slice(of.length))?.[0] ?? ''
  const words = between.match(/[\p{L}\p{M}]+/gu) ?? []
  if (!words.every(word => BETWEEN.has(word) || RESOLUTION_WORD.test(word))) return null
  const place = at + of.length + between.length
  const mention = page.mentions.find(other => other.at === place)
  if (mention)
    return mention.otherBody || !factsOf(facts, mention.number)
      ? null
      : { resolution: mention.number, end: mention.behind }
  // 'OP 17 of 1889': no word says that it is a resolution, but the paragraph does.
  const number = Number(/^\d{4}(?!\d|[.,/–-]\d)/u.exec(text.slice(place, place + 6))?.[0])
  return words.length === 0 && of.trim() !== '' && factsOf(facts, number)
    ? { resolution: number, end: place + 4 }
    : null
}

/** The one resolution that the sentence has named before; null where there are several. */
function onlyOneBefore(page: Page, at: number, facts: Facts): number | null {
  const sentence = sentenceAround(page, at)
  const before = page.mentions.filter(
    ({ at: place, kind }) => kind !== 'label' && place >= sentence.start && place < at,
  )
  const numbers = new Set(before.map(({ number }) => number))
  const [number = 0] = numbers
  return numbers.size === 1 && !before[0]!.otherBody && factsOf(facts, number) ? number : null
}

function listed(numbers: string): CitedParagraph[] {
  const found = [...numbers.matchAll(/(\d{1,3})(?:\s?\(?\s?([a-z])\s?\))?/gu)]
  return found.map(([, number, letter]) => ({ number: Number(number), letter: letter ?? null }))
}
