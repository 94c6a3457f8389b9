/** Items while a plan is being read: drafts that know their parent, their pieces and why they might be wrong. */
import type { Cell } from '../layout.ts'
import type { FieldName, ItemKind } from '../plan-document.ts'
import { fold } from '../words/fold.ts'
import { withoutContinued } from '../words/match.ts'
import type { Column } from './columns.ts'
import { textOf } from './pieces.ts'
import type { Piece } from './pieces.ts'

/** What a field is made of: the cells' pieces, and the columns that they stood in (their headers settle values). */
export interface FieldDraft {
  parts: { pieces: Piece[]; column: Column | null; cell: Cell | null }[]
}

export interface Draft {
  kind: ItemKind
  number: string | null
  pieces: Piece[]
  parent: Draft | null
  fields: Partial<Record<FieldName, FieldDraft>>
  /** Factors of confidence, each 0..1: header strength, guessed kind, list ambiguity. */
  doubts: number[]
}

export const RANK: Record<ItemKind, number> = {
  pillar: 0,
  objective: 1,
  outcome: 2,
  output: 3,
  action: 4,
  indicator: 4,
}
export const isContainer = (kind: ItemKind): boolean => RANK[kind] < 4

/** All items of a plan, in reading order. */
export class Forest {
  readonly items: Draft[] = []

  add(item: Draft): Draft {
    this.items.push(item)
    return item
  }

  /** The same pillar or objective printed again (over the next table, on the next page) is the item that already stands. */
  known(kind: ItemKind, number: string | null, text: string, parent: Draft | null): Draft | null {
    const name = fold(withoutContinued(text))
    for (let i = this.items.length - 1; i >= 0; i--) {
      const item = this.items[i]!
      if (item.kind !== kind || fold(textOf(item.pieces)) !== name) continue
      if (fold(item.number ?? '') !== fold(number ?? '') && item.number && number) continue
      if (kind === 'pillar' || item.parent === parent) return item
    }
    return null
  }
}
