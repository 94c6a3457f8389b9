/** Questions that are about a commitment or an indicator, and what an answer to them can become. */
import type { Tx } from '../../../platform/access.ts'
import { changeIdOf } from '../../../platform/change-id.ts'
import { LongTextField, SelectField, TextField } from '../../../ui/form.tsx'
import { useWords } from '../../../ui/words.tsx'
import { STATUSES, type Status } from '../../voices/model.ts'
import { AnswerText, Said } from '../answer/said.tsx'
import { fewPeopleIn } from '../few-people.ts'
import { isFile, questionsOf, said, type Answer, type Question } from '../form/model.ts'
import { paths, type Answered, type Round } from '../model.ts'
import { commitmentAt, indicatorAt } from '../queries/targets.ts'

/** A question that is about something, with what was answered. */
export interface Target {
  question: Question
  answer: Answer
  commitment: { itemId: string; instrumentId: string; text: string } | null
  indicator: { id: string; valueKind: string; countsPeople: boolean } | null
}

/** The word that an answer becomes has this id: made twice, it is one. */
export const wordId = (respondentId: string, question: string) => changeIdOf(`answer ${respondentId}`, question)

export async function targetsOf(tx: Tx, round: Round, one: Answered): Promise<Target[]> {
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

/** What an answer suggests as a status; a person decides. */
function suggested(answer: Answer): Status {
  const status = STATUSES.find(each => each === String(answer).replaceAll('_', '-'))
  return status ?? (answer === 'no' ? 'not-started' : answer === 'yes' ? 'done' : 'no-information')
}

export function TargetForms(props: {
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
  // A word may become public.
  const isHidden = fewPeopleIn(round.form, one.answers)(question)
  const act = (name: string) => `${paths.review(round.id, one.respondentId)}/${name}`
  return (
    <section class="prose">
      <h2>
        <Said form={round.form} words={question.label} language={locale} answers={one.answers} />
      </h2>
      <p class="one-answer" dir="auto">
        <AnswerText form={round.form} question={question} answer={answer} language={locale} />
      </p>
      {question.commitment && !commitment && (
        <p class="warning">{t('answers.no-target', { address: question.commitment })}</p>
      )}
      {question.indicator && !indicator && (
        <p class="warning">{t('answers.no-target', { address: question.indicator })}</p>
      )}
      {isHidden && <p class="soft small">{t('answers.few.own')}</p>}
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
            value={own.reason ?? (isHidden ? '' : inWords(round, question, answer, locale))}
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
