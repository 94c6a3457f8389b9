/** The X-ray as data: what the plan states for each of its measures, and what it leaves in the dark. */
import type { Item, PlanDocument } from '@open1325/reader'
import { ancestorsOf, indicatorsOf, itemsById, measuresOf, namesAmount } from './measures.ts'

export const XRAY_ROWS = ['indicator', 'baseline', 'target', 'responsible', 'timeframe', 'budget'] as const
export type XrayRow = (typeof XRAY_ROWS)[number]

export interface Xray {
  /** One for each measure, in reading order. */
  columns: { itemId: string; pillarId: string | null; number: string | null; text: string }[]
  /** `cells[i]` belongs to `columns[i]`. */
  rows: { name: XrayRow; cells: boolean[] }[]
  /** Stretches of columns under one pillar: `from` the first, `to` the one after the last. A pillar without a measure is left out. */
  pillars: { id: string; text: string; from: number; to: number }[]
}

/**
 * One column for each action; in a plan without actions, for each objective or outcome. A cell is filled where the measure itself
 * states it or one of its indicators does (`indicatorsOf` says which those are); 'indicator' where it has any; 'budget' where an
 * amount is named, not only whose money it is.
 */
export function xray(document: PlanDocument): Xray {
  const byId = itemsById(document)
  const measures = measuresOf(document)
  const indicators = indicatorsOf(document)
  const columns = measures.map(item => ({
    itemId: item.id,
    pillarId: ancestorsOf(item, byId).find(above => above.kind === 'pillar')?.id ?? null,
    number: item.number,
    text: item.text,
  }))
  const rows = XRAY_ROWS.map(name => ({
    name,
    cells: measures.map(measure => isStated(name, measure, indicators.get(measure.id) ?? [])),
  }))
  return { columns, rows, pillars: pillarsOf(columns, byId) }
}

function isStated(row: XrayRow, measure: Item, indicators: Item[]): boolean {
  if (row === 'indicator') return indicators.length > 0
  return [measure, ...indicators].some(item =>
    row === 'budget' ? namesAmount(item.fields.budget) : item.fields[row] !== undefined,
  )
}

function pillarsOf(columns: Xray['columns'], byId: ReadonlyMap<string, Item>): Xray['pillars'] {
  const pillars: Xray['pillars'] = []
  for (const [index, { pillarId }] of columns.entries()) {
    if (pillarId === null) continue
    const last = pillars.at(-1)
    if (last?.id === pillarId && last.to === index) last.to = index + 1
    else pillars.push({ id: pillarId, text: byId.get(pillarId)?.text ?? '', from: index, to: index + 1 })
  }
  return pillars
}
