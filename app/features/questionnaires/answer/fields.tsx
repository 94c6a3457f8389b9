/** A question as a plain form field, for phones of every age. */
import type { ComponentChildren } from 'preact'
import { useWords } from '../../../ui/words.tsx'
import { LARGEST_FILE, LARGEST_PHOTO } from '../../evidence/offers/receive.ts'
import { RemovedFrom } from '../../evidence/offers/removed.tsx'
import { isRequired, offered, type Followed, type Place } from '../form/follow.ts'
import { hasChoices, isFile, isShown, type Answer, type Entry, type InLanguages, type Question } from '../form/model.ts'
import { MOST_OF_AN_ANSWER } from '../model.ts'
import { RankPlaces } from './rank.tsx'
import { AnswerText, Said } from './said.tsx'
import { fieldName, type Taken } from './take.ts'

const MB = 1024 * 1024

interface QuestionProps {
  it: Followed
  question: Question
  /** In which language questions are asked. */
  language: string
  /** On a repeated page, the thing that it is answered for. */
  place: Place | null
  /** What stands in the form, by the question's name. */
  own: Entry
  /** What she answered in the round before. */
  last: Entry
  errors: Taken['errors']
  /** Not asked as long as the answers are as they are: shown when an answer leads to it. */
  hidden: boolean
}

export function QuestionField(props: QuestionProps) {
  const { it, question, place, own, hidden, language } = props
  const { t, colon } = useWords()
  if (!isShown(question)) return null
  const name = fieldName(question.name, place && place.n)
  const error = props.errors[name]
  const answer = own[question.name]
  const { hint } = question
  const hasHint = Object.keys(hint).length > 0
  const say = (words: InLanguages) => (
    <Said form={it.form} words={words} language={language} answers={{ ...it.answers, ...own }} />
  )
  const about = { hidden, 'data-asked': name }
  if (question.type === 'note')
    return (
      <div class="prose" {...about}>
        <p>{say(question.label)}</p>
        {hasHint && <p class="hint">{say(hint)}</p>}
      </div>
    )
  if (question.type === 'calculate')
    return (
      <p {...about}>
        {say(question.label)}
        {colon}
        <output data-result={question.name}>{String(own[question.name] ?? '–')}</output>
      </p>
    )
  const label = (
    <>
      {say(question.label)}{' '}
      {!isRequired(question, it, place) && <span class="soft small">({t('answer.optional')})</span>}
    </>
  )
  const told = (
    <>
      {hasHint && (
        <p class="hint" id={`${name}-hint`}>
          {say(hint)}
        </p>
      )}
      <LastTime {...props} />
      {error && (
        <p class="error" id={`${name}-error`}>
          {Object.keys(ownWords(error)).length ? say(ownWords(error)) : t(`answer.refused.${error.refusal}`)}
        </p>
      )}
    </>
  )
  const describedBy = [hasHint && `${name}-hint`, error && `${name}-error`].filter(Boolean).join(' ') || undefined
  const attributes = { 'aria-describedby': describedBy, 'aria-invalid': error ? true : undefined }
  const kind = error ? 'field in-error' : 'field'
  if (question.type === 'yes-no' || hasChoices(question))
    return (
      <fieldset class={kind} id={name} aria-describedby={describedBy} {...about}>
        <legend>{label}</legend>
        {told}
        {question.type === 'rank' ? (
          <RankPlaces {...props} name={name} answer={answer} />
        ) : (
          <Choices {...props} name={name} answer={answer} />
        )}
      </fieldset>
    )
  return (
    <div class={kind} {...about}>
      <label for={name}>{label}</label>
      {told}
      <Input question={question} name={name} answer={answer} attributes={attributes} />
    </div>
  )
}

/** What the form's author says where an answer is not taken. */
const ownWords = ({ refusal, question }: Taken['errors'][string]): InLanguages =>
  refusal === 'constraint' ? question.constraintMessage : refusal === 'needed' ? (question.requiredMessage ?? {}) : {}

function LastTime({ it, question, own, last, language }: QuestionProps) {
  const { t } = useWords()
  const answer = last[question.name]
  if (answer === undefined) return null
  const isSame = JSON.stringify(answer) === JSON.stringify(own[question.name])
  return (
    <p class="soft small last-time">
      {isSame ? (
        t('answer.as-last-time')
      ) : (
        <>
          {t('answer.last-time')} <AnswerText form={it.form} question={question} answer={answer} language={language} />
        </>
      )}
    </p>
  )
}

interface InputProps {
  question: Question
  name: string
  answer: Answer | undefined
  attributes: object
}

function Input({ question, name, answer, attributes }: InputProps) {
  const { t, number } = useWords()
  const value = typeof answer === 'string' ? answer : ''
  switch (question.type) {
    case 'text':
      return (
        <textarea {...attributes} id={name} name={name} rows={3} dir="auto">
          {value}
        </textarea>
      )
    case 'integer':
    case 'decimal':
      return (
        <input
          {...attributes}
          id={name}
          name={name}
          value={value}
          type="text"
          inputmode={question.type === 'integer' ? 'numeric' : 'decimal'}
          dir="ltr"
          autocomplete="off"
        />
      )
    case 'date':
    case 'time':
      return <input {...attributes} id={name} name={name} value={value} type={question.type} />
    case 'date-time':
      return <input {...attributes} id={name} name={name} value={value} type="datetime-local" />
    default:
      return (
        <>
          {isFile(answer) && (
            <>
              <p class="choice">
                <bdi>{answer.fileName}</bdi>
                <input type="checkbox" id={`${name}.remove`} name={`${name}.remove`} value="yes" />
                <label for={`${name}.remove`}>{t('answer.file.remove')}</label>
              </p>
              {answer.removed && <RemovedFrom fileName={answer.fileName} removed={answer.removed} stays={false} />}
            </>
          )}
          <p class="hint">
            {t('answer.file.hint', {
              file: number(LARGEST_FILE / MB),
              photo: number(LARGEST_PHOTO / MB),
              all: number(MOST_OF_AN_ANSWER / MB),
            })}
          </p>
          <input {...attributes} id={name} name="file" type="file" />
        </>
      )
  }
}

interface OneChoice {
  name: string
  label: ComponentChildren
  hidden: boolean
}

function Choices(props: QuestionProps & { name: string; answer: Answer | undefined }) {
  const { it, question, language, name, answer, place } = props
  const { t } = useWords()
  const now = new Set(offered(question, it, place))
  const choices: OneChoice[] =
    question.type === 'yes-no'
      ? [
          { name: 'yes', label: t('answer.yes'), hidden: false },
          { name: 'no', label: t('answer.no'), hidden: false },
        ]
      : question.choices.map(choice => ({
          name: choice.name,
          label: <Said form={it.form} words={choice.label} language={language} answers={it.answers} />,
          hidden: !now.has(choice),
        }))
  const type = question.type === 'select-multiple' ? 'checkbox' : 'radio'
  return (
    <>
      {question.choiceFilter !== undefined && (
        <p class="hint" hidden={now.size > 0} data-none-offered>
          {t('answer.choices.none-yet')}
        </p>
      )}
      {choices.map((choice, n) => (
        <div class="choice" key={choice.name} hidden={choice.hidden} data-choice={choice.name}>
          <input
            type={type}
            id={`${name}-${n}`}
            name={name}
            value={choice.name}
            checked={!choice.hidden && (Array.isArray(answer) ? answer.includes(choice.name) : answer === choice.name)}
          />
          <label for={`${name}-${n}`}>{choice.label}</label>
        </div>
      ))}
    </>
  )
}
