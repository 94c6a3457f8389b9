/** Adding or changing one question. */
import { changing } from '../../../platform/access.ts'
import { member, page, readForm, seeOther, type Ctx, type FormErrors } from '../../../platform/http.ts'
import { Problem } from '../../../platform/problem.ts'
import { ErrorSummary, LongTextField, SelectField, TextField } from '../../../ui/form.tsx'
import { Page } from '../../../ui/page.tsx'
import { choiceLines } from '../form/choice-lines.ts'
import { freeQuestionName, keepQuestion } from '../form/edit.ts'
import { questionsOf, TYPES, type InLanguages, type Question } from '../form/model.ts'
import { paths, type Questionnaire } from '../model.ts'
import { changeQuestionnaire } from '../queries/rounds.ts'
import { questionnaireOf } from './context.ts'
import { InLanguagesFields, wordsIn } from './in-languages.tsx'
import { questionForm, readTyped } from './question-form.ts'

type Typed = Record<string, string>

/** The question at this address; null: a new one. @throws Problem where there is none */
function formerOf(c: Ctx, it: Questionnaire): Question | null {
  const name = c.req.param('name') ?? ''
  const former = questionsOf(it.form).find(one => one.name === name) ?? null
  if (name !== 'new' && !former) throw new Problem('not-found')
  return former
}

export async function showQuestion(c: Ctx, errors: FormErrors | null = null, typed: Typed | null = null) {
  const it = await questionnaireOf(c, 'contributor')
  const former = formerOf(c, it)
  const { t } = c.get('words')
  const home = former && it.form.pages.find(one => one.questions.includes(former))!.name
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
      <form class="form" method="post" action={paths.question(it.id, former?.name ?? 'new')}>
        <input type="hidden" name="version" value={typed?.version ?? it.version} />
        <input type="hidden" name="page" value={typed?.page ?? home ?? c.req.query('page') ?? ''} />
        <Fields c={c} it={it} former={former} errors={errors} typed={typed} />
        <button>{t('question.keep')}</button>
      </form>
    </Page>,
    errors ? 422 : 200,
  )
}

interface FieldsProps {
  c: Ctx
  it: Questionnaire
  former: Question | null
  errors: FormErrors | null
  typed: Typed | null
}

/** What few questions have: expressions, and what a question is about. */
const RARER = [
  { field: 'required', key: 'question.required' },
  { field: 'relevant', key: 'question.relevant', example: "${has_plan} = 'yes'" },
  { field: 'constraint', key: 'question.constraint' },
  { field: 'default', key: 'question.default' },
  { field: 'calculation', key: 'question.calculation', example: 'round(${women} div ${all} * 100, 1)' },
  { field: 'choiceFilter', key: 'question.filter', example: 'province = ${province}' },
  { field: 'commitment', key: 'question.commitment' },
  { field: 'indicator', key: 'question.indicator' },
] as const

function Fields({ c, it, former, errors, typed }: FieldsProps) {
  const { t } = c.get('words')
  const { languages } = it.form
  const inLanguages = (name: string, label: string, own: InLanguages | undefined, long = false) => (
    <InLanguagesFields
      name={name}
      label={label}
      languages={languages}
      words={typed ? wordsIn(typed, name, languages) : (own ?? {})}
      errors={errors}
      long={long}
    />
  )
  const kept = former && { ...former, required: former.required === 'true()' ? 'yes' : former.required }
  return (
    <>
      {inLanguages('label', t('question.label'), former?.label, true)}
      {inLanguages('hint', t('question.hint'), former?.hint)}
      <SelectField
        name="type"
        label={t('question.type')}
        errors={errors}
        value={typed?.type ?? former?.type}
        choices={TYPES.map(type => ({ value: type, label: t(`question.type.${type}`) }))}
      />
      <LongTextField
        name="choices"
        label={t('question.choices')}
        hint={t('question.choices.hint', { languages: languages.join(' | ') })}
        errors={errors}
        value={typed?.choices ?? (former ? choiceLines(former.choices, languages) : '')}
        rows={5}
        dir="auto"
      />
      <TextField
        name="name"
        label={t('question.name')}
        hint={t('question.name.hint')}
        errors={errors}
        value={typed?.name ?? former?.name ?? freeQuestionName(it.form)}
        dir="ltr"
        required
      />
      {inLanguages('message', t('question.message'), former?.constraintMessage)}
      {inLanguages('needed', t('question.required-message'), former?.requiredMessage)}
      {RARER.map(({ field, key, ...more }) => (
        <TextField
          key={field}
          name={field}
          label={t(key)}
          hint={t(`${key}.hint`, 'example' in more ? { example: more.example } : {})}
          errors={errors}
          value={typed?.[field] ?? kept?.[field] ?? ''}
          dir={field === 'default' ? 'auto' : 'ltr'}
        />
      ))}
    </>
  )
}

export async function saveQuestion(c: Ctx) {
  const { userId } = member(c, 'contributor')
  const it = await questionnaireOf(c, 'contributor')
  const former = formerOf(c, it)
  const form = await readForm(c, questionForm)
  if (!form.ok) return showQuestion(c, form.errors, form.typed)
  const { question, fields } = readTyped(c, it.form, form.value, form.typed, former)
  if (Object.keys(fields).length) return showQuestion(c, { fields }, form.typed)
  const next = keepQuestion(it.form, form.value.page, former?.name ?? null, question)
  if (!next) return showQuestion(c, { fields: { name: c.get('words').t('question.not-kept') } }, form.typed)
  await changing(c.get('services').database.kysely, userId, { act: 'questionnaire.question' }, async tx => {
    const set = { title: it.title, form: next }
    if (!(await changeQuestionnaire(tx, it.id, form.value.version, set))) throw new Problem('conflict')
  })
  return seeOther(c, paths.one(it.id))
}
