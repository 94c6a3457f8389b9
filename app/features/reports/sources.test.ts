import { readPlan } from '@open1325/reader'
import { unzipSync } from 'fflate'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import { testApp } from '../../platform/testing/app.ts'
import { keepActions, say } from '../ledger/testing.ts'
import { keepRound } from '../questionnaires/testing.ts'
import { keepSet } from '../recommendations/testing.ts'
import { beginReport, visitsOf } from './testing.ts'

const testing = await testApp()
const { app, services, organisationId, userId, as } = testing
const { owner } = services.database
const editor = await as('editor')
const { get, post } = visitsOf(app, editor)
const plan = await keepActions(services.database, organisationId, 'cod-2019', [
  { text: 'Train women mediators' },
  { text: 'Vote a budget' },
  { text: 'Open three offices' },
])
await say(services.database, { slug: 'cod-2019', ref: 2, organisationId, voice: 'government', status: 'done' })
await say(services.database, { slug: 'cod-2019', ref: 2, organisationId, voice: 'civil-society', status: 'stalled' })
await say(services.database, {
  slug: 'cod-2019',
  ref: 3,
  organisationId,
  voice: 'civil-society',
  status: 'not-started',
})

/** A report with this put into its first section. Gives what was answered, and its pages. */
async function putIn(what: string, source: string) {
  const made = await beginReport(owner, post, { country: 'COD' })
  const answer = await post(`${made.section}/insert?what=${what}`, { version: '1', source })
  return { ...made, answer, text: (await get(made.report)).text }
}
const file = async (path: string) => new Uint8Array(await (await app.request(path, { headers: editor })).arrayBuffer())

async function indicatorWithFigures() {
  const framework = await owner.query<{ id: string }>(
    `insert into framework (organisation_id, code, titles, source, created_by, published_at)
     values ($1, 'peace-table', '{"en": "Women at the table"}', 'Own', $2, now()) returning id`,
    [organisationId, await userId('editor')],
  )
  const indicator = await owner.query<{ id: string }>(
    `insert into indicator (framework_id, organisation_id, code, titles, definition, value_kind)
     values ($1, $2, 'T1', '{"en": "Women among mediators"}', 'Share of women', 'share') returning id`,
    [framework.rows[0]!.id, organisationId],
  )
  for (const [period, numerator, kind] of [
    ['2021', 12, 'observation'],
    ['2022', 21, 'observation'],
    ['2023', 18, 'observation'],
    ['2025', 50, 'target'],
  ] as const)
    await owner.query(
      `insert into observation (indicator_id, organisation_id, kind, country, period, value_kind, number, numerator, denominator, source, voice,
         visibility, created_by)
       values ($1, $2, $3, 'COD', $4, 'share', $5::int / 100.0, $5::int, 100, 'Roster of the network', 'civil-society', 'public', $6)`,
      [indicator.rows[0]!.id, organisationId, kind, period, numerator, await userId('editor')],
    )
}

test('an indicator stands as a chart: drawn in the page, a picture with words in Word, tagged in the PDF; with every figure as a table', async () => {
  await indicatorWithFigures()
  const { text, report } = await putIn('indicators', 'peace-table T1')
  expect(text).toContain('T1: Women among mediators, Democratic Republic of the Congo')
  expect(text).toMatch(/role="img" aria-label="Civil society: from 12% in 2021 to 18% in 2023\."><svg/)
  expect(text).toContain('Roster of the network')
  // The value of 2021 stands at the mark of 2021.
  const marks2021 = text.match(/<text x="([\d.]+)"[^>]*>2021<\/text>/)
  expect(text).toMatch(new RegExp(`M${marks2021?.[1]?.replace('.', '\\.')} `))

  const docx = unzipSync(await file(`${report}/draft.docx`))
  const body = new TextDecoder().decode(docx['word/document.xml'])
  expect(body).toContain('descr="Civil society: from 12% in 2021 to 18% in 2023."')
  const [png] = Object.keys(docx).filter(name => name.endsWith('.png'))
  const { width, format } = await sharp(docx[png!]).metadata()
  expect([format, width! > 600]).toEqual(['png', true])

  const pdf = await file(`${report}/draft.pdf`)
  // The tag of a figure carries the words for those who do not see it.
  const marks = Buffer.from(pdf).toString('latin1')
  expect(marks).toContain('/StructTreeRoot')
  const read = await readPlan(pdf, { name: 'report.pdf' })
  expect(read.pages.map(({ text }) => text).join(' ')).toContain('Women among mediators')
})

test('where a plan stands is counted by what each voice says, never as a score', async () => {
  const { text, answer } = await putIn('progress', plan)
  expect(answer.location).toContain('done=put')
  expect(text).toContain('Where Plan cod-2019 stands: 3 commitments')
  const table = text
    .match(/<table>.*?<\/table>/s)![0]
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ')
  expect(table).toContain('Done 1 0')
  expect(table).toContain('Stalled 0 1')
  expect(table).toContain('Has said nothing of it 2 1')
  expect(text).toContain('1 of 3: The government reports more than others see.')
})

test('what an organisation quotes of another voice is told as its record, never as that voice’s own word', async () => {
  const { rows } = await owner.query<{ id: string; organisation: string }>(
    `update assessment a set source = 'Parliament’s minutes of May 2024' from item i, organisation o
     where i.id = a.item_id and o.id = a.organisation_id and a.voice = 'government' returning i.id, o.name as organisation`,
  )
  const [{ id, organisation }] = rows as [(typeof rows)[number]]
  const { text } = await putIn('commitments', id)
  expect(text).toContain(`Government, as recorded by ${organisation} from Parliament’s minutes of May 2024:`)
  expect(text).toContain(`Civil society (${organisation}):`)
  expect(text).not.toContain(`Government (${organisation})`)
})

test('answers of a round stand voice beside voice; a person’s name is never among them', async () => {
  const round = await keepRound(testing)
  const answered = async (name: string, kind: string, voice: string, answers: object) => {
    const { id } = await round.respondent(name, { kind, voice, sent_at: new Date(), sent_sha256: '0'.repeat(64) })
    await owner.query(
      'insert into response (respondent_id, organisation_id, round_id, answers) values ($1, $2, $3, $4)',
      [id, organisationId, round.roundId, answers],
    )
  }
  await answered('Ministry of Gender', 'government', 'government', { has_plan: 'yes' })
  await answered('Valley Women', 'organisation', 'civil-society', { has_plan: 'no' })
  await answered('Bertha Suttner', 'person', 'community', { has_plan: 'no' })
  const choices = (await get(`${(await beginReport(owner, post)).section}/insert?what=answers`)).text
  expect(choices).toContain('Is there a plan?')
  expect(choices).toContain('This round is not published')
  const { text, report } = await putIn('answers', `${round.roundId} has_plan`)
  expect(text).toContain('Ministry of Gender')
  expect(text).toContain('A person')
  expect(text).not.toContain('Bertha Suttner')
  // What the public does not see is not published with an edition.
  const asked = (await get(`${report}/freeze`)).text.match(/name="asked" value="([^"]+)"/)![1]!
  await post(`${report}/freeze`, { asked, own: 'yes', reason: 'Agreed with all of them' })
  expect((await post(`${report}/editions/1`, { public: 'yes' })).status).toBe(409)
})

test('what became of recommendations, and who is silent, is put in as it is asked of the ledger', async () => {
  await keepSet(services.database, organisationId, { slug: 'co-2024', adoptedOn: '2024-02-20' }, [
    { number: '27', text: 'Adopt a budget for the plan', response: 'accepted', due: '2024-12-31' },
  ])
  const happened = await putIn('recommendations', 'COD 2024 CEDAW Committee')
  expect(happened.text).toContain('Adopt a budget for the plan')
  const silent = await putIn('silent', 'overdue')
  expect(silent.answer.location).toContain('done=put')
  expect(silent.text).toContain('Adopt a budget for the plan')
})

test('a source that there is not, or that is no such thing, is refused', async () => {
  const none = '00000000-0000-4000-8000-000000000000'
  for (const [what, source, status] of [
    ['progress', 'x', 422],
    ['progress', none, 404],
    ['answers', `${none} has_plan`, 404],
    ['answers', 'x', 422],
    ['silent', 'something', 422],
    ['silent', `round ${none}`, 404],
    ['recommendations', 'COD 1900 Nobody', 404],
    ['recommendations', '', 404],
  ] as const)
    expect((await putIn(what, source)).answer.status, `${what} ${source}`).toBe(status)
})

test('where nothing of a kind can be put in, the way to where it comes from stands beside it', async () => {
  const { section } = await beginReport(owner, post, { country: 'NOR' })
  for (const [what, way] of [
    ['commitments', '/desk/ledger?country=NOR'],
    ['progress', '/desk/ledger?country=NOR'],
    ['recommendations', '/desk/recommendations/new'],
    ['appraisal', '/desk'],
  ])
    expect((await get(`${section}/insert?what=${what}`)).text, what).toMatch(
      new RegExp(`<p class="empty">[^<]+<a href="${way!.replace('?', '\\?')}">`, 'u'),
    )
})
