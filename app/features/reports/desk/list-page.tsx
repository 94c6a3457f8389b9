/** The organisation's reports, and the form that begins one. */
import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { OUTLINES, outlineSources } from '../../../../library/outlines.ts'
import { changing, reading } from '../../../platform/access.ts'
import { hasRole, page, readForm, seeOther, type Ctx, type FormErrors } from '../../../platform/http.ts'
import { COUNTRY_CODES } from '../../../platform/languages.ts'
import { asSlug } from '../../../platform/slug.ts'
import { countryChoices } from '../../../ui/countries.ts'
import { ErrorSummary, SelectField, TextField } from '../../../ui/form.tsx'
import { Page } from '../../../ui/page.tsx'
import { useWords } from '../../../ui/words.tsx'
import { database, memberWho } from '../load.ts'
import { LANGUAGE_NAMES, REPORT_LANGUAGES, reportLanguage } from '../languages.ts'
import { paths, REPORT_KINDS, type ReportKind } from '../model.ts'
import { addReport, reportsOf } from '../queries/reports.ts'
import { subjectOf } from '../rule.ts'

/** 'kind outline', for each kind also without an outline. */
const STARTS = REPORT_KINDS.flatMap(kind => [
  ...OUTLINES.filter(({ kinds }) => kinds.includes(kind)).map(({ id }) => `${kind} ${id}`),
  `${kind} `,
])

const newForm = z.object({
  form: z.uuid(),
  start: z.string().refine(start => STARTS.includes(start), 'form.wrong'),
  title: z.string().trim().min(1, 'form.needed').max(300, 'form.too-long'),
  language: z.enum(REPORT_LANGUAGES),
  country: z.union([z.literal(''), z.string().refine(code => COUNTRY_CODES.includes(code), 'form.wrong')]).default(''),
})

export function languageChoices() {
  return REPORT_LANGUAGES.map(value => ({ value, label: LANGUAGE_NAMES[value] }))
}

export async function showDesk(c: Ctx, form: { typed: Record<string, string>; errors: FormErrors } | null = null) {
  const person = memberWho(c, 'reader')
  const reports = await reading(database(c), person.userId, tx => reportsOf(tx, person.current.organisationId))
  const { t, date, country, colon } = c.get('words')
  return page(
    c,
    <Page
      c={c}
      title={t('nav.reports')}
      current="nav.desk-reports"
      notice={c.req.query('done') === 'removed' ? t('reports.removed') : null}
    >
      <h1>{t('nav.reports')}</h1>
      <p class="lead">{t('reports.desk.lead')}</p>
      {reports.length === 0 ? (
        <p class="empty">{t('reports.desk.none')}</p>
      ) : (
        <ul class="rows">
          {reports.map(report => (
            <li key={report.id}>
              <a href={paths.report(report.id)} lang={report.language} dir="auto">
                {report.title}
              </a>
              <br />
              <span class="soft small">
                {t(`reports.kind.${report.kind}`)}
                {report.country && ` · ${country(report.country)}`} · {date(report.createdAt)}
                {report.editions > 0 && ` · ${t('reports.editions')}${colon}${report.editions}`}
              </span>
            </li>
          ))}
        </ul>
      )}
      <p>
        <a href={paths.brief}>{t('brief.title')}</a>
        {colon}
        {t('brief.lead')}
      </p>
      {hasRole(person, 'contributor') && <NewForm form={form} />}
    </Page>,
    form ? 422 : 200,
  )
}

function NewForm({ form }: { form: { typed: Record<string, string>; errors: FormErrors } | null }) {
  const words = useWords()
  const { t, locale, colon } = words
  const { typed, errors } = form ?? { typed: {} as Record<string, string>, errors: null }
  const choices = STARTS.map(value => {
    const [kind, outline] = value.split(' ') as [ReportKind, string]
    const found = OUTLINES.find(({ id }) => id === outline)
    const label = t(`reports.kind.${kind}`)
    if (!found) return { value, label: t('reports.outline.none', { kind: label }) }
    // An outline is named after the first of its kinds; for another kind the name alone would stand there twice.
    const name = found.name[locale]
    return { value, label: found.kinds[0] === kind ? name : `${label} (${name})` }
  })
  return (
    <section aria-labelledby="new">
      <h2 id="new">{t('reports.new')}</h2>
      <form class="form" method="post" action={paths.desk}>
        <ErrorSummary errors={errors} />
        <input type="hidden" name="form" value={typed.form ?? randomUUID()} />
        <SelectField name="start" label={t('reports.outline')} choices={choices} value={typed.start} errors={errors} />
        <TextField
          name="title"
          label={t('reports.title')}
          value={typed.title}
          errors={errors}
          required
          maxlength={300}
          dir="auto"
        />
        <SelectField
          name="language"
          label={t('reports.language')}
          hint={t('reports.language.hint')}
          choices={languageChoices()}
          value={typed.language ?? locale}
          errors={errors}
        />
        <SelectField
          name="country"
          label={t('reports.country')}
          choices={countryChoices(words, 'reports.country.none')}
          value={typed.country ?? ''}
          errors={errors}
        />
        <button>{t('reports.new.send')}</button>
      </form>
      <details>
        <summary>{t('reports.outline.source')}</summary>
        <ul class="prose">
          {OUTLINES.map(outline => (
            <li key={outline.id}>
              {outline.name[locale]}
              {colon}
              {outlineSources(outline).map(({ title, url }, n) => [
                n > 0 && ', ',
                <a key={url} href={url} rel="noreferrer external" lang="en">
                  {title}
                </a>,
              ])}
            </li>
          ))}
        </ul>
      </details>
    </section>
  )
}

export async function begin(c: Ctx) {
  const person = memberWho(c)
  const form = await readForm(c, newForm)
  if (!form.ok) return showDesk(c, form)
  const { form: id, start, title, language, country } = form.value
  const [kind, outlineId] = start.split(' ') as [ReportKind, string]
  const outline = OUTLINES.find(one => one.id === outlineId) ?? null
  const its = reportLanguage(language)
  const { organisationId, organisation } = person.current
  await changing(database(c), person.userId, { act: 'report.begin' }, tx =>
    addReport(tx, {
      id,
      organisationId,
      by: person.userId,
      slug: `${asSlug(title) || kind}-${id.slice(0, 6)}`,
      kind,
      title,
      language,
      country: country || null,
      outline: outline?.id ?? null,
      body: outline?.body?.[its] ?? null,
      procedure: outline?.procedure ?? null,
      rule: subjectOf(outline?.procedure ?? null)?.procedure.rules.at(-1)?.id ?? null,
      organisations: organisation,
      sections: outline?.sections.map(section => ({ title: section.title[its], hint: section.hint[its] })) ?? [
        { title, hint: '' },
      ],
    }),
  )
  return seeOther(c, paths.report(id))
}
