/** One respondent's answers: a person looks, and makes of them a word on a commitment or a figure of an indicator; never by themselves. */
import { z } from 'zod'
import { changing, reading } from '../../../platform/access.ts'
import { hasRole, member, page, readForm, seeOther, type Ctx, type FormErrors } from '../../../platform/http.ts'
import { Problem } from '../../../platform/problem.ts'
import { ErrorSummary } from '../../../ui/form.tsx'
import { Page } from '../../../ui/page.tsx'
import { keepFigures } from '../../indicators/offers/changes.ts'
import { STATUSES } from '../../voices/model.ts'
import { sayWord } from '../../voices/queries.ts'
import { AllAnswers } from '../answer/all-answers.tsx'
import { dayIn, followed } from '../form/follow.ts'
import { paths, type Answered, type Round } from '../model.ts'
import { answerFiles, answersOf, noteReviewed } from '../queries/answers.ts'
import { evidenceAmong, saidAlready } from '../queries/targets.ts'
import { roundOf } from './context.ts'
import { AnswerFiles, evidenceIds, makeEvidence } from './files.tsx'
import { WhoIs } from './respondents.tsx'
import { TargetForms, targetsOf, wordId } from './targets.tsx'

async function load(c: Ctx, userId: string) {
  const round = await roundOf(c, 'contributor')
  const found = await reading(c.get('services').database.kysely, userId, async tx => {
    const one = (await answersOf(tx, round.id)).find(each => each.respondentId === c.req.param('respondent'))
    if (!one) return null
    const targets = await targetsOf(tx, round, one)
    const said = await saidAlready(
      tx,
      targets.map(({ question }) => wordId(one.respondentId, question.name)),
    )
    const files = await answerFiles(tx, round, one)
    const evidence = await evidenceAmong(tx, evidenceIds(one.respondentId, files))
    return { one, targets, said, files, evidence }
  })
  if (!found) throw new Problem('not-found')
  return { round, ...found }
}

export async function showReview(c: Ctx, errors: FormErrors | null = null, typed: Record<string, string> = {}) {
  const { userId } = member(c, 'contributor')
  const { round, one, targets, said, files, evidence } = await load(c, userId)
  const { t, time, country, locale } = c.get('words')
  const isEditor = hasRole(c.get('person'), 'editor')
  const title = t('answers.review', { name: `\u2068${one.name}\u2069` })
  return page(
    c,
    <Page
      c={c}
      title={title}
      current="nav.questionnaires"
      notice={c.req.query('done') === 'figure' ? t('answers.figure.kept') : null}
    >
      <p class="kicker">
        <a href={paths.round(round.id)} dir="auto">
          {round.title}
        </a>
      </p>
      <h1>{title}</h1>
      <p class="soft">
        <WhoIs one={one} /> {one.country && `· ${country(one.country)} `}· {time(one.sentAt)}
      </p>
      <ErrorSummary errors={errors} />
      {isEditor && <p class="prose">{t('answers.review.lead')}</p>}
      {isEditor &&
        targets.map(target => (
          <TargetForms
            key={target.question.name}
            round={round}
            one={one}
            target={target}
            typed={typed}
            locale={locale}
            evidence={evidence}
            isSaid={said.includes(wordId(one.respondentId, target.question.name))}
          />
        ))}
      <AnswerFiles
        round={round}
        respondentId={one.respondentId}
        files={files}
        evidence={evidence}
        isEditor={isEditor}
        errors={errors}
        typed={typed}
      />
      <AllAnswers
        it={followed(round.form, one.answers, dayIn(round.timeZone, one.sentAt), locale)}
        token={null}
        language={locale}
      />
      {isEditor && !one.reviewedAt && (
        <form method="post" action={`${paths.review(round.id, one.respondentId)}/reviewed`}>
          <button>{t('answers.reviewed')}</button>
        </form>
      )}
      {one.reviewedAt && <p class="tag">{t('respondent.reviewed')}</p>}
    </Page>,
    errors ? 422 : 200,
  )
}

const about = { question: z.string().max(100), visibility: z.enum(['organisation', 'partners', 'public']) }
const wordForm = z
  .object({
    ...about,
    status: z.enum(STATUSES),
    reason: z.string().trim().max(10_000, 'form.too-long').default(''),
    evidence: z.literal('yes').optional(),
  })
  .refine(({ status, reason }) => status === 'no-information' || reason, {
    path: ['reason'],
    message: 'say.reason.needed',
  })
const figureForm = z.object({
  ...about,
  value: z.string().trim().max(40),
  period: z
    .string()
    .trim()
    .regex(/^\d{4}(-\d{2}|-Q[1-4]|\/\d{4})?$/, 'answers.figure.wrong'),
})

/** A person's name stands in no source: words may become public. */
const sourceOf = (c: Ctx, round: Round, one: Answered): string => {
  const { t, date } = c.get('words')
  const names = { name: one.name, title: round.title, date: date(one.sentAt) }
  return t(one.kind === 'person' ? 'answers.source.person' : 'answers.source', names).slice(0, 1000)
}

export async function makeWord(c: Ctx) {
  const { userId, current } = member(c, 'editor')
  const form = await readForm(c, wordForm)
  if (!form.ok) return showReview(c, form.errors, form.typed)
  const { round, one, targets, evidence } = await load(c, userId)
  const target = targets.find(({ question }) => question.name === form.value.question)
  if (!target?.commitment) throw new Problem('not-found')
  const { itemId, instrumentId } = target.commitment
  const { status, reason, visibility } = form.value
  await changing(c.get('services').database.kysely, userId, { act: 'answer.word' }, tx =>
    sayWord(tx, {
      id: wordId(one.respondentId, target.question.name),
      itemId,
      instrumentId,
      organisationId: current.organisationId,
      voice: one.voice,
      status,
      asOf: one.sentAt.toISOString().slice(0, 10),
      reason,
      source: sourceOf(c, round, one),
      visibility,
      by: userId,
      evidence: form.value.evidence ? evidence : [],
    }),
  )
  return seeOther(c, paths.review(round.id, one.respondentId))
}

export async function makeFigure(c: Ctx) {
  const { userId, current } = member(c, 'editor')
  const form = await readForm(c, figureForm)
  if (!form.ok) return showReview(c, form.errors, form.typed)
  const { round, one, targets } = await load(c, userId)
  const target = targets.find(({ question }) => question.name === form.value.question)
  if (!target?.indicator) throw new Problem('not-found')
  const { value, period, visibility } = form.value
  const { id, valueKind, countsPeople } = target.indicator
  const wrong = () => showReview(c, { fields: { value: c.get('words').t('answers.figure.wrong') } }, form.typed)
  if (valueKind === 'yes-no' ? !/^(yes|no)$/.test(value) : !/^-?\d{1,15}(\.\d{1,15})?$/.test(value)) return wrong()
  await changing(c.get('services').database.kysely, userId, { act: 'answer.figure' }, tx =>
    keepFigures(tx, current.organisationId, userId, [
      {
        indicatorId: id,
        countsPeople,
        kind: 'observation',
        country: one.country,
        place: null,
        period,
        disaggregation: {},
        value:
          valueKind === 'yes-no' ? { kind: 'yes-no', yes: value === 'yes' } : { kind: 'number', number: Number(value) },
        source: sourceOf(c, round, one),
        sourceDate: one.sentAt.toISOString().slice(0, 10),
        voice: one.voice,
        visibility,
        note: null,
      },
    ]),
  )
  return seeOther(c, `${paths.review(round.id, one.respondentId)}?done=figure`)
}

export const makeEvidenceOf = (c: Ctx) => makeEvidence(c, (errors, typed) => showReview(c, errors, typed))

export async function markReviewed(c: Ctx) {
  const { userId } = member(c, 'editor')
  const { round, one } = await load(c, userId)
  await changing(c.get('services').database.kysely, userId, { act: 'answer.reviewed' }, tx =>
    noteReviewed(tx, one.respondentId, userId),
  )
  return seeOther(c, paths.round(round.id))
}
