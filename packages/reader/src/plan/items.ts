/** Drafts to items: ids, texts, cites, fields with their values, confidence. */
import type { Layout } from '../layout.ts'
import { FIELD_NAMES } from '../plan-document.ts'
import type { Field, FieldName, Item } from '../plan-document.ts'
import { valueOf } from '../values/index.ts'
import type { Hints } from '../values/index.ts'
import type { FieldDraft, Forest } from './forest.ts'
import { citesOf, textOf } from './pieces.ts'
import type { Draft } from './forest.ts'
import { confidenceOf, ocrOf, SignReader } from './confidence.ts'
import type { Signs } from './confidence.ts'

/** Hears of each item what its confidence rests on. */
export type Heed = (item: Item, signs: Signs) => void

/** The items of a forest in reading order. An item whose words are only a number stands with its number as its text. */
export function itemsOf(forest: Forest, layout: Layout, hints: Hints, heed?: Heed): Item[] {
  const citesOfDraft = new Map(forest.items.map(d => [d, citesOf(d.pieces)]))
  const drafts = forest.items.filter(d => citesOfDraft.get(d)!.length > 0)
  const ids = new Map(drafts.map((d, i) => [d, `i${i + 1}`]))
  // 'An output only where the plan has both': a plan of outputs alone calls its outcomes so.
  const outcomes = drafts.some(d => d.kind === 'outcome')
  const reader = new SignReader(drafts, layout, hints.languages)
  return drafts.map(draft => {
    const text = textOf(draft.pieces)
    const signs = reader.signsOf(draft, text)
    const item: Item = {
      id: ids.get(draft)!,
      kind: draft.kind === 'output' && !outcomes ? 'outcome' : draft.kind,
      number: draft.number,
      text,
      parent: parentId(draft, ids),
      fields: {},
      cites: citesOfDraft.get(draft)!,
      confidence: confidenceOf(signs, ocrOf(draft)),
    }
    heed?.(item, signs)
    for (const name of FIELD_NAMES) {
      const field = draft.fields[name]
      if (field) item.fields[name] = fieldFrom(name, field, hints)
    }
    return item
  })
}

function parentId(draft: Draft, ids: ReadonlyMap<Draft, string>): string | null {
  for (let p = draft.parent; p; p = p.parent) {
    const id = ids.get(p)
    if (id) return id
  }
  return null
}

function fieldFrom(name: FieldName, draft: FieldDraft, hints: Hints): Field {
  const pieces = draft.parts.flatMap(p => p.pieces)
  const field: Field = { text: draft.parts.map(p => textOf(p.pieces)).join(' '), cites: citesOf(pieces) }
  const value = valueOf(
    name,
    draft.parts.map(p => ({ text: textOf(p.pieces), header: p.column?.header ?? [] })),
    hints,
  )
  if (value !== undefined) field.value = value
  return field
}
