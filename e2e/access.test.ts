/** Every address, asked by everybody: what somebody may not see stands in no answer, and no answer tells that it is there. */
import { randomUUID } from 'node:crypto'
import { strFromU8, unzipSync } from 'fflate'
import { beforeAll, expect, test } from 'vitest'
import { testApp } from '../app/platform/testing/app.ts'
import { addressesOf, partsOf, QUESTIONS } from './access.ts'
import { hiddenWorld, type Behind, type HiddenWorld } from './hidden-world.ts'

const testing = await testApp()
const { app, as, asOther } = testing
const ROLES = ['reader', 'contributor', 'editor', 'administrator'] as const
const WHO = ['nobody', 'stranger', ...ROLES] as const
type Who = (typeof WHO)[number]

/** Words that an answer to them must not hold. */
const FORBIDDEN: Record<Who, RegExp> = {
  nobody: /UNSEEN-(ours|theirs|me|small)[\w -]*/g,
  stranger: /UNSEEN-(ours|me|small)[\w -]*/g,
  reader: /UNSEEN-(theirs|me)[\w -]*/g,
  contributor: /UNSEEN-theirs[\w -]*/g,
  editor: /UNSEEN-(theirs|me)[\w -]*/g,
  administrator: /UNSEEN-(theirs|me)[\w -]*/g,
}
const headers = new Map<Who, Record<string, string>>([['nobody', {}]])
let world: HiddenWorld
/** Those of which it is not said what stands behind them fail a test of their own. */
const routesOf = (method: 'GET' | 'POST') => [
  ...new Set(
    app.routes
      .filter(route => route.method === method && !route.path.includes('*') && isSaid(route.path))
      .map(route => route.path),
  ),
]

function isSaid(route: string): boolean {
  try {
    return addressesOf(route, world.ours).length > 0
  } catch {
    return false
  }
}

beforeAll(async () => {
  for (const role of ROLES) headers.set(role, await as(role))
  headers.set('stranger', await asOther())
  world = await hiddenWorld(testing)
})

interface Answer {
  status: number
  type: string
  text: string
}

async function ask(who: Who, address: string): Promise<Answer> {
  const response = await app.request(address, { headers: { 'accept-language': 'en', ...headers.get(who) } })
  const bytes = new Uint8Array(await response.arrayBuffer())
  const said = [...response.headers]
    .filter(([name]) => name !== 'set-cookie')
    .map(([name, value]) => `${name}: ${value}`)
  const zipped = bytes[0] === 0x50 && bytes[1] === 0x4b
  const content = zipped ? Object.values(unzipSync(bytes)).map(part => strFromU8(part)) : [strFromU8(bytes)]
  return {
    status: response.status,
    type: response.headers.get('content-type') ?? '',
    text: [...said, ...content].join('\n'),
  }
}

/** What is asked for is said again in a form or a link to sign in: that tells nothing. */
const withoutQuestion = (text: string) => text.replaceAll(/UNSEEN(?!-)/g, '')

/** Whose things are hidden from whom. */
const hiddenFrom = (who: Who): Behind[] =>
  who === 'nobody' ? [world.ours, world.theirs] : who === 'stranger' ? [world.ours] : [world.theirs]

test.each(WHO)('%s finds in no page, feed or download a word that she may not see', async who => {
  const told: string[] = []
  const seen = new Set<string>()
  for (const route of routesOf('GET'))
    for (const behind of partsOf(route).length ? [world.ours, world.theirs] : hiddenFrom(who).slice(0, 1))
      for (const address of addressesOf(route, behind))
        for (const question of partsOf(route).length ? [''] : ['', ...QUESTIONS(behind)]) {
          const { status, text } = await ask(who, address + question)
          if (status >= 500) told.push(`${address}${question}: status ${status}`)
          for (const [word] of withoutQuestion(text).matchAll(FORBIDDEN[who]))
            told.push(`${address}${question}: ${word}`)
          for (const [word] of text.matchAll(/UNSEEN-\w+ \w+/g)) seen.add(word)
        }
  expect([...new Set(told)]).toEqual([])
  // The walk would prove nothing if nobody saw these words where she may.
  if (who !== 'nobody') expect([...seen]).toContain(`UNSEEN-${who === 'stranger' ? 'theirs' : 'ours'} plan`)
  if (who === 'contributor') expect([...seen].filter(word => word.startsWith('UNSEEN-me'))).not.toEqual([])
})

test.each(WHO)('to %s, what is hidden and what is not there answer alike: in status, kind and length', async who => {
  const differing: string[] = []
  for (const route of routesOf('GET')) {
    const questions = partsOf(route).length ? [''] : QUESTIONS(world.absent)
    for (const behind of hiddenFrom(who)) {
      const hidden = addressesOf(route, behind)
      const absent = addressesOf(route, world.absent)
      for (const [i, address] of hidden.entries())
        for (const [j, question] of questions.entries()) {
          const asked = partsOf(route).length ? question : QUESTIONS(behind)[j]!
          const [one, other] = [await ask(who, address + asked), await ask(who, absent[i]! + question)]
          const tells = (answer: Answer) => [answer.status, answer.type, answer.text.length].join()
          if (tells(one) !== tells(other)) differing.push(`${address}${asked}: ${tells(one)}, absent: ${tells(other)}`)
        }
    }
  }
  expect(differing).toEqual([])
})

/** What the forms ask for, so that they are answered for what stands behind their address, and not for a field that is missing. */
const FIELDS = new URLSearchParams({
  token: 'x'.repeat(43),
  change: randomUUID(),
  version: '1',
  act: 'confirm',
  answer: 'yes',
  status: 'done',
  role: 'reader',
  voice: 'government',
  country: '',
  email: '',
  organisation: randomUUID(),
  title: 'T',
  name: 'N',
  text: 'Words',
  reason: 'Words',
  why: 'Words',
  visibility: 'organisation',
  consent: 'given',
  asOf: '2024-01-01',
}).toString()

test('forms sent to what is hidden and to what is not there are answered alike', async () => {
  const differing: string[] = []
  const send = async (who: Who, address: string) => {
    const type = { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'same-origin' }
    const response = await app.request(address, {
      method: 'POST',
      headers: { ...headers.get(who), ...type },
      body: FIELDS,
    })
    return `${response.status} ${(await response.text()).length}`
  }
  for (const who of ['nobody', 'stranger', 'administrator'] as const)
    for (const route of routesOf('POST').filter(route => partsOf(route).length))
      for (const behind of hiddenFrom(who)) {
        const absent = addressesOf(route, world.absent)
        for (const [i, address] of addressesOf(route, behind).entries()) {
          const [one, other] = [await send(who, address), await send(who, absent[i]!)]
          if (one !== other) differing.push(`${who}: ${address}: ${one}, absent: ${other}`)
        }
      }
  expect(differing).toEqual([])
})

test('of every route it is said what stands behind it', () => {
  const routes = app.routes.filter(({ method, path }) => ['GET', 'POST'].includes(method) && !path.includes('*'))
  expect(routes.map(route => route.path).filter(route => !isSaid(route))).toEqual([])
})

test('a route that nobody has said anything about fails the walk', () => {
  expect(() => addressesOf('/plans/:unheard', world.ours)).toThrow('Nobody said in e2e/access.ts')
  expect(addressesOf('/plans/:slug{[a-z0-9-]+}/items/:ref{[0-9]{1,9}}', world.ours)).toEqual([
    `/plans/${world.ours.slug}/items/1`,
    `/plans/${world.ours.slug}/items/2`,
  ])
})
