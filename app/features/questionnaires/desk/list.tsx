/** The questionnaires of an organisation, with their rounds; a new one by hand. */
import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { changing, reading } from '../../../platform/access.ts'
import { hasRole, member, page, readForm, seeOther, type Ctx, type FormErrors } from '../../../platform/http.ts'
import { ErrorSummary, FileField, TextField } from '../../../ui/form.tsx'
import { Page } from '../../../ui/page.tsx'
import { emptyForm } from '../form/edit.ts'
import { paths } from '../model.ts'
import { addQuestionnaire, questionnairesOf } from '../queries/rounds.ts'
import { languagesForm, languagesIn } from './in-languages.tsx'

const newForm = z.object({
  id: z.uuid(),
  title: z.string().trim().min(1, 'form.needed').max(300, 'form.too-long'),
  languages: languagesForm,
})

export async function showList(c: Ctx, errors: FormErrors | null = null, typed: Record<string, string> = {}) {
  const { userId, current } = member(c, 'reader')
  const all = await reading(c.get('services').database.kysely, userId, tx =>
    questionnairesOf(tx, current.organisationId),
  )
  const { t, number, date, locale } = c.get('words')
  return page(
    c,
    <Page c={c} title={t('questionnaires.title')} current="nav.questionnaires">
      <h1>{t('questionnaires.title')}</h1>
      <p class="lead">{t('questionnaires.lead')}</p>
      <ErrorSummary errors={errors} />
      {all.length === 0 && <p class="empty">{t('questionnaires.none')}</p>}
      <ul class="rows">
        {all.map(it => (
          <li key={it.id}>
            <a href={paths.one(it.id)} dir="auto">
              {it.title}
            </a>{' '}
            <span class="soft small">{t('questionnaires.questions', { count: it.questions })}</span>
            {it.rounds.map(round => (
              <p key={round.id} class="small">
                <a href={paths.round(round.id)} dir="auto">
                  {round.title}
                </a>{' '}
                · {t('round.sent-of', { sent: number(round.sent), asked: number(round.asked) })} ·{' '}
                {date(round.closesAt)}
              </p>
            ))}
          </li>
        ))}
      </ul>
      {hasRole(c.get('person'), 'contributor') && (
        <>
          <section aria-labelledby="import">
            <h2 id="import">{t('questionnaires.import')}</h2>
            <form class="form" method="post" action={paths.import} enctype="multipart/form-data">
              <input type="hidden" name="id" value={randomUUID()} />
              <FileField
                name="file"
                label={t('questionnaires.import.file')}
                hint={t('questionnaires.import.hint')}
                errors={errors}
                accept=".xlsx,.xls,.csv"
                required
              />
              <button>{t('questionnaires.import.do')}</button>
            </form>
          </section>
          <section aria-labelledby="new">
            <h2 id="new">{t('questionnaires.new')}</h2>
            <form class="form" method="post" action={paths.list}>
              <input type="hidden" name="id" value={typed.id ?? randomUUID()} />
              <TextField
                name="title"
                label={t('questionnaire.name')}
                errors={errors}
                value={typed.title}
                maxlength={300}
                dir="auto"
                required
              />
              <TextField
                name="languages"
                label={t('questionnaire.languages')}
                hint={t('questionnaire.languages.hint')}
                errors={errors}
                value={typed.languages ?? locale}
                dir="ltr"
                required
              />
              <button>{t('questionnaires.new.do')}</button>
            </form>
          </section>
        </>
      )}
    </Page>,
    errors ? 422 : 200,
  )
}

export async function addByHand(c: Ctx) {
  const { userId, current } = member(c, 'contributor')
  const form = await readForm(c, newForm)
  if (!form.ok) return showList(c, form.errors, form.typed)
  const { id, title, languages } = form.value
  await changing(c.get('services').database.kysely, userId, { act: 'questionnaire.add' }, tx =>
    addQuestionnaire(tx, {
      id,
      title,
      form: emptyForm(languagesIn(languages)),
      remarks: [],
      organisationId: current.organisationId,
      by: userId,
    }),
  )
  return seeOther(c, paths.one(id))
}
