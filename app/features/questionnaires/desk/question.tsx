/** Adding or changing one question. */
import { z } from 'zod'
import { changing } from '../../../platform/access.ts'
import { member, page, readForm, seeOther, type Ctx, type FormErrors } from '../../../platform/http.ts'
import { Problem } from '../../../platform/problem.ts'
import { ErrorSummary, LongTextField, SelectField, TextField } from '../../../ui/form.tsx'
import { Page } from '../../../ui/page.tsx'
import { freeQuestionName, keepQuestion } from '../form/edit.ts'
import { columnsOf } from '../form/follow.ts'
import {
  isAnswered,
  MOST_CHOICES,
  NAME,
  questionsOf,
  TYPES,
  type Choice,
  type InLanguages,
  type Question,
} from '../form/model.ts'
import { paths, type Questionnaire } from '../model.ts'
import { changeQuestionnaire } from '../queries.ts'
import { questionnaireOf } from './context.ts'
import { expressionError } from './expressions.ts'
import { InLanguagesFields, wordsIn } from './in-languages.tsx'

/** Lines of 'name | words in the first language | words in the second | region=north'. */
const choicesAsText = (choices: Choice[], languages: string[]): string =>
  choices
    .map(({ name, label, columns = {} }) =>
      [
        name,
        ...languages.map(language => label[language] ?? ''),
        ...Object.entries(columns).map(([column, value]) => `${column}=${value}`),
      ].join(' | '),
    )
    .join('\n')

const COLUMN = /^([a-z_][\w-]*)=(.*)$/i

function choicesIn(text: string, languages: string[]): Choice[] {
  return text
    .split('\n')
    .map(line => line.split('|').map(part => part.trim()))
    .filter(([name]) => name)
    .slice(0, MOST_CHOICES)
    .map(([name = '', ...parts], n) => {
      const label: InLanguages = {}
      const words = parts.filter((part, at) => at < languages.length || !COLUMN.test(part))
      languages.forEach((language, at) => words[at] && (label[language] = words[at]))
      if (!Object.keys(label).length) label[languages[0]!] = name
      const columns = Object.fromEntries(
        parts.slice(languages.length).flatMap(part => {
          const [, column, value] = part.match(COLUMN) ?? []
          return column ? [[column, value ?? '']] : []
        }),
      )
      return {
        name: /^[\w.-]{1,80}$/.test(name) ? name : `choice_${n + 1}`,
        label,
        ...(Object.keys(columns).length && { columns }),
      }
    })
}

export async function showQuestion(
  c: Ctx,
  errors: FormErrors | null = null,
  typed: Record<string, string> | null = null,
) {
  const it = await questionnaireOf(c, 'contributor')
  const { t } = c.get('words')
  const name = c.req.param('name') ?? ''
  const former = name === 'new' ? null : (questionsOf(it.form).find(one => one.name === name) ?? null)
  if (name !== 'new' && !former) throw new Problem('not-found')
  const pageName =
    typed?.page ??
    (former ? it.form.pages.find(one => one.questions.includes(former))!.name : (c.req.query('page') ?? ''))
  const { languages } = it.form
  const words = (field: string, own: InLanguages) => (typed ? wordsIn(typed, field, languages) : own)
  const value = (field: string, own: string | null | undefined) => typed?.[field] ?? own ?? ''
  const title = former ? t('question.change') : t('question.add')
  return page(
    c,
    <Page c={c} title={title} current="nav.questionnaires">
      <p class="kicker">
        <a href={paths.one(it.id)} dir="auto">
          {it.title}
        </a>
      </p>
      <h1>{title}</h1>
      <ErrorSummary errors={errors} />
      <form class="form" method="post" action={paths.question(it.id, name)}>
        <input type="hidden" name="version" value={typed?.version ?? it.version} />
        <input type="hidden" name="page" value={pageName} />
        <InLanguagesFields
          name="label"
          label={t('question.label')}
          languages={languages}
          words={words('label', former?.label ?? {})}
          errors={errors}
          long
        />
        <InLanguagesFields
          name="hint"
          label={t('question.hint')}
          languages={languages}
          words={words('hint', former?.hint ?? {})}
          errors={errors}
        />
        <SelectField
          name="type"
          label={t('question.type')}
          errors={errors}
          value={value('type', former?.type)}
          choices={TYPES.map(type => ({ value: type, label: t(`question.type.${type}`) }))}
        />
        <LongTextField
          name="choices"
          label={t('question.choices')}
          hint={t('question.choices.hint', { languages: languages.join(' | ') })}
          errors={errors}
          value={value('choices', former && choicesAsText(former.choices, languages))}
          rows={5}
          dir="auto"
        />
        <TextField
          name="name"
          label={t('question.name')}
          hint={t('question.name.hint')}
          errors={errors}
          value={value('name', former?.name ?? freeQuestionName(it.form))}
          dir="ltr"
          required
        />
        <TextField
          name="required"
          label={t('question.required')}
          hint={t('question.required.hint')}
          errors={errors}
          value={value('required', former?.required === 'true()' ? 'yes' : former?.required)}
          dir="ltr"
        />
        <TextField
          name="relevant"
          label={t('question.relevant')}
          hint={t('question.relevant.hint', { example: "${has_plan} = 'yes'" })}
          errors={errors}
          value={value('relevant', former?.relevant)}
          dir="ltr"
        />
        <TextField
          name="constraint"
          label={t('question.constraint')}
          hint={t('question.constraint.hint')}
          errors={errors}
          value={value('constraint', former?.constraint)}
          dir="ltr"
        />
        <InLanguagesFields
          name="message"
          label={t('question.message')}
          languages={languages}
          words={words('message', former?.constraintMessage ?? {})}
          errors={errors}
        />
        <InLanguagesFields
          name="needed"
          label={t('question.required-message')}
          languages={languages}
          words={words('needed', former?.requiredMessage ?? {})}
          errors={errors}
        />
        <TextField
          name="default"
          label={t('question.default')}
          hint={t('question.default.hint')}
          errors={errors}
          value={value('default', former?.default)}
          dir="auto"
        />
        <TextField
          name="calculation"
          label={t('question.calculation')}
          hint={t('question.calculation.hint', { example: 'round(${women} div ${all} * 100, 1)' })}
          errors={errors}
          value={value('calculation', former?.calculation)}
          dir="ltr"
        />
        <TextField
          name="choiceFilter"
          label={t('question.filter')}
          hint={t('question.filter.hint', { example: 'province = ${province}' })}
          errors={errors}
          value={value('choiceFilter', former?.choiceFilter)}
          dir="ltr"
        />
        <TextField
          name="commitment"
          label={t('question.commitment')}
          hint={t('question.commitment.hint')}
          errors={errors}
          value={value('commitment', former?.commitment)}
          dir="ltr"
        />
        <TextField
          name="indicator"
          label={t('question.indicator')}
          hint={t('question.indicator.hint')}
          errors={errors}
          value={value('indicator', former?.indicator)}
          dir="ltr"
        />
        <button>{t('question.keep')}</button>
      </form>
    </Page>,
    errors ? 422 : 200,
  )
}

const text = z.string().trim().max(2000, 'form.too-long').default('')
const questionForm = z
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

export async function saveQuestion(c: Ctx) {
  const { userId } = member(c, 'contributor')
  const it = await questionnaireOf(c, 'contributor')
  const { t } = c.get('words')
  const form = await readForm(c, questionForm)
  if (!form.ok) return showQuestion(c, form.errors, form.typed)
  const { version, page: pageName } = form.value
  const question = questionOf(it, form.value, form.typed)
  const fields = wrongIn(c, it, question)
  if (Object.keys(fields).length) return showQuestion(c, { fields }, form.typed)
  const former = c.req.param('name') === 'new' ? null : (c.req.param('name') ?? null)
  const next = keepQuestion(it.form, pageName, former, question)
  if (!next) return showQuestion(c, { fields: { name: t('question.not-kept') } }, form.typed)
  await changing(c.get('services').database.kysely, userId, { act: 'questionnaire.question' }, async tx => {
    if (!(await changeQuestionnaire(tx, it.id, version, { title: it.title, form: next }))) throw new Problem('conflict')
  })
  return seeOther(c, paths.one(it.id))
}

/** What is wrong with a question: sentences by field. */
function wrongIn(c: Ctx, { form }: Questionnaire, question: Question): Record<string, string> {
  const { t } = c.get('words')
  const fields: Record<string, string> = {}
  const { type, name: own, choices, calculation, choiceFilter, default: first } = question
  if (type !== 'calculate' && !Object.keys(question.label).length)
    fields[`label.${form.languages[0]}`] = t('form.needed')
  if (type.startsWith('select') && choices.length < 2) fields.choices = t('question.choices.needed')
  if (type === 'calculate' && !calculation) fields.calculation = t('form.needed')
  const check = (field: string, text: string | null | undefined, columns: string[] = []) => {
    const wrong = expressionError(c, form, text ?? '', { own, columns })
    if (wrong) fields[field] = wrong
  }
  for (const field of ['required', 'relevant', 'constraint', 'calculation'] as const) check(field, question[field])
  check('choiceFilter', choiceFilter, columnsOf(question))
  if (first?.startsWith('=')) check('default', first.slice(1))
  return fields
}

function questionOf(
  { form }: Questionnaire,
  value: z.output<typeof questionForm>,
  typed: Record<string, string>,
): Question {
  const { type, name, required, relevant, constraint, commitment, indicator, choices } = value
  const isSelect = type.startsWith('select')
  const isAsked = isAnswered({ type })
  const needed = wordsIn(typed, 'needed', form.languages)
  return {
    type,
    name,
    label: wordsIn(typed, 'label', form.languages),
    hint: wordsIn(typed, 'hint', form.languages),
    required: !isAsked || !required ? null : /^yes$/i.test(required) ? 'true()' : required,
    relevant: relevant || null,
    constraint: (isAsked && constraint) || null,
    constraintMessage: wordsIn(typed, 'message', form.languages),
    choices: isSelect ? choicesIn(choices, form.languages) : [],
    commitment: commitment || null,
    indicator: indicator || null,
    ...(Object.keys(needed).length && { requiredMessage: needed }),
    ...(isAsked && value.default && { default: value.default }),
    ...(type === 'calculate' && { calculation: value.calculation }),
    ...(isSelect && value.choiceFilter && { choiceFilter: value.choiceFilter }),
  }
}
