import { textOf } from '@open1325/report-writer'
import { expect, test } from 'vitest'
import { reading } from '../../../platform/access.ts'
import { wordsOf } from '../../../platform/languages.ts'
import { testApp } from '../../../platform/testing/app.ts'
import { say } from '../../ledger/testing.ts'
import { keepRepeat, keepSet } from '../testing.ts'
import { madeOfWhatHappened, whatHappenedChoices } from './what-happened.ts'

const { services, organisationId, otherOrganisationId, userId, as } = await testApp()
const { database } = services
await as('editor')
const editor = await userId('editor')
const words = wordsOf('en')
const of = { country: 'COD', year: '2024', body: 'CEDAW Committee' }

await keepSet(database, organisationId, { slug: 'co-2024', title: 'Observations of 2024', adoptedOn: '2024-02-20' }, [
  { number: '27 (a)', text: 'Adopt a budget for the plan', response: 'accepted', due: '2025-12-31' },
  { number: '27 (b)', text: 'Fund women’s organisations' },
])
await keepSet(database, organisationId, { slug: 'co-2026', title: 'Observations of 2026', adoptedOn: '2026-02-20' }, [
  { number: '31', text: 'Adopt, as it was asked to, a budget for the plan' },
])
await keepSet(
  database,
  otherOrganisationId,
  { slug: 'hidden', title: 'Not yet public', adoptedOn: '2024-03-01', published: false },
  [{ number: '1', text: 'What nobody knows of yet' }],
)
await keepRepeat(database, ['co-2026', 1], ['co-2024', 1])
await say(database, { slug: 'co-2024', ref: 1, organisationId, voice: 'government', status: 'done' })
await say(database, { slug: 'co-2024', ref: 1, organisationId, voice: 'civil-society', status: 'stalled' })
await say(database, {
  slug: 'co-2024',
  ref: 2,
  organisationId,
  voice: 'community',
  status: 'dropped',
  visibility: 'me',
})

const made = (asker: string | null, asked: typeof of | { country: string; year: string; body: null } = of) =>
  reading(database.kysely, asker, tx => madeOfWhatHappened(tx, asked, words, 'https://example.org'))

test('the block tells of each recommendation what was answered, said, seen and asked again, and counts with denominators', async () => {
  const block = await made(null)
  const text = textOf(block!.blocks)
  expect(text).toContain('2 recommendations to Democratic Republic of the Congo (CEDAW Committee, 20 February 2024)')
  expect(text).toContain('Accepted: 1 of 2')
  expect(text).toContain('The government reports more than others see: 1 of 2')
  expect(text).toContain('Asked for again since: 1 of 2')
  expect(text).toMatch(/27 \(a\) Adopt a budget for the plan\nAccepted Replies of the State party/)
  expect(text).toContain('Asked for again: 31, CEDAW Committee, 2026')
  expect(text).toContain('Not taken up again in 2026')
  expect(block!.url).toBe('https://example.org/recommendations/COD?year=2024&body=CEDAW+Committee')
})

test('what is not published, or for its writer’s eyes alone, is in no block and in no count', async () => {
  const all = { country: 'COD', year: '2024', body: null }
  expect(textOf((await made(null, all))!.blocks)).not.toMatch(/nobody knows|Dropped/)
  expect(textOf((await made(editor, all))!.blocks)).not.toMatch(/nobody knows|Dropped/)
})

test('the source is another when somebody says something new, and the same when only time has passed', async () => {
  const before = (await made(null))!.version
  expect((await made(null))!.version).toBe(before)
  await say(database, { slug: 'co-2024', ref: 2, organisationId, voice: 'government', status: 'under-way' })
  expect((await made(null))!.version).not.toBe(before)
})

test('a year without recommendations gives no block', async () => {
  expect(await made(null, { ...of, year: '1999' })).toBeNull()
  expect(await made(null, { ...of, body: 'Another body' })).toBeNull()
})

test('what can be put in is each body’s each year, the latest first, without what the asker may not see', async () => {
  const choices = await reading(database.kysely, null, tx => whatHappenedChoices(tx, 'COD'))
  expect(choices).toEqual([
    { country: 'COD', year: '2026', body: 'CEDAW Committee', count: 1 },
    { country: 'COD', year: '2024', body: 'CEDAW Committee', count: 2 },
  ])
  expect(await reading(database.kysely, null, tx => whatHappenedChoices(tx, 'NOR'))).toEqual([])
})
