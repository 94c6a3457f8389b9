import { appraise, EDITION } from '@open1325/appraisal'
import { expect, test } from 'vitest'
import { changing } from '../../../platform/access.ts'
import { testApp } from '../../../platform/testing/app.ts'
import { keepDecision } from '../queries/finding.ts'
import { planBySlug } from '../queries/plan.ts'
import { keepPlan } from '../testing.ts'
import { smallPages, smallPlan } from '../testing-plan.ts'

const { app, services, as, asOther, organisationId, userId } = await testApp()
const { database } = services
const plant = (slug: string) => keepPlan(database, organisationId, smallPlan(), { slug, pages: smallPages })

const show = async (slug: string, headers: { cookie: string }) =>
  (await app.request(`/desk/plans/${slug}/appraisal`, { headers })).text()

/** What a browser would send from the form of this criterion: the hidden fields as the page has them. */
function seenIn(page: string, criterion: string): { saw: string; version: string } {
  const section = page.slice(page.indexOf(`/appraisal/${criterion}"`))
  const saw = section
    .match(/name="saw" value="([^"]*)"/)![1]!
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')
  return { saw, version: section.match(/name="version" value="(\d+)"/)![1]! }
}

const post = async (slug: string, criterion: string, fields: Record<string, string>, headers: { cookie: string }) =>
  app.request(`/desk/plans/${slug}/appraisal/${criterion}`, {
    method: 'POST',
    headers: { ...headers, 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams(fields).toString(),
  })

const decisions = async (instrument: string) =>
  (await database.owner.query('select * from finding where instrument_id = $1 order by decided_at', [instrument])).rows

const [first, second] = EDITION.criteria.map(({ id }) => id) as [string, string]

test('Each criterion is asked; a member sees the drafts, the public sees none of them', async () => {
  await plant('asked')
  const page = await show('asked', await as('reader'))
  for (const { name } of EDITION.criteria) expect(page).toContain(name.en)
  expect(page).toContain(`0 of ${EDITION.criteria.length} decided`)
  expect(page).not.toContain('value="confirm"')
  const world = await (await app.request('/plans/asked')).text()
  expect(world).toContain('Not decided yet')
  expect(world).not.toContain('class="verdict"')
})

test('An editor confirms the machine’s answer, and the public sees it with its page', async () => {
  const id = await plant('confirmed')
  const editor = await as('editor')
  const fields = { act: 'confirm', ...seenIn(await show('confirmed', editor), first) }
  const answer = await post('confirmed', first, fields, editor)
  expect(answer.status).toBe(303)
  expect(answer.headers.get('location')).toBe(`/desk/plans/confirmed/appraisal#${second}`)
  const [kept] = await decisions(id)
  expect(kept).toMatchObject({
    criterion: first,
    edition: EDITION.edition,
    reason: null,
    decided_by: await userId('editor'),
  })
  expect(kept.answer).toBe(kept.machine.answer)
  expect(await (await app.request('/plans/confirmed')).text()).toContain(
    `1 of ${EDITION.criteria.length} criteria decided`,
  )
})

test('A form sent twice decides once', async () => {
  const id = await plant('twice')
  const editor = await as('editor')
  const fields = { act: 'confirm', ...seenIn(await show('twice', editor), first) }
  expect((await post('twice', first, fields, editor)).status).toBe(303)
  expect((await post('twice', first, fields, editor)).status).toBe(303)
  expect((await decisions(id)).map(row => row.version)).toEqual([1])
})

test('Overruling needs another answer and a reason; what was typed comes back', async () => {
  const id = await plant('overruled')
  const editor = await as('editor')
  const page = await show('overruled', editor)
  const seen = { act: 'overrule', ...seenIn(page, first) }
  const machine = seen.saw.split('|')[0]!
  const other = machine === 'no' ? 'partly' : 'no'
  const without = await post(
    'overruled',
    first,
    { ...seen, [`answer-${first}`]: other, [`reason-${first}`]: '  ' },
    editor,
  )
  expect(without.status).toBe(422)
  expect(await without.text()).toContain('Give your reason')
  const same = await post(
    'overruled',
    first,
    { ...seen, [`answer-${first}`]: machine, [`reason-${first}`]: 'Page 4 says so' },
    editor,
  )
  expect(same.status).toBe(422)
  const again = await app.request(`/desk/plans/overruled/appraisal/${first}?lang=fr`, { headers: editor })
  expect(again.headers.get('location')).toBe(`/desk/plans/overruled/appraisal?lang=fr#${first}`)
  expect(await same.text()).toContain('Page 4 says so')
  expect(await decisions(id)).toEqual([])

  const good = await post(
    'overruled',
    first,
    { ...seen, [`answer-${first}`]: other, [`reason-${first}`]: 'Page 4 says so' },
    editor,
  )
  expect(good.status).toBe(303)
  const [kept] = await decisions(id)
  expect([kept.answer, kept.machine.answer, kept.reason]).toEqual([other, machine, 'Page 4 says so'])
  const world = await (await app.request('/plans/overruled')).text()
  expect(world).toContain('Page 4 says so')
  expect(world).toContain('The machine had found')
})

test('A reader, a contributor and another organisation decide nothing', async () => {
  const id = await plant('closed')
  const fields = { act: 'confirm', ...seenIn(await show('closed', await as('editor')), first) }
  expect((await post('closed', first, fields, await as('reader'))).status).toBe(403)
  expect((await post('closed', first, fields, await as('contributor'))).status).toBe(403)
  expect((await post('closed', first, fields, await asOther())).status).toBe(404)
  expect((await app.request('/desk/plans/closed/appraisal')).status).toBe(401)
  expect((await post('closed', 'no-such-criterion', fields, await as('editor'))).status).toBe(404)
  expect(await decisions(id)).toEqual([])
})

test('The database refuses a decision by anybody but an editor, whatever the page let through', async () => {
  const id = await plant('refused')
  const [machine] = appraise({ document: smallPlan(), pages: smallPages }, { asOf: '2026-11-21' }).findings
  const decision = {
    criterion: first,
    edition: EDITION.edition,
    machine: machine!,
    answer: machine!.answer,
    reason: null,
    reviewers: 0,
    differed: false,
    seen: 0,
  }
  const attempt = (asker: string) =>
    changing(database.kysely, asker, { act: 'finding.confirm' }, async tx =>
      keepDecision(tx, (await planBySlug(tx, 'refused'))!, asker, decision),
    )
  for (const role of ['reader', 'contributor'] as const)
    await expect(attempt(await userId(role)), role).rejects.toMatchObject({ code: '42501' })
  expect(await decisions(id)).toEqual([])
  expect(await attempt(await userId('editor'))).toBe(true)
})

test('Where the rows changed while she read, nothing is decided and her words stay', async () => {
  const id = await plant('moving')
  const editor = await as('editor')
  const seen = { act: 'overrule', ...seenIn(await show('moving', editor), 'responsible-body') }
  await database.owner.query(`update item set fields = '{}' where instrument_id = $1`, [id])
  const answer = await post(
    'moving',
    'responsible-body',
    { ...seen, 'answer-responsible-body': 'not-found', 'reason-responsible-body': 'I looked' },
    editor,
  )
  expect(answer.status).toBe(409)
  expect(await answer.text()).toContain('I looked')
  expect(await decisions(id)).toEqual([])
})

test('Where the rows changed since the decision, the page says so and offers to decide again', async () => {
  const id = await plant('since')
  const editor = await as('editor')
  await post(
    'since',
    'responsible-body',
    { act: 'confirm', ...seenIn(await show('since', editor), 'responsible-body') },
    editor,
  )
  expect(await show('since', editor)).not.toContain('The rows have changed since')
  await database.owner.query(`update item set fields = '{}' where instrument_id = $1`, [id])
  const page = await show('since', editor)
  expect(page).toContain('The rows have changed since')
  const again = await post('since', 'responsible-body', { act: 'confirm', ...seenIn(page, 'responsible-body') }, editor)
  expect(again.status).toBe(303)
  const [kept] = await decisions(id)
  expect(kept.version).toBe(2)
  expect(kept.machine.answer).toBe('no')
})

test('Two editors at once: the second is told, and the first decision stands', async () => {
  const id = await plant('two')
  const [one, two] = [await as('editor'), await as('administrator')]
  const seen = seenIn(await show('two', one), first)
  const machine = seen.saw.split('|')[0]!
  const other = machine === 'no' ? 'partly' : 'no'
  expect((await post('two', first, { act: 'confirm', ...seen }, one)).status).toBe(303)
  const late = await post(
    'two',
    first,
    { act: 'overrule', ...seen, [`answer-${first}`]: other, [`reason-${first}`]: 'No' },
    two,
  )
  expect(late.status).toBe(409)
  expect((await decisions(id))[0].answer).toBe(machine)
})
