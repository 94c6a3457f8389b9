/** Adding or changing one question. */
import { z } from 'zod'
import { changing } from '../../../platform/access.ts'
import { member, page, readForm, seeOther, type Ctx, type FormErrors } from '../../../platform/http.ts'
import { Problem } from '../../../platform/problem.ts'
import { ErrorSummary, LongTextField, SelectField, TextField } from '../../../ui/form.tsx'
import { Page } from '../../../ui/page.tsx'
import { freeQuestionName, keepQuestion } from '../form/edit.ts'
import { MOST_CHOICES, NAME, questionsOf, TYPES, type Choice, type InLanguages, type Question } from '../form/model.ts'
import { paths, type Questionnaire } from '../model.ts'
import { changeQuestionnaire } from '../queries.ts'
import { questionnaireOf } from './context.ts'
import { expressionError } from './expressions.ts'
import { InLanguagesFields, wordsIn } from './in-languages.tsx'

/** Lines of 'name | words in the first language | words in the second'. */
const choicesAsText = (choices: Choice[], languages: string[]): string =>
  choices.map(({ name, label }) => [name, ...languages.map(language => label[language] ?? '')].join(' | ')).join('\n')

function choicesIn(text: string, languages: string[]): Choice[] {
  return text
    .split('\n')
    .map(line => line.split('|').map(part => part.trim()))
    .filter(([name]) => name)
    .slice(0, MOST_CHOICES)
    .map(([name = '', ...words], n) => {
      const label: InLanguages = {}
      languages.forEach((language, at) => words[at] && (label[language] = words[at]))
      if (!words.length) label[languages[0]!] = name
      return { name: /^[\w.-]{1,80}$/.test(name) ? name : `choice_${n + 1}`, label }
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
  const { version, page: pageName, type, name } = form.value
  const question = questionOf(it, form.value, form.typed)
  const fields: Record<string, string> = {}
  if (!Object.keys(question.label).length) fields[`label.${it.form.languages[0]}`] = t('form.needed')
  if (type.startsWith('select') && question.choices.length < 2) fields.choices = t('question.choices.needed')
  for (const field of ['required', 'relevant', 'constraint'] as const) {
    const wrong = expressionError(c, it.form, question[field] ?? '', name)
    if (wrong) fields[field] = wrong
  }
  if (Object.keys(fields).length) return showQuestion(c, { fields }, form.typed)
  const former = c.req.param('name') === 'new' ? null : (c.req.param('name') ?? null)
  const next = keepQuestion(it.form, pageName, former, question)
  if (!next) return showQuestion(c, { fields: { name: t('question.not-kept') } }, form.typed)
  await changing(c.get('services').database.kysely, userId, { act: 'questionnaire.question' }, async tx => {
    if (!(await changeQuestionnaire(tx, it.id, version, { title: it.title, form: next }))) throw new Problem('conflict')
  })
  return seeOther(c, paths.one(it.id))
}

function questionOf(
  { form }: Questionnaire,
  value: z.output<typeof questionForm>,
  typed: Record<string, string>,
): Question {
  const { type, name, required, relevant, constraint, commitment, indicator, choices } = value
  return {
    type,
    name,
    label: wordsIn(typed, 'label', form.languages),
    hint: wordsIn(typed, 'hint', form.languages),
    required: type === 'note' || !required ? null : /^yes$/i.test(required) ? 'true()' : required,
    relevant: relevant || null,
    constraint: constraint || null,
    constraintMessage: wordsIn(typed, 'message', form.languages),
    choices: type.startsWith('select') ? choicesIn(choices, form.languages) : [],
    commitment: commitment || null,
    indicator: indicator || null,
  }
}
