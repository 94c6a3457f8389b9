/** Checks that nobody rewrote the history: its chain of hashes, and the rows as the history left them. */
import pg from 'pg'

export interface HistoryCheck {
  /** How many changes the history holds. */
  changes: number
  /** The hash of the last one, in hexadecimal: whoever keeps it elsewhere can tell if the end was cut off. */
  last: string | null
  /** One sentence for each thing that is broken, with its id. */
  broken: string[]
}

/** @param owner sees every row */
export async function checkHistory(owner: pg.Pool): Promise<HistoryCheck> {
  const client = await owner.connect()
  try {
    await client.query('begin isolation level repeatable read read only')
    const { rows } = await client.query<{ changes: number; last: string | null }>(
      `select count(*) as changes, (select encode(hash, 'hex') from history order by id desc limit 1) as last from history`,
    )
    const broken = [
      ...(await brokenLinks(client)),
      ...(await rowsBesideHistory(client)),
      ...(await rowsThatCameTogether(client)),
    ]
    await client.query('commit')
    return { changes: rows[0]?.changes ?? 0, last: rows[0]?.last ?? null, broken }
  } finally {
    client.release(true)
  }
}

interface Link {
  id: number
  before: number
  altered: boolean
  detached: boolean
}

async function brokenLinks(client: pg.ClientBase): Promise<string[]> {
  const { rows } = await client.query<Link>(`
    select id, before, altered, detached from (
      select id, coalesce(lag(id) over w, 0) as before,
        hash is distinct from app.history_hash(history) as altered,
        previous is distinct from lag(hash) over w as detached
      from history window w as (order by id)
    ) link where id <> before + 1 or altered or detached order by id`)
  return rows.flatMap(({ id, before, altered, detached }) => {
    const missing = id - before - 1
    return [
      ...(missing === 1 ? [`Change ${before + 1} is missing.`] : []),
      ...(missing > 1 ? [`Changes ${before + 1} to ${id - 1} are missing.`] : []),
      ...(altered ? [`Change ${id} was altered: its hash is not that of its content.`] : []),
      ...(detached && missing === 0
        ? [`Change ${id} does not follow ${before === 0 ? 'nothing' : before}: the chain is broken.`]
        : []),
    ]
  })
}

/** Its rows are made from the data files at each start, and have no history. */
const LIBRARY = '00000000-0000-4000-8000-000000001325'

/** Each audited row must be what its last change says that it became. Columns that came later are not spoken of. */
async function rowsBesideHistory(client: pg.ClientBase): Promise<string[]> {
  const { rows: audited } = await client.query<{ relation: string; keys: string[] }>(`
    select distinct c.relname as relation,
      (select array_agg(key order by n) from unnest(string_to_array(encode(t.tgargs, 'escape'), '\\000'))
        with ordinality as k (key, n) where n <= t.tgnargs) as keys
    from pg_trigger t join pg_class c on c.oid = t.tgrelid
    where t.tgfoid = 'app.record_history'::regproc order by 1`)
  const broken: string[] = []
  for (const { relation, keys } of audited) {
    const { rows } = await client.query<{ key: string; what: string }>(
      `with alone as (
         select distinct on (row_key) row_key, id, after from history
         where relation = $1 and not coalesce(after ? 'rows' and after ?| array['sha256', 'became'], false) order by row_key, id desc
       ), together as (
         select row_key, max(id) as id, jsonb_object_agg(name, value) as became from (
           select distinct on (row.key, part.key) row.key as row_key, h.id, part.key as name, part.value
           from history h, jsonb_each(h.after -> 'became') row, jsonb_each(row.value) part
           where h.relation = $1 and h.after ?& array['rows', 'became']
             and h.id > coalesce((select a.id from alone a where a.row_key = row.key), 0)
           order by row.key, part.key, h.id desc) latest
         group by row_key
       ), told as (
         select row_key, coalesce(t.id, a.id) as id, a.id is not null as is_whole,
           case when a.id is null then t.became when t.id is null then a.after else a.after || t.became end as after
         from alone a full join together t using (row_key)
       ), there as materialized (
         select (select string_agg(to_jsonb(t) ->> key, '/' order by n) from unnest($2::text[]) with ordinality as k (key, n)) as row_key,
           to_jsonb(t) as now
         from public.${pg.escapeIdentifier(relation)} t
         where coalesce(to_jsonb(t) ->> 'organisation_id', to_jsonb(t) ->> 'id') is distinct from $3
       )
       select key, case when is_unknown then 'is not in the history'
           when now is null then 'is gone, which the history does not know (change ' || id || ')'
           when after is null then 'is there, though the history says that it was removed (change ' || id || ')'
           else 'is not as the history left it (change ' || id || ')' end as what
       from (
         select coalesce(told.row_key, there.row_key) as key, told.id, told.after, there.now,
           now is not null and told.is_whole is not true and not exists (select from history b where b.relation = $1
             and b.row_key = there.now ->> 'change' and b.after ?& array['rows', 'sha256']) as is_unknown
         from told full join there using (row_key)) each_row
       where is_unknown or (id is not null and (now is null) <> (after is null)) or (now <> after and exists (
         select from jsonb_each(after) e where now ? e.key and now -> e.key <> e.value))
       order by 1`,
      [relation, keys, LIBRARY],
    )
    broken.push(...rows.map(({ key, what }) => `The ${relation} ${key} ${what}.`))
  }
  return broken
}

/** Values that came in one statement have one line of history, with the digest of what never changes of them. */
async function rowsThatCameTogether(client: pg.ClientBase): Promise<string[]> {
  const { rows } = await client.query<{ id: number }>(`
    select h.id from history h
    where h.relation = 'observation' and h.after ?& array['rows', 'sha256']
      and (h.after ->> 'sha256', (h.after ->> 'rows')::bigint) is distinct from (
        select (encode(sha256(string_agg(app.fixed_digest(o), ''::bytea order by o.id)), 'hex'), count(*))
        from observation o
        where o.change = h.change and o.organisation_id = h.organisation_id
          and not exists (select from history s where s.relation = 'observation' and s.row_key = o.id::text and s.before is null)
      )
    order by h.id`)
  return rows.map(({ id }) => `The values that change ${id} brought are not as they were.`)
}
