import { beforeAll, expect, test } from 'vitest'
import { reading } from '../../platform/access.ts'
import { wordsOf } from '../../platform/languages.ts'
import { testApp } from '../../platform/testing/app.ts'
import { answeredRound } from './offers/answers.ts'
import { FORM, ask, keepRound } from './testing.ts'

const testing = await testApp()
const { app, services, as, asOther, organisationId } = testing
const { owner, kysely } = services.database
let editor: { cookie: string }

beforeAll(async () => {
  editor = await as('editor')
})

const post = (path: string) => app.request(path, { method: 'POST', headers: editor })

const form = {
  ...FORM,
  pages: [
    {
      ...FORM.pages[0]!,
      questions: [ask('women', 'integer', 'How many women?'), ask('men', 'integer', 'How many men?')],
    },
    FORM.pages[2]!,
  ],
}

async function published() {
  const round = await keepRound(testing, { form })
  const { id } = await round.respondent('Cadre permanent')
  const answers = {
    women: '3',
    men: '7741',
    courses: [
      { place: 'Uvira', women: '2' },
      { place: 'Kindu', women: '8852' },
    ],
  }
  await owner.query(
    `insert into response (respondent_id, organisation_id, round_id, answers) select id, organisation_id, round_id, $2 from respondent where id = $1`,
    [id, JSON.stringify(answers)],
  )
  await owner.query(
    `update respondent set sent_at = now(), sent_sha256 = repeat('0', 64), reviewed_at = now(), reviewed_by = 'x' where id = $1`,
    [id],
  )
  await owner.query(`update round set published_at = now() where id = $1`, [round.roundId])
  return round
}

const answersIn = (html: string) =>
  [...html.matchAll(/<dd[^>]*>(.*?)<\/dd>/gs)].map(([, inner]) => inner!.replace(/<[^>]+>/g, '')).join('|')

test('numbers of one to four people are told to members only, with the word that the public does not see them', async () => {
  const { roundId } = await published()
  const page = async (headers = {}) =>
    answersIn(await (await app.request(`/questionnaires/${roundId}`, { headers })).text())
  for (const shown of [await page(), await page(await asOther())]) {
    expect(shown).toContain('7741')
    expect(shown).toContain('8852')
    expect(shown.match(/Not shown: so few people/g)).toHaveLength(2)
    expect(shown).not.toMatch(/(^|\|)3|women\? 2/)
  }
  const own = await page(await as('reader'))
  expect(own).toMatch(/3 · The public is not told this number/)
  expect(own).toMatch(/women\? 2 · The public is not told/)
  const beside = await app.request(`/desk/rounds/${roundId}/side-by-side`, { headers: await as('contributor') })
  expect(answersIn(await beside.text())).toMatch(/3 · The public is not told this number/)
})

test('answers for several things stand in the direction of the page, each answer in its own', async () => {
  const { roundId } = await published()
  const page = await (await app.request(`/questionnaires/${roundId}`)).text()
  expect(page).toMatch(/<dd><ol><li>.*?<bdi><span class="as-typed">Uvira<\/span><\/bdi>/s)
})

test('a text for others is given no number of one to four people', async () => {
  const { roundId } = await published()
  const round = await reading(kysely, null, tx => answeredRound(tx, roundId, organisationId, wordsOf('en')))
  expect(round!.questions.map(({ name, answers }) => [name, answers[0]!.text])).toEqual([
    ['women', 'Not shown: so few people could be recognised'],
    ['men', '7741'],
  ])
})

test('everybody is told how many say that they consulted women’s groups, as each of them says it beneath', async () => {
  const round = await keepRound(testing)
  await owner.query(
    `update round set published_at = now(), form = jsonb_insert(form, '{pages,-1}', $2::jsonb, true) where id = $1`,
    [
      round.roundId,
      JSON.stringify({ name: 'closing_consultation', label: {}, relevant: null, repeat: false, questions: [] }),
    ],
  )
  for (const name of ['A', 'B']) {
    const { id } = await round.respondent(name)
    await owner.query(
      `insert into response (respondent_id, organisation_id, round_id, answers) select id, organisation_id, round_id, '{"women_consulted": "yes"}' from respondent where id = $1`,
      [id],
    )
    await owner.query(
      `update respondent set sent_at = now(), sent_sha256 = repeat('0', 64), reviewed_at = now(), reviewed_by = 'x' where id = $1`,
      [id],
    )
  }
  expect(await (await app.request(`/questionnaires/${round.roundId}`)).text()).toContain('2 of 2 say so')
})

test('once a published round is over, everybody reads which governments did not answer, and nobody else’s silence', async () => {
  const round = await keepRound(testing)
  await round.respondent('Ministry of Silence', { kind: 'government', voice: 'government' })
  await round.respondent('A quiet group', { kind: 'organisation' })
  await round.respondent('A quiet person', { kind: 'person' })
  await post(`/desk/rounds/${round.roundId}/publish`)
  const inPublic = async () => (await app.request(`/questionnaires/${round.roundId}`)).text()
  expect(await inPublic()).not.toContain('Ministry of Silence')
  await post(`/desk/rounds/${round.roundId}/close`)
  expect(await inPublic()).toContain('Ministry of Silence')
  expect(await inPublic()).not.toContain('quiet')
  await post(`/desk/rounds/${round.roundId}/withdraw`)
  expect((await app.request(`/questionnaires/${round.roundId}`)).status).toBe(404)
})

test('persons and files never stand on the public page', async () => {
  const form = {
    ...FORM,
    pages: [{ ...FORM.pages[0]!, questions: [ask('word', 'text', 'A word?'), ask('proof', 'file', 'Proof')] }],
  }
  const round = await keepRound(testing, { form })
  for (const [name, kind] of [
    ['Amina K.', 'person'],
    ['A group', 'organisation'],
  ] as const) {
    const { id } = await round.respondent(name, { kind })
    await owner.query(
      `insert into response (respondent_id, organisation_id, round_id, answers) select id, organisation_id, round_id, $2 from respondent where id = $1`,
      [
        id,
        JSON.stringify({ word: `${name} says`, proof: { sha256: 'a'.repeat(64), fileName: 'secret.pdf', bytes: 1 } }),
      ],
    )
    await owner.query(
      `update respondent set sent_at = now(), sent_sha256 = repeat('a', 64), reviewed_at = now(), reviewed_by = 'x' where id = $1`,
      [id],
    )
  }
  await post(`/desk/rounds/${round.roundId}/publish`)
  const shown = await (await app.request(`/questionnaires/${round.roundId}`)).text()
  expect(shown).toContain('A group says')
  expect(shown).not.toContain('Amina')
  expect(shown).not.toContain('secret.pdf')
})
