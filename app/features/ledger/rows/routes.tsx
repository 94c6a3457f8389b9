/** Instruments of rows on the desk: entered, described, their rows changed, put before the public by an editor. */
import type { Hono } from 'hono'
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
  type Env,
  type Person,
} from '../../../platform/http.ts'
import { Problem } from '../../../platform/problem.ts'
import { slugOf } from '../../plans/offers/facts.ts'
import { publish, removeDraft, wasPublished } from '../../plans/queries/instrument.ts'
import { paths, ROW_KIND, type RowInstrumentKind } from '../model.ts'
import { saveEdits } from '../queries/edit.ts'
import {
  commitmentsOf,
  rowInstrumentBySlug,
  rowInstrumentsOf,
  rowItem,
  type RowInstrument,
} from '../queries/instrument.ts'
import { addInstrument, addRows, setInstrument, takeOut } from '../queries/rows.ts'
import { factsIn, fieldsIn, INSTRUMENT_FORM, ROW_FORM } from './forms.ts'
import { InstrumentsPage, NewInstrumentPage, type Typed } from './facts-pages.tsx'
import { InstrumentDeskPage, RowPage } from './pages.tsx'

export function rowRoutes(app: Hono<Env>) {
  app.get('/desk/ledger/instruments', showInstruments)
  app.get('/desk/ledger/instruments/new', c => showNew(c))
  app.post('/desk/ledger/instruments', add)
  app.get('/desk/ledger/instruments/:slug', c => showInstrument(c))
  app.post('/desk/ledger/instruments/:slug/facts', saveFacts)
  app.post('/desk/ledger/instruments/:slug/rows', addRow)
  app.get('/desk/ledger/instruments/:slug/rows/:ref{[0-9]{1,9}}', c => showRow(c))
  app.post('/desk/ledger/instruments/:slug/rows/:ref{[0-9]{1,9}}', saveRow)
  app.post('/desk/ledger/instruments/:slug/rows/:ref{[0-9]{1,9}}/remove', removeRow)
  app.post('/desk/ledger/instruments/:slug/publish', c => setPublic(c, true))
  app.post('/desk/ledger/instruments/:slug/take-back', c => setPublic(c, false))
  app.post('/desk/ledger/instruments/:slug/remove', removeInstrument)
}

type Member = Person & { current: NonNullable<Person['current']> }
const database = (c: Ctx) => c.get('services').database.kysely

/** More rows of one instrument are found by the list, which leafs through them. */
const MOST_ROWS = 1000

/** The instrument at the address, if it is the organisation's own. */
async function ownInstrument(c: Ctx, tx: Tx, person: Member): Promise<RowInstrument> {
  const instrument = await rowInstrumentBySlug(tx, c.req.param('slug') ?? '')
  if (!instrument || instrument.organisationId !== person.current.organisationId) throw new Problem('not-found')
  return instrument
}

const mayChange = (person: Person, { publishedAt }: RowInstrument) =>
  hasRole(person, publishedAt ? 'editor' : 'contributor')

async function toChange(c: Ctx, tx: Tx, person: Member): Promise<RowInstrument> {
  const instrument = await ownInstrument(c, tx, person)
  if (!mayChange(person, instrument)) throw new Problem('not-allowed')
  return instrument
}

async function showInstruments(c: Ctx) {
  const person = member(c)
  const instruments = await reading(database(c), person.userId, tx =>
    rowInstrumentsOf(tx, person.current.organisationId),
  )
  return page(c, <InstrumentsPage c={c} instruments={instruments} mayAdd={hasRole(person, 'contributor')} />)
}

function showNew(c: Ctx, form: Typed | null = null) {
  member(c, 'contributor')
  return page(c, <NewInstrumentPage c={c} form={form} />, form ? 422 : 200)
}

async function add(c: Ctx) {
  const person = member(c, 'contributor')
  const form = await readForm(c, INSTRUMENT_FORM)
  if (!form.ok) return showNew(c, form)
  const { organisationId } = person.current
  const facts = factsIn(form.value)
  const wanted = slugOf({ title: facts.title, country: null, periodStart: facts.adoptedOn, periodEnd: null })
  const slug = await changing(database(c), person.userId, { act: 'instrument.add' }, tx =>
    addInstrument(tx, { userId: person.userId, organisationId }, form.value.id, facts, wanted),
  )
  return seeOther(c, `${paths.deskInstrument(slug)}?done=added`)
}

async function showInstrument(c: Ctx, back: { facts?: Typed; row?: Typed; status?: 409 | 422 } = {}) {
  const person = member(c)
  const found = await reading(database(c), person.userId, async tx => {
    const instrument = await ownInstrument(c, tx, person)
    return {
      instrument,
      commitments: await commitmentsOf(tx, instrument.id, MOST_ROWS),
      everPublic: await wasPublished(tx, instrument.id),
    }
  })
  const may = { change: mayChange(person, found.instrument), publish: hasRole(person, 'editor') }
  return page(
    c,
    <InstrumentDeskPage c={c} {...found} may={may} facts={back.facts ?? null} row={back.row ?? null} />,
    back.status ?? (back.facts || back.row ? 422 : 200),
  )
}

async function saveFacts(c: Ctx) {
  const person = member(c, 'contributor')
  const form = await readForm(c, INSTRUMENT_FORM)
  if (!form.ok) return showInstrument(c, { facts: form })
  const facts = factsIn(form.value)
  const clash = await changing(database(c), person.userId, { act: 'instrument.edit' }, async tx => {
    const instrument = await toChange(c, tx, person)
    const { id, kind, title, issuer, country, adoptedOn, sourceUrl, languages } = instrument
    const now = { kind, title, issuer, country, adoptedOn, sourceUrl, languages: languages.slice(0, 1) }
    if (JSON.stringify(now) === JSON.stringify(facts)) return null
    if (instrument.kind !== facts.kind && (await commitmentsOf(tx, id, 1)).length > 0) throw new Problem('conflict')
    return (await setInstrument(tx, id, form.value.version, facts)) ? null : instrument
  })
  if (!clash) return seeOther(c, `${paths.deskInstrument(c.req.param('slug')!)}?done=saved`)
  const typed = { ...form.typed, version: String(clash.version) }
  return showInstrument(c, { facts: { typed, errors: null, now: clash.title }, status: 409 })
}

async function addRow(c: Ctx) {
  const person = member(c, 'contributor')
  const form = await readForm(c, ROW_FORM)
  if (!form.ok) return showInstrument(c, { row: form })
  const { id, number, text } = form.value
  await changing(database(c), person.userId, { act: 'instrument.row' }, async tx => {
    const instrument = await toChange(c, tx, person)
    const kind = ROW_KIND[instrument.kind as RowInstrumentKind]
    if (!kind) throw new Problem('not-allowed')
    await addRows(tx, instrument, [{ id, kind, number, text, fields: fieldsIn(form.value) }])
  })
  return seeOther(c, `${paths.deskInstrument(c.req.param('slug')!)}?done=row#add`)
}

async function rowOfRequest(c: Ctx, tx: Tx, person: Member) {
  const instrument = await toChange(c, tx, person)
  const item = await rowItem(tx, instrument.id, wholeNumber(c.req.param('ref')) ?? 0)
  if (!item || item.deletedAt) throw new Problem(item ? 'gone' : 'not-found')
  return { instrument, item }
}

async function showRow(c: Ctx, form: Typed | null = null, status: 200 | 409 | 422 = 200) {
  const person = member(c, 'contributor')
  const found = await reading(database(c), person.userId, tx => rowOfRequest(c, tx, person))
  return page(c, <RowPage c={c} {...found} form={form} />, status)
}

async function saveRow(c: Ctx) {
  const person = member(c, 'contributor')
  const form = await readForm(c, ROW_FORM)
  if (!form.ok) return showRow(c, form, 422)
  const { number, text, version } = form.value
  const clash = await changing(database(c), person.userId, { act: 'instrument.row' }, async tx => {
    const { instrument, item } = await rowOfRequest(c, tx, person)
    // What the form does not ask for stays; what it leaves empty goes.
    const { responsible: _, timeframe: __, ...others } = item.fields
    const fields = { ...others, ...fieldsIn(form.value) }
    const isSame =
      item.number === number && item.text === text && JSON.stringify(item.fields) === JSON.stringify(fields)
    if (isSame) return null
    if (item.version !== version) return item
    const { id, parentId } = item
    await saveEdits(tx, [{ id, instrumentId: instrument.id, version, number, text, parentId, fields }])
    return null
  })
  if (!clash) return seeOther(c, `${paths.deskInstrument(c.req.param('slug')!)}?done=saved`)
  const typed = { ...form.typed, version: String(clash.version) }
  const now = [clash.number, clash.text, clash.fields.responsible?.text, clash.fields.timeframe?.text]
  return showRow(c, { typed, errors: null, now: now.filter(Boolean).join(' · ') }, 409)
}

async function removeRow(c: Ctx) {
  const person = member(c, 'contributor')
  const form = await readForm(c, z.object({ version: z.coerce.number().int() }))
  if (!form.ok) throw new Problem('bad-input')
  await changing(database(c), person.userId, { act: 'instrument.row' }, async tx => {
    const instrument = await toChange(c, tx, person)
    const item = await rowItem(tx, instrument.id, wholeNumber(c.req.param('ref')) ?? 0)
    if (!item) throw new Problem('not-found')
    if (item.deletedAt) return
    if (!(await takeOut(tx, item.id, form.value.version)))
      throw new Problem('conflict', c.get('words').t('bulk.conflict.title'))
  })
  return seeOther(c, `${paths.deskInstrument(c.req.param('slug')!)}?done=removed`)
}

/** An editor's act. Doing it again changes nothing. */
async function setPublic(c: Ctx, isPublic: boolean) {
  const person = member(c, 'editor')
  const act = isPublic ? 'instrument.publish' : 'instrument.take-back'
  const slug = await changing(database(c), person.userId, { act }, async tx => {
    const instrument = await ownInstrument(c, tx, person)
    if ((instrument.publishedAt !== null) === isPublic) return instrument.slug
    if (isPublic && (await commitmentsOf(tx, instrument.id, 1)).length === 0)
      throw new Problem('conflict', c.get('words').t('instruments.publish.none'))
    if (!(await publish(tx, instrument.id, isPublic))) throw new Problem('not-allowed')
    return instrument.slug
  })
  return seeOther(c, `${paths.deskInstrument(slug)}?done=${isPublic ? 'published' : 'taken-back'}`)
}

async function removeInstrument(c: Ctx) {
  const person = member(c, 'contributor')
  await changing(database(c), person.userId, { act: 'instrument.remove' }, async tx => {
    const instrument = await rowInstrumentBySlug(tx, c.req.param('slug') ?? '')
    if (!instrument) return
    if (instrument.organisationId !== person.current.organisationId) throw new Problem('not-found')
    if (!(await removeDraft(tx, instrument.id))) throw new Problem('not-allowed')
  })
  return seeOther(c, `${paths.desk}/instruments`)
}
