/** One indicator: its passport, how far a country has come, its figures over time, by place and by country, each with its source. */
import { amountOf, daysOf, type Days } from '@open1325/indicators'
import type { ComponentChildren } from 'preact'
import type { Ctx } from '../../platform/http.ts'
import { SelectField } from '../../ui/form.tsx'
import { Page } from '../../ui/page.tsx'
import { useWords } from '../../ui/words.tsx'
import { paths as ledgerPaths } from '../ledger/model.ts'
import { FigureTable, type FigureTableProps } from './figure-table.tsx'
import { LineChart, MOST_LINES, type Line } from './line-chart.tsx'
import { inLanguage, paths, seriesIn, type Figure, type Framework, type Indicator, type Series } from './model.ts'
import { ProgressSection } from './progress-section.tsx'
import type { MeasuredCommitment } from './queries.ts'
import { figureInWords, placeInWords, seriesInWords, writerOf } from './offers/words.ts'
import { WorldMap } from './world-map.tsx'
import { Titled } from './titled.tsx'

export interface IndicatorPageProps {
  c: Ctx
  framework: Framework
  indicator: Indicator
  parts: Indicator[]
  countries: { country: string; figures: number }[]
  /** The country whose figures are shown; null: of several, or of no country at all. */
  country: string | null
  /** The latest figure of each country is shown. */
  ofWorld: boolean
  figures: Figure[]
  /** There are more figures than are shown. */
  more: boolean
  /** How many figures are hidden from whoever asks because of few people. */
  suppressed: number
  /** How many of her own organisation are hidden from the public. */
  ownFew: number
  commitments: MeasuredCommitment[]
  evidence: FigureTableProps['evidence']
  own: FigureTableProps['own']
  mayChange: boolean
}

export function IndicatorPage(props: IndicatorPageProps) {
  const { c, framework, indicator, parts, country, figures, suppressed, ownFew, mayChange } = props
  const words = c.get('words')
  const { t, locale } = words
  const title = inLanguage(indicator.titles, locale)
  return (
    <Page c={c} title={`${indicator.code} ${title}`} current="nav.indicators">
      <p class="kicker">
        <a href={paths.framework(framework.code)}>{inLanguage(framework.titles, locale)}</a>
      </p>
      <h1>
        {indicator.code} <Titled words={indicator.titles} />
      </h1>
      {!indicator.verified && <p class="warning">{t('indicators.wording-draft.long')}</p>}
      {mayChange && (
        <p class="no-print">
          <a class="button quiet" href={paths.deskIndicator(framework.code, indicator.code)}>
            {t('indicators.change')}
          </a>
        </p>
      )}
      <Passport indicator={indicator} />
      {parts.length > 0 && (
        <ul class="rows parts">
          {parts.map(part => (
            <li key={part.id}>
              <span class="kind">{part.code}</span>{' '}
              <a href={paths.indicator(framework.code, part.code)}>{inLanguage(part.titles, locale)}</a>
            </li>
          ))}
        </ul>
      )}
      <Measures {...props} />
      <h2 id="figures">{t('indicators.figures-title')}</h2>
      <ChooseCountry {...props} />
      {figures.length === 0 ? (
        <p class="empty">{t(country ? 'indicators.no-figures-there' : 'indicators.no-figures')}</p>
      ) : props.ofWorld ? (
        <OfWorld {...props} />
      ) : (
        <OfPlace {...props} />
      )}
      {suppressed > 0 && <p class="soft small">{t('indicators.suppressed', { count: suppressed })}</p>}
      {ownFew > 0 && <p class="soft small">{t('indicators.suppressed.own', { count: ownFew })}</p>}
      {figures.length > 0 && (
        <ul class="down no-print" aria-label={t('plan.downloads')}>
          <li>
            <a href={paths.csv(framework.code, indicator.code) + (country ? `?country=${country}` : '')}>
              {t('plan.download.csv')}
            </a>
          </li>
        </ul>
      )}
    </Page>
  )
}

function Passport({ indicator }: { indicator: Indicator }) {
  const { t, has, list } = useWords()
  const { disaggregation, unit, formula, definition, dataSource, owner, frequency, reportedBy, source, direction } =
    indicator
  const dimension = (name: string) => (has(`dimension.${name}`) ? t(`dimension.${name}` as 'dimension.sex') : name)
  const rows: [string, ComponentChildren][] = [
    [t('passport.definition'), definition],
    [t('passport.value-kind'), t(`value-kind.${indicator.valueKind}`)],
    [t('passport.unit'), unit],
    [t('passport.formula'), formula],
    [t('passport.direction'), direction && t(`passport.direction.${direction}`)],
    [
      t('passport.disaggregation'),
      disaggregation &&
        (disaggregation.length ? list(disaggregation.map(dimension)) : t('passport.disaggregation.none')),
    ],
    [t('passport.data-source'), dataSource],
    [t('passport.owner'), owner],
    [t('passport.frequency'), frequency],
    [t('passport.reported-by'), reportedBy && t(`passport.reported-by.${reportedBy}`)],
    [t('passport.source'), source && <SourceWords source={source} />],
  ]
  return (
    <dl class="passport">
      {rows.map(
        ([name, words]) =>
          words && (
            <div key={name}>
              <dt>{name}</dt>
              <dd dir="auto">{words}</dd>
            </div>
          ),
      )}
    </dl>
  )
}

/** 'Title: https://…' as a link with its title. */
function SourceWords({ source }: { source: string }) {
  const [, title, url] = /^(.*?):?\s*(https?:\/\/\S+)$/s.exec(source) ?? []
  if (!url) return <>{source}</>
  return (
    <a href={url} rel="noreferrer">
      {title || url}
    </a>
  )
}

function Measures({ commitments }: IndicatorPageProps) {
  const { t } = useWords()
  if (!commitments.length) return null
  return (
    <section>
      <h2>{t('indicators.measures')}</h2>
      <ul class="rows">
        {commitments.map(one => (
          <li key={`${one.slug}/${one.ref}`}>
            <a href={ledgerPaths.commitment(one)} lang={one.language ?? undefined} dir="auto">
              {one.text}
            </a>{' '}
            <span class="soft small">
              <bdi>{one.title}</bdi>
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}

function ChooseCountry({ framework, indicator, countries, country }: IndicatorPageProps) {
  const { t, country: nameOf } = useWords()
  if (countries.length === 0) return null
  const choices = countries
    .map(({ country, figures }) => ({ value: country, label: `${nameOf(country)} (${figures})` }))
    .toSorted((a, b) => a.label.localeCompare(b.label))
  return (
    <form class="filter no-print" method="get" action={paths.indicator(framework.code, indicator.code) + '#figures'}>
      <SelectField
        name="country"
        label={t('indicators.country')}
        value={country ?? ''}
        choices={[{ value: '', label: t('indicators.all-countries') }, ...choices]}
      />
      <button class="quiet">{t('plans.filter')}</button>
    </form>
  )
}

/** The latest figure of each country: a map and its table. */
function OfWorld({ framework, indicator, figures, evidence, own }: IndicatorPageProps) {
  const words = useWords()
  const { t, country: nameOf, locale } = words
  const latest = new Map<string, { value: number; words: string }>()
  for (const figure of figures) {
    const value = amountOf(figure.value)
    if (value === null || !figure.country || latest.has(figure.country)) continue
    latest.set(figure.country, { value, words: `${figureInWords(figure, words)} (${figure.period ?? '?'})` })
  }
  return (
    <>
      {latest.size >= 3 && (
        <WorldMap title={inLanguage(indicator.titles, locale)} values={latest} write={writerOf(indicator, words)} />
      )}
      <p class="soft">{t('indicators.latest')}</p>
      <FigureTable
        {...{ figures, evidence, own }}
        first={figure => (
          <a href={`${paths.indicator(framework.code, indicator.code)}?country=${figure.country}#figures`}>
            {nameOf(figure.country!)}
          </a>
        )}
        firstHeader={t('indicators.country')}
      />
    </>
  )
}

const isNumeric = (figure: Figure) => amountOf(figure.value) !== null

/** The figures of one country, or of none: progress, its totals over time, its provinces beside each other, every figure in a table. */
function OfPlace({ indicator, figures, country, more, evidence, own }: IndicatorPageProps) {
  const words = useWords()
  const { t, locale } = words
  const seen = figures.filter(({ kind }) => kind === 'observation')
  const series = seriesIn(seen.filter(isNumeric), indicator.code)
  const national = series.filter(({ place }) => place === null)
  const byPlace = Map.groupBy(
    series.filter(({ place }) => place !== null),
    ({ place }) => place!,
  )
  const drawn = national.filter(({ figures }) => figures.some(({ period }) => period && daysOf(period)))
  const target = figures.find(({ kind, place }) => kind === 'target' && place === null)
  const targetValue = target ? amountOf(target.value) : null
  const title = [inLanguage(indicator.titles, locale), country && words.country(country)].filter(Boolean).join(', ')
  return (
    <>
      <ProgressSection indicator={indicator} figures={figures} />
      {drawn.some(({ figures }) => figures.length > 1) && (
        <figure class="over-time">
          <LineChart
            title={title}
            lines={drawn.slice(0, MOST_LINES).map(one => lineOf(one, seriesInWords(one, words), words))}
            target={
              target && targetValue !== null
                ? {
                    value: targetValue,
                    words: `${t('figure.kind.target')}${words.colon}${figureInWords(target, words)}`,
                  }
                : null
            }
            write={writerOf(indicator, words)}
          />
          {drawn.length > MOST_LINES && (
            <figcaption class="soft small">{t('chart.more', { shown: MOST_LINES, count: drawn.length })}</figcaption>
          )}
        </figure>
      )}
      {byPlace.size > 1 && <Places byPlace={byPlace} indicator={indicator} />}
      <Lists figures={seen} />
      <FigureTable
        {...{ figures, evidence, own }}
        first={figure => placeInWords(figure, words)}
        firstHeader={t('indicators.place')}
      />
      {more && <p class="soft">{t('indicators.more')}</p>}
    </>
  )
}

function lineOf({ figures }: Series, name: string, words: ReturnType<typeof useWords>): Line {
  return {
    name,
    points: figures.flatMap(figure => {
      const days = figure.period ? daysOf(figure.period) : null
      const value = amountOf(figure.value)
      if (!days || value === null) return []
      return [{ at: yearOf(days), value, words: `${figureInWords(figure, words)}, ${figure.period}` }]
    }),
  }
}

/** Where a period stands on the axis: its first day; of several years the first day of the last one. */
function yearOf({ from, until }: Days): number {
  const date = new Date((until - from > 366 ? until - 1 : from) * 86_400_000)
  const year = date.getUTCFullYear()
  if (until - from > 366) return year
  const newYear = Date.UTC(year, 0, 1)
  return year + (date.getTime() - newYear) / (Date.UTC(year + 1, 0, 1) - newYear)
}

/** Small multiples: the same scale and years, so that places can be held against each other. */
function Places({ byPlace, indicator }: { byPlace: Map<string, Series[]>; indicator: Indicator }) {
  const words = useWords()
  const { t } = words
  const lines = [...byPlace].map(([place, series]) => ({
    place,
    lines: series.slice(0, 2).map(one => lineOf(one, seriesInWords({ ...one, place: null }, words), words)),
  }))
  const points = lines.flatMap(({ lines }) => lines.flatMap(({ points }) => points))
  if (!points.length) return null
  const values = points.map(({ value }) => value)
  const years = points.map(({ at }) => at)
  const span: [number, number] = [Math.min(...years), Math.max(...years)]
  return (
    <section>
      <h3>{t('indicators.by-place')}</h3>
      <ul class="multiples">
        {lines.map(({ place, lines }) => (
          <li key={place}>
            <p>
              <bdi>{place}</bdi>
            </p>
            <LineChart
              small
              title={place}
              lines={lines}
              write={writerOf(indicator, words)}
              within={[Math.min(0, ...values), Math.max(...values)]}
              years={span[0] === span[1] ? [span[0] - 1, span[1] + 1] : span}
            />
          </li>
        ))}
      </ul>
    </section>
  )
}

/** Laws, measures, mechanisms: a list is an answer, too. */
function Lists({ figures }: { figures: Figure[] }) {
  const words = useWords()
  const lists = figures.filter(({ value }) => value.kind === 'list')
  if (!lists.length) return null
  return (
    <>
      {lists.map(figure => (
        <section key={figure.id} class="entries">
          <h3>
            {[placeInWords(figure, words), figure.period].filter(Boolean).join(', ')}{' '}
            <span class="soft">{words.t(`voice.${figure.voice}`)}</span>
          </h3>
          <ul class="prose">
            {figure.value.kind === 'list' &&
              figure.value.entries.map((entry, n) => (
                <li key={n} dir="auto">
                  {entry.title}
                  <span class="soft small">
                    {' '}
                    {[entry.year, entry.source ?? words.t('figure.no-source')].filter(Boolean).join(', ')}
                  </span>
                </li>
              ))}
          </ul>
        </section>
      ))}
    </>
  )
}
