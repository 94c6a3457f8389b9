/** An XLSForm brought in: what becomes of it is shown before anything is made. */
import { z } from 'zod'
import { changing } from '../../../platform/access.ts'
import { member, page, seeOther, type Ctx } from '../../../platform/http.ts'
import { Problem } from '../../../platform/problem.ts'
import { wellFormed } from '../../../platform/well-formed.ts'
import { SelectField } from '../../../ui/form.tsx'
import { Page } from '../../../ui/page.tsx'
import { isAnswered, questionsOf } from '../form/model.ts'
import { SPOKEN } from '../form/xlsform/languages.ts'
import { readXlsForm, type ReadForm } from '../form/xlsform/read.ts'
import { FormError } from '../form/xlsform/sheets.ts'
import { paths } from '../model.ts'
import { addQuestionnaire } from '../queries/rounds.ts'
import { showList } from './list.tsx'
import { Remarks } from './remarks.tsx'

/** It comes back with the next page as text, a third longer, in a form of 2 MB at most. */
const LARGEST_FILE = 1_000_000

const checkedForm = z.object({
  id: z.uuid(),
  name: z.string().max(500),
  bytes: z.base64(),
  language: z.enum(SPOKEN).optional(),
})
type Checked = z.output<typeof checkedForm>

/** First with a file; then with the same file as the page of what becomes of it gave it back. */
export async function importForm(c: Ctx) {
  member(c, 'contributor')
  const { t } = c.get('words')
  const refuse = (message: string) => showList(c, { fields: { file: message } })
  const body = await c.req.parseBody().then(wellFormed, () => {
    throw new Problem('bad-input')
  })
  const checked = checkedForm.safeParse(body)
  try {
    const it = checked.success ? checked.data : await received(body)
    if (!it) return refuse(t('questionnaires.import.needed'))
    const read = await readXlsForm(Buffer.from(it.bytes, 'base64'), it.language ?? c.get('words').locale)
    return checked.success ? await make(c, it, read) : showChecked(c, it, read)
  } catch (error) {
    if (!(error instanceof FormError)) throw error
    return refuse(t(`questionnaires.refused.${error.refusal}`))
  }
}

async function received({ id, file }: Record<string, unknown>): Promise<Checked | null> {
  const known = z.uuid().safeParse(id)
  if (!(file instanceof File) || file.size === 0 || !known.success) return null
  if (file.size > LARGEST_FILE) throw new FormError('too-large')
  return { id: known.data, name: file.name, bytes: Buffer.from(await file.arrayBuffer()).toString('base64') }
}

const titleOf = (it: Checked, read: ReadForm): string =>
  (read.title ?? it.name.replace(/\.(xlsx?|csv)$/i, '')).replaceAll('\0', '').trim().slice(0, 300) || '–'

function showChecked(c: Ctx, it: Checked, read: ReadForm) {
  const { t, locale, language: called } = c.get('words')
  const { form, remarks } = read
  const languages = form.languages.map(one => (one.startsWith('x-') ? one.slice(2) : called(one))).join(', ')
  const counts = { count: questionsOf(form).filter(isAnswered).length, pages: form.pages.length }
  return page(
    c,
    <Page c={c} title={t('questionnaires.check')} current="nav.questionnaires">
      <p class="kicker">
        <a href={paths.list}>{t('questionnaires.title')}</a>
      </p>
      <h1>{t('questionnaires.check')}</h1>
      <p class="lead">
        <bdi>{titleOf(it, read)}</bdi>
      </p>
      <p>{t('questionnaires.check.read', { ...counts, languages })}</p>
      {remarks.length === 0 ? (
        <p>{t('questionnaires.check.all')}</p>
      ) : (
        <>
          <h2>{t('questionnaire.remarks', { count: remarks.length })}</h2>
          <Remarks remarks={remarks} />
        </>
      )}
      <form class="form" method="post" action={paths.import}>
        <input type="hidden" name="id" value={it.id} />
        <input type="hidden" name="name" value={it.name} />
        <input type="hidden" name="bytes" value={it.bytes} />
        {read.isLanguageOpen && (
          <SelectField
            name="language"
            label={t('questionnaires.check.language')}
            value={locale}
            choices={SPOKEN.map(code => ({ value: code, label: called(code) }))}
          />
        )}
        <p class="actions">
          <button>{t('questionnaires.check.do')}</button>
          <a href={paths.list}>{t('questionnaires.check.back')}</a>
        </p>
      </form>
    </Page>,
  )
}

async function make(c: Ctx, it: Checked, read: ReadForm) {
  const { userId, current } = member(c, 'contributor')
  await changing(c.get('services').database.kysely, userId, { act: 'questionnaire.import' }, tx =>
    addQuestionnaire(tx, {
      id: it.id,
      title: titleOf(it, read),
      form: read.form,
      remarks: read.remarks,
      organisationId: current.organisationId,
      by: userId,
    }),
  )
  return seeOther(c, paths.one(it.id))
}
