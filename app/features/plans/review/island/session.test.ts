import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { wordsOf } from '../../../../platform/languages.ts'
import type { ReviewData, View } from '../context.ts'
import type { Operation } from '../operation.ts'
import { fewRows } from '../testing.ts'
import { makeSession, type Session } from './session.ts'
import { keptIn } from './storage.ts'
import type { Reply, Wire } from './wire.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

/** A server that can be away, and that does an operation once for each id. */
function aServer() {
  const server = {
    away: false,
    /** The reply is lost although the operation was done. */
    losesReplies: false,
    sent: [] as string[],
    done: new Set<string>(),
    answer: (_operation: Operation): Reply | null => null,
  }
  const nothing = { last: 10, items: [], by: {} }
  const wire: Wire = {
    async send({ id, operation }) {
      if (server.away) return { state: 'lost' }
      server.sent.push(id)
      server.done.add(id)
      if (server.losesReplies) return { state: 'lost' }
      return server.answer(operation) ?? { state: 'done', news: nothing }
    },
    news: async () => (server.away ? 'lost' : nothing),
    words: async () => null,
  }
  return { server, wire }
}

/** The browser's storage, which outlives the page. */
function aBrowser() {
  const entries = new Map<string, string>()
  return {
    getItem: (key: string) => entries.get(key) ?? null,
    setItem: (key: string, value: string) => void entries.set(key, value),
    removeItem: (key: string) => void entries.delete(key),
    key: (n: number) => [...entries.keys()][n] ?? null,
    get length() {
      return entries.size
    },
  }
}

const view: View = { show: 'all', page: 25, selected: 'd', tool: null, zoom: 1, kept: [] }
const data: ReviewData = {
  plan: { id: 'plan', slug: 'plan', title: 'A plan', languages: ['en'], published: false },
  me: { userId: 'amina', canChange: true, editor: false },
  pages: [],
  items: fewRows(),
  changes: [],
  last: 10,
  names: {},
}
let count = 0

function open(wire: Wire, browser: ReturnType<typeof aBrowser>): Session {
  const session = makeSession({
    data,
    view,
    words: wordsOf('en'),
    wire,
    kept: keptIn(browser, 'amina plan'),
    newId: () => `operation ${++count}`,
    now: () => new Date(1_800_000_000_000 + count).toISOString(),
    visible: () => true,
    changed: () => {},
  })
  session.start()
  return session
}

const rekind = (id: string): Operation => ({ act: 'item.rekind', item: { id, version: 1 }, kind: 'output' })
const kindOf = (session: Session, id: string) => session.state().items.find(item => item.id === id)?.kind
const waiting = (session: Session) => session.state().shared.queue.length

test('what one does while the server is away is sent in order when it is back', async () => {
  const { server, wire } = aServer()
  const session = open(wire, aBrowser())
  server.away = true
  session.run(rekind('d'))
  session.run(rekind('f'))
  await vi.advanceTimersByTimeAsync(5_000)
  expect(session.state().connection).toBe('lost')
  expect(kindOf(session, 'd')).toBe('output')
  const ids = session.state().shared.queue.map(({ id }) => id)
  server.away = false
  await vi.advanceTimersByTimeAsync(20_000)
  expect(server.sent).toEqual(ids)
  expect(waiting(session)).toBe(0)
  expect(session.state().connection).toBe('ok')
})

test('a page that is loaded again goes on with what was not saved', async () => {
  const { server, wire } = aServer()
  const browser = aBrowser()
  server.away = true
  open(wire, browser).run(rekind('d'))
  await vi.advanceTimersByTimeAsync(100)
  const again = open(wire, browser)
  expect(kindOf(again, 'd')).toBe('output')
  server.away = false
  await vi.advanceTimersByTimeAsync(20_000)
  expect(waiting(again)).toBe(0)
  expect(server.done.size).toBe(1)
})

test('an operation whose answer was lost is sent again under the same id', async () => {
  const { server, wire } = aServer()
  const session = open(wire, aBrowser())
  server.losesReplies = true
  session.run(rekind('d'))
  await vi.advanceTimersByTimeAsync(4_000)
  server.losesReplies = false
  await vi.advanceTimersByTimeAsync(10_000)
  expect(new Set(server.sent).size).toBe(1)
  expect(server.sent.length).toBeGreaterThan(1)
  expect(waiting(session)).toBe(0)
})

test('what is kept belongs to one person and one plan', () => {
  const browser = aBrowser()
  const { server, wire } = aServer()
  server.away = true
  open(wire, browser).run(rekind('d'))
  expect(keptIn(browser, 'bintou plan').load()).toEqual([])
  expect(keptIn(browser, 'amina plan').load()).toHaveLength(1)
})

test('a refused operation stays, with its sentence, until the person decides', async () => {
  const { server, wire } = aServer()
  const browser = aBrowser()
  const session = open(wire, browser)
  server.answer = () => ({ state: 'conflict', sentence: 'Bintou changed row 4', rowId: 'd', news: null })
  session.run(rekind('d'))
  await vi.advanceTimersByTimeAsync(100)
  const [refused] = session.state().shared.queue
  expect(refused?.refused).toMatchObject({ sentence: 'Bintou changed row 4', conflict: true })
  expect(kindOf(session, 'd')).toBe('action')

  server.answer = () => null
  session.again(refused!.id)
  await vi.advanceTimersByTimeAsync(100)
  expect(waiting(session)).toBe(0)
  expect(server.sent.at(-1)).not.toBe(refused!.id)
})

test('what cannot be done is said at once and never sent', async () => {
  const { server, wire } = aServer()
  const session = open(wire, aBrowser())
  expect(session.run({ act: 'item.move', item: { id: 'a', version: 1 }, parentId: 'd' })).toMatch(/under itself/)
  await vi.advanceTimersByTimeAsync(100)
  expect(server.sent).toEqual([])
})

test('others’ changes come in with their names', async () => {
  const { wire } = aServer()
  const theirs = { ...fewRows()[3]!, version: 2, text: 'Theirs' }
  const session = open({ ...wire, news: async () => ({ last: 11, items: [theirs], by: { d: 'bintou' } }) }, aBrowser())
  await vi.advanceTimersByTimeAsync(100)
  expect(session.state().items.find(item => item.id === 'd')?.text).toBe('Theirs')
  expect([...session.state().touched.keys()]).toEqual(['d'])
})

test('an unfinished text outlives the page', () => {
  const { wire } = aServer()
  const browser = aBrowser()
  open(wire, browser).draft('d', { text: 'Half a sen' })
  expect(open(wire, browser).state().drafts.get('d')).toEqual({ text: 'Half a sen' })
})
