/** Bodies and their rules as data: library/bodies/*.json, checked. A rule without a source is refused. */
import { readdirSync, readFileSync } from 'node:fs'
import { bodyShape, type Body, type Procedure, type Rule, type Session } from './body-shape.ts'

export * from './body-shape.ts'

/**
 * A body from its JSON. Throws where a source or procedure is named that is not there, a rule stands before the one that it follows,
 * an id is given twice, or a session ends before it starts.
 */
export function readBody(json: unknown): Body {
  const body = bodyShape.parse(json)
  const refuse = (what: string): never => {
    throw new Error(`Body ${body.id}: ${what}`)
  }
  const sourced = (who: string, keys: readonly string[]): void => {
    for (const key of keys) if (!body.sources[key]) refuse(`${who} names the source '${key}', which is not there.`)
  }
  const ids = new Set<string>()
  const once = (id: string): void => {
    if (ids.has(id)) refuse(`${id} is given twice.`)
    ids.add(id)
  }
  const known = new Set(body.procedures.map(({ id }) => id))

  if (body.members) sourced('its membership', body.members.sources)
  for (const { id, rules } of body.procedures) {
    once(id)
    for (const [i, rule] of rules.entries()) {
      once(rule.id)
      sourced(rule.id, rule.sources)
      for (const { sources } of rule.grounds) sourced(rule.id, sources)
      if (i > 0 && !(rule.validFrom && (rules[i - 1]!.validFrom ?? '') < rule.validFrom))
        refuse(`${rule.id} does not follow the version before it.`)
      if (rule.validTo && rule.validFrom && rule.validTo < rule.validFrom) refuse(`${rule.id} ends before it starts.`)
    }
  }
  for (const session of body.sessions) {
    once(session.id)
    sourced(session.id, session.sources)
    if (session.start && session.end && session.end < session.start) refuse(`${session.id} ends before it starts.`)
    for (const { sources } of session.deadlines) sourced(session.id, sources)
    for (const id of [...session.procedures, ...session.deadlines.map(({ procedure }) => procedure)])
      if (!known.has(id)) refuse(`${session.id} names the procedure '${id}', which is not there.`)
  }
  return body
}

/** A procedure by its id, with its body. Throws where there is none. */
export function procedureOf(id: string, bodies: readonly Body[] = BODIES): { body: Body; procedure: Procedure } {
  for (const body of bodies) {
    const procedure = body.procedures.find(one => one.id === id)
    if (procedure) return { body, procedure }
  }
  throw new Error(`There is no procedure '${id}'.`)
}

/** A version of a rule by its id, old or new: a report keeps the one under which it was written. Throws where there is none. */
export function ruleOf(id: string, bodies: readonly Body[] = BODIES): Rule {
  const rule = bodies.flatMap(({ procedures }) => procedures.flatMap(({ rules }) => rules)).find(one => one.id === id)
  if (!rule) throw new Error(`There is no rule '${id}'.`)
  return rule
}

/** A session by its id. Throws where there is none. */
export function sessionOf(id: string, bodies: readonly Body[] = BODIES): Session {
  const session = bodies.flatMap(({ sessions }) => sessions).find(one => one.id === id)
  if (!session) throw new Error(`There is no session '${id}'.`)
  return session
}

const folder = new URL('./bodies/', import.meta.url)

/** The bodies that the library holds, in the order of their files' names. One file more is one body more. */
export const BODIES: readonly Body[] = readdirSync(folder)
  .filter(name => name.endsWith('.json'))
  .toSorted()
  .map(name => readBody(JSON.parse(readFileSync(new URL(name, folder), 'utf8'))))
