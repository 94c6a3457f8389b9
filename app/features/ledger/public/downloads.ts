/** What a filter finds, as a file for people and programs, and as a feed of what was said of it. */
import { createHash } from 'node:crypto'
import { mkdtemp, open, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { sql } from 'kysely'
import type { Hono } from 'hono'
import type { Tx } from '../../../platform/access.ts'
import type { Ctx, Env } from '../../../platform/http.ts'
import { Problem } from '../../../platform/problem.ts'
import { answerData, answerStream } from '../../../platform/answer-data.ts'
import { rowOf, type Exchanged } from '../exchange/columns.ts'
import { MOST_ROWS_OF_A_SHEET, writeTable, type Format } from '../exchange/write.ts'
import { queryOf } from '../filter.ts'
import { paths } from '../model.ts'
import { exchangedByIds } from '../queries/exchange.ts'
import { latestWords } from '../queries/feed.ts'
import { findIds } from '../queries/list.ts'
import { asAtom } from './atom.ts'
import { asking, filterIn } from './routes.tsx'

export function downloadRoutes(app: Hono<Env>) {
  app.get('/commitments.csv', c => send(c, 'csv'))
  app.get('/commitments.xlsx', c => send(c, 'xlsx'))
  app.get('/commitments.json', c => send(c, 'json'))
  app.get('/commitments.atom', sendFeed)
}

/** The database is asked for so many at a time, and so many are in memory. */
const AT_ONCE = 500
/** Longest that one question to the database may take. */
const TIMEOUT = '60s'

/**
 * `?mine`: of the organisation alone, drafts too, for those who are signed in. All of it, however much: the rows go to a file on the disk
 * first, so that somebody with a slow line keeps no transaction open, and what goes wrong is answered as what it is.
 */
async function send(c: Ctx, format: Format) {
  const filter = filterIn(c)
  const own = c.get('person')?.current?.organisationId ?? null
  const mine = c.req.query('mine') !== undefined && own !== null
  const { origin } = new URL(c.get('services').config.publicUrl)
  const folder = await mkdtemp(join(tmpdir(), 'open1325-table-'))
  try {
    const path = join(folder, `commitments.${format}`)
    const digest = createHash('sha256')
    await inTurn(() =>
      asking(c, async tx => {
        await sql`select set_config('statement_timeout', ${TIMEOUT}, true)`.execute(tx)
        const ids = await findIds(tx, filter, Number.MAX_SAFE_INTEGER, mine ? { organisationId: own } : {})
        if (format === 'xlsx' && ids.length > MOST_ROWS_OF_A_SHEET) throw new Problem('too-large', tooLong(c))
        await writeTable(path, format, rowsOf(tx, ids, { own, origin, digest }))
      }),
    )
    const file = await open(path)
    const name = filter.instrument ? `commitments-${filter.instrument}` : 'commitments'
    return answerStream(c, format, {
      open: () => Readable.toWeb(file.createReadStream()) as ReadableStream<Uint8Array>,
      close: () => file.close(),
      stamp: digest.digest('base64url'),
      name: format === 'json' ? null : name,
    })
  } finally {
    // What is open can still be read to its end.
    await rm(folder, { recursive: true, force: true })
  }
}

const tooLong = (c: Ctx): string => {
  const { t, number } = c.get('words')
  return t('ledger.download.most', { count: number(MOST_ROWS_OF_A_SHEET) })
}

interface Making {
  own: string | null
  origin: string
  digest: ReturnType<typeof createHash>
}

async function* rowsOf(tx: Tx, ids: string[], { own, origin, digest }: Making) {
  for (let from = 0; from < ids.length; from += AT_ONCE) {
    const part: Exchanged[] = await exchangedByIds(tx, ids.slice(from, from + AT_ONCE), own)
    const rows = part.map(row => rowOf(row, origin + paths.commitment(row)))
    digest.update(JSON.stringify(rows))
    yield rows
  }
}

/** So many files are made at a time; whoever comes then waits. */
const MOST_MADE = 2
let made = 0
const waiting: (() => void)[] = []

async function inTurn<T>(make: () => Promise<T>): Promise<T> {
  if (made >= MOST_MADE) await new Promise<void>(resolve => waiting.push(resolve))
  else made++
  try {
    return await make()
  } finally {
    const next = waiting.shift()
    if (next) next()
    else made--
  }
}

async function sendFeed(c: Ctx) {
  const filter = filterIn(c)
  const words = await asking(c, tx => latestWords(tx, filter))
  const { origin } = new URL(c.get('services').config.publicUrl)
  const feed = asAtom(words, { origin, query: queryOf(filter) }, c.get('words'))
  return answerData(c, 'atom', feed, null)
}
