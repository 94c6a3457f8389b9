/**
 * Words of a section while it is typed, by the same parts as the procedures' package counts. Small enough for a browser: what is put in
 * comes as numbers, not as text. Pure.
 */
import { wordsIn } from '@open1325/procedures/words'
import { parseMarkup } from '@open1325/report-writer/markup'
import {
  footnoteNumbers,
  linesOf,
  words,
  type Block,
  type Footnote,
  type Inline,
} from '@open1325/report-writer/document'

export interface Words {
  text: number
  tables: number
  footnotes: number
}

/** What stands for `[[3]]`: alone on its line, and within a sentence. */
export interface PutWords {
  alone: Words
  line: Words
}

/** Two signs of Unicode's private area hold the place of what is put in. */
const [ALONE, WITHIN] = ['\u{e000}', '\u{e001}']

export function wordsTyped(typed: string, put: (number: number) => PutWords | null): Words {
  const sum: Words = { text: 0, tables: 0, footnotes: 0 }
  const add = (more: Words | undefined) => {
    for (const part of ['text', 'tables', 'footnotes'] as const) sum[part] += more?.[part] ?? 0
  }
  const bare = (text: string): string =>
    text
      .replace(/\u{e000}(\d+)\u{e000}/gu, (_, number: string) => (add(put(Number(number))?.alone), ''))
      .replace(/\u{e001}(\d+)\u{e001}/gu, (_, number: string) => (add(put(Number(number))?.line), ''))
  const blocks = parseMarkup(typed, number =>
    put(number)
      ? {
          blocks: [{ kind: 'paragraph', text: [words(`${ALONE}${number}${ALONE}`)] }],
          line: [words(`${WITHIN}${number}${WITHIN}`)],
        }
      : null,
  )
  const { mark } = footnoteNumbers()
  for (const block of blocks) add(wordsOfBlock(block, bare, note => mark(note).nth === 1))
  return sum
}

/** A block's words: those of tables and footnotes apart. @param isNew whether a footnote was not counted at another mark */
export function wordsOfBlock(
  block: Block,
  bare: (text: string) => string = text => text,
  isNew: (note: Footnote) => boolean = () => true,
): Words {
  const isTable = block.kind === 'table' || block.kind === 'figure'
  const found: Words = { text: 0, tables: 0, footnotes: 0 }
  for (const line of linesOf(block)) {
    found[isTable ? 'tables' : 'text'] += wordsIn(bare(textOfLine(line)))
    for (const one of line)
      if (one.kind === 'footnote' && isNew(one)) found.footnotes += wordsIn(bare(textOfLine(one.text)))
  }
  return found
}

const textOfLine = (line: readonly Inline[]): string => line.map(one => (one.kind === 'words' ? one.text : '')).join('')

/** What the page tells its island. */
export interface LiveData {
  puts: Record<number, PutWords>
  /** What counts of everything but this section. */
  rest: number
  /** Which parts the body counts; the text always. */
  counts: { tables: boolean; footnotes: boolean }
}

/** What counts against the limit. */
export const countedOf = ({ text, tables, footnotes }: Words, counts: LiveData['counts']): number =>
  text + (counts.tables ? tables : 0) + (counts.footnotes ? footnotes : 0)
