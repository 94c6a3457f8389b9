/** Two pages on a country and a month, straight from the ledger: as a page, Word, PDF or Markdown. Nothing is kept. */
import { toFile, toHtmlBody, type ReportDocument } from '@open1325/report-writer'
import { reading } from '../../platform/access.ts'
import { page, type Ctx, type FormErrors } from '../../platform/http.ts'
import { COUNTRY_CODES } from '../../platform/languages.ts'
import { countryChoices } from '../../ui/countries.ts'
import { ErrorSummary, SelectField, TextField } from '../../ui/form.tsx'
import { Page } from '../../ui/page.tsx'
import { briefDocument } from './brief/document.ts'
import type { BriefOf } from './brief/gather.ts'
import { database, memberWho, originOf } from './load.ts'
import { paths } from './model.ts'
import { Downloads } from './offers/downloads.tsx'
import { formatIn, sendFile } from './offers/files.ts'

/** What the address asks for, with what is wrong in it. */
function askedIn(c: Ctx): { of: BriefOf | null; typed: Record<string, string>; errors: FormErrors | null } {
  const { t } = c.get('words')
  const today = new Date().toISOString()
  const typed = {
    country: c.req.query('country') ?? '',
    month: c.req.query('month') || today.slice(0, 7),
    own: c.req.query('own') ?? '',
  }
  if (c.req.query('country') === undefined) return { of: null, typed, errors: null }
  const fields: Record<string, string> = {}
  if (!COUNTRY_CODES.includes(typed.country)) fields.country = t('brief.country.needed')
  if (!/^(?:19|20)\d\d-(?:0[1-9]|1[0-2])$/u.test(typed.month)) fields.month = t('brief.month.wrong')
  if (Object.keys(fields).length) return { of: null, typed, errors: { fields } }
  return { of: { country: typed.country, month: typed.month, own: typed.own === 'yes' }, typed, errors: null }
}

async function documentAsked(c: Ctx, of: BriefOf): Promise<ReportDocument> {
  const person = memberWho(c, 'reader')
  const today = new Date().toISOString().slice(0, 10)
  const organisation = of.own ? person.current.organisationId : null
  return reading(database(c), of.own ? person.userId : null, tx =>
    briefDocument(tx, { ...of, today, organisation, origin: originOf(c) }, c.get('words')),
  )
}

export async function showBrief(c: Ctx) {
  memberWho(c, 'reader')
  const words = c.get('words')
  const { t, locale } = words
  const { of, typed, errors } = askedIn(c)
  const document = of && (await documentAsked(c, of))
  const query =
    of && new URLSearchParams({ country: of.country, month: of.month, ...(of.own ? { own: 'yes' } : {}), lang: locale })
  return page(
    c,
    <Page c={c} title={t('brief.title')} current="nav.desk-reports">
      <p class="kicker">
        <a href={paths.desk}>{t('nav.reports')}</a>
      </p>
      <h1>{t('brief.title')}</h1>
      <p class="lead">{t('brief.lead')}</p>
      <form class="form" method="get" action={paths.brief}>
        <ErrorSummary errors={errors} />
        <SelectField
          name="country"
          label={t('reports.country')}
          choices={countryChoices(words, 'reports.country.none')}
          value={typed.country}
          errors={errors}
        />
        <TextField
          name="month"
          label={t('brief.month')}
          value={typed.month}
          errors={errors}
          pattern="[0-9]{4}-[0-9]{2}"
          dir="ltr"
        />
        <p class="choice">
          <input type="checkbox" id="own" name="own" value="yes" checked={typed.own === 'yes'} />
          <label for="own">{t('brief.own')}</label>
        </p>
        <button>{t('brief.make')}</button>
      </form>
      {document && (
        <>
          <Downloads to={format => `${paths.brief}.${format}?${query}`} />
          <article class="report-text">
            <div dangerouslySetInnerHTML={{ __html: toHtmlBody(document, 2) }} />
          </article>
        </>
      )}
    </Page>,
    errors ? 422 : 200,
  )
}

export async function sendBrief(c: Ctx) {
  const format = formatIn(c.req.param('file')?.split('.').at(-1))
  const { of } = askedIn(c)
  if (!of) return showBrief(c)
  return sendFile(
    c,
    await toFile(format, await documentAsked(c, of), new Date()),
    format,
    `brief-${of.country.toLowerCase()}-${of.month}`,
  )
}
