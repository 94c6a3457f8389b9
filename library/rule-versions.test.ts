/**
 * A change of a rule is a new version: reports name the version that they keep to, and read its words from the library. So what a version says
 * may not change under them; rules-as-told.json remembers it. Where a rule was checked, by which sources, and its note may change.
 */
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { deadlineOf, ruleFor } from '../packages/procedures/src/index.ts'
import { BODIES, readBody, ruleOf, type Body, type Rule } from './bodies.ts'
import told from './rules-as-told.json' with { type: 'json' }

const MAY_CHANGE = new Set(['sources', 'grounds', 'verified', 'lastApplied', 'note'])

function digestOf(rule: Rule): string {
  const says = Object.entries(rule).filter(([name]) => !MAY_CHANGE.has(name))
  return createHash('sha256')
    .update(JSON.stringify(Object.fromEntries(says)))
    .digest('hex')
    .slice(0, 16)
}

const asTold = (bodies: readonly Body[]): Record<string, string> =>
  Object.fromEntries(
    bodies
      .flatMap(({ procedures }) => procedures.flatMap(({ rules }) => rules))
      .map(rule => [rule.id, digestOf(rule)])
      .toSorted(),
  )

/** CEDAW's file as if the Committee had changed its rule for the sessions of 2027 on. */
function withChange(change: (rules: Record<string, unknown>[]) => void): Body {
  const json = JSON.parse(readFileSync(new URL('./bodies/cedaw.json', import.meta.url), 'utf8'))
  change(json.procedures[0].rules)
  return readBody(json)
}

const changed = withChange(rules =>
  rules.push({
    ...rules.at(-1),
    id: 'cedaw-session-2027',
    validFrom: '2027',
    limits: [{ unit: 'words', count: 5000 }],
    deadline: { kind: 'offset', from: 'session-start', days: -42 },
  }),
)

test('no version says anything else than it did: what changed is a version of its own behind it, and a new one is written down here', () => {
  expect(asTold(BODIES), 'new versions go into library/rules-as-told.json; old ones stay as they are there').toEqual(
    told,
  )
})

test('a version that is changed where it stands is noticed, one that follows it is not mistaken for a change', () => {
  const before = asTold(BODIES)['cedaw-session-2021']
  const inPlace = withChange(rules => Object.assign(rules.at(-1)!, { limits: [{ unit: 'words', count: 5000 }] }))
  expect(asTold([inPlace])['cedaw-session-2021']).not.toBe(before)
  expect(asTold([changed])['cedaw-session-2021']).toBe(before)
  const onlyChecked = withChange(rules => Object.assign(rules.at(-1)!, { verified: 'verified' }))
  expect(asTold([onlyChecked])['cedaw-session-2021']).toBe(before)
})

test('sessions before a change keep the old rule and its deadline, those after it get the new one, and the old one is found by its name', () => {
  const procedure = changed.procedures[0]!
  const session = (start: string) => ({ ...changed.sessions[0]!, id: start, start })
  const due = (start: string) => {
    const rule = ruleFor(procedure, session(start))
    return [rule?.id, deadlineOf({ body: changed, procedure, rule }, session(start)).day]
  }
  expect(due('2026-10-05')).toEqual(['cedaw-session-2021', '2026-09-07'])
  expect(due('2027-02-01')).toEqual(['cedaw-session-2027', '2026-12-21'])
  expect(ruleOf('cedaw-session-2021', [changed])).toEqual(ruleOf('cedaw-session-2021'))
})
