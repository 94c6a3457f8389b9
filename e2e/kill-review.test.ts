/** The server is killed while rows are being confirmed: what it said was saved is there when it comes back. */
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { request, type APIRequestContext } from 'playwright-core'
import { expect, test } from 'vitest'
import { freePort, startServer, type RunningServer } from './harness.ts'
import { PASSWORD } from './steps.ts'

const KILLS = 20

interface Row {
  id: string
  text: string
  version: number
  state: 'read' | 'confirmed'
}
interface ReviewData {
  me: { userId: string }
  items: Row[]
}

async function firstPlan(api: APIRequestContext, server: RunningServer): Promise<string> {
  const form = { organisation: 'Peace Monitor', name: 'Officer', email: 'officer@example.org', password: PASSWORD }
  await api.post(server.firstLink, { form })
  const taken = await api.post('/desk/examples', { form: { example: 'lumaria-2025-2029-en.pdf' } })
  const desk = new URL(taken.url()).pathname
  for (let i = 0; i < 200; i++) {
    const page = await api.get(desk)
    const review = (await page.text()).match(/href="(\/desk\/plans\/[a-z0-9-]+\/review)"/)?.[1]
    if (review) return review
    await wait(200)
  }
  throw new Error('the reading did not end')
}

async function reviewOf(api: APIRequestContext, review: string): Promise<ReviewData> {
  const html = await (await api.get(review + '?show=all')).text()
  const json = html.match(/<script type="application\/json" id="review-data">(.*?)<\/script>/s)?.[1]
  return (JSON.parse(json!) as { data: ReviewData }).data
}

/**
 * Confirms rows with a counted word at their end until the server dies.
 * @param kill called when the first row is saved
 * @returns each row's last saved count, and what was under way
 */
async function confirmUntilKilled(
  api: APIRequestContext,
  review: string,
  data: ReviewData,
  count: { n: number },
  kill: () => void,
) {
  const saved = new Map<string, number>()
  let underWay: { id: string; n: number } | null = null
  const version = new Map(data.items.map(row => [row.id, row.version]))
  for (;;) {
    const row = data.items[count.n % data.items.length]!
    const n = ++count.n
    const text = `${row.text.replace(/ \[\d+\]$/, '')} [${n}]`
    underWay = { id: row.id, n }
    const operation = { act: 'item.edit', item: { id: row.id, version: version.get(row.id) }, text, confirm: true }
    const body = { id: randomUUID(), who: data.me.userId, operation, knows: [], after: 0 }
    const reply = await api.post(review + '/operations', { data: body, timeout: 10_000 }).catch(() => null)
    if (!reply) {
      expect(saved.size, 'rows saved before it died').toBeGreaterThan(0)
      return { saved, underWay }
    }
    expect(reply.status(), await reply.text()).toBe(200)
    if (!saved.size) kill()
    saved.set(row.id, n)
    version.set(row.id, version.get(row.id)! + 1)
  }
}

test(
  `after ${KILLS} kills with -9 while rows are being confirmed, nothing that was acknowledged is lost`,
  {
    timeout: 300_000,
  },
  async () => {
    const dataFolder = mkdtempSync(join(tmpdir(), 'open1325-kill-review-'))
    const port = await freePort()
    let server = await startServer({ dataFolder, port, bare: true })
    const api = await request.newContext({
      baseURL: server.url,
      extraHTTPHeaders: { accept: 'text/html,application/json' },
    })
    try {
      const review = await firstPlan(api, server)
      const count = { n: 0 }
      for (let life = 0; life < KILLS; life++) {
        const data = await reviewOf(api, review)
        const dead = once(server.process, 'exit')
        const kill = () => void wait((life * 37) % 150).then(() => server.process.kill('SIGKILL'))
        const { saved, underWay } = await confirmUntilKilled(api, review, data, count, kill)
        await dead
        server = await startServer({ dataFolder, port, bare: true })
        const after = new Map((await reviewOf(api, review)).items.map(row => [row.id, row]))
        for (const [id, n] of saved) {
          const row = after.get(id)!
          const counted = Number(row.text.match(/\[(\d+)\]$/)?.[1])
          expect(row.state).toBe('confirmed')
          expect(
            counted === n || (underWay?.id === id && counted === underWay.n),
            `row says ${counted}, ${n} was saved`,
          ).toBe(true)
        }
      }
    } finally {
      await api.dispose()
      await server.stop()
      rmSync(dataFolder, { recursive: true, force: true })
    }
  },
)
