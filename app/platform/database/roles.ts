/** The roles that the application acts as. None of them owns a table, so none of them is above row-level security. */
import pg from 'pg'
import { SetupError } from '../setup-error.ts'

export const ROLES = ['open1325_app', 'open1325_auth', 'open1325_jobs'] as const
export type Role = (typeof ROLES)[number]

/**
 * Makes the roles where they are missing, and the schema `jobs` for pg-boss. Sets the passwords where there are any.
 * @param client connected as the owner
 * @throws SetupError when the owner may not make roles
 */
export async function makeRoles(client: pg.ClientBase, passwordOf: (role: Role) => string | null) {
  for (const role of ROLES) {
    await makeRole(client, role)
    const password = passwordOf(role)
    if (password !== null) await client.query(`alter role ${role} password ${pg.escapeLiteral(password)}`)
  }
  await client.query(`
    do $$ begin
      execute format('grant connect on database %I to ${ROLES.join(', ')}', current_database());
    end $$;
    create schema if not exists jobs;
    grant all on schema jobs to open1325_jobs;
  `)
}

async function makeRole(client: pg.ClientBase, role: Role) {
  const { rowCount } = await client.query('select from pg_roles where rolname = $1', [role])
  if (rowCount !== 0) return
  try {
    await client.query(`create role ${role} login nosuperuser nobypassrls nocreatedb nocreaterole`)
  } catch (error) {
    const { code } = error as pg.DatabaseError
    // Roles belong to the whole server: another of its databases may be at the same point.
    if (code === '42710' || code === '23505') return
    if (code !== '42501') throw error
    throw new SetupError(
      'The user in DATABASE_URL may not make roles: give it CREATEROLE, or let an administrator start once.',
    )
  }
}
