import { beforeAll, describe, expect, test } from 'vitest'
import { changing } from '../../platform/access.ts'
import { checkHistory } from '../../platform/history.ts'
import { testApp } from '../../platform/testing/app.ts'
import { sendForm } from './testing.ts'

const testing = await testApp()
const { app, services, as, asOther, organisationId } = testing
const { owner } = services.database

const get = async (path: string, headers: Record<string, string> = {}) => {
  const answer = await app.request(path, { headers })
  return { status: answer.status, text: await answer.text() }
}
const post = async (path: string, headers: Record<string, string>, fields: [string, string][] = []) => {
  const answer = await app.request(path, { method: 'POST', headers, body: new URLSearchParams(fields) })
  return { status: answer.status, location: answer.headers.get('location'), text: await answer.text() }
}

let forms = 0
const note = (title: string, rest: Record<string, string> = {}) => ({
  form: `figure-form-${++forms}`,
  kind: 'note',
  title,
  note: 'Seen in the register.',
  consent: 'not-needed',
  visibility: 'organisation',
  ...rest,
})
const addNote = async (title: string, rest: Record<string, string> = {}) => {
  const { location } = await sendForm(app, editor, '/desk/evidence/add', note(title, rest))
  return location!.match(/evidence\/([0-9a-f-]{36})/)![1]!
}
const ofFigure = (id: string) => `/desk/evidence/figures/${id}`
const usesOf = async (figure: string) =>
  (await owner.query('select from evidence_use where used_by = $1', [figure])).rowCount

const editor = await as('editor')
const made = await post('/desk/indicators', editor, [['title', 'Women in the courts']])
const here = made.location!
const outside = here.replace('/desk', '')
const passport = { code: 'judges', title: 'Women among judges', valueKind: 'number', direction: 'more' }

/** Enters a figure; gives its id. */
async function enter(fields: Record<string, string>, headers = editor): Promise<string> {
  const figure = { voice: 'civil-society', source: 'Register', country: 'COD', visibility: 'public', ...fields }
  const { status } = await post(`${here}/judges/figures`, headers, Object.entries(figure))
  expect(status).toBe(303)
  const { rows } = await owner.query<{ id: string }>('select id from observation order by id desc limit 1')
  return rows[0]!.id
}

let figure = ''
beforeAll(async () => {
  expect((await post(`${here}/add`, editor, Object.entries(passport))).status).toBe(303)
  expect((await post(`${here}/publish`, editor, [['public', 'yes']])).status).toBe(303)
  await owner.query(`update indicator set counts_people = true where code = 'judges'`)
  figure = await enter({ period: '2020', value: '20' })
})

describe('evidence on a figure', () => {
  test('is ticked on the figure’s page, to which the indicator leads; sent twice, it is attached once', async () => {
    expect((await get(`${here}/judges`, editor)).text).toContain(`href="${ofFigure(figure)}"`)
    const inside = await addNote('Kept inside')
    const open = await addNote('For everybody', { visibility: 'public' })
    const page = await get(ofFigure(figure), editor)
    for (const words of ['Women among judges', 'Observation:', '2020', 'Register', 'Kept inside', 'No evidence is'])
      expect(page.text).toContain(words)
    for (const _ of [1, 2]) {
      const answer = await post(ofFigure(figure), editor, [
        ['evidence', inside],
        ['evidence', open],
      ])
      expect([answer.status, answer.location]).toEqual([303, `${ofFigure(figure)}?evidence=done`])
    }
    expect(await usesOf(figure)).toBe(2)
    expect((await get(ofFigure(figure), editor)).text).toContain('Take it off: Kept inside')
  })

  test('the public reads at the figure what is public of it, on the page and in the file, and finds the figure from the evidence', async () => {
    const page = (await get(`${outside}/judges`)).text
    expect(page).toContain('For everybody')
    expect(page).not.toContain('Kept inside')
    expect(page).not.toContain('/desk/evidence')
    const [, open] = page.match(/href="\/evidence\/([0-9a-f-]{36})"/)!
    const csv = (await get(`${outside}/judges/figures.csv`)).text.trim().split(/\r?\n/)
    expect(csv[0]).toMatch(/,evidence,evidence_pages$/)
    expect(csv[1]).toMatch(new RegExp(`,1,https?://[^,]*/evidence/${open}$`))
    const used = (await get(`/evidence/${open}`)).text
    expect(used).toContain(`${outside}/judges?country=COD#figure-${figure}`)
    expect(page).toContain(`id="figure-${figure}"`)
    expect((await get(`/desk/evidence/${open}`, editor)).text).toContain(`href="${ofFigure(figure)}"`)
  })

  test('a new piece is added and attached in one form, once however often it is sent', async () => {
    const second = await enter({ period: '2021', value: '21' })
    const form = await get(`/desk/evidence/add?kind=note&figure=${second}`, editor)
    expect(form.text).toContain(`name="figure" value="${second}"`)
    const values = note('New with the figure', { figure: second })
    for (const _ of [1, 2]) {
      const { status, location } = await sendForm(app, editor, '/desk/evidence/add', values)
      expect([status, location]).toEqual([303, `${ofFigure(second)}?evidence=done`])
    }
    expect(await usesOf(second)).toBe(1)
    const wrong = await sendForm(app, editor, '/desk/evidence/add', { ...values, form: 'again', consent: '' })
    expect([wrong.status, wrong.text.includes(`name="figure" value="${second}"`)]).toEqual([422, true])
  })

  test('it is taken off again; taking it off twice is no mistake', async () => {
    const piece = await addNote('Soon off', { visibility: 'public' })
    await post(ofFigure(figure), editor, [['evidence', piece]])
    expect((await get(`${outside}/judges`)).text).toContain('Soon off')
    for (const _ of [1, 2])
      expect((await post(`${ofFigure(figure)}/detach`, editor, [['evidence', piece]])).status).toBe(303)
    expect((await get(`${outside}/judges`)).text).not.toContain('Soon off')
  })

  test('who reads looks at it without forms; nobody else’s desk, and no stranger, gets there', async () => {
    const seen = await get(ofFigure(figure), await as('reader'))
    expect([seen.status, seen.text.includes('Kept inside'), /method="post"[^>]*figures/.test(seen.text)]).toEqual([
      200,
      true,
      false,
    ])
    const piece = await addNote('Not attached')
    const before = await usesOf(figure)
    for (const [headers, status] of [
      [{}, 401],
      [await as('reader'), 403],
      [await asOther('editor'), 404],
    ] as const) {
      expect((await post(ofFigure(figure), headers, [['evidence', piece]])).status).toBe(status)
      expect((await post(`${ofFigure(figure)}/detach`, headers, [['evidence', piece]])).status).toBe(status)
    }
    expect((await get(ofFigure(figure))).status).toBe(401)
    expect((await get(ofFigure(figure), await asOther('editor'))).status).toBe(404)
    const theirs = await sendForm(app, await asOther('editor'), '/desk/evidence/add', note('Theirs', { figure }))
    expect(theirs.status).toBe(404)
    expect(await usesOf(figure)).toBe(before)
  })

  test('another organisation’s piece is not attached; the database says so as well', async () => {
    const other = await asOther('editor')
    const { location } = await sendForm(app, other, '/desk/evidence/add', note('Theirs alone'))
    const [, piece] = location!.match(/evidence\/([0-9a-f-]{36})/)!
    const before = await usesOf(figure)
    expect((await post(ofFigure(figure), editor, [['evidence', piece!]])).status).toBe(303)
    expect(await usesOf(figure)).toBe(before)
    const by = await testing.userId('editor', true)
    const use = { relation: 'observation' as const, organisation_id: testing.otherOrganisationId, said_by: by }
    const said = changing(services.database.kysely, by, { act: 'evidence.attach' }, tx =>
      tx
        .insertInto('evidence_use')
        .values({ ...use, evidence_id: piece!, used_by: figure })
        .execute(),
    )
    await expect(said).rejects.toThrow(/row-level security/)
  })

  test.each([
    ['nothing ticked', [], 422],
    ['what is no id', [['evidence', "x' or 1"]], 422],
  ] as [string, [string, string][], number][])('%s is told in words', async (_, fields, status) => {
    const answer = await post(ofFigure(figure), editor, fields)
    expect([answer.status, answer.text.includes('Tick at least one piece')]).toEqual([status, true])
  })

  test('a figure that is none, one that was taken back, or whose place another took, is not attached to', async () => {
    expect((await get(ofFigure('00000000-0000-0000-0000-000000000000'), editor)).status).toBe(404)
    expect((await get(ofFigure('-'.repeat(36)), editor)).status).toBe(404)
    expect((await sendForm(app, editor, '/desk/evidence/add', note('x', { figure: 'x' }))).status).toBe(422)
    const old = await enter({ period: '2010', value: '10' })
    const piece = await addNote('For the old value', { visibility: 'public' })
    await post(ofFigure(old), editor, [['evidence', piece]])
    await enter({ period: '2010', value: '11' })
    const gone = await post(ofFigure(old), editor, [['evidence', piece]])
    expect([gone.status, gone.text.includes('another has taken its place')]).toEqual([410, true])
    expect((await get(`/evidence/${piece}`)).text).not.toContain('judges')
    expect((await get(`${outside}/judges`)).text).not.toContain('For the old value')
  })
})

describe('a figure that the public does not get', () => {
  /** A public piece that rests with the figure, as the public reads it. */
  const pieceOn = async (id: string, title: string) => {
    const piece = await addNote(title, { visibility: 'public' })
    expect((await post(ofFigure(id), editor, [['evidence', piece]])).status).toBe(303)
    return piece
  }
  const tells = async (piece: string, title: string, headers: Record<string, string> = {}) => {
    const pages = [`${outside}/judges`, `${outside}/judges?country=COD`, `${outside}/judges/figures.csv`]
    const told = (await Promise.all(pages.map(path => get(path, headers)))).some(
      ({ text }) => text.includes(title) || text.includes(piece),
    )
    return [told, (await get(`/evidence/${piece}`, headers)).text.includes('Women among judges')]
  }

  test('because it is its organisation’s own: the public evidence does not tell of it', async () => {
    const draft = await enter({ period: '2030', value: '30', visibility: 'organisation' })
    const piece = await pieceOn(draft, 'On the draft')
    expect(await tells(piece, 'On the draft')).toEqual([false, false])
    expect(await tells(piece, 'On the draft', await asOther())).toEqual([false, false])
    expect(await tells(piece, 'On the draft', await as('reader'))).toEqual([true, true])
  })

  test('because it counts one to four people: nor there, and its page says so', async () => {
    const few = await enter({ period: '2031', value: '3' })
    const piece = await pieceOn(few, 'On the few')
    expect((await get(ofFigure(few), editor)).text).toContain('one to four people')
    expect((await get(ofFigure(figure), editor)).text).not.toContain('one to four people')
    expect(await tells(piece, 'On the few')).toEqual([false, false])
    expect(await tells(piece, 'On the few', await asOther())).toEqual([false, false])
    expect(await tells(piece, 'On the few', await as('reader'))).toEqual([true, true])
  })

  test('because it would give such a number away: nor there', async () => {
    await enter({ period: '2032', value: '200' })
    const men = await enter({ period: '2032', value: '197', sex: 'male' })
    await enter({ period: '2032', value: '3', sex: 'female' })
    const piece = await pieceOn(men, 'On the men beside them')
    expect(await tells(piece, 'On the men beside them')).toEqual([false, false])
    expect(await tells(piece, 'On the men beside them', await asOther())).toEqual([false, false])
    expect(await tells(piece, 'On the men beside them', await as('reader'))).toEqual([true, true])
  })

  test('because its set was taken back from the public: nor there', async () => {
    const piece = await pieceOn(figure, 'On a set that is taken back')
    expect((await get(`/evidence/${piece}`)).text).toContain('Women among judges')
    await post(`${here}/publish`, editor, [['public', 'no']])
    expect((await get(`/evidence/${piece}`)).text).not.toContain('Women among judges')
    await post(`${here}/publish`, editor, [['public', 'yes']])
  })
})

test('All of it verifies, and each attaching is in the history of its organisation', async () => {
  expect((await checkHistory(owner)).broken).toEqual([])
  const { rows } = await owner.query(
    `select count(*)::int as n from history where act = 'evidence.attach' and organisation_id = $1`,
    [organisationId],
  )
  expect(rows[0].n).toBeGreaterThan(4)
})
