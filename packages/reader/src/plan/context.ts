/**
 * Under which pillar and objective a table stands: what the headings above it and the bands within it say. A heading makes an item
 * only when a table (or a list of measures) under it gives some, so that prose before the matrix gives none.
 */
import type { Paragraph } from '../layout.ts'
import type { ItemKind } from '../plan-document.ts'
import { fold } from '../words/fold.ts'
import { isFurniture, isTheme, labelOf } from '../words/match.ts'
import { isContainer, RANK } from './forest.ts'
import type { Draft, Forest } from './forest.ts'
import { linesText } from './grid.ts'
import { markerOf } from './markers.ts'
import { textOf } from './pieces.ts'
import type { Piece } from './pieces.ts'

interface Place extends Named {
  /** Heading level; null for a band or a line that is no heading by its look. */
  level: number | null
  /** It stands within a table. */
  band: boolean
  /** Set once it has become an item. */
  item: Draft | null
}

const LONGEST = 320
/** A line in bold that is no heading by its size stands below all that are. */
const LOWEST = 9

/** A line or band that names a pillar, objective, outcome or output. */
export interface Named {
  kind: ItemKind
  /** The words that named it, folded ('strategic objective'); empty where it was guessed. */
  label: string
  number: string | null
  pieces: Piece[]
  doubt: number
}

export class Context {
  private places: Place[] = []
  /** 'PILLAR 1' on a line of its own: its name is the next line. */
  private nameless: Place | null = null
  /** The number of the objective that was entered last: some plans count on through all pillars. */
  private lastObjective: string | null = null
  private readonly forest: Forest
  private readonly languages: readonly string[]

  constructor(forest: Forest, languages: readonly string[]) {
    this.forest = forest
    this.languages = languages
  }

  /**
   * Takes a paragraph between tables into account. Returns whether it named a pillar or the like.
   * @param beforeTable a table follows: what is labelled and numbered names it, whatever it looks like
   */
  paragraph(paragraph: Paragraph, at: string, beforeTable = false): boolean {
    const pieces = paragraph.lines.map((line): Piece => ({ text: line.text, line, at }))
    const text = linesText(paragraph.lines)
    if (!text) return false
    if (this.nameless && text.length <= LONGEST && (paragraph.heading !== null || paragraph.lines.every(l => l.bold))) {
      this.nameless.pieces = pieces
      this.nameless = null
      return true
    }
    this.nameless = null
    const isHeading = paragraph.heading !== null && text.length < 200
    const looksHeading = isHeading || (paragraph.lines.every(l => l.bold) && text.length < 200)
    const named =
      text.length <= LONGEST
        ? this.named(pieces, looksHeading ? (paragraph.heading ?? LOWEST) : null, beforeTable)
        : null
    if (!named) {
      if (looksHeading && isFurniture(text)) this.forget()
      else if (isHeading && paragraph.heading !== null && !/[.;]$/u.test(text)) this.leave(paragraph.heading)
      return false
    }
    this.enter(named, paragraph.heading)
    return true
  }

  /** @param level the heading's level; null where it does not look like one */
  private named(pieces: Piece[], level: number | null, beforeTable: boolean): Named | null {
    const looksHeading = level !== null
    const text = textOf(pieces)
    const label = labelOf(text, this.languages)
    if (label?.kind && isContainer(label.kind)) {
      // A sentence in the text may begin like a label; a heading is bold, big, or has its number.
      if (!looksHeading && (label.number === null || (!beforeTable && /[.;]$/.test(label.rest)))) return null
      return {
        kind: label.kind,
        label: label.words,
        number: label.number,
        pieces: withRest(pieces, label.rest),
        doubt: looksHeading ? 0.98 : 0.9,
      }
    }
    if (!looksHeading) return null
    const marker = markerOf(text) ?? markerOf(text.replace(BARE_NUMBER, '$&.'))
    const rest = marker?.number ? marker.rest : text
    if (isFurniture(rest)) return null
    if (isTheme(rest)) {
      return { kind: 'pillar', label: '', number: marker?.number ?? null, pieces: withRest(pieces, rest), doubt: 0.85 }
    }
    // '1.1 Strengthen …' under a pillar, or '1. Strengthen …' in a heading below the pillar's, over its own table or list.
    const pillar = this.places.findLast(p => p.kind === 'pillar')
    const number = marker?.number ?? null
    const deeper =
      beforeTable && pillar && number !== null && (depthOf(number) > 1 || this.isBelow(pillar, level, number))
    return deeper ? { kind: 'objective', label: '', number, pieces: withRest(pieces, rest), doubt: 0.75 } : null
  }

  /** A smaller heading is; of two that look alike, one that begins to count under a pillar named as such or counts on there. */
  private isBelow(pillar: Place, level: number, number: string): boolean {
    if (pillar.level === null || pillar.level > level) return false
    if (pillar.level < level) return true
    return (
      pillar.label !== '' &&
      (fold(number) === '1' || (this.lastObjective !== null && isNext(this.lastObjective, number)))
    )
  }

  /**
   * Goes under a pillar or objective; what was at its rank or below is left, unless it is of the same kind and broader: a strategic
   * goal over a mid-term goal, '1' over '1.1'.
   */
  enter(named: Named, level: number | null, band = false): void {
    const end = this.places.findIndex(
      p => RANK[p.kind] > RANK[named.kind] || (p.kind === named.kind && !isBroader(p, named)),
    )
    if (end >= 0) this.places.length = end
    const place: Place = { ...named, level, band, item: null }
    if (named.kind === 'objective') this.lastObjective = named.number
    this.places.push(place)
    if (!textOf(place.pieces)) this.nameless = place
  }

  /** Another heading at this level ends what stood at it or below. */
  private leave(level: number): void {
    this.places = this.places.filter(p => p.level === null || p.level < level)
  }

  /** Leaves every pillar and objective: another part of the document begins. */
  forget(): void {
    this.places = []
    this.nameless = null
  }

  /** The kind of what this number counts on from: 'objective' for '2' where an objective '1' stands here. */
  kindBefore(number: string): ItemKind | null {
    const counted = this.places.findLast(p => p.number !== null && p.label === '' && isNext(p.number, number))
    return counted?.kind ?? null
  }

  /** Whether this number counts on below that of the objective or outcome here: '1.1.2' under 'Objective 1.1'. */
  isUnder(number: string | null): boolean {
    const own = fold(number ?? '').match(/\d+/gu) ?? []
    return this.places.some(({ kind, number: outer }) => {
      const above = fold(outer ?? '').match(/\d+/gu) ?? []
      return kind !== 'pillar' && above.length > 0 && own.length > above.length && above.every((n, i) => n === own[i])
    })
  }

  /** The kinds that headings and bands give at this place. */
  get kinds(): ItemKind[] {
    return this.places.map(p => p.kind)
  }

  /**
   * The item that contains what comes, above rank `below`; makes items of the places where they are not yet.
   * @param bands whether a band of rank `below` itself contains it: an objective in a column under an objective's band
   */
  container(below: number = RANK.action, bands = false): Draft | null {
    let parent: Draft | null = null
    for (const place of this.places) {
      if (RANK[place.kind] > below || (RANK[place.kind] === below && !(bands && place.band))) break
      if (!textOf(place.pieces) && place.number === null) continue
      place.item ??=
        this.forest.known(place.kind, place.number, textOf(place.pieces), parent) ??
        this.forest.add({
          kind: place.kind,
          number: place.number,
          pieces: place.pieces,
          parent,
          doubts: [place.doubt],
        })
      parent = place.item
    }
    return parent
  }
}

/** '2 Participation': a heading's number needs no full stop. */
const BARE_NUMBER = /^\d{1,2}(?=\s+\p{L})/u

const depthOf = (number: string | null): number => fold(number ?? '').match(/\d+/gu)?.length ?? (number ? 1 : 0)

function isNext(before: string, number: string): boolean {
  const [a, b] = [before, number].map(n => fold(n).match(/\d+/gu) ?? [])
  if (!a || !b || a.length === 0 || a.length !== b.length) return false
  return a.slice(0, -1).join('.') === b.slice(0, -1).join('.') && Number(b.at(-1)) === Number(a.at(-1)) + 1
}

// Of one kind, the first contains the second where that is numbered deeper, or has another name and no shallower a number.
function isBroader(first: Named, second: Named): boolean {
  const [outer, inner] = [depthOf(first.number), depthOf(second.number)]
  if (inner > outer) return outer > 0
  return inner === outer && first.label !== '' && second.label !== '' && first.label !== second.label
}

/** The pieces less the label before them: `rest` is what remains of their text. */
export function withRest(pieces: readonly Piece[], rest: string): Piece[] {
  const wanted = rest.replace(/\s+/gu, '')
  const out: Piece[] = []
  let length = 0
  for (let i = pieces.length - 1; i >= 0 && length < wanted.length; i--) {
    const piece = pieces[i]!
    const letters = piece.text.replace(/\s+/gu, '')
    if (length + letters.length <= wanted.length) {
      out.unshift(piece)
      length += letters.length
      continue
    }
    // The label ends within this piece.
    let skip = length + letters.length - wanted.length
    let at = 0
    while (skip > 0 && at < piece.text.length) if (/\S/u.test(piece.text[at++]!)) skip--
    out.unshift({ ...piece, text: piece.text.slice(at) })
    length = wanted.length
  }
  return out
}
