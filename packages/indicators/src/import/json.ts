/** JSON to sheets: arrays of objects or of rows, several documents in one file, GeoJSON, arrays inside an object. */
import { ImportError, tooLarge } from './errors.ts'
import { MOST_CELLS, MOST_COLUMNS, type Cell, type Sheet } from './sheet.ts'

type Json = string | number | boolean | null | Json[] | { [name: string]: Json }
type Row = { [name: string]: Json }

/** Arrays further inside than this are cells. */
const DEEPEST = 3

/** The tables of a JSON text. Throws ImportError 'broken-json' with the place. */
export function sheetsOfJson(text: string, name: string): Sheet[] {
  const documents = documentsOf(text)
  // One object a line is one table (NDJSON).
  const lines = documents.length > 1 && documents.every(isRow) ? [documents] : documents
  return lines.flatMap((document, i) => tablesOf(document, lines.length > 1 ? `${name} ${i + 1}` : name, DEEPEST))
}

const isRow = (json: Json): json is Row => typeof json === 'object' && json !== null && !Array.isArray(json)

/** Every JSON document in a text, one after the other. */
function documentsOf(text: string): Json[] {
  try {
    return [JSON.parse(text) as Json]
  } catch (error) {
    const parts = partsOf(text)
    if (parts.length < 2) throw broken(error)
    try {
      return parts.map(part => JSON.parse(part) as Json)
    } catch (inner) {
      throw broken(inner)
    }
  }
}

function broken(error: unknown): ImportError {
  const reason = error instanceof Error ? ` (${error.message})` : ''
  return new ImportError('broken-json', `This JSON is damaged or cut short${reason}. Export it again.`)
}

/** The text cut where one document ends and the next begins. */
function partsOf(text: string): string[] {
  const parts: string[] = []
  let depth = 0
  let start = 0
  for (let at = 0; at < text.length; at++) {
    const sign = text[at]
    if (sign === '"') {
      for (at++; at < text.length && text[at] !== '"'; at++) if (text[at] === '\\') at++
    } else if (sign === '{' || sign === '[') depth++
    else if ((sign === '}' || sign === ']') && --depth === 0) {
      parts.push(text.slice(start, at + 1))
      start = at + 1
    }
  }
  if (text.slice(start).trim()) parts.push(text.slice(start))
  return parts
}

function tablesOf(json: Json, name: string, deepest: number): Sheet[] {
  if (Array.isArray(json)) {
    if (json.length && json.every(Array.isArray))
      return [
        sheetOf(
          name,
          json.map(row => row.map(cellOf)),
        ),
      ]
    const rows = json.filter(isRow)
    return rows.length ? [fromRows(rows, name)] : []
  }
  if (!isRow(json)) return []
  if (json.type === 'FeatureCollection' && Array.isArray(json.features))
    return [fromRows(json.features.filter(isRow).map(propertiesOf), typeof json.name === 'string' ? json.name : name)]
  const inner = arraysIn(json, name, deepest)
  return inner.length ? inner : [fromRows([json], name)]
}

/** The tables inside an object; a single object inside another is a cell of it. */
function arraysIn(json: Row, name: string, deepest: number): Sheet[] {
  if (!deepest) return []
  return Object.entries(json).flatMap(([key, value]) => {
    const inner = name ? `${name} ${key}` : key
    if (Array.isArray(value)) return tablesOf(value, inner, deepest - 1)
    return isRow(value) ? arraysIn(value, inner, deepest - 1) : []
  })
}

function propertiesOf(feature: Row): Row {
  const point = isRow(feature.geometry ?? null) ? (feature.geometry as Row) : null
  const [longitude, latitude] = point?.type === 'Point' && Array.isArray(point.coordinates) ? point.coordinates : []
  const properties = isRow(feature.properties ?? null) ? (feature.properties as Row) : {}
  return longitude === undefined || latitude === undefined ? properties : { ...properties, longitude, latitude }
}

function fromRows(rows: readonly Row[], name: string): Sheet {
  const names = [...new Set(rows.flatMap(row => Object.keys(row)))]
  if (names.length > MOST_COLUMNS || names.length * rows.length > MOST_CELLS) throw tooLarge()
  return sheetOf(name, [names, ...rows.map(row => names.map(key => cellOf(row[key] ?? null)))])
}

const sheetOf = (name: string, rows: Cell[][]): Sheet => ({ name, rows, hidden: { rows: 0, columns: 0 } })

/** MongoDB writes { "$oid": "68f4" } where others write a plain value. */
function cellOf(json: Json): Cell {
  if (json === null) return ''
  if (typeof json === 'string' || typeof json === 'number') return json
  if (typeof json === 'boolean') return json ? 'true' : 'false'
  const [first, ...more] = isRow(json) ? Object.entries(json) : []
  if (first && !more.length && first[0].startsWith('$')) return cellOf(first[1])
  return JSON.stringify(json)
}
