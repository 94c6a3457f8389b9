/** The lines of a page's text that carry prose: without running titles, page numbers, abbreviations, and the rows that are items already. */
import type { PageText, Reading } from '@open1325/reader'
import { fold, squeeze } from './fold.ts'

export interface PageLines {
  page: number | null
  /** Null where lines were left out: a sentence does not go on over it. */
  lines: (string | null)[]
  /** Length in characters of a full line of this page; 0 for a page without lines. */
  width: number
}

/** A running title stands on at least this many pages, and this share of them. */
const RUNNING_PAGES = 3
const RUNNING_SHARE = 0.4
/** How many lines at the head and foot of a page may be running titles. */
const RUNNING_DEPTH = 3
/** A line with at least this share of its letters out of the page's items is a line of the matrix. */
const MATRIX_SHARE = 0.85
/** Shorter agreements with an item's words are chance. */
const MATRIX_RUN = 8

/** One entry for each page of the reading, in its order. */
export function linesOf(reading: Reading): PageLines[] {
  const pages = reading.pages.map(page => ({ page, lines: rawLines(page) }))
  const running = runningTitles(pages.map(({ lines }) => lines))
  const quotes = itemWords(reading)
  return pages.map(({ page, lines }) => {
    const items = quotes.get(page.number) ?? ''
    const kept = lines.map((line, index) => {
      if (line === '' || /^[-–\s]*\p{N}{1,4}[-–\s]*$/u.test(line)) return null
      if (isAbbreviation(line) && (isAbbreviation(lines[index - 1]) || isAbbreviation(lines[index + 1]))) return null
      if (atEdge(index, lines.length) && running.has(runningKey(line))) return null
      return inMatrix(line, items) ? null : line
    })
    const lengths = kept.flatMap(line => (line ? [line.length] : [])).toSorted((a, b) => a - b)
    return { page: page.number, lines: kept, width: lengths[Math.floor(lengths.length * 0.9)] ?? 0 }
  })
}

function rawLines(page: PageText): string[] {
  return page.text.split(/\r\n|[\n\r\f\u2028\u2029]/u).map(line => line.replace(/\s+/gu, ' ').trim())
}

/** 'OSC Organisation de la société civile': an entry of a list of abbreviations, where its neighbour is one too. */
function isAbbreviation(line: string | undefined): boolean {
  return line !== undefined && /^[\p{Lu}/]{2,12}(?:\s\p{N}+)?\s+[-–:]?\s*\p{Lu}\p{Ll}.*[^.!?;:]$/u.test(line)
}

function atEdge(index: number, count: number): boolean {
  return index < RUNNING_DEPTH || index >= count - RUNNING_DEPTH
}

function runningKey(line: string): string {
  return squeeze(line).replace(/\p{N}+/gu, '#')
}

function runningTitles(pages: string[][]): Set<string> {
  const count = new Map<string, number>()
  for (const lines of pages) {
    const keys = lines.filter((line, index) => line !== '' && atEdge(index, lines.length)).map(runningKey)
    for (const key of new Set(keys)) count.set(key, (count.get(key) ?? 0) + 1)
  }
  const enough = Math.max(RUNNING_PAGES, pages.length * RUNNING_SHARE)
  return new Set([...count].flatMap(([key, pagesWithIt]) => (pagesWithIt >= enough ? [key] : [])))
}

/** For each page the squeezed words of all items and fields cited there, kept apart by '|'. */
function itemWords(reading: Reading): Map<number | null, string> {
  const words = new Map<number | null, string>()
  for (const item of reading.document.items)
    for (const cite of [...item.cites, ...Object.values(item.fields).flatMap(field => field.cites)])
      words.set(cite.page, `${words.get(cite.page) ?? ''}|${squeeze(`${item.number ?? ''}${cite.quote}`)}`)
  return words
}

/** Are these the words of a row, even where the page's text runs through its cells line by line? */
function inMatrix(line: string, items: string): boolean {
  if (items === '') return false
  const letters = squeeze(line)
  if (letters === '') return false
  let covered = 0
  let start = 0
  while (start < letters.length) {
    let end = start
    while (end < letters.length && items.includes(letters.slice(start, end + 1))) end++
    const whole = end === letters.length && (start === 0 || covered > 0)
    if (end - start >= MATRIX_RUN || whole) covered += end - start
    start = Math.max(end, start + 1)
  }
  return covered / letters.length >= MATRIX_SHARE
}

/** A line of a table of contents: dot leaders, or a title with a page number after a wide gap. */
export function isContents(line: string): boolean {
  return /(?:[.…·]\s?){4,}\s*\p{N}{0,4}$/u.test(line) || /(?:[.…]\s?){6,}/u.test(line)
}

/** 'CHAPTER 4', '2.1.9', '3.': how deep a numbered heading stands, from 0; null for a line without such a number. */
export function headingDepth(line: string, chapterWord: (folded: string) => boolean): number | null {
  const number = /^(\p{N}{1,2}(?:\.\p{N}{1,2}){0,3})[.)]?\s*[-–:]?\s*\p{L}/u.exec(line)?.[1]
  if (number) return number.split('.').length
  const folded = fold(line).text
  if (chapterWord(folded)) return 0
  const letters = line.replace(/[^\p{L}]/gu, '')
  const capitals = letters.length >= 4 && letters === letters.toUpperCase() && letters !== letters.toLowerCase()
  return capitals ? 0 : null
}
