/** Calendars that subscribe to ours take a change only where its SEQUENCE has grown: it never falls, whatever is given back. */
import { expect, test } from 'vitest'
import { changing, reading, type Asker } from '../../platform/access.ts'
import { testApp } from '../../platform/testing/app.ts'
import { entriesBetween } from './entries.ts'
import { publicDates } from './load.ts'
import { NO_FILTER } from './model.ts'
import { enteredSessions } from './queries/dates.ts'
import { changeSession, removeSession } from './queries/edit.ts'
import { keepSession } from './testing.ts'

const testing = await testApp()
const { services, as, asOther, userId, otherOrganisationId } = testing
const { kysely, owner } = services.database
await as('editor')
await asOther('administrator')
const editor = await userId('editor')
const stranger = await userId('administrator', true)

const LIBRARY = '2027-06-17'
const corrects = { body: 'security-council', corrects: 'council-mandate-unama-2027', name: 'Mandate', ends: null }

/** What somebody's calendar says of the session. */
async function told(asker: Asker = null): Promise<{ starts: string; sequence: number; changed: number }> {
  const [from, to] = ['2027-01-01', '2027-12-31']
  const dates = await reading(kysely, asker, tx => publicDates(tx, from, to, null))
  const uid = `session.${corrects.corrects}@open1325`
  const { day, sequence, changedAt } = entriesBetween(dates, from, to, NO_FILTER).find(entry => entry.uid === uid)!
  return { starts: day, sequence, changed: changedAt.getTime() }
}

async function change(id: string, facts: object): Promise<void> {
  await changing(kysely, editor, { act: 'session.change' }, async tx => {
    const now = (await enteredSessions(tx)).find(one => one.id === id)!
    await changeSession(tx, id, now.version, { ...now, ...facts })
  })
}
const remove = (asker: string, id: string) =>
  changing(kysely, asker, { act: 'session.remove' }, tx => removeSession(tx, id))

function expectNeverFalls(numbers: number[]) {
  expect(numbers).toEqual(numbers.toSorted((a, b) => a - b))
}

test('a correction that is entered, moved, hidden, shown again and given back, and another’s above it, let the number only grow', async () => {
  const seen = [await told()]
  const then = async (work: Promise<unknown>) => {
    await work
    seen.push(await told())
  }
  const id = await keepSession(testing, { ...corrects, starts: '2027-06-18' })
  await then(change(id, { starts: '2027-06-19' }))
  await then(change(id, { visibility: 'organisation' }))
  await then(change(id, { visibility: 'public', starts: '2027-06-20' }))
  const other = await keepSession(testing, { ...corrects, organisation_id: otherOrganisationId, starts: '2027-06-21' })
  seen.push(await told())
  await then(remove(stranger, other))
  await then(remove(editor, id))
  expect(seen.map(({ starts }) => starts)).toEqual([
    LIBRARY,
    '2027-06-19',
    LIBRARY,
    '2027-06-20',
    '2027-06-21',
    '2027-06-20',
    LIBRARY,
  ])
  expectNeverFalls(seen.map(({ sequence }) => sequence))
  expectNeverFalls(seen.map(({ changed }) => changed))
  expect(seen.at(-1)!.sequence).toBeGreaterThan(seen[0]!.sequence)
})

test('a member’s calendar does so as well, when a correction of her organisation alone is given back and when she leaves', async () => {
  const before = await told()
  const seen = [await told(editor)]
  const id = await keepSession(testing, { ...corrects, starts: '2027-06-22', visibility: 'organisation' })
  seen.push(await told(editor))
  expect(await told(), 'the public hears nothing of it').toEqual(before)
  await remove(editor, id)
  seen.push(await told(editor))
  expect(seen.map(({ starts }) => starts)).toEqual([LIBRARY, '2027-06-22', LIBRARY])
  await owner.query('update membership set until = now() where user_id = $1', [editor])
  seen.push(await told(editor))
  expectNeverFalls(seen.map(({ sequence }) => sequence))
  expect(await told(), 'the public hears nothing of it').toEqual(before)
})
