/**
 * Reads an XLSForm (https://xlsform.org) into a form. What of it cannot be asked here is named with its sheet and row, never left out
 * in silence.
 */
import { ExpressionError, namesIn, readExpression } from './expression.ts'
import {
  MOST_CHOICES,
  MOST_PAGES,
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
import { FormError, languageOf, sheetsOf, type Row, type Sheet } from './xlsform-sheets.ts'

export { FormError, type FormRefusal } from './xlsform-sheets.ts'

/** What of a file is not used, or not as it stands there. */
export const REMARKS = [
  'type',
  'metadata',
  'calculation',
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

const PLAIN: Record<string, QuestionType> = {
  text: 'text',
  string: 'text',
  'phone number': 'text',
  email: 'text',
  url: 'text',
  integer: 'integer',
  int: 'integer',
  decimal: 'decimal',
  date: 'date',
  note: 'note',
  file: 'file',
  image: 'file',
  photo: 'file',
}
const METADATA =
  /^(start|end|today|deviceid|device id|subscriberid|subscriber id|simserial|sim id|phonenumber|phone number metadata|username|email metadata|audit|start-geopoint|background-audio|start time|end time|get .*|imei|uri:.*)$/
const CALCULATED = /^(calculate|hidden|xml-external|csv-external)$/
const SELECT =
  /^(?:add )?(select|select[_ ]one|select[_ ]multiple|select1|select all that apply)(?: prompt)?(?: from| using)? (\S+)( or[_ ]other| or specify other)?$/
const OF_FILE = /^(select_one|select_multiple)_from_file\b|^select_one_external\b/

/** Of the columns of `survey` that are used. */
const USED = new Set([
  'type',
  'name',
  'label',
  'hint',
  'required',
  'relevant',
  'constraint',
  'constraint_message',
  'choice_filter',
  'commitment',
  'indicator',
])
/** They say how a phone shows a question, not what is asked. */
const OF_NO_MATTER = /^(appearance|parameters|bind|body|instance|rows|\$|note|comment|disabled)/

interface Open {
  kind: 'group' | 'repeat' | 'loop'
  label: InLanguages
  relevant: string | null
  line: number
  name: string
}

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
    for (const row of this.survey.rows) this.row(row)
    for (const { name, line } of this.open) this.remark(line, 'unclosed', name)
    const pages = this.pages.filter(page => page.questions.length)
    const form: Form = { languages: this.languages(pages), pages }
    if (!questionsOf(form).length) throw new FormError('no-questions')
    this.checkExpressions(form)
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

  private sayColumns() {
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
    const sheet = this.sheets.find(({ name }) => name.trim().toLowerCase() === 'choices')
    for (const { line, cells } of sheet?.rows ?? []) {
      const list = cells.get('list_name')
      const name = (cells.get('name') ?? cells.get('value'))?.replace(/\s+/g, '_')
      if (!list || !name) continue
      const label = this.inLanguages(cells, 'label')
      if (!lists.has(list)) lists.set(list, [])
      const choices = lists.get(list)!
      if (choices.some(choice => choice.name === name)) continue
      if (choices.length >= MOST_CHOICES) {
        if (choices.length === MOST_CHOICES) this.remark(line, 'too-many', list, sheet!.name)
        continue
      }
      choices.push({ name, label: Object.keys(label).length ? label : { [this.language]: name } })
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
      relevant: cells.get('relevant') ?? null,
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
      questions: [],
    }
    this.lines.set(page, own?.line ?? line)
    this.pages.push(page)
    return (this.page = page)
  }

  private question(type: string, line: number, cells: Map<string, string>) {
    const label = this.inLanguages(cells, 'label')
    const written = cells.get('name') ?? ''
    if (METADATA.test(type)) return this.remark(line, 'metadata', type)
    if (CALCULATED.test(type)) return this.remark(line, 'calculation', written || type)
    if (OF_FILE.test(type)) return this.remark(line, 'choices-elsewhere', cells.get('type')!)
    const select = cells.get('type')!.trim().replace(/\s+/g, ' ').match(new RegExp(SELECT.source, 'i'))
    const kind: QuestionType | undefined = select
      ? /multiple|all that/i.test(select[1]!)
        ? 'select-multiple'
        : 'select-one'
      : PLAIN[type.replace(/^add | prompt$/g, '')]
    if (!kind) return this.remark(line, 'type', cells.get('type')!)
    const choices = select ? this.lists.get(select[2]!) : []
    if (!choices?.length && select) return this.remark(line, 'choices-missing', select[2]!)
    // One file can be sent with a page.
    if (kind === 'file' && !this.page?.repeat && this.page?.questions.some(one => one.type === 'file')) this.page = null
    const page = this.pageNow(line)
    if (!page) return
    if (kind === 'file' && page.repeat) return this.remark(line, 'file-in-repeat', written)
    if (this.names.size > MOST_QUESTIONS) return this.remark(line, 'too-many', written)
    if (!Object.keys(label).length) this.remark(line, 'no-label', written)
    if (cells.has('choice_filter')) this.remark(line, 'choice-filter', cells.get('choice_filter')!)
    const name = this.newName(written || `question_${line}`, line)
    const question: Question = {
      name,
      type: kind,
      label: Object.keys(label).length ? label : { [this.language]: name },
      hint: this.inLanguages(cells, 'hint'),
      required: kind === 'note' ? null : requiredOf(cells.get('required')),
      relevant: allOf([...this.innerRelevance(), cells.get('relevant') ?? null]),
      constraint: cells.get('constraint') ?? null,
      constraintMessage: this.inLanguages(cells, 'constraint_message'),
      choices: choices ?? [],
      commitment: cells.get('commitment') ?? null,
      indicator: cells.get('indicator') ?? null,
    }
    this.lines.set(question, line)
    page.questions.push(question)
    if (select?.[3]) this.addOther(page, question, line)
  }

  /** Of groups within a repeated page. */
  private innerRelevance(): (string | null)[] {
    const repeat = this.open.findIndex(({ kind }) => kind === 'repeat')
    return repeat < 0 ? [] : this.open.slice(repeat + 1).map(({ relevant }) => relevant)
  }

  private addOther(page: FormPage, question: Question, line: number) {
    const other = OTHER[this.language] ?? OTHER.en!
    const name = this.freeName(`${question.name}_other`)
    question.choices = [...question.choices, { name: 'other', label: { [this.language]: other } }]
    const asks: Question = {
      ...question,
      name,
      type: 'text',
      label: { [this.language]: other },
      hint: {},
      required: null,
      relevant: `selected(\${${question.name}}, 'other')`,
      constraint: null,
      constraintMessage: {},
      choices: [],
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

  /** Takes out what cannot be worked out, and says so: a question whose condition is not understood is always asked. */
  private checkExpressions(form: Form) {
    const names = new Set(questionsOf(form).map(({ name }) => name))
    const usable = (text: string | null, line: number): string | null => {
      if (text === null) return null
      try {
        const unknown = namesIn(readExpression(text)).find(name => !names.has(name))
        if (!unknown) return text
        this.remark(line, 'no-such-answer', `\${${unknown}}`)
      } catch (error) {
        if (!(error instanceof ExpressionError)) throw error
        this.remark(line, 'expression', text)
      }
      return null
    }
    for (const page of form.pages) {
      page.relevant = usable(page.relevant, this.lines.get(page)!)
      for (const question of page.questions) {
        const line = this.lines.get(question)!
        question.required = usable(question.required, line)
        question.relevant = usable(question.relevant, line)
        question.constraint = usable(question.constraint, line)
      }
    }
  }
}

const OTHER: Record<string, string> = { en: 'Other', fr: 'Autre', ar: 'أخرى', es: 'Otro', pt: 'Outro' }

const requiredOf = (text: string | undefined): string | null =>
  !text || /^(no|false|false\(\)|0)$/i.test(text) ? null : /^(yes|true|true\(\)|1)$/i.test(text) ? 'true()' : text

const allOf = (texts: (string | null)[]): string | null => {
  const given = texts.filter(text => text !== null)
  return given.length < 2 ? (given[0] ?? null) : given.map(text => `(${text})`).join(' and ')
}
