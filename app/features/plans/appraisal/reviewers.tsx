/** Two people answer a criterion, each for herself; then their answers stand beside each other, and a difference is settled. */
import { ANSWERS, answerWord } from '@open1325/appraisal'
import { LongTextField, SelectField } from '../../../ui/form.tsx'
import { useWords } from '../../../ui/words.tsx'
import { paths, type Instrument } from '../model.ts'
import type { ReviewAnswer } from '../queries/review-answer.ts'
import { differs, type Question } from './decide.ts'
import type { Refused } from './page.tsx'

export interface ReviewersProps {
  plan: Instrument
  question: Question
  mayAnswer: boolean
  /** Names by user id. */
  names: Map<string, string>
  /** Who looks: a user's id. */
  asker: string
  refused: Refused | null
}

export function Reviewers({ plan, question, mayAnswer, names, asker, refused }: ReviewersProps) {
  const { t } = useWords()
  const { answers, given } = question
  const own = answers.find(({ reviewer }) => reviewer === asker)
  const hidden = given - answers.length
  if (!mayAnswer && given === 0) return null
  return (
    <div class="reviewers">
      <p class="kind">{t('appraisal.reviewers')}</p>
      {hidden > 0 && <p class="soft">{t('appraisal.reviewers.hidden', { count: hidden })}</p>}
      {answers.length > 0 && (
        <ul>
          {answers.map(answer => (
            <Given key={answer.reviewer} {...{ answer, names, asker }} />
          ))}
        </ul>
      )}
      {answers.length > 1 && (
        <p class={differs(question) ? 'warning' : 'soft'}>
          {t(differs(question) ? 'appraisal.reviewers.differ' : 'appraisal.reviewers.agree')}
        </p>
      )}
      {mayAnswer && <OwnForm {...{ plan, question, own }} refused={refused?.own ? refused : null} />}
    </div>
  )
}

function Given({ answer, names, asker }: { answer: ReviewAnswer } & Pick<ReviewersProps, 'names' | 'asker'>) {
  const { t, locale, date } = useWords()
  const who = answer.reviewer === asker ? t('appraisal.reviewers.you') : names.get(answer.reviewer)
  return (
    <li>
      <strong>{answerWord(answer.answer, locale)}</strong>{' '}
      <span class="soft">
        {who ?? t('appraisal.somebody')}, {date(answer.answeredAt)}
      </span>
      {answer.reason && <p dir="auto">{answer.reason}</p>}
    </li>
  )
}

interface OwnFormProps {
  plan: Instrument
  question: Question
  own: ReviewAnswer | undefined
  refused: Refused | null
}

function OwnForm({ plan, question, own, refused }: OwnFormProps) {
  const { t, locale } = useWords()
  const { id } = question.criterion
  return (
    <details open={refused !== null}>
      <summary>{t(own ? 'appraisal.reviewers.change' : 'appraisal.reviewers.answer')}</summary>
      <form class="form" method="post" action={`${paths.appraisal(plan.slug)}/${id}/answer`}>
        <SelectField
          name={`own-answer-${id}`}
          label={t('appraisal.reviewers.own')}
          hint={t('appraisal.reviewers.hint')}
          errors={refused?.errors}
          value={refused?.typed.answer ?? own?.answer ?? ''}
          choices={[
            { value: '', label: t('appraisal.choose') },
            ...ANSWERS.map(answer => ({ value: answer, label: answerWord(answer, locale) })),
          ]}
        />
        <LongTextField
          name={`own-reason-${id}`}
          label={t('appraisal.reviewers.reason')}
          errors={refused?.errors}
          value={refused?.typed.reason ?? own?.reason ?? ''}
          dir="auto"
        />
        <button class="quiet">{t('appraisal.reviewers.keep')}</button>
      </form>
    </details>
  )
}
