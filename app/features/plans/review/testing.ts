/** Rows for the tests of the review. */
import type { ReviewItem } from './operation.ts'

/** A plan of two objectives: the first with an outcome, its indicator and its action; ids are letters, in reading order. */
export function fewRows(): ReviewItem[] {
  return [
    row('a', { kind: 'objective', number: '1', text: 'More women take part' }),
    row('b', { kind: 'outcome', parentId: 'a', text: 'Women are a third of negotiators' }),
    row('c', { kind: 'indicator', parentId: 'b', text: 'Share of women at the table', confidence: 0.5 }),
    row('d', { kind: 'action', parentId: 'b', text: 'Train mediators and publish a roster' }),
    row('e', { kind: 'objective', number: '2', text: 'Survivors are protected' }),
    row('f', { kind: 'action', parentId: 'e', text: 'Open three shelters' }),
  ]
}

export function row(id: string, more: Partial<ReviewItem> = {}): ReviewItem {
  const position = id.charCodeAt(0) - 96
  const text = more.text ?? `Row ${id}`
  return {
    id,
    ref: position,
    kind: 'action',
    number: null,
    text,
    parentId: null,
    position,
    fields: {},
    cites: [{ page: 25, box: [50, position * 20, 250, position * 20 + 12], quote: text }],
    confidence: 0.95,
    state: 'read',
    confirmedBy: null,
    confirmedAt: null,
    deletedAt: null,
    mergedInto: null,
    version: 1,
    ...more,
  }
}

export const BY = { userId: 'amina', at: '2026-11-21T10:00:00.000Z' }
