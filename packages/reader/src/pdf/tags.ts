/** The structure tree of a tagged PDF: which marked content belongs to which paragraph, heading, table cell. */
import type { Pdfium } from './pdfium.ts'

/** A tag that holds text, as far as this page shows it. */
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
  /** Some of its content stands on another page. */
  elsewhere: boolean
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

export interface PageTags {
  /** By marked content id. */
  leaves: Map<number, TagLeaf>
  tables: number
}

interface Walk {
  heading: number | null
  contents: boolean
  note: boolean
  cell: TagCell | null
}

/** Reads the tags of a page; null where the file has none. */
export function tagsOf(pdfium: Pdfium, page: number): PageTags | null {
  const { call } = pdfium
  const tree = call.FPDF_StructTree_GetForPage(page)
  if (!tree) return null
  const tags: PageTags = { leaves: new Map(), tables: 0 }
  const count = call.FPDF_StructTree_CountChildren(tree)
  const reader = new TagReader(pdfium, tags)
  for (let i = 0; i < count; i++)
    reader.visit(
      call.FPDF_StructTree_GetChildAtIndex(tree, i),
      { heading: null, contents: false, note: false, cell: null },
      0,
    )
  call.FPDF_StructTree_Close(tree)
  return tags.leaves.size > 0 ? tags : null
}

class TagReader {
  private readonly pdfium: Pdfium
  private readonly tags: PageTags
  private readonly names: { rowSpan: number; colSpan: number }
  private row = -1
  private place = 0
  private leaf = 0

  constructor(pdfium: Pdfium, tags: PageTags) {
    this.pdfium = pdfium
    this.tags = tags
    this.names = { rowSpan: spanName(pdfium, 256, 'RowSpan'), colSpan: spanName(pdfium, 320, 'ColSpan') }
  }

  /** Returns whether some content of the element stands on another page. */
  visit(element: number, around: Walk, depth: number): boolean {
    if (!element || depth > 60) return false
    const { call } = this.pdfium
    const within = this.enter(element, around)
    const cellsBefore = within.cell
    let elsewhere = false
    const own: TagLeaf = { index: this.leaf++, ...within, elsewhere: false }
    const children = call.FPDF_StructElement_CountChildren(element)
    for (let i = 0; i < children; i++) {
      const child = call.FPDF_StructElement_GetChildAtIndex(element, i)
      if (child) {
        if (this.visit(child, within, depth + 1)) elsewhere = true
        continue
      }
      const mcid = call.FPDF_StructElement_GetMarkedContentIdAtIndex(element, i)
      if (mcid >= 0) this.tags.leaves.set(mcid, own)
      else elsewhere = true
    }
    own.elsewhere = elsewhere
    if (elsewhere && cellsBefore) cellsBefore.split = true
    return elsewhere
  }

  private enter(element: number, around: Walk): Walk {
    const type = this.typeOf(element)
    if (type === 'Table') {
      this.tags.tables++
      this.row = -1
    } else if (type === 'TR') {
      this.row++
      this.place = 0
    } else if (type === 'TD' || type === 'TH') {
      const cell: TagCell = {
        table: this.tags.tables - 1,
        row: this.row,
        place: this.place++,
        rowSpan: this.spanOf(element, this.names.rowSpan),
        colSpan: this.spanOf(element, this.names.colSpan),
        header: type === 'TH',
        split: false,
      }
      return { ...around, cell }
    } else if (/^H[1-6]?$/.test(type) || type === 'Title')
      return { ...around, heading: type === 'Title' ? 1 : Number(type[1] ?? 1) }
    else if (type === 'TOC' || type === 'TOCI') return { ...around, contents: true }
    else if (type === 'Note' || type === 'FENote') return { ...around, note: true }
    return around
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
