import { randomUUID } from 'node:crypto'
import { beforeAll, expect, test } from 'vitest'
import writeXlsxFile from 'write-excel-file/node'
import { reading } from '../../platform/access.ts'
import { checkHistory } from '../../platform/history.ts'
import { testApp } from '../../platform/testing/app.ts'
import { keepActions } from '../ledger/testing.ts'
import { silentRespondents } from './queries/respondents.ts'
import { ask, FORM, keepRound } from './testing.ts'

const testing = await testApp()
const { app, services, as, asOther, organisationId } = testing
const { owner } = services.database
let editor: { cookie: string }

beforeAll(async () => {
  editor = await as('editor')
  await testing.work()
})

const post = (path: string, fields: Record<string, string>, headers: Record<string, string> = editor) =>
  app.request(path, { method: 'POST', headers, body: new URLSearchParams(fields) })
const get = (path: string, headers: Record<string, string> = editor) => app.request(path, { headers })
const to = (response: Response) => response.headers.get('location')

test('from an XLSForm to a round, a link, an answer, a word on the commitment, and the public page', async () => {
  await keepActions(services.database, organisationId, 'drc-plan', [{ text: 'Train women mediators' }])
  const rows = [
    ['type', 'name', 'label', 'commitment', 'required'],
    ['select_one status', 'trained', 'Were mediators trained?', 'drc-plan/2', 'yes'],
    ['geopoint', 'where', 'Where?', '', ''],
  ]
  const choices = [
    ['list_name', 'name', 'label'],
    ['status', 'under_way', 'Under way'],
    ['status', 'done', 'Done'],
  ]
  const sheet = (name: string, data: string[][]) => ({
    sheet: name,
    data: data.map(row => row.map(value => (value ? { value, type: String } : null))),
  })
  const bytes = await writeXlsxFile([sheet('survey', rows), sheet('choices', choices)]).toBuffer()
  const form = new FormData()
  const questionnaire = randomUUID()
  form.append('id', questionnaire)
  form.append('file', new File([new Uint8Array(bytes)], 'Mediators.xlsx'))
  const looked = await app.request('/desk/questionnaires/import', { method: 'POST', headers: editor, body: form })
  const check = await looked.text()
  expect(check).toContain('survey')
  expect(check).toContain('row 3')
  expect(check).toContain('geopoint')
  // Nothing is made before somebody has seen what is left out.
  expect((await owner.query('select from questionnaire')).rowCount).toBe(0)
  const held = Object.fromEntries(
    [...check.matchAll(/<input type="hidden" name="(id|name|bytes)" value="([^"]*)"/g)].map(([, name, value]) => [
      name!,
      value!,
    ]),
  )
  const imported = await post('/desk/questionnaires/import', { ...held, language: 'fr' })
  expect(to(imported)).toBe(`/desk/questionnaires/${questionnaire}`)
  expect((await owner.query('select form from questionnaire')).rows[0].form.languages).toEqual(['fr'])
  const shown = await (await get(to(imported)!)).text()
  expect(shown).toContain('geopoint')
  expect((await get(`/desk/questionnaires/${questionnaire}/preview`)).status).toBe(200)

  const round = randomUUID()
  const begun = { id: round, title: 'Round 1', closesOn: '2090-01-31', closesAt: '18:00', timeZone: 'Africa/Kinshasa' }
  for (let n = 0; n < 2; n++)
    expect(to(await post(`/desk/questionnaires/${questionnaire}/rounds`, begun))).toBe(`/desk/rounds/${round}`)
  const respondent = randomUUID()
  const asked = {
    id: respondent,
    kind: 'government',
    name: 'Ministry of Gender',
    email: '',
    language: 'en',
    voice: 'government',
    country: 'COD',
  }
  const added = await (await post(`/desk/rounds/${round}/respondents`, asked)).text()
  const token = added.match(/\/answer\/([\w-]{43})/)![1]!
  const again = await (await post(`/desk/rounds/${round}/respondents`, asked)).text()
  expect(again).toContain(token)
  expect((await owner.query('select from respondent where round_id = $1', [round])).rowCount).toBe(1)

  const answer = (page: string, fields: Record<string, string>) =>
    app.request(`/answer/${token}/pages/${page}`, {
      method: 'POST',
      body: new URLSearchParams({ post: randomUUID(), ...fields }),
    })
  expect(to(await answer('page_1', { 'q.trained': 'under_way' }))).toContain('closing_consultation')
  expect(
    to(
      await answer('closing_consultation', {
        'q.women_consulted': 'yes',
        'q.women_consulted_which': 'Cadre permanent',
      }),
    ),
  ).toContain('review')
  await app.request(`/answer/${token}/review`, { method: 'POST', body: new URLSearchParams({ version: '2' }) })

  const review = `/desk/rounds/${round}/answers/${respondent}`
  expect(await (await get(review)).text()).toContain('Train women mediators')
  // It is no word before somebody says so.
  expect((await owner.query('select from assessment')).rowCount).toBe(0)
  const word = { question: 'trained', status: 'under-way', reason: 'Two courses', visibility: 'organisation' }
  for (let n = 0; n < 2; n++) expect(to(await post(`${review}/word`, word))).toBe(review)
  const { rows: words } = await owner.query('select voice, status, source, visibility from assessment')
  expect(words).toEqual([
    {
      voice: 'government',
      status: 'under-way',
      visibility: 'organisation',
      source: expect.stringContaining('Answer of Ministry of Gender to “Round 1”'),
    },
  ])

  expect((await get(`/questionnaires/${round}`, {})).status).toBe(404)
  await post(`/desk/rounds/${round}/publish`, {})
  expect(await (await get(`/questionnaires/${round}`, {})).text()).not.toContain('Ministry of Gender')
  await post(`${review}/reviewed`, {})
  const open = await (await get(`/questionnaires/${round}`, {})).text()
  expect(open).toContain('Ministry of Gender')
  expect(open).toContain('Cadre permanent')
  expect(await (await get(`/desk/rounds/${round}/answers.csv`)).text()).toContain(
    'Ministry of Gender,government,government,COD',
  )
  expect((await get(`/desk/rounds/${round}/answers.xlsx`)).status).toBe(200)
  expect((await get(`/desk/rounds/${round}/side-by-side`)).status).toBe(200)
  expect((await checkHistory(owner)).broken).toEqual([])

  // Deletion is real.
  await post(`/desk/rounds/${round}/respondents/${respondent}/forget`, {})
  const { rows: left } = await owner.query(
    'select name, email, (select count(*)::int from response) as n from respondent where id = $1',
    [respondent],
  )
  expect(left).toEqual([{ name: '–', email: null, n: 0 }])
  expect((await app.request(`/answer/${token}`)).status).toBe(404)
  const { rows: told } = await owner.query(
    `select count(*)::int as n from history where relation = 'respondent' and history::text like '%Ministry%'`,
  )
  expect(told[0].n).toBe(0)
  expect((await checkHistory(owner)).broken).toEqual([])
})

test('a file that is no form is refused in words, beside the field and above the page', async () => {
  const form = new FormData()
  form.append('id', randomUUID())
  form.append('file', new File(['no form'], 'letter.txt'))
  const refused = await app.request('/desk/questionnaires/import', { method: 'POST', headers: editor, body: form })
  expect(refused.status).toBe(422)
  expect(await refused.text()).toMatch(/id="file-error"[\s\S]*<input[^>]*type="file"[^>]*aria-invalid/)
})

test('questions are added, changed, moved and taken out by hand', async () => {
  const id = randomUUID()
  await post('/desk/questionnaires', { id, title: 'By hand', languages: 'en, fr' })
  const one = `/desk/questionnaires/${id}`
  const state = async () => (await owner.query('select form, version from questionnaire where id = $1', [id])).rows[0]
  const version = async () => String((await state()).version)
  expect((await get(`${one}/pages/new`)).status).toBe(200)
  await post(`${one}/pages/new`, { version: await version(), 'label.en': 'First', 'label.fr': 'Premier' })
  const page = (await state()).form.pages[0].name as string
  const question = async (name: string, more: Record<string, string> = {}) =>
    post(`${one}/questions/new`, { version: await version(), page, type: 'yes-no', name, 'label.en': name, ...more })
  expect((await get(`${one}/questions/new?page=${page}`)).status).toBe(200)
  expect(to(await question('a', { required: 'yes' }))).toBe(one)
  expect(to(await question('b', { relevant: "${a} = 'yes'" }))).toBe(one)
  expect((await question('c', { relevant: '${nobody} = 1' })).status).toBe(422)
  expect((await question('c', { relevant: 'pulldata(.)' })).status).toBe(422)
  expect((await question('b')).status).toBe(422)
  expect((await question('d', { type: 'select-one', choices: 'only | One' })).status).toBe(422)
  // What is worked out, what stands there at first, and choices that depend on an answer.
  const worked = { type: 'calculate', 'label.en': '' }
  expect((await question('twice', worked)).status).toBe(422)
  expect((await question('twice', { ...worked, calculation: '${nobody} * 2' })).status).toBe(422)
  expect(to(await question('twice', { ...worked, calculation: "if(${a} = 'yes', 2, 1)" }))).toBe(one)
  const choices = 'x | X | X | of=yes\ny | Y | Y | of=no'
  const town = { type: 'select-one', choices, default: 'x' }
  expect((await question('town', { ...town, choiceFilter: 'off = ${a}' })).status).toBe(422)
  expect(to(await question('town', { ...town, choiceFilter: 'of = ${a}' }))).toBe(one)
  const kept = (await state()).form.pages[0].questions.find((each: { name: string }) => each.name === 'town')
  expect(kept).toMatchObject({ default: 'x', choiceFilter: 'of = ${a}' })
  expect(kept.choices).toEqual([
    { name: 'x', label: { en: 'X', fr: 'X' }, columns: { of: 'yes' } },
    { name: 'y', label: { en: 'Y', fr: 'Y' }, columns: { of: 'no' } },
  ])
  expect(await (await get(`${one}/questions/town`)).text()).toContain('y | Y | Y | of=no')
  for (const name of ['twice', 'town']) await post(one, { act: 'take-out', name, version: await version() })

  expect((await post(`${one}/pages/${page}`, { version: await version(), relevant: '${nobody}' })).status).toBe(422)
  expect((await post(`${one}/pages/nowhere`, { version: await version() })).status).toBe(404)
  expect(to(await post(`${one}/pages/${page}`, { version: await version(), 'label.en': 'Changed' }))).toBe(one)
  expect((await state()).form.pages[0]).toMatchObject({ label: { en: 'Changed' }, questions: [{}, {}] })

  await post(one, { act: 'up', name: 'b', version: await version() })
  expect((await state()).form.pages[0].questions.map((each: { name: string }) => each.name)).toEqual(['b', 'a'])
  expect((await post(one, { act: 'up', name: 'b', version: '1' })).status).toBe(409)
  await post(one, { act: 'take-out', name: 'b', version: await version() })
  expect((await state()).form.pages[0].questions).toHaveLength(1)
  expect((await get(one)).status).toBe(200)
})

test('a questionnaire gets another title and other languages; words of one that was taken out come back with it', async () => {
  const { questionnaireId: id } = await keepRound(testing)
  const one = `/desk/questionnaires/${id}`
  const rename = (called: string, languages: string, version: string, headers: Record<string, string> = editor) =>
    post(`${one}/name`, { called, languages, version }, headers)
  const wrong = await rename('Typed', 'english', '1')
  expect(wrong.status).toBe(422)
  expect(await wrong.text()).toContain('value="Typed"')
  expect((await rename('', 'en', '1')).status).toBe(422)
  expect((await rename('x', 'en', '1', await as('reader'))).status).toBe(403)
  expect(to(await rename('Seconde <série>', 'ar, en', '1'))).toBe(one)
  expect((await rename('Late', 'en', '1')).status).toBe(409)
  const { rows } = await owner.query('select title, form from questionnaire where id = $1', [id])
  expect(rows[0].title).toBe('Seconde <série>')
  expect(rows[0].form.languages).toEqual(['ar', 'en'])
  expect(rows[0].form.pages[0].label.fr).toBe('Le plan')
  expect(await (await get(one)).text()).toContain('Seconde &lt;série>')
})

test('a round of no question that can be answered does not begin, and the reason is said', async () => {
  const note = ask('welcome', 'note', 'Welcome')
  const form = { languages: ['en'], pages: [{ ...FORM.pages[0]!, questions: [note] }] }
  const { questionnaireId } = await keepRound(testing, { form })
  const one = `/desk/questionnaires/${questionnaireId}`
  const id = randomUUID()
  const begun = { id, title: 'Typed', closesOn: '2090-01-31', closesAt: '18:00', timeZone: 'UTC' }
  const refused = await post(`${one}/rounds`, begun)
  expect(refused.status).toBe(422)
  expect(await refused.text()).toContain('There is no question yet that can be answered')
  expect((await owner.query('select from round where id = $1', [id])).rowCount).toBe(0)
  expect(await (await get(one)).text()).toContain('There is no question yet that can be answered')
})

test('a round is closed and opened again; the next one asks the same respondents with their last answers', async () => {
  const first = await keepRound(testing)
  const { id, token } = await first.respondent('Stayed')
  await post(`/desk/rounds/${first.roundId}/close`, {})
  expect(await (await app.request(`/answer/${token}`)).text()).toContain('The time to answer is over')
  await post(`/desk/rounds/${first.roundId}/open`, { closesOn: '2090-01-31', closesAt: '18:00', timeZone: 'UTC' })
  expect(await (await app.request(`/answer/${token}`)).text()).toContain('Begin')
  const second = randomUUID()
  await post(`/desk/questionnaires/${first.questionnaireId}/rounds`, {
    id: second,
    title: 'Again',
    closesOn: '2090-01-31',
    closesAt: '18:00',
    timeZone: 'UTC',
  })
  for (let n = 0; n < 2; n++) await post(`/desk/rounds/${second}/earlier`, {})
  const { rows } = await owner.query('select earlier_id from respondent where round_id = $1', [second])
  expect(rows).toEqual([{ earlier_id: id }])
})

test.each(['reader', 'contributor'] as const)('a %s begins no round and sees no link', async role => {
  const round = await keepRound(testing)
  const { id } = await round.respondent('Guarded')
  const headers = await as(role)
  const body = { id: randomUUID(), title: 'x', closesOn: '2090-01-31', closesAt: '18:00', timeZone: 'UTC' }
  expect((await post(`/desk/questionnaires/${round.questionnaireId}/rounds`, body, headers)).status).toBe(403)
  const one = `/desk/rounds/${round.roundId}/respondents/${id}`
  for (const act of ['new-link', 'give-back', 'returned', 'forget'])
    expect((await post(`${one}/${act}`, { number: '2' }, headers)).status).toBe(403)
  expect((await post(one, { name: 'x', language: 'en', voice: 'community' }, headers)).status).toBe(403)
  expect((await post(`/desk/rounds/${round.roundId}/several`, { lines: 'x' }, headers)).status).toBe(403)
  const shown = await get(one, headers)
  expect(shown.status).toBe(role === 'reader' ? 403 : 200)
  expect(await shown.text()).not.toContain('/answer/')
})

test('another organisation finds nothing of it', async () => {
  const round = await keepRound(testing)
  const { id } = await round.respondent('Ours')
  const headers = await asOther()
  for (const path of [
    `/desk/questionnaires/${round.questionnaireId}`,
    `/desk/rounds/${round.roundId}`,
    `/desk/rounds/${round.roundId}/answers.csv`,
    `/desk/rounds/${round.roundId}/answers/${id}`,
  ])
    expect((await get(path, headers)).status).toBe(404)
  expect((await post(`/desk/rounds/${round.roundId}/publish`, {}, headers)).status).toBe(404)
})

test('governments that were asked and have not answered are named to those who asked, and to nobody else', async () => {
  const round = await keepRound(testing)
  const ministry = { kind: 'government', voice: 'government', email: null }
  const silent = await round.respondent('Ministry of Defence', ministry)
  const answered = await round.respondent('Ministry of Gender', ministry)
  await round.respondent('A group', { kind: 'organisation' })
  await owner.query(`update respondent set sent_at = now(), sent_sha256 = repeat('a', 64) where id = $1`, [answered.id])
  const named = async (asker: string | null) =>
    (await reading(services.database.kysely, asker, tx => silentRespondents(tx, round.roundId))).map(({ id }) => id)
  expect(await named(await testing.userId('contributor'))).toEqual([silent.id])
  expect(await named(await testing.userId('administrator', true))).toEqual([])
  expect(await named(null)).toEqual([])
})

test('a closing time that cannot be comes back in its form, which stands open', async () => {
  const { roundId } = await keepRound(testing)
  const refused = await post(`/desk/rounds/${roundId}/open`, {
    closesOn: '2020-01-31',
    closesAt: '18:00',
    timeZone: 'UTC',
  })
  expect(refused.status).toBe(422)
  expect(await refused.text()).toMatch(/<details open><summary>Move the closing time<.*value="2020-01-31"/s)
})
