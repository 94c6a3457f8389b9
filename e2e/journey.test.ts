/** The main job from the first link to the public page: with scripts, and as a browser without them does it. */
import { join, resolve } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchBrowser, newPage, startServer, type RunningServer } from './harness.ts'
import { decideAll, follow, makeFirstAccount, PASSWORD, publish, untilRead } from './steps.ts'

const PLAN = join(resolve(import.meta.dirname, '../examples'), 'lumaria-2025-2029-en.pdf')

let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(async () => {
  await browser?.close()
})

async function dropPlan(page: Page): Promise<string> {
  await page.goto('/desk')
  await page.setInputFiles('input[type=file]', PLAN)
  await follow(page, 'form[action="/desk/plans"] button')
  await page.waitForURL(/\/desk\/plans\/[a-z0-9-]+$/)
  return untilRead(page)
}

/** An administrator's link for somebody new, made and followed. */
async function invite(page: Page, server: RunningServer, scripts: boolean) {
  await page.goto('/people')
  await page.selectOption('form[action="/people/invite"] select', 'editor')
  await follow(page, 'form[action="/people/invite"] button')
  const link = (await page.content()).match(/\/welcome\/[\w-]{20,}/)![0]
  const colleague = await newPage(browser, server, { javaScriptEnabled: scripts })
  await colleague.page.goto(link)
  await colleague.page.fill('[name=name]', 'Colleague')
  await colleague.page.fill('[name=email]', 'colleague@example.org')
  await colleague.page.fill('[name=password]', PASSWORD)
  await follow(colleague.page, 'main form button')
  await colleague.page.waitForURL(/\/desk$/)
  return colleague
}

/** The review’s script is at work, and nothing waits to be sent: rows show as confirmed before the server has them. */
const untilSaved = (page: Page) => page.locator('.review-saved', { hasText: 'All saved' }).waitFor()

async function overrule(page: Page, slug: string, criterion: string) {
  await page.goto(`/desk/plans/${slug}/appraisal`)
  const place = page.locator(`#${criterion}`)
  await place.locator('.decide details > summary').click()
  await place.locator('.decide select').selectOption({ index: 1 })
  await follow(page, `#${criterion} button[value=overrule]`)
  expect(await page.locator(`#${criterion} .error`).count(), 'a reason is asked for').toBeGreaterThan(0)
  const chosen = await page.locator(`#${criterion} .decide select`).inputValue()
  expect(chosen, 'what was chosen is still there').not.toBe('')
  await page.locator(`#${criterion} .decide textarea`).fill('The steering committee’s rules say so.')
  await follow(page, `#${criterion} button[value=overrule]`)
  expect(await page.locator(`#${criterion}`).innerText()).toContain('The steering committee’s rules say so.')
}

async function seenByTheWorld(server: RunningServer, slug: string) {
  const { page, context, foreignRequests } = await newPage(browser, server, { javaScriptEnabled: false })
  await page.goto(`/plans/${slug}`)
  const text = await page.locator('main').innerText()
  expect(text).toContain('National Action Plan on Women, Peace and Security')
  expect(text).toContain('Train and pay a roster of sixty women mediators')
  expect(await page.locator('svg[role=img]').count()).toBeGreaterThan(0)
  // A cite leads to the page picture with the words marked on it.
  await follow(page, 'main a.cite:visible >> nth=0')
  await page.waitForURL(/\/pages\/\d+/)
  const picture = await page.request.get(String(await page.locator('main svg image').first().getAttribute('href')))
  expect(picture.headers()['content-type']).toBe('image/webp')
  for (const ending of ['csv', 'xlsx', 'json'])
    expect((await page.request.get(`/plans/${slug}.${ending}`)).status()).toBe(200)
  const read = (await (await page.request.get(`/plans/${slug}.json`)).json()) as { format: string; items: unknown[] }
  expect(read.format).toBe('open1325-plan/1')
  expect(read.items.length).toBeGreaterThan(25)
  const original = await page.request.get(`/plans/${slug}/original`)
  expect((await original.body()).subarray(0, 5).toString()).toBe('%PDF-')
  expect(foreignRequests).toEqual([])
  await context.close()
}

test(
  'a plan is dropped in, checked with the keyboard by two people, appraised and published',
  { timeout: 180_000 },
  async () => {
    const server = await startServer()
    try {
      const { page, pageErrors, foreignRequests } = await newPage(browser, server)
      await makeFirstAccount(page, server)
      const slug = await dropPlan(page)
      expect(await page.locator('main').innerText()).toMatch(/3 pages, English, 4 pillars, 5 objectives, 12 actions/)

      const colleague = await invite(page, server, true)
      await page.goto(`/desk/plans/${slug}/review`)
      const open = () => page.locator('.review-row').innerText()
      await untilSaved(page)
      const first = await open()
      await page.keyboard.press('Enter')
      await expect.poll(open).not.toBe(first)
      await expect.poll(() => page.locator('main').innerText()).toMatch(/1 of \d+ rows confirmed/)

      // Editing: what is typed is kept, and saved with the row confirmed.
      await page.keyboard.press('e')
      const text = page.locator('.review-row textarea[name=text]')
      const before = await text.inputValue()
      await text.fill(before + ' (checked)')
      await page.locator('.review-row button[name=confirm]').click()
      await expect.poll(() => page.locator('main').innerText()).toMatch(/2 of \d+ rows confirmed/)
      await untilSaved(page)

      // The colleague sees both, and her own confirmation arrives here.
      await colleague.page.goto(`/desk/plans/${slug}/review?show=all`)
      expect(await colleague.page.locator('main').innerText()).toContain(before + ' (checked)')
      await colleague.page.goto(`/desk/plans/${slug}/review`)
      await untilSaved(colleague.page)
      await colleague.page.keyboard.press('Enter')
      await expect.poll(() => page.locator('main').innerText(), { timeout: 10_000 }).toMatch(/3 of \d+ rows confirmed/)

      // Undo takes back one's own last change.
      await page.locator('main').click({ position: { x: 5, y: 5 } })
      await page.keyboard.press('u')
      await expect.poll(() => page.locator('main').innerText()).toMatch(/2 of \d+ rows confirmed/)

      // The connection breaks: work goes on, is kept, and is sent when it is back.
      await page.keyboard.press('End')
      await page.context().setOffline(true)
      await page.keyboard.press('c')
      await expect.poll(() => page.locator('main').innerText()).toMatch(/not yet saved: 1/i)
      await page.context().setOffline(false)
      await expect.poll(() => page.locator('main').innerText(), { timeout: 20_000 }).toMatch(/All saved/)

      const decided = await decideAll(page, slug)
      expect(decided).toBe(12)
      await overrule(page, slug, 'civil-society-monitoring')
      await publish(page, slug)
      await seenByTheWorld(server, slug)
      expect([...pageErrors, ...colleague.pageErrors]).toEqual([])
      expect([...foreignRequests, ...colleague.foreignRequests]).toEqual([])
      await page.context().close()
      await colleague.context.close()
    } finally {
      await server.stop()
    }
  },
)

test('the same without JavaScript, by forms alone', { timeout: 180_000 }, async () => {
  const server = await startServer()
  try {
    const { page, context } = await newPage(browser, server, {
      javaScriptEnabled: false,
      viewport: { width: 360, height: 740 },
    })
    await makeFirstAccount(page, server)
    const slug = await dropPlan(page)
    const colleague = await invite(page, server, false)
    await colleague.context.close()

    await page.goto(`/desk/plans/${slug}/review`)
    await follow(page, '.review-row form.confirm button >> nth=0')
    expect(await page.locator('main').innerText()).toMatch(/1 of \d+ rows confirmed/)

    await page.goto(`/desk/plans/${slug}/review?show=open&tool=edit`)
    const text = page.locator('.review-row textarea[name=text]')
    const words = await text.inputValue()
    await text.fill('')
    await follow(page, '.review-row button[name=confirm]')
    expect(await page.locator('.review-row .error').count(), 'an empty row is refused').toBeGreaterThan(0)
    await page.locator('.review-row textarea[name=text]').fill(words + ' (checked)')
    await follow(page, '.review-row button[name=confirm]')
    expect(await page.locator('main').innerText()).toMatch(/2 of \d+ rows confirmed/)

    expect(await decideAll(page, slug)).toBe(12)
    await overrule(page, slug, 'civil-society-monitoring')
    await publish(page, slug)
    await seenByTheWorld(server, slug)
    await context.close()
  } finally {
    await server.stop()
  }
})
