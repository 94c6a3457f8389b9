import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { changing, reading, type Asker, type Tx } from '../../platform/access.ts'
import { testApp } from '../../platform/testing/app.ts'
import { keepStatement, STATEMENT_TABLES } from './testing.ts'

const testing = await testApp()
const { services, organisationId, otherOrganisationId, userId, as, asOther } = testing
const { kysely, owner } = services.database
for (const role of ['reader', 'contributor', 'editor'] as const) await as(role)
await asOther('administrator')

const ours = await keepStatement(testing)
const draft = await keepStatement(testing, { state: 'draft' })
const closed = await keepStatement(testing, { state: 'closed', organisation: otherOrganisationId })
for (const one of [ours, draft]) {
  await one.signature('Named')
  await one.signature('Hidden', { named: false })
}
await owner.query(
  `insert into statement_absence (statement_id, number, organisation_id, source, source_version, found, asked_by)
   values ($1, 1, $2, '{}', 'v', '{}', 'x')`,
  [ours.id, organisationId],
)
await owner.query(
  `insert into statement_list (statement_id, sha256, organisation_id, edition, content) values ($1, repeat('a', 64), $2, 1, 'Named')`,
  [closed.id, otherOrganisationId],
)

const count = (asker: Asker, table: string) =>
  reading(kysely, asker, async tx => {
    const { rows } = await sql<{ n: number }>`select count(*)::int as n from ${sql.table(table)}`.execute(tx)
    return rows[0]!.n
  })
const seenBy = async (asker: Asker) =>
  Object.fromEntries(
    await Promise.all(STATEMENT_TABLES.map(async table => [table, await count(asker, table)] as const)),
  )

test('everybody sees statements that are up and their frozen texts; nothing of who was asked, who signed, what is written', async () => {
  expect(await seenBy(null)).toEqual({
    statement: 2,
    statement_text: 0,
    statement_absence: 0,
    statement_edition: 2,
    signature: 0,
    signer: 0,
    statement_list: 1,
  })
})

test('members see their own drafts and how many signed; only editors see who', async () => {
  const member = {
    statement: 3,
    statement_text: 2,
    statement_absence: 1,
    statement_edition: 3,
    signature: 4,
    signer: 0,
    statement_list: 1,
  }
  expect(await seenBy(await userId('reader'))).toEqual(member)
  expect(await seenBy(await userId('contributor'))).toEqual(member)
  expect(await seenBy(await userId('editor'))).toEqual({ ...member, signer: 4 })
})

test('an administrator of another organisation sees of it what everybody sees', async () => {
  expect(await seenBy(await userId('administrator', true))).toMatchObject({ statement: 2, signature: 0, signer: 0 })
})

test('who is named is told to everybody; of the others only how many; of a draft nothing', async () => {
  const signers = (asker: Asker, id: string) =>
    reading(kysely, asker, async tx => {
      const { rows } = await sql<{ name: string | null; n: number }>`
        select name, n from app.public_signers(${id}, 1)`.execute(tx)
      return rows
    })
  expect(await signers(null, ours.id)).toEqual([
    { name: 'Named', n: 1 },
    { name: null, n: 1 },
  ])
  expect(await signers(null, draft.id)).toEqual([{ name: null, n: 0 }])
  expect(await signers(await userId('administrator', true), draft.id)).toEqual([{ name: null, n: 0 }])
})

test('links’ secrets, requests and the list’s making are for nobody', async () => {
  const editor = await userId('editor')
  for (const statement of [
    'select token_sha256 from signer',
    'select * from sign_request',
    `select app.signers_csv('${ours.id}', 1)`,
    `select app.keep_list('${ours.id}')`,
    `select app.signature_of('x')`,
  ])
    await expect(
      reading(kysely, editor, tx => sql.raw(statement).execute(tx)),
      statement,
    ).rejects.toThrow(/permission denied/)
})

const trying = (asker: Asker, work: (tx: Tx) => Promise<unknown>) => changing(kysely, asker, { act: 'test' }, work)

test('a contributor writes drafts; what is up, its text and its signatures are an editor’s', async () => {
  const contributor = await userId('contributor')
  const rows = (asker: Asker, statement: string) =>
    trying(asker, async tx => {
      const { numAffectedRows } = await sql.raw(statement).execute(tx)
      return numAffectedRows
    })
  expect(await rows(contributor, `update statement set title = 'New' where id = '${draft.id}'`)).toBe(1n)
  expect(await rows(contributor, `update statement set title = 'New' where id = '${ours.id}'`)).toBe(0n)
  expect(await rows(await userId('reader'), `update statement set title = 'New' where id = '${draft.id}'`)).toBe(0n)
  expect(
    await rows(contributor, `update signature set state = 'rejected', reason = 'x' where statement_id = '${ours.id}'`),
  ).toBe(0n)
  await expect(rows(contributor, `update statement set state = 'open' where id = '${draft.id}'`)).rejects.toThrow()
  expect(await rows(await userId('administrator', true), `update signature set state = 'declined'`)).toBe(0n)
  expect(
    await rows(
      await userId('administrator', true),
      `update statement_text set title = 'Theirs' where statement_id = '${ours.id}'`,
    ),
  ).toBe(0n)
})

test('a statement is closed before its time by an editor alone, and after it by whoever looks', async () => {
  const close = (asker: Asker, id: string) =>
    trying(asker, async tx => {
      const { rows } = await sql<{ done: boolean }>`select app.close_statement(${id}) as done`.execute(tx)
      return rows[0]!.done
    })
  const one = await keepStatement(testing)
  for (const asker of [null, await userId('contributor'), await userId('administrator', true)])
    expect(await close(asker, one.id)).toBe(false)
  expect(await close(await userId('editor'), one.id)).toBe(true)
  const due = await keepStatement(testing, { closes: '0 seconds' })
  expect(await close(null, due.id)).toBe(true)
  expect(await close(null, due.id)).toBe(false)
})
