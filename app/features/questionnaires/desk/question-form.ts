/** The fields of one question, and how they are read. */
import { z } from 'zod'
import type { Ctx } from '../../../platform/http.ts'
import { choicesIn } from '../form/choice-lines.ts'
import { columnsOf } from '../form/follow.ts'
import {
  hasChoices,
  isAnswered,
  MOST_RANKED,
  NAME,
  takesSeveral,
  TYPES,
  type Choice,
  type Form,
  type Question,
} from '../form/model.ts'
import { expressionError } from './expressions.ts'
import { wordsIn } from './in-languages.tsx'

const text = z.string().trim().max(2000, 'form.too-long').default('')

export const questionForm = z
  .object({
    version: z.coerce.number().int().nonnegative(),
    page: z.string().max(100),
    type: z.enum(TYPES),
    choices: z.string().max(100_000, 'form.too-long').default(''),
    name: z.string().trim().regex(NAME, 'question.name.wrong'),
    required: text,
    relevant: text,
    constraint: text,
    default: text,
    calculation: text,
    choiceFilter: text,
    commitment: text.refine(one => !one || /^[a-z0-9-]+\/\d{1,9}$/.test(one), 'question.commitment.wrong'),
    indicator: text.refine(one => !one || /^[a-z0-9-]+\/.{1,60}$/.test(one), 'question.indicator.wrong'),
  })
  .loose()

type Typed = z.output<typeof questionForm>

interface Read {
  question: Question
  /** What is wrong with it: sentences by field. */
  fields: Record<string, string>
}

/** @param former as it was: words in languages that the form has no more are kept */
export function readTyped(
  c: Ctx,
  form: Form,
  value: Typed,
  typed: Record<string, string>,
  former: Question | null,
): Read {
  const read = choicesTyped(c, form, value, former)
  const question = questionOf(form, value, typed, former, read.choices)
  return { question, fields: { ...wrongFields(c, form, value.page, question), ...read.fields } }
}

function choicesTyped(c: Ctx, form: Form, { type, choices }: Typed, former: Question | null) {
  if (!hasChoices({ type })) return { choices: [], fields: {} }
  const { t } = c.get('words')
  const read = choicesIn(choices, form.languages, { former: former?.choices ?? [], isSeveral: takesSeveral({ type }) })
  const wrong = (message: string) => ({ choices: [], fields: { choices: message } })
  if (!Array.isArray(read)) return wrong(t(`question.choices.wrong.${read.why}`, { line: read.line }))
  if (read.length < 2) return wrong(t('question.choices.needed'))
  if (type === 'rank' && read.length > MOST_RANKED) return wrong(t('question.choices.ranked', { most: MOST_RANKED }))
  return { choices: read, fields: {} }
}

function questionOf(
  { languages }: Form,
  value: Typed,
  typed: Record<string, string>,
  former: Question | null,
  choices: Choice[],
): Question {
  const { type, name, required, relevant, constraint, commitment, indicator } = value
  const isAsked = isAnswered({ type })
  const needed = wordsIn(typed, 'needed', languages, former?.requiredMessage)
  return {
    type,
    name,
    label: wordsIn(typed, 'label', languages, former?.label),
    hint: wordsIn(typed, 'hint', languages, former?.hint),
    required: !isAsked || !required ? null : /^yes$/i.test(required) ? 'true()' : required,
    relevant: relevant || null,
    constraint: (isAsked && constraint) || null,
    constraintMessage: wordsIn(typed, 'message', languages, former?.constraintMessage),
    choices,
    commitment: commitment || null,
    indicator: indicator || null,
    ...(Object.keys(needed).length && { requiredMessage: needed }),
    ...(isAsked && value.default && { default: value.default }),
    ...(type === 'calculate' && { calculation: value.calculation }),
    ...(hasChoices({ type }) && value.choiceFilter && { choiceFilter: value.choiceFilter }),
  }
}

function wrongFields(c: Ctx, form: Form, pageName: string, question: Question): Record<string, string> {
  const { t } = c.get('words')
  const fields: Record<string, string> = {}
  const { type, name: own, calculation, choiceFilter, default: first } = question
  const page = form.pages.find(({ name }) => name === pageName) ?? null
  if (type !== 'calculate' && !form.languages.some(language => question.label[language]))
    fields[`label.${form.languages[0]}`] = t('form.needed')
  if (type === 'calculate' && !calculation) fields.calculation = t('form.needed')
  const check = (field: string, text: string | null | undefined, columns: string[] = []) => {
    const wrong = expressionError(c, text ?? '', { form, page, own, columns })
    if (wrong) fields[field] = wrong
  }
  for (const field of ['required', 'relevant', 'constraint', 'calculation'] as const) check(field, question[field])
  check('choiceFilter', choiceFilter, columnsOf(question))
  if (first?.startsWith('=')) check('default', first.slice(1))
  return fields
}
