/** The content of a web page as blocks: headings, paragraphs, lists, tables. */
import { linesOf } from '../flow/layout.ts'
import { tableOfRows } from '../flow/table.ts'
import type { FlowCell, FlowRow } from '../flow/table.ts'
import type { Block, Cell, Table, TextLine } from '../layout.ts'
import { attributeOf, DEEPEST, isElement, isLeftOut, isNoteSign } from './main.ts'
import type { Element, Node } from './main.ts'

// Elements that stand on lines of their own (HTML standard, 15.3).
const BLOCKS = new Set(
  'address article blockquote body caption center dd details div dl dt fieldset figcaption figure footer h1 h2 h3 h4 h5 h6 header hgroup hr legend li main ol p pre section summary table ul'.split(
    ' ',
  ),
)
/** Sizes of headings in points, as browsers show them; text is smaller than all of them. */
const SIZES = [24, 18, 14, 12, 12, 12]
/** A line that is strong throughout is how many write a heading below all others. */
const LOWEST = 6
const MOST_NESTED = 12

/** Where the words stand that are being read. */
interface Place {
  depth: number
  heading: number | null
  bold: boolean
  list: TextLine['list'] | null
  /** How many lists are around it. */
  lists: number
}

/** Blocks in order; tables count from 1 for their cites. Throws ReaderError 'too-large'. */
export function blocksOfPage({ root, isWhole }: { root: Element | null; isWhole: boolean }): Block[] {
  const blocks: Block[] = []
  let tables = 0
  const reader = new FlowReader(isWhole, {
    paragraph: (lines, heading) => blocks.push({ type: 'paragraph', lines, heading }),
    table: element => {
      tables++
      const table = tableOf(element, `table ${tables}`, isWhole, 0)
      if (table) blocks.push({ type: 'table', table })
    },
  })
  if (root) reader.read(root)
  return blocks
}

interface Sink {
  paragraph(lines: TextLine[], heading: number | null): void
  table(element: Element): void
}

/** Reads what flows: words gather until a block begins or ends. */
class FlowReader {
  private readonly isWhole: boolean
  private readonly sink: Sink
  private text = ''
  private plain = false
  private strong = false
  private marker: TextLine['list'] | null = null

  constructor(isWhole: boolean, sink: Sink) {
    this.isWhole = isWhole
    this.sink = sink
  }

  read(root: Element): void {
    const place: Place = { depth: 0, heading: null, bold: false, list: null, lists: 0 }
    this.children(root, place)
    this.end(place)
  }

  private children(element: Element, place: Place): void {
    for (const node of element.childNodes) this.node(node, place)
  }

  private node(node: Node, place: Place): void {
    if (node.nodeName === '#text' && 'value' in node) {
      this.words(node.value, place)
      return
    }
    if (!isElement(node) || place.depth > DEEPEST || isLeftOut(node, this.isWhole) || isNoteSign(node)) return
    const inner = { ...place, depth: place.depth + 1, bold: place.bold || /^(?:b|strong|th)$/u.test(node.tagName) }
    if (node.tagName === 'br') this.text += '\n'
    else if (!BLOCKS.has(node.tagName)) this.children(node, inner)
    else {
      this.end(place)
      const level = /^h([1-6])$/u.exec(node.tagName)?.[1]
      const within = level ? { ...inner, heading: Number(level), bold: true } : inner
      this.block(node, within)
      this.end(within)
    }
  }

  private block(element: Element, place: Place): void {
    if (element.tagName === 'ol' || element.tagName === 'ul') this.list(element, place)
    else if (element.tagName !== 'table') this.children(element, place)
    else if (/^(?:presentation|none)$/u.test(attributeOf(element, 'role') ?? '')) this.unframed(element, place)
    else this.sink.table(element)
  }

  private list(element: Element, place: Place): void {
    const numbered = element.tagName === 'ol'
    let count = Number(attributeOf(element, 'start') ?? 1)
    const type = attributeOf(element, 'type') ?? '1'
    for (const node of element.childNodes) {
      if (!isElement(node) || node.tagName !== 'li') {
        this.node(node, place)
        continue
      }
      if (isLeftOut(node, this.isWhole)) continue
      count = Number(attributeOf(node, 'value') ?? count)
      this.marker = { level: place.lists, marker: numbered ? `${counted(count, type)}.` : '•' }
      this.children(node, { ...place, depth: place.depth + 1, lists: place.lists + 1 })
      this.end(place)
      this.marker = null
      count++
    }
  }

  // A table that only arranges the page.
  private unframed(element: Element, place: Place): void {
    for (const row of rowElements(element))
      for (const cell of row.cells) {
        this.children(cell, place)
        this.end(place)
      }
  }

  private words(text: string, place: Place): void {
    this.text += text.replace(/\s+/gu, ' ')
    if (!text.trim()) return
    if (place.bold) this.strong = true
    else this.plain = true
  }

  private end(place: Place): void {
    const bold = this.strong && !this.plain
    const size = place.heading === null ? 0 : SIZES[place.heading - 1]!
    const lines = linesOf(this.text, { bold, size, list: place.heading === null ? this.marker : null })
    this.text = ''
    this.plain = false
    this.strong = false
    if (!lines.length) return
    const loneStrong = bold && this.marker === null && lines.length === 1 ? LOWEST : null
    this.marker = null
    this.sink.paragraph(lines, place.heading ?? loneStrong)
  }
}

function counted(n: number, type: string): string {
  if (/a/iu.test(type) && n > 0 && n <= 26) return String.fromCharCode(type.charCodeAt(0) + n - 1)
  return String(n)
}

/** The rows of a table, without those of tables within it. */
function rowElements(table: Element): { header: boolean; cells: Element[] }[] {
  const rows = table.childNodes.filter(isElement).flatMap(e => {
    if (e.tagName === 'tr') return [{ row: e, head: false }]
    if (!/^(?:thead|tbody|tfoot)$/u.test(e.tagName)) return []
    return e.childNodes
      .filter(isElement)
      .filter(r => r.tagName === 'tr')
      .map(row => ({ row, head: e.tagName === 'thead' }))
  })
  return rows.map(({ row, head }) => {
    const cells = row.childNodes.filter(isElement).filter(c => c.tagName === 'td' || c.tagName === 'th')
    return { header: head || (cells.length > 1 && cells.every(c => c.tagName === 'th')), cells }
  })
}

/** `at` is the table's own place; null where a table has no cells. */
function tableOf(element: Element, at: string, isWhole: boolean, depth: number): Table | null {
  const rows = rowElements(element)
    .filter(({ cells }) => cells.length > 0)
    .map(({ header, cells }): FlowRow => ({
      header,
      cells: cells.map((cell): FlowCell => ({
        colSpan: spanOf(cell, 'colspan') || 1,
        rowSpan: spanOf(cell, 'rowspan'),
        fill: made => fill(made, cell, isWhole, depth),
      })),
    }))
  return rows.length ? tableOfRows(rows, at) : null
}

function spanOf(cell: Element, name: string): number {
  const said = Number.parseInt(attributeOf(cell, name) ?? '1', 10)
  return Number.isFinite(said) && said >= 0 ? said : 1
}

function fill(cell: Cell, element: Element, isWhole: boolean, depth: number): void {
  if (isLeftOut(element, isWhole)) return
  new FlowReader(isWhole, {
    paragraph: lines =>
      cell.lines.push(...lines.map(line => (element.tagName === 'th' ? { ...line, bold: true } : line))),
    table: inner => {
      if (depth >= MOST_NESTED) return
      const table = tableOf(inner, `${cell.at}, table ${(cell.nested?.length ?? 0) + 1}`, isWhole, depth + 1)
      if (table) cell.nested = [...(cell.nested ?? []), table]
    },
  }).read(element)
}
