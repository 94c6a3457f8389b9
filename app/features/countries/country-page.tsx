/** One country: its documents, what is said of its commitments, what is due, its figures, recommendations and reports. */
import type { Xray } from '@open1325/appraisal'
import type { ComponentChildren } from 'preact'
import type { Ctx } from '../../platform/http.ts'
import { Page } from '../../ui/page.tsx'
import { useWords } from '../../ui/words.tsx'
import { paths as clockPaths } from '../clock/model.ts'
import { inLanguage, paths as indicatorPaths } from '../indicators/model.ts'
import { paths as ledgerPaths } from '../ledger/model.ts'
import { paths as planPaths } from '../plans/model.ts'
import { periodInWords, standingOf, today } from '../plans/offers/period.ts'
import { XrayStrip } from '../plans/xray.tsx'
import { paths as recommendationPaths } from '../recommendations/model.ts'
import type { YearChoice } from '../recommendations/queries/year.ts'
import { paths as reportPaths, type Edition } from '../reports/model.ts'
import { GAPS } from '../voices/model.ts'
import { totalOf, type Gaps } from './model.ts'
import type { CountryDocument, MeasuredIndicator } from './queries.ts'

export interface CountryPageProps {
  c: Ctx
  /** ISO 3166-1 alpha-3. */
  country: string
  documents: CountryDocument[]
  /** Of the documents that were read from a file, by their id. */
  xrays: Map<string, Xray>
  gaps: Gaps
  due: { overdue: number; soon: number }
  measured: MeasuredIndicator[]
  recommendations: YearChoice[]
  reports: Edition[]
}

export function CountryPage(props: CountryPageProps) {
  const { c, country } = props
  const words = c.get('words')
  const { t } = words
  const name = words.country(country)
  const isKnown = props.documents.length > 0 || props.measured.length > 0 || props.reports.length > 0
  return (
    <Page c={c} title={name} current="nav.countries" description={t('countries.of', { country: name })}>
      <h1>{name}</h1>
      {isKnown ? (
        <p class="lead">{t('countries.of', { country: name })}</p>
      ) : (
        <p class="empty">{t('countries.nothing', { country: name })}</p>
      )}
      {props.documents.length > 0 && <Documents {...props} />}
      {totalOf(props.gaps) > 0 && <Said {...props} />}
      {props.recommendations.length > 0 && <Recommendations {...props} />}
      {props.measured.length > 0 && <Figures {...props} />}
      {props.reports.length > 0 && <Reports {...props} />}
      <Part id="calendar" title={t('nav.calendar')}>
        <ul class="down">
          <li>
            <a href={`${clockPaths.calendar}?country=${country}`}>{t('countries.calendar', { country: name })}</a>
          </li>
          <li>
            <a href={clockPaths.countryFeed(country)} type="text/calendar">
              {t('countries.calendar.feed')}
            </a>
          </li>
        </ul>
      </Part>
    </Page>
  )
}

function Part({ id, title, children }: { id: string; title: string; children: ComponentChildren }) {
  return (
    <section class="of-country" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {children}
    </section>
  )
}

function Documents({ documents, xrays }: CountryPageProps) {
  const words = useWords()
  const { t } = words
  return (
    <Part id="documents" title={t('countries.documents')}>
      <ul class="rows">
        {documents.map(one => {
          const picture = xrays.get(one.id)
          const period = periodInWords(one, words)
          return (
            <li key={one.id} class={picture ? 'listing' : undefined}>
              <div>
                <a class="plan-title" href={one.read ? planPaths.plan(one.slug) : ledgerPaths.instrument(one.slug)}>
                  <bdi lang={one.languages[0]}>{one.title}</bdi>
                </a>
                <p class="soft small">
                  {[t(`plan.kind.${one.kind}`), period, period && t(`plan.standing.${standingOf(one, today())}`)]
                    .filter(Boolean)
                    .join(' · ')}
                  {one.illustrative && [' ', <span class="tag illustrative">{t('plan.illustrative')}</span>]}
                </p>
              </div>
              {picture && <XrayStrip picture={picture} />}
            </li>
          )
        })}
      </ul>
    </Part>
  )
}

/** Counts with their lists: no score, nothing averaged. */
function Said({ country, gaps, due }: CountryPageProps) {
  const { t, number } = useWords()
  const most = Math.max(...Object.values(gaps))
  const list = (query: string) => `${ledgerPaths.list}?country=${country}&${query}`
  return (
    <Part id="said" title={t('countries.said')}>
      <table class="gaps">
        <thead class="visually-hidden">
          <tr>
            <th scope="col">{t('countries.said')}</th>
            <th scope="col">{t('countries.commitments')}</th>
          </tr>
        </thead>
        <tbody>
          {GAPS.filter(gap => gaps[gap]).map(gap => (
            <tr key={gap}>
              <th scope="row">
                <a href={list(`gap=${gap}`)}>{t(`ledger.gap.${gap}`)}</a>
              </th>
              <td>
                <svg class={`gap-bar ${gap}`} width="160" height="10" aria-hidden="true">
                  <rect width={Math.max(2, (160 * gaps[gap]!) / most)} height="10" />
                </svg>
                <span class="num">{number(gaps[gap]!)}</span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p>
        {t('count.commitment', { count: totalOf(gaps) })}
        {due.overdue > 0 && [' · ', <a href={list('due=overdue')}>{t('countries.overdue', { count: due.overdue })}</a>]}
        {due.soon > 0 && [' · ', <a href={list('due=next-90-days')}>{t('countries.soon', { count: due.soon })}</a>]}
      </p>
    </Part>
  )
}

function Recommendations({ country, recommendations }: CountryPageProps) {
  const { t, colon } = useWords()
  return (
    <Part id="recommendations" title={t('countries.recommendations')}>
      <ul class="rows">
        {recommendations.map(({ year, body, count }) => (
          <li key={`${year} ${body}`}>
            <a href={recommendationPaths.country(country, { year, body })}>
              {year}
              {body && [colon, <bdi>{body}</bdi>]}
            </a>{' '}
            <span class="soft small">{t('rec.count', { count })}</span>
          </li>
        ))}
      </ul>
    </Part>
  )
}

function Figures({ country, measured }: CountryPageProps) {
  const { t, locale, number } = useWords()
  const frameworks = [...Map.groupBy(measured, one => one.framework)]
  return (
    <Part id="figures" title={t('countries.figures')}>
      {frameworks.map(([code, indicators]) => (
        <details key={code} open={frameworks.length === 1 && indicators.length <= 12}>
          <summary>
            {inLanguage(indicators[0]!.frameworkTitles, locale)}{' '}
            <span class="soft small">{t('count.indicator', { count: indicators.length })}</span>
          </summary>
          <ul class="rows">
            {indicators.map(one => (
              <li key={one.code}>
                <a href={`${indicatorPaths.indicator(code, one.code)}?country=${country}#figures`}>
                  {inLanguage(one.titles, locale)}
                </a>{' '}
                <span class="soft small">
                  {t('countries.figure-count', { count: one.figures, shown: number(one.figures) })}
                  {one.newest && [' · ', t('countries.newest', { period: one.newest })]}
                </span>
              </li>
            ))}
          </ul>
        </details>
      ))}
    </Part>
  )
}

function Reports({ reports }: CountryPageProps) {
  const { t, date } = useWords()
  return (
    <Part id="reports" title={t('nav.reports')}>
      <ul class="rows">
        {reports.map(one => (
          <li key={one.reportId}>
            <a class="plan-title" href={reportPaths.edition(one.slug)}>
              <bdi lang={one.language}>{one.title}</bdi>
            </a>
            <p class="soft small">
              {[t(`reports.kind.${one.kind}`), one.organisation, one.publishedAt && date(one.publishedAt)]
                .filter(Boolean)
                .join(' · ')}
            </p>
          </li>
        ))}
      </ul>
    </Part>
  )
}
