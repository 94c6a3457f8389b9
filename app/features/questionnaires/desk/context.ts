/** What the desk's pages on questionnaires find by their addresses. */
import { reading, type Tx } from '../../../platform/access.ts'
import { member, type Ctx, type Role } from '../../../platform/http.ts'
import { Problem } from '../../../platform/problem.ts'
import type { Questionnaire, Round } from '../model.ts'
import { questionnaireById, roundById } from '../queries/rounds.ts'

export const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

async function found<T>(
  c: Ctx,
  role: Role,
  find: (tx: Tx, id: string, organisation: string) => Promise<T | undefined>,
): Promise<T> {
  const { userId, current } = member(c, role)
  const id = c.req.param('id') ?? ''
  const { kysely } = c.get('services').database
  const it = UUID.test(id) ? await reading(kysely, userId, tx => find(tx, id, current.organisationId)) : undefined
  if (!it) throw new Problem('not-found')
  return it
}

export const questionnaireOf = (c: Ctx, role: Role): Promise<Questionnaire> => found(c, role, questionnaireById)
export const roundOf = (c: Ctx, role: Role): Promise<Round> => found(c, role, roundById)
