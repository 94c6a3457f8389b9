/** A typed text in pieces that stand apart: which lines make a heading, a list, a quote, a table, a footnote's words, a paragraph. */

export type ChunkKind = 'heading' | 'break' | 'alone' | 'list' | 'quote' | 'table' | 'note' | 'text'

export interface Chunk {
  kind: ChunkKind
  lines: string[]
  /** Which line of the text each of them is, from 0. */
  numbers: number[]
}

export const HEADING = /^ {0,3}(#{1,6})\s+(\S.*?)(?:\s+#+)?\s*$/u
export const ALONE = /^\s*\[\[(\d{1,9})\]\]\s*$/u
/** `[^label]: words` */
export const NOTE = /^ {0,3}\[\^([^\]\s]{1,100})\]:\s*(.*)$/u
/** A bullet as it is typed in Markdown or pasted from a word processor, or a number in Latin or Arabic figures. */
export const POINT = /^(\s*)(?:[-*+•◦▪‣–\uf0a7\uf0b7]|([0-9٠-٩۰-۹]{1,9})[.)])\s+(\S.*)$/u
/** The line under a table's first row. */
const RULE = /^\s*\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?\s*$/u
/** Signs of direction before a sign of markup, as Arabic text that is pasted often has them: nobody sees them there. */
const TURNS_BEFORE =
  /^[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]+(?=\s*(?:[-*+•◦▪‣–>#|\uf0a7\uf0b7]|\[[[^]|[0-9٠-٩۰-۹]{1,9}[.)]))/u

const linesIn = (typed: string): string[] =>
  typed
    .replaceAll('\r', '')
    .replaceAll('\v', '\u2028')
    .split('\n')
    .map(line => line.replace(TURNS_BEFORE, ''))

export function chunksOf(typed: string): Chunk[] {
  const lines = linesIn(typed)
  const chunks: Chunk[] = []
  let isApart = true
  for (const [n, line] of lines.entries()) {
    if (!line.trim()) {
      isApart = true
      continue
    }
    const open = chunks.at(-1)
    const kind: ChunkKind =
      open?.kind === 'table' && !isApart && line.includes('|') ? 'table' : kindOf(line, lines[n + 1])
    if (open && goesOn(open.kind, kind, line, isApart)) {
      // A list or a footnote of several paragraphs: the empty line between them is kept.
      if (isApart) {
        open.lines.push('')
        open.numbers.push(n - 1)
      }
      open.lines.push(line)
      open.numbers.push(n)
    } else chunks.push({ kind, lines: [line], numbers: [n] })
    isApart = false
  }
  return chunks
}

function kindOf(line: string, next = ''): ChunkKind {
  if (HEADING.test(line)) return 'heading'
  if (/^\s*-{3,}\s*$/u.test(line)) return 'break'
  if (ALONE.test(line)) return 'alone'
  if (NOTE.test(line)) return 'note'
  if (POINT.test(line) && !/^\s*([-*+])(?:\s*\1){2,}\s*$/u.test(line)) return 'list'
  if (/^ {0,3}>/u.test(line)) return 'quote'
  if (/^\s*\|.*\|/u.test(line) || (line.includes('|') && next.includes('|') && RULE.test(next))) return 'table'
  return 'text'
}

/** Whether a line belongs to what is open. */
function goesOn(open: ChunkKind, kind: ChunkKind, line: string, isApart: boolean): boolean {
  switch (open) {
    case 'list':
      return kind === 'list' || (kind === 'text' && (!isApart || /^(?: {2,}|\t)/u.test(line)))
    case 'note':
      return kind === 'text' && (!isApart || /^(?: {2,}|\t)/u.test(line))
    case 'text':
    case 'quote':
    case 'table':
      return kind === open && !isApart
    default:
      return false
  }
}

export const isTableRule = (line: string): boolean => RULE.test(line)

/** Lines as one, ended where whoever typed them ended one: by two spaces or a backslash, or where a paragraph of a longer piece ends. */
export function joined(lines: readonly string[]): string {
  let text = ''
  for (const [n, line] of lines.entries()) {
    const isLast = n === lines.length - 1
    const trimmed = line.replace(/^[ \t]+|[ \t]+$/gu, '')
    const isEnded = !isLast && (/ {2,}$/u.test(line) || /(?<!\\)(?:\\\\)*\\$/u.test(trimmed))
    if (!trimmed) text = `${text.replace(/ $/u, '')}\u2028`
    else if (isEnded) text += `${trimmed.replace(/\\$/u, '')}\u2028`
    else text += isLast ? trimmed : `${trimmed} `
  }
  return text
}
