/** Lines of plain text or Markdown as blocks: headings, lists, pipe tables, paragraphs. */
import { linesOf } from '../flow/layout.ts'
import { tableOfRows } from '../flow/table.ts'
import type { Block, Table } from '../layout.ts'
import { isStrong, plainWords } from './inline.ts'

const HEADING = /^ {0,3}(#{1,6})\s+(.*?)(?:\s+#+)?\s*$/u
const UNDERLINE = /^ {0,3}(=+|-{3,})\s*$/u
const RULE = /^ {0,3}(?:[-*_]\s*){3,}$/u
const ITEM = /^(\s*)([-*+•▪●◦–]|\d{1,3}[.)]|[a-z][.)])\s+(?=\S)(.*)$/u
const DIVIDER = /^\s*\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?\s*$/u
const FENCE = /^ {0,3}(?:```|~~~)/u
const FOOTNOTE = /^\[\^[^\]]+\]:/u
/** Lines that an editor broke are about as long as the longest; others end where their writer ended them. */
const FULL_LINE = 0.6
const WIDEST_BROKEN = 120
/** A line that is strong throughout is how many write a heading below all others. */
const LOWEST = 6

/** The blocks of a text. Throws ReaderError 'too-large' where a table is larger than any plan's. */
export function blocksOfText(text: string): Block[] {
  return new TextReader(withoutFrontMatter(text).split(/\r\n?|\n|\f/u)).blocks()
}

// Site generators put the page's facts between two rules above it.
const withoutFrontMatter = (text: string): string => text.replace(/^\ufeff?---\n[\s\S]{0,4000}?\n---\n/u, '')

class TextReader {
  private readonly lines: readonly string[]
  private readonly full: number
  private readonly out: Block[] = []
  private tables = 0
  private at = 0

  constructor(lines: readonly string[]) {
    this.lines = lines.map(l => l.replace(/^ {0,3}>\s?/u, ''))
    const widest = this.lines.reduce((n, l) => Math.max(n, l.length), 0)
    const marked = this.lines.some(l => HEADING.test(l)) || this.lines.some((_, i) => this.isTableAt(i))
    this.full = marked ? 0 : widest > WIDEST_BROKEN ? Infinity : widest * FULL_LINE
  }

  blocks(): Block[] {
    while (this.at < this.lines.length) this.block()
    return this.out
  }

  private block(): void {
    const line = this.lines[this.at]!
    const heading = HEADING.exec(line)
    if (heading) {
      this.at++
      this.paragraph(heading[2]!, heading[1]!.length)
    } else if (this.isTableAt(this.at)) this.table()
    else if (ITEM.test(line) && !RULE.test(line)) this.item()
    else if (!line.trim() || RULE.test(line) || FENCE.test(line)) this.at++
    else this.words()
  }

  private isTableAt(i: number): boolean {
    const [head, divider] = [this.lines[i] ?? '', this.lines[i + 1] ?? '']
    return (
      head.includes('|') &&
      divider.includes('-') &&
      DIVIDER.test(divider) &&
      cellsIn(head).length === cellsIn(divider).length
    )
  }

  private table(): void {
    const rows = [cellsIn(this.lines[this.at]!)]
    for (this.at += 2; this.at < this.lines.length; this.at++) {
      const line = this.lines[this.at]!
      if (!line.includes('|')) break
      rows.push(cellsIn(line).slice(0, rows[0]!.length))
    }
    this.tables++
    this.out.push({ type: 'table', table: tableOf(rows, `table ${this.tables}`) })
  }

  private item(): void {
    const [, indent, marker, first] = ITEM.exec(this.lines[this.at++]!)!
    const text = first + this.rest(line => /^\s+\S/u.test(line) || this.full === 0)
    const level = Math.floor(indent!.replaceAll('\t', '    ').length / 2)
    this.paragraph(text, null, { level, marker: /[-*+]/u.test(marker!) ? '•' : marker! })
  }

  private words(): void {
    const first = this.lines[this.at++]!
    if (FOOTNOTE.test(first)) {
      this.rest(() => true)
      return
    }
    const underline = UNDERLINE.exec(this.lines[this.at] ?? '')
    if (underline) {
      this.at++
      this.paragraph(first, underline[1]!.startsWith('=') ? 1 : 2)
      return
    }
    this.paragraph(first + this.rest(() => true, first), null)
  }

  /** The lines that go on with a paragraph; a Markdown line break (two blanks, a backslash) is kept. */
  private rest(goesOn: (line: string) => boolean, first = ''): string {
    let text = ''
    let before = first
    for (; this.at < this.lines.length; this.at++) {
      const line = this.lines[this.at]!
      if (!line.trim() || !goesOn(line)) break
      if (HEADING.test(line) || ITEM.test(line) || RULE.test(line) || FENCE.test(line) || this.isTableAt(this.at)) break
      if (before && before.length < this.full) break
      if (before && UNDERLINE.test(this.lines[this.at + 1] ?? '') && this.full > 0) break
      text += (/(?: {2}|\\)$/u.test(before) ? '\n' : ' ') + line
      before = line
    }
    return text.replace(/\\\n/gu, '\n')
  }

  private paragraph(text: string, heading: number | null, list: { level: number; marker: string } | null = null): void {
    const strong = isStrong(text)
    const lines = linesOf(plainWords(text), { bold: heading !== null || strong, list })
    if (lines.length) this.out.push({ type: 'paragraph', lines, heading: heading ?? (strong && !list ? LOWEST : null) })
  }
}

const cellsIn = (line: string): string[] =>
  line
    .trim()
    .replace(/^\|/u, '')
    .replace(/(?<!\\)\|$/u, '')
    .split(/(?<!\\)\|/u)
    .map(c => c.trim().replaceAll('\\|', '|'))

function tableOf(rows: readonly string[][], at: string): Table {
  return tableOfRows(
    rows.map((cells, row) => ({
      header: row === 0,
      cells: cells.map(text => ({
        colSpan: 1,
        rowSpan: 1,
        fill: cell => cell.lines.push(...linesOf(plainWords(text), { bold: isStrong(text) })),
      })),
    })),
    at,
  )
}
