/** The sheets of an XLSForm as rows whose cells are found by their column's name, whatever people call it; and its languages' codes. */
import { readWorkbook, ReaderError, type WorkbookSheet } from '@open1325/reader/workbook'

/** Why a file is no form: 'old-excel' is the .xls of before 2007. */
export type FormRefusal = 'old-excel' | 'not-a-workbook' | 'no-survey' | 'no-questions' | 'too-large'
export class FormError extends Error {
  override name = 'FormError'
  readonly refusal: FormRefusal
  constructor(refusal: FormRefusal) {
    super(`Not read as a questionnaire: ${refusal}.`)
    this.refusal = refusal
  }
}

export interface Row {
  line: number
  cells: Map<string, string>
}
export interface Sheet {
  name: string
  rows: Row[]
}

/** @throws FormError */
export async function sheetsOf(bytes: Uint8Array): Promise<Sheet[]> {
  const isOle = [0xd0, 0xcf, 0x11, 0xe0].every((byte, n) => bytes[n] === byte)
  if (isOle) throw new FormError('old-excel')
  const sheets: Sheet[] = []
  try {
    for await (const sheet of readWorkbook(bytes)) sheets.push(tableOf(sheet))
  } catch (error) {
    if (!(error instanceof ReaderError)) throw error
    throw new FormError(error.code === 'too-large' || error.code === 'zip-bomb' ? 'too-large' : 'not-a-workbook')
  }
  return sheets
}

function tableOf({ name, cells }: WorkbookSheet): Sheet {
  const rows = new Map<number, Map<number, string>>()
  for (const { row, column, value } of cells) {
    const text = String(value).trim()
    if (!text) continue
    if (!rows.has(row)) rows.set(row, new Map())
    rows.get(row)!.set(column, text)
  }
  const [head, ...rest] = [...rows].sort(([a], [b]) => a - b)
  const columns = new Map([...(head?.[1] ?? [])].map(([at, text]) => [at, columnName(text)]))
  return {
    name,
    rows: rest.map(([line, row]) => ({
      line: line + 1,
      cells: new Map([...row].flatMap(([at, text]) => (columns.has(at) ? [[columns.get(at)!, text] as const] : []))),
    })),
  }
}

const ALIASES: Record<string, string> = {
  relevance: 'relevant',
  'list name': 'list_name',
  caption: 'label',
  'constraint message': 'constraint_message',
  constraint_msg: 'constraint_message',
  'choice filter': 'choice_filter',
  requiredmsg: 'required_message',
  required_msg: 'required_message',
  'required message': 'required_message',
  'guidance hint': 'guidance_hint',
  'repeat count': 'repeat_count',
  'read only': 'read_only',
  readonly: 'read_only',
  calculate: 'calculation',
}

/** 'Label : French' is 'label::fr'. */
function columnName(text: string): string {
  const [head = '', ...rest] = text.split(/::?/).map(part => part.trim())
  const name = ALIASES[head.toLowerCase()] ?? head.toLowerCase()
  return rest.length ? `${name}::${rest.map(part => languageOf(part)).join('::')}` : name
}

const LANGUAGE_NAMES: Record<string, string> = {
  english: 'en',
  french: 'fr',
  français: 'fr',
  francais: 'fr',
  arabic: 'ar',
  العربية: 'ar',
  spanish: 'es',
  español: 'es',
  portuguese: 'pt',
  swahili: 'sw',
  chinese: 'zh',
  russian: 'ru',
  ukrainian: 'uk',
  somali: 'so',
  kurdish: 'ku',
  dari: 'prs',
  pashto: 'ps',
}

/** 'Swahili (sw)' is 'sw'; a name that is not known is taken as it stands. */
export function languageOf(text: string): string {
  const code = text.match(/\(([A-Za-z]{2,3}(?:-[A-Za-z0-9]+)*)\)\s*$/)?.[1] ?? text
  const known = LANGUAGE_NAMES[code.toLowerCase()] ?? code
  return /^[a-z]{2,3}(-[a-z0-9]+)*$/i.test(known)
    ? known.toLowerCase()
    : `x-${
        known
          .toLowerCase()
          .replace(/[^a-z0-9]+/g, '')
          .slice(0, 8) || 'other'
      }`
}
