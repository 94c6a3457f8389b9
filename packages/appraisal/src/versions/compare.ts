/** A plan beside the one that it supersedes or amends: what was kept, what became of it, what is new and what was dropped. */
import type { Item, PlanDocument } from '@open1325/reader'
import { became, changesOf, type Became, type Change } from './changes.ts'
import { matchVersions, type Pair, type Said } from './match.ts'

export interface KeptItem extends Pair {
  became: Became
  changes: Change[]
}

export interface VersionComparison {
  /** In the later plan's order. */
  kept: KeptItem[]
  /** In the later plan's order. */
  added: Item[]
  /** In the earlier plan's order. */
  dropped: Item[]
  /** False where the two plans have no language in common: words cannot be held together, only a person can say what continues what. */
  sameLanguage: boolean
}

/**
 * Compares item by item. Deterministic; what a person said stands over what the words suggest.
 * @param said items of both documents by their ids
 */
export function compareVersions(
  earlier: PlanDocument,
  later: PlanDocument,
  said: readonly Said[] = [],
): VersionComparison {
  const pairs = matchVersions(earlier, later, said)
  const [continued, continuing] = [
    new Set(pairs.map(pair => pair.earlier.id)),
    new Set(pairs.map(pair => pair.later.id)),
  ]
  return {
    kept: pairs.map(pair => {
      const changes = changesOf(pair.earlier, pair.later)
      return { ...pair, changes, became: became(changes) }
    }),
    added: later.items.filter(item => !continuing.has(item.id)),
    dropped: earlier.items.filter(item => !continued.has(item.id)),
    sameLanguage:
      !earlier.languages.length ||
      !later.languages.length ||
      earlier.languages.some(language => later.languages.some(other => primary(other) === primary(language))),
  }
}

const primary = (language: string) => language.split('-')[0]
