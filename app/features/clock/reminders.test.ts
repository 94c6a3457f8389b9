import { addDays } from '@open1325/procedures'
import { expect, test } from 'vitest'
import { testApp } from '../../platform/testing/app.ts'
import { endAddress } from './desk/link.ts'
import { today } from './load.ts'
import { queueReminders, remind } from './reminders.ts'
import { keepDate } from './testing.ts'

const testing = await testApp()
const { app, services, organisationId, outbox, userId } = testing
const { owner } = services.database

const post = (path: string, fields: Record<string, string>, headers: Record<string, string>) =>
  app.request(path, { method: 'POST', headers, body: new URLSearchParams(fields) })
const settings = (more: Record<string, string>) => ({
  timeZone: 'Africa/Kinshasa',
  language: 'fr',
  ...more,
})

test('letters go out once for each span, in her language, name nothing secret, and end without signing in', async () => {
  const person = await testing.newPerson({ [organisationId]: 'contributor' })
  const hers = { cookie: person.cookie }
  await post('/desk/calendar/settings', settings({ daysBefore: '7', bodies: 'hlpf' }), hers)
  await keepDate(testing, { title: 'Public launch', starts_on: addDays(today(), 6) })
  await keepDate(testing, { title: 'Inner circle', starts_on: addDays(today(), 5), visibility: 'organisation' })
  const letters = () => outbox.filter(letter => letter.to === person.email)
  const now = new Date(`${today()}T12:00:00Z`)
  await Promise.all([remind(services, person.userId, now), remind(services, person.userId, now)])
  expect(letters()).toHaveLength(1)
  const [letter] = letters()
  expect(letter!.subject).toContain('échéances approchent')
  expect(letter!.text).toContain('Public launch')
  expect(letter!.text).not.toContain('Inner circle')
  await remind(services, person.userId, now)
  expect(letters()).toHaveLength(1)

  const ending = endAddress(services.config, person.userId).replace('http://localhost', '')
  expect(letter!.headers!['List-Unsubscribe']).toBe(`<http://localhost${ending}>`)
  expect((await app.request(ending)).status).toBe(200)
  expect(
    (await owner.query('select days_before from clock_setting where user_id = $1', [person.userId])).rows[0]
      .days_before,
  ).toEqual([7])
  const oneClick = await app.request(ending, {
    method: 'POST',
    body: new URLSearchParams({ 'List-Unsubscribe': 'One-Click' }),
  })
  expect(oneClick.status).toBe(200)
  await keepDate(testing, { title: 'Later launch', starts_on: addDays(today(), 4) })
  await remind(services, person.userId, now)
  expect(letters()).toHaveLength(1)
  expect((await app.request(ending.slice(0, -3) + 'xxx')).status).toBe(404)
  expect(
    (await post(`/calendar/reminders/${Buffer.from(await userId('editor')).toString('base64url')}.x`, {}, {})).status,
  ).toBe(404)
})

test('letters come once a day at most; what she was told of and is then moved or called off is told the next day', async () => {
  const person = await testing.newPerson({ [organisationId]: 'reader' })
  const on = (days: number) => addDays(today(), days)
  await post('/desk/calendar/settings', settings({ daysBefore: '7', bodies: 'hlpf' }), { cookie: person.cookie })
  const [moved, off, gone] = [
    await keepDate(testing, { title: 'Hearing that moves', starts_on: on(6) }),
    await keepDate(testing, { title: 'Hearing called off', starts_on: on(5) }),
    await keepDate(testing, { title: 'Hearing taken away', starts_on: on(5) }),
  ]
  const texts = () => outbox.filter(letter => letter.to === person.email).map(({ text }) => text)
  const noon = (days: number) => new Date(`${on(days)}T12:00:00Z`)
  await remind(services, person.userId, noon(0))
  await keepDate(testing, { title: 'Entered in the afternoon', starts_on: on(4) })
  await remind(services, person.userId, new Date(`${today()}T18:00:00Z`))
  expect(texts()).toHaveLength(1)

  await owner.query(`update own_date set moved_from = array[starts_on::text], starts_on = $2 where id = $1`, [
    moved,
    on(90),
  ])
  await owner.query(`update own_date set cancelled_at = now() where id = $1`, [off])
  await owner.query(`update own_date set deleted_at = now() where id = $1`, [gone])
  await remind(services, person.userId, noon(1))
  const next = texts()[1]!
  for (const said of ['Entered in the afternoon', 'Hearing that moves', 'Hearing called off'])
    expect(next).toContain(said)
  expect(next).toMatch(/Hearing called off\nannulé/i)
  expect(next).toMatch(/Hearing that moves\ndéplacé/)
  expect(next).not.toContain('taken away')
  expect(next).toContain('n’est plus prévu ce jour-là')
  await remind(services, person.userId, noon(2))
  expect(texts()).toHaveLength(2)

  // Called off and on again twice: each time she is told.
  for (const [n, state] of ['now()', 'null', 'now()', 'null'].entries()) {
    await owner.query(`update own_date set cancelled_at = ${state} where id = $1`, [moved])
    for (let looks = 0; looks < 2; looks++) await remind(services, person.userId, noon(3 + n))
    expect(texts()).toHaveLength(3 + n)
    expect(texts().at(-1)!.includes('annulé')).toBe(state === 'now()')
  }
})

test('a letter that the mail server refused is tried again, and not taken for sent', async () => {
  const person = await testing.newPerson({ [organisationId]: 'reader' })
  await post('/desk/calendar/settings', settings({ daysBefore: '30' }), { cookie: person.cookie })
  const failing = { ...services, mail: { ...services.mail, send: () => Promise.reject(new Error('refused')) } }
  const now = new Date(`${today()}T12:00:00Z`)
  await expect(remind(failing, person.userId, now)).rejects.toThrow('refused')
  await remind(services, person.userId, now)
  expect(outbox.filter(letter => letter.to === person.email)).toHaveLength(1)
})

test('letters are looked for by day only, for those who want them', async () => {
  await testing.work()
  await owner.query(`update clock_setting set time_zone = 'Africa/Kinshasa'`)
  expect(await queueReminders(services, new Date('2090-01-01T01:00:00Z'))).toBe(0)
  expect(await queueReminders(services, new Date('2090-01-01T11:00:00Z'))).toBeGreaterThan(0)
})
