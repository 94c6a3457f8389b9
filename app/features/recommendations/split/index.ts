/**
 * A text with recommendations, taken apart into rows for a person to confirm: concluding observations with numbered paragraphs and
 * lettered parts, lists with numbers or bullets, plain paragraphs. Nothing is left out: what asks for nothing is only not ticked. Pure.
 */
import { asks, followUpIn, isMeant, type FollowUp } from './asks.ts'
import type { Span } from './by-when.ts'
import type { Line } from './lines.ts'
import { bulletedIn, numberedIn, partsOf } from './marks.ts'

export { byWhenIn, dayAfter } from './by-when.ts'
export { linesOfFile, linesOfText, type Line } from './lines.ts'

export interface SplitRow {
  /** As printed, with its part's letter: '27 (a)'. */
  number: string | null
  text: string
  /** What stands before the lettered parts: 'The Committee recommends that the State party:'. */
  lead: string | null
  /** The heading above. */
  theme: string | null
  page: number | null
  /** Whether it asks for something. */
  asks: boolean
  /** Within which the body wants to hear what was done. */
  followUp: Span | null
}

/** A numbered paragraph, an item of a list, or a block between blank lines. */
interface Block {
  number: string | null
  bullet: boolean
  lines: Line[]
  theme: string | null
}

export function split(lines: readonly Line[]): SplitRow[] {
  const rows = blocksOf(lines).flatMap(rowsOf)
  const followUp = followUpOf(rows)
  // In a plain list of demands nothing says 'the Committee recommends': there every row is one.
  const isPlain = !rows.some(row => row.asks)
  return rows.map(row => ({
    ...row,
    asks: isPlain || row.asks,
    followUp: followUp?.numbers.some(number => isMeant(number, row.number)) ? followUp.within : null,
  }))
}

const followUpOf = (rows: readonly SplitRow[]): FollowUp | null => {
  for (const { text, lead } of rows) {
    const found = followUpIn(lead ? `${lead} ${text}` : text)
    if (found) return found
  }
  return null
}

// Blocks -------------------------------------------------------------------------------------------------------------------------

const ENDED = /[.;:!?。؛؟…][’”"»)]*(?:\s*(?:and|et|y|و))?$/u
/** 'general recommendation No.': what follows is its number. */
const ABBREVIATED = /(?<!\p{L})(?:nos?|núms?|n[ro]+s?|paras?|párrs?|par|arts?|pp?)\.$/iu

function blocksOf(lines: readonly Line[]): Block[] {
  const blocks: Block[] = []
  let theme: string | null = null
  let open: Block | null = null
  let number = 0
  let isNumbered = false
  let isBelowHeading = false
  const begin = (block: Omit<Block, 'theme'>) => {
    open = { ...block, theme }
    isBelowHeading = false
    blocks.push(open)
  }
  for (const [n, line] of lines.entries()) {
    const before: Line | undefined = lines[n - 1]
    const isAfterEnd: boolean = !before?.text || (ENDED.test(before.text) && !ABBREVIATED.test(before.text))
    const numbered = line.text ? numberedIn(line.text) : null
    const bulleted = line.text ? bulletedIn(line.text) : null
    if (!line.text) {
      // A blank line ends what has no number; a numbered paragraph may be printed in several.
      if (!isNumbered) open = null
    } else if (numbered && follows(numbered.number, number, isAfterEnd || isBelowHeading)) {
      number = Number(numbered.number.split('.').at(-1))
      isNumbered = true
      begin({ number: numbered.number, bullet: false, lines: [{ ...line, text: numbered.rest }] })
    } else if (line.heading || isHeading(lines, n, isAfterEnd)) {
      theme = line.text.replace(/\s*[:：]$/u, '')
      open = null
      isBelowHeading = true
    } else if (bulleted !== null) {
      const above: Block | null = open ?? (isNumbered ? (blocks.at(-1) ?? null) : null)
      begin({ number: above?.number ?? null, bullet: true, lines: [{ ...line, text: bulleted }] })
    } else if (open) (open as Block).lines.push(line)
    else begin({ number: null, bullet: false, lines: [line] })
  }
  return blocks
}

/** So many paragraphs may be left out between two that stand in one run. */
const GAP = 3

/** Whether a number goes on from the last one; '35. ' where a line happened to break before a number does not. */
function follows(number: string, last: number, isAfterEnd: boolean): boolean {
  const now = Number(number.split('.').at(-1))
  if (last === 0) return true
  return isAfterEnd || (now > last && now <= last + GAP)
}

const LONGEST_HEADING = 140

/** Where the next line stands that is not blank: not looked for beyond the blank lines that any text has between two blocks. */
function nextLine(lines: readonly Line[], n: number): number {
  let at = n + 1
  while (at < lines.length && !lines[at]!.text && at - n < MOST_BLANK) at++
  return at
}
const MOST_BLANK = 50

/** A short line without a full stop, after a paragraph's end and before a number, a bullet or another heading. */
function isHeading(lines: readonly Line[], n: number, isAfterEnd: boolean): boolean {
  const { text } = lines[n]!
  if (!isAfterEnd || text.length > LONGEST_HEADING || /[.;,؛،]$/u.test(text) || /^\p{Ll}/u.test(text)) return false
  if (bulletedIn(text) !== null || /^\(?\p{Ll}\)/u.test(text)) return false
  const next = lines[nextLine(lines, n)]
  if (!next?.text) return false
  if (numberedIn(next.text)) return true
  const isColon = /[:：]$/u.test(text)
  if (bulletedIn(next.text) !== null) return isColon || !lines[n + 1]?.text
  return !isColon && !lines[n + 1]?.text && next.text.length <= LONGEST_HEADING && !ENDED.test(next.text)
}

// Rows ---------------------------------------------------------------------------------------------------------------------------

function rowsOf({ number, lines, theme }: Block): SplitRow[] {
  const page = lines[0]!.page
  const { lead, parts } = partsOf(lines.map(({ text }) => text).join('\n'))
  const leadText = joined(lead)
  const row = { theme, page, followUp: null }
  if (!parts.length) return [{ ...row, number, text: leadText, lead: null, asks: asks(leadText) }]
  const isAsking = asks(leadText)
  return parts.map(({ letter, text }) => ({
    ...row,
    number: number === null ? `(${letter})` : `${number} (${letter})`,
    text: joined(text),
    lead: leadText || null,
    asks: isAsking,
  }))
}

/** Lines as one; a hyphen at a line's end keeps its word together. */
const joined = (text: string): string =>
  text
    .replace(/(\p{L}-)\n(?=\p{Ll})/gu, '$1')
    .replace(/\s+/gu, ' ')
    .trim()
