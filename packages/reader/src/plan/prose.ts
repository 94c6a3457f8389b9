/** Plans without a matrix: headings give pillars and objectives, lists under them measures and indicators. */
import type { Layout, Paragraph } from '../layout.ts'
import { FIELD_NAMES, ITEM_KINDS } from '../plan-document.ts'
import type { FieldName, ItemKind } from '../plan-document.ts'
import type { Role } from '../words/index.ts'
import { isFurniture, labelOf, roleOf, saysNothing } from '../words/match.ts'
import { Context, withRest } from './context.ts'
import { entriesOf } from './entries.ts'
import type { Entry } from './entries.ts'
import { isContainer, RANK } from './forest.ts'
import type { Draft, Forest } from './forest.ts'
import { linesText } from './grid.ts'
import { textOf } from './pieces.ts'
import type { Piece } from './pieces.ts'

/** What is read from a list, and how sure that is. */
interface Mode {
  kind: ItemKind
  doubt: number
}

const LONGEST_LABEL = 80
/** A list right under an objective most likely holds its measures; nothing says so. */
const UNSAID: Mode = { kind: 'action', doubt: 0.6 }

/** Reads the paragraphs of a plan that has no matrix into the forest. */
export function readProse(layout: Layout, forest: Forest, languages: readonly string[]): void {
  const prose = new Prose(forest, languages)
  let paragraphs = 0
  for (const block of layout.blocks) {
    if (block.type !== 'paragraph') {
      prose.interrupted()
      continue
    }
    paragraphs++
    prose.paragraph(block, block.heading === null ? `paragraph ${paragraphs}` : 'heading')
  }
}

class Prose {
  private readonly context: Context
  private readonly forest: Forest
  private readonly languages: readonly string[]
  private mode: Mode | null = null
  private last: Draft | null = null
  /** The items of the list that is being read, or that was read last. */
  private list: Draft[] = []

  constructor(forest: Forest, languages: readonly string[]) {
    this.forest = forest
    this.languages = languages
    this.context = new Context(forest, languages)
  }

  interrupted(): void {
    this.mode = null
    this.last = null
    this.list = []
  }

  paragraph(paragraph: Paragraph, at: string): void {
    const text = linesText(paragraph.lines)
    if (!text) return
    const isHeading = paragraph.heading !== null && text.length < 200
    if (isHeading && isFurniture(text)) {
      this.context.forget()
      this.interrupted()
      return
    }
    if (this.context.paragraph(paragraph, at, true)) {
      this.interrupted()
      return
    }
    if (this.setsMode(text, isHeading)) return
    if (isHeading) {
      this.interrupted()
      return
    }
    this.body(paragraph, text, at)
  }

  // 'Measures:' or a heading 'Indicators' says what the list after it holds.
  private setsMode(text: string, isHeading: boolean): boolean {
    if (text.length > LONGEST_LABEL || !(isHeading || /[:：]$/u.test(text))) return false
    const match = roleOf(text.replace(/^[\d.]+\s*/, ''), this.languages)
    if (!match || match.strength < 0.5) return false
    const kind = kindOf(match.role)
    if (kind === null || !this.context.kinds.length) return false
    this.mode = { kind, doubt: 0.85 }
    this.last = null
    if (kind === 'action') this.list = []
    return true
  }

  private body(paragraph: Paragraph, text: string, at: string): void {
    const entries = entriesOf(paragraph.lines, at)
    const labelled = labelOf(text, this.languages)
    if (labelled && this.last && fieldOf(labelled.role) && labelled.rest) {
      this.field(fieldOf(labelled.role)!, paragraph, labelled.rest, at)
      return
    }
    const isList =
      entries.length > 1 ||
      paragraph.lines[0]?.list !== undefined ||
      entries[0]?.number !== null ||
      startsWithBullet(text)
    const own = labelled?.kind && labelled.number !== null && labelled.rest ? labelled.kind : null
    if (own && !isContainer(own) && this.context.kinds.length) {
      this.list = []
      this.item(
        {
          number: labelled!.number,
          pieces: withRest(
            entries.flatMap(e => e.pieces),
            labelled!.rest,
          ),
          listed: false,
        },
        { kind: own, doubt: 0.9 },
      )
      return
    }
    if (isList && this.context.kinds.length) {
      for (const entry of entries) this.item(entry, this.mode ?? UNSAID)
      return
    }
    if (this.last && /^\p{Ll}/u.test(text) && !/[.;:]$/u.test(textOf(this.last.pieces))) {
      this.last.pieces.push(...entries.flatMap(e => e.pieces))
      return
    }
    if (text.length > 200) this.interrupted()
  }

  private item(entry: Entry, mode: Mode): void {
    if (saysNothing(textOf(entry.pieces))) return
    this.last = this.forest.add({
      kind: mode.kind,
      number: entry.number,
      pieces: entry.pieces,
      parent: this.context.container(RANK[mode.kind]),
      doubts: [mode.doubt],
    })
    this.list.push(this.last)
  }

  // Who and when go to the measures of the list, a baseline to the indicator before it.
  private field(name: FieldName, paragraph: Paragraph, rest: string, at: string): void {
    if (saysNothing(rest) || !this.last) return
    const pieces = withRest(
      paragraph.lines.map((line): Piece => ({ text: line.text, line, at })),
      rest,
    )
    const ofIndicator = name === 'baseline' || name === 'target' || name === 'verification'
    const actions = this.list.filter(d => d.kind === 'action' && !d.fields[name])
    for (const draft of ofIndicator || !actions.length ? [this.last] : actions)
      this.forest.give(draft, name, { pieces, column: null, cell: null })
  }
}

const startsWithBullet = (text: string): boolean => /^[•▪●◦■➢✓–\uf000-\uf0ff-]\s*\p{L}/u.test(text)
const kindOf = (role: Role): ItemKind | null =>
  (ITEM_KINDS as readonly string[]).includes(role) ? (role as ItemKind) : null
const fieldOf = (role: Role): FieldName | null =>
  (FIELD_NAMES as readonly string[]).includes(role) ? (role as FieldName) : null
