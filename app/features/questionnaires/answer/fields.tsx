/** A question as a plain form field, for phones of every age. */
import type { ComponentChildren } from 'preact'
import { useWords } from '../../../ui/words.tsx'
import { isRequired } from '../form/check.ts'
import {
  isFile,
  said,
  type Answer,
  type Answers,
  type Entry,
  type Form,
  type InLanguages,
  type Question,
} from '../form/model.ts'
import { fieldName, type Taken } from './take.ts'

interface QuestionProps {
  form: Form
  question: Question
  /** In which language questions are asked. */
  language: string
  /** Of a repeated page; null: it is none. */
  entry: number | null
  answers: Answers
  own: Entry
  errors: Taken['errors']
  /** Not asked as long as the answers are as they are: shown when the page comes back after an answer that leads to it. */
  hidden: boolean
}

export function QuestionField(props: QuestionProps) {
  const { form, question, entry, answers, own, hidden, language } = props
  const { t } = useWords()
  const name = fieldName(question.name, entry)
  const error = props.errors[name]
  const answer = own[question.name]
  const say = (words: InLanguages) => (
    <Said form={form} words={words} language={language} answers={{ ...answers, ...own }} />
  )
  const required = isRequired(question, answers, own)
  const label = (
    <>
      {say(question.label)}{' '}
      {!required && question.type !== 'note' && <span class="soft small">({t('answer.optional')})</span>}
    </>
  )
  const told = (
    <>
      {Object.keys(question.hint).length > 0 && (
        <p class="hint" id={`${name}-hint`}>
          {say(question.hint)}
        </p>
      )}
      {error && (
        <p class="error" id={`${name}-error`}>
          {error.refusal === 'constraint' && Object.keys(question.constraintMessage).length
            ? say(question.constraintMessage)
            : t(`answer.refused.${error.refusal}`)}
        </p>
      )}
    </>
  )
  const describedBy =
    [Object.keys(question.hint).length > 0 && `${name}-hint`, error && `${name}-error`].filter(Boolean).join(' ') ||
    undefined
  const attributes = { 'aria-describedby': describedBy, 'aria-invalid': error ? true : undefined }
  const kind = error ? 'field in-error' : 'field'
  const about = { hidden }
  if (question.type === 'note')
    return (
      <div class="prose" {...about}>
        <p>{say(question.label)}</p>
        {told}
      </div>
    )
  if (/^(select|yes)/.test(question.type))
    return (
      <fieldset class={kind} id={name} aria-describedby={describedBy} {...about}>
        <legend>{label}</legend>
        {told}
        <Choices {...props} name={name} answer={answer} />
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

function Input({
  question,
  name,
  answer,
  attributes,
}: {
  question: Question
  name: string
  answer: Answer | undefined
  attributes: object
}) {
  const { t } = useWords()
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
      return <input {...attributes} id={name} name={name} value={value} type="date" />
    default:
      return (
        <>
          {isFile(answer) && (
            <p class="choice">
              <bdi>{answer.fileName}</bdi>
              <input type="checkbox" id={`${name}.remove`} name={`${name}.remove`} value="yes" />
              <label for={`${name}.remove`}>{t('answer.file.remove')}</label>
            </p>
          )}
          <p class="hint">{t('answer.file.hint')}</p>
          <input {...attributes} id={name} name="file" type="file" />
        </>
      )
  }
}

function Choices({
  form,
  question,
  language,
  name,
  answer,
}: QuestionProps & { name: string; answer: Answer | undefined }) {
  const { t } = useWords()
  const choices: { name: string; label: ComponentChildren }[] =
    question.type === 'yes-no'
      ? [
          { name: 'yes', label: t('answer.yes') },
          { name: 'no', label: t('answer.no') },
        ]
      : question.choices.map(choice => ({
          name: choice.name,
          label: <Said form={form} words={choice.label} language={language} answers={{}} />,
        }))
  const type = question.type === 'select-multiple' ? 'checkbox' : 'radio'
  return (
    <>
      {choices.map((choice, n) => (
        <div class="choice" key={choice.name}>
          <input
            type={type}
            id={`${name}-${n}`}
            name={name}
            value={choice.name}
            checked={Array.isArray(answer) ? answer.includes(choice.name) : answer === choice.name}
          />
          <label for={`${name}-${n}`}>{choice.label}</label>
        </div>
      ))}
    </>
  )
}

/** Words of the form in their own language; ${name} in them is the answer to that question. */
export function Said(props: { form: Form; words: InLanguages; language: string; answers: Answers }) {
  const { text, in: language } = said(props.words, props.language, props.form)
  const filled = text.replace(/\$\{\s*([\w.-]+)\s*\}/g, (_, name: string) => {
    const answer = props.answers[name]
    return typeof answer === 'string' ? answer : '…'
  })
  return (
    <span lang={language.startsWith('x-') ? undefined : language} dir="auto">
      {filled}
    </span>
  )
}
