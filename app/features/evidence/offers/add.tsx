/** Adding evidence: a file, a photo, a link, a dataset, a note; or a file that comes with another form. */
import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { changing, type Tx } from '../../../platform/access.ts'
import { changeIdOf } from '../../../platform/change-id.ts'
import {
  checkForm,
  hasRole,
  member,
  page,
  seeOther,
  type Ctx,
  type FormErrors,
  type Membership,
  type Person,
} from '../../../platform/http.ts'
import { Problem } from '../../../platform/problem.ts'
import { forgetRemoved } from '../../plans/offers/forget.ts'
import { VISIBILITIES } from '../../voices/model.ts'
import { AddPage } from '../add-page.tsx'
import { figureForEvidence } from '../figure.tsx'
import { anchorIn, CONSENTS, EVIDENCE_KINDS, mayBeShown, paths, type Anchor, type EvidenceKind } from '../model.ts'
import { addEvidence, attachTo, evidenceById, rowById } from '../queries.ts'
import { rowPage, UUID } from '../row.tsx'
import { receiveForm, type Received } from './receive.ts'
import { statusOf, type Refusal } from './refusals.ts'

const orNothing = (longest: number) =>
  z
    .string()
    .trim()
    .max(longest, 'form.too-long')
    .default('')
    .transform(text => text || null)

const DATE = /^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/
const HTTP = /^https?:\/\/[^\s/]+\S*$/i

/** What a person may say of a piece of evidence, now or later. */
export const factsForm = z.object({
  title: z.string().trim().max(300, 'form.too-long').default(''),
  author: orNothing(300),
  dated: orNothing(10).refine(text => text === null || DATE.test(text), 'evidence.dated.wrong'),
  note: orNothing(20_000),
  url: orNothing(2000).refine(text => text === null || HTTP.test(text), 'evidence.url.wrong'),
  seenOn: z
    .union([z.literal(''), z.iso.date('evidence.seen-on.wrong')])
    .default('')
    .transform(text => text || null),
  consent: z.enum(CONSENTS, 'evidence.consent.needed'),
  visibility: z.enum(VISIBILITIES),
})
export type FactsForm = z.output<typeof factsForm>

/** What is wrong with the facts beyond each field by itself: sentences by field. */
export function wrongIn(
  c: Ctx,
  kind: EvidenceKind,
  { url, seenOn, note, title, consent, visibility }: FactsForm,
  file: { fileName: string } | null,
): FormErrors['fields'] {
  const { t } = c.get('words')
  const fields: FormErrors['fields'] = {}
  if (!title && !file) fields.title = t('form.needed')
  if (kind === 'link' && !url) fields.url = t('evidence.url.needed')
  if (kind === 'link' && !seenOn) fields.seenOn = t('evidence.seen-on.needed')
  if (seenOn && seenOn > new Date(Date.now() + 14 * 3600 * 1000).toISOString().slice(0, 10))
    fields.seenOn = t('evidence.seen-on.wrong')
  if (kind === 'note' && !note) fields.note = t('evidence.note.needed')
  if ((kind === 'file' || kind === 'photo') && !file) fields.file = t('evidence.refused.none')
  if (kind === 'dataset' && !file && !url) fields.file = t('evidence.dataset.needed')
  if (!mayBeShown(consent, visibility)) fields.visibility = t('evidence.visibility.no-consent')
  const outside = visibility === 'partners' || visibility === 'public'
  if (outside && !hasRole(c.get('person'), 'editor')) fields.visibility = t('say.visibility.editors')
  return fields
}

const addForm = factsForm.extend({
  form: z.string().min(1).max(100),
  kind: z.enum(EVIDENCE_KINDS),
  /** The row or the figure that it is attached to. */
  item: z.union([z.literal(''), z.string().regex(UUID)]).default(''),
  figure: z.union([z.literal(''), z.string().regex(UUID)]).default(''),
})

export function showAdd(c: Ctx) {
  member(c, 'contributor')
  const kind = EVIDENCE_KINDS.find(one => one === c.req.query('kind')) ?? null
  const typed: Record<string, string> = {}
  for (const name of ['item', 'figure']) {
    const id = c.req.query(name)
    if (id && UUID.test(id)) typed[name] = id
  }
  return page(c, <AddPage c={c} kind={kind} form={{ id: randomUUID(), typed, errors: null }} />)
}

export async function add(c: Ctx) {
  const person = member(c, 'contributor')
  const services = c.get('services')
  const { t } = c.get('words')
  const isKeptAsItIs = ({ asItIs }: Record<string, unknown>) => asItIs === 'yes'
  const { fields, file, refusal } = await receiveForm(c.req.raw, services.files, { isKeptAsItIs })
  const form = checkForm(c, addForm, fields)
  const errors = form.ok ? wrongIn(c, form.value.kind, form.value, file) : form.errors.fields
  if (refusal) errors.file = t(`evidence.refused.${refusal}`)
  if (form.ok && form.value.kind === 'photo' && file && !file.isPhoto) errors.file = t('evidence.refused.no-photo')
  // A file that was sent is not kept until the rest is right: then it has to be chosen again, and the form says so.
  if (!form.ok || Object.keys(errors).length) {
    if (file && !errors.file) errors.file = t('evidence.choose-again')
    // Nobody knows of it, and nobody is to find it.
    if (file) await forgetRemoved(services)
    const kind = EVIDENCE_KINDS.find(one => one === form.typed.kind) ?? null
    return addAgain(c, kind, form.typed, errors, refusal)
  }
  const { form: formId, kind, title, item, figure, ...rest } = form.value
  const id = changeIdOf(formId, { ...form.value, sha256: file?.sha256 })
  const kept = { id, kind: file?.isPhoto ? ('photo' as const) : kind, title: title || file!.fileName, file, ...rest }
  const where = await keepEvidence(c, person, kept, anchorIn({ item, figure }))
  const out = file && fields.asItIs !== 'yes' ? `&out=${file.removed.join('.')}` : ''
  return seeOther(c, where ?? `${paths.desk(id)}?done=added${out}`)
}

function addAgain(
  c: Ctx,
  kind: EvidenceKind | null,
  typed: Record<string, string>,
  fields: FormErrors['fields'],
  refusal: Refusal | null,
) {
  const form = { id: typed.form || randomUUID(), typed, errors: { fields } }
  return page(c, <AddPage c={c} kind={kind} form={form} />, refusal ? statusOf(refusal) : 422)
}

type Kept = Omit<Parameters<typeof addEvidence>[1], 'organisationId' | 'by'>

/** Gives the page of what it is attached to; null for nothing. */
async function keepEvidence(
  c: Ctx,
  person: Person & { current: Membership },
  evidence: Kept,
  to: Anchor | null = null,
): Promise<string | null> {
  const { database, files } = c.get('services')
  const { organisationId } = person.current
  return changing(database.kysely, person.userId, { act: 'evidence.add' }, async tx => {
    const where = to && (await pageOf(c, tx, to, organisationId))
    await addEvidence(tx, { ...evidence, organisationId, by: person.userId })
    // It was there already as somebody else's, which was erased a moment ago: it has to be sent again.
    if (evidence.file && !(await files.has(evidence.file.sha256))) throw new Problem('bad-input')
    if (!(await evidenceById(tx, evidence.id))) throw new Problem('conflict')
    if (to) await attachTo(tx, to, [evidence.id], { userId: person.userId, organisationId })
    return where
  })
}

/** Where what is attached stands. @throws Problem 'not-found', 'gone' */
async function pageOf(c: Ctx, tx: Tx, { relation, id }: Anchor, organisationId: string): Promise<string> {
  if (relation === 'observation') {
    await figureForEvidence(c, tx, id, organisationId)
    return `${paths.figure(id)}?evidence=done`
  }
  const row = await rowById(tx, id)
  if (!row) throw new Problem('not-found')
  return rowPage(row)
}

/** The fields of a file that comes with another form (`NewEvidenceFields`). */
export const newEvidenceForm = z.object({
  evidenceTitle: z.string().trim().max(300, 'form.too-long').default(''),
  evidenceConsent: z.enum(CONSENTS).default('not-given'),
})

/**
 * Keeps a file that came with another form, for the organisation's own eyes; once for each form and file. Gives its id.
 * @param about null where what was typed of it is wrong: the file is kept under its own name, and nothing is said of consent
 */
export async function keepWithForm(
  c: Ctx,
  person: Person & { current: Membership },
  file: Received,
  about: z.output<typeof newEvidenceForm> | null,
  formId: string,
): Promise<string> {
  const id = changeIdOf(formId || randomUUID(), { sha256: file.sha256 })
  await keepEvidence(c, person, {
    id,
    kind: file.isPhoto ? 'photo' : 'file',
    title: about?.evidenceTitle || file.fileName,
    file,
    author: null,
    dated: null,
    note: null,
    url: null,
    seenOn: null,
    consent: about?.evidenceConsent ?? 'not-given',
    visibility: 'organisation',
  })
  return id
}
