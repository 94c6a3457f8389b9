/** The structure tree of a tagged PDF: which marked content belongs to which paragraph, heading, table cell. */
import type { Pdfium } from './pdfium.ts'

/** A paragraph, heading, list entry or cell of the tags, as far as this page shows it; what stands within it in one line is part of it. */
export interface TagLeaf {
  /** Counts up in reading order within the page. */
  index: number
  /** Heading level 1..6; null for other text. */
  heading: number | null
  /** Part of a table of contents. */
  contents: boolean
  /** A footnote or end note. */
  note: boolean
  cell: TagCell | null
}

export interface TagCell {
  table: number
  row: number
  /** Its place among the cells of its row. */
  place: number
  rowSpan: number
  colSpan: number
  header: boolean
  /** Its row goes on from the page before or on to the next. */
  split: boolean
}

/** By marked content id. */
export type PageTags = Map<number, TagLeaf>

type Walk = Omit<TagLeaf, 'index'> & { leaf: TagLeaf | null }

const OUTSIDE: Walk = { heading: null, contents: false, note: false, cell: null, leaf: null }
/** Deeper trees are not made by programs that write documents. */
const DEEPEST = 60
/** What stands within a line or names a list entry: no paragraph of its own. */
const INLINE = new Set([
  'Span',
  'Link',
  'Reference',
  'Lbl',
  'Quote',
  'Em',
  'Strong',
  'Code',
  'Annot',
  'BibEntry',
  'Figure',
])

/** Reads the tags of a page; null where the file has none. */
export function tagsOf(pdfium: Pdfium, page: number): PageTags | null {
  const { call } = pdfium
  const tree = call.FPDF_StructTree_GetForPage(page)
  if (!tree) return null
  const reader = new TagReader(pdfium)
  const count = call.FPDF_StructTree_CountChildren(tree)
  for (let i = 0; i < count; i++) reader.visit(call.FPDF_StructTree_GetChildAtIndex(tree, i), OUTSIDE, 0)
  call.FPDF_StructTree_Close(tree)
  return reader.tags.size > 0 ? reader.tags : null
}

class TagReader {
  readonly tags: PageTags = new Map()
  private readonly pdfium: Pdfium
  private readonly names: { rowSpan: number; colSpan: number }
  private table = -1
  private row = -1
  private cells: TagCell[] = []
  private leaves = 0

  constructor(pdfium: Pdfium) {
    this.pdfium = pdfium
    this.names = { rowSpan: spanName(pdfium, 256, 'RowSpan'), colSpan: spanName(pdfium, 320, 'ColSpan') }
  }

  /** Returns whether some content of the element stands on another page. */
  visit(element: number, around: Walk, depth: number): boolean {
    if (!element || depth > DEEPEST) return false
    const { call } = this.pdfium
    const type = this.typeOf(element)
    const within = this.enter(element, type, around)
    let elsewhere = false
    const children = call.FPDF_StructElement_CountChildren(element)
    for (let i = 0; i < children; i++) {
      const child = call.FPDF_StructElement_GetChildAtIndex(element, i)
      if (child) {
        if (this.visit(child, within, depth + 1)) elsewhere = true
        continue
      }
      // Ids count anew on each page: only this page's are its own.
      const mcid = call.FPDF_StructElement_GetChildMarkedContentID(element, i)
      if (mcid < 0) elsewhere = true
      else this.tags.set(mcid, (within.leaf ??= this.newLeaf(within)))
    }
    if (type === 'TR' && elsewhere) for (const cell of this.cells) cell.split = true
    return elsewhere
  }

  private newLeaf({ heading, contents, note, cell }: Walk): TagLeaf {
    return { index: this.leaves++, heading, contents, note, cell }
  }

  private enter(element: number, type: string, around: Walk): Walk {
    if (INLINE.has(type)) {
      around.leaf ??= around === OUTSIDE ? null : this.newLeaf(around)
      return { ...around }
    }
    const within: Walk = { ...around, leaf: null }
    if (type === 'Table') {
      this.table++
      this.row = -1
    } else if (type === 'TR') {
      this.row++
      this.cells = []
    } else if (type === 'TD' || type === 'TH') within.cell = this.newCell(element, type === 'TH')
    else if (/^H[1-6]?$/.test(type)) within.heading = Number(type[1] ?? 1)
    else if (type === 'Title') within.heading = 1
    else if (type === 'TOC' || type === 'TOCI') within.contents = true
    else if (type === 'Note' || type === 'FENote') within.note = true
    return within
  }

  private newCell(element: number, header: boolean): TagCell {
    const { rowSpan, colSpan } = this.names
    const cell: TagCell = {
      table: this.table,
      row: this.row,
      place: this.cells.length,
      rowSpan: this.spanOf(element, rowSpan),
      colSpan: this.spanOf(element, colSpan),
      header,
      split: false,
    }
    this.cells.push(cell)
    return cell
  }

  private typeOf(element: number): string {
    const { call, scratch } = this.pdfium
    call.FPDF_StructElement_GetType(element, scratch, 128)
    return this.pdfium.utf16(scratch)
  }

  private spanOf(element: number, name: number): number {
    const { call, scratch } = this.pdfium
    const attributes = call.FPDF_StructElement_GetAttributeCount(element)
    for (let i = 0; i < attributes; i++) {
      const value = call.FPDF_StructElement_Attr_GetValue(call.FPDF_StructElement_GetAttributeAtIndex(element, i), name)
      if (value && call.FPDF_StructElement_Attr_GetNumberValue(value, scratch))
        return Math.min(200, Math.max(1, Math.round(this.pdfium.f32(scratch))))
    }
    return 1
  }
}

/** Writes a name into the upper half of the scratch memory, which no call above reaches. */
function spanName(pdfium: Pdfium, offset: number, name: string): number {
  const at = pdfium.scratch + offset
  pdfium.u8().set(new TextEncoder().encode(`${name}\0`), at)
  return at
}
