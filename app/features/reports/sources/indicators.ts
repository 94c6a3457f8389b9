/** An indicator's figures as they are put into a report: a chart, what it shows in words, and every figure as a table. */
import { daysOf } from '@open1325/indicators'
import { lineChart, MOST_LINES, words as text, type Block, type ChartLine } from '@open1325/report-writer'
import type { Tx } from '../../../platform/access.ts'
import type { Words } from '../../../platform/languages.ts'
import { inLanguage, paths, seriesIn, valueInWords, type Figure, type Indicator } from '../../indicators/model.ts'
import { figuresOf, frameworkByCode, indicatorByCode } from '../../indicators/queries.ts'
import type { Made } from '../model.ts'
import { digest } from './digest.ts'

/** The most figures that stand in a report; the site has all. */
const MOST = 200

export async function madeOfIndicator(
  tx: Tx,
  of: { framework: string; code: string; country: string | null },
  words: Words,
  origin: string,
): Promise<Made | null> {
  const framework = await frameworkByCode(tx, of.framework)
  const indicator = framework && (await indicatorByCode(tx, framework.id, of.code))
  if (!indicator) return null
  const figures = await figuresOf(tx, indicator.id, { country: of.country, limit: MOST })
  if (!figures.length) return null
  const version = digest([indicator.titles, figures.map(({ id, value }) => [id, value])])
  const title = [
    `${indicator.code}${words.colon}${inLanguage(indicator.titles, words.writes)}`,
    of.country && words.country(of.country),
  ]
  const caption = title.filter(Boolean).join(', ')
  const table = tableOf(figures, words)
  const chart = chartOf(indicator, figures, words)
  const block: Block = chart
    ? { kind: 'figure', svg: chart.svg, alt: chart.alt, caption, table }
    : { kind: 'table', caption, ...table }
  return { version, url: origin + paths.indicator(of.framework, of.code), blocks: [block] }
}

const inWords = ({ value }: Figure, words: Words): string => valueInWords(value, words)

function tableOf(figures: Figure[], words: Words) {
  const { t } = words
  return {
    header: [
      t('reports.figure.what'),
      t('reports.figure.period'),
      t('reports.figure.value'),
      t('reports.figure.voice'),
      t('reports.figure.source'),
    ],
    rows: figures.map(figure =>
      [
        [t(`figure.kind.${figure.kind}`), figure.place, ...Object.values(figure.disaggregation)]
          .filter(Boolean)
          .join(', '),
        figure.period ?? '–',
        inWords(figure, words),
        t(`voice.${figure.voice}`),
        [figure.source, figure.sourceDate].filter(Boolean).join(', ') || (figure.organisation ?? '–'),
      ].map(cell => [text(cell)]),
    ),
  }
}

const numberOf = ({ value }: Figure): number | null =>
  value.kind === 'number'
    ? value.number
    : value.kind === 'share'
      ? value.share
      : value.kind === 'level'
        ? value.level
        : null

/** Where a period stands between the marks of years: a year's value at its mark (of several years, at the last one's), a part of one where it begins. */
function yearOf(period: string | null): number | null {
  const days = period === null ? null : daysOf(period)
  if (!days) return null
  const first = new Date(days.from * 86_400_000)
  const isWhole = days.until - days.from >= 365
  if (isWhole) return new Date((days.until - 1) * 86_400_000).getUTCFullYear()
  return first.getUTCFullYear() + first.getUTCMonth() / 12
}

/** Null where no line has two points. */
function chartOf({ code, valueKind }: Indicator, figures: Figure[], words: Words): { svg: string; alt: string } | null {
  const { t } = words
  const series = seriesIn(
    figures.filter(({ kind }) => kind !== 'target'),
    code,
  )
  const lines: ChartLine[] = series
    .map(({ voice, place, disaggregation, figures }) => ({
      name: [place, ...Object.values(disaggregation), t(`voice.${voice}`)].filter(Boolean).join(', '),
      points: figures.flatMap(figure => {
        const [at, value] = [yearOf(figure.period), numberOf(figure)]
        return at === null || value === null ? [] : [{ at, value }]
      }),
    }))
    .filter(({ points }) => points.length > 1)
    .slice(0, MOST_LINES)
  if (!lines.length) return null
  const goal = figures.findLast(({ kind }) => kind === 'target')
  const goalValue = goal ? numberOf(goal) : null
  const write = valueKind === 'share' ? words.percent : words.number
  const svg = lineChart({
    lines,
    target:
      goal && goalValue !== null
        ? { value: goalValue, name: t('reports.chart.target', { value: write(goalValue) }) }
        : null,
    write,
  })
  if (!svg) return null
  const told = lines.map(({ name, points }) => {
    const [first, last] = [points[0]!, points.at(-1)!]
    const year = (at: number) => String(Math.floor(at))
    return t('reports.chart.line', {
      name,
      from: write(first.value),
      first: year(first.at),
      to: write(last.value),
      last: year(last.at),
    })
  })
  return { svg, alt: told.join(' ') }
}
