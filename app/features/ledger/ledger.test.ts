import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, test } from 'vitest'
import { testApp } from '../../platform/testing/app.ts'
import { idOf, keepActions, say } from './testing.ts'

const { app, services, as, asOther, organisationId: ours, otherOrganisationId: theirs } = await testApp()
const { database } = services
const { owner } = database

beforeAll(async () => {
  const cites = [{ page: 1, box: null, quote: 'As printed' }]
  await keepActions(database, ours, 'cod-plan', [
    { text: 'Train <women> mediators', number: '1.1', fields: { responsible: { text: 'Ministry of Gender', cites } } },
    { text: 'Train police officers', number: '1.2' },
    { text: 'Open shelters', number: '1.3' },
  ])
  await keepActions(database, ours, 'our-draft', [{ text: 'Not yet public' }], { published: false })
  await keepActions(database, theirs, 'their-plan', [{ text: 'Their own promise' }], { country: 'KEN' })
  await say(database, { slug: 'cod-plan', ref: 2, organisationId: theirs, voice: 'government', status: 'done' })
  await say(database, { slug: 'cod-plan', ref: 2, organisationId: ours, voice: 'civil-society', status: 'stalled' })
})

const get = async (path: string, headers: Record<string, string> = {}) => {
  const answer = await app.request(path, { headers })
  return { status: answer.status, location: answer.headers.get('location'), text: await answer.text() }
}
const post = async (
  path: string,
  headers: Record<string, string>,
  fields: [string, string][] | Record<string, string>,
) => {
  const answer = await app.request(path, { method: 'POST', headers, body: new URLSearchParams(fields) })
  return { status: answer.status, location: answer.headers.get('location'), text: await answer.text() }
}

describe('the list before the public', () => {
  test('shows each commitment with its words, its plan and what each voice says, and names the gap', async () => {
    const { status, text } = await get('/commitments')
    expect(status).toBe(200)
    expect(text).toContain('Train &lt;women> mediators')
    expect(text).toContain('href="/plans/cod-plan/items/2"')
    expect(text).toContain('Government reports more')
    expect(text).toContain('Another organisation')
    expect(text).toContain('Stalled')
    expect(text).not.toContain('Not yet public')
    expect(text).not.toMatch(/<script|style=/)
  })

  test('a filter is said in chips that take it off one by one', async () => {
    const { text } = await get('/commitments?q=train&country=COD&status=done')
    expect(text).toContain('<mark>Train</mark>')
    expect(text).toContain('href="/commitments?q=train&amp;country=COD"')
    expect(text).toContain('Remove this filter: Says: Done')
    expect((await get('/commitments?q=nowhere-to-be-found')).text).toContain('No commitment fits all of this')
  })

  test('speaks three languages, and takes any address', async () => {
    expect((await get('/commitments?lang=fr')).text).toContain('Le gouvernement en dit plus')
    expect((await get('/commitments?lang=ar')).text).toContain('dir="rtl"')
    for (const query of ['page=-1', 'page=9999999', 'page=x', 'due=%00', 'q=%00%ff', `q=${'a'.repeat(3000)}`, 'mine'])
      expect((await get(`/commitments?${query}`)).status, query).toBe(200)
  })

  test('what is filtered comes as CSV, Excel, JSON and a feed; no draft in any of them, for nobody and strangers', async () => {
    for (const headers of [{}, await asOther()])
      for (const path of [
        '/commitments.csv',
        '/commitments.json',
        '/commitments.atom',
        '/commitments.csv?mine&q=public',
      ]) {
        const { status, text } = await get(path, headers)
        expect(status, path).toBe(200)
        expect(text).not.toContain('Not yet public')
      }
    const { commitments } = JSON.parse((await get('/commitments.json?country=COD')).text) as {
      commitments: Record<string, string>[]
    }
    expect(commitments).toHaveLength(3)
    expect(commitments[0]).toMatchObject({
      instrument: 'cod-plan',
      ref: '2',
      government_says: 'done',
      civil_society_says: 'stalled',
      gap: 'government-ahead',
      our_status: '',
    })
    const feed = await get('/commitments.atom?country=COD')
    expect(feed.text).toContain('Government: Done (30 June 2024)')
    expect((await app.request('/commitments.xlsx')).headers.get('content-disposition')).toContain('commitments.xlsx')
    const mine = await get('/commitments.csv?mine', await as('reader'))
    expect(mine.text).toContain('Not yet public')
    expect(mine.text).not.toContain('Their own promise')
  })
})

const chosen = async (slug: string, ref: number): Promise<[string, string]> => {
  const id = await idOf(database, slug, ref)
  const { rows } = await owner.query('select version from item where id = $1', [id])
  return ['item', `${id}@${rows[0].version}`]
}

const fieldsNow = async (ref: number) => {
  const { rows } = await owner.query('select fields, parent_id, version from item where id = $1', [
    await idOf(database, 'cod-plan', ref),
  ])
  return rows[0]
}

describe('changing many at once', () => {
  test('is shown first and changes nothing; then it is done once, however often it is sent', async () => {
    const editor = await as('editor')
    const form: [string, string][] = [
      ['form', randomUUID()],
      ['action', 'responsible'],
      ['responsible', 'Ministry of Justice'],
      await chosen('cod-plan', 2),
      await chosen('cod-plan', 3),
      await chosen('their-plan', 2),
    ]
    const dry = await post('/desk/ledger/change', editor, form)
    expect(dry.status).toBe(200)
    expect(dry.text).toContain('2 commitments will change')
    expect(dry.text).toContain('One of the chosen ones is not yours to change')
    expect(dry.text).toContain('Ministry of Gender')
    expect((await fieldsNow(2)).fields.responsible.text).toBe('Ministry of Gender')

    const done = await Promise.all([1, 2].map(() => post('/desk/ledger/change/do', editor, form)))
    expect(done.map(({ status }) => status)).toEqual([303, 303])
    expect(done[0]!.location).toBe(done[1]!.location)
    expect((await fieldsNow(3)).fields.responsible.text).toBe('Ministry of Justice')
    expect((await fieldsNow(3)).version).toBe(2)
    expect((await get(done[0]!.location!, editor)).text).toContain('2 commitments are changed')
  })

  test('is taken back as a whole, but not over the head of somebody who changed a row since', async () => {
    const editor = await as('editor')
    const form: [string, string][] = [
      ['form', randomUUID()],
      ['action', 'due'],
      ['due-text', 'by the end of 2027'],
      ['due-end', '2027'],
      await chosen('cod-plan', 2),
      await chosen('cod-plan', 4),
    ]
    const { location } = await post('/desk/ledger/change/do', editor, form)
    const change = new URL(location!, 'http://x').searchParams.get('change')!
    expect((await fieldsNow(4)).fields.timeframe.value).toEqual({ start: null, end: '2027' })
    expect((await get('/commitments?due=2027')).text).toContain('Open shelters')
    expect((await post('/desk/ledger/undo', await as('reader'), { change })).status).toBe(403)
    expect((await post('/desk/ledger/undo', await asOther(), { change })).status).toBe(409)
    expect((await post('/desk/ledger/undo', editor, { change })).location).toBe('/desk/ledger?done=undone')
    expect((await get('/desk/ledger?done=constructor', editor)).status).toBe(200)
    expect((await fieldsNow(4)).fields.timeframe).toBe(undefined)
    expect((await post('/desk/ledger/undo', editor, { change })).status).toBe(409)
  })

  test('two people at once: the second sees which rows and what changed, and loses nothing', async () => {
    const editor = await as('editor')
    const seen = await chosen('cod-plan', 4)
    const of = (responsible: string): [string, string][] => [
      ['form', randomUUID()],
      ['action', 'responsible'],
      ['responsible', responsible],
      seen,
    ]
    expect((await post('/desk/ledger/change/do', editor, of('Hers'))).status).toBe(303)
    const conflict = await post('/desk/ledger/change/do', await as('administrator'), of('His'))
    expect(conflict.status).toBe(409)
    expect(conflict.text).toContain('Open shelters')
    expect(conflict.text).toContain('Responsible: Hers')
    expect(conflict.text).toContain('The editor')
    expect((await fieldsNow(4)).fields.responsible.text).toBe('Hers')
    // What another part of the row says does not stand in the way.
    const due = [['form', randomUUID()], ['action', 'due'], ['due-end', '2026'], seen] as [string, string][]
    expect((await post('/desk/ledger/change/do', editor, due)).status).toBe(303)
  })

  test('a status is said for our own voice, for our members’ eyes; and taken back with the change', async () => {
    const contributor = await as('contributor')
    const form: [string, string][] = [
      ['form', randomUUID()],
      ['action', 'status'],
      ['status', 'under-way'],
      ['status-date', '2025-03-01'],
      ['status-reason', 'The first course has begun'],
      await chosen('cod-plan', 3),
      await chosen('their-plan', 2),
    ]
    const { location } = await post('/desk/ledger/change/do', contributor, form)
    const said = () =>
      owner.query(
        `select voice, visibility from assessment where reason = 'The first course has begun' and withdrawn_at is null`,
      )
    expect((await said()).rows).toEqual([1, 2].map(() => ({ voice: 'civil-society', visibility: 'organisation' })))
    expect((await get('/commitments?status=under-way')).text).not.toContain('Train police')
    const change = new URL(location!, 'http://x').searchParams.get('change')!
    expect((await post('/desk/ledger/undo', contributor, { change })).status).toBe(303)
    expect((await said()).rows).toEqual([])
  })

  test('a link to a paragraph is made by its address, once; a pillar by its number', async () => {
    const editor = await as('editor')
    const link = async (address: string) =>
      post('/desk/ledger/change/do', editor, [
        ['form', randomUUID()],
        ['action', 'link'],
        ['link', address],
        await chosen('cod-plan', 2),
      ])
    expect((await link('https://example.org/plans/their-plan/items/2')).status).toBe(303)
    await link('/plans/their-plan/items/2')
    const { rows } = await owner.query('select relation from item_link')
    expect(rows).toEqual([{ relation: 'implements' }])
    const practice = await get('/plans/cod-plan/items/2')
    expect(practice.text).toMatch(/Puts into practice[\s\S]*Their own promise/)
    expect((await get('/plans/their-plan/items/2')).text).toMatch(/Put into practice by[\s\S]*women> mediators/)
    for (const address of ['/plans/our-draft/items/77', 'nonsense', '/plans/cod-plan/items/2']) {
      const wrong = await link(address)
      expect(wrong.status).toBe(422)
      expect(wrong.text).toContain('There is no commitment at this address')
    }
    const pillar = async (ref: string) =>
      post('/desk/ledger/change', editor, [
        ['form', randomUUID()],
        ['action', 'pillar'],
        ['pillar', ref],
        await chosen('cod-plan', 2),
      ])
    expect((await pillar('1')).text).toContain('One of the chosen ones is so already')
    expect((await pillar('3')).status).toBe(422)
  })

  test('what is wrong in the form comes back with what was ticked and typed', async () => {
    const wrong = await post('/desk/ledger/change', await as('contributor'), [
      ['form', randomUUID()],
      ['action', 'status'],
      ['status', 'done'],
      ['status-date', '2999-01-01'],
      ['status-reason', ' '],
      await chosen('cod-plan', 2),
    ])
    expect(wrong.status).toBe(422)
    expect(wrong.text).toContain('id="status-reason-error"')
    expect(wrong.text).toMatch(/name="item" value="[^"]+"[^>]* checked/)
    const none = { form: randomUUID(), action: 'responsible', responsible: 'x' }
    expect((await post('/desk/ledger/change', await as('contributor'), none)).status).toBe(422)
    const odd = { form: 'x', action: 'explode', item: 'x' }
    expect((await post('/desk/ledger/change/do', await as('contributor'), odd)).status).toBe(422)
    expect((await post('/desk/ledger/change/do', await as('reader'), none)).status).toBe(403)
    expect((await post('/desk/ledger/change/do', {}, none)).status).toBe(401)
  })

  test('a contributor leaves public rows alone', async () => {
    const dry = await post('/desk/ledger/change', await as('contributor'), [
      ['form', randomUUID()],
      ['action', 'responsible'],
      ['responsible', 'x'],
      await chosen('cod-plan', 2),
      await chosen('our-draft', 2),
    ])
    expect(dry.text).toContain('One commitment will change')
  })
})

describe('changing everything that a filter finds', () => {
  const MANY = 120
  const query = 'instrument=many-plan'
  beforeAll(async () => {
    const rows = Array.from({ length: MANY }, (_, n) => ({ text: `Promise ${n + 1}`, number: `9.${n + 1}` }))
    await keepActions(database, ours, 'many-plan', rows)
  })
  const all = (fields: Record<string, string>): Record<string, string> => ({
    form: randomUUID(),
    all: 'yes',
    query,
    ...fields,
  })
  const responsible = (name: string) => all({ action: 'responsible', responsible: name })
  /** What the page of the dry run sends on. */
  const sentOn = (page: string): Record<string, string> =>
    Object.fromEntries(
      [...page.matchAll(/<input type="hidden" name="([\w-]+)" value="([^"]*)"( disabled)?/g)]
        .filter(([, , , disabled]) => !disabled)
        .map(([, name, value]) => [name!, value!.replaceAll('&amp;', '&')]),
    )
  const responsibles = async () => {
    const { rows } = await owner.query(
      `select fields #>> '{responsible,text}' as name, count(*)::int as n from item i join instrument n on n.id = i.instrument_id
       where n.slug = 'many-plan' and i.kind = 'action' group by 1 order by 2 desc`,
    )
    return rows.map(row => [row.name, row.n])
  }

  test('is offered where it finds more than stands on the page', async () => {
    const editor = await as('editor')
    const page = (await get('/desk/ledger', editor)).text
    const ids = [...page.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id)
    expect(ids.filter((id, n) => ids.indexOf(id) !== n)).toEqual([])
    expect((await get(`/desk/ledger?${query}`, editor)).text).toContain(`All ${MANY} that this filter finds`)
    expect((await get('/desk/ledger?instrument=cod-plan', editor)).text).not.toContain('name="all"')
  })

  test('says how many and shows the first; one confirmation changes them all; one undo takes them all back', async () => {
    const editor = await as('editor')
    const dry = await post('/desk/ledger/change', editor, responsible('Ministry of Peace'))
    expect(dry.text).toContain(`${MANY} commitments will change`)
    expect(dry.text).toContain(`The first 100 of ${MANY} are shown`)
    expect(dry.text.match(/<tr>/g)).toHaveLength(101)
    expect(await responsibles()).toEqual([[null, MANY]])
    const form = sentOn(dry.text)
    const [done] = await Promise.all([1, 2].map(() => post('/desk/ledger/change/do', editor, form)))
    expect(done!.location).toMatch(/^\/desk\/ledger\?instrument=many-plan&change=/)
    expect(await responsibles()).toEqual([['Ministry of Peace', MANY]])
    const page = await get(done!.location!, editor)
    expect(page.text).toContain(`${MANY} commitments are changed`)
    const change = new URL(done!.location!, 'http://x').searchParams.get('change')!
    expect((await post('/desk/ledger/undo', editor, { change })).status).toBe(303)
    expect(await responsibles()).toEqual([[null, MANY]])
  })

  test('what somebody changed between looking and doing is shown, and nothing is done; the others can be changed without it', async () => {
    const editor = await as('editor')
    const dry = await post('/desk/ledger/change', editor, responsible('His'))
    const one: [string, string][] = [
      ['form', randomUUID()],
      ['action', 'responsible'],
      ['responsible', 'Hers'],
      await chosen('many-plan', 77),
    ]
    expect((await post('/desk/ledger/change/do', await as('administrator'), one)).status).toBe(303)
    const conflict = await post('/desk/ledger/change/do', editor, sentOn(dry.text))
    expect(conflict.status).toBe(409)
    expect(conflict.text).toContain('Responsible: Hers')
    expect(conflict.text).toContain(`Change the ${MANY - 1} others`)
    expect(await responsibles()).toEqual([
      [null, MANY - 1],
      ['Hers', 1],
    ])
    expect((await post('/desk/ledger/change/do', editor, sentOn(conflict.text))).status).toBe(303)
    expect(await responsibles()).toEqual([
      ['His', MANY - 1],
      ['Hers', 1],
    ])
  })

  test('a status and a link of all are said and made in one act', async () => {
    const contributor = await as('contributor')
    const status = all({
      action: 'status',
      status: 'stalled',
      'status-date': '2025-03-01',
      'status-reason': 'No money',
    })
    const dry = await post('/desk/ledger/change', contributor, status)
    const { location } = await post('/desk/ledger/change/do', contributor, sentOn(dry.text))
    const said = `select from assessment where reason = 'No money' and withdrawn_at is null`
    expect((await owner.query(said)).rowCount).toBe(MANY)
    const change = new URL(location!, 'http://x').searchParams.get('change')!
    expect((await post('/desk/ledger/undo', contributor, { change })).status).toBe(303)
    expect((await owner.query(said)).rowCount).toBe(0)
    const link = all({ action: 'link', link: '/plans/their-plan/items/2' })
    const linking = await post('/desk/ledger/change', await as('editor'), link)
    expect((await post('/desk/ledger/change/do', await as('editor'), sentOn(linking.text))).status).toBe(303)
    expect((await owner.query(`select from item_link where relation = 'implements'`)).rowCount).toBeGreaterThan(
      MANY - 1,
    )
  })

  test('what is wrong comes back with the filter, what was typed, and all still chosen', async () => {
    const editor = await as('editor')
    const wrong = await post('/desk/ledger/change', editor, all({ action: 'link', link: 'nowhere' }))
    expect(wrong.status).toBe(422)
    expect(wrong.text).toContain('value="nowhere"')
    expect(wrong.text).toMatch(/id="all"[^>]* checked/)
    expect(wrong.text).toContain(`All ${MANY} that this filter finds`)
    const none = await post('/desk/ledger/change', editor, { ...responsible('x'), all: '' })
    expect(none.status).toBe(422)
    const others = await post('/desk/ledger/change', await asOther('editor'), responsible('Taken over'))
    expect(others.text).toContain(`${MANY} of the chosen ones are not yours to change`)
    expect((await post('/desk/ledger/change', await as('reader'), responsible('x'))).status).toBe(403)
    const odd = { ...responsible('x'), query: 'instrument=%00&due=__proto__&page=9' }
    expect((await post('/desk/ledger/change', editor, odd)).status).toBe(200)
  })
})

test('Saved views are one’s own until they are shared, and deleted by the one who saved them', async () => {
  const save = (headers: Record<string, string>, fields: Record<string, string>) =>
    post('/desk/ledger/views', headers, fields)
  const [editor, reader] = [await as('editor'), await as('reader')]
  await save(editor, { name: 'Mine', query: 'country=COD&nonsense=1' })
  await save(editor, { name: 'For all', query: 'gap=differ', shared: 'yes' })
  await save(editor, { name: 'For all', query: 'gap=agree', shared: 'yes' })
  const list = await get('/desk/ledger', editor)
  expect(list.text).toContain('href="/desk/ledger?country=COD"')
  expect(list.text).toContain('href="/desk/ledger?gap=agree"')
  expect(list.text).not.toContain('nonsense')
  expect((await get('/desk/ledger', reader)).text).not.toContain('<bdi>Mine</bdi>')
  expect((await get('/desk/ledger', reader)).text).toContain('<bdi>For all</bdi>')
  expect((await get('/desk/ledger', await asOther())).text).not.toContain('For all')
  const { rows } = await owner.query<{ id: string }>(`select id from saved_view where name = 'For all'`)
  await post('/desk/ledger/views/delete', reader, { id: rows[0]!.id })
  expect((await get('/desk/ledger', reader)).text).toContain('For all')
  await post('/desk/ledger/views/delete', editor, { id: rows[0]!.id })
  expect((await get('/desk/ledger', reader)).text).not.toContain('For all')
  expect((await save(editor, { name: ' ', query: '' })).status).toBe(422)
  expect((await save({}, { name: 'x', query: '' })).status).toBe(401)
})

describe('a document that is entered as rows', () => {
  const facts = {
    id: randomUUID(),
    kind: 'pledge',
    title: 'تعهدات 2025',
    issuer: 'Government of Iraq',
    country: 'IRQ',
    adoptedOn: '2025-10-31',
    language: 'ar',
    sourceUrl: 'https://example.org/pledges',
  }
  let desk = ''

  test('is a draft of its organisation, there once however often the form is sent', async () => {
    const contributor = await as('contributor')
    const added = await post('/desk/ledger/instruments', contributor, facts)
    desk = added.location!.split('?')[0]!
    expect((await post('/desk/ledger/instruments', contributor, facts)).location).toBe(added.location)
    expect((await get('/desk/ledger/instruments', contributor)).text).toContain('تعهدات 2025')
    expect((await get('/desk/ledger/instruments', await asOther())).text).not.toContain('تعهدات 2025')
    expect((await get(desk, await asOther())).status).toBe(404)
    const bad = { ...facts, id: randomUUID(), title: ' ', adoptedOn: '2025-02-30', sourceUrl: 'javascript:alert(1)' }
    const wrong = await post('/desk/ledger/instruments', contributor, bad)
    expect(wrong.status).toBe(422)
    for (const name of ['title', 'adoptedOn', 'sourceUrl']) expect(wrong.text).toContain(`id="${name}-error"`)
    expect((await post('/desk/ledger/instruments', await as('reader'), facts)).status).toBe(403)
  })

  test('gets rows of its own kind, each once; a row is changed, two people see each other', async () => {
    const contributor = await as('contributor')
    const row = {
      id: randomUUID(),
      number: '1',
      text: 'نتعهد بتدريب الشرطة',
      responsible: 'Ministry',
      timeframe: '2027',
    }
    for (const _ of [1, 2]) expect((await post(`${desk}/rows`, contributor, row)).status).toBe(303)
    await post(`${desk}/rows`, contributor, { id: randomUUID(), text: 'A second pledge' })
    const { rows } = await owner.query(
      `select ref, i.kind, cites from item i join instrument n on n.id = i.instrument_id where n.slug = $1 order by ref`,
      [desk.split('/').pop()],
    )
    expect(rows).toEqual([1, 2].map(ref => ({ ref, kind: 'pledge', cites: [] })))
    expect((await post(`${desk}/rows`, contributor, { id: randomUUID(), text: ' ' })).status).toBe(422)

    const hers = { ...row, version: '1', text: 'Hers' }
    expect((await post(`${desk}/rows/1`, contributor, hers)).status).toBe(303)
    const his = await post(`${desk}/rows/1`, contributor, { ...row, version: '1', text: 'His' })
    expect(his.status).toBe(409)
    expect(his.text).toContain('Hers')
    expect(his.text).toContain('His</textarea>')
    expect((await post(`${desk}/rows/99`, contributor, hers)).status).toBe(404)
  })

  test('is put before the public by an editor, after she was told what will be seen; its pages then have addresses', async () => {
    const address = `/commitments/${desk.split('/').pop()}`
    expect((await get(address)).status).toBe(404)
    expect((await get(address, await as('reader'))).text).toContain('A draft: only your organisation sees this')
    expect((await post(`${desk}/publish`, await as('contributor'), {})).status).toBe(403)
    expect((await get(desk, await as('editor'))).text).toContain('Everybody will see the facts, its 2 commitments')
    expect((await post(`${desk}/publish`, await as('editor'), {})).status).toBe(303)
    const seen = await get(address)
    expect(seen.text).toContain('Entered by Women’s Peace Network, not read from a page.')
    expect(seen.text).toContain('href="https://example.org/pledges"')
    const one = await get(`${address}/1`)
    expect(one.status).toBe(200)
    expect(one.text).toContain('Entered, not read from a page.')
    expect(one.text).toContain('2027')
    expect((await get('/commitments?instrument-kind=pledge')).text).toContain(`${address}/1`)
    expect((await get(`${address}/99`)).status).toBe(404)
    expect((await get('/commitments/no-such-document')).status).toBe(404)
    expect((await get('/commitments/cod-plan')).location).toBe('/plans/cod-plan')
  })

  test('a row that is taken out says so under its address; what was public is not removed', async () => {
    const editor = await as('editor')
    const address = `/commitments/${desk.split('/').pop()}`
    expect((await post(`${desk}/rows/2/remove`, await as('contributor'), { version: '1' })).status).toBe(403)
    expect((await post(`${desk}/rows/2/remove`, editor, { version: '1' })).status).toBe(303)
    expect((await get(`${address}/2`)).status).toBe(410)
    await post(`${desk}/take-back`, editor, {})
    expect((await get(address)).status).toBe(404)
    expect((await post(`${desk}/remove`, editor, {})).status).toBe(403)
  })
})
