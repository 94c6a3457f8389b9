/** An instrument of rows on the desk: its rows, each of them changed on a page of its own; put before the public, removed. */
import { randomUUID } from 'node:crypto'
import type { Ctx } from '../../../platform/http.ts'
import { ErrorSummary, LongTextField, TextField } from '../../../ui/form.tsx'
import { Page } from '../../../ui/page.tsx'
import { useWords } from '../../../ui/words.tsx'
import { CommitmentRows } from '../commitment-rows.tsx'
import { paths as evidencePaths } from '../../evidence/model.ts'
import { paths } from '../model.ts'
import { instrumentKicker } from '../public/instrument-page.tsx'
import type { RowInstrument, RowItem } from '../queries/instrument.ts'
import type { Listed } from '../queries/list.ts'
import { FactsForm, typedOf, type Typed } from './facts-pages.tsx'

interface InstrumentDeskProps {
  c: Ctx
  instrument: RowInstrument
  commitments: Listed[]
  may: { change: boolean; publish: boolean }
  everPublic: boolean
  facts: Typed | null
  row: Typed | null
}

const DONE = ['added', 'saved', 'row', 'removed', 'published', 'taken-back'] as const

export function InstrumentDeskPage({ c, instrument, commitments, may, everPublic, facts, row }: InstrumentDeskProps) {
  const words = c.get('words')
  const { t } = words
  const here = paths.deskInstrument(instrument.slug)
  const done = DONE.find(one => one === c.req.query('done'))
  return (
    <Page c={c} title={instrument.title} current="nav.desk-ledger" notice={done ? t(`instruments.done.${done}`) : null}>
      <p class="kicker">
        <a href={`${paths.desk}/instruments`}>{t('instruments.title')}</a> · {instrumentKicker(instrument, words)}
      </p>
      <h1 class="long" lang={instrument.languages[0]} dir="auto">
        {instrument.title}
      </h1>
      <p>
        <span class="tag">{t(instrument.publishedAt ? 'desk.public' : 'desk.draft')}</span>{' '}
        <a href={paths.instrument(instrument.slug)}>{t('instruments.public-page')}</a>
      </p>
      <section aria-labelledby="rows">
        <h2 id="rows">{t('instruments.rows')}</h2>
        {commitments.length === 0 && <p class="empty">{t('instrument.empty')}</p>}
        <CommitmentRows
          commitments={commitments}
          searched={null}
          ofOne
          after={one =>
            may.change && [
              ' · ',
              <a
                href={`${here}/rows/${one.ref}`}
                aria-label={`${t('instruments.row.edit')}${words.colon}${one.text.slice(0, 60)}`}
              >
                {t('instruments.row.edit')}
              </a>,
            ]
          }
        />
      </section>
      {may.change && (
        <>
          <section aria-labelledby="add">
            <h2 id="add">{t('instruments.row.add')}</h2>
            <RowForm
              action={`${here}/rows`}
              form={row ?? { typed: { id: randomUUID() }, errors: null }}
              lang={instrument.languages[0]}
            />
          </section>
          <section aria-labelledby="facts">
            <h2 id="facts">{t('instruments.facts')}</h2>
            <details open={facts !== null}>
              <summary>{t('facts.open')}</summary>
              <FactsForm action={`${here}/facts`} form={facts ?? { typed: typedOf(instrument), errors: null }} />
            </details>
          </section>
        </>
      )}
      {may.publish && <Publishing here={here} {...{ instrument, commitments }} />}
      {may.change && !everPublic && (
        <section aria-labelledby="remove">
          <h2 id="remove">{t('instruments.remove')}</h2>
          <details>
            <summary>{t('remove.open')}</summary>
            <form method="post" action={`${here}/remove`}>
              <p>{t('instruments.remove.lead')}</p>
              <button class="danger">{t('instruments.remove')}</button>
            </form>
          </details>
        </section>
      )}
    </Page>
  )
}

function Publishing({
  here,
  instrument,
  commitments,
}: Pick<InstrumentDeskProps, 'instrument' | 'commitments'> & { here: string }) {
  const { t } = useWords()
  return (
    <section aria-labelledby="publish">
      <h2 id="publish">{t('instruments.publish')}</h2>
      {instrument.publishedAt ? (
        <form method="post" action={`${here}/take-back`}>
          <button class="danger">{t('instruments.take-back')}</button>
        </form>
      ) : commitments.length === 0 ? (
        <p class="soft">{t('instruments.publish.none')}</p>
      ) : (
        <form method="post" action={`${here}/publish`}>
          <p class="prose">{t('instruments.publish.lead', { count: commitments.length })}</p>
          <button>{t('instruments.publish')}</button>
        </form>
      )}
    </section>
  )
}

function RowForm({
  action,
  form: { typed, errors, now },
  lang,
}: {
  action: string
  form: Typed
  lang: string | undefined
}) {
  const { t } = useWords()
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
      <TextField {...field('number', t('instruments.row.number'))} maxlength={60} dir="auto" />
      <LongTextField
        {...field('text', t('instruments.row.text'))}
        rows={5}
        required
        dir="auto"
        {...(lang && { lang })}
      />
      <TextField {...field('responsible', t('bulk.responsible'))} maxlength={2000} dir="auto" />
      <TextField
        {...field('timeframe', t('instruments.row.due'))}
        hint={t('bulk.due.end.hint')}
        maxlength={10}
        dir="ltr"
      />
      <button>{t('form.save')}</button>
    </form>
  )
}

export const typedRow = (item: RowItem): Record<string, string> => ({
  id: item.id,
  version: String(item.version),
  number: item.number ?? '',
  text: item.text,
  responsible: item.fields.responsible?.text ?? '',
  timeframe: (item.fields.timeframe?.value as { end?: string } | undefined)?.end ?? '',
})

export function RowPage({
  c,
  instrument,
  item,
  form,
}: {
  c: Ctx
  instrument: RowInstrument
  item: RowItem
  form: Typed | null
}) {
  const { t } = c.get('words')
  const here = `${paths.deskInstrument(instrument.slug)}/rows/${item.ref}`
  return (
    <Page c={c} title={t('instruments.row.title')} current="nav.desk-ledger">
      <p class="kicker">
        <a href={paths.deskInstrument(instrument.slug)}>
          <bdi lang={instrument.languages[0]}>{instrument.title}</bdi>
        </a>
      </p>
      <h1>{t('instruments.row.title')}</h1>
      <RowForm action={here} form={form ?? { typed: typedRow(item), errors: null }} lang={instrument.languages[0]} />
      <p class="actions">
        <a href={evidencePaths.attach(item.id)}>{t('attach.open')}</a>
      </p>
      <section aria-labelledby="remove">
        <h2 id="remove">{t('instruments.row.remove')}</h2>
        <details>
          <summary>{t('remove.open')}</summary>
          <form method="post" action={`${here}/remove`}>
            <p>{t('instruments.row.remove.lead')}</p>
            <input type="hidden" name="version" value={item.version} />
            <button class="danger">{t('instruments.row.remove')}</button>
          </form>
        </details>
      </section>
    </Page>
  )
}
