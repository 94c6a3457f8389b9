/** Positions for items in a wanted order, moving as few of them as can be: each move is a change in the history. */

/** Below this distance between neighbours all are numbered anew. */
const CLOSEST = 1e-6

/**
 * @param order the items as they shall stand, with the position that each has now (null: none yet)
 * @returns a position for each, rising along the order; those on the longest run that is in order already keep theirs
 */
export function placeInOrder(order: { id: string; position: number | null }[]): Map<string, number> {
  const keeps = longestRise(order.map(entry => entry.position))
  const places = new Map<string, number>()
  for (let at = 0; at < order.length;) {
    if (keeps.has(at)) {
      places.set(order[at]!.id, order[at]!.position!)
      at++
      continue
    }
    let end = at
    while (end < order.length && !keeps.has(end)) end++
    const count = end - at
    const after = order[end]?.position ?? null
    const before = at > 0 ? places.get(order[at - 1]!.id)! : after === null ? 0 : after - count - 1
    const step = after === null ? 1 : (after - before) / (count + 1)
    if (step < CLOSEST) return new Map(order.map((entry, index) => [entry.id, index + 1]))
    for (let n = 1; at < end; n++, at++) places.set(order[at]!.id, before + n * step)
  }
  return places
}

/** The places (in `values`) of a longest strictly rising run; null values are never in it. */
function longestRise(values: (number | null)[]): Set<number> {
  /** ends[n]: where the lowest end of a run of n + 1 values stands. */
  const ends: number[] = []
  const previous = new Map<number, number>()
  for (const [at, value] of values.entries()) {
    if (value === null) continue
    let low = 0
    let high = ends.length
    while (low < high) {
      const middle = (low + high) >> 1
      if (values[ends[middle]!]! < value) low = middle + 1
      else high = middle
    }
    if (low > 0) previous.set(at, ends[low - 1]!)
    ends[low] = at
  }
  const run = new Set<number>()
  for (let at = ends.at(-1); at !== undefined; at = previous.get(at)) run.add(at)
  return run
}
