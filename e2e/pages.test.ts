/** Every page, in every language, on a telephone and on a desk: it opens, axe finds nothing, nothing runs over the edge. */
import type { Browser, BrowserContext } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { testApp } from '../app/platform/testing/app.ts'
import { LOCALES } from '../app/platform/languages.ts'
import { axeViolations, launchBrowser, newPage, startServer, type RunningServer } from './harness.ts'
import { NOT_PAGES, PAGES, type World } from './pages.ts'
import {
  addEvidence,
  addIndicators,
  askAround,
  bringFiguresIn,
  bringTableIn,
  decideAll,
  enterDates,
  enterPledge,
  enterRecommendations,
  follow,
  makeFirstAccount,
  publish,
  putUpStatement,
  sayWords,
  writeReport,
  tryExample,
} from './steps.ts'

test('every address that can be opened is listed', async () => {
  const { app, close } = await testApp()
  const listed = new Set([...PAGES.map(p => p.route), ...NOT_PAGES])
  const registered = app.routes.filter(r => r.method === 'GET').map(r => r.path)
  await close()
  expect(registered.filter(path => !listed.has(path) && !path.includes('*'))).toEqual([])
  expect([...listed].filter(path => !registered.includes(path))).toEqual([])
})

describe('the pages', () => {
  let server: RunningServer
  let browser: Browser
  let signedIn: Awaited<ReturnType<BrowserContext['storageState']>>
  let world: World

  beforeAll(async () => {
    server = await startServer()
    browser = await launchBrowser()
    const { page, context } = await newPage(browser, server)
    await makeFirstAccount(page, server)
    const published = await tryExample(page, 'en')
    await decideAll(page, published)
    await publish(page, published)
    const draft = await tryExample(page, 'ar')
    await page.goto('/people')
    await follow(page, 'form[action="/people/invite"] button')
    const invitation = (await page.content()).match(/\/welcome\/([\w-]{20,})/)![1]!
    await page.goto('/partners')
    await follow(page, 'form[action="/partners/offer"] button')
    const offer = (await page.content()).match(/\/partners\/accept\/([\w-]{20,})/)![1]!
    const document = (await (await page.request.get(`/plans/${published}.json`)).json()) as {
      items: { id: string; kind: string; cites: { page: number }[] }[]
    }
    const action = document.items.find(i => i.kind === 'action')!
    const ref = Number(action.id.slice(1))
    const evidence = await addEvidence(page)
    const item = await sayWords(page, `/plans/${published}/items/${ref}`)
    const measured = await addIndicators(page, published)
    const pledges = await enterPledge(page)
    const recommendations = await enterRecommendations(page)
    const imported = await bringTableIn(page, pledges)
    const brought = await bringFiguresIn(page)
    const asked = await askAround(page)
    const reported = await writeReport(page)
    const stated = await putUpStatement(page)
    const dated = await enterDates(page)
    world = {
      ...measured,
      ...brought,
      ...asked,
      ...reported,
      ...stated,
      ...dated,
      pledges,
      recommendations,
      imported,
      published,
      draft,
      ref,
      page: action.cites[0]!.page,
      item,
      evidence,
      invitation,
      offer,
    }
    signedIn = await context.storageState()
    await context.close()
  }, 120_000)

  afterAll(async () => {
    await browser?.close()
    await server?.stop()
  })

  for (const locale of LOCALES)
    for (const width of [360, 1280])
      test(`open in ${locale} at ${width} px`, { timeout: 120_000 }, async () => {
        const wrong: string[] = []
        for (const as of ['nobody', 'administrator'] as const) {
          const { page, context, foreignRequests, pageErrors } = await newPage(browser, server, {
            viewport: { width, height: 800 },
            locale,
            ...(as === 'administrator' && { storageState: signedIn }),
          })
          for (const listed of PAGES.filter(p => p.as === as)) {
            const address = listed.address(world)
            const answer = await page.goto(address)
            const complain = (what: string) => wrong.push(`${address} (${as}): ${what}`)
            if (answer!.status() !== (listed.status ?? 200)) complain(`status ${answer!.status()}`)
            if ((await page.locator('html').getAttribute('lang')) !== locale) complain('another language')
            const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
            if (over > 0) complain(`${over} px over the edge`)
            const scripts = await page.locator('script[src]').count()
            if (as === 'nobody' && scripts > 0 && !/sign-in|welcome|answer/.test(address))
              complain('a script on a public page')
            for (const violation of await axeViolations(page)) complain(violation)
          }
          wrong.push(...foreignRequests.map(r => `request to ${r}`), ...pageErrors)
          await context.close()
        }
        expect(wrong).toEqual([])
      })

  test('a form that is sent wrong comes back with all that was typed, and its summary leads to the fields', async () => {
    const { page, context } = await newPage(browser, server, { storageState: signedIn, locale: 'en' })
    await page.goto('/desk')
    const pages = PAGES.filter(({ status = 200 }) => status === 200).map(({ address }) => address(world))
    const { sent, taken, wrong } = await page.evaluate(sendFormsWrong, pages)
    await context.close()
    expect(wrong).toEqual([])
    // Any text may be checked for citations; and the first button of a question shows the fields of another kind.
    expect(taken).toEqual(['/citations', '/desk/questionnaires/*/questions/new'])
    expect(sent).toBeGreaterThan(80)
  }, 180_000)
})

/** In the browser: each form of these pages is sent once with words too long, days that there are not and choices that nobody offers. */
async function sendFormsWrong(addresses: string[]): Promise<{ sent: number; taken: string[]; wrong: string[] }> {
  type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement
  const parse = (html: string) => new DOMParser().parseFromString(html, 'text/html')
  const isWritten = ({ type }: Control) =>
    ['text', 'textarea', 'url', 'email', 'search', 'number', 'date'].includes(type)
  const valueOf = (one: Element) => (one.localName === 'textarea' ? one.textContent : one.getAttribute('value'))
  const days = new Map<string, string>()
  const dayOf = (name: string) => days.get(name) ?? days.set(name, `2019-13-${10 + days.size}`).get(name)!
  const typed = ({ type, name }: Control) =>
    type === 'date' ? dayOf(name) : `${name} <typed> ${'x'.repeat(type === 'textarea' ? 50_000 : 3000)}`
  const seen = new Set<string>()
  const wrong: string[] = []
  const taken: string[] = []
  for (const address of addresses) {
    const shown = parse(await (await fetch(address)).text())
    for (const form of shown.querySelectorAll<HTMLFormElement>('main form[method=post]')) {
      const action = form.getAttribute('action') ?? address
      const kind = action.replace(/[0-9a-f-]{36}|[\w-]{43}|\d+/g, '*')
      const written = ([...form.elements] as Control[]).filter(isWritten)
      if (!written.length || seen.has(kind)) continue
      seen.add(kind)
      const body = new FormData(form)
      for (const one of written) body.set(one.name, typed(one))
      for (const select of form.querySelectorAll('select')) body.set(select.name, 'no-such')
      const button = form.querySelector<HTMLButtonElement>('button[name]')
      if (button) body.set(button.name, button.value)
      const isMultipart = form.enctype === 'multipart/form-data'
      const fields = new URLSearchParams(
        [...body].filter((field): field is [string, string] => !(field[1] instanceof File)),
      )
      const answer = await fetch(action, { method: 'POST', body: isMultipart ? body : fields })
      const back = parse(await answer.text())
      const complain = (what: string) => wrong.push(`${kind} (${answer.status}): ${what}`)
      if (answer.status < 400) {
        taken.push(kind)
        continue
      }
      // Where the browser takes no more than fits, a page that says no is enough.
      if (!back.querySelector('.error-summary a')) {
        if (!written.every(one => one.hasAttribute('maxlength'))) complain(back.querySelector('h1')?.textContent ?? '')
        continue
      }
      const values = new Set([...back.querySelectorAll('input, textarea')].map(valueOf))
      for (const one of written)
        if (one.getAttribute('autocomplete') !== 'one-time-code' && !values.has(typed(one)))
          complain(`${one.name} is lost`)
      for (const link of back.querySelectorAll('.error-summary a'))
        if (!back.getElementById(link.getAttribute('href')!.slice(1))) complain(`no field ${link.getAttribute('href')}`)
    }
  }
  return { sent: seen.size, taken, wrong }
}
