/** Which indicator a row of a file means: by its code or its title, in any language. */
import type { Value, ValueKind } from '@open1325/indicators'
import type { Indicator } from '../model.ts'
import { codesApart, folded, type NewIndicator } from './model.ts'

export interface KnownIndicator {
  code: string
  title: string
  valueKind: ValueKind
  /** Null: the set does not have it yet. */
  id: string | null
  /** What its figures in the file are; null as long as none has a value. */
  found: ValueKind | null
}

export class KnownIndicators {
  readonly #byName = new Map<string, KnownIndicator>()
  readonly #codes = new Set<string>()
  readonly #isOwn: boolean

  /** @param isOwn the set is the organisation's own: what it does not have is added to it */
  constructor(indicators: readonly Indicator[], isOwn: boolean) {
    this.#isOwn = isOwn
    for (const { id, code, titles, valueKind } of indicators) {
      const title = titles.en ?? Object.values(titles)[0] ?? code
      const known = { id, code, title, valueKind, found: null }
      this.#codes.add(code)
      for (const name of [code, ...Object.values(titles)]) this.#keep(name ?? '', known)
    }
  }

  /** Null where another's set has no such indicator. */
  named(name: string): KnownIndicator | null {
    const known = this.#byName.get(folded(name))
    if (known || !this.#isOwn) return known ?? null
    const wanted = name.length <= 40 ? name : `I${this.#codes.size + 1}`
    const [code] = codesApart([wanted], this.#codes) as [string]
    this.#codes.add(code)
    const added: KnownIndicator = { id: null, code, title: name, valueKind: 'number', found: null }
    this.#keep(name, added)
    return added
  }

  get codes(): ReadonlySet<string> {
    return this.#codes
  }

  /** The value as the indicator has them; null where it is of another kind than an indicator of others allows. */
  fitted(value: Value, known: KnownIndicator): Value | null {
    const kind = known.valueKind
    if (value.kind === 'missing' || value.kind === kind) return this.#found(value, known)
    if (known.id !== null && value.kind === 'number') {
      if (kind === 'yes-no' && (value.number === 0 || value.number === 1))
        return this.#found({ kind, yes: value.number === 1 }, known)
      if (kind === 'level') return this.#found({ kind, level: value.number }, known)
    }
    return this.#isOwn ? this.#found(value, known) : null
  }

  #found(value: Value, known: KnownIndicator): Value {
    if (value.kind !== 'missing') known.found ??= value.kind
    return value
  }

  /** Those that are to be added, and what the figures of all are. */
  learned(): { newIndicators: NewIndicator[]; kinds: Record<string, ValueKind> } {
    const all = [...new Set(this.#byName.values())]
    return {
      newIndicators: all
        .filter(({ id }) => id === null)
        .map(({ code, title, found }) => ({ code, title, valueKind: found ?? 'number' })),
      kinds: Object.fromEntries(all.flatMap(({ code, id, found }) => (id && found ? [[code, found]] : []))),
    }
  }

  #keep(name: string, known: KnownIndicator): void {
    const key = folded(name)
    if (key && !this.#byName.has(key)) this.#byName.set(key, known)
  }
}
