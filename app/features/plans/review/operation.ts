/** What a person can do to the rows that the machine read, as data: sent by the forms, queued by the island, kept under its id. */
import type { Cite, FieldName, ItemKind } from '@open1325/reader'
import type { PlanItem } from '../model.ts'

/** An item as the review needs it: also those that were taken out or merged away. */
export interface ReviewItem extends PlanItem {
  confirmedBy: string | null
  /** ISO 8601. */
  confirmedAt: string | null
  deletedAt: string | null
  mergedInto: string | null
}

/** A row as the person saw it: what she did counts for that version. */
export interface Target {
  id: string
  version: number
}

export interface Confirm {
  act: 'item.confirm'
  items: Target[]
}
/** Only what the person changed. A field that becomes null is taken out. */
export interface Edit {
  act: 'item.edit'
  item: Target
  number?: string | null
  text?: string
  fields?: Partial<Record<FieldName, string | null>>
  /** The words were taken from the page anew: where they stand. */
  cites?: Cite[]
  confirm?: boolean
}
export interface Split {
  act: 'item.split'
  item: Target
  /** Characters of the text before the second row begins. */
  at: number
  newId: string
}
export interface Merge {
  act: 'item.merge'
  into: Target
  from: Target
}
export interface Move {
  act: 'item.move'
  item: Target
  parentId: string | null
  /** The sibling that it comes after; null: first; left out: where it stands in the reading order. */
  after?: string | null
}
export interface Rekind {
  act: 'item.rekind'
  item: Target
  kind: ItemKind
}
export interface Delete {
  act: 'item.delete'
  item: Target
}
export interface Restore {
  act: 'item.restore'
  item: Target
}
export interface Add {
  act: 'item.add'
  newId: string
  kind: ItemKind
  number: string | null
  text: string
  parentId: string | null
  after?: string | null
  cites: Cite[]
}
export interface Undo {
  act: 'item.undo'
  change: string
}

/** What changes rows by a rule; undo is apart, because it puts back what the history kept. */
export type RowOperation = Confirm | Edit | Split | Merge | Move | Rekind | Delete | Restore | Add
export type Operation = RowOperation | Undo
export type ActName = Operation['act']

/** Why an operation cannot be done; each has a sentence, `review.refused.<code>`. */
export type Refusal =
  'gone' | 'empty' | 'nothing-to-split' | 'cycle' | 'merge-inside' | 'not-on-page' | 'changed-since' | 'not-yours'

/** The rows that the operation was decided on. */
export function targetsOf(operation: Operation): Target[] {
  switch (operation.act) {
    case 'item.confirm':
      return operation.items
    case 'item.merge':
      return [operation.into, operation.from]
    case 'item.add':
    case 'item.undo':
      return []
    default:
      return [operation.item]
  }
}
