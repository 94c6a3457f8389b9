/**
 * The public page of a plan with 500 rows: CPU of this process for one page in milliseconds (median, and the tenth percentile: what it
 * is when nothing else runs), its ratio to the page of a plan with one row in the same run, and its bytes. `render` is the page alone;
 * `request` is the whole way from the address to the HTML, with the questions to the database, but without PostgreSQL's own time and
 * without compression (which runs in another thread).
 *
 *   node --import tsx bench/plan-page.ts
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import type { Item, PlanDocument } from '@open1325/reader'
import { h, type VNode } from 'preact'
import type { Decision } from '../app/features/plans/queries/finding.ts'
import { itemsOf, planBySlug } from '../app/features/plans/queries/plan.ts'
import { PlanPage } from '../app/features/plans/public/plan-page.tsx'
import { keepPlan } from '../app/features/plans/testing.ts'
import { reading } from '../app/platform/access.ts'
import { readConfig } from '../app/platform/config.ts'
import { openDatabase } from '../app/platform/database/index.ts'
import { migrate } from '../app/platform/database/migrate.ts'
import { openFiles } from '../app/platform/files.ts'
import { page, router, type Services } from '../app/platform/http.ts'
import { openJobs } from '../app/platform/jobs.ts'
import { wordsOf } from '../app/platform/languages.ts'
import { openLog } from '../app/platform/log.ts'
import { makeSignIn } from '../app/platform/sign-in.ts'
import { application } from '../app/server.ts'

const ROWS = 500
const WARM_UP = 60
const ROUNDS = 150

const folder = mkdtempSync(join(tmpdir(), 'open1325-bench-'))
const config = readConfig({ OPEN1325_DATA: folder, LOG_LEVEL: 'silent', PUBLIC_URL: 'http://localhost' })
const database = await openDatabase(config)
try {
  await migrate(database)
  const log = openLog(config.logLevel)
  const services: Services = {
    config,
    database,
    log,
    files: openFiles(config),
    jobs: await openJobs(database.jobs, { alone: true, onError: () => {} }),
    mail: { configured: false, send: async () => {}, close() {} },
    signIn: makeSignIn({ config, database, log }),
  }
  const { rows } = await database.owner.query<{ id: string }>(
    `insert into organisation (name) values ('Women’s Peace Network') returning id`,
  )
  const organisation = rows[0]!.id
  const long = longPlan()
  await keepPlan(database, organisation, long, { slug: 'long', confirmed: 400 })
  await keepPlan(database, organisation, { ...long, items: long.items.slice(0, 1) }, { slug: 'short' })

  const app = application(services)
  const found = await reading(database.kysely, null, async tx => {
    const plan = (await planBySlug(tx, 'long'))!
    return { plan, items: await itemsOf(tx, plan.id) }
  })
  const decisions: Decision[] = []
  const bare = router()
  bare.use(async (c, next) => {
    c.set('services', services)
    c.set('words', wordsOf('en'))
    c.set('person', null)
    await next()
  })
  bare.get('/long', c =>
    page(c, h(PlanPage, { c, ...found, decisions, organisation: 'Women’s Peace Network' }) as VNode),
  )

  const html = await (await app.request('/plans/long')).text()
  const render = await cpu(() => bare.request('/long'))
  const request = await cpu(() => app.request('/plans/long'))
  const short = await cpu(() => app.request('/plans/short'))
  const line = (name: string, { median, quiet }: Cpu, rest = '') =>
    console.log(`${name.padEnd(20)}${median.toFixed(2)} ms CPU, quiet ${quiet.toFixed(2)}${rest}`)
  console.log(`rows                ${ROWS}`)
  line('render', render)
  line('request', request, `, ${(request.quiet / short.quiet).toFixed(1)} x one row`)
  line('request, one row', short)
  console.log(`bytes               ${Buffer.byteLength(html)} raw, ${gzipSync(html).length} gzip`)
  await services.jobs.stop()
} finally {
  await database.close()
  rmSync(folder, { recursive: true, force: true })
}

interface Cpu {
  median: number
  quiet: number
}

/** CPU milliseconds of one run. */
async function cpu(work: () => Response | Promise<Response>): Promise<Cpu> {
  const spent: number[] = []
  for (let round = 0; round < WARM_UP + ROUNDS; round++) {
    const before = process.cpuUsage()
    const answer = await work()
    const { user, system } = process.cpuUsage(before)
    // Taking the answer in is the asker's work.
    await answer.arrayBuffer()
    if (round >= WARM_UP) spent.push((user + system) / 1000)
  }
  spent.sort((a, b) => a - b)
  return { median: spent[ROUNDS >> 1]!, quiet: spent[Math.floor(ROUNDS / 10)]! }
}

/** Pillars, objectives, outcomes, and under each outcome two actions and an indicator; sentences of a real plan's length. */
function longPlan(): PlanDocument {
  const items: Item[] = []
  const add = (kind: Item['kind'], parent: string | null, words: number, rest: Partial<Item> = {}): string => {
    const id = `x${items.length}`
    const text = sentence(items.length, words)
    const cites = [
      { page: 10 + (items.length >> 3), box: [50, 100, 300, 130] as [number, number, number, number], quote: text },
    ]
    items.push({ id, kind, number: null, text, parent, fields: {}, cites, ...rest })
    return id
  }
  let pillar: string | null = null
  let objective: string | null = null
  for (let n = 0; items.length < ROWS; n++) {
    if (n % 24 === 0) pillar = add('pillar', null, 3, { number: `Pillar ${n / 24 + 1}` })
    if (n % 4 === 0) objective = add('objective', pillar, 18, { number: String(n / 4 + 1) })
    const outcome = add('outcome', objective, 14)
    const said = (text: string) => ({ text, cites: [{ page: 12, box: null, quote: text }] })
    add('indicator', outcome, 12, n % 3 ? {} : { fields: { baseline: said('12 %'), target: said('30 %') } })
    add('action', outcome, 22, { fields: { responsible: said(sentence(n, 11)) } })
    add('action', outcome, 20, { fields: { responsible: said(sentence(n + 1, 9)), timeframe: said('2025–2026') } })
  }
  return {
    format: 'open1325-plan/1',
    source: { name: 'long.pdf', sha256: '0'.repeat(64), mediaType: 'application/pdf', pages: 90 },
    languages: ['en'],
    title: 'National Action Plan on Women, Peace and Security',
    issuer: { name: 'A country', code: 'NOR' },
    period: { start: '2024', end: '2028' },
    items: items.slice(0, ROWS),
    warnings: [],
  }
}

/** Words that do not repeat in the same order, so that compression has as much to do as with a real plan. */
function sentence(seed: number, length: number): string {
  const words =
    'women peace security participation prevention protection relief recovery national local mediators training community police justice survivors services negotiation process ministry districts early warning response budget public officers quota legislation implement strengthen support establish increase awareness monitoring committee organisations civil society access legal psychosocial displaced rural leaders networks dialogue armed forces conflict violence sexual girls youth education economic empowerment reintegration combatants data collection reporting regional cooperation'.split(
      ' ',
    )
  let state = seed * 2654435761 + 12345
  const next = () => (state = (Math.imul(state, 1103515245) + 12345) >>> 0) >>> 8
  return Array.from({ length }, () => words[next() % words.length]).join(' ')
}
