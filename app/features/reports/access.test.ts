import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { changing, reading, type Asker } from '../../platform/access.ts'
import { testApp } from '../../platform/testing/app.ts'
import { REPORT_TABLES } from './testing.ts'

const { services, organisationId, otherOrganisationId, userId, as, asOther } = await testApp()
const { kysely, owner } = services.database
for (const role of ['reader', 'contributor', 'editor'] as const) await as(role)
await asOther('administrator')
const editor = await userId('editor')
const file = 'f'.repeat(64)

await owner.query(`insert into file (sha256, media_type, bytes) values ($1, 'application/pdf', 1)`, [file])
async function reportOf(organisation: string, slug: string, isPublic: boolean): Promise<string> {
  const { rows } = await owner.query<{ id: string }>(
    `insert into report (organisation_id, slug, kind, title, language, created_by) values ($1, $2, 'country-brief', $2, 'en', $3) returning id`,
    [organisation, slug, editor],
  )
  const id = rows[0]!.id
  const section = await owner.query<{ id: string }>(
    `insert into report_section (report_id, organisation_id, position, title, changed_by) values ($1, $2, 1, $3, $4) returning id`,
    [id, organisation, slug, editor],
  )
  await owner.query(
    `insert into report_claim (report_id, number, organisation_id, kind, source, source_version, blocks, inserted_by)
     values ($1, 1, $2, 'manual', '{}', 'v', '[]', $3)`,
    [id, organisation, editor],
  )
  await owner.query(
    `insert into report_comment (section_id, report_id, organisation_id, text, created_by) values ($1, $2, $3, 'Why?', $4)`,
    [section.rows[0]!.id, id, organisation, editor],
  )
  await owner.query(
    `insert into report_acceptance (report_id, key, organisation_id, code, quote, reason, accepted_by)
     values ($1, 'k', $2, 'small-count', 'two women', 'It is public.', $3)`,
    [id, organisation, editor],
  )
  await owner.query(
    `insert into report_edition (report_id, number, organisation_id, slug, kind, title, language, document, words, docx_sha256, pdf_sha256,
       html_sha256, markdown_sha256, frozen_by, published_at)
     values ($1, 1, $2, $3, 'country-brief', $3, 'en', '{}', 1, $4, $4, $4, $4, $5, case when $6 then now() end)`,
    [id, organisation, slug, file, editor, isPublic],
  )
  await owner.query(
    `insert into report_confirmation (report_id, number, organisation_id, findings, own_words, reason, confirmed_by)
     values ($1, 1, $2, '[]', '[]', 'Seen', $3)`,
    [id, organisation, editor],
  )
  return id
}
const ours = await reportOf(organisationId, 'ours', true)
await reportOf(otherOrganisationId, 'theirs', true)
await reportOf(otherOrganisationId, 'theirs-hidden', false)

const count = (asker: Asker, table: string) =>
  reading(kysely, asker, async tx => {
    const { rows } = await sql<{ n: number }>`select count(*)::int as n from ${sql.table(table)}`.execute(tx)
    return rows[0]!.n
  })

test('the public sees published editions and nothing of how they were written', async () => {
  for (const table of REPORT_TABLES) expect(await count(null, table), table).toBe(table === 'report_edition' ? 2 : 0)
})

test('members see what their own organisation writes', async () => {
  for (const table of REPORT_TABLES)
    expect(await count(await userId('reader'), table), table).toBe(table === 'report_edition' ? 2 : 1)
})

test('a reader changes nothing; a contributor writes; only an editor freezes', async () => {
  const addSection = (asker: string, organisation = organisationId) =>
    changing(kysely, asker, { act: 'test' }, tx =>
      sql`insert into report_section (report_id, organisation_id, position, title, changed_by)
        values (${ours}, ${organisation}, 2, 'More', ${asker})`.execute(tx),
    )
  await expect(addSection(await userId('reader'))).rejects.toThrow(/row-level security/)
  await expect(addSection(await userId('administrator', true), otherOrganisationId)).rejects.toThrow(
    /row-level security/,
  )
  await addSection(await userId('contributor'))
  const freeze = (asker: string) =>
    changing(kysely, asker, { act: 'test' }, tx =>
      sql`insert into report_edition (report_id, number, organisation_id, slug, kind, title, language, document, words, docx_sha256,
          pdf_sha256, html_sha256, markdown_sha256, frozen_by)
        values (${ours}, 2, ${organisationId}, 'ours', 'country-brief', 'Ours', 'en', '{}', 1, ${file}, ${file}, ${file}, ${file}, ${asker})`.execute(
        tx,
      ),
    )
  await expect(freeze(await userId('contributor'))).rejects.toThrow(/row-level security/)
  await freeze(editor)
})

test('findings are accepted in one’s own name and organisation only, and never rewritten', async () => {
  const acceptAs = (asker: string, by: string, organisation = organisationId) =>
    changing(kysely, asker, { act: 'test' }, tx =>
      sql`insert into report_acceptance (report_id, key, organisation_id, code, quote, reason, accepted_by)
        values (${ours}, 'x', ${organisation}, 'small-count', '', 'Seen', ${by})`.execute(tx),
    )
  const contributor = await userId('contributor')
  await expect(acceptAs(await userId('reader'), await userId('reader'))).rejects.toThrow(/row-level security/)
  await expect(acceptAs(contributor, editor)).rejects.toThrow(/row-level security/)
  await expect(acceptAs(contributor, contributor, otherOrganisationId)).rejects.toThrow(/row-level security/)
  await expect(
    changing(kysely, contributor, { act: 'test' }, tx =>
      sql`update report_acceptance set reason = 'Other'`.execute(tx),
    ),
  ).rejects.toThrow(/permission denied/)
  const { numAffectedRows } = await changing(kysely, await userId('reader'), { act: 'test' }, tx =>
    sql`delete from report_acceptance`.execute(tx),
  )
  expect(numAffectedRows).toBe(0n)
})

test('only an editor confirms what an edition is frozen with, in her own name, with a reason where findings stood, and for good', async () => {
  const confirmAs = (asker: string, by: string, findings = '[]', organisation = organisationId) =>
    changing(kysely, asker, { act: 'test' }, tx =>
      sql`insert into report_confirmation (report_id, number, organisation_id, findings, own_words, confirmed_by)
        values (${ours}, 2, ${organisation}, ${findings}::jsonb, '[]', ${by})`.execute(tx),
    )
  const contributor = await userId('contributor')
  await expect(confirmAs(contributor, contributor)).rejects.toThrow(/row-level security/)
  await expect(confirmAs(editor, contributor)).rejects.toThrow(/row-level security/)
  await expect(confirmAs(editor, editor, '[]', otherOrganisationId)).rejects.toThrow(/row-level security/)
  await expect(confirmAs(editor, editor, '[{}]')).rejects.toThrow(/check constraint/)
  await confirmAs(editor, editor)
  for (const act of [sql`update report_confirmation set reason = 'x'`, sql`delete from report_confirmation`])
    await expect(changing(kysely, editor, { act: 'test' }, tx => act.execute(tx))).rejects.toThrow(/permission denied/)
})

test('an edition never changes, not even by the database’s owner; whether it is public does', async () => {
  await expect(owner.query(`update report_edition set title = 'Other' where report_id = $1`, [ours])).rejects.toThrow(
    /never changes/,
  )
  await expect(owner.query(`delete from report_edition where report_id = $1`, [ours])).rejects.toThrow(/never changes/)
  await owner.query(`update report_edition set published_at = null where report_id = $1 and number = 1`, [ours])
  expect(await count(null, 'report_edition')).toBe(1)
})
