import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { afterAll, expect, test } from 'vitest'
import { InUseError, lockHolder, takeLock } from './instance-lock.ts'
import { removeHome } from './postgres-home.ts'
import { runningPostgres, startPostgres, type Connect } from './postgres.ts'

const folder = mkdtempSync(join(tmpdir(), 'open1325-postgres-'))
chmodSync(folder, 0o711)
const home = join(folder, 'postgres')
const settings = { fsync: 'off' }
afterAll(() => {
  removeHome(home)
  rmSync(folder, { recursive: true })
})

async function ask(connect: Connect, question: string): Promise<unknown> {
  const client = new pg.Client({ ...connect, database: 'postgres' })
  await client.connect()
  try {
    return (await client.query({ text: question, rowMode: 'array' })).rows[0]?.[0]
  } finally {
    await client.end()
  }
}

function postmaster(): number {
  return Number(readFileSync(join(home, 'cluster/postmaster.pid'), 'utf8').split('\n')[0])
}

test('PostgreSQL runs, keeps its data over a stop, and is reached by no network', async () => {
  const first = await startPostgres({ folder: home, settings })
  await ask(first.connect, `create table kept as select 'Resolution 1325' as text`)
  expect(await ask(first.connect, 'show listen_addresses')).toBe('')
  expect(statSync(first.connect.host).mode & 0o777).toBe(0o700)
  await first.stop()

  const second = await startPostgres({ folder: home, settings })
  expect(await ask(second.connect, 'select text from kept')).toBe('Resolution 1325')
  await second.stop()
})

test('what is confirmed is on the disk, unless a test says that it need not be', async () => {
  const postgres = await startPostgres({ folder: home })
  expect(await ask(postgres.connect, 'show fsync')).toBe('on')
  expect(await ask(postgres.connect, 'show synchronous_commit')).toBe('on')
  await postgres.stop()
})

test('a second instance on the same folder is refused, and told who has it', async () => {
  const postgres = await startPostgres({ folder: home, settings })
  const second = startPostgres({ folder: home, settings })
  await expect(second).rejects.toThrow(InUseError)
  await expect(second).rejects.toThrow(`is in use by process ${process.pid}: stop that one first.`)
  expect(await ask(postgres.connect, 'select 1')).toBe(1)
  await postgres.stop()
})

test('a command beside a running instance finds its PostgreSQL, and none where nothing runs', async () => {
  expect(runningPostgres(home)).toBeNull()
  expect(runningPostgres(join(folder, 'nowhere'))).toBeNull()
  const postgres = await startPostgres({ folder: home, settings })
  expect(runningPostgres(home)).toEqual(postgres.connect)
  await postgres.stop()
})

test('when PostgreSQL is killed it is started again under the same address', async () => {
  const restarted = Promise.withResolvers<string>()
  const postgres = await startPostgres({ folder: home, settings, onRestart: restarted.resolve })
  const killed = postmaster()
  process.kill(killed, 'SIGKILL')
  expect(await restarted.promise).toContain('SIGKILL')
  await expect.poll(() => ask(postgres.connect, 'select 1'), { timeout: 25_000 }).toBe(1)
  expect(postmaster()).not.toBe(killed)
  await postgres.stop()
})

test('what a killed Open1325 left running is stopped, and the next start is not blocked', async () => {
  const holder = spawn(process.execPath, [fileURLToPath(new URL('../testing/hold-database.ts', import.meta.url))], {
    env: { ...process.env, OPEN1325_DATA: folder, NODE_OPTIONS: '' },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  await once(holder.stdout, 'data')
  const left = postmaster()
  holder.kill('SIGKILL')
  await once(holder, 'exit')
  expect(() => process.kill(left, 0)).not.toThrow()

  const postgres = await startPostgres({ folder: home, settings })
  expect(postmaster()).not.toBe(left)
  expect(await ask(postgres.connect, 'select text from kept')).toBe('Resolution 1325')
  await postgres.stop()
})

test('a number in postmaster.pid that belongs to some other program by now blocks nothing and harms nobody', async () => {
  const other = spawn(process.execPath, ['-e', 'setTimeout(() => {}, 60_000)'], { stdio: 'ignore' })
  writeFileSync(join(home, 'cluster/postmaster.pid'), `${other.pid}\n${join(home, 'cluster')}\n`)
  const postgres = await startPostgres({ folder: home, settings })
  expect(await ask(postgres.connect, 'select 1')).toBe(1)
  expect(other.exitCode).toBeNull()
  await postgres.stop()
  other.kill()
})

test('a folder with a very long name works: the socket stands elsewhere', async () => {
  const long = join(folder, 'women-peace-and-security-'.repeat(6))
  mkdirSync(long, { mode: 0o711 })
  const postgres = await startPostgres({ folder: join(long, 'postgres'), settings })
  expect(postgres.connect.host).toMatch(/^\/tmp\//)
  expect(await ask(postgres.connect, 'select 1')).toBe(1)
  await postgres.stop()
  expect(() => statSync(postgres.connect.host)).toThrow('ENOENT')
})

test('a lock of a process that is gone, or of another with the same number, does not block', () => {
  const locked = join(folder, 'locked')
  mkdirSync(locked)
  writeFileSync(join(locked, 'lock'), JSON.stringify({ pid: process.pid, started: 'another day' }))
  expect(lockHolder(locked)).toBeNull()
  const giveBack = takeLock(locked)
  expect(lockHolder(locked)).toBe(process.pid)
  expect(() => takeLock(locked)).toThrow(InUseError)
  giveBack()
  expect(lockHolder(locked)).toBeNull()
})
