/**
 * A round of a questionnaire, from an XLSForm to answers side by side: a ministry answers without JavaScript, a women's group on a phone that
 * loses its connection in the middle of the form.
 */
import sharp from 'sharp'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import writeXlsxFile from 'write-excel-file/node'
import { axeViolations, launchBrowser, newPage, startServer, type RunningServer } from './harness.ts'
import { enterPledge, follow, makeFirstAccount } from './steps.ts'

let server: RunningServer
let browser: Browser
let desk: Page
let round: string
let pledges: string
const links: Record<'ministry' | 'group' | 'person', string> = { ministry: '', group: '', person: '' }

type Rows = (string | null)[][]
const sheet = (name: string, rows: Rows) => ({
  sheet: name,
  data: rows.map(row => row.map(value => (value === null ? null : { value, type: String }))),
})

/** Illustrative: of our own making. */
async function questionnaire(commitment: string): Promise<Buffer> {
  const survey: Rows = [
    [
      'type',
      'name',
      'label::English (en)',
      'label::Français (fr)',
      'relevant',
      'required',
      'calculation',
      'commitment',
    ],
    ['begin group', 'seats', 'Seats in the councils', 'Sièges dans les conseils', null, null, null, null],
    [
      'select_one status',
      'status',
      'Where does the pledge stand?',
      'Où en est l’engagement ?',
      null,
      'yes',
      null,
      commitment,
    ],
    ['text', 'why', 'What holds it up?', 'Qu’est-ce qui le retarde ?', "${status} = 'stalled'", 'yes', null, null],
    ['end group', null, null, null, null, null, null, null],
    ['begin repeat', 'council', 'Each harbour council', 'Chaque conseil portuaire', null, null, null, null],
    ['text', 'harbour', 'Which harbour?', 'Quel port ?', null, null, null, null],
    ['integer', 'women', 'Women in it', 'Femmes', null, null, null, null],
    ['integer', 'members', 'All its members', 'Membres', null, null, null, null],
    ['rank need', 'need', 'What comes first?', 'Quoi d’abord ?', null, null, null, null],
    ['end repeat', null, null, null, null, null, null, null],
    ['calculate', 'women_in_all', null, null, null, null, 'sum(${women})', null],
    ['begin group', 'seen', 'What you saw', 'Ce que vous avez vu', null, null, null, null],
    [
      'text',
      'told',
      'You counted ${women_in_all} women. What do they say?',
      'Que disent-elles ?',
      null,
      null,
      null,
      null,
    ],
    ['image', 'photo', 'A photo, if you have one', 'Une photo', null, null, null, null],
    ['end group', null, null, null, null, null, null, null],
  ]
  const choices: Rows = [
    ['list_name', 'name', 'label::English (en)', 'label::Français (fr)'],
    ['status', 'under-way', 'Under way', 'En cours'],
    ['status', 'stalled', 'Stalled', 'À l’arrêt'],
    ['status', 'done', 'Done', 'Fait'],
    ['need', 'boats', 'Boats', 'Bateaux'],
    ['need', 'pay', 'Pay', 'Salaires'],
  ]
  return writeXlsxFile([sheet('survey', survey), sheet('choices', choices)]).toBuffer()
}

beforeAll(async () => {
  server = await startServer()
  browser = await launchBrowser()
  const { page } = await newPage(browser, server)
  desk = page
  await makeFirstAccount(desk, server)
}, 120_000)

afterAll(async () => {
  await browser?.close()
  await server?.stop()
})

test('an XLSForm becomes a questionnaire, and a round of it is sent to three', { timeout: 120_000 }, async () => {
  pledges = await enterPledge(desk)
  await desk.goto('/desk/questionnaires')
  await desk.setInputFiles('#file', {
    name: 'Councils (illustrative).xlsx',
    mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    buffer: await questionnaire(`${pledges}/1`),
  })
  await follow(desk, 'form[action$="/import"] button')
  expect(await axeViolations(desk)).toEqual([])
  await follow(desk, 'button:has-text("Make the questionnaire")')
  await desk.waitForURL(/\/desk\/questionnaires\/[0-9a-f-]{36}/)
  expect(await desk.textContent('main')).toContain('Which harbour?')
  await desk.fill('[name=closesOn]', '2090-01-31')
  await follow(desk, 'form[action$="/rounds"] button')
  await desk.waitForURL(/\/desk\/rounds\//)
  round = new URL(desk.url()).pathname
  const asked = [
    ['ministry', 'government', 'Ministry of Harbours (illustrative)', 'government'],
    ['group', 'organisation', 'Group by the lake (illustrative)', 'civil-society'],
    ['person', 'person', 'A woman who asked not to be named', 'community'],
  ] as const
  for (const [who, kind, name, voice] of asked) {
    await desk.goto(round)
    await desk.selectOption('[name=kind]', kind)
    await desk.fill('[name=name]', name)
    await desk.selectOption('[name=voice]', voice)
    await follow(desk, 'form[action$="/respondents"] button')
    links[who] = new URL(await desk.inputValue('#link')).pathname
  }
})

test('the ministry answers without JavaScript', { timeout: 60_000 }, async () => {
  const { page, context, foreignRequests } = await newPage(browser, server, { javaScriptEnabled: false })
  await page.goto(links.ministry)
  await follow(page, 'main a.button')
  await follow(page, NEXT)
  expect(await page.textContent('.error')).toContain('Please answer')
  await page.check('[name="q.status"][value=done]')
  await follow(page, NEXT)
  await page.fill('[name="q.0.harbour"]', 'North')
  await page.fill('[name="q.0.women"]', '5')
  await page.fill('[name="q.0.members"]', '9')
  await follow(page, 'form.answering .actions [value=add]')
  await page.fill('[name="q.1.harbour"]', 'South')
  await page.fill('[name="q.1.women"]', '4')
  await follow(page, NEXT)
  expect(await page.textContent('main')).toContain('You counted 9 women')
  await follow(page, NEXT)
  await page.check('[name="q.women_consulted"][value=no]')
  await follow(page, NEXT)
  expect(await axeViolations(await sameInScript(page))).toEqual([])
  await follow(page, 'form[action$="/review"] button')
  expect(await page.textContent('main')).toContain('Thank you')
  expect(foreignRequests).toEqual([])
  await context.close()
})

test('the group answers on a phone that goes offline, reloads, and comes back', { timeout: 120_000 }, async () => {
  const { page, context, pageErrors, foreignRequests } = await newPage(browser, server, {
    viewport: { width: 360, height: 640 },
  })
  await page.goto(links.group)
  await follow(page, 'main a.button')
  await held(page)
  await page.check('[name="q.status"][value=stalled]')
  // The question that follows from it comes up at once.
  await page.fill('[name="q.why"]', 'No boat goes to two of them')

  await context.setOffline(true)
  await next(page)
  await page.waitForSelector('[name="q.0.harbour"]')
  await told(page, 'kept on this phone')
  await page.fill('[name="q.0.harbour"]', 'Lake')
  await page.fill('[name="q.0.women"]', '2')
  await page.locator('[name="q.0.need"]').nth(0).selectOption('pay')
  await page.locator('[name="q.0.need"]').nth(1).selectOption('boats')
  await page.click('form.answering .actions [value=add]')
  await page.fill('[name="q.1.harbour"]', 'Delta')
  await page.fill('[name="q.1.women"]', '1')

  await page.reload()
  await told(page, 'There is no connection')
  expect(await page.inputValue('[name="q.0.harbour"]')).toBe('Lake')
  expect(await page.inputValue('[name="q.1.harbour"]')).toBe('Delta')
  expect(await page.locator('[name="q.0.need"]').nth(1).inputValue()).toBe('boats')
  expect(await page.locator('[name="q.1.need"]').nth(0).inputValue()).toBe('')
  await next(page)
  await page.waitForSelector('[name="q.told"]')
  await page.fill('[name="q.told"]', 'They are not asked')
  await page.setInputFiles('[name=file]', {
    name: 'jetty.jpg',
    mimeType: 'image/jpeg',
    buffer: await sharp({ create: { width: 900, height: 600, channels: 3, background: '#246' } })
      .withExif({ IFD0: { Make: 'Secret camera' } })
      .jpeg()
      .toBuffer(),
  })
  await next(page)
  await page.waitForSelector('[name="q.women_consulted"]')
  // What she answered before is still there when she goes back.
  await page.click('form.answering .actions [value=back]')
  await page.waitForSelector('[name="q.told"]')
  expect(await page.inputValue('[name="q.told"]')).toBe('They are not asked')
  await next(page)
  await page.waitForSelector('[name="q.women_consulted"]')
  await page.check('[name="q.women_consulted"][value=yes]')
  await page.fill('[name="q.women_consulted_which"]', 'The fish sellers, at their meeting')
  await next(page)
  await told(page, 'cannot be opened without a connection')
  // The browser is closed and opened again without a connection.
  await page.goto('about:blank')
  await page.goto(links.group)
  expect(await page.textContent('h1')).toContain('Councils')

  await context.setOffline(false)
  await told(page, 'connection is back')
  await page.goto(`${links.group}/review`)
  const all = (await page.textContent('main'))!
  for (const said of [
    'No boat goes',
    'Lake',
    '1. Pay · 2. Boats',
    'Delta',
    'They are not asked',
    'jetty.jpg',
    'fish sellers',
  ])
    expect(all).toContain(said)
  expect(all.split('They are not asked')).toHaveLength(2)
  await page.click('form.sending-off button')
  await page.waitForSelector('text=Thank you')

  // Nothing of it stays behind.
  await page.waitForFunction(async () => localStorage.length === 0 && (await caches.keys()).length === 0)
  expect(await page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length)).toBe(0)
  expect(pageErrors).toEqual([])
  expect(foreignRequests).toEqual([])
  await context.close()
})

test('a phone that others use forgets the form when it is told to', { timeout: 60_000 }, async () => {
  const { page, context } = await newPage(browser, server, { viewport: { width: 360, height: 640 } })
  await page.goto(links.person)
  await follow(page, 'main a.button')
  await held(page)
  await page.check('[name="q.status"][value=done]')
  await page.click('#forget summary')
  page.once('dialog', dialog => void dialog.dismiss())
  await page.click('#forget button')
  expect(await page.isChecked('[name="q.status"][value=done]')).toBe(true)
  page.once('dialog', dialog => void dialog.accept())
  await page.click('#forget button')
  await page.waitForSelector('text=Nothing of this form is kept')
  await page.waitForFunction(async () => localStorage.length === 0 && (await caches.keys()).length === 0)
  await context.setOffline(true)
  await expect(page.goto(`${links.person}/pages/seats`)).rejects.toThrow()
  await context.close()
})

test('on a slow line a file says how far it is, and is sent again when it broke off', { timeout: 60_000 }, async () => {
  const { page, context } = await newPage(browser, server, { viewport: { width: 360, height: 640 } })
  await page.goto(`${links.person}/pages/seen`)
  await held(page)
  let broken = 0
  await page.route('**/answer/with-file', route => (broken++ ? route.continue() : route.abort()))
  const line = await context.newCDPSession(page)
  const slow = { offline: false, latency: 50, downloadThroughput: 100_000, uploadThroughput: 25_000 }
  await line.send('Network.emulateNetworkConditions', slow)
  await page.fill('[name="q.told"]', 'They wait')
  const noise = await sharp({
    create: {
      width: 300,
      height: 200,
      channels: 3,
      background: '#000',
      noise: { type: 'gaussian', mean: 128, sigma: 60 },
    },
  })
    .jpeg({ quality: 95 })
    .toBuffer()
  await page.setInputFiles('[name=file]', { name: 'queue.jpg', mimeType: 'image/jpeg', buffer: noise })
  await next(page)
  await told(page, 'kept on this phone')
  const progress = page.waitForSelector('#sending:not([hidden])')
  await page.evaluate(() => window.dispatchEvent(new Event('online')))
  await progress
  await told(page, 'connection is back')
  await line.send('Network.emulateNetworkConditions', { ...slow, downloadThroughput: -1, uploadThroughput: -1 })
  await page.goto(`${links.person}/review`)
  const all = (await page.textContent('main'))!
  expect(all).toContain('queue.jpg')
  expect(all).toContain('They wait')
  await context.close()
})

test('their answers are reviewed and stand side by side, each in its own voice', { timeout: 120_000 }, async () => {
  await desk.goto(`${round}/side-by-side`)
  const columns = await desk.locator('.side-by-side').first().locator('.voice').allTextContents()
  expect(columns).toHaveLength(2)
  const shown = (await desk.textContent('main'))!
  for (const said of ['Stalled', 'Done', 'No boat goes to two of them']) expect(shown).toContain(said)
  expect(await axeViolations(desk)).toEqual([])

  const csv = await (await desk.request.get(`${round}/answers.csv`)).text()
  expect(csv.split('Group by the lake')).toHaveLength(2)
  expect(csv).toContain('women_in_all')

  await desk.goto(round)
  await follow(desk, 'li:has-text("Group by the lake") a[href*="/answers/"]')
  // What she sent with it is looked at, and becomes evidence that the word rests on.
  const download = desk.waitForEvent('download')
  await desk.click('.answer-file a[download]')
  expect((await download).suggestedFilename()).toBe('jetty.jpg')
  await desk.click('.answer-file summary')
  await desk.fill('.answer-file [name=title]', 'The jetty (illustrative)')
  await desk.selectOption('.answer-file [name=consent]', 'not-needed')
  await desk.selectOption('.answer-file [name=visibility]', 'public')
  await follow(desk, '.answer-file button')
  expect(await desk.textContent('main')).toContain('Is evidence')
  await desk.selectOption('form[action$="/word"] [name=visibility]', 'public')
  await follow(desk, 'form[action$="/word"] button')
  expect(await desk.textContent('main')).toContain('Is a word on the commitment')
  expect(await axeViolations(desk)).toEqual([])
  await follow(desk, 'form[action$="/reviewed"] button')
  await follow(desk, 'form[action$="/publish"] button')
  const { page, context } = await newPage(browser, server, { javaScriptEnabled: false })
  await page.goto(round.replace('/desk/rounds/', '/questionnaires/'))
  const inPublic = (await page.textContent('main'))!
  expect(inPublic).toContain('No boat goes to two of them')
  // It has not been reviewed.
  expect(inPublic).not.toContain('Ministry of Harbours')
  expect(inPublic).not.toContain('jetty.jpg')
  await page.goto(`/commitments/${pledges}/1`)
  const commitment = (await page.textContent('main'))!
  expect(commitment).toContain('Stalled')
  expect(commitment).toContain('The jetty (illustrative)')
  await context.close()
})

const NEXT = 'form.answering .actions [value=next]'
const next = (page: Page) => page.click(NEXT)

/** Until the page says so about the connection. */
const told = (page: Page, words: string) =>
  page.waitForFunction(said => document.getElementById('offline')?.textContent?.includes(said), words)

/** Until the phone has the form's pages. */
const held = (page: Page) => page.waitForSelector('html[data-held=yes] form.answering')

/** axe is a script: the same page in a tab that runs them. */
async function sameInScript(page: Page): Promise<Page> {
  const { page: other } = await newPage(browser, server)
  await other.goto(page.url())
  return other
}
