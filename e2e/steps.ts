/** What a person does, step by step, as the journeys and the page walk need it. Every step works without JavaScript. */
import type { Page } from 'playwright-core'
import type { RunningServer } from './harness.ts'

/**
 * Clicks what leads to another page, or sends a form, and waits until that page stands whole: a click alone is over when the new page’s
 * first bytes are there. Not for pages of work under way, which load themselves anew.
 */
export async function follow(page: Page, target: string): Promise<void> {
  await page.waitForLoadState()
  await Promise.all([page.waitForEvent('load'), page.click(target)])
}

export const PASSWORD = 'four words make one'

/** Follows the one-time link of a new installation and makes the first account. */
export async function makeFirstAccount(page: Page, server: RunningServer): Promise<void> {
  await page.goto(server.firstLink)
  await page.fill('[name=organisation]', 'Peace Monitor')
  await page.fill('[name=name]', 'Officer')
  await page.fill('[name=email]', 'officer@example.org')
  await page.fill('[name=password]', PASSWORD)
  await follow(page, 'main form button')
  await page.waitForURL(/\/desk$/)
}

/** Asks for the illustrative plan in this language and waits until it is read. @returns its address's last part */
export async function tryExample(page: Page, language: 'en' | 'fr' | 'ar'): Promise<string> {
  await page.goto('/desk')
  const example = `form.example button[value*="-${language}."]`
  // With plans on the desk, the examples are folded away.
  if (!(await page.isVisible(example))) await page.locator('details:has(form.example) > summary').click()
  await follow(page, example)
  await page.waitForURL(/\/desk\/plans\/[a-z0-9-]+$/)
  return untilRead(page)
}

/** Pages of work under way load themselves anew, and may do so at the same moment. */
const lookAgain = (page: Page, address: string) =>
  page.goto(address).catch((error: Error) => {
    if (!error.message.includes('ERR_ABORTED')) throw error
  })

/** Waits on the plan's desk page until the reading has ended. @returns the address's last part */
export async function untilRead(page: Page): Promise<string> {
  const address = page.url()
  for (let i = 0; i < 150; i++) {
    if (await page.locator('a[href$="/review"]').count()) return new URL(page.url()).pathname.split('/').pop()!
    await page.waitForTimeout(200)
    await lookAgain(page, address)
  }
  throw new Error(`the reading did not end: ${await page.locator('main').innerText()}`)
}

/** Confirms what the machine says to every criterion. */
export async function decideAll(page: Page, slug: string): Promise<number> {
  let decided = 0
  await page.goto(`/desk/plans/${slug}/appraisal`)
  while (await page.locator('button[name=act][value=confirm]').count()) {
    await follow(page, 'button[name=act][value=confirm] >> nth=0')
    decided++
  }
  return decided
}

export async function publish(page: Page, slug: string): Promise<void> {
  await page.goto(`/desk/plans/${slug}`)
  await follow(page, 'form[action$="/publish"] button')
}

/** Adds a public note as evidence. @returns its id */
export async function addEvidence(page: Page): Promise<string> {
  await page.goto('/desk/evidence/add?kind=note')
  await page.fill('[name=title]', 'Minutes of a monitoring meeting (illustrative)')
  await page.fill('[name=note]', 'The members of the network visited three offices. Two had opened, one had no staff.')
  await page.selectOption('[name=consent]', 'not-needed')
  await page.selectOption('[name=visibility]', 'public')
  await follow(page, 'form[action="/desk/evidence/add"] button')
  await page.waitForURL(/\/desk\/evidence\/[0-9a-f-]{36}/)
  return new URL(page.url()).pathname.split('/').pop()!
}

/**
 * Says words on the commitment at this address: the organisation's own of two years, the government's as it is quoted, a community's, and
 * one that is no more than a draft. @returns the commitment's id
 */
export async function sayWords(page: Page, address: string): Promise<string> {
  const words = [
    { status: 'not-started', asOf: '2025-03-01', reason: 'No office had opened by March.' },
    { status: 'stalled', asOf: '2026-02-15', reason: 'One of three offices has no staff.', evidence: true },
    {
      voice: 'government',
      status: 'done',
      asOf: '2026-01-31',
      reason: 'All offices are open.',
      source: 'Annual report (illustrative), p. 4',
    },
    {
      voice: 'community',
      status: 'under-way',
      asOf: '2026-03-08',
      reason: 'Two offices are open some days.',
      source: 'Village meeting (illustrative)',
    },
    {
      status: 'under-way',
      asOf: '2026-06-01',
      reason: 'The third office has hired somebody.',
      visibility: 'organisation',
    },
  ]
  for (const { voice, status, asOf, reason, source, evidence, visibility = 'public' } of words) {
    await page.goto(address)
    await page.click('details.say > summary')
    await page.selectOption('.say-form [name=status]', status)
    await page.fill('.say-form [name=asOf]', asOf)
    await page.fill('.say-form [name=reason]', reason)
    if (voice) await page.selectOption('.say-form [name=voice]', voice)
    if (source) await page.fill('.say-form [name=source]', source)
    if (evidence) {
      await page.click('.say-form fieldset details:has([name=evidence]) > summary')
      await page.check('.say-form [name=evidence] >> nth=0')
    }
    await page.selectOption('.say-form [name=visibility]', visibility)
    await follow(page, '.say-form > button')
    await page.waitForURL(/voices=said/)
  }
  return (await page.locator('.say-form [name=item]').getAttribute('value'))!
}

/**
 * Takes the plan's indicators over as a set, adds figures of two years to the first, and shows the set to the public.
 * @returns the set's and the indicator's codes
 */
export async function addIndicators(
  page: Page,
  plan: string,
): Promise<{ framework: string; indicator: string; figure: string }> {
  await page.goto('/desk/indicators')
  await page.selectOption('[name=plan]', plan)
  await follow(page, 'form[action$="/from-plan"] button')
  await page.waitForURL(/\/desk\/indicators\/[a-z0-9-]+$/)
  const framework = new URL(page.url()).pathname.split('/').pop()!
  await follow(page, 'form[action$="/publish"] button')
  await follow(page, '.rows a >> nth=0')
  const indicator = decodeURIComponent(new URL(page.url()).pathname.split('/').pop()!)
  for (const [period, value] of [
    ['2024', '12'],
    ['2025', '21'],
  ] as const) {
    const form = 'form[action$="/figures"]'
    if (!(await page.isVisible(`${form} [name=period]`))) await page.click(`details:has(> ${form}) > summary`)
    await page.fill(`${form} [name=period]`, period)
    await page.fill(`${form} [name=value]`, value)
    await page.fill(`${form} [name=source]`, 'Register of the network (illustrative)')
    await page.selectOption(`${form} [name=visibility]`, 'public')
    await follow(page, `${form} > button`)
    await page.waitForURL(/#figures$/)
  }
  const toFigure = await page.getAttribute('a[href^="/desk/evidence/figures/"]', 'href')
  return { framework, indicator, figure: toFigure!.split('/').pop()! }
}

/** Enters a document with one pledge and publishes it. @returns its address's last part */
export async function enterPledge(page: Page): Promise<string> {
  await page.goto('/desk/ledger/instruments/new')
  await page.selectOption('[name=kind]', 'pledge')
  await page.fill('[name=title]', 'Pledges of the harbour towns')
  await page.fill('[name=issuer]', 'League of harbour towns')
  await page.fill('[name=adoptedOn]', '2025-10-31')
  await page.fill('[name=sourceUrl]', 'https://example.org/pledges')
  await follow(page, 'form[action="/desk/ledger/instruments"] button')
  await page.waitForURL(/\/desk\/ledger\/instruments\/(?!new)[a-z0-9-]+/)
  const slug = new URL(page.url()).pathname.split('/').pop()!
  await page.fill('form[action$="/rows"] [name=text]', 'Half of the seats of each harbour council go to women')
  await follow(page, 'form[action$="/rows"] button')
  await follow(page, 'form[action$="/publish"] button')
  return slug
}

/** Takes a pasted text apart into recommendations, keeps them and puts them before the public. Gives the set's address. */
export async function enterRecommendations(page: Page): Promise<string> {
  await page.goto('/desk/recommendations/new')
  await page.fill('[name=title]', 'Concluding observations on the report of the harbour towns')
  await page.fill('[name=body]', 'Committee of the harbours')
  await page.selectOption('[name=country]', 'COD')
  await page.fill('[name=adoptedOn]', '2024-02-20')
  await page.fill('[name=addressee]', 'State party')
  await page.fill(
    '[name=text]',
    'Seats\n\n7. The Committee is concerned.\n8. It recommends that the State party:\n(a) Open the seats;\n(b) Count them.',
  )
  await follow(page, 'form[action="/desk/recommendations/read"] button[value=text]')
  await follow(page, 'form[action="/desk/recommendations/sets"] button')
  await page.waitForURL(/\/desk\/recommendations\/sets\/[a-z0-9-]+/)
  const slug = new URL(page.url()).pathname.split('/').pop()!
  await follow(page, 'form[action$="/publish"] button')
  return slug
}

/** Sends a file of figures twice: once to be asked how it is to be read, once to the rows, one of which is wrong. */
export async function bringFiguresIn(page: Page): Promise<{ asked: string; figures: string }> {
  const asked = await sendFigures(page)
  const figures = await sendFigures(page)
  await follow(page, 'form.how button[value="read"]')
  const address = `/desk/imports/${figures}`
  for (let i = 0; i < 150 && !(await page.locator('form[action$="/put-in"]').count()); i++) {
    await page.waitForTimeout(200)
    await lookAgain(page, address)
  }
  return { asked, figures }
}

async function sendFigures(page: Page): Promise<string> {
  await page.goto('/desk/imports')
  const buffer = Buffer.from(`Courts\n\ncountry;indicator;year;value\nKenya;Judges;2021;30\nKenya;Judges;2022;many\n`)
  await page.setInputFiles('#file-observations', { name: 'courts.csv', mimeType: 'text/csv', buffer })
  await follow(page, 'form[action="/desk/imports/observations"] button')
  await page.waitForURL(/\/desk\/imports\/[0-9a-f-]{36}\/how/)
  return new URL(page.url()).pathname.split('/')[3]!
}

/** Brings a table of commitments in, with one row that is wrong, and waits until it can be looked at. @returns the import's id */
export async function bringTableIn(page: Page, pledges: string): Promise<string> {
  await page.goto('/desk/imports')
  const buffer = Buffer.from(`instrument,ref,text\n${pledges},1,More than half\n${pledges},99,Nowhere\n`)
  await page.setInputFiles('#file-commitments', { name: 'pledges.csv', mimeType: 'text/csv', buffer })
  await follow(page, 'form[action="/desk/imports/commitments"] button')
  await page.waitForURL(/\/desk\/imports\/[0-9a-f-]{36}/)
  const address = page.url()
  for (let i = 0; i < 150 && !(await page.locator('form[action$="/put-in"]').count()); i++) {
    await page.waitForTimeout(200)
    await lookAgain(page, address)
  }
  return new URL(address).pathname.split('/').pop()!
}

/**
 * Builds a questionnaire of one question, begins a round of it, asks two and sends the answers of one, reviews them and publishes.
 * @returns what stands where
 */
export async function askAround(page: Page) {
  await page.goto('/desk/questionnaires')
  await page.fill('[name=title]', 'Questionnaire on the plan (illustrative)')
  await page.fill('[name=languages]', 'en')
  await follow(page, 'form[action="/desk/questionnaires"] button')
  await page.waitForURL(/\/desk\/questionnaires\/[0-9a-f-]{36}/)
  const questionnaire = new URL(page.url()).pathname.split('/').pop()!
  await follow(page, 'a[href$="/pages/new"]')
  await page.fill('[name="label.en"]', 'The plan')
  await follow(page, 'main form button')
  await follow(page, 'a[href*="/questions/new"]')
  await page.fill('[name="label.en"]', 'Does the plan have a budget of its own?')
  await page.selectOption('[name=type]', 'yes-no')
  await follow(page, 'button:has-text("Keep the question")')
  await page.fill('[name=closesOn]', '2090-01-31')
  await follow(page, 'form[action$="/rounds"] button')
  await page.waitForURL(/\/desk\/rounds\//)
  const round = new URL(page.url()).pathname.split('/').pop()!
  const links: string[] = []
  for (const [name, kind, voice] of [
    ['Ministry of Gender (illustrative)', 'government', 'government'],
    ['Network of women (illustrative)', 'organisation', 'civil-society'],
  ] as const) {
    await page.goto(`/desk/rounds/${round}`)
    await page.fill('[name=name]', name)
    await page.selectOption('[name=kind]', kind)
    await page.selectOption('[name=voice]', voice)
    await follow(page, 'form[action$="/respondents"] button')
    links.push((await page.inputValue('#link')).match(/\/answer\/([\w-]+)/)![1]!)
  }
  const [sent, answer] = links as [string, string]
  await page.goto(`/answer/${sent}`)
  await follow(page, 'main a.button')
  const answerPage = decodeURIComponent(new URL(page.url()).pathname.split('/').pop()!)
  await page.check('input[value=no]')
  await page.click('form.answering .actions [value=next]')
  await page.check('[name="q.women_consulted"][value=no]')
  await page.click('form.answering .actions [value=next]')
  await page.click('form[action$="/review"] button')
  await page.waitForURL(`**/answer/${sent}`)
  await page.goto(`/desk/rounds/${round}`)
  await follow(page, 'a[href*="/answers/"][href^="/desk/rounds"]:not([href*="answers."])')
  const respondent = new URL(page.url()).pathname.split('/').pop()!
  await follow(page, 'form[action$="/reviewed"] button')
  await follow(page, 'form[action$="/publish"] button')
  return { questionnaire, round, respondent, answer, answerPage }
}

/** Enters a date of the organisation’s own and looks at another calendar’s file. @returns their ids */
export async function enterDates(page: Page): Promise<{ ownDate: string; calendarFile: string }> {
  await page.goto('/desk/calendar/dates')
  await page.fill('[name=title]', 'Workshop on the report (illustrative)')
  await page.fill('[name=startsOn]', '2090-03-01')
  await follow(page, 'form[action="/desk/calendar/dates"] button')
  await page.waitForURL(/done=date-added/)
  const link = await page.locator('a[href^="/desk/calendar/dates/"]').first().getAttribute('href')
  await page.goto('/desk/calendar/import')
  const event = 'BEGIN:VEVENT\r\nUID:1\r\nDTSTART;VALUE=DATE:20900301\r\nSUMMARY:Meeting\r\nEND:VEVENT'
  const buffer = Buffer.from(`BEGIN:VCALENDAR\r\nVERSION:2.0\r\n${event}\r\nEND:VCALENDAR\r\n`)
  await page.setInputFiles('#file', { name: 'other.ics', mimeType: 'text/calendar', buffer })
  await follow(page, 'form[action="/desk/calendar/import"] button')
  await page.waitForURL(/\/desk\/calendar\/import\/[0-9a-f-]{36}/)
  return { ownDate: link!.split('/').pop()!, calendarFile: new URL(page.url()).pathname.split('/').pop()! }
}

/** Begins a report, puts a claim with its source into its first section, freezes it and publishes the edition. */
export async function writeReport(page: Page): Promise<{ report: string; reportSection: string; reportSlug: string }> {
  await page.goto('/desk/reports')
  await page.fill('[name=title]', 'What became of the promises (illustrative)')
  await follow(page, 'form[action="/desk/reports"] button')
  await page.waitForURL(/\/desk\/reports\/[0-9a-f-]{36}/)
  const report = new URL(page.url()).pathname
  const reportSection = new URL(
    (await page.locator('.report-section a.button').first().getAttribute('href'))!,
    page.url(),
  ).pathname
  await page.goto(`${reportSection}/insert?what=claim`)
  await page.fill('[name=words]', 'Nothing was voted for the plan.')
  await page.fill('[name=title]', 'Finance law, page 3')
  await follow(page, 'main form[method=post] button')
  await page.waitForURL(/done=put/)
  await page.goto(report)
  await follow(page, 'form[action$="/freeze"] button')
  await page.waitForURL(/done=frozen/)
  await follow(page, 'form[action$="/editions/1"] button')
  await page.waitForURL(/done=published/)
  const edition = (await page.locator('a[href^="/reports/"][href$="/1"]').first().getAttribute('href'))!
  return { report, reportSection, reportSlug: edition.split('/')[2]! }
}

/** Begins a statement, writes its text, puts it up for signature, asks an organisation to sign. */
export async function putUpStatement(
  page: Page,
): Promise<{ statement: string; statementSlug: string; signing: string }> {
  await page.goto('/desk/statements')
  await page.fill('[name=title]', 'Women at the harbour table')
  await follow(page, 'form[action="/desk/statements"] button')
  await page.waitForURL(/\/desk\/statements\/[0-9a-f-]{36}/)
  const statement = new URL(page.url()).pathname
  await page.goto(`${statement}/texts/en`)
  await page.fill('[name=text]', '## We ask\n\n- for seats at the table\n- for money that reaches women')
  await follow(page, '.statement-writing button')
  await page.goto(statement)
  await page
    .locator(`form[action="${statement}/open"]`)
    .evaluate(form => form.closest('details')?.setAttribute('open', ''))
  await page.fill('[name=closesOn]', '2090-01-31')
  await follow(page, `form[action="${statement}/open"] button`)
  await page.waitForURL(/done=opened/)
  const address = (await page.locator('a[href^="/statements/"]').first().getAttribute('href'))!
  await page.goto(`${statement}/invite`)
  await page.fill('[name=list]', 'Harbour women’s network')
  await follow(page, `form[action="${statement}/invite"] button`)
  const signing = (await page.content()).match(/\/sign\/([\w-]{43})/)![1]!
  return { statement, statementSlug: address.split('/')[2]!, signing }
}
