/** Instruments of rows on the desk: the list of them, and the form of one's facts. */
import { randomUUID } from 'node:crypto'
import type { Ctx, FormErrors } from '../../../platform/http.ts'
import { countryChoices } from '../../../ui/countries.ts'
import { ErrorSummary, SelectField, TextField } from '../../../ui/form.tsx'
import { Page } from '../../../ui/page.tsx'
import { useWords } from '../../../ui/words.tsx'
import { paths, ROW_INSTRUMENT_KINDS } from '../model.ts'
import { instrumentKicker } from '../public/instrument-page.tsx'
import type { RowInstrument } from '../queries/instrument.ts'
import { DOCUMENT_LANGUAGES } from '../offers/typed.ts'

/** A form as it came back. */
export interface Typed {
  typed: Record<string, string>
  errors: FormErrors | null
  /** What stands now, where somebody changed it meanwhile. */
  now?: string
}

const NEW = `${paths.desk}/instruments/new`

export function InstrumentsPage({
  c,
  instruments,
  mayAdd,
}: {
  c: Ctx
  instruments: (RowInstrument & { rows: number })[]
  mayAdd: boolean
}) {
  const words = c.get('words')
  const { t } = words
  return (
    <Page c={c} title={t('instruments.title')} current="nav.desk-ledger">
      <p class="kicker">
        <a href={paths.desk}>{t('ledger.desk.title')}</a>
      </p>
      <h1>{t('instruments.title')}</h1>
      <p class="lead">{t('instruments.lead')}</p>
      {instruments.length === 0 && <p class="empty">{t('instruments.none')}</p>}
      <ul class="rows">
        {instruments.map(one => (
          <li key={one.id}>
            <a href={paths.deskInstrument(one.slug)}>
              <bdi lang={one.languages[0]}>{one.title}</bdi>
            </a>{' '}
            <span class="tag">{t(one.publishedAt ? 'desk.public' : 'desk.draft')}</span>
            <p class="soft small">
              {instrumentKicker(one, words)} · {t('count.commitment', { count: one.rows })}
            </p>
          </li>
        ))}
      </ul>
      {mayAdd && (
        <p class="actions">
          <a class="button" href={NEW}>
            {t('instruments.new')}
          </a>
        </p>
      )}
    </Page>
  )
}

export function NewInstrumentPage({ c, form }: { c: Ctx; form: Typed | null }) {
  const { t } = c.get('words')
  return (
    <Page c={c} title={t('instruments.new')} current="nav.desk-ledger">
      <p class="kicker">
        <a href={`${paths.desk}/instruments`}>{t('instruments.title')}</a>
      </p>
      <h1>{t('instruments.new')}</h1>
      <p class="lead">{t('instruments.lead')}</p>
      <FactsForm action={`${paths.desk}/instruments`} form={form ?? { typed: { id: randomUUID() }, errors: null }} />
    </Page>
  )
}

export function FactsForm({ action, form: { typed, errors, now } }: { action: string; form: Typed }) {
  const words = useWords()
  const { t, language } = words
  const field = (name: string, label: string) => ({ name, label, errors, value: typed[name] ?? '' })
  return (
    <form class="form" method="post" action={action}>
      <ErrorSummary errors={errors} />
      {now !== undefined && (
        <p class="warning" role="alert">
          {t('instruments.conflict', { now })}
        </p>
      )}
      <input type="hidden" name="id" value={typed.id} />
      {typed.version && <input type="hidden" name="version" value={typed.version} />}
      <SelectField
        {...field('kind', t('instruments.kind'))}
        choices={ROW_INSTRUMENT_KINDS.map(kind => ({ value: kind, label: t(`plan.kind.${kind}`) }))}
      />
      <TextField {...field('title', t('instruments.name'))} required maxlength={500} dir="auto" />
      <TextField {...field('issuer', t('instruments.issuer'))} maxlength={300} dir="auto" />
      <SelectField
        {...field('country', t('instruments.country'))}
        choices={countryChoices(words, 'facts.country.none')}
      />
      <TextField
        {...field('adoptedOn', t('instruments.date'))}
        hint={t('instruments.date.hint')}
        maxlength={10}
        dir="ltr"
      />
      <SelectField
        {...field('language', t('instruments.language'))}
        choices={DOCUMENT_LANGUAGES.map(code => ({ value: code, label: language(code) }))}
      />
      <TextField
        {...field('sourceUrl', t('instruments.source'))}
        hint={t('instruments.source.hint')}
        type="url"
        maxlength={2000}
        dir="ltr"
      />
      <button>{t('form.save')}</button>
    </form>
  )
}

export const typedOf = (one: RowInstrument): Record<string, string> => ({
  id: one.id,
  version: String(one.version),
  kind: one.kind,
  title: one.title,
  issuer: one.issuer ?? '',
  country: one.country ?? '',
  adoptedOn: one.adoptedOn ?? '',
  language: one.languages[0] ?? '',
  sourceUrl: one.sourceUrl ?? '',
})
