/** The lines of an official text without what the page adds: document symbol, job number, page numbers, bar codes. */
import type { Block, Layout, TextLine } from '../layout.ts'
import type { Piece } from '../plan/pieces.ts'

const SYMBOL =
  /(?<![\p{L}\p{N}/])[A-Z]{1,6}(?:\/[A-Z][A-Za-z.]*)*\/[\w.]*\d[\w.]*(?:\/[\w.]+)*(?:\s*\((?:19|20)\d{2}\))?/u
/** The number that conference services give a document, with its language: '00-72018 (E)'. */
const JOB = /(?<!\d)(\d{2})-(\d{5})\*?\s*\([EFSARC]\)/u
const RULE = /^[`*_=~—–-]{3,}$/u
const PAGE_NUMBER = /^[-–—]?\s*\d{1,3}(?:\s*\/\s*\d{1,3})?\s*[-–—]?$/u
/** A note that the printing itself bears: 'Reissued for technical reasons on ...'. */
const REISSUED = /^\*{0,2}\s*(?:Reissued for technical reasons|Nouveau tirage pour raisons techniques)/iu

export interface Line extends Piece {
  /** The format or the look says that it is a heading. */
  heading: boolean
  /** A paragraph of the format ends with it. */
  last: boolean
}

/** A line as it was printed. */
export interface PrintedLine {
  /** With the number or letter that the format gives it. */
  text: string
  /** 1-based; null where the format has no pages. */
  page: number | null
  /** The format or the look says that it is a heading. */
  heading: boolean
  /** A paragraph of the format ends with it. */
  last: boolean
}

export const printedLines = (layout: Layout): PrintedLine[] =>
  linesWithoutFurniture(layout).map(({ text, line, heading, last }) => ({ text, page: line.page, heading, last }))

/** All lines in reading order, those of tables row by row. What is left of a line after its furniture is gone keeps its place. */
export function linesWithoutFurniture(layout: Layout): Line[] {
  const strip = stripper(layout)
  const lines = layout.blocks.flatMap(block => linesOfBlock(block))
  return lines.flatMap((line, i) => {
    const text = strip(line.text, lines[i + 1]?.text ?? '')
    return text ? [{ ...line, text }] : []
  })
}

function linesOfBlock(block: Block): Line[] {
  const lines: TextLine[] =
    block.type === 'paragraph'
      ? block.lines
      : block.table.cells.toSorted((a, b) => a.row - b.row || a.col - b.col).flatMap(c => c.lines)
  const heading = block.type === 'paragraph' && block.heading !== null
  return lines.map((line, i) => {
    const marker = line.list && line.list.marker !== '•' ? `${line.list.marker} ` : ''
    return { text: marker + line.text, line, heading, last: i === lines.length - 1 }
  })
}

/** Takes the furniture out of one line; the line after it tells a page number from a number of the text. */
function stripper(layout: Layout): (text: string, next: string) => string {
  const front = layout.pages[0]?.text.slice(0, 600) ?? ''
  const symbol = SYMBOL.exec(front)?.[0]
  const job = JOB.exec(front) ?? JOB.exec(layout.pages[0]?.text ?? '')
  const ofSymbol = symbol ? new RegExp(String.raw`(?:(?<!\S)(\d{1,3})\s+)?${spaced(symbol)}\*?`, 'gu') : null
  const startsWithSymbol = symbol ? new RegExp(`^${spaced(symbol)}`, 'u') : null
  const ofJob = job ? jobPattern(job[1]!, job[2]!) : null
  let seen = 0
  return (text, next) => {
    let rest = text.trim()
    if (RULE.test(rest) || REISSUED.test(rest)) return ''
    if (ofSymbol)
      rest = rest.replace(ofSymbol, (_, number: string | undefined) => {
        seen++
        return number !== undefined && Number(number) !== seen ? number : ' '
      })
    // '... further invites him to 4' where the next page begins: the number that stands over the symbol of page 4.
    if (startsWithSymbol?.test(next)) rest = rest.replace(new RegExp(String.raw`(?:^|\s)${seen + 1}$`, 'u'), '')
    if (ofJob) rest = rest.replace(ofJob, ' ')
    rest = rest.replace(/\s+/gu, ' ').trim()
    return PAGE_NUMBER.test(rest) ? '' : rest
  }
}

const spaced = (symbol: string): string => symbol.replace(/[.()/]/gu, String.raw`\$&`).replace(/\s+/gu, String.raw`\s*`)

/** '13-52344', the page number printed into it ('3/613-52344', '13-523442/6'), its bar code and its file name ('n0072019.doc'). */
function jobPattern(year: string, number: string): RegExp {
  const page = String.raw`(?:\d{1,2}(?:\/\d{1,2})?)?`
  return new RegExp(
    [
      String.raw`(?:(?<!\S)\d{1,3}\s+)?${page}${year}-${number}\*?${page}(?:\s*\([EFSARC]\))?(?:\s+\d{1,3}(?:\/\d{1,3})?$)?`,
      String.raw`\*?(?:(?<!\S)\d{1,3}\s+)?[Nn]?${year}${number}(?:\.docx?)?\*?(?:\s+\d{1,3}$)?`,
    ].join('|'),
    'gu',
  )
}
