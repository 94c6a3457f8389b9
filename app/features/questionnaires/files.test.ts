import { createHash, randomUUID } from 'node:crypto'
import { text as textOf, buffer as bufferOf } from 'node:stream/consumers'
import { unzipSync, zipSync } from 'fflate'
import sharp from 'sharp'
import { beforeAll, expect, test } from 'vitest'
import { checkHistory } from '../../platform/history.ts'
import { testApp } from '../../platform/testing/app.ts'
import { keepFile } from './answer/link.ts'
import { MOST_FILES, MOST_OF_A_ROUND, MOST_OF_AN_ANSWER } from './model.ts'
import { forgetFiles } from '../../platform/files/forget.ts'
import { keepRound, type TestRound } from './testing.ts'

const testing = await testApp()
const { app, services, as, asOther } = testing
const { owner } = services.database
let round: TestRound
let editor: { cookie: string }

beforeAll(async () => {
  round = await keepRound(testing)
  editor = await as('editor')
  await testing.work()
})

const to = (response: Response) => response.headers.get('location')
const photo = async (red: number) =>
  sharp({ create: { width: 20, height: 10, channels: 3, background: { r: red * 40, g: 0, b: 0 } } })
    .withExif({
      IFD0: { Make: 'Secret camera', Artist: 'Her name' },
      IFD3: { GPSLatitudeRef: 'S', GPSLatitude: '2/1 30/1 0/1' },
    })
    .jpeg()
    .toBuffer()

async function give(token: string, file: Buffer | string, fileName: string, more: Record<string, string> = {}) {
  const form = new FormData()
  const fields = { token, page: 'money', post: randomUUID(), go: 'next', 'q.budget': '5', ...more }
  for (const [name, value] of Object.entries(fields)) form.append(name, value)
  form.append('file', new File([typeof file === 'string' ? file : new Uint8Array(file)], fileName))
  return app.request('/answer/with-file', { method: 'POST', body: form })
}
const post = (token: string, page: string, fields: Record<string, string>) =>
  app.request(`/answer/${token}/pages/${page}`, {
    method: 'POST',
    body: new URLSearchParams({ post: randomUUID(), go: 'next', ...fields }),
  })
const filesOf = async (id: string) =>
  (await owner.query('select file_sha256, file_name from answer_file where respondent_id = $1', [id])).rows as {
    file_sha256: string
    file_name: string
  }[]

async function sent(name: string, red: number) {
  const { id, token } = await round.respondent(name)
  await post(token, 'plan', { 'q.has_plan': 'yes' })
  await give(token, await photo(red), 'IMG_20260308_her-house.jpg')
  await app.request(`/answer/${token}/review`, { method: 'POST', body: new URLSearchParams({ version: '2' }) })
  const [file] = await filesOf(id)
  return { id, token, sha256: file!.file_sha256, at: `/desk/rounds/${round.roundId}/answers/${id}` }
}

test('a file that comes with no link, or with one that takes none, never reaches the disk', async () => {
  const digestOf = (text: string) => createHash('sha256').update(text).digest('hex')
  const closed = await sent('Has sent', 6)
  for (const token of ['', 'A'.repeat(43), closed.token]) {
    const given = `A text that nobody may give: ${token}`
    const response = await give(token, given, 'fills-the-disk.txt')
    expect(response.status).toBe(token === closed.token ? 303 : 404)
    expect(await services.files.has(digestOf(given))).toBe(false)
  }
})

test('what a photo says of where, when, with what and by whom it was taken is gone before it is kept', async () => {
  const given = await photo(1)
  expect((await sharp(given).metadata()).exif).toBeDefined()
  const { sha256 } = await sent('With a photo', 1)
  const kept = await bufferOf(await services.files.open(sha256))
  expect((await sharp(kept).metadata()).exif).toBeUndefined()
  for (const secret of ['Secret camera', 'Her name', 'GPS']) expect(kept.includes(secret)).toBe(false)
})

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
const report = (author: string) =>
  Buffer.from(
    zipSync({
      '[Content_Types].xml': Buffer.from(
        `<Types><Override PartName="/word/document.xml" ContentType="${DOCX}.main+xml"/></Types>`,
      ),
      'docProps/core.xml': Buffer.from(`<a><dc:creator>${author}</dc:creator></a>`),
      'word/document.xml': Buffer.from(
        `<w:document><w:ins w:author="${author}"><w:t>The budget is 325.</w:t></w:ins></w:document>`,
      ),
    }),
  )

test('a document tells no more who made it; she reads what was taken out, and the desk gets it so', async () => {
  const { id, token } = await round.respondent('With a report')
  await post(token, 'plan', { 'q.has_plan': 'yes' })
  expect(await (await app.request(`/answer/${token}/pages/money`)).text()).toContain('is taken out before it is kept')
  expect((await give(token, report('Amina'), 'report.docx')).status).toBe(303)
  const page = await (await app.request(`/answer/${token}/pages/money`)).text()
  expect(page).toContain(
    'Taken out of \u2068report.docx\u2069: author, organisation, program and dates · who commented',
  )
  expect(await (await app.request(`/answer/${token}/review`)).text()).toContain('names and faces too')
  const [file] = await filesOf(id)
  const parts = unzipSync(await bufferOf(await services.files.open(file!.file_sha256)))
  expect(Object.keys(parts)).toEqual(['[Content_Types].xml', 'word/document.xml'])
  expect(new TextDecoder().decode(parts['word/document.xml'])).toContain('The budget is 325.')
  for await (const name of services.files.list())
    expect((await bufferOf(await services.files.open(name))).equals(report('Amina'))).toBe(false)
})

test('files of one answer have a limit together, which the page names; what takes the place of another does not count twice', async () => {
  const { id, token } = await round.respondent('Much to show')
  const elsewhere = async (bytes: number) => {
    await owner.query(`insert into file (sha256, media_type, bytes) values (repeat('a', 64), 'text/plain', $1)`, [
      bytes,
    ])
    await owner.query(
      `insert into answer_file (respondent_id, organisation_id, file_sha256, file_name)
       select id, organisation_id, repeat('a', 64), 'elsewhere.txt' from respondent where id = $1`,
      [id],
    )
  }
  await give(token, 'A first text', 'first.txt')
  const [first] = await filesOf(id)
  await elsewhere(1000)
  await owner.query('update file set bytes = $1 where sha256 = $2', [MOST_OF_AN_ANSWER - 1000, first!.file_sha256])
  expect((await give(token, 'Takes the place of the first', 'second.txt')).status).toBe(303)
  expect((await filesOf(id)).map(file => file.file_name)).toEqual(['second.txt'])

  await elsewhere(MOST_OF_AN_ANSWER - 3)
  const over = await give(token, 'Far too much', 'third.txt', { 'q.budget': '77' })
  expect(over.status).toBe(413)
  const page = await over.text()
  expect(page).toContain('together may have 200 MB')
  expect(page).toContain('value="77"')
  expect((await filesOf(id)).map(file => file.file_name)).toContain('second.txt')
  expect((await filesOf(id)).map(file => file.file_name)).not.toContain('third.txt')
})

test('one answer takes so many files; all answers of a round have a limit together', async () => {
  const [one, other] = [await round.respondent('One'), await round.respondent('Other')]
  const file = (n: number) => ({ sha256: n.toString(16).padStart(64, 'b'), mediaType: 'text/plain', fileName: 'a.txt' })
  const there = { has: async () => true }
  const keep = (token: string, n: number, bytes: number) =>
    keepFile(services.database.kysely, there, token, { ...file(n), bytes }, [])
  for (let n = 0; n < MOST_FILES; n++) expect(await keep(one.token, n, 10)).toBe('kept')
  expect(await keep(one.token, MOST_FILES, 10)).toBe('too-many')
  expect(await keep(one.token, 1, 10)).toBe('kept')
  await owner.query('update file set bytes = $1 where sha256 = $2', [MOST_OF_A_ROUND, file(1).sha256])
  expect(await keep(other.token, 200, 10)).toBe('round-full')
  expect((await give(other.token, 'One more', 'more.txt')).status).toBe(413)
  await owner.query('delete from answer_file where respondent_id = $1', [one.id])
  expect(await keep(other.token, 200, 10)).toBe('kept')
  await owner.query('delete from answer_file where respondent_id = $1', [other.id])
})

test('a file that arrives while files are removed is kept, or seen to be gone and sent again: never named and missing', async () => {
  const { token, id } = await round.respondent('At the same moment')
  const { sha256, bytes } = await services.files.put(Buffer.from('At the same moment'))
  const file = { sha256, bytes, mediaType: 'text/plain', fileName: 'a.txt' }
  const keep = () => keepFile(services.database.kysely, services.files, token, file, [])

  // Its row is there and not yet for others to see: whoever removes waits until it is.
  let removing: Promise<number> | undefined
  const kept = await keepFile(
    services.database.kysely,
    {
      has: async name => {
        removing = forgetFiles(owner, services.files)
        await expect
          .poll(
            async () =>
              (await owner.query(`select from pg_locks where locktype = 'advisory' and objid = 2 and not granted`))
                .rowCount,
            { timeout: 10_000 },
          )
          .toBe(1)
        return services.files.has(name)
      },
    },
    token,
    file,
    [],
  )
  expect(kept).toBe('kept')
  await removing
  expect(await services.files.has(sha256)).toBe(true)

  // It was removed between its arrival and its row: nothing names it.
  await owner.query('delete from answer_file where respondent_id = $1', [id])
  await services.files.remove(sha256)
  expect(await keep()).toBe('gone')
  expect(await filesOf(id)).toEqual([])
})

test.each([
  ['an empty file', '', 'empty.txt', 'empty'],
  ['a program', 'MZ\0\0\0\x01\x02', 'photo.jpg', 'kind'],
  ['a page of the web', '<!doctype html><script>alert(1)</script>', 'page.html', 'web page'],
])('%s is not taken, in words, and what was typed stays', async (_, content, fileName, words) => {
  const { id, token } = await round.respondent('Refused')
  const answer = await give(token, content, fileName)
  expect(answer.status).toBe(422)
  const page = await answer.text()
  expect(page.toLowerCase()).toContain(words)
  expect(page).toContain('value="5"')
  expect(await filesOf(id)).toEqual([])
})

test('a file that is sent again after a reply was lost is there once', async () => {
  const { id, token } = await round.respondent('Twice')
  const again = { post: randomUUID() }
  for (let n = 0; n < 2; n++) expect((await give(token, 'A note', 'note.txt', again)).status).toBe(303)
  expect(await filesOf(id)).toHaveLength(1)
})

test('a file that is taken back or replaced is not kept', async () => {
  const { id, token } = await round.respondent('Changed her mind')
  await give(token, 'The first note, of Amina', 'first.txt')
  const [first] = await filesOf(id)
  await give(token, 'The second note', 'second.txt')
  expect((await filesOf(id)).map(file => file.file_name)).toEqual(['second.txt'])
  await expect.poll(() => services.files.has(first!.file_sha256), { timeout: 10_000 }).toBe(false)
  await post(token, 'money', { 'q.budget_law.remove': 'yes' })
  expect(await filesOf(id)).toEqual([])
})

test('a page with a file question is posted without a file as any other page, and keeps the file', async () => {
  const { id, token } = await round.respondent('Later')
  await give(token, 'A law', 'law.txt')
  await post(token, 'money', { 'q.budget': '7' })
  const { rows } = await owner.query('select answers from response where respondent_id = $1', [id])
  expect(rows[0].answers).toMatchObject({ budget: '7', budget_law: { fileName: 'law.txt' } })
})

test('those who work on the answers take a file down, once it was sent; nobody else does', async () => {
  const { id, token } = await round.respondent('Not sent')
  await give(token, 'Not yet sent', 'draft.txt')
  const [draft] = await filesOf(id)
  const draftAt = `/desk/rounds/${round.roundId}/answers/${id}/files/${draft!.file_sha256}`
  expect((await app.request(draftAt, { headers: editor })).status).toBe(404)

  const { at, sha256 } = await sent('Sent', 2)
  const got = await app.request(`${at}/files/${sha256}`, { headers: await as('contributor') })
  expect(got.status).toBe(200)
  expect(got.headers.get('content-disposition')).toContain('attachment')
  expect(got.headers.get('content-security-policy')).toContain('sandbox')
  for (const [headers, status] of [
    [{}, 401],
    [await as('reader'), 403],
    [await asOther(), 404],
  ] as const)
    expect((await app.request(`${at}/files/${sha256}`, { headers })).status).toBe(status)
  // Another's file is not found below her address.
  const other = await sent('Another', 3)
  expect((await app.request(`${at}/files/${other.sha256}`, { headers: editor })).status).toBe(404)
})

test('a file becomes evidence once, with the consent and the visibility that were said, and without the name of who gave it', async () => {
  const { at, sha256 } = await sent('Amina of the lake', 4)
  const make = (fields: Record<string, string>, headers = editor) =>
    app.request(`${at}/files/${sha256}/evidence`, { method: 'POST', headers, body: new URLSearchParams(fields) })
  const told = { title: 'A locked office', consent: 'not-given', visibility: 'public' }
  const refused = await make(told)
  expect(refused.status).toBe(422)
  expect(await refused.text()).toContain('A locked office')
  expect((await make({ ...told, visibility: 'organisation' }, await as('contributor'))).status).toBe(403)
  for (let n = 0; n < 2; n++) expect(to(await make({ ...told, consent: 'given' }))).toBe(at)
  const { rows } = await owner.query(
    'select kind, title, author, note, consent, visibility from evidence where file_sha256 = $1',
    [sha256],
  )
  expect(rows).toEqual([
    {
      kind: 'photo',
      title: 'A locked office',
      author: null,
      note: expect.not.stringContaining('Amina'),
      consent: 'given',
      visibility: 'public',
    },
  ])
  expect(await (await app.request(at, { headers: editor })).text()).toContain('Is evidence')
  expect((await checkHistory(owner)).broken).toEqual([])
})

test('with a respondent her files go from the store, but for what became evidence', async () => {
  const gone = await sent('To be forgotten', 5)
  const stays = await sent('Evidence stays', 6)
  const evidence = { title: 'Kept', consent: 'not-needed', visibility: 'organisation' }
  await app.request(`${stays.at}/files/${stays.sha256}/evidence`, {
    method: 'POST',
    headers: editor,
    body: new URLSearchParams(evidence),
  })
  for (const { id } of [gone, stays])
    await app.request(`/desk/rounds/${round.roundId}/respondents/${id}/forget`, { method: 'POST', headers: editor })
  await expect.poll(() => services.files.has(gone.sha256), { timeout: 10_000 }).toBe(false)
  expect(await services.files.has(stays.sha256)).toBe(true)
  expect(await textOf(await services.files.open(stays.sha256))).not.toBe('')
})
