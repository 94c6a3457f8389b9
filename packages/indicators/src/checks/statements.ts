/** What an indicator's figures, laws and measures say beside themselves: a source, a year. */
import type { ListEntry, Observation } from '../model.ts'
import type { CheckData } from './data.ts'
import { warn, type Severity, type Warning } from './warning.ts'

export interface Statement {
  observation: Observation
  hasSource: boolean
  hasYear: boolean
}

/** An observation says one thing; a list as many as it has entries. An empty cell says nothing. */
function statementsOf(observation: Observation): Statement[] {
  const { value, source, period } = observation
  const says = (entry: ListEntry | null): Statement => ({
    observation,
    hasSource: Boolean(source?.trim() || entry?.source?.trim()),
    // The year of a law is its own; the period is when somebody listed it.
    hasYear: entry ? entry.year !== undefined : period !== '',
  })
  if (value.kind === 'missing') return []
  return value.kind === 'list' ? value.entries.map(says) : [says(null)]
}

/** A warning for each indicator some of whose statements lack something. */
export function* lacking(
  data: CheckData,
  check: 'missing-source' | 'missing-year',
  has: (statement: Statement) => boolean,
  severity: Severity,
): Iterable<Warning> {
  for (const [indicator, observations] of data.byIndicator) {
    const statements = observations.flatMap(statementsOf)
    const without = statements.filter(statement => !has(statement))
    if (!without.length) continue
    const lists = without[0]!.observation.value.kind === 'list'
    yield warn({
      severity,
      of: [...new Set(without.map(({ observation }) => observation))],
      message: `${check}.${lists ? 'entries' : 'values'}`,
      params: { indicator, missing: without.length, of: statements.length },
    })
  }
}
