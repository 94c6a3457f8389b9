/** From a text, a file or a frozen report to rows that a person confirms; from these to a set. */
import { readLines, ReaderError } from '@open1325/reader'
import { changing, reading } from '../../../platform/access.ts'
import { receiveSmall } from '../../../platform/files/receive-small.ts'
import { checkForm, member, page, seeOther, type Ctx } from '../../../platform/http.ts'
import { Problem } from '../../../platform/problem.ts'
import { wellFormed } from '../../../platform/well-formed.ts'
import { slugOf } from '../../plans/offers/facts.ts'
import { paths as reportPaths } from '../../reports/model.ts'
import { editionAt } from '../../reports/queries/editions.ts'
import { paths } from '../model.ts'
import { setEditions } from '../queries/editions.ts'
import { addRecommendations, addSet, type RecommendationSet } from '../queries/sets.ts'
import { linesOfFile, linesOfText, split, type Line } from '../split/index.ts'
import { linesOfBlocks } from '../split/blocks.ts'
import { ConfirmPage } from './confirm-page.tsx'
import { factsIn, FOR_ALL, NEW_FORM } from './forms.ts'
import { NewPage } from './new-page.tsx'
import type { Typed } from './facts-fields.tsx'
import { database, setToChange, showSet } from './set-routes.tsx'
import { MOST_ROWS, recommendationsIn, takenFrom, takenIn, type TakenRow } from './taken.ts'
import { z } from 'zod'

/** Megabytes of a file whose text is taken apart, and pages of it. */
const LARGEST_MEGABYTES = 25
const MOST_PAGES = 300
/** Characters of a pasted text. */
const LONGEST_TEXT = 500_000

export async function showNew(c: Ctx, form: Typed | null = null) {
  const person = member(c, 'contributor')
  if (!form && c.req.query('edition') !== undefined) return showEdition(c)
  const editions = await reading(database(c), person.userId, tx => setEditions(tx, person.current.organisationId))
  return page(c, <NewPage c={c} editions={editions} form={form} />, form ? 422 : 200)
}

/** A frozen recommendation set as rows; its facts are what the report says of itself. */
async function showEdition(c: Ctx) {
  const person = member(c, 'contributor')
  const [slug = '', number = ''] = (c.req.query('edition') ?? '').split('/')
  const edition = await reading(database(c), person.userId, async tx => {
    const own = await setEditions(tx, person.current.organisationId)
    const isOwn = own.some(one => one.slug === slug && String(one.number) === number)
    return isOwn ? editionAt(tx, slug, Number(number)) : undefined
  })
  if (!edition) throw new Problem('not-found')
  const adoptedOn = edition.frozenAt.toISOString().slice(0, 10)
  const { origin } = new URL(c.get('services').config.publicUrl)
  const typed = {
    id: crypto.randomUUID(),
    title: edition.title,
    body: edition.organisation,
    country: edition.country ?? '',
    adoptedOn,
    language: edition.language.split('-')[0]!,
    addressee: edition.body ?? '',
    sourceUrl: edition.publishedAt ? origin + reportPaths.edition(edition.slug, edition.number) : '',
  }
  return showConfirm(c, { typed, errors: null }, null, linesOfBlocks(edition.document.blocks), adoptedOn)
}

/** Sent with a text to be taken apart; or with none, for rows to be entered by hand. A text that is there is never dropped. */
export async function read(c: Ctx) {
  const person = member(c, 'contributor')
  const { t } = c.get('words')
  const { fields, file, tooLarge } = await receiveSmall(c.req.raw, LARGEST_MEGABYTES * 1_000_000)
  const set = fields.set ? await reading(database(c), person.userId, tx => setToChange(tx, person, fields.set!)) : null
  const again = (form: Typed) => (set ? showSet(c, { text: form }, set.slug) : showNew(c, form))

  const checked = set ? null : checkForm(c, NEW_FORM, fields)
  if (checked && !checked.ok) return again(checked)
  const text = fields.text ?? ''
  const isEmpty = !file && !tooLarge && !text.trim()
  if (checked && fields.how === 'hand' && isEmpty) {
    const slug = await keepSet(c, checked.value, [])
    return seeOther(c, `${paths.set(slug)}?done=added`)
  }
  const wrong = (name: 'text' | 'file', sentence: string) =>
    again({ typed: fields, errors: { fields: { [name]: sentence } } })
  if (tooLarge) return wrong('file', t('rec.file.too-large', { megabytes: LARGEST_MEGABYTES }))
  if (isEmpty) return wrong('text', t('rec.text.needed'))
  if (text.length > LONGEST_TEXT) return wrong('text', t('form.too-long'))
  try {
    const lines = file ? linesOfFile(await linesIn(file)) : linesOfText(text)
    if (!lines.some(line => line.text)) return wrong(file ? 'file' : 'text', t('rec.text.none'))
    const adoptedOn = set ? set.adoptedOn : (checked?.value.adoptedOn ?? null)
    return showConfirm(c, { typed: fields, errors: null }, set, lines, adoptedOn)
  } catch (error) {
    if (!(error instanceof ReaderError)) throw error
    return wrong('file', t('citations.unreadable'))
  }
}

const linesIn = ({ bytes, name }: { bytes: Uint8Array; name: string }) =>
  readLines(bytes, { name, maxBytes: LARGEST_MEGABYTES * 1_000_000, maxPages: MOST_PAGES, threads: 1 })

function showConfirm(
  c: Ctx,
  form: Typed,
  set: RecommendationSet | null,
  lines: readonly Line[],
  adoptedOn: string | null,
) {
  const all = split(lines)
  const rows = takenFrom(all.slice(0, MOST_ROWS), adoptedOn)
  return page(c, <ConfirmPage c={c} {...{ rows, form, set }} isCut={all.length > MOST_ROWS} />)
}

const KEEP_FORM = z.object(FOR_ALL)

/** Keeps the rows that a person ticked, in a new set or in the one that they are added to. */
export async function keep(c: Ctx) {
  const person = member(c, 'contributor')
  const { t, colon } = c.get('words')
  const body = await c.req.parseBody().then(wellFormed, () => {
    throw new Problem('bad-input')
  })
  const slug = typeof body.set === 'string' ? body.set : null
  const set = slug === null ? null : await reading(database(c), person.userId, tx => setToChange(tx, person, slug))
  const rows = takenIn(body)
  const form = checkForm(c, set ? KEEP_FORM : NEW_FORM, body)
  const errors = {
    ...(form.ok ? {} : form.errors.fields),
    ...Object.fromEntries(rows.flatMap(({ error }, n) => (error ? [[`row-${n}`, `${n + 1}${colon}${t(error)}`]] : []))),
    ...(rows.some(row => row.keep) ? {} : { 'row-0': t('rec.keep.none') }),
  }
  if (!form.ok || Object.keys(errors).length)
    return page(
      c,
      <ConfirmPage c={c} {...{ rows, set }} form={{ typed: form.typed, errors: { fields: errors } }} isCut={false} />,
      422,
    )
  if (!set) {
    const added = await keepSet(c, form.value as z.output<typeof NEW_FORM>, rows)
    return seeOther(c, `${paths.set(added)}?done=added`)
  }
  await changing(database(c), person.userId, { act: 'instrument.row' }, async tx => {
    const now = await setToChange(tx, person, set.slug)
    await addRecommendations(tx, now, person.userId, recommendationsIn(rows, form.value))
  })
  return seeOther(c, `${paths.set(set.slug)}?done=row`)
}

/** Gives the address of the new set; sent twice, there is one. */
async function keepSet(c: Ctx, form: z.output<typeof NEW_FORM>, rows: TakenRow[]): Promise<string> {
  const { userId, current } = member(c, 'contributor')
  const facts = factsIn(form)
  const wanted = slugOf({ title: facts.title, country: null, periodStart: facts.adoptedOn, periodEnd: null })
  return changing(database(c), userId, { act: 'instrument.add' }, async tx => {
    const set = await addSet(tx, { userId, organisationId: current.organisationId }, form.id, facts, wanted)
    await addRecommendations(tx, set, userId, recommendationsIn(rows, form))
    return set.slug
  })
}
