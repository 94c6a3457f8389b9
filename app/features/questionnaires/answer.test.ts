import { randomUUID } from 'node:crypto'
import sharp from 'sharp'
import { beforeAll, expect, test } from 'vitest'
import { reading } from '../../platform/access.ts'
import { checkHistory } from '../../platform/history.ts'
import { testApp } from '../../platform/testing/app.ts'
import { answerByToken, saveAnswers } from './answer/link.ts'
import { dayIn } from './form/follow.ts'
import type { Answers } from './form/model.ts'
import { ask, FORM, keepRound, QUESTIONNAIRE_TABLES, type TestRound } from './testing.ts'

const testing = await testApp()
const { app, services, userId, as, asOther } = testing
const { owner, kysely } = services.database
let round: TestRound

beforeAll(async () => {
  round = await keepRound(testing)
})

const post = (token: string, page: string, fields: Record<string, string>, headers = {}) =>
  app.request(`/answer/${token}/pages/${page}`, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
    body: new URLSearchParams({ post: randomUUID(), go: 'next', ...fields }).toString(),
  })
const kept = async (id: string): Promise<Answers | null> =>
  (await owner.query('select answers from response where respondent_id = $1', [id])).rows[0]?.answers ?? null
const to = (response: Response) => response.headers.get('location')

test('a form is answered page by page, looked at, sent once, and acknowledged', async () => {
  const { id, token } = await round.respondent('Women of Bukavu')
  const start = await app.request(`/answer/${token}`)
  expect(start.status).toBe(200)
  expect(start.headers.get('cache-control')).toBe('no-store')
  expect(await start.text()).toContain('Women of Bukavu')

  expect(to(await post(token, 'plan', { 'q.has_plan': 'yes' }))).toBe(`/answer/${token}/pages/money`)
  const form = new FormData()
  for (const [name, value] of Object.entries({
    token,
    page: 'money',
    post: randomUUID(),
    go: 'next',
    'q.budget': '١٢ 000',
  }))
    form.append(name, value)
  const photo = await sharp({ create: { width: 8, height: 8, channels: 3, background: '#a00' } })
    .withExif({ IFD0: { Make: 'Secret camera' } })
    .jpeg()
    .toBuffer()
  form.append('file', new File([new Uint8Array(photo)], 'law.jpg'))
  expect(to(await app.request('/answer/with-file', { method: 'POST', body: form }))).toBe(
    `/answer/${token}/pages/courses`,
  )
  expect(to(await post(token, 'courses', { 'q.0.place': 'Bukavu', 'q.0.women': '12', go: 'add' }))).toContain('?add=1')
  expect(to(await post(token, 'courses', { 'q.0.place': 'Bukavu', 'q.0.women': '12', 'q.1.place': 'Goma' }))).toBe(
    `/answer/${token}/review`,
  )
  expect(await kept(id)).toMatchObject({
    has_plan: 'yes',
    budget: '12000',
    budget_law: { fileName: 'law.jpg' },
    courses: [{ place: 'Bukavu', women: '12' }, { place: 'Goma' }],
  })
  const { sha256 } = (await kept(id))!.budget_law as { sha256: string }
  const { rows: files } = await owner.query('select file_sha256 from answer_file where respondent_id = $1', [id])
  expect(files).toEqual([{ file_sha256: sha256 }])

  const review = await (await app.request(`/answer/${token}/review`)).text()
  expect(review).toContain('Goma')
  const version = review.match(/name="version" value="(\d+)"/)![1]!
  const send = () => app.request(`/answer/${token}/review`, { method: 'POST', body: new URLSearchParams({ version }) })
  for (let n = 0; n < 2; n++) expect(to(await send())).toBe(`/answer/${token}`)
  expect(await (await app.request(`/answer/${token}`)).text()).toContain(id.slice(0, 8))
  // It is no longer hers to change.
  expect(to(await post(token, 'plan', { 'q.has_plan': 'no' }))).toBe(`/answer/${token}`)
  expect((await kept(id))!.has_plan).toBe('yes')
  expect((await checkHistory(owner)).broken).toEqual([])
})

test('a page that is posted again, late, from a phone’s store changes nothing', async () => {
  const { id, token } = await round.respondent('Late')
  const first = randomUUID()
  await post(token, 'plan', { post: first, 'q.has_plan': 'no', 'q.why_not': 'None was written' })
  await post(token, 'plan', { 'q.has_plan': 'yes' })
  expect(
    to(await post(token, 'plan', { post: first, 'q.has_plan': 'no', 'q.why_not': 'None was written' })),
  ).not.toBeNull()
  expect((await kept(id))!.has_plan).toBe('yes')
})

test('what is wrong is said beside its question; what is right is kept', async () => {
  const { id, token } = await round.respondent('Mistaken')
  await post(token, 'plan', { 'q.has_plan': 'yes' })
  const answer = await post(token, 'courses', { 'q.0.place': 'Kindu', 'q.0.women': 'a dozen' })
  expect(answer.status).toBe(422)
  const page = await answer.text()
  expect(page).toContain('a dozen')
  expect(page).toContain('Enter a whole number')
  expect(await kept(id)).toEqual({ has_plan: 'yes', courses: [{ place: 'Kindu' }] })
})

test('above a page that came back each thing to mend is a link to its question, also of one of several things', async () => {
  const { token } = await round.respondent('Women of Beni')
  const one = await (await post(token, 'plan', {})).text()
  expect(one).toMatch(/error-summary.*<a href="#q\.has_plan"><span[^>]*>Is there a plan\?<.*<form/s)
  expect(one).toContain('id="q.has_plan"')
  const places = { 'q.0.place': 'Beni', 'q.0.women': '9', 'q.1.place': 'Goma', 'q.1.women': 'many' }
  const several = await (await post(token, 'courses', places)).text()
  expect(several).toMatch(/error-summary.*<a href="#q\.1\.women">No\. 2 <span[^>]*>How many women\?<.*<form/s)
  expect(several).toContain('id="q.1.women"')
})

test('before they are sent, the answers for several things stand under the number of each', async () => {
  const { token } = await round.respondent('Women of Butembo')
  await post(token, 'courses', { 'q.0.place': 'Beni', 'q.1.place': 'Goma' })
  const review = await (await app.request(`/answer/${token}/review`)).text()
  expect(review).toMatch(/<h3>No\. 1<\/h3>.*Beni.*<h3>No\. 2<\/h3>.*Goma/s)
})

test('an answer that leads to more questions on the same page shows them', async () => {
  const { token } = await round.respondent('More')
  expect(to(await post(token, 'plan', { 'q.has_plan': 'no' }))).toBe(`/answer/${token}/pages/plan?more=1`)
  expect((await post(token, 'plan', { 'q.has_plan': 'no' })).status).toBe(422)
})

test('nothing is sent as long as a needed answer is lacking', async () => {
  const { id, token } = await round.respondent('Hasty')
  await post(token, 'courses', { 'q.0.place': 'Kindu' })
  const send = await app.request(`/answer/${token}/review`, {
    method: 'POST',
    body: new URLSearchParams({ version: '1' }),
  })
  expect(send.status).toBe(422)
  expect((await owner.query('select sent_at from respondent where id = $1', [id])).rows[0].sent_at).toBeNull()
})

test('the last round’s answers stand in the form, and are kept with the first page', async () => {
  const before = await round.respondent('Again')
  await post(before.token, 'plan', { 'q.has_plan': 'yes' })
  await post(before.token, 'courses', { 'q.0.place': 'Uvira' })
  await app.request(`/answer/${before.token}/review`, { method: 'POST', body: new URLSearchParams({ version: '2' }) })
  const next = await keepRound(testing)
  const { id, token } = await next.respondent('Again', { earlier_id: before.id })
  expect(await (await app.request(`/answer/${token}/pages/courses`)).text()).toContain('Uvira')
  await post(token, 'plan', { 'q.has_plan': 'no', 'q.why_not': 'It expired' })
  expect(await kept(id)).toEqual({ has_plan: 'no', why_not: 'It expired', courses: [{ place: 'Uvira' }] })
})

test('where a form asks for more things than there is room for, it is said', async () => {
  const page = FORM.pages.find(({ repeat }) => repeat)!
  const form = { ...FORM, pages: [FORM.pages[0]!, { ...page, count: '50' }] }
  const round = await keepRound(testing, { form })
  const { token } = await round.respondent('Many courses')
  expect(await (await app.request(`/answer/${token}/pages/${page.name}`)).text()).toContain('There is room for 30')
})

test('things are put in an order without a script, and shown as they were put', async () => {
  const choices = ['seats', 'money'].map(name => ({ name, label: { en: name } }))
  const rank = ask('first', 'rank', 'What comes first?', { choices })
  const round = await keepRound(testing, { form: { ...FORM, pages: [{ ...FORM.pages[0]!, questions: [rank] }] } })
  const { token } = await round.respondent('Orders')
  const page = `/answer/${token}/pages/plan`
  const put = (places: string[]) => {
    const fields = new URLSearchParams([['post', randomUUID()], ...places.map(one => ['q.first', one])])
    return app.request(page, { method: 'POST', body: fields })
  }
  const refused = await put(['money', 'money'])
  expect(refused.status).toBe(422)
  expect((await refused.text()).match(/value="money" selected/g)).toHaveLength(2)
  expect((await put(['money', 'seats'])).status).toBe(303)
  expect(await (await app.request(`/answer/${token}/review`)).text()).toContain('1. money · 2. seats')
})

test('after the closing time nothing is taken', async () => {
  const over = await keepRound(testing, { closes: '-1 minute' })
  const { id, token } = await over.respondent('Too late')
  expect(await (await app.request(`/answer/${token}`)).text()).toContain('The time to answer is over')
  await post(token, 'plan', { 'q.has_plan': 'yes' })
  expect(await kept(id)).toBeNull()
})

test.each(['x'.repeat(43), 'short', '..%2F..', encodeURIComponent("' or 1=1 --")])(
  'a link that is none: %s',
  async token => {
    expect((await app.request(`/answer/${token}`)).status).toBe(404)
    expect((await post(token, 'plan', { 'q.has_plan': 'yes' })).status).toBe(404)
  },
)

test.each([
  ['no form', { method: 'POST', body: '{}', headers: { 'content-type': 'application/json' } }],
  [
    'names of every object',
    { method: 'POST', body: new URLSearchParams({ 'q.__proto__': 'x', 'q.constructor': 'y' }) },
  ],
  ['a NUL', { method: 'POST', body: new URLSearchParams({ 'q.has_plan': 'yes\0' }) }],
])('%s does no harm', async (_, init) => {
  const { token } = await round.respondent('Odd')
  expect((await app.request(`/answer/${token}/pages/plan`, init)).status).toBeLessThan(500)
})

test('a page is small enough for an old phone', async () => {
  const { token } = await round.respondent('2G')
  const page = await (await app.request(`/answer/${token}/pages/plan`)).arrayBuffer()
  expect(page.byteLength).toBeLessThan(15_000)
})

test('fifty posts at once of one respondent lose nothing', async () => {
  const { id, token } = await round.respondent('Fast')
  const names = Array.from({ length: 50 }, (_, n) => `a${n}`)
  await Promise.all(names.map(name => saveAnswers(kysely, token, randomUUID(), { [name]: name }, [])))
  expect(Object.keys((await kept(id))!)).toHaveLength(50)
})

test('each question says what was answered last time', async () => {
  const before = await round.respondent('Remembers')
  await post(before.token, 'plan', { 'q.has_plan': 'yes' })
  await post(before.token, 'money', { 'q.budget': '500' })
  await app.request(`/answer/${before.token}/review`, { method: 'POST', body: new URLSearchParams({ version: '2' }) })
  const next = await keepRound(testing)
  const { token } = await next.respondent('Remembers', { earlier_id: before.id })
  const money = async () => (await app.request(`/answer/${token}/pages/money`)).text()
  expect(await money()).toContain('As last time')
  await post(token, 'money', { 'q.budget': '700' })
  expect(await money()).toMatch(/Last time:.{0,60}500/)
  // Others are not told.
  const other = await next.respondent('New here')
  expect(await (await app.request(`/answer/${other.token}/pages/money`)).text()).not.toMatch(/Last time|>500<|"500"/)
})

test('a phone is told the form’s conditions by its own link only, and as long as it may answer', async () => {
  const { token } = await round.respondent('Conditions')
  const told = await app.request(`/answer/${token}/conditions`)
  expect(told.status).toBe(200)
  expect(await told.text()).not.toContain('Is there a plan?')
  expect((await app.request(`/answer/${'x'.repeat(43)}/conditions`)).status).toBe(404)
  const over = await keepRound(testing, { closes: '-1 minute' })
  const late = await over.respondent('Late')
  expect((await app.request(`/answer/${late.token}/conditions`)).status).toBe(404)
  const worker = await app.request('/answer/worker.js')
  expect(worker.headers.get('content-type')).toContain('javascript')
})

test('follow-up questions that a script showed and she left empty are not asked a second time', async () => {
  const { token } = await round.respondent('With a script')
  const withScript = await post(token, 'plan', { 'q.has_plan': 'no', 'q.why_not': '', seen: '1' })
  // Needed all the same.
  expect(withScript.status).toBe(422)
  expect(to(await post(token, 'plan', { 'q.has_plan': 'yes', seen: '1' }))).toBe(`/answer/${token}/pages/money`)
})

test('a round closes at the hour that clocks in its place show', async () => {
  const zoned = await keepRound(testing)
  const { token } = await zoned.respondent('In Kinshasa')
  const at = async (closes: string) => {
    await owner.query(`update round set closes_at = $2, time_zone = 'Africa/Kinshasa' where id = $1`, [
      zoned.roundId,
      closes,
    ])
    return (await app.request(`/answer/${token}`)).text()
  }
  expect(await at('2090-01-31T17:00:00Z')).toContain('31 January 2090 at 18:00')
  const soon = new Date(Date.now() + 60_000).toISOString()
  expect(await at(soon)).toContain('Begin')
  expect(await at(new Date(Date.now() - 1000).toISOString())).toContain('The time to answer is over')
})

test('today is the day in the round’s place, not the server’s', async () => {
  const form = {
    languages: ['en'],
    pages: [
      {
        name: 'day',
        label: {},
        relevant: null,
        repeat: false,
        questions: [ask('day', 'date', 'When?', { constraint: '. <= today()', default: '=today()' })],
      },
    ],
  }
  const there = await keepRound(testing, { form })
  // Fourteen hours ahead of UTC: half of the time it is tomorrow there.
  await owner.query(`update round set time_zone = 'Pacific/Kiritimati' where id = $1`, [there.roundId])
  const { token } = await there.respondent('On the island')
  const today = dayIn('Pacific/Kiritimati')
  expect(await (await app.request(`/answer/${token}/pages/day`)).text()).toContain(`value="${today}"`)
  expect(to(await post(token, 'day', { 'q.day': today }))).toBe(`/answer/${token}/review`)
})

test('with another’s link, with none, or signed in elsewhere, nobody reads or changes her answers', async () => {
  const her = await round.respondent('Hers alone')
  const other = await round.respondent('Another')
  await post(her.token, 'plan', { 'q.has_plan': 'no', 'q.why_not': 'Nobody may read this' })
  const stranger = await asOther()
  const others = [
    await app.request(`/answer/${other.token}/review`),
    await app.request(`/answer/${other.token}/pages/plan`),
    await app.request(`/answer/${her.id}`),
    await app.request(`/desk/rounds/${round.roundId}/answers/${her.id}`, { headers: stranger }),
    await app.request(`/desk/rounds/${round.roundId}/respondents/${her.id}`, { headers: stranger }),
    await app.request(`/desk/rounds/${round.roundId}/answers.csv`, { headers: stranger }),
    // Not even those who asked, before she sends it.
    await app.request(`/desk/rounds/${round.roundId}/answers/${her.id}`, { headers: await as('administrator') }),
    await app.request(`/desk/rounds/${round.roundId}/answers.csv`, { headers: await as('administrator') }),
    await app.request(`/desk/rounds/${round.roundId}/side-by-side`, { headers: await as('administrator') }),
  ]
  for (const answer of others) expect(await answer.text()).not.toContain('Nobody may read this')
  // Another's post lands in the other's answers.
  await post(other.token, 'plan', { 'q.has_plan': 'yes' })
  expect(await kept(her.id)).toMatchObject({ has_plan: 'no' })
})

test('more than can be kept is refused in words', async () => {
  const { id, token } = await round.respondent('Very long')
  await owner.query(`insert into response (respondent_id, organisation_id, round_id, answers)
    select id, organisation_id, round_id, jsonb_build_object('old', repeat('x', 1999000)) from respondent where id = '${id}'`)
  const answer = await post(token, 'plan', { 'q.has_plan': 'no', 'q.why_not': 'y'.repeat(9000) })
  expect(answer.status).toBe(413)
})

test('what was sent is read as it was on the day on which it was sent', async () => {
  const form = {
    languages: ['en'],
    pages: [
      {
        name: 'day',
        label: {},
        relevant: null,
        repeat: false,
        questions: [
          ask('until', 'date', 'Until when is the plan?'),
          ask('left', 'calculate', 'Days that are left', { calculation: '${until} - today()' }),
          ask('next', 'text', 'What follows it?', { relevant: '${until} >= today()' }),
        ],
      },
    ],
  }
  const there = await keepRound(testing, { form })
  const { id, token } = await there.respondent('In time')
  const until = new Date(Date.now() + 5 * 86_400_000).toISOString().slice(0, 10)
  await post(token, 'day', { 'q.until': until, 'q.next': 'A second plan', seen: '1' })
  await app.request(`/answer/${token}/review`, { method: 'POST', body: new URLSearchParams({ version: '1' }) })
  await owner.query(`update response set answers = answers || '{"until": "2026-01-31"}' where respondent_id = $1`, [id])
  await owner.query(`update respondent set sent_at = '2026-01-30T10:00:00Z' where id = $1`, [id])
  for (const page of [
    await app.request(`/answer/${token}`),
    await app.request(`/desk/rounds/${there.roundId}/answers/${id}`, { headers: await as('editor') }),
  ])
    expect(await page.text()).toContain('A second plan')
})

test('a link speaks of its own respondent only', async () => {
  const one = await round.respondent('One')
  const other = await round.respondent('Other')
  await post(one.token, 'plan', { 'q.has_plan': 'yes' })
  const seen = await answerByToken(kysely, other.token)
  expect(seen).toMatchObject({ respondentId: other.id, answers: {} })
})

test('answers are read by nobody before they are sent, and afterwards by those who work on them', async () => {
  const { id, token } = await round.respondent('Quiet')
  await post(token, 'plan', { 'q.has_plan': 'yes' })
  const seenBy = async (who: 'reader' | 'contributor' | 'editor' | 'stranger' | 'nobody', table: string) => {
    const asker = who === 'nobody' ? null : who === 'stranger' ? await userId('administrator', true) : await userId(who)
    const column =
      table === 'questionnaire' || table === 'round' ? 'id' : table === 'respondent' ? 'id' : 'respondent_id'
    const which = table === 'questionnaire' ? round.questionnaireId : table === 'round' ? round.roundId : id
    return reading(kysely, asker, async tx => {
      const rows = await tx
        .selectFrom(table as 'response')
        .select(({ fn }) => fn.countAll<number>().as('n'))
        .where(column as 'respondent_id', '=', which)
        .executeTakeFirstOrThrow()
      return Number(rows.n)
    })
  }
  for (const who of ['reader', 'contributor', 'editor', 'stranger', 'nobody'] as const)
    expect([who, await seenBy(who, 'response')]).toEqual([who, 0])
  await app.request(`/answer/${token}/review`, { method: 'POST', body: new URLSearchParams({ version: '1' }) })
  const seen: Record<string, number[]> = {}
  for (const who of ['nobody', 'stranger', 'reader', 'contributor', 'editor'] as const)
    seen[who] = await Promise.all(QUESTIONNAIRE_TABLES.slice(0, 4).map(table => seenBy(who, table)))
  expect(seen).toEqual({
    nobody: [0, 0, 0, 0],
    stranger: [0, 0, 0, 0],
    reader: [1, 1, 0, 0],
    contributor: [1, 1, 1, 1],
    editor: [1, 1, 1, 1],
  })
})
