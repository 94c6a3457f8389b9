/** What the database holds, table by table, as text: to keep it, to bring it back, and to compare two databases. */
import { createHash } from 'node:crypto'
import { pipeline } from 'node:stream/promises'
import pg from 'pg'
import { from as copyFrom, to as copyTo } from 'pg-copy-streams'
import type { FileStore } from '../files.ts'

const { escapeIdentifier: quoted } = pg

export interface Table {
  /** 'public.item' */
  name: string
  columns: string[]
  /** What rows are sorted by, as SQL; the same rows then always give the same text. */
  order: string
  /** Tables that its rows point to, itself left out. */
  references: string[]
}

export interface Sequence {
  name: string
  /** null: never used. */
  last: string | null
}

/** Everything but the jobs: they are work under way in one installation, not what it knows. */
const OWN_SCHEMAS = `n.nspname not like 'pg\\_%' and n.nspname not in ('information_schema', 'jobs')`

/** The same values must always be written the same way, whatever the server's or the session's habits. */
export const ONE_SPELLING = `set datestyle = 'ISO'; set timezone = 'UTC'; set intervalstyle = 'postgres';
  set extra_float_digits = 1; set bytea_output = 'hex'; set client_encoding = 'UTF8'`

/** All tables, each after those that it refers to. */
export async function tablesOf(client: pg.ClientBase): Promise<Table[]> {
  const { rows } = await client.query<Table>(`
    select n.nspname || '.' || c.relname as name,
      (select array_agg(a.attname::text order by a.attnum) from pg_attribute a
        where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '') as columns,
      coalesce(
        (select string_agg(quote_ident(a.attname) || case when a.attcollation <> 0 then ' collate "C"' else '' end, ', '
            order by array_position(i.indkey::int2[], a.attnum))
          from pg_index i join pg_attribute a on a.attrelid = c.oid and a.attnum = any (i.indkey::int2[])
          where i.indrelid = c.oid and i.indisprimary),
        quote_ident(c.relname) || '::text collate "C"') as order,
      array(select distinct rn.nspname || '.' || r.relname
        from pg_constraint k join pg_class r on r.oid = k.confrelid join pg_namespace rn on rn.oid = r.relnamespace
        where k.conrelid = c.oid and k.contype = 'f' and k.confrelid <> c.oid) as references
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind = 'r' and ${OWN_SCHEMAS}
    order by (n.nspname || '.' || c.relname) collate "C"`)
  return inOrderOfReference(rows)
}

function inOrderOfReference(tables: Table[]): Table[] {
  const ordered = new Set<Table>()
  const visit = (table: Table, above: Table[]) => {
    if (ordered.has(table) || above.includes(table)) return
    for (const other of tables) if (table.references.includes(other.name)) visit(other, [...above, table])
    ordered.add(table)
  }
  for (const table of tables) visit(table, [])
  return [...ordered]
}

/** A table's rows in COPY's text format, as they come. */
export function copyOut(client: pg.ClientBase, { name, columns, order }: Table): AsyncIterable<Buffer> {
  const list = columns.map(quoted).join(', ')
  return client.query(copyTo(`copy (select ${list} from ${qualified(name)} order by ${order}) to stdout`))
}

/** Puts rows in COPY's text format into the table. */
export async function copyIn(
  client: pg.ClientBase,
  { name, columns }: Omit<Table, 'order' | 'references'>,
  rows: AsyncIterable<Buffer>,
) {
  const list = columns.map(quoted).join(', ')
  await pipeline(rows, client.query(copyFrom(`copy ${qualified(name)} (${list}) from stdin`)))
}

/** 'public.item' as SQL. */
export function qualified(name: string): string {
  const [schema = '', table = ''] = name.split('.')
  return `${quoted(schema)}.${quoted(table)}`
}

export async function sequencesOf(client: pg.ClientBase): Promise<Sequence[]> {
  const { rows } = await client.query<Sequence>(`
    select n.nspname || '.' || s.sequencename as name, s.last_value::text as last
    from pg_sequences s join pg_namespace n on n.nspname = s.schemaname
    where ${OWN_SCHEMAS} order by (n.nspname || '.' || s.sequencename) collate "C"`)
  return rows
}

/** The files that are kept and of which a row speaks. One without a row belongs to nobody any more, or not yet. */
export async function filesOfRows(client: pg.ClientBase, files: FileStore): Promise<string[]> {
  const { rows } = await client.query<{ sha256: string }>('select sha256 from public.file')
  const spoken = new Set(rows.map(row => row.sha256))
  const kept: string[] = []
  for await (const sha256 of files.list()) if (spoken.has(sha256)) kept.push(sha256)
  return kept
}

/** SHA-256 of each table's rows, by its name. */
export async function tableDigests(client: pg.ClientBase): Promise<Map<string, string>> {
  const digests = new Map<string, string>()
  for (const table of await tablesOf(client)) {
    const hash = createHash('sha256')
    for await (const rows of copyOut(client, table)) hash.update(rows)
    digests.set(table.name, hash.digest('hex'))
  }
  return digests
}

/** One digest for all that an installation holds: equal when, and only when, its rows and its files are. */
export function digestOf(tables: Iterable<[name: string, sha256: string]>, files: Iterable<string>): string {
  const lines = [...[...tables].map(([name, sha256]) => `${name} ${sha256}`), ...files].sort()
  return createHash('sha256').update(lines.join('\n')).digest('hex')
}

/** The digest of an installation as it is now. @param owner sees every row */
export async function installationDigest(owner: pg.Pool, files: FileStore): Promise<string> {
  const client = await owner.connect()
  try {
    await client.query(ONE_SPELLING)
    await client.query('begin isolation level repeatable read read only')
    const tables = await tableDigests(client)
    return digestOf(tables, await filesOfRows(client, files))
  } finally {
    client.release(true)
  }
}
