import { beforeAll, expect, test } from 'vitest'
import { checkHistory } from './history.ts'
import { testDatabase } from './testing/database.ts'

const { owner } = await testDatabase()
const ids = new Map<string, string>()

beforeAll(async () => {
  for (const name of ['First', 'Second', 'Third', 'Fourth']) {
    const { rows } = await owner.query<{ id: string }>('insert into organisation (name) values ($1) returning id', [
      name,
    ])
    ids.set(name, rows[0]?.id ?? '')
  }
  await owner.query(`update organisation set name = 'Fifth' where name = 'Fourth'`)
})

/** What is found after somebody who owns the database got round its triggers; then everything is put back. */
async function foundAfter(...tampering: string[]): Promise<string[]> {
  await owner.query('create table kept as table history; create table kept_organisation as table organisation')
  await withoutTriggers(...tampering)
  const { broken } = await checkHistory(owner)
  await withoutTriggers(
    'truncate history; insert into history table kept; drop table kept',
    'delete from organisation; insert into organisation table kept_organisation; drop table kept_organisation',
  )
  return broken
}

async function withoutTriggers(...statements: string[]) {
  await owner.query(
    [
      'alter table history disable trigger user; alter table organisation disable trigger user',
      ...statements,
      'alter table history enable trigger user; alter table organisation enable trigger user',
    ].join(';'),
  )
}

test('a history that nobody touched is whole', async () => {
  const { changes, last, broken } = await checkHistory(owner)
  expect({ changes, broken }).toEqual({ changes: 5, broken: [] })
  expect(last).toMatch(/^[0-9a-f]{64}$/)
})

test('a change whose words were altered is named', async () => {
  expect(await foundAfter(`update history set who = 'somebody else' where id = 2`)).toEqual([
    'Change 2 was altered: its hash is not that of its content.',
  ])
})

test('a change that was altered together with its hash breaks the chain after it', async () => {
  const forged = `update history h set who = 'somebody else' where id = 2; update history h set hash = app.history_hash(h) where id = 2`
  expect(await foundAfter(forged)).toEqual(['Change 3 does not follow 2: the chain is broken.'])
})

test('a change that was taken out is missed', async () => {
  const found = await foundAfter('delete from history where id = 5', 'delete from history where id in (2, 3)')
  expect(found.toSorted()).toEqual(
    [
      'Changes 2 to 3 are missing.',
      `The organisation ${ids.get('Fourth')} is not as the history left it (change 4).`,
      ...['Second', 'Third'].map(name => `The organisation ${ids.get(name)} is not in the history.`),
    ].toSorted(),
  )
})

test('a row that was changed behind the history is named with its last change', async () => {
  expect(await foundAfter(`update organisation set name = 'Other' where name = 'Fifth'`)).toEqual([
    `The organisation ${ids.get('Fourth')} is not as the history left it (change 5).`,
  ])
})

test('a row that was removed behind the history is missed', async () => {
  expect(await foundAfter(`delete from organisation where name = 'First'`)).toEqual([
    `The organisation ${ids.get('First')} is gone, which the history does not know (change 1).`,
  ])
})

test('a row that was put in behind the history is named', async () => {
  const id = '00000000-0000-4000-8000-000000000000'
  expect(await foundAfter(`insert into organisation (id, name) values ('${id}', 'Made up')`)).toEqual([
    `The organisation ${id} is not in the history.`,
  ])
})
