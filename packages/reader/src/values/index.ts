/** What a field's text means, where that is certain (plan-format rule 5). */
import type { FieldName, TimeframeValue } from '../plan-document.ts'
import { budgetOf } from './budget.ts'
import { levelOf } from './level.ts'
import { timeframeOf } from './timeframe.ts'

export { currencyOf } from './budget.ts'
export { timeframeOf } from './timeframe.ts'

/** One cell's text and the header over it, from the top down. */
export interface ValuePart {
  text: string
  header: string[]
}

export interface Hints {
  languages: readonly string[]
  /** A sentence of the plan that names the currency of all its amounts. */
  note: string | null
}

/**
 * TimeframeValue, BudgetValue or LevelValue by the field's name; undefined where the text does not settle it, and for fields that
 * have no value.
 * @param hints what the rest of the document says about its values
 */
export function valueOf(name: FieldName, parts: readonly ValuePart[], hints: Hints): unknown {
  switch (name) {
    case 'timeframe':
      return timeframeOf(parts.map(p => p.text).join(' '), hints.languages) ?? fromStartAndEnd(parts, hints)
    case 'budget':
      return budgetOf(parts, hints.note)
    case 'baseline':
    case 'target':
      return levelOf(parts)
    default:
      return undefined
  }
}

// Start and end in columns of their own.
function fromStartAndEnd(parts: readonly ValuePart[], { languages }: Hints): TimeframeValue | undefined {
  const [start, end] = parts.map(p => timeframeOf(p.text, languages))
  if (parts.length !== 2 || !start?.start || !end?.end || start.start > end.end) return undefined
  return { start: start.start, end: end.end }
}
