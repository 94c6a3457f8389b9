import { expect, test } from 'vitest'
import { testApp } from '../../platform/testing/app.ts'
import { keepPlan } from '../plans/testing.ts'
import { smallPlan } from '../plans/testing-plan.ts'
import { filePng, sendForm } from '../evidence/testing.ts'

const testing = await testApp()
const { app, services, as, asOther, organisationId, otherOrganisationId } = testing
const { owner } = services.database
await keepPlan(services.database, organisationId, smallPlan(), { slug: 'cod-2019-2022' })
await owner.query(`update organisation set voice = 'government', country = 'COD' where id = $1`, [otherOrganisationId])
const { rows } = await owner.query<{ id: string; ref: number }>('select id, ref from item order by ref')
const [ACTION, OTHER, ANSWERED, RACE] = [5, 6, 9, 10].map(ref => rows.find(row => row.ref === ref)!.id) as [
  string,
  string,
  string,
  string,
]
const PAGE = '/plans/cod-2019-2022/items/5'

let forms = 0
const fields = (item: string, rest: Record<string, string | string[]> = {}) => ({
  form: `form-${++forms}`,
  item,
  seen: '',
  status: 'stalled',
  asOf: '2023-05-01',
  reason: 'The office was never opened.',
  voice: 'civil-society',
  source: '',
  visibility: 'organisation',
  ...rest,
})
const say = (headers: Record<string, string>, values: Record<string, string | string[]>, file?: File) =>
  sendForm(app, headers, '/desk/voices/say', values, file)
const get = async (path: string, headers: Record<string, string> = {}) => {
  const answer = await app.request(path, { headers })
  return { status: answer.status, text: await answer.text() }
}
const post = async (path: string, headers: Record<string, string>, values: [string, string][]) => {
  const answer = await app.request(path, { method: 'POST', headers, body: new URLSearchParams(values) })
  return { status: answer.status, location: answer.headers.get('location'), text: await answer.text() }
}
const wordOn = async (item: string) =>
  (await owner.query('select * from assessment where item_id = $1 order by created_at desc', [item])).rows

test('a commitment of which nobody spoke says so, and offers the form to those who may speak', async () => {
  const nobody = await get(PAGE)
  expect(nobody.text).toContain('Nobody has said yet what became of this')
  expect(nobody.text).toContain('It was due on 31 December 2020: that day has passed')
  expect(nobody.text).not.toContain('/desk/voices/say')
  expect((await get(PAGE, await as('reader'))).text).not.toContain('/desk/voices/say')
  expect((await get(PAGE, await as('contributor'))).text).toContain('/desk/voices/say')
  // A pillar is nobody's to keep.
  expect((await get('/plans/cod-2019-2022/items/1')).text).not.toContain('id="voices"')
})

test('a word is its organisation’s until an editor makes it public; sent twice it is said once', async () => {
  const values = fields(ACTION)
  const contributor = await as('contributor')
  expect(await say(contributor, values)).toMatchObject({ status: 303, location: `${PAGE}?voices=said#voices` })
  expect((await say(contributor, values)).status).toBe(303)
  const [word, ...more] = await wordOn(ACTION)
  expect(more).toEqual([])
  expect((await get(PAGE)).text).not.toContain('never opened')
  expect((await get(PAGE, await asOther())).text).not.toContain('never opened')
  expect((await get(PAGE, await as('reader'))).text).toContain('never opened')

  const act = `/desk/voices/words/${word.id}/visibility`
  expect((await post(act, contributor, [['visibility', 'public']])).status).toBe(403)
  expect((await post(act, await asOther(), [['visibility', 'public']])).status).toBe(404)
  expect((await post(act, await as('editor'), [['visibility', 'public']])).status).toBe(303)
  const open = await get(PAGE)
  expect(open.text).toContain('The government has not said how far this is; others have.')
  for (const said of [
    'Stalled',
    'The office was never opened.',
    'Women’s Peace Network',
    'role="img"',
    'due 31 December 2020, past',
  ])
    expect(open.text).toContain(said)
  expect(open.text).not.toMatch(/<script|style=|The contributor/)
  expect((await get(PAGE + '?lang=ar')).text).toContain('لم تقل الحكومة')
})

test('a later word takes the place of an earlier one, which stays; the gap is named', async () => {
  const editor = await as('editor')
  const next = fields(ACTION, {
    status: 'under-way',
    reason: 'It has opened.',
    asOf: '2024-02-01',
    visibility: 'public',
  })
  expect((await say(editor, { ...next, seen: (await wordOn(ACTION))[0].id })).status).toBe(303)
  const quote = {
    voice: 'government',
    source: 'Annual report 2024, p. 9',
    status: 'done',
    reason: 'As reported.',
    visibility: 'public',
  }
  expect((await say(editor, fields(ACTION, { ...quote, seen: (await wordOn(ACTION))[0].id }))).status).toBe(303)
  const { text } = await get(PAGE)
  expect(text).toContain('The government reports more than others see.')
  expect(text).toContain('Quoted by Women’s Peace Network from:')
  expect(text).toContain('1 earlier word')
  expect(text.indexOf('It has opened.')).toBeLessThan(text.indexOf('The office was never opened.'))
})

test('what is wrong comes back with everything that was typed, a file included', async () => {
  const contributor = await as('contributor')
  const wrong = fields(OTHER, {
    reason: '',
    voice: 'community',
    visibility: 'public',
    status: 'done',
    asOf: '1999-01-01',
  })
  const answer = await say(contributor, wrong, await filePng('Photo of the hall.png'))
  expect(answer.status).toBe(422)
  for (const sentence of [
    'Say why; only',
    'Say where you quote this voice from',
    'Only an editor can show it',
    'Give a day between',
    'value="1999-01-01"',
    'Photo of the hall.png',
  ])
    expect(answer.text).toContain(sentence)
  expect(answer.text).toMatch(/name="evidence" value="[0-9a-f-]{36}" checked/)
  expect(await wordOn(OTHER)).toEqual([])

  const kept = answer.text.match(/name="evidence" value="([0-9a-f-]{36})" checked/)![1]!
  const right = {
    ...wrong,
    reason: 'Seen there.',
    source: 'Meeting of 3 May',
    visibility: 'organisation',
    asOf: '2023-01-01',
    evidence: kept,
  }
  expect((await say(contributor, right)).status).toBe(303)
  expect((await owner.query('select * from evidence')).rows).toHaveLength(1)
  expect((await get('/plans/cod-2019-2022/items/6', contributor)).text).toContain('1 piece of evidence')
})

test('bad input of any kind is refused and keeps nothing', async () => {
  const editor = await as('editor')
  const before = (await owner.query('select count(*) from assessment')).rows
  expect((await say(editor, fields('no-such-item'))).status).toBe(404)
  expect((await say(editor, fields('00000000-0000-4000-8000-000000000000'))).status).toBe(404)
  const odd: Record<string, string>[] = [
    { status: 'excellent' },
    { voice: 'nato' },
    { visibility: 'everybody' },
    { asOf: 'yesterday' },
    { reason: 'x'.repeat(10_001) },
  ]
  for (const one of odd) expect((await say(editor, fields(OTHER, one))).status, JSON.stringify(one)).toBe(422)
  expect((await say(await as('reader'), fields(OTHER))).status).toBe(403)
  expect((await say({}, fields(OTHER))).status).toBe(401)
  expect((await post('/desk/voices/say', editor, [['item', OTHER]])).status).toBe(422)
  for (const path of [
    '/desk/voices/words/x/visibility',
    '/desk/voices/words/x/take-back',
    '/desk/voices/words/x/reply',
    '/desk/voices/replies/x/take-back',
  ])
    expect(
      (
        await post(path, editor, [
          ['visibility', 'public'],
          ['why', 'x'],
          ['text', 'x'],
          ['form', 'f'],
        ])
      ).status,
    ).toBe(404)
  expect((await get('/desk/voices/00000000-0000-4000-8000-000000000000', editor)).status).toBe(404)
  expect((await owner.query('select count(*) from assessment')).rows).toEqual(before)
})

test('two people at once: both words are kept, and the second one sees the first before hers goes in', async () => {
  const [editor, contributor] = [await as('editor'), await as('contributor')]
  expect((await say(editor, fields(RACE, { reason: 'Hers.' }))).status).toBe(303)
  const mine = fields(RACE, { reason: 'Mine.', status: 'done' })
  const stopped = await say(contributor, mine)
  expect(stopped.status).toBe(409)
  expect(stopped.text).toContain('While you wrote, this came in')
  expect(stopped.text).toContain('Hers.')
  expect(stopped.text).toContain('Mine.')
  const seen = stopped.text.match(/name="seen" value="([^"]+)"/)![1]!
  expect((await say(contributor, { ...mine, seen })).status).toBe(303)
  expect((await wordOn(RACE)).map(word => word.reason)).toEqual(['Mine.', 'Hers.'])
})

test('the government of the country answers, whoever spoke answers back, each once', async () => {
  const editor = await as('editor')
  await say(editor, fields(ANSWERED, { visibility: 'public', reason: 'No budget was voted.' }))
  const [word] = await wordOn(ANSWERED)
  const path = `/desk/voices/words/${word.id}/reply`
  const answer = (headers: Record<string, string>, text: string, form = text) =>
    post(path, headers, [
      ['form', form],
      ['text', text],
    ])
  const page = '/plans/cod-2019-2022/items/9'
  expect((await answer(editor, 'Too early')).status).toBe(409)
  expect((await answer(await asOther('contributor'), 'Not an editor')).status).toBe(403)
  const government = await asOther('editor')
  expect((await get('/desk/voices', government)).text).toContain('=cmd()|calc')
  expect((await answer(government, '')).status).toBe(422)
  expect((await answer(government, 'It was voted in March.')).status).toBe(303)
  expect((await answer(government, 'It was voted in March.')).status).toBe(303)
  expect((await answer(government, 'And again.')).status).toBe(409)
  expect((await get('/desk/voices', editor)).text).toContain('id="to-answer"')
  expect((await answer(editor, 'March of the next year.')).status).toBe(303)
  const open = await get(page)
  expect(open.text).toContain('Answer by Another organisation (Government)')
  expect(open.text.indexOf('It was voted in March.')).toBeLessThan(open.text.indexOf('March of the next year.'))

  const { rows: replies } = await owner.query('select id, text from reply')
  const first = replies.find(reply => reply.text.includes('voted'))
  expect((await post(`/desk/voices/replies/${first.id}/take-back`, editor, [])).status).toBe(404)
  expect((await post(`/desk/voices/replies/${first.id}/take-back`, government, [])).status).toBe(303)
  expect((await get(page)).text).not.toContain('It was voted in March.')
})

test('a word is taken back with a reason, and then stands there for its organisation alone', async () => {
  const editor = await as('editor')
  const [word] = await wordOn(ANSWERED)
  const path = `/desk/voices/words/${word.id}/take-back`
  expect((await post(path, editor, [['why', ' ']])).status).toBe(422)
  expect((await post(path, await asOther(), [['why', 'x']])).status).toBe(404)
  expect((await post(path, editor, [['why', 'Mixed up with another place.']])).status).toBe(303)
  expect((await post(path, editor, [['why', 'Again.']])).status).toBe(303)
  expect((await get('/plans/cod-2019-2022/items/9')).text).not.toContain('No budget was voted.')
  const own = (await get('/plans/cod-2019-2022/items/9', editor)).text
  expect(own).toContain('No budget was voted.')
  expect(own).toContain('Mixed up with another place.')
})

test('the desk says what waits, and several words are published at once', async () => {
  const editor = await as('editor')
  const desk = await get('/desk/voices', editor)
  expect(desk.text).toContain('Your words that are not public')
  const drafts = [...desk.text.matchAll(/name="word" value="([^"]+)"/g)].map(match => match[1]!)
  expect(drafts.length).toBeGreaterThanOrEqual(2)
  const publish = (headers: Record<string, string>) =>
    post(
      '/desk/voices/publish',
      headers,
      drafts.map(id => ['word', id]),
    )
  expect((await publish(await as('contributor'))).status).toBe(403)
  await publish(await asOther('administrator'))
  expect((await get('/plans/cod-2019-2022/items/6')).text).not.toContain('Seen there.')
  expect((await publish(editor)).location).toBe('/desk/voices?done=published')
  expect((await get('/plans/cod-2019-2022/items/6')).text).toContain('Seen there.')
  // The photo behind it stays within the organisation.
  expect((await get('/plans/cod-2019-2022/items/6')).text).not.toContain('Photo of the hall')
  expect((await get('/desk/voices', editor)).text).toContain('Nothing waits here')
  expect((await post('/desk/voices/publish', editor, [])).location).toBe('/desk/voices?done=none')
  // Objectives and actions that are due, of which a government has said nothing.
  expect((await get('/desk/voices', await asOther('reader'))).text).toContain('that day has passed')
  expect((await get('/desk/voices')).status).toBe(401)
})
