/** For tests of the clock: sessions and dates as organisations enter them. */
import type { TestApp } from '../../platform/testing/app.ts'

/** Who sees what of them is tested in this folder. */
export const CLOCK_TABLES = ['body_session', 'calendar_import', 'own_date', 'followed', 'clock_setting', 'reminder']

type Row = Record<string, unknown>

/** Puts a row in as the owner of the tables, in the name of the organisation's editor; gives its id. */
async function put({ services, userId }: TestApp, table: string, row: Row): Promise<string> {
  const all: Row = { created_by: await userId('editor'), ...row }
  const columns = Object.keys(all)
  const { rows } = await services.database.owner.query(
    `insert into ${table} (${columns.join()}) values (${columns.map((_, n) => `$${n + 1}`).join()}) returning id`,
    Object.values(all),
  )
  return rows[0].id as string
}

export const keepSession = (testing: TestApp, row: Row = {}) =>
  put(testing, 'body_session', {
    organisation_id: testing.organisationId,
    body: 'cedaw',
    name: '99th session',
    starts: '2090-02-01',
    ends: '2090-02-19',
    state: 'planned',
    procedures: ['cedaw-session'],
    source_title: 'The Committee’s note',
    source_url: 'https://www.ohchr.org/note',
    source_kind: 'official',
    seen_on: '2026-11-20',
    visibility: 'public',
    ...row,
  })

export const keepDate = (testing: TestApp, row: Row = {}) =>
  put(testing, 'own_date', {
    organisation_id: testing.organisationId,
    title: 'Workshop on the shadow report',
    starts_on: '2090-01-10',
    visibility: 'public',
    ...row,
  })
