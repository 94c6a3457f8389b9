/** Adding or changing one question. */
import { changing, reading } from '../../../platform/access.ts'
import { member, page, readForm, seeOther, type Ctx, type FormErrors } from '../../../platform/http.ts'
import { Problem } from '../../../platform/problem.ts'
import { ErrorSummary } from '../../../ui/form.tsx'
import { Page } from '../../../ui/page.tsx'
import { keepQuestion } from '../form/edit.ts'
import { questionsOf, type FormPage, type Question } from '../form/model.ts'
import { paths, type Questionnaire } from '../model.ts'
import { changeQuestionnaire } from '../queries/rounds.ts'
import { aboutIn, isUnseen } from './about-fields.tsx'
import { questionnaireOf } from './context.ts'
import { QuestionFields, valuesOf } from './question-fields.tsx'
import { linesOfWords, questionForm, readTyped } from './question-form.ts'

type Typed = Record<string, string>

/** The question at this address; null: a new one. @throws Problem where there is none */
function formerOf(c: Ctx, it: Questionnaire): Question | null {
  const name = c.req.param('name') ?? ''
  const former = questionsOf(it.form).find(one => one.name === name) ?? null
  if (name !== 'new' && !former) throw new Problem('not-found')
  return former
}

/** The page that it is on, or will be. */
function homeOf(c: Ctx, it: Questionnaire, former: Question | null, typed: Typed | null): FormPage | null {
  const name = typed?.page ?? c.req.query('page')
  return it.form.pages.find(one => (former && !typed ? one.questions.includes(former) : one.name === name)) ?? null
}

export async function showQuestion(c: Ctx, errors: FormErrors | null = null, typed: Typed | null = null) {
  const { userId } = member(c, 'contributor')
  const it = await questionnaireOf(c, 'contributor')
  const former = formerOf(c, it)
  const home = homeOf(c, it, former, typed)
  const values = typed ?? valuesOf(c, it.form, home, former)
  const { t, locale } = c.get('words')
  const about = await reading(c.get('services').database.kysely, userId, tx => aboutIn(tx, values, locale))
  const title = former ? t('question.change.title') : t('question.add')
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
      <form class="form question-form" method="post" action={paths.question(it.id, former?.name ?? 'new')}>
        {/* What the Enter key does: the first button of a form. */}
        <button class="visually-hidden" tabIndex={-1} aria-hidden="true" />
        <input type="hidden" name="version" value={typed?.version ?? it.version} />
        <input type="hidden" name="page" value={home?.name ?? ''} />
        <QuestionFields
          form={it.form}
          page={home}
          own={former?.name ?? null}
          values={values}
          errors={errors}
          about={about}
        />
        <p class="actions">
          <button>{t('question.keep')}</button>
          <a href={paths.one(it.id)}>{t('question.leave')}</a>
        </p>
      </form>
    </Page>,
    errors ? 422 : 200,
  )
}

export async function saveQuestion(c: Ctx) {
  const { userId } = member(c, 'contributor')
  const it = await questionnaireOf(c, 'contributor')
  const former = formerOf(c, it)
  const form = await readForm(c, questionForm)
  if (form.typed.show === 'lines') return showQuestion(c, null, linesOfWords(form.typed, it.form, former))
  if (form.typed.show || isUnseen(form.typed)) return showQuestion(c, null, form.typed)
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
