import { randomUUID } from 'node:crypto'
import { beforeAll, expect, test } from 'vitest'
import { testApp } from '../../platform/testing/app.ts'
import { remindBeforeClose } from './mail.ts'
import { keepRound } from './testing.ts'

const testing = await testApp()
const { app, services, as, outbox } = testing
const { owner } = services.database
let editor: { cookie: string }

beforeAll(async () => {
  editor = await as('editor')
  const { send } = services.mail
  services.mail.send = async message => {
    if (message.to.endsWith('@refused.example')) throw Object.assign(new Error('no such user'), { responseCode: 550 })
    await send(message)
  }
  await testing.work()
})

const post = (path: string, fields: Record<string, string>, headers: Record<string, string> = editor) =>
  app.request(path, { method: 'POST', headers, body: new URLSearchParams(fields) })
const get = (path: string, headers: Record<string, string> = editor) => app.request(path, { headers })
const to = (response: Response) => response.headers.get('location')

test('who has not answered is reminded, once, with the link of the first letter', async () => {
  outbox.length = 0
  const round = await keepRound(testing, { closes: '6 days' })
  const id = randomUUID()
  const asked = {
    id,
    kind: 'organisation',
    name: 'Réseau',
    email: 'reseau@example.org',
    language: 'fr',
    voice: 'civil-society',
    country: '',
  }
  await post(`/desk/rounds/${round.roundId}/respondents`, asked)
  await expect.poll(() => outbox.length, { timeout: 10_000 }).toBe(1)
  expect(outbox[0]!.text).toContain('Aucun compte')
  await owner.query(`update respondent set created_at = now() - interval '3 days' where id = $1`, [id])
  expect(await remindBeforeClose(services)).toBe(1)
  await expect.poll(() => outbox.length, { timeout: 10_000 }).toBe(2)
  const link = (n: number) => outbox[n]!.text.match(/http\S+/)![0]
  expect(link(1)).toBe(link(0))
  await expect
    .poll(async () => (await owner.query('select reminders from respondent where id = $1', [id])).rows[0].reminders, {
      timeout: 5000,
    })
    .toBe(1)
  expect(await remindBeforeClose(services)).toBe(0)
})

test('nobody is taken for civil society, or for a government, before somebody has said so', async () => {
  const round = await keepRound(testing)
  const at = `/desk/rounds/${round.roundId}`
  const asked = { id: randomUUID(), name: 'Ministry', email: '', language: 'en', country: '', kind: '', voice: '' }
  const refused = await post(`${at}/respondents`, asked)
  expect(refused.status).toBe(422)
  expect(await refused.text()).toContain('Say in whose voice the answers count')
  expect((await post(`${at}/several`, { ...asked, lines: 'Ministry' })).status).toBe(422)
  expect((await owner.query('select from respondent where round_id = $1', [round.roundId])).rowCount).toBe(0)
})

test('several are asked at once, each once, with a country and a language of their own', async () => {
  const round = await keepRound(testing)
  const asking = { id: randomUUID(), kind: 'government', language: 'en', voice: 'government' }
  const at = `/desk/rounds/${round.roundId}`
  const wrong = await post(`${at}/several`, { ...asking, lines: 'Ministry A\nMinistry B; nowhere at all' })
  expect(wrong.status).toBe(422)
  expect(await wrong.text()).toContain('Line 2 cannot be read: Ministry B')
  const lines = 'Ministry A; a@example.org; cod; fr\r\n\r\nMinistère B;;MLI\nMinistry C'
  for (let n = 0; n < 2; n++) expect(to(await post(`${at}/several`, { ...asking, lines }))).toBe(`${at}/links`)
  const { rows } = await owner.query(
    'select name, email, country, language, kind from respondent where round_id = $1 order by name',
    [round.roundId],
  )
  expect(rows).toEqual([
    { name: 'Ministère B', email: null, country: 'MLI', language: 'en', kind: 'government' },
    { name: 'Ministry A', email: 'a@example.org', country: 'COD', language: 'fr', kind: 'government' },
    { name: 'Ministry C', email: null, country: null, language: 'en', kind: 'government' },
  ])
  const list = await (await get(`${at}?state=no-letter`)).text()
  expect(list).toContain('Ministry C')
  expect(list).not.toContain('Ministry A')
})

test('whom no letter reaches is on the page of links, and everybody who has not answered in its table', async () => {
  const round = await keepRound(testing)
  const at = `/desk/rounds/${round.roundId}`
  await round.respondent('=Without address', { email: null })
  await round.respondent('With address')
  const { id } = await round.respondent('Has answered', { email: null })
  await owner.query(`update respondent set sent_at = now(), sent_sha256 = repeat('0', 64) where id = $1`, [id])
  const html = await (await get(`${at}/links`)).text()
  const [byHand, others] = html.split('id="by-hand"')[1]!.split('<details><summary>The')
  expect(byHand).toContain('=Without address')
  expect(byHand).toMatch(/\/answer\/[\w-]{43}\?lang=en/)
  expect(byHand).not.toContain('With address')
  expect(others).toContain('With address')
  expect(html).not.toContain('Has answered')
  const table = (await (await get(`${at}/links.csv`)).text()).trim().split('\n')
  expect(table).toHaveLength(3)
  expect(table.join()).toContain(`'=Without address,,COD,en,http`)
  for (const path of [`${at}/links`, `${at}/links.csv`])
    expect((await get(path, await as('contributor'))).status).toBe(403)
  await post(`${at}/close`, {})
  expect((await get(`${at}/links`)).status).toBe(409)
})

test('without mail, those who were asked before are asked again with their links to hand over', async () => {
  const before = await keepRound(testing)
  await before.respondent('Asked before')
  const { rows } = await owner.query(
    `insert into round (organisation_id, questionnaire_id, title, form, closes_at, time_zone, created_by)
     select organisation_id, questionnaire_id, 'Next', form, now() + interval '9 days', 'UTC', created_by from round where id = $1 returning id`,
    [before.roundId],
  )
  const { configured } = services.mail
  services.mail.configured = false
  try {
    const links = to(await post(`/desk/rounds/${rows[0].id}/earlier`, {}))!
    const html = await (await get(links)).text()
    expect(html).toContain('Asked before')
    expect(html).toMatch(/readonly value="http[^"]*\/answer\//)
  } finally {
    services.mail.configured = configured
  }
})

test('a letter that does not reach her is shown, not sent again, and goes out once the address is right', async () => {
  const round = await keepRound(testing, { closes: '6 days' })
  const at = `/desk/rounds/${round.roundId}`
  const lines = 'Wrong address; wrong@refused.example'
  await post(`${at}/several`, { id: randomUUID(), kind: 'organisation', language: 'ar', voice: 'community', lines })
  const state = async () =>
    (
      await owner.query(
        'select id, mail_failure, mailed_at is not null as mailed from respondent where round_id = $1',
        [round.roundId],
      )
    ).rows[0]
  await expect.poll(async () => (await state()).mail_failure, { timeout: 10_000 }).toBe('refused')
  expect((await state()).mailed).toBe(false)
  await owner.query(`update respondent set created_at = now() - interval '3 days' where id = $1`, [(await state()).id])
  expect(await remindBeforeClose(services)).toBe(0)
  const one = `${at}/respondents/${(await state()).id}`
  expect(await (await get(one)).text()).toContain('The address was refused')
  const known = { name: 'Right address', email: 'right@example.org', language: 'ar', voice: 'community', country: '' }
  expect((await post(one, { ...known, email: 'no address' })).status).toBe(422)
  for (let n = 0; n < 2; n++) expect(to(await post(one, known))).toBe(one)
  const letters = () => outbox.filter(letter => letter.to === 'right@example.org').map(({ subject }) => subject)
  await expect.poll(letters, { timeout: 10_000 }).toEqual([expect.stringContaining('أسئلة من')])
  await post(`${one}/returned`, {})
  expect((await state()).mail_failure).toBe('returned')
})

test('a link that came into wrong hands leads nowhere once another is made', async () => {
  const round = await keepRound(testing)
  const { id, token } = await round.respondent('Moved')
  const one = `/desk/rounds/${round.roundId}/respondents/${id}`
  for (let n = 0; n < 2; n++) expect(to(await post(`${one}/new-link`, { number: '2' }))).toBe(one)
  const made = await (await get(one)).text()
  expect((await app.request(`/answer/${token}`)).status).toBe(404)
  expect((await app.request(`/answer/${made.match(/\/answer\/([\w-]{43})/)![1]}`)).status).toBe(200)
})
