import { readFileSync } from 'node:fs'
import { format, resolveConfig } from 'prettier'
import { expect, test } from 'vitest'
import { testDatabase } from '../testing/database.ts'
import { describeTables } from './describe-tables.ts'

const { owner, app, auth } = await testDatabase()

test('the types of the tables are those of the migrated schema (else: npm run tables)', async () => {
  const path = new URL('tables.ts', import.meta.url).pathname
  const described = await format(await describeTables(owner), { ...(await resolveConfig(path)), parser: 'typescript' })
  expect(readFileSync(path, 'utf8')).toBe(described)
})

test('the roles that the application acts as own no table and are not above row-level security', async () => {
  const { rows } = await owner.query(`
    select rolname, rolsuper or rolbypassrls or rolcreaterole or rolcreatedb as mighty,
      exists (select from pg_class where relowner = pg_roles.oid) as owns
    from pg_roles where rolname in ('open1325_app', 'open1325_auth', 'open1325_jobs') order by 1`)
  expect(rows).toEqual([
    { rolname: 'open1325_app', mighty: false, owns: false },
    { rolname: 'open1325_auth', mighty: false, owns: false },
    { rolname: 'open1325_jobs', mighty: false, owns: false },
  ])
})

test('the application cannot make tables', async () => {
  await expect(app.query('create table public.mine ()')).rejects.toThrow('permission denied')
  await expect(auth.query('create table public.mine ()')).rejects.toThrow('permission denied')
})

test('every table that the application may read decides by row-level security', async () => {
  const { rows } = await owner.query(`
    select relname from pg_class
    where relnamespace = 'public'::regnamespace and relkind = 'r' and not relrowsecurity
      and has_table_privilege('open1325_app', oid, 'select')`)
  expect(rows).toEqual([])
})

test('numbers come as numbers, a day as its date, and an instant as a Date', async () => {
  const { rows } = await app.query(`select 12::bigint as count, 0.1::numeric as share, date '2000-10-31' as day,
    timestamptz '2000-10-31 12:00+00' as instant`)
  expect(rows).toEqual([{ count: 12, share: 0.1, day: '2000-10-31', instant: new Date('2000-10-31T12:00:00Z') }])
})

test('names are sorted as people sort them, whatever the accent or the case', async () => {
  const { rows } = await app.query(
    `select name from unnest(array['Zambia', 'Éire', 'albania', 'Eritrea']) as name order by name`,
  )
  expect(rows.map(row => row.name)).toEqual(['albania', 'Éire', 'Eritrea', 'Zambia'])
})

test('a word is found without the quotation marks around it, in every script', async () => {
  const { rows } = await app.query(`select to_tsvector('simple', '“peace” «paix» السلام، Мир') @@
    to_tsquery('simple', 'peace & paix & السلام & мир') as found`)
  expect(rows).toEqual([{ found: true }])
})
