/** The appraisal's addresses on the desk: every member sees it, an editor decides. */
import { ANSWERS, appraise, EDITION } from '@open1325/appraisal'
import type { Hono } from 'hono'
import * as z from 'zod'
import { changing, reading, type Tx } from '../../../platform/access.ts'
import { member, page, readForm, seeOther, type Ctx, type Env } from '../../../platform/http.ts'
import { Problem } from '../../../platform/problem.ts'
import { planOfRequest, type Member } from '../desk/plan-of-request.ts'
import { paths, toPlanDocument, type Instrument } from '../model.ts'
import { today } from '../offers/period.ts'
import { decisionsOf, keepDecision, namesOf } from '../queries/finding.ts'
import { itemsOf, pagesOf } from '../queries/plan.ts'
import { answersGiven, answersOf, keepAnswer } from '../queries/review-answer.ts'
import { differs, judge, questionsOf, type Question, type Said } from './decide.ts'
import { AppraisalPage, type Refused } from './page.tsx'

export function appraisalRoutes(app: Hono<Env>) {
  app.get('/desk/plans/:slug/appraisal', c => show(c, null))
  app.post('/desk/plans/:slug/appraisal/:criterion', decide)
  app.post('/desk/plans/:slug/appraisal/:criterion/answer', answerForOneself)
  app.get('/desk/plans/:slug/appraisal/:criterion/answer', c =>
    c.redirect(paths.appraisal(c.req.param('slug')) + new URL(c.req.url).search + '#' + c.req.param('criterion')),
  )
  // A form that came back with errors stands at this address: loading it again, or in another language, must lead somewhere.
  app.get('/desk/plans/:slug/appraisal/:criterion', c =>
    c.redirect(paths.appraisal(c.req.param('slug')) + new URL(c.req.url).search + '#' + c.req.param('criterion')),
  )
}

interface Asked {
  plan: Instrument
  questions: Question[]
}

/** The criteria asked of the plan's rows and words as they are now. */
async function ask(c: Ctx, tx: Tx, person: Member): Promise<Asked> {
  const plan = await planOfRequest(c, tx, person)
  const document = toPlanDocument(plan, await itemsOf(tx, plan.id))
  const appraisal = appraise({ document, pages: await pagesOf(tx, plan.fileSha256) }, { asOf: today() })
  const reviews = {
    answers: await answersOf(tx, plan.id, EDITION.edition),
    given: await answersGiven(tx, plan.id, EDITION.edition),
  }
  const decisions = await decisionsOf(tx, plan.id, EDITION.edition)
  return { plan, questions: questionsOf(EDITION, appraisal, decisions, reviews) }
}

async function show(c: Ctx, refused: Refused | null) {
  const person = member(c)
  const shown = await reading(c.get('services').database.kysely, person.userId, async tx => {
    const asked = await ask(c, tx, person)
    const people = asked.questions.flatMap(({ decision, answers }) => [
      ...(decision ? [decision.decidedBy] : []),
      ...answers.map(({ reviewer }) => reviewer),
    ])
    return { ...asked, names: await namesOf(tx, people) }
  })
  return page(
    c,
    <AppraisalPage {...{ c, refused }} asker={person.userId} {...shown} />,
    refused ? (refused.changed ? 409 : 422) : 200,
  )
}

const LONGEST_REASON = 5000

/** The answer and the reason stand under names of their own for each criterion ('reason-funds'): one page holds all the forms. */
const posted = z.object({
  act: z.enum(['confirm', 'overrule']),
  saw: z.string(),
  version: z.coerce.number().int().min(0),
})

async function decide(c: Ctx) {
  const person = member(c, 'editor')
  const id = c.req.param('criterion') ?? ''
  if (!EDITION.criteria.some(criterion => criterion.id === id)) throw new Problem('not-found')
  const answer = `answer-${id}`
  const reason = `reason-${id}`
  const form = await readForm(c, posted)
  const typed = { answer: form.typed[answer] ?? '', reason: form.typed[reason] ?? '' }
  const refuse = (fields: Record<string, string>, changed = false) =>
    show(c, { criterion: id, typed, errors: { fields }, changed })
  if (!form.ok) return refuse(form.errors.fields)
  if (typed.reason.length > LONGEST_REASON) return refuse({ [reason]: c.get('words').t('form.too-long') })
  const said: Said = { ...typed, ...form.value }

  const act = said.act === 'confirm' ? 'finding.confirm' : 'finding.overrule'
  const why = said.act === 'confirm' ? null : typed.reason.trim()
  const { plan, questions, verdict } = await changing(
    c.get('services').database.kysely,
    person.userId,
    { act, why },
    async tx => {
      const asked = await ask(c, tx, person)
      const question = asked.questions.find(({ criterion }) => criterion.id === id)!
      const verdict = judge(question, said)
      if (verdict.outcome !== 'decide') return { ...asked, verdict }
      const { answer, reason } = verdict
      const kept = await keepDecision(tx, asked.plan, person.userId, {
        criterion: id,
        edition: EDITION.edition,
        machine: question.now,
        answer,
        reason,
        reviewers: question.answers.length,
        differed: differs(question),
        seen: said.version,
      })
      return { ...asked, verdict: kept ? verdict : { outcome: 'changed' as const } }
    },
  )
  const { t } = c.get('words')
  if (verdict.outcome === 'changed') return refuse({}, true)
  if (verdict.outcome === 'wrong')
    return refuse(
      verdict.field === 'answer'
        ? { [answer]: t('appraisal.answer.needed') }
        : { [reason]: t('appraisal.reason.needed') },
    )
  const next = nextOpen(questions, id)
  return seeOther(c, paths.appraisal(plan.slug) + (next ? `#${next.criterion.id}` : ''))
}

/** A reviewer's own answer, which nobody sees who has not answered herself. */
async function answerForOneself(c: Ctx) {
  const person = member(c, 'contributor')
  const id = c.req.param('criterion') ?? ''
  if (!EDITION.criteria.some(criterion => criterion.id === id)) throw new Problem('not-found')
  const { typed: sent } = await readForm(c, z.object({}))
  const typed = { answer: sent[`own-answer-${id}`] ?? '', reason: sent[`own-reason-${id}`] ?? '' }
  const { t } = c.get('words')
  const answer = ANSWERS.find(one => one === typed.answer)
  const errors = {
    ...(!answer && { [`own-answer-${id}`]: t('appraisal.answer.needed') }),
    ...(typed.reason.length > LONGEST_REASON && { [`own-reason-${id}`]: t('form.too-long') }),
  }
  if (!answer || Object.keys(errors).length)
    return show(c, { criterion: id, typed, errors: { fields: errors }, changed: false, own: true })
  const slug = await changing(
    c.get('services').database.kysely,
    person.userId,
    { act: 'appraisal.answer' },
    async tx => {
      const plan = await planOfRequest(c, tx, person)
      const given = { criterion: id, reviewer: person.userId, answer, reason: typed.reason.trim() }
      await keepAnswer(tx, plan, EDITION.edition, given)
      return plan.slug
    },
  )
  return seeOther(c, `${paths.appraisal(slug)}#${id}`)
}

/** The next criterion to decide after this one, from the first again after the last; none where all are decided. */
function nextOpen(questions: Question[], id: string): Question | undefined {
  const here = questions.findIndex(({ criterion }) => criterion.id === id)
  return [...questions.slice(here + 1), ...questions.slice(0, here)].find(({ decision, moved }) => !decision || moved)
}
