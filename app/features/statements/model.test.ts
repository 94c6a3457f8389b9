import { expect, test } from 'vitest'
import { tried } from './sign/limit.ts'
import { inOrder, readInvited, repeatedIn, standingOf, textFor, type Signature } from './model.ts'

const read = (pasted: string) =>
  readInvited(pasted, {
    countryOf: part => ({ sweden: 'SWE', swe: 'SWE', قطر: 'QAT' })[part.toLowerCase()],
    languages: ['en', 'fr', 'ar'],
    language: 'en',
  })

test.each([
  ['Kvinna', { name: 'Kvinna', email: null, country: '', language: 'en' }],
  ['Kvinna; k@example.org; Sweden; fr', { name: 'Kvinna', email: 'k@example.org', country: 'SWE', language: 'fr' }],
  ['Kvinna\tSWE\tk@example.org', { name: 'Kvinna', email: 'k@example.org', country: 'SWE', language: 'en' }],
  [
    'Women, Peace and Security; SWE',
    { name: 'Women, Peace and Security', email: null, country: 'SWE', language: 'en' },
  ],
  ['Sweden', { name: 'Sweden', email: null, country: '', language: 'en' }],
  ['نساء السلام، قطر', { name: 'نساء السلام، قطر', email: null, country: '', language: 'en' }],
])('the line “%s” is an organisation', (line, organisation) => {
  expect(read(line)).toEqual({ invited: [organisation], wrong: [] })
})

test('a name in which commas stand is read in quotation marks, also as tables write them', () => {
  const name = 'Women, Peace and "Security"'
  expect(read('"Women, Peace and ""Security""", k@example.org, Sweden').invited).toEqual([
    { name, email: 'k@example.org', country: 'SWE', language: 'en' },
  ])
  expect(read('"Women, Peace"').invited[0]!.name).toBe('Women, Peace')
})

test('a line that cannot be read is told by its number, with what is wrong in it: nothing mistyped becomes a name', () => {
  expect(
    read('A\n\nb@example.org\nC; c@example.org; d@example.org\nbad line, not-an-email\nE@; SWE\nF; f@example; SWE')
      .wrong,
  ).toEqual([
    { line: 3, why: 'no-name', part: 'b@example.org' },
    { line: 4, why: 'two-addresses', part: 'd@example.org' },
    { line: 5, why: 'unknown', part: 'not-an-email' },
    { line: 6, why: 'unknown', part: 'E@' },
    { line: 7, why: 'unknown', part: 'f@example' },
  ])
  expect(read(`${'x'.repeat(201)}; x@example.org`).wrong[0]).toMatchObject({ line: 1, why: 'too-long' })
})

test('a statement is announced, open and closed by the clock, whatever has noted it', () => {
  const at = (iso: string) => new Date(iso)
  const one = { state: 'open' as const, opensAt: at('2026-01-01T00:00Z'), closesAt: at('2026-02-01T17:00Z') }
  expect(standingOf(one, at('2025-12-31T23:59Z'))).toBe('announced')
  expect(standingOf(one, at('2026-02-01T16:59Z'))).toBe('open')
  expect(standingOf(one, at('2026-02-01T17:00Z'))).toBe('closed')
})

test('a reader gets her language, else its relative, else the first', () => {
  const texts = ['en', 'fr-CA', 'ar'].map(language => ({ language }))
  expect(textFor(texts, 'ar').language).toBe('ar')
  expect(textFor(texts, 'fr').language).toBe('fr-CA')
  expect(textFor(texts, 'ja').language).toBe('en')
})

test('names are in alphabetical order without regard to case, accents and quotation marks', () => {
  const names = ['zeta', 'Écho', 'eco', '“Delta”'].map(name => ({ name, country: '' }))
  expect(inOrder(names, 'fr').map(({ name }) => name)).toEqual(['“Delta”', 'Écho', 'eco', 'zeta'])
})

test('of one organisation in one country only the accepted signature counts', () => {
  const one = (id: string, state: Signature['state'], key: string, country = 'COD') => ({ id, state, key, country })
  const all = [
    one('a', 'accepted', 'x'),
    one('b', 'confirmed', 'x'),
    one('c', 'confirmed', 'x', 'MLI'),
    one('d', 'invited', 'x'),
  ]
  expect([...repeatedIn(all)]).toEqual(['b', 'd'])
})

test('an address waits after twenty signatures in ten minutes, and then no longer', () => {
  const from = 1_000_000_000
  for (let n = 0; n < 20; n++) expect(tried('192.0.2.1', from + n)).toBeNull()
  expect(tried('192.0.2.1', from + 30)).toBe(600)
  expect(tried('192.0.2.2', from + 30)).toBeNull()
  expect(tried('192.0.2.1', from + 600_021)).toBeNull()
  for (let n = 0; n < 20; n++) expect(tried(`2001:db8:1:2::${n}`, from + n)).toBeNull()
  expect(tried('2001:db8:1:2:ffff::9', from + 30)).toBe(600)
  expect(tried('2001:db8:1:3::9', from + 30)).toBeNull()
})
