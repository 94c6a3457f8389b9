/** A report from its body's outline to the frozen Word file: filled from the ledger, checked, talked over by two authors, opened again. */
import { closeRenderer, readPlan, renderPage } from '@open1325/reader'
import { unzipSync } from 'fflate'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { asPdf, countColour, inkOf, OFFICE } from '../packages/report-writer/src/testing-office.ts'
import { axeViolations, launchBrowser, newPage, startServer, type RunningServer } from './harness.ts'
import { addIndicators, follow, makeFirstAccount, PASSWORD, publish, tryExample } from './steps.ts'

let server: RunningServer
let browser: Browser
beforeAll(async () => {
  server = await startServer()
  browser = await launchBrowser()
}, 60_000)
afterAll(async () => {
  await browser?.close()
  await server?.stop()
})

/** The Word file of the frozen edition. */
let frozen: Uint8Array | null = null

const main = (page: Page) => page.locator('main').innerText()

/** A second author, by the link that the first one gives her. */
async function secondAuthor(page: Page) {
  await page.goto('/people')
  await page.selectOption('form[action="/people/invite"] select', 'editor')
  await follow(page, 'form[action="/people/invite"] button')
  const link = (await page.content()).match(/\/welcome\/[\w-]{20,}/)![0]
  const colleague = await newPage(browser, server)
  await colleague.page.goto(link)
  await colleague.page.fill('[name=name]', 'Second author')
  await colleague.page.fill('[name=email]', 'second@example.org')
  await colleague.page.fill('[name=password]', PASSWORD)
  await follow(colleague.page, 'main form button')
  await colleague.page.waitForURL(/\/desk$/)
  return colleague
}

/** What civil society says of the commitment at this address, for everybody. */
async function sayStalled(page: Page, address: string) {
  await page.goto(address)
  await page.click('details.say > summary')
  await page.selectOption('.say-form [name=status]', 'stalled')
  await page.fill('.say-form [name=asOf]', '2026-02-15')
  await page.fill('.say-form [name=reason]', 'One of three offices has no staff.')
  await page.selectOption('.say-form [name=visibility]', 'public')
  await follow(page, '.say-form > button')
  await page.waitForURL(/voices=said/)
}

async function write(page: Page, section: string, text: string) {
  await page.goto(section)
  await page.fill('[name=text]', text)
  await follow(page, '.report-writing button')
}

test('a report from outline to frozen Word file', { timeout: 240_000 }, async () => {
  const { page, pageErrors, foreignRequests } = await newPage(browser, server)
  await makeFirstAccount(page, server)
  const plan = await tryExample(page, 'en')
  await publish(page, plan)
  await page.goto(`/plans/${plan}`)
  await sayStalled(page, (await page.locator('a[href*="/items/"]').first().getAttribute('href'))!)
  await addIndicators(page, plan)
  const colleague = await secondAuthor(page)

  // The outline of the body, its session and its rule.
  await page.goto('/desk/reports')
  await page.selectOption('[name=start]', 'alternative-report cedaw')
  await page.fill('[name=title]', 'What became of the promises (illustrative)')
  await follow(page, 'form[action="/desk/reports"] button')
  await page.waitForURL(/\/desk\/reports\/[0-9a-f-]{36}/)
  const report = new URL(page.url()).pathname
  expect(await page.locator('.report-section').count()).toBe(9)
  await follow(page, `a[href="${report}/rule"]`)
  await page.fill('[name=sessionStarts]', '2090-02-06')
  await page.fill('[name=session]', '200th session')
  await follow(page, 'form:has([name=sessionStarts]) button')
  await page.waitForURL(/done=saved/)
  expect(await main(page)).toMatch(/days left: 9 January 2090, 23:59 \(Europe\/Zurich\)/)
  expect(await main(page)).toContain('It does not say whether the body may publish it.')
  await follow(page, `a[href="${report}/facts"]`)
  await page.selectOption('[name=mayBePublished]', 'yes')
  await follow(page, 'main form button')
  await page.waitForURL(/done=saved/)
  expect(await main(page)).not.toContain('It does not say whether the body may publish it.')

  // Written, counted while typing, checked when saved.
  const sections = await page
    .locator('.report-section a.button:not(.quiet)')
    .evaluateAll(links => links.map(link => link.getAttribute('href')!))
  const [first, second, third, fourth] = sections as [string, string, string, string]
  await page.goto(first)
  const before = await page.locator('#word-count').innerText()
  const text = 'The MINUSCA left.^[Its last report, page 3.] It rests on Security Council resolution 1325 (2001).'
  await page.locator('[name=text]').pressSequentially(text)
  const typed = await page.locator('#word-count').innerText()
  expect(typed).not.toBe(before)
  await follow(page, '.report-writing button')
  expect(await page.locator('#word-count').innerText()).toBe(typed)
  expect(await main(page)).toContain('MINUSCA is not spelled out')
  expect(await main(page)).toMatch(/Rather: .*2000/)
  await page.locator('a[data-find*="1325"]').click()
  const marked = await page
    .locator('[name=text]')
    .evaluate(field => (field as HTMLTextAreaElement).value.slice((field as HTMLTextAreaElement).selectionStart))
  expect(marked).toBe('It rests on Security Council resolution 1325 (2001).')
  await write(
    page,
    first,
    'The mission left.^[Its last report, page 3.] It rests on Security Council resolution 1325 (2000). Three survivors spoke.',
  )
  expect(await main(page)).toContain('One is worth a look')
  await page.locator('.findings details summary').click()
  await page.fill('.accept input[name=reason]', 'They said so in public, and agreed')
  await follow(page, '.accept button')
  await page.waitForURL(/#checks$/)
  expect(await main(page)).toContain('One accepted')

  // From four sections with words in them on, a report has contents.
  await write(page, third, 'The working group met twice.')
  await write(page, fourth, 'Nothing was written down of either meeting.')

  // From the ledger: the plan's commitments as a table, an indicator with its chart.
  await page.goto(`${second}/insert`)
  await follow(page, 'button[value=table]')
  await page.waitForURL(/done=put/)
  await page.goto(`${second}/insert?what=indicators`)
  await page.locator('[name=source]').first().check()
  await follow(page, 'main form[method=post] button')
  await page.waitForURL(/done=put/)
  expect(await page.locator('figure svg').count()).toBe(1)
  expect(await axeViolations(page)).toEqual([])

  // A second author comments, and writes in the same section at the same time: nobody's words are lost.
  await page.goto(first)
  await colleague.page.goto(first)
  await colleague.page.fill('[name=comment]', 'Which report is that?')
  await follow(colleague.page, 'form[action$="/comments"] button')
  const theirs = colleague.page.locator('[name=text]')
  await theirs.fill(`${await theirs.inputValue()}\n\nThe second author adds this.`)
  await follow(colleague.page, '.report-writing button')
  await colleague.page.waitForURL(/done=saved/)
  const mine = page.locator('[name=text]')
  await mine.fill(`${await mine.inputValue()}\n\nThe first author adds that.`)
  await follow(page, '.report-writing button')
  expect(await main(page)).toContain('Somebody else has written here')
  expect((await page.locator('ins').allInnerTexts()).join('')).toContain('second')
  expect(await mine.inputValue()).toContain('The first author adds that.')
  await mine.fill(`${await mine.inputValue()}\n\nThe second author adds this.`)
  await follow(page, '.report-writing button')
  await page.waitForURL(/done=saved/)
  expect(await main(page)).toContain('Which report is that?')
  await follow(page, 'form[action*="/comments/"] button')
  await page.goto(`${first}/versions`)
  expect(await main(page)).toMatch(/The second author adds this\.[\s\S]*The second author adds this\./)

  // Frozen, and opened again.
  await page.goto(report)
  expect(await axeViolations(page)).toEqual([])
  await follow(page, 'form[action$="/freeze"] button')
  // The plan's own baselines are the organisation's until it shows them: that they go out with the files is asked about.
  expect(await main(page)).toContain('One thing that the public does not see')
  expect(await axeViolations(page)).toEqual([])
  await page.check('#own')
  await follow(page, '.report-freeze button')
  await page.waitForURL(/done=frozen/)
  expect(await main(page)).toContain('frozen under the rule')
  // And what the public does not see is not published with an edition.
  await follow(page, 'form[action$="/editions/1"] button')
  expect(await page.locator('[role=alert]').innerText()).toContain(
    'words that the public did not see when it was frozen',
  )
  const download = async () => new Uint8Array(await (await page.request.get(word)).body())
  const word = (await page.locator('a[href$="/1.docx"]').getAttribute('href'))!
  const docx = await download()
  await write(page, first, 'Written later.')
  expect(Buffer.from(await download()).equals(Buffer.from(docx)), 'an edition never changes').toBe(true)
  opensAsWord(docx)
  frozen = docx
  expect([...pageErrors, ...foreignRequests, ...colleague.pageErrors]).toEqual([])
})

function opensAsWord(docx: Uint8Array) {
  const parts = unzipSync(docx)
  const part = (name: string) => new TextDecoder().decode(parts[`word/${name}.xml`])
  const body = part('document')
  for (const words of [
    'Summary and main recommendations',
    'The first author adds that.',
    'The second author adds this.',
  ])
    expect(body).toContain(words)
  expect(body).not.toContain('Written later.')
  expect(body).toContain('Train and pay a roster of sixty women mediators')
  expect(body).toContain('w:pStyle w:val="Heading1"')
  expect(body.match(/<w:tblHeader\/>/g)!.length).toBeGreaterThanOrEqual(2)
  expect(body).toMatch(/descr="[^"]*from 12[^"]* in 2024 to 21/)
  expect(body).toMatch(/w:footnoteReference w:id="\d+"/)
  expect(part('footnotes')).toContain('Its last report, page 3.')
  expect(Object.keys(parts).some(name => name.endsWith('.png'))).toBe(true)
}

describe.skipIf(OFFICE === null)('opened in LibreOffice (skipped where soffice is not installed)', () => {
  afterAll(closeRenderer)

  test('the frozen Word file is set as pages, none of them empty, with headings, table, chart and footnotes', async () => {
    const pdf = asPdf({ report: frozen! }).report
    const { pages } = await readPlan(pdf, { name: 'report.pdf' })
    const texts = pages.map(({ text }) => text.replace(/\s+/gu, ' '))
    const pictures = await Promise.all(texts.map((_, n) => renderPage(pdf, n + 1, { width: 1000 })))
    for (const [n, picture] of pictures.entries()) {
      expect(texts[n]!.trim(), `page ${n + 1}`).not.toBe('')
      expect(inkOf(picture), `page ${n + 1}`).not.toBeNull()
    }
    const [cover, contents, ...rest] = texts
    expect(cover).toContain('What became of the promises (illustrative)')
    expect(cover).toContain('200th session')
    expect(cover).not.toContain('Summary and main recommendations')
    const entries = [...contents!.matchAll(/([A-Z][^.…]+?)[ .…]{2,}(\d+)/gu)].map(([, , page]) => Number(page))
    expect(contents).toMatch(/Summary and main recommendations[ .…]*3/)
    // Every page that the contents name is there, in order.
    expect(entries.length).toBeGreaterThanOrEqual(3)
    expect(entries).toEqual(entries.toSorted((a, b) => a - b))
    expect(entries.at(-1)).toBeLessThanOrEqual(texts.length)
    for (const words of [
      'The second author adds this.',
      'Its last report, page 3.',
      'Train and pay a roster of sixty women mediators',
    ])
      expect(rest.join(' ')).toContain(words)
    const [shaded, drawn] = [
      [0xed, 0xe9, 0xf0],
      [0x6b, 0x3f, 0xa0],
    ] as const
    const most = (colour: readonly [number, number, number]) =>
      Math.max(...pictures.slice(2).map(one => countColour(one, colour)))
    expect(most(shaded), 'a table with its header row').toBeGreaterThan(1000)
    expect(most(drawn), 'a chart').toBeGreaterThan(50)
  }, 120_000)
})
