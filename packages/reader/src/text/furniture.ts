/** What stands on a page without belonging to its text: running titles, page numbers, footnotes, contents. */
import type { RawPage } from '../pdf/page.ts'
import { joinRulings } from '../tables/segments.ts'
import type { Line } from './lines.ts'

/** Running lines stand within this part of the page's height from its top or bottom. */
const MARGIN = 0.14
/** A line that comes back on this many pages at the same height is a running line. */
const REPEATS = 3

/** A page's lines of level text, from the top. */
export interface PageLinesOfText {
  page: RawPage
  lines: Line[]
}

/** The lines of each page that are running titles, page numbers or footnotes. */
export function furnitureOf(pages: readonly PageLinesOfText[], bodySize: number): Set<Line> {
  const furniture = new Set<Line>()
  const seen = new Map<string, Line[]>()
  for (const { page, lines } of pages) {
    for (const line of marginLines(page, lines)) {
      if (isPageNumber(textOf(line))) furniture.add(line)
      const key = runningKey(page, line)
      seen.set(key, [...(seen.get(key) ?? []), line])
    }
    for (const line of footnotes(page, lines, bodySize)) furniture.add(line)
  }
  const enough = Math.min(REPEATS, Math.max(2, pages.length))
  for (const lines of seen.values()) if (lines.length >= enough) for (const line of lines) furniture.add(line)
  return furniture
}

function textOf(line: Line): string {
  return line.words.map(word => word.text).join(' ')
}

/** Lines in the margins with nothing but other such lines between them and the edge: at most three at each end. */
function marginLines(page: RawPage, lines: readonly Line[]): Line[] {
  const level = lines.filter(line => line.turn === 0)
  const top = level.slice(0, 3).filter(line => line.box[3] < MARGIN * page.height)
  const bottom = level.slice(-3).filter(line => line.box[1] > (1 - MARGIN) * page.height)
  return [...new Set([...top, ...bottom])]
}

/** Figures differ from page to page; odd and even pages may differ in place; upright and wide pages share the distance from the edge. */
function runningKey(page: RawPage, line: Line): string {
  const end = line.box[1] < page.height / 2 ? 'top' : 'bottom'
  const fromEdge = end === 'top' ? line.base : page.height - line.base
  return `${end} ${Math.round(fromEdge / 4)} ${textOf(line).replace(/[\d٠-٩۰-۹]+|\b[ivxlc]+\b/gi, '#')}`
}

const PAGE_NUMBER =
  /^[-–—\s|]*(\p{L}{1,10}\.?\s*)?(\p{Nd}{1,4}|[ivxlc]{1,6})(\s*(\/|\||\p{L}{1,4})\s*\p{Nd}{1,4})?[-–—\s|]*$/iu

function isPageNumber(text: string): boolean {
  return PAGE_NUMBER.test(text)
}

/** A footnote rule is a short line at the left (or right) below all other text. */
const NOTE_RULE = { shortest: 30, longest: 0.45 }

/** Lines below a footnote rule, or a block of small type at the page's foot that begins with a note mark. */
function footnotes(page: RawPage, lines: readonly Line[], bodySize: number): Line[] {
  const level = lines.filter(line => line.turn === 0)
  const rule = joinRulings(page.lines.across, NOTE_RULE.shortest)
    .filter(({ at, from, to }) => at > page.height * 0.3 && to - from < NOTE_RULE.longest * page.width)
    .filter(({ at }) => !page.lines.down.some(line => line.from < at + 3 && line.to > at - 3))
    .toReversed()
    .find(({ at, from }) => {
      const below = level.filter(line => line.box[1] > at - 2)
      const first = below[0]
      return (
        first &&
        first.base - at < 3 * first.size &&
        first.box[0] < from + 40 &&
        (isNote(first) || below.every(line => line.size < 0.96 * bodySize || isMargin(page, line)))
      )
    })
  if (rule) return level.filter(line => line.box[1] > rule.at - 2)
  const small: Line[] = []
  for (const line of level.toReversed()) {
    if (isMargin(page, line) && line.size >= 0.9 * bodySize) continue
    if (line.size > 0.9 * bodySize || line.box[1] < page.height * 0.5) break
    small.unshift(line)
  }
  const start = small.findIndex(line => startsWithMark(line))
  return start < 0 ? [] : small.slice(start)
}

/** '2 Law no. 29': some programs set notes as large as the text, and their marks too. */
function isNote({ words: [first, second] }: Line): boolean {
  return first !== undefined && second !== undefined && /^(?:\d{1,3}|[*†‡]{1,3})$/u.test(first.text)
}

function isMargin(page: RawPage, line: Line): boolean {
  return line.box[1] > (1 - MARGIN) * page.height
}

function startsWithMark(line: Line): boolean {
  const [first, second] = line.words
  return (
    first !== undefined && second !== undefined && /^[\d*†‡]{1,3}$/.test(first.text) && first.size < 0.8 * second.size
  )
}

/** A leader of dots (or the like) and one page number after it; a row of figures after a leader is a table's. */
const LED_TO_PAGE = /((\.\s?){4,}|…{2,}|_{4,}|·{4,})\s*(\p{Nd}{1,4}|[ivxlc]{1,6})$/iu

/** Lines of a table of contents: leaders to a page number, or lines between such lines. */
export function contentsOf(lines: readonly Line[]): Set<Line> {
  const led = lines.map(line => LED_TO_PAGE.test(textOf(line)))
  const contents = new Set<Line>()
  if (led.filter(Boolean).length < 3) return contents
  const [first, last] = [led.indexOf(true), led.lastIndexOf(true)]
  for (let i = first; i <= last; i++) {
    const near = led.slice(Math.max(0, i - 3), i + 4).filter(Boolean).length
    if (led[i] || near >= 2) contents.add(lines[i]!)
  }
  return contents
}
