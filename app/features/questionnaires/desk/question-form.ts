/** The fields of one question, and how they are read. */
import { z } from 'zod'
import type { Ctx } from '../../../platform/http.ts'
import { choiceLines, choicesIn } from '../form/choice-lines.ts'
import { choicesOfWords } from '../form/choice-words.ts'
import { columnsOf } from '../form/follow.ts'
import {
  hasChoices,
  isAnswered,
  isNumber,
  MOST_RANKED,
  NAME,
  takesSeveral,
  TYPES,
  type Form,
  type FormPage,
  type InLanguages,
  type Question,
} from '../form/model.ts'
import { boundsExpression } from '../form/only-if.ts'
import { expressionError } from './expressions.ts'
import { wordsIn } from './in-languages.tsx'
import { onlyIfForm, onlyIfTyped } from './only-if.tsx'

const text = z.string().trim().max(2000, 'form.too-long').default('')

const bound = text.refine(one => !one || /^-?\d{1,15}(\.\d{1,15})?$/.test(one), 'question.bound.wrong')

export const questionForm = z
  .object({
    version: z.coerce.number().int().nonnegative(),
    page: z.string().max(100),
    type: z.enum(TYPES),
    choices: z.string().max(100_000, 'form.too-long').optional(),
    name: z.string().trim().regex(NAME, 'question.name.wrong'),
    required: z.literal('yes').optional(),
    requiredIf: text,
    notPeople: z.literal('yes').optional(),
    ...onlyIfForm,
    least: bound,
    most: bound,
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
  const page = form.pages.find(({ name }) => name === value.page) ?? null
  const read = choicesTyped(c, form, value, typed, former)
  const onlyIf = onlyIfTyped(c, value, { form, page, own: former?.name ?? null })
  const question = questionOf(form, value, typed, former, { choices: read.choices, relevant: onlyIf.relevant })
  return { question, fields: { ...wrongFields(c, form, page, question), ...read.fields, ...onlyIf.fields } }
}

/** Where the words of choices are typed: in the first language, one on each line. */
const choiceWords = (typed: Record<string, string>, { languages }: Form): InLanguages =>
  Object.fromEntries(languages.map(language => [language, (typed[`words.${language}`] ?? '').slice(0, 100_000)]))

/** What was typed, with the choices as lines that have names, to be changed there. Nothing is kept yet. */
export function linesOfWords(
  typed: Record<string, string>,
  form: Form,
  former: Question | null,
): Record<string, string> {
  const read = choicesOfWords(choiceWords(typed, form), form.languages, former?.choices)
  return {
    ...typed,
    choices: Array.isArray(read) ? choiceLines(read, form.languages) : (typed[`words.${form.languages[0]}`] ?? ''),
  }
}

function choicesTyped(
  c: Ctx,
  form: Form,
  { type, choices }: Typed,
  typed: Record<string, string>,
  former: Question | null,
) {
  if (!hasChoices({ type })) return { choices: [], fields: {} }
  const { t } = c.get('words')
  const before = former?.choices ?? []
  const read =
    choices === undefined
      ? choicesOfWords(choiceWords(typed, form), form.languages, before)
      : choicesIn(choices, form.languages, { former: before, isSeveral: takesSeveral({ type }) })
  const field = choices === undefined ? `words.${form.languages[0]}` : 'choices'
  const wrong = (message: string) => ({ choices: [], fields: { [field]: message } })
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
  { choices, relevant }: Pick<Question, 'choices' | 'relevant'>,
): Question {
  const { type, name, required, requiredIf, least, most, commitment, indicator } = value
  const constraint = value.constraint || (isNumber({ type }) && boundsExpression({ least, most }))
  const isAsked = isAnswered({ type })
  const needed = wordsIn(typed, 'needed', languages, former?.requiredMessage)
  return {
    type,
    name,
    label: wordsIn(typed, 'label', languages, former?.label),
    hint: wordsIn(typed, 'hint', languages, former?.hint),
    required: !isAsked ? null : requiredIf || (required ? 'true()' : null),
    relevant,
    constraint: (isAsked && constraint) || null,
    constraintMessage: wordsIn(typed, 'message', languages, former?.constraintMessage),
    choices,
    commitment: commitment || null,
    indicator: indicator || null,
    ...(Object.keys(needed).length && { requiredMessage: needed }),
    ...(isAsked && value.default && { default: value.default }),
    ...(type === 'calculate' && { calculation: value.calculation }),
    ...((isNumber({ type }) || type === 'calculate') && value.notPeople && { countsPeople: false as const }),
    ...(hasChoices({ type }) && value.choiceFilter && { choiceFilter: value.choiceFilter }),
  }
}

function wrongFields(c: Ctx, form: Form, page: FormPage | null, question: Question): Record<string, string> {
  const { t } = c.get('words')
  const fields: Record<string, string> = {}
  const { type, name: own, calculation, choiceFilter, default: first } = question
  if (type !== 'calculate' && !form.languages.some(language => question.label[language]))
    fields[`label.${form.languages[0]}`] = t('form.needed')
  if (type === 'calculate' && !calculation) fields.calculation = t('form.needed')
  const check = (field: string, text: string | null | undefined, columns: string[] = []) => {
    const wrong = expressionError(c, text ?? '', { form, page, own, columns })
    if (wrong) fields[field] = wrong
  }
  check('requiredIf', question.required)
  for (const field of ['constraint', 'calculation'] as const) check(field, question[field])
  check('choiceFilter', choiceFilter, columnsOf(question))
  if (first?.startsWith('=')) check('default', first.slice(1))
  return fields
}
