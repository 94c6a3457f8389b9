/** Every address, asked by everybody: what somebody may not see stands in no answer, and no answer tells that it is there. */
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
const routes = [...new Set(app.routes.filter(route => route.method === 'GET').map(route => route.path))].filter(
  path => !path.includes('*'),
)

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
  for (const route of routes)
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
  for (const route of routes) {
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

test('forms sent to what is hidden and to what is not there are answered alike', async () => {
  const posts = app.routes
    .filter(({ method, path }) => method === 'POST' && !path.includes('*'))
    .map(route => route.path)
  const differing: string[] = []
  for (const who of WHO)
    for (const route of new Set(posts)) {
      let hidden: string[]
      let absent: string[]
      try {
        hidden = hiddenFrom(who).flatMap(behind => addressesOf(route, behind))
        absent = hiddenFrom(who).flatMap(() => addressesOf(route, world.absent))
      } catch {
        // Parts that only forms have are tested with their features.
        continue
      }
      if (!partsOf(route).length) continue
      const send = async (address: string) => {
        const response = await app.request(address, {
          method: 'POST',
          headers: {
            ...headers.get(who),
            'content-type': 'application/x-www-form-urlencoded',
            'sec-fetch-site': 'same-origin',
          },
          body: '',
        })
        const { status } = response
        return `${status} ${(await response.text()).length}`
      }
      for (const [i, address] of hidden.entries()) {
        const [one, other] = [await send(address), await send(absent[i]!)]
        if (one !== other) differing.push(`${who}: ${address}: ${one}, absent: ${other}`)
      }
    }
  expect(differing).toEqual([])
})

test('a route that nobody has said anything about fails the walk', () => {
  expect(() => addressesOf('/plans/:unheard', world.ours)).toThrow('Nobody said in e2e/access.ts')
  expect(addressesOf('/plans/:slug{[a-z0-9-]+}/items/:ref{[0-9]{1,9}}', world.ours)).toEqual([
    `/plans/${world.ours.slug}/items/1`,
    `/plans/${world.ours.slug}/items/2`,
  ])
})
