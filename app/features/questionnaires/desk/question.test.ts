import { randomUUID } from 'node:crypto'
import { beforeAll, expect, test } from 'vitest'
import { testApp } from '../../../platform/testing/app.ts'
import { keepActions } from '../../ledger/testing.ts'
import type { Question } from '../form/model.ts'

const testing = await testApp()
const { app, services, as, organisationId } = testing
const { owner } = services.database
let editor: { cookie: string }
let one: string
let page: string

const get = async (path: string) => (await app.request(path, { headers: editor })).text()
const post = (path: string, fields: Record<string, string>) =>
  app.request(path, { method: 'POST', headers: editor, body: new URLSearchParams(fields) })
const state = async () =>
  (await owner.query('select form, version from questionnaire where id = $1', [one.slice(-36)])).rows[0]
const questions = async (): Promise<Question[]> => (await state()).form.pages[0].questions

beforeAll(async () => {
  editor = await as('editor')
  const id = randomUUID()
  await post('/desk/questionnaires', { id, title: 'By hand', languages: 'en, fr' })
  one = `/desk/questionnaires/${id}`
  await post(`${one}/pages/new`, { version: '1', 'label.en': 'First' })
  page = (await state()).form.pages[0].name
  await save('new', { type: 'yes-no', name: 'plan', 'label.en': 'Is there a plan?' })
})

const save = async (name: string, fields: Record<string, string>) =>
  post(`${one}/questions/${name}`, { version: String((await state()).version), page, ...fields })
const saved = async (name: string, fields: Record<string, string>) => {
  const answer = await save(name, fields)
  expect([answer.status, answer.status === 303 ? '' : await answer.text()]).toEqual([303, ''])
  return (await questions()).at(-1)!
}

test('choices are lines of words in each language, and keep their names when the words change', async () => {
  const typed = { type: 'select-one', name: 'state', 'label.en': 'How far?' }
  const words = { 'words.en': 'Under way\nDone', 'words.fr': 'En cours\nFait' }
  expect((await saved('new', { ...typed, ...words })).choices).toEqual([
    { name: 'under_way', label: { en: 'Under way', fr: 'En cours' } },
    { name: 'done', label: { en: 'Done', fr: 'Fait' } },
  ])
  expect(await get(`${one}/questions/state`)).toMatch(/<textarea[^>]*name="words.fr"[^>]*>En cours\nFait<\/textarea>/)
  const changed = await saved('state', { ...typed, 'words.en': 'Underway\nDone', 'words.fr': '' })
  expect(changed.choices.map(({ name }) => name)).toEqual(['under_way', 'done'])
  const twice = await save('new', { ...typed, name: 'other', 'words.en': 'Same\nSame' })
  expect(twice.status).toBe(422)
  expect(await twice.text()).toContain('Line 2')
})

test('choices get names of their own without anything that was typed being lost or kept', async () => {
  const typed = {
    type: 'select-one',
    name: 'towns',
    'label.en': 'Which town?',
    'words.en': 'Goma\nUvira',
    show: 'lines',
  }
  const before = (await state()).version
  const shown = await save('new', typed)
  expect(shown.status).toBe(200)
  const html = await shown.text()
  expect(html).toContain('Which town?')
  expect(html).toMatch(/name="choices"[^>]*>goma \| Goma \| \nuvira \| Uvira \| </)
  expect((await state()).version).toBe(before)
})

test('a condition is chosen: a question, how, and an answer in the words of any language', async () => {
  const typed = { type: 'text', name: 'why', 'label.en': 'Why not?', onlyQuestion: 'plan', onlyHow: 'is' }
  expect((await saved('new', { ...typed, onlyAnswer: 'non' })).relevant).toBe("${plan} = 'no'")
  const html = await get(`${one}/questions/why`)
  expect(html).toMatch(/<option value="plan" selected/)
  expect(html).toMatch(/name="onlyAnswer" value="No"/)
  expect(html).toMatch(/name="relevant" value[ /]/)
  const wrong = await save('why', { ...typed, onlyAnswer: 'perhaps' })
  expect(wrong.status).toBe(422)
  const told = await wrong.text()
  expect(told).toContain('The answers to this question are: \u2068Yes\u2069 · \u2068No\u2069')
  expect(told).toContain('value="perhaps"')
  const written = await saved('why', { ...typed, relevant: "${plan} = 'no' and today() > '2026-01-01'" })
  expect(written.relevant).toContain('today()')
  expect(await get(`${one}/questions/why`)).toContain('name="relevant" value="${plan} = ')
})

test('limits of a number are two fields, a condition asks for a number; whether it counts people is asked', async () => {
  const typed = {
    type: 'integer',
    name: 'laws',
    'label.en': 'How many laws?',
    least: '0',
    most: '100',
    notPeople: 'yes',
  }
  expect(await saved('new', typed)).toMatchObject({ constraint: '. >= 0 and . <= 100', countsPeople: false })
  expect(await get(`${one}/questions/laws`)).toMatch(/name="most" value="100"/)
  const which = { type: 'text', name: 'which', 'label.en': 'Which?', onlyQuestion: 'laws', onlyHow: 'is' }
  expect((await save('new', { ...which, onlyAnswer: 'many' })).status).toBe(422)
  expect((await saved('new', { ...which, onlyAnswer: '1' })).relevant).toBe('${laws} = 1')
  expect(await saved('laws', { type: 'integer', name: 'laws', 'label.en': 'How many women?' })).not.toHaveProperty(
    'countsPeople',
  )
})

test('a commitment is found by its words and chosen; what else was typed stays', async () => {
  await keepActions(services.database, organisationId, 'a-plan', [{ text: 'Train women mediators' }])
  const typed = { type: 'text', name: 'about', 'label.en': 'Typed before the search', 'find-commitment': 'mediators' }
  const found = await save('new', { ...typed, show: 'find-commitment' })
  expect(found.status).toBe(200)
  const html = await found.text()
  const address = html.match(/name="commitment" value="(a-plan\/\d+)"/)![1]!
  expect(html).toContain('Train women mediators')
  expect(html).toContain('Typed before the search')
  // The Enter key in the field for words seeks, and keeps nothing.
  expect((await save('new', typed)).status).toBe(200)
  const chosen = { ...typed, 'found-commitment': 'mediators', commitment: address }
  expect((await saved('new', chosen)).commitment).toBe(address)
  expect(await get(`${one}/questions/about`)).toContain('Train women mediators')
})
