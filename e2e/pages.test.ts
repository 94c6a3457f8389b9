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
})
