import { randomUUID } from 'node:crypto'
import { beforeAll, expect, test } from 'vitest'
import { checkHistory } from '../../platform/history.ts'
import { testApp } from '../../platform/testing/app.ts'
import { keepRound, type TestRound } from './testing.ts'

const testing = await testApp()
const { app, services, as, asOther, otherOrganisationId } = testing
const { owner } = services.database
let round: TestRound
let editor: { cookie: string }

beforeAll(async () => {
  round = await keepRound(testing)
  editor = await as('editor')
  await testing.work()
})

/** The same round once more, for the same questionnaire. @param organisation null: the round's own */
async function anotherRound(organisation: string | null = null): Promise<string> {
  const { rows } = await owner.query<{ id: string }>(
    `insert into round (organisation_id, questionnaire_id, title, form, closes_at, time_zone, created_by)
     select coalesce($2, organisation_id), questionnaire_id, 'The year before', form, closes_at, time_zone, created_by from round where id = $1
     returning id`,
    [round.roundId, organisation],
  )
  return rows[0]!.id
}
async function asked(roundId: string, name: string, email: string | null, earlier: string | null = null) {
  const { rows } = await owner.query<{ organisation_id: string }>('select organisation_id from round where id = $1', [
    roundId,
  ])
  const about = {
    round_id: roundId,
    organisation_id: rows[0]!.organisation_id,
    kind: 'person',
    email,
    earlier_id: earlier,
  }
  const { id } = await round.respondent(name, about)
  await owner.query(
    `insert into response (respondent_id, organisation_id, round_id, answers) select id, organisation_id, round_id, $2 from respondent where id = $1`,
    [id, { told: `what ${name} said` }],
  )
  return id
}
const at = (roundId: string, id: string) => `/desk/rounds/${roundId}/respondents/${id}`
const forget = (roundId: string, id: string, headers = editor) =>
  app.request(`${at(roundId, id)}/forget`, { method: 'POST', headers })
const left = async (ids: string[]) => {
  const { rows } = await owner.query<{ name: string }>(
    `select r.name from respondent r join response a on a.respondent_id = r.id
     where r.id = any ($1) and r.removed_at is null order by r.name collate "C"`,
    [ids],
  )
  return rows.map(({ name }) => name)
}

test('who asks to be forgotten is forgotten in every round of the organisation in one step, by her address or as who was asked again', async () => {
  const [before, long, elsewhere] = [
    await anotherRound(),
    await anotherRound(),
    await anotherRound(otherOrganisationId),
  ]
  const now = await asked(round.roundId, 'Amina now', 'Amina@Example.org ')
  const first = await asked(long, 'Amina at first', null)
  const same = await asked(before, 'Amina before', 'amina@example.org', first)
  const other = await asked(before, 'Amina’s neighbour', 'amina.k@example.org')
  const foreign = await asked(elsewhere, 'Amina, asked by others', 'amina@example.org')

  const page = await (await app.request(at(round.roundId, now), { headers: editor })).text()
  expect(page).toContain('is there 2 more times')
  for (const name of ['Amina before', 'Amina at first']) expect(page).toContain(name)
  expect(page).not.toContain('neighbour')
  expect(page).not.toContain('asked by others')

  const done = await forget(round.roundId, now)
  expect(done.headers.get('location')).toBe(`/desk/rounds/${round.roundId}?forgotten=3`)
  expect(await (await app.request(done.headers.get('location')!, { headers: editor })).text()).toContain(
    '3 entries in all rounds',
  )
  expect(await left([now, same, first, other, foreign])).toEqual(['Amina, asked by others', 'Amina’s neighbour'])
  const { rows } = await owner.query(
    'select from respondent where id = any ($1) and (email is not null or name <> $2)',
    [[now, same, first], '–'],
  )
  expect(rows).toEqual([])
  expect((await checkHistory(owner)).broken).toEqual([])
})

test('respondents without an address are different ones; nobody but an editor of the organisation forgets', async () => {
  const before = await anotherRound()
  const one = await asked(round.roundId, 'One', null)
  const two = await asked(before, 'Two', null)
  expect((await forget(round.roundId, one, await as('contributor'))).status).toBe(403)
  expect((await forget(round.roundId, one, await asOther())).status).toBe(404)
  const page = await (await app.request(at(round.roundId, one), { headers: editor })).text()
  expect(page).not.toContain('The same mail address')
  await forget(round.roundId, one)
  expect(await left([one, two])).toEqual(['Two'])
  expect((await forget(round.roundId, randomUUID())).status).toBe(404)
})
