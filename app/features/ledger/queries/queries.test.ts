import { sql } from 'kysely'
import { beforeAll, describe, expect, test } from 'vitest'
import { reading, type Asker } from '../../../platform/access.ts'
import { testApp } from '../../../platform/testing/app.ts'
import { GAPS, gapOf, STATUSES, VOICES } from '../../voices/model.ts'
import { filterOf } from '../filter.ts'
import { keepActions, say } from '../testing.ts'
import { findCommitments, findIds } from './list.ts'
import { bitsOf, SAID_BITS, wordsOf } from './said.ts'

const { services, organisationId: ours, otherOrganisationId: theirs, userId } = await testApp()
const { database } = services
const { kysely } = database
let member: string
let stranger: string

const time = (end: string) => ({ timeframe: { text: end, cites: [], value: { start: null, end } } })
const by = (text: string) => ({ responsible: { text, cites: [] } })
const soon = new Date(Date.now() + 30 * 86400_000).toISOString().slice(0, 10)

beforeAll(async () => {
  member = await userId('reader')
  stranger = await userId('administrator', true)
  await keepActions(
    database,
    ours,
    'fr-plan',
    [
      {
        text: 'Former des médiatrices locales',
        number: '2.3.1',
        fields: { ...by('Ministère de l’Intérieur'), ...time('2020') },
      },
      { text: 'Plaidoyer auprès des élus', fields: time(soon) },
    ],
    { language: 'fr', country: 'COD' },
  )
  await keepActions(
    database,
    ours,
    'en-plan',
    [
      {
        text: 'Train women police officers in every county',
        fields: { ...by('Ministry of the Interior'), ...time('2027') },
      },
      { text: 'Appoint women to peace committees', kind: 'objective' },
      { text: '100 % of markets have lit paths_' },
    ],
    { country: 'KEN' },
  )
  await keepActions(database, theirs, 'ar-plan', [{ text: 'تدريب الشرطة على حماية النساء' }], {
    language: 'ar',
    country: 'IRQ',
  })
  await keepActions(database, ours, 'our-draft', [{ text: 'A secret about police' }], { published: false })
})

const find = async (query: string, asker: Asker = null) => {
  const found = await reading(kysely, asker, tx => findCommitments(tx, filterOf(new URLSearchParams(query))))
  return found.commitments.map(one => `${one.slug} ${one.ref}`)
}

test('The view for lists shows exactly what row-level security shows of the index', async () => {
  for (const asker of [null, member, stranger, 'gone']) {
    const { rows } = await reading(kysely, asker, tx =>
      sql<{ table: string; view: string }>`
        select (select string_agg(item_id::text, ' ' order by item_id) from commitment) as table,
          (select string_agg(item_id::text, ' ' order by item_id) from ledger) as view`.execute(tx),
    )
    expect(rows[0]!.view).toBe(rows[0]!.table)
  }
})

test('Everybody’s published commitments are in one list; a draft is its organisation’s alone, in lists, counts and searches', async () => {
  expect(await find('')).toHaveLength(6)
  expect(await find('', member)).toHaveLength(7)
  expect(await find('', stranger)).toHaveLength(6)
  expect(await find('q=secret')).toEqual([])
  expect(await find('q=secret', stranger)).toEqual([])
  expect(await find('q=secret', member)).toEqual(['our-draft 2'])
  expect(await find('instrument=our-draft')).toEqual([])
})

test('The list is narrowed by country, pillar, body, kind, instrument, responsible', async () => {
  expect(await find('country=KEN')).toEqual(['en-plan 2', 'en-plan 3', 'en-plan 4'])
  expect(await find('instrument=fr-plan&pillar=1')).toEqual(['fr-plan 2', 'fr-plan 3'])
  expect(await find('instrument=fr-plan&pillar=2')).toEqual([])
  expect(await find('issuer=MINISTRY%20of')).toHaveLength(6)
  expect(await find('issuer=navy')).toEqual([])
  expect(await find('kind=objective')).toEqual(['en-plan 3'])
  expect(await find('instrument-kind=pledge')).toEqual([])
  expect(await find('responsible=interieur')).toEqual(['fr-plan 2'])
  expect(await find('responsible=%25')).toEqual([])
})

test('The list is narrowed by when it is due, and put in that order', async () => {
  expect(await find('due=overdue')).toEqual(['fr-plan 2'])
  expect(await find('due=next-90-days')).toEqual(['fr-plan 3'])
  expect(await find('due=2027')).toContain('en-plan 2')
  expect(await find('due=none')).toHaveLength(3)
  const next = filterOf(new URLSearchParams('due=next-90-days'))
  const [soon] = (await reading(kysely, null, tx => findCommitments(tx, next))).commitments
  expect(await find(`due=${soon!.due}..${soon!.due}`)).toEqual(['fr-plan 3'])
  expect(await find(`due=${soon!.due!.slice(0, 7)}`)).toContain('fr-plan 3')
  expect(await find(`due-from=${soon!.due}&due-to=${soon!.due}`)).toEqual(['fr-plan 3'])
  expect((await find('order=due')).slice(0, 3)).toEqual(['fr-plan 2', 'fr-plan 3', 'en-plan 2'])
})

describe('searching', () => {
  test('finds words in each language, by their stems, without accents, in every form of an Arabic letter', async () => {
    expect(await find('q=mediatrice')).toEqual(['fr-plan 2'])
    expect(await find('q=MÉDIATRICES+formation')).toEqual([])
    expect(await find('q=trained+officer')).toEqual(['en-plan 2'])
    expect(await find('q=الشرطه')).toEqual(['ar-plan 2'])
    expect(await find('q=plaidoyers')).toEqual(['fr-plan 3'])
  })

  test('finds the number, the beginning of the last word, a phrase, and leaves out what stands behind a minus', async () => {
    expect(await find('q=2.3.1')).toEqual(['fr-plan 2'])
    expect(await find('q=2.3')).toEqual(['fr-plan 2'])
    expect(await find('q=women+poli')).toEqual(['en-plan 2'])
    expect(await find('q=%22peace+committees%22')).toEqual(['en-plan 3'])
    expect(await find('q=women+-police')).toEqual(['en-plan 3'])
  })

  test('takes whatever is typed', async () => {
    for (const typed of ["'", '"', '&|!()', ':*', "it's", '\\', '%', '-', '--', '***', "a':*b", '🕊', 'or', '" or "'])
      expect(await find(`q=${encodeURIComponent(typed)}`), typed).toBeInstanceOf(Array)
  })
})

describe('what voices say', () => {
  beforeAll(async () => {
    await say(database, { slug: 'fr-plan', ref: 2, organisationId: theirs, voice: 'government', status: 'done' })
    await say(database, { slug: 'fr-plan', ref: 2, organisationId: ours, voice: 'civil-society', status: 'stalled' })
    await say(database, { slug: 'fr-plan', ref: 3, organisationId: theirs, voice: 'government', status: 'under-way' })
    await say(database, {
      slug: 'fr-plan',
      ref: 3,
      organisationId: ours,
      voice: 'civil-society',
      status: 'not-started',
      visibility: 'organisation',
    })
    await say(database, {
      slug: 'en-plan',
      ref: 2,
      organisationId: ours,
      voice: 'civil-society',
      status: 'no-information',
    })
  })

  test('narrows the list, by voice and status, and where somebody has said nothing', async () => {
    expect(await find('voice=government&status=done')).toEqual(['fr-plan 2'])
    expect(await find('status=stalled')).toEqual(['fr-plan 2'])
    expect(await find('voice=government&status=none')).toHaveLength(4)
    expect(await find('voice=community')).toEqual([])
  })

  test('narrows the list by the gap, as each asker sees it', async () => {
    expect(await find('gap=government-ahead')).toEqual(['fr-plan 2'])
    expect(await find('gap=government-only')).toEqual(['fr-plan 3'])
    expect(await find('gap=government-ahead', member)).toEqual(['fr-plan 2', 'fr-plan 3'])
    expect(await find('gap=nobody-spoke')).toEqual(['ar-plan 2', 'en-plan 2', 'en-plan 3', 'en-plan 4'].sort(byCountry))
  })

  test('an organisation’s newer word takes the place of its older one for those who see it', async () => {
    await say(database, {
      slug: 'fr-plan',
      ref: 2,
      organisationId: ours,
      voice: 'civil-society',
      status: 'done',
      visibility: 'organisation',
      asOf: '2025-01-01',
    })
    expect(await find('gap=agree')).toEqual([])
    expect(await find('gap=agree', member)).toEqual(['fr-plan 2'])
    expect(await find('status=stalled')).toEqual(['fr-plan 2'])
    expect(await find('status=stalled', member)).toEqual([])
  })

  test('every list by voice and status holds exactly the commitments on which that is said, as each asker sees it', async () => {
    for (const asker of [null, member, stranger]) {
      const { commitments: all } = await reading(kysely, asker, tx =>
        findCommitments(tx, filterOf(new URLSearchParams())),
      )
      for (const voice of [null, ...VOICES])
        for (const status of [null, 'none', ...STATUSES]) {
          const query = new URLSearchParams(
            Object.entries({ voice, status }).filter(entry => entry[1]) as [string, string][],
          )
          const said = ({ voices }: (typeof all)[number]) =>
            voices.some(
              word =>
                (voice ?? word.voice) === word.voice && (status === 'none' || (status ?? word.status) === word.status),
            )
          const meant = all.filter(one => (!voice && !status) || said(one) !== (status === 'none'))
          const name = `${query} as ${asker}`
          expect(await find(query.toString(), asker), name).toEqual(meant.map(one => `${one.slug} ${one.ref}`))
        }
    }
  })

  test('every gap of the list is the one that the page of the commitment names', async () => {
    for (const asker of [null, member])
      for (const gap of GAPS) {
        const filter = filterOf(new URLSearchParams(`gap=${gap}`))
        const { commitments } = await reading(kysely, asker, tx => findCommitments(tx, filter))
        for (const one of commitments) expect(one.gap, `${one.slug} ${one.ref}`).toBe(gap)
      }
  })
})

const byCountry = (a: string, b: string) => order(a) - order(b)
const order = (name: string) => ['ar', 'en'].indexOf(name.slice(0, 2)) * 10 + Number(name.at(-1))

test('The database names the gap as voices/model.ts does, over all that can be said', async () => {
  const all = Array.from({ length: 1024 }, (_, bits) => ({ bits, words: wordsOf(bits) }))
  const { rows } = await reading(kysely, null, tx =>
    sql<{ bits: number; told: number | null }>`
      select s.bits, ${SAID_BITS} as told from jsonb_to_recordset(${JSON.stringify(all)}::jsonb) as s (bits int, words jsonb)
        left join lateral jsonb_to_recordset(s.words) as a (voice text, status text) on true
      group by s.bits`.execute(tx),
  )
  expect(rows).toHaveLength(1024)
  const gaps = new Map(GAPS.flatMap(gap => bitsOf(gap).map(bits => [bits, gap] as const)))
  for (const { bits, told } of rows) {
    expect(told ?? 0).toBe(bits)
    expect(gaps.get(bits)).toBe(gapOf(wordsOf(bits)))
  }
})

test('All that a filter finds is found once, in the same order every time', async () => {
  const ids = () => reading(kysely, null, tx => findIds(tx, filterOf(new URLSearchParams('order=plan')), 100))
  const [first, second] = [await ids(), await ids()]
  expect(first).toEqual(second)
  expect(new Set(first).size).toBe(6)
})
