/**
 * What people type or paste in a plain text area, as blocks. A part of Markdown: `## heading`, `- point`, `1. point` and points below
 * points, `> quote` (its last line `> -- source`), `| a | b |` tables whose first row is the header, `---` for a new page, **strong**,
 * *emphasis*, [words](https://...), addresses, ^[footnote], and [^1] with `[^1]: its words` anywhere. Beyond Markdown: `[[3]]`, what was
 * put in as number 3, alone on its line or within a sentence; and at the end of a paragraph or point, or alone under a table, `[source?]`,
 * it states what still needs a source, or `[no source needed]`.
 */
import { ALONE, chunksOf, HEADING, isTableRule, joined, NOTE, POINT, type Chunk } from './chunks.ts'
import { linesOf, plain, words, type Block, type Footnote, type HeadingLevel, type Inline } from './document.ts'
import { flatLine, parseLine, wordsOnly, type Known } from './line.ts'
import { listsOf } from './list.ts'

/** What stands behind `[[3]]`. */
export interface Inserted {
  /** Alone on its line. */
  blocks: Block[]
  /** Within a sentence. */
  line: Inline[]
}

type Put = (number: number) => Inserted | null
const NOTHING_PUT: Put = () => null

type Mark = 'source?' | 'no source needed'
const MARK = /\s*\[(source\?|no source needed)\]\s*$/u
const ONLY_MARK = /^\s*\[(source\?|no source needed)\]\s*$/u

/**
 * Never fails: what is no markup stays as it was typed.
 * @param inserted null where the number is of nothing; it stays visible
 * @param scope where several texts make one document: labels of footnotes are its own
 */
export const parseMarkup = (typed: string, inserted: Put = NOTHING_PUT, scope = ''): Block[] =>
  parsed(typed, inserted, scope).flatMap(({ blocks }) => blocks)

/** Each piece of the text with its blocks. */
function parsed(typed: string, inserted: Put, scope: string): { chunk: Chunk; blocks: Block[] }[] {
  const chunks = chunksOf(typed)
  const notes = footnotesIn(chunks, scope)
  const used = new Set<Chunk>()
  const top = chunks.some(({ kind, lines }) => kind === 'heading' && /^\s*#\s/u.test(lines[0]!)) ? 1 : 0
  const known: Known = {
    inserted: number => inserted(number)?.line ?? null,
    note(label) {
      const found = notes.get(label.toLowerCase())
      if (found) used.add(found.chunk)
      return found?.note ?? null
    },
    takesNotes: true,
  }
  const made = chunks.map(chunk => ({
    chunk,
    blocks: chunk.kind === 'note' ? [] : blocksOf(chunk, known, inserted, top),
  }))
  markTables(made)
  // The words of a footnote that nothing leads to stay where they were typed.
  for (const one of made)
    if (one.chunk.kind === 'note' && !used.has(one.chunk))
      one.blocks = [{ kind: 'paragraph', text: parseLine(joined(one.chunk.lines), { ...known, takesNotes: false }) }]
  return made
}

/** By label; of several with the same label the first. */
function footnotesIn(chunks: readonly Chunk[], scope: string): Map<string, { chunk: Chunk; note: Footnote }> {
  const notes = new Map<string, { chunk: Chunk; note: Footnote }>()
  for (const chunk of chunks) {
    const [, label, first = ''] = (chunk.kind === 'note' && chunk.lines[0]!.match(NOTE)) || []
    const key = label?.toLowerCase()
    const text = joined([first, ...chunk.lines.slice(1)]).trim()
    if (key === undefined || notes.has(key) || !text) continue
    notes.set(key, { chunk, note: { kind: 'footnote', text: wordsOnly(text), label: scope + key } })
  }
  return notes
}

function blocksOf({ kind, lines }: Chunk, known: Known, inserted: Put, top: number): Block[] {
  const [first = ''] = lines
  const line = (text: string) => parseLine(text, known)
  const withItsMark = (text: string) => marked(text, line)
  switch (kind) {
    case 'heading': {
      const [, signs = '', text = ''] = first.match(HEADING)!
      const level = Math.min(4, Math.max(2, signs.length + top)) as HeadingLevel
      return [{ kind, level, text: flatLine(text, known) }]
    }
    case 'break':
      return [{ kind: 'page-break' }]
    case 'alone':
      return inserted(Number(first.match(ALONE)![1]))?.blocks ?? [paragraphOf(lines, withItsMark)]
    case 'list':
      return listsOf(lines, withItsMark).map(list => ({ kind, ...list }))
    case 'quote':
      return [quoteOf(lines, line)]
    case 'table':
      return [tableOf(lines, known)]
    default:
      return [paragraphOf(lines, withItsMark)]
  }
}

type Line = (text: string) => Inline[]

function quoteOf(lines: string[], line: Line): Block {
  const said = lines.map(one => one.replace(/^\s*>\s?/u, ''))
  const source = said.at(-1)?.match(/^\s*(?:--|—)\s*(.+)$/u)?.[1]
  // Points and verses keep their lines.
  const kept = (source === undefined ? said : said.slice(0, -1)).flatMap((one, n) =>
    n > 0 && POINT.test(one) ? ['', one] : [one],
  )
  const text = line(joined(kept.filter((one, n) => one.trim() || (n > 0 && n < kept.length - 1))))
  return {
    kind: 'quote',
    text,
    source: source === undefined ? null : line(source),
  }
}

function tableOf(lines: string[], known: Known): Block {
  const rows = lines
    .filter((one, n) => n > 1 || !isTableRule(one))
    .map(one =>
      one
        .trim()
        .replace(/^\|/u, '')
        .replace(/(?<!\\)\|$/u, '')
        .split(/(?<!\\)\|/u)
        .map(cell => cell.trim().replaceAll('\\|', '|')),
    )
  const [header = [], ...body] = isTableRule(lines[0]!) ? [[], ...rows] : rows
  const columns = Array.from({ length: Math.max(...[header, ...body].map(row => row.length)) }, (_, n) => n)
  return {
    kind: 'table',
    caption: null,
    header: columns.map(n => flatLine(header[n] ?? '', known)),
    rows: body.map(row => columns.map(n => parseLine(row[n] ?? '', known))),
  }
}

const paragraphOf = (lines: readonly string[], line: Line): Block => ({ kind: 'paragraph', text: line(joined(lines)) })

/** A line without the mark at its end, which its words carry. */
function marked(typed: string, line: Line): Inline[] {
  const mark = typed.match(MARK)?.[1]
  const text = line(typed.replace(MARK, ''))
  return mark ? withMark(text, mark as Mark) : text
}

const withMark = (line: readonly Inline[], mark: Mark): Inline[] =>
  line.map(one => (one.kind === 'words' ? { ...one, source: mark === 'source?' ? 'asked' : 'settled' } : one))

/** A mark that stands alone under a table is the table's. */
function markTables(made: { chunk: Chunk; blocks: Block[] }[]): void {
  for (const [n, { chunk, blocks }] of made.entries()) {
    const mark = chunk.kind === 'text' && joined(chunk.lines).match(ONLY_MARK)?.[1]
    const above = made[n - 1]?.blocks
    const table = above?.at(-1)
    if (!mark || table?.kind !== 'table') continue
    above![above!.length - 1] = {
      ...table,
      rows: table.rows.map(row => row.map(cell => withMark(cell, mark as Mark))),
    }
    blocks.length = 0
  }
}

/** The numbers of what was put into a text, each once. */
export const insertedIn = (typed: string): number[] => [
  ...new Set([...typed.matchAll(/\[\[(\d{1,9})\]\]/gu)].map(match => Number(match[1]))),
]

/** What stands as typed in a block and was meant as a footnote. */
export interface LooseNote {
  /** A mark that nothing explains, words that nothing leads to, or `^[words]` where none can stand. */
  is: 'mark' | 'words' | 'whole'
  label: string
  /** As it stands there: `[^1]`, `^[words]`. */
  typed: string
}

export function looseNotesIn(lines: readonly Inline[][]): LooseNote[] {
  const loose: LooseNote[] = []
  for (const line of lines) {
    const typed = line.map(one => plain(one.kind === 'words' ? [one] : one.text)).join('')
    for (const { index, 1: label, 2: colon } of typed.matchAll(/\[\^([^\]\s]{1,100})\](:?)/gu))
      loose.push({ is: index === 0 && colon ? 'words' : 'mark', label: label!, typed: `[^${label}]` })
    for (const { 0: whole, 1: words = '' } of typed.matchAll(/(?<!\[)\^\[([^[\]]{1,500})\]/gu))
      loose.push({ is: 'whole', label: words, typed: whole })
  }
  return loose
}

/** What can be marked of these blocks, each with its words: paragraphs, points of lists, tables. */
export const markableIn = (blocks: readonly Block[]): Inline[][] =>
  blocks.flatMap(block => {
    if (block.kind === 'paragraph' || block.kind === 'list') return linesOf(block)
    return block.kind === 'table' ? [block.rows.flat().flatMap(cell => [...cell, words(' ')])] : []
  })

/** The text with the mark of the n-th that can be marked (from 0, as `markableIn` counts what parseMarkup gives) set to another. */
export function setMark(typed: string, nth: number, mark: Mark | null): string {
  const place = placesIn(typed)[nth]
  if (place === undefined) return typed
  const lines = typed.replaceAll('\r', '').split('\n')
  const { line, isTable } = place
  if (!isTable) {
    const bare = lines[line]!.replace(MARK, '').trimEnd()
    lines[line] = mark ? `${bare} [${mark}]` : bare
    return lines.join('\n')
  }
  const hasMark = ONLY_MARK.test(lines[line + 1] ?? '')
  const goesOn = !hasMark && (lines[line + 1] ?? '').trim() !== ''
  lines.splice(line + 1, hasMark ? 1 : 0, ...(mark ? [`[${mark}]`, ...(goesOn ? [''] : [])] : []))
  return lines.join('\n')
}

/** The last line of each that can be marked. */
function placesIn(typed: string): { line: number; isTable: boolean }[] {
  return parsed(typed, NOTHING_PUT, '').flatMap(({ chunk: { lines, numbers }, blocks }) => {
    const last = numbers.at(-1)!
    return blocks.flatMap(({ kind }, n) => {
      if (kind === 'paragraph' || kind === 'table') return [{ line: last, isTable: kind === 'table' }]
      if (kind !== 'list' || n > 0) return []
      // All lists of the chunk at once.
      const begins = lines.flatMap((line, at) => (POINT.test(line) ? [at] : []))
      return begins.map((_, point) => {
        const until = begins[point + 1] ?? lines.length
        return { line: numbers[lines.findLastIndex((line, at) => at < until && line.trim() !== '')]!, isTable: false }
      })
    })
  })
}
