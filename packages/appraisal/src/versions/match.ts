/** Which item of a later plan continues which item of an earlier one: by kind, words, number and place. */
import type { Item, ItemKind, PlanDocument } from '@open1325/reader'
import { fold } from '../text/fold.ts'

/** A person's word on two items, over whatever the words look like. */
export interface Said {
  earlier: string
  later: string
  relation: 'continues' | 'is-not'
}

export interface Pair {
  earlier: Item
  later: Item
  /** Why they are thought to be one: a person said so, the same words, or how alike the words are. */
  how: 'said' | 'same-words' | 'alike'
  /** 0..1: shared trigrams of the folded words. */
  likeness: number
}

/** How alike two texts must be to be thought one item reworded. Under it, one was dropped and another added. */
export const ALIKE = 0.5
/** Texts so short share trigrams by chance: they must be the same. */
const SHORT = 12
/** The same number, or a parent that was matched already, speaks for a pair; by so much. */
const SAME_NUMBER = 0.08
const SAME_PARENT = 0.12

/** Kinds that a plan's next edition may call differently. */
const RELATED: Partial<Record<ItemKind, ItemKind[]>> = {
  objective: ['outcome'],
  outcome: ['objective', 'output'],
  output: ['outcome'],
}

/**
 * Matches item by item. Nobody is matched twice; what is left over on one side was dropped, on the other added. Parents are matched
 * before their children, so that a short action finds its like under the same objective.
 */
export function matchVersions(earlier: PlanDocument, later: PlanDocument, said: readonly Said[] = []): Pair[] {
  const sides = { earlier: lookAt(earlier), later: lookAt(later) }
  const pairs = new Map<string, Pair>()
  const taken = new Set<string>()
  const take = (pair: Pair) => {
    pairs.set(pair.later.id, pair)
    taken.add(pair.earlier.id)
  }
  const refused = new Set(said.filter(one => one.relation === 'is-not').map(one => `${one.earlier}\n${one.later}`))
  for (const { earlier, later, relation } of said) {
    const [a, b] = [sides.earlier.get(earlier), sides.later.get(later)]
    if (relation !== 'continues' || !a || !b || pairs.has(later) || taken.has(earlier)) continue
    take({ earlier: a.item, later: b.item, how: 'said', likeness: likenessOf(a, b) })
  }

  for (const kinds of LEVELS) {
    for (const [a, b] of onlyOnes(kinds, sides.earlier, sides.later)) {
      if (taken.has(a.item.id) || pairs.has(b.item.id) || refused.has(`${a.item.id}\n${b.item.id}`)) continue
      take({ earlier: a.item, later: b.item, how: 'same-words', likeness: 1 })
    }
    const from = [...sides.earlier.values()].filter(look => kinds.includes(look.item.kind) && !taken.has(look.item.id))
    const to = [...sides.later.values()].filter(look => kinds.includes(look.item.kind) && !pairs.has(look.item.id))
    for (const { a, b, likeness } of candidates(from, to, pairs)) {
      if (taken.has(a.item.id) || pairs.has(b.item.id) || refused.has(`${a.item.id}\n${b.item.id}`)) continue
      take({ earlier: a.item, later: b.item, how: a.words === b.words ? 'same-words' : 'alike', likeness })
    }
  }
  return later.items.flatMap(item => pairs.get(item.id) ?? [])
}

/** From the top of a plan down. */
const LEVELS: ItemKind[][] = [['pillar'], ['objective', 'outcome', 'output'], ['action'], ['indicator']]

/** Words that one item of a kind has, in each plan: no other can be meant. */
function* onlyOnes(kinds: ItemKind[], earlier: Map<string, Look>, later: Map<string, Look>): Iterable<[Look, Look]> {
  const byWords = (side: Map<string, Look>) =>
    Map.groupBy(
      [...side.values()].filter(look => kinds.includes(look.item.kind)),
      look => `${look.item.kind}\n${look.words}`,
    )
  const [before, after] = [byWords(earlier), byWords(later)]
  for (const [words, [b, ...others]] of after) {
    const [a, ...more] = before.get(words) ?? []
    if (a && b && others.length === 0 && more.length === 0 && b.words !== '') yield [a, b]
  }
}

interface Look {
  item: Item
  words: string
  trigrams: Set<string>
}

function lookAt({ items }: PlanDocument): Map<string, Look> {
  return new Map(
    items.map(item => {
      const words = fold(item.text)
        .text.replace(/[^\p{L}\p{N}]+/gu, ' ')
        .trim()
      return [item.id, { item, words, trigrams: trigramsOf(words) }]
    }),
  )
}

function trigramsOf(words: string): Set<string> {
  const found = new Set<string>()
  for (let at = 0; at + 3 <= words.length; at++) found.add(words.slice(at, at + 3))
  return found
}

const likenessOf = (a: Look, b: Look) => {
  let shared = 0
  for (const trigram of a.trigrams) if (b.trigrams.has(trigram)) shared++
  return likeness(a, b, shared)
}

const likeness = (a: Look, b: Look, shared: number): number =>
  a.words === b.words ? 1 : (2 * shared) / (a.trigrams.size + b.trigrams.size || 1)

/** Pairs that may be one, the likeliest first. Only texts that share trigrams are held together: plans have hundreds of items. */
function candidates(from: Look[], to: Look[], pairs: ReadonlyMap<string, Pair>) {
  const having = new Map<string, Look[]>()
  for (const look of from)
    for (const trigram of look.trigrams) {
      const looks = having.get(trigram)
      if (looks) looks.push(look)
      else having.set(trigram, [look])
    }
  const found: { a: Look; b: Look; likeness: number; score: number }[] = []
  for (const b of to) {
    const shared = new Map<Look, number>()
    for (const trigram of b.trigrams) for (const a of having.get(trigram) ?? []) shared.set(a, (shared.get(a) ?? 0) + 1)
    for (const a of from) if (a.words === b.words && !shared.has(a)) shared.set(a, 0)
    for (const [a, count] of shared) {
      const alike = likeness(a, b, count)
      if (!mayBeOne(a, b, alike)) continue
      const sameNumber = a.item.number !== null && a.item.number === b.item.number
      const sameParent = b.item.parent !== null && pairs.get(b.item.parent)?.earlier.id === a.item.parent
      const score = alike + Number(sameNumber) * SAME_NUMBER + Number(sameParent) * SAME_PARENT
      found.push({ a, b, likeness: alike, score })
    }
  }
  return found.sort((x, y) => y.score - x.score)
}

function mayBeOne(a: Look, b: Look, alike: number): boolean {
  if (a.item.kind !== b.item.kind && !RELATED[a.item.kind]?.includes(b.item.kind)) return false
  if (Math.min(a.words.length, b.words.length) < SHORT) return a.words === b.words && a.words !== ''
  return alike >= ALIKE
}
