/** An instrument that is made of rows: who promised or asked for what, and what became of it. */
import type { Ctx } from '../../../platform/http.ts'
import type { Words } from '../../../platform/languages.ts'
import { Page } from '../../../ui/page.tsx'
import { useWords } from '../../../ui/words.tsx'
import { CommitmentRows } from '../commitment-rows.tsx'
import { NO_FILTER } from '../filter.ts'
import type { RowInstrument } from '../queries/instrument.ts'
import type { Listed } from '../queries/list.ts'
import { Downloads } from './list-page.tsx'

export interface InstrumentPageProps {
  c: Ctx
  instrument: RowInstrument
  commitments: Listed[]
}

export function InstrumentPage({ c, instrument, commitments }: InstrumentPageProps) {
  const words = c.get('words')
  const { t } = words
  return (
    <Page c={c} title={instrument.title} current="nav.ledger">
      <DraftNote instrument={instrument} />
      <p class="kicker">{instrumentKicker(instrument, words)}</p>
      <h1 class="long" lang={instrument.languages[0]} dir="auto">
        {instrument.title}
      </h1>
      <InstrumentFacts instrument={instrument} />
      {commitments.length === 0 ? (
        <p class="empty">{t('instrument.empty')}</p>
      ) : (
        <>
          <p class="soft">{t('count.commitment', { count: commitments.length })}</p>
          <CommitmentRows commitments={commitments} searched={null} ofOne />
          <Downloads filter={{ ...NO_FILTER, instrument: instrument.slug }} />
        </>
      )}
    </Page>
  )
}

/** 'Norway · Pledges' */
export const instrumentKicker = (
  { country, issuer, kind }: Pick<RowInstrument, 'country' | 'issuer' | 'kind'>,
  { t, country: nameOf }: Words,
): string => [country ? nameOf(country) : issuer, t(`plan.kind.${kind}`)].filter(Boolean).join(' · ')

/** For the members who see it before the public does. */
export function DraftNote({ instrument }: { instrument: RowInstrument }) {
  const { t } = useWords()
  return instrument.publishedAt ? null : <p class="warning preview">{t('instrument.preview')}</p>
}

export function InstrumentFacts({ instrument }: { instrument: RowInstrument }) {
  const { t, date } = useWords()
  const { issuer, country, adoptedOn, sourceUrl, organisation } = instrument
  const when = adoptedOn && (adoptedOn.length === 10 ? date(adoptedOn) : adoptedOn)
  return (
    <p class="facts">
      {country && issuer && [<bdi>{issuer}</bdi>, ' · ']}
      {when && [t('instrument.adopted', { date: when }), ' · ']}
      {sourceUrl && [
        <a href={sourceUrl} rel="noreferrer external">
          {t('instrument.source')}
        </a>,
        ' · ',
      ]}
      {t('instrument.entered', { organisation: organisation ?? '' })}
    </p>
  )
}
