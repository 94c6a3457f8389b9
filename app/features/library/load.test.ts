import { expect, test } from 'vitest'
import { testApp } from '../../platform/testing/app.ts'
import { instrumentIdOf } from './ids.ts'
import { loadResolutions } from './load.ts'

const { app, services, organisationId } = await testApp()
const { owner } = services.database
await loadResolutions(owner)

test('each resolution is an instrument of the library, each operative paragraph an item of it', async () => {
  const { rows } = await owner.query(
    `select i.slug, i.adopted_on, count(item.id)::int as paragraphs from instrument i left join item on item.instrument_id = i.id
     where i.kind = 'resolution' group by i.id order by i.adopted_on`,
  )
  expect(rows).toHaveLength(10)
  expect(rows[0]).toEqual({ slug: 'resolution-1325', adopted_on: '2000-10-31', paragraphs: 18 })
  expect(rows.reduce((sum, { paragraphs }) => sum + paragraphs, 0)).toBe(199)
})

test('the ledger finds a paragraph by who is answerable', async () => {
  const { rows } = await owner.query(
    `select item.number from commitment c join item on item.id = c.item_id
     where c.instrument_id = $1 and c.responsible like '%member states%' order by c.position`,
    [instrumentIdOf(1325)],
  )
  expect(rows.map(({ number }) => number)).toEqual(['1', '3', '6', '7', '11'])
})

test('loading it again changes nothing, and what was changed by hand comes back', async () => {
  const all = () => owner.query(`select id, ref, text, fields, version from item order by instrument_id, ref`)
  const before = (await all()).rows
  await loadResolutions(owner)
  expect((await all()).rows).toEqual(before)
  await owner.query(`update item set text = 'Something else' where instrument_id = $1 and ref = 1`, [
    instrumentIdOf(1325),
  ])
  await loadResolutions(owner)
  const { rows } = await all()
  expect(rows.map(({ text }) => text)).toEqual(before.map(({ text }) => text))
  expect((await owner.query(`select from history where relation in ('item', 'instrument')`)).rowCount).toBe(0)
})

test('the page of a resolution leads to each paragraph’s place among the commitments, and counts those that carry it out', async () => {
  const page = async () => (await app.request('/resolutions/1889')).text()
  expect(await page()).toContain('<a href="/commitments/resolution-1889/17">Among the commitments</a>')
  await owner.query(
    `with plan as (
       insert into instrument (organisation_id, slug, title, published_at) values ($1, 'a-plan', 'A plan', now()) returning id
     ), action as (
       insert into item (instrument_id, organisation_id, ref, kind, text, position, cites)
       select id, $1, 1, 'action', 'Follow the indicators', 1, '[]' from plan returning id, instrument_id
     )
     insert into item_link (item_id, to_item_id, relation, organisation_id, instrument_id, said_by)
     select action.id, p.id, 'implements', $1, action.instrument_id, 'somebody' from action, item p
     where p.instrument_id = $2 and p.ref = 17`,
    [organisationId, instrumentIdOf(1889)],
  )
  expect(await page()).toContain('Among the commitments: 1 carries it out</a>')
})
