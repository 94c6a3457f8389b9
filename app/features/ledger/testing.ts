/** For tests of the ledger: a plan with commitments in several languages, and words said of them. */
import type { Item, PlanDocument } from '@open1325/reader'
import type { Database } from '../../platform/database/index.ts'
import { keepPlan } from '../plans/testing.ts'
import type { Status, Visibility, Voice } from '../voices/model.ts'

type Row = Partial<Item> & Pick<Item, 'text'>

/** A plan of one pillar and these actions under it; public numbers 2, 3, 4... Gives the instrument's id. */
export function keepActions(
  database: Database,
  organisationId: string,
  slug: string,
  rows: Row[],
  { language = 'en', country = 'COD', published = true } = {},
): Promise<string> {
  const cites = [{ page: 1, box: null, quote: 'As printed' }]
  const pillar: Item = { id: 'p', kind: 'pillar', number: '1', text: 'Participation', parent: null, fields: {}, cites }
  const document: PlanDocument = {
    format: 'open1325-plan/1',
    source: { name: `${slug}.pdf`, sha256: '0'.repeat(64), mediaType: 'application/pdf', pages: 1 },
    languages: [language],
    title: `Plan ${slug}`,
    issuer: { name: 'Ministry of Gender', code: country },
    period: { start: '2020', end: '2025' },
    items: [
      pillar,
      ...rows.map((row, n): Item => ({
        id: `a${n}`,
        kind: 'action',
        number: null,
        parent: 'p',
        fields: {},
        cites,
        ...row,
      })),
    ],
    warnings: [],
  }
  return keepPlan(database, organisationId, document, { slug, published })
}

export const idOf = async ({ owner }: Database, slug: string, ref: number): Promise<string> => {
  const { rows } = await owner.query<{ id: string }>(
    'select i.id from item i join instrument n on n.id = i.instrument_id where n.slug = $1 and i.ref = $2',
    [slug, ref],
  )
  return rows[0]!.id
}

export async function say(
  { owner }: Database,
  word: {
    slug: string
    ref: number
    organisationId: string
    voice: Voice
    status: Status
    visibility?: Visibility
    asOf?: string
  },
): Promise<void> {
  await owner.query(
    `insert into assessment (item_id, instrument_id, organisation_id, voice, status, as_of, reason, visibility, created_by)
     select i.id, n.id, $3, $4, $5, $6, 'Seen on the spot', $7, 'somebody' from item i join instrument n on n.id = i.instrument_id
     where n.slug = $1 and i.ref = $2`,
    [
      word.slug,
      word.ref,
      word.organisationId,
      word.voice,
      word.status,
      word.asOf ?? '2024-06-30',
      word.visibility ?? 'public',
    ],
  )
}
