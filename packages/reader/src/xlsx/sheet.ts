/** One sheet as the cells that can be seen: hidden rows and columns left out, merged cells joined. */
import { MOST_CELLS, tooLarge } from '../flow/table.ts'
import { child, children } from '../xml.ts'
import type { Element } from '../xml.ts'
import { shown } from './formats.ts'
import type { CellStyle } from './formats.ts'

export interface Workbook {
  strings: readonly string[]
  styleOf: (index: number) => CellStyle
  epoch1904: boolean
}

/** A cell that can be seen and says something. Rows and columns count from 0 over what is not hidden. */
export interface SheetCell {
  row: number
  col: number
  rowSpan: number
  colSpan: number
  text: string
  style: CellStyle
  /** 'C7': where Excel finds it, hidden rows and columns counted. */
  reference: string
}

export interface Area {
  top: number
  left: number
  bottom: number
  right: number
}

/** The cells of a sheet, row by row. Throws ReaderError 'too-large'. */
export function cellsOfSheet(root: Element, book: Workbook): SheetCell[] {
  const rows = children(child(root, 'sheetData'), 'row')
  const merged = new Map<string, Area>()
  for (const { attributes } of children(child(root, 'mergeCells'), 'mergeCell')) {
    const area = areaOf(attributes.ref ?? '')
    if (area) merged.set(`${area.top} ${area.left}`, area)
  }
  const hiddenRows: number[] = []
  const found: { row: number; col: number; text: string; style: CellStyle }[] = []
  let row = -1
  for (const element of rows) {
    row = element.attributes.r ? Number(element.attributes.r) - 1 : row + 1
    if (isOn(element.attributes.hidden)) hiddenRows.push(row)
    let col = -1
    for (const c of children(element, 'c')) {
      col = placeOf(c.attributes.r ?? '')?.col ?? col + 1
      const style = book.styleOf(Number(c.attributes.s ?? 0))
      const text = textOfCell(c, style, book)
      if (!text.trim()) continue
      found.push({ row, col, text, style })
      if (found.length > MOST_CELLS) throw tooLarge()
    }
  }
  const seenRow = visible(hiddenRows.map(r => ({ from: r, to: r })))
  const seenColumn = visible(
    children(child(root, 'cols'), 'col')
      .filter(({ attributes }) => isOn(attributes.hidden) || attributes.width === '0')
      .map(({ attributes }) => ({ from: Number(attributes.min) - 1, to: Number(attributes.max) - 1 })),
  )
  return found.flatMap(({ row: r, col: c, text, style }): SheetCell[] => {
    const area = merged.get(`${r} ${c}`) ?? { top: r, left: c, bottom: r, right: c }
    const rowSpan = seenRow(area.bottom + 1) - seenRow(area.top)
    const colSpan = seenColumn(area.right + 1) - seenColumn(area.left)
    if (rowSpan <= 0 || colSpan <= 0) return []
    const reference = `${letters(c)}${r + 1}`
    return [{ row: seenRow(r), col: seenColumn(c), rowSpan, colSpan, text, style, reference }]
  })
}

const isOn = (value: string | undefined): boolean => value === '1' || value === 'true'

/** How many rows or columns before a place can be seen. Ranges do not overlap. */
function visible(ranges: readonly { from: number; to: number }[]): (place: number) => number {
  const hidden = ranges.toSorted((a, b) => a.from - b.from)
  const sums = [0]
  for (const { from, to } of hidden) sums.push(sums.at(-1)! + to + 1 - from)
  return place => {
    let low = 0
    let high = hidden.length
    while (low < high) {
      const middle = (low + high) >> 1
      if (hidden[middle]!.from < place) low = middle + 1
      else high = middle
    }
    const last = hidden[low - 1]
    return place - sums[low]! + (last ? Math.max(0, last.to + 1 - place) : 0)
  }
}

function textOfCell(c: Element, style: CellStyle, book: Workbook): string {
  const kind = c.attributes.t ?? 'n'
  if (kind === 'inlineStr') return textOfString(child(c, 'is'))
  const value = (child(c, 'v')?.children ?? []).map(t => t.text).join('')
  if (value === '' || kind === 'e') return ''
  if (kind === 's') return book.strings[Number(value)] ?? ''
  if (kind === 'str' || kind === 'd') return unescaped(value)
  if (kind === 'b') return value === '1' ? 'TRUE' : 'FALSE'
  const number = Number(value)
  return Number.isFinite(number) ? shown(number, style.format, book.epoch1904) : value
}

/** The words of a shared or inline string: its runs, without the reading aids of Japanese. */
export function textOfString(element: Element | undefined): string {
  return (element?.children ?? [])
    .map(e => {
      if (e.name === 't') return unescaped(e.children.map(t => t.text).join(''))
      return e.name === 'r' ? textOfString(e) : ''
    })
    .join('')
}

// ECMA-376 22.9.2.19: characters that XML cannot hold are written '_x000D_'.
const unescaped = (text: string): string =>
  text
    .replace(/_x([0-9A-Fa-f]{4})_/gu, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    .replace(/\r\n?/gu, '\n')

export function placeOf(reference: string): { row: number; col: number } | null {
  const match = /^\$?([A-Z]{1,3})\$?(\d{1,7})$/u.exec(reference)
  if (!match) return null
  const col = [...match[1]!].reduce((n, letter) => n * 26 + letter.charCodeAt(0) - 64, 0) - 1
  return { row: Number(match[2]) - 1, col }
}

export function areaOf(reference: string): Area | null {
  const [from, to] = reference.split(':').map(placeOf)
  return from && to ? { top: from.row, left: from.col, bottom: to.row, right: to.col } : null
}

function letters(col: number): string {
  const rest = Math.floor(col / 26)
  return (rest > 0 ? letters(rest - 1) : '') + String.fromCharCode(65 + (col % 26))
}
