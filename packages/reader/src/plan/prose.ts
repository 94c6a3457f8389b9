/** Plans whose measures stand in running text: headings give pillars and objectives, lists under them measures and indicators. */
import type { Paragraph, TableBlock } from '../layout.ts'
import { FIELD_NAMES, ITEM_KINDS } from '../plan-document.ts'
import type { FieldName, ItemKind } from '../plan-document.ts'
import type { Role } from '../words/index.ts'
import { leadOf } from '../words/leads.ts'
import { isFurniture, labelOf, roleOf, saysNothing } from '../words/match.ts'
import { Context, withRest } from './context.ts'
import { entriesOf } from './entries.ts'
import type { Entry } from './entries.ts'
import { isContainer, RANK } from './forest.ts'
import type { Forest } from './forest.ts'
import { linesText } from './grid.ts'
import { labelledParts } from './labels.ts'
import type { LabelledPart } from './labels.ts'
import { markerOf } from './markers.ts'
import { textOf } from './pieces.ts'
import type { Piece } from './pieces.ts'
import { Section } from './section.ts'

/** What is read from a list, and how sure that is; `closed` where nothing promised is. */
interface Mode {
  kind: ItemKind | 'closed'
  doubt: number
  /** The line before a list says it of that list alone, a heading of all until the next. */
  from: 'heading' | 'lead'
  /** Its list has begun. */
  used?: true
}

const LONGEST_LABEL = 80
const LONGEST_LEAD = 240
const LONGEST_HEADING = 200
const LONGEST_CONTAINER = 320
/** A numbered paragraph that is longer tells of something; a measure is a sentence or two. */
const LONGEST_MEASURE = 400
/** A list right under an objective most likely holds its measures; nothing says so. */
const UNSAID = 0.6
/** '1.1.2 …' under the objective '1.1'. */
const NUMBERED = 0.85
const CLOSED: Mode = { kind: 'closed', doubt: 0, from: 'heading' }
/** A label is all of a line, or nearly. */
const WHOLE = 0.9

export interface ProseOptions {
  /** Whether lists count of which nothing says what they hold. */
  unsaid: boolean
  onTable: (block: TableBlock) => void
}

/** Reads running text into the forest, block by block; tables are handed on where they stand. */
export function readProse(
  blocks: readonly (Paragraph | TableBlock)[],
  forest: Forest,
  context: Context,
  languages: readonly string[],
  { unsaid, onTable }: ProseOptions,
): void {
  const prose = new Prose(forest, context, languages, unsaid)
  let paragraphs = 0
  for (const block of blocks) {
    if (block.type !== 'paragraph') {
      prose.interrupted()
      onTable(block)
      continue
    }
    paragraphs++
    prose.paragraph(block, block.heading === null ? `paragraph ${paragraphs}` : 'heading')
  }
  prose.interrupted()
}

class Prose {
  private readonly context: Context
  private readonly languages: readonly string[]
  private readonly unsaid: boolean
  private readonly section: Section
  private mode: Mode | null = null
  /** A label on a line of its own: the next line is what it says. */
  private asked: FieldName | 'indicator' | null = null

  constructor(forest: Forest, context: Context, languages: readonly string[], unsaid: boolean) {
    this.context = context
    this.languages = languages
    this.unsaid = unsaid
    this.section = new Section(forest)
  }

  interrupted(mode: Mode | null = null): void {
    this.mode = mode
    this.asked = null
    this.section.close()
  }

  paragraph(paragraph: Paragraph, at: string): void {
    const text = linesText(paragraph.lines)
    if (!text) return
    const isHeading = paragraph.heading !== null && text.length < LONGEST_HEADING
    if (isHeading && isFurniture(text)) {
      this.context.forget()
      this.interrupted({ ...CLOSED })
      return
    }
    const pieces = paragraph.lines.map((line): Piece => ({ text: line.text, line, at }))
    if (this.isWithin && (this.labelledItem(pieces, text) || this.labelled(pieces))) return
    if (this.isWithin && this.containerLine(pieces, text)) return
    if (this.isWithin && this.setsMode(paragraph, text, isHeading)) return
    if (this.context.paragraph(paragraph, at, true)) {
      this.interrupted()
      return
    }
    if (isHeading) this.interrupted({ ...CLOSED })
    else this.body(paragraph, text, at)
  }

  /** Under a pillar or an objective. */
  private get isWithin(): boolean {
    return this.context.kinds.length > 0
  }

  // 'Action 2.1: …' names an item wherever it stands.
  private labelledItem(pieces: Piece[], text: string): boolean {
    const label = labelOf(text, this.languages)
    if (!label?.kind || isContainer(label.kind) || label.number === null || !label.rest) return false
    this.section.part()
    this.item({ number: label.number, pieces: withRest(pieces, label.rest), listed: false }, label.kind, 0.9)
    return true
  }

  // 'Expected result: …' under an objective.
  private containerLine(pieces: Piece[], text: string): boolean {
    const label = text.length > LONGEST_CONTAINER ? null : labelOf(text, this.languages)
    if (!label?.kind || !isContainer(label.kind) || label.kind === 'pillar' || label.number !== null || !label.rest)
      return false
    this.context.enter(
      { kind: label.kind, label: label.words, number: null, pieces: withRest(pieces, label.rest), doubt: 0.9 },
      null,
    )
    this.interrupted()
    return true
  }

  // 'Responsible: …' and 'Indicators: …', alone or one after the other.
  private labelled(pieces: Piece[]): boolean {
    const bare = pieces.map(withoutBullet)
    const parts = labelledParts(bare, this.languages)
    if (!parts.length || parts.some(({ role }) => role === null || !(fieldOf(role) || kindOf(role)))) return false
    // 'Actions:' above a list says what the list holds.
    if (parts.some(({ pieces: own }) => own.length === 0)) return false
    if (parts.some(({ role }) => isContainerRole(role!))) return false
    this.parts(parts)
    return true
  }

  private parts(parts: readonly LabelledPart[]): void {
    for (const { role, pieces } of parts) {
      const field = fieldOf(role!)
      const kind = kindOf(role!)
      if (field) this.section.give(field, pieces)
      else if (kind)
        for (const entry of entriesOf(
          pieces.map(({ text, line }) => ({ ...line, text })),
          pieces[0]?.at,
        ))
          this.item(entry, kind, 0.9)
    }
  }

  // 'Measures:', a heading 'Indicators' or 'The Government will:' says what the list after it holds.
  private setsMode({ lines }: Paragraph, text: string, isHeading: boolean): boolean {
    const isLead = /[:：]$/u.test(text)
    if (lines[0]?.list && !isLead) return false
    const bare = text.replace(/^[\d.]+\s*|\s*[:：]$/gu, '')
    const isShort = bare.length <= LONGEST_LABEL && !/[:：]/u.test(bare)
    const match = isShort ? roleOf(bare, this.languages) : null
    const isLabel = match !== null && match.strength >= WHOLE
    const field = match && isLabel ? fieldOf(match.role) : null
    if (field && !isLead && !/\d/.test(text)) {
      this.asked = field
      return true
    }
    const stands = isHeading || isLabel || lines.every(line => line.bold)
    if (!isLead && !stands) return false
    const lead = text.length > LONGEST_LEAD ? 'other' : leadOf(bare, this.languages)
    const said = match && match.strength >= 0.5 ? kindOf(match.role) : null
    const kind = said ?? (isLead && lead !== 'other' ? lead : null)
    const from = isLead && !isHeading ? 'lead' : 'heading'
    if (lead !== 'other' && kind !== null && (isLabel || !isContainer(kind))) {
      this.enter({ kind: this.within(kind), doubt: 0.85, from })
      if (kind === 'indicator' && isLabel && !isHeading && !isLead) this.asked = kind
      return true
    }
    if (!isLead || isHeading) return false
    this.enter({ ...CLOSED, from })
    return true
  }

  // A list of commitments under an objective holds its measures.
  private within(kind: ItemKind): ItemKind {
    return kind === 'objective' && this.context.kinds.includes('objective') ? 'action' : kind
  }

  private enter(mode: Mode): void {
    this.mode = mode
    this.asked = null
    this.section.begin()
    if (mode.kind === 'action') this.section.part()
  }

  // What stands under 'Responsible' or 'Indicator' on a line of its own.
  private answers(entries: readonly Entry[], text: string): boolean {
    const { asked } = this
    this.asked = null
    if (asked === null || text.length > LONGEST_MEASURE) return false
    if (asked !== 'indicator')
      this.section.give(
        asked,
        entries.flatMap(e => e.pieces),
      )
    else for (const entry of entries) this.item(entry, asked, 0.85)
    return true
  }

  private body(paragraph: Paragraph, text: string, at: string): void {
    const entries = entriesOf(paragraph.lines, at)
    if (this.answers(entries, text)) return
    const isList =
      entries.length > 1 ||
      paragraph.lines[0]?.list !== undefined ||
      entries[0]?.number !== null ||
      startsWithBullet(text)
    const level = paragraph.lines[0]?.list?.level ?? 0
    if (isList && this.isWithin) {
      if (level > 0 && this.section.isDeeper(level)) this.section.goOn(entries.flatMap(e => e.pieces))
      else for (const entry of entries) this.entry(entry, level)
      return
    }
    if (/^\p{Ll}/u.test(text) && this.section.isOpen) {
      this.section.goOn(entries.flatMap(e => e.pieces))
      return
    }
    if (this.mode?.from === 'lead' && this.mode.used) this.mode = null
    if (text.length > LONGEST_HEADING) this.section.close()
  }

  private entry(entry: Entry, level: number): void {
    const [first, ...rest] = labelledParts(entry.pieces, this.languages)
    if (!first) return
    if (first.role !== null) {
      const known = [first, ...rest].every(({ role }) => fieldOf(role!) || kindOf(role!))
      if (known && this.section.any) this.parts([first, ...rest])
      return
    }
    const mode = this.modeOf(entry, first.pieces)
    if (this.mode) this.mode.used = true
    if (mode === null || mode.kind === 'closed') return
    this.item({ ...entry, pieces: first.pieces }, mode.kind, mode.doubt, level)
    if (rest.length) {
      this.section.partOwn()
      this.parts(rest)
      this.section.partOwn()
    }
  }

  private modeOf({ number }: Entry, pieces: readonly Piece[]): Mode | null {
    const text = textOf(pieces)
    if (this.context.isUnder(number) && (text.length <= LONGEST_MEASURE || leadOf(text, this.languages) === 'action'))
      return this.mode?.kind === 'indicator' ? this.mode : { kind: 'action', doubt: NUMBERED, from: 'lead' }
    if (this.mode !== null) return this.mode
    return this.unsaid && text.length <= LONGEST_MEASURE ? { kind: 'action', doubt: UNSAID, from: 'lead' } : null
  }

  private item(entry: Entry, kind: ItemKind, doubt: number, level = Number.POSITIVE_INFINITY): void {
    if (saysNothing(textOf(entry.pieces))) return
    const parent = this.context.container(RANK[kind])
    this.section.add({ kind, number: entry.number, pieces: entry.pieces, parent, doubts: [doubt] }, level)
  }
}

const startsWithBullet = (text: string): boolean => /^[•▪●◦■➢✓–・\uf000-\uf0ff-]\s*\p{L}/u.test(text)
const withoutBullet = (piece: Piece, i: number): Piece => {
  const marker = i === 0 ? markerOf(piece.text) : null
  return marker && marker.number === null ? { ...piece, text: marker.rest } : piece
}
const kindOf = (role: Role): ItemKind | null =>
  (ITEM_KINDS as readonly string[]).includes(role) ? (role as ItemKind) : null
const fieldOf = (role: Role): FieldName | null =>
  (FIELD_NAMES as readonly string[]).includes(role) ? (role as FieldName) : null
const isContainerRole = (role: Role): boolean => {
  const kind = kindOf(role)
  return kind !== null && isContainer(kind)
}
