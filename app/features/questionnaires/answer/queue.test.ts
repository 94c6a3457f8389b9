import { expect, test } from 'vitest'
import { keptFor, outcomeOf, sendWaiting, type Sent, type Waiting } from './queue.ts'

function store(): Storage {
  const kept = new Map<string, string>()
  return {
    getItem: key => kept.get(key) ?? null,
    setItem: (key, value) => void kept.set(key, value),
    removeItem: key => void kept.delete(key),
    key: n => [...kept.keys()][n] ?? null,
    clear: () => kept.clear(),
    get length() {
      return kept.size
    },
  }
}

const waiting = (page: string, at: number): Waiting => ({
  post: `post-${page}-${at}`,
  page,
  to: `/answer/x/pages/${page}`,
  body: `q.${page}=${at}`,
  file: null,
  at,
})
const done: Sent = { state: 'done', html: '', address: '' }

test('what waits is sent in the order in which it was said, and once', async () => {
  const kept = keptFor(store(), '/answer/x')
  for (const at of [3, 1, 2]) kept.wait(waiting('plan', at))
  const sent: string[] = []
  const outcome = await sendWaiting(kept, async ({ body }) => {
    sent.push(body)
    return done
  })
  expect(sent).toEqual(['q.plan=1', 'q.plan=2', 'q.plan=3'])
  expect(outcome).toMatchObject({ empty: true, sent: 3 })
  expect(kept.waiting()).toEqual([])
})

test.each(['lost', 'over'] as const)('where it is %s, nothing is let go', async state => {
  const kept = keptFor(store(), '/answer/x')
  for (const at of [1, 2]) kept.wait(waiting('plan', at))
  const answers: Sent[] = [done, { state, html: '', address: '' } as Sent]
  const outcome = await sendWaiting(kept, async () => answers.shift()!)
  expect(outcome).toMatchObject({ empty: false, sent: 1 })
  expect(kept.waiting().map(({ at }) => at)).toEqual([2])
})

test('what the server refuses stands in its page again, and holds nothing else up', async () => {
  const kept = keptFor(store(), '/answer/x')
  kept.wait(waiting('plan', 1))
  kept.wait(waiting('money', 2))
  const answers: Sent[] = [{ state: 'refused', html: '' }, done]
  const outcome = await sendWaiting(kept, async () => answers.shift()!)
  expect(outcome).toMatchObject({ empty: true, refused: ['plan'] })
  expect(kept.draft('plan')).toBe('q.plan=1')
})

test('one link’s form is forgotten without the other’s', () => {
  const phone = store()
  const [one, other] = [keptFor(phone, '/answer/one'), keptFor(phone, '/answer/other')]
  for (const kept of [one, other]) {
    kept.wait(waiting('plan', 1))
    kept.keepDraft('money', 'q.budget=5')
    kept.keepSaid('plan', 'q.plan=1')
  }
  one.forget()
  expect(one.isUnsent()).toBe(false)
  expect(one.said('plan')).toBeNull()
  expect(other.isUnsent()).toBe(true)
  expect(phone).toHaveLength(3)
})

test('a phone whose store is full or closed only loses the safety net', () => {
  const closed = new Proxy(store(), {
    get: () => {
      throw new Error('denied')
    },
  })
  const kept = keptFor(closed, '/answer/x')
  expect(kept.wait(waiting('plan', 1))).toBe(false)
  expect(kept.waiting()).toEqual([])
  expect(kept.draft('plan')).toBeNull()
  kept.forget()
})

const page = (state: string) => `<div id="answer" data-own="/answer/x" data-state="${state}">`
test.each([
  [200, page('open'), 'done'],
  [200, page('sent'), 'done'],
  [200, page('closed'), 'over'],
  [422, page('open'), 'refused'],
  [413, page('open'), 'refused'],
  [500, page('open'), 'lost'],
  [404, '<h1>This link leads nowhere</h1>', 'lost'],
  [200, '<h1>Hotel Wi-Fi: sign in</h1>', 'lost'],
  [200, null, 'lost'],
] as const)('an answer %i, %s: %s', (status, html, state) => {
  expect(outcomeOf(status, html, '/').state).toBe(state)
})
