/** The review's addresses: the screen, its forms, and what the island asks. */
import { ReaderError } from '@open1325/reader'
import type { Hono } from 'hono'
import { z } from 'zod'
import { reading } from '../../../platform/access.ts'
import { member, page, readForm, readJson, seeOther, wholeNumber, type Ctx, type Env } from '../../../platform/http.ts'
import { Problem } from '../../../platform/problem.ts'
import { planOfRequest } from '../desk/plan-of-request.ts'
import { paths, type Instrument } from '../model.ts'
import { changedSince } from '../queries/history.ts'
import { changeIdOf } from '../../../platform/change-id.ts'
import type { Returned } from './context.ts'
import { newsSince, reviewData, reviewerOf, sentenceOf } from './data.ts'
import { toolOf } from './form.tsx'
import { operationOfForm, type FromForm } from './forms.ts'
import type { Operation } from './operation.ts'
import { ReviewPage } from './page.tsx'
import { perform } from './perform.ts'
import { box, operation, request } from './schema.ts'
import { nextOpen, listed, SHOWS } from './view.ts'
import { wordsAt } from './words-at.ts'

export function reviewRoutes(app: Hono<Env>) {
  app.get('/desk/plans/:slug/review', showReview)
  app.post('/desk/plans/:slug/review', takeForm)
  app.post('/desk/plans/:slug/review/operations', takeOperation)
  app.get('/desk/plans/:slug/review/changes', tellNews)
  app.post('/desk/plans/:slug/review/words', tellWords)
}

const kyselyOf = (c: Ctx) => c.get('services').database.kysely

async function showReview(c: Ctx) {
  const person = member(c)
  const data = await reading(kyselyOf(c), person.userId, async tx =>
    reviewData(tx, person, await planOfRequest(c, tx, person)),
  )
  return page(c, <ReviewPage c={c} data={data} />)
}

/** A form that the browser posted: done and shown anew, or given back with what was typed and why it was not done. */
async function takeForm(c: Ctx) {
  const person = member(c, 'contributor')
  const { typed } = await readForm(c, z.record(z.string(), z.unknown()))
  const { plan, read, data } = await reading(kyselyOf(c), person.userId, async tx => {
    const plan = await planOfRequest(c, tx, person)
    const data = await reviewData(tx, person, plan)
    return { plan, data, read: await operationIn(typed) }

    async function operationIn(fields: Record<string, string>): Promise<FromForm> {
      const { rows } = await changedSince(tx, plan.id, wholeNumber(fields.seen) ?? 0)
      const others = rows.filter(row => row.who !== person.userId).map(row => row.id)
      const newId = () => changeIdOf(`row ${fields.form}`, fields)
      return operationOfForm(fields, { items: data.items, newId, changedMeanwhile: new Set(others) })
    }
  })
  if (!read.ok) return giveBack(422, read.errors, null)
  const checked = operation.safeParse(read.operation)
  if (!checked.success) throw new Problem('bad-input')

  const id = changeIdOf(typed.form ?? '', checked.data)
  const outcome = await perform(c.get('services'), reviewerOf(person, plan), plan, {
    id,
    operation: checked.data,
    knows: [],
  })
  if (outcome.state === 'done') return seeOther(c, await afterwards(c, plan, typed, checked.data))
  const sentence = sentenceOf(outcome, c.get('words'), data.names)
  return giveBack(outcome.state === 'conflict' ? 409 : 422, {}, sentence)

  /** The versions are now those that stand: who sends the form again knows what changed. */
  function giveBack(status: 409 | 422, errors: Record<string, string>, sentence: string | null) {
    const { t, has } = c.get('words')
    const tool = toolOf(typed.act ?? '')
    const said = Object.fromEntries(Object.entries(errors).map(([name, key]) => [name, has(key) ? t(key) : key]))
    const conflict = status === 409
    const returned: Returned = {
      tool: tool ?? 'edit',
      typed,
      errors: { fields: said },
      sentence: conflict ? `${sentence} ${t('review.clash.send-again')}` : (sentence ?? said[''] ?? null),
      conflict,
    }
    return page(c, <ReviewPage c={c} data={data} returned={returned} />, status)
  }
}

/** Confirmed and removed rows lead on to the next that waits; the others stay in hand. */
async function afterwards(c: Ctx, plan: Instrument, typed: Record<string, string>, done: Operation): Promise<string> {
  const person = member(c)
  const items = (await reading(kyselyOf(c), person.userId, tx => reviewData(tx, person, plan))).items
  const show = SHOWS.find(show => show === typed.show) ?? 'all'
  const query = new URLSearchParams({ show, done: done.act })
  const own = items.find(item => item.id === typed.row)
  const goesOn = ['item.confirm', 'item.delete'].includes(done.act) || (done.act === 'item.edit' && done.confirm)
  const all = listed(items, show, Number(typed.page) || null, new Set(own ? [own.id] : []))
  const target =
    done.act === 'item.add'
      ? items.find(item => item.id === done.newId)
      : done.act === 'item.merge'
        ? items.find(item => item.id === done.into.id)
        : goesOn
          ? (nextOpen(all, own?.id ?? null) ?? own)
          : own
  if (target) query.set('row', String(target.ref))
  if (show === 'page' && typed.page) query.set('page', typed.page)
  return `${paths.review(plan.slug)}?${query}#row`
}

/** One operation of the island: 200 done, 409 somebody else was there, 422 cannot be; always with what is new. */
async function takeOperation(c: Ctx) {
  const person = member(c, 'contributor')
  const asked = request.safeParse(await readJson(c))
  if (!asked.success) throw new Problem('bad-input')
  if (asked.data.who !== person.userId) throw new Problem('sign-in-needed')
  const plan = await reading(kyselyOf(c), person.userId, tx => planOfRequest(c, tx, person))
  const outcome = await perform(c.get('services'), reviewerOf(person, plan), plan, asked.data)
  const { news, names } = await reading(kyselyOf(c), person.userId, async tx => ({
    news: await newsSince(tx, plan, asked.data.after),
    names: outcome.state === 'done' ? {} : (await reviewData(tx, person, plan)).names,
  }))
  if (outcome.state === 'done') return c.json({ state: 'done', news })
  const sentence = sentenceOf(outcome, c.get('words'), names)
  return c.json({ ...outcome, sentence, news }, outcome.state === 'conflict' ? 409 : 422)
}

async function tellNews(c: Ctx) {
  const person = member(c)
  const after = wholeNumber(c.req.query('after'))
  if (after === null) throw new Problem('bad-input')
  const news = await reading(kyselyOf(c), person.userId, async tx =>
    newsSince(tx, await planOfRequest(c, tx, person), after),
  )
  return c.json(news)
}

/** The words in a box that was drawn on a page. */
async function tellWords(c: Ctx) {
  const person = member(c, 'contributor')
  const asked = z.object({ page: z.int().min(1), box }).safeParse(await readJson(c))
  if (!asked.success) throw new Problem('bad-input')
  const plan = await reading(kyselyOf(c), person.userId, tx => planOfRequest(c, tx, person))
  try {
    return c.json(await wordsAt(c.get('services').files, plan, asked.data.page, asked.data.box))
  } catch (error) {
    // A page that is not there, a format without pages: nothing of this plan.
    throw error instanceof ReaderError ? new Problem('not-found') : error
  }
}
