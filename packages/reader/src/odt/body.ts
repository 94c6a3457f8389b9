/** The body of an OpenDocument text: headings, paragraphs, lists and tables in order. */
import { linesOf } from '../flow/layout.ts'
import { MOST_COLUMNS, tableOfRows, tooLarge } from '../flow/table.ts'
import type { FlowCell, FlowRow } from '../flow/table.ts'
import type { Block, Cell, Table, TextLine } from '../layout.ts'
import type { Element } from '../xml.ts'
import { Counter } from './numbering.ts'
import type { Styles } from './styles.ts'
import { boxesIn, wordsOf } from './words.ts'

const DEEPEST = 12
/** No plan has so many rows in one table; a file may say that one row is repeated a million times. */
const MOST_ROWS = 20_000
const WRAPPERS = new Set(['section', 'numbered-paragraph'])
const ROW_GROUPS = new Set(['table-header-rows', 'table-rows', 'table-row-group'])

/** Blocks of a body in order; tables count from 1 for their cites. Throws ReaderError 'too-large'. */
export function blocksOf(body: Element, styles: Styles): Block[] {
  const blocks: Block[] = []
  let tables = 0
  const reader = new BodyReader(styles, {
    paragraph: (lines, heading) => blocks.push({ type: 'paragraph', lines, heading }),
    table: element => {
      tables++
      const table = reader.table(element, `table ${tables}`, 0)
      if (table) blocks.push({ type: 'table', table })
    },
  })
  reader.flow(body, 0)
  return blocks
}

interface Sink {
  paragraph(lines: TextLine[], heading: number | null): void
  table(element: Element): void
}

class BodyReader {
  private readonly styles: Styles
  private readonly sink: Sink
  private readonly headings: Counter
  private readonly lists: Map<string, Counter>

  constructor(styles: Styles, sink: Sink, lists = new Map<string, Counter>()) {
    this.styles = styles
    this.sink = sink
    this.lists = lists
    this.headings = new Counter(styles.outline)
  }

  /** Paragraphs, lists and tables of an element. Tables of contents, indexes and struck-out text give nothing. */
  flow(parent: Element, depth: number): void {
    if (depth > DEEPEST * 2) return
    for (const element of parent.children) {
      if (element.name === 'p' || element.name === 'h') this.paragraph(element, null, depth)
      else if (element.name === 'list') this.list(element, null, 0, depth)
      else if (element.name === 'table') this.sink.table(element)
      else if (WRAPPERS.has(element.name) && element.attributes.display !== 'none') this.flow(element, depth + 1)
    }
  }

  private paragraph(element: Element, list: TextLine['list'] | null, depth: number): void {
    const look = this.styles.lookOf(element.attributes['style-name'])
    if (look.hidden) return
    const { text, bold, size } = wordsOf(element, this.styles)
    const level = element.name === 'h' ? Math.max(1, Number(element.attributes['outline-level'] ?? 1) || 1) : null
    const isCounted = level !== null && text.trim() !== '' && element.attributes['is-list-header'] !== 'true'
    const number = isCounted ? this.headings.next(Math.min(level, 10) - 1) : null
    // A paragraph may be a heading by its style alone, numbered as an entry of a list.
    const heading = level ?? look.outline
    const printed = number ?? (heading === null ? null : (list?.marker ?? null))
    const lines = linesOf(printed ? `${printed} ${text}` : text, { bold, size, list: heading === null ? list : null })
    if (lines.length) this.sink.paragraph(lines, heading ?? (look.title ? 1 : null))
    for (const box of boxesIn(element)) this.flow(box, depth + 1)
  }

  private list(element: Element, outer: Counter | null, level: number, depth: number): void {
    if (depth > DEEPEST * 2) return
    const counter = outer ?? this.counterOf(element)
    for (const item of element.children) {
      if (item.name !== 'list-item' && item.name !== 'list-header') continue
      let isFirst = item.name === 'list-item'
      for (const inner of item.children) {
        if (inner.name === 'list') this.list(inner, counter, level + 1, depth + 1)
        else if (inner.name === 'p' || inner.name === 'h') {
          const start = item.attributes['start-value']
          const marker = isFirst ? counter.next(level, start === undefined ? null : Number(start)) : null
          this.paragraph(inner, marker === null ? null : { level, marker }, depth + 1)
          isFirst = false
        }
      }
    }
  }

  // A list begins anew unless it says that it goes on.
  private counterOf(list: Element): Counter {
    const style = list.attributes['style-name'] ?? styleWithin(list, this.styles)
    const goesOn = list.attributes['continue-numbering'] === 'true' || list.attributes['continue-list'] !== undefined
    const former = this.lists.get(style)
    if (goesOn && former) return former
    const counter = new Counter(this.styles.listOf(style))
    this.lists.set(style, counter)
    return counter
  }

  /** `at` is the table's own place; null where it has no cells. */
  table(element: Element, at: string, depth: number): Table | null {
    const rows = this.rows(element, at, depth, false, 0)
    return rows.some(row => row.cells.length) ? tableOfRows(rows, at) : null
  }

  private rows(parent: Element, at: string, depth: number, header: boolean, groups: number): FlowRow[] {
    const out: FlowRow[] = []
    for (const element of parent.children) {
      if (ROW_GROUPS.has(element.name) && groups < DEEPEST) {
        out.push(...this.rows(element, at, depth, header || element.name === 'table-header-rows', groups + 1))
        continue
      }
      if (element.name !== 'table-row' || element.attributes.visibility) continue
      const cells = this.cells(element, depth)
      const times = cells.some(isFull) ? timesOf(element, 'number-rows-repeated') : 1
      if (out.length + times > MOST_ROWS) throw tooLarge()
      for (let i = 0; i < times; i++) out.push({ header, cells })
    }
    return out
  }

  private cells(row: Element, depth: number): FlowCell[] {
    const elements = row.children.filter(e => e.name === 'table-cell')
    while (
      elements.length &&
      !elements.at(-1)!.children.length &&
      timesOf(elements.at(-1)!, 'number-columns-repeated') > 1
    )
      elements.pop()
    return elements.flatMap(element => {
      const times = timesOf(element, 'number-columns-repeated')
      if (times > MOST_COLUMNS) throw tooLarge()
      const cell: ReadCell = {
        colSpan: timesOf(element, 'number-columns-spanned'),
        rowSpan: timesOf(element, 'number-rows-spanned'),
        isFull: element.children.length > 0,
        fill: made => this.fill(made, element, depth),
      }
      return Array.from({ length: times }, () => cell)
    })
  }

  private fill(cell: Cell, element: Element, depth: number): void {
    const reader = new BodyReader(
      this.styles,
      {
        paragraph: lines => cell.lines.push(...lines),
        table: inner => {
          if (depth >= DEEPEST) return
          const table = this.table(inner, `${cell.at}, table ${(cell.nested?.length ?? 0) + 1}`, depth + 1)
          if (table) cell.nested = [...(cell.nested ?? []), table]
        },
      },
      this.lists,
    )
    reader.flow(element, 0)
  }
}

interface ReadCell extends FlowCell {
  isFull: boolean
}
const isFull = (cell: FlowCell): boolean => 'isFull' in cell && cell.isFull === true

// A list without a style of its own has that of its paragraphs.
function styleWithin(list: Element, styles: Styles): string {
  const paragraph = list.children.flatMap(item => item.children).find(e => e.name === 'p')
  return styles.lookOf(paragraph?.attributes['style-name']).list
}

function timesOf(element: Element, name: string): number {
  const said = Number(element.attributes[name] ?? 1)
  return Number.isInteger(said) && said > 0 ? said : 1
}
