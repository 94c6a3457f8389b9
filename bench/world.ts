/**
 * A made-up world for the benches: 200 countries, 600 plans, 180,000 commitments in six languages, 120,000 assessments, 1,000,000
 * observations. The words are those of the made-up plans that the reader is tried on; nothing in it is anybody's promise. The rows are
 * written by the owner with triggers off, as a restore does; what the application derives from them is then built by its own functions.
 *
 *   node --import tsx bench/world.ts --keep FOLDER     makes it in FOLDER, where the other benches find it again
 */
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type pg from 'pg'
import { readConfig } from '../app/platform/config.ts'
import { COUNTRY_CODES } from '../app/platform/countries.ts'
import { openDatabase, type Database } from '../app/platform/database/index.ts'
import { migrate } from '../app/platform/database/migrate.ts'
import { french } from '../examples/french.ts'
import { madePlans } from '../packages/reader/test/plans/made/index.ts'
import type { MadePlan } from '../packages/reader/test/plans/plan.ts'

export const SIZE = { countries: 200, plans: 600, commitments: 180_000, assessments: 120_000, observations: 1_000_000 }

export interface World {
  database: Database
  /** A contributor of one of the organisations. */
  member: string
  close: () => Promise<void>
}

/** The folder that is kept between runs: `--keep FOLDER`; null: a world of its own, gone at the end. */
export const keptFolder = (args: string[]): string | null => args[args.indexOf('--keep') + 1 || -1] ?? null

/** Opens the world in `folder`, made where it is not there yet; without a folder one that is removed when it is closed. */
export async function openWorld(folder: string | null): Promise<World> {
  const home = folder ?? mkdtempSync(join(tmpdir(), 'open1325-world-'))
  const known = existsSync(join(home, 'postgres'))
  const database = await openDatabase(
    readConfig({ OPEN1325_DATA: home, LOG_LEVEL: 'silent', PUBLIC_URL: 'http://localhost' }),
  )
  await migrate(database)
  if (!known) await make(database.owner)
  const { rows } = await database.owner.query<{ user_id: string }>(
    `select user_id from membership order by user_id limit 1`,
  )
  return {
    database,
    member: rows[0]!.user_id,
    close: async () => {
      await database.close()
      if (!folder) rmSync(home, { recursive: true, force: true })
    },
  }
}

const LANGUAGES = ['fr', 'en', 'es', 'ar', 'uk', 'sq']
const ORGANISATIONS = 8
const VOICES = [
  'government',
  'civil-society',
  'civil-society',
  'community',
  'independent',
  'government',
  'civil-society',
  'community',
]
const PILLARS = 4

async function make(owner: pg.Pool) {
  const client = await owner.connect()
  const step = async (name: string, work: () => Promise<unknown>) => {
    const began = performance.now()
    await work()
    console.log(`${name.padEnd(28)}${((performance.now() - began) / 1000).toFixed(1)} s`)
  }
  try {
    await client.query(`set session_replication_role = replica; set synchronous_commit = off; set work_mem = '256MB';
      set maintenance_work_mem = '512MB'`)
    await step('organisations, people', () => makePeople(client))
    await step('plans', () => makePlans(client))
    await step('commitments', () => makeItems(client))
    await step('index of the ledger', () => client.query('select app.index_items((select array_agg(id) from item))'))
    await step('assessments', () => client.query(ASSESSMENTS, [SIZE.assessments]))
    await step('what is said in public', () =>
      client.query(
        'update commitment c set said = app.said_in_public(c.item_id), spoken = app.spoken_in_public(c.item_id) where item_id in (select item_id from assessment)',
      ),
    )
    await step('observations', () => client.query(OBSERVATIONS, [SIZE.observations]))
    await step('statistics', () => client.query('vacuum analyze'))
  } finally {
    // Its settings are not for others.
    client.release(true)
  }
}

async function makePeople(client: pg.PoolClient) {
  for (let n = 0; n < ORGANISATIONS; n++) {
    const { rows } = await client.query<{ id: string }>(
      'insert into organisation (name, voice) values ($1, $2) returning id',
      [`Organisation ${n + 1}`, VOICES[n]],
    )
    await client.query(`insert into auth."user" (id, name, email, "emailVerified") values ($1, $1, $2, true)`, [
      `person-${n}`,
      `person-${n}@example.org`,
    ])
    await client.query(`insert into membership (organisation_id, user_id, role) values ($1, $2, 'editor')`, [
      rows[0]!.id,
      `person-${n}`,
    ])
  }
}

/** Nine in ten plans are public. */
async function makePlans(client: pg.PoolClient) {
  const plans = Array.from({ length: SIZE.plans }, (_, n) => ({
    n,
    slug: `plan-${n}`,
    country: COUNTRY_CODES[n % SIZE.countries],
    language: LANGUAGES[n % LANGUAGES.length],
    start: String(2008 + (n % 18)),
    end: String(2012 + (n % 18)),
    public: n % 10 !== 9,
  }))
  await client.query(
    `with o as (select id, row_number() over (order by name) - 1 as n from organisation where not library)
     insert into instrument (organisation_id, slug, title, issuer, country, languages, period_start, period_end, published_at, next_ref)
     select o.id, p.slug, 'Plan ' || p.n, 'Government ' || p.country, p.country, array[p.language], p.start, p."end",
       case when p.public then now() end, 1000
     from jsonb_to_recordset($1) as p (n int, slug text, country text, language text, start text, "end" text, public boolean)
       join o on o.n = p.n % ${ORGANISATIONS}`,
    [JSON.stringify(plans)],
  )
}

async function makeItems(client: pg.PoolClient) {
  const { rows } = await client.query<{ id: string; organisation_id: string; language: string }>(
    'select id, organisation_id, languages[1] as language from instrument order by slug',
  )
  const corpora = new Map(LANGUAGES.map(language => [language, sentencesOf(language)]))
  const each = SIZE.commitments / SIZE.plans
  for (const [n, { id, organisation_id, language }] of rows.entries()) {
    const speak = speaker(corpora.get(language)!, n)
    const pillars = Array.from({ length: PILLARS }, (_, p) => ({ ref: p + 1, number: String(p + 1), text: speak(4) }))
    const items = Array.from({ length: each }, (_, i) => {
      const year = 2010 + ((n + i) % 20)
      const fields: Record<string, unknown> = {}
      if (i % 3) fields.responsible = { text: speak(5), cites: [] }
      if (i % 4) fields.timeframe = { text: String(year), cites: [], value: { start: null, end: String(year) } }
      const pillar = 1 + Math.floor((i * PILLARS) / each)
      return {
        ref: PILLARS + i + 1,
        pillar,
        kind: i % 9 ? 'action' : 'objective',
        number: `${pillar}.${i + 1}`,
        text: speak(22),
        fields,
      }
    })
    await client.query(
      `with p as (
         insert into item (instrument_id, organisation_id, ref, kind, number, text, position, cites, state)
         select $1, $2, ref, 'pillar', number, text, ref, '[]', 'confirmed' from jsonb_to_recordset($3) as p (ref int, number text, text text)
         returning id, ref)
       insert into item (instrument_id, organisation_id, ref, kind, number, text, position, cites, state, parent_id, fields)
       select $1, $2, i.ref, i.kind, i.number, i.text, i.ref, '[]', 'confirmed', p.id, i.fields
       from jsonb_to_recordset($4) as i (ref int, pillar int, kind text, number text, text text, fields jsonb) join p on p.ref = i.pillar`,
      [id, organisation_id, JSON.stringify(pillars), JSON.stringify(items)],
    )
  }
}

/** Every sentence that a made-up plan of this language prints. */
function sentencesOf(language: string): string[] {
  const plans = [...madePlans, french as MadePlan].filter(plan => plan.language === language)
  return plans.flatMap(plan => [
    plan.title,
    ...plan.sections.flatMap(section => section.paragraphs),
    ...plan.pillars.flatMap(pillar => [
      pillar.text,
      ...pillar.objectives.flatMap(objective => [
        objective.text,
        ...objective.rows.flatMap(row => [
          ...row.actions,
          ...row.indicators.map(one => one.text),
          row.responsible ?? '',
        ]),
      ]),
    ]),
  ])
}

/** Says sentences of so many words: pieces of the plans' own, put together anew; the same each time. */
function speaker(sentences: string[], seed: number): (words: number) => string {
  const words = sentences.map(sentence => sentence.split(/\s+/).filter(Boolean)).filter(list => list.length)
  let state = (seed * 2654435761 + 12345) >>> 0
  const next = (below: number) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
  return count => {
    const said: string[] = []
    while (said.length < count) {
      const from = words[next(words.length)]!
      const at = next(from.length)
      said.push(...from.slice(at, at + 1 + next(5)))
    }
    return said.slice(0, count).join(' ')
  }
}

/** One to three words on some commitments, of the plan's organisation and of others; three in four of them public. */
const ASSESSMENTS = `
  with c as (select item_id, instrument_id, row_number() over (order by md5(item_id::text)) as n from commitment),
    o as (select id, voice, row_number() over (order by name) - 1 as n from organisation where not library)
  insert into assessment (item_id, instrument_id, organisation_id, voice, status, as_of, reason, visibility, created_by)
  select c.item_id, c.instrument_id, o.id, o.voice,
    (array['not-started', 'under-way', 'done', 'stalled', 'dropped', 'no-information'])[1 + (hashint4(k) & 65535) % 6],
    date '2020-01-01' + (k % 2000), 'Seen on the spot.',
    case when k % 4 = 0 then 'organisation' else 'public' end, 'person-' || o.n
  from generate_series(0, $1::int - 1) as k
    join c on c.n = 1 + k % ($1::int / 2)
    join o on o.n = (k / ($1::int / 2) * 3 + k) % ${ORGANISATIONS}`

/** Forty indicators of a public framework in every country, for twenty-five years, by five breakdowns. */
const OBSERVATIONS = `
  with f as (
    insert into framework (organisation_id, code, titles, published_at)
    select id, 'world', '{"en": "A framework"}', now() from organisation where name = 'Organisation 1' returning id, organisation_id
  ), i as (
    insert into indicator (framework_id, organisation_id, code, titles, value_kind, position)
    select f.id, f.organisation_id, n::text, jsonb_build_object('en', 'Indicator ' || n), 'number', n from f, generate_series(1, 40) n
    returning id, organisation_id, position::int as n
  ), c as (select distinct country from instrument where country is not null),
  numbered as (select country, row_number() over (order by country) as n from c)
  insert into observation (indicator_id, organisation_id, country, period, period_start, period_end, disaggregation, value_kind, number, source, voice,
    visibility, created_by, change)
  select i.id, i.organisation_id, c.country, y::text, make_date(y, 1, 1), make_date(y, 12, 31),
    (array['{}', '{"sex": "female"}', '{"sex": "male"}', '{"age": "15-24"}', '{"place": "rural"}']::jsonb[])[d],
    'number', 10 + (i.n * 31 + c.n * 17 + y * 7 + d) % 90, 'A statistical yearbook', 'government', 'public', 'person-0',
    '00000000-0000-4000-8000-000000000001'
  from i, numbered c, generate_series(2000, 2024) y, generate_series(1, 5) d
  limit $1`

if (import.meta.main) {
  const world = await openWorld(keptFolder(process.argv))
  await world.close()
}
