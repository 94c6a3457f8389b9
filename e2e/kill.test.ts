import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { afterAll, expect, test } from 'vitest'
import { readConfig } from '../app/platform/config.ts'
import { openDatabase } from '../app/platform/database/index.ts'
import { removeHome } from '../app/platform/database/postgres-home.ts'
import { checkHistory } from '../app/platform/history.ts'

const KILLS = 20
const writer = fileURLToPath(new URL('../app/platform/testing/hold-database.ts', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'open1325-kill-'))
chmodSync(folder, 0o711)
const home = join(folder, 'postgres')
let running: ChildProcess | undefined

afterAll(() => {
  running?.kill('SIGKILL')
  removeHome(home)
  rmSync(folder, { recursive: true })
})

const killOpen1325 = (writer: ChildProcess) => void writer.kill('SIGKILL')
const killBoth = (writer: ChildProcess) => {
  writer.kill('SIGKILL')
  process.kill(postmaster(), 'SIGKILL')
}
const killPostgresFirst = (writer: ChildProcess) => {
  process.kill(postmaster(), 'SIGKILL')
  writer.kill('SIGKILL')
}
/** Open1325 alone leaves PostgreSQL behind; a dead PostgreSQL leaves its backends behind for a second. */
const kills = [killOpen1325, killBoth, killOpen1325, killPostgresFirst]

function postmaster(): number {
  return Number(readFileSync(join(home, 'cluster/postmaster.pid'), 'utf8').split('\n')[0])
}

/** Starts a writer, and kills it a moment after its first confirmed change. @returns the changes that it confirmed */
async function oneLife(kill: (writer: ChildProcess) => void, moment: number): Promise<string[]> {
  const env = { ...process.env, OPEN1325_DATA: folder, NODE_OPTIONS: '' }
  const child = spawn(process.execPath, [writer], { env, stdio: ['ignore', 'pipe', 'pipe'] })
  running = child
  let complaint = ''
  child.stderr.on('data', chunk => (complaint += chunk))
  const exit = once(child, 'exit')
  const confirmed: string[] = []
  let killed = false
  for await (const line of createInterface(child.stdout)) {
    if (line !== 'open') confirmed.push(line)
    if (killed || confirmed.length === 0) continue
    killed = true
    void wait(moment).then(() => kill(child))
  }
  await exit
  expect(confirmed.length, complaint).toBeGreaterThan(0)
  return confirmed
}

test(
  `after ${KILLS} kills with -9, every change that was confirmed is there, and the next start is not blocked`,
  {
    timeout: 300_000,
  },
  async () => {
    const confirmed: string[] = []
    for (let life = 0; life < KILLS; life++) {
      const kill = kills[life % kills.length] ?? killOpen1325
      confirmed.push(...(await oneLife(kill, (life * 37) % 150)))
    }

    const database = await openDatabase(readConfig({ OPEN1325_DATA: folder }))
    try {
      const { rows } = await database.owner.query<{ id: string }>('select id from organisation')
      const kept = new Set(rows.map(row => row.id))
      expect(confirmed.filter(id => !kept.has(id))).toEqual([])
      expect((await checkHistory(database.owner)).broken).toEqual([])
    } finally {
      await database.close()
    }
  },
)
