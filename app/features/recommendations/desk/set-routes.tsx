/** A set of recommendations on the desk and each one of it: shown, changed, put before the public. */
import { z } from 'zod'
import { changing, reading, type Tx } from '../../../platform/access.ts'
import {
  hasRole,
  member,
  page,
  readForm,
  seeOther,
  wholeNumber,
  type Ctx,
  type Membership,
  type Person,
} from '../../../platform/http.ts'
import { Problem } from '../../../platform/problem.ts'
import { saveEdits } from '../../ledger/queries/edit.ts'
import { rowItem } from '../../ledger/queries/instrument.ts'
import { takeOut } from '../../ledger/queries/rows.ts'
import { publish } from '../../plans/queries/instrument.ts'
import { paths } from '../model.ts'
import { recommendationsByIds } from '../queries/list.ts'
import { earlierOnes, setRepeats } from '../queries/repeats.ts'
import {
  addRecommendations,
  recommendationsOf,
  saveFacts,
  saveSet,
  setBySlug,
  type RecommendationSet,
} from '../queries/sets.ts'
import type { Typed } from './facts-fields.tsx'
import { FACTS_FORM, factsIn, fieldsIn, knownOf, ROW_FORM, typedOfRow } from './forms.ts'
import { OnePage } from './one-page.tsx'
import { SetPage } from './set-page.tsx'

export type Member = Person & { current: Membership }
export const database = (c: Ctx) => c.get('services').database.kysely

const today = (): string => new Date().toISOString().slice(0, 10)

/** The organisation's own set at this address. @throws Problem 'not-found' */
async function ownSet(tx: Tx, { current }: Member, slug: string): Promise<RecommendationSet> {
  const set = await setBySlug(tx, slug)
  if (!set || set.organisationId !== current.organisationId) throw new Problem('not-found')
  return set
}

const mayChange = (person: Person, { publishedAt }: RecommendationSet) =>
  hasRole(person, publishedAt ? 'editor' : 'contributor')

/** @throws Problem 'not-found', 'not-allowed' */
export async function setToChange(tx: Tx, person: Member, slug: string): Promise<RecommendationSet> {
  const set = await ownSet(tx, person, slug)
  if (!mayChange(person, set)) throw new Problem('not-allowed')
  return set
}

const slugIn = (c: Ctx) => c.req.param('slug') ?? ''

interface Back {
  facts?: Typed
  row?: Typed
  text?: Typed
  status?: 409 | 422
}

export async function showSet(c: Ctx, back: Back = {}, slug = slugIn(c)) {
  const person = member(c)
  const found = await reading(database(c), person.userId, async tx => {
    const set = await ownSet(tx, person, slug)
    return { set, rows: await recommendationsOf(tx, set.id) }
  })
  const may = { change: mayChange(person, found.set), publish: hasRole(person, 'editor') }
  const { facts = null, row = null, text = null } = back
  return page(
    c,
    <SetPage c={c} {...found} {...{ may, facts, row, text }} today={today()} />,
    back.status ?? (facts || row || text ? 422 : 200),
  )
}

export async function saveSetFacts(c: Ctx) {
  const person = member(c, 'contributor')
  const form = await readForm(c, FACTS_FORM)
  if (!form.ok) return showSet(c, { facts: form })
  const clash = await changing(database(c), person.userId, { act: 'instrument.edit' }, async tx => {
    const set = await setToChange(tx, person, slugIn(c))
    const facts = factsIn(form.value)
    const { title, issuer, country, adoptedOn, sourceUrl, languages, session } = set
    const now = { title, issuer, country, adoptedOn, session, sourceUrl, languages: languages.slice(0, 1) }
    if (
      Object.entries(now).every(
        ([name, value]) => JSON.stringify(facts[name as keyof typeof now]) === JSON.stringify(value),
      )
    )
      return null
    // A document of another kind than this form makes stays what it is.
    const kept = { ...facts, kind: set.kind as typeof facts.kind }
    return (await saveSet(tx, set.id, form.value.version, kept)) ? null : set
  })
  if (!clash) return seeOther(c, `${paths.set(slugIn(c))}?done=saved`)
  const typed = { ...form.typed, version: String(clash.version) }
  return showSet(c, { facts: { typed, errors: null, now: clash.title }, status: 409 })
}

export async function addRow(c: Ctx) {
  const person = member(c, 'contributor')
  const form = await readForm(c, ROW_FORM)
  if (!form.ok) return showSet(c, { row: form })
  const { id, number, text, theme } = form.value
  await changing(database(c), person.userId, { act: 'instrument.row' }, async tx => {
    const set = await setToChange(tx, person, slugIn(c))
    await addRecommendations(tx, set, person.userId, [
      { id, number, text, theme, followUpOn: null, fields: fieldsIn(form.value), cites: [] },
    ])
  })
  return seeOther(c, `${paths.set(slugIn(c))}?done=row#add`)
}

/** An editor's act. Doing it again changes nothing. */
export async function setPublic(c: Ctx, isPublic: boolean) {
  const person = member(c, 'editor')
  const act = isPublic ? 'instrument.publish' : 'instrument.take-back'
  await changing(database(c), person.userId, { act }, async tx => {
    const set = await ownSet(tx, person, slugIn(c))
    if ((set.publishedAt !== null) === isPublic) return
    if (isPublic && (await recommendationsOf(tx, set.id)).length === 0)
      throw new Problem('conflict', c.get('words').t('rec.publish.none'))
    if (!(await publish(tx, set.id, isPublic))) throw new Problem('not-allowed')
  })
  return seeOther(c, `${paths.set(slugIn(c))}?done=${isPublic ? 'published' : 'taken-back'}`)
}

// One of them --------------------------------------------------------------------------------------------------------------------

async function oneOfRequest(c: Ctx, tx: Tx, person: Member) {
  const set = await setToChange(tx, person, slugIn(c))
  const item = await rowItem(tx, set.id, wholeNumber(c.req.param('ref')) ?? 0)
  if (!item || item.deletedAt) throw new Problem(item ? 'gone' : 'not-found')
  const [row] = await recommendationsByIds(tx, [item.id])
  if (!row) throw new Problem('not-found')
  return { set, item, row }
}

export async function showOne(
  c: Ctx,
  back: (Typed & { repeats: string[] }) | null = null,
  status: 200 | 409 | 422 = 200,
) {
  const person = member(c, 'contributor')
  const { set, item, row, earlier } = await reading(database(c), person.userId, async tx => {
    const found = await oneOfRequest(c, tx, person)
    return { ...found, earlier: await earlierOnes(tx, found.set, found.item.id) }
  })
  const form = back ?? { typed: typedOfRow(row, item.fields), errors: null }
  const repeats = back?.repeats ?? row.repeats.map(one => one.itemId)
  return page(c, <OnePage c={c} {...{ set, row, earlier, repeats, form }} />, status)
}

export async function saveOne(c: Ctx) {
  const person = member(c, 'contributor')
  const form = await readForm(c, ROW_FORM)
  if (!form.ok) return showOne(c, { ...form, repeats: await repeatsTyped(c) }, 422)
  const { number, text, version, repeats } = form.value
  const clash = await changing(database(c), person.userId, { act: 'instrument.row' }, async tx => {
    const { set, item, row } = await oneOfRequest(c, tx, person)
    // What the form does not ask for stays; what it leaves empty goes.
    const { responsible, timeframe, ...others } = item.fields
    const typed = fieldsIn(form.value)
    // A time that the document states in words keeps them, as long as the day is the same.
    const day = (timeframe?.value as { end?: string } | undefined)?.end
    const fields = {
      ...others,
      ...typed,
      ...(responsible && responsible.text === form.value.addressee && { responsible }),
      ...(timeframe && day === form.value.due && { timeframe }),
      ...(timeframe && !day && !form.value.due && { timeframe }),
    }
    const known = knownOf(form.value)
    const isSame =
      row.number === number &&
      row.text === text &&
      sameFields(item.fields, fields) &&
      Object.entries(known).every(([name, value]) => row[name as keyof typeof known] === value) &&
      JSON.stringify(row.repeats.map(one => one.itemId).toSorted()) === JSON.stringify(repeats.toSorted())
    if (isSame) return null
    if (item.version !== version) return row
    await saveEdits(tx, [{ id: item.id, instrumentId: set.id, version, number, text, parentId: item.parentId, fields }])
    await saveFacts(tx, set, item.id, person.userId, known)
    await setRepeats(tx, set, item.id, person.userId, repeats)
    return null
  })
  if (!clash) return seeOther(c, `${paths.set(slugIn(c))}?done=saved`)
  const now = [clash.number, clash.text, clash.responsible, clash.due].filter(Boolean).join(' · ')
  return showOne(c, { typed: { ...form.typed, version: String(clash.version) }, errors: null, now, repeats }, 409)
}

const sameFields = (a: Record<string, unknown>, b: Record<string, unknown>): boolean =>
  [...new Set([...Object.keys(a), ...Object.keys(b)])].every(
    name => JSON.stringify(a[name]) === JSON.stringify(b[name]),
  )

/** The ticked boxes of a form that came back. */
async function repeatsTyped(c: Ctx): Promise<string[]> {
  const { repeats } = await c.req.parseBody({ all: true })
  return [repeats].flat().filter(one => typeof one === 'string')
}

export async function removeOne(c: Ctx) {
  const person = member(c, 'contributor')
  const form = await readForm(c, z.object({ version: z.coerce.number().int() }))
  if (!form.ok) throw new Problem('bad-input')
  await changing(database(c), person.userId, { act: 'instrument.row' }, async tx => {
    const set = await setToChange(tx, person, slugIn(c))
    const item = await rowItem(tx, set.id, wholeNumber(c.req.param('ref')) ?? 0)
    if (!item) throw new Problem('not-found')
    if (item.deletedAt) return
    if (!(await takeOut(tx, item.id, form.value.version))) throw new Problem('conflict')
  })
  return seeOther(c, `${paths.set(slugIn(c))}?done=removed`)
}
