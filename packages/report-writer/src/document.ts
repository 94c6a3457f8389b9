/** A report as data: what all four files are written from. Plain JSON, so that an edition can be kept as it was frozen. */

/** A piece of a line. */
export type Inline = Words | Footnote

export interface Words {
  kind: 'words'
  /** Within it LINE_END ends a line. */
  text: string
  strong?: boolean
  emphasis?: boolean
  /** Where it leads: an http(s) or mailto address. */
  href?: string
  /** Of a claim: 'asked' — somebody says that it needs a source; 'settled' — that it needs none; 'none' — it states figures and names none. */
  source?: 'asked' | 'settled' | 'none'
}

/** Where a line ends within a paragraph: Unicode's own sign for it. */
export const LINE_END = '\u2028'

/** Words at the foot of the page (at the end, in HTML and Markdown), with a mark where they belong. */
export interface Footnote {
  kind: 'footnote'
  text: Words[]
  /** Marks with the same label lead to one footnote: the first one's words. */
  label?: string
}

export interface List {
  ordered: boolean
  /** The first number; 1 where it is not said. */
  start?: number
  items: Inline[][]
  /** The lists that stand below each item. */
  under?: List[][]
}

export interface Table {
  kind: 'table'
  caption: string | null
  header: string[]
  /** Cells by row; a row has as many as the header. */
  rows: Inline[][][]
  claim?: string
}

export interface Figure {
  kind: 'figure'
  /** A picture that stands alone: no scripts, no styles from outside, with width and height in its viewBox. */
  svg: string
  /** What somebody who does not see it is told. */
  alt: string
  caption: string
  /** The same figures as a table. */
  table: Omit<Table, 'kind' | 'caption' | 'claim'>
  claim?: string
}

export type HeadingLevel = 1 | 2 | 3 | 4

export type Block =
  | { kind: 'heading'; level: HeadingLevel; text: string }
  /** `number`: where the body asks for numbered paragraphs. */
  | { kind: 'paragraph'; text: Inline[]; number?: number; claim?: string }
  | ({ kind: 'list'; claim?: string } & List)
  | { kind: 'quote'; text: Inline[]; source: Inline[] | null; language?: string; claim?: string }
  | { kind: 'page-break' }
  | Table
  | Figure

export interface ReportDocument {
  /** BCP 47; it decides the direction. */
  language: string
  title: string
  /** The first page; null: the report begins with its title. */
  cover: { subtitle: string | null; facts: { label: string; value: string }[]; note: string | null } | null
  /** The heading over the contents; null: without contents. */
  contents: string | null
  /** What the footnotes are called where they stand at the end. */
  notes: string
  blocks: Block[]
  claims: Claim[]
}

/** What was put in from a source, and the source as it was then. */
export interface Claim {
  id: string
  source: {
    kind: 'commitment' | 'assessment' | 'indicator' | 'finding' | 'answer' | 'recommendation' | 'silence' | 'manual'
    id: string
    /** A digest of what the source said. */
    version: string
    url: string | null
  }
  /** The words that were put in. */
  text: string
}

const RTL = /^(ar|fa|he|ur|ps|ku|dv|yi)\b/u
export const isRightToLeft = (language: string): boolean => RTL.test(language)

export const RTL_LETTER = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]/u

/** By its first letter; null where it has none. */
export function runsRightToLeft(text: string): boolean | null {
  const letter = text.match(/\p{L}/u)?.[0]
  return letter === undefined ? null : RTL_LETTER.test(letter)
}

/** As most of a list's lines run, so that all of its signs stand on one side; null where none of them has a letter. */
export function listRunsRightToLeft(list: List): boolean | null {
  const sides = linesOfList(list).map(line => runsRightToLeft(plain(line)))
  const [rtl, ltr] = [true, false].map(side => sides.filter(one => one === side).length) as [number, number]
  return rtl === ltr ? (sides.find(side => side !== null) ?? null) : rtl > ltr
}

export const words = (text: string, more: Omit<Words, 'kind' | 'text'> = {}): Words => ({
  kind: 'words',
  text,
  ...more,
})

/** Whether they look the same and lead to the same place. */
export const isAlike = (a: Words, b: Words): boolean =>
  a.strong === b.strong && a.emphasis === b.emphasis && a.href === b.href

/** A label with its colon, before which French has a space that no line ends at. */
export const labelled = (label: string, language: string): string =>
  `${label}${/^fr\b/u.test(language) ? '\u00a0' : ''}:`

/** The words of a line without its footnotes. */
export const plain = (line: readonly Inline[]): string =>
  line.map(one => (one.kind === 'words' ? one.text : '')).join('')

/** A paragraph's line, its number in front. */
export const paragraphLine = ({ number, text }: Extract<Block, { kind: 'paragraph' }>): Inline[] =>
  number ? [words(`${number}.\u00a0`), ...text] : text

/** The words of a line with its addresses, for a place that takes neither links nor marks. */
export const flat = (line: readonly Inline[]): string =>
  line
    .map((one, n) => {
      if (one.kind === 'footnote') return ''
      const next = line[n + 1]
      const isWhole =
        !one.href ||
        (next?.kind === 'words' && next.href === one.href) ||
        one.href.replace(/^mailto:/u, '') === one.text
      return isWhole ? one.text : `${one.text} (${one.href})`
    })
    .join('')

/** Numbers footnotes in the order of their marks. */
export function footnoteNumbers() {
  const notes: Footnote[] = []
  const known = new Map<string, { number: number; marks: number }>()
  return {
    notes,
    /** `nth`: which mark of this footnote it is, from 1. */
    mark(note: Footnote): { number: number; nth: number } {
      const before = note.label === undefined ? undefined : known.get(note.label)
      if (before) return { number: before.number, nth: ++before.marks }
      const number = notes.push(note)
      if (note.label !== undefined) known.set(note.label, { number, marks: 1 })
      return { number, nth: 1 }
    },
  }
}

/** Every footnote once, in the order of its first mark. */
export function footnotesOf({ blocks }: Pick<ReportDocument, 'blocks'>): Footnote[] {
  const numbers = footnoteNumbers()
  for (const line of blocks.flatMap(linesOf)) for (const one of line) if (one.kind === 'footnote') numbers.mark(one)
  return numbers.notes
}

/**
 * Headings from the first level on, none more than one below the one before, as tagged files ask for it: headings that stood side by
 * side still do, and what stood below another still does.
 */
export function levelled(blocks: readonly Block[]): Block[] {
  const above: number[] = []
  return blocks.map(block => {
    if (block.kind !== 'heading') return block
    while (above.length > 0 && above.at(-1)! >= block.level) above.pop()
    const level = above.push(block.level) as HeadingLevel
    return level === block.level ? block : { ...block, level }
  })
}

/** The lines of a block in reading order. */
export function linesOf(block: Block): Inline[][] {
  switch (block.kind) {
    case 'heading':
      return [[words(block.text)]]
    case 'paragraph':
      return [paragraphLine(block)]
    case 'list':
      return linesOfList(block)
    case 'quote':
      return block.source ? [block.text, block.source] : [block.text]
    case 'table':
      return [
        ...(block.caption ? [[words(block.caption)]] : []),
        ...block.header.map(cell => [words(cell)]),
        ...block.rows.flat(),
      ]
    case 'figure':
      return [[words(block.caption)], ...block.table.header.map(cell => [words(cell)]), ...block.table.rows.flat()]
    case 'page-break':
      return []
  }
}

const linesOfList = ({ items, under }: List): Inline[][] =>
  items.flatMap((item, n) => [item, ...(under?.[n] ?? []).flatMap(linesOfList)])

/** Whether words of it need a source and name none. */
export const lacksSource = (block: Block): boolean =>
  linesOf(block).some(line =>
    line.some(one => one.kind === 'words' && (one.source === 'asked' || one.source === 'none')),
  )

/** Everything that a reader reads in the running text, a line for each block part; footnotes after each line where asked for. */
export const textOf = (blocks: readonly Block[], { footnotes = true } = {}): string =>
  blocks
    .flatMap(linesOf)
    .map(line => line.map(one => (one.kind === 'words' ? one.text : footnotes ? ` ${plain(one.text)} ` : '')).join(''))
    .join('\n')

/** How much of a table's width each column takes: by how much stands in it, and so that its longest word fits. */
export function columnShares({ header, rows }: Pick<Table, 'header' | 'rows'>): number[] {
  const amounts = header.map((title, n) => {
    const cells = [title, ...rows.map(row => plain(row[n] ?? []))]
    const most = Math.max(...cells.map(cell => cell.length))
    const word = Math.max(...cells.flatMap(cell => cell.split(/\s+/u)).map(({ length }) => Math.min(length, 24)))
    return Math.max(1.4 * word + 5, Math.min(45, most))
  })
  const all = amounts.reduce((sum, amount) => sum + amount, 0)
  return amounts.map(amount => amount / all)
}
