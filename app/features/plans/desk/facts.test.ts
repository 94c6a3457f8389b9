import { beforeAll, describe, expect, test } from 'vitest'
import { changing } from '../../../platform/access.ts'
import { testApp } from '../../../platform/testing/app.ts'
import { wordsOf } from '../../../platform/languages.ts'
import { READ_JOB } from '../jobs.ts'
import { codesOfLanguages, namesOfLanguages } from './language-names.ts'
import { get, pdf, post, send } from './testing.ts'

const testing = await testApp()
const { services, as } = testing
const { owner } = services.database
await services.jobs.work(READ_JOB, async () => {})

const desk = '/desk/plans/kenya'
const facts = {
  title: 'Kenya National Action Plan',
  kind: 'national-action-plan',
  issuer: 'Republic of Kenya',
  country: 'KEN',
  periodStart: '2020',
  periodEnd: '2024',
  languages: 'English, Swahili',
  slug: 'kenya',
}
const version = async (path = desk): Promise<string> =>
  (await get(testing, await as('editor'), path)).text.match(/name="version" value="(\d+)"/)?.[1] ?? ''

/** The plan as after a reading: rows, and no reading under way. */
async function addPlan(name: string) {
  await send(testing, await as('contributor'), pdf([name]), `${name}.pdf`)
  await owner.query(
    `update reading set state = 'done', document = '{"warnings":[]}' where instrument_id = (select id from instrument where slug = $1)`,
    [name],
  )
  await owner.query(
    `insert into item (instrument_id, organisation_id, ref, kind, text, position, cites, confidence)
     select id, organisation_id, n, 'action', 'Train police officers', n, '[{"page":1,"box":null,"quote":"Train"}]', 0.5
     from instrument, generate_series(1, 2) n where slug = $1`,
    [name],
  )
}
beforeAll(async () => addPlan('kenya'))

describe('the facts of a plan', () => {
  test('are saved, and stand in the form and in the history', async () => {
    const saved = await post(testing, await as('contributor'), desk + '/facts', { ...facts, version: await version() })
    expect([saved.status, saved.location]).toEqual([303, desk + '?done=saved'])
    const page = await get(testing, await as('contributor'), desk)
    expect(page.text).toContain('Kenya · National Action Plan')
    expect(page.text).toContain('value="English, Swahili"')
    expect((await get(testing, await as('reader'), desk + '/history')).text).toContain('Changed the facts')
  })

  test('what is wrong is said beside the field, with what was typed', async () => {
    const wrong = { ...facts, title: ' ', periodEnd: '2019', languages: 'English, Elvish', slug: 'Kenya 2020' }
    const answer = await post(testing, await as('contributor'), desk + '/facts', { ...wrong, version: await version() })
    expect(answer.status).toBe(422)
    expect(answer.text).toContain('Please fill this in')
    expect(answer.text).toContain('Use small Latin letters')
    expect(answer.text).toContain('value="English, Elvish"')
    const further = { ...facts, periodEnd: '2019', languages: 'English, Elvish', version: await version() }
    const next = await post(testing, await as('contributor'), desk + '/facts', further)
    expect(next.text).toContain('The end lies before the beginning')
    expect(next.text).toContain('not known as languages: Elvish')
  })

  test('two people who change them at once are told of each other, and nothing is overwritten unseen', async () => {
    const opened = await version()
    const hers = { ...facts, title: 'Hers', version: opened }
    const his = { ...facts, title: 'His', version: opened }
    expect((await post(testing, await as('editor'), desk + '/facts', hers)).status).toBe(303)
    const conflict = await post(testing, await as('contributor'), desk + '/facts', his)
    expect(conflict.status).toBe(409)
    expect(conflict.text).toContain('The editor changed these facts meanwhile')
    expect(conflict.text).toContain('Now: Hers')
    expect(conflict.text).toContain('value="His"')
    const { rows } = await owner.query(`select title from instrument where slug = 'kenya'`)
    expect(rows[0].title).toBe('Hers')
  })

  test('a form that is sent twice is saved once', async () => {
    const form = { ...facts, title: 'Sent twice', version: await version() }
    const headers = await as('contributor')
    const answers = await Promise.all([1, 2].map(() => post(testing, headers, desk + '/facts', form)))
    expect(answers.map(({ status }) => status)).toEqual([303, 303])
    const { rows } = await owner.query(
      `select count(*)::int as n from history where act = 'plan.edit' and after ->> 'title' = 'Sent twice'`,
    )
    expect(rows[0].n).toBe(1)
  })

  test('what one person did several times in a row is told once on the desk, and each time in the history', async () => {
    for (const title of ['First', 'Second', 'Third'])
      await post(testing, await as('contributor'), desk + '/facts', { ...facts, title, version: await version() })
    expect((await get(testing, await as('reader'), '/desk')).text).toMatch(/Changed the facts \(\d times\)/)
    const history = (await get(testing, await as('reader'), desk + '/history')).text
    expect(history).not.toContain('times)')
    expect(history.match(/Changed the facts/g)!.length).toBeGreaterThan(3)
  })

  test('an address that another plan has is refused; a former address leads to the new one', async () => {
    await addPlan('uganda')
    const headers = await as('contributor')
    const taken = await post(testing, headers, desk + '/facts', { ...facts, slug: 'uganda', version: await version() })
    expect(taken.status).toBe(422)
    expect(taken.text).toContain('Another plan has this address')
    const moved = { ...facts, slug: 'uga-2021', version: await version('/desk/plans/uganda') }
    expect((await post(testing, headers, '/desk/plans/uganda/facts', moved)).location).toContain('/desk/plans/uga-2021')
    expect((await get(testing, headers, '/desk/plans/uganda')).location).toBe('/desk/plans/uga-2021')
  })

  test('a reader does not change them', async () => {
    expect((await get(testing, await as('reader'), desk)).text).not.toContain('facts-form')
    const asReader = await post(testing, await as('reader'), desk + '/facts', { ...facts, version: await version() })
    expect(asReader.status).toBe(403)
  })
})

describe('a plan’s way to the public', () => {
  test('only an editor publishes, after seeing what nobody has checked', async () => {
    const page = await get(testing, await as('editor'), desk)
    expect(page.text).toContain('2 are not confirmed yet')
    expect((await get(testing, await as('contributor'), desk)).text).not.toContain('Publish this plan')
    expect((await post(testing, await as('contributor'), desk + '/publish')).status).toBe(403)
    expect((await get(testing, {}, '/plans/kenya/original')).status).toBe(404)

    expect((await post(testing, await as('editor'), desk + '/publish')).location).toBe(desk + '?done=published')
    expect((await post(testing, await as('editor'), desk + '/publish')).status).toBe(303)
    const original = await testing.app.request('/plans/kenya/original')
    expect(original.status).toBe(200)
    expect(original.headers.get('content-disposition')).toContain('attachment; filename="kenya.pdf"')
    expect(original.headers.get('x-content-type-options')).toBe('nosniff')
    expect((await original.text()).startsWith('%PDF')).toBe(true)
    expect((await testing.app.request('/plans/kenya/pages/1.webp')).status).toBe(200)
  })

  test('what is public keeps its address, and a contributor leaves it alone', async () => {
    const answer = await post(testing, await as('editor'), desk + '/facts', {
      ...facts,
      slug: 'other',
      version: await version(),
    })
    expect(answer.status).toBe(409)
    const contributor = await as('contributor')
    expect((await post(testing, contributor, desk + '/read-again')).status).toBe(403)
    const form = { ...facts, title: 'Other', version: await version() }
    expect((await post(testing, contributor, desk + '/facts', form)).status).toBe(403)
    const by = await testing.userId('contributor')
    const changed = await changing(services.database.kysely, by, { act: 'test' }, tx =>
      tx.updateTable('instrument').set({ title: 'Other' }).where('slug', '=', 'kenya').executeTakeFirst(),
    )
    expect(changed.numUpdatedRows).toBe(0n)
  })

  test('it is taken back with a reason that the history keeps, and is not removed', async () => {
    const editor = await as('editor')
    expect((await post(testing, editor, desk + '/take-back', { why: 'w'.repeat(1001) })).status).toBe(422)
    const why = 'The ministry sent a newer version'
    expect((await post(testing, editor, desk + '/take-back', { why })).location).toBe(desk + '?done=taken-back')
    expect((await get(testing, {}, '/plans/kenya/original')).status).toBe(404)
    expect((await testing.app.request('/plans/kenya/pages/1.webp')).status).toBe(404)
    expect((await get(testing, editor, desk + '/history')).text).toContain(why)
    expect((await post(testing, editor, desk + '/remove')).status).toBe(409)
    expect((await get(testing, editor, desk)).status).toBe(200)
  })

  test('a draft is removed with all that was read from it, once or twice', async () => {
    await addPlan('draft')
    const editor = await as('editor')
    for (const _ of [1, 2])
      expect((await post(testing, editor, '/desk/plans/draft/remove')).location).toBe('/desk?done=removed')
    const { rows } = await owner.query(
      `select (select count(*) from instrument where slug = 'draft') + (select count(*) from item where organisation_id is null) as n`,
    )
    expect(Number(rows[0].n)).toBe(0)
    expect((await send(testing, editor, pdf(['draft']), 'draft.pdf')).location).toBe('/desk/plans/draft')
  })

  test('the desk names the next step of each plan', async () => {
    const page = await get(testing, await as('editor'), '/desk')
    expect(page.text).toContain('2 rows are still to be confirmed, 2 of them doubtful')
    expect(page.text).toContain('/desk/plans/kenya/review')
    await owner.query(`update item set state = 'confirmed'`)
    expect((await get(testing, await as('editor'), '/desk')).text).toContain('/desk/plans/kenya/appraisal')
  })
})

test('languages are understood by their names in the person’s language and by their codes, in her order', () => {
  const french = wordsOf('fr')
  expect(codesOfLanguages('Français, anglais; sw', french)).toEqual({ codes: ['fr', 'en', 'sw'], unknown: [] })
  expect(codesOfLanguages('العربية، الإنجليزية', wordsOf('ar')).codes).toEqual(['ar', 'en'])
  expect(codesOfLanguages('klingon', french).unknown).toEqual(['klingon'])
  expect(codesOfLanguages(namesOfLanguages(['sq', 'uk'], french), french).codes).toEqual(['sq', 'uk'])
})
