/** The body of a document: paragraphs and tables as they read once tracked changes are accepted and footnotes are left out. */
import { MOST_CELLS, MOST_COLUMNS, tooLarge } from '../flow/table.ts'
import type { Block, Cell, Paragraph, Table, TextLine } from '../layout.ts'
import type { Numbering } from './numbering.ts'
import { listOf } from './styles.ts'
import type { Style } from './styles.ts'
import { child, children, isOn, valueOf } from '../xml.ts'
import type { Element } from '../xml.ts'

/** What the parts beside the body say. */
export interface Setting {
  styleOf: (id: string | undefined) => Style
  numbering: Numbering
}

// Struck out, moved away, kept for older programs, or no words of the text itself.
const LEFT_OUT = new Set([
  'del',
  'moveFrom',
  'pPr',
  'rPr',
  'sectPr',
  'footnoteReference',
  'endnoteReference',
  'commentReference',
  'Fallback',
  'delText',
  'instrText',
  'fldData',
])
const DEEPEST = 12

/** Blocks of a body in order; tables count from 1 for their cites. Throws ReaderError 'too-large'. */
export function blocksOf(body: Element | undefined, setting: Setting): Block[] {
  const blocks: Block[] = []
  let tables = 0
  let carried: Element[] = []
  for (const element of flowOf(body)) {
    if (element.name === 'tbl') {
      tables++
      blocks.push({ type: 'table', table: tableOf(element, `table ${tables}`, setting, 0) })
      continue
    }
    carried.push(element)
    if (isJoinedToNext(element)) continue
    const paragraph = paragraphOf(carried, setting)
    carried = []
    if (!paragraph) continue
    blocks.push(paragraph)
    for (const inner of boxesIn(element)) blocks.push(...blocksOf(inner, setting))
  }
  return blocks.filter(b => b.type === 'table' || !isContents(b))
}

/** Paragraphs and tables, out of content controls, insertions and custom XML that may wrap them. */
function flowOf(parent: Element | undefined): Element[] {
  return (parent?.children ?? []).flatMap(e => {
    if (e.name === 'p' || e.name === 'tbl') return [e]
    if (e.name === 'sdt') return isContentsControl(e) ? [] : flowOf(child(e, 'sdtContent'))
    if (['ins', 'moveTo', 'customXml', 'smartTag', 'AlternateContent', 'Choice'].includes(e.name)) return flowOf(e)
    return []
  })
}

const isContentsControl = (sdt: Element): boolean =>
  /table of contents/i.test(valueOf(child(child(sdt, 'sdtPr'), 'docPartObj'), 'docPartGallery') ?? '')
const isContents = (p: Paragraph): boolean => p.lines.every(l => l.text === '')

// A struck-out paragraph mark joins the paragraph to the next one.
const isJoinedToNext = (p: Element): boolean => child(child(child(p, 'pPr'), 'rPr'), 'del') !== undefined

/** Text boxes within a paragraph: their paragraphs follow it. */
function boxesIn(element: Element, depth = 0): Element[] {
  if (depth > DEEPEST || LEFT_OUT.has(element.name)) return []
  if (element.name === 'txbxContent') return [element]
  return element.children.flatMap(c => boxesIn(c, depth + 1))
}

function paragraphOf(elements: readonly Element[], setting: Setting): Paragraph | null {
  const pPr = child(elements[0], 'pPr')
  const style = setting.styleOf(valueOf(pPr, 'pStyle'))
  if (/^toc \d/i.test(style.name) || /^(header|footer|footnote text|table of figures)$/i.test(style.name)) return null
  const runs = elements.flatMap(e => runsOf(e))
  const text = runs.map(r => r.text).join('')
  const lines = text
    .split('\n')
    .map(t => t.replace(/[\s\u00a0]+/gu, ' ').trim())
    .filter(Boolean)
  if (!lines.length) return null
  const outline = Number(valueOf(pPr, 'outlineLvl') ?? Number.NaN)
  const heading = outline >= 0 && outline < 9 ? outline + 1 : style.heading
  const worded = runs.filter(r => r.text.trim())
  const bold = worded.length > 0 && worded.every(r => r.bold ?? style.bold)
  const size = Math.max(0, ...worded.map(r => r.size || style.size))
  const list = markerOf(pPr, style, setting)
  const made = lines.map((t, i): TextLine => {
    const line: TextLine = { text: t, page: null, box: null, size, bold, paragraphEnd: i === lines.length - 1 }
    if (list && i === 0) line.list = list
    return line
  })
  // Word's own heading numbers are printed before the heading.
  if (heading !== null && list && made[0]) {
    made[0].text = `${list.marker} ${made[0].text}`
    delete made[0].list
  }
  return { type: 'paragraph', lines: made, heading: heading === 0 ? 1 : heading }
}

function markerOf(pPr: Element | undefined, style: Style, setting: Setting): TextLine['list'] | null {
  const list = listOf(pPr) ?? style.list
  if (!list || list.numId === '0') return null
  const marker = setting.numbering.next(list.numId, list.level)
  return marker === null ? null : { level: list.level, marker }
}

interface Run {
  text: string
  bold: boolean | null
  size: number
}

function runsOf(element: Element, depth = 0): Run[] {
  if (depth > DEEPEST * 2 || LEFT_OUT.has(element.name) || element.name === 'txbxContent') return []
  if (element.name === 'r') {
    const rPr = child(element, 'rPr')
    if (isOn(rPr, 'vanish')) return []
    const text = element.children.map(runText).join('')
    return [
      { text, bold: child(rPr, 'b') ? isOn(rPr, 'b') : null, size: Number(valueOf(rPr, 'sz') ?? 0) / 2 },
      ...element.children.flatMap(c => (c.name === 'AlternateContent' ? runsOf(c, depth + 1) : [])),
    ]
  }
  return element.children.flatMap(c => runsOf(c, depth + 1))
}

function runText(element: Element): string {
  switch (element.name) {
    case 't':
      return element.children.map(c => c.text).join('')
    case 'tab':
    case 'ptab':
      return ' '
    case 'br':
    case 'cr':
      return '\n'
    case 'noBreakHyphen':
      return '\u2011'
    case 'sym':
      return String.fromCharCode(Number.parseInt(element.attributes.char ?? '20', 16) || 0x20)
    default:
      return ''
  }
}

/** A table with its merged cells; `at` is its own place ('table 2', or 'table 2, row 3, column 1, table 1'). */
function tableOf(tbl: Element, at: string, setting: Setting, depth: number): Table {
  const cells: Cell[] = []
  let headerRows = 0
  let cols = 0
  const open = new Map<number, Cell>()
  const rows = rowsOf(tbl).filter(tr => !child(child(tr, 'trPr'), 'del'))
  rows.forEach((tr, row) => {
    const trPr = child(tr, 'trPr')
    if (headerRows === row && isOn(trPr, 'tblHeader')) headerRows++
    let col = countOf(valueOf(trPr, 'gridBefore'), 0)
    for (const tc of cellsOf(tr)) {
      const tcPr = child(tc, 'tcPr')
      const colSpan = Math.max(1, countOf(valueOf(tcPr, 'gridSpan'), 1))
      if (col + colSpan > MOST_COLUMNS || cells.length >= MOST_CELLS) throw tooLarge()
      const merge = child(tcPr, 'vMerge')
      const above = open.get(col)
      if (merge && merge.attributes.val !== 'restart' && above) {
        above.rowSpan = row - above.row + 1
      } else {
        const cell: Cell = { row, col, rowSpan: 1, colSpan, box: null, at: '', lines: [] }
        // Places count the cells of the row as Word shows them, not the grid's columns.
        cell.at = `${at}, row ${row + 1}, column ${placeIn(cells, open, row, col)}`
        fill(cell, tc, setting, depth)
        cells.push(cell)
        if (merge) open.set(col, cell)
        else open.delete(col)
      }
      col += colSpan
    }
    cols = Math.max(cols, col)
  })
  return { parts: [{ page: null, box: null, cells }], cells, rows: rows.length, cols, headerRows }
}

/** A count that the file gives; `otherwise` where it gives none, or none that is a whole number. */
function countOf(said: string | undefined, otherwise: number): number {
  const count = Number(said ?? otherwise)
  return Number.isInteger(count) && count >= 0 ? count : otherwise
}

function placeIn(cells: readonly Cell[], open: ReadonlyMap<number, Cell>, row: number, col: number): number {
  const before = cells.filter(c => c.row === row && c.col < col).length
  const merged = [...open.values()].filter(c => c.row < row && c.row + c.rowSpan > row && c.col < col).length
  return before + merged + 1
}

const rowsOf = (tbl: Element): Element[] =>
  tbl.children.flatMap(e =>
    e.name === 'tr' ? [e] : ['sdt', 'sdtContent', 'ins', 'customXml'].includes(e.name) ? rowsOf(e) : [],
  )
const cellsOf = (tr: Element): Element[] =>
  tr.children.flatMap(e =>
    e.name === 'tc' ? [e] : ['sdt', 'sdtContent', 'customXml'].includes(e.name) ? cellsOf(e) : [],
  )

function fill(cell: Cell, tc: Element, setting: Setting, depth: number): void {
  let carried: Element[] = []
  for (const element of flowOf(tc)) {
    if (element.name === 'tbl') {
      if (depth >= DEEPEST) continue
      cell.nested ??= []
      cell.nested.push(tableOf(element, `${cell.at}, table ${cell.nested.length + 1}`, setting, depth + 1))
      continue
    }
    carried.push(element)
    if (isJoinedToNext(element)) continue
    const paragraph = paragraphOf(carried, setting)
    carried = []
    if (paragraph) cell.lines.push(...paragraph.lines)
  }
}

export const bodyOf = (document: Element): Element | undefined => children(document, 'body')[0]
