/** One set on the desk: its recommendations, each changed on a page of its own; more of them; its facts; put before the public. */
import { randomUUID } from 'node:crypto'
import type { Ctx } from '../../../platform/http.ts'
import { ErrorSummary, LongTextField, TextField } from '../../../ui/form.tsx'
import { Page } from '../../../ui/page.tsx'
import { useWords } from '../../../ui/words.tsx'
import { paths as ledgerPaths } from '../../ledger/model.ts'
import { paths as voicePaths } from '../../voices/model.ts'
import { dateInWords } from '../in-words.ts'
import { paths, type Recommendation } from '../model.ts'
import type { RecommendationSet } from '../queries/sets.ts'
import { RecommendationTable } from '../table.tsx'
import { FactsFields, ForAllFields, type Typed } from './facts-fields.tsx'
import { typedOfSet } from './forms.ts'
import { TextFields } from './new-page.tsx'

export interface SetPageProps {
  c: Ctx
  set: RecommendationSet
  rows: Recommendation[]
  may: { change: boolean; publish: boolean }
  /** ISO 8601 day. */
  today: string
  facts: Typed | null
  row: Typed | null
  text: Typed | null
}

const DONE = ['added', 'saved', 'row', 'removed', 'published', 'taken-back'] as const

export function SetPage({ c, set, rows, may, today, facts, row, text }: SetPageProps) {
  const words = c.get('words')
  const { t, country, colon } = words
  const here = paths.set(set.slug)
  const done = DONE.find(one => one === c.req.query('done'))
  const lang = set.languages[0]
  return (
    <Page c={c} title={set.title} current="nav.desk-recommendations" notice={done ? t(`rec.done.${done}`) : null} wide>
      <p class="kicker">
        <a href={paths.desk}>{t('rec.title')}</a>
        {set.country && ` · ${country(set.country)}`}
      </p>
      <h1 class="long" lang={lang} dir="auto">
        {set.title}
      </h1>
      <p class="facts">
        {set.issuer && [<bdi>{set.issuer}</bdi>, ' · ']}
        {set.session && [<bdi>{set.session}</bdi>, ' · ']}
        {set.adoptedOn && `${dateInWords(set.adoptedOn, words)} · `}
        <span class="tag">{t(set.publishedAt ? 'desk.public' : 'desk.draft')}</span>{' '}
        <a href={ledgerPaths.instrument(set.slug)}>{t('instruments.public-page')}</a>
        {set.country && [
          ' · ',
          <a href={paths.deskCountry(set.country, { year: set.adoptedOn?.slice(0, 4) ?? null, body: set.issuer })}>
            {t('rec.what-happened')}
          </a>,
        ]}
      </p>
      <section aria-labelledby="rows">
        <h2 id="rows">{t('rec.title')}</h2>
        {rows.length === 0 ? (
          <p class="empty">{t('rec.set.empty')}</p>
        ) : (
          <RecommendationTable
            rows={rows}
            today={today}
            caption={set.title}
            ofOne
            after={one => (
              <p class="small">
                {may.change && [
                  <a href={paths.one(set.slug, one.ref)} aria-label={`${t('rec.edit')}${colon}${nameOf(one)}`}>
                    {t('rec.edit')}
                  </a>,
                  ' · ',
                ]}
                <a href={voicePaths.commitment(one.itemId)} aria-label={`${t('rec.say')}${colon}${nameOf(one)}`}>
                  {t('rec.say')}
                </a>
              </p>
            )}
          />
        )}
      </section>
      {may.change && (
        <>
          <section aria-labelledby="add">
            <h2 id="add">{t('rec.set.add')}</h2>
            <details open={row !== null || rows.length === 0}>
              <summary>{t('rec.set.add.one')}</summary>
              <RowForm
                action={`${here}/rows`}
                form={row ?? { typed: { id: randomUUID(), addressee: rows.at(-1)?.responsible ?? '' }, errors: null }}
                lang={lang}
              />
            </details>
            <details open={text !== null}>
              <summary>{t('rec.set.add.text')}</summary>
              <form class="form" method="post" action={paths.read} enctype="multipart/form-data">
                <ErrorSummary errors={text?.errors} />
                <input type="hidden" name="set" value={set.slug} />
                <input type="hidden" name="how" value="text" />
                <TextFields form={text ?? { typed: {}, errors: null }} />
                <button>{t('rec.read')}</button>
              </form>
            </details>
          </section>
          <section aria-labelledby="facts">
            <h2 id="facts">{t('instruments.facts')}</h2>
            <details open={facts !== null}>
              <summary>{t('facts.open')}</summary>
              <form class="form" method="post" action={`${here}/facts`}>
                <ErrorSummary errors={facts?.errors} />
                {facts?.now !== undefined && (
                  <p class="warning" role="alert">
                    {t('instruments.conflict', { now: facts.now })}
                  </p>
                )}
                <FactsFields form={facts ?? { typed: typedOfSet(set), errors: null }} />
                <button>{t('form.save')}</button>
              </form>
            </details>
          </section>
        </>
      )}
      {may.publish && <Publishing here={here} isPublic={set.publishedAt !== null} count={rows.length} />}
      {may.change && !set.publishedAt && (
        <p class="soft">
          <a href={`${ledgerPaths.deskInstrument(set.slug)}#remove`}>{t('rec.set.remove')}</a>
        </p>
      )}
    </Page>
  )
}

const nameOf = ({ number, text }: Recommendation) => [number, text.slice(0, 60)].filter(Boolean).join(' ')

function RowForm({ action, form, lang }: { action: string; form: Typed; lang: string | undefined }) {
  const { t } = useWords()
  const { typed, errors } = form
  return (
    <form class="form" method="post" action={action}>
      <ErrorSummary errors={errors} />
      <input type="hidden" name="id" value={typed.id} />
      <TextField
        name="number"
        label={t('instruments.row.number')}
        errors={errors}
        value={typed.number}
        maxlength={60}
        dir="auto"
      />
      <LongTextField
        name="text"
        label={t('instruments.row.text')}
        errors={errors}
        value={typed.text}
        rows={4}
        required
        dir="auto"
        {...(lang && { lang })}
      />
      <TextField name="theme" label={t('rec.theme')} errors={errors} value={typed.theme} maxlength={300} dir="auto" />
      <ForAllFields form={form} />
      <button>{t('rec.set.add.do')}</button>
    </form>
  )
}

function Publishing({ here, isPublic, count }: { here: string; isPublic: boolean; count: number }) {
  const { t } = useWords()
  return (
    <section aria-labelledby="publish">
      <h2 id="publish">{t('instruments.publish')}</h2>
      {isPublic ? (
        <form method="post" action={`${here}/take-back`}>
          <button class="danger">{t('instruments.take-back')}</button>
        </form>
      ) : count === 0 ? (
        <p class="soft">{t('rec.publish.none')}</p>
      ) : (
        <form method="post" action={`${here}/publish`}>
          <p class="prose">{t('rec.publish.lead', { count })}</p>
          <button>{t('instruments.publish')}</button>
        </form>
      )}
    </section>
  )
}
