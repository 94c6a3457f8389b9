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
