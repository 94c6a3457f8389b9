import { randomUUID } from 'node:crypto'
import { addDays } from '@open1325/procedures'
import { beforeAll, expect, test } from 'vitest'
import { testApp } from '../../platform/testing/app.ts'
import { keepActions } from '../ledger/testing.ts'
import { keepRound } from '../questionnaires/testing.ts'
import { keepStatement } from '../statements/testing.ts'
import { today } from './load.ts'
import { remind } from './reminders.ts'

const testing = await testApp()
const { app, services, as, asOther, organisationId, outbox, userId } = testing
const { owner } = services.database
const inDays = (days: number) => addDays(today(), days)
const textOf = async (path: string, headers: Record<string, string> = {}) =>
  (await app.request(path, { headers })).text()
const post = (path: string, fields: Record<string, string>, headers: Record<string, string>) =>
  app.request(path, { method: 'POST', headers, body: new URLSearchParams(fields) })

/** For a session that begins 48 days from now: by CEDAW’s rule it is due four weeks before, in 20 days. */
async function keepReport(more: Record<string, unknown> = {}): Promise<string> {
  const row: Record<string, unknown> = {
    id: randomUUID(),
    organisation_id: organisationId,
    slug: `report-${randomUUID().slice(0, 6)}`,
    kind: 'alternative-report',
    title: 'Our shadow report',
    language: 'en',
    country: 'COD',
    body: 'CEDAW',
    procedure: 'cedaw-session',
    session_starts: inDays(48),
    organisations: '',
    created_by: await userId('editor'),
    ...more,
  }
  const columns = Object.keys(row)
  await owner.query(
    `insert into report (${columns.join()}) values (${columns.map((_, n) => `$${n + 1}`).join()})`,
    Object.values(row),
  )
  return row.id as string
}

let reader: { cookie: string }
let report = ''
beforeAll(async () => {
  reader = await as('reader')
  await keepActions(services.database, organisationId, 'plan', [{ text: 'Train women mediators' }])
  report = await keepReport()
  await keepStatement(testing, { title: 'Call of the valley', closes: '20 days' })
  await keepStatement(testing, { title: 'Still being written', state: 'draft' })
})

test('an organisation’s report and statement are on its desk, in the list, in the month and in the table', async () => {
  for (const path of ['/desk', '/desk/calendar', '/calendar', `/calendar/${inDays(20).slice(0, 7)}`, '/calendar.csv']) {
    const text = await textOf(path, reader)
    expect(text, path).toMatch(/Our shadow report.{0,3}: to be handed in/)
    expect(text, path).toMatch(/Call of the valley.{0,3}: signatures close/)
    expect(text, path).not.toContain('Still being written')
  }
  const desk = await textOf('/desk/calendar', reader)
  expect(desk).toContain(`href="/desk/reports/${report}"`)
  expect(desk).toContain('Four weeks before')
})

test('nobody else sees them on the clock, signed in or not', async () => {
  for (const headers of [{}, await asOther('editor')])
    for (const path of ['/calendar', '/calendar.ics', '/calendar/COD.ics', '/calendar.csv', '/bodies/cedaw']) {
      const text = await textOf(path, headers)
      expect(text, path).not.toContain('Our shadow report')
      expect(text, path).not.toContain('Call of the valley')
    }
  expect(await textOf('/desk/calendar', await asOther('editor'))).not.toContain('Our shadow report')
})

test('they are in a member’s own calendar and letters whatever she follows; a report is not named in a letter, and a new last day is told', async () => {
  const person = await testing.newPerson({ [organisationId]: 'reader' })
  const hers = { cookie: person.cookie }
  const follows = { timeZone: 'UTC', language: 'en', daysBefore: '30', countries: 'MLI', bodies: 'hlpf' }
  await post('/desk/calendar/settings', follows, hers)
  await post('/desk/calendar/settings/link', {}, hers)
  const address = (await textOf('/desk/calendar/settings', hers)).match(/\/calendar\/mine\/[\w-]{43}\.ics/)![0]
  const calendar = await textOf(address)
  expect(calendar).toContain(`UID:report.${report}@open1325`)
  expect(calendar).toContain(`DTSTART;VALUE=DATE:${inDays(20).replaceAll('-', '')}`)
  expect(calendar).toContain('Call of the valley: signatures close')

  const letters = () => outbox.filter(letter => letter.to === person.email).map(({ text }) => text)
  const noon = (days: number) => new Date(`${inDays(days)}T12:00:00Z`)
  await remind(services, person.userId, noon(0))
  expect(letters()[0]).toContain('A date of your organisation’s own. Sign in to see it.')
  expect(letters()[0]).toContain('Call of the valley')
  expect(letters()[0]).not.toContain('Our shadow report')

  await owner.query('update report set due = $2, version = version + 1 where id = $1', [report, inDays(15)])
  await remind(services, person.userId, noon(1))
  expect(letters()).toHaveLength(2)
  expect(letters()[1]!.match(/\(14 days left\)/g)).toHaveLength(1)
  await owner.query('update report set deleted_at = now() where id = $1', [report])
  await remind(services, person.userId, noon(2))
  expect(letters()[2]).toContain('no longer stands on that day')
  await remind(services, person.userId, noon(3))
  expect(letters()).toHaveLength(3)
})

test('what closed at its time stays on its day: nobody is told that it was taken away', async () => {
  const person = await testing.newPerson({ [organisationId]: 'reader' })
  const follows = { timeZone: 'UTC', language: 'en', daysBefore: '7', bodies: 'hlpf' }
  await post('/desk/calendar/settings', follows, { cookie: person.cookie })
  const letters = () => outbox.filter(letter => letter.to === person.email).map(({ text }) => text)
  const day = inDays(5)
  // Ten minutes past midnight in Kiribati is still the morning before in UTC.
  const early = await keepRound(testing, { title: 'Closes in the night', closes: '5 days' })
  await owner.query(`update round set time_zone = 'Pacific/Kiritimati', closes_at = $2 where id = $1`, [
    early.roundId,
    `${day}T00:10:00+14:00`,
  ])
  const { id } = await keepStatement(testing, { title: 'Signed until noon', closes: '5 days' })
  await owner.query(`update statement set time_zone = 'UTC', closes_at = $2 where id = $1`, [id, `${day}T12:00:00Z`])
  await remind(services, person.userId, new Date(`${inDays(0)}T12:00:00Z`))
  expect(letters()[0]).toContain('Signed until noon')
  await owner.query(`update statement set state = 'closed', closed_at = closes_at where id = $1`, [id])
  await owner.query(`update round set closed_at = closes_at where id = $1`, [early.roundId])
  await remind(services, person.userId, new Date(`${day}T18:00:00Z`))
  expect(letters()).toHaveLength(1)
  const month = await textOf(`/calendar/${day.slice(0, 7)}`, reader)
  expect(month).toMatch(/Signed until noon.{0,3}: signatures close/)
})
