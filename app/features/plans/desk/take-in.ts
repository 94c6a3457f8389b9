/** A file becomes a plan on the desk, and is read. */
import { changing } from '../../../platform/access.ts'
import type { Person, Services } from '../../../platform/http.ts'
import { Problem } from '../../../platform/problem.ts'
import { asSlug } from '../../../platform/slug.ts'
import { queueReading } from '../jobs.ts'
import { paths } from '../model.ts'
import { addPlan } from '../queries/instrument.ts'
import { askReading } from '../queries/reading.ts'
import type { Received } from '../../../platform/files/receive.ts'

/**
 * Adds the plan and asks for its reading; where the organisation has this very file already, nothing is added. Gives the address to go on
 * to.
 */
export async function takeIn(
  services: Services,
  person: Person & { current: { organisationId: string } },
  file: Received,
  plan: { title: string; illustrative: boolean },
): Promise<string> {
  const { organisationId } = person.current
  const { userId } = person
  const taken = await changing(services.database.kysely, userId, { act: 'plan.add' }, async tx => {
    const { fileName, mediaType, sha256: fileSha256, bytes } = file
    const about = { ...plan, organisationId, by: userId, fileName, fileSha256, mediaType, bytes }
    const added = await addPlan(tx, about, asSlug(plan.title) || 'plan')
    // It was there already as another plan's, which was removed a moment ago: it has to be sent again.
    if (!(await services.files.has(fileSha256))) throw new Problem('bad-input')
    const readingId = added.known ? null : await askReading(tx, { id: added.id, organisationId }, userId)
    return { ...added, readingId }
  })
  if (taken.readingId) await queueReading(services, { reading: taken.readingId, by: userId })
  return paths.desk(taken.slug) + (taken.known ? '?done=known' : '')
}
