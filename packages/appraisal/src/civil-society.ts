/** Counting the measures that name civil society, as Albanian organisations counted theirs by hand. */
import type { Cite, Item, PlanDocument } from '@open1325/reader'
import { EDITION } from './edition.ts'
import type { Edition } from './edition.ts'
import { ancestorsOf, itemsById, measuresOf } from './measures.ts'
import { fold } from './text/fold.ts'
import type { Lexicon } from './text/cues.ts'
import { lexicon } from './text/cues.ts'

/** General names, and what marks a body's own name ('Women's Land Rights Network'). */
const NAMES = ['civil-society', 'civil-society-name']

export interface CivilSocietyCount {
  /** How many measures there are, and how many name civil society as responsible or partner. */
  of: number
  have: number
  /** How many of the measures state a responsible body or a partner at all: without any, a zero says nothing. */
  asked: number
  /** The measures that name it, with the cite of the words. */
  named: { itemId: string; cite: Cite }[]
  /** The same count for each pillar and each objective that measures stand under, in reading order. */
  groups: { itemId: string; kind: 'pillar' | 'objective'; of: number; have: number }[]
}

/**
 * How many measures name civil society among those responsible or taking part. It knows the general names in the plan's languages
 * (CSO, NGO, OSC, ONG, OSHC, 'women's organisations', ...) and words that mark a name ('association', 'coalition'); an organisation
 * whose name has no such word is not known: the count is a lower bound.
 */
export function namesCivilSociety(document: PlanDocument, edition: Edition = EDITION): CivilSocietyCount {
  const words = lexicon(edition, document.languages)
  const byId = itemsById(document)
  const measures = measuresOf(document)
  const named = measures.flatMap(item => {
    const cite = citeOfName(item, words)
    return cite ? [{ itemId: item.id, cite }] : []
  })
  const naming = new Set(named.map(({ itemId }) => itemId))
  const groups = new Map<string, CivilSocietyCount['groups'][number]>()
  for (const measure of measures)
    for (const { id, kind } of ancestorsOf(measure, byId).toReversed()) {
      if (kind !== 'pillar' && kind !== 'objective') continue
      const group = groups.get(id) ?? { itemId: id, kind, of: 0, have: 0 }
      group.of++
      if (naming.has(measure.id)) group.have++
      groups.set(id, group)
    }
  return {
    of: measures.length,
    have: named.length,
    asked: measures.filter(item => item.fields.responsible || item.fields.partners).length,
    named,
    groups: document.items.flatMap(item => groups.get(item.id) ?? []),
  }
}

function citeOfName(item: Item, words: Lexicon): Cite | null {
  for (const field of [item.fields.responsible, item.fields.partners]) {
    if (!field) continue
    const text = fold(field.text).text
    if (!NAMES.some(group => words.hits(group, text).length > 0)) continue
    return field.cites[0] ?? { page: null, box: null, quote: field.text }
  }
  return null
}
