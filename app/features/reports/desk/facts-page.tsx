/** What the cover says of those who submit, and who agreed to be named. */
import { z } from 'zod'
import { changing, reading } from '../../../platform/access.ts'
import { page, readForm, seeOther, type Ctx, type FormErrors } from '../../../platform/http.ts'
import { COUNTRY_CODES } from '../../../platform/languages.ts'
import { countryChoices } from '../../../ui/countries.ts'
import { ErrorSummary, LongTextField, SelectField, TextField } from '../../../ui/form.tsx'
import { Page } from '../../../ui/page.tsx'
import { REPORT_LANGUAGES } from '../languages.ts'
import { database, memberWho, ownReport } from '../load.ts'
import { paths } from '../model.ts'
import { setReport } from '../queries/reports.ts'
import { languageChoices } from './list-page.tsx'

const lines = z
  .string()
  .trim()
  .max(5000, 'form.too-long')
  .default('')
  .transform(text => text.replaceAll('\r\n', '\n'))

const factsForm = z.object({
  version: z.coerce.number().int().positive(),
  title: z.string().trim().min(1, 'form.needed').max(300, 'form.too-long'),
  language: z.enum(REPORT_LANGUAGES),
  country: z.union([z.literal(''), z.string().refine(code => COUNTRY_CODES.includes(code), 'form.wrong')]).default(''),
  organisations: lines,
  named: lines,
  mayBePublished: z.enum(['', 'yes', 'no']).default(''),
})

export async function showFacts(
  c: Ctx,
  back: { typed: Record<string, string>; errors: FormErrors | null; status: 409 | 422 } | null = null,
) {
  const person = memberWho(c)
  const report = await reading(database(c), person.userId, tx => ownReport(c, tx, person))
  const words = c.get('words')
  const { t } = words
  const publish = report.mayBePublished === null ? '' : report.mayBePublished ? 'yes' : 'no'
  const typed: Record<string, string> = back?.typed ?? {
    title: report.title,
    language: report.language,
    country: report.country ?? '',
    organisations: report.organisations,
    named: report.named,
    mayBePublished: publish,
  }
  const errors = back?.errors ?? null
  return page(
    c,
    <Page c={c} title={t('reports.facts')} current="nav.desk-reports">
      <p class="kicker">
        <a href={paths.report(report.id)} lang={report.language} dir="auto">
          {report.title}
        </a>
      </p>
      <h1>{t('reports.facts')}</h1>
      {back?.status === 409 && (
        <p class="warning" role="alert">
          {t('reports.conflict')}
        </p>
      )}
      <form class="form" method="post">
        <ErrorSummary errors={errors} />
        <input type="hidden" name="version" value={String(report.version)} />
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
          value={typed.language}
          errors={errors}
        />
        <SelectField
          name="country"
          label={t('reports.country')}
          choices={countryChoices(words, 'reports.country.none')}
          value={typed.country}
          errors={errors}
        />
        <LongTextField
          name="organisations"
          label={t('reports.organisations')}
          hint={t('reports.organisations.hint')}
          value={typed.organisations}
          errors={errors}
          rows={3}
          dir="auto"
        />
        <SelectField
          name="mayBePublished"
          label={t('reports.may-publish')}
          choices={[
            { value: '', label: t('reports.may-publish.unsaid') },
            { value: 'yes', label: t('reports.may-publish.yes') },
            { value: 'no', label: t('reports.may-publish.no') },
          ]}
          value={typed.mayBePublished}
          errors={errors}
        />
        <LongTextField
          name="named"
          label={t('reports.named')}
          hint={t('reports.named.hint')}
          value={typed.named}
          errors={errors}
          rows={3}
          dir="auto"
        />
        <button>{t('reports.save')}</button>
      </form>
    </Page>,
    back?.status ?? 200,
  )
}

export async function saveFacts(c: Ctx) {
  const person = memberWho(c)
  const form = await readForm(c, factsForm)
  if (!form.ok) return showFacts(c, { ...form, status: 422 })
  const { version, country, mayBePublished, ...rest } = form.value
  const facts = { ...rest, country: country || null, mayBePublished: mayBePublished ? mayBePublished === 'yes' : null }
  const id = await changing(database(c), person.userId, { act: 'report.facts' }, async tx => {
    const report = await ownReport(c, tx, person)
    const { title, language, country: where, organisations, mayBePublished: mayBe, named } = report
    const now = { title, language, organisations, named, country: where, mayBePublished: mayBe }
    const isSame = Object.entries(facts).every(([name, value]) => now[name as keyof typeof now] === value)
    return isSame || (await setReport(tx, report.id, version, facts)) ? report.id : null
  })
  if (id === null) return showFacts(c, { typed: form.typed, errors: null, status: 409 })
  return seeOther(c, `${paths.report(id)}?done=saved`)
}
