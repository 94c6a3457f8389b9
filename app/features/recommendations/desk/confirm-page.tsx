/** The rows that a text came apart into: a person says which of them are recommendations, mends them, joins and parts them. */
import type { Ctx } from '../../../platform/http.ts'
import { ErrorSummary } from '../../../ui/form.tsx'
import { Page } from '../../../ui/page.tsx'
import { useWords } from '../../../ui/words.tsx'
import { paths } from '../model.ts'
import type { RecommendationSet } from '../queries/sets.ts'
import { FactsFields, ForAllFields, type Typed } from './facts-fields.tsx'
import { MOST_ROWS, type TakenRow } from './taken.ts'

interface ConfirmPageProps {
  c: Ctx
  rows: TakenRow[]
  form: Typed
  /** The set that they are added to; null: a new one. */
  set: RecommendationSet | null
  /** There were more rows than are taken in at once. */
  isCut: boolean
}

export function ConfirmPage({ c, rows, form, set, isCut }: ConfirmPageProps) {
  const { t, number } = c.get('words')
  const lang = set?.languages[0] ?? form.typed.language
  const ticked = rows.filter(({ keep }) => keep).length
  const hasFactErrors = Object.keys(form.errors?.fields ?? {}).some(name => name in EMPTY_FACTS)
  return (
    <Page c={c} title={t('rec.confirm')} current="nav.desk-recommendations">
      <p class="kicker">
        <a href={paths.desk}>{t('rec.title')}</a>
      </p>
      <h1>{t('rec.confirm')}</h1>
      <p class="lead">{t('rec.confirm.lead', { ticked: number(ticked), all: number(rows.length) })}</p>
      {isCut && <p class="warning">{t('rec.confirm.cut', { most: number(MOST_ROWS) })}</p>}
      <form class="rec-confirm" method="post" action={paths.keep}>
        <ErrorSummary errors={form.errors} />
        {set ? (
          <>
            <input type="hidden" name="set" value={set.slug} />
            <p>
              {t('rec.confirm.into')} <bdi lang={lang}>{set.title}</bdi>
            </p>
          </>
        ) : (
          <details open={hasFactErrors} class="form">
            <summary>
              <bdi lang={lang}>{form.typed.title}</bdi>
            </summary>
            <FactsFields form={form} />
          </details>
        )}
        <fieldset class="form for-all">
          <legend>{t('rec.for-all')}</legend>
          <ForAllFields form={form} />
        </fieldset>
        <input type="hidden" name="rows" value={String(rows.length)} />
        {rows.map((row, n) => (
          <Row key={row.id} row={row} n={n} lang={lang} />
        ))}
        <div class="actions">
          <button>{t('rec.keep')}</button>
          <a href={set ? paths.set(set.slug) : paths.new}>{t('form.cancel')}</a>
        </div>
      </form>
    </Page>
  )
}

const EMPTY_FACTS = { title: 1, body: 1, country: 1, adoptedOn: 1, session: 1, language: 1, sourceUrl: 1 }

function Row({ row, n, lang }: { row: TakenRow; n: number; lang: string | undefined }) {
  const { t } = useWords()
  const { keep, join, number, text, theme, due, time, followUpOn, lead, page, error } = row
  const name = (of: string) => `${of}-${n}`
  const nth = { n: String(n + 1) }
  const hidden = { id: row.id, quote: row.quote, lead, time, page: page === null ? '' : String(page) }
  return (
    <fieldset class="rec-row" id={`row-${n}`}>
      <legend class="visually-hidden">{t('rec.row', nth)}</legend>
      {Object.entries(hidden).map(
        ([of, value]) => value && <input key={of} type="hidden" name={name(of)} value={value} />,
      )}
      <p class="choice keeps">
        <input type="checkbox" id={name('keep')} name={name('keep')} value="yes" checked={keep} />
        <label for={name('keep')}>
          {t('rec.row.keep')}
          {page !== null && <span class="soft small"> {t('reports.page-n', { page: String(page) })}</span>}
        </label>
      </p>
      {lead && (
        <p class="soft small lead-in" lang={lang} dir="auto">
          {lead}
        </p>
      )}
      {error && (
        <p class="error" id={name('error')}>
          {t(error)}
        </p>
      )}
      <div class="numbers">
        <div class="field">
          <label for={name('number')}>{t('rec.row.number')}</label>
          <input id={name('number')} name={name('number')} value={number} maxlength={60} dir="auto" />
        </div>
        <div class="field">
          <label for={name('theme')}>{t('rec.theme')}</label>
          <input id={name('theme')} name={name('theme')} value={theme} maxlength={300} lang={lang} dir="auto" />
        </div>
      </div>
      <div class="field text">
        <label for={name('text')}>{t('instruments.row.text')}</label>
        <textarea
          id={name('text')}
          name={name('text')}
          rows={Math.min(8, Math.max(2, Math.ceil(text.length / 55)))}
          lang={lang}
          dir="auto"
          aria-invalid={error ? true : undefined}
          aria-describedby={error ? name('error') : undefined}
        >
          {text}
        </textarea>
      </div>
      {(due || time) && (
        <div class="field follow-up">
          <label for={name('due')}>{t('rec.due')}</label>
          {time && (
            <p class="hint" id={name('time')}>
              {t('rec.time')}{' '}
              <q lang={lang} dir="auto">
                {time}
              </q>
            </p>
          )}
          <input
            id={name('due')}
            name={name('due')}
            value={due}
            maxlength={10}
            dir="ltr"
            aria-describedby={time ? name('time') : undefined}
            aria-invalid={error === 'facts.period.wrong' ? true : undefined}
          />
        </div>
      )}
      {followUpOn && (
        <div class="field follow-up">
          <label for={name('followUpOn')}>{t('rec.follow-up')}</label>
          <input type="date" id={name('followUpOn')} name={name('followUpOn')} value={followUpOn} dir="ltr" />
        </div>
      )}
      {n > 0 && (
        <p class="choice joins">
          <input type="checkbox" id={name('join')} name={name('join')} value="yes" checked={join} />
          <label for={name('join')}>{t('rec.row.join')}</label>
        </p>
      )}
    </fieldset>
  )
}
