import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, expect, test } from 'vitest'
import { testDatabase } from '../testing/database.ts'
import { openFolderStore } from './folder.ts'
import { forgetFiles, KEEP_FILES } from './forget.ts'

const folder = mkdtempSync(join(tmpdir(), 'open1325-forget-'))
afterAll(() => rmSync(folder, { recursive: true }))
const { owner } = await testDatabase()
const store = openFolderStore(folder)

test('a file of which a row speaks stays; one of which none does is removed, though not while a backup is made', async () => {
  const kept = await store.put(Buffer.from('%PDF kept'))
  const left = await store.put(Buffer.from('%PDF left'))
  await owner.query(`insert into file (sha256, media_type, bytes) values ($1, 'application/pdf', 9)`, [kept.sha256])

  const backup = await owner.connect()
  await backup.query(KEEP_FILES)
  const forgetting = forgetFiles(owner, store)
  await wait(100)
  expect(await store.has(left.sha256)).toBe(true)
  backup.release(true)

  expect(await forgetting).toBe(1)
  expect(await store.has(left.sha256)).toBe(false)
  expect(await store.has(kept.sha256)).toBe(true)
  expect(await forgetFiles(owner, store)).toBe(0)
})
