import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { changing, reading, type Asker, type Tx } from '../../platform/access.ts'
import { checkHistory } from '../../platform/history.ts'
import { testApp } from '../../platform/testing/app.ts'
import { calendarOf } from './queries/settings.ts'
import { CLOCK_TABLES, keepDate, keepSession } from './testing.ts'

const testing = await testApp()
const { services, organisationId, otherOrganisationId, userId, as, asOther } = testing
const { kysely, owner } = services.database
for (const role of ['reader', 'contributor', 'editor'] as const) await as(role)
await asOther('administrator')
const reader = await userId('reader')
const contributor = await userId('contributor')
const editor = await userId('editor')
const stranger = await userId('administrator', true)
const gone = 'a-user-who-was-deleted'

for (const [organisation, who] of [
  [organisationId, 'ours'],
  [otherOrganisationId, 'theirs'],
] as const)
  for (const visibility of ['organisation', 'public']) {
    const name = `${who} ${visibility}`
    await keepSession(testing, { organisation_id: organisation, name, visibility })
    await keepDate(testing, { organisation_id: organisation, title: name, visibility })
    await keepDate(testing, {
      organisation_id: organisation,
      title: `${name}, taken away`,
      visibility,
      deleted_at: new Date(),
    })
  }
await owner.query(
  `insert into calendar_import (organisation_id, file_name, events, created_by) values ($1, 'ours.ics', '[]', $3), ($2, 'theirs.ics', '[]', $3)`,
  [organisationId, otherOrganisationId, editor],
)
for (const who of [editor, stranger]) {
  await owner.query(`insert into followed (user_id, kind, what) values ($1, 'country', 'COD')`, [who])
  await owner.query(
    `insert into clock_setting (user_id, language, link_number, link_sha256) values ($1, 'en', 1, sha256(convert_to($1, 'utf8')))`,
    [who],
  )
  await owner.query(`insert into reminder (user_id, what, day, days_before) values ($1, 'x', '2090-01-01', 7)`, [who])
}

const NAMES: Record<string, string> = {
  body_session: 'name',
  own_date: 'title',
  calendar_import: 'file_name',
  followed: 'user_id',
  clock_setting: 'user_id',
  reminder: 'user_id',
}

async function seen(asker: Asker, table: string): Promise<string[]> {
  const rows = await reading(
    kysely,
    asker,
    async tx =>
      (
        await sql<{
          name: string
        }>`select ${sql.ref(NAMES[table]!)} as name from ${sql.table(table)} order by 1`.execute(tx)
      ).rows,
  )
  return rows.map(({ name }) => name)
}

test('every table of the clock is walked here', () => {
  expect(Object.keys(NAMES).toSorted()).toEqual(CLOCK_TABLES.toSorted())
})

test('the public sees sessions and dates that were made public, and nothing of what was taken away', async () => {
  for (const asker of [null, gone])
    for (const table of CLOCK_TABLES)
      expect(await seen(asker, table), table).toEqual(
        table === 'body_session' || table === 'own_date' ? ['ours public', 'theirs public'] : [],
      )
})

test('a member sees her organisation’s own as well, and of others only what is public', async () => {
  expect(await seen(reader, 'body_session')).toEqual(['ours organisation', 'ours public', 'theirs public'])
  expect((await seen(reader, 'own_date')).filter(name => name.startsWith('theirs'))).toEqual(['theirs public'])
  expect(await seen(reader, 'calendar_import')).toEqual([])
  expect(await seen(contributor, 'calendar_import')).toEqual(['ours.ics'])
})

test('whom a person follows, when she is reminded and where her calendar is are hers alone', async () => {
  for (const table of ['followed', 'clock_setting', 'reminder']) {
    expect(await seen(editor, table), table).toEqual([editor])
    expect(await seen(reader, table), table).toEqual([])
  }
})

/** What came of it: how many rows, or the error's code. It is taken back. */
async function tried(
  asker: Asker,
  work: (tx: Tx) => Promise<{ numAffectedRows?: bigint | undefined }>,
): Promise<number | string> {
  let done: number | string = 'not asked'
  await changing(kysely, asker, { act: 'try' }, async tx => {
    try {
      done = Number((await work(tx)).numAffectedRows ?? 0)
    } catch (error) {
      done = (error as { code?: string }).code ?? String(error)
    }
    throw new Error('taken back')
  }).catch(error => {
    if (String(error) !== 'Error: taken back') throw error
  })
  return done
}

const SESSION_COLUMNS = sql`(organisation_id, body, name, state, source_title, source_kind, seen_on, visibility, created_by)`
const addSession = (organisation: string, visibility: string, by: string) => (tx: Tx) =>
  sql`insert into body_session ${SESSION_COLUMNS}
    values (${organisation}, 'cedaw', 'New', 'planned', 'Note', 'official', '2026-01-01', ${visibility}, ${by})`.execute(
    tx,
  )
const addDate = (organisation: string, visibility: string, by: string) => (tx: Tx) =>
  sql`insert into own_date (organisation_id, title, starts_on, visibility, created_by)
    values (${organisation}, 'New', '2090-01-01', ${visibility}, ${by})`.execute(tx)

test.each([
  ['session', addSession],
  ['date', addDate],
])(
  'a contributor enters a %s for her organisation, an editor one for everybody, nobody one for others',
  async (_, add) => {
    expect(await tried(contributor, add(organisationId, 'organisation', contributor))).toBe(1)
    expect(await tried(contributor, add(organisationId, 'public', contributor))).toBe('42501')
    expect(await tried(editor, add(organisationId, 'public', editor))).toBe(1)
    expect(await tried(editor, add(organisationId, 'public', contributor))).toBe('42501')
    expect(await tried(reader, add(organisationId, 'organisation', reader))).toBe('42501')
    expect(await tried(editor, add(otherOrganisationId, 'organisation', editor))).toBe('42501')
    expect(await tried(null, add(organisationId, 'organisation', editor))).toBe('42501')
  },
)

test('what everybody sees is changed by editors only, and by nobody of another organisation', async () => {
  for (const table of ['body_session', 'own_date']) {
    const change = (tx: Tx) => sql`update ${sql.table(table)} set note = 'Changed'`.execute(tx)
    const rows = async (asker: Asker) => (await seen(asker, table)).filter(name => name.startsWith('ours')).length
    expect(await tried(editor, change), table).toBe(await rows(editor))
    expect(await tried(contributor, change), table).toBe((await rows(contributor)) - (table === 'own_date' ? 2 : 1))
    expect(await tried(reader, change), table).toBe(0)
    expect(await tried(null, change), table).toBe(0)
    const toPublic = (tx: Tx) =>
      sql`update ${sql.table(table)} set visibility = 'public' where visibility = 'organisation'`.execute(tx)
    expect(await tried(contributor, toPublic), table).toBe('42501')
    expect(await tried(editor, tx => sql`delete from ${sql.table(table)}`.execute(tx)), table).toBe('42501')
  }
})

test('nobody follows in another person’s name, reads the secret of her calendar or writes down a reminder', async () => {
  expect(await tried(editor, tx => sql`insert into followed values (${reader}, 'country', 'COD')`.execute(tx))).toBe(
    '42501',
  )
  expect(
    await tried(editor, tx => sql`insert into clock_setting (user_id, language) values (${reader}, 'en')`.execute(tx)),
  ).toBe('42501')
  expect(await tried(editor, tx => sql`select link_sha256 from clock_setting`.execute(tx))).toBe('42501')
  expect(
    await tried(editor, tx => sql`insert into reminder values (${editor}, 'y', '2090-01-01', 1)`.execute(tx)),
  ).toBe('42501')
  expect(await tried(editor, tx => sql`update followed set what = 'MLI'`.execute(tx))).toBe('42501')
})

test('a calendar’s address leads to its owner, and a wrong one to nobody', async () => {
  const whose = (token: string) => reading(kysely, null, tx => calendarOf(tx, token))
  expect(await whose(editor)).toEqual({ userId: editor, language: 'en' })
  expect(await whose('x'.repeat(43))).toBeUndefined()
})

test('what was entered is in the history, whose chain holds', async () => {
  const { rows } = await owner.query(
    `select distinct relation from history where relation in ('body_session', 'own_date') order by 1`,
  )
  expect(rows).toHaveLength(2)
  expect((await checkHistory(owner)).broken).toEqual([])
})
