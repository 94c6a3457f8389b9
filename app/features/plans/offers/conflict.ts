/** When two people work on one row: which parts of it an operation rests on, and whether somebody else changed them since. Pure. */
import type { FieldName } from '@open1325/reader'
import type { RowOperation } from '../review/operation.ts'

/** A row as the history keeps it: the table's own columns. */
export interface Image {
  kind: string
  number: string | null
  text: string
  parent_id: string | null
  position: number
  fields: Record<string, { text: string } | undefined>
  cites: unknown
  state: string
  deleted_at: string | null
  version: number
}

/** A part of a row that two people can change independently. */
export type Aspect = 'kind' | 'number' | 'text' | 'place' | 'state' | 'taken-out' | `field:${FieldName}`

/** What differs between two images. Who confirmed is no part that anybody can disagree on. */
export function changedAspects(before: Image | null, after: Image): Set<Aspect> {
  const changed = new Set<Aspect>()
  if (!before) return changed
  if (before.kind !== after.kind) changed.add('kind')
  if (before.number !== after.number) changed.add('number')
  if (before.text !== after.text) changed.add('text')
  if (before.parent_id !== after.parent_id || before.position !== after.position) changed.add('place')
  if (before.state !== after.state) changed.add('state')
  if ((before.deleted_at === null) !== (after.deleted_at === null)) changed.add('taken-out')
  for (const name of new Set([...Object.keys(before.fields), ...Object.keys(after.fields)]))
    if (before.fields[name]?.text !== after.fields[name]?.text) changed.add(`field:${name as FieldName}`)
  return changed
}

/** Whether what others changed is what the operation was decided on. Who confirms a row vouches for all its words. */
export function restsOn(operation: RowOperation, changed: ReadonlySet<Aspect>): boolean {
  const words = ['kind', 'number', 'text'].some(aspect => changed.has(aspect as Aspect))
  const fields = [...changed].some(aspect => aspect.startsWith('field:'))
  if (operation.act === 'item.restore') return false
  if (changed.has('taken-out')) return true
  switch (operation.act) {
    case 'item.confirm':
    case 'item.merge':
      return words || fields
    case 'item.delete':
      return words || fields || changed.has('state')
    case 'item.edit':
      return (
        (operation.text !== undefined && changed.has('text')) ||
        (operation.number !== undefined && changed.has('number')) ||
        Object.keys(operation.fields ?? {}).some(name => changed.has(`field:${name as FieldName}`)) ||
        (operation.confirm === true && (words || fields))
      )
    case 'item.split':
      return changed.has('text')
    case 'item.move':
      return changed.has('place')
    case 'item.rekind':
      return changed.has('kind')
    case 'item.add':
      return false
  }
}
