import { randomUUID } from 'node:crypto'
import { toDocx, words } from '@open1325/report-writer'
import { expect, test } from 'vitest'
import { testApp } from '../../../platform/testing/app.ts'
import { keepSet } from '../testing.ts'

const { app, services, organisationId, otherOrganisationId, as, asOther, userId } = await testApp()
const { database } = services
const { owner } = database

const TEXT = `Women and peace and security

26. The Committee is concerned about the absence of a budget.
27. The Committee recommends that the State party:
(a) Allocate a budget to the plan;
(b) Ensure that women make up one third of <b>every</b> delegation.

Follow-up
28. The Committee requests the State party to provide, within two years, written information on the steps taken to implement paragraph 27 (a) above.`

const FACTS = {
  title: 'Concluding observations on the ninth report',
  body: 'CEDAW Committee',
  country: 'COD',
  adoptedOn: '2024-02-20',
  session: '88th session',
  language: 'en',
  sourceUrl: 'https://example.org/co',
  addressee: 'State party',
  due: '',
}

type Headers = Record<string, string>

async function post(path: string, fields: Record<string, string | string[] | File>, headers: Headers) {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields))
    for (const one of [value].flat()) form.append(name, one as string | File)
  const answer = await app.request(path, { method: 'POST', headers, body: form })
  return { status: answer.status, text: await answer.text(), to: answer.headers.get('location') ?? '' }
}
const plainPost = async (path: string, fields: Record<string, string>, headers: Headers) => {
  const answer = await app.request(path, { method: 'POST', headers, body: new URLSearchParams(fields) })
  return { status: answer.status, text: await answer.text(), to: answer.headers.get('location') ?? '' }
}
const get = async (path: string, headers: Headers = {}) => {
  const answer = await app.request(path, { headers })
  return { status: answer.status, text: await answer.text() }
}
const unescaped = (html: string) =>
  html.replaceAll('&quot;', '"').replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&')

/** The fields of a page's form as a browser would send them. */
function fieldsOf(html: string, action: string): Record<string, string> {
  const form = new RegExp(`<form[^>]*action="${action}"[\\s\\S]*?</form>`).exec(html)?.[0] ?? ''
  const fields: Record<string, string> = {}
  for (const [tag] of form.matchAll(/<input[^>]*>/g)) {
    const of = (name: string) => new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1]
    const [name, value] = [of('name'), unescaped(of('value') ?? '')]
    if (name && !(of('type') === 'checkbox' && !/\schecked/.test(tag))) fields[name] = value
  }
  for (const [, name, text] of form.matchAll(/<textarea[^>]*name="([^"]*)"[^>]*>([\s\S]*?)<\/textarea>/g))
    fields[name!] = unescaped(text!)
  for (const [, name, options] of form.matchAll(/<select[^>]*name="([^"]*)"[^>]*>([\s\S]*?)<\/select>/g))
    fields[name!] = /<option value="([^"]*)"[^>]*\sselected/.exec(options!)?.[1] ?? ''
  return fields
}

const KEEP = '/desk/recommendations/sets'
async function takenApart(more: Record<string, string | File> = {}, who?: Headers) {
  const headers = who ?? (await as('contributor'))
  return post('/desk/recommendations/read', { id: randomUUID(), ...FACTS, text: TEXT, how: 'text', ...more }, headers)
}
async function keptSet(change: (fields: Record<string, string>) => Record<string, string> = fields => fields) {
  const fields = change(fieldsOf((await takenApart()).text, KEEP))
  const kept = await plainPost(KEEP, fields, await as('contributor'))
  return { ...kept, fields, slug: /sets\/([a-z0-9-]+)/.exec(kept.to)?.[1] ?? '' }
}
const rowsOf = async (slug: string) =>
  (
    await owner.query<Record<string, never>>(
      `select i.ref, i.number, i.text, i.cites, i.fields, r.theme, r.follow_up_on::text, r.response, r.response_source from item i
       join instrument n on n.id = i.instrument_id left join recommendation r on r.item_id = i.id
       where n.slug = $1 and i.deleted_at is null order by i.ref`,
      [slug],
    )
  ).rows as unknown as Record<string, string & { quote: string }[] & { responsible: { text: string } }>[]

test('a pasted text comes apart into rows, of which only what asks for something is ticked, and nothing is kept yet', async () => {
  const before = await owner.query('select count(*)::int as n from instrument')
  const { status, text } = await takenApart()
  expect(status).toBe(200)
  const fields = fieldsOf(text, KEEP)
  expect(fields.rows).toBe('4')
  expect([0, 1, 2, 3].map(n => [fields[`number-${n}`], fields[`keep-${n}`]])).toEqual([
    ['26', undefined],
    ['27 (a)', 'yes'],
    ['27 (b)', 'yes'],
    ['28', 'yes'],
  ])
  expect(fields['followUpOn-1']).toBe('2026-02-20')
  expect(text).toContain('&lt;b>every&lt;/b>')
  expect(await owner.query('select count(*)::int as n from instrument').then(r => r.rows)).toEqual(before.rows)
})

test('what a text says of its own time is kept: as a date that can be mended, as a span from its adoption, or in its words', async () => {
  const text = `27. The Committee recommends that the State party:
(a) Vote a law within six months;
(b) Report to the Security Council by 2099;
(c) Report to the Assembly by its ninetieth session;
(d) Open the archives.`
  const taken = fieldsOf((await takenApart({ text, due: '2098' })).text, KEEP)
  expect([0, 1, 2, 3].map(n => taken[`due-${n}`])).toEqual(['2024-08-20', '2099', '', undefined])
  const headers = await as('contributor')
  const wrong = await plainPost(KEEP, { ...taken, 'due-1': 'soon' }, headers)
  expect(wrong.status).toBe(422)
  expect(fieldsOf(wrong.text, KEEP)['due-1']).toBe('soon')
  const kept = await plainPost(KEEP, { ...taken, due: '' }, headers)
  const slug = /sets\/([a-z0-9-]+)/.exec(kept.to)?.[1] ?? ''
  const rows = (await rowsOf(slug)) as unknown as { fields: { timeframe?: unknown } }[]
  expect(rows.map(row => row.fields.timeframe)).toEqual([
    { text: 'within six months', cites: [], value: { start: null, end: '2024-08-20' } },
    { text: 'by 2099', cites: [], value: { start: null, end: '2099' } },
    { text: 'by its ninetieth session', cites: [] },
    undefined,
  ])
  const page = (await get(`/desk/recommendations/sets/${slug}`, headers)).text
  expect(page).toContain('was due by 20 August 2024')
  expect(page).toContain('due by 31 December 2099')
  expect(page).toContain('by its ninetieth session')
})

test('what is confirmed becomes a draft of the ledger with addressee, theme, follow-up and the words as printed', async () => {
  const { status, slug } = await keptSet()
  expect(status).toBe(303)
  const [first, second, third] = await rowsOf(slug)
  expect(first).toMatchObject({
    number: '27 (a)',
    text: 'Allocate a budget to the plan;',
    theme: 'Women and peace and security',
    follow_up_on: '2026-02-20',
  })
  expect(first!.fields!.responsible.text).toBe('State party')
  expect(first!.cites![0]!.quote).toBe('The Committee recommends that the State party: Allocate a budget to the plan;')
  expect([second!.number, third!.number]).toEqual(['27 (b)', '28'])
  const { rows } = await owner.query('select kind, session, adopted_on, published_at from instrument where slug = $1', [
    slug,
  ])
  expect(rows).toEqual([
    { kind: 'recommendations', session: '88th session', adopted_on: '2024-02-20', published_at: null },
  ])
  const { text } = await get(`/desk/recommendations/sets/${slug}`, await as('reader'))
  expect(text).toContain('Allocate a budget to the plan;')
  expect(text).not.toContain('Take the text apart')
  expect((await get('/recommendations')).text).not.toContain('Allocate a budget')
})

test('the form sent twice makes one set', async () => {
  const { fields, slug } = await keptSet()
  const again = await plainPost(KEEP, fields, await as('contributor'))
  expect(again.to).toContain(slug)
  expect(await rowsOf(slug)).toHaveLength(3)
})

test('rows are joined, parted and mended on the way', async () => {
  const { slug } = await keptSet(fields => ({
    ...fields,
    'join-2': 'yes',
    'text-3': 'Provide information.\n\nWithin two years.',
    'number-3': '28',
  }))
  expect((await rowsOf(slug)).map(row => [row.number, row.text])).toEqual([
    ['27 (a)', 'Allocate a budget to the plan; Ensure that women make up one third of <b>every</b> delegation.'],
    ['28', 'Provide information.'],
    ['28', 'Within two years.'],
  ])
})

test('more is added to a set from another text, once', async () => {
  const { slug } = await keptSet()
  const headers = await as('contributor')
  const confirm = await post(
    '/desk/recommendations/read',
    { set: slug, how: 'text', text: '40. It urges that wells be dug.' },
    headers,
  )
  const fields = fieldsOf(confirm.text, KEEP)
  for (let n = 0; n < 2; n++) expect((await plainPost(KEEP, fields, headers)).status).toBe(303)
  expect((await rowsOf(slug)).map(row => row.number)).toEqual(['27 (a)', '27 (b)', '28', '40'])
})

test('a Word file is read with the numbers of its lists', async () => {
  const docx = await toDocx({
    language: 'en',
    title: 'Recommendations of the panel',
    cover: null,
    contents: null,
    notes: 'Notes',
    claims: [],
    blocks: [
      { kind: 'heading', level: 1, text: 'To the Government' },
      { kind: 'list', ordered: true, items: [[words('Vote a budget.')], [words('Name a coordinator.')]] },
    ],
  })
  const file = new File([new Uint8Array(docx)], 'panel.docx')
  const { status, text } = await takenApart({ text: '', file })
  expect(status).toBe(200)
  const fields = fieldsOf(text, KEEP)
  const rows = Array.from({ length: Number(fields.rows) }, (_, n) => [
    fields[`number-${n}`],
    fields[`text-${n}`],
    fields[`theme-${n}`],
  ])
  expect(rows).toContainEqual(['1', 'Vote a budget.', 'To the Government'])
  expect(rows).toContainEqual(['2', 'Name a coordinator.', 'To the Government'])
})

test('what cannot be taken apart comes back with all that was typed and a sentence beside the field', async () => {
  const cases: [Record<string, string | File>, string][] = [
    [{ text: '  ' }, 'Paste the text or choose a file'],
    [
      { text: '', file: new File([new Uint8Array([0x25, 0x50, 0x44, 0x46, 0x2d, 1, 2, 3])], 'broken.pdf') },
      'could not be read',
    ],
    [{ title: '' }, 'Please fill this in'],
    [{ title: 'x'.repeat(501) }, 'This is too long'],
    [{ adoptedOn: '2024-02-31' }, 'Write a year such as'],
    [{ sourceUrl: 'javascript:alert(1)' }, 'begins with https://'],
    [{ country: 'ZZZ' }, 'not in the form'],
    [{ text: 'x'.repeat(500_001) }, 'This is too long'],
  ]
  for (const [typed, sentence] of cases) {
    const { status, text } = await takenApart(typed)
    expect(status, sentence).toBe(422)
    expect(text, sentence).toContain(sentence)
    expect(text, sentence).toContain('CEDAW Committee')
  }
})

test('at the end, too, nothing typed is lost: no row ticked, an empty row, a wrong day', async () => {
  const fields = fieldsOf((await takenApart()).text, KEEP)
  const headers = await as('contributor')
  const none = Object.fromEntries(Object.entries(fields).filter(([name]) => !name.startsWith('keep-')))
  expect((await plainPost(KEEP, none, headers)).text).toContain('Tick at least one')
  const wrong = await plainPost(
    KEEP,
    { ...fields, 'text-1': '', 'followUpOn-2': 'soon', 'theme-3': 'My theme' },
    headers,
  )
  expect(wrong.status).toBe(422)
  expect(wrong.text).toContain('2: Please fill this in')
  expect(wrong.text).toContain('3: Write a day such as')
  expect(wrong.text).toContain('My theme')
})

test('an empty set is begun, and recommendations are entered by hand, each once', async () => {
  const headers = await as('contributor')
  const { status, to } = await takenApart({ text: '', how: 'hand', title: 'Panel of 2025' })
  expect(status).toBe(303)
  const slug = /sets\/([a-z0-9-]+)/.exec(to)![1]!
  const row = {
    id: randomUUID(),
    number: '1',
    text: 'Vote a budget',
    theme: 'Money',
    addressee: 'Parliament',
    due: '2027',
  }
  for (let n = 0; n < 2; n++) expect((await plainPost(`${KEEP}/${slug}/rows`, row, headers)).status).toBe(303)
  expect(await rowsOf(slug)).toHaveLength(1)
  const empty = await plainPost(`${KEEP}/${slug}/rows`, { ...row, id: randomUUID(), text: '', due: 'soon' }, headers)
  expect(empty.status).toBe(422)
  expect(empty.text).toContain('Parliament')
})

test('who pasted a text and then asks for an empty set is shown its rows: nothing that was pasted is dropped', async () => {
  const { status, text } = await takenApart({ how: 'hand' })
  expect(status).toBe(200)
  expect(text).toContain('Allocate a budget')
})

test('what the addressee answered is entered with its source, and what an earlier one asked for already is linked', async () => {
  await keepSet(database, organisationId, { slug: 'earlier', title: 'Observations of 2019', adoptedOn: '2019-07-26' }, [
    { number: '11', text: 'Allocate money to the plan' },
    { number: '12', text: 'Open the wells' },
  ])
  const { slug } = await keptSet()
  const headers = await as('contributor')
  const page = await get(`${KEEP}/${slug}/1`, headers)
  expect(page.text.indexOf('Allocate money to the plan')).toBeLessThan(page.text.indexOf('Open the wells'))
  const { rows } = await owner.query<{ id: string }>(
    `select i.id from item i join instrument n on n.id = i.instrument_id where n.slug = 'earlier' and ref = 1`,
  )
  const answered = {
    ...fieldsOf(page.text, `${KEEP}/${slug}/1`),
    due: '2025-12-31',
    response: 'accepted-in-part',
    responseWords: 'The State party accepts the first part.',
    responseOn: '2024-06',
    responseSource: 'Replies, paragraph 4',
    repeats: rows[0]!.id,
  }
  for (let n = 0; n < 2; n++) expect((await plainPost(`${KEEP}/${slug}/1`, answered, headers)).status).toBe(303)
  const set = await get(`${KEEP}/${slug}`, headers)
  for (const said of [
    'Accepted in part',
    'The State party accepts the first part.',
    'Asks again for:',
    '11, CEDAW Committee, 2019',
  ])
    expect(set.text).toContain(said)
  const link = await owner.query(
    `select count(*)::int as n from item_link where to_item_id = $1 and relation = 'repeats'`,
    [rows[0]!.id],
  )
  expect(link.rows).toEqual([{ n: 1 }])
  const taken = {
    ...fieldsOf((await get(`${KEEP}/${slug}/1`, headers)).text, `${KEEP}/${slug}/1`),
    repeats: '',
    response: '',
  }
  expect((await plainPost(`${KEEP}/${slug}/1`, taken, headers)).text).toContain('Choose what was answered')
})

test('an answer without a source, a wrong day, an earlier one that is not seen: refused, and what was typed stays', async () => {
  await keepSet(database, otherOrganisationId, { slug: 'unseen', published: false }, [{ text: 'Unseen' }])
  const unseen = await owner.query<{ id: string }>(
    `select i.id from item i join instrument n on n.id = i.instrument_id where n.slug = 'unseen'`,
  )
  const { slug } = await keptSet()
  const headers = await as('contributor')
  const fields = fieldsOf((await get(`${KEEP}/${slug}/2`, headers)).text, `${KEEP}/${slug}/2`)
  const noSource = await plainPost(`${KEEP}/${slug}/2`, { ...fields, response: 'noted', theme: 'Kept theme' }, headers)
  expect(noSource.status).toBe(422)
  expect(noSource.text).toContain('Say where the answer stands')
  expect(noSource.text).toContain('Kept theme')
  expect((await plainPost(`${KEEP}/${slug}/2`, { ...fields, followUpOn: '2026-02-30' }, headers)).text).toContain(
    'Write a day such as',
  )
  expect((await plainPost(`${KEEP}/${slug}/2`, { ...fields, repeats: unseen.rows[0]!.id }, headers)).status).toBe(404)
  expect((await plainPost(`${KEEP}/${slug}/2`, { ...fields, repeats: 'no id' }, headers)).status).toBe(422)
})

test('whoever saves over another’s change is shown it first', async () => {
  const { slug } = await keptSet()
  const headers = await as('contributor')
  const fields = fieldsOf((await get(`${KEEP}/${slug}/1`, headers)).text, `${KEEP}/${slug}/1`)
  await plainPost(`${KEEP}/${slug}/1`, { ...fields, text: 'Hers' }, headers)
  const late = await plainPost(`${KEEP}/${slug}/1`, { ...fields, text: 'His' }, headers)
  expect(late.status).toBe(409)
  expect(late.text).toContain('Hers')
  expect(late.text).toContain('His')
})

test('an editor publishes a set and takes it back; until then the public has not heard of it', async () => {
  const { slug } = await keptSet()
  expect((await plainPost(`${KEEP}/${slug}/publish`, {}, await as('contributor'))).status).toBe(403)
  for (let n = 0; n < 2; n++) await plainPost(`${KEEP}/${slug}/publish`, {}, await as('editor'))
  expect((await get('/recommendations')).text).toContain('Allocate a budget to the plan;')
  expect((await get('/desk/recommendations/countries/COD?year=2024', await as('reader'))).text).toContain(
    'With what only members see',
  )
  // What is public is an editor's to change.
  expect((await get(`${KEEP}/${slug}/1`, await as('contributor'))).status).toBe(403)
  await plainPost(`${KEEP}/${slug}/take-back`, {}, await as('editor'))
  expect((await get('/recommendations')).text).not.toContain('Allocate a budget to the plan;')
})

test('the facts of a set are changed; its address and rows stay', async () => {
  const { slug } = await keptSet()
  const headers = await as('contributor')
  const fields = fieldsOf((await get(`${KEEP}/${slug}`, headers)).text, `${KEEP}/${slug}/facts`)
  const changed = { ...fields, session: '89th session', title: 'Another title' }
  for (let n = 0; n < 2; n++) expect((await plainPost(`${KEEP}/${slug}/facts`, changed, headers)).status).toBe(303)
  expect((await get(`${KEEP}/${slug}`, headers)).text).toContain('89th session')
  expect((await plainPost(`${KEEP}/${slug}/facts`, { ...fields, title: 'Late' }, headers)).status).toBe(409)
  expect((await plainPost(`${KEEP}/${slug}/facts`, { ...fields, title: '' }, headers)).status).toBe(422)
})

test('a row is taken out; its address says so', async () => {
  const { slug } = await keptSet()
  const headers = await as('contributor')
  for (let n = 0; n < 2; n++)
    expect((await plainPost(`${KEEP}/${slug}/2/remove`, { version: '1' }, headers)).status).toBe(303)
  expect(await rowsOf(slug)).toHaveLength(2)
  expect((await get(`${KEEP}/${slug}/2`, headers)).status).toBe(410)
})

test('a frozen report of ours becomes a set: its headings themes, its lists rows', async () => {
  const by = await userId('editor')
  const sha = 'a'.repeat(64)
  await owner.query(`insert into file (sha256, media_type, bytes) values ($1, 'application/pdf', 1)`, [sha])
  const document = {
    language: 'en',
    title: 'What we ask',
    blocks: [
      { kind: 'heading', level: 1, text: 'To Parliament' },
      { kind: 'paragraph', text: [{ kind: 'words', text: 'We have seen too little.' }] },
      {
        kind: 'list',
        ordered: true,
        items: [
          [
            { kind: 'words', text: 'Vote a budget' },
            { kind: 'footnote', text: [] },
          ],
          [{ kind: 'words', text: 'Name a coordinator' }],
        ],
      },
    ],
    claims: [],
  }
  for (const [organisation, slug] of [
    [organisationId, 'what-we-ask'],
    [otherOrganisationId, 'what-they-ask'],
  ] as const) {
    const report = await owner.query<{ id: string }>(
      `insert into report (organisation_id, slug, kind, title, language, created_by) values ($1, $2, 'recommendation-set', 'What we ask', 'en', $3) returning id`,
      [organisation, slug, by],
    )
    await owner.query(
      `insert into report_edition (report_id, number, organisation_id, slug, kind, title, language, country, document, words, docx_sha256,
         pdf_sha256, html_sha256, markdown_sha256, frozen_by)
       values ($1, 1, $2, $3, 'recommendation-set', 'What we ask', 'en', 'COD', $4, 1, $5, $5, $5, $5, $6)`,
      [report.rows[0]!.id, organisation, slug, JSON.stringify(document), sha, by],
    )
  }
  const headers = await as('contributor')
  expect((await get('/desk/recommendations/new', headers)).text).toContain('edition=what-we-ask/1')
  const { text } = await get('/desk/recommendations/new?edition=what-we-ask/1', headers)
  const fields = fieldsOf(text, KEEP)
  expect(fields.title).toBe('What we ask')
  expect(fields.country).toBe('COD')
  const rows = Array.from({ length: Number(fields.rows) }, (_, n) => [
    fields[`number-${n}`],
    fields[`text-${n}`],
    fields[`theme-${n}`],
  ])
  expect(rows).toContainEqual(['1', 'Vote a budget', 'To Parliament'])
  expect((await plainPost(KEEP, fields, headers)).status).toBe(303)
  for (const edition of ['what-they-ask/1', 'what-we-ask/2', 'none/1', '', '/'])
    expect((await get(`/desk/recommendations/new?edition=${edition}`, headers)).status, edition).toBe(404)
})

test('nobody, a reader, a member of another organisation: each sees and changes what is hers, and no more', async () => {
  const { slug, fields } = await keptSet()
  const addresses = ['', '/1'].map(end => `${KEEP}/${slug}${end}`)
  for (const path of ['/desk/recommendations', '/desk/recommendations/new', ...addresses]) {
    expect((await get(path)).status, path).toBe(401)
  }
  for (const path of addresses) expect((await get(path, await asOther())).status, path).toBe(404)
  const reader = await as('reader')
  expect((await get('/desk/recommendations', reader)).status).toBe(200)
  for (const path of ['/desk/recommendations/new', `${KEEP}/${slug}/1`])
    expect((await get(path, reader)).status, path).toBe(403)
  for (const [path, sent] of [
    [KEEP, fields],
    [`${KEEP}/${slug}/rows`, { id: randomUUID(), text: 'x' }],
    [`${KEEP}/${slug}/1`, { id: randomUUID(), text: 'x', version: '1' }],
    [`${KEEP}/${slug}/1/remove`, { version: '1' }],
    [`${KEEP}/${slug}/facts`, fields],
    [`${KEEP}/${slug}/publish`, {}],
  ] as const) {
    expect((await plainPost(path, sent, reader)).status, path).toBe(403)
    if (path !== KEEP) expect((await plainPost(path, sent, await asOther())).status, path).toBe(404)
    expect((await plainPost(path, sent, {})).status, path).toBe(401)
  }
  // Another organisation's form under an id that is taken changes nothing of ours.
  expect((await plainPost(KEEP, fields, await asOther())).status).toBe(409)
  expect(await rowsOf(slug)).toHaveLength(3)
})

test('what is no form is refused, and no address that is none finds anything', async () => {
  const headers = await as('contributor')
  const answer = await app.request('/desk/recommendations/read', { method: 'POST', headers, body: 'x' })
  expect(answer.status).toBe(422)
  expect((await plainPost(KEEP, { rows: '99999999', id: 'x' }, headers)).status).toBe(422)
  for (const path of [`${KEEP}/none`, `${KEEP}/none/1`, '/desk/recommendations/countries/ZZZ'])
    expect((await get(path, headers)).status, path).toBe(404)
})
