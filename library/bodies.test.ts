import { expect, test } from 'vitest'
import { BODIES, procedureOf, readBody, ruleOf, sessionOf, type Body } from './bodies.ts'
import countries from './countries.json' with { type: 'json' }

const body = (id: string): Body => BODIES.find(one => one.id === id)!
const rules = BODIES.flatMap(({ procedures }) => procedures.flatMap(one => one.rules))

test('the library holds the bodies to which reports on women, peace and security go', () => {
  expect(BODIES.map(({ id }) => id)).toEqual([
    'achpr',
    'cat',
    'ccpr',
    'cedaw',
    'cescr',
    'crc',
    'csocd',
    'csw',
    'ecosoc',
    'european-commission',
    'grevio',
    'hlpf',
    'hrc',
    'iachr',
    'istanbul-parties',
    'national-aus',
    'national-can',
    'national-cod',
    'national-gbr',
    'nato',
    'osce',
    'secretary-general',
    'security-council',
    'special-procedures',
    'upr',
    'wps-ha-compact',
  ])
})

test('each rule has a source and the day on which it was read', () => {
  for (const { sources, procedures } of BODIES)
    for (const { sources: keys } of procedures.flatMap(one => one.rules))
      for (const key of keys) expect(sources[key]?.seen).toMatch(/^\d{4}-\d{2}-\d{2}$/u)
})

test.each(BODIES)(
  '$id: no source is idle, and nothing leads to a staging copy',
  ({ sources, members, procedures, sessions }) => {
    const named = [
      ...(members?.sources ?? []),
      ...procedures.flatMap(one =>
        one.rules.flatMap(rule => [...rule.sources, ...rule.grounds.flatMap(part => part.sources)]),
      ),
      ...sessions.flatMap(one => [...one.sources, ...one.deadlines.flatMap(deadline => deadline.sources)]),
    ]
    expect(Object.keys(sources).toSorted()).toEqual([...new Set(named)].toSorted())
    for (const { url } of Object.values(sources)) expect(url ?? '').not.toMatch(/\/\/web\.(?:test|dev)/u)
  },
)

test.each(BODIES)('$id: countries are those of ISO 3166-1', ({ members, procedures, sessions }) => {
  const named = [...(members ? [members] : []), ...procedures, ...sessions].flatMap(one => one.countries ?? [])
  expect(named.filter(code => !(code in countries.alpha2))).toEqual([])
})

test('no id is given to two bodies, procedures, rules or sessions', () => {
  const ids = BODIES.flatMap(({ procedures, sessions }) => [...procedures, ...sessions].map(({ id }) => id))
  expect(new Set(ids).size).toBe(ids.length)
  expect(new Set(rules.map(({ id }) => id)).size).toBe(rules.length)
})

test('a rule that is old, seen in part or at second hand is to be checked: the words of CEDAW and of the Review among them', () => {
  const verified = (id: string) => rules.find(rule => rule.id === id)?.verified
  expect(verified('cedaw-session-2021')).toBe('to-be-checked')
  expect(verified('upr-stakeholder-2011')).toBe('to-be-checked')
  expect(verified('csw-written-2014')).toBe('to-be-checked')
  expect(verified('ccpr-submission-current')).toBe('verified')
})

test('all five kinds of deadline are there', () => {
  const kinds = new Set(rules.map(({ deadline }) => deadline?.kind))
  for (const kind of ['offset', 'fixed', 'window', 'per-session', 'none'] as const) expect(kinds).toContain(kind)
})

test('what a rule leaves out is not known, which is not the same as none', () => {
  const limits = (id: string) => rules.find(rule => rule.id === id)?.limits
  expect(limits('cescr-parallel-2024')).toBeNull()
  expect(limits('crc-additional-current')).toEqual([])
})

test('a procedure, a version of its rules and a session are found by their ids, and one that is not there is told', () => {
  expect(procedureOf('csw-written').body.id).toBe('csw')
  expect(sessionOf('cedaw-92').start).toBe('2026-02')
  expect(ruleOf('cedaw-session-2011').validFrom).toBe('2011-10-03')
  expect(() => ruleOf('cedaw-session-1999')).toThrow(/1999/u)
  expect(() => procedureOf('csw-sung')).toThrow(/csw-sung/u)
  expect(() => sessionOf('cedaw-0')).toThrow(/cedaw-0/u)
})

test.each<[string, (json: Body) => unknown]>([
  ['a rule without a source', ({ procedures }) => (procedures[0]!.rules[0]!.sources = [])],
  ['a rule whose source is not there', ({ procedures }) => (procedures[0]!.rules[0]!.sources = ['hearsay'])],
  ['a source without the day on which it was seen', ({ sources }) => delete (sources.crin as { seen?: string }).seen],
  [
    'a rule of which nobody says whether it was verified',
    ({ procedures }) => delete (procedures[0]!.rules[0] as { verified?: string }).verified,
  ],
  ['a version that stands before the one that it follows', ({ procedures }) => procedures[0]!.rules.reverse()],
  ['a version that ends before it starts', ({ procedures }) => (procedures[0]!.rules[3]!.validTo = '2020')],
  ['an id that is given twice', ({ procedures }) => (procedures[1]!.id = procedures[0]!.id)],
  ['a session of a procedure that is not there', ({ sessions }) => (sessions[0]!.procedures = ['singing'])],
  ['a session without a source', ({ sessions }) => (sessions[0]!.sources = [])],
  ['a session that ends before it starts', ({ sessions }) => (sessions[0]!.end = '2011-10-01')],
  ['a name without Arabic', json => delete (json.name as { ar?: string }).ar],
  ['a time zone that there is not', json => (json.zone = 'Europe/Atlantis')],
  ['a day that there is not', ({ sessions }) => (sessions[0]!.start = '2011-02-30')],
])('%s is refused', (_, spoil) => {
  const json = structuredClone(body('cedaw'))
  expect(() => readBody(json)).not.toThrow()
  spoil(json)
  expect(() => readBody(json)).toThrow()
})

const membersOf = (id: string) => body(id).members?.countries ?? []

test('regional bodies name their States, each once, with the page and the day; those whose membership may change are to be checked', () => {
  const counts = ['osce', 'grevio', 'istanbul-parties', 'iachr', 'achpr', 'nato', 'european-commission'].map(
    id => [id, new Set(membersOf(id)).size, membersOf(id).length] as const,
  )
  expect(counts).toEqual([
    ['osce', 57, 57],
    ['grevio', 38, 38],
    ['istanbul-parties', 38, 38],
    ['iachr', 35, 35],
    ['achpr', 54, 54],
    ['nato', 32, 32],
    ['european-commission', 27, 27],
  ])
  expect(membersOf('grevio')).toEqual(membersOf('istanbul-parties'))
  expect(BODIES.filter(({ kind }) => kind === 'regional' || kind === 'alliance').filter(one => !one.members)).toEqual(
    [],
  )
  for (const { members } of BODIES) if (members?.verified === 'to-be-checked') expect(members.note).not.toBe(null)
})

test('DR Congo is a State of the African Commission alone among them; Türkiye left the Istanbul Convention', () => {
  const ofCongo = BODIES.filter(({ members }) => members?.countries.includes('COD')).map(({ id }) => id)
  expect(ofCongo).toEqual(['achpr'])
  expect(membersOf('osce')).toContain('TUR')
  expect(membersOf('grevio')).not.toContain('TUR')
})

test('that a report to CEDAW says whether it may be published rests on the note of 2011, not on what was read of its length', () => {
  const { grounds, sources } = ruleOf('cedaw-session-2021')
  expect(grounds.find(({ of }) => of.includes('mustState'))).toEqual({
    of: ['mustState'],
    sources: ['wunrn'],
    verified: 'to-be-checked',
  })
  expect(sources[0]).toBe('iwraw-80')
})

test('no session rests on a page that names another session by its number', () => {
  const numbersIn = (text: string) => text.match(/\b\d{1,3}(?=(?:st|nd|rd|th)\b)/gu) ?? []
  const astray = BODIES.flatMap(({ id, sessions, sources }) =>
    sessions.flatMap(one => {
      const [number] = numbersIn(one.name.en)
      const named = one.sources.flatMap(key => numbersIn(sources[key]!.title))
      return number && named.length > 0 && !named.includes(number) ? [`${id} ${one.id}`] : []
    }),
  )
  expect(astray).toEqual([])
})
