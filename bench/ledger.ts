/**
 * The ledger's questions to the database in a world of 180,000 commitments: milliseconds from asking to the answer, of the whole page of a
 * list (ids, count, rows, what the voices say), as nobody and as a member; median and p95, and the
 * processor time of both processes (median), which is what it takes where nothing else runs. Then the plan of the slowest statement.
 *
 *   npm run bench:ledger -- --keep FOLDER
 */
import { readFileSync } from 'node:fs'
import { Kysely, PostgresDialect, sql } from 'kysely'
import {
  countriesOf,
  figureCounts,
  figuresOf,
  frameworkByCode,
  frameworksOf,
  indicatorByCode,
  latestByCountry,
  suppressedCount,
} from '../app/features/indicators/queries.ts'
import { filterOf } from '../app/features/ledger/filter.ts'
import { choicesFor } from '../app/features/ledger/queries/choices.ts'
import { findCommitments } from '../app/features/ledger/queries/list.ts'
import { reading, type Tx } from '../app/platform/access.ts'
import type { Tables } from '../app/platform/database/tables.ts'
import { GAPS } from '../app/features/voices/model.ts'
import { keptFolder, openWorld } from './world.ts'

const ROUNDS = 15
const BAR = { list: 150, search: 30 }

/** Words of each language, frequent and rare, with and without their accents; numbers, beginnings, phrases. */
const SEARCHES = [
  'women',
  'women peace committees',
  'femmes',
  'médiatrices',
  'mediatrices',
  'formation des policiers',
  'mujeres',
  'comités de paz',
  'النساء',
  'المرأة السلام',
  'لجان',
  'жінок',
  'жінки безпека',
  'gratë',
  'grate ne polici',
  '2.80',
  '1.7',
  'polic',
  'particip',
  '"market with lit paths"',
  'displaced households',
  'women -police',
  'nothing-of-the-kind',
]

const LISTS = [
  '',
  'page=150',
  'order=due',
  'order=due&page=150',
  'country=FRA',
  'country=FRA&kind=objective&order=due',
  'kind=pledge',
  'instrument-kind=national-action-plan&kind=objective',
  'instrument=plan-7&pillar=2',
  'issuer=government%20f',
  'responsible=police',
  'responsible=%D8%A7%D9%84%D8%B4%D8%B1%D8%B7%D8%A9',
  'due=overdue',
  'due=next-90-days',
  'due=2027',
  'due=none',
  'voice=government',
  'voice=government&status=done',
  'status=stalled&order=due',
  'voice=civil-society&status=none',
  'status=none',
  ...GAPS.map(gap => `gap=${gap}`),
  'gap=government-ahead&order=due',
  'country=KEN&gap=differ',
  'q=women&gap=government-ahead',
  'q=police&country=FRA&due=overdue',
]

const { database, member, close } = await openWorld(keptFolder(process.argv))
try {
  const measured: Measured[] = []
  for (const [who, asker] of [
    ['nobody', null],
    ['a member', member],
  ] as const) {
    console.log(
      '\n' + `as ${who}`.padEnd(56) + ['median', 'p95', 'cpu', 'found'].map(head => head.padStart(8)).join(''),
    )
    const line = (name: string, figures: (number | null)[], rest = '') =>
      console.log(name.padEnd(56) + figures.map(ms => (ms?.toFixed(1) ?? '-').padStart(8)).join('') + rest.padStart(8))
    const measure = async (name: string, query: string) => {
      const params = new URLSearchParams(query)
      const work = (tx: Tx) => findCommitments(tx, filterOf(params), Number(params.get('page') ?? 1))
      const spent = await timed(asker, work)
      const { total } = await reading(database.kysely, asker, work)
      line(name, [spent.median, spent.p95, spent.cpu], String(total))
      measured.push({ ms: spent.cpu ?? spent.median, name: `${name}, ${who}`, asker, work })
      return spent.all
    }
    const all: Spent['all'] = []
    for (const words of SEARCHES) all.push(...(await measure(`search: ${words}`, `q=${encodeURIComponent(words)}`)))
    const elapsed = all.map(one => one.elapsed).sort((a, b) => a - b)
    const cpus = all.flatMap(one => one.cpu ?? []).sort((a, b) => a - b)
    line(`all searches (bar: p95 < ${BAR.search})`, [at(elapsed, 0.5), at(elapsed, 0.95)])
    if (cpus.length) line('all searches, processor time: median, p95', [at(cpus, 0.5), at(cpus, 0.95)])
    for (const query of LISTS) await measure(`list: ${decodeURIComponent(query)}`, query)
    const figures = await reading(database.kysely, asker, figuresOfWorld)
    for (const [name, work] of Object.entries(figures)) {
      const spent = await timed(asker, work)
      line(`figures: ${name}`, [spent.median, spent.p95, spent.cpu])
      measured.push({ ms: spent.cpu ?? spent.median, name: `figures: ${name}, ${who}`, asker, work })
    }
    const choices = await timed(asker, tx => choicesFor(tx, filterOf(new URLSearchParams('country=FRA'))))
    line('choices of the form', [choices.median, choices.p95, choices.cpu])
  }
  const { name, ms, asker, work } = measured.sort((a, b) => b.ms - a.ms)[0]!
  console.log(`\nslowest: ${name}, ${ms.toFixed(1)} ms (bar ${BAR.list})\n`)
  console.log(await planOf(asker, work))
} finally {
  await close()
}

/** What the pages of a framework and of an indicator ask, among a million observations. */
async function figuresOfWorld(tx: Tx): Promise<Record<string, (tx: Tx) => Promise<unknown>>> {
  const framework = (await frameworkByCode(tx, 'world'))!
  const indicator = (await indicatorByCode(tx, framework.id, '7'))!
  return {
    'all frameworks': tx => frameworksOf(tx),
    'how many of each indicator of a framework': tx => figureCounts(tx, framework.id),
    'countries of an indicator': tx => countriesOf(tx, indicator.id),
    'the latest of each country, for the map': tx => latestByCountry(tx, indicator.id),
    'all of a country': tx => figuresOf(tx, indicator.id, { country: 'COD' }),
    'left out because they are few': tx => suppressedCount(tx, indicator.id),
  }
}

function at(sorted: number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]!
}

interface Measured {
  ms: number
  name: string
  asker: string | null
  work: (tx: Tx) => Promise<unknown>
}

interface Spent {
  median: number
  p95: number
  /** Processor time of PostgreSQL's process and of this one: what the same takes where nothing else runs. Null off Linux. */
  cpu: number | null
  all: { elapsed: number; cpu: number | null }[]
}

async function timed(asker: string | null, work: (tx: Tx) => Promise<unknown>): Promise<Spent> {
  const all: Spent['all'] = []
  for (let round = -2; round < ROUNDS; round++) {
    const one = await reading(database.kysely, asker, async tx => {
      const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(tx)
      const [backend, own, began] = [onProcessor(rows[0]!.pid), process.cpuUsage(), performance.now()]
      await work(tx)
      const elapsed = performance.now() - began
      const { user, system } = process.cpuUsage(own)
      const after = onProcessor(rows[0]!.pid)
      return { elapsed, cpu: backend === null || after === null ? null : after - backend + (user + system) / 1000 }
    })
    if (round >= 0) all.push(one)
  }
  const elapsed = all.map(one => one.elapsed).sort((a, b) => a - b)
  const cpus = all.flatMap(one => one.cpu ?? []).sort((a, b) => a - b)
  return { median: at(elapsed, 0.5), p95: at(elapsed, 0.95), cpu: cpus.length ? at(cpus, 0.5) : null, all }
}

/** Milliseconds that a process has been on a processor. */
function onProcessor(pid: number): number | null {
  try {
    return Number(readFileSync(`/proc/${pid}/schedstat`, 'utf8').split(' ')[0]) / 1e6
  } catch {
    return null
  }
}

/** What PostgreSQL did for the statement that took longest: asked again with the same words and values. */
async function planOf(asker: string | null, work: (tx: Tx) => Promise<unknown>): Promise<string> {
  const statements: { text: string; values: readonly unknown[]; ms: number }[] = []
  const watched = new Kysely<Tables>({
    dialect: new PostgresDialect({ pool: database.app }),
    log: ({ query, queryDurationMillis }) => {
      statements.push({ text: query.sql, values: query.parameters, ms: queryDurationMillis })
    },
  })
  await reading(watched, asker, work)
  const slow = statements.sort((a, b) => b.ms - a.ms)[0]!
  const client = await database.app.connect()
  try {
    await client.query('begin')
    await client.query(`select set_config('open1325.user', $1, true)`, [asker ?? ''])
    const { rows } = await client.query<{ 'QUERY PLAN': string }>(`explain (analyze, buffers) ${slow.text}`, [
      ...slow.values,
    ])
    await client.query('rollback')
    return `${slow.text.replace(/\s+/g, ' ').trim()}\n\n${rows.map(row => row['QUERY PLAN']).join('\n')}`
  } finally {
    client.release()
  }
}
