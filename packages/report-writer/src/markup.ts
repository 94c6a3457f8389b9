/**
 * What people type in a plain text area, as blocks. A small part of Markdown: `## heading`, `- point`, `1. point`, `> quote` (its last
 * line `> -- source`), `| a | b |` tables whose first row is the header, `---` for a new page, **strong**, *emphasis*,
 * [words](https://...), ^[footnote]. Beyond Markdown: `[[3]]`, what was put in as number 3, alone on its line or within a sentence; and
 * at a paragraph's end `[source?]`, it states what still needs a source, or `[no source needed]`.
 */
import { plain, words, type Block, type Inline, type Words } from './document.ts'

/** What stands behind `[[3]]`. */
export interface Inserted {
  /** Alone on its line. */
  blocks: Block[]
  /** Within a sentence. */
  line: Inline[]
}

const HEADING = /^(#{1,3})\s+(.+)$/u
const POINT = /^\s*(?:[-*•]|(\d+)[.)])\s+(.+)$/u
const ALONE = /^\[\[(\d{1,9})\]\]$/u
const MARK = /\s*\[(source\?|no source needed)\]\s*$/u

/** Never fails: what is no markup stays as it was typed. `inserted`: null where the number is of nothing; it stays visible. */
export function parseMarkup(typed: string, inserted: (number: number) => Inserted | null = () => null): Block[] {
  return chunksOf(typed).flatMap(lines => blocksOf(lines, inserted))
}

/** Paragraphs apart: lines between empty ones; headings, page breaks and what is put in stand alone. */
function chunksOf(typed: string): string[][] {
  const chunks: string[][] = []
  let open: string[] = []
  let kind = ''
  const close = () => {
    if (open.length) chunks.push(open)
    open = []
  }
  for (const line of typed
    .replaceAll('\r', '')
    .split('\n')
    .map(one => one.trimEnd())) {
    const now = kindOf(line)
    if (now === 'alone' || now === 'empty' || (now !== kind && (now !== 'text' || kind !== 'point'))) close()
    if (now !== 'empty') open.push(line)
    if (now === 'alone') close()
    kind = now
  }
  close()
  return chunks
}

function kindOf(line: string): 'empty' | 'alone' | 'point' | 'quote' | 'row' | 'text' {
  if (!line.trim()) return 'empty'
  if (HEADING.test(line) || /^-{3,}$/u.test(line) || ALONE.test(line.trim())) return 'alone'
  if (POINT.test(line)) return 'point'
  if (line.startsWith('>')) return 'quote'
  return /^\|.*\|$/u.test(line) ? 'row' : 'text'
}

function blocksOf(lines: string[], inserted: (number: number) => Inserted | null): Block[] {
  const [first = ''] = lines
  const line = (text: string) => parseLine(text, inserted)
  const heading = first.match(HEADING)
  if (heading)
    return [{ kind: 'heading', level: Math.max(2, heading[1]!.length) as 2 | 3, text: plain(line(heading[2]!)) }]
  if (/^-{3,}$/u.test(first)) return [{ kind: 'page-break' }]
  const alone = first.trim().match(ALONE)
  const put = alone && inserted(Number(alone[1]))
  if (put) return put.blocks
  switch (kindOf(first)) {
    case 'point':
      return [listOf(lines, line)]
    case 'quote':
      return [quoteOf(lines, line)]
    case 'row':
      return [tableOf(lines, line)]
    default:
      return [paragraphOf(lines.join(' '), line)]
  }
}

type Line = (text: string) => Inline[]

function listOf(lines: string[], line: Line): Block {
  const points: string[] = []
  for (const one of lines) {
    const point = one.match(POINT)
    if (point) points.push(point[2]!)
    else points.push(`${points.pop() ?? ''} ${one.trim()}`.trim())
  }
  return { kind: 'list', ordered: lines[0]!.match(POINT)?.[1] !== undefined, items: points.map(line) }
}

function quoteOf(lines: string[], line: Line): Block {
  const said = lines.map(one => one.replace(/^>\s?/u, ''))
  const source = said.at(-1)?.match(/^(?:--|—)\s*(.+)$/u)?.[1]
  const text = (source ? said.slice(0, -1) : said).join(' ')
  return {
    kind: 'quote',
    text: line(text),
    source: source ? line(source) : null,
    ...(source ? {} : { lacksSource: true }),
  }
}

function tableOf(lines: string[], line: Line): Block {
  const rows = lines
    .map(one =>
      one
        .slice(1, -1)
        .split(/(?<!\\)\|/u)
        .map(cell => cell.trim().replaceAll('\\|', '|')),
    )
    .filter(row => !row.every(cell => /^:?-+:?$/u.test(cell)))
  const [header = [], ...body] = rows
  return {
    kind: 'table',
    caption: null,
    header: header.map(cell => plain(line(cell))),
    rows: body.map(row => header.map((_, n) => line(row[n] ?? ''))),
  }
}

function paragraphOf(typed: string, line: Line): Block {
  const mark = typed.match(MARK)?.[1]
  const text = line(typed.replace(MARK, ''))
  const lacksSource = mark === 'source?' || (mark === undefined && statesFigures(text) && !hasSource(text))
  return { kind: 'paragraph', text, ...(lacksSource ? { lacksSource } : {}) }
}

/** A share, or a number that is no year and no resolution's: something that can be disputed. */
const statesFigures = (line: Inline[]): boolean =>
  /\d\s*(?:%|٪|per cent|pour cent)|[٠-٩]+\s*(?:%|٪)|(?<![\d/().-])(?!(?:19|20)\d\d\b|1325\b|1820\b|1888\b|1889\b|1960\b)\d{2,}(?![\d/.-]*\d)/u.test(
    plain(line),
  )

const hasSource = (line: Inline[]): boolean => line.some(one => one.kind === 'footnote' || one.href !== undefined)

const TOKEN =
  /\[\[(?<put>\d{1,9})\]\]|\^\[(?<note>(?:[^[\]]|\[[^\]]*\](?:\((?:[^()]|\([^()]*\))*\))?)+)\]|\[(?<words>[^\]]+)\]\((?<href>(?:https?:\/\/|mailto:)(?:[^\s()]|\([^\s()]*\))+)\)|\*\*(?<strong>[^*]+)\*\*|\*(?<emphasis>[^*\s][^*]*)\*/gu

/** One line's words. */
export function parseLine(typed: string, inserted: (number: number) => Inserted | null = () => null): Inline[] {
  const line: Inline[] = []
  let from = 0
  const take = (text: string) => text && line.push(words(text))
  for (const match of typed.matchAll(TOKEN)) {
    const { put, note, words: linked, href, strong, emphasis } = match.groups!
    const found = put === undefined ? null : inserted(Number(put))
    if (put !== undefined && !found) continue
    take(typed.slice(from, match.index))
    from = match.index + match[0].length
    if (found) line.push(...found.line)
    else if (note !== undefined)
      line.push({ kind: 'footnote', text: parseLine(note).filter((one): one is Words => one.kind === 'words') })
    else if (href !== undefined) line.push(words(linked!, { href }))
    else if (strong !== undefined) line.push(words(strong, { strong: true }))
    else line.push(words(emphasis!, { emphasis: true }))
  }
  take(typed.slice(from))
  return line
}

/** The numbers of what was put into a text, each once. */
export const insertedIn = (typed: string): number[] => [
  ...new Set([...typed.matchAll(/\[\[(\d{1,9})\]\]/gu)].map(match => Number(match[1]))),
]

/** The text with the mark of its n-th paragraph (from 0, of those that parseMarkup gives as paragraphs) set to another. */
export function markParagraph(typed: string, nth: number, mark: 'source?' | 'no source needed' | null): string {
  let seen = -1
  const chunks = typed.replaceAll('\r', '').split(/(\n\s*\n)/u)
  return chunks
    .map(chunk => {
      const isParagraph = chunk.trim() !== '' && parseMarkup(chunk).every(({ kind }) => kind === 'paragraph')
      if (!isParagraph || ++seen !== nth) return chunk
      const bare = chunk.replace(MARK, '').trimEnd()
      return mark ? `${bare} [${mark}]` : bare
    })
    .join('')
}
