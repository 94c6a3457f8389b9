import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readConfig } from '../config.ts'
import { openDatabase } from './index.ts'
import { migrate } from './migrate.ts'
import { removeHome } from './postgres-home.ts'
import { startPostgres, type Postgres } from './postgres.ts'

const folder = mkdtempSync(join(tmpdir(), 'open1325-url-'))
chmodSync(folder, 0o711)
let server: Postgres

beforeAll(async () => {
  // A server of its own: roles belong to a whole server, and these are not ours.
  server = await startPostgres({ folder: join(folder, 'postgres'), settings: { fsync: 'off' } })
  const client = new pg.Client({ ...server.connect, database: 'postgres' })
  await client.connect()
  await client.query('create role strong login createrole')
  await client.query('create role weak login')
  for (const owner of ['strong', 'weak']) await client.query(`create database ${owner} owner ${owner}`)
  await client.end()
})

afterAll(async () => {
  await server.stop()
  removeHome(join(folder, 'postgres'))
  rmSync(folder, { recursive: true })
})

function open(url: string) {
  return openDatabase(readConfig({ OPEN1325_DATA: join(folder, 'data'), DATABASE_URL: url }))
}

function urlOf(user: string) {
  return `postgres://${user}@localhost/${user}?host=${encodeURIComponent(server.connect.host)}`
}

test('a user who may not make roles is told what is missing', async () => {
  const database = await open(urlOf('weak'))
  await expect(migrate(database)).rejects.toThrow('The user in DATABASE_URL may not make roles')
  await database.close()
})

test('on a server of somebody else, a user who may make roles is enough', async () => {
  const database = await open(urlOf('strong'))
  expect((await migrate(database)).length).toBeGreaterThan(0)
  expect(await migrate(database)).toEqual([])
  const { rows } = await database.app.query('select current_user, (select count(*) from organisation) as seen')
  expect(rows).toEqual([{ current_user: 'open1325_app', seen: 0 }])
  await expect(database.app.query('select from auth."user"')).rejects.toThrow('permission denied')
  expect(database.passwordOf('open1325_app')).not.toBe(database.passwordOf('open1325_auth'))
  await database.close()
})

test('a server that does not answer is told from everything else', async () => {
  await expect(open('postgres://nobody@127.0.0.1:1/none')).rejects.toThrow(
    'The database in DATABASE_URL does not answer: connect ECONNREFUSED',
  )
})
