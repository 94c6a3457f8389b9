import { unzipSync } from 'fflate'
import { expect, test } from 'vitest'
import { testApp } from '../../../platform/testing/app.ts'
import { idOf, say } from '../../ledger/testing.ts'
import { keepRepeat, keepSet } from '../testing.ts'

const { app, services, organisationId, otherOrganisationId, as, asOther, userId } = await testApp()
const { database } = services
await as('editor')

await keepSet(database, organisationId, { slug: 'co-2019', title: 'Observations of 2019', adoptedOn: '2019-07-26' }, [
  {
    number: '11',
    text: 'Vote a budget for the plan',
    addressee: 'State party',
    due: '2020-12-31',
    theme: 'Money',
    response: 'accepted',
  },
  { number: '12', text: '=HYPERLINK("x") <b>Name</b> a coordinator', followUpOn: '2099-01-01' },
])
await keepSet(
  database,
  organisationId,
  { slug: 'upr-2024', title: 'Review of 2024', body: 'Human Rights Council', adoptedOn: '2024', country: 'NOR' },
  [{ number: '140.12', text: 'Adopt a second plan', response: 'rejected' }],
)
await keepSet(database, organisationId, { slug: 'co-2025', title: 'Observations of 2025', adoptedOn: '2025-02-24' }, [
  { number: '21', text: 'Vote, once more, a budget' },
])
await keepSet(
  database,
  otherOrganisationId,
  { slug: 'hidden', title: 'Hidden set', body: 'Hidden body', adoptedOn: '2019', published: false },
  [{ number: '1', text: 'Hidden recommendation', response: 'noted' }],
)
await keepRepeat(database, ['co-2025', 1], ['co-2019', 1])
await say(database, { slug: 'co-2019', ref: 1, organisationId, voice: 'government', status: 'done' })
await say(database, { slug: 'co-2019', ref: 1, organisationId, voice: 'community', status: 'not-started' })
await say(database, {
  slug: 'co-2019',
  ref: 2,
  organisationId,
  voice: 'civil-society',
  status: 'stalled',
  visibility: 'organisation',
})

const get = async (path: string, headers: Record<string, string> = {}) => {
  const answer = await app.request(path, { headers })
  return { status: answer.status, text: await answer.text(), headers: answer.headers }
}
const found = async (query: string) => {
  const { text } = await get(`/recommendations.json?${query}`)
  return (JSON.parse(text) as { recommendations: { number: string }[] }).recommendations.map(row => row.number)
}

test('the list shows of each recommendation whom it asks, since when, what was answered and what each voice says', async () => {
  const { status, text } = await get('/recommendations')
  expect(status).toBe(200)
  expect(text).toContain('4 recommendations')
  for (const words of ['State party', 'Accepted', 'No answer known', 'was due by 31 December 2020', 'Asked for again:'])
    expect(text).toContain(words)
  expect(text).toMatch(/\d+ years/)
  expect(text).toContain('&lt;b>Name&lt;/b>')
  expect(text).not.toMatch(/<script|style=|Hidden|shape stalled/)
})

test('it is narrowed by country, body, year, addressee, theme, answer, voice, day and repetition', async () => {
  expect(await found('country=NOR')).toEqual(['140.12'])
  expect(await found('body=CEDAW+Committee')).toEqual(['21', '11', '12'])
  expect(await found('year=2019')).toEqual(['11', '12'])
  expect(await found('addressee=STATE')).toEqual(['11'])
  expect(await found('theme=mone')).toEqual(['11'])
  expect(await found('response=none')).toEqual(['21', '12'])
  expect(await found('response=rejected')).toEqual(['140.12'])
  expect(await found('voice=government&status=done')).toEqual(['11'])
  expect(await found('due=overdue')).toEqual(['11'])
  expect(await found('due=none')).toEqual(['21', '140.12'])
  expect(await found('repeated=repeats')).toEqual(['21'])
  expect(await found('repeated=repeated')).toEqual(['11'])
  expect(await found('repeated=neither')).toEqual(['140.12', '12'])
})

test('what no address can mean is left out, and nothing that is typed breaks the list', async () => {
  const nonsense = 'country=%00&year=0&due=soon&response=x&voice=y&page=-1&theme=%25_%5C&body=%27%3B--'
  expect((await get(`/recommendations?${nonsense}`)).status).toBe(200)
  expect(await found('addressee=%25')).toEqual([])
  expect((await get('/recommendations?page=999999999')).status).toBe(200)
})

test('a set that is not published is on no page, in no file, in no count and among no choices, whoever asks', async () => {
  for (const headers of [{}, await asOther()])
    for (const path of [
      '/recommendations',
      '/recommendations.csv',
      '/recommendations/COD?year=2019',
      '/recommendations?year=2019',
    ])
      expect((await get(path, headers)).text, path).not.toContain('Hidden')
  expect((await get('/recommendations/COD?year=2019')).text).toContain('1 of 2')
})

test('the files hold every cell as text, with the days and the links', async () => {
  const csv = await get('/recommendations.csv?year=2019')
  expect(csv.text).toContain(`"'=HYPERLINK(""x"") <b>Name</b> a coordinator"`)
  expect(csv.text).toContain('http://localhost/commitments/co-2025/1')
  const xlsx = await app.request('/recommendations.xlsx?year=2019&lang=ar')
  const parts = unzipSync(new Uint8Array(await xlsx.arrayBuffer()))
  const sheet = new TextDecoder().decode(parts['xl/worksheets/sheet1.xml'])
  expect(sheet).not.toContain('<f>')
})

test('what happened to last year’s stands on a page of its own, each one with its answer, voices and what came after', async () => {
  const { status, text } = await get('/recommendations/COD?year=2019')
  expect(status).toBe(200)
  expect(text).toContain('what happened to the recommendations of 2019')
  expect(text).toContain('Accepted: 1 of 2')
  expect(text).toContain('Government said how far 1 of 2 are: Done 1')
  expect(text).toContain('The government reports more than others see: 1 of 2')
  expect(text).toContain('Asked for again since: 1 of 2')
  expect(text).toContain('Not taken up again in')
  expect(text).not.toMatch(/<script|style=|Stalled/)
})

test('the evidence that a word rests on stands beside it: before the public, only what is public', async () => {
  const { owner } = database
  const item = await idOf(database, 'co-2019', 1)
  const word = await owner.query<{ id: string }>('select id from assessment where item_id = $1 limit 1', [item])
  for (const visibility of ['public', 'organisation'])
    await owner.query(
      `with e as (
         insert into evidence (organisation_id, kind, title, note, consent, visibility, created_by)
         values ($1, 'note', $2, 'n', 'given', $3, $4) returning id)
       insert into evidence_use (evidence_id, relation, used_by, organisation_id, said_by) select id, 'assessment', $5, $1, $4 from e`,
      [organisationId, `A note for ${visibility}`, visibility, await userId('editor'), word.rows[0]!.id],
    )
  const { text } = await get('/recommendations/COD?year=2019', await as('editor'))
  expect(text).toContain('A note for public')
  expect(text).not.toContain('A note for organisation')
})

test('without a year it is the last one before this; of a body that has not spoken since, the page says so', async () => {
  const { text } = await get('/recommendations/COD')
  expect(text).toContain('recommendations of 2025')
  expect(text).toContain('The body has not spoken since')
})

test('a country without recommendations says so; what is no country is not found', async () => {
  expect((await get('/recommendations/SWE')).text).toContain('No recommendations to this country are published here')
  expect((await get('/recommendations/COD?year=1999')).text).toContain('choose another')
  for (const path of ['/recommendations/XXQ', '/recommendations/cod', '/recommendations/COD/1'])
    expect((await get(path)).status, path).toBe(404)
})

test('everything is said in French and Arabic too', async () => {
  const french = await get('/recommendations/COD?year=2019&lang=fr')
  expect(french.text).toContain('ce que sont devenues les recommandations de 2019')
  expect(french.text).toContain('Acceptée\u00a0: 1 sur 2')
  const arabic = await get('/recommendations?lang=ar')
  expect(arabic.text).toContain('4 توصيات')
  expect(arabic.text).toContain('dir="rtl"')
})

test('the page of a recommendation says what was answered, since when it stands, and where it was asked for again', async () => {
  const { text } = await get('/commitments/co-2019/1')
  for (const words of [
    'As a recommendation',
    '26 July 2019',
    'Money',
    'Accepted',
    '21, CEDAW Committee, 2025',
    'What happened to the recommendations of that year',
  ])
    expect(text).toContain(words)
  expect(text).not.toMatch(/<script|style=/)
})
