/** The items that running text lists one after the other, and the fields that lines between them give. */
import type { FieldName } from '../plan-document.ts'
import { saysNothing } from '../words/match.ts'
import type { Draft, Forest } from './forest.ts'
import { textOf } from './pieces.ts'
import type { Piece } from './pieces.ts'

const OF_INDICATORS: ReadonlySet<FieldName> = new Set<FieldName>(['baseline', 'target', 'verification'])

export class Section {
  private readonly forest: Forest
  /** The items that a field may be said of: since the last heading, or since the last item that got fields of its own. */
  private run: Draft[] = []
  private all: Draft[] = []
  private last: { draft: Draft; level: number } | null = null
  private given = false
  /** What is said before the measures that it is said of. */
  private readonly early = new Map<FieldName, Piece[]>()

  constructor(forest: Forest) {
    this.forest = forest
  }

  get any(): boolean {
    return this.last !== null
  }

  /** The last item's sentence has not ended. */
  get isOpen(): boolean {
    return this.last !== null && !/[.;:]$/u.test(textOf(this.last.draft.pieces))
  }

  isDeeper(level: number): boolean {
    return this.last !== null && level > this.last.level
  }

  /** Another list begins, however deep it stands. */
  begin(): void {
    if (this.last) this.last.level = Number.POSITIVE_INFINITY
  }

  add(item: Parameters<Forest['add']>[0], level: number): void {
    const draft = this.forest.add(item)
    if (this.given && draft.kind === 'action') this.part()
    this.last = { draft, level }
    this.run.push(draft)
    this.all.push(draft)
  }

  goOn(pieces: readonly Piece[]): void {
    this.last?.draft.pieces.push(...pieces)
  }

  /** What comes next is said of other items than those before. */
  part(): void {
    this.run = []
    this.given = false
  }

  /** What comes next is said of the last item alone, or no longer. */
  partOwn(): void {
    this.run = this.last ? [this.last.draft] : []
    this.given = true
  }

  // Who and when go to the measures of the list, a baseline to the indicator before it.
  give(name: FieldName, pieces: Piece[]): void {
    if (saysNothing(textOf(pieces))) return
    if (this.last === null) {
      if (!this.early.has(name)) this.early.set(name, pieces)
      return
    }
    const actions = this.run.filter(d => d.kind === 'action' && !d.fields[name])
    const targets = OF_INDICATORS.has(name) || !actions.length ? [this.last.draft] : actions
    for (const draft of targets) this.put(draft, name, pieces)
    this.given = true
  }

  /** The next heading or table: what was said before the measures is said of all of them. */
  close(): void {
    const actions = this.all.filter(d => d.kind === 'action')
    for (const [name, pieces] of this.early)
      for (const draft of actions.length ? actions : this.all) if (!draft.fields[name]) this.put(draft, name, pieces)
    this.early.clear()
    this.all = []
    this.last = null
    this.part()
  }

  private put(draft: Draft, name: FieldName, pieces: Piece[]): void {
    if (!draft.fields[name]) this.forest.give(draft, name, { pieces, column: null, cell: null })
  }
}
