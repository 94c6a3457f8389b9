/**
 * 5,000 respondents answer a questionnaire within a minute: each opens her page, posts it and sends her answers, at moments spread evenly
 * over the minute; one in ten posts twice, as a phone does that lost the reply. Against the server in a process of its own, with its
 * own database. Prints what was lost or doubled, and how long an answer took as the respondent sees it: what the server needs and what
 * the asking process on the same two cores adds.
 *
 *   npm run bench:answers [-- RESPONDENTS SECONDS]
 */
import { createHash, randomUUID } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { Agent, request } from 'node:http'
import { startServer } from '../e2e/harness.ts'
import { FORM } from '../app/features/questionnaires/testing.ts'
import { linkToken } from '../app/features/questionnaires/desk/links.ts'
import { withInstallation } from '../cli/installation.ts'

const [respondents = 5000, seconds = 60] = process.argv.slice(2).map(Number)
const BAR_MS = 300

const server = await startServer({ bare: true })
process.env.OPEN1325_DATA = server.dataFolder
const agent = new Agent({ keepAlive: true, maxSockets: 256 })

interface Took {
  what: 'open' | 'save' | 'send'
  ms: number
  status: number
}
const took: Took[] = []

function ask(what: Took['what'], path: string, body?: Record<string, string>): Promise<void> {
  const began = performance.now()
  const sent = body && new URLSearchParams(body).toString()
  return new Promise((done, fail) => {
    const asking = request(
      server.url + path,
      {
        agent,
        method: sent ? 'POST' : 'GET',
        headers: sent ? { 'content-type': 'application/x-www-form-urlencoded' } : {},
      },
      response => {
        response.resume()
        response.on('end', () => {
          took.push({ what, ms: performance.now() - began, status: response.statusCode ?? 0 })
          done()
        })
      },
    )
    asking.on('error', (error: NodeJS.ErrnoException) => {
      // A kept connection that the server closed at that moment: browsers ask once more, and so does this.
      if (error.code === 'ECONNRESET' && asking.reusedSocket) ask(what, path, body).then(done, fail)
      else fail(error)
    })
    asking.end(sent)
  })
}

async function answer(token: string, n: number): Promise<void> {
  const page = `/answer/${token}/pages/plan`
  await ask('open', page)
  const post = { post: randomUUID(), go: 'next', 'q.has_plan': 'no', 'q.why_not': `Answer ${n}` }
  await ask('save', page, post)
  if (n % 10 === 0) await ask('save', page, post)
  await ask('send', `/answer/${token}/review`, { version: '1' })
}

/** Clock ticks in a second, as /proc counts processor time on Linux. */
const TICKS = 100

/** Processor time in ms that the server and its database have used so far: its process, and those that it started. Linux only. */
function processorTime(): { server: number; database: number } {
  const parents = new Map<number, number>()
  const used = new Map<number, number>()
  for (const pid of readdirSync('/proc').filter(name => /^\d+$/.test(name))) {
    try {
      const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
        .replace(/^.*\) /s, '')
        .split(' ')
      parents.set(Number(pid), Number(fields[1]))
      used.set(Number(pid), ((Number(fields[11]) + Number(fields[12])) * 1000) / TICKS)
    } catch {
      // It ended meanwhile.
    }
  }
  const own = server.process.pid!
  const comesFrom = (pid: number): boolean => pid === own || (parents.has(pid) && comesFrom(parents.get(pid)!))
  const all = [...used].filter(([pid]) => comesFrom(pid)).reduce((sum, [, ms]) => sum + ms, 0)
  return { server: used.get(own) ?? 0, database: all - (used.get(own) ?? 0) }
}

/** The middle, and what one in a hundred exceeds, in milliseconds. */
function shares(what: Took['what'] | null): string {
  const all = took
    .filter(one => what === null || one.what === what)
    .map(({ ms }) => ms)
    .sort((a, b) => a - b)
  const at = (share: number) => (all[Math.min(all.length - 1, Math.floor(all.length * share))] ?? 0).toFixed(1)
  return `${all.length} times, median ${at(0.5)} ms, p99 ${at(0.99)} ms, longest ${at(1)} ms`
}

try {
  await withInstallation(async ({ config, database: { owner } }) => {
    const id = async (statement: string, values: unknown[]) =>
      (await owner.query(statement, values)).rows[0].id as string
    const organisation = await id(`insert into organisation (name) values ('Bench') returning id`, [])
    const form = JSON.stringify({ ...FORM, pages: FORM.pages.slice(0, 1) })
    const asked = [organisation, 'Bench', form, 'bench']
    const questionnaire = await id(
      'insert into questionnaire (organisation_id, title, form, created_by) values ($1, $2, $3, $4) returning id',
      asked,
    )
    const round = await id(
      `insert into round (organisation_id, title, form, created_by, questionnaire_id, closes_at, time_zone)
       values ($1, $2, $3, $4, $5, now() + interval '1 day', 'UTC') returning id`,
      [...asked, questionnaire],
    )
    const links = Array.from({ length: respondents }, () => randomUUID()).map(one => ({
      id: one,
      token: linkToken(config, { id: one, linkNumber: 1 }),
    }))
    await owner.query(
      `insert into respondent (id, organisation_id, round_id, kind, name, language, voice, created_by, token_sha256)
       select l.id, $1, $2, 'organisation', 'Respondent', 'en', 'community', 'bench', l.hash
       from unnest($3::uuid[], $4::bytea[]) as l (id, hash)`,
      [
        organisation,
        round,
        links.map(one => one.id),
        links.map(({ token }) => createHash('sha256').update(token).digest()),
      ],
    )
    for (let n = 0; n < 20; n++) await ask('open', `/answer/${links[0]!.token}`)
    took.length = 0

    const before = processorTime()
    const began = performance.now()
    await Promise.all(
      links.map(async ({ token }, n) => {
        await new Promise(done => setTimeout(done, (n / respondents) * seconds * 1000))
        await answer(token, n)
      }),
    )
    const whole = (performance.now() - began) / 1000
    const after = processorTime()
    const each = (what: 'server' | 'database') => ((after[what] - before[what]) / respondents).toFixed(2)
    const { rows } = await owner.query<{ sent: number; whole: number; different: number }>(
      `select count(*) filter (where r.sent_at is not null)::int as sent,
         count(*) filter (where a.answers ->> 'has_plan' = 'no')::int as whole, count(distinct a.answers ->> 'why_not')::int as different
       from respondent r left join response a on a.respondent_id = r.id where r.round_id = $1`,
      [round],
    )
    const refused = took.filter(({ status }) => status >= 400).length
    const { sent, whole: kept, different } = rows[0]!
    console.log(`${respondents} respondents in ${whole.toFixed(1)} s`)
    console.log(`sent ${sent}, lost ${respondents - different}, doubled ${kept - different}, refused ${refused}`)
    for (const what of ['open', 'save', 'send'] as const) console.log(`${what}: ${shares(what)}`)
    console.log(`processor time for one respondent: server ${each('server')} ms, database ${each('database')} ms`)
    console.log(`all: ${shares(null)}; bar: p99 below ${BAR_MS} ms`)
  })
} finally {
  agent.destroy()
  await server.stop()
}
