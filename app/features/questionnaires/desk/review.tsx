/** One respondent's answers: a person looks, and makes of them a word on a commitment or a figure of an indicator; never by themselves. */
import { z } from 'zod'
import { changing, reading, type Tx } from '../../../platform/access.ts'
import { changeIdOf } from '../../../platform/change-id.ts'
import { hasRole, member, page, readForm, seeOther, type Ctx, type FormErrors } from '../../../platform/http.ts'
import { Problem } from '../../../platform/problem.ts'
import { ErrorSummary, LongTextField, SelectField, TextField } from '../../../ui/form.tsx'
import { Page } from '../../../ui/page.tsx'
import { useWords } from '../../../ui/words.tsx'
import { keepFigures } from '../../indicators/offers/changes.ts'
import { STATUSES, type Status } from '../../voices/model.ts'
import { sayWord } from '../../voices/queries.ts'
import { AllAnswers } from '../answer/all-answers.tsx'
import { AnswerText, Said } from '../answer/said.tsx'
import { dayIn, followed } from '../form/follow.ts'
import { isFile, questionsOf, said, type Answer, type Question } from '../form/model.ts'
import { paths, type Answered, type Round } from '../model.ts'
import {
  answerFiles,
  answersOf,
  commitmentAt,
  evidenceAmong,
  indicatorAt,
  noteReviewed,
  saidAlready,
} from '../queries.ts'
import { roundOf } from './context.ts'
import { AnswerFiles, evidenceIds, makeEvidence } from './files.tsx'

/** A question that is about something, with what was answered. */
interface Target {
  question: Question
  answer: Answer
  commitment: { itemId: string; instrumentId: string; text: string } | null
  indicator: { id: string; valueKind: string; countsPeople: boolean } | null
}

/** The word that an answer becomes has this id: made twice, it is one. */
const wordId = (respondentId: string, question: string) => changeIdOf(`answer ${respondentId}`, question)

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

async function targetsOf(tx: Tx, round: Round, one: Answered): Promise<Target[]> {
  const targets: Target[] = []
  for (const question of questionsOf(round.form)) {
    const answer = one.answers[question.name] as Answer | undefined
    if (answer === undefined || (!question.commitment && !question.indicator)) continue
    const commitment = question.commitment ? ((await commitmentAt(tx, question.commitment)) ?? null) : null
    const indicator = question.indicator ? ((await indicatorAt(tx, question.indicator)) ?? null) : null
    targets.push({ question, answer, commitment, indicator })
  }
  return targets
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
        {t(`voice.${one.voice}`)} · {t(`respondent.kind.${one.kind}`)} {one.country && `· ${country(one.country)} `}·{' '}
        {time(one.sentAt)}
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
        it={followed(round.form, one.answers, dayIn(round.timeZone, one.sentAt))}
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

/** What an answer suggests as a status; a person decides. */
function suggested(answer: Answer): Status {
  const status = STATUSES.find(each => each === String(answer).replaceAll('_', '-'))
  return status ?? (answer === 'no' ? 'not-started' : answer === 'yes' ? 'done' : 'no-information')
}

function TargetForms(props: {
  round: Round
  one: Answered
  target: Target
  typed: Record<string, string>
  locale: string
  isSaid: boolean
  /** The ids of what her files became. */
  evidence: string[]
}) {
  const { round, one, target, typed, locale, isSaid, evidence } = props
  const { question, answer, commitment, indicator } = target
  const { t } = useWords()
  const own = typed.question === question.name ? typed : {}
  const act = (name: string) => `${paths.review(round.id, one.respondentId)}/${name}`
  return (
    <section class="prose">
      <h2>
        <Said form={round.form} words={question.label} language={locale} answers={one.answers} />
      </h2>
      <p dir="auto">
        <AnswerText form={round.form} question={question} answer={answer} language={locale} />
      </p>
      {question.commitment && !commitment && (
        <p class="warning">{t('answers.no-target', { address: question.commitment })}</p>
      )}
      {question.indicator && !indicator && (
        <p class="warning">{t('answers.no-target', { address: question.indicator })}</p>
      )}
      {commitment && isSaid && <p class="tag">{t('answers.word.kept')}</p>}
      {commitment && !isSaid && (
        <form class="form" method="post" action={act('word')}>
          <input type="hidden" name="question" value={question.name} />
          <blockquote dir="auto">{commitment.text}</blockquote>
          <SelectField
            name="status"
            label={t('say.status')}
            value={own.status ?? suggested(answer)}
            choices={STATUSES.map(status => ({ value: status, label: t(`status.${status}`) }))}
          />
          <LongTextField
            name="reason"
            label={t('say.reason')}
            value={own.reason ?? inWords(round, question, answer, locale)}
            dir="auto"
          />
          <VisibilityField value={own.visibility} />
          {evidence.length > 0 && (
            <p class="choice">
              <input type="checkbox" id={`evidence-${question.name}`} name="evidence" value="yes" checked />
              <label for={`evidence-${question.name}`}>{t('answers.word.evidence', { count: evidence.length })}</label>
            </p>
          )}
          <button>{t('answers.word')}</button>
        </form>
      )}
      {indicator && /^(number|yes-no)$/.test(indicator.valueKind) && (
        <form class="form" method="post" action={act('figure')}>
          <input type="hidden" name="question" value={question.name} />
          <TextField name="value" label={t('answers.figure.value')} value={own.value ?? textOf(answer)} dir="ltr" />
          <TextField
            name="period"
            label={t('answers.figure.period')}
            value={own.period ?? one.sentAt.toISOString().slice(0, 4)}
            dir="ltr"
          />
          <VisibilityField value={own.visibility} />
          <button>{t('answers.figure')}</button>
        </form>
      )}
      {indicator && !/^(number|yes-no)$/.test(indicator.valueKind) && <p class="soft">{t('answers.figure.other')}</p>}
    </section>
  )
}

function VisibilityField({ value }: { value: string | undefined }) {
  const { t } = useWords()
  const choices = (['organisation', 'partners', 'public'] as const).map(one => ({
    value: one,
    label: t(`visibility.${one}`),
  }))
  return <SelectField name="visibility" label={t('say.visibility')} value={value ?? 'organisation'} choices={choices} />
}

/** The answer as the form words it; a bare yes or no is no reason. */
function inWords(round: Round, question: Question, answer: Answer, locale: string): string {
  if (question.type === 'yes-no') return ''
  const called = (name: string) => {
    const choice = question.choices.find(one => one.name === name)
    return choice ? said(choice.label, locale, round.form).text : name
  }
  return isFile(answer) ? '' : [answer].flat().map(called).join(', ')
}

const textOf = (answer: Answer): string =>
  typeof answer === 'string' ? answer : Array.isArray(answer) ? answer.join(', ') : answer.fileName

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
