import { expect, test } from 'vitest'
import { newToken } from '../../platform/sign-in.ts'
import { testApp } from '../../platform/testing/app.ts'
import { browser, linkOn } from '../../platform/testing/browser.ts'

const testing = await testApp()
const { services, as, asOther, userId, outbox, organisationId } = testing
const { owner } = services.database
const roles = ['reader', 'contributor', 'editor', 'administrator'] as const
for (const role of roles) await as(role)

const roleOf = async (id: string) => {
  const { rows } = await owner.query('select role, until from membership where user_id = $1', [id])
  return rows[0]
}

test('members see who belongs to their organisation; only an administrator can change it', async () => {
  const reader = await browser(testing, await as('reader')).get('/people')
  for (const role of roles) expect(reader.text).toContain(`The ${role}`)
  expect(reader.text).not.toContain('Invite somebody')
  expect((await browser(testing, await as('administrator')).get('/people')).text).toContain('Invite somebody')
})

test('another organisation sees none of them', async () => {
  const other = await browser(testing, await asOther()).get('/people')
  expect(other.text).toContain('Another organisation')
  expect(other.text).not.toContain('The editor')
})

test.each(['reader', 'contributor', 'editor'] as const)(
  'a %s can neither invite, give roles, nor end a membership',
  async role => {
    const visitor = browser(testing, await as(role))
    const colleague = await userId('reader')
    const acts: [string, Record<string, string>][] = [
      ['/people/invite', { role: 'administrator', email: '', token: newToken() }],
      [`/people/${colleague}/role`, { role: 'administrator' }],
      [`/people/${colleague}/end`, {}],
      [`/people/${colleague}/reset-link`, { token: newToken() }],
      ['/people/organisation', { organisation: 'Mine' }],
    ]
    for (const [path, fields] of acts) expect((await visitor.post(path, fields)).status).toBe(403)
    expect(await roleOf(colleague)).toEqual({ role: 'reader', until: null })
  },
)

test('an administrator gives a role; the history says who did', async () => {
  const administrator = browser(testing, await as('administrator'))
  const colleague = await userId('contributor')
  expect((await administrator.post(`/people/${colleague}/role`, { role: 'editor' })).location).toBe('/people?done=role')
  expect(await roleOf(colleague)).toMatchObject({ role: 'editor' })
  const { rows } = await owner.query(
    `select act, who, before ->> 'role' as before, after ->> 'role' as after from history order by id desc limit 1`,
  )
  expect(rows).toEqual([
    { act: 'membership.role', who: await userId('administrator'), before: 'contributor', after: 'editor' },
  ])
})

test('an administrator cannot reach into another organisation', async () => {
  await asOther('reader')
  const stranger = await userId('reader', true)
  const administrator = browser(testing, await as('administrator'))
  await administrator.post(`/people/${stranger}/role`, { role: 'administrator' })
  await administrator.post(`/people/${stranger}/end`, {})
  expect(await roleOf(stranger)).toEqual({ role: 'reader', until: null })
  expect((await administrator.post(`/people/${stranger}/reset-link`, { token: newToken() })).status).toBe(403)
})

test('who leaves is out at once, and comes back with an invitation', async () => {
  const leaving = browser(testing, await as('reader'))
  const administrator = browser(testing, await as('administrator'))
  await administrator.post(`/people/${await userId('reader')}/end`, {})
  expect((await leaving.get('/people')).status).toBe(403)
  expect((await leaving.get('/account')).text).toContain('You do not belong to an organisation at present')
  const token = newToken()
  await administrator.post('/people/invite', { role: 'reader', email: '', token })
  expect((await leaving.post(`/welcome/${token}`, {})).location).toBe('/desk')
  expect((await leaving.get('/people')).status).toBe(200)
})

test('the last administrator can neither leave nor take another role', async () => {
  const administrator = browser(testing, await as('administrator'))
  const self = await userId('administrator')
  for (const [path, fields] of [
    [`/people/${self}/role`, { role: 'editor' }],
    [`/people/${self}/end`, {}],
  ] as const) {
    const answer = await administrator.post(path, { ...fields })
    expect([answer.status, answer.text.includes('This is the last administrator')]).toEqual([409, true])
  }
  expect(await roleOf(self)).toEqual({ role: 'administrator', until: null })
})

test('of two administrators who demote each other at once, one stays', async () => {
  const [one, two] = [await userId('administrator', true), await userId('editor')]
  await owner.query(`insert into membership (organisation_id, user_id, role) values ($1, $2, 'administrator')`, [
    organisationId,
    one,
  ])
  await owner.query(`update membership set role = 'administrator' where user_id = $1`, [two])
  await owner.query(`update membership set role = 'reader' where organisation_id = $1 and user_id = $2`, [
    organisationId,
    await userId('administrator'),
  ])
  const first = browser(testing, { cookie: `${(await asOther()).cookie}; organisation=${organisationId}` })
  const second = browser(testing, await as('editor'))
  const answers = await Promise.all([
    first.post(`/people/${two}/role`, { role: 'reader' }),
    second.post(`/people/${one}/role`, { role: 'reader' }),
  ])
  expect(answers.filter(answer => answer.location).length).toBe(1)
  const { rows } = await owner.query(
    `select from membership where organisation_id = $1 and role = 'administrator' and until is null`,
    [organisationId],
  )
  expect(rows).toHaveLength(1)
  await owner.query(`update membership set role = 'administrator' where organisation_id = $1 and user_id = $2`, [
    organisationId,
    await userId('administrator'),
  ])
  await owner.query('delete from membership where organisation_id = $1 and user_id = $2', [organisationId, one])
  await owner.query(`update membership set role = 'editor' where user_id = $1`, [two])
})

test('an invitation with an address is mailed; the form sent twice mails one', async () => {
  const administrator = browser(testing, await as('administrator'))
  const form = { role: 'editor', email: 'Invited@Example.org', token: newToken() }
  const made = await administrator.post('/people/invite', form)
  expect(made.text).toContain('The invitation was sent to')
  await administrator.post('/people/invite', form)
  expect(outbox.splice(0)).toEqual([
    expect.objectContaining({
      to: 'invited@example.org',
      subject: 'Invitation to Women’s Peace Network on Open1325',
      text: expect.stringContaining(`http://localhost/welcome/${form.token}`),
    }),
  ])
  const { rows } = await owner.query(`select from invitation where email = 'invited@example.org'`)
  expect(rows).toHaveLength(1)
})

test('an open invitation can get a new link, which ends the old one, or be taken back', async () => {
  const administrator = browser(testing, await as('administrator'))
  const [token, renewed] = [newToken(), newToken()]
  const made = await administrator.post('/people/invite', { role: 'reader', email: '', token })
  expect(linkOn(made)).toBe(`/welcome/${token}`)
  const { rows } = await owner.query(`select id from invitation where token_sha256 = sha256(convert_to($1, 'utf8'))`, [
    token,
  ])
  await administrator.post(`/people/invitations/${rows[0].id}/renew`, { token: renewed })
  const visitor = browser(testing)
  expect((await visitor.get(`/welcome/${token}`)).status).toBe(404)
  expect((await visitor.get(`/welcome/${renewed}`)).status).toBe(200)
  await administrator.post(`/people/invitations/${rows[0].id}/revoke`, {})
  expect((await visitor.get(`/welcome/${renewed}`)).text).toContain('This invitation was taken back')
})

test('a guessable token is not taken', async () => {
  const administrator = browser(testing, await as('administrator'))
  expect((await administrator.post('/people/invite', { role: 'reader', email: '', token: 'abc' })).status).toBe(422)
})

test('an administrator renames the organisation', async () => {
  const administrator = browser(testing, await as('administrator'))
  expect((await administrator.post('/people/organisation', { organisation: ' ' })).status).toBe(422)
  await administrator.post('/people/organisation', { organisation: 'Network for Peace' })
  expect((await administrator.get('/people')).text).toContain('Network for Peace')
})
