/** What stands in a report and the public does not see: whoever gets the files reads it all the same. Pure. */
import { insertedIn, linesOf, plain, textOf, type Block, type Inline } from '@open1325/report-writer'
import { insertedOf, rangeOf, type Assembled } from './document.ts'
import type { Put, Section, Standing } from './model.ts'

export interface OwnWords {
  /** Of what was put in. */
  number: number
  /** Of its source, when it was put in. */
  version: string
  /** The beginning of what it says. */
  text: string
  /** 'own': the public does not see it; 'changed': nor does the organisation any more, since the source says something else now. */
  is: 'own' | 'changed'
  /** Which sections it stands in, and which blocks of the document it is there; of one within a sentence, the sentence's. */
  places: { section: number; blocks: number[] }[]
}

interface Looked {
  sections: readonly Section[]
  puts: readonly Put[]
  assembled: Assembled
  standing: ReadonlyMap<number, Standing>
}

/** @param seen of each number the version of its source that the public sees; null or none: it sees nothing of it */
export function ownWordsIn(
  { sections, puts, assembled, standing }: Looked,
  seen: ReadonlyMap<number, string | null>,
): OwnWords[] {
  return puts.flatMap(put => {
    const { number, sourceVersion: version, blocks } = put
    if (seen.get(number) === version) return []
    const line = insertedOf([put])(number)!.line
    const places = sections.flatMap(({ text }, n) =>
      insertedIn(text).includes(number) ? [{ section: n, blocks: blocksOf(assembled, n, number, line) }] : [],
    )
    if (!places.length) return []
    const is = seen.get(number) && standing.get(number) !== 'same' ? 'changed' : 'own'
    return [{ number, version, text: beginning(textOf(blocks)), is, places }]
  })
}

function blocksOf(assembled: Assembled, section: number, number: number, line: Inline[]): number[] {
  const { from, to } = rangeOf(assembled, section)
  const words = wordsOf(line)
  const isHere = (block: Block): boolean =>
    ('claim' in block && block.claim === String(number)) ||
    (words !== '' && linesOf(block).some(one => wordsOf(one).includes(words)))
  const all = Array.from({ length: to - from }, (_, i) => from + i)
  const found = all.filter(n => isHere(assembled.document.blocks[n]!))
  return found.length > 0 ? found : all.slice(0, 1)
}

const wordsOf = (line: readonly Inline[]): string => plain(line.filter(({ kind }) => kind === 'words')).trim()

const LONGEST = 90
export const beginning = (text: string): string => {
  const line = text.trim().split('\n')[0]!.replace(/\s+/gu, ' ')
  return line.length > LONGEST ? `${line.slice(0, LONGEST).replace(/\s+\S*$/u, '')} …` : line
}
