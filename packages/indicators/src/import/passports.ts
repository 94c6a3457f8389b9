/** Sheets that hold the passports of indicators: which column fills which field, and the passports. */
import type { Indicator } from '../model.ts'
import type { Column } from './columns.ts'
import { NOTHING, type Guess } from './guess.ts'
import type { Mapping, PassportField } from './mapping.ts'
import { textOf, type Sheet } from './sheet.ts'
import { HEADER } from './words.ts'

/** The columns of a sheet of passports. */
export function passportsOf(columns: readonly Column[]): Map<number, Guess> {
  const passports = new Map<number, Guess>(columns.map(({ column }) => [column, NOTHING]))
  const fields = [
    ['title', HEADER.title],
    ['title', HEADER.indicator],
    ['code', HEADER.code],
    ['definition', HEADER.definition],
    ['formula', HEADER.formula],
    ['unit', HEADER.unit],
    ['disaggregation', HEADER.disaggregation],
    ['source', HEADER.source],
    ['owner', HEADER.owner],
    ['frequency', HEADER.frequency],
  ] as const
  const taken = new Set<string>()
  for (const [field, word] of fields) {
    const column = columns.find(
      c =>
        word.test(c.words) &&
        passports.get(c.column) === NOTHING &&
        !HEADER.bookkeeping.test(c.words) &&
        (field === 'code' || c.numbers < 0.5 || field === 'disaggregation'),
    )
    if (!column || taken.has(field)) continue
    taken.add(field)
    passports.set(column.column, { use: { as: 'passport', field }, confidence: 0.9, reason: 'header-word' })
  }
  return passports
}

/** The passports of a sheet that holds indicators. Rows without a title are left out. */
export function passportsIn(sheet: Sheet, mapping: Mapping): Indicator[] {
  if (mapping.holds !== 'indicators') return []
  const columns = new Map(
    mapping.columns.flatMap(({ column, use }) => (use.as === 'passport' ? [[use.field, column] as const] : [])),
  )
  return sheet.rows.slice(mapping.firstRow).flatMap((row): Indicator[] => {
    const field = (name: PassportField): string | null => {
      const column = columns.get(name)
      const text = column === undefined ? '' : textOf(row[column])
      return text === '' || mapping.missing.includes(text) ? null : text
    }
    const title = field('title')
    if (!title) return []
    const dimensions = field('disaggregation')?.split(/\s*[,;/]\s*/u)
    return [
      {
        code: field('code') ?? title,
        title,
        definition: field('definition'),
        formula: field('formula'),
        unit: field('unit'),
        valueKind: 'number',
        levels: [],
        direction: null,
        // '1' and '2' are answers to a form, not dimensions.
        disaggregation: dimensions?.every(dimension => /\p{L}{3}/u.test(dimension)) ? dimensions.map(known) : null,
        source: field('source'),
        owner: field('owner'),
        frequency: field('frequency'),
        parent: field('parent'),
        reportedBy: null,
      },
    ]
  })
}

const known = (dimension: string): string =>
  /^(?:sex|sexe|sexo|gender|genre|género|الجنس)$/iu.test(dimension)
    ? 'sex'
    : /^(?:age|âge|edad|العمر)$/iu.test(dimension)
      ? 'age'
      : dimension
