/** One's own framework on the desk: its words, its indicators, a new one, whether the public sees it. */
import type { Ctx } from '../../../platform/http.ts'
import { ErrorSummary, TextField } from '../../../ui/form.tsx'
import { Page } from '../../../ui/page.tsx'
import { inLanguage, paths, type Framework, type Indicator } from '../model.ts'
import { PassportFields } from './passport-fields.tsx'
import type { Refused } from './routes.tsx'
import { Titled } from '../titled.tsx'

export interface FrameworkDeskPageProps {
  c: Ctx
  framework: Framework
  indicators: Indicator[]
  /** By the indicator's id. */
  figures: Map<string, number>
  mayChange: boolean
  mayPublish: boolean
  refused?: Refused | undefined
}

export function FrameworkDeskPage(props: FrameworkDeskPageProps) {
  const { c, framework, indicators, figures, mayChange, mayPublish, refused } = props
  const { t, locale } = c.get('words')
  const title = inLanguage(framework.titles, locale)
  const here = paths.deskFramework(framework.code)
  // Which of the page's two forms came back: only the passport's has a code.
  const ofPassport = refused?.typed.code !== undefined ? refused : undefined
  const ofFramework = ofPassport ? undefined : refused
  return (
    <Page c={c} title={title} current="nav.desk-indicators">
      <p class="kicker">
        <a href={paths.desk}>{t('indicators.title')}</a>
      </p>
      <h1>
        <Titled words={framework.titles} />
      </h1>
      <p class="facts">
        <span class="tag">{t(framework.publishedAt ? 'desk.public' : 'desk.draft')}</span>{' '}
        <a href={paths.framework(framework.code)}>{t(framework.publishedAt ? 'desk.public-page' : 'desk.preview')}</a> ·{' '}
        <a href={`${paths.warnings}?set=${framework.code}`}>{t('warnings.link')}</a>
      </p>
      <ErrorSummary errors={refused?.errors} />
      {refused?.changed && (
        <p class="warning" role="alert">
          {t('indicators.form.changed')}
        </p>
      )}
      {indicators.length === 0 ? (
        <p class="empty">{t('indicators.desk.no-indicator')}</p>
      ) : (
        <ul class="rows">
          {indicators.map(indicator => (
            <li key={indicator.id}>
              <span class="kind">{indicator.code}</span>{' '}
              <a href={paths.deskIndicator(framework.code, indicator.code)} dir="auto">
                {inLanguage(indicator.titles, locale)}
              </a>{' '}
              <span class="soft small">{t('indicators.figures', { count: figures.get(indicator.id) ?? 0 })}</span>
            </li>
          ))}
        </ul>
      )}
      {mayChange && (
        <details open={Boolean(ofPassport) || indicators.length === 0}>
          <summary>{t('indicators.desk.add-indicator')}</summary>
          <form class="form" method="post" action={`${here}/add`}>
            <PassportFields refused={ofPassport} />
            <button>{t('indicators.desk.add-indicator')}</button>
          </form>
        </details>
      )}
      {mayChange && (
        <details open={Boolean(ofFramework)}>
          <summary>{t('indicators.desk.change-framework')}</summary>
          <form class="form" method="post" action={here}>
            <input type="hidden" name="version" value={framework.version} />
            <TextField
              name="title"
              label={t('indicators.desk.title')}
              errors={ofFramework?.errors}
              value={ofFramework?.typed.title ?? title}
              dir="auto"
            />
            <TextField
              name="source"
              label={t('passport.source')}
              errors={ofFramework?.errors}
              value={ofFramework?.typed.source ?? framework.source ?? ''}
              dir="auto"
            />
            <TextField
              name="url"
              type="url"
              label={t('indicators.desk.url')}
              errors={ofFramework?.errors}
              value={ofFramework?.typed.url ?? framework.sourceUrl ?? ''}
            />
            <button class="quiet">{t('indicators.desk.keep')}</button>
          </form>
        </details>
      )}
      {mayPublish && indicators.length > 0 && (
        <form method="post" action={`${here}/publish`}>
          <p class="prose">{t(framework.publishedAt ? 'indicators.desk.is-public' : 'indicators.desk.publish.lead')}</p>
          <button
            class={framework.publishedAt ? 'quiet' : undefined}
            name="public"
            value={framework.publishedAt ? 'no' : 'yes'}
          >
            {t(framework.publishedAt ? 'indicators.desk.unpublish' : 'indicators.desk.publish')}
          </button>
        </form>
      )}
    </Page>
  )
}
