/**
 * Rows of every table of the ledger, for tests of who sees what. Each carries its organisation's name and for whom it is: 'Ours me' is
 * for its writer's eyes, 'Ours organisation', 'Ours partners' and 'Ours public' for those, and so is what begins with these words;
 * 'Ours draft' and 'Ours hidden: …' are its organisation's alone, whatever the row itself says.
 */
import { createHash, randomUUID } from 'node:crypto'
import type { TestApp } from './app.ts'

/** How a row of each table is called. */
export const LEDGER_NAMES: Record<string, string> = {
  partnership: 'made_by',
  succession: 'said_by',
  item_link: 'reason',
  commitment: '(select name from all_names n where n.id = t.item_id::text)',
  ledger: '(select name from all_names n where n.id = t.item_id::text)',
  assessment: 'reason',
  reply: 'text',
  saved_view: 'name',
  evidence: 'title',
  evidence_use: 'said_by',
  framework: 'source',
  indicator: 'definition',
  indicator_commitment: 'said_by',
  import: 'file_name',
  import_row: 'line',
  import_mapping: 'name',
  observation: 'source',
  warning_decision: 'reason',
  review_answer: 'reason',
  official_text: 'file_name',
  recommendation: 'theme',
}

type Row = Record<string, unknown>

/** Who the organisations are, besides Ours and Theirs: Friend is Ours' partner, Past was, Silent publishes nothing, Host runs it all. */
export interface LedgerWorld {
  organisations: Record<'Ours' | 'Theirs' | 'Friend' | 'Past' | 'Silent' | 'Host', string>
  /** Ids of plans, their items, frameworks, indicators, words, values and evidence by '<table> <name>'. */
  ids: Map<string, string>
  /** Puts a row in as the owner of the tables, in the name of `who`; gives its id. */
  put: (table: string, row: Row, who?: string) => Promise<string>
}

/** @param writer the user id of the contributor of Ours, who wrote what is for its writer's eyes */
export async function ledgerWorld(testing: TestApp, writer: string, editor: string): Promise<LedgerWorld> {
  const { owner } = testing.services.database
  const ids = new Map<string, string>()
  await owner.query('create table all_names (id text, name text); grant select on all_names to open1325_app')

  async function put(table: string, row: Row, who = writer): Promise<string> {
    const client = await owner.connect()
    try {
      await client.query('begin')
      await client.query(`select set_config('open1325.user', $1, true)`, [who])
      const columns = Object.keys(row)
      const { rows } = await client.query<{ name: string; id?: string; sha256?: string }>(
        `insert into ${table} as t (${columns.join()}) values (${columns.map((_, i) => `$${i + 1}`).join()})
         returning ${LEDGER_NAMES[table] ?? { instrument: 'title', item: 'text', file: 'null' }[table] ?? `''`} as name, t.*`,
        Object.values(row),
      )
      await client.query('commit')
      const [{ name, id = '' }] = rows as [{ name: string; id?: string }]
      ids.set(`${table} ${name}`, id)
      await owner.query('insert into all_names values ($1, $2)', [id, name])
      return id
    } finally {
      client.release()
    }
  }

  async function file(name: string): Promise<Row> {
    const sha256 = createHash('sha256').update(name).digest('hex')
    await owner.query(
      `insert into file (sha256, media_type, bytes) values ($1, 'text/plain', 1) on conflict do nothing`,
      [sha256],
    )
    await owner.query('insert into all_names values ($1, $2)', [sha256, name])
    return { file_sha256: sha256, file_name: name }
  }

  const Ours = testing.organisationId
  const Theirs = testing.otherOrganisationId
  const organisations = {
    Ours,
    Theirs,
    Friend: await testing.newOrganisation('Friend'),
    Past: await testing.newOrganisation('Past'),
    Silent: await testing.newOrganisation('Silent'),
    Host: await testing.newOrganisation('Host', { hosts: true }),
  }
  await owner.query(
    `update organisation set name = case id when $1 then 'Ours' else 'Theirs' end where id in ($1, $2)`,
    [Ours, Theirs],
  )
  const at = (organisation: 'Ours' | 'Theirs') => ({ organisation_id: organisations[organisation] })

  for (const organisation of ['Ours', 'Theirs'] as const)
    for (const state of ['draft', 'public'] as const) {
      const name = `${organisation} ${state}`
      const instrument_id = await put('instrument', {
        ...at(organisation),
        slug: name.replace(' ', '-').toLowerCase(),
        title: name,
        country: 'COD',
        published_at: state === 'public' ? new Date() : null,
      })
      const item_id = await put('item', {
        instrument_id,
        ...at(organisation),
        ref: 1,
        kind: 'action',
        text: name,
        position: 1,
        cites: '[]',
      })
      const framework_id = await put('framework', {
        ...at(organisation),
        code: name.replace(' ', '-').toLowerCase(),
        titles: '{"en":"T"}',
        source: name,
        published_at: state === 'public' ? new Date() : null,
        created_by: writer,
      })
      const passport = { ...at(organisation), framework_id, code: '1', titles: '{"en":"T"}', value_kind: 'number' }
      const indicator_id = await put('indicator', { ...passport, definition: name })
      await put('recommendation', { item_id, instrument_id, ...at(organisation), theme: name, said_by: writer })
      await put('indicator_commitment', { indicator_id, item_id, instrument_id, ...at(organisation), said_by: name })
      await put('official_text', {
        ...(await file(name)),
        ...at(organisation),
        resolution: state === 'draft' ? 1325 : 1820,
        language: 'en',
        paragraphs: '[]',
        added_by: writer,
        published_at: state === 'public' ? new Date() : null,
      })
    }

  const plan = (name: string) => ({ instrument_id: ids.get(`instrument ${name}`), item_id: ids.get(`item ${name}`) })
  for (const [later, earlier, name] of [
    ['Ours public', 'Theirs public', 'Ours public'],
    ['Ours draft', 'Ours public', 'Ours draft'],
    ['Theirs public', 'Theirs draft', 'Theirs hidden: earlier one'],
  ] as const) {
    const organisation = at(later.startsWith('Ours') ? 'Ours' : 'Theirs')
    const { instrument_id, item_id } = plan(later)
    const { instrument_id: earlier_id, item_id: to_item_id } = plan(earlier)
    await put('succession', { instrument_id, earlier_id, ...organisation, relation: 'supersedes', said_by: name })
    await put('item_link', {
      item_id,
      to_item_id,
      instrument_id,
      ...organisation,
      relation: 'continues',
      said_by: writer,
      reason: name,
    })
  }

  // Words on the public plan of Ours, by both; and on the drafts.
  const word = (name: string, visibility: string, on = 'Ours public', more: Row = {}) =>
    put('assessment', {
      ...plan(on),
      ...at(name.startsWith('Ours') ? 'Ours' : 'Theirs'),
      voice: 'civil-society',
      status: 'stalled',
      as_of: '2024-01-01',
      reason: name,
      visibility,
      created_by: writer,
      ...more,
    })
  for (const visibility of ['me', 'organisation', 'partners', 'public']) await word(`Ours ${visibility}`, visibility)
  for (const visibility of ['organisation', 'partners', 'public'])
    await word(`Theirs ${visibility}`, visibility, 'Ours public', { as_of: '2024-02-01' })
  await word('Ours hidden: on a draft', 'public', 'Ours draft')
  await word('Theirs hidden: on a draft', 'public', 'Theirs draft')
  await word('Ours hidden: withdrawn', 'public', 'Ours public', { withdrawn_at: new Date() })
  await word('Ours public, superseded', 'public', 'Ours public', { as_of: '2023-01-01' })
  await put('assessment', {
    ...plan('Ours public'),
    organisation_id: organisations.Silent,
    voice: 'civil-society',
    status: 'done',
    as_of: '2024-01-01',
    reason: 'Silent organisation',
    created_by: writer,
  })
  const about = (assessment: string) => ({
    assessment_id: ids.get(`assessment ${assessment}`),
    instrument_id: plan('Ours public').instrument_id,
  })
  for (const [on, name, more] of [
    ['Ours public', 'Theirs public', {}],
    ['Ours organisation', 'Ours organisation', {}],
    ['Ours partners', 'Ours partners', {}],
    ['Theirs public', 'Ours hidden: withdrawn', { withdrawn_at: new Date() }],
  ] as const)
    await put('reply', {
      ...about(on),
      ...at(name.startsWith('Ours') ? 'Ours' : 'Theirs'),
      text: name,
      created_by: writer,
      ...more,
    })

  for (const visibility of ['me', 'organisation', 'partners', 'public'])
    for (const organisation of ['Ours', 'Theirs'] as const) {
      if (organisation === 'Theirs' && visibility === 'me') continue
      const name = `${organisation} ${visibility}`
      const base = { ...at(organisation), kind: 'file', title: name, consent: 'given', visibility, created_by: writer }
      const evidence_id = await put('evidence', { ...base, ...(await file(`${name}, evidence`)) })
      await put('evidence_use', {
        evidence_id,
        relation: 'assessment',
        used_by: ids.get(`assessment ${name}`),
        ...at(organisation),
        said_by: name,
      })
    }
  const withdrawn = { kind: 'note', title: 'Ours hidden: withdrawn', note: 'n', consent: 'given', visibility: 'public' }
  await put('evidence', { ...at('Ours'), ...withdrawn, withdrawn_at: new Date(), created_by: writer })
  await put('evidence_use', {
    evidence_id: ids.get('evidence Ours public'),
    relation: 'item',
    used_by: ids.get('item Ours draft'),
    ...at('Ours'),
    said_by: 'Ours hidden: for a draft',
  })

  const value = (name: string, visibility: string, more: Row, of = 'Ours public') =>
    put('observation', {
      indicator_id: ids.get(`indicator ${of}`),
      ...at(name.startsWith('Ours') ? 'Ours' : 'Theirs'),
      source: name,
      place: name,
      voice: 'civil-society',
      visibility,
      created_by: writer,
      value_kind: 'number',
      number: 7,
      ...more,
    })
  for (const visibility of ['organisation', 'partners', 'public'])
    for (const organisation of ['Ours', 'Theirs']) await value(`${organisation} ${visibility}`, visibility, {})
  await value('Ours hidden: of a draft', 'public', {}, 'Ours draft')
  await value('Ours hidden: withdrawn', 'public', { withdrawn_at: new Date() })
  const people = { counts_people: true }
  const share = { ...people, value_kind: 'share' }
  await value('Ours hidden: three women', 'public', { ...people, number: 3 })
  await value('Ours hidden: two women, for partners', 'partners', { ...people, number: 2 })
  await value('Ours hidden: two of forty', 'public', { ...share, number: 0.05, numerator: 2, denominator: 40 })
  await value('Ours hidden: a twentieth of forty', 'public', { ...share, number: 0.05, denominator: 40 })
  await value('Ours hidden: half of four', 'public', { ...share, number: 0.5, denominator: 4 })
  await value('Ours public: five', 'public', { ...people, number: 5 })
  await value('Ours public: none', 'public', { ...people, number: 0 })
  await value('Ours public: all forty', 'public', { ...share, number: 1, denominator: 40 })
  await value('Ours public: a share of nobody knows how many', 'public', { ...share, number: 0.6 })
  await value('Ours public: not known', 'public', {
    ...people,
    value_kind: 'missing',
    number: null,
    missing: 'not counted',
  })
  await value('Ours public: three laws', 'public', { number: 3 })

  for (const organisation of ['Ours', 'Theirs'] as const) {
    const name = `${organisation} organisation`
    const base = { ...at(organisation), kind: 'observations' }
    const imported = { ...(await file(`${name}, import`)), file_name: name }
    const import_id = await put('import', { ...base, ...imported, created_by: writer })
    await put('import_row', { import_id, ...at(organisation), number: 1, state: 'new', line: name })
    await put('import_mapping', { ...base, fingerprint: 'f', name, mapping: '{}', saved_by: writer })
    await put('warning_decision', {
      ...at(organisation),
      key: 'k',
      check_name: 'c',
      decision: 'accepted',
      reason: name,
      decided_by: writer,
    })
    await put('saved_view', { ...at(organisation), created_by: writer, name, query: '', shared: true })
  }
  await put('saved_view', { ...at('Ours'), created_by: writer, name: 'Ours me', query: '' })

  const answer = (criterion: string, reviewer: string, reason: string) =>
    put(
      'review_answer',
      {
        instrument_id: plan('Ours public').instrument_id,
        ...at('Ours'),
        criterion,
        edition: '1',
        reviewer,
        answer: 'yes',
        reason,
      },
      reviewer,
    )
  await answer('one', writer, 'Ours me')
  await answer('two', writer, 'Ours, seen by both: first')
  await answer('two', editor, 'Ours, seen by both: second')
  await answer('settled', writer, 'Ours organisation, settled')
  await put('finding', {
    instrument_id: plan('Ours public').instrument_id,
    ...at('Ours'),
    criterion: 'settled',
    edition: '1',
    machine: '{"answer":"yes"}',
    answer: 'yes',
    decided_by: editor,
  })

  const offer = (by: 'Ours' | 'Theirs', name: string, more: Row = {}) =>
    put('partnership', {
      ...at(by),
      token_sha256: Buffer.from(name),
      made_by: name,
      expires_at: '2100-01-01',
      ...more,
    })
  const accepted = { accepted_by: randomUUID(), accepted_at: new Date() }
  await offer('Ours', 'Ours with Friend', { partner_id: organisations.Friend, ...accepted })
  await offer('Ours', 'Ours with Past', { partner_id: organisations.Past, ...accepted, ended_at: new Date() })
  await offer('Ours', 'Ours, open')
  await offer('Theirs', 'Theirs, open')
  await owner.query(
    `insert into invitation (founded_by, voice, role, email, token_sha256, expires_at)
     values ($1, 'government', 'administrator', 'founding@example.org', '\\x02', now() + interval '1 day')`,
    [organisations.Host],
  )
  return { organisations, ids, put }
}
