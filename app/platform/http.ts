/** What every route shares: who asks, in which language, with which services; and how a page, a redirect, a form is answered. */
import type { Context } from 'hono'
import { Hono } from 'hono'
import type { VNode } from 'preact'
import { renderToString } from 'preact-render-to-string'
import type { Logger } from 'pino'
import type { z } from 'zod'
import type { Config } from './config.ts'
import type { Database } from './database/index.ts'
import type { FileStore } from './files.ts'
import type { Jobs } from './jobs.ts'
import type { Words } from './languages.ts'
import type { Mail } from './mail.ts'
import { Problem } from './problem.ts'
import type { SignIn } from './sign-in.ts'
import { wellFormed } from './well-formed.ts'

/** What the whole application runs on; made once at the start. */
export interface Services {
  config: Config
  database: Database
  files: FileStore
  jobs: Jobs
  mail: Mail
  log: Logger
  signIn: SignIn
}

export type Role = 'reader' | 'contributor' | 'editor' | 'administrator'
export const ROLES: Role[] = ['reader', 'contributor', 'editor', 'administrator']

export interface Membership {
  organisationId: string
  organisation: string
  role: Role
  voice: 'government' | 'civil-society' | 'community' | 'independent'
  /** This organisation runs the installation: its administrators let others in. */
  hosts: boolean
}

/** A signed-in person, for the length of a request. */
export interface Person {
  userId: string
  name: string
  email: string
  memberships: Membership[]
  /** The organisation that the desk shows now; null for a person who belongs to none (any more). */
  current: Membership | null
}

export interface Env {
  Variables: {
    services: Services
    words: Words
    /** Null: nobody is signed in. */
    person: Person | null
  }
}
export type Ctx = Context<Env>

export const router = () => new Hono<Env>()

/** One capability of the application: its routes, and the jobs that it works on. */
export interface Feature {
  name: string
  routes: (app: Hono<Env>) => void
  /** Its addresses that take files: they count for themselves how much arrives. */
  takesFiles?: string[]
  /** Says which jobs it works on; called once at the start. */
  work?: (services: Services) => Promise<void>
}

export const hasRole = (person: Person | null, least: Role): boolean =>
  person?.current != null && ROLES.indexOf(person.current.role) >= ROLES.indexOf(least)

/** The person with at least this role in her current organisation; else a problem that says what is missing. */
export function member(c: Ctx, least: Role = 'reader'): Person & { current: Membership } {
  const person = c.get('person')
  if (!person) throw new Problem('sign-in-needed')
  if (!person.current || !hasRole(person, least)) throw new Problem('not-allowed')
  return { ...person, current: person.current }
}

/** The whole page as bytes: a long string would be gone through twice more on its way out. */
export const htmlOf = (node: VNode): Buffer<ArrayBuffer> => Buffer.from('<!doctype html>' + renderToString(node))

/** Answers with a page. */
export function page(c: Ctx, node: VNode, status: 200 | 401 | 403 | 404 | 409 | 410 | 413 | 422 | 429 | 500 = 200) {
  return c.body(htmlOf(node), status, { 'Content-Type': 'text/html; charset=UTF-8' })
}

/** After a form was acted on: see the result under its own address, so that reloading repeats nothing. */
export const seeOther = (c: Ctx, to: string) => c.redirect(to, 303)

export interface FormErrors {
  /** One sentence for each field in error, by the field's name, in the reader's language. */
  fields: Record<string, string>
}
export type FormResult<T> =
  | { ok: true; value: T; typed: Record<string, string> }
  | { ok: false; errors: FormErrors; typed: Record<string, string> }

/**
 * Reads a posted form with a Zod schema. What was typed comes back in every case, for the form to be shown again with it.
 * A message that is a key of the language files is translated; a schema says `z.string().min(1, 'form.needed')`.
 */
export async function readForm<T extends z.ZodType>(c: Ctx, schema: T): Promise<FormResult<z.output<T>>> {
  const body = await c.req.parseBody({ all: true }).then(wellFormed, () => {
    throw new Problem('bad-input')
  })
  return checkForm(c, schema, body)
}

/** Checks the fields of a form that was read elsewhere (one with files) in the same way. */
export function checkForm<T extends z.ZodType>(
  c: Ctx,
  schema: T,
  body: Record<string, unknown>,
): FormResult<z.output<T>> {
  const typed: Record<string, string> = {}
  for (const [name, value] of Object.entries(body)) if (typeof value === 'string') typed[name] = value
  const result = schema.safeParse(body)
  if (result.success) return { ok: true, value: result.data, typed }
  const { t, has } = c.get('words')
  const fields: Record<string, string> = {}
  for (const issue of result.error.issues) {
    const name = String(issue.path[0] ?? '')
    fields[name] ??= has(issue.message) ? t(issue.message) : t('form.wrong')
  }
  return { ok: false, errors: { fields }, typed }
}

/** The JSON that a script sent; null where it is none. */
export const readJson = (c: Ctx): Promise<unknown> => c.req.json<unknown>().then(wellFormed, () => null)

/** A whole number in an address or a form, from 0 on; null for anything else, also for one too great for a row's number. */
export const wholeNumber = (text: string | undefined): number | null =>
  /^\d{1,15}$/.test(text ?? '') ? Number(text) : null

/**
 * The path to come back to after signing in: only a path of ours, never another site. A browser leaves tabs and line ends out of an
 * address before it reads it, so that what stands behind them would become its beginning: none is let through.
 */
export const safePath = (path: string | undefined | null): string =>
  path && /^\/(?![/\\])/.test(path) && !/\p{Cc}/u.test(path) ? path : '/desk'
