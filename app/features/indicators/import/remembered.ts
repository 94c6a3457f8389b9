/** How files were understood before: offered again for the next one with the same columns. */
import type { Mapping } from '@open1325/indicators'
import { sql } from 'kysely'
import type { Tx } from '../../../platform/access.ts'
import type { Shared } from './model.ts'

export interface Remembered {
  mapping: Mapping
  shared: Partial<Shared>
}

/** What an organisation confirmed, the latest first. */
export async function rememberedBy(tx: Tx, organisationId: string): Promise<Remembered[]> {
  const rows = await tx
    .selectFrom('import_mapping')
    .select('mapping')
    .where('organisation_id', '=', organisationId)
    .where('kind', '=', 'observations')
    .orderBy('saved_at', 'desc')
    .limit(200)
    .execute()
  return rows.map(({ mapping }) => mapping as unknown as Remembered)
}

export async function remember(
  tx: Tx,
  of: { organisationId: string; by: string; name: string },
  { mapping, shared }: Remembered,
): Promise<void> {
  await tx
    .insertInto('import_mapping')
    .values({
      organisation_id: of.organisationId,
      kind: 'observations',
      fingerprint: mapping.fingerprint,
      name: of.name.slice(0, 200),
      mapping: JSON.stringify({ mapping, shared }),
      saved_by: of.by,
    })
    .onConflict(conflict =>
      conflict.columns(['organisation_id', 'kind', 'fingerprint']).doUpdateSet({
        name: sql`excluded.name`,
        mapping: sql`excluded.mapping`,
        saved_by: sql`excluded.saved_by`,
        saved_at: sql`now()`,
      }),
    )
    .execute()
}
