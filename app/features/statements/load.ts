/** What several pages need of a statement: found once for a request, as the asker may see it. */
import { createHash } from 'node:crypto'
import { reading, type Tx } from '../../platform/access.ts'
import { member, type Ctx, type Membership, type Person, type Role } from '../../platform/http.ts'
import { Problem } from '../../platform/problem.ts'
import { bodiesSeenBy } from '../clock/offers/bodies.ts'
import { knownNames } from '../reports/queries/checks.ts'
import { editionAt, editionsOf } from '../reports/queries/editions.ts'
import { absenceOf } from './absence/queries.ts'
import type { PutAbsence } from './absence/model.ts'
import { checkText, type CheckedText, type Checking } from './checks.ts'
import { documentOf, wordsToKeep } from './document.ts'
import type { EditionText, Statement } from './model.ts'
import { absencesOf, cosignersOf, statementById, textsOf } from './queries/statements.ts'

export type Member = Person & { current: Membership }

export const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

export const database = (c: Ctx) => c.get('services').database.kysely
export const originOf = (c: Ctx): string => new URL(c.get('services').config.publicUrl).origin
export const asker = (c: Ctx) => c.get('person')?.userId ?? null

/** The organisation's own statement at the address. @throws Problem 'not-found' */
export async function ownStatement(c: Ctx, tx: Tx, person: Member): Promise<Statement> {
  const id = c.req.param('id') ?? ''
  const statement = UUID.test(id) ? await statementById(tx, id, person.current.organisationId) : undefined
  if (!statement) throw new Problem('not-found')
  return statement
}

export async function statementFor(c: Ctx, role: Role): Promise<{ person: Member; statement: Statement }> {
  const person = member(c, role)
  return { person, statement: await reading(database(c), person.userId, tx => ownStatement(c, tx, person)) }
}

/** The text as it would be frozen now, with what was put in. */
export interface Draft {
  texts: EditionText[]
  absences: PutAbsence[]
  words: string
  /** Of the words: what was looked at is what is frozen. */
  sha256: string
}

export async function draftOf(c: Ctx, tx: Tx, statement: Statement): Promise<Draft> {
  const absences = await absencesOf(tx, statement.id)
  const texts = statement.reportId
    ? await textOfReport(tx, statement)
    : (await textsOf(tx, statement.id)).map(text => ({
        language: text.language,
        document: documentOf(text, absences, originOf(c)),
        listNote: text.listNote,
      }))
  const words = wordsToKeep(texts)
  const sha256 = createHash('sha256').update(words).digest('hex')
  return { texts, absences: statement.reportId ? [] : absences, words, sha256 }
}

/** Empty where the report's edition is not before the public (any more). */
async function textOfReport(tx: Tx, { reportId, reportNumber }: Statement): Promise<EditionText[]> {
  const [there] = (await editionsOf(tx, reportId!)).filter(
    ({ number, publishedAt }) => number === reportNumber && publishedAt,
  )
  const edition = there && (await editionAt(tx, there.slug, there.number))
  return edition ? [{ language: edition.language, document: { ...edition.document, claims: [] }, listNote: '' }] : []
}

/** The numbers of what was put in that would say something else today, or cannot be asked any more. */
export async function changedSince(
  tx: Tx,
  statement: Statement,
  absences: readonly PutAbsence[],
): Promise<Map<number, 'changed' | 'gone'>> {
  const changed = new Map<number, 'changed' | 'gone'>()
  for (const put of absences) {
    const now = await absenceOf(tx, put.source, statement.organisationId)
    if (!now) changed.set(put.number, 'gone')
    else if (now.version !== put.version) changed.set(put.number, 'changed')
  }
  return changed
}

/** How its texts are checked, as the organisation's members see what they are checked against. */
export async function checkingOf(c: Ctx, tx: Tx, statement: Statement): Promise<Checking> {
  const { named } = await cosignersOf(tx, statement.id, statement.edition)
  return {
    statement,
    signers: named.map(({ name }) => name),
    known: await knownNames(tx, statement.organisationId),
    bodies: await bodiesSeenBy(tx, statement.organisationId),
    locale: c.get('words').locale,
  }
}

/** Of each text of a draft; none of a report's, which was checked before it was frozen. */
export async function checksOf(c: Ctx, tx: Tx, statement: Statement, { texts }: Draft): Promise<CheckedText[]> {
  if (statement.reportId) return []
  const checking = await checkingOf(c, tx, statement)
  return texts.map(({ document }) => checkText(document, checking))
}
