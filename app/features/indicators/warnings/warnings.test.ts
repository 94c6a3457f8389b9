import { WARNING_MESSAGES } from '@open1325/indicators'
import { beforeAll, expect, test } from 'vitest'
import { LOCALES, wordsOf } from '../../../platform/languages.ts'
import { checkHistory } from '../../../platform/history.ts'
import { testApp } from '../../../platform/testing/app.ts'
import { importer } from '../import/testing.ts'
import { explanationInWords, warningInWords } from './words.ts'

/** All that checks give to their sentences. */
const params = Object.fromEntries(
  (
    'indicator share numerator denominator computed period dimension total sum part value whole id times sex blank rows text ' +
    'female male usual before after from to median identical of year years missing'
  )
    .split(' ')
    .map(name => [name, 1]),
)

test.each(LOCALES)('Every warning has a sentence in %s, without a gap', locale => {
  const words = wordsOf(locale)
  for (const key of WARNING_MESSAGES) {
    expect(words.has(`warning.${key}`)).toBe(true)
    expect(warningInWords({ key, params }, words)).not.toBe(key)
  }
})

test('Years are written as they stand, other numbers in the reader’s way, sexes in words', () => {
  const words = wordsOf('en')
  const params = { indicator: 'Judges', from: '2021', to: '2022', before: 6833, after: 6883 }
  expect(warningInWords({ key: 'digit-slip.one-digit', params }, words)).toContain('6,833 in 2021, 6,883 in 2022')
  const stale = { indicator: 'Judges', period: '2022', year: 2014, years: 8 }
  expect(warningInWords({ key: 'stale-source.older', params: stale }, words)).toContain('of 2014, 8 years')
  expect(explanationInWords({ total: 1200, parts: [700, 600], filled: ['a'], unit: null }, words)).toEqual([
    ['total', '1,200'],
    ['parts', '700 | 600'],
  ])
})

const world = await testApp()
const { owner } = world.services.database
const contributor = importer(world, await world.as('contributor'))
const reader = importer(world, await world.as('reader'))
const other = importer(world, await world.asOther())
const page = '/desk/indicators/warnings'

beforeAll(async () => {
  await world.work()
  const sent = await contributor.send(
    'army.csv',
    'Country,Indicator,Year,Value,Source\nCOD,Officers,2021,6833,Army\nCOD,Officers,2022,6883,Army\n',
  )
  await contributor.read(sent.id, { frameworkTitle: 'Army' })
  await contributor.putIn(sent.id)
})

const fieldsOf = (html: string) => ({
  key: /name="key" value="([^"]*)"/.exec(html)![1]!,
  check: /name="check" value="([^"]*)"/.exec(html)![1]!,
  indicator: /name="indicator" value="([^"]*)"/.exec(html)![1]!,
})

test('A slip of a digit is told with its figures; accepted with a reason it is folded away, and that can be taken back', async () => {
  const { body } = await contributor.get(page)
  expect(body).toContain('6,833 in 2021, 6,883 in 2022 – one digit differs')
  const fields = fieldsOf(body)
  expect((await contributor.post(page, { ...fields, decision: 'accepted', reason: ' ' })).status).toBe(422)
  const reason = 'Checked with the army’s yearbook'
  expect((await contributor.post(page, { ...fields, decision: 'accepted', reason })).status).toBe(303)
  expect((await contributor.post(page, { ...fields, decision: 'mended', reason })).status).toBe(303)
  const decided = (await contributor.get(page)).body
  expect(decided).toContain('One decided')
  expect(decided).toContain(reason)
  expect((await contributor.get(`${page}.csv`)).body).toContain(`mended,${reason}`)
  expect((await contributor.post(`${page}/undo`, { key: fields.key })).status).toBe(303)
  expect((await contributor.get(page)).body).not.toContain(reason)
})

test('Readers see warnings and decide nothing; another organisation sees none of them; nobody is asked to sign in', async () => {
  const { body } = await reader.get(page)
  expect(body).toContain('one digit differs')
  expect(body).not.toContain('name="decision"')
  expect(
    (await reader.post(page, { key: 'x', check: 'x', indicator: '', decision: 'accepted', reason: 'x' })).status,
  ).toBe(403)
  expect((await other.get(page)).body).not.toContain('Officers')
  expect((await other.get(`${page}.csv`)).body).not.toContain('Officers')
  expect((await world.app.request(page)).status).toBe(401)
})

test.each([
  ['a decision that there is not', { decision: 'forgotten' }],
  ['no key', { key: '' }],
  ['an indicator that is none', { indicator: 'x' }],
])('%s is refused', async (_, wrong) => {
  const form = { key: 'a:b', check: 'jump', indicator: '', decision: 'accepted', reason: 'Yes', ...wrong }
  expect((await contributor.post(page, form)).status).toBe(422)
})

test('A set that there is not has nothing to check', async () => {
  expect((await contributor.get(`${page}?set=none`)).status).toBe(200)
  expect((await contributor.get(`${page}?set=%00'`)).status).toBeLessThan(500)
})

test('All of it verifies', async () => {
  expect((await checkHistory(owner)).broken).toEqual([])
})
