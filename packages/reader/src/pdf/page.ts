/** What a page is before tables and paragraphs are sought: words, lines, tags. */
import type { Pdfium } from './pdfium.ts'
import { pageFrame, type PageFrame } from './frame.ts'
import { glyphsOf } from './glyphs.ts'
import { coveredBy } from './pictures.ts'
import { linesOf, type PageLines } from './rulings.ts'
import { tagsOf } from './tags.ts'
import type { ScanFrame } from '../ocr/frame.ts'
import { withBullets } from '../text/bullets.ts'
import { withoutStruck } from '../text/struck.ts'
import { wordsOf, type WallBetween, type Word } from '../text/words.ts'

export interface RawPage {
  /** 1-based. */
  number: number
  width: number
  height: number
  words: Word[]
  lines: PageLines
  /** The file has tags for this page. */
  tagged: boolean
  /** The page shows something: pictures, areas, lines, text. */
  pictured: boolean
  /** Whether its text is to be read from its picture. Where some text is painted over a picture ('perhaps'), only a look at it tells. */
  scanned: 'no' | 'perhaps' | 'yes'
  /** It is a picture that nothing called for reading: the document has text of its own. */
  unread?: boolean
  /** It was read from its picture: words and lines are those of the page turned upright and level. */
  scan?: ScanFrame
}

/** A page with fewer letters than this that holds more than white is a picture. */
export const FEW_LETTERS = 20
/** The number and the stamps that a scan is given later have fewer letters than this. */
const STAMPS = 200
/** A picture over so much of the page may be the page itself. */
const COVERED = 0.7

/** Reads one page. Throws where PDFium cannot load it. */
export function readPage(pdfium: Pdfium, document: number, number: number): RawPage {
  const { call } = pdfium
  const page = call.FPDF_LoadPage(document, number - 1)
  if (!page) throw new Error(`page ${number} cannot be loaded`)
  try {
    const frame = frameOf(pdfium, page)
    const lines = linesOf(pdfium, page, frame)
    const textPage = call.FPDFText_LoadPage(page)
    if (!textPage) throw new Error(`the text of page ${number} cannot be loaded`)
    const glyphs = glyphsOf(pdfium, textPage, frame)
    call.FPDFText_ClosePage(textPage)
    const painted = glyphs.reduce((count, { run }) => (run.hidden ? count : count + 1), 0)
    const printed = wordsOf(glyphs, wallsOf(lines)).filter(word => isOnPage(word, frame))
    const words = withoutStruck(withBullets(printed, lines.dots), lines.across)
    const tags = tagsOf(pdfium, page)
    if (tags)
      for (const word of words) {
        const tag = tags.get(word.mcid)
        if (tag) word.tag = tag
      }
    return {
      number,
      width: frame.width,
      height: frame.height,
      words,
      lines,
      tagged: tags !== null,
      pictured: showsMore(pdfium, page, glyphs.length),
      scanned: scannedOf(pdfium, page, frame, { painted, all: glyphs.length }),
    }
  } finally {
    call.FPDF_ClosePage(page)
  }
}

function frameOf(pdfium: Pdfium, page: number): PageFrame {
  const { call, scratch } = pdfium
  call.FPDF_GetPageBoundingBox(page, scratch)
  const [left, top, right, bottom] = [0, 4, 8, 12].map(at => pdfium.f32(scratch + at)) as [
    number,
    number,
    number,
    number,
  ]
  return pageFrame({ left, top, right, bottom }, call.FPDFPage_GetRotation(page))
}

function scannedOf(
  pdfium: Pdfium,
  page: number,
  frame: PageFrame,
  letters: { painted: number; all: number },
): RawPage['scanned'] {
  if (letters.all < FEW_LETTERS) return showsMore(pdfium, page, letters.all) ? 'yes' : 'no'
  if (letters.painted >= STAMPS || coveredBy(pdfium, page, frame) < COVERED) return 'no'
  return letters.painted < FEW_LETTERS ? 'yes' : 'perhaps'
}

/** FPDF_PAGEOBJ_TEXT of fpdf_edit.h. */
const TEXT = 1

/** Whether the page shows something; where it has hardly a letter, something besides them: an empty sheet has a number. */
function showsMore({ call }: Pdfium, page: number, letters: number): boolean {
  const count = call.FPDFPage_CountObjects(page)
  if (letters === 0 || letters >= FEW_LETTERS) return count > 0
  for (let i = 0; i < count; i++) if (call.FPDFPageObj_GetType(call.FPDFPage_GetObject(page, i)) !== TEXT) return true
  return false
}

function isOnPage({ box }: Word, frame: PageFrame): boolean {
  return box[2] > 0 && box[0] < frame.width && box[3] > 0 && box[1] < frame.height
}

function wallsOf(lines: PageLines): WallBetween {
  const down = lines.down.toSorted((a, b) => a.at - b.at)
  const positions = down.map(line => line.at)
  return (a, b, y) => {
    const [from, to] = a < b ? [a, b] : [b, a]
    let i = firstAtLeast(positions, from)
    for (; i < down.length && down[i]!.at <= to; i++) if (down[i]!.from <= y && down[i]!.to >= y) return true
    return false
  }
}

function firstAtLeast(sorted: number[], value: number): number {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (sorted[middle]! < value) low = middle + 1
    else high = middle
  }
  return low
}
