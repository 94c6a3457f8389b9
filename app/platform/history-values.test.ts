/** Values that came together have one line of history, with a digest of them all. */
import { randomUUID } from 'node:crypto'
import { beforeAll, beforeEach, expect, test } from 'vitest'
import { checkHistory } from './history.ts'
import { testDatabase } from './testing/database.ts'

const { owner } = await testDatabase()
let organisation: string
let indicator: string

beforeAll(async () => {
  const { rows } = await owner.query<{ organisation: string; indicator: string }>(`
    with o as (insert into organisation (name) values ('Ours') returning id),
      f as (insert into framework (organisation_id, code, titles) select id, 'ours', '{"en":"F"}' from o returning id, organisation_id),
      i as (insert into indicator (framework_id, organisation_id, code, titles, value_kind)
        select id, organisation_id, '1', '{"en":"I"}', 'number' from f returning id, organisation_id)
    select i.id as indicator, i.organisation_id as organisation from i`)
  ;({ organisation, indicator } = rows[0]!)
})

/** Puts in one value for each of these years, in one statement. */
async function putIn(years: number[], change: string = randomUUID()) {
  const client = await owner.connect()
  try {
    await client.query('begin')
    await client.query(
      `select set_config('open1325.change', $1, true), set_config('open1325.act', 'import.put-in', true)`,
      [change],
    )
    await client.query(
      `insert into observation (indicator_id, organisation_id, period, value_kind, number, voice, place)
       select $1, $2, year, 'number', 10, 'government', $4 from unnest($3::text[]) as year`,
      [indicator, organisation, years.map(String), change],
    )
    await client.query('commit')
  } catch (error) {
    await client.query('rollback')
    throw error
  } finally {
    client.release()
  }
  return change
}

let change: string
beforeEach(async () => {
  change = await putIn([2019, 2020, 2021])
})

const lines = async () => {
  const { rows } = await owner.query(`select id, act, row_key, after from history where change = $1 order by id`, [
    change,
  ])
  return rows
}

/** What is found after somebody who owns the database got round its triggers; then everything is put back. */
async function foundAfter(tampering: string): Promise<string[]> {
  const behind = async (...statements: string[]) => {
    await owner.query('alter table observation disable trigger user')
    for (const statement of statements) await owner.query(statement)
    await owner.query('alter table observation enable trigger user')
  }
  await owner.query('create table kept as table observation')
  await behind(tampering)
  const { broken } = await checkHistory(owner)
  await behind('delete from observation', 'insert into observation table kept', 'drop table kept')
  expect((await checkHistory(owner)).broken).toEqual([])
  return broken
}

test('an import of many values is one line, and the history is whole', async () => {
  expect(await lines()).toEqual([
    {
      id: expect.any(Number),
      act: 'import.put-in',
      row_key: change,
      after: { rows: 3, sha256: expect.stringMatching(/^[0-9a-f]{64}$/) },
    },
  ])
  expect((await checkHistory(owner)).broken).toEqual([])
})

test.each([
  ['changed', `update observation set number = 100 where change = $ and period = '2020'`],
  ['moved to another year', `update observation set period = '1999' where change = $ and period = '2020'`],
  ['said by another voice', `update observation set voice = 'civil-society' where change = $ and period = '2020'`],
  ['taken out', `delete from observation where change = $ and period = '2020'`],
  [
    'put in with them',
    `insert into observation (indicator_id, organisation_id, period, value_kind, number, voice, change)
     select indicator_id, organisation_id, '2022', 'number', 1, voice, change from observation where change = $ limit 1`,
  ],
])('a value that was %s behind the history is found', async (_, tampering) => {
  const [line] = await lines()
  expect(await foundAfter(tampering.replace('$', `'${change}'`))).toEqual([
    `The values that change ${line.id} brought are not as they were.`,
  ])
})

test('a value that says it came with a change that there was not is found', async () => {
  const found = await foundAfter(
    `update observation set change = gen_random_uuid() where change = '${change}' and period = '2020'`,
  )
  expect(found).toEqual([
    expect.stringMatching(/^The observation \S+ is not in the history\.$/),
    expect.stringMatching(/^The values that change \d+ brought are not as they were\.$/),
  ])
})

test('showing values to others, taking them back and putting another in their place is no tampering', async () => {
  await owner.query(`update observation set visibility = 'public' where change = $1`, [change])
  await owner.query(`update observation set withdrawn_at = now() where change = $1 and period = '2019'`, [change])
  await owner.query(
    `with later as (
       insert into observation (id, indicator_id, organisation_id, period, value_kind, number, voice, visibility)
       select uuidv7(), indicator_id, organisation_id, '2020', 'number', 11, voice, 'public' from observation
       where change = $1 and period = '2020' returning id
     ) update observation set superseded_by = later.id from later where change = $1 and period = '2020'`,
    [change],
  )
  expect((await checkHistory(owner)).broken).toEqual([])
})

test('a value that was shown to others behind the history, after it was shown to them openly, is named', async () => {
  await owner.query(`update observation set visibility = 'partners' where change = $1 and period = '2021'`, [change])
  const { rows } = await owner.query(`select id from observation where change = $1 and period = '2021'`, [change])
  const { rows: last } = await owner.query('select max(id) as id from history')
  expect(await foundAfter(`update observation set visibility = 'public' where id = '${rows[0].id}'`)).toEqual([
    `The observation ${rows[0].id} is not as the history left it (change ${last[0].id}).`,
  ])
})

test('values that are shown, replaced or withdrawn together are one line that says what became of each', async () => {
  const told = async () => (await owner.query('select before, after from history order by id desc limit 1')).rows[0]
  const { rows } = await owner.query<{ id: string }>('select id from observation where change = $1 order by period', [
    change,
  ])
  await owner.query(`update observation set visibility = 'public' where change = $1`, [change])
  expect(await told()).toEqual({
    before: { rows: 3, was: Object.fromEntries(rows.map(({ id }) => [id, { visibility: 'organisation' }])) },
    after: { rows: 3, became: Object.fromEntries(rows.map(({ id }) => [id, { visibility: 'public' }])) },
  })
  await owner.query(`update observation set withdrawn_at = now() where change = $1`, [change])
  expect((await told()).before.was[rows[0]!.id]).toEqual({ withdrawn_at: null })
  expect((await checkHistory(owner)).broken).toEqual([])
  const { rows: last } = await owner.query('select max(id) as id from history')
  for (const tampering of [
    `update observation set visibility = 'partners' where id = '${rows[1]!.id}'`,
    `update observation set withdrawn_at = null where id = '${rows[1]!.id}'`,
  ])
    expect(await foundAfter(tampering)).toEqual([
      `The observation ${rows[1]!.id} is not as the history left it (change ${last[0].id}).`,
    ])
})

test('what a single value says is held to its own line also after it was withdrawn together with others', async () => {
  const one = await putIn([2030])
  await owner.query(`update observation set withdrawn_at = now() where change = any ($1)`, [[one, change]])
  const { rows } = await owner.query(
    `select id, (select max(id) from history) as last from observation where change = $1`,
    [one],
  )
  expect(await foundAfter(`update observation set number = 3 where change = '${one}'`)).toEqual([
    `The observation ${rows[0].id} is not as the history left it (change ${rows[0].last}).`,
  ])
})

test('what the owner of the database changes of values themselves is told value by value', async () => {
  await owner.query(`update observation set source = 'Yearbook' where change = $1`, [change])
  const { rows } = await owner.query(
    `select h.before ->> 'source' as before, h.after ->> 'source' as after from history h join observation o on o.id::text = h.row_key
     where o.change = $1`,
    [change],
  )
  expect(rows).toEqual(Array.from({ length: 3 }, () => ({ before: null, after: 'Yearbook' })))
  await owner.query('update observation set source = null where change = $1', [change])
})

test('a single value has its own line, with all that it says', async () => {
  change = await putIn([2023])
  const [line, ...more] = await lines()
  expect(more).toEqual([])
  expect(line.after).toMatchObject({ period: '2023', number: 10, id: line.row_key })
  expect(await foundAfter(`update observation set number = 3 where change = '${change}'`)).toEqual([
    `The observation ${line.row_key} is not as the history left it (change ${line.id}).`,
  ])
})

test('one change puts many values in once: a second time in the same change is refused', async () => {
  await expect(putIn([2024, 2025], change)).rejects.toThrow('one change puts in values once')
})
