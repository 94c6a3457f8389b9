/** Indicators on the desk: frameworks of one's own, passports, figures entered by hand. */
import type { Hono } from 'hono'
import * as z from 'zod'
import { changing, reading, type Tx } from '../../../platform/access.ts'
import {
  hasRole,
  member,
  page,
  readForm,
  seeOther,
  type Ctx,
  type Env,
  type FormErrors,
} from '../../../platform/http.ts'
import { Problem } from '../../../platform/problem.ts'
import { asSlug } from '../../../platform/slug.ts'
import { publicPiecesOf } from '../../evidence/queries.ts'
import {
  addFramework,
  addIndicator,
  changeFramework,
  changeIndicator,
  keepFigures,
  publishFramework,
  showFigures,
  takeFiguresTurn,
  withdrawFigure,
} from '../offers/changes.ts'
import { paths } from '../model.ts'
import { figureCounts, figuresOf, frameworksOf, indicatorsOf } from '../queries.ts'
import { frameworkOf, indicatorOf } from '../routes.tsx'
import { FrameworkDeskPage } from './framework-page.tsx'
import { disaggregationTyped, figureForm, frameworkForm, passportForm, passportOf, valueTyped } from './form.ts'
import { fromPlan, plansWithIndicators } from './from-plan.ts'
import { IndicatorDeskPage } from './indicator-page.tsx'
import { IndicatorsDeskPage } from './list-page.tsx'

export function deskRoutes(app: Hono<Env>) {
  app.get('/desk/indicators', c => showList(c))
  app.post('/desk/indicators', add)
  app.post('/desk/indicators/from-plan', addFromPlan)
  app.get('/desk/indicators/:framework{[a-z0-9-]+}', c => showFramework(c))
  app.post('/desk/indicators/:framework{[a-z0-9-]+}', changeOne)
  app.post('/desk/indicators/:framework{[a-z0-9-]+}/publish', publish)
  app.post('/desk/indicators/:framework{[a-z0-9-]+}/add', addPassport)
  app.get('/desk/indicators/:framework{[a-z0-9-]+}/:code', c => showIndicator(c))
  app.post('/desk/indicators/:framework{[a-z0-9-]+}/:code', changePassport)
  app.post('/desk/indicators/:framework{[a-z0-9-]+}/:code/figures', addFigure)
  app.post('/desk/indicators/:framework{[a-z0-9-]+}/:code/figures/:act{withdraw|show}', actOnFigures)
}

export interface Refused {
  errors: FormErrors
  typed: Record<string, string>
  /** Somebody else changed it in the meantime. */
  changed?: boolean
}

const asking = <T,>(c: Ctx, work: (tx: Tx) => Promise<T>): Promise<T> =>
  reading(c.get('services').database.kysely, member(c).userId, work)

/** Only one's own: the library's and other organisations' frameworks are looked at on the public pages. */
async function ownFramework(c: Ctx, tx: Tx) {
  const framework = await frameworkOf(c, tx)
  if (framework.organisationId !== member(c).current.organisationId) throw new Problem('not-found')
  return framework
}

async function ownIndicator(c: Ctx, tx: Tx) {
  const found = await indicatorOf(c, tx)
  if (found.framework.organisationId !== member(c).current.organisationId) throw new Problem('not-found')
  return found
}

const status = (refused?: Refused) => (refused ? (refused.changed ? 409 : 422) : 200)

async function showList(c: Ctx, refused?: Refused) {
  const { current } = member(c)
  const found = await asking(c, async tx => ({
    own: await frameworksOf(tx, current.organisationId),
    plans: await plansWithIndicators(tx, current.organisationId),
  }))
  return page(c, <IndicatorsDeskPage c={c} {...found} refused={refused} />, status(refused))
}

async function add(c: Ctx) {
  const person = member(c, 'contributor')
  const form = await readForm(c, frameworkForm)
  if (!form.ok) return showList(c, form)
  const { title, source, sourceUrl } = form.value
  const code = await changing(c.get('services').database.kysely, person.userId, { act: 'framework.add' }, tx =>
    addFramework(tx, {
      organisationId: person.current.organisationId,
      code: asSlug(title) || 'indicators',
      titles: { [c.get('words').locale]: title },
      source,
      sourceUrl,
      by: person.userId,
    }),
  )
  return seeOther(c, paths.deskFramework(code))
}

async function addFromPlan(c: Ctx) {
  const person = member(c, 'contributor')
  const form = await readForm(c, z.object({ plan: z.string().min(1, 'form.needed') }))
  if (!form.ok) return showList(c, form)
  const code = await changing(c.get('services').database.kysely, person.userId, { act: 'framework.from-plan' }, tx =>
    fromPlan(
      tx,
      { organisationId: person.current.organisationId, slug: form.value.plan, by: person.userId },
      c.get('words'),
    ),
  )
  if (!code) throw new Problem('not-found')
  return seeOther(c, paths.deskFramework(code))
}

async function showFramework(c: Ctx, refused?: Refused) {
  const person = member(c)
  const found = await asking(c, async tx => {
    const framework = await ownFramework(c, tx)
    return {
      framework,
      indicators: await indicatorsOf(tx, framework.id),
      figures: await figureCounts(tx, framework.id),
    }
  })
  return page(
    c,
    <FrameworkDeskPage
      c={c}
      {...found}
      mayChange={hasRole(person, 'contributor')}
      mayPublish={hasRole(person, 'editor')}
      refused={refused}
    />,
    status(refused),
  )
}

const versioned = z.object({ version: z.coerce.number().int().min(1) })

async function changeOne(c: Ctx) {
  const person = member(c, 'contributor')
  const form = await readForm(c, z.intersection(frameworkForm, versioned))
  if (!form.ok) return showFramework(c, form)
  const { title, version, ...more } = form.value
  const done = await changing(c.get('services').database.kysely, person.userId, { act: 'framework.edit' }, async tx => {
    const framework = await ownFramework(c, tx)
    const titles = { ...framework.titles, [c.get('words').locale]: title }
    return changeFramework(tx, framework.id, version, { titles, ...more })
  })
  if (!done) return showFramework(c, { errors: { fields: {} }, typed: form.typed, changed: true })
  return seeOther(c, paths.deskFramework(c.req.param('framework')!))
}

async function publish(c: Ctx) {
  const person = member(c, 'editor')
  const form = await readForm(c, z.object({ public: z.enum(['yes', 'no']) }))
  if (!form.ok) throw new Problem('bad-input')
  const isPublic = form.value.public === 'yes'
  const act = { act: isPublic ? 'framework.publish' : 'framework.unpublish' }
  await changing(c.get('services').database.kysely, person.userId, act, async tx =>
    publishFramework(tx, (await ownFramework(c, tx)).id, isPublic),
  )
  return seeOther(c, paths.deskFramework(c.req.param('framework')!))
}

async function addPassport(c: Ctx) {
  const person = member(c, 'contributor')
  const form = await readForm(c, passportForm)
  if (!form.ok) return showFramework(c, form)
  const passport = passportOf(form.value, c.get('words').locale)
  const framework = c.req.param('framework')!
  const done = await changing(c.get('services').database.kysely, person.userId, { act: 'indicator.add' }, async tx =>
    addIndicator(tx, await ownFramework(c, tx), passport),
  )
  if (done) return seeOther(c, paths.deskIndicator(framework, passport.code))
  const errors = { fields: { code: c.get('words').t('indicators.form.code-taken') } }
  return showFramework(c, { errors, typed: form.typed })
}

async function showIndicator(c: Ctx, refused?: Refused & { form: 'passport' | 'figure' }) {
  const person = member(c)
  const found = await asking(c, async tx => {
    const one = await ownIndicator(c, tx)
    const { id } = one.indicator
    return { ...one, figures: await figuresOf(tx, id), evidence: await publicPiecesOf(tx, id) }
  })
  return page(
    c,
    <IndicatorDeskPage
      c={c}
      {...found}
      voice={person.current.voice}
      own={person.current.organisationId}
      mayChange={hasRole(person, 'contributor')}
      mayPublish={hasRole(person, 'editor')}
      refused={refused}
    />,
    status(refused),
  )
}

async function changePassport(c: Ctx) {
  const person = member(c, 'contributor')
  const form = await readForm(c, z.intersection(passportForm, versioned))
  if (!form.ok) return showIndicator(c, { ...form, form: 'passport' })
  const { version, ...typed } = form.value
  const framework = c.req.param('framework')!
  const done = await changing(c.get('services').database.kysely, person.userId, { act: 'indicator.edit' }, async tx => {
    const { indicator } = await ownIndicator(c, tx)
    return changeIndicator(tx, indicator.id, version, passportOf(typed, c.get('words').locale, indicator.titles))
  })
  if (!done) return showIndicator(c, { errors: { fields: {} }, typed: form.typed, changed: true, form: 'passport' })
  return seeOther(c, paths.deskIndicator(framework, typed.code))
}

async function addFigure(c: Ctx) {
  const person = member(c, 'contributor')
  const form = await readForm(c, figureForm)
  if (!form.ok) return showIndicator(c, { ...form, form: 'figure' })
  const { t } = c.get('words')
  const refuse = (field: string, message: string) =>
    showIndicator(c, { errors: { fields: { [field]: message } }, typed: form.typed, form: 'figure' })
  if (form.value.visibility !== 'organisation' && !hasRole(person, 'editor'))
    return refuse('visibility', t('indicators.form.editors-only'))
  if (form.value.voice !== person.current.voice && !form.value.source)
    return refuse('source', t('indicators.form.source-of-another'))
  const { indicator } = await asking(c, tx => ownIndicator(c, tx))
  const typed = valueTyped(form.value, indicator.valueKind)
  if ('field' in typed) return refuse(typed.field, t(typed.message as 'form.needed'))
  const { kind, country, place, period, source, sourceDate, voice, visibility, note } = form.value
  await changing(c.get('services').database.kysely, person.userId, { act: 'figure.add' }, tx =>
    keepFigures(tx, person.current.organisationId, person.userId, [
      {
        kind,
        country,
        place,
        period,
        source,
        sourceDate,
        voice,
        visibility,
        note,
        indicatorId: indicator.id,
        countsPeople: indicator.countsPeople,
        disaggregation: disaggregationTyped(form.value),
        value: typed.value,
      },
    ]),
  )
  return seeOther(c, `${paths.deskIndicator(c.req.param('framework')!, indicator.code)}#figures`)
}

const chosen = z.object({
  figure: z
    .union([z.uuid(), z.array(z.uuid())])
    .transform(one => [one].flat())
    .default([]),
})

async function actOnFigures(c: Ctx) {
  const show = c.req.param('act') === 'show'
  const person = member(c, show ? 'editor' : 'contributor')
  const form = await readForm(c, chosen)
  if (!form.ok) throw new Problem('bad-input')
  const act = { act: show ? 'figure.show' : 'figure.withdraw' }
  await changing(c.get('services').database.kysely, person.userId, act, async tx => {
    await ownIndicator(c, tx)
    await takeFiguresTurn(tx, person.current.organisationId)
    if (show) await showFigures(tx, form.value.figure, 'public')
    else for (const id of form.value.figure) if (!(await withdrawFigure(tx, id))) throw new Problem('not-allowed')
  })
  const to = paths.deskIndicator(c.req.param('framework')!, c.req.param('code')!)
  return seeOther(c, `${to}#figures`)
}
