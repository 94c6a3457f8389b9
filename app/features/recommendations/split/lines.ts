/** The lines of a pasted text or of a file's pages, without what the page adds: running heads, document symbols, page numbers. Pure. */

export interface Line {
  /** Trimmed; '' between blocks. */
  text: string
  /** Null where there are no pages. */
  page: number | null
  /** The file says that it is a heading. */
  heading?: boolean
}

const SYMBOL = /^\*{0,2}[A-Z]{1,6}(?:\/[\w.()-]+){1,6}\*{0,2}$/u
const JOB = /^\*{0,2}(?:GE\.)?\d{2}-\d{5}\b.{0,20}$/u
const PAGE_NUMBER = /^(?:page\s+)?[-–—]?\s*\d{1,3}(?:\s*(?:\/|of|de|sur)\s*\d{1,3})?\s*[-–—]?$/iu
const RULE = /^[`*_=~—–-]{3,}$/u

const isFurniture = (text: string): boolean => [SYMBOL, JOB, PAGE_NUMBER, RULE].some(pattern => pattern.test(text))

/** The lines of what was pasted. */
export const linesOfText = (text: string): Line[] =>
  withoutFurniture(text.split(/\r\n|\r|\n|\u2028|\u2029/u).map(line => ({ text: line, page: null })))

/** The lines that the reader gave, with a blank one where a paragraph of the file ends. */
export const linesOfFile = (lines: readonly (Required<Line> & { last: boolean })[]): Line[] =>
  withoutFurniture(
    lines.flatMap(({ text, page, heading, last }) => [
      { text, page, heading },
      ...(last ? [{ text: '', page, heading: false }] : []),
    ]),
  )

function withoutFurniture(lines: readonly Line[]): Line[] {
  const trimmed = lines.map(line => ({ ...line, text: line.text.replace(/[\s\u00ad]+/gu, ' ').trim() }))
  const heads = runningHeads(trimmed)
  return trimmed.filter(({ text }) => !text || !(isFurniture(text) || heads.has(shapeOf(text))))
}

/** A line that stands on so many pages at least, and on every other page, is a running head. */
const RUNNING = 3

/** 'CEDAW/C/XYZ/CO/9 page 4' and '... page 5' are one running head. */
const shapeOf = (text: string): string => text.replace(/\d+/gu, '0')

function runningHeads(lines: readonly Line[]): Set<string> {
  const pages = Map.groupBy(lines, ({ page }) => page)
  if (pages.size < RUNNING) return new Set()
  const seen = new Map<string, number>()
  // What begins with a number of its own is a paragraph, however like another it looks.
  for (const on of pages.values())
    for (const shape of new Set(on.flatMap(({ text }) => (text && !/^\d/u.test(text) ? [shapeOf(text)] : []))))
      seen.set(shape, (seen.get(shape) ?? 0) + 1)
  return new Set([...seen].filter(([, n]) => n >= RUNNING && n * 2 >= pages.size).map(([shape]) => shape))
}
