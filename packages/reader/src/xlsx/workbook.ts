/**
 * The values of a workbook's cells, for those who count with them: no layout, no rounding to what a cell shows.
 * Sheets of a million cells are read without a tree of their XML.
 */
import { ReaderError } from '../errors.ts'
import { child, parseXml } from '../xml.ts'
import { partsOf } from '../zip.ts'
import { shown, stylesOf, type CellStyle } from './formats.ts'
import { partsOfSheets } from './index.ts'
import { areaOf, placeOf, type Area } from './sheet.ts'

export { ReaderError } from '../errors.ts'

export interface WorkbookCell {
  /** From 0, what is hidden counted: row 13, column 2 is C14. */
  row: number
  column: number
  /** A date is ISO text, a share in per cent is '27.5%', an error is what Excel writes: '#N/A'. */
  value: string | number
}

export interface WorkbookSheet {
  name: string
  /** Row by row, cells that say something only, without hidden rows and columns. */
  cells: WorkbookCell[]
  merged: Area[]
  hidden: { rows: number; columns: number }
}

const WANTED = /^xl\/((workbook|sharedStrings|styles)\.xml|_rels\/workbook\.xml\.rels|worksheets\/[^/]+\.xml)$/
/** 100,000 rows of twenty columns. */
const MOST_CELLS = 2_000_000
/** No sheet of Excel has more; a damaged one may name a billionth. */
const MOST_ROWS = 1_048_576
const ROWS_AT_ONCE = 2_000

/**
 * The sheets of a workbook in order, without the hidden ones. Others have their turn while a large one is read.
 * @param withHidden sheets, rows and columns that are hidden as well: where a machine reads them, hiding them takes nothing away
 * @throws ReaderError 'zip-bomb', 'broken', 'too-large', 'not-readable' (a zip without a workbook in it)
 */
export async function* readWorkbook(
  bytes: Uint8Array,
  { withHidden = false }: { withHidden?: boolean } = {},
): AsyncGenerator<WorkbookSheet> {
  const parts = partsOf(bytes, name => WANTED.test(name))
  if (!parts.has('xl/workbook.xml')) throw new ReaderError('not-readable', 'This is no workbook: it has no sheets.')
  const root = parseXml(parts.get('xl/workbook.xml'))
  const styleOf = stylesOf(parseXml(parts.get('xl/styles.xml')))
  const epoch1904 = ['1', 'true'].includes(child(root, 'workbookPr')?.attributes.date1904 ?? '')
  const strings = stringsOf(textOf(parts.get('xl/sharedStrings.xml')))
  const relations = parseXml(parts.get('xl/_rels/workbook.xml.rels'))
  for (const { name, path } of partsOfSheets(root, relations, withHidden)) {
    const xml = textOf(parts.get(path))
    const look: Look = { strings, epoch1904, kindOf: kinds(styleOf), withHidden }
    yield { name, ...(await sheetOf(xml, look)) }
  }
}

/** Text tables that a zip holds besides or instead of a workbook, by name. Throws ReaderError 'zip-bomb' or 'broken'. */
export function unpackedTables(bytes: Uint8Array): Map<string, Uint8Array> {
  return partsOf(bytes, name => /\.(?:csv|tsv|txt|json|geojson)$/iu.test(name) && !name.startsWith('__MACOSX/'))
}

const textOf = (part: Uint8Array | undefined): string => new TextDecoder().decode(part)

type NumberKind = 'date' | 'percent' | 'plain'

interface Look {
  strings: readonly string[]
  epoch1904: boolean
  kindOf: (style: number) => { kind: NumberKind; format: string }
  withHidden: boolean
}

function kinds(styleOf: (index: number) => CellStyle): Look['kindOf'] {
  const known = new Map<number, { kind: NumberKind; format: string }>()
  return index => {
    const found = known.get(index)
    if (found) return found
    const { format } = styleOf(index)
    const bare = format.replace(/"[^"]*"|\\.|\[[^\]]*\]|[_*]./gu, '')
    const date = !/General|[#0?]/iu.test(bare) && /[ymdhs]/iu.test(bare)
    const kind: NumberKind = date ? 'date' : bare.includes('%') ? 'percent' : 'plain'
    known.set(index, { kind, format })
    return { kind, format }
  }
}

async function sheetOf(xml: string, look: Look): Promise<Omit<WorkbookSheet, 'name'>> {
  const prefix = /<(\w+:)?worksheet\b/u.exec(xml)?.[1] ?? ''
  const tags = new RegExp(`<${prefix}(row|c|mergeCell|col)\\b([^>]*?)(/?)>`, 'gu')
  const cells: WorkbookCell[] = []
  const merged: Area[] = []
  const hiddenColumns = new Set<number>()
  let hiddenRows = 0
  let seen = true
  let row = -1
  let column = -1
  for (let tag = tags.exec(xml); tag; tag = tags.exec(xml)) {
    const [, name, attributes = '', closed] = tag
    if (name === 'row') {
      const number = attribute(attributes, 'r')
      row = number ? Number(number) - 1 : row + 1
      column = -1
      seen = !isOn(attribute(attributes, 'hidden'))
      if (!seen) hiddenRows++
      if (row % ROWS_AT_ONCE === 0) await new Promise(resolve => void setImmediate(resolve))
    } else if (name === 'col') {
      if (!isOn(attribute(attributes, 'hidden')) && attribute(attributes, 'width') !== '0') continue
      const to = Math.min(Number(attribute(attributes, 'max')), 16_384)
      for (let n = Number(attribute(attributes, 'min')); n <= to; n++) hiddenColumns.add(n - 1)
    } else if (name === 'mergeCell') {
      const area = areaOf(attribute(attributes, 'ref') ?? '')
      if (area) merged.push(area)
    } else {
      const reference = attribute(attributes, 'r')
      column = placeOf(reference ?? '')?.col ?? column + 1
      if (closed) continue
      const end = xml.indexOf(`</${prefix}c>`, tags.lastIndex)
      const body = xml.slice(tags.lastIndex, end < 0 ? undefined : end)
      tags.lastIndex = end < 0 ? xml.length : end
      if (row >= MOST_ROWS || (!look.withHidden && (!seen || hiddenColumns.has(column)))) continue
      const value = valueOf(body, attributes, prefix, look)
      if (value !== '') cells.push({ row, column, value })
      if (cells.length > MOST_CELLS) throw tooLarge()
    }
  }
  const used = cells.reduce((most, cell) => Math.max(most, cell.column), 0)
  const columns = [...hiddenColumns].filter(hidden => hidden <= used).length
  return { cells, merged: merged.filter(area => sane(area)), hidden: { rows: hiddenRows, columns } }
}

function tooLarge(): ReaderError {
  return new ReaderError('too-large', 'This workbook has more cells than can be read at once. Save its parts as files.')
}

/** A merge down a whole column is a slip of the hand; spreading its words would fill all memory. */
const sane = ({ top, left, bottom, right }: Area): boolean =>
  bottom >= top && right >= left && (bottom - top + 1) * (right - left + 1) <= 10_000

const NAMES = ['r', 's', 't', 'hidden', 'width', 'min', 'max', 'ref'] as const
const PATTERNS = Object.fromEntries(NAMES.map(name => [name, new RegExp(`(?:^|\\s)${name}="([^"]*)"`, 'u')]))

const attribute = (attributes: string, name: (typeof NAMES)[number]): string | undefined =>
  PATTERNS[name]!.exec(attributes)?.[1]
const isOn = (value: string | undefined): boolean => value === '1' || value === 'true'

function valueOf(body: string, attributes: string, prefix: string, look: Look): string | number {
  const type = attribute(attributes, 't') ?? 'n'
  if (type === 'inlineStr') return wordsOf(body)
  const open = body.indexOf(`<${prefix}v`)
  if (open < 0) return ''
  const start = body.indexOf('>', open) + 1
  const text = body.slice(start, body.indexOf('<', start))
  if (text === '') return ''
  if (type === 's') return look.strings[Number(text)] ?? ''
  if (type === 'b') return text === '1' ? 'TRUE' : 'FALSE'
  if (type !== 'n') return unescaped(text)
  const number = Number(text)
  if (!Number.isFinite(number)) return unescaped(text)
  const { kind, format } = look.kindOf(Number(attribute(attributes, 's') ?? 0))
  if (kind === 'date') return shown(number, format, look.epoch1904)
  // 15 digits are what a spreadsheet knows; more are an artefact of binary numbers.
  return kind === 'percent' ? `${Number((number * 100).toPrecision(15))}%` : Number(number.toPrecision(15))
}

function stringsOf(xml: string): string[] {
  const items = xml.matchAll(/<(?:\w+:)?si\b[^>]*?(?:\/>|>([\s\S]*?)<\/(?:\w+:)?si>)/gu)
  return Array.from(items, ([, body = '']) => wordsOf(body))
}

/** The words of a string's runs, without the reading aids of Japanese. */
function wordsOf(body: string): string {
  const runs = body.replace(/<(?:\w+:)?rPh\b[\s\S]*?<\/(?:\w+:)?rPh>/gu, '')
  return Array.from(runs.matchAll(/<(?:\w+:)?t\b[^>]*?(?:\/>|>([^<]*)<)/gu), ([, text = '']) => unescaped(text)).join(
    '',
  )
}

const ENTITIES: Record<string, string> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" }

// ECMA-376 22.9.2.19: characters that XML cannot hold are written '_x000D_'.
function unescaped(text: string): string {
  const plain = text.includes('&')
    ? text.replace(
        /&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(\w+));/giu,
        (all, hex?: string, decimal?: string, name?: string) => {
          if (name) return ENTITIES[name] ?? all
          const code = hex ? Number.parseInt(hex, 16) : Number(decimal)
          return code <= 0x10ffff ? String.fromCodePoint(code) : ''
        },
      )
    : text
  return plain
    .replace(/_x([0-9A-Fa-f]{4})_/gu, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    .replace(/\r\n?/gu, '\n')
}
