/** Two pages on a country and a month, straight from the ledger: as a page, Word, PDF or Markdown. Nothing is kept. */
import { EDITION } from '@open1325/appraisal'
import { toHtmlBody, words as text, type Block, type ReportDocument } from '@open1325/report-writer'
import { reading, type Tx } from '../../platform/access.ts'
import { page, type Ctx, type FormErrors } from '../../platform/http.ts'
import { COUNTRY_CODES, type Words } from '../../platform/languages.ts'
import { ErrorSummary, SelectField, TextField } from '../../ui/form.tsx'
import { Page } from '../../ui/page.tsx'
import { decisionsOf } from '../plans/queries/finding.ts'
import { countryChoices } from './desk/list-page.tsx'
import { fileOf } from './files.ts'
import { formatIn, sendFile } from './files-out.ts'
import { database, memberWho, originOf } from './load.ts'
import { FORMATS, paths } from './model.ts'
import {
  appraisedPlans,
  countsOf,
  dueBetween,
  indicatorChoices,
  instrumentChoices,
  itemsOfInstrument,
  spokenOf,
} from './queries/sources.ts'
import { madeOf } from './sources/index.ts'

/** What fits two pages. */
const MOST = { due: 8, voices: 6, recommendations: 6 }

export interface BriefOf {
  country: string
  /** '2026-11'. */
  month: string
  /** Whether it has what only members see. */
  own: boolean
}

/** @param day today, ISO 8601 */
export async function briefDocument(
  tx: Tx,
  { country, month, own }: BriefOf,
  words: Words,
  origin: string,
  day: string,
): Promise<ReportDocument> {
  const { t } = words
  const heading = (said: string): Block => ({ kind: 'heading', level: 1, text: said })
  const paragraph = (said: string): Block => ({ kind: 'paragraph', text: [text(said)] })
  const tableOf = async (items: string[], none: string): Promise<Block[]> => {
    const made = items.length ? await madeOf(tx, { kind: 'commitment', items }, words, origin) : null
    return made ? made.blocks : [paragraph(none)]
  }
  const { all, overdue } = await countsOf(tx, country, day)
  const due = await dueBetween(tx, country, `${month}-01`, lastDay(month, 2), MOST.due)
  const spoken = await spokenOf(tx, country, MOST.voices)
  return {
    language: words.locale,
    title: t('brief.heading', { country: words.country(country) }),
    cover: null,
    contents: null,
    notes: t('reports.notes'),
    blocks: [
      paragraph(
        `${monthName(month, words)}. ${t('brief.source', { date: words.date(day) })}${own ? ` ${t('brief.own.note')}` : ''}`,
      ),
      paragraph(t('brief.counts', { count: all, overdue: words.number(overdue) })),
      heading(t('brief.due')),
      ...(await tableOf(due, t('brief.due.none'))),
      heading(t('brief.voices')),
      ...(await tableOf(spoken, t('brief.voices.none'))),
      ...(await recommendations(tx, country, words, origin)),
      ...(await lacking(tx, country, words)),
      ...(await oneFigure(tx, country, words, origin)),
    ],
    claims: [],
  }
}

/** The last day of the month that comes `later` months after. */
function lastDay(month: string, later: number): string {
  const [year = 0, n = 1] = month.split('-').map(Number)
  return new Date(Date.UTC(year, n + later, 0)).toISOString().slice(0, 10)
}

const monthName = (month: string, { locale }: Words): string =>
  new Intl.DateTimeFormat(locale === 'ar' ? 'ar-u-nu-latn' : locale, {
    year: 'numeric',
    month: 'long',
    timeZone: 'UTC',
  }).format(new Date(`${month}-01`))

async function recommendations(tx: Tx, country: string, words: Words, origin: string): Promise<Block[]> {
  const last = (await instrumentChoices(tx, country)).find(({ kind }) => kind === 'recommendations')
  const items = last ? (await itemsOfInstrument(tx, last.id)).slice(0, MOST.recommendations) : []
  const made = items.length ? await madeOf(tx, { kind: 'commitment', items }, words, origin) : null
  return made ? [{ kind: 'heading', level: 1, text: words.t('brief.recommendations') }, ...made.blocks] : []
}

/** What the newest appraised plan does not have. */
async function lacking(tx: Tx, country: string, { t, locale, list }: Words): Promise<Block[]> {
  const [plan] = await appraisedPlans(tx, country)
  const answers = new Map(
    (plan ? await decisionsOf(tx, plan.id) : []).map(({ criterion, answer }) => [criterion, answer]),
  )
  const criteria = EDITION.criteria
    .filter(({ id }) => answers.has(id) && answers.get(id) !== 'yes')
    .map(({ name }) => name[locale])
  if (!plan || !criteria.length) return []
  return [
    { kind: 'heading', level: 1, text: t('brief.appraisal') },
    { kind: 'paragraph', text: [text(t('brief.appraisal.lacks', { plan: plan.title, criteria: list(criteria) }))] },
  ]
}

async function oneFigure(tx: Tx, country: string, words: Words, origin: string): Promise<Block[]> {
  const [most] = await indicatorChoices(tx, country)
  const made = most ? await madeOf(tx, { kind: 'indicator', ...most, country }, words, origin) : null
  if (!made) return []
  const blocks = made.blocks.map(block =>
    block.kind === 'figure'
      ? { ...block, table: { ...block.table, rows: block.table.rows.slice(0, 6) } }
      : block.kind === 'table'
        ? { ...block, rows: block.rows.slice(0, 6) }
        : block,
  )
  return [{ kind: 'heading', level: 1, text: words.t('brief.indicator') }, ...blocks]
}

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
  if (!(COUNTRY_CODES as readonly string[]).includes(typed.country)) fields.country = t('brief.country.needed')
  if (!/^(?:19|20)\d\d-(?:0[1-9]|1[0-2])$/u.test(typed.month)) fields.month = t('brief.month.wrong')
  if (Object.keys(fields).length) return { of: null, typed, errors: { fields } }
  return { of: { country: typed.country, month: typed.month, own: typed.own === 'yes' }, typed, errors: null }
}

async function documentAsked(c: Ctx, of: BriefOf): Promise<ReportDocument> {
  const person = memberWho(c, 'reader')
  const day = new Date().toISOString().slice(0, 10)
  return reading(database(c), of.own ? person.userId : null, tx =>
    briefDocument(tx, of, c.get('words'), originOf(c), day),
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
          choices={countryChoices(words)}
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
          <p class="down">
            {FORMATS.map(format => [
              <a key={format} href={`${paths.brief}.${format}?${query}`}>
                {t(`reports.format.${format}`)}
              </a>,
              ' ',
            ])}
          </p>
          <article class="report-text" dir="auto">
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
    await fileOf(format, await documentAsked(c, of), new Date()),
    format,
    `brief-${of.country.toLowerCase()}-${of.month}`,
  )
}
