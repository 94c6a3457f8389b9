/**
 * From a ledger to a report: 300 commitments of a real database, each with what two voices say of it and a piece of evidence, and an indicator
 * with 25 figures, are put into a report by its form, and the draft is asked for as Word and PDF, through the server’s own routes, in a
 * process of its own. With the most memory that it took.
 *
 *   npm run bench:reports
 */
import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { keepActions } from '../app/features/ledger/testing.ts'
import type { Database } from '../app/platform/database/index.ts'
import { openLog } from '../app/platform/log.ts'
import { makeSignIn, newToken } from '../app/platform/sign-in.ts'
import { withInstallation } from '../cli/installation.ts'
import { startServer } from '../e2e/harness.ts'
import { sentence, told } from './reports-told.ts'

const COMMITMENTS = 300

async function fromTheLedger() {
  const server = await startServer({ bare: true })
  Object.assign(process.env, { OPEN1325_DATA: server.dataFolder, PUBLIC_URL: server.url, LOG_LEVEL: 'warn' })
  try {
    await withInstallation(async ({ config, database }) => {
      const signIn = makeSignIn({ config, database, log: openLog(config.logLevel) })
      const { session, items } = await makeLedger(database)
      const cookie = await signIn.cookieFor(session)
      const ask = async (name: string, bar: number | null, path: string, fields?: [string, string][]) => {
        const from = performance.now()
        const answer = await fetch(server.url + path, {
          redirect: 'manual',
          headers: { cookie },
          ...(fields ? { method: 'POST', body: new URLSearchParams(fields) } : {}),
        })
        const file = Buffer.from(await answer.arrayBuffer())
        const seconds = (performance.now() - from) / 1000
        if (answer.status >= 400) throw new Error(`${name}: ${answer.status} ${file.toString().slice(0, 2000)}`)
        if (name) told(name, seconds, bar, file, peakOf(server.process.pid!))
        return { location: answer.headers.get('location') ?? '', text: file.toString() }
      }
      const { location: report } = await ask('', null, '/desk/reports', [
        ['form', randomUUID()],
        ['start', 'alternative-report cedaw'],
        ['title', 'What became of it'],
        ['language', 'en'],
        ['country', 'COD'],
      ])
      const page = await ask('', null, report)
      const section = page.text.match(/\/desk\/reports\/[^"]*\/sections\/[0-9a-f-]+/u)![0]
      await ask(`${COMMITMENTS} commitments put in`, null, `${section}/insert?what=commitments`, [
        ['version', '1'],
        ['as', 'table'],
        ...items.map((id): [string, string] => ['source', id]),
      ])
      await ask('an indicator put in', null, `${section}/insert?what=indicators`, [
        ['version', '2'],
        ['source', 'bench B1'],
      ])
      await ask(`${COMMITMENTS} commitments, Word, first`, 2, `${report}/draft.docx`)
      await ask(`${COMMITMENTS} commitments, Word, again`, 2, `${report}/draft.docx`)
      await ask(`${COMMITMENTS} commitments, PDF, first`, 2, `${report}/draft.pdf`)
      await ask(`${COMMITMENTS} commitments, PDF, again`, 2, `${report}/draft.pdf`)
      await ask('the report’s page with its checks', null, report)
    })
  } finally {
    await server.stop()
  }
}

/** An organisation with an editor who is signed in, and what its report is made of. */
async function makeLedger(database: Database): Promise<{ session: string; items: string[] }> {
  const { owner } = database
  const id = async (statement: string, values: unknown[]) =>
    (await owner.query<{ id: string }>(statement, values)).rows[0]!.id
  const organisation = await id(
    `insert into organisation (name, voice) values ('Bench', 'civil-society') returning id`,
    [],
  )
  const session = newToken()
  await owner.query(
    `insert into auth."user" (id, name, email, "emailVerified") values ('bench', 'Bench', 'bench@example.org', true)`,
  )
  await owner.query(
    `insert into auth.session (id, token, "userId", "expiresAt", "updatedAt") values ($1, $1, 'bench', now() + interval '1 day', now())`,
    [session],
  )
  await owner.query(`insert into membership (organisation_id, user_id, role) values ($1, 'bench', 'editor')`, [
    organisation,
  ])
  const actions = Array.from({ length: COMMITMENTS }, (_, n) => ({
    text: `Action ${n + 1}: ${sentence}`,
    number: `1.${n + 1}`,
  }))
  await keepActions(database, organisation, 'bench-plan', actions)
  await owner.query(
    `insert into assessment (item_id, instrument_id, organisation_id, voice, status, as_of, reason, visibility, created_by)
     select i.id, i.instrument_id, $1, v.voice, v.status, '2024-06-30', $2, 'public', 'bench'
     from item i, (values ('government', 'done'), ('civil-society', 'stalled')) as v (voice, status) where i.kind = 'action'`,
    [organisation, sentence],
  )
  await owner.query(
    `with e as (
       insert into evidence (organisation_id, kind, title, note, consent, visibility, created_by)
       select $1, 'note', 'Visit to ' || i.number, $2, 'not-needed', 'public', 'bench' from item i where i.kind = 'action' returning id, title)
     insert into evidence_use (evidence_id, relation, used_by, organisation_id, said_by)
     select e.id, 'assessment', a.id, $1, 'bench' from e join item i on e.title = 'Visit to ' || i.number
       join assessment a on a.item_id = i.id and a.voice = 'civil-society'`,
    [organisation, sentence],
  )
  const framework = await id(
    `insert into framework (organisation_id, code, titles, source, created_by, published_at)
     values ($1, 'bench', '{"en": "Bench"}', 'Own', 'bench', now()) returning id`,
    [organisation],
  )
  const indicator = await id(
    `insert into indicator (framework_id, organisation_id, code, titles, value_kind)
     values ($1, $2, 'B1', '{"en": "Women among mediators"}', 'number') returning id`,
    [framework, organisation],
  )
  await owner.query(
    `insert into observation (indicator_id, organisation_id, country, period, value_kind, number, source, voice, visibility, created_by)
     select $1, $2, 'COD', y::text, 'number', 40 + y % 25, 'A yearbook', 'government', 'public', 'bench' from generate_series(2000, 2024) y`,
    [indicator, organisation],
  )
  const { rows } = await owner.query<{ id: string }>(`select id from item where kind = 'action' order by position`)
  return { session, items: rows.map(row => row.id) }
}

/** The most memory that a process ever had, in MB; null off Linux. */
function peakOf(pid: number): number | null {
  try {
    return Number(readFileSync(`/proc/${pid}/status`, 'utf8').match(/VmHWM:\s+(\d+)/u)![1]) / 1000
  } catch {
    return null
  }
}

await fromTheLedger()
