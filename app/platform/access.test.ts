import { sql } from 'kysely'
import { beforeAll, describe, expect, test } from 'vitest'
import { changing, reading, type Asker } from './access.ts'
import { checkHistory } from './history.ts'
import type { Role } from './http.ts'
import { testApp } from './testing/app.ts'
import { CLOCK_TABLES } from '../features/clock/testing.ts'
import { QUESTIONNAIRE_TABLES } from '../features/questionnaires/testing.ts'
import { REPORT_TABLES } from '../features/reports/testing.ts'
import { STATEMENT_TABLES } from '../features/statements/testing.ts'
import { LEDGER_NAMES } from './testing/ledger-world.ts'

/**
 * Three organisations: Ours and Theirs each have a draft and a published plan, Silent has a draft only. Every row carries the name of
 * its organisation, and those of a plan whether it is public.
 */
const { services, as, asOther, userId, organisationId: ours, otherOrganisationId: theirs } = await testApp()
const { kysely, owner, app, auth } = services.database
const ROLES = ['reader', 'contributor', 'editor', 'administrator'] as const
const askers = new Map<string, Asker>([['nobody', null]])

beforeAll(async () => {
  await owner.query(`update organisation set name = case id when $1 then 'Ours' else 'Theirs' end`, [ours])
  const { rows } = await owner.query<{ id: string }>(`insert into organisation (name) values ('Silent') returning id`)
  for (const role of ROLES) {
    await as(role)
    askers.set(role, await userId(role))
  }
  await asOther()
  askers.set('stranger', await userId('administrator', true))
  askers.set('gone', 'a-user-who-was-deleted')
  const plans: [string, string][] = [
    [ours, 'Ours draft'],
    [ours, 'Ours public'],
    [theirs, 'Theirs draft'],
    [theirs, 'Theirs public'],
    [rows[0]!.id, 'Silent draft'],
  ]
  for (const [organisation, name] of plans) await addPlan(organisation, name)
  for (const organisation of [ours, theirs])
    await owner.query(
      `insert into invitation (organisation_id, role, token_sha256, expires_at) values ($1, 'reader', sha256($2), now() + interval '1 day')`,
      [organisation, Buffer.from(organisation)],
    )
})

async function addPlan(organisation: string, name: string) {
  await owner.query(
    `with f as (insert into file (sha256, media_type, bytes) values (encode(sha256(convert_to($2, 'utf8')), 'hex'), 'application/pdf', 1) returning sha256),
       p as (insert into page (file_sha256, number, width, height, text) select sha256, 1, 1, 1, $2 from f),
       i as (insert into instrument (organisation_id, slug, title, file_sha256, file_name, published_at)
         select $1, replace(lower($2), ' ', '-'), $2, sha256, $2, case when $2 like '%public' then now() end from f returning id),
       r as (insert into reading (instrument_id, organisation_id, state, error) select id, $1, 'failed', $2 from i),
       n as (insert into item (instrument_id, organisation_id, ref, kind, text, position, cites) select id, $1, 1, 'action', $2, 1, '[{}]' from i)
     insert into finding (instrument_id, organisation_id, criterion, edition, machine, answer, decided_by)
       select id, $1, $2, '1', '{"answer":"yes"}', 'yes', 'somebody' from i`,
    [organisation, name],
  )
}

/** How a row of each table is called: by its plan, or by its organisation. */
const NAMES: Record<string, string> = {
  organisation: 'name',
  membership: '(select name from all_organisations o where o.id = organisation_id)',
  colleague: '(select name from all_organisations o where o.id = organisation_id)',
  invitation: '(select name from all_organisations o where o.id = organisation_id)',
  history: `(select name from all_organisations o where o.id = organisation_id)`,
  file: `(select title from all_instruments i where i.file_sha256 = sha256)`,
  page: 'text',
  instrument: 'title',
  reading: 'error',
  item: 'text',
  finding: 'criterion',
}
const OF_PLANS = ['instrument', 'file', 'page', 'item', 'finding']
const OF_MEMBERS = ['membership', 'colleague', 'history']

beforeAll(async () => {
  // What the names are taken from, for a test that looks through the eyes of somebody who may not see them.
  await owner.query(`
    create table all_organisations as select id, name from organisation;
    create table all_instruments as select title, file_sha256 from instrument;
    grant select on all_organisations, all_instruments to open1325_app`)
})

async function seen(asker: Asker, table: string): Promise<string[]> {
  const names = await reading(kysely, asker, async tx => {
    const { rows } = await sql<{ name: string }>`
      select distinct ${sql.raw(NAMES[table]!)} as name from ${sql.table(table)} t order by 1`.execute(tx)
    return rows
  })
  return names.map(row => row.name)
}

test('every table that the application can read is walked, here, with the ledger’s, the questionnaires’, the reports’, the clock’s or the statements’', async () => {
  const { rows } = await owner.query<{ name: string }>(`
    select relname as name from pg_class
    where relnamespace = 'public'::regnamespace and relkind in ('r', 'v', 'm', 'p') and relname not like 'all\\_%'
      and has_any_column_privilege('open1325_app', oid, 'select')`)
  expect(rows.map(row => row.name).toSorted()).toEqual(
    [
      ...Object.keys(NAMES),
      ...Object.keys(LEDGER_NAMES),
      ...QUESTIONNAIRE_TABLES,
      ...REPORT_TABLES,
      ...CLOCK_TABLES,
      ...STATEMENT_TABLES,
    ].toSorted(),
  )
})

describe.each(['nobody', 'gone'])('%s', who => {
  test.each(OF_PLANS)('sees of %s what belongs to published plans', async table => {
    expect(await seen(askers.get(who)!, table)).toEqual(['Ours public', 'Theirs public'])
  })
  test('sees the names of organisations that have published something', async () => {
    expect(await seen(askers.get(who)!, 'organisation')).toEqual(['Ours', 'Theirs'])
  })
  test.each([...OF_MEMBERS, 'invitation', 'reading'])('sees nothing of %s, and cannot count it', async table => {
    expect(await seen(askers.get(who)!, table)).toEqual([])
  })
})

describe.each(ROLES)('a %s', role => {
  test.each(OF_PLANS)('sees of %s what is public, and all that is ours', async table => {
    expect(await seen(askers.get(role)!, table)).toEqual(['Ours draft', 'Ours public', 'Theirs public'])
  })
  test.each(OF_MEMBERS)('sees of %s only what is ours', async table => {
    expect(await seen(askers.get(role)!, table)).toEqual(['Ours'])
  })
  test('sees the readings of our plans only', async () => {
    expect(await seen(askers.get(role)!, 'reading')).toEqual(['Ours draft', 'Ours public'])
  })
  test('sees invitations only as an administrator', async () => {
    expect(await seen(askers.get(role)!, 'invitation')).toEqual(role === 'administrator' ? ['Ours'] : [])
  })
})

test('an administrator of another organisation sees none of our drafts', async () => {
  for (const table of OF_PLANS) expect(await seen(askers.get('stranger')!, table)).not.toContain('Ours draft')
  for (const table of OF_MEMBERS) expect(await seen(askers.get('stranger')!, table)).toEqual(['Theirs'])
})

test('a membership that ended opens nothing', async () => {
  const id = askers.get('reader')!
  await owner.query(`update membership set until = now() where user_id = $1`, [id])
  expect(await seen(id, 'instrument')).toEqual(['Ours public', 'Theirs public'])
  await owner.query(`update membership set until = null where user_id = $1`, [id])
})

/** Tries a statement as somebody, then takes it back. Gives how many rows it changed, or 'refused' by the database. */
async function tries(asker: Asker, statement: string): Promise<number | 'refused'> {
  class TakenBack extends Error {}
  let changed = 0
  try {
    await changing(kysely, asker, { act: 'try' }, async tx => {
      const { numAffectedRows, rows } = await sql.raw(statement).execute(tx)
      changed = Number(numAffectedRows ?? rows.length)
      throw new TakenBack()
    })
  } catch (error) {
    if (!(error instanceof TakenBack)) {
      // 42501: no privilege; the others: a view, which takes no changes at all.
      expect(['42501', '55000', '42809'], statement).toContain((error as { code?: string }).code)
      return 'refused'
    }
  }
  return changed
}

const columns = new Map<string, string[]>()
beforeAll(async () => {
  const { rows } = await owner.query<{ table: string; column: string }>(
    `select table_name as table, column_name as column from information_schema.columns where table_schema = 'public'`,
  )
  for (const { table, column } of rows) columns.set(table, [...(columns.get(table) ?? []), column])
})

test.each(Object.keys(NAMES))('of %s, no row of somebody else can be changed, column by column', async table => {
  for (const [who, asker] of askers) {
    const foreign = who === 'stranger' ? 'Ours' : who === 'nobody' || who === 'gone' ? '' : 'Theirs'
    for (const column of columns.get(table)!) {
      const statement = `update ${table} t set "${column}" = "${column}" where ${NAMES[table]} like '${foreign}%'`
      expect([0, 'refused'], `${who}: ${statement}`).toContain(await tries(asker, statement))
    }
  }
})

test.each(Object.keys(NAMES))('of %s, nobody can delete or empty anything', async table => {
  for (const asker of askers.values()) {
    expect(await tries(asker, `delete from ${table}`)).toBe('refused')
    expect(await tries(asker, `truncate ${table} cascade`)).toBe('refused')
  }
})

/** What each role may do to our own rows: 1 row changed, or none. */
const least = (role: Role, needed: Role) => (ROLES.indexOf(role) >= ROLES.indexOf(needed) ? 1 : 0)

test.each(ROLES)('what a %s may change of our own', async role => {
  const asker = askers.get(role)!
  const changes: [string, Role][] = [
    [`update item set text = 'x' where text = 'Ours draft'`, 'contributor'],
    [`update item set text = 'x' where text = 'Ours public'`, 'editor'],
    [`update instrument set title = 'x' where title = 'Ours draft'`, 'contributor'],
    [`update finding set answer = 'no', reason = 'x' where criterion = 'Ours draft'`, 'editor'],
    [`update organisation set name = 'x' where id = '${ours}'`, 'administrator'],
    [`update membership set role = 'editor' where user_id = '${askers.get('reader')}'`, 'administrator'],
    [`update invitation set revoked_at = now() where organisation_id = '${ours}'`, 'administrator'],
  ]
  for (const [statement, needed] of changes) expect(await tries(asker, statement), statement).toBe(least(role, needed))
})

test.each(ROLES)('what a %s may add', async role => {
  const asker = askers.get(role)!
  const instrument = (organisation: string, published: string) =>
    `insert into instrument (organisation_id, slug, title, file_sha256, file_name, published_at)
     select '${organisation}', 'new', 'New', file_sha256, 'n', ${published} from instrument where slug = 'theirs-public'`
  const invitation = (organisation: string) =>
    `insert into invitation (organisation_id, role, token_sha256, expires_at) values ('${organisation}', 'administrator', '\\x01', now())`
  const allowed = (needed: Role) => (least(role, needed) ? 1 : 'refused')
  expect(await tries(asker, instrument(ours, 'null'))).toBe(allowed('contributor'))
  expect(await tries(asker, instrument(ours, 'now()'))).toBe('refused')
  expect(await tries(asker, instrument(theirs, 'null'))).toBe('refused')
  expect(await tries(asker, invitation(ours))).toBe(allowed('administrator'))
  expect(await tries(asker, invitation(theirs))).toBe('refused')
  for (const table of ['organisation', 'membership', 'history', 'file', 'page'])
    expect(await tries(asker, `insert into ${table} select * from ${table} limit 1`)).toBe('refused')
})

test('what was read from our plans cannot be moved to another organisation, nor under its plans', async () => {
  const editor = askers.get('administrator')!
  const foreign = `(select id from instrument where title = 'Theirs public')`
  for (const [table, name] of [
    ['reading', 'error'],
    ['item', 'text'],
    ['finding', 'criterion'],
  ] as const) {
    const own = `where ${name} = 'Ours public'`
    expect(await tries(editor, `update ${table} set organisation_id = '${theirs}' ${own}`)).toBe('refused')
    expect(await tries(editor, `update ${table} set instrument_id = ${foreign} ${own}`)).toBe('refused')
  }
  const reading = `insert into reading (instrument_id, organisation_id) values (${foreign}, '${ours}')`
  expect(await tries(editor, reading)).toBe('refused')
})

test('publishing, keeping files and pages, removing drafts, links to passwords: none of it for those who may not', async () => {
  const { rows } = await owner.query(`select id, file_sha256 from instrument where title = 'Ours draft'`)
  const { id, file_sha256: file } = rows[0]
  const acts: [string, Role][] = [
    [`select from app.publish('${id}', true) as done where done`, 'editor'],
    [`select from app.remove_draft('${id}') as done where done`, 'editor'],
    [`select app.keep_pages('${file}', '[]')`, 'contributor'],
    [`select app.make_reset_link('${askers.get('reader')}', 'token', false)`, 'administrator'],
  ]
  for (const [who, asker] of askers)
    for (const [statement, needed] of acts) {
      const may = ROLES.includes(who as Role) && least(who as Role, needed)
      const done = await tries(asker, statement)
      expect(done === 1, `${who}: ${statement}`).toBe(Boolean(may))
    }
  expect(await tries(null, `select app.keep_file(repeat('0', 64), 'application/pdf', 1)`)).toBe('refused')
  expect(await tries(null, `select app.accept_invitation('token', 'Mine')`)).toBe('refused')
})

test('the application cannot read passwords, sessions or links, and sign-in cannot read plans', async () => {
  const { rows } = await owner.query<{ name: string }>(
    `select format('auth.%I', tablename) as name from pg_tables where schemaname = 'auth'`,
  )
  expect(rows.length).toBeGreaterThan(7)
  for (const { name } of rows) await expect(app.query(`select from ${name}`)).rejects.toThrow('permission denied')
  for (const table of Object.keys(NAMES))
    await expect(auth.query(`select from public.${table}`)).rejects.toThrow('permission denied')
  await expect(auth.query('select from auth.reset_link')).rejects.toThrow('permission denied')
})

test('the history can be rewritten by nobody, not even by the owner of the tables', async () => {
  for (const statement of [`update history set who = 'another'`, 'delete from history', 'truncate history'])
    await expect(owner.query(statement)).rejects.toThrow('history is append-only')
})

test('what was changed through the application verifies', async () => {
  await changing(kysely, askers.get('administrator')!, { act: 'organisation.rename', why: 'a better name' }, tx =>
    tx.updateTable('organisation').set({ name: 'Ours and more' }).where('id', '=', ours).execute(),
  )
  const { broken } = await checkHistory(owner)
  expect(broken).toEqual([])
})

test('a transaction that only reads cannot write', async () => {
  const write = reading(kysely, askers.get('administrator')!, tx =>
    tx.updateTable('organisation').set({ name: 'x' }).where('id', '=', ours).execute(),
  )
  await expect(write).rejects.toThrow('read-only transaction')
})
