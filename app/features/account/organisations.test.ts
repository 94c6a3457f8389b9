import { beforeAll, expect, test } from 'vitest'
import { newToken } from '../../platform/sign-in.ts'
import { testApp } from '../../platform/testing/app.ts'
import { browser, linkOn, type Browser } from '../../platform/testing/browser.ts'
import { newOrganisationLink } from './links.ts'

const testing = await testApp()
const { services, as, asOther, newPerson, newOrganisation, outbox, otherOrganisationId } = testing
const { owner } = services.database
const hostId = await newOrganisation('Peace Monitor', { hosts: true })
let host: Browser

beforeAll(async () => {
  host = browser(testing, await newPerson({ [hostId]: 'administrator' }))
})

const described = async (name: string) => {
  const { rows } = await owner.query('select voice, country, hosts from organisation where name = $1', [name])
  return rows
}
const account = (name: string) => ({ name, email: `${name}@example.org`, password: 'four unrelated words' })
const asking = { voice: 'government', country: 'COD', email: '' }

test('the host sees every organisation with its voice, and how many members only of its own', async () => {
  const { status, text } = await host.get('/organisations')
  expect(status).toBe(200)
  for (const name of ['Peace Monitor', 'Women’s Peace Network', 'Another organisation']) expect(text).toContain(name)
  expect(text.match(/\d+ members?</g)).toEqual(['1 member<'])
  expect(text).not.toContain('starter library')
})

test('an organisation is let in: the link says which voice it was given, and who follows it names it and administers it', async () => {
  const link = linkOn(await host.post('/organisations/invite', { ...asking, token: newToken() }))
  const visitor = browser(testing)
  const { text } = await visitor.get(link)
  expect(text).toContain('Peace Monitor\u2069 invites an organisation in')
  expect(text).toContain('Your organisation speaks as: Government.')
  expect(text).toContain('Democratic Republic of the Congo')
  expect((await visitor.post(link, { organisation: 'Ministry of Gender', ...account('minister') })).location).toBe(
    '/desk',
  )
  expect(await described('Ministry of Gender')).toEqual([{ voice: 'government', country: 'COD', hosts: false }])
  expect((await visitor.get('/people')).text).toContain('Invite somebody')
  expect((await visitor.get('/organisations')).status).toBe(403)
})

test('who belongs to an organisation already founds another with the same account, and works in it from then on', async () => {
  const link = linkOn(await host.post('/organisations/invite', { ...asking, voice: 'community', token: newToken() }))
  const visitor = browser(testing, await as('editor'))
  expect((await visitor.post(link, { organisation: 'Committee of the Lake' })).location).toBe('/desk')
  const people = await visitor.get('/people')
  expect(people.text).toMatch(/<summary aria-label="You work in: .Committee of the Lake.\. Change">/)
  const other = people.text.match(/name="organisation" value="([^"]+)"[^>]*>Women’s Peace Network/)![1]!
  await visitor.post('/account/organisation', { organisation: other })
  expect((await visitor.get('/people')).text).toContain('You work in: \u2068Women’s Peace Network\u2069')
})

test('with an address, the link is sent; the form sent twice sends it once and makes one invitation', async () => {
  const token = newToken()
  for (let i = 0; i < 2; i++) {
    const answer = await host.post('/organisations/invite', { ...asking, email: 'focal@example.org', token })
    expect(linkOn(answer)).toBe(`/welcome/${token}`)
  }
  const sent = outbox.filter(message => message.to === 'focal@example.org')
  expect(sent).toHaveLength(1)
  expect(sent[0]!.text).toContain('it will speak as: Government')
  const { rows } = await owner.query(`select from invitation where email = 'focal@example.org'`)
  expect(rows).toHaveLength(1)
})

test('an invitation can be renewed, then the former link leads nowhere; taken back, none does', async () => {
  const first = linkOn(
    await host.post('/organisations/invite', { ...asking, email: 'lost@example.org', token: newToken() }),
  )
  const { rows } = await owner.query(`select id from invitation where email = 'lost@example.org'`)
  const address = `/organisations/invitations/${rows[0].id}`
  const second = linkOn(await host.post(`${address}/renew`, { token: newToken() }))
  expect((await browser(testing).get(first)).status).toBe(404)
  expect((await browser(testing).get(second)).status).toBe(200)
  expect((await host.post(`${address}/revoke`, {})).location).toBe('/organisations?done=revoked')
  expect((await browser(testing).get(second)).status).toBe(410)
  expect((await host.post(`${address}/renew`, { token: newToken() })).status).toBe(409)
})

test('the host says which voice an organisation is; the history of that organisation says who did', async () => {
  const answer = await host.post(`/organisations/${otherOrganisationId}`, { voice: 'independent', country: '' })
  expect(answer.location).toBe('/organisations?done=described')
  expect(await described('Another organisation')).toEqual([{ voice: 'independent', country: null, hosts: false }])
  const { rows } = await owner.query('select act, organisation_id from history order by id desc limit 1')
  expect(rows).toEqual([{ act: 'organisation.describe', organisation_id: otherOrganisationId }])
})

test.each([
  ['a voice that there is not', { voice: 'king', country: '' }],
  ['a country that there is not', { voice: 'government', country: 'XXX' }],
  ['no voice', { country: 'COD' }],
])('%s is refused, with what was typed', async (_, fields) => {
  expect((await host.post(`/organisations/${otherOrganisationId}`, fields)).status).toBe(422)
  const answer = await host.post('/organisations/invite', { ...fields, email: 'kept@example.org', token: newToken() })
  expect(answer.status).toBe(422)
  expect(answer.text).toContain('value="kept@example.org"')
  expect(answer.text).toContain('One thing to mend')
})

test('no other organisation, and nobody below an administrator, can let one in or say which voice it is', async () => {
  const visitors = [
    browser(testing),
    browser(testing, await as('administrator')),
    browser(testing, await asOther()),
    browser(testing, await newPerson({ [hostId]: 'editor' })),
  ]
  for (const [i, visitor] of visitors.entries()) {
    const refused = i === 0 ? 401 : 403
    expect((await visitor.get('/organisations')).status).toBe(refused)
    for (const [path, fields] of [
      ['/organisations/invite', { ...asking, token: newToken() }],
      [`/organisations/${hostId}`, { voice: 'government', country: '' }],
      [`/organisations/invitations/${hostId}/renew`, { token: newToken() }],
      [`/organisations/invitations/${hostId}/revoke`, {}],
    ] as const)
      expect((await visitor.post(path, fields)).status).toBe(refused)
  }
  expect(await described('Peace Monitor')).toEqual([{ voice: 'civil-society', country: null, hosts: true }])
})

test('an address that is no organisation’s is not found', async () => {
  const fields = { voice: 'government', country: '' }
  expect((await host.post('/organisations/nonsense', fields)).status).toBe(404)
  expect((await host.post('/organisations/00000000-0000-4000-8000-000000000000', fields)).status).toBe(404)
  // The starter library speaks for itself.
  expect((await host.post('/organisations/00000000-0000-4000-8000-000000001325', fields)).status).toBe(404)
})

test('the person at the server’s keyboard lets an organisation in without the host', async () => {
  const asked = { name: 'Audit Office', voice: 'independent', country: 'COD' } as const
  const link = new URL(await newOrganisationLink(services, asked)).pathname
  const visitor = browser(testing)
  expect((await visitor.get(link)).text).toContain('Join \u2068Audit Office\u2069')
  expect((await visitor.post(link, account('auditor'))).location).toBe('/desk')
  expect(await described('Audit Office')).toEqual([{ voice: 'independent', country: 'COD', hosts: false }])
  await expect(newOrganisationLink(services, asked)).rejects.toThrow('is here already')
})
