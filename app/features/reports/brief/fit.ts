/**
 * How much a document takes of the two pages that a brief has: an estimate, in points, of what a Word file needs, which is more than a PDF
 * of the same; so that every format says the same, and none runs over. The figures below were measured on Word files that LibreOffice
 * made into pages, in three languages: the estimate was within 5 per cent of them.
 */
import { isRightToLeft, plain, type Block, type Inline, type ReportDocument } from '@open1325/report-writer'

/** A4 without margins of 25 mm, in points. */
const WIDTH = 453
const HEIGHT = 700
/** What is lost where a heading or an item does not fit at the first page's end. */
const LOST = 75
export const TWO_PAGES = 2 * HEIGHT - LOST

/** A letter of the running text, on average, and the height of a line. */
const LETTER = { ltr: 5.6, rtl: 5.1 }
const LINE = { ltr: 15.2, rtl: 16 }
const AFTER = { title: 16, heading: 26, paragraph: 8, item: 4, list: 5 }

export function heightOf({ title, blocks, language }: Pick<ReportDocument, 'title' | 'blocks' | 'language'>): number {
  const side = isRightToLeft(language) ? 'rtl' : 'ltr'
  const lines = (text: string, width: number, size = 1) =>
    Math.max(1, Math.ceil((text.length * LETTER[side] * size) / width))
  const running = (line: readonly Inline[], width = WIDTH) => lines(plain(line), width) * LINE[side]
  const block = (one: Block): number => {
    switch (one.kind) {
      case 'heading':
        return lines(one.text, WIDTH, 1.45) * LINE[side] * 1.4 + AFTER.heading
      case 'paragraph':
        return running(one.text) + AFTER.paragraph
      case 'list':
        return one.items.reduce((sum, item) => sum + running(item, WIDTH - 25) + AFTER.item, AFTER.list)
      default:
        throw new Error(`a brief has no ${one.kind}`)
    }
  }
  return blocks.reduce((sum, one) => sum + block(one), lines(title, WIDTH, 2.1) * 29 + AFTER.title)
}

/** How much of everything a brief tells. */
export interface Measure {
  /** Rows of a table, lines of a list. */
  most: number
  /** Characters of a commitment's words. */
  words: number
}

const MEASURES: Measure[] = [
  { most: 7, words: 200 },
  { most: 6, words: 160 },
  { most: 5, words: 150 },
  { most: 5, words: 110 },
  { most: 4, words: 130 },
  { most: 4, words: 90 },
  { most: 3, words: 130 },
  { most: 3, words: 110 },
  { most: 3, words: 80 },
  { most: 2, words: 110 },
  { most: 2, words: 80 },
  { most: 1, words: 60 },
]

/** The fullest document that two pages hold. */
export function fitted<D extends Pick<ReportDocument, 'title' | 'blocks' | 'language'>>(make: (of: Measure) => D): D {
  for (const measure of MEASURES) {
    const document = make(measure)
    if (heightOf(document) <= TWO_PAGES) return document
  }
  return make(MEASURES.at(-1)!)
}

/** At most so many characters, up to the end of a word. */
export const shortened = (text: string, most: number): string =>
  text.length > most ? `${text.slice(0, most).replace(/[\s,;:.]+\S*$/u, '')} …` : text
