/** The organisation's own frameworks, and the two ways to a new one: by hand, or from a plan's rows. */
import type { Ctx } from '../../../platform/http.ts'
import { ErrorSummary, SelectField, TextField } from '../../../ui/form.tsx'
import { Page } from '../../../ui/page.tsx'
import { paths } from '../model.ts'
import type { FrameworkEntry } from '../queries.ts'
import type { Refused } from './routes.tsx'
import { Titled } from '../titled.tsx'

export interface IndicatorsDeskPageProps {
  c: Ctx
  own: FrameworkEntry[]
  plans: { slug: string; title: string }[]
  refused?: Refused | undefined
}

export function IndicatorsDeskPage({ c, own, plans, refused }: IndicatorsDeskPageProps) {
  const { t } = c.get('words')
  return (
    <Page c={c} title={t('indicators.title')} current="nav.desk-indicators">
      <h1>{t('indicators.title')}</h1>
      <p class="lead">{t('indicators.desk.lead')}</p>
      <ErrorSummary errors={refused?.errors} />
      {own.length === 0 ? (
        <p class="empty">{t('indicators.desk.empty')}</p>
      ) : (
        <ul class="rows">
          {own.map(framework => (
            <li key={framework.id}>
              <a class="plan-title" href={paths.deskFramework(framework.code)}>
                <Titled words={framework.titles} />
              </a>{' '}
              <span class="tag">{t(framework.publishedAt ? 'desk.public' : 'desk.draft')}</span>
              <p class="soft small">{t('indicators.count', { count: framework.indicators })}</p>
            </li>
          ))}
        </ul>
      )}
      <p>
        <a href={paths.list}>{t('indicators.desk.library')}</a> · <a href="/desk/imports">{t('import.figures.link')}</a>{' '}
        · <a href={paths.warnings}>{t('warnings.link')}</a>
      </p>
      {plans.length > 0 && (
        <section>
          <h2>{t('indicators.desk.from-plan')}</h2>
          <p class="prose">{t('indicators.desk.from-plan.lead')}</p>
          <form class="form" method="post" action={`${paths.desk}/from-plan`}>
            <SelectField
              name="plan"
              label={t('indicators.desk.plan')}
              errors={refused?.errors}
              choices={[
                { value: '', label: t('appraisal.choose') },
                ...plans.map(({ slug, title }) => ({ value: slug, label: title })),
              ]}
            />
            <button class="quiet">{t('indicators.desk.from-plan.do')}</button>
          </form>
        </section>
      )}
      <section>
        <h2>{t('indicators.desk.new')}</h2>
        <form class="form" method="post" action={paths.desk}>
          <TextField
            name="title"
            label={t('indicators.desk.title')}
            errors={refused?.errors}
            value={refused?.typed.title}
            dir="auto"
          />
          <TextField
            name="source"
            label={t('passport.source')}
            errors={refused?.errors}
            value={refused?.typed.source}
            dir="auto"
          />
          <TextField
            name="url"
            type="url"
            label={t('indicators.desk.url')}
            errors={refused?.errors}
            value={refused?.typed.url}
          />
          <button class="quiet">{t('indicators.desk.add')}</button>
        </form>
      </section>
    </Page>
  )
}
