/** A commitment of an instrument that is made of rows: its words, what is stated about it, what the voices say. */
import { FIELD_NAMES, type Field, type FieldName } from '@open1325/reader'
import type { Ctx } from '../../../platform/http.ts'
import { Page } from '../../../ui/page.tsx'
import { useWords } from '../../../ui/words.tsx'
import type { Recommendation } from '../../recommendations/model.ts'
import { RecommendationSection } from '../../recommendations/offers/section.tsx'
import type { Voices } from '../../voices/offers/load.ts'
import { VoicesSection } from '../../voices/offers/section.tsx'
import { AttachedSection, type Attached } from '../../evidence/offers/attached.tsx'
import { Links } from '../offers/links.tsx'
import { paths } from '../model.ts'
import type { Linked, RowInstrument, RowItem } from '../queries/instrument.ts'
import { DraftNote, InstrumentFacts, instrumentKicker } from './instrument-page.tsx'

export interface CommitmentPageProps {
  c: Ctx
  instrument: RowInstrument
  item: RowItem
  links: Linked[]
  voices: Voices | null
  /** Null where it is no recommendation. */
  recommendation: Recommendation | null
  attached: Attached
}

export function CommitmentPage({ c, instrument, item, links, voices, attached, recommendation }: CommitmentPageProps) {
  const words = c.get('words')
  const { t } = words
  const lang = instrument.languages[0]
  const name = [t(`kind.${item.kind}`), item.number].filter(Boolean).join(' ')
  return (
    <Page c={c} title={`${name}${words.colon}${item.text.slice(0, 80)}`} current="nav.ledger">
      <DraftNote instrument={instrument} />
      <p class="kicker">{instrumentKicker(instrument, words)}</p>
      <nav class="breadcrumbs" aria-label={t('commitment.where')}>
        <ol>
          <li>
            <a href={paths.list}>{t('nav.ledger')}</a>
          </li>
          <li>
            <a href={paths.instrument(instrument.slug)} lang={lang} dir="auto">
              {instrument.title}
            </a>
          </li>
        </ol>
      </nav>
      <p class="kind item-kind">{name}</p>
      <h1 class="item-text" lang={lang} dir="auto">
        {item.text}
      </h1>
      <Cites item={item} />
      <Stated fields={item.fields} lang={lang} />
      {recommendation && <RecommendationSection row={recommendation} />}
      {voices && <VoicesSection voices={voices} />}
      <AttachedSection attached={attached} />
      <Links links={links} />
      <InstrumentFacts instrument={instrument} />
    </Page>
  )
}

/** Where the words stand; of what nobody read from a page, that it was entered. */
function Cites({ item: { cites } }: { item: RowItem }) {
  const { t } = useWords()
  if (!cites.length) return <p class="soft small">{t('commitment.entered')}</p>
  return (
    <>
      {cites.map((cite, n) => (
        <blockquote key={n} dir="auto">
          {cite.quote}
        </blockquote>
      ))}
    </>
  )
}

function Stated({ fields, lang }: { fields: RowItem['fields']; lang: string | undefined }) {
  const { t } = useWords()
  const stated = FIELD_NAMES.flatMap((name): [FieldName, Field][] => (fields[name] ? [[name, fields[name]]] : []))
  if (!stated.length) return null
  return (
    <section>
      <h2>{t('commitment.stated')}</h2>
      <dl class="fields">
        {stated.map(([name, { text }]) => (
          <div key={name}>
            <dt>{t(`field.${name}`)}</dt>
            <dd>
              <p lang={lang} dir="auto">
                {text}
              </p>
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
