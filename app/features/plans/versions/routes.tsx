/** A plan beside its earlier edition: before the public, and on the desk where people say what continues what. */
import type { Hono } from 'hono'
import * as z from 'zod'
import { changing, reading, type Tx } from '../../../platform/access.ts'
import { hasRole, member, page, readForm, seeOther, type Ctx, type Env } from '../../../platform/http.ts'
import { Problem } from '../../../platform/problem.ts'
import { planOfRequest } from '../desk/plan-of-request.ts'
import type { Instrument } from '../model.ts'
import { answerData } from '../../../platform/answer-data.ts'
import { wellFormed } from '../../../platform/well-formed.ts'
import { itemsOf, planBySlug } from '../queries/plan.ts'
import { DeskPage } from './desk-page.tsx'
import { compareEditions, comparisonAsCsv, FATES, versionPaths } from './model.ts'
import { VersionsPage } from './page.tsx'
import { editionsOf, possiblyEarlier, RELATIONS, removeSuccession, saidOf, say, setSuccession } from './queries.ts'

export function versionRoutes(app: Hono<Env>) {
  app.get('/plans/:slug{[a-z0-9-]+}/versions', show)
  app.get('/plans/:slug{[a-z0-9-]+}/versions.csv', send)
  app.get('/desk/plans/:slug/versions', c => showDesk(c, null))
  app.post('/desk/plans/:slug/versions', succeed)
  app.post('/desk/plans/:slug/versions/items', sayOfItems)
}

const asking = <T,>(c: Ctx, work: (tx: Tx) => Promise<T>): Promise<T> =>
  reading(c.get('services').database.kysely, c.get('person')?.userId ?? null, work)

/** The plan, its editions, and the comparison with the one that is asked for, or the one just before. */
async function find(c: Ctx, tx: Tx, plan: Instrument) {
  const editions = await editionsOf(tx, plan.id)
  const wanted = wellFormed(c.req.query('with'))
  const chosen = wanted ? await planBySlug(tx, wanted) : editions.earlier[0]?.plan
  if (wanted && (!chosen || chosen.id === plan.id)) throw new Problem('not-found')
  if (!chosen) return { plan, editions, earlier: null, compared: null }
  const [before, after] = [await itemsOf(tx, chosen.id), await itemsOf(tx, plan.id)]
  const said = await saidOf(tx, chosen.id, plan.id)
  const compared = compareEditions({ plan: chosen, items: before }, { plan, items: after }, said)
  return { plan, editions, earlier: chosen, compared }
}

async function publicPlan(c: Ctx, tx: Tx): Promise<Instrument> {
  const plan = await planBySlug(tx, c.req.param('slug') ?? '')
  if (!plan) throw new Problem('not-found')
  return plan
}

async function show(c: Ctx) {
  const found = await asking(c, async tx => find(c, tx, await publicPlan(c, tx)))
  const only = FATES.find(fate => fate === c.req.query('show')) ?? null
  const person = c.get('person')
  const mayChange = person?.current?.organisationId === found.plan.organisationId && hasRole(person, 'contributor')
  return page(c, <VersionsPage {...{ c, only, mayChange }} {...found} />)
}

async function send(c: Ctx) {
  const { plan, earlier, compared } = await asking(c, async tx => find(c, tx, await publicPlan(c, tx)))
  if (!earlier || !compared) throw new Problem('not-found')
  const origin = new URL(c.get('services').config.publicUrl).origin
  return answerData(c, 'csv', comparisonAsCsv(compared, earlier, plan, origin), `${plan.slug}-since-${earlier.slug}`)
}

async function showDesk(c: Ctx, form: { fields: Record<string, string> } | null) {
  const person = member(c)
  const found = await asking(c, async tx => {
    const plan = await planOfRequest(c, tx, person)
    return { ...(await find(c, tx, plan)), choices: await possiblyEarlier(tx, plan) }
  })
  return page(c, <DeskPage c={c} {...found} errors={form} />, form ? 422 : 200)
}

const succession = z.object({
  earlier: z.string().min(1, 'versions.choose'),
  relation: z.enum([...RELATIONS, 'none']),
})

async function succeed(c: Ctx) {
  const person = member(c, 'contributor')
  const form = await readForm(c, succession)
  if (!form.ok) return showDesk(c, form.errors)
  const { earlier: slug, relation } = form.value
  const act = { act: relation === 'none' ? 'versions.unsay' : 'versions.say' }
  const done = await changing(c.get('services').database.kysely, person.userId, act, async tx => {
    const plan = await planOfRequest(c, tx, person)
    const earlier = await planBySlug(tx, slug)
    if (!earlier || earlier.id === plan.id) return null
    if (relation === 'none') await removeSuccession(tx, plan.id, earlier.id)
    else await setSuccession(tx, plan, earlier.id, relation, person.userId)
    return { plan, earlier }
  })
  if (!done) return showDesk(c, { fields: { earlier: c.get('words').t('versions.choose') } })
  const to = versionPaths.desk(done.plan.slug)
  return seeOther(c, relation === 'none' ? to : `${to}?with=${done.earlier.slug}`)
}

const ofItems = z.object({
  with: z.string().min(1),
  earlier: z.coerce.number().int().positive(),
  later: z.coerce.number().int().positive('versions.choose-row'),
  relation: z.enum(['continues', 'is-not', 'none']),
})

async function sayOfItems(c: Ctx) {
  const person = member(c, 'contributor')
  const form = await readForm(c, ofItems)
  if (!form.ok) return showDesk(c, form.errors)
  const { with: slug, relation } = form.value
  const to = await changing(
    c.get('services').database.kysely,
    person.userId,
    { act: `versions.${relation}` },
    async tx => {
      const plan = await planOfRequest(c, tx, person)
      const earlier = await planBySlug(tx, slug)
      if (!earlier) throw new Problem('not-found')
      const was = (await itemsOf(tx, earlier.id)).find(item => item.ref === form.value.earlier)
      const is = (await itemsOf(tx, plan.id)).find(item => item.ref === form.value.later)
      if (!was || !is) throw new Problem('not-found')
      const said = relation === 'none' ? null : relation
      await say(tx, plan, { laterId: is.id, earlierId: was.id, relation: said, by: person.userId })
      return `${versionPaths.desk(plan.slug)}?with=${earlier.slug}#i${is.ref}`
    },
  )
  return seeOther(c, to)
}
