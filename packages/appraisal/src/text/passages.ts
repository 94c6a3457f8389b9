/**
 * A reading's text cut into passages, each a sentence, a heading, a contents line or an item, with the headings over it. What stands
 * under 'Lessons of the first plan' or 'Bibliography' is not the plan's own promise and is left out.
 */
import type { Cite, Item, Reading } from '@open1325/reader'
import { fold } from './fold.ts'
import type { Hit, Lexicon } from './cues.ts'
import { headingDepth, isContents, linesOf } from './lines.ts'

export interface Passage {
  kind: 'sentence' | 'heading' | 'contents' | 'item'
  text: string
  /** `text` folded, with the way back. */
  folded: { text: string; from: Int32Array }
  /** The folded headings over it, outermost first; for an item, the items that contain it. */
  headings: string[]
  /** The folded sentences just before it, under the same headings. */
  before: string[]
  /** It speaks of a former plan too, or follows a sentence that does. */
  besideFormer: boolean
  /** The quote for units start to end of the folded text, in whole words, as printed. */
  cite(start: number, end: number): Cite
}

/** A heading is short. */
const HEADING_LENGTH = 110
/** A line much shorter than the page's full line ends its paragraph. */
const SHORT_LINE = 0.6
/** A line this long has no room for another word. */
const FULL_LINE = 0.8
/** A quote is no longer than this many characters. */
const QUOTE_LENGTH = 320
/** What a sentence is about may be said by this many sentences before it. */
const CARRIED = 2
/** After a sentence on a former plan, this many go on about it ('Its review found ... It recommended ...') less one. */
const FORMER_CARRIED = 4
/** Level of a heading without a number: any other heading ends it. */
const UNNUMBERED = 9

const SENTENCE_END = /(?<!^\p{N}{1,3}\.)(?<=[\p{L}\p{M}\p{N})»”"'’%][.!?؟;؛])\s+(?=[\p{Lu}\p{Lo}\p{N}«"“(•-])/u
/** A line that a sentence or a clause ends with. */
const SAID = /[.!?؟;؛:»”)]$/u
const LIST_MARK = /^(?:[•·▪‣◦●○■□➢✓*\uE000-\uF8FF‒–—-]\s*|\(?[ivxIVX]{1,4}[.)]\s|\(?[a-z][.)]\s|\(\p{N}{1,2}\)\s)/u

/** All passages in reading order, then the items. */
export function passagesOf(reading: Reading, lexicon: Lexicon): Passage[] {
  const passages = [...prosePassages(reading, lexicon), ...itemPassages(reading.document.items)]
  let carried = 0
  return passages.flatMap((passage, index) => {
    const { text } = passage.folded
    const about = isElsewhere(passage, lexicon) ? 'former' : has(lexicon, 'this-plan', text) ? 'this' : 'open'
    const goesOn = passage.kind === 'sentence' && sameHeadings(passage.headings, passages[index - 1]?.headings ?? [])
    carried = about === 'former' ? FORMER_CARRIED : about === 'open' && goesOn ? Math.max(0, carried - 1) : 0
    return about === 'former' ? [] : [{ ...passage, besideFormer: carried > 0 || has(lexicon, 'former-plan', text) }]
  })
}

function sameHeadings(one: string[], other: string[]): boolean {
  return one.length === other.length && one.every((heading, index) => heading === other[index])
}

function has(lexicon: Lexicon, group: string, text: string): boolean {
  return lexicon.hits(group, text).length > 0
}

function prosePassages(reading: Reading, lexicon: Lexicon): Passage[] {
  const passages: Passage[] = []
  const open: { level: number; folded: string }[] = []
  const chapterWord = (folded: string): boolean => lexicon.hits('chapter', folded).some(([start]) => start === 0)
  for (const { page, lines, width } of linesOf(reading)) {
    let paragraph: string[] = []
    const add = (kind: Passage['kind'], text: string): void => {
      const headings = open.map(heading => heading.folded)
      passages.push(prose(kind, text, page, headings, sentencesBefore(passages, headings)))
    }
    const close = (): void => {
      if (paragraph.length > 0)
        for (const sentence of paragraph.join(' ').split(SENTENCE_END)) add('sentence', sentence)
      paragraph = []
    }
    for (const [index, line] of lines.entries()) {
      if (line === null) close()
      else if (isContents(line)) {
        close()
        add('contents', line)
      } else {
        const before = lines[index - 1] ?? null
        if (endsParagraph(before, width) || LIST_MARK.test(line)) close()
        const level = headingLevel(line, lines[index + 1] ?? null, width, chapterWord)
        const breaks = paragraph.length === 0 || (level !== UNNUMBERED && SAID.test(paragraph.at(-1) ?? ''))
        if (level === null || !breaks) paragraph.push(line)
        else {
          close()
          while (open.length > 0 && (open.at(-1)?.level ?? 0) >= level) open.pop()
          add('heading', line)
          open.push({ level, folded: fold(line).text })
        }
      }
    }
    close()
  }
  return passages
}

function sentencesBefore(passages: Passage[], headings: string[]): string[] {
  return passages
    .slice(-CARRIED)
    .filter(({ kind, headings: theirs }) => kind === 'sentence' && sameHeadings(theirs, headings))
    .map(({ folded }) => folded.text)
}

function endsParagraph(line: string | null, width: number): boolean {
  return line === null || isContents(line) || line.length < width * SHORT_LINE
}

function headingLevel(
  line: string,
  next: string | null,
  width: number,
  chapterWord: (folded: string) => boolean,
): number | null {
  if (line.length > HEADING_LENGTH || LIST_MARK.test(line) || !/^[\p{Lu}\p{Lo}\p{N}]/u.test(line)) return null
  const depth = headingDepth(line, chapterWord)
  if (/[.!?;,]$/u.test(line) && !(depth !== null && line.split(' ').length < 8 && !/[;,]$/u.test(line))) return null
  if (depth !== null) return depth > 0 && goesOnBelow(line, next, width) ? null : depth
  const alone = line.length < width * SHORT_LINE && (next === null || /^[^\p{Ll}]/u.test(next))
  return alone && !line.endsWith(':') ? UNNUMBERED : null
}

/** '12. The ministry reports every year to' and more on the next line: a numbered paragraph. */
function goesOnBelow(line: string, next: string | null, width: number): boolean {
  return next !== null && /^\p{Ll}/u.test(next) && line.length > width * FULL_LINE
}

function prose(
  kind: Passage['kind'],
  text: string,
  page: number | null,
  headings: string[],
  before: string[],
): Passage {
  const folded = fold(text)
  return {
    kind,
    text,
    folded,
    headings,
    before,
    besideFormer: false,
    cite: (start, end) => ({ page, box: null, quote: around(text, folded.from[start] ?? 0, folded.from[end] ?? 0) }),
  }
}

/** The whole passage, or as many whole words on both sides of the place as a quote may have. */
function around(text: string, start: number, end: number): string {
  if (text.length <= QUOTE_LENGTH) return text
  const spare = Math.max(0, Math.floor((QUOTE_LENGTH - (end - start)) / 2))
  const first = start - spare <= 0 ? 0 : text.indexOf(' ', start - spare) + 1
  const last = end + spare >= text.length ? text.length : text.lastIndexOf(' ', end + spare)
  return text.slice(Math.min(first, start), Math.max(last, end)).trim()
}

function itemPassages(items: Item[]): Passage[] {
  const byId = new Map(items.map(item => [item.id, item]))
  const above = (item: Item): string[] => {
    const parent = item.parent === null ? undefined : byId.get(item.parent)
    return parent ? [...above(parent), fold(parent.text).text] : []
  }
  return items.map(item => ({
    kind: 'item',
    text: item.text,
    folded: fold(item.text),
    headings: above(item),
    before: [],
    besideFormer: false,
    cite: () => firstCite(item),
  }))
}

/** An item's cite; the format says that there is always one. */
export function firstCite(item: Item): Cite {
  return item.cites[0] ?? { page: null, box: null, quote: item.text }
}

/** Is it said of a former plan alone, or does it stand among notes, abbreviations and references? */
function isElsewhere(passage: Passage, lexicon: Lexicon): boolean {
  const former = (text: string): boolean => has(lexicon, 'former-plan', text) && !has(lexicon, 'this-plan', text)
  const headings = passage.kind === 'heading' ? [...passage.headings, passage.folded.text] : passage.headings
  return (
    former(passage.folded.text) || headings.some(heading => former(heading) || has(lexicon, 'back-matter', heading))
  )
}

/** The shortest stretch that holds one hit of each list, or null where a list is empty. */
export function nearest(lists: Hit[][]): Hit | null {
  const [first, ...others] = lists
  let best: Hit | null = null
  for (const hit of first ?? []) {
    let stretch: Hit = hit
    for (const list of others) {
      const grown = list
        .map((other): Hit => [Math.min(stretch[0], other[0]), Math.max(stretch[1], other[1])])
        .toSorted((a, b) => a[1] - a[0] - (b[1] - b[0]))[0]
      if (!grown) return null
      stretch = grown
    }
    if (!best || stretch[1] - stretch[0] < best[1] - best[0]) best = stretch
  }
  return best
}
