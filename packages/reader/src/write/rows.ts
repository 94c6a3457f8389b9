/** A plan document as rows, one for each item: what a spreadsheet can hold of it. */
import { FIELD_NAMES, type Cite, type PlanDocument } from '../plan-document.ts'

export const COLUMNS = ['id', 'kind', 'number', 'text', 'parent', ...FIELD_NAMES, 'pages', 'quote'] as const
export type Column = (typeof COLUMNS)[number]

/**
 * The items in reading order. `pages` are those of the item itself ('4' or '4; 5'; where a file has no pages the place
 * in words); `quote` is the words as printed. What the plan does not state is empty.
 */
export function rowsOf({ items }: PlanDocument): Record<Column, string>[] {
  return items.map(({ id, kind, number, text, parent, fields, cites }) => {
    const stated = FIELD_NAMES.map(name => [name, fields[name]?.text ?? ''] as const)
    return {
      id,
      kind,
      number: number ?? '',
      text,
      parent: parent ?? '',
      ...(Object.fromEntries(stated) as Record<(typeof FIELD_NAMES)[number], string>),
      pages: [...new Set(cites.map(placeOf))].join('; '),
      quote: cites.map(cite => cite.quote).join(' … '),
    }
  })
}

function placeOf({ page, at }: Cite): string {
  return page === null ? (at ?? '') : String(page)
}
