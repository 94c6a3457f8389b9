import ICAL from 'ical.js'
import { parse } from 'csv-parse/sync'
import { XMLParser } from 'fast-xml-parser'
import { beforeAll, describe, expect, test } from 'vitest'
import { testApp } from '../../platform/testing/app.ts'
import { today } from './load.ts'
import { keepDate, keepSession } from './testing.ts'

const testing = await testApp()
const { app, services, as, organisationId } = testing
const { owner } = services.database
const year = Number(today().slice(0, 4)) + 1
const get = (path: string, headers: Record<string, string> = {}) => app.request(path, { headers })
const textOf = async (path: string, headers: Record<string, string> = {}) => (await get(path, headers)).text()

beforeAll(async () => {
  await keepSession(testing, {
    name: 'Session of next year',
    starts: `${year}-03-08`,
    ends: `${year}-03-26`,
    countries: ['COD', 'MLI'],
  })
  await keepSession(testing, {
    name: 'Session that we heard of',
    starts: `${year}-06-07`,
    ends: null,
    source_kind: 'secondary',
  })
  await keepSession(testing, { name: 'Ours alone', starts: `${year}-03-09`, ends: null, visibility: 'organisation' })
  await keepDate(testing, {
    title: '=HYPERLINK("x") <script>alert(1)</script>',
    starts_on: `${year}-03-10`,
    country: 'COD',
  })
  await keepDate(testing, { title: 'Internal meeting', starts_on: `${year}-03-11`, visibility: 'organisation' })
  for (const [slug, title, digit, publishedAt] of [
    ['plan-of-mali', 'Plan of Mali', 'a', new Date()],
    ['draft', 'A draft', 'b', null],
  ] as const) {
    await owner.query(`insert into file (sha256, media_type, bytes) values ($1, 'application/pdf', 1)`, [
      digit.repeat(64),
    ])
    await owner.query(
      `insert into instrument (organisation_id, slug, title, country, languages, period_end, file_sha256, file_name, published_at)
       values ($1, $2, $3, 'MLI', '{fr}', $4, $5, 'plan.pdf', $6)`,
      [organisationId, slug, title, `${year}-03`, digit.repeat(64), publishedAt],
    )
  }
})

describe('the calendar', () => {
  test('shows what is coming with how each day was found, its source, and what is to be checked', async () => {
    const html = await textOf('/calendar')
    expect(html).toContain('Session of next year')
    expect(html).toContain(`Four weeks before 8 March ${year}`)
    expect(html).toMatch(/last seen \d+ \w+ \d{4}; confirm with the body/)
    expect(html).toContain('https://www.ohchr.org/note')
    expect(html).toContain('entered by \u2068Women’s Peace Network\u2069')
    expect(html).toContain('Plan of Mali')
    expect(html).not.toContain('<script')
  })

  test('shows the public nothing that is an organisation’s alone, nor the end of a draft', async () => {
    for (const path of [
      '/calendar',
      `/calendar/${year}-03`,
      '/bodies/cedaw',
      '/calendar.csv',
      '/calendar.ics',
      '/bodies/cedaw.ics',
    ]) {
      const text = await textOf(path)
      for (const secret of ['Ours alone', 'Internal meeting', 'A draft']) expect(text, path).not.toContain(secret)
    }
    expect(await textOf('/calendar', await as('reader'))).toContain('Internal meeting')
  })

  test('is narrowed by body, country and kind, in each view', async () => {
    const own = await textOf('/calendar?kind=own')
    expect(own).not.toContain('Session of next year')
    expect(own).toContain('&lt;script>')
    expect(await textOf('/calendar?country=DNK')).not.toContain('Session of next year')
    expect(await textOf('/calendar?country=MLI&body=cedaw')).toContain('Session of next year')
    expect(await textOf(`/calendar/${year}-03?body=csw`)).not.toContain('Session of next year')
    expect((await get('/calendar?body=<script>&country=1&kind=x&from=2026-99')).status).toBe(200)
  })

  test('goes back to what was, and says so where nothing is known', async () => {
    expect(await textOf('/calendar?from=2025-01')).toContain(
      'Meetings in place of the pre-session for the 94th session',
    )
    expect(await textOf('/calendar?from=1990-01')).toContain('Nothing is known for these twelve months.')
    expect(await textOf('/calendar/1990-01')).toContain('Nothing is known for this month.')
  })

  test('a day with many lines shows the first ones in its box and leads to the others, which all stand in the list', async () => {
    for (let n = 0; n < 9; n++) await keepDate(testing, { title: `Hearing ${n}`, starts_on: `${year}-09-10` })
    const html = await textOf(`/calendar/${year}-09`)
    const grid = html.slice(html.indexOf('<table'), html.indexOf('</table>'))
    expect(grid.match(/Hearing \d/g)).toHaveLength(4)
    expect(grid).toContain('5 more')
    const [, anchor] = /<li class="more"><a href="#([^"]+)"/.exec(grid) ?? []
    expect(html).toContain(`id="${anchor}"`)
    expect(html.match(/Hearing \d/g)!.length).toBe(4 + 9)
  })

  test('has each month as a table of days', async () => {
    const html = await textOf(`/calendar/${year}-03`)
    expect(html).toContain(`<caption>March ${year}, day by day</caption>`)
    expect(html.match(/<tr>/g)!.length).toBeGreaterThan(4)
    expect((await get('/calendar/2026-13')).status).toBe(404)
    expect((await get('/calendar/0000-01')).status).toBe(404)
  })

  test('speaks three languages', async () => {
    expect(await textOf('/calendar?lang=fr')).toContain(`Quatre semaines avant le 8 mars ${year}`)
    expect(await textOf('/calendar?lang=ar')).toMatch(/بحاجة إلى تحقق/)
    expect(await textOf(`/calendar/${year}-03?lang=ar`)).toContain('dir="rtl"')
  })
})

describe('bodies', () => {
  test('each stands in the list with what it takes', async () => {
    const html = await textOf('/bodies')
    expect(html).toContain('Commission on the Status of Women')
    expect(html).toContain('Takes: Written statement, Oral statement and Review of the Beijing Platform')
  })

  test('a body shows its rules as facts, with source, date and doubt, and earlier versions', async () => {
    const html = await textOf('/bodies/cedaw')
    expect(html).toContain('3,300 words · 6,600 words (for coalitions)')
    expect(html).toContain('to be checked')
    expect(html).toContain('3 other versions')
    expect(html).toContain('published if the author agrees; a State may still get to see it')
    expect(await textOf('/bodies/csw')).toContain('one may join several')
  })

  test('what nobody found is said to be unknown, never left to be guessed', async () => {
    expect(await textOf('/bodies/cedaw')).toMatch(/Not known<\/th><td class="soft">Length/)
  })

  test('one that does not exist is not found', async () => {
    expect((await get('/bodies/no-such-body')).status).toBe(404)
    expect((await get('/bodies/no-such-body.ics')).status).toBe(404)
    expect((await get('/calendar/XXX.ics')).status).toBe(404)
  })
})

describe('to take along', () => {
  test('a feed is a calendar of its own kind, and is not sent again as long as nothing changed', async () => {
    const feed = await get('/calendar.ics')
    expect(feed.headers.get('content-type')).toBe('text/calendar; charset=utf-8')
    expect(feed.headers.get('set-cookie')).toBeNull()
    const again = await get('/calendar.ics', { 'if-none-match': feed.headers.get('etag')! })
    expect(again.status).toBe(304)
  })

  test('a country’s feed has what concerns it, a body’s what is its own', async () => {
    const titles = async (path: string) =>
      new ICAL.Component(ICAL.parse(await textOf(path)))
        .getAllSubcomponents('vevent')
        .map(one => String(one.getFirstPropertyValue('summary')))
    const ofMali = await titles('/calendar/mli.ics')
    expect(ofMali.join('\n')).toContain('Session of next year')
    expect(ofMali.join('\n')).toContain('Plan of Mali runs out')
    expect((await titles('/calendar/DNK.ics')).join('\n')).not.toContain('Plan of Mali')
    expect((await titles('/bodies/cedaw.ics')).every(title => title.includes('Elimination of Discrimination'))).toBe(
      true,
    )
  })

  test('what changed is a feed of entries, each change one of its own', async () => {
    const entriesIn = async () => {
      const { feed } = new XMLParser({ isArray: name => name === 'entry' }).parse(await textOf('/calendar.atom')) as {
        feed: { entry: { id: string; title: string; content: string }[] }
      }
      return feed.entry.filter(({ title }) => title.includes('Session of next year'))
    }
    const before = await entriesIn()
    expect(before.map(({ content }) => content).join()).toMatch(new RegExp(`8\\s–\\s26 March ${year}`, 'u'))
    await owner.query(
      `update body_session set version = 2, changed_at = now(), starts = $1, state = 'moved', supersedes = $2 where name = 'Session of next year'`,
      [`${year}-03-09`, JSON.stringify([{ start: `${year}-03-08`, end: null }])],
    )
    const after = await entriesIn()
    expect(after.map(({ content }) => content).join()).toContain(`moved from 8 March ${year}`)
    expect(after.map(({ id }) => id).filter(id => before.some(one => one.id === id))).toEqual([])
    await owner.query(
      `update body_session set starts = $1, state = 'planned', supersedes = '[]' where name = 'Session of next year'`,
      [`${year}-03-08`],
    )
  })

  test('the list as a table: no cell is a formula, nothing unverified without saying so', async () => {
    const rows = parse(await textOf('/calendar.csv?body=cedaw'), { columns: true, bom: true }) as Record<
      string,
      string
    >[]
    const due = rows.find(row => row.kind === 'deadline' && row.session === 'Session of next year')!
    expect(due).toMatchObject({
      day: `${year}-02-08`,
      verified: 'to be checked',
      how_found: `Four weeks before 8 March ${year}`,
    })
    const [own] = parse(await textOf('/calendar.csv?kind=own'), { columns: true, bom: true }) as Record<
      string,
      string
    >[]
    expect(own!.title).not.toMatch(/^=/)
    const workbook = await get('/calendar.xlsx')
    expect(new Uint8Array(await workbook.arrayBuffer()).slice(0, 2)).toEqual(new Uint8Array([0x50, 0x4b]))
  })
})
