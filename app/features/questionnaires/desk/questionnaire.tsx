/** One questionnaire on the desk: its pages and questions, what of an imported file is not used, its rounds; and a preview. */
import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { changing } from '../../../platform/access.ts'
import { hasRole, member, page, readForm, seeOther, type Ctx, type FormErrors } from '../../../platform/http.ts'
import { LOCALES, wordsOf } from '../../../platform/languages.ts'
import { Problem } from '../../../platform/problem.ts'
import { ErrorSummary, TextField } from '../../../ui/form.tsx'
import { Page } from '../../../ui/page.tsx'
import { useWords } from '../../../ui/words.tsx'
import { QuestionField } from '../answer/fields.tsx'
import { Said } from '../answer/said.tsx'
import { followed } from '../form/follow.ts'
import { move, removePage, removeQuestion } from '../form/edit.ts'
import { isAnswered, questionsOf, withClosingPage, type Form, type FormPage } from '../form/model.ts'
import { closingPage, isTimeZone, momentIn, paths, type Questionnaire } from '../model.ts'
import { beginRound, changeQuestionnaire, removeQuestionnaire } from '../queries.ts'
import { questionnaireOf } from './context.ts'
import { languagesForm, languagesIn } from './in-languages.tsx'

export async function showQuestionnaire(c: Ctx, errors: FormErrors | null = null, typed: Record<string, string> = {}) {
  const it = await questionnaireOf(c, 'reader')
  const { t, number, language: called } = c.get('words')
  const mayChange = hasRole(c.get('person'), 'contributor')
  return page(
    c,
    <Page c={c} title={it.title} current="nav.questionnaires">
      <p class="kicker">
        <a href={paths.list}>{t('questionnaires.title')}</a>
      </p>
      <h1 dir="auto">{it.title}</h1>
      <p class="soft">
        {t('questionnaires.questions', { count: questionsOf(it.form).filter(isAnswered).length })} ·{' '}
        {it.form.languages.map(one => (one.startsWith('x-') ? one.slice(2) : called(one))).join(', ')} ·{' '}
        <a href={paths.preview(it.id)}>{t('questionnaire.preview')}</a>
      </p>
      <ErrorSummary errors={errors} />
      {it.remarks.length > 0 && (
        <details open={it.remarks.length < 20}>
          <summary>{t('questionnaire.remarks', { count: it.remarks.length })}</summary>
          <ul>
            {it.remarks.map((remark, n) => (
              <li key={n}>
                <bdi>{remark.sheet}</bdi>
                {remark.row !== null && ` ${number(remark.row)}`}: {t(`questionnaire.remark.${remark.code}`)}{' '}
                {remark.detail && <code dir="ltr">{remark.detail}</code>}
              </li>
            ))}
          </ul>
        </details>
      )}
      {it.form.pages.length === 0 && <p class="empty">{t('questionnaire.empty')}</p>}
      {it.form.pages.map(one => (
        <PageOnDesk key={one.name} c={c} it={it} page={one} mayChange={mayChange} />
      ))}
      {mayChange && (
        <p>
          <a class="button" href={paths.formPage(it.id, 'new')}>
            {t('questionnaire.page.add')}
          </a>
        </p>
      )}
      {hasRole(c.get('person'), 'editor') && questionsOf(it.form).length > 0 && (
        <section aria-labelledby="begin">
          <h2 id="begin">{t('round.begin')}</h2>
          <p class="prose">{t('round.begin.lead')}</p>
          <form class="form" method="post" action={`${paths.one(it.id)}/rounds`}>
            <input type="hidden" name="id" value={typed.id ?? randomUUID()} />
            <TextField
              name="title"
              label={t('round.title')}
              errors={errors}
              value={typed.title ?? it.title}
              maxlength={300}
              dir="auto"
              required
            />
            <ClosingFields errors={errors} typed={typed} />
            <button>{t('round.begin.do')}</button>
          </form>
        </section>
      )}
      {mayChange && <NameForm it={it} errors={errors} typed={typed} />}
      {mayChange && (
        <details>
          <summary>{t('questionnaire.remove')}</summary>
          <form method="post" action={paths.one(it.id)}>
            <input type="hidden" name="version" value={it.version} />
            <button class="danger" name="act" value="remove">
              {t('questionnaire.remove')}
            </button>
          </form>
        </details>
      )}
    </Page>,
    errors ? 422 : 200,
  )
}

/** Its title and languages. */
function NameForm({
  it,
  errors,
  typed,
}: {
  it: Questionnaire
  errors: FormErrors | null
  typed: Record<string, string>
}) {
  const { t } = useWords()
  const isTyped = 'languages' in typed
  const own = isTyped ? errors : null
  return (
    <details open={isTyped}>
      <summary>{t('questionnaire.rename')}</summary>
      <form class="form" method="post" action={paths.name(it.id)}>
        <input type="hidden" name="version" value={typed.version ?? it.version} />
        <TextField
          name="called"
          label={t('questionnaire.name')}
          errors={own}
          value={typed.called ?? it.title}
          maxlength={300}
          dir="auto"
          required
        />
        <TextField
          name="languages"
          label={t('questionnaire.languages')}
          hint={t('questionnaire.languages.change-hint')}
          errors={own}
          value={typed.languages ?? it.form.languages.join(', ')}
          dir="ltr"
          required
        />
        <button>{t('questionnaire.rename.do')}</button>
      </form>
    </details>
  )
}

const nameForm = z.object({
  version: z.coerce.number().int().nonnegative(),
  called: z.string().trim().min(1, 'form.needed').max(300, 'form.too-long'),
  languages: languagesForm,
})

/** Words in a language that is taken out stay, and are there again when it comes back. */
export async function rename(c: Ctx) {
  const { userId } = member(c, 'contributor')
  const it = await questionnaireOf(c, 'contributor')
  const form = await readForm(c, nameForm)
  if (!form.ok) return showQuestionnaire(c, form.errors, form.typed)
  const { version, called, languages } = form.value
  await changing(c.get('services').database.kysely, userId, { act: 'questionnaire.rename' }, async tx => {
    const set = { title: called, form: { ...it.form, languages: languagesIn(languages) } }
    if (!(await changeQuestionnaire(tx, it.id, version, set))) throw new Problem('conflict')
  })
  return seeOther(c, paths.one(it.id))
}

export function ClosingFields({ errors, typed }: { errors: FormErrors | null; typed: Record<string, string> }) {
  const { t } = useWords()
  return (
    <>
      <TextField
        name="closesOn"
        type="date"
        label={t('round.closes-on')}
        errors={errors}
        value={typed.closesOn}
        required
      />
      <TextField
        name="closesAt"
        label={t('round.closes-at')}
        hint={t('round.closes-at.hint')}
        errors={errors}
        value={typed.closesAt ?? '18:00'}
        dir="ltr"
        required
      />
      <TextField
        name="timeZone"
        label={t('round.time-zone')}
        hint={t('round.time-zone.hint')}
        errors={errors}
        value={typed.timeZone ?? 'UTC'}
        dir="ltr"
        required
      />
    </>
  )
}

function PageOnDesk({
  c,
  it,
  page: one,
  mayChange,
}: {
  c: Ctx
  it: Questionnaire
  page: FormPage
  mayChange: boolean
}) {
  const { t, locale } = c.get('words')
  return (
    <section aria-label={one.name}>
      <h2>
        <Said
          form={it.form}
          words={Object.keys(one.label).length ? one.label : { [locale]: one.name }}
          language={locale}
          answers={{}}
        />{' '}
        {one.repeat && <span class="tag">{t('questionnaire.repeated')}</span>}
      </h2>
      {one.relevant && (
        <p class="soft small">
          {t('questionnaire.only-if')} <code dir="ltr">{one.relevant}</code>
        </p>
      )}
      <ol class="rows">
        {one.questions.map(question => (
          <li key={question.name}>
            <Said form={it.form} words={question.label} language={locale} answers={{}} />{' '}
            <span class="tag">{t(`question.type.${question.type}`)}</span>{' '}
            {question.commitment && <span class="tag">{question.commitment}</span>}{' '}
            {question.indicator && <span class="tag">{question.indicator}</span>}
            {question.relevant && (
              <p class="soft small">
                {t('questionnaire.only-if')} <code dir="ltr">{question.relevant}</code>
              </p>
            )}
            {mayChange && (
              <form method="post" action={paths.one(it.id)} class="actions">
                <input type="hidden" name="version" value={it.version} />
                <input type="hidden" name="name" value={question.name} />
                <a href={paths.question(it.id, question.name)}>{t('question.change')}</a>
                <Moves />
              </form>
            )}
          </li>
        ))}
      </ol>
      {mayChange && (
        <>
          <p>
            <a href={`${paths.question(it.id, 'new')}?page=${encodeURIComponent(one.name)}`}>{t('question.add')}</a>
          </p>
          <form method="post" action={paths.one(it.id)} class="actions">
            <input type="hidden" name="version" value={it.version} />
            <input type="hidden" name="name" value={one.name} />
            <a href={paths.formPage(it.id, one.name)}>{t('questionnaire.page.change')}</a>
            <Moves />
          </form>
        </>
      )}
    </section>
  )
}

function Moves() {
  const { t } = useWords()
  return (
    <>
      <button class="quiet" name="act" value="up" aria-label={t('question.up')}>
        ↑
      </button>
      <button class="quiet" name="act" value="down" aria-label={t('question.down')}>
        ↓
      </button>
      <button class="quiet" name="act" value="take-out">
        {t('question.remove')}
      </button>
    </>
  )
}

const actForm = z.object({
  version: z.coerce.number().int().nonnegative(),
  act: z.enum(['up', 'down', 'take-out', 'remove']),
  name: z.string().max(100).default(''),
})

export async function changeIt(c: Ctx) {
  const { userId } = member(c, 'contributor')
  const it = await questionnaireOf(c, 'contributor')
  const form = await readForm(c, actForm)
  if (!form.ok) return showQuestionnaire(c, form.errors)
  const { act, name, version } = form.value
  const isPage = it.form.pages.some(one => one.name === name)
  const next: Form = {
    up: () => move(it.form, name, -1),
    down: () => move(it.form, name, 1),
    'take-out': () => (isPage ? removePage(it.form, name) : removeQuestion(it.form, name)),
    remove: () => it.form,
  }[act]()
  await changing(c.get('services').database.kysely, userId, { act: `questionnaire.${act}` }, async tx => {
    if (act === 'remove') await removeQuestionnaire(tx, it.id)
    // The same form sent again finds another version there.
    else if (!(await changeQuestionnaire(tx, it.id, version, { title: it.title, form: next })))
      throw new Problem('conflict')
  })
  return seeOther(c, act === 'remove' ? paths.list : paths.one(it.id))
}

export const closingFields = {
  closesOn: z.iso.date('round.closes-on.wrong'),
  closesAt: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'round.closes-at.wrong'),
  timeZone: z.string().trim().refine(isTimeZone, 'round.time-zone.wrong'),
}
const roundForm = z.object({
  id: z.uuid(),
  title: z.string().trim().min(1, 'form.needed').max(300, 'form.too-long'),
  ...closingFields,
})

export async function begin(c: Ctx) {
  const { userId, current } = member(c, 'editor')
  const it = await questionnaireOf(c, 'editor')
  const form = await readForm(c, roundForm)
  if (!form.ok) return showQuestionnaire(c, form.errors, form.typed)
  const { id, title, timeZone, closesOn, closesAt } = form.value
  const closes = momentIn(`${closesOn}T${closesAt}`, timeZone)
  if (closes < new Date())
    return showQuestionnaire(c, { fields: { closesOn: c.get('words').t('round.closes-on.past') } }, form.typed)
  const words = Object.fromEntries(LOCALES.map(locale => [locale, wordsOf(locale).t]))
  await changing(c.get('services').database.kysely, userId, { act: 'round.begin' }, tx =>
    beginRound(tx, {
      id,
      title,
      timeZone,
      closesAt: closes,
      form: withClosingPage(it.form, closingPage(words)),
      questionnaireId: it.id,
      organisationId: current.organisationId,
      by: userId,
    }),
  )
  return seeOther(c, paths.round(id))
}

export async function showPreview(c: Ctx) {
  const it = await questionnaireOf(c, 'reader')
  const { t, language: called } = c.get('words')
  const asked = c.req.query('language')
  const language = asked && it.form.languages.includes(asked) ? asked : it.form.languages[0]!
  return page(
    c,
    <Page c={c} title={it.title} current="nav.questionnaires">
      <p class="kicker">
        <a href={paths.one(it.id)} dir="auto">
          {it.title}
        </a>
      </p>
      <h1>{t('questionnaire.preview')}</h1>
      <p class="actions">
        {it.form.languages.map(one => (
          <a
            key={one}
            href={`${paths.preview(it.id)}?language=${encodeURIComponent(one)}`}
            aria-current={one === language ? 'true' : undefined}
          >
            {one.startsWith('x-') ? one.slice(2) : called(one)}
          </a>
        ))}
      </p>
      {it.form.pages.map(one => (
        <fieldset key={one.name} class="form answering" disabled>
          <legend>
            <Said form={it.form} words={one.label} language={language} answers={{}} />
          </legend>
          {one.questions.map(question => (
            <QuestionField
              key={question.name}
              it={followed(it.form, {})}
              question={question}
              language={language}
              place={one.repeat ? { page: one, entry: {}, n: 0 } : null}
              own={{}}
              last={{}}
              errors={{}}
              hidden={false}
            />
          ))}
        </fieldset>
      ))}
    </Page>,
  )
}
