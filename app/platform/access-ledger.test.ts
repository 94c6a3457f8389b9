import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { beforeAll, describe, expect, test } from 'vitest'
import { changing, reading, type Asker, type Tx } from './access.ts'
import type { Role } from './http.ts'
import { testApp } from './testing/app.ts'
import { LEDGER_NAMES, ledgerWorld, type LedgerWorld } from './testing/ledger-world.ts'

const testing = await testApp()
const { services, as, asOther, userId, newPerson } = testing
const { kysely, owner } = services.database
const ROLES = ['reader', 'contributor', 'editor', 'administrator'] as const
const TABLES = Object.keys(LEDGER_NAMES)

/** Everybody who may ask, and of which organisation. */
const askers = new Map<string, { id: Asker; of: string | null; role: Role | null }>([
  ['nobody', { id: null, of: null, role: null }],
  ['gone', { id: 'a-user-who-was-deleted', of: null, role: null }],
])
const WHO = ['nobody', 'gone', 'stranger', 'partner', 'former partner', 'host', ...ROLES]
let world: LedgerWorld

beforeAll(async () => {
  for (const role of ROLES) {
    await as(role)
    askers.set(role, { id: await userId(role), of: 'Ours', role })
  }
  await asOther()
  askers.set('stranger', { id: await userId('administrator', true), of: 'Theirs', role: 'administrator' })
  world = await ledgerWorld(testing, askers.get('contributor')!.id!, askers.get('editor')!.id!)
  for (const [who, of] of [
    ['partner', 'Friend'],
    ['former partner', 'Past'],
    ['host', 'Host'],
  ] as const) {
    const { userId: id } = await newPerson({ [world.organisations[of]]: 'administrator' })
    askers.set(who, { id, of, role: 'administrator' })
  }
  await owner.query(`
    create function touched_by_this(relation text, name text) returns text[] language plpgsql security definer as $$
    declare names text[];
    begin
      execute format('select array_agg(%s order by 1) from public.%I t where xmin::text::bigint >= pg_current_xact_id()::text::bigint',
        name, relation) into names;
      return coalesce(names, '{}');
    end $$;
    grant execute on function touched_by_this to open1325_app`)
})

const atLeast = (role: Role | null, needed: Role) => role !== null && ROLES.indexOf(role) >= ROLES.indexOf(needed)

/** Whether somebody may see a row, by what it is called. */
function maySee(who: string, table: string, name: string): boolean {
  const { of, role } = askers.get(who)!
  const mine = of !== null && name.startsWith(of)
  if (table === 'partnership') return mine || (of !== null && name.endsWith(of))
  if (/^\w+ me\b/.test(name)) return who === 'contributor'
  if (name.includes('seen by both')) return who === 'contributor' || who === 'editor'
  if (mine) return table.startsWith('import_') ? atLeast(role, 'contributor') : true
  return /^\w+ public/.test(name) || (name.startsWith('Ours partners') && who === 'partner')
}

const namesIn = async (tx: Tx, table: string, name: string) => {
  const { rows } = await sql<{ name: string }>`select ${sql.raw(name)} as name from ${sql.table(table)} t`.execute(tx)
  return rows.map(row => row.name).toSorted()
}

/** How all the rows are called, whoever sees them. */
async function allOf(table: string, name = LEDGER_NAMES[table]!): Promise<string[]> {
  const { rows } = await owner.query<{ name: string }>(`select ${name} as name from ${table} t`)
  return rows.map(row => row.name).toSorted()
}

describe.each(WHO)('%s', who => {
  test.each(TABLES)('sees of %s what is meant for her eyes, and cannot count the rest', async table => {
    // The ledger has no rows of its own: it shows those of `commitment`.
    const all = await allOf(table === 'ledger' ? 'commitment' : table)
    expect(all.length).toBeGreaterThan(1)
    const seen = await reading(kysely, askers.get(who)!.id, tx => namesIn(tx, table, LEDGER_NAMES[table]!))
    expect(seen).toEqual(all.filter(name => maySee(who, table, name)))
  })

  test('sees the files behind it, and no others', async () => {
    const name = '(select name from all_names n where n.id = t.sha256)'
    const seen = await reading(kysely, askers.get(who)!.id, tx => namesIn(tx, 'file', name))
    expect(seen).toEqual((await allOf('file', name)).filter(each => maySee(who, 'file', each)))
  })

  test('sees the organisations that speak to her', async () => {
    const seen = await reading(kysely, askers.get(who)!.id, tx => namesIn(tx, 'organisation', 'name'))
    const { of } = askers.get(who)!
    const others = { Ours: ['Friend'], Host: ['Friend', 'Past', 'Silent'] }[of ?? ''] ?? []
    expect(seen).toEqual([...new Set(['Ours', 'Theirs', ...(of ? [of] : []), ...others])].toSorted())
  })

  test('sees founding invitations only as an administrator of the host', async () => {
    const seen = await reading(kysely, askers.get(who)!.id, tx => namesIn(tx, 'invitation', 'email'))
    expect(seen).toEqual(who === 'host' ? ['founding@example.org'] : [])
  })

  test('finds in the history nothing that she may not see', async () => {
    const { rows } = await reading(kysely, askers.get(who)!.id, tx =>
      sql<{ organisation: string; name: string; relation: string }>`
        select relation, coalesce(after ->> 'reason', after ->> 'said_by',
          (select name from all_names n where n.id = row_key), '') as name,
          (select o.name from organisation o where o.id = organisation_id) as organisation from history`.execute(tx),
    )
    const { of, role } = askers.get(who)!
    expect(rows.filter(row => row.organisation !== of)).toEqual([])
    const secret = ['assessment', 'evidence', 'evidence_use', 'review_answer']
    const told = rows.filter(row => secret.includes(row.relation))
    expect(told.filter(row => !maySee(who, row.relation, row.name))).toEqual([])
    if (of === 'Ours' && role) expect(told.map(row => row.name)).toContain('Ours organisation, settled')
  })

  /** One statement in a transaction of its own that is taken back. Gives what it touched, whoever sees it, or the error's code. */
  async function tried(tx: Tx, table: string, statement: string): Promise<string[] | string> {
    await sql`savepoint try`.execute(tx)
    try {
      await sql.raw(statement).execute(tx)
      const { rows } = await sql<{ names: string[] }>`
        select touched_by_this(${table}, ${LEDGER_NAMES[table]!}) as names`.execute(tx)
      return rows[0]!.names
    } catch (error) {
      return (error as { code?: string }).code ?? String(error)
    } finally {
      await sql`rollback to savepoint try`.execute(tx)
    }
  }

  test('changes and deletes nothing of others, not even blindly', async () => {
    const { rows: columns } = await owner.query<{ table: string; column: string }>(
      `select table_name as table, column_name as column from information_schema.columns
       where table_schema = 'public' and table_name = any ($1) order by 1, 2`,
      [TABLES],
    )
    const { id, of, role } = askers.get(who)!
    await changing(kysely, id, { act: 'try' }, async tx => {
      for (const table of TABLES) {
        const statements = columns
          .filter(column => column.table === table)
          .map(({ column }) => `update ${table} set "${column}" = "${column}"`)
        for (const statement of [...statements, `delete from ${table}`]) {
          const done = await tried(tx, table, statement)
          if (typeof done === 'string') expect(['42501', '55000'], statement).toContain(done)
          else
            for (const name of done) {
              const own = of !== null && (name.startsWith(of) || (table === 'partnership' && name.endsWith(of)))
              expect(own && maySee(who, table, name), `${statement}: ${name}`).toBe(true)
              const least =
                table === 'saved_view' ? 'reader' : table === 'partnership' ? 'administrator' : 'contributor'
              expect(atLeast(role, least), `${statement}: ${name}`).toBe(true)
              // What the public or partners read is an editor's to change; evidence can be taken back by who added it.
              if (/ (public|partners)/.test(name) && !table.startsWith('evidence') && table !== 'review_answer')
                expect(atLeast(role, 'editor'), `${statement}: ${name}`).toBe(true)
            }
        }
      }
    })
  })

  test('adds nothing in the name of another organisation or person, and of her own what her role allows', async () => {
    const { rows: grants } = await owner.query<{ table: string; columns: string[] }>(
      `select table_name as table, array_agg(column_name::text) as columns from information_schema.column_privileges
       where grantee = 'open1325_app' and privilege_type = 'INSERT' and table_schema = 'public' group by 1`,
    )
    const granted = new Map(grants.map(grant => [grant.table, grant.columns]))
    const { id, of } = askers.get(who)!
    await changing(kysely, id, { act: 'try' }, async tx => {
      for (const table of TABLES) {
        const columns = granted.get(table)
        if (!columns) {
          expect(await tried(tx, table, `insert into ${table} select * from ${table}`), table).toMatch(/42501|55000/)
          continue
        }
        const { rows } = await owner.query<{ name: string; row: Record<string, unknown> }>(
          `select ${LEDGER_NAMES[table]} as name, to_jsonb(t) as row from ${table} t`,
        )
        for (const { name, row } of rows) {
          const signed = (by: Asker) => {
            const signature = Object.keys(row).filter(key =>
              /^(created|said|added|decided|saved|made)_by$|^reviewer$/.test(key),
            )
            const copy = { ...row, ...Object.fromEntries(signature.map(key => [key, by])) }
            return 'id' in copy ? { ...copy, id: randomUUID() } : copy
          }
          const insert = (copy: object) => {
            const json = JSON.stringify(copy).replaceAll("'", "''")
            const list = columns.map(column => `"${column}"`).join()
            return `insert into ${table} (${list}) select ${list} from jsonb_populate_record(null::${table}, '${json}')`
          }
          const asSomebody = await tried(tx, table, insert(signed('somebody else')))
          if (!['indicator', 'import_row'].includes(table)) expect(asSomebody, `${name} by another`).toBe('42501')
          const done = await tried(tx, table, insert(signed(id)))
          const own = of !== null && name.startsWith(of)
          const allowed = own && mayAdd(who, table, name, row)
          // Past the policies, a row that is there already, or one whose file is, may still be refused as such.
          if (allowed)
            expect(Array.isArray(done) || done === '23505', `${table}: ${name}: ${done.toString()}`).toBe(true)
          else expect(done, `${table}: ${name}`).toBe('42501')
        }
      }
    })
  })
})

/** Which of her own organisation's rows a person of this role may add once more, in her own name. */
function mayAdd(who: string, table: string, name: string, row: Record<string, unknown>): boolean {
  const { role } = askers.get(who)!
  const forOthers = row.visibility === 'public' || row.visibility === 'partners'
  const onPublic = row.published_at != null || / public/.test(name)
  switch (table) {
    case 'partnership':
      return atLeast(role, 'administrator')
    case 'saved_view':
      return atLeast(role, 'reader')
    case 'reply':
      // Each answers once.
      return false
    case 'assessment':
    case 'evidence':
    case 'observation':
      return atLeast(role, forOthers ? 'editor' : 'contributor')
    case 'framework':
    case 'indicator':
    case 'indicator_commitment':
    case 'succession':
    case 'item_link':
    case 'recommendation':
      return atLeast(role, onPublic ? 'editor' : 'contributor')
    case 'official_text':
      return atLeast(role, 'contributor') && row.published_at === null
    case 'evidence_use':
      return atLeast(role, 'contributor') && maySee(who, table, name)
    default:
      return atLeast(role, 'contributor')
  }
}
