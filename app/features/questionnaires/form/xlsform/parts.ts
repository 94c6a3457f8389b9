/** How groups and repeated parts of an XLSForm become pages: a group is a page, a group within a group a page of its own. */
import { MOST_PAGES, type FormPage, type InLanguages } from '../model.ts'
import { allOf, conditionOf } from './conditions.ts'
import { inLanguages, isSaid } from './languages.ts'
import type { Names } from './names.ts'
import type { Say } from './remarks.ts'
import type { Row } from './sheets.ts'

/** Of 'begin group', 'begin_repeat', 'end loop'; `lgroup` is how the first forms called a repeated part. */
const BEGINS = /^begin[_ ](\S+)/
const ENDS = /^end[_ ](\S+)/
const KINDS: Record<string, Kind> = {
  group: 'group',
  repeat: 'repeat',
  lgroup: 'repeat',
  // Of KoboToolbox: rows below one another with the same choices.
  score: 'group',
  loop: 'loop',
}

/** 'loop' and 'unknown' are left out with all that is in them. */
type Kind = 'group' | 'repeat' | 'loop' | 'unknown'

interface Part {
  kind: Kind
  label: InLanguages
  relevant: string | null
  /** Of a repeated part. */
  count: string | null
  line: number
  name: string
  /** The list of choices that all its rows have. */
  list: string | null
}

export class Parts {
  readonly pages: FormPage[] = []
  /** Where in the sheet each page begins. */
  readonly lines = new Map<FormPage, number>()
  private readonly open: Part[] = []
  /** A page that goes on; null: the next question begins one. */
  private page: FormPage | null = null
  private readonly names: Names
  private readonly say: Say
  private readonly language: string

  constructor(names: Names, say: Say, language: string) {
    this.names = names
    this.say = say
    this.language = language
  }

  /** Whether the row begins or ends a part. */
  take(type: string, { line, cells }: Row): boolean {
    const begins = type.match(BEGINS)?.[1]
    if (begins) this.begin(KINDS[begins] ?? 'unknown', line, cells)
    else if (ENDS.test(type)) this.end(line)
    return begins !== undefined || ENDS.test(type)
  }

  /** What is within a part that is left out. */
  get isLeftOut(): boolean {
    return this.open.some(({ kind }) => kind === 'loop' || kind === 'unknown') || this.repeats() > 1
  }

  /** The list of choices that the part around gives to its rows. */
  get list(): string | null {
    return this.open.at(-1)?.list ?? null
  }

  /** Of groups within a repeated page, which are no pages. */
  innerRelevance(): (string | null)[] {
    const repeat = this.firstRepeat()
    return repeat < 0 ? [] : this.open.slice(repeat + 1).map(({ relevant }) => relevant)
  }

  /** A file ends its page where that has one: with a page one file can be sent. */
  endPageWithFile() {
    if (this.page && !this.page.repeat && this.page.questions.some(({ type }) => type === 'file')) this.page = null
  }

  /** The page that a question stands on; null: there are too many. */
  pageAt(line: number): FormPage | null {
    if (this.page) return this.page
    if (this.pages.length >= MOST_PAGES) {
      this.say(line, 'too-many', '')
      return null
    }
    const repeat = this.firstRepeat()
    const around = repeat < 0 ? this.open : this.open.slice(0, repeat + 1)
    const own = around.at(-1)
    const isTaken = own && this.pages.some(page => page.name === own.name)
    const page: FormPage = {
      name: own && !isTaken ? own.name : this.names.free(`page_${this.pages.length + 1}`),
      label: around.findLast(({ label }) => isSaid(label))?.label ?? {},
      relevant: allOf(around.map(({ relevant }) => relevant)),
      repeat: repeat >= 0,
      ...(repeat >= 0 && this.open[repeat]!.count && { count: this.open[repeat]!.count }),
      questions: [],
    }
    this.lines.set(page, own?.line ?? line)
    this.pages.push(page)
    return (this.page = page)
  }

  /** Says which parts have no end. */
  close() {
    for (const { name, line } of this.open) this.say(line, 'unclosed', name)
  }

  private firstRepeat = () => this.open.findIndex(({ kind }) => kind === 'repeat')
  private repeats = () => this.open.filter(({ kind }) => kind === 'repeat').length

  private begin(kind: Kind, line: number, cells: Map<string, string>) {
    const isWithin = this.isLeftOut
    const wanted = cells.get('name') ?? `page_${this.pages.length + 1}`
    const name = isWithin ? wanted : this.names.given(wanted, line, this.say)
    this.open.push({
      kind,
      label: inLanguages(cells, 'label', this.language),
      relevant: conditionOf(cells.get('relevant')),
      count: cells.get('repeat_count') ?? null,
      line,
      name,
      list: cells.get('kobo--score-choices') ?? null,
    })
    if (isWithin) return
    if (kind === 'loop') this.say(line, 'loop', name)
    else if (kind === 'unknown') this.say(line, 'part', `${cells.get('type')} ${name}`)
    else if (kind === 'repeat' && this.repeats() > 1) this.say(line, 'nested-repeat', name)
    else if (kind === 'repeat' || !this.repeats()) this.page = null
  }

  private end(line: number) {
    const ended = this.open.pop()
    if (!ended) this.say(line, 'not-begun', '')
    // Within a repeated page, what follows a group stands on that page as well.
    else if (!this.repeats()) this.page = null
  }
}
