import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { changing } from './access.ts'
import { checkHistory } from './history.ts'
import { testApp } from './testing/app.ts'

const { services, userId, organisationId } = await testApp()
const { kysely, owner } = services.database
const asker = await userId('administrator')

const rename = (name: string) =>
  changing(kysely, asker, { act: 'organisation.rename' }, tx =>
    tx.updateTable('organisation').set({ name }).where('id', '=', organisationId).execute(),
  )

test('Who takes her turn at the end lets others write meanwhile', async () => {
  const done: string[] = []
  await changing(kysely, asker, { act: 'long', turnAtEnd: true }, async tx => {
    await sql`select 1`.execute(tx)
    await rename('While the other one works')
    done.push('other')
    await tx.updateTable('organisation').set({ name: 'At last' }).where('id', '=', organisationId).execute()
  })
  const { rows } = await owner.query('select name from organisation where id = $1', [organisationId])
  expect(rows).toEqual([{ name: 'At last' }])
  expect(done).toEqual(['other'])
})

test('What she wrote before keeps nobody waiting either, and stands in the history when she is done', async () => {
  await changing(kysely, asker, { act: 'long', turnAtEnd: true }, async tx => {
    await tx
      .insertInto('framework')
      .values({ organisation_id: organisationId, code: 'early', titles: '{"en":"Early"}', created_by: asker })
      .execute()
    await rename('After she began to write')
  })
  const { rows } = await owner.query(`select act, who from history order by id desc limit 2`)
  expect(rows).toEqual([
    { act: 'long', who: asker },
    { act: 'organisation.rename', who: asker },
  ])
  expect((await owner.query('select from app.waiting_line')).rowCount).toBe(0)
  expect((await checkHistory(owner)).broken).toEqual([])
})

test('What is given up leaves no line of history behind, and one that was cut off none that waits', async () => {
  const last = async () => (await owner.query('select max(id) as id from history')).rows[0].id
  const before = await last()
  const giveUp = changing(kysely, asker, { act: 'long', turnAtEnd: true }, async tx => {
    await tx.updateTable('organisation').set({ name: 'Never' }).where('id', '=', organisationId).execute()
    throw new Error('Cancelled')
  })
  await expect(giveUp).rejects.toThrow('Cancelled')
  expect(await last()).toBe(before)
  expect((await owner.query('select from app.waiting_line')).rowCount).toBe(0)
})

test('Nobody of the application reads or writes what waits', async () => {
  for (const statement of ['select * from app.waiting_line', `insert into app.waiting_line (line) values ('{}')`])
    await expect(changing(kysely, asker, { act: 'try' }, tx => sql.raw(statement).execute(tx))).rejects.toThrow(
      'permission denied',
    )
})

test('Many who write at once, each rows of her own, early or at the end, leave one whole chain', async () => {
  const add = (n: number) =>
    changing(kysely, asker, { act: 'framework.add', turnAtEnd: n % 2 === 0 }, tx =>
      tx
        .insertInto('framework')
        .values({ organisation_id: organisationId, code: `set-${n}`, titles: '{"en":"A set"}', created_by: asker })
        .execute(),
    )
  await Promise.all(Array.from({ length: 12 }, (_, n) => add(n)))
  expect((await checkHistory(owner)).broken).toEqual([])
})
