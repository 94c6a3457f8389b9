import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readConfig } from '../config.ts'
import { openFiles } from '../files.ts'
import { checkHistory } from '../history.ts'
import { testDatabase } from '../testing/database.ts'
import { ArchiveError, checkArchive } from './archive.ts'
import { backUp } from './backup.ts'
import { installationDigest } from './content.ts'
import { restore } from './restore.ts'

const folder = mkdtempSync(join(tmpdir(), 'open1325-backup-'))
afterAll(() => rmSync(folder, { recursive: true }))
const archive = join(folder, 'backup.tar.gz')

const old = await installation('old')
const empty = await installation('empty')
const another = await installation('another')

async function installation(name: string) {
  const config = readConfig({ OPEN1325_DATA: join(folder, name) })
  return { config, database: await testDatabase(), files: openFiles(config) }
}

beforeAll(async () => {
  const { database, files } = old
  const { sha256, bytes } = await files.put(Buffer.from('%PDF the plan'))
  const annex = await files.put(Buffer.alloc(3_000_000, 'a long annex '))
  await database.owner.query(
    `insert into file (sha256, media_type, bytes) values ($1, 'application/pdf', $2), ($3, 'application/pdf', $4)`,
    [sha256, bytes, annex.sha256, annex.bytes],
  )
  await files.put(Buffer.from('a file that nobody has any more'))
  await database.owner.query(
    `with o as (insert into organisation (name) values ('Women’s Peace Network') returning id),
       p as (insert into instrument (organisation_id, slug, title, file_sha256, file_name, languages)
         select id, 'nigeria-2017', E'Tab\\t, line\\nand “quotes” \\\\ سلام', $1, 'plan.pdf', '{en,ar}' from o returning id, organisation_id)
     insert into item (instrument_id, organisation_id, ref, kind, text, position, cites, confidence)
     select id, organisation_id, n, 'action', repeat('Train police officers. ', 20), n / 3.0,
       '[{"page": 4, "box": [0.1, 2, 3, 4], "quote": "Train"}]', 0.1
     from p, generate_series(1, 8000) n`,
    [sha256],
  )
  // The first item is the last one's child: rows point forward and backward.
  await database.owner.query('update item set parent_id = (select id from item where ref = 8000) where ref = 1')
  await database.owner.query(
    `insert into auth."user" (id, name, email, "emailVerified") values ('u1', 'Amina', 'a@example.org', true)`,
  )
})

test('a backup is the same installation again: its rows, its files, its history, its secret', async () => {
  const made = await backUp(old, archive)
  expect(made.digest).toBe(await installationDigest(old.database.owner, old.files))

  expect(made.files).toBe(2)

  const manifest = await restore(empty, archive)
  expect(manifest).toEqual(made)
  expect(await installationDigest(empty.database.owner, empty.files)).toBe(made.digest)
  expect(readConfig({ OPEN1325_DATA: join(folder, 'empty') }).secret).toBe(old.config.secret)
  expect(await checkHistory(empty.database.owner)).toEqual(await checkHistory(old.database.owner))
})

test('after a restore the history goes on where it was, and still refuses to be rewritten', async () => {
  const before = await checkHistory(empty.database.owner)
  await empty.database.owner.query(`update organisation set name = 'Peace Network'`)
  expect(await checkHistory(empty.database.owner)).toMatchObject({ changes: before.changes + 1, broken: [] })
  await expect(empty.database.owner.query('delete from history')).rejects.toThrow('append-only')
  await expect(empty.database.app.query('create table public.mine ()')).rejects.toThrow('permission denied')
})

test('only an empty installation takes a backup', async () => {
  await expect(restore(old, archive)).rejects.toThrow(/^This installation is not empty/)
})

test('a backup does not take the place of a file that is there', async () => {
  await expect(backUp(old, archive)).rejects.toThrow('is there already')
})

test('a backup in which a single letter was changed is refused, and nothing is written', async () => {
  const bytes = gunzipSync(readFileSync(archive))
  const at = bytes.indexOf('Train police officers.')
  bytes[at] = 'D'.charCodeAt(0)
  const changed = join(folder, 'changed.tar.gz')
  writeFileSync(changed, gzipSync(bytes, { level: 1 }))
  await expect(restore(another, changed)).rejects.toThrow(/is damaged: the table public\.\w+ has changed/)
  const { rows } = await another.database.owner.query('select count(*) as items from item')
  expect(rows).toEqual([{ items: 0 }])
})

test('a backup that was cut off is refused', async () => {
  const cut = join(folder, 'cut.tar.gz')
  const bytes = readFileSync(archive)
  writeFileSync(cut, bytes.subarray(0, bytes.length / 2))
  await expect(checkArchive(cut)).rejects.toThrow(ArchiveError)
})

test.each([
  ['an empty file', Buffer.alloc(0)],
  ['a text', Buffer.from('Women, Peace and Security')],
  ['a zipped text', gzipSync('Women, Peace and Security')],
])('%s is not taken for a backup', async (_, bytes) => {
  const path = join(folder, 'other')
  writeFileSync(path, bytes)
  await expect(checkArchive(path)).rejects.toThrow(/is not a whole backup/)
})

test('a backup that is not there is said to be so', async () => {
  await expect(checkArchive(join(folder, 'nowhere'))).rejects.toThrow('there is no such file')
})

test('a folder is no backup, and a backup needs a folder to be in', async () => {
  await expect(checkArchive(folder)).rejects.toThrow(`${folder} is no file that can be read.`)
  for (const place of [join(folder, 'nowhere/a.backup'), join(archive, 'a.backup')])
    await expect(backUp(old, place)).rejects.toMatchObject({
      name: 'ArchiveError',
      message: `${place} cannot be written: its folder is not there.`,
    })
})

test('a backup of a newer version is refused', async () => {
  const bytes = gunzipSync(readFileSync(archive))
  const at = bytes.indexOf('"name": "001_')
  bytes.write('9', at + '"name": "'.length)
  const newer = join(folder, 'newer.tar.gz')
  writeFileSync(newer, gzipSync(bytes, { level: 1 }))
  await expect(restore(another, newer)).rejects.toThrow(/was made by another version of Open1325 \(it has 901_/)
})
