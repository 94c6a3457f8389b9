/** The integrity checks' page: run on demand, decided one by one, downloaded as a table. */
import { stringify } from 'csv-stringify/sync'
import type { Hono } from 'hono'
import * as z from 'zod'
import { changing, reading } from '../../../platform/access.ts'
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
import { inLanguage, paths } from '../model.ts'
import { frameworksOf } from '../queries.ts'
import { findWarnings } from './find.ts'
import { paramsOf, WarningsPage } from './page.tsx'
import { decide, decisionsOf, toCheck, undecide } from './queries.ts'
import { warningInWords } from './words.ts'

export function warningRoutes(app: Hono<Env>) {
  app.get('/desk/indicators/warnings', c => show(c))
  app.post('/desk/indicators/warnings', decideOne)
  app.post('/desk/indicators/warnings/undo', undecideOne)
  app.get('/desk/indicators/warnings.csv', download)
}

const database = (c: Ctx) => c.get('services').database.kysely
const setOf = (typed: string | undefined): string | null => (/^[a-z0-9-]{1,80}$/.test(typed ?? '') ? typed! : null)

async function found(c: Ctx, set: string | null) {
  const { userId, current } = member(c)
  const { organisationId } = current
  const rows = await reading(database(c), userId, async tx => ({
    checked: await toCheck(tx, organisationId, set),
    decisions: await decisionsOf(tx, organisationId),
    sets: await frameworksOf(tx),
  }))
  const own = rows.sets.filter(
    framework =>
      framework.organisationId === organisationId ||
      rows.checked.indicators.some(one => one.framework.id === framework.id),
  )
  return { ...rows, sets: own, warnings: await findWarnings(rows.checked.indicators) }
}

async function show(c: Ctx, refused?: { errors: FormErrors; typed: Record<string, string> }) {
  const person = member(c)
  const set = setOf(refused ? refused.typed.set : c.req.query('set'))
  const shown = { ...(await found(c, set)), c, set, refused, mayDecide: hasRole(person, 'contributor') }
  return page(c, <WarningsPage {...shown} />, refused ? 422 : 200)
}

const decisionForm = z.object({
  key: z.string().min(1).max(500),
  check: z.string().min(1).max(100),
  indicator: z.union([z.uuid(), z.literal('')]).transform(typed => typed || null),
  decision: z.enum(['accepted', 'mended']),
  reason: z.string().trim().min(1, 'form.needed').max(2000, 'form.too-long'),
  set: z.string().default(''),
})

async function decideOne(c: Ctx) {
  const person = member(c, 'contributor')
  const form = await readForm(c, decisionForm)
  if (!form.ok) return show(c, form)
  const { key, check, indicator, decision, reason, set } = form.value
  const { organisationId } = person.current
  await changing(database(c), person.userId, { act: 'warning.decide', why: reason }, tx =>
    decide(tx, { organisationId, by: person.userId, key, check, indicatorId: indicator, decision, reason }),
  )
  return seeOther(c, addressOf(set))
}

async function undecideOne(c: Ctx) {
  const person = member(c, 'contributor')
  const form = await readForm(c, z.object({ key: z.string().min(1).max(500), set: z.string().default('') }))
  if (!form.ok) return show(c, form)
  await changing(database(c), person.userId, { act: 'warning.undecide' }, tx =>
    undecide(tx, person.current.organisationId, form.value.key),
  )
  return seeOther(c, addressOf(form.value.set))
}

const addressOf = (set: string) => paths.warnings + (setOf(set) ? `?set=${set}` : '')

async function download(c: Ctx) {
  const words = c.get('words')
  const { warnings, decisions } = await found(c, setOf(c.req.query('set')))
  const rows = warnings.map(one => {
    const decision = decisions.get(one.key)
    return {
      framework: one.framework.code,
      indicator: one.indicator?.code ?? '',
      severity: one.warning.severity,
      check: one.warning.message.key,
      warning: warningInWords(
        paramsOf(one, titles => inLanguage(titles as Record<string, string>, words.locale)),
        words,
      ),
      figures: one.figures.length,
      decision: decision?.decision ?? '',
      reason: decision?.reason ?? '',
    }
  })
  const columns = ['framework', 'indicator', 'severity', 'check', 'warning', 'figures', 'decision', 'reason']
  c.header('Content-Disposition', 'attachment; filename="warnings.csv"')
  c.header('Content-Type', 'text/csv; charset=utf-8')
  return c.body(stringify(rows, { header: true, columns, bom: true, escape_formulas: true }))
}
