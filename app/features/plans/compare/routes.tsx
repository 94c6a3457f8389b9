/** /compare: any plans beside each other. Whether a plan may be seen is the database's to say. */
import { EDITION } from '@open1325/appraisal'
import type { Hono } from 'hono'
import { reading } from '../../../platform/access.ts'
import { page, type Ctx, type Env } from '../../../platform/http.ts'
import { Problem } from '../../../platform/problem.ts'
import { answerData } from '../../../platform/answer-data.ts'
import { wellFormed } from '../../../platform/well-formed.ts'
import { decisionsOf } from '../queries/finding.ts'
import { itemsOf, planBySlug, publishedPlans } from '../queries/plan.ts'
import { columnOf, compareAsCsv, MOST, type Column } from './model.ts'
import { ComparePage } from './page.tsx'

export function compareRoutes(app: Hono<Env>) {
  app.get('/compare', async c => {
    const { columns, choices } = await found(c)
    return page(c, <ComparePage {...{ c, columns, choices }} />)
  })
  app.get('/compare.csv', async c => {
    const { columns } = await found(c)
    if (!columns.length) throw new Problem('not-found')
    return answerData(c, 'csv', compareAsCsv(columns, EDITION.criteria), 'plans-compared')
  })
}

/** The plans asked for, each once, in the order asked; and those that may be chosen. */
async function found(c: Ctx) {
  const asked = [...new Set(wellFormed(c.req.queries('plan') ?? []).filter(Boolean))].slice(0, MOST)
  return reading(c.get('services').database.kysely, c.get('person')?.userId ?? null, async tx => {
    const columns: Column[] = []
    for (const slug of asked) {
      const plan = await planBySlug(tx, slug)
      if (!plan) throw new Problem('not-found')
      columns.push(columnOf(plan, await itemsOf(tx, plan.id), await decisionsOf(tx, plan.id)))
    }
    return { columns, choices: await publishedPlans(tx) }
  })
}
