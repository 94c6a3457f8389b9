/** What is done with a statement: described, put up, its text frozen anew, closed, withdrawn, removed. */
import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { parseMarkup } from '@open1325/report-writer'
import { changing, reading, type Tx } from '../../../platform/access.ts'
import { member, readForm, seeOther, type Ctx } from '../../../platform/http.ts'
import { LOCALES } from '../../../platform/languages.ts'
import { Problem } from '../../../platform/problem.ts'
import { digestOf, signatureToken } from '../links.ts'
import { subjectOf } from '../../reports/offers/text-checks.ts'
import { mustBeMended } from '../checks.ts'
import { checksOf, database, draftOf, ownStatement, statementFor, type Draft } from '../load.ts'
import { queueLetter, type Letter } from '../mail.ts'
import { paths, type Statement } from '../model.ts'
import { invite, toAskAgain } from '../queries/signatures.ts'
import {
  addEdition,
  addText,
  closeStatement,
  freezeList,
  openStatement,
  removeStatement,
  setStatement,
  textsOf,
  withdrawStatement,
} from '../queries/statements.ts'
import { openForm, openingOf } from './closing-fields.tsx'
import type { StatementForm } from './statement-forms.tsx'
import { showStatement } from './statement-page.tsx'

const factsForm = z.object({
  version: z.coerce.number().int().positive(),
  title: z.string().trim().min(1, 'form.needed').max(300, 'form.too-long'),
  body: z.string().trim().max(200, 'form.too-long').default(''),
  session: z.string().trim().max(200, 'form.too-long').default(''),
  procedure: z
    .string()
    .default('')
    .refine(id => !id || subjectOf(id) !== null, 'form.wrong')
    .transform(id => id || null),
})

/** Somebody else changed it in between: what was typed is shown again. */
const moved = (c: Ctx, form: StatementForm, typed: Record<string, string>) =>
  showStatement(c, { form, typed, errors: { fields: { '': c.get('words').t('statements.moved') } }, status: 409 })

export async function saveFacts(c: Ctx) {
  const { person, statement } = await statementFor(c, 'contributor')
  const form = await readForm(c, factsForm)
  if (!form.ok) return showStatement(c, { form: 'facts', ...form })
  const { version, ...facts } = form.value
  const saved = await changing(database(c), person.userId, { act: 'statement.describe' }, tx =>
    setStatement(tx, statement.id, version, facts),
  )
  return saved ? seeOther(c, `${paths.statement(statement.id)}?done=saved`) : moved(c, 'facts', form.typed)
}

/** A line to whom it speaks, and headings, are no text to sign. */
const isWritten = async (tx: Tx, statement: Statement, draft: Draft): Promise<boolean> => {
  const typed = statement.reportId ? [] : await textsOf(tx, statement.id)
  return (
    draft.texts.length > 0 &&
    typed.every(({ text }) => parseMarkup(text, anything).some(({ kind }) => kind !== 'heading'))
  )
}

/** Whatever is put in is text. */
const anything = () => ({ blocks: [{ kind: 'paragraph' as const, text: [] }], line: [] })

const seen = z.string().max(64).default('')
/** That it is frozen though something in it must be mended. */
const despite = z.literal('yes').optional()

/** What must be mended in a text that is about to be frozen, unless somebody said that it may stay. */
async function unmended(c: Ctx, tx: Tx, statement: Statement, draft: Draft, isSaid: boolean): Promise<number> {
  return isSaid ? 0 : mustBeMended(await checksOf(c, tx, statement, draft))
}

/** Puts it up for signature with its text as it was looked at; of one that is up, moves its times. */
export async function open(c: Ctx) {
  const { person, statement } = await statementFor(c, 'editor')
  const words = c.get('words')
  const form = await readForm(c, openForm.extend({ seen, despite }))
  if (!form.ok) return showStatement(c, { form: 'open', ...form })
  const times = openingOf(form.value, statement, words)
  if ('errors' in times) return showStatement(c, { form: 'open', typed: form.typed, ...times })
  const refused = await changing(database(c), person.userId, { act: 'statement.open' }, async tx => {
    const now = await ownStatement(c, tx, person)
    if (now.edition === 0) {
      const draft = await draftOf(c, tx, now)
      if (!(await isWritten(tx, now, draft))) return 'statements.open.no-text'
      if (draft.sha256 !== form.value.seen) return 'statements.text.moved'
      if (await unmended(c, tx, now, draft, form.value.despite === 'yes')) return 'statements.despite.needed'
      await addEdition(tx, { statement: now, ...draft, by: person.userId })
    }
    await openStatement(tx, now.id, times.opening)
    return null
  })
  if (refused) {
    const field = refused === 'statements.despite.needed' ? 'despite' : ''
    return showStatement(c, { form: 'open', typed: form.typed, errors: { fields: { [field]: words.t(refused) } } })
  }
  return seeOther(c, `${paths.statement(statement.id)}?done=${statement.state === 'open' ? 'moved' : 'opened'}`)
}

/**
 * The changed text, as it was looked at, becomes the one that is signed. Whoever signed the one before, or was asked to, is asked again.
 */
export async function freezeEdition(c: Ctx) {
  const { person, statement } = await statementFor(c, 'editor')
  const services = c.get('services')
  const form = await readForm(c, z.object({ seen, despite }))
  if (!form.ok) throw new Problem('bad-input')
  const letters = await changing(database(c), person.userId, { act: 'statement.edition' }, async tx => {
    const now = await ownStatement(c, tx, person)
    if (now.state !== 'open') throw new Problem('conflict')
    const draft = await draftOf(c, tx, now)
    if (!(await isWritten(tx, now, draft))) throw new Problem('conflict')
    if (draft.sha256 !== form.value.seen) return 'statements.text.moved'
    if (await unmended(c, tx, now, draft, form.value.despite === 'yes')) return 'statements.despite.needed'
    const number = await addEdition(tx, { statement: now, ...draft, by: person.userId })
    return number === now.edition ? [] : askAgain(tx, c, { ...now, edition: number }, now.edition)
  })
  if (typeof letters === 'string') {
    const isMoved = letters === 'statements.text.moved'
    const errors = { fields: { [isMoved ? '' : 'despite']: c.get('words').t(letters) } }
    return showStatement(c, { form: 'edition', typed: form.typed, errors, status: isMoved ? 409 : 422 })
  }
  if (services.mail.configured) for (const letter of letters) await queueLetter(services, letter)
  return seeOther(c, `${paths.statement(statement.id)}?done=edition`)
}

/** Asks all of the edition before to sign this one. Gives the letters to them. */
async function askAgain(tx: Tx, c: Ctx, statement: Statement, before: number): Promise<Letter[]> {
  const { config } = c.get('services')
  const asked = (await toAskAgain(tx, statement.id, before)).map(({ id: earlierId, ...one }) => {
    const id = randomUUID()
    return { ...one, id, earlierId, tokenSha256: digestOf(signatureToken(config, { id, linkNumber: 1 })) }
  })
  const added = new Set(await invite(tx, { statement, by: c.get('person')!.userId }, asked))
  return asked
    .filter(({ id }) => added.has(id))
    .map(({ id, state }) => ({ kind: state === 'invited' ? 'invitation' : 'again', signature: id }))
}

export async function close(c: Ctx) {
  const { person, statement } = await statementFor(c, 'editor')
  const services = c.get('services')
  const done = await changing(database(c), person.userId, { act: 'statement.close' }, tx =>
    closeStatement(tx, statement.id),
  )
  if (done && services.mail.configured) await queueLetter(services, { kind: 'closed', statement: statement.id })
  return seeOther(c, `${paths.statement(statement.id)}?done=closed`)
}

export async function freezeAgain(c: Ctx) {
  const { person, statement } = await statementFor(c, 'editor')
  const done = await changing(database(c), person.userId, { act: 'statement.list' }, tx => freezeList(tx, statement.id))
  if (!done) throw new Problem('conflict')
  return seeOther(c, `${paths.signatures(statement.id)}?done=listed`)
}

const withdrawForm = z.object({ why: z.string().trim().min(1, 'form.needed').max(2000, 'form.too-long') })

export async function withdraw(c: Ctx) {
  const { person, statement } = await statementFor(c, 'editor')
  const form = await readForm(c, withdrawForm)
  if (!form.ok) return showStatement(c, { form: 'withdraw', ...form })
  const { why } = form.value
  await changing(database(c), person.userId, { act: 'statement.withdraw', why }, tx =>
    withdrawStatement(tx, statement.id, why),
  )
  return seeOther(c, `${paths.statement(statement.id)}?done=withdrawn`)
}

export async function remove(c: Ctx) {
  const person = member(c, 'editor')
  const statement = await reading(database(c), person.userId, tx => ownStatement(c, tx, person))
  await changing(database(c), person.userId, { act: 'statement.remove' }, tx => removeStatement(tx, statement.id))
  return seeOther(c, `${paths.desk}?done=removed`)
}

const languageForm = z.object({ language: z.enum(LOCALES as [string, ...string[]]) })

export async function addLanguage(c: Ctx) {
  const { person, statement } = await statementFor(c, 'contributor')
  const form = await readForm(c, languageForm)
  if (!form.ok) return showStatement(c, { form: 'language', ...form })
  const { language } = form.value
  if (statement.reportId || statement.state === 'withdrawn') throw new Problem('conflict')
  await changing(database(c), person.userId, { act: 'statement.language' }, tx =>
    addText(tx, {
      statementId: statement.id,
      organisationId: statement.organisationId,
      language,
      title: statement.title,
      by: person.userId,
    }),
  )
  return seeOther(c, paths.text(statement.id, language))
}
