/** Adding or changing one page of a questionnaire. */
import { z } from 'zod'
import { changing } from '../../../platform/access.ts'
import { member, page, readForm, seeOther, type Ctx, type FormErrors } from '../../../platform/http.ts'
import { Problem } from '../../../platform/problem.ts'
import { ErrorSummary, TextField } from '../../../ui/form.tsx'
import { Page } from '../../../ui/page.tsx'
import { addPage, changePage } from '../form/edit.ts'
import { paths, type Questionnaire } from '../model.ts'
import { changeQuestionnaire } from '../queries/rounds.ts'
import { questionnaireOf } from './context.ts'
import { expressionError } from './expressions.ts'
import { InLanguagesFields, wordsIn } from './in-languages.tsx'
import { OnlyIfFields, onlyIfForm, onlyIfTyped, onlyIfValues, type OnlyIfPlace } from './only-if.tsx'

export async function showFormPage(
  c: Ctx,
  errors: FormErrors | null = null,
  typed: Record<string, string> | null = null,
) {
  const it = await questionnaireOf(c, 'contributor')
  const { t } = c.get('words')
  const name = c.req.param('name') ?? ''
  const former = it.form.pages.find(one => one.name === name)
  if (!former && name !== 'new') throw new Problem('not-found')
  const title = t(former ? 'questionnaire.page.change' : 'questionnaire.page.add')
  const place = placeOf(it, name)
  const repeats = typed ? typed.repeat === 'yes' : former?.repeat
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
      <form class="form" method="post" action={paths.formPage(it.id, name)}>
        <input type="hidden" name="version" value={typed?.version ?? it.version} />
        <InLanguagesFields
          name="label"
          label={t('questionnaire.page.name')}
          languages={it.form.languages}
          words={typed ? wordsIn(typed, 'label', it.form.languages) : (former?.label ?? {})}
          errors={errors}
        />
        <p class="choice">
          <input type="checkbox" id="repeat" name="repeat" value="yes" checked={repeats} />
          <label for="repeat">{t('questionnaire.page.repeat')}</label>
        </p>
        <OnlyIfFields
          place={place}
          values={typed ?? onlyIfValues(former?.relevant ?? null, place, c.get('words'))}
          errors={errors}
        />
        <TextField
          name="count"
          label={t('questionnaire.page.count')}
          hint={t('questionnaire.page.count.hint', { example: '${courses}' })}
          value={typed?.count ?? former?.count ?? ''}
          errors={errors}
          dir="ltr"
        />
        <button>{t('questionnaire.page.keep')}</button>
      </form>
    </Page>,
    errors ? 422 : 200,
  )
}

/** A page can ask for what stands before it. */
function placeOf({ form }: Questionnaire, name: string): OnlyIfPlace {
  const at = form.pages.findIndex(one => one.name === name)
  return { form: at < 0 ? form : { ...form, pages: form.pages.slice(0, at) }, page: null, own: null }
}

const pageForm = z
  .object({
    version: z.coerce.number().int().nonnegative(),
    ...onlyIfForm,
    count: z.string().trim().max(2000, 'form.too-long').default(''),
    repeat: z.literal('yes').optional(),
  })
  .loose()

export async function saveFormPage(c: Ctx) {
  const { userId } = member(c, 'contributor')
  const it = await questionnaireOf(c, 'contributor')
  const form = await readForm(c, pageForm)
  if (!form.ok) return showFormPage(c, form.errors, form.typed)
  const { version, repeat, count } = form.value
  const name = c.req.param('name') ?? ''
  const place = placeOf(it, name)
  // What is written may ask for more than what can be chosen: also for what stands further down.
  const onlyIf = onlyIfTyped(c, form.value, form.value.relevant ? { ...place, form: it.form } : place)
  const wrongCount = expressionError(c, count, { form: it.form, page: null })
  const fields = { ...onlyIf.fields, ...(wrongCount && { count: wrongCount }) }
  if (Object.keys(fields).length) return showFormPage(c, { fields }, form.typed)
  const former = it.form.pages.find(one => one.name === name)
  const set = {
    label: wordsIn(form.typed, 'label', it.form.languages, former?.label),
    relevant: onlyIf.relevant,
    repeat: repeat === 'yes',
    ...(repeat === 'yes' && count && { count }),
  }
  const next = name === 'new' ? addPage(it.form, set) : changePage(it.form, name, set)
  if (!next) throw new Problem(name === 'new' ? 'bad-input' : 'not-found')
  await changing(c.get('services').database.kysely, userId, { act: 'questionnaire.page' }, async tx => {
    if (!(await changeQuestionnaire(tx, it.id, version, { title: it.title, form: next }))) throw new Problem('conflict')
  })
  return seeOther(c, paths.one(it.id))
}
