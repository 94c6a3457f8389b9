/** What of a file is new, changed or there already. Pure. */
import type { KnownEvent } from '../queries/imports.ts'
import type { ReadEvent } from './model.ts'

export const STANDINGS = ['new', 'changed', 'same'] as const
export type Standing = (typeof STANDINGS)[number]

export interface Compared {
  event: ReadEvent
  known: KnownEvent | null
  standing: Standing
}

const FACTS = ['title', 'note', 'startsOn', 'endsOn', 'startsAt', 'endsAt', 'timeZone', 'url', 'cancelled'] as const

export function compare(events: readonly ReadEvent[], known: readonly KnownEvent[]): Compared[] {
  const byName = new Map(known.map(one => [nameOf(one), one]))
  return events.map(event => {
    const there = byName.get(nameOf(event)) ?? null
    const isSame = there !== null && FACTS.every(fact => there[fact] === event[fact])
    return { event, known: there, standing: there === null ? 'new' : isSame ? 'same' : 'changed' }
  })
}

const nameOf = ({ uid, repetition }: ReadEvent): string => `${uid}\n${repetition ?? ''}`
