/** Changing a questionnaire's order, title and languages; beginning a round of it. */
import { z } from 'zod'
import { changing } from '../../../platform/access.ts'
import { member, readForm, seeOther, type Ctx } from '../../../platform/http.ts'
import { LOCALES, wordsOf } from '../../../platform/languages.ts'
import { Problem } from '../../../platform/problem.ts'
import { move, removePage, removeQuestion } from '../form/edit.ts'
import { isAnswered, questionsOf, withClosingPage, type Form } from '../form/model.ts'
import { closingPage, momentIn, paths } from '../model.ts'
import { beginRound, changeQuestionnaire, removeQuestionnaire } from '../queries/rounds.ts'
import { closingFields } from './closing-fields.tsx'
import { questionnaireOf } from './context.ts'
import { languagesForm, languagesIn } from './in-languages.tsx'
import { showQuestionnaire } from './questionnaire.tsx'

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
  const refused = (fields: Record<string, string>) => showQuestionnaire(c, { fields }, form.typed)
  if (!questionsOf(it.form).some(isAnswered)) return refused({ title: c.get('words').t('round.no-questions') })
  const { id, title, timeZone, closesOn, closesAt } = form.value
  const closes = momentIn(`${closesOn}T${closesAt}`, timeZone)
  if (closes < new Date()) return refused({ closesOn: c.get('words').t('round.closes-on.past') })
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
