/** A page prepared for the checks: folded text, mentions of resolutions, sentences. */
import { fold, type Folded } from './fold.ts'
import { mentionsOf, type Mention } from './mentions.ts'
import { OTHER_DOCUMENT } from './words.ts'
import { sentenceAt, sentencesOf, type Sentence } from './sentences.ts'

export interface InputPage {
  /** 1-based; null where the text has no pages. */
  page: number | null
  text: string
}

export interface Page extends InputPage {
  folded: Folded
  mentions: Mention[]
  sentences: Sentence[]
}

/** Longer texts are taken in pieces: what is compared within a piece takes time that grows with its square. */
const LONGEST = 20_000

export function preparedPages({ page, text }: InputPage): Page[] {
  return pieces(text).map(piece => {
    const folded = fold(piece)
    return { page, text: piece, folded, mentions: mentionsOf(folded.text), sentences: sentencesOf(piece) }
  })
}

/** Cut where a line ends, or else between two words. */
function pieces(text: string): string[] {
  const cut: string[] = []
  let rest = text
  while (rest.length > LONGEST) {
    const line = rest.lastIndexOf('\n', LONGEST)
    const word = line > LONGEST / 2 ? line : rest.lastIndexOf(' ', LONGEST)
    const end = word > LONGEST / 2 ? word + 1 : LONGEST
    cut.push(rest.slice(0, end))
    rest = rest.slice(end)
  }
  return [...cut, rest]
}

/** The sentence around a place of the folded text, as places of the folded text. */
export function sentenceAround(page: Page, place: number): { start: number; end: number; text: string } {
  const { from, text } = page.folded
  const { start, end } = sentenceAt(page.sentences, from[place] ?? 0)
  const [first, last] = [foldedPlace(from, start), foldedPlace(from, end)]
  return { start: first, end: last, text: text.slice(first, last) }
}

/** The first folded place that comes from `place` of the original or from behind it. */
function foldedPlace(from: number[], place: number): number {
  let low = 0
  let high = from.length - 1
  while (low < high) {
    const middle = (low + high) >> 1
    if (from[middle]! < place) low = middle + 1
    else high = middle
  }
  return low
}

const OTHER_DOCUMENT_BEFORE = new RegExp(String.raw`${OTHER_DOCUMENT}\p{L}*[^.;!?]{0,80}$`, 'u')

/** What is said there may be said of a plan or a report on the resolution. */
export const isAfterOtherDocument = ({ folded: { text } }: Page, place: number): boolean =>
  OTHER_DOCUMENT_BEFORE.test(text.slice(Math.max(0, place - 140), place))

/** The original words between two folded places, with some of their sentence around them, in one line. */
export function quoteOf(page: Page, start: number, end: number): string {
  const sentence = sentenceAround(page, start)
  const first = Math.max(sentence.start, start - 60)
  const last = Math.max(end, Math.min(sentence.end, end + 60))
  const { from } = page.folded
  const words = page.text.slice(
    wordStart(page.text, from[first] ?? 0),
    wordEnd(page.text, from[last] ?? page.text.length),
  )
  return words.replace(/\s+/gu, ' ').trim()
}

function wordStart(text: string, place: number): number {
  while (place > 0 && /[\p{L}\p{N}]/u.test(text[place - 1]!) && /[\p{L}\p{N}]/u.test(text[place] ?? ' ')) place--
  return place
}

function wordEnd(text: string, place: number): number {
  while (place < text.length && /[\p{L}\p{N}]/u.test(text[place]!) && /[\p{L}\p{N}]/u.test(text[place - 1] ?? ' '))
    place++
  return place
}
