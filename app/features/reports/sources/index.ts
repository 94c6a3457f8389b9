/** From a source to the blocks that are put in, in the report's language; the same function puts in and looks whether it changed. */
import { words as text } from '@open1325/report-writer'
import type { Tx } from '../../../platform/access.ts'
import type { Words } from '../../../platform/languages.ts'
import { madeOfWhatHappened } from '../../recommendations/offers/what-happened.ts'
import { silentBlocks } from '../../statements/offers/silent.ts'
import type { Made, Source } from '../model.ts'
import { madeOfAnswers } from './answers.ts'
import { madeOfCommitments } from './commitments.ts'
import { digest } from './digest.ts'
import { madeOfFindings } from './findings.ts'
import { madeOfIndicator } from './indicators.ts'
import { madeOfProgress } from './progress.ts'

/** Null where the asker does not see the source (any more). @param origin of this installation, for links */
export async function madeOf(tx: Tx, source: Source, words: Words, origin: string): Promise<Made | null> {
  switch (source.kind) {
    case 'commitment':
      return madeOfCommitments(tx, source.items, words, origin)
    case 'indicator':
      return madeOfIndicator(tx, source, words, origin)
    case 'finding':
      return madeOfFindings(tx, source.instrument, words, origin)
    case 'assessment':
      return madeOfProgress(tx, source.instrument, words, origin)
    case 'answer':
      return madeOfAnswers(tx, source, words, origin)
    case 'recommendation':
      return madeOfWhatHappened(tx, source, words, origin)
    case 'silence': {
      const made = await silentBlocks(tx, source.of, { organisationId: source.organisation, words, origin })
      return made && { ...made, url: null }
    }
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
