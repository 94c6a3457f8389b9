/** A submission as structured text: what the report builder writes, what is counted, and what is held against a rule. */

/** A run of text in one look, or with something known of it. */
export interface Span {
  text: string
  bold?: boolean
  italic?: boolean
  underline?: boolean
  /** It names a person: the name under which her consent is kept. */
  person?: string
  /** It claims something, with what it rests on: ids of the sources. */
  claim?: { readonly sources: readonly string[] }
}

export type Inline = string | readonly Span[]

export type Block =
  | { kind: 'heading'; level: number; text: Inline; number?: string }
  /**
   * `number`: '12.', where its paragraphs are numbered by hand or by the word processor. `belongsAbove`: a quote or its source, which is
   * part of the numbered paragraph before it.
   */
  | { kind: 'paragraph'; text: Inline; number?: string; belongsAbove?: true }
  | { kind: 'list'; ordered: boolean; items: readonly Inline[] }
  | { kind: 'table'; caption?: Inline; header?: readonly Inline[]; rows: readonly (readonly Inline[])[] }
  | { kind: 'footnote'; text: Inline }
  /** What stands on a page of its own in front: names, titles, addresses. */
  | { kind: 'cover'; lines: readonly Inline[] }
  | { kind: 'image'; alternative: string }
  /** 'report': a report of somebody else, or an earlier one, put behind. */
  | { kind: 'annex'; title: Inline; holds: 'own-text' | 'report'; blocks: readonly Block[] }

export interface TextDocument {
  /** BCP 47: 'en', 'ar', 'zh-Hans'. */
  language: string
  blocks: readonly Block[]
}

export const PARTS = ['text', 'tables', 'footnotes', 'cover', 'annexes'] as const
/** What a body may count or leave out. */
export type Part = (typeof PARTS)[number]

/** One run of text of a document, with its place. */
export interface Piece {
  /** Indices from the document down: block, then item, line, row and column, or block of an annex. A table's header is row -1, its caption -2. */
  path: readonly number[]
  part: Part
  kind: Block['kind']
  text: string
  spans: readonly Span[]
}

export const textOf = (inline: Inline): string =>
  typeof inline === 'string' ? inline : inline.map(({ text }) => text).join('')

/** All text of a document in its order. Pictures have none of their own: what stands for them is not part of the text. */
export const piecesOf = (document: TextDocument): Piece[] =>
  document.blocks.flatMap((block, i) => piecesOfBlock(block, [i], null))

function piecesOfBlock(block: Block, path: readonly number[], within: Part | null): Piece[] {
  const piece = (part: Part, inline: Inline, ...further: number[]): Piece => ({
    path: [...path, ...further],
    part: within ?? part,
    kind: block.kind,
    text: textOf(inline),
    spans: typeof inline === 'string' ? [{ text: inline }] : inline,
  })
  switch (block.kind) {
    case 'heading':
    case 'paragraph':
      return [piece('text', block.text)]
    case 'list':
      return block.items.map((item, i) => piece('text', item, i))
    case 'table':
      return [
        ...(block.caption === undefined ? [] : [piece('tables', block.caption, -2)]),
        ...(block.header ?? []).map((cell, column) => piece('tables', cell, -1, column)),
        ...block.rows.flatMap((cells, row) => cells.map((cell, column) => piece('tables', cell, row, column))),
      ]
    case 'footnote':
      return [piece('footnotes', block.text)]
    case 'cover':
      return block.lines.map((line, i) => piece('cover', line, i))
    case 'image':
      return []
    case 'annex':
      return [
        piece('annexes', block.title),
        ...block.blocks.flatMap((inner, i) => piecesOfBlock(inner, [...path, i], 'annexes')),
      ]
  }
}
