/** What is to be different in a commitment, and what that would change: for the change of many at once, and for a table brought in. Pure. */
import type { Field, FieldName } from '@open1325/reader'
import type { Status } from '../voices/model.ts'
import type { Exchanged } from './exchange/columns.ts'

/** Only what is asked for; null takes a field out. */
export interface Patch {
  number?: string | null
  text?: string
  fields?: Partial<Record<FieldName, Pick<Field, 'text' | 'value'> | null>>
  pillar?: { id: string; ref: number }
  /** What our organisation says in its own voice. */
  status?: { status: Status; asOf: string; reason: string }
  /** A commitment that this one puts into practice. */
  link?: { itemId: string; name: string; known: boolean }
}

/** One thing that would change, in the words of the data. */
export interface Difference {
  /** 'text', 'number', 'pillar', 'our_status', 'implements', or a field's name. */
  what: string
  before: string
  after: string
}

/** A row as it would be written. */
export interface Edit {
  id: string
  instrumentId: string
  version: number
  number: string | null
  text: string
  parentId: string | null
  fields: Exchanged['fields']
}

export interface Patched {
  differences: Difference[]
  /** Null where the row itself stays as it is. */
  edit: Edit | null
  status: Patch['status'] | null
  link: { itemId: string } | null
}

export function patched(one: Exchanged, patch: Patch): Patched {
  const differences: Difference[] = []
  const note = (what: string, before: string | null, after: string | null) => {
    if ((before ?? '') === (after ?? '')) return false
    differences.push({ what, before: before ?? '', after: after ?? '' })
    return true
  }
  const edit: Edit = {
    id: one.itemId,
    instrumentId: one.instrumentId,
    version: one.version,
    number: one.number,
    text: one.text,
    parentId: one.parentId,
    fields: { ...one.fields },
  }
  if (patch.number !== undefined && note('number', one.number, patch.number)) edit.number = patch.number
  if (patch.text !== undefined && note('text', one.text, patch.text)) edit.text = patch.text
  if (patch.pillar && note('pillar', one.pillar === null ? null : String(one.pillar), String(patch.pillar.ref)))
    edit.parentId = patch.pillar.id
  for (const [name, wanted] of Object.entries(patch.fields ?? {}) as [
    FieldName,
    Pick<Field, 'text' | 'value'> | null,
  ][])
    if (note(name, told(one.fields[name]), told(wanted ?? undefined))) setField(edit.fields, name, wanted, one.cites)
  const isEdited = differences.length > 0

  const { status, link } = patch
  const isSaid = status && note('our_status', saying(one.ours), saying(status))
  const isLinked = link && !link.known && note('implements', null, link.name)
  return {
    differences,
    edit: isEdited ? edit : null,
    status: isSaid ? status : null,
    link: isLinked ? { itemId: link.itemId } : null,
  }
}

function setField(
  fields: Edit['fields'],
  name: FieldName,
  wanted: Pick<Field, 'text' | 'value'> | null,
  cites: Field['cites'],
) {
  if (wanted === null) delete fields[name]
  // A field that a person fills stands where its row stands.
  else
    fields[name] = {
      text: wanted.text,
      cites: fields[name]?.cites ?? cites,
      ...(wanted.value !== undefined && { value: wanted.value }),
    }
}

/** A field's words, and what they mean where that is known. */
function told(field: Pick<Field, 'text' | 'value'> | undefined): string | null {
  if (!field) return null
  const value = field.value === undefined || field.value === null ? '' : meaning(field.value)
  return value ? `${field.text} [${value}]` : field.text
}

const meaning = (value: unknown): string =>
  typeof value === 'object'
    ? Object.values(value as object)
        .filter(part => part !== null && part !== undefined)
        .join(' – ')
    : String(value)

const saying = (said: Patch['status'] | Exchanged['ours']): string | null =>
  said ? `${said.status}, ${said.asOf}: ${said.reason}` : null
