/** The numbered operative paragraphs of a resolution: what the Council decides, asks and urges, without the preamble. */
import type { Layout } from '../layout.ts'
import { citesOf, textOf } from '../plan/pieces.ts'
import type { Cite } from '../plan-document.ts'
import { keepsHyphen, vocabularyOf, type Vocabulary } from '../text/vocabulary.ts'
import { westernDigits } from '../words/fold.ts'
import { linesWithoutFurniture, type Line } from './furniture.ts'
import { verbOf } from './match.ts'

export interface SubParagraph {
  /** The letter as printed, without brackets: 'a'. */
  letter: string
  /** Its verb where it begins with one; null otherwise. */
  verb: string | null
  text: string
  cites: Cite[]
}

export interface OperativeParagraph {
  /** As printed, in western digits, without closing punctuation: '8'. */
  number: string
  /** What it begins with, as printed: 'Calls upon', 'Demande instamment aussi'; null where the words are not known. */
  verb: string | null
  /** Without its number and without its lettered parts. */
  text: string
  cites: Cite[]
  /** Its lettered parts, in order; empty where it has none. */
  sub: SubParagraph[]
}

const NUMBERED = /^([\d٠-٩]{1,3})\s?[.)–-]\s*(?=\D)/u
const ENDED = /[.。]['’”"»)]*$/u

/**
 * The operative paragraphs in their order, numbered from 1 without a gap. Empty where the text has none: a paragraph 1 must begin with a
 * verb that such paragraphs begin with (`verbs.ts`). The preamble, headings between paragraphs, annexes and what the page adds
 * are left out.
 */
export function paragraphsOf(layout: Layout): OperativeParagraph[] {
  const lines = linesWithoutFurniture(layout)
  const vocabulary = vocabularyOf(lines.flatMap(l => l.text.split(' ').map(text => ({ text, hyphenated: false }))))
  return runOf(lines).map(paragraph => paragraphFrom(paragraph, vocabulary))
}

interface Run {
  number: string
  lines: Line[]
}

/** The lines of each paragraph, its number taken off. */
function runOf(lines: readonly Line[]): Run[] {
  const run: Run[] = []
  let open = false
  for (const line of lines) {
    const match = NUMBERED.exec(line.text)
    const number = match ? westernDigits(match[1]!) : null
    const rest = match ? line.text.slice(match[0].length) : ''
    if (number === String(run.length + 1) && (verbOf(rest) !== null || (open && /^\P{Ll}/u.test(rest)))) {
      run.push({ number, lines: [{ ...line, text: rest }] })
      open = true
    } else if (open) {
      const current = run.at(-1)!
      if (line.heading && !letterOf(line.text)) continue
      current.lines.push(line)
    } else continue
    // Only the last paragraph ends in a full stop: what comes after it must speak like a paragraph to be one.
    if (line.last && ENDED.test(line.text)) open = false
  }
  return run
}

function paragraphFrom({ number, lines }: Run, vocabulary: Vocabulary): OperativeParagraph {
  const parts = partsOf(lines)
  const [lead, ...sub] = parts.map(({ letter, lines: own }) => {
    const at = `paragraph ${number}${letter === null ? '' : ` (${letter})`}`
    const text = mended(textOf(own), vocabulary)
    return { letter, verb: verbOf(text), text, cites: citesOf(own.map(line => ({ ...line, at }))) }
  })
  return {
    number,
    verb: lead!.verb,
    text: lead!.text,
    cites: lead!.cites,
    sub: sub.map(part => ({ ...part, letter: part.letter! })),
  }
}

interface Part {
  letter: string | null
  lines: Line[]
}

/** The lead and the lettered parts: letters count on from a, each at a line's start or after the end of the part before. */
function partsOf(lines: readonly Line[]): Part[] {
  const parts: Part[] = [{ letter: null, lines: [] }]
  for (const line of lines) {
    let rest = line.text
    for (;;) {
      const next = 'abcdefghijklmnopqrstuvwxyz'[parts.length - 1]!
      const marker = new RegExp(
        String.raw`(?:^|(?<=[:;,.]|[:;,.]\s(?:and|or|et|ou|y|o))\s)(?:\(?${next}\)\s*(?=\S)|${next}\.\s+(?=\p{Lu}))`,
        'u',
      )
      const match = marker.exec(rest)
      if (!match) break
      const before = rest.slice(0, match.index).trim()
      if (before) parts.at(-1)!.lines.push({ ...line, text: before })
      parts.push({ letter: next, lines: [] })
      rest = rest.slice(match.index + match[0].length)
    }
    if (rest) parts.at(-1)!.lines.push({ ...line, text: rest })
  }
  return parts
}

const letterOf = (text: string): boolean => /^(?:\(?[a-z]\)|[a-z]\.)\s/u.test(text)

/** Hyphens at the line ends of a text whose lines are gone: 'decision- making'. */
const mended = (text: string, vocabulary: Vocabulary): string =>
  text.replace(/([\p{L}’'-]+)- (?!(?:and|or|et|ou|y|o)\b)([\p{L}]+)/gu, (_, before: string, after: string) =>
    keepsHyphen(before, after, vocabulary) ? `${before}-${after}` : before + after,
  )
