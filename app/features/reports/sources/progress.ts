/** Where an instrument's commitments stand, as it is put into a report: how many each voice says are done, under way and so on; no score. */
import { words as text, type Block } from '@open1325/report-writer'
import type { Tx } from '../../../platform/access.ts'
import type { Words } from '../../../platform/languages.ts'
import { paths } from '../../ledger/model.ts'
import { GAPS, gapOf, STATUSES, VOICES } from '../../voices/model.ts'
import type { Made } from '../model.ts'
import { commitmentSources, itemsOfInstrument } from '../queries/sources.ts'
import { digest } from './digest.ts'

export async function madeOfProgress(tx: Tx, instrument: string, words: Words, origin: string): Promise<Made | null> {
  const sources = await commitmentSources(tx, await itemsOfInstrument(tx, instrument))
  const [first] = sources
  const heard = VOICES.filter(voice => sources.some(({ said }) => said.some(word => word.voice === voice)))
  if (!first || !heard.length) return null
  const { t, number, date } = words
  const of = sources.length
  const rows = STATUSES.map(status => ({
    name: t(`status.${status}`),
    counts: heard.map(
      voice => sources.filter(({ said }) => said.some(word => word.voice === voice && word.status === status)).length,
    ),
  })).filter(({ counts }) => counts.some(count => count > 0))
  const unheard = heard.map(voice => sources.filter(({ said }) => !said.some(word => word.voice === voice)).length)
  const gaps = GAPS.map(gap => ({ gap, count: sources.filter(({ said }) => gapOf(said) === gap).length }))
  const last = sources
    .flatMap(({ said }) => said.map(({ asOf }) => asOf))
    .toSorted()
    .at(-1)!
  const blocks: Block[] = [
    {
      kind: 'table',
      caption: t('reports.progress.caption', { plan: first.title, count: of, date: date(last) }),
      header: [t('reports.progress.status'), ...heard.map(voice => t(`voice.${voice}`))],
      rows: [...rows, { name: t('reports.progress.unheard'), counts: unheard }].map(({ name, counts }) => [
        [text(name)],
        ...counts.map(count => [text(number(count))]),
      ]),
    },
    {
      kind: 'list',
      ordered: false,
      items: gaps
        .filter(({ count }) => count > 0)
        .map(({ gap, count }) => [text(t('reports.progress.gap', { gap: t(`gap.${gap}`), count, of }))]),
    },
  ]
  return {
    version: digest(
      sources.map(({ itemId, said }) => [itemId, said.map(({ voice, status, asOf }) => [voice, status, asOf])]),
    ),
    url: origin + paths.instrument(first.slug),
    blocks,
  }
}
