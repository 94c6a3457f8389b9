/** The organisation's statements, and the form that begins one. */
import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { changing, reading, type Tx } from '../../../platform/access.ts'
import { hasRole, member, page, readForm, seeOther, type Ctx, type FormErrors } from '../../../platform/http.ts'
import { LOCALES, OWN_NAMES } from '../../../platform/languages.ts'
import { Problem } from '../../../platform/problem.ts'
import { asSlug } from '../../../platform/slug.ts'
import { ErrorSummary, SelectField, TextField } from '../../../ui/form.tsx'
import { Page } from '../../../ui/page.tsx'
import { useWords } from '../../../ui/words.tsx'
import { clockTime } from '../../questionnaires/model.ts'
import { editionsOf } from '../../reports/queries/editions.ts'
import { reportsOf } from '../../reports/queries/reports.ts'
import { database } from '../load.ts'
import { paths, standingOf } from '../model.ts'
import { addStatement, statementsOf } from '../queries/statements.ts'

type Back = { typed: Record<string, string>; errors: FormErrors } | null

interface ReportChoice {
  id: string
  number: number
  title: string
}

/** Editions of the organisation's general statements that are before the public. */
async function reportChoices(tx: Tx, organisationId: string): Promise<ReportChoice[]> {
  const choices: ReportChoice[] = []
  for (const report of await reportsOf(tx, organisationId)) {
    if (report.kind !== 'general-statement' || report.editions === 0) continue
    const editions = (await editionsOf(tx, report.id)).filter(({ publishedAt }) => publishedAt)
    choices.push(...editions.map(({ number, title }) => ({ id: report.id, number, title })))
  }
  return choices
}

export async function showDesk(c: Ctx, form: Back = null) {
  const person = member(c, 'reader')
  const { organisationId } = person.current
  const { statements, reports } = await reading(database(c), person.userId, async tx => ({
    statements: await statementsOf(tx, organisationId),
    reports: await reportChoices(tx, organisationId),
  }))
  const { t, locale } = c.get('words')
  const done = c.req.query('done')
  return page(
    c,
    <Page
      c={c}
      title={t('nav.statements')}
      current="nav.desk-statements"
      notice={done === 'removed' ? t('statements.removed') : null}
    >
      <h1>{t('nav.statements')}</h1>
      <p class="lead">{t('statements.desk.lead')}</p>
      {statements.length === 0 ? (
        <p class="empty">{t('statements.desk.none')}</p>
      ) : (
        <ul class="rows">
          {statements.map(one => {
            const standing = standingOf(one)
            return (
              <li key={one.id}>
                <a href={paths.statement(one.id)} dir="auto">
                  {one.title}
                </a>{' '}
                <span class={standing === 'open' ? 'tag open' : 'tag'}>{t(`statements.standing.${standing}`)}</span>
                <br />
                <span class="soft small">
                  {one.edition > 0 && t('statements.counts', { accepted: one.accepted, waiting: one.waiting })}
                  {standing === 'open' && one.closesAt && (
                    <>
                      {' · '}
                      {t('statements.until', { time: clockTime(one.closesAt, one.timeZone!, locale) })}
                    </>
                  )}
                </span>
              </li>
            )
          })}
        </ul>
      )}
      {hasRole(person, 'contributor') && <NewForm form={form} reports={reports} />}
    </Page>,
    form ? 422 : 200,
  )
}

function NewForm({ form, reports }: { form: Back; reports: ReportChoice[] }) {
  const { t, locale } = useWords()
  const { typed, errors } = form ?? { typed: {} as Record<string, string>, errors: null }
  return (
    <section aria-labelledby="new">
      <h2 id="new">{t('statements.new')}</h2>
      <form class="form" method="post" action={paths.desk}>
        <ErrorSummary errors={errors} />
        <input type="hidden" name="form" value={typed.form ?? randomUUID()} />
        <TextField
          name="title"
          label={t('statements.title')}
          value={typed.title}
          errors={errors}
          required
          maxlength={300}
          dir="auto"
        />
        <SelectField
          name="language"
          label={t('statements.language')}
          hint={t('statements.language.hint')}
          choices={LOCALES.map(value => ({ value, label: OWN_NAMES[value] }))}
          value={typed.language ?? locale}
          errors={errors}
        />
        {reports.length > 0 && (
          <SelectField
            name="report"
            label={t('statements.from.report')}
            hint={t('statements.from.hint')}
            choices={[
              { value: '', label: t('statements.from.here') },
              ...reports.map(({ id, number, title }) => ({
                value: `${id} ${number}`,
                label: `${title} · ${t('statements.edition', { number: String(number) })}`,
              })),
            ]}
            value={typed.report ?? ''}
            errors={errors}
          />
        )}
        <button>{t('statements.new.send')}</button>
      </form>
    </section>
  )
}

const newForm = z.object({
  form: z.uuid(),
  title: z.string().trim().min(1, 'form.needed').max(300, 'form.too-long'),
  language: z.enum(LOCALES as [string, ...string[]]),
  report: z.string().max(60).default(''),
})

export async function begin(c: Ctx) {
  const person = member(c, 'contributor')
  const form = await readForm(c, newForm)
  if (!form.ok) return showDesk(c, form)
  const { form: id, title, language, report } = form.value
  const { organisationId } = person.current
  await changing(database(c), person.userId, { act: 'statement.begin' }, async tx => {
    const chosen = report
      ? (await reportChoices(tx, organisationId)).find(one => `${one.id} ${one.number}` === report)
      : null
    if (chosen === undefined) throw new Problem('bad-input')
    await addStatement(tx, {
      id,
      organisationId,
      by: person.userId,
      slug: `${asSlug(title) || 'statement'}-${id.slice(0, 6)}`,
      title,
      language,
      report: chosen,
    })
  })
  return seeOther(c, paths.statement(id))
}
