/**
 * Reads an XLSForm (https://xlsform.org) into a form. What of it cannot be asked here is named with its sheet and row, never left out
 * in silence.
 */
import {
  MOST_CHOICES,
  MOST_PAGES,
  isAnswered,
  isShown,
  MOST_QUESTIONS,
  NAME,
  questionsOf,
  type Choice,
  type Form,
  type FormPage,
  type InLanguages,
  type Question,
  type QuestionType,
} from './model.ts'
import { keepUsable } from './usable.ts'
import {
  A_DAY,
  ACKNOWLEDGE,
  agreement,
  CALCULATED,
  GEO,
  METADATA,
  OF_FILE,
  OF_NO_MATTER,
  otherWords,
  plainKind,
  rangeOf,
  SELECT,
  stepsOf,
  USED,
  withoutLoops,
} from './xlsform-kinds.ts'
import { FormError, languageOf, sheetsOf, type Row, type Sheet } from './xlsform-sheets.ts'

export { FormError, type FormRefusal } from './xlsform-sheets.ts'

/** What of a file is not used, or not as it stands there. */
export const REMARKS = [
  'type',
  'metadata',
  'place',
  'as-text',
  'calculation',
  'typed-over',
  'read-only',
  'expression',
  'no-such-answer',
  'name',
  'name-twice',
  'no-label',
  'choices-missing',
  'choice-filter',
  'choices-elsewhere',
  'nested-repeat',
  'loop',
  'file-in-repeat',
  'unclosed',
  'appearance',
  'column',
  'sheet',
  'too-many',
] as const
export type RemarkCode = (typeof REMARKS)[number]

export interface Remark {
  sheet: string
  /** As a spreadsheet numbers it; null: of the whole sheet. */
  row: number | null
  code: RemarkCode
  /** The words of the file that it is about. */
  detail: string
}

export interface ReadForm {
  /** The file's own title; null where it has none. */
  title: string | null
  form: Form
  remarks: Remark[]
}

/** @throws FormError */
export async function readXlsForm(bytes: Uint8Array, language = 'en'): Promise<ReadForm> {
  const sheets = await sheetsOf(bytes)
  const survey = sheets.find(sheet => sheet.name.trim().toLowerCase() === 'survey')
  if (!survey) throw new FormError('no-survey')
  return new Reading(sheets, survey, language).read()
}

const LOOKED_UP =
  /(?:jr:itext\(\s*)?instance\('([^']+)'\)\/root\/item\[\s*name\s*=\s*(\$\{[^}]+\})\s*\]\/(?:itextId\s*\)|label)/g

interface Open {
  kind: 'group' | 'repeat' | 'loop'
  label: InLanguages
  relevant: string | null
  /** Of a repeated part. */
  count: string | null
  line: number
  name: string
}

/** What a filter may ask of a choice. */
const COLUMN_OF_CHOICE = /^(?!list_name$|name$|value$|label|media|image|audio|video|big-image)[a-z_][\w-]*$/

class Reading {
  private readonly remarks: Remark[] = []
  private readonly pages: FormPage[] = []
  private readonly names = new Set<string>()
  private readonly lists: Map<string, Choice[]>
  private readonly open: Open[] = []
  private readonly sheets: Sheet[]
  private readonly survey: Sheet
  private readonly language: string
  /** A page that goes on; null: the next question begins one. */
  private page: FormPage | null = null
  private readonly lines = new Map<Question | FormPage, number>()

  constructor(sheets: Sheet[], survey: Sheet, language: string) {
    this.sheets = sheets
    this.survey = survey
    const settings = this.settings()
    this.language = settings.get('default_language') ? languageOf(settings.get('default_language')!) : language
    this.lists = this.choices()
  }

  read(): ReadForm {
    this.sayColumns()
    const list = (name: string) =>
      this.sheetOfChoices()?.rows.filter(({ cells }) => cells.get('list_name') === name) ?? []
    for (const row of withoutLoops(this.survey.rows, list)) this.row(row)
    for (const { name, line } of this.open) this.remark(line, 'unclosed', name)
    const pages = this.pages.filter(page => page.questions.length)
    const form: Form = { languages: this.languages(pages), pages }
    if (!questionsOf(form).length) throw new FormError('no-questions')
    keepUsable(form, (part, code, detail) => this.remark(this.lines.get(part)!, code, detail))
    if (!questionsOf(form).some(isShown)) throw new FormError('no-questions')
    return {
      title: this.settings().get('form_title') ?? this.settings().get('title') ?? null,
      form,
      remarks: this.remarks,
    }
  }

  private remark(row: number | null, code: RemarkCode, detail: string, sheet = this.survey.name) {
    this.remarks.push({ sheet, row, code, detail: detail.slice(0, 200) })
  }

  private settings(): Map<string, string> {
    return this.sheets.find(({ name }) => name.toLowerCase() === 'settings')?.rows[0]?.cells ?? new Map()
  }

  private sheetOfChoices = () => this.sheets.find(({ name }) => name.trim().toLowerCase() === 'choices')

  private sayColumns() {
    if (this.survey.rows.some(({ cells }) => cells.has('appearance'))) this.remark(null, 'appearance', 'appearance')
    for (const column of new Set(
      this.survey.rows.flatMap(({ cells }) => [...cells.keys()].map(name => name.split('::')[0]!)),
    ))
      if (column && !USED.has(column) && !OF_NO_MATTER.test(column)) this.remark(null, 'column', column)
    const known = ['survey', 'choices', 'settings']
    for (const { name, rows } of this.sheets)
      if (!known.includes(name.trim().toLowerCase()) && rows.length) this.remark(null, 'sheet', name, name)
  }

  private inLanguages(cells: Map<string, string>, column: string): InLanguages {
    const words: InLanguages = {}
    for (const [name, text] of cells) {
      if (name === column) words[this.language] ??= text
      else if (name.startsWith(`${column}::`)) words[name.slice(column.length + 2)] = text
    }
    return words
  }

  private choices(): Map<string, Choice[]> {
    const lists = new Map<string, Choice[]>()
    const sheet = this.sheetOfChoices()
    for (const { line, cells } of sheet?.rows ?? []) {
      const list = cells.get('list_name')
      const name = (cells.get('name') ?? cells.get('value'))?.replace(/\s+/g, '_')
      if (!list || !name) continue
      const label = this.inLanguages(cells, 'label')
      const columns = Object.fromEntries([...cells].filter(([column]) => COLUMN_OF_CHOICE.test(column)))
      if (!lists.has(list)) lists.set(list, [])
      const choices = lists.get(list)!
      // Of a name that is there twice, filters may offer one or the other.
      const isThere = (one: Choice) => one.name === name && JSON.stringify(one.columns) === JSON.stringify(columns)
      if (choices.some(isThere)) continue
      if (choices.length >= MOST_CHOICES) {
        if (choices.length === MOST_CHOICES) this.remark(line, 'too-many', list, sheet!.name)
        continue
      }
      choices.push({ name, label: Object.keys(label).length ? label : { [this.language]: name }, columns })
    }
    return lists
  }

  private row({ line, cells }: Row) {
    const type = (cells.get('type') ?? '').toLowerCase().replace(/\s+/g, ' ')
    if (!type || /^(yes|true)/i.test(cells.get('disabled') ?? '')) return
    const begins = type.match(/^begin[_ ](group|repeat|loop|lgroup)/)?.[1]
    if (begins) return this.begin(begins === 'lgroup' ? 'repeat' : (begins as Open['kind']), line, cells)
    if (/^end[_ ](group|repeat|loop|lgroup)/.test(type)) return this.end()
    if (this.open.some(({ kind }) => kind === 'loop') || this.repeats() > 1) return
    this.question(type, line, cells)
  }

  private repeats = () => this.open.filter(({ kind }) => kind === 'repeat').length

  private begin(kind: Open['kind'], line: number, cells: Map<string, string>) {
    const name = this.newName(cells.get('name') ?? `page_${this.pages.length + 1}`, line)
    this.open.push({
      kind,
      label: this.inLanguages(cells, 'label'),
      relevant: conditionOf(cells.get('relevant')),
      count: cells.get('repeat_count') ?? null,
      line,
      name,
    })
    if (kind === 'loop') this.remark(line, 'loop', name)
    else if (kind === 'repeat' && this.repeats() > 1) this.remark(line, 'nested-repeat', name)
    else if (kind === 'repeat' || !this.repeats()) this.page = null
  }

  private end() {
    const ended = this.open.pop()
    if (ended && !(this.repeats() && ended.kind !== 'loop')) this.page = null
  }

  /** The page that a question stands on: that of the group around it. */
  private pageNow(line: number): FormPage | null {
    if (this.page) return this.page
    if (this.pages.length >= MOST_PAGES) {
      this.remark(line, 'too-many', '')
      return null
    }
    const repeat = this.open.findIndex(({ kind }) => kind === 'repeat')
    const around = repeat < 0 ? this.open : this.open.slice(0, repeat + 1)
    const own = around.at(-1)
    const taken = own && this.pages.some(page => page.name === own.name)
    const page: FormPage = {
      name: own && !taken ? own.name : this.freeName(`page_${this.pages.length + 1}`),
      label: around.findLast(({ label }) => Object.keys(label).length)?.label ?? {},
      relevant: allOf(around.map(({ relevant }) => relevant)),
      repeat: repeat >= 0,
      ...(repeat >= 0 && this.open[repeat]!.count && { count: this.open[repeat]!.count }),
      questions: [],
    }
    this.lines.set(page, own?.line ?? line)
    this.pages.push(page)
    return (this.page = page)
  }

  private question(type: string, line: number, cells: Map<string, string>) {
    const written = cells.get('name') ?? ''
    if (GEO.test(type)) return this.remark(line, 'place', `${type} ${written}`.trim())
    if (METADATA.test(type) && !(A_DAY.test(type) && this.isAskedFor(written)))
      return this.remark(line, 'metadata', type)
    if (OF_FILE.test(type)) return this.remark(line, 'choices-elsewhere', cells.get('type')!)
    const what = this.kindOf(type, line, cells)
    if (!what) return
    const { kind, choices } = what
    // One file can be sent with a page.
    if (kind === 'file' && !this.page?.repeat && this.page?.questions.some(one => one.type === 'file')) this.page = null
    const page = this.pageNow(line)
    if (!page) return
    if (kind === 'file' && page.repeat) return this.remark(line, 'file-in-repeat', written)
    if (this.names.size > MOST_QUESTIONS) return this.remark(line, 'too-many', written)
    const label = this.inLanguages(cells, 'label')
    const isUnseen = kind === 'calculate' && (CALCULATED.test(type) || METADATA.test(type))
    if (!isUnseen && !Object.keys(label).length) this.remark(line, 'no-label', written)
    const name = this.newName(written || `question_${line}`, line)
    const question: Question = {
      name,
      type: kind,
      label: isUnseen ? {} : Object.keys(label).length ? label : { [this.language]: name },
      hint: joined(this.inLanguages(cells, 'hint'), this.inLanguages(cells, 'guidance_hint'), what.hint ?? {}),
      required: isAnswered({ type: kind }) ? conditionOf(cells.get('required'), true) : null,
      relevant: allOf([...this.innerRelevance(), conditionOf(cells.get('relevant'))]),
      constraint: allOf([cells.get('constraint') ?? null, what.constraint ?? null]),
      constraintMessage: this.inLanguages(cells, 'constraint_message'),
      choices: choices ?? [],
      commitment: cells.get('commitment') ?? null,
      indicator: cells.get('indicator') ?? null,
      ...this.rarer(kind, type, line, cells),
    }
    if (question.choiceFilter === undefined)
      question.choices = question.choices.map(({ name, label }) => ({ name, label }))
    this.lines.set(question, line)
    page.questions.push(question)
    if (type.match(SELECT)?.[3]) this.addOther(page, question, line)
  }

  /** A look into a list for a choice's words is written with the list's own file: a question with that list knows them too. */
  private withoutInstances(text: string): string {
    return text.replace(LOOKED_UP, (whole, list: string, wanted: string) => {
      const asks = this.survey.rows.find(({ cells }) => (cells.get('type') ?? '').match(SELECT)?.[2] === list)
      return asks ? `jr:choice-name(${wanted}, '\${${asks.cells.get('name')}}')` : whole
    })
  }

  /** What few questions have. */
  private rarer(kind: QuestionType, type: string, line: number, cells: Map<string, string>): Partial<Question> {
    const requiredMessage = this.inLanguages(cells, 'required_message')
    const filter = cells.get('choice_filter')
    const text = cells.get('default')
    const isReadOnly = /^(yes|true)/i.test(cells.get('read_only') ?? '')
    if (kind === 'calculate') {
      const calculation = A_DAY.test(type)
        ? 'today()'
        : this.withoutInstances(cells.get('calculation') ?? quoted(text ?? ''))
      if (!CALCULATED.test(type) && !METADATA.test(type) && !isReadOnly && type !== 'note')
        this.remark(line, 'typed-over', cells.get('name') ?? '')
      return { calculation }
    }
    if (isReadOnly && kind !== 'note') this.remark(line, 'read-only', cells.get('name') ?? '')
    return {
      ...(Object.keys(requiredMessage).length && { requiredMessage }),
      ...(filter && { choiceFilter: filter }),
      ...(text !== undefined && isAnswered({ type: kind }) && kind !== 'file' && { default: defaultOf(text) }),
    }
  }

  private kindOf(
    type: string,
    line: number,
    cells: Map<string, string>,
  ): { kind: QuestionType; choices?: Choice[]; constraint?: string; hint?: InLanguages } | null {
    if (CALCULATED.test(type) || METADATA.test(type)) return { kind: 'calculate' }
    if (ACKNOWLEDGE.test(type)) return { kind: 'select-multiple', choices: agreement(this.language) }
    if (type === 'range') return this.range(line, cells)
    const [, how, list] = cells.get('type')!.trim().replace(/\s+/g, ' ').match(SELECT) ?? []
    if (list) {
      const choices = this.lists.get(list)
      if (choices?.length) return { kind: /multiple|all that/i.test(how!) ? 'select-multiple' : 'select-one', choices }
      this.remark(line, 'choices-missing', list)
      return null
    }
    const kind = plainKind(type)
    if (!kind) {
      this.remark(line, 'type', cells.get('type')!)
      return null
    }
    if (type === 'barcode') this.remark(line, 'as-text', cells.get('type')!)
    return { kind: cells.has('calculation') && kind !== 'file' ? 'calculate' : kind }
  }

  /** A few steps are choices; many are a number with bounds. */
  private range(line: number, cells: Map<string, string>) {
    const range = rangeOf(cells.get('parameters') ?? '')
    if (!range) {
      this.remark(line, 'type', `range ${cells.get('parameters') ?? ''}`)
      return null
    }
    const steps = stepsOf(range, this.language)
    if (steps) return { kind: 'select-one' as const, choices: steps }
    const { start, end, step } = range
    const isWhole = Number.isInteger(start) && Number.isInteger(step)
    const constraint = `. >= ${start} and . <= ${end}`
    const hint = { [this.language]: `${start} – ${end}` }
    return { kind: isWhole ? ('integer' as const) : ('decimal' as const), constraint, hint }
  }

  /** Whether any expression or text of the form names it. */
  private isAskedFor(name: string): boolean {
    const asks = new RegExp(`\\$\\{\\s*${name.replace(/[^\w-]/g, '')}\\s*\\}`)
    return name !== '' && this.survey.rows.some(({ cells }) => [...cells.values()].some(text => asks.test(text)))
  }

  /** Of groups within a repeated page. */
  private innerRelevance(): (string | null)[] {
    const repeat = this.open.findIndex(({ kind }) => kind === 'repeat')
    return repeat < 0 ? [] : this.open.slice(repeat + 1).map(({ relevant }) => relevant)
  }

  private addOther(page: FormPage, question: Question, line: number) {
    const label = otherWords(this.language)
    const name = this.freeName(`${question.name}_other`)
    question.choices = [...question.choices, { name: 'other', label }]
    if (question.choiceFilter !== undefined) question.choiceFilter = `(${question.choiceFilter}) or name = 'other'`
    const asks: Question = {
      name,
      type: 'text',
      label,
      hint: {},
      required: null,
      relevant: `selected(\${${question.name}}, 'other')`,
      constraint: null,
      constraintMessage: {},
      choices: [],
      commitment: question.commitment,
      indicator: question.indicator,
    }
    this.lines.set(asks, line)
    page.questions.push(asks)
  }

  private freeName(wanted: string): string {
    let name = wanted
    for (let n = 2; this.names.has(name); n++) name = `${wanted}_${n}`
    this.names.add(name)
    return name
  }

  private newName(wanted: string, line: number): string {
    const fit = NAME.test(wanted) ? wanted : `q_${wanted.replace(/[^A-Za-z0-9_.-]+/g, '_')}`.slice(0, 70)
    if (fit !== wanted) this.remark(line, 'name', wanted)
    if (this.names.has(fit)) this.remark(line, 'name-twice', fit)
    return this.freeName(fit)
  }

  private languages(pages: FormPage[]): string[] {
    const found = new Set<string>()
    for (const page of pages)
      for (const words of [page.label, ...page.questions.map(({ label }) => label)])
        for (const language of Object.keys(words)) found.add(language)
    const rest = [...found].filter(language => language !== this.language)
    return found.has(this.language) ? [this.language, ...rest] : rest.length ? rest : [this.language]
  }
}

/** 'yes' and 'no' are conditions as well. @param alone nothing stands for 'no' */
function conditionOf(text: string | undefined, alone = false): string | null {
  if (!text || (alone && /^(no|false|false\(\)|0)$/i.test(text))) return null
  return /^(yes|true|1)$/i.test(text) ? 'true()' : /^(no|false|0)$/i.test(text) ? 'false()' : text
}

const quoted = (text: string): string => (text.includes("'") ? `"${text.replaceAll('"', '')}"` : `'${text}'`)

/** An expression stands behind '='. */
const defaultOf = (text: string): string =>
  /\$\{|^[a-z][a-z-]*\(.*\)$/i.test(text) ? `=${text}` : text.startsWith('=') ? `=${quoted(text)}` : text

/** One below the other, in each language. */
function joined(...all: InLanguages[]): InLanguages {
  const words: InLanguages = {}
  for (const one of all)
    for (const [language, text] of Object.entries(one))
      words[language] = words[language] ? `${words[language]}\n${text}` : text
  return words
}

const allOf = (texts: (string | null)[]): string | null => {
  const given = texts.filter(text => text !== null)
  return given.length < 2 ? (given[0] ?? null) : given.map(text => `(${text})`).join(' and ')
}
