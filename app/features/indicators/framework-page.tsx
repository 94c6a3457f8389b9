/** A framework: its indicators with their parts, which wording was held against its source, and where there are figures. */
import type { Ctx } from '../../platform/http.ts'
import { Page } from '../../ui/page.tsx'
import { useWords } from '../../ui/words.tsx'
import { inLanguage, paths, type Framework, type Indicator } from './model.ts'
import { MOST_COUNTED } from './queries.ts'
import { Titled } from './titled.tsx'

export interface FrameworkPageProps {
  c: Ctx
  framework: Framework
  indicators: Indicator[]
  /** By the indicator's id. */
  figures: Map<string, number>
  mayChange: boolean
}

export function FrameworkPage({ c, framework, indicators, figures, mayChange }: FrameworkPageProps) {
  const { t, locale } = c.get('words')
  const title = inLanguage(framework.titles, locale)
  const description = inLanguage(framework.description, locale)
  const drafts = indicators.filter(({ verified }) => !verified).length
  const sections = Map.groupBy(indicators, ({ section }) => (section ? inLanguage(section, locale) : ''))
  return (
    <Page c={c} title={title} current="nav.indicators">
      <p class="kicker">
        <a href={paths.list}>{t('indicators.title')}</a>
      </p>
      <h1>
        <Titled words={framework.titles} />
      </h1>
      {!framework.publishedAt && <p class="tag">{t('desk.draft')}</p>}
      {description && <p class="lead">{description}</p>}
      {framework.source && (
        <p class="facts">
          {t('indicators.source')}{' '}
          {framework.sourceUrl ? (
            <a href={framework.sourceUrl} rel="noreferrer">
              {framework.source}
            </a>
          ) : (
            framework.source
          )}
        </p>
      )}
      {drafts > 0 && <p class="warning">{t('indicators.drafts', { n: drafts, m: indicators.length })}</p>}
      {mayChange && (
        <p class="no-print">
          <a class="button quiet" href={paths.deskFramework(framework.code)}>
            {t('indicators.change')}
          </a>
        </p>
      )}
      {indicators.length === 0 ? (
        <p class="empty">{t('indicators.none')}</p>
      ) : (
        [...sections].map(([section, of]) => (
          <section key={section}>
            {section && <h2 dir="auto">{section}</h2>}
            <Entries {...{ framework, figures }} indicators={of} />
          </section>
        ))
      )}
    </Page>
  )
}

/** Indicators with their parts beneath them. */
function Entries({ framework, figures, indicators }: Pick<FrameworkPageProps, 'framework' | 'figures' | 'indicators'>) {
  const ids = new Set(indicators.map(({ id }) => id))
  const children = Map.groupBy(indicators, ({ parentId }) => (parentId && ids.has(parentId) ? parentId : null))
  return (
    <ul class="rows">
      {(children.get(null) ?? []).map(indicator => (
        <li key={indicator.id}>
          <Entry {...{ framework, indicator, figures }} />
          {children.has(indicator.id) && (
            <ul class="rows parts">
              {children.get(indicator.id)!.map(part => (
                <li key={part.id}>
                  <Entry {...{ framework, figures }} indicator={part} />
                </li>
              ))}
            </ul>
          )}
        </li>
      ))}
    </ul>
  )
}

function Entry({
  framework,
  indicator,
  figures,
}: Pick<FrameworkPageProps, 'framework' | 'figures'> & { indicator: Indicator }) {
  const { t, locale } = useWords()
  const count = figures.get(indicator.id) ?? 0
  return (
    <>
      <span class="kind">{indicator.code}</span>{' '}
      <a href={paths.indicator(framework.code, indicator.code)} dir="auto">
        {inLanguage(indicator.titles, locale)}
      </a>{' '}
      {!indicator.verified && <span class="tag">{t('indicators.wording-draft')}</span>}
      {count > 0 && (
        <span class="soft small">
          {' '}
          {count > MOST_COUNTED
            ? t('indicators.figures-more', { count: MOST_COUNTED })
            : t('indicators.figures', { count })}
        </span>
      )}
    </>
  )
}
