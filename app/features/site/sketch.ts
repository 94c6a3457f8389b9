/** A plan that does not exist, for the first page of an installation that has none: what an X-ray looks like. */
import { XRAY_ROWS, type Xray, type XrayRow } from '@open1325/appraisal'

/** What each of fifteen actions has: plans name who is responsible more often than when, and money least of all. */
const STATED: Record<XrayRow, string> = {
  indicator: '##### ###### ##',
  baseline: '##     #       ',
  target: '###  ####  #  #',
  responsible: '###############',
  timeframe: '####   ##   #  ',
  budget: '#       #      ',
}

/** @param name stands where a plan's pillar would */
export function sketchedXray(name: string): Xray {
  const columns = [...STATED.responsible].map((_, n) => ({ itemId: `i${n}`, pillarId: 'p', number: null, text: '' }))
  return {
    columns,
    rows: XRAY_ROWS.map(row => ({ name: row, cells: [...STATED[row]].map(cell => cell === '#') })),
    pillars: [{ id: 'p', text: name, from: 0, to: columns.length }],
  }
}
