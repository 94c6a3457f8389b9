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
  /** Which table gave it; a later table adds nothing to what is there. */
  table: number
  parts: { pieces: Piece[]; column: Column | null; cell: Cell | null }[]
}

export interface Draft {
  kind: ItemKind
  number: string | null
  pieces: Piece[]
  parent: Draft | null
  fields: Partial<Record<FieldName, FieldDraft>>
  /** Which table it stood in, counted from 1; 0 outside tables. */
  table: number
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

/** 'Reports' may be an indicator of many actions; a whole phrase is the same one. */
const SHORTEST_REPEATED = 15

const keyOf = (kind: ItemKind, text: string): string => `${kind} ${fold(text)}`

/** 'Action 1.2' and '1.2.' are one number. */
const digitsOf = (number: string): string => (fold(number).match(/\d+/gu) ?? []).join('.')

/** All items of a plan, in reading order. */
export class Forest {
  readonly items: Draft[] = []
  /** The table that is being read. */
  table = 0
  /** Items by kind and folded text: a long plan asks for each of its items whether it stood before. */
  private readonly named = new Map<string, Draft[]>()

  add(item: Omit<Draft, 'fields' | 'table'>): Draft {
    const draft: Draft = { ...item, fields: {}, table: this.table }
    this.items.push(draft)
    const key = keyOf(draft.kind, textOf(draft.pieces))
    const list = this.named.get(key)
    if (list) list.push(draft)
    else this.named.set(key, [draft])
    return draft
  }

  /** Adds to a field what a cell says of it. */
  give(item: Draft, name: FieldName, part: FieldDraft['parts'][number]): void {
    const field = (item.fields[name] ??= { table: this.table, parts: [] })
    if (field.table !== this.table || field.parts.some(p => p.cell !== null && p.cell === part.cell)) return
    field.parts.push(part)
  }

  /**
   * An action or indicator that an earlier table held already, under the same parent or number: a costing or monitoring table says
   * it again to add fields to it.
   */
  repeated(kind: ItemKind, number: string | null, text: string, parent: Draft | null): Draft | null {
    if (text.length < SHORTEST_REPEATED) return null
    const same = this.named.get(keyOf(kind, text)) ?? []
    const found = same.find(
      d => d.table !== this.table && (d.parent === parent || (number !== null && d.number === number)),
    )
    return found ?? null
  }

  /** The one item of a kind that has this number and does not stand in the table that is being read; null where two have it. */
  numbered(kind: ItemKind, number: string): Draft | null {
    const wanted = digitsOf(number)
    const found = this.items.filter(
      d => d.kind === kind && d.table !== this.table && d.number !== null && digitsOf(d.number) === wanted,
    )
    return wanted && found.length === 1 ? found[0]! : null
  }

  /** The same pillar or objective printed again (over the next table, on the next page) is the item that already stands. */
  known(kind: ItemKind, number: string | null, text: string, parent: Draft | null): Draft | null {
    for (const item of (this.named.get(keyOf(kind, withoutContinued(text))) ?? []).toReversed()) {
      if (fold(item.number ?? '') !== fold(number ?? '') && item.number && number) continue
      // Two results of one table may read alike; the same result in another table is the same.
      if (RANK[kind] > RANK.objective && item.table === this.table) continue
      if (kind === 'pillar' || item.parent === parent) return item
    }
    return null
  }
}
