/** The links that the person at the server's keyboard gets: into a new installation, and back into one that nobody can enter. */
import type { Services } from '../../platform/http.ts'
import { SetupError } from '../../platform/setup-error.ts'
import { newToken } from '../../platform/sign-in.ts'
import type { Voice } from '../voices/model.ts'
import { digest } from './queries.ts'

/** Whoever has the link gets in: it is not to lie about in a log for long. */
const LINK_HOURS = 24

type Needed = Pick<Services, 'config' | 'database'>

/**
 * While there is no account: the address where the first person names the organisation and becomes its administrator. (Where an
 * organisation is left without people, she becomes the administrator of that one.) Else null.
 */
export async function firstLink(services: Needed): Promise<string | null> {
  const { rows } = await services.database.owner.query('select from auth."user" limit 1')
  return rows.length ? null : makeLink(services, await oldest(services))
}

/**
 * An address that makes whoever follows it first an administrator of the organisation (by its exact name; of the oldest, if none is
 * named). In a new installation, the first link.
 * @throws SetupError where there is no such organisation
 */
export async function administratorLink(services: Needed, organisation: string | null = null): Promise<string> {
  const first = await firstLink(services)
  if (first) return first
  const id = await oldest(services, organisation)
  if (!id)
    throw new SetupError(organisation ? `No organisation is called “${organisation}”.` : 'There is no organisation.')
  return makeLink(services, id)
}

/**
 * Makes an organisation that speaks in this voice, and gives the address at which its first administrator comes in. While there is no
 * other organisation it is the installation's host.
 * @throws SetupError where one has this name already
 */
export async function newOrganisationLink(
  services: Needed,
  organisation: { name: string; voice: Voice; country: string | null },
): Promise<string> {
  const { name, voice, country } = organisation
  const { rows } = await services.database.owner.query<{ id: string }>(
    `insert into organisation (name, voice, country, hosts)
     select $1, $2, $3, not exists (select from organisation where hosts)
     where not exists (select from organisation where name = $1)
     returning id`,
    [name, voice, country],
  )
  const made = rows[0]
  if (!made)
    throw new SetupError(`“${name}” is here already: open1325 user link --organisation "${name}" lets somebody in.`)
  return makeLink(services, made.id)
}

async function oldest({ database }: Needed, name: string | null = null): Promise<string | null> {
  const { rows } = await database.owner.query<{ id: string }>(
    'select id from organisation where not library and ($1::text is null or name = $1) order by created_at limit 1',
    [name],
  )
  return rows[0]?.id ?? null
}

/** One such link at a time: those before lead nowhere. */
async function makeLink({ config, database }: Needed, organisationId: string | null): Promise<string> {
  const token = newToken()
  await database.owner.query(
    `with former as (
       update invitation set revoked_at = now()
       where organisation_id is not distinct from $1 and invited_by is null and founded_by is null
         and accepted_at is null and revoked_at is null
     )
     insert into invitation (organisation_id, role, token_sha256, expires_at)
     values ($1, 'administrator', $2, now() + make_interval(hours => $3))`,
    [organisationId, digest(token), LINK_HOURS],
  )
  return `${config.publicUrl}/welcome/${token}`
}
