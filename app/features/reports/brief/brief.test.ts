import { closeRenderer, readLines, renderPage } from '@open1325/reader'
import { textOf, toFile } from '@open1325/report-writer'
import { afterAll, describe, expect, test } from 'vitest'
import { asPdf, inkOf, OFFICE } from '../../../../packages/report-writer/src/testing-office.ts'
import { reading } from '../../../platform/access.ts'
import { LOCALES, wordsOf, type Locale } from '../../../platform/languages.ts'
import { testApp } from '../../../platform/testing/app.ts'
import { keepActions, say } from '../../ledger/testing.ts'
import { keepRepeat, keepSet } from '../../recommendations/testing.ts'
import { briefDocument } from './document.ts'

const { services, organisationId, otherOrganisationId, userId, as } = await testApp()
const { database } = services
const { owner } = database
await as('editor')
const editor = await userId('editor')

const TODAY = '2026-11-20'
const MONTH = '2026-11'
const cites = [{ page: 3, box: null, quote: 'As printed' }]

/** Words as long as plans have them. */
const WORDS = {
  en: 'Train the staff of provincial and territorial courts, of the police and of the armed forces in dealing with sexual and gender-based violence in conflict, and publish each year how many were trained, where, and by whom',
  fr: 'Former le personnel des tribunaux provinciaux et territoriaux, de la police et des forces armées à la prise en charge des violences sexuelles et fondées sur le genre en période de conflit, et publier chaque année le nombre de personnes formées, le lieu et l’organisme formateur',
  ar: 'تدريب موظفي المحاكم في المقاطعات والأقاليم وأفراد الشرطة والقوات المسلحة على التعامل مع العنف الجنسي والعنف القائم على النوع الاجتماعي أثناء النزاع، ونشر عدد المتدربين وأماكن تدريبهم والجهة التي دربتهم كل عام',
} as const satisfies Record<Locale, string>
const COUNTRIES = { en: 'COD', fr: 'CAF', ar: 'YEM' } as const

/** Forty commitments, half of them due this month; voices on most; three sets of recommendations; a plan that ran out. */
async function richCountry(locale: Locale, country: string) {
  const slug = `plan-${locale}`
  await keepActions(
    database,
    organisationId,
    slug,
    Array.from({ length: 40 }, (_, n) => ({
      number: `${Math.floor(n / 10) + 1}.${(n % 10) + 1}`,
      text: `${WORDS[locale]} (${n + 1}).`,
      fields: {
        timeframe: {
          text: '2026',
          cites,
          value: { start: '2020', end: n % 2 ? `2026-11-${10 + (n % 19)}` : '2024-06-30' },
        },
        responsible: { text: 'Ministry', cites },
      },
    })),
    { country, language: locale },
  )
  for (let n = 0; n < 12; n++) {
    const of = { slug, ref: n + 2, organisationId }
    await say(database, { ...of, voice: 'government', status: n % 3 ? 'done' : 'under-way', asOf: '2026-11-03' })
    await say(database, { ...of, voice: 'civil-society', status: 'stalled', asOf: '2026-11-12' })
    if (n % 2) await say(database, { ...of, voice: 'community', status: 'not-started', asOf: '2026-10-01' })
  }
  for (const [year, count] of [
    ['2019', 6],
    ['2025', 15],
    ['2026', 9],
  ] as const)
    await keepSet(
      database,
      organisationId,
      {
        slug: `set-${locale}-${year}`,
        title: `${WORDS[locale].slice(0, 70)} ${year}`,
        country,
        adoptedOn: `${year}-02-24`,
        language: locale,
      },
      Array.from({ length: count }, (_, n) => ({
        number: `27 (${'abcdefghijklmnop'[n]!})`,
        text: `${WORDS[locale]} (${n})`,
        due: n % 3 ? '2026-06-30' : '2027-06-30',
        ...(n % 2 ? { response: 'accepted-in-part' as const } : {}),
        followUpOn: '2027-02-24',
      })),
    )
  await keepRepeat(database, [`set-${locale}-2026`, 1], [`set-${locale}-2025`, 2])
  await owner.query(
    `insert into body_session (id, organisation_id, body, name, starts, ends, state, procedures, countries, deadlines, source_title, source_kind,
       seen_on, visibility, created_by)
     values (gen_random_uuid(), $1, 'cedaw', '97th session', '2027-02-08', '2027-02-26', 'planned', '{cedaw-session}', $2, '[]', 'Calendar',
       'official', '2026-11-01', 'public', $3)`,
    [organisationId, [country], editor],
  )
}
for (const locale of LOCALES) await richCountry(locale, COUNTRIES[locale])
await keepSet(
  database,
  otherOrganisationId,
  { slug: 'hidden', country: 'COD', adoptedOn: '2025-05-01', published: false },
  [{ text: 'Nobody knows of this yet' }],
)
await say(database, {
  slug: 'plan-en',
  ref: 30,
  organisationId,
  voice: 'independent',
  status: 'dropped',
  asOf: '2026-11-15',
  visibility: 'organisation',
})

const brief = (country: string, locale: Locale, own = false, month = MONTH) =>
  reading(database.kysely, own ? editor : null, tx =>
    briefDocument(
      tx,
      {
        country,
        month,
        own,
        today: TODAY,
        organisation: own ? organisationId : null,
        origin: 'https://example.org',
      },
      wordsOf(locale),
    ),
  )

test('a rich country’s brief tells what is due, what changed, where accounts differ, what became of recommendations, and what to do', async () => {
  const text = textOf((await brief('COD', 'en')).blocks)
  for (const heading of [
    'Due this month and the two after',
    'What changed this month',
    'Where government and others differ',
    'What became of the last recommendations',
    'Days of the bodies',
    'What can be done now',
    'Sources',
  ])
    expect(text).toContain(heading)
  expect(text).toContain('15 recommendations of 2025.')
  expect(text).toContain('asked again: 27 (a), CEDAW Committee, 2026')
  expect(text).toContain('97th session')
  expect(text).toContain('Ask the government what it will tell the body by 24 February 2027 about: 27 (a)')
  expect(text).toMatch(/Show what was seen|it was due by 30 June 2024|answer the 8 recommendations/)
})

test('what only members see is in a brief that is asked for with it, and in no other', async () => {
  expect(textOf((await brief('COD', 'en')).blocks)).not.toMatch(/Independent|Nobody knows|only members/)
  const own = textOf((await brief('COD', 'en', true)).blocks)
  expect(own).toContain('Independent')
  expect(own).toContain('Contains what only members see')
  expect(own).not.toContain('Nobody knows')
})

test('of a country of which nothing is known, the brief says so, names the bodies’ days, and where to begin', async () => {
  const text = textOf((await brief('SMR', 'en')).blocks)
  expect(text).toContain('No commitment states a time within these months.')
  expect(text).toContain('No recommendations to this country are kept here.')
  expect(text).toContain('Days of the bodies')
})

test('the brief of a month that is over tells of that month, and looks ahead from today', async () => {
  const text = textOf((await brief('COD', 'en', false, '2026-10')).blocks)
  expect(text).toContain('October 2026.')
  expect(text).toMatch(/1 October 2026: Community \(Women’s Peace Network\) says: Not started/)
  expect(text).toContain('until 11 January 2027 (52 days left)')
})

test('the brief of a month to come counts no days that are left', async () => {
  const text = textOf((await brief('COD', 'en', false, '2027-01')).blocks)
  expect(text).toContain('until 11 January 2027: ')
})

const pagesOf = async (pdf: Uint8Array): Promise<number> =>
  Math.max(...(await readLines(pdf, { name: 'brief.pdf', threads: 1 })).map(({ page }) => page ?? 1))

describe.each(LOCALES)('in %s', locale => {
  test('a brief has two pages at most, of a rich country and of a poor one', async () => {
    for (const country of [COUNTRIES[locale], 'SMR']) {
      const pages = await pagesOf(await toFile('pdf', await brief(country, locale), new Date(TODAY)))
      expect(pages, country).toBeLessThanOrEqual(2)
      if (country !== 'SMR') expect(pages).toBe(2)
    }
  })
})

describe.skipIf(OFFICE === null)('opened in LibreOffice (skipped where soffice is not installed)', () => {
  afterAll(closeRenderer)

  test(
    'its Word file has two pages at most in every language, none of them empty, each on its own side',
    { timeout: 240_000 },
    async () => {
      const asked = LOCALES.flatMap(locale => [COUNTRIES[locale], 'SMR'].map(country => ({ locale, country })))
      const files: Record<string, Uint8Array> = {}
      for (const { locale, country } of asked)
        files[`${locale}-${country}`] = await toFile('docx', await brief(country, locale), new Date(TODAY))
      for (const [name, pdf] of Object.entries(asPdf(files))) {
        const pages = await pagesOf(pdf)
        expect(pages, name).toBeLessThanOrEqual(2)
        for (let page = 1; page <= pages; page++) {
          const ink = inkOf(await renderPage(pdf, page, { width: 400 }))
          if (name.startsWith('ar')) expect(ink?.to, `${name}, page ${page}`).toBeGreaterThan(0.8)
          else expect(ink?.from, `${name}, page ${page}`).toBeLessThan(0.2)
        }
      }
    },
  )
})

test('what is taken only of States before a session is no plain step for a country of which nobody says that it is', async () => {
  const told = JSON.stringify(await brief('MLI', 'en'))
  expect(told).not.toContain('Send by 1 December 2026: Information for the pre-session')
  expect(told).toContain('Find out whether this country is before the body; if it is, send by 1 December 2026')
  expect(told).toContain('only if this country is on its list')
  expect(told).not.toContain('Questionnaire on the Code of Conduct')
  const named = JSON.stringify(await brief('COD', 'en'))
  expect(named).toContain('Send by 11 January 2027: NGO report to the session')
  expect(named).not.toContain('Find out whether')
})
