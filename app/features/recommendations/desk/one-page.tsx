/** One recommendation on the desk: its words, its addressee and days, what was answered, which earlier ones it asks for again. */
import type { Ctx } from '../../../platform/http.ts'
import { ErrorSummary, LongTextField, SelectField, TextField } from '../../../ui/form.tsx'
import { Page } from '../../../ui/page.tsx'
import { useWords } from '../../../ui/words.tsx'
import { paths as ledgerPaths } from '../../ledger/model.ts'
import { paths as voicePaths } from '../../voices/model.ts'
import { paths, RESPONSES, type Named, type Recommendation } from '../model.ts'
import type { RecommendationSet } from '../queries/sets.ts'
import { ForAllFields, type Typed } from './facts-fields.tsx'

export interface OnePageProps {
  c: Ctx
  set: RecommendationSet
  row: Recommendation
  /** Earlier recommendations that it may repeat. */
  earlier: Named[]
  /** The ids of those that it repeats, as they are ticked. */
  repeats: string[]
  form: Typed
}

export function OnePage({ c, set, row, earlier, repeats, form }: OnePageProps) {
  const { t } = c.get('words')
  const { typed, errors, now } = form
  const lang = set.languages[0]
  const here = paths.one(set.slug, row.ref)
  const field = (name: string, label: string) => ({ name, label, errors, value: typed[name] ?? '' })
  return (
    <Page c={c} title={t('rec.edit.title')} current="nav.desk-recommendations">
      <p class="kicker">
        <a href={paths.desk}>{t('rec.title')}</a> ·{' '}
        <a href={paths.set(set.slug)} lang={lang} dir="auto">
          {set.title}
        </a>
      </p>
      <h1>
        {t('rec.edit.title')} {row.number && <bdi>{row.number}</bdi>}
      </h1>
      <p>
        <a href={voicePaths.commitment(row.itemId)}>{t('rec.say')}</a> ·{' '}
        <a href={ledgerPaths.commitment(row)}>{t('instruments.public-page')}</a>
      </p>
      <form class="form" method="post" action={here}>
        <ErrorSummary errors={errors} />
        {now !== undefined && (
          <p class="warning" role="alert">
            {t('instruments.conflict', { now })}
          </p>
        )}
        <input type="hidden" name="id" value={typed.id} />
        <input type="hidden" name="version" value={typed.version} />
        <TextField {...field('number', t('instruments.row.number'))} maxlength={60} dir="auto" />
        <LongTextField
          {...field('text', t('instruments.row.text'))}
          rows={5}
          required
          dir="auto"
          {...(lang && { lang })}
        />
        <TextField {...field('theme', t('rec.theme'))} hint={t('rec.theme.hint')} maxlength={300} dir="auto" />
        <ForAllFields form={form} />
        <TextField {...field('followUpOn', t('rec.follow-up'))} hint={t('rec.follow-up.hint')} type="date" dir="ltr" />
        <h2>{t('rec.answer')}</h2>
        <SelectField
          {...field('response', t('rec.response'))}
          choices={[
            { value: '', label: t('rec.answer.none') },
            ...RESPONSES.map(value => ({ value, label: t(`rec.answer.${value}`) })),
          ]}
        />
        <LongTextField {...field('responseWords', t('rec.response.words'))} rows={3} dir="auto" />
        <TextField {...field('responseOn', t('rec.response.on'))} hint={t('rec.date.hint')} maxlength={10} dir="ltr" />
        <TextField
          {...field('responseSource', t('rec.response.source'))}
          hint={t('rec.response.source.hint')}
          maxlength={1000}
          dir="auto"
        />
        <TextField
          {...field('responseUrl', t('instruments.source'))}
          hint={t('instruments.source.hint')}
          type="url"
          maxlength={2000}
          dir="ltr"
        />
        <h2>{t('rec.repeats.title')}</h2>
        <Earlier {...{ earlier, repeats, row }} />
        <button>{t('form.save')}</button>
      </form>
      <section aria-labelledby="remove">
        <h2 id="remove">{t('instruments.row.remove')}</h2>
        <form method="post" action={`${here}/remove`}>
          <p class="prose">{t('instruments.row.remove.lead')}</p>
          <input type="hidden" name="version" value={String(row.version)} />
          <button class="danger">{t('instruments.row.remove')}</button>
        </form>
      </section>
    </Page>
  )
}

/** So many stand open: those whose words are most like it. */
const MOST_OPEN = 5

function Earlier({ earlier, repeats, row }: Pick<OnePageProps, 'earlier' | 'repeats' | 'row'>) {
  const { t } = useWords()
  const known = [...row.repeats, ...earlier.filter(({ itemId }) => !row.repeats.some(one => one.itemId === itemId))]
  const first = known.filter(({ itemId }, n) => repeats.includes(itemId) || n < Math.max(MOST_OPEN, row.repeats.length))
  const others = known.filter(one => !first.includes(one))
  const tick = (one: Named) => (
    <p key={one.itemId} class="choice rec-repeated">
      <input
        type="checkbox"
        name="repeats"
        value={one.itemId}
        id={`r-${one.itemId}`}
        checked={repeats.includes(one.itemId)}
      />
      <label for={`r-${one.itemId}`}>
        <bdi lang={one.language ?? undefined}>
          {one.number && [<span class="num">{one.number}</span>, ' ']}
          {one.text.length > 220 ? `${one.text.slice(0, 220)} …` : one.text}
        </bdi>{' '}
        <span class="soft small">
          <bdi>{[one.body ?? one.title, one.year].filter(Boolean).join(', ')}</bdi>
        </span>
      </label>
    </p>
  )
  if (!known.length) return <p class="soft">{t('rec.repeats.none')}</p>
  return (
    <fieldset>
      <legend class="visually-hidden">{t('rec.repeats.title')}</legend>
      <p class="hint">{t('rec.repeats.hint')}</p>
      {first.map(tick)}
      {others.length > 0 && (
        <details>
          <summary>{t('rec.repeats.more', { count: others.length })}</summary>
          {others.map(tick)}
        </details>
      )}
    </fieldset>
  )
}
