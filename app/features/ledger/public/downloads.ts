/** What a filter finds, as a file for people and programs, and as a feed of what was said of it. */
import { sql } from 'kysely'
import type { Hono } from 'hono'
import type { Tx } from '../../../platform/access.ts'
import type { Ctx, Env } from '../../../platform/http.ts'
import { Problem } from '../../../platform/problem.ts'
import { answerData } from '../../../platform/answer-data.ts'
import { ALL_COLUMNS, rowOf, type Exchanged } from '../exchange/columns.ts'
import { asCsv, asXlsx } from '../exchange/write.ts'
import { queryOf } from '../filter.ts'
import { paths } from '../model.ts'
import { exchangedByIds } from '../queries/exchange.ts'
import { latestWords } from '../queries/feed.ts'
import { COUNTED, findIds } from '../queries/list.ts'
import { asAtom } from './atom.ts'
import { asking, filterIn } from './routes.tsx'

export function downloadRoutes(app: Hono<Env>) {
  app.get('/commitments.csv', c => send(c, 'csv'))
  app.get('/commitments.xlsx', c => send(c, 'xlsx'))
  app.get('/commitments.json', c => send(c, 'json'))
  app.get('/commitments.atom', sendFeed)
}

/** The database is asked for so many at a time. */
const AT_ONCE = 2000

/** `?mine`: of the organisation alone, drafts too, for those who are signed in. */
async function send(c: Ctx, format: 'csv' | 'xlsx' | 'json') {
  const filter = filterIn(c)
  const own = c.get('person')?.current?.organisationId ?? null
  const mine = c.req.query('mine') !== undefined && own !== null
  const { t, number } = c.get('words')
  const rows = await asking(c, async tx => {
    await sql`select set_config('statement_timeout', '60s', true)`.execute(tx)
    const ids = await findIds(tx, filter, COUNTED + 1, mine ? { organisationId: own } : {})
    if (ids.length > COUNTED) throw new Problem('too-large', t('ledger.download.most', { count: number(COUNTED) }))
    return allOf(tx, ids, own)
  })
  const { origin } = new URL(c.get('services').config.publicUrl)
  const table = rows.map(row => rowOf(row, origin + paths.commitment(row)))
  const name = filter.instrument ? `commitments-${filter.instrument}` : 'commitments'
  if (format === 'json') {
    const body = { format: 'open1325-commitments/1', columns: ALL_COLUMNS, commitments: table }
    return answerData(c, 'json', JSON.stringify(body, null, 2) + '\n', null)
  }
  const csv = asCsv(table)
  return format === 'csv' ? answerData(c, 'csv', csv, name) : answerData(c, 'xlsx', await asXlsx(table), name, csv)
}

async function allOf(tx: Tx, ids: string[], own: string | null): Promise<Exchanged[]> {
  const rows: Exchanged[] = []
  for (let from = 0; from < ids.length; from += AT_ONCE)
    rows.push(...(await exchangedByIds(tx, ids.slice(from, from + AT_ONCE), own)))
  return rows
}

async function sendFeed(c: Ctx) {
  const filter = filterIn(c)
  const words = await asking(c, tx => latestWords(tx, filter))
  const { origin } = new URL(c.get('services').config.publicUrl)
  const feed = asAtom(words, { origin, query: queryOf(filter) }, c.get('words'))
  return answerData(c, 'atom', feed, null)
}
