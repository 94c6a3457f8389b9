/** The pages of a PDF that are pictures, read by Tesseract: words and lines as PDFium would have given them. */
import type { Layout } from '../layout.ts'
import { FEW_LETTERS, type RawPage } from '../pdf/page.ts'
import type { Pdfium } from '../pdf/pdfium.ts'
import { drawGrey } from './draw.ts'
import { hasModel } from './engine.ts'
import { OCR_LANGUAGES } from './languages.ts'
import { isPaper } from './paper.ts'
import { Pool } from './pool.ts'
import { worthReading, type Said } from './worth.ts'
import { isBlank, type ReadPicture, type Scouted } from './recognise.ts'

export interface OcrOptions {
  /** How long one page may take. */
  milliseconds: number
  /** 1: one page after the other; 2: as many at once as the machine has cores, up to four. */
  threads: 1 | 2
  /** What the text says of a document in which only some pages are pictures: only those that may matter are read. */
  said?: Said
  /** Called after each page that was read. */
  onPage?: () => void
}

/** A page or a document less sure than this gets the warning 'ocr-poor'. */
const POOR = 0.75
/** Where the file has text of its own under a picture, a reading as unsure as this does not take its place. */
const WORSE = 0.6
/** Where text is painted over a picture, the picture must hold so many times as much to be a page. */
const MORE = 3

/**
 * `pages` with those that are pictures read; the others as they are. Adds the warnings 'ocr' (the document's), 'ocr-poor' and 'page-failed'
 * (a page's). Without any language's data installed nothing is read, and the pages stay without text.
 */
export async function readPictures(
  pdfium: Pdfium,
  document: number,
  pages: readonly RawPage[],
  warnings: Layout['warnings'],
  options: OcrOptions,
): Promise<RawPage[]> {
  if (!OCR_LANGUAGES.some(({ model }) => hasModel(model))) return [...pages]
  const draw = (page: RawPage) => drawGrey(pdfium, document, page.number)
  // A photograph with a title on it is no page of text.
  const pictures = pages.filter(
    page => page.scanned === 'yes' || (page.scanned === 'perhaps' && isPaper(draw(page).picture)),
  )
  const worth = options.said
    ? worthReading(pictures, number => drawGrey(pdfium, document, number).picture, options.said)
    : null
  const scans = pictures.filter(page => !worth || worth.has(page.number))
  const done = new Map<RawPage, RawPage>()
  for (const page of pages) if (page.scanned !== 'no' && !scans.includes(page)) options.onPage?.()
  for (const page of pictures) if (!scans.includes(page)) done.set(page, { ...page, unread: true })
  if (scans.length === 0) return pages.map(page => done.get(page) ?? page)
  const pool = new Pool(options)
  const failed: number[] = []
  const spoken = modelFor(options.said?.languages ?? [])
  let scouted: Scouted | null = spoken === null ? null : { model: spoken, turned: false }
  for (const page of scouted ? [] : scoutsOf(scans)) {
    const answer = await pool.ask({ ...draw(page), scouted: null }).catch(() => null)
    if (answer && 'scouted' in answer) scouted = answer.scouted
    if (scouted) break
  }
  scouted ??= { model: OCR_LANGUAGES.find(language => hasModel(language.model))!.model, turned: false }
  const queue = [...scans]
  const work = async () => {
    for (let page = queue.shift(); page; page = queue.shift()) {
      const { picture, scale } = draw(page)
      if (isBlank(picture)) done.set(page, { ...page, pictured: page.words.length > 0 })
      else
        try {
          const answer = await pool.ask({ picture, scale, scouted })
          if ('read' in answer) done.set(page, chosen(page, answer.read))
        } catch {
          failed.push(page.number)
        }
      options.onPage?.()
    }
  }
  await Promise.all(Array.from({ length: Math.min(pool.size, scans.length) }, work))
  await pool.close()
  const all = pages.map(page => done.get(page) ?? page)
  warnings.push(...warningsOf(all, failed))
  return all
}

/** The model of the language that the document's text is written in. */
function modelFor(languages: readonly string[]): string | null {
  const known = OCR_LANGUAGES.find(({ language, model }) => language === languages[0] && hasModel(model))
  return known?.model ?? null
}

/** Pages that may tell the language: the middle of a document is text, its first page a title. */
function scoutsOf(scans: readonly RawPage[]): RawPage[] {
  const at = (part: number) => scans[Math.floor(part * (scans.length - 1))]!
  return [...new Set([at(0.5), at(0.75), at(0.25), at(0)])]
}

function chosen(page: RawPage, { words, lines, turn, angle, confidence }: ReadPicture): RawPage {
  const own = lettersOf(page)
  if (page.scanned === 'perhaps' && lettersOf({ words }) < MORE * own) return page
  if (own >= FEW_LETTERS && confidence < WORSE) return page
  const { width, height } = page
  const size = turn & 1 ? { width: height, height: width } : { width, height }
  const scan = { turn, angle, width, height, confidence }
  return { ...page, ...size, words, lines, tagged: false, scan }
}

function lettersOf({ words }: Pick<RawPage, 'words'>): number {
  return words.reduce((sum, { text }) => sum + text.length, 0)
}

function warningsOf(pages: readonly RawPage[], failed: readonly number[]): Layout['warnings'] {
  const read = pages.flatMap(({ number, scan, words }) =>
    scan && lettersOf({ words }) >= FEW_LETTERS
      ? [{ number, confidence: scan.confidence, letters: lettersOf({ words }) }]
      : [],
  )
  const letters = read.reduce((sum, page) => sum + page.letters, 0)
  const mean = read.reduce((sum, page) => sum + page.letters * page.confidence, 0) / letters
  const whole = {
    code: 'ocr',
    message: `${read.length === 1 ? '1 page is a picture' : `${read.length} pages are pictures`}; the text was recognised, its letters with a mean confidence of ${percent(mean)} %. Hold it against the pages.`,
    page: null,
  }
  const poor = read.filter(({ confidence }) => confidence < POOR)
  return [
    ...(read.length > 0 ? [whole] : []),
    ...poor.map(({ number, confidence }) => ({
      code: 'ocr-poor',
      message: `The picture of page ${number} is hard to read (mean confidence ${percent(confidence)} %): expect wrong and missing words.`,
      page: number,
    })),
    ...failed
      .toSorted((a, b) => a - b)
      .map(page => ({
        code: 'page-failed',
        message: `The picture of page ${page} cannot be read; the other pages were.`,
        page,
      })),
  ]
}

function percent(share: number): number {
  return Math.round(100 * share)
}
