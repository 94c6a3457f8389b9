/** Two editions of a plan beside each other, as the page and the download show them. Pure. */
import { compareVersions, type Became, type Change, type Said } from '@open1325/appraisal'
import { stringify } from 'csv-stringify/sync'
import { toPlanDocument, type Instrument, type PlanItem } from '../model.ts'

/** Where the comparison of editions lives. */
export const versionPaths = {
  plan: (slug: string) => `/plans/${slug}/versions`,
  with: (slug: string, earlier: string) => `/plans/${slug}/versions?with=${earlier}`,
  csv: (slug: string, earlier: string) => `/plans/${slug}/versions.csv?with=${earlier}`,
  desk: (slug: string) => `/desk/plans/${slug}/versions`,
}

/** What may become of an item, in the order in which a reader wants to see it. */
export const FATES = ['weakened', 'both', 'dropped', 'added', 'strengthened', 'changed', 'reworded', 'same'] as const
export type Fate = (typeof FATES)[number]

export interface Row {
  fate: Fate
  /** Null: it was not in that plan, or is not any more. */
  earlier: PlanItem | null
  later: PlanItem | null
  /** A person said that the two are one; otherwise their words are alike, or the same. */
  how: 'said' | 'same-words' | 'alike' | null
  changes: Change[]
}

export interface EditionsCompared {
  /** Kept and added items in the later plan's order, each dropped one after the item that it stood behind. */
  rows: Row[]
  counts: Record<Fate, number>
  /** False: the plans have no language in common, and only what people said holds them together. */
  sameLanguage: boolean
}

interface Side {
  plan: Instrument
  items: PlanItem[]
}

export function compareEditions(earlier: Side, later: Side, said: readonly Said[]): EditionsCompared {
  const documents = [earlier, later].map(({ plan, items }) => toPlanDocument(plan, items))
  const { kept, added, dropped, sameLanguage } = compareVersions(documents[0]!, documents[1]!, said)
  const [before, after] = [earlier, later].map(({ items }) => new Map(items.map(item => [`i${item.ref}`, item])))
  const rowOf = new Map<string, Row>()
  const earlierRow = new Map<string, Row>()
  for (const pair of kept) {
    const [was, is] = [before!.get(pair.earlier.id)!, after!.get(pair.later.id)!]
    const row: Row = { fate: fateOf(pair.became), earlier: was, later: is, how: pair.how, changes: pair.changes }
    rowOf.set(is.id, row)
    earlierRow.set(was.id, row)
  }
  for (const { id } of added) {
    const is = after!.get(id)!
    rowOf.set(is.id, { fate: 'added', earlier: null, later: is, how: null, changes: [] })
  }
  const gone = new Set(dropped.map(({ id }) => before!.get(id)!.id))
  const rows = placed(earlier.items, later.items, { rowOf, earlierRow, gone })
  const counts = Object.fromEntries(FATES.map(fate => [fate, 0])) as Record<Fate, number>
  for (const { fate } of rows) counts[fate]++
  return { rows, counts, sameLanguage }
}

const fateOf = (became: Became): Fate => became

/** A dropped item is shown where it would stand: behind the item that it followed in the earlier plan. */
function placed(
  earlier: PlanItem[],
  later: PlanItem[],
  { rowOf, earlierRow, gone }: { rowOf: Map<string, Row>; earlierRow: Map<string, Row>; gone: Set<string> },
): Row[] {
  const behind = new Map<Row | null, Row[]>()
  let last: Row | null = null
  for (const item of earlier) {
    if (gone.has(item.id)) {
      const row: Row = { fate: 'dropped', earlier: item, later: null, how: null, changes: [] }
      behind.set(last, [...(behind.get(last) ?? []), row])
    } else last = earlierRow.get(item.id) ?? last
  }
  const inOrder = later.flatMap(item => rowOf.get(item.id) ?? [])
  return [...(behind.get(null) ?? []), ...inOrder.flatMap(row => [row, ...(behind.get(row) ?? [])])]
}

/** One line for each item, the same columns in every language. */
export function comparisonAsCsv(
  compared: EditionsCompared,
  earlier: Instrument,
  later: Instrument,
  origin: string,
): string {
  const link = (plan: Instrument, item: PlanItem | null) =>
    item ? `${origin}/plans/${plan.slug}/items/${item.ref}` : ''
  const rows = compared.rows.map(({ fate, earlier: was, later: is, how, changes }) => ({
    fate,
    kind: (is ?? was)!.kind,
    earlier_plan: earlier.slug,
    earlier_ref: was?.ref ?? '',
    earlier_number: was?.number ?? '',
    earlier_text: was?.text ?? '',
    later_plan: later.slug,
    later_ref: is?.ref ?? '',
    later_number: is?.number ?? '',
    later_text: is?.text ?? '',
    matched_by: how ?? '',
    changes: changes
      .filter(({ kind }) => kind !== 'reworded')
      .map(({ kind, before, after }) => `${kind}: ${before ?? '-'} > ${after ?? '-'}`)
      .join('\n'),
    earlier_link: link(earlier, was),
    later_link: link(later, is),
  }))
  return stringify(rows, { header: true, bom: true, escape_formulas: true })
}
