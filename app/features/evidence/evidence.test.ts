import { beforeAll, describe, expect, test } from 'vitest'
import { testApp } from '../../platform/testing/app.ts'
import { idOf, keepActions } from '../ledger/testing.ts'
import { mayBeShown } from './model.ts'
import { piecesIn, report } from './testing.ts'

const testing = await testApp()
const { app, services, as, asOther } = testing
const { owner } = services.database
const { fields, add, added, get, post } = piecesIn(testing)
await testing.work()

test('what is not public is seen by its organisation alone', async () => {
  const id = await added(fields('file', { title: 'For us' }), report('For us'))
  const mine = await added(fields('note', { title: 'For me', note: 'Mine.', visibility: 'me' }))
  for (const path of [`/evidence/${id}`, `/evidence/${id}/file`, `/evidence/${mine}`])
    for (const headers of [{}, await asOther()]) expect((await get(path, headers)).status, path).toBe(404)
  expect((await get(`/desk/evidence/${id}`, await asOther())).status).toBe(404)
  expect((await get(`/desk/evidence/${id}`, await as('reader'))).status).toBe(200)
  expect((await get(`/desk/evidence/${mine}`, await as('reader'))).status).toBe(404)
  expect(await (await get('/desk/evidence', await as('reader'))).text()).not.toContain('For me')
  expect(await (await get('/desk/evidence', await asOther())).text()).toContain('No evidence yet')
})

test('only an editor shows it outside, and only with consent', async () => {
  const contributor = await as('contributor')
  const wanted = fields('note', { note: 'Seen.', visibility: 'public' })
  expect((await add(contributor, wanted)).text).toContain('Only an editor can show it')
  const without = await add(await as('editor'), { ...wanted, consent: 'not-given' })
  expect(without.text).toContain('Without consent it cannot be shown')
  expect([mayBeShown('given', 'public'), mayBeShown('withdrawn', 'partners'), mayBeShown('not-given', 'me')]).toEqual([
    true,
    false,
    true,
  ])
})

test('the list is searched by word, kind, consent, and by what nothing rests on', async () => {
  const reader = await as('reader')
  await added(fields('note', { title: 'Réunion à Bukavu', note: 'x', consent: 'not-given' }))
  const found = async (query: string) => (await get(`/desk/evidence?${query}`, reader)).text()
  expect(await found('words=reunion')).toContain('Réunion à Bukavu')
  expect(await found('words=100%25')).toContain('Nothing fits')
  expect(await found('kind=photo')).not.toContain('Bukavu')
  expect(await found('consent=not-given&kind=note&visibility=organisation&unused=1')).toContain('Bukavu')
  expect(await found('kind=odd&page=-3&visibility=x')).toContain('Bukavu')
})

test('a search in which no word is left finds everything', async () => {
  expect((await app.request('/desk/evidence?words=%00', { headers: await as('reader') })).status).toBe(200)
})

test('two people changing one piece: the second is told, and nothing that she typed is lost', async () => {
  const id = await added(fields('note', { title: 'Before', note: 'Seen.' }))
  const editor = await as('editor')
  const { form: _, kind: __, ...facts } = fields('note', { title: 'After', note: 'Seen.' })
  const change = (values: Record<string, string>) => post(`/desk/evidence/${id}`, editor, { ...facts, ...values })
  expect((await change({ version: '1' })).status).toBe(303)
  expect((await change({ version: '1' })).status).toBe(303)
  const late = await change({ version: '1', title: 'Too late' })
  expect(late.status).toBe(409)
  const text = await late.text()
  expect(text).toContain('Somebody changed it while you wrote')
  expect(text).toContain('value="Too late"')
  expect((await change({ version: '2', title: 'Too late' })).status).toBe(303)
  expect((await change({ version: 'x' })).status).toBe(422)
  expect(
    (await post(`/desk/evidence/${id}`, await as('contributor'), { ...facts, version: '3', title: 'Not hers' })).status,
  ).toBe(403)
  expect((await post(`/desk/evidence/${id}`, await asOther(), { ...facts, version: '3' })).status).toBe(404)
})

test('when consent is withdrawn, nobody outside sees it any more, at once', async () => {
  const id = await added(fields('file', { consent: 'given', visibility: 'public', title: 'Faces' }), report('Faces'))
  expect((await get(`/evidence/${id}`)).status).toBe(200)
  expect((await post(`/desk/evidence/${id}/withdraw-consent`, await asOther())).status).toBe(404)
  expect((await post(`/desk/evidence/${id}/withdraw-consent`, await as('editor'))).status).toBe(303)
  expect((await get(`/evidence/${id}`)).status).toBe(404)
  expect((await get(`/evidence/${id}/file`)).status).toBe(404)
  expect(await (await get(`/desk/evidence/${id}`, await as('editor'))).text()).toContain(
    'Consent was withdrawn: nobody outside',
  )
})

test('what is erased is gone, on the disk as well, and from the history; another’s copy stays', async () => {
  const editor = await as('editor')
  const id = await added(fields('file', { title: 'A name that must go' }), report('To be erased'))
  const { rows } = await owner.query('select file_sha256 from evidence where id = $1', [id])
  const sha256 = rows[0].file_sha256 as string
  const twin = await added(fields('file', { title: 'Another with it' }), report('To be erased'))
  expect((await post(`/desk/evidence/${id}/erase`, await asOther())).status).toBe(404)
  expect((await post(`/desk/evidence/${id}/erase`, await as('contributor'))).status).toBe(403)
  expect((await post(`/desk/evidence/${id}/erase`, editor)).status).toBe(303)
  expect((await post(`/desk/evidence/${id}/erase`, editor)).status).toBe(303)
  expect((await get(`/desk/evidence/${id}`, editor)).status).toBe(410)
  expect((await get(`/evidence/${id}/file`, editor)).status).toBe(404)
  expect((await owner.query(`select from history where after::text like '%name that must go%'`)).rows).toEqual([])
  expect(await services.files.has(sha256)).toBe(true)
  expect((await post(`/desk/evidence/${twin}/erase`, editor)).status).toBe(303)
  await expect.poll(() => services.files.has(sha256), { timeout: 10_000 }).toBe(false)
})

describe('consent withdrawn through the form of the piece', () => {
  const shown = async () => {
    const { form: _, kind: __, ...facts } = fields('note', { note: 'Seen.', consent: 'given', visibility: 'public' })
    const id = await added({ ...fields('note'), ...facts })
    expect((await get(`/evidence/${id}`)).status).toBe(200)
    return { id, ending: { ...facts, consent: 'withdrawn', version: '1' } }
  }

  test('hides it at once, though the form still says public, and says so', async () => {
    const { id, ending } = await shown()
    const { status, headers } = await post(`/desk/evidence/${id}`, await as('editor'), ending)
    expect([status, headers.get('location')]).toEqual([303, `/desk/evidence/${id}?done=consent-withdrawn`])
    expect((await get(`/evidence/${id}`)).status).toBe(404)
    expect(await (await get(headers.get('location')!, await as('editor'))).text()).toContain(
      'Nobody outside your organisation sees it any more.',
    )
    expect((await post(`/desk/evidence/${id}`, await as('editor'), ending)).status).toBe(303)
  })

  test('hides it also where somebody changed its words meanwhile', async () => {
    const { id, ending } = await shown()
    await owner.query(`update evidence set title = 'Hers', version = 2 where id = $1`, [id])
    const late = await post(`/desk/evidence/${id}`, await as('editor'), { ...ending, title: 'Mine' })
    expect(late.status).toBe(409)
    const text = await late.text()
    expect(text).toContain('Nobody outside your organisation sees it any more.')
    expect(text).toContain('value="Mine"')
    expect((await get(`/evidence/${id}`)).status).toBe(404)
  })

  test('is open to the contributor who added it, after an editor has shown it', async () => {
    const contributor = await as('contributor')
    const { location } = await add(contributor, fields('note', { note: 'Seen.', consent: 'given' }))
    const id = location!.match(/evidence\/([0-9a-f-]{36})/)![1]!
    await owner.query(`update evidence set visibility = 'public' where id = $1`, [id])
    expect(await (await get(`/desk/evidence/${id}`, contributor)).text()).toContain('withdraw-consent')
    expect((await post(`/desk/evidence/${id}/withdraw-consent`, contributor)).status).toBe(303)
    expect((await get(`/evidence/${id}`)).status).toBe(404)
  })
})

describe('evidence on a row, without a word said of it', async () => {
  let row = ''
  beforeAll(async () => {
    await keepActions(services.database, testing.organisationId, 'attached-plan', [{ text: 'Open shelters' }])
    await keepActions(services.database, testing.organisationId, 'attached-draft', [{ text: 'Not yet public' }], {
      published: false,
    })
    row = await idOf(services.database, 'attached-plan', 2)
  })
  const page = async (headers: Record<string, string> = {}) =>
    (await get('/plans/attached-plan/items/2', headers)).text()

  test('is ticked among what is there, once however often it is sent; what is public is seen by everybody', async () => {
    const editor = await as('editor')
    const inside = await added(fields('note', { title: 'Kept inside', note: 'x' }))
    const open = await added(fields('note', { title: 'For everybody', note: 'x', visibility: 'public' }))
    expect(await page()).not.toContain('id="evidence"')
    expect(await page(editor)).toContain(`/desk/evidence/items/${row}`)
    expect(await (await get(`/desk/evidence/items/${row}`, editor)).text()).toContain('Kept inside')
    for (const _ of [1, 2]) {
      const body = new URLSearchParams([inside, open].map(id => ['evidence', id]))
      const answer = await app.request(`/desk/evidence/items/${row}`, { method: 'POST', headers: editor, body })
      expect([answer.status, answer.headers.get('location')]).toEqual([
        303,
        '/plans/attached-plan/items/2?evidence=done#evidence',
      ])
    }
    expect(await page()).toContain('For everybody')
    expect(await page()).not.toContain('Kept inside')
    expect(await page(await as('reader'))).toContain('Kept inside')
    const used = await (await get(`/evidence/${open}`)).text()
    expect(used).toContain('/plans/attached-plan/items/2#evidence')
    expect((await post(`/desk/evidence/items/${row}/detach`, editor, { evidence: open })).status).toBe(303)
    expect((await post(`/desk/evidence/items/${row}/detach`, editor, { evidence: open })).status).toBe(303)
    expect(await page()).not.toContain('For everybody')
  })

  test('or added and attached in one form; another organisation may attach its own, and takes nobody else’s off', async () => {
    const other = await asOther('contributor')
    expect(await (await get(`/desk/evidence/add?kind=note&item=${row}`, other)).text()).toContain(`value="${row}"`)
    const values = fields('note', { title: 'Seen by others', note: 'x', item: row })
    for (const _ of [1, 2]) expect((await add(other, values)).location).toContain('/plans/attached-plan/items/2')
    expect(await page(other)).toContain('Seen by others')
    const { rows } = await owner.query(`select evidence_id from evidence_use where used_by = $1`, [row])
    expect(rows).toHaveLength(2)
    for (const { evidence_id } of rows)
      await post(`/desk/evidence/items/${row}/detach`, other, { evidence: evidence_id })
    expect((await owner.query(`select from evidence_use where used_by = $1`, [row])).rowCount).toBe(1)
  })

  test('nothing ticked, a row that one may not see, or somebody who only reads: told in words, and nothing is attached', async () => {
    const editor = await as('editor')
    const none = await post(`/desk/evidence/items/${row}`, editor)
    expect([none.status, (await none.text()).includes('Tick at least one piece')]).toEqual([422, true])
    const hidden = await idOf(services.database, 'attached-draft', 2)
    const other = await asOther('editor')
    const theirs = await add(other, fields('note', { note: 'x', item: hidden }))
    expect(theirs.status).toBe(404)
    expect((await get(`/desk/evidence/items/${hidden}`, other)).status).toBe(404)
    expect((await get('/desk/evidence/items/00000000-0000-0000-0000-000000000000', editor)).status).toBe(404)
    expect((await get(`/desk/evidence/items/${row}`, await as('reader'))).status).toBe(403)
    expect((await get(`/desk/evidence/items/${row}`)).status).toBe(401)
    expect((await add(editor, fields('note', { note: 'x', item: "x' or 1" }))).status).toBe(422)
  })
})
