/** Commitments as they are put into a report: one with its words and what each voice says, several as a table. */
import { labelled, words as text, type Block, type Inline } from '@open1325/report-writer'
import type { Tx } from '../../../platform/access.ts'
import type { Words } from '../../../platform/languages.ts'
import { paths } from '../../ledger/model.ts'
import { gapOf, VOICES, type Voice } from '../../voices/model.ts'
import type { Made } from '../model.ts'
import { commitmentSources, type CommitmentSource } from '../queries/sources.ts'
import { digest } from './digest.ts'

export async function madeOfCommitments(tx: Tx, items: string[], t: Words, origin: string): Promise<Made | null> {
  const sources = await commitmentSources(tx, items)
  const [first] = sources
  if (!first || sources.length < items.length) return null
  const version = digest(
    sources.map(({ text, number, said }) => [
      text,
      number,
      said.map(({ voice, status, organisation, asOf, reason, source }) => [
        voice,
        status,
        organisation,
        asOf,
        reason,
        source,
      ]),
    ]),
  )
  const url = origin + (sources.length === 1 ? paths.commitment(first) : paths.instrument(first.slug))
  return { version, url, blocks: sources.length === 1 ? oneCommitment(first, t, url) : [tableOf(sources, t, origin)] }
}

/** '3.1, page 12 of the plan', with a link. */
const placeOf = ({ title, number, cites }: CommitmentSource, t: Words, url: string): Inline[] => [
  text(
    [title, number, cites[0]?.page ? t.t('reports.page-n', { page: String(cites[0].page) }) : null]
      .filter(Boolean)
      .join(', '),
    {
      href: url,
    },
  ),
]

function oneCommitment(source: CommitmentSource, t: Words, url: string): Block[] {
  const quote: Block = {
    kind: 'quote',
    text: [text(source.text)],
    source: placeOf(source, t, url),
    ...(source.language ? { language: source.language } : {}),
  }
  const said = source.said.map((word): Inline[] => {
    const { status, asOf, reason, source: from } = word
    const { speaker, saysFrom } = speakerOf(word, t)
    return [
      text(`${labelled(speaker, t.writes)} `, { strong: true }),
      text(`${t.t(`status.${status}`)}, ${t.date(asOf)}.`),
      ...(reason ? [text(` ${reason}`)] : []),
      ...(from && !saysFrom ? [{ kind: 'footnote' as const, text: [text(from)] }] : []),
    ]
  })
  return [
    quote,
    ...(said.length ? [{ kind: 'list' as const, ordered: false, items: said }] : []),
    { kind: 'paragraph', text: [text(t.t(`gap.${gapOf(source.said)}`))] },
  ]
}

/** A longer source stands at the foot of the page. */
const LONGEST_SOURCE = 80

/** Whose word it is; where an organisation quotes another voice, that it is the organisation's record of it, and from what. */
function speakerOf(
  { voice, organisation, isOwn, source }: CommitmentSource['said'][number],
  { t }: Words,
): { speaker: string; saysFrom: boolean } {
  const name = t(`voice.${voice}`)
  if (!organisation) return { speaker: name, saysFrom: false }
  if (isOwn) return { speaker: `${name} (${organisation})`, saysFrom: false }
  if (!source || source.length > LONGEST_SOURCE)
    return { speaker: t('reports.said.quoted', { voice: name, organisation }), saysFrom: false }
  return { speaker: t('reports.said.quoted-from', { voice: name, organisation, source }), saysFrom: true }
}

function tableOf(sources: CommitmentSource[], t: Words, origin: string): Block {
  const heard = VOICES.filter(voice => sources.some(({ said }) => said.some(word => word.voice === voice)))
  const cell = ({ said }: CommitmentSource, voice: Voice): Inline[] => [
    text(
      [...new Set(said.filter(word => word.voice === voice).map(word => t.t(`status.${word.status}`)))].join(', ') ||
        '–',
    ),
  ]
  const titles = [...new Set(sources.map(({ title }) => title))]
  return {
    kind: 'table',
    caption: t.t('reports.commitments.caption', { count: sources.length, plans: titles.join('; ') }),
    header: [t.t('reports.commitment'), ...heard.map(voice => t.t(`voice.${voice}`)), t.t('reports.gap')],
    rows: sources.map(source => [
      [
        ...(source.number ? [text(source.number, { href: origin + paths.commitment(source) }), text(' ')] : []),
        text(source.text, source.number ? {} : { href: origin + paths.commitment(source) }),
      ],
      ...heard.map(voice => cell(source, voice)),
      [text(t.t(`gap.short.${gapOf(source.said)}`))],
    ]),
  }
}
