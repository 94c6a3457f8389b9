/** What a person does, step by step, as the journeys and the page walk need it. Every step works without JavaScript. */
import type { Page } from 'playwright-core'
import type { RunningServer } from './harness.ts'

export const PASSWORD = 'four words make one'

/** Follows the one-time link of a new installation and makes the first account. */
export async function makeFirstAccount(page: Page, server: RunningServer): Promise<void> {
  await page.goto(server.firstLink)
  await page.fill('[name=organisation]', 'Peace Monitor')
  await page.fill('[name=name]', 'Officer')
  await page.fill('[name=email]', 'officer@example.org')
  await page.fill('[name=password]', PASSWORD)
  await page.click('main form button')
  await page.waitForURL(/\/desk$/)
}

/** Asks for the illustrative plan in this language and waits until it is read. @returns its address's last part */
export async function tryExample(page: Page, language: 'en' | 'fr' | 'ar'): Promise<string> {
  await page.goto('/desk')
  const example = page.locator(`form.example button[value*="-${language}."]`)
  // With plans on the desk, the examples are folded away.
  if (!(await example.isVisible())) await page.locator('details:has(form.example) > summary').click()
  await example.click()
  await page.waitForURL(/\/desk\/plans\/[a-z0-9-]+$/)
  return untilRead(page)
}

/** Waits on the plan's desk page until the reading has ended. @returns the address's last part */
export async function untilRead(page: Page): Promise<string> {
  const address = page.url()
  for (let i = 0; i < 150; i++) {
    if (await page.locator('a[href$="/review"]').count()) return new URL(page.url()).pathname.split('/').pop()!
    await page.waitForTimeout(200)
    await page.goto(address)
  }
  throw new Error(`the reading did not end: ${await page.locator('main').innerText()}`)
}

/** Confirms what the machine says to every criterion. */
export async function decideAll(page: Page, slug: string): Promise<number> {
  let decided = 0
  await page.goto(`/desk/plans/${slug}/appraisal`)
  while (await page.locator('button[name=act][value=confirm]').count()) {
    await page.locator('button[name=act][value=confirm]').first().click()
    await page.waitForLoadState()
    decided++
  }
  return decided
}

export async function publish(page: Page, slug: string): Promise<void> {
  await page.goto(`/desk/plans/${slug}`)
  await page.click('form[action$="/publish"] button')
  await page.waitForLoadState()
}
