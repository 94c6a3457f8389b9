/** What happened to a year's recommendations, as it is put into a report: the counts, and every recommendation as a row with its source. */
import { createHash } from 'node:crypto'
import { words as text, type Block, type Inline } from '@open1325/report-writer'
import type { Tx } from '../../../platform/access.ts'
import type { Words } from '../../../platform/languages.ts'
import { paths as ledgerPaths } from '../../ledger/model.ts'
import type { Made } from '../../reports/model.ts'
import { commitmentSources, type SaidNow } from '../../reports/queries/sources.ts'
import { gapOf, VOICES, type Voice } from '../../voices/model.ts'
import { afterwardsInWords, countLines, dateInWords } from '../in-words.ts'
import { countsOf, paths, type Counts } from '../model.ts'
import { lookBack, type LookedBackAt } from '../queries/look-back.ts'
import { yearsOf, type YearChoice } from '../queries/year.ts'

export type { YearChoice }

/** What finds the same recommendations again. */
export interface WhatHappened {
  /** ISO 3166-1 alpha-3. */
  country: string
  /** '2025': of their adoption. */
  year: string
  /** Null: of all bodies. */
  body: string | null
}

/** What can be put in: a body's recommendations of a year, to a country or to any, the latest first. */
export const whatHappenedChoices = (tx: Tx, country: string | null): Promise<YearChoice[]> => yearsOf(tx, country)

/** A recommendation with what each voice says now; what is for its writer's eyes only is left out. */
export type HappenedRow = Omit<LookedBackAt, 'voices'> & { voices: SaidNow[] }

export interface Happened {
  year: string
  rows: HappenedRow[]
  counts: Counts
}

/** The recommendations of a year, or of the last one, as a document may tell of them. Null where the asker sees none. */
export async function whatHappened(
  tx: Tx,
  of: { country: string; year: string | null; body: string | null },
  today: string,
): Promise<Happened | null> {
  const found = await lookBack(tx, of, today)
  if (!found) return null
  const sources = await commitmentSources(
    tx,
    found.rows.map(({ itemId }) => itemId),
  )
  const said = new Map(sources.map(source => [source.itemId, source.said]))
  const rows = found.rows.map((row): HappenedRow => {
    const voices = said.get(row.itemId) ?? []
    return { ...row, voices, gap: gapOf(voices) }
  })
  return { year: found.year, rows, counts: countsOf(rows, today) }
}

/** Null where the asker sees no such recommendation (any more). @param origin for links */
export async function madeOfWhatHappened(tx: Tx, of: WhatHappened, words: Words, origin: string): Promise<Made | null> {
  const happened = await whatHappened(tx, of, new Date().toISOString().slice(0, 10))
  if (!happened) return null
  const { rows, counts } = happened
  const [{ adoptedOn }] = rows as [HappenedRow]
  const told: Block[] = [
    {
      kind: 'paragraph',
      text: [
        text(
          words.t('rec.look-back.lead', {
            count: counts.all,
            country: words.country(of.country),
            by: of.body ?? bodiesOf(rows, words),
            when: of.body && adoptedOn ? dateInWords(adoptedOn, words) : of.year,
          }),
        ),
      ],
    },
    { kind: 'list', ordered: false, items: countLines(counts, words).map(line => [text(line)]) },
  ]
  return {
    version: digestOf(rows),
    url: origin + paths.country(of.country, of),
    blocks: [...told, tableOf(rows, of, words, origin)],
  }
}

const bodiesOf = (rows: readonly HappenedRow[], { t, list }: Words): string =>
  list([...new Set(rows.map(({ issuer }) => issuer ?? t('rec.body.none')))])

/** Nothing in it changes by time alone: a source is marked when somebody said something new, not when a day has passed. */
const digestOf = (rows: readonly HappenedRow[]): string =>
  createHash('sha256')
    .update(
      JSON.stringify(
        rows.map(({ number, text, response, responseOn, voices, afterwards, repeatedBy, laterSet }) => [
          number,
          text,
          response,
          responseOn,
          voices.map(({ voice, status, organisation, asOf, reason }) => [voice, status, organisation, asOf, reason]),
          afterwards,
          repeatedBy.map(({ itemId }) => itemId),
          laterSet?.slug,
        ]),
      ),
    )
    .digest('hex')
    .slice(0, 32)

function tableOf(rows: readonly HappenedRow[], { year, country }: WhatHappened, words: Words, origin: string): Block {
  const { t } = words
  const heard = VOICES.filter(voice => rows.some(({ voices }) => voices.some(word => word.voice === voice)))
  const saidBy = ({ voices }: HappenedRow, voice: Voice): Inline[] => [
    text(
      [...new Set(voices.filter(word => word.voice === voice).map(({ status }) => t(`status.${status}`)))].join(', ') ||
        '–',
    ),
  ]
  return {
    kind: 'table',
    caption: t('rec.look-back.caption', { year, country: words.country(country) }),
    header: [
      t('kind.recommendation'),
      t('rec.answer'),
      ...heard.map(voice => t(`voice.${voice}`)),
      t('reports.gap'),
      t('rec.since'),
    ],
    rows: rows.map(row => [
      wordsOf(row, origin),
      answerOf(row, words),
      ...heard.map(voice => saidBy(row, voice)),
      [text(t(`gap.short.${row.gap}`))],
      [text(afterwardsInWords(row, words))],
    ]),
  }
}

function wordsOf(row: HappenedRow, origin: string): Inline[] {
  const href = origin + ledgerPaths.commitment(row)
  return row.number ? [text(row.number, { href }), text(' '), text(row.text)] : [text(row.text, { href })]
}

function answerOf({ response, responseOn, responseSource, responseUrl }: HappenedRow, words: Words): Inline[] {
  if (!response) return [text(words.t('rec.answer.none'))]
  const when = responseOn ? ` (${dateInWords(responseOn, words)})` : ''
  return [
    text(words.t(`rec.answer.${response}`) + when),
    ...(responseSource
      ? [{ kind: 'footnote' as const, text: [text(responseSource, responseUrl ? { href: responseUrl } : {})] }]
      : []),
  ]
}
