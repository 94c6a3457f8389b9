/** "Only asked if": a question, what its answer has to be, or an expression for what cannot be said so. */
import { z } from 'zod'
import type { Ctx, FormErrors } from '../../../platform/http.ts'
import { LOCALES, wordsOf, type Words } from '../../../platform/languages.ts'
import { SelectField, TextField } from '../../../ui/form.tsx'
import { useWords } from '../../../ui/words.tsx'
import { hasChoices, isShown, said, type Form, type FormPage, type Question } from '../form/model.ts'
import { askable, asksNumber, expressionFor, HOW, onlyIfIn, type OnlyIf } from '../form/only-if.ts'
import { expressionError } from './expressions.ts'

const text = z.string().trim().max(2000, 'form.too-long').default('')

/** What of a form says when something is asked. */
export const onlyIfForm = {
  onlyQuestion: z.string().max(100).default(''),
  onlyHow: z.enum(HOW).catch('is'),
  onlyAnswer: text,
  relevant: text,
}

/** Where the condition stands. */
export interface OnlyIfPlace {
  form: Form
  page: FormPage | null
  /** The question that has it; null: it is new, or a page has it. */
  own: string | null
}

/** The answers that a question can have, as people read them; null: any. */
function answersOf(
  question: Question,
  form: Form,
  { t, locale }: Pick<Words, 't' | 'locale'>,
): [name: string, words: string][] | null {
  if (question.type === 'yes-no') return (['yes', 'no'] as const).map(one => [one, t(`answer.${one}`)])
  return hasChoices(question) ? question.choices.map(({ name, label }) => [name, said(label, locale, form).text]) : null
}

/** The fields' values for a condition that is kept. */
export function onlyIfValues(
  relevant: string | null,
  { form, page, own }: OnlyIfPlace,
  words: Words,
): Record<string, string> {
  const questions = askable(form, page, own)
  const onlyIf = relevant === null ? null : onlyIfIn(relevant, questions)
  if (!onlyIf) return { relevant: relevant ?? '' }
  const question = questions.find(({ name }) => name === onlyIf.question)!
  const called = answersOf(question, form, words)?.find(([name]) => name === onlyIf.answer)?.[1]
  return { onlyQuestion: onlyIf.question, onlyHow: onlyIf.how, onlyAnswer: called ?? onlyIf.answer }
}

interface FieldsProps {
  place: OnlyIfPlace
  values: Record<string, string>
  errors: FormErrors | null
}

/** A longer question would not fit into a list. */
const LONGEST_SHOWN = 90

export function OnlyIfFields({ place, values, errors }: FieldsProps) {
  const words = useWords()
  const { t, locale } = words
  const { form, page, own } = place
  const questions = askable(form, page, own)
  const called = (question: Question) => {
    const label = isShown(question) ? said(question.label, locale, form).text : question.name
    return label.length > LONGEST_SHOWN ? `${label.slice(0, LONGEST_SHOWN)}…` : label
  }
  const answers = new Set(questions.flatMap(one => (answersOf(one, form, words) ?? []).map(([, answer]) => answer)))
  return (
    <fieldset class="only-if">
      <legend>{t('question.only')}</legend>
      {questions.length === 0 ? (
        <p class="hint">{t('question.only.none')}</p>
      ) : (
        <>
          <p class="hint">{t('question.only.hint')}</p>
          <div class="only-if-parts">
            <SelectField
              name="onlyQuestion"
              label={t('question.only.question')}
              errors={errors}
              value={values.onlyQuestion ?? ''}
              choices={[
                { value: '', label: t('question.only.always') },
                ...questions.map(question => ({ value: question.name, label: called(question) })),
              ]}
            />
            <SelectField
              name="onlyHow"
              label={t('question.only.how')}
              value={values.onlyHow ?? 'is'}
              choices={HOW.map(how => ({ value: how, label: t(`question.only.how.${how}`) }))}
            />
            <TextField
              name="onlyAnswer"
              label={t('question.only.answer')}
              errors={errors}
              value={values.onlyAnswer ?? ''}
              list="only-answers"
              dir="auto"
              autocomplete="off"
            />
            <datalist id="only-answers">
              {[...answers].map(answer => (
                <option key={answer} value={answer} />
              ))}
            </datalist>
          </div>
        </>
      )}
      <details open={Boolean(values.relevant || errors?.fields.relevant)}>
        <summary>{t('question.expression')}</summary>
        <TextField
          name="relevant"
          label={t('question.relevant')}
          hint={t('question.relevant.hint', { example: "${women} > 10 and ${plan} = 'yes'" })}
          value={values.relevant ?? ''}
          errors={errors}
          dir="ltr"
        />
      </details>
    </fieldset>
  )
}

type Typed = Record<keyof typeof onlyIfForm, string> & { onlyHow: OnlyIf['how'] }

/** The expression that was meant, and what is wrong with it. What was written as one counts more than what was chosen. */
export function onlyIfTyped(
  c: Ctx,
  typed: Typed,
  { form, page, own }: OnlyIfPlace,
): { relevant: string | null; fields: Record<string, string> } {
  if (typed.relevant) {
    const wrong = expressionError(c, typed.relevant, { form, page, ...(own && { own }) })
    return { relevant: typed.relevant, fields: wrong ? { relevant: wrong } : {} }
  }
  const { onlyQuestion, onlyHow: how, onlyAnswer } = typed
  if (!onlyQuestion) return { relevant: null, fields: {} }
  const { t } = c.get('words')
  const refused = (field: string, sentence: string) => ({ relevant: null, fields: { [field]: sentence } })
  const question = askable(form, page, own).find(({ name }) => name === onlyQuestion)
  if (!question) return refused('onlyQuestion', t('question.only.gone'))
  const isNumber = asksNumber(how, question)
  if (how !== 'answered' && !onlyAnswer) return refused('onlyAnswer', t('form.needed'))
  if (isNumber && !/^-?\d{1,15}(\.\d{1,15})?$/.test(onlyAnswer)) return refused('onlyAnswer', t('question.only.number'))
  const answer = how === 'answered' ? '' : isNumber ? onlyAnswer : answerMeant(question, form, onlyAnswer)
  if (answer === null) {
    const all = (answersOf(question, form, c.get('words')) ?? []).map(([, one]) => `\u2068${one}\u2069`)
    return refused('onlyAnswer', t('question.only.no-such', { answers: all.join(' · ') }))
  }
  const relevant = expressionFor({ question: onlyQuestion, how, answer }, question)
  return relevant === null ? refused('onlyAnswer', t('question.only.quotes')) : { relevant, fields: {} }
}

/** As answers are kept; null: the question has no such answer. */
function answerMeant(question: Question, form: Form, typed: string): string | null {
  const plain = (words: string) => words.trim().toLocaleLowerCase()
  for (const locale of [...LOCALES, ...form.languages.filter(one => !(LOCALES as readonly string[]).includes(one))]) {
    const t = wordsOf(LOCALES.find(one => one === locale) ?? 'en').t
    const answers = answersOf(question, form, { t, locale: locale as Words['locale'] })
    if (!answers) return typed
    const found = answers.find(([name, words]) => plain(words) === plain(typed) || name === typed)
    if (found) return found[0]
  }
  return null
}
