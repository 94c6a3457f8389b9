/** A plan on the desk: how its reading stands, what to do next, its facts, and its way to the public. */
import { EDITION } from '@open1325/appraisal'
import type { ItemKind } from '@open1325/reader'
import { reading } from '../../../platform/access.ts'
import { hasRole, member, page, type Ctx } from '../../../platform/http.ts'
import { Problem } from '../../../platform/problem.ts'
import { Page } from '../../../ui/page.tsx'
import { useWords } from '../../../ui/words.tsx'
import { titleFromFileName } from '../offers/facts.ts'
import { isUnderWay, paths, type Instrument } from '../model.ts'
import { countsInWords, kicker, pagesAndLanguages, periodAndStanding } from '../public/facts.tsx'
import { countsOf, deskEntries, wasPublished, type DeskEntry } from '../queries/instrument.ts'
import { planHistory, type PlanAct } from '../queries/plan-history.ts'
import { lastWarnings, type WarningOfReading } from '../queries/reading.ts'
import { FactsSection, type FactsForm } from './facts-section.tsx'
import { HistoryList } from './history-page.tsx'
import { NextStep, Progress, reasonInWords } from './next-step-line.tsx'
import { versionPaths } from '../versions/model.ts'
import { planOfRequest } from './plan-of-request.ts'
import { PublishSection, RemoveSection } from './publish-section.tsx'

const REFRESH_SECONDS = 3
const LATEST_ACTS = 5

interface Shown {
  entry: DeskEntry
  kinds: Partial<Record<ItemKind, number>>
  warnings: WarningOfReading[]
  acts: PlanAct[]
  everPublic: boolean
}

/** `form`: the facts as they were just typed, where they could not be saved. */
export async function showPlan(c: Ctx, form: FactsForm | null = null) {
  const person = member(c)
  const { t } = c.get('words')
  const shown = await reading(c.get('services').database.kysely, person.userId, async (tx): Promise<Shown> => {
    const plan = await planOfRequest(c, tx, person)
    const [entry] = await deskEntries(tx, plan.organisationId, EDITION.edition, plan.id)
    if (!entry) throw new Problem('not-found')
    return {
      entry,
      kinds: await countsOf(tx, plan.id),
      warnings: await lastWarnings(tx, plan.id),
      acts: await planHistory(tx, plan, { limit: LATEST_ACTS }),
      everPublic: await wasPublished(tx, plan.id),
    }
  })
  const { plan, run } = shown.entry
  const query = new URL(c.req.url).search
  if (plan.slug !== c.req.param('slug') && !form) return c.redirect(paths.desk(plan.slug) + query)

  const words = c.get('words')
  const underWay = isUnderWay(run)
  const isRead = !underWay && (shown.entry.items > 0 || run?.state === 'done')
  const done = c.req.query('done') ?? ''
  const notice = `desk.done.${done}`
  const about = [pagesAndLanguages(plan, words), (plan.periodStart || plan.periodEnd) && periodAndStanding(plan, words)]
  const mayChange = hasRole(person, plan.publishedAt ? 'editor' : 'contributor')
  const isOwn = shown.entry.addedBy === person.userId
  const mayRemove = !shown.everPublic && hasRole(person, isOwn ? 'contributor' : 'editor')
  return page(
    c,
    <Page
      c={c}
      title={plan.title}
      current="nav.desk"
      islands={underWay ? ['progress'] : []}
      refresh={underWay ? REFRESH_SECONDS : null}
      notice={words.has(notice) ? t(notice) : null}
    >
      <p class="kicker">
        <a href="/desk">{t('nav.desk')}</a> · {kicker(plan, words)}
      </p>
      <h1>
        <bdi lang={plan.languages[0]}>{plan.title}</bdi>
      </h1>
      <p class="facts">
        {about.filter(Boolean).map(fact => (
          <span key={fact}>{fact} · </span>
        ))}
        <a href={paths.original(plan.slug)}>{t('plan.original')}</a>
        {shown.entry.items > 0 && (
          <>
            {' · '}
            <a href={paths.plan(plan.slug)}>{plan.publishedAt ? t('desk.public-page') : t('desk.preview')}</a>
          </>
        )}{' '}
        <span class="tag">{plan.publishedAt ? t('desk.public') : t('desk.draft')}</span>{' '}
        {plan.illustrative && <span class="tag illustrative">{t('desk.illustrative')}</span>}
      </p>
      <ReadingSection {...shown} mayChange={mayChange} />
      {isRead && shown.entry.items > 0 && (
        <p>
          <a href={versionPaths.desk(plan.slug)}>{t('versions.to-desk')}</a>
        </p>
      )}
      {mayChange && isRead && <FactsSection plan={plan} form={form} everPublic={shown.everPublic} />}
      {hasRole(person, 'editor') && isRead && <PublishSection entry={shown.entry} />}
      <section aria-labelledby="history">
        <h2 id="history">{t('history.title')}</h2>
        <HistoryList acts={shown.acts} />
        <p>
          <a href={paths.desk(plan.slug) + '/history'}>{t('history.all')}</a>
        </p>
      </section>
      {mayChange && !underWay && shown.entry.items > 0 && <ReadAgain plan={plan} />}
      {mayRemove && <RemoveSection plan={plan} />}
    </Page>,
    form ? (form.changedBy !== undefined ? 409 : 422) : 200,
  )
}

function ReadingSection({ entry, kinds, warnings, mayChange }: Shown & { mayChange: boolean }) {
  const words = useWords()
  const { t } = words
  const { plan, run, items } = entry
  if (run && isUnderWay(run))
    return (
      <section aria-label={t('reading.title')} class="under-way">
        <Progress plan={plan} run={run} />
        <p class="soft small">{t('reading.leave')}</p>
        {mayChange && (
          <form method="post" action={paths.desk(plan.slug) + '/cancel'}>
            <button class="quiet">{t('reading.cancel')}</button>
          </form>
        )}
      </section>
    )
  const found = t('reading.found', { pages: pagesAndLanguages(plan, words), rows: countsInWords(kinds, words) })
  return (
    <section aria-labelledby="reading" class="desk-reading">
      <h2 id="reading">{t('reading.title')}</h2>
      {run?.state === 'failed' && (
        <div class="warning" role="alert">
          <p>{reasonInWords(run.error, words)}</p>
          {items > 0 && <p>{t('reading.former-stays')}</p>}
        </div>
      )}
      {run?.state === 'cancelled' && <p class="warning">{t('reading.cancelled')}</p>}
      {items > 0 && <p class="found">{found}</p>}
      {run?.state === 'done' && items === 0 && (
        <p class="warning">{t(warnings.some(({ code }) => OF_SCANS.has(code)) ? 'reading.scan' : 'reading.nothing')}</p>
      )}
      {run?.state === 'done' && items > 0 && (
        <Warnings warnings={warnings.filter(({ code }) => !isAnswered(code, plan))} />
      )}
      {items > 0 ? <NextStep entry={entry} /> : mayChange && <WaysOut plan={plan} nothing={run?.state === 'done'} />}
    </section>
  )
}

/** Warnings that pages are pictures. */
const OF_SCANS: ReadonlySet<string> = new Set(['no-text', 'ocr', 'ocr-poor'])

/** What the reading did not find, and somebody has since entered. */
function isAnswered(code: string, plan: Instrument): boolean {
  if (code === 'no-title') return plan.title !== titleFromFileName(plan.fileName)
  if (code === 'no-issuer') return Boolean(plan.issuer ?? plan.country)
  return code === 'no-period' && Boolean(plan.periodStart ?? plan.periodEnd)
}

/** So many page numbers are listed; of more, only how many. */
const LISTED_PAGES = 12

function Warnings({ warnings }: { warnings: WarningOfReading[] }) {
  const { t, has, list } = useWords()
  if (!warnings.length) return null
  return (
    <>
      <p>{t('reading.warnings')}</p>
      <ul class="prose">
        {warnings.map(({ code, pages }) => {
          const key = `reader.warning.${code}`
          const where = pages.length
            ? t('reading.on-pages', { count: pages.length, pages: list(pages.map(String)) })
            : ''
          const many = pages.length > LISTED_PAGES ? t('count.page', { count: pages.length }) : where
          return (
            <li key={code}>
              {has(key) ? t(key) : t('reader.warning.other')} {many && <span class="soft">({many})</span>}
            </li>
          )
        })}
      </ul>
    </>
  )
}

/** Where there are no rows: read again, or add them by hand. */
function WaysOut({ plan, nothing }: { plan: Instrument; nothing: boolean }) {
  const { t } = useWords()
  return (
    <div class="actions">
      <form method="post" action={paths.desk(plan.slug) + '/read-again'}>
        <button>{nothing ? t('reading.again') : t('reading.try-again')}</button>
      </form>
      {nothing && (
        <a class="button quiet" href={paths.review(plan.slug)}>
          {t('reading.by-hand')}
        </a>
      )}
    </div>
  )
}

function ReadAgain({ plan }: { plan: Instrument }) {
  const { t } = useWords()
  return (
    <section aria-labelledby="again">
      <h2 id="again">{t('reading.again')}</h2>
      <p class="prose">{t('reading.again.lead')}</p>
      <form method="post" action={paths.desk(plan.slug) + '/read-again'}>
        <button class="quiet">{t('reading.again')}</button>
      </form>
    </section>
  )
}
