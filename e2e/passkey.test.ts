/** A passkey is added and signed in with, on Chromium's virtual authenticator. */
import { expect, test } from 'vitest'
import { axeViolations, launchBrowser, newPage, startServer } from './harness.ts'
import { makeFirstAccount } from './steps.ts'

test('a member adds a passkey and signs in with it instead of her password', { timeout: 120_000 }, async () => {
  const server = await startServer()
  const browser = await launchBrowser()
  try {
    const { page, context, pageErrors } = await newPage(browser, server)
    const devices = await context.newCDPSession(page)
    await devices.send('WebAuthn.enable')
    await devices.send('WebAuthn.addVirtualAuthenticator', {
      options: {
        protocol: 'ctap2',
        transport: 'internal',
        hasResidentKey: true,
        hasUserVerification: true,
        isUserVerified: true,
        automaticPresenceSimulation: true,
      },
    })
    await makeFirstAccount(page, server)
    await page.goto('/account')
    await page.fill('#passkey-name', 'This telephone')
    await page.click('#passkey-add button')
    await page.waitForURL(/done=passkey/)
    expect(await page.locator('main').innerText()).toContain('This telephone')
    expect(await axeViolations(page)).toEqual([])

    await page.click('form[action="/sign-out"] button >> visible=true')
    await page.goto('/sign-in')
    await page.click('#passkey-sign-in button')
    await page.waitForURL(/\/desk/)
    expect(pageErrors).toEqual([])
  } finally {
    await browser.close()
    await server.stop()
  }
})
