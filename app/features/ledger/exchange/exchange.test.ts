import { mkdtempSync, readdirSync, rmdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { beforeAll, describe, expect, test, vi } from 'vitest'
import { testApp } from '../../../platform/testing/app.ts'
import { idOf, keepActions } from '../testing.ts'

const { app, services, as, asOther, organisationId, work } = await testApp()
const { database } = services
const { owner } = database

const HARD = [
  'Former des médiatrices « locales », vite; "oui"',
  'تدريب الشرطة\nعلى حماية النساء',
  '=HYPERLINK("http://example.org")',
  '+49 30 1234',
  '-5 % de violences',
  '@SUM(A1)',
  "'=déjà gardé",
  '  blanks around  ',
  'tab\tinside, comma, semicolon; quote"',
  'Українською мовою: жінки',
]

beforeAll(async () => {
  await work()
  const cites = [{ page: 1, box: null, quote: 'As printed' }]
  await keepActions(
    database,
    organisationId,
    'hard',
    HARD.map((text, n) => ({
      text,
      number: n % 2 ? `1.${n}` : null,
      fields: {
        responsible: { text, cites },
        timeframe: { text: 'd’ici 2027', cites, value: { start: null, end: '2027' } },
        budget: { text: '38 000 USD', cites, value: { amount: 38000, currency: 'USD' } },
      },
    })),
  )
})

const download = async (format: 'csv' | 'xlsx', query = 'instrument=hard') => {
  const answer = await app.request(`/commitments.${format}?${query}`, { headers: await as('editor') })
  return new Uint8Array(await answer.arrayBuffer())
}

async function bringIn(bytes: Uint8Array | string, name = 'table.csv', headers?: Record<string, string>) {
  const body = new FormData()
  body.set('file', new File([typeof bytes === 'string' ? bytes : new Uint8Array(bytes)], name))
  const answer = await app.request('/desk/imports/commitments', {
    method: 'POST',
    headers: headers ?? (await as('editor')),
    body,
  })
  const address = answer.headers.get('location')
  if (!address) return { status: answer.status, address: '', state: '', counts: {}, id: '' }
  const id = address.split('/').pop()!
  return { status: answer.status, address, id, ...(await until(id, ['ready', 'failed'])) }
}

async function until(id: string, states: string[]) {
  for (let n = 0; n < 600; n++) {
    const { rows } = await owner.query('select state, counts, error from import where id = $1', [id])
    if (states.includes(rows[0].state))
      return rows[0] as { state: string; counts: Record<string, number>; error: string | null }
    await wait(50)
  }
  throw new Error('the import did not end')
}

const post = async (path: string, headers?: Record<string, string>) =>
  app.request(path, { method: 'POST', headers: headers ?? (await as('editor')), body: new URLSearchParams() })
const page = async (path: string, headers?: Record<string, string>) =>
  (await app.request(path, { headers: headers ?? (await as('editor')) })).text()
const digest = async () =>
  (await owner.query(`select md5(string_agg(i::text, '' order by id)) as all from item i`)).rows[0].all

const csv = (text: string) => new TextDecoder('utf8', { ignoreBOM: true }).decode(new TextEncoder().encode(text))

describe('what is taken out comes back', () => {
  for (const format of ['csv', 'xlsx'] as const)
    test(`without loss as ${format}: nothing would change, whatever the words are`, async () => {
      const file = await download(format)
      const it = await bringIn(file, `table.${format}`)
      expect(it).toMatchObject({ state: 'ready', counts: { same: HARD.length, new: 0, changed: 0, wrong: 0 } })
      expect(await page(it.address)).toContain('No row of this file would change anything')
    })

  test('and no cell of it is run by a spreadsheet', async () => {
    const text = new TextDecoder().decode(await download('csv'))
    expect(text).toContain("'=HYPERLINK")
    expect(text).not.toMatch(/(^|[\n,]|")[=@]/m)
  })

  test('with other separators, another encoding, in another order of columns', async () => {
    const text = new TextDecoder().decode(await download('csv'))
    const rows = text.replace('\ufeff', '')
    const simple = `text;ref;instrument\n"Plain words";2;hard\n`
    const it = await bringIn(Buffer.from('\ufeff' + simple, 'utf16le'))
    expect(it.counts).toMatchObject({ changed: 1, wrong: 0 })
    await post(`${it.address}/cancel`)
    expect(rows.startsWith('instrument,ref,kind,number,text,pillar,responsible,')).toBe(true)
  })
})

describe('a file that changes something', () => {
  test('says so row by row, with before and after, and changes nothing until it is told to', async () => {
    const before = await digest()
    const it = await bringIn(
      csv(`instrument,ref,responsible,timeframe_end,our_status,our_status_date,our_status_reason\r
hard,2,Ministry of Defence,2028,under-way,2024-05-01,We saw the first course\r
hard,3,${JSON.stringify(HARD[1]).replace('\\n', '\n')},2027,,,\r\n`),
    )
    expect(it).toMatchObject({ state: 'ready', counts: { changed: 1, same: 1 } })
    const report = await page(it.address)
    expect(report).toContain('<ins>Ministry of Defence</ins>')
    expect(report).toContain('Former des médiatrices')
    expect(report).toContain('We saw the first course')
    expect(await digest()).toBe(before)

    await post(`${it.address}/put-in`)
    await post(`${it.address}/put-in`)
    await until(it.id!, ['done'])
    const id = await idOf(database, 'hard', 2)
    const { rows } = await owner.query('select fields, version, cites from item where id = $1', [id])
    expect(rows[0].fields.responsible.text).toBe('Ministry of Defence')
    expect(rows[0].fields.responsible.cites).toHaveLength(1)
    expect(rows[0].fields.timeframe.value).toEqual({ start: null, end: '2028' })
    const words = await owner.query('select status, visibility, voice from assessment where item_id = $1', [id])
    expect(words.rows).toEqual([{ status: 'under-way', visibility: 'organisation', voice: 'civil-society' }])
  })

  test('brought in again changes nothing', async () => {
    const file = await download('xlsx')
    const before = await digest()
    expect((await bringIn(file, 'again.xlsx')).counts).toMatchObject({ same: HARD.length, changed: 0, wrong: 0 })
    expect(await digest()).toBe(before)
  })

  test('adds rows to a document of rows, once however often it is sent; never to a plan that was read', async () => {
    await owner.query(
      `insert into instrument (organisation_id, slug, kind, title, languages) values ($1, 'pledges', 'pledge', 'Pledges', '{ar}')`,
      [organisationId],
    )
    const file =
      'instrument,ref,number,text\npledges,,1,نتعهد بالتدريب\npledges,,2,We pledge\nhard,,9,Not on any page\n'
    const it = await bringIn(file)
    expect(it.counts).toMatchObject({ new: 2, wrong: 1 })
    expect(await page(`${it.address}?rows=wrong`)).toContain('Cell B4 holds')
    await post(`${it.address}/put-in`)
    await until(it.id!, ['done'])
    const { rows } = await owner.query(
      `select i.ref, i.kind, i.text, i.cites from item i join instrument n on n.id = i.instrument_id where slug = 'pledges' order by ref`,
    )
    expect(rows).toEqual([
      { ref: 1, kind: 'pledge', text: 'نتعهد بالتدريب', cites: [] },
      { ref: 2, kind: 'pledge', text: 'We pledge', cites: [] },
    ])
    expect((await bringIn(file)).counts).toMatchObject({ new: 0, same: 2, wrong: 1 })
  })

  test('is not put in where somebody changed a row since it was read: nothing of it is', async () => {
    const it = await bringIn('instrument,ref,text\nhard,4,Mine\nhard,5,Mine too\n')
    await owner.query(`update item set text = 'Hers', version = version + 1 where id = $1`, [
      await idOf(database, 'hard', 5),
    ])
    await post(`${it.address}/put-in`)
    expect(await until(it.id!, ['failed', 'done'])).toMatchObject({ state: 'failed', error: 'changed-since' })
    const { rows } = await owner.query(`select text from item where id = $1`, [await idOf(database, 'hard', 4)])
    expect(rows[0].text).toBe(HARD[2])
    expect(await page(it.address)).toContain('Somebody changed one of these commitments')
  })
})

test('Each wrong cell is named with its place, its value and what was expected; the other rows can go in', async () => {
  const it = await bringIn(
    [
      'instrument,ref,kind,number,text,pillar,timeframe_start,timeframe_end,budget_amount,budget_currency,our_status,our_status_date,our_status_reason,version',
      'hard,6,action,,Mended,1,2026-02-30,,,,,,,1',
      'hard,7,pledge,,,99,,,many,Dollar,finished,2999-01-01,,1',
      'hard,8,,,x,,2027,2026,,,done,2024-01-01,,7',
      'hard,8,,,twice,,,,,,,,,1',
      'hard,99,,,x,,,,,,,,,',
      'hard,one,,,x,,,,,,,,,',
      'none,2,,,x,,,,,,,,,',
      ',2,,,x,,,,,,,,,',
      'hard,9,,,A good row,,,,,,,,,1',
    ].join('\n'),
  )
  expect(it.counts).toMatchObject({ wrong: 8, changed: 1 })
  const { rows } = await owner.query(
    `select line, (select json_agg(p ->> 'cell' || ' ' || (p ->> 'code')) from jsonb_array_elements(problems) p) as found
     from import_row where import_id = $1 and state = 'wrong' order by number`,
    [it.id],
  )
  expect(Object.fromEntries(rows.map(row => [row.line, row.found]))).toEqual({
    2: ['G2 date'],
    3: expect.arrayContaining(['C3 kind', 'E3 needed', 'F3 pillar', 'I3 number', 'J3 currency', 'K3 status', 'L3 day']),
    4: expect.arrayContaining(['H4 order', 'M4 needed']),
    5: ['B5 twice'],
    6: ['B6 unknown-ref'],
    7: ['B7 ref'],
    8: ['A8 unknown-instrument'],
    9: ['A9 needed'],
  })
  expect(await page(it.address)).toContain('Cell G2 holds “2026-02-30”. Expected: a year or a date such as 2027-06-30.')
  await post(`${it.address}/put-in`)
  await until(it.id!, ['done'])
  expect(await page(`${it.address}?rows=wrong`)).toContain('Cell G2')
})

test('An import that is cancelled while it is put in leaves nothing of itself; one that is not goes in whole', async () => {
  const rows = 4000
  await owner.query(
    `insert into instrument (organisation_id, slug, kind, title, languages) values ($1, 'many', 'recommendations', 'Many', '{en}')`,
    [organisationId],
  )
  const file = `instrument,ref,number,text\n${Array.from({ length: rows }, (_, n) => `many,,${n + 1},Recommendation ${n + 1}`).join('\n')}\n`
  const count = async () =>
    (
      await owner.query<{ n: number }>(
        `select count(*)::int as n from item i join instrument n on n.id = i.instrument_id where n.slug = 'many'`,
      )
    ).rows[0]!.n
  const it = await bringIn(file)
  expect(it.counts).toMatchObject({ new: rows })
  await post(`${it.address}/put-in`)
  await post(`${it.address}/cancel`)
  const { state } = await until(it.id!, ['cancelled', 'done'])
  expect(await count()).toBe(state === 'done' ? rows : 0)

  const again = await bringIn(file)
  await post(`${again.address}/put-in`)
  await until(again.id!, ['done'])
  expect(await count()).toBe(rows)
  expect((await bringIn(file)).counts).toMatchObject({ same: rows, new: 0 })
})

describe('who may', () => {
  test('a row of another organisation is not changed; a word on it may be said', async () => {
    const file = 'instrument,ref,text,our_status,our_status_date,our_status_reason\n'
    const changes = `${file}hard,10,Taken over,,,\nhard,11,,done,2024-01-01,Seen there\n`.replace(
      'hard,11,,',
      `hard,11,${HARD[9]},`,
    )
    const it = await bringIn(changes, 'theirs.csv', await asOther('editor'))
    expect(it.counts).toMatchObject({ wrong: 1, changed: 1 })
  })

  test('a reader and nobody bring nothing in; another organisation sees nothing of it', async () => {
    expect((await bringIn('instrument,ref\nhard,2\n', 'x.csv', await as('reader'))).status).toBe(403)
    expect((await bringIn('instrument,ref\nhard,2\n', 'x.csv', {})).status).toBe(401)
    const it = await bringIn('instrument,ref,text\nhard,10,Something else\n')
    const other = await asOther()
    expect((await app.request(it.address, { headers: other })).status).toBe(404)
    for (const act of ['put-in', 'cancel']) expect((await post(`${it.address}/${act}`, other)).status).toBe(404)
    expect((await post(`${it.address}/put-in`, await as('reader'))).status).toBe(403)
    await post(`${it.address}/cancel`)
    expect(await page(it.address)).toContain('cancelled')
    const { rows } = await owner.query('select count(*)::int as n from import_row where import_id = $1', [it.id])
    expect(rows[0].n).toBe(0)
  })
})

test('What is no table of commitments is not taken, and says why', async () => {
  expect(await bringIn('a,b\n1,2\n')).toMatchObject({ state: 'failed', error: 'header' })
  expect(await bringIn('instrument,ref\n')).toMatchObject({ state: 'failed', error: 'empty' })
  expect(await bringIn('instrument,ref\n"never closed,1\n')).toMatchObject({ state: 'failed', error: 'broken' })
  expect((await bringIn(new Uint8Array())).status).toBe(422)
  expect((await bringIn(new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 1, 2, 3]))).status).toBe(422)
  expect((await bringIn(Buffer.from('PK\x03\x04 not a zip at all'), 'x.xlsx')).status).toBe(422)
  expect(
    (await app.request('/desk/imports/songs', { method: 'POST', headers: await as('editor'), body: new FormData() }))
      .status,
  ).toBe(404)
})

describe('more than ten thousand commitments', () => {
  const MANY = 10_200
  beforeAll(async () => {
    await owner.query(
      `with n as (
         insert into instrument (organisation_id, slug, kind, title, languages) values ($1, 'ten-thousand', 'pledge', 'Ten thousand', '{en}')
         returning id, organisation_id)
       insert into item (instrument_id, organisation_id, ref, kind, number, text, position, fields, cites, state)
       select id, organisation_id, m, 'pledge', '1.' || m, 'Pledge, "' || m || E'"\n_x0041_ <b>&amp;', m, '{}', '[]', 'confirmed'
       from n, generate_series(1, $2) m`,
      [organisationId, MANY],
    )
  })

  test.each(['csv', 'xlsx'] as const)(
    'are taken out as %s to the last one, and brought back without loss',
    async format => {
      const file = await download(format, 'instrument=ten-thousand&mine')
      const it = await bringIn(file, `many.${format}`)
      expect(it).toMatchObject({ state: 'ready', counts: { same: MANY, new: 0, changed: 0, wrong: 0 } })
      await post(`${it.address}/cancel`)
    },
  )

  test('are a whole file also as JSON; asked for again, nothing is sent; no file of it stays on the disk', async () => {
    const headers = await as('editor')
    const passing = mkdtempSync(join(tmpdir(), 'open1325-passing-'))
    vi.stubEnv('TMPDIR', passing)
    const answer = await app.request('/commitments.json?instrument=ten-thousand&mine', { headers })
    const { columns, commitments } = (await answer.json()) as { columns: string[]; commitments: object[] }
    expect(commitments).toHaveLength(MANY)
    expect(Object.keys(commitments.at(-1)!)).toEqual(columns)
    const again = await app.request('/commitments.json?instrument=ten-thousand&mine', {
      headers: { ...headers, 'if-none-match': answer.headers.get('etag')! },
    })
    expect([again.status, await again.text()]).toEqual([304, ''])
    expect(readdirSync(passing)).toEqual([])
    vi.unstubAllEnvs()
    rmdirSync(passing)
  })
})
