/** What happened to a plan: who did what, when and why. */
import { reading } from '../../../platform/access.ts'
import { member, page, wholeNumber, type Ctx } from '../../../platform/http.ts'
import { Page } from '../../../ui/page.tsx'
import { useWords } from '../../../ui/words.tsx'
import { paths } from '../model.ts'
import { planHistory, type PlanAct, type RecentAct } from '../queries/plan-history.ts'
import { planOfRequest } from './plan-of-request.ts'

const ACTS_ON_A_PAGE = 50

/** `?before=`: the number of the last act of the page before. */
export async function showHistory(c: Ctx) {
  const person = member(c)
  const before = wholeNumber(c.req.query('before'))
  const { plan, acts } = await reading(c.get('services').database.kysely, person.userId, async tx => {
    const plan = await planOfRequest(c, tx, person)
    return { plan, acts: await planHistory(tx, plan, { before, limit: ACTS_ON_A_PAGE + 1 }) }
  })
  const { t } = c.get('words')
  const shown = acts.slice(0, ACTS_ON_A_PAGE)
  const older = acts.length > ACTS_ON_A_PAGE ? shown.at(-1) : undefined
  return page(
    c,
    <Page c={c} title={t('history.title')} current="nav.desk">
      <p class="kicker">
        <a href={paths.desk(plan.slug)}>
          <bdi lang={plan.languages[0]}>{plan.title}</bdi>
        </a>
      </p>
      <h1>{t('history.title')}</h1>
      <p class="lead">{t('history.lead')}</p>
      <HistoryList acts={shown} />
      <p class="actions">
        {before && <a href={paths.desk(plan.slug) + '/history'}>{t('history.latest')}</a>}
        {older && <a href={`${paths.desk(plan.slug)}/history?before=${older.id}`}>{t('history.older')}</a>}
      </p>
    </Page>,
  )
}

/** Acts on one plan, or on several: each then leads to its plan. */
export function HistoryList({ acts }: { acts: (PlanAct & Partial<RecentAct>)[] }) {
  const { t, has, time } = useWords()
  if (!acts.length) return <p class="soft">{t('history.none')}</p>
  return (
    <ul class="rows history">
      {acts.map(({ id, act, at, name, why, rows, times = 1, slug, title, language }) => {
        const key = `act.${act}`
        return (
          <li key={id}>
            <span>
              {has(key) ? t(key) : act}
              {rows > 0 && ` (${t('history.rows', { count: rows })})`}
              {rows === 0 && times > 1 && ` (${t('history.times', { count: times })})`}
            </span>{' '}
            {slug && (
              <a href={paths.desk(slug)}>
                <bdi lang={language ?? undefined}>{title}</bdi>
              </a>
            )}{' '}
            <span class="soft small">
              <bdi>{name ?? t('history.somebody')}</bdi> · <time dateTime={at.toISOString()}>{time(at)}</time>
            </span>
            {why && (
              <p class="why" dir="auto">
                {why}
              </p>
            )}
          </li>
        )
      })}
    </ul>
  )
}
