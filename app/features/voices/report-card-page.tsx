/** The report card of a plan and a year, as a page that prints well and as a workbook. */
import { reading } from '../../platform/access.ts'
import { page, wholeNumber, type Ctx } from '../../platform/http.ts'
import { Problem } from '../../platform/problem.ts'
import { Page } from '../../ui/page.tsx'
import { useWords } from '../../ui/words.tsx'
import { paths as ledgerPaths } from '../ledger/model.ts'
import { paths as planPaths, type Instrument } from '../plans/model.ts'
import { planBySlug } from '../plans/queries/plan.ts'
import { paths, VOICES } from './model.ts'
import { publicWordsOfInstruments } from './queries.ts'
import { reportCard, statusesOf, yearsOf, type CardRow, type ReportCard } from './report-card.ts'
import { cardItems, firstWordOn, recommendationsOf, type Recommendations } from './report-card-queries.ts'
import { cardAsWorkbook } from './report-card-xlsx.ts'
import { today } from './offers/load.ts'
import { StatusMark, StatusShapes } from './offers/shapes.tsx'

export interface Card {
  plan: Instrument
  year: number
  years: number[]
  commitments: ReportCard
  /** The sets of the year before, and what became of each recommendation by the end of this year. */
  recommendations: { sets: Recommendations[]; card: ReportCard }
}

/** The year that is asked for; without one, the last for which anything can have been said in full. @throws Problem 'not-found' */
async function cardOf(c: Ctx): Promise<Card> {
  const asker = c.get('person')?.userId ?? null
  return reading(c.get('services').database.kysely, asker, async tx => {
    const plan = await planBySlug(tx, c.req.param('slug') ?? '')
    if (!plan) throw new Problem('not-found')
    const years = yearsOf(plan.periodStart, await firstWordOn(tx, plan.id), today())
    const asked = c.req.query('year')
    const year = asked === undefined ? (years[1] ?? years[0]!) : wholeNumber(asked)
    if (year === null || !years.includes(year)) throw new Problem('not-found', c.get('words').t('report-card.no-year'))
    const sets = await recommendationsOf(tx, plan.country, year - 1)
    const words = await publicWordsOfInstruments(tx, [plan.id, ...sets.map(({ id }) => id)], `${year}-12-31`)
    return {
      plan,
      year,
      years,
      commitments: reportCard(await cardItems(tx, [plan.id]), words),
      recommendations: {
        sets,
        card: reportCard(
          await cardItems(
            tx,
            sets.map(({ id }) => id),
          ),
          words,
        ),
      },
    }
  })
}

export async function sendCard(c: Ctx) {
  const card = await cardOf(c)
  const workbook = await cardAsWorkbook(card, c.get('words'))
  return c.body(new Uint8Array(workbook), 200, {
    'Content-Type': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    'Content-Disposition': `attachment; filename="${card.plan.slug}-${card.year}${card.plan.illustrative ? '-illustrative' : ''}.xlsx"`,
    'Cache-Control': 'private, no-cache',
  })
}

export async function showCard(c: Ctx) {
  const card = await cardOf(c)
  const { plan, year, years, commitments, recommendations } = card
  const { t, country, colon } = c.get('words')
  return page(
    c,
    <Page c={c} title={`${t('report-card.title', { year: String(year) })}${colon}${plan.title}`} current="nav.plans">
      <p class="kicker">
        {plan.country ? country(plan.country) : plan.issuer} ·{' '}
        <a href={planPaths.plan(plan.slug)} lang={plan.languages[0]} dir="auto">
          {plan.title}
        </a>
      </p>
      <h1>{t('report-card.title', { year: String(year) })}</h1>
      {plan.illustrative && <p class="tag illustrative">{t('plan.illustrative')}</p>}
      <p class="lead">{t('report-card.lead', { year: String(year) })}</p>
      {years.length > 1 && (
        <nav class="years no-print" aria-label={t('report-card.years')}>
          {years.map(one => [
            <a href={paths.reportCard(plan.slug, one)} aria-current={one === year ? 'page' : undefined}>
              {one}
            </a>,
            ' ',
          ])}
        </nav>
      )}
      <StatusShapes id="shape" />
      <section aria-labelledby="commitments">
        <h2 id="commitments">{t('report-card.commitments')}</h2>
        <Table card={commitments} />
      </section>
      <section aria-labelledby="recommendations">
        <h2 id="recommendations">{t('report-card.recommendations', { year: String(year - 1) })}</h2>
        {recommendations.sets.length === 0 ? (
          <p class="empty">{t('report-card.recommendations.none', { year: String(year - 1) })}</p>
        ) : (
          <Table card={recommendations.card} />
        )}
      </section>
      <ul class="down no-print" aria-label={t('report-card.downloads')}>
        <li>
          <a href={paths.reportCardXlsx(plan.slug, year)}>XLSX</a>
        </li>
      </ul>
      <p class="soft small prose">{t('grade.rule')}</p>
    </Page>,
  )
}

function Table({ card }: { card: ReportCard }) {
  const { t } = useWords()
  const m = card.rows.length
  if (m === 0) return <p class="empty">{t('report-card.no-commitments')}</p>
  return (
    <>
      <ul class="card-counts">
        {card.heard.map(([voice, n]) => (
          <li key={voice}>{t('report-card.heard', { voice: t(`voice.${voice}`), n, m })}</li>
        ))}
      </ul>
      <ul class="card-counts">
        {card.gaps.map(([gap, n]) => (
          <li key={gap}>{t('report-card.gap-count', { n, m, gap: t(`gap.${gap}`) })}</li>
        ))}
      </ul>
      <p>
        {t('report-card.grounds')}{' '}
        {card.grades.map(([grade, n]) => `${t(`grade.${grade}`)} ${t('report-card.of', { n, m })}`).join(' · ')}
      </p>
      <div class="scroll-x" tabindex={0} role="region" aria-label={t('report-card.table')}>
        <table class="report-card">
          <thead>
            <tr>
              <th>{t('report-card.commitment')}</th>
              {VOICES.map(voice => (
                <th key={voice}>{t(`voice.${voice}`)}</th>
              ))}
              <th>{t('report-card.gap')}</th>
              <th>{t('report-card.grade')}</th>
            </tr>
          </thead>
          <tbody>
            {card.rows.map(row => (
              <Row key={row.itemId} row={row} />
            ))}
          </tbody>
        </table>
      </div>
    </>
  )
}

function Row({ row }: { row: CardRow }) {
  const { t } = useWords()
  const isSilent = row.accounts.every(({ current }) => current.length === 0)
  return (
    <tr>
      <td class="what">
        <a href={ledgerPaths.commitment(row)} lang={row.language ?? undefined} dir="auto">
          {[row.number, row.text].filter(Boolean).join(' ')}
        </a>
      </td>
      {isSilent && (
        <td colspan={VOICES.length + 2} class="soft">
          {t('gap.short.nobody-spoke')}
        </td>
      )}
      {!isSilent &&
        VOICES.map(voice => {
          const statuses = statusesOf(row, voice)
          return (
            <td key={voice} data-label={t(`voice.${voice}`)}>
              {statuses.length === 0 && <span class="soft">{t('report-card.nothing')}</span>}
              {statuses.map(status => (
                <div key={status}>
                  <StatusMark status={status} id="shape" />
                </div>
              ))}
            </td>
          )
        })}
      {!isSilent && <td data-label={t('report-card.gap')}>{t(`gap.short.${row.gap}`)}</td>}
      {!isSilent && <td data-label={t('report-card.grade')}>{t(`grade.${row.grade}`)}</td>}
    </tr>
  )
}
