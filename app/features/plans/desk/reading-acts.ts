/** What a person does about a reading: asks how far it is, cancels it, asks for another one. */
import { changing, reading } from '../../../platform/access.ts'
import { hasRole, member, seeOther, type Ctx } from '../../../platform/http.ts'
import { Problem } from '../../../platform/problem.ts'
import { cancelReading, queueReading } from '../jobs.ts'
import { isUnderWay, paths } from '../model.ts'
import { planById } from '../queries/instrument.ts'
import { askReading, lastRun } from '../queries/reading.ts'
import { progressInWords } from './next-step-line.tsx'
import { planOfRequest } from './plan-of-request.ts'

/** How far the reading is, for the script `progress`: { underWay, done, pages, sentence, to }. */
export async function tellProgress(c: Ctx) {
  const person = member(c)
  const { plan, run } = await reading(c.get('services').database.kysely, person.userId, async tx => {
    const asked = await planOfRequest(c, tx, person)
    const run = await lastRun(tx, asked.id)
    // The plan after the run: a run that has just ended may have given it another address.
    return { plan: (await planById(tx, asked.id)) ?? asked, run }
  })
  c.header('Cache-Control', 'no-store')
  return c.json({
    underWay: isUnderWay(run),
    done: run?.pagesDone ?? 0,
    pages: run?.pages ?? null,
    sentence: run ? progressInWords(run, c.get('words')) : '',
    to: paths.desk(plan.slug),
  })
}

export async function cancel(c: Ctx) {
  const person = member(c, 'contributor')
  const services = c.get('services')
  const { plan, run } = await reading(services.database.kysely, person.userId, async tx => {
    const plan = await planOfRequest(c, tx, person)
    return { plan, run: await lastRun(tx, plan.id) }
  })
  if (run && isUnderWay(run)) await cancelReading(services, person.userId, run.id)
  return seeOther(c, paths.desk(plan.slug))
}

/** A second request while one is under way changes nothing. What is public, an editor has read again. */
export async function readAgain(c: Ctx) {
  const person = member(c, 'contributor')
  const services = c.get('services')
  const { userId } = person
  const { plan, readingId } = await changing(services.database.kysely, userId, { act: 'plan.read-again' }, async tx => {
    const plan = await planOfRequest(c, tx, person)
    if (plan.publishedAt && !hasRole(person, 'editor')) throw new Problem('not-allowed')
    return { plan, readingId: await askReading(tx, plan, userId) }
  })
  if (readingId) await queueReading(services, { reading: readingId, by: userId })
  return seeOther(c, paths.desk(plan.slug))
}
