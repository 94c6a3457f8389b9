import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeEach, expect, test } from 'vitest'
import { testDatabase } from '../testing/database.ts'
import { migrate, MigrationError } from './migrate.ts'

const database = await testDatabase()
const root = mkdtempSync(join(tmpdir(), 'open1325-migrations-'))
afterAll(() => rmSync(root, { recursive: true }))

let folder = root
beforeEach(async ({ task }) => {
  await database.owner.query('drop schema public cascade; create schema public')
  folder = join(root, task.id)
  mkdirSync(folder)
  write('001_plan.sql', 'create table plan (title text);')
  write('002_page.sql', 'create table page (number int);')
})

function write(name: string, sql: string) {
  writeFileSync(join(folder, name), sql)
}

test('migrations are applied in order, each once', async () => {
  expect(await migrate(database, { folder })).toEqual(['001_plan.sql', '002_page.sql'])
  expect(await migrate(database, { folder })).toEqual([])
  write('003_item.sql', 'alter table page add column text text;')
  expect(await migrate(database, { folder })).toEqual(['003_item.sql'])
})

test('a migration that fails leaves nothing behind, and names its line', async () => {
  write('003_item.sql', 'create table item (id int);\ncreate table item (id int);\n')
  const migrating = migrate(database, { folder })
  await expect(migrating).rejects.toThrow(MigrationError)
  await expect(migrating).rejects.toThrow('Migration 003_item.sql failed: relation "item" already exists.')
  write('003_item.sql', 'create table item (id int);\nselect wrong;\n')
  await expect(migrate(database, { folder })).rejects.toThrow('Migration 003_item.sql, line 2 failed: column "wrong"')
  write('003_item.sql', 'create table item (id int);')
  expect(await migrate(database, { folder })).toEqual(['003_item.sql'])
})

test('a migration that was changed after it was applied stops the start', async () => {
  await migrate(database, { folder })
  write('001_plan.sql', 'create table plan (name text);')
  await expect(migrate(database, { folder })).rejects.toThrow('Migration 001_plan.sql was changed after it was applied')
})

test('a database of a newer version stops the start', async () => {
  await migrate(database, { folder })
  rmSync(join(folder, '002_page.sql'))
  await expect(migrate(database, { folder })).rejects.toThrow(
    'made by another version of Open1325 (it has 002_page.sql)',
  )
})

test('a gap in the numbers is refused', async () => {
  write('004_item.sql', 'select 1')
  await expect(migrate(database, { folder })).rejects.toThrow('Migration 004_item.sql breaks the order')
})

test('two that start at once take turns', async () => {
  const applied = await Promise.all([migrate(database, { folder }), migrate(database, { folder })])
  expect(applied.flat()).toEqual(['001_plan.sql', '002_page.sql'])
})
