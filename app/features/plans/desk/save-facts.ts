/** A plan's facts as a person sets them. A later reading leaves them alone; another person's change meanwhile is not overwritten. */
import { z } from 'zod'
import { changing } from '../../../platform/access.ts'
import { hasRole, member, readForm, seeOther, type Ctx, type FormErrors } from '../../../platform/http.ts'
import { COUNTRY_CODES } from '../../../platform/languages.ts'
import { Problem } from '../../../platform/problem.ts'
import { INSTRUMENT_KINDS, paths, type Instrument } from '../model.ts'
import { factsOf, freeSlug, setFacts, wasPublished, type Facts } from '../queries/instrument.ts'
import { planHistory } from '../queries/plan-history.ts'
import type { FactsForm } from './facts-section.tsx'
import { codesOfLanguages } from './language-names.ts'
import { planOfRequest } from './plan-of-request.ts'
import { showPlan } from './plan-page.tsx'

const DATE = /^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/
const orNothing = (longest: number) =>
  z
    .string()
    .trim()
    .max(longest, 'form.too-long')
    .transform(text => text || null)
const date = z
  .string()
  .trim()
  .regex(/^$|^\d{4}/, 'facts.period.wrong')
  .refine(text => !text || DATE.test(text), 'facts.period.wrong')
  .transform(text => text || null)

const factsForm = z.object({
  version: z.coerce.number().int(),
  title: z.string().trim().min(1, 'form.needed').max(500, 'form.too-long'),
  kind: z.enum(INSTRUMENT_KINDS),
  issuer: orNothing(300),
  country: z
    .literal('')
    .or(z.enum(COUNTRY_CODES))
    .transform(code => code || null),
  periodStart: date,
  periodEnd: date,
  languages: z.string(),
  slug: z
    .string()
    .trim()
    .toLowerCase()
    .max(80, 'form.too-long')
    .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'facts.slug.wrong')
    .optional(),
})

/** Among so many acts the one that changed the facts is sought; the others changed rows. */
const RECENT_ACTS = 50

export async function saveFacts(c: Ctx) {
  const person = member(c, 'contributor')
  const words = c.get('words')
  const form = await readForm(c, factsForm)
  if (!form.ok) return showPlan(c, form)
  const { typed } = form
  const { version, languages, slug, ...rest } = form.value
  const { codes, unknown } = codesOfLanguages(languages, words)
  const errors: FormErrors = { fields: {} }
  if (unknown.length) errors.fields.languages = words.t('facts.languages.unknown', { names: words.list(unknown) })
  if (rest.periodStart && rest.periodEnd && rest.periodEnd < rest.periodStart.slice(0, rest.periodEnd.length))
    errors.fields.periodEnd = words.t('facts.period.order')
  if (Object.keys(errors.fields).length) return showPlan(c, { typed, errors })
  const facts = { ...rest, languages: codes, ...(slug && { slug }) }

  const saved = await changing(
    c.get('services').database.kysely,
    person.userId,
    { act: 'plan.edit' },
    async (tx): Promise<{ slug: string } | FactsForm> => {
      const plan = await planOfRequest(c, tx, person)
      if (plan.publishedAt && !hasRole(person, 'editor')) throw new Problem('not-allowed')
      if (facts.slug && facts.slug !== plan.slug) {
        if (await wasPublished(tx, plan.id)) throw new Problem('conflict', words.t('facts.slug.fixed'))
        if ((await freeSlug(tx, facts.slug, plan.id)) !== facts.slug)
          return { typed, errors: { fields: { slug: words.t('facts.slug.taken') } } }
      }
      // The same form sent twice: what it says is so already.
      if (Object.keys(changed(plan, facts)).length === 0) return { slug: plan.slug }
      if (plan.version === version && (await setFacts(tx, plan.id, version, changed(plan, facts))))
        return { slug: facts.slug ?? plan.slug }
      const acts = await planHistory(tx, plan, { limit: RECENT_ACTS })
      const last = acts.find(({ act }) => act.startsWith('plan.'))
      return { typed, errors: null, changedBy: last?.name ?? null }
    },
  )
  return 'slug' in saved ? seeOther(c, paths.desk(saved.slug) + '?done=saved') : showPlan(c, saved)
}

/** Of what was typed, what differs from what stands. */
function changed(plan: Instrument, facts: Partial<Facts>): Partial<Facts> {
  const was: Partial<Facts> = factsOf(plan)
  const keys = Object.keys(facts) as (keyof Facts)[]
  return Object.fromEntries(
    keys.filter(key => JSON.stringify(was[key]) !== JSON.stringify(facts[key])).map(key => [key, facts[key]]),
  )
}
