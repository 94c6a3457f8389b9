/** Which word stands when several were said, and what each function of the schema does for whom. */
import { sql } from 'kysely'
import { beforeAll, describe, expect, test } from 'vitest'
import { changing, reading, type Asker, type Tx } from './access.ts'
import { newToken } from './sign-in.ts'
import { testApp } from './testing/app.ts'
import { ledgerWorld, type LedgerWorld } from './testing/ledger-world.ts'

const testing = await testApp()
const { services, as, asOther, userId, newPerson, organisationId: ours } = testing
const { kysely, owner } = services.database
const ROLES = ['reader', 'contributor', 'editor', 'administrator'] as const
const askers = new Map<string, Asker>([
  ['nobody', null],
  ['gone', 'a-user-who-was-deleted'],
])
let world: LedgerWorld

beforeAll(async () => {
  for (const role of ROLES) {
    await as(role)
    askers.set(role, await userId(role))
  }
  await asOther()
  askers.set('stranger', await userId('administrator', true))
  world = await ledgerWorld(testing, askers.get('contributor')!, askers.get('editor')!)
  for (const [who, of] of [
    ['partner', 'Friend'],
    ['host', 'Host'],
  ] as const)
    askers.set(who, (await newPerson({ [world.organisations[of]]: 'administrator' })).userId)
})

class TakenBack extends Error {}

/** What `work` gives as this asker; whatever it changed is taken back. An error's code where the database refuses. */
async function trying<T>(who: string, work: (tx: Tx) => Promise<T>): Promise<T | string> {
  let given: T | string = ''
  try {
    await changing(kysely, askers.get(who)!, { act: 'try' }, async tx => {
      given = await work(tx)
      throw new TakenBack()
    })
  } catch (error) {
    if (!(error instanceof TakenBack)) return (error as { code?: string }).code ?? String(error)
  }
  return given
}

const asks = <T>(who: string, expression: string) =>
  trying(who, async tx => {
    const { rows } = await sql<{ answer: T }>`select ${sql.raw(expression)} as answer`.execute(tx)
    return rows[0]!.answer
  })

/** Who gets `given` for an expression, of all who may ask. */
async function whoGets(expression: string, given: unknown): Promise<string[]> {
  const who: string[] = []
  for (const each of askers.keys()) if ((await asks(each, expression)) === given) who.push(each)
  return who
}

const id = (name: string) => world.ids.get(name)!

describe('which word stands', () => {
  let item: string
  let n = 0
  const say = (asOf: string, visibility: string, more: object = {}) =>
    world.put('assessment', {
      item_id: item,
      instrument_id: id('instrument Ours public'),
      organisation_id: ours,
      voice: 'civil-society',
      status: 'stalled',
      as_of: asOf,
      reason: `${asOf} ${visibility} ${n++}`,
      visibility,
      created_by: askers.get('contributor'),
      ...more,
    })
  const standing = (who: string) =>
    reading(kysely, askers.get(who)!, async tx => {
      const rows = await tx
        .selectFrom('assessment')
        .select(sql<string>`to_char(as_of, 'YYYY-MM-DD ') || visibility`.as('word'))
        .where('item_id', '=', item)
        .where('superseded_by', 'is', null)
        .where('withdrawn_at', 'is', null)
        .orderBy('as_of')
        .orderBy('created_at')
        .execute()
      return rows.map(row => row.word)
    })
  const freshItem = async () => {
    item = await world.put('item', {
      instrument_id: id('instrument Ours public'),
      organisation_id: ours,
      ref: 100 + n++,
      kind: 'action',
      text: `another promise ${n}`,
      position: 100 + n,
      cites: '[]',
    })
  }

  test('a word of an earlier date that is entered later does not take the place of a later one', async () => {
    await freshItem()
    await say('2024-06-01', 'public')
    await say('2023-01-01', 'public')
    await say('2024-01-01', 'public')
    expect(await standing('nobody')).toEqual(['2024-06-01 public'])
    const { rows } = await owner.query(
      `select to_char(a.as_of, 'YYYY') as of, to_char(b.as_of, 'YYYY-MM') as by from assessment a join assessment b on b.id = a.superseded_by
       where a.item_id = $1 order by a.as_of`,
      [item],
    )
    expect(rows).toEqual([
      { of: '2023', by: '2024-01' },
      { of: '2024', by: '2024-06' },
    ])
  })

  test('of two words of one day, the one that was entered later stands', async () => {
    await freshItem()
    await say('2024-06-01', 'public', { status: 'under-way' })
    await say('2024-06-01', 'public', { status: 'done' })
    const { rows } = await owner.query(`select status from assessment where item_id = $1 and superseded_by is null`, [
      item,
    ])
    expect(rows).toEqual([{ status: 'done' }])
  })

  test('what fewer may see never hides from the others what they may see', async () => {
    await freshItem()
    await say('2024-01-01', 'public')
    await say('2024-02-01', 'partners')
    await say('2024-03-01', 'organisation')
    await say('2024-04-01', 'me')
    expect(await standing('nobody')).toEqual(['2024-01-01 public'])
    expect(await standing('partner')).toEqual(['2024-01-01 public', '2024-02-01 partners'])
    expect(await standing('reader')).toEqual(['2024-01-01 public', '2024-02-01 partners', '2024-03-01 organisation'])
    expect(await standing('contributor')).toContain('2024-04-01 me')
    // Made public, the latest takes the place of all of them.
    await owner.query(
      `update assessment set visibility = 'public' where item_id = $1 and visibility = 'organisation'`,
      [item],
    )
    expect(await standing('nobody')).toEqual(['2024-03-01 public'])
    expect(await standing('reader')).toEqual(['2024-03-01 public'])
  })

  test('a word for its writer’s eyes hides nothing from a colleague, nor hers from her', async () => {
    await freshItem()
    await say('2024-01-01', 'me')
    await say('2024-02-01', 'me', { created_by: askers.get('editor') })
    expect(await standing('contributor')).toEqual(['2024-01-01 me'])
    expect(await standing('editor')).toEqual(['2024-02-01 me'])
  })

  test('a word that is withdrawn gives its place back to the one before; another voice or organisation stands beside it', async () => {
    await freshItem()
    await say('2024-01-01', 'public')
    const later = await say('2024-02-01', 'public')
    await say('2024-03-01', 'public', { voice: 'government', source: 'A report' })
    await say('2024-04-01', 'public', { organisation_id: world.organisations.Friend })
    expect(await standing('nobody')).toEqual(['2024-02-01 public', '2024-03-01 public', '2024-04-01 public'])
    await owner.query('update assessment set withdrawn_at = now() where id = $1', [later])
    expect(await standing('nobody')).toEqual(['2024-01-01 public', '2024-03-01 public', '2024-04-01 public'])
  })
})

describe('a value gives way', () => {
  const inPlaceOf = async (former: string, visibility: string, who = 'editor') =>
    trying(who, async tx => {
      const { rows } = await sql<{ id: string }>`select uuidv7() as id`.execute(tx)
      const later = rows[0]!.id
      const of = await tx.selectFrom('observation').selectAll().where('source', '=', former).executeTakeFirstOrThrow()
      await tx.updateTable('observation').set({ superseded_by: later }).where('id', '=', of.id).execute()
      await sql`insert into observation (id, indicator_id, organisation_id, place, value_kind, number, voice, visibility, created_by)
        values (${later}, ${of.indicator_id}, ${of.organisation_id}, ${of.place}, 'number', 8, ${of.voice}, ${visibility},
          ${askers.get(who)!})`.execute(tx)
      await sql`set constraints all immediate`.execute(tx)
      return 'done'
    })

  test('to one that at least as many may see, and to no other', async () => {
    expect(await inPlaceOf('Ours public', 'public')).toBe('done')
    expect(await inPlaceOf('Ours organisation', 'public')).toBe('done')
    expect(await inPlaceOf('Ours public', 'organisation')).toBe('23514')
    expect(await inPlaceOf('Ours public', 'partners')).toBe('23514')
  })

  test('by an editor where others read it, by a contributor where only her organisation does', async () => {
    expect(await inPlaceOf('Ours public', 'public', 'contributor')).toBe('42501')
    expect(await inPlaceOf('Ours organisation', 'organisation', 'contributor')).toBe('done')
    expect(await inPlaceOf('Theirs public', 'public')).not.toBe('done')
  })
})

describe('what follows the instrument', () => {
  test('taken back from the public, its commitments, words, answers and figures’ links go with it', async () => {
    const counted = () =>
      reading(kysely, null, async tx => {
        const { rows } = await sql<{ n: number }>`
          select (select count(*) from commitment where instrument_id = ${id('instrument Ours public')})
            + (select count(*) from ledger where instrument_id = ${id('instrument Ours public')})
            + (select count(*) from assessment where instrument_id = ${id('instrument Ours public')})
            + (select count(*) from reply where instrument_id = ${id('instrument Ours public')})
            + (select count(*) from indicator_commitment where instrument_id = ${id('instrument Ours public')})
            + (select count(*) from succession where instrument_id = ${id('instrument Ours public')}) as n`.execute(tx)
        return Number(rows[0]!.n)
      })
    expect(await counted()).toBeGreaterThan(5)
    await owner.query('update instrument set published_at = null where id = $1', [id('instrument Ours public')])
    expect(await counted()).toBe(0)
    await owner.query('update instrument set published_at = now() where id = $1', [id('instrument Ours public')])
    expect(await counted()).toBeGreaterThan(5)
  })

  test('an item that is taken out, or is no longer a commitment, leaves the ledger; a country that is corrected is the ledger’s too', async () => {
    const row = async () => {
      const { rows } = await owner.query('select country, kind from commitment where item_id = $1', [
        id('item Ours draft'),
      ])
      return rows
    }
    expect(await row()).toEqual([{ country: 'COD', kind: 'action' }])
    await owner.query(`update instrument set country = 'MLI' where id = $1`, [id('instrument Ours draft')])
    expect(await row()).toEqual([{ country: 'MLI', kind: 'action' }])
    await owner.query('update item set deleted_at = now() where id = $1', [id('item Ours draft')])
    expect(await row()).toEqual([])
    await owner.query(`update item set deleted_at = null, kind = 'pillar' where id = $1`, [id('item Ours draft')])
    expect(await row()).toEqual([])
    await owner.query(`update item set kind = 'action' where id = $1`, [id('item Ours draft')])
    expect(await row()).toHaveLength(1)
  })
})

describe('evidence that shows somebody', () => {
  test.each(['not-given', 'withdrawn'])(
    'whose consent is %s cannot be made public, nor shown to partners',
    async consent => {
      for (const visibility of ['partners', 'public']) {
        const shown = trying('editor', async tx => {
          await tx
            .updateTable('evidence')
            .set({ consent: consent as 'withdrawn', visibility: visibility as 'public' })
            .where('title', '=', 'Ours organisation')
            .execute()
          return 'shown'
        })
        expect(await shown).toBe('23514')
      }
    },
  )

  test('is taken back by who added it, at once, and shown again only by an editor', async () => {
    const set = (who: string, from: string, visibility: string) =>
      trying(who, async tx => {
        const changed = await tx
          .updateTable('evidence')
          .set({ visibility: visibility as 'me' })
          .where('title', '=', from)
          .executeTakeFirst()
        return Number(changed.numUpdatedRows)
      })
    expect(await set('contributor', 'Ours public', 'organisation')).toBe(1)
    expect(await set('contributor', 'Ours organisation', 'public')).toBe('42501')
    expect(await set('editor', 'Ours organisation', 'public')).toBe(1)
    expect(await set('reader', 'Ours public', 'me')).toBe(0)
  })
})

describe('the functions', () => {
  test('say who holds which voice only for the host', async () => {
    expect(await whoGets(`app.describe_organisation('${ours}', 'government', 'COD')`, true)).toEqual(['host'])
    expect(await whoGets('app.is_host()', true)).toEqual(['host'])
    const library = `app.describe_organisation('00000000-0000-4000-8000-000000001325', 'government', null)`
    expect(await whoGets(library, true)).toEqual([])
    const nonsense = await asks('host', `app.describe_organisation('${ours}', 'king', null)`)
    expect(nonsense).toBe('23514')
  })

  test('accept a partnership only for an organisation that the asker administers', async () => {
    const token = newToken()
    await owner.query(
      `insert into partnership (organisation_id, token_sha256, made_by, expires_at)
       values ($1, sha256(convert_to($2, 'utf8')), 'x', '2100-01-01')`,
      [world.organisations.Silent, token],
    )
    expect(await whoGets(`app.accept_partnership('${token}', '${ours}')`, true)).toEqual(['administrator'])
    expect(await whoGets(`app.accept_partnership('${newToken()}', '${ours}')`, true)).toEqual([])
    expect(await whoGets(`app.accept_partnership('${token}', '${world.organisations.Silent}')`, true)).toEqual([])
  })

  test('erase evidence for its editors and who added it; for its writer’s eyes, for the writer alone', async () => {
    const erase = (name: string) => `app.erase_evidence('${id(`evidence ${name}`)}')`
    expect(await whoGets(erase('Ours public'), true)).toEqual(['contributor', 'editor', 'administrator'])
    expect(await whoGets(erase('Ours me'), true)).toEqual(['contributor'])
    expect(await whoGets(erase('Theirs public'), true)).toEqual(['stranger'])
  })

  test('count the answers of reviewers for members only, and say that one answered only to herself', async () => {
    const plan = id('instrument Ours public')
    expect(await whoGets(`(select count(*)::int from app.answers_given('${plan}', '1'))`, 3)).toEqual([...ROLES])
    expect(await whoGets(`app.has_answered('${plan}', 'one', '1')`, true)).toEqual(['contributor'])
    expect(await whoGets(`app.has_answered('${plan}', 'two', '1')`, true)).toEqual(['contributor', 'editor'])
  })

  test('tell that a number was left out, and never the number', async () => {
    const left = `(select string_agg(s::text, ' ' order by s::text) from app.suppressed('${id('indicator Ours public')}') s)`
    const told = (await asks<string>('nobody', left)) as string
    expect(told.match(/Ours hidden: [\w ]+/g)?.toSorted()).toEqual([
      'Ours hidden: a twentieth of forty',
      'Ours hidden: half of four',
      'Ours hidden: three women',
      'Ours hidden: two of forty',
    ])
    expect(told).not.toMatch(/\b(3|2|0\.05|0\.5)\b/)
  })

  test('hide the numbers of people also where only the indicator says that it counts them', async () => {
    const seen = () =>
      reading(kysely, null, tx =>
        tx.selectFrom('observation').select('source').where('source', '=', 'Ours public: three laws').execute(),
      )
    expect(await seen()).toHaveLength(1)
    await owner.query('update indicator set counts_people = true where id = $1', [id('indicator Ours public')])
    expect(await seen()).toEqual([])
    await owner.query('update indicator set counts_people = false where id = $1', [id('indicator Ours public')])
  })

  test('take with an account what was for its owner’s eyes only, the file too', async () => {
    const left = await trying('contributor', async tx => {
      await sql`select app.delete_account()`.execute(tx)
      return 'deleted'
    })
    expect(left).toBe('deleted')
    const client = await owner.connect()
    try {
      await client.query('begin')
      await client.query(`select set_config('open1325.user', $1, true)`, [askers.get('contributor')])
      await client.query('select app.delete_account()')
      const { rows } = await client.query(
        `select title, file_sha256, visibility from evidence where created_by = $1 and id = $2`,
        [askers.get('contributor'), id('evidence Ours me')],
      )
      expect(rows).toEqual([{ title: '-', file_sha256: null, visibility: 'me' }])
      const files = await client.query(
        `select from file join all_names on id = sha256 where name = 'Ours me, evidence'`,
      )
      expect(files.rows).toHaveLength(0)
    } finally {
      await client.query('rollback')
      client.release()
    }
  })

  test('that only the schema itself may call are refused to everybody', async () => {
    for (const call of [
      `app.file_is_used(repeat('0', 64))`,
      `app.index_items(array['${id('item Theirs draft')}']::uuid[])`,
    ])
      expect(await whoGets(call, '42501')).toEqual([...askers.keys()])
  })
})
