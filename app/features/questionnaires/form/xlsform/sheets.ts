/** The sheets of an XLSForm as rows whose cells are found by their column's name, whatever people call it. */
import { parse } from 'csv-parse/sync'
import { readWorkbook, ReaderError } from '@open1325/reader/workbook'
import { languageOf } from './languages.ts'

/**
 * Why a file is no form: 'old-excel' is the .xls of before 2007, 'locked' asks for a password, 'csv' is one sheet of several.
 */
export type FormRefusal =
  'old-excel' | 'locked' | 'csv' | 'not-a-workbook' | 'no-survey' | 'no-types' | 'no-questions' | 'too-large'
export class FormError extends Error {
  override name = 'FormError'
  readonly refusal: FormRefusal
  constructor(refusal: FormRefusal) {
    super(`Not read as a questionnaire: ${refusal}.`)
    this.refusal = refusal
  }
}

/** Of the sheet `survey`: far more than a form has questions, and few enough to be gone through again and again. */
export const MOST_ROWS = 5000

export interface Row {
  /** As a spreadsheet numbers it. */
  line: number
  cells: Map<string, string>
}
export interface Sheet {
  name: string
  columns: string[]
  rows: Row[]
}

/** A sheet as it is written: lines from 1, with what stands in each of their columns. */
type Grid = [line: number, cells: [column: number, text: string][]][]

/** @throws FormError */
export async function sheetsOf(bytes: Uint8Array): Promise<Sheet[]> {
  if (begins(bytes, 0xd0, 0xcf, 0x11, 0xe0)) throw new FormError(isLocked(bytes) ? 'locked' : 'old-excel')
  return begins(bytes, 0x50, 0x4b) ? sheetsOfWorkbook(bytes) : sheetsOfText(bytes)
}

const begins = (bytes: Uint8Array, ...signs: number[]): boolean => signs.every((sign, n) => bytes[n] === sign)

/** A workbook with a password is kept in the container of old ones, where its part has this name. */
const isLocked = (bytes: Uint8Array): boolean =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).includes(Buffer.from('EncryptedPackage', 'utf16le'))

async function sheetsOfWorkbook(bytes: Uint8Array): Promise<Sheet[]> {
  const sheets: Sheet[] = []
  try {
    for await (const { name, cells } of readWorkbook(bytes, { withHidden: true })) {
      const rows = Map.groupBy(cells, ({ row }) => row)
      const grid: Grid = [...rows].map(([row, all]) => [
        row + 1,
        all.map(({ column, value }) => [column, String(value)] as [number, string]),
      ])
      sheets.push(tableOf(name, grid))
    }
  } catch (error) {
    if (!(error instanceof ReaderError)) throw error
    throw new FormError(error.code === 'too-large' || error.code === 'zip-bomb' ? 'too-large' : 'not-a-workbook')
  }
  return sheets
}

/** As pyxform writes forms into one file: the names of sheets stand in the first column, their rows below, one column further in. */
function sheetsOfText(bytes: Uint8Array): Sheet[] {
  const text = textIn(bytes)
  if (text === null) throw new FormError('not-a-workbook')
  let rows: string[][]
  try {
    rows = parse(text, { relax_column_count: true, skip_empty_lines: false })
  } catch {
    throw new FormError('not-a-workbook')
  }
  const sheets = new Map<string, Grid>()
  let now: Grid | null = null
  rows.forEach(([name = '', ...cells], n) => {
    if (name.trim() && cells.every(cell => !cell.trim())) sheets.set(name.trim(), (now = []))
    else if (!name.trim()) now?.push([n + 1, cells.map((cell, at) => [at, cell])])
  })
  if (![...sheets.keys()].some(name => name.toLowerCase() === 'survey'))
    throw new FormError(isSurvey(rows) ? 'csv' : 'not-a-workbook')
  return [...sheets].map(([name, grid]) => tableOf(name, grid))
}

/** The sheet `survey` alone. */
const isSurvey = (rows: string[][]): boolean =>
  rows.slice(0, HIGHEST_HEAD).some(cells => cells.some(cell => columnName(cell.trim()) === 'type'))

/** Null: it is no text. */
function textIn(bytes: Uint8Array): string | null {
  if (bytes.includes(0)) return null
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

function tableOf(name: string, written: Grid): Sheet {
  const grid = written
    .map(
      ([line, cells]) =>
        [line, cells.map(([at, text]) => [at, text.trim()] as const).filter(([, text]) => text)] as const,
    )
    .filter(([, cells]) => cells.length > 0)
    .toSorted(([a], [b]) => a - b)
  const isHead = ([, cells]: (typeof grid)[number]) => cells.some(([, text]) => HEADS.test(columnName(text)))
  // A title above the names of the columns is left where it is.
  const head = Math.max(0, grid.slice(0, HIGHEST_HEAD).findIndex(isHead))
  const columns = new Map((grid[head]?.[1] ?? []).map(([at, text]) => [at, columnName(text)]))
  return {
    name,
    columns: [...columns.values()],
    rows: grid.slice(head + 1).map(([line, cells]) => ({
      line,
      cells: new Map(cells.flatMap(([at, text]) => (columns.has(at) ? [[columns.get(at)!, text] as const] : []))),
    })),
  }
}

const HEADS = /^(type|list_name|form_title|form_id)$/
const HIGHEST_HEAD = 10

const ALIASES: Record<string, string> = {
  relevance: 'relevant',
  caption: 'label',
  constraint_msg: 'constraint_message',
  requiredmsg: 'required_message',
  required_msg: 'required_message',
  readonly: 'read_only',
  calculate: 'calculation',
}

/** Any other column keeps its letters: filters of choices ask for it as it is written. */
const KNOWN =
  /^(type|name|value|list_name|label|hint|guidance_hint|required|required_message|relevant|constraint|constraint_message|choice_filter|calculation|read_only|default|repeat_count|appearance|parameters|disabled|commitment|indicator|counts_people|form_title|title|form_id|default_language|bind|body|control|instance|media|image|audio|video|big_image|note|notes|comment|comments|trigger)$/

/** What older forms write as an attribute has a column of its own since. */
const ATTRIBUTES: Record<string, string> = {
  'bind::relevant': 'relevant',
  'bind::required': 'required',
  'bind::constraint': 'constraint',
  'bind::calculate': 'calculation',
  'bind::readonly': 'read_only',
  'bind::jr:constraintmsg': 'constraint_message',
  'bind::jr:requiredmsg': 'required_message',
  'body::jr:count': 'repeat_count',
  'control::jr:count': 'repeat_count',
  'body::appearance': 'appearance',
  'control::appearance': 'appearance',
}

/** 'Label : French' is 'label::fr', 'Constraint  Message' is 'constraint_message', 'bind:relevant' is 'relevant'. */
function columnName(text: string): string {
  const lower = text.toLowerCase().replace(/\s*::?\s*/g, '::')
  const attribute = ATTRIBUTES[lower.replace('jr::', 'jr:')]
  if (attribute) return attribute
  const [head = '', ...rest] = text.split(/::?/).map(part => part.trim())
  const plain = head.toLowerCase().replace(/[\s-]+/g, '_')
  const name = ALIASES[plain] ?? (KNOWN.test(plain) ? plain : head)
  if (!rest.length || /^(bind|body|control|instance)$/.test(name)) return rest.length ? lower : name
  return `${name}::${rest.map(part => languageOf(part)).join('::')}`
}
