/** From a source to the blocks that are put in, in the report's language; the same function puts in and looks whether it changed. */
import { words as text } from '@open1325/report-writer'
import type { Tx } from '../../../platform/access.ts'
import type { Words } from '../../../platform/languages.ts'
import type { Made, Source } from '../model.ts'
import { madeOfCommitments } from './commitments.ts'
import { digest } from './digest.ts'
import { madeOfFindings } from './findings.ts'
import { madeOfIndicator } from './indicators.ts'

/** Null where the asker does not see the source (any more). @param origin of this installation, for links */
export async function madeOf(tx: Tx, source: Source, words: Words, origin: string): Promise<Made | null> {
  switch (source.kind) {
    case 'commitment':
      return madeOfCommitments(tx, source.items, words, origin)
    case 'indicator':
      return madeOfIndicator(tx, source, words, origin)
    case 'finding':
      return madeOfFindings(tx, source.instrument, words, origin)
    case 'manual':
      return {
        version: digest([source.words, source.title, source.url]),
        url: source.url,
        blocks: [
          {
            kind: 'paragraph',
            text: [
              text(source.words),
              { kind: 'footnote', text: [text(source.title, source.url ? { href: source.url } : {})] },
            ],
          },
        ],
      }
  }
}
