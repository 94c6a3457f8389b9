/** What the world sees of plans: routes. Whether a plan may be seen is the database's to say; a draft is seen by its organisation. */
import { appraise, xray, type Finding } from '@open1325/appraisal'
import { toCsv, toXlsx } from '@open1325/reader'
import type { Hono } from 'hono'
import { reading, type Tx } from '../../../platform/access.ts'
import { htmlOf, page, type Ctx, type Env } from '../../../platform/http.ts'
import { keptPage } from '../../../platform/kept-pages.ts'
import { Problem } from '../../../platform/problem.ts'
import { attachedOn } from '../../evidence/offers/attached.tsx'
import { implementsOf } from '../../ledger/queries/instrument.ts'
import { voicesOnItem } from '../../voices/offers/load.ts'
import { missingIn } from '../missing.ts'
import { paths, toPlanDocument, type Instrument, type PlanItem } from '../model.ts'
import { STANDINGS, today } from '../offers/period.ts'
import { decisionsOf } from '../queries/finding.ts'
import { itemsAround, itemsOf, pagesOf, planBySlug, publicState, publishedPlans } from '../queries/plan.ts'
import { organisationName, outlinesOf, pageSize, talliesOf, whereIs } from '../queries/published.ts'
import { answerData } from '../../../platform/answer-data.ts'
import { GonePage } from './gone-page.tsx'
import { ItemPage } from './item-page.tsx'
import { ListPage } from './list-page.tsx'
import { listAsAtom, listAsCsv, listed, matching, type Asked } from './listing.ts'
import { PageView } from './page-view.tsx'
import { PlanPage } from './plan-page.tsx'

export function publicRoutes(app: Hono<Env>) {
  app.get('/plans', showList)
  app.get('/plans.csv', c => sendList(c, 'csv'))
  app.get('/plans.json', c => sendList(c, 'json'))
  app.get('/plans.atom', sendFeed)
  app.get('/plans/:file{[a-z0-9-]+\\.(?:json|csv|xlsx)}', sendPlan)
  app.get('/plans/:slug{[a-z0-9-]+}', showPlan)
  app.get('/plans/:slug{[a-z0-9-]+}/items/:ref{[0-9]{1,9}}', showItem)
  app.get('/plans/:slug{[a-z0-9-]+}/pages/:page{[0-9]{1,6}}', showPage)
}

const asking = <T,>(c: Ctx, work: (tx: Tx) => Promise<T>): Promise<T> =>
  reading(c.get('services').database.kysely, c.get('person')?.userId ?? null, work)

/** The plan at the request's address. @throws Problem not-found, also where the asker may not see it. */
async function planOf(c: Ctx, tx: Tx, slug = c.req.param('slug')): Promise<Instrument> {
  const plan = await planBySlug(tx, slug ?? '')
  if (!plan) throw new Problem('not-found')
  return plan
}

const originOf = (c: Ctx): string => new URL(c.get('services').config.publicUrl).origin

const PLANS_A_PAGE = 50

async function showList(c: Ctx) {
  const asked: Asked = {
    country: c.req.query('country') || null,
    language: c.req.query('language') || null,
    state: STANDINGS.find(state => state === c.req.query('state')) ?? null,
  }
  const number = Math.max(1, Math.trunc(Number(c.req.query('page'))) || 1)
  const found = await asking(c, async tx => {
    const all = await publishedPlans(tx)
    const those = matching(all, asked, today())
    const plans = those.slice((number - 1) * PLANS_A_PAGE, number * PLANS_A_PAGE)
    const ids = plans.map(plan => plan.id)
    const tallies = await talliesOf(tx, ids)
    const outlines = await outlinesOf(tx, ids)
    return { all, plans, matching: those.length, tallies, outlines }
  })
  const pageAt = (n: number) => {
    const query = new URLSearchParams(Object.entries(asked).filter(([, value]) => value) as [string, string][])
    if (n > 1) query.set('page', String(n))
    return '/plans' + (query.size ? `?${query}` : '')
  }
  const hasNext = number * PLANS_A_PAGE < found.matching
  return page(c, <ListPage c={c} asked={asked} {...found} at={pageAt} page={number} hasNext={hasNext} />)
}

async function sendList(c: Ctx, format: 'csv' | 'json') {
  const plans = await asking(c, async tx => {
    const all = await publishedPlans(tx)
    const ids = all.map(plan => plan.id)
    const tallies = await talliesOf(tx, ids)
    return all.map(plan => listed(plan, tallies.get(plan.id), originOf(c), today()))
  })
  if (format === 'csv') return answerData(c, 'csv', listAsCsv(plans), 'plans')
  return answerData(c, 'json', JSON.stringify({ format: 'open1325-plans/1', plans }, null, 2) + '\n', null)
}

async function sendFeed(c: Ctx) {
  const plans = await asking(c, publishedPlans)
  return answerData(c, 'atom', listAsAtom(plans, originOf(c), c.get('words')), null)
}

async function showPlan(c: Ctx) {
  const asked = new URL(c.req.url)
  const state =
    c.get('person') || [...asked.searchParams.keys()].some(name => name !== 'lang')
      ? null
      : await asking(c, tx => publicState(tx, c.req.param('slug') ?? ''))
  if (state === null) return page(c, await planPage(c))
  // Whether the plan is in force is told as of today.
  return keptPage(c, `${state} ${today()}`, async () => htmlOf(await planPage(c)))
}

async function planPage(c: Ctx) {
  const found = await asking(c, async tx => {
    const plan = await planOf(c, tx)
    const items = await itemsOf(tx, plan.id)
    const decisions = await decisionsOf(tx, plan.id)
    return { plan, items, decisions, organisation: await organisationName(tx, plan.organisationId) }
  })
  return <PlanPage c={c} {...found} />
}

async function sendPlan(c: Ctx) {
  const [slug = '', format] = c.req.param('file')!.split('.') as [string, 'json' | 'csv' | 'xlsx']
  const { document, illustrative } = await asking(c, async tx => {
    const plan = await planOf(c, tx, slug)
    return { document: toPlanDocument(plan, await itemsOf(tx, plan.id)), illustrative: plan.illustrative }
  })
  // None of the formats has a place for it: so that nobody takes a copy for a state's promise, its name says what it is.
  const name = illustrative ? `${slug}-illustrative` : slug
  const json = JSON.stringify(document, null, 2) + '\n'
  if (format === 'json') return answerData(c, 'json', json, name)
  if (format === 'csv') return answerData(c, 'csv', toCsv(document), name)
  return answerData(c, 'xlsx', await toXlsx(document), name, json)
}

async function showItem(c: Ctx) {
  const ref = Number(c.req.param('ref'))
  const found = await asking(c, async tx => {
    const plan = await planOf(c, tx)
    const place = await whereIs(tx, plan.id, ref)
    if (place?.ref !== ref) return { plan, place }
    const items = await itemsAround(tx, plan.id, ref)
    const item = items.find(one => one.ref === ref)
    const first = item?.cites[0]?.page
    const size = first ? await pageSize(tx, plan.fileSha256, first) : undefined
    if (!item) return { plan, place }
    const beside = {
      voices: await voicesOnItem(c, tx, plan, item),
      links: await implementsOf(tx, item.id),
      attached: await attachedOn(c, tx, item.id),
    }
    return { plan, place, items, item, size, beside }
  })
  const { plan, place, items, item, beside } = found
  if (!place) throw new Problem('not-found')
  if (place.ref === null) return page(c, <GonePage c={c} plan={plan} />, 410)
  if (!items || !item || !beside) {
    // A merge may be undone: nobody shall remember this for ever.
    c.header('Cache-Control', 'private, no-cache')
    return c.redirect(paths.item(plan.slug, place.ref), 301)
  }
  const n = items.indexOf(item)
  const missing = missingIn(xray(toPlanDocument(plan, items)), items).get(item.id) ?? []
  return page(
    c,
    <ItemPage
      {...{ c, plan, item, missing }}
      above={ancestorsOf(item, items)}
      children={items.filter(one => one.parentId === item.id)}
      before={items[n - 1]}
      after={items[n + 1]}
      page={found.size ?? null}
      {...beside}
    />,
  )
}

function ancestorsOf(item: PlanItem, items: PlanItem[]): PlanItem[] {
  const byId = new Map(items.map(one => [one.id, one]))
  const above: PlanItem[] = []
  let up = item.parentId ? byId.get(item.parentId) : undefined
  while (up && !above.includes(up)) {
    above.unshift(up)
    up = up.parentId ? byId.get(up.parentId) : undefined
  }
  return above
}

async function showPage(c: Ctx) {
  const number = Number(c.req.param('page'))
  const chosen = Number(c.req.query('item')) || null
  const criterion = c.req.query('criterion')
  const found = await asking(c, async tx => {
    const plan = await planOf(c, tx)
    const size = number > 0 ? await pageSize(tx, plan.fileSha256, number) : undefined
    if (!size) throw new Problem('not-found')
    const items = await itemsOf(tx, plan.id)
    const finding = criterion ? await findingFor(c, tx, plan, items, criterion) : undefined
    const cites = finding?.quotes.filter(cite => cite.page === number) ?? []
    return { plan, size, items, quoted: finding && cites.length ? { criterion: finding.criterion, cites } : null }
  })
  return page(c, <PageView c={c} page={number} chosen={chosen} {...found} />)
}

/** What was found for a criterion: as it was decided; before that, for members only, the machine's draft. */
async function findingFor(
  c: Ctx,
  tx: Tx,
  plan: Instrument,
  items: PlanItem[],
  criterion: string,
): Promise<Finding | undefined> {
  const decision = (await decisionsOf(tx, plan.id)).find(one => one.criterion === criterion)
  const isMember = c.get('person')?.memberships.some(one => one.organisationId === plan.organisationId)
  if (decision || !isMember) return decision?.machine
  const document = toPlanDocument(plan, items)
  const { findings } = appraise({ document, pages: await pagesOf(tx, plan.fileSha256) }, { asOf: today() })
  return findings.find(one => one.criterion === criterion)
}
