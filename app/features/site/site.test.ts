import { expect, test } from 'vitest'
import { testApp } from '../../platform/testing/app.ts'

const { app, as, services, organisationId } = await testApp()
const ask = async (path: string, headers: Record<string, string> = {}) => {
  const response = await app.request(path, { headers })
  return { status: response.status, headers: response.headers, text: await response.text() }
}

test('while nothing is published the first page says so beside a sketch; who is signed in is told how to begin', async () => {
  const nobody = await ask('/')
  expect(nobody.text).toContain('A sketch, no real plan')
  expect(nobody.text).toContain('No plan has been published here yet')
  expect(nobody.text).not.toContain('try it with an example')
  expect(nobody.text).toContain('href="/sign-in"')
  const member = await ask('/', await as('editor'))
  expect(member.text).toContain('try it with an example')
})

test('the first page shows the newest published plan, a real one before an illustrative one, and no draft', async () => {
  const { owner } = services.database
  await owner.query(
    `insert into file (sha256, media_type, bytes) select repeat(n::text, 64), 'application/pdf', 1 from generate_series(1, 3) n`,
  )
  await owner.query(
    `insert into instrument (organisation_id, slug, title, country, file_sha256, file_name, illustrative, published_at) values
       ($1, 'real', 'The real plan', 'NGA', repeat('1', 64), 'a.pdf', false, now() - interval '1 day'),
       ($1, 'example', 'The example', null, repeat('2', 64), 'b.pdf', true, now()),
       ($1, 'draft', 'The draft', null, repeat('3', 64), 'c.pdf', false, null)`,
    [organisationId],
  )
  const { text } = await ask('/', await as('editor'))
  expect(text).toContain('href="/plans/real"')
  expect(text).toContain('Nigeria')
  expect(text).not.toContain('The example')
  expect(text).not.toContain('The draft')
})

test.each(['en', 'fr', 'ar'])(
  'the first page leads to the ledger, the indicators and the citation checker (%s)',
  async lang => {
    const { text } = await ask(`/?lang=${lang}`)
    const doors = text.slice(text.indexOf('class="doors"'))
    for (const door of ['/plans', '/commitments', '/indicators', '/resolutions', '/citations', '/about']) {
      expect(doors).toContain(`href="${door}"`)
    }
  },
)

test('the page about the project says what stands in the ledger beside what', async () => {
  const { text } = await ask('/about')
  expect(text).toContain('id="ledger"')
  expect(text).toContain('never averaged')
})

test('the page about the project names every criterion with its sources', async () => {
  const { text } = await ask('/about')
  expect(text).toContain('Indicators with baseline and target')
  expect(text).toContain('https://operation1325.se/en/national-action-plans-naps')
})

test.each(['/', '/about', '/resolutions', '/resolutions/1325'])(
  '%s loads no script and asks no other site for anything',
  async path => {
    const { text, headers } = await ask(path)
    expect(text).not.toContain('<script')
    expect(text).not.toMatch(/(?:src|srcset)="https?:/)
    expect(headers.get('content-security-policy')).toContain("default-src 'none'")
  },
)

test('search engines are kept away from what belongs to members', async () => {
  expect((await ask('/robots.txt')).text).toContain('Disallow: /desk')
})

test('the server is well while its database answers', async () => {
  expect(await ask('/healthz')).toMatchObject({ status: 200, text: 'ok' })
})
