/** For tests of statements: one that is open for signature, with signatures under it. */
import { createHash, randomUUID } from 'node:crypto'
import type { Message } from '../../platform/mail.ts'
import type { TestApp } from '../../platform/testing/app.ts'
import { signatureToken } from './links.ts'

/** Who sees what of them is tested in this folder. */
export const STATEMENT_TABLES = [
  'statement',
  'statement_text',
  'statement_absence',
  'statement_edition',
  'signature',
  'signer',
  'statement_list',
]

export interface TestStatement {
  id: string
  slug: string
  title: string
  /** What was sent about it: letters of another test's may still be under way. */
  letters: () => Message[]
  /** Adds a signature; gives the secret of its link. */
  signature: (name: string, more?: Record<string, unknown>) => Promise<{ id: string; token: string }>
}

const WORDS = 'We ask the Council to act.'

export async function keepStatement(
  { services, organisationId, userId, outbox }: TestApp,
  {
    organisation = organisationId,
    state = 'open',
    closes = '30 days',
    title = `Women at the table ${randomUUID().slice(0, 6)}`,
    slug = title.toLowerCase().replaceAll(' ', '-'),
  } = {},
): Promise<TestStatement> {
  const { owner } = services.database
  const by = await userId('editor')
  const id = randomUUID()
  const isDraft = state === 'draft'
  await owner.query(
    `insert into statement (id, organisation_id, slug, title, created_by) values ($1, $2, $3, $4, $5)`,
    [id, organisation, slug, title, by],
  )
  await owner.query(
    `insert into statement_text (statement_id, language, organisation_id, title, text, changed_by) values ($1, 'en', $2, $3, $4, $5)`,
    [id, organisation, title, WORDS, by],
  )
  const document = {
    language: 'en',
    title,
    cover: null,
    contents: null,
    notes: 'Notes',
    claims: [],
    blocks: [{ kind: 'paragraph', text: [{ kind: 'words', text: WORDS }] }],
  }
  const words = `# ${title}\n\n${WORDS}\n`
  await owner.query(
    `insert into statement_edition (statement_id, number, organisation_id, texts, words, sha256, frozen_by) values ($1, 1, $2, $3, $4, $5, $6)`,
    [
      id,
      organisation,
      JSON.stringify([{ language: 'en', document, listNote: '' }]),
      words,
      createHash('sha256').update(words).digest('hex'),
      by,
    ],
  )
  if (!isDraft)
    await owner.query(
      `update statement set edition = 1, state = $2, opens_at = now() - interval '40 days', closes_at = now() + $3::interval,
         time_zone = 'Africa/Kinshasa' where id = $1`,
      [id, state, closes],
    )
  return {
    id,
    slug,
    title,
    letters: () => outbox.filter(({ subject, text }) => `${subject} ${text}`.includes(title)),
    async signature(name, more = {}) {
      const { state = 'accepted', named = true, origin = 'form', edition = 1, ...signer } = more
      const signature = randomUUID()
      const token = signatureToken(services.config, { id: signature, linkNumber: 1 })
      await owner.query(
        `insert into signature (id, statement_id, organisation_id, edition, state, origin, named, signed_at, reason)
         values ($1, $2, $3, $4, $5, $6, $7, case when $5 in ('invited', 'declined') then null else now() end, case $5 when 'rejected' then 'No organisation' end)`,
        [signature, id, organisation, edition, state, origin, named],
      )
      const row: Record<string, unknown> = {
        name,
        country: 'COD',
        contact: 'Amina K.',
        email: 'amina@example.org',
        role: 'director',
        language: 'en',
        ...signer,
      }
      const columns = Object.keys(row)
      await owner.query(
        `insert into signer (signature_id, statement_id, edition, organisation_id, token_sha256, counts, ${columns.join()})
         values ($1, $2, $3, $4, sha256(convert_to($5, 'utf8')), $6, ${columns.map((_, n) => `$${n + 7}`).join()})`,
        [signature, id, edition, organisation, token, state === 'accepted', ...Object.values(row)],
      )
      return { id: signature, token }
    },
  }
}
