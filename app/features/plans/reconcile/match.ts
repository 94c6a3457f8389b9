/** Which item of a new reading is which item of the former one: by kind, words and place. */
import type { Item, ItemKind } from '@open1325/reader'
import type { Known } from '../reconcile.ts'

/** How alike two texts must be (0..1, shared trigrams) to be thought the same item, other words or not. */
const ALIKE = 0.55
/** And how alike where it was read as another kind. */
const ALIKE_AS_ANOTHER_KIND = 0.85
/** How far apart in pages such a text may stand. */
const PAGES_APART = 2

interface Look {
  kind: ItemKind
  number: string | null
  words: string
  page: number | null
  /** The known item that it hangs from; of an item now read, as far as that is matched already. */
  parent: string | null
}

/** Each item now read that is an old acquaintance, by its id in the reading. Nobody is matched twice. */
export function matchItems(known: Known[], read: Item[]): Map<string, Known> {
  const matches = new Map<string, Known>()
  // What stands comes before what was taken out: of two equal ones, the one taken out was one too many.
  const free = new Set([...known].sort((a, b) => Number(a.gone) - Number(b.gone) || a.position - b.position))
  const knownLooks = new Map(known.map(item => [item, lookOfKnown(item)]))
  const words = new Map(read.map(item => [item.id, folded(item.text)]))
  const readLook = (item: Item): Look => ({
    kind: item.kind,
    number: item.number,
    words: words.get(item.id)!,
    page: item.cites[0]?.page ?? null,
    parent: matches.get(item.parent ?? '')?.id ?? null,
  })
  const take = (item: Item, match: Known) => {
    matches.set(item.id, match)
    free.delete(match)
  }

  for (const key of KEYS) {
    const waiting = Map.groupBy(free, item => key(knownLooks.get(item)!))
    for (const item of read) {
      if (matches.has(item.id)) continue
      const match = waiting.get(key(readLook(item)))?.shift()
      if (match) take(item, match)
    }
  }

  const alikeness = likeness()
  const alike = read
    .filter(item => !matches.has(item.id))
    .flatMap(item => likely(item, readLook(item), free, knownLooks, alikeness))
    .sort((a, b) => b.score - a.score)
  for (const { item, match } of alike) if (!matches.has(item.id) && free.has(match)) take(item, match)
  return matches
}

/** The same words, from the surest to the least sure. */
const KEYS: ((look: Look) => string)[] = [
  look => [look.kind, look.words, look.page, look.parent].join('\n'),
  look => [look.kind, look.words, look.page].join('\n'),
  look => [look.kind, look.words, look.number].join('\n'),
  look => [look.kind, look.words].join('\n'),
  look => [look.words, look.page].join('\n'),
]

function lookOfKnown(item: Known): Look {
  const { kind, number, text, cites } = item.asRead ?? item
  return { kind, number, words: folded(text), page: cites[0]?.page ?? null, parent: item.parentId }
}

function likely(
  item: Item,
  look: Look,
  free: Iterable<Known>,
  looks: Map<Known, Look>,
  alikeness: (a: string, b: string) => number,
) {
  const found: { item: Item; match: Known; score: number }[] = []
  for (const match of free) {
    const other = looks.get(match)!
    if (Math.abs((look.page ?? 0) - (other.page ?? 0)) > PAGES_APART) continue
    const alike = alikeness(look.words, other.words)
    if (alike < ALIKE || (look.kind !== other.kind && alike < ALIKE_AS_ANOTHER_KIND)) continue
    const place = Number(look.kind === other.kind) * 0.2 + Number(look.page === other.page) * 0.1
    const named = Number(look.number !== null && look.number === other.number) * 0.1
    found.push({ item, match, score: alike + place + named })
  }
  return found
}

/** Letters and digits only, without case, accents or joined forms. */
function folded(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{M}+/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

/** How alike two folded texts are, 0..1: Dice's coefficient of their trigrams. Each text is taken apart once. */
function likeness(): (a: string, b: string) => number {
  const known = new Map<string, Set<string>>()
  const trigrams = (text: string): Set<string> => {
    let found = known.get(text)
    if (!found) {
      found = new Set()
      for (let i = 0; i + 3 <= text.length; i++) found.add(text.slice(i, i + 3))
      known.set(text, found)
    }
    return found
  }
  return (a, b) => {
    const [short, long] = a.length < b.length ? [a, b] : [b, a]
    // So much longer that no number of shared trigrams could be enough.
    if (short.length < 3 || (2 * short.length) / (short.length + long.length) < ALIKE) return 0
    const inLong = trigrams(long)
    let shared = 0
    for (const trigram of trigrams(short)) if (inLong.has(trigram)) shared++
    return (2 * shared) / (trigrams(short).size + inLong.size)
  }
}
