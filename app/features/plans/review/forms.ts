/** From a form's fields to an operation: the same for a form that the browser posts and for one that the island takes over. Pure. */
import {
  FIELD_NAMES,
  ITEM_KINDS,
  type Box,
  type Cite,
  type FieldName,
  type ItemKind,
} from '@open1325/reader/plan-document'
import type { Operation, ReviewItem, Target } from './operation.ts'
import { inTreeOrder, stepOf, subtreeOf, type Step } from './place.ts'
import { tidy } from './operations.ts'

export type Fields = Record<string, string>

/** Errors: a message key for each field that is wrong. */
export type FromForm = { ok: true; operation: Operation } | { ok: false; errors: Record<string, string> }

export interface FormContext {
  items: readonly ReviewItem[]
  newId: () => string
  /** Rows that another person changed after the form was made: a bulk confirmation leaves them out. */
  changedMeanwhile?: ReadonlySet<string>
}

const asked = (errors: Record<string, string>): FromForm => ({ ok: false, errors })
const ok = (operation: Operation): FromForm => ({ ok: true, operation })

/** `fields.act` says which; `fields.row` is the row's id, `fields.version` the version that the form showed. */
export function operationOfForm(fields: Fields, context: FormContext): FromForm {
  const row = context.items.find(item => item.id === fields.row)
  if (fields.act === 'item.add') return added(fields, context)
  if (fields.act === 'item.undo') return ok({ act: 'item.undo', change: fields.change ?? '' })
  if (fields.act === 'confirm-many') return confirmedMany(fields, context)
  if (!row) return asked({ '': 'review.refused.gone' })
  const item: Target = { id: row.id, version: Number(fields.version) || row.version }
  switch (fields.act) {
    case 'item.confirm':
      return ok({ act: 'item.confirm', items: [item] })
    case 'item.edit':
      return edited(fields, row, item)
    case 'item.split':
      return split(fields, row, item, context)
    case 'item.merge':
      return merged(fields, row, context)
    case 'item.rekind':
      return isKind(fields.kind) ? ok({ act: 'item.rekind', item, kind: fields.kind }) : asked({ kind: 'form.needed' })
    case 'item.move':
      return moved(fields, item, context)
    case 'item.delete':
    case 'item.restore':
      return ok({ act: fields.act, item })
    default:
      return asked({ '': 'form.wrong' })
  }
}

const isKind = (kind: string | undefined): kind is ItemKind => ITEM_KINDS.includes(kind as ItemKind)

/** Only what differs from the row that the form showed; all of it where that row is no longer at hand. */
function edited(fields: Fields, row: ReviewItem, item: Target): FromForm {
  const text = tidy(fields.text ?? '')
  if (!text) return asked({ text: 'review.refused.empty' })
  if (tidy(fields.number ?? '').length > 60) return asked({ number: 'form.too-long' })
  const shown = row.version === item.version ? row : null
  const number = tidy(fields.number ?? '') || null
  const changes: Partial<Record<FieldName, string | null>> = {}
  for (const name of FIELD_NAMES) {
    const typed = fields[`field.${name}`]
    if (typed === undefined) continue
    const before = shown?.fields[name]?.text ?? ''
    if (!shown || tidy(typed) !== tidy(before)) changes[name] = tidy(typed) || null
  }
  const cite = citeOf(fields)
  return ok({
    act: 'item.edit',
    item,
    ...(!shown || text !== shown.text ? { text } : {}),
    ...(!shown || number !== shown.number ? { number } : {}),
    ...(Object.keys(changes).length ? { fields: changes } : {}),
    ...(cite ? { cites: [cite] } : {}),
    ...(fields.confirm ? { confirm: true } : {}),
  })
}

/** The parts stand on two lines; or `at` says before which character the second begins. */
function split(fields: Fields, row: ReviewItem, item: Target, { newId }: FormContext): FromForm {
  const at = fields.at ? Number(fields.at) : boundaryIn(row.text, fields.parts ?? '')
  if (at === null || !(at > 0 && at < row.text.length)) return asked({ parts: 'review.refused.nothing-to-split' })
  return ok({ act: 'item.split', item, at, newId: newId() })
}

/** Where the first line of `parts` ends in the text, spaces aside; null where the lines are not the text's own words. */
export function boundaryIn(text: string, parts: string): number | null {
  const lines = parts
    .split(/\r?\n/)
    .map(line => line.replace(/\s+/g, ''))
    .filter(Boolean)
  if (lines.length !== 2 || lines.join('') !== text.replace(/\s+/g, '')) return null
  let left = lines[0]!.length
  for (let i = 0; i < text.length; i++) {
    if (left === 0 && !/\s/.test(text[i]!)) return i
    if (!/\s/.test(text[i]!)) left--
  }
  return null
}

/** The row that comes first in the plan survives, so that the words keep their order. */
function merged(fields: Fields, row: ReviewItem, { items }: FormContext): FromForm {
  const [id, version] = (fields.other || fields.chosen || '').split(':')
  const living = inTreeOrder(items.filter(item => item.deletedAt === null))
  const other = living.find(item => item.id === id)
  if (!other || other.id === row.id) return asked({ other: 'review.refused.gone' })
  const own: Target = { id: row.id, version: Number(fields.version) || row.version }
  const others: Target = { id: other.id, version: Number(version) || other.version }
  const isFirst = living.findIndex(item => item.id === row.id) < living.findIndex(item => item.id === other.id)
  return ok({ act: 'item.merge', into: isFirst ? own : others, from: isFirst ? others : own })
}

function moved(fields: Fields, item: Target, { items }: FormContext): FromForm {
  if (fields.step) {
    const place = stepOf(
      items.filter(other => other.deletedAt === null),
      item.id,
      fields.step as Step,
    )
    return place ? ok({ act: 'item.move', item, ...place }) : asked({ step: 'review.refused.no-further' })
  }
  const parentId = fields.parent || null
  if (parentId === item.id) return asked({ parent: 'review.refused.cycle' })
  return ok({ act: 'item.move', item, parentId })
}

function confirmedMany(fields: Fields, { items, changedMeanwhile }: FormContext): FromForm {
  const living = items.filter(item => item.deletedAt === null)
  const above = Number(fields.above)
  const chosen =
    fields.scope === 'subtree'
      ? subtreeOf(living, fields.row ?? '')
      : living.filter(item => item.confidence !== null && item.confidence >= above)
  const targets = chosen
    .filter(item => item.state !== 'confirmed' && !changedMeanwhile?.has(item.id))
    .map(({ id, version }) => ({ id, version }))
  return targets.length
    ? ok({ act: 'item.confirm', items: targets })
    : asked({ scope: 'review.refused.none-to-confirm' })
}

/** Its names begin with `new-`: the form stands on one page with the one that edits a row. */
function added(fields: Fields, { newId, items }: FormContext): FromForm {
  const errors: Record<string, string> = {}
  const kind = fields['new-kind']
  const cite = citeOf(fields)
  const paged = items.some(item => item.cites.some(({ page }) => page !== null))
  if (!cite) errors.quote = 'form.needed'
  if (!isKind(kind)) errors['new-kind'] = 'form.needed'
  if (cite && paged && cite.page === null) errors['cite-page'] = 'form.needed'
  if (!cite || !isKind(kind) || Object.keys(errors).length) return asked(errors)
  return ok({
    act: 'item.add',
    newId: newId(),
    kind,
    number: tidy(fields['new-number'] ?? '') || null,
    text: tidy(fields['new-text'] ?? '') || cite.quote,
    parentId: fields['new-parent'] || null,
    cites: [cite],
  })
}

/** Where the words stand: page, box (if one was drawn) and quote; null where the form gives no quote. */
function citeOf(fields: Fields): Cite | null {
  const quote = tidy(fields.quote ?? '')
  if (!quote) return null
  const page = /^\d{1,6}$/.test(fields['cite-page'] ?? '') ? Number(fields['cite-page']) : null
  const corners = (fields.box ?? '').split(',').map(Number)
  const box = corners.length === 4 && corners.every(Number.isFinite) ? (corners as Box) : null
  return { page, box, quote }
}
