/** The starter library's frameworks as rows: made from the data files at each start, so that figures can be said of them. */
import type pg from 'pg'
import { INDICATOR_FRAMEWORKS, type IndicatorFramework } from '../../../library/indicator-frameworks.ts'

const LIBRARY = '00000000-0000-4000-8000-000000001325'

/**
 * Brings the library's frameworks up to date: new ones are added, changed words are changed; a line that the files have no more
 * is taken off the lists, and what was observed of it stays. Does nothing the second time.
 * @param owner sees every row; the library has no members who could ask
 */
export async function loadFrameworks(owner: pg.Pool, frameworks = INDICATOR_FRAMEWORKS): Promise<void> {
  const client = await owner.connect()
  try {
    await client.query('begin')
    await client.query('select pg_advisory_xact_lock(13250002)')
    for (const framework of frameworks) await load(client, framework)
    await client.query('commit')
  } catch (error) {
    await client.query('rollback')
    throw error
  } finally {
    client.release()
  }
}

async function load(client: pg.ClientBase, framework: IndicatorFramework): Promise<void> {
  const { id: code, title, facts, sources, wording, indicators, groups } = framework
  const first = Object.values(sources)[0]
  const description = Object.fromEntries(
    Object.keys(title).map(language => [language, facts.map(({ text }) => text[language as 'en']).join(' ')]),
  )
  const { rows } = await client.query<{ id: string }>(
    `insert into framework (organisation_id, code, titles, description, source, source_url, verified, published_at)
     values ($1, $2, $3, $4, $5, $6, $7, now())
     on conflict (code) do update set titles = excluded.titles, description = excluded.description, source = excluded.source,
       source_url = excluded.source_url, verified = excluded.verified
       where framework.organisation_id = excluded.organisation_id
     returning id`,
    [LIBRARY, code, title, description, first?.title, first?.url, wording === 'own-summary'],
  )
  const id = rows[0]?.id
  if (!id) throw new Error(`The code ${code} of a framework of the library is taken by another framework.`)
  const sections = new Map(groups.map(group => [group.id, group.title]))
  const lines = indicators.map((line, position) => ({
    ...line,
    position,
    section: sections.get(line.group),
    source: `${sources[line.source]!.title}: ${sources[line.source]!.url}`,
    disaggregation: line.disaggregation,
  }))
  await client.query(
    `insert into indicator (framework_id, organisation_id, code, titles, section, value_kind, direction, disaggregation, reported_by,
       source, verified, position)
     select $1, $2, l.code, l.title, l.section, l."valueKind", l.direction, l.disaggregation, l."reportedBy", l.source, l.verified, l.position
     from jsonb_to_recordset($3) as l (code text, title jsonb, section jsonb, "valueKind" text, direction text, disaggregation text[],
       "reportedBy" text, source text, verified boolean, position int)
     on conflict (framework_id, code) where deleted_at is null do update set titles = excluded.titles, section = excluded.section,
       value_kind = excluded.value_kind, direction = excluded.direction, disaggregation = excluded.disaggregation,
       reported_by = excluded.reported_by, source = excluded.source, verified = excluded.verified, position = excluded.position`,
    [id, LIBRARY, JSON.stringify(lines)],
  )
  await client.query(
    `update indicator set deleted_at = now() where framework_id = $1 and deleted_at is null and code <> all ($2)`,
    [id, indicators.map(line => line.code)],
  )
}
