/** A respondent's phone loses its connection in the middle of a form: nothing that she typed is lost, nothing is there twice. */
import type { Browser, BrowserContext } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchBrowser, newPage, startServer, type RunningServer } from './harness.ts'
import { follow, makeFirstAccount } from './steps.ts'

let server: RunningServer
let browser: Browser
let desk: BrowserContext
let link: string
let round: string

beforeAll(async () => {
  server = await startServer()
  browser = await launchBrowser()
  const { page, context } = await newPage(browser, server)
  desk = context
  await makeFirstAccount(page, server)
  await page.goto('/desk/questionnaires')
  await page.fill('[name=title]', 'Questionnaire on the way (illustrative)')
  await page.fill('[name=languages]', 'en')
  await follow(page, 'form[action="/desk/questionnaires"] button')
  for (const [at, name] of ['First', 'Second'].entries()) {
    await follow(page, 'a[href$="/pages/new"]')
    await page.fill('[name="label.en"]', name)
    await follow(page, 'main form button')
    await follow(page, `a[href*="/questions/new"] >> nth=${at}`)
    await page.fill('[name="label.en"]', `${name}: what did you see?`)
    await page.click('details:has([name=name]) summary')
    await page.fill('[name=name]', name.toLowerCase())
    await follow(page, 'button:has-text("Keep the question")')
  }
  await page.fill('[name=closesOn]', '2090-01-31')
  await follow(page, 'form[action$="/rounds"] button')
  await page.waitForURL(/\/desk\/rounds\//)
  round = page.url()
  await page.selectOption('[name=kind]', 'organisation')
  await page.fill('[name=name]', 'Group by the lake (illustrative)')
  await page.selectOption('[name=voice]', 'civil-society')
  await follow(page, 'form[action$="/respondents"] button')
  link = new URL(await page.inputValue('#link')).pathname
}, 120_000)

afterAll(async () => {
  await browser?.close()
  await server?.stop()
})

test(
  'what is typed without a connection waits on the phone, and is sent when there is one',
  { timeout: 120_000 },
  async () => {
    const { page, context } = await newPage(browser, server, { viewport: { width: 360, height: 640 } })
    await page.goto(link)
    await follow(page, 'main a.button')
    await page.waitForSelector('html[data-held=yes] form.answering')
    await context.setOffline(true)
    await page.fill('[name="q.first"]', 'The road is closed')
    await page.click('form.answering .actions [value=next]')
    await page.waitForSelector('[name="q.second"]')
    expect(await page.textContent('#offline')).toContain('kept on this phone')
    await page.fill('[name="q.second"]', 'No office has opened')
    await page.click('form.answering .actions [value=next]')
    await page.waitForSelector('[name="q.women_consulted"]')
    await context.setOffline(false)
    await page.waitForFunction(() => document.getElementById('offline')?.textContent?.includes('connection is back'))
    await page.goto(link + '/review')
    const all = await page.textContent('main')
    expect(all).toContain('The road is closed')
    expect(all).toContain('No office has opened')
    await context.close()

    // On another phone, with the same link.
    const other = await newPage(browser, server)
    await other.page.goto(link + '/review')
    expect(await other.page.textContent('main')).toContain('No office has opened')
    await other.context.close()
  },
)

test(
  'what was typed and not posted stands in the form again after the browser was closed',
  { timeout: 60_000 },
  async () => {
    const { page, context } = await newPage(browser, server)
    await page.goto(link)
    await follow(page, 'main ol a')
    // The page's script keeps what is typed, and puts it back when the page has loaded.
    await page.waitForSelector('form.answering')
    await page.waitForLoadState()
    await page.fill('[name="q.first"]', 'The bridge is gone')
    await page.goto('about:blank')
    await page.goto(link)
    await follow(page, 'main ol a')
    await expect.poll(() => page.inputValue('[name="q.first"]')).toBe('The bridge is gone')
    await context.close()
  },
)

test('what was typed before the page’s script was there is kept as well', { timeout: 60_000 }, async () => {
  const { page, context } = await newPage(browser, server, { viewport: { width: 360, height: 640 } })
  // No page of the form was opened before: none of its scripts is on the phone.
  const start = await (await page.request.get(link)).text()
  const [, form] = start.match(/<ol[^>]*>[\s\S]*?<a href="([^"]+)"/)!
  const script = Promise.withResolvers<void>()
  let isAwaited = false
  await page.route('**/*.js', route => {
    isAwaited = true
    return script.promise.then(() => route.continue())
  })
  await page.goto(form!, { waitUntil: 'commit' })
  await page.fill('[name="q.first"]', 'The line is slow here')
  await expect.poll(() => isAwaited).toBe(true)
  script.resolve()
  await page.waitForSelector('html[data-held=yes]')
  expect(await page.inputValue('[name="q.first"]')).toBe('The line is slow here')
  await page.goto('about:blank')
  await page.goto(form!)
  await expect.poll(() => page.inputValue('[name="q.first"]')).toBe('The line is slow here')
  await context.close()
})

test('without JavaScript the same form is answered and sent', { timeout: 60_000 }, async () => {
  const { page, context } = await newPage(browser, server, { javaScriptEnabled: false })
  await page.goto(link)
  await follow(page, 'main ol li:last-child a')
  await page.check('[name="q.women_consulted"][value=no]')
  await follow(page, 'form.answering .actions [value=next]')
  await follow(page, 'form[action$="/review"] button')
  expect(await page.textContent('main')).toContain('Thank you')
  await context.close()
  const [deskPage] = desk.pages()
  await deskPage!.goto(round)
  expect(await deskPage!.textContent('main ul.rows')).toContain('sent')
})

test(
  'what waits on the phone when the round closes stays there, and is sent once it is opened again',
  { timeout: 120_000 },
  async () => {
    const [deskPage] = desk.pages()
    await deskPage!.goto(round)
    await deskPage!.fill('[name=name]', 'Group that was too late (illustrative)')
    await deskPage!.selectOption('[name=kind]', 'organisation')
    await deskPage!.selectOption('[name=voice]', 'civil-society')
    await follow(deskPage!, 'form[action$="/respondents"] button')
    const late = new URL(await deskPage!.inputValue('#link')).pathname
    const { page, context } = await newPage(browser, server, { viewport: { width: 360, height: 640 } })
    await page.goto(late)
    await follow(page, 'main a.button')
    await page.waitForSelector('html[data-held=yes] form.answering')
    await context.setOffline(true)
    await page.fill('[name="q.first"]', 'Written before the close')
    await page.click('form.answering .actions [value=next]')
    await page.waitForSelector('[name="q.second"]')
    await follow(deskPage!, 'form[action$="/close"] button')
    await context.setOffline(false)
    const told = (words: string) =>
      page.waitForFunction(said => document.getElementById('offline')?.textContent?.includes(said), words)
    await told('still on this phone')
    await page.goto(late)
    expect(await page.textContent('main')).toContain('The time to answer is over')
    await told('still on this phone')

    await deskPage!.goto(round)
    await deskPage!.click('details:has([name=closesOn]) > summary')
    await deskPage!.fill('[name=closesOn]', '2090-01-31')
    await follow(deskPage!, 'form[action$="/open"] button')
    await page.goto(late)
    await told('connection is back')
    await page.goto(`${late}/review`)
    expect(await page.textContent('main')).toContain('Written before the close')
    await context.close()
  },
)
