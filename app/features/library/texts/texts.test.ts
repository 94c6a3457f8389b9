import { expect, test } from 'vitest'
import { testApp } from '../../../platform/testing/app.ts'

// Words of our own, in the form of a resolution: the official ones are the United Nations'.
const resolution = (number: number, words: string[]) =>
  [
    `S/RES/${number} (2000)`,
    'The Council,',
    'Thinking of women, of peace and of security in many parts of the world,',
    ...words.map((text, i) => `${i + 1}. ${text}`),
  ].join('\n\n')
const ENGLISH = resolution(1325, [
  'Urges all the members of this house to bring their neighbours, their sisters and their friends to the table;',
  'Encourages the head of the house to send out more women who speak for it in the countries of the world;',
  'Decides to keep the matter on its table.',
])
const FRENCH = resolution(1325, [
  'Demande instamment à tous les membres de cette maison de faire venir leurs voisines et leurs amies à la table;',
  'Engage le chef de la maison à envoyer plus de femmes qui parlent pour elle dans les pays du monde;',
  'Décide de garder la question sur sa table.',
])

const { app, as, asOther, services, work } = await testApp()
const page = async (headers: Record<string, string> = {}) =>
  (await app.request('/resolutions/1325', { headers })).text()
const add = async (headers: { cookie: string }, words: string, language = 'en', number = 1325) => {
  const body = new FormData()
  body.set('language', language)
  body.set('file', new File([words], `resolution-${language}.txt`))
  const response = await app.request(`/resolutions/${number}/texts`, { method: 'POST', body, headers })
  return { status: response.status, text: await response.text() }
}
const idOf = async (language: string) => {
  const { rows } = await services.database.owner.query('select id from official_text where language = $1', [language])
  return rows[0]?.id as string
}
const act = async (headers: { cookie: string }, id: string, what: string) =>
  (await app.request(`/resolutions/1325/texts/${id}/${what}`, { method: 'POST', headers })).status

test('members see the official words of each paragraph, English and French side by side; nobody else does', async () => {
  expect((await add(await as('contributor'), ENGLISH)).status).toBe(303)
  expect((await add(await as('contributor'), FRENCH, 'fr')).status).toBe(303)
  const seen = await page(await as('reader'))
  expect(seen).toContain('<blockquote lang="en" dir="ltr"><p>Encourages the head of the house')
  expect(seen).toContain('<blockquote lang="fr" dir="ltr"><p>Engage le chef de la maison')
  expect(seen.indexOf('lang="en" dir="ltr"><p>Urges')).toBeLessThan(seen.indexOf('lang="fr" dir="ltr"><p>Demande'))
  expect(await page()).not.toContain('Encourages the head of the house')
  expect(await page(await asOther())).not.toContain('Encourages the head of the house')
})

test('the number of paragraphs is held against the library’s', async () => {
  expect(await page(await as('reader'))).toContain('3 paragraphs were read, but the resolution has 18.')
})

test('an editor publishes a text and takes it back', async () => {
  const id = await idOf('en')
  expect(await act(await as('contributor'), id, 'publish')).toBe(403)
  expect(await act(await asOther('administrator'), id, 'publish')).toBe(404)
  expect(await act(await as('editor'), id, 'publish')).toBe(303)
  expect(await page()).toContain('Encourages the head of the house')
  expect(await page()).not.toContain('Engage le chef de la maison')
  expect(await act(await as('editor'), id, 'take-back')).toBe(303)
  expect(await page()).not.toContain('Encourages the head of the house')
})

test('the same file sent twice adds nothing; another in its place is an editor’s act', async () => {
  expect((await add(await as('contributor'), ENGLISH)).status).toBe(303)
  const other = ENGLISH.replace('Decides to keep', 'Decides, after all, to keep')
  const refused = await add(await as('contributor'), other)
  expect(refused.status).toBe(422)
  expect(refused.text).toContain('only an editor can replace it')
  expect((await add(await as('editor'), other)).status).toBe(303)
  expect(await page(await as('reader'))).toContain('Decides, after all, to keep')
  const { rows } = await services.database.owner.query('select language, version from official_text order by language')
  expect(rows).toEqual([
    { language: 'en', version: 4 },
    { language: 'fr', version: 1 },
  ])
})

test('a file that is no resolution, or another one, comes back with a sentence', async () => {
  const none = await add(await as('contributor'), 'Dear members,\n\nhere is a letter about women and peace.\n', 'es')
  expect(none.status).toBe(422)
  expect(none.text).toContain('No operative paragraphs were found')
  const other = await add(await as('contributor'), ENGLISH, 'en', 1820)
  expect(other.status).toBe(422)
  expect(other.text).toContain('This file is the text of another resolution: 1325.')
  expect((await add(await as('contributor'), ENGLISH, 'xx')).status).toBe(422)
})

test('a reader adds nothing, and somebody who is not signed in is asked to', async () => {
  expect((await add(await as('reader'), ENGLISH)).status).toBe(403)
  expect((await app.request('/resolutions/1325/texts', { method: 'POST', body: new FormData() })).status).toBe(401)
})

test('with the official words at hand, words that are quoted from the wrong paragraph are found', async () => {
  const body = new FormData()
  body.set('text', 'Paragraph 1 of resolution 1325 “encourages the head of the house to send out more women”.')
  const check = async (headers: Record<string, string>) =>
    (await app.request('/citations', { method: 'POST', body, headers })).text()
  expect(await check(await as('reader'))).toContain('These words stand in paragraph 2 of resolution 1325')
  expect(await check({})).toContain('Nothing wrong was found.')
})

const filesOf = async () => {
  const names: string[] = []
  for await (const name of services.files.list()) names.push(name)
  return names.toSorted()
}
const shaOf = async (language: string) =>
  (await services.database.owner.query('select file_sha256 from official_text where language = $1', [language])).rows[0]
    ?.file_sha256 as string

test('an editor removes a text, and its file goes with it: from the disk, too; unless something else has it', async () => {
  await work()
  // The files of the two texts; the one that was replaced is forgotten.
  await expect.poll(filesOf, { timeout: 10_000 }).toEqual([await shaOf('en'), await shaOf('fr')].toSorted())
  const evidence = new FormData()
  const fields = { form: 'f', kind: 'file', title: 'The same file', consent: 'not-needed', visibility: 'organisation' }
  for (const [name, value] of Object.entries(fields)) evidence.set(name, value)
  evidence.set('file', new File([FRENCH], 'a.txt'))
  const kept = await app.request('/desk/evidence/add', { method: 'POST', body: evidence, headers: await as('editor') })
  expect(kept.status).toBe(303)

  const french = await shaOf('fr')
  expect(await act(await as('editor'), await idOf('fr'), 'remove')).toBe(303)
  expect(await page(await as('reader'))).not.toContain('Engage le chef de la maison')
  expect(await act(await as('editor'), await idOf('en'), 'remove')).toBe(303)
  await expect.poll(filesOf, { timeout: 10_000 }).toEqual([french])
  const { rows } = await services.database.owner.query('select sha256 from file')
  expect(rows.map(row => row.sha256)).toEqual([french])
})
