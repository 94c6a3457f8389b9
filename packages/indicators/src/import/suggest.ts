/** What a sheet's columns most likely mean, each with how sure and why. A person confirms. */
import { createHash } from 'node:crypto'
import { columnsOf, type Column } from './columns.ts'
import { entriesOf, separatorIn } from './entries.ts'
import { NOTHING, type Guess } from './guess.ts'
import { headerOf, isTag } from './header.ts'
import { useOfTag } from './hxl.ts'
import type { ColumnUse, Holding, Mapping, Use } from './mapping.ts'
import { measuresOf } from './measures.ts'
import { passportsOf } from './passports.ts'
import { textOf, type Sheet } from './sheet.ts'
import { HEADER, headerWords } from './words.ts'

/** What is suggested before anybody says that it is so. The same header gives the same fingerprint. */
export function suggestMapping(sheet: Sheet): Mapping {
  const header = headerOf(sheet)
  const { columns, decimal } = columnsOf(sheet, header)
  const guesses = new Map<number, Guess>()
  const used = (...as: Use['as'][]): boolean => [...guesses.values()].some(({ use }) => as.includes(use.as))
  for (const column of columns) {
    const use = column.tag && isTag(column.tag) ? useOfTag(column.tag, column.header.at(-1) ?? '') : null
    if (use) guesses.set(column.column, { use, confidence: 1, reason: 'hxl-tag' })
  }
  const tagged = guesses.size > 0
  if (!tagged) for (const [column, guess] of contextOf(columns)) guesses.set(column, guess)
  const free = columns.filter(({ column }) => !guesses.has(column))
  const measures = tagged ? new Map<number, Guess>() : measuresOf(free, columns, guesses)
  for (const [column, guess] of measures) guesses.set(column, guess)
  const { holds, reason } = holdingOf(columns, guesses, sheet, used('measure'))
  if (holds === 'list') for (const [column, guess] of entriesOf(columns, guesses)) guesses.set(column, guess)
  if (holds === 'indicators') for (const [column, guess] of passportsOf(columns)) guesses.set(column, guess)
  if (holds === 'observations' && !tagged)
    for (const [column, guess] of apartBy(sheet, columns, guesses, header.firstRow)) guesses.set(column, guess)
  const missing = columns.flatMap(column =>
    used('measure') ? column.missing : column.missing.filter(code => !/^-?\d/u.test(code)),
  )
  return {
    version: 1,
    fingerprint: fingerprintOf(columns),
    holds,
    reason,
    header: { first: header.first, last: header.last },
    firstRow: header.firstRow,
    columns: columns.map((column): ColumnUse => {
      const { use, confidence, reason: why } = guesses.get(column.column) ?? NOTHING
      return { column: column.column, header: column.header, use, confidence, reason: why }
    }),
    missing: [...new Set(missing)],
    decimal,
    aggregates: 'keep',
    entrySeparator: holds === 'list' ? separatorIn(sheet, guesses, header.firstRow) : null,
    fixed: { indicator: null, country: null, period: null, source: null },
  }
}

/**
 * A mapping that was confirmed for a file with the same columns, fitted to this one; null where there is none. Rows of notes above the
 * header may have come or gone, and what stands for nothing is looked for anew.
 */
export function rememberedMapping(sheet: Sheet, kept: readonly Mapping[]): Mapping | null {
  const { fingerprint, header, firstRow, missing } = suggestMapping(sheet)
  const same = kept.find(mapping => mapping.fingerprint === fingerprint)
  return same ? { ...same, header, firstRow, missing: [...new Set([...same.missing, ...missing])] } : null
}

/** Equal for files with the same columns in the same order. */
function fingerprintOf(columns: readonly Column[]): string {
  const headers = columns.map(({ column, header, tag }) => [column, ...header.map(headerWords), tag ?? ''])
  return createHash('sha256').update(JSON.stringify(headers)).digest('hex').slice(0, 32)
}

/** Where, when, what, of whom, says who: columns that say it of every row. */
function contextOf(columns: readonly Column[]): Map<number, Guess> {
  const guesses = new Map<number, Guess>()
  const set = (column: Column | undefined, use: Use, confidence: number, reason: string): void => {
    if (column && !guesses.has(column.column)) guesses.set(column.column, { use, confidence, reason })
  }
  for (const column of columns.filter(({ words }) => HEADER.bookkeeping.test(words)))
    set(column, { as: 'nothing' }, 0.9, 'bookkeeping')
  const open = (): Column[] => columns.filter(({ column }) => !guesses.has(column))
  const first = (is: (column: Column) => boolean): Column | undefined => open().find(is)

  const countries = open().filter(c => c.filled && c.countries >= 0.5 && c.numbers < 0.5 && c.length > 1)
  const byName = countries.filter(({ words }) => HEADER.country.test(words))
  // The column that names most of them; among equals the codes, which are never misspelt.
  const better = (a: Column, b: Column): number => b.places - a.places || a.length - b.length
  const country = byName.toSorted(better)[0] ?? countries.find(c => c.countries >= 0.8 || c.distinct > 5)
  set(
    country,
    { as: 'country' },
    country && byName.includes(country) ? 0.95 : 0.7,
    country && byName.includes(country) ? 'header-word' : 'cells-are-countries',
  )
  for (const column of open().filter(
    c => country && (byName.includes(c) || (HEADER.country.test(c.words) && c.numbers < 0.5)),
  ))
    set(column, { as: 'nothing' }, 0.8, 'country-said-twice')
  set(
    first(({ words, numbers }) => HEADER.part.test(words) && numbers < 0.5),
    { as: 'part' },
    0.9,
    'header-word',
  )
  const region = first(({ words, numbers }) => HEADER.worldRegion.test(words) && numbers < 0.5)
  set(
    region,
    country ? { as: 'nothing' } : { as: 'world-region' },
    0.7,
    country ? 'follows-from-country' : 'header-word',
  )

  const code = first(({ words }) => HEADER.indicator.test(words) && HEADER.code.test(words))
  set(code, { as: 'indicator-code' }, 0.9, 'header-word')
  set(
    first(({ words, numbers }) => HEADER.indicator.test(words) && numbers < 0.5),
    { as: 'indicator' },
    0.95,
    'header-word',
  )

  const dated = open().filter(c => HEADER.period.test(c.words) && c.periods >= 0.7 && c.filled > 0)
  const grouped = dated.filter(c => /\.\d+$/u.test(c.header.at(-1) ?? ''))
  const period =
    dated.find(c => c.years > 0.9) ?? dated.find(c => !grouped.includes(c)) ?? first(c => c.years === 1 && c.filled > 2)
  set(
    period,
    { as: 'period', of: 'whole', group: null },
    period && dated.includes(period) ? 0.95 : 0.6,
    period && dated.includes(period) ? 'header-word' : 'cells-are-years',
  )
  for (const column of grouped)
    set(
      column,
      { as: 'period', of: 'whole', group: /\.(\d+)$/u.exec(column.header.at(-1)!)![1]! },
      0.7,
      'repeated-header',
    )
  set(
    first(({ words }) => HEADER.month.test(words)),
    { as: 'period', of: 'month', group: null },
    0.9,
    'header-word',
  )
  for (const column of open().filter(c => dated.includes(c))) set(column, { as: 'nothing' }, 0.7, 'period-said-twice')

  set(
    first(c => c.sexes >= 0.9 && c.distinct <= 4 && c.filled > 0 && c.numbers < 0.5),
    { as: 'dimension', name: 'sex' },
    0.95,
    'cells-are-sexes',
  )
  set(
    first(({ words, filled, numbers }) => HEADER.age.test(words) && filled > 0 && numbers < 0.5),
    { as: 'dimension', name: 'age' },
    0.9,
    'header-word',
  )
  set(
    first(({ words }) => HEADER.source.test(words) && words.includes('date')),
    { as: 'source-date' },
    0.8,
    'header-word',
  )
  set(
    first(({ words, numbers }) => HEADER.source.test(words) && numbers < 0.5),
    { as: 'source' },
    0.9,
    'header-word',
  )
  set(
    first(({ words, numbers }) => HEADER.unit.test(words) && numbers < 0.5),
    { as: 'unit' },
    0.9,
    'header-word',
  )
  set(
    first(({ words }) => /^(?:id|uuid|identifiant|identificador)$/u.test(words)),
    { as: 'id' },
    0.8,
    'header-word',
  )
  for (const column of open().filter(({ words, numbers }) => HEADER.note.test(words) && numbers < 0.5))
    set(column, { as: 'nothing' }, 0.8, 'note')
  // In the French of DR Congo's ministry 'cible' is the group that is counted: beside a column of values it is never the value aimed at.
  const hasValue = columns.some(({ words }) => HEADER.value.test(words))
  for (const column of open().filter(
    ({ words, numbers }) => HEADER.target.test(words) && (numbers < 0.5 || (hasValue && /\bcibles?\b/u.test(words))),
  ))
    if (hasValue) set(column, { as: 'dimension', name: 'target group' }, 0.9, 'group-beside-value')
  for (const column of open().filter(
    ({ words, numbers, filled }) => filled > 0 && numbers < 0.5 && HEADER.targetGroup.test(words) && hasValue,
  ))
    set(column, { as: 'dimension', name: column.header.at(-1)! }, 0.8, 'header-word')
  return guesses
}

function holdingOf(
  columns: readonly Column[],
  guesses: ReadonlyMap<number, Guess>,
  { rows, name }: Sheet,
  measured: boolean,
): { holds: Holding; reason: string } {
  const has = (as: Use['as']): boolean => [...guesses.values()].some(({ use }) => use.as === as)
  const heads = (word: RegExp): boolean => columns.some(({ words }) => word.test(words))
  if (rows.length < 2) return { holds: 'nothing', reason: 'no-rows' }
  const passport = [HEADER.definition, HEADER.formula, HEADER.disaggregation, HEADER.owner, HEADER.frequency].filter(
    heads,
  ).length
  const ofIndicators = /indicat|indicad|مؤشر/iu.test(name) || heads(HEADER.indicator)
  const titled = columns.some(
    ({ words, numbers, filled }) =>
      filled > 0 && numbers < 0.5 && (HEADER.title.test(words) || HEADER.indicator.test(words)),
  )
  if (titled && ofIndicators && passport > 0 && !heads(HEADER.value))
    return { holds: 'indicators', reason: 'passport-words' }
  if (measured) return { holds: 'observations', reason: 'measures-found' }
  const sourced = heads(HEADER.source) || (has('indicator') && has('period'))
  if (titled && sourced) return { holds: 'list', reason: 'titles-with-source-or-indicator' }
  return { holds: 'nothing', reason: 'no-measure' }
}

/** Each is tried on a thousand rows. */
const MOST_CANDIDATES = 40

/** Columns of words without which two rows would say the same thing: an actor, a chamber, an agreement. */
function apartBy(
  { rows }: Sheet,
  columns: readonly Column[],
  guesses: ReadonlyMap<number, Guess>,
  firstRow: number,
): Map<number, Guess> {
  const apart = new Map<number, Guess>()
  const said = [...guesses]
    .filter(([, { use }]) =>
      ['country', 'part', 'world-region', 'indicator', 'indicator-code', 'period', 'dimension'].includes(use.as),
    )
    .map(([column]) => column)
  // Rows that belong together stand together: the first ones show it.
  const body = rows.slice(firstRow, firstRow + 1_000).filter(row => row.some(cell => textOf(cell) !== ''))
  const repeated = (by: readonly number[]): number =>
    body.length - new Set(body.map(row => JSON.stringify(by.map(column => textOf(row[column]))))).size
  const candidates = columns
    .filter(
      c =>
        !guesses.has(c.column) &&
        !HEADER.source.test(c.words) &&
        c.share > 0.5 &&
        c.numbers < 0.5 &&
        c.distinct > 1 &&
        c.length <= 80 &&
        c.header.length > 0 &&
        c.periods < 0.5,
    )
    .slice(0, MOST_CANDIDATES)
  const id = [...guesses].find(([, { use }]) => use.as === 'id')?.[0]
  if (id !== undefined && repeated(said) > 0 && repeated([id]) === 0)
    return new Map([[id, { use: { as: 'dimension', name: 'id' }, confidence: 0.5, reason: 'tells-rows-apart' }]])
  for (let left = repeated(said); left > 0 && apart.size < 3;) {
    const tried = candidates
      .filter(c => !apart.has(c.column))
      .map(candidate => ({ candidate, left: repeated([...said, ...apart.keys(), candidate.column]) }))
    const best = tried.reduce<(typeof tried)[number] | null>((a, b) => (!a || b.left < a.left ? b : a), null)
    if (!best || best.left > left * 0.8) break
    left = best.left
    apart.set(best.candidate.column, {
      use: { as: 'dimension', name: best.candidate.header.at(-1)! },
      confidence: 0.5,
      reason: 'tells-rows-apart',
    })
  }
  const told = [...said, ...apart.keys()]
  const number = numberApart(rows.slice(firstRow, firstRow + MOST_TRIED), told, columns, guesses)
  if (number)
    apart.set(number.column, {
      use: { as: 'dimension', name: number.header.at(-1)! },
      confidence: 0.5,
      reason: 'tells-rows-apart',
    })
  return apart
}

/** Rows far down may repeat what the first thousand do not. */
const MOST_TRIED = 20_000
/** 'conflictid_new', 'agreement_id', 'id_conflit' */
const NUMBER_OF_A_THING = /id(?:_|\b)/u

/** The numbers of a thing (a conflict of several that an actor has) without which rows would still say the same: all but a tenth of them. */
function numberApart(
  body: Sheet['rows'],
  told: readonly number[],
  columns: readonly Column[],
  guesses: ReadonlyMap<number, Guess>,
): Column | null {
  const keys = body.map(row => JSON.stringify(told.map(column => textOf(row[column]))))
  const left = body.length - new Set(keys).size
  if (left === 0) return null
  const repeated = ({ column }: Column) =>
    body.length - new Set(body.map((row, n) => `${keys[n]} ${textOf(row[column])}`)).size
  const tried = columns
    .filter(
      c =>
        !guesses.has(c.column) &&
        NUMBER_OF_A_THING.test(c.words) &&
        c.share > 0.9 &&
        c.distinct > 1 &&
        c.header.length > 0,
    )
    .map(column => ({ column, left: repeated(column) }))
  // Of two numbers of the same thing the later one: files keep the old beside the new.
  const best = tried.toReversed().reduce<(typeof tried)[number] | null>((a, b) => (!a || b.left < a.left ? b : a), null)
  return best && best.left <= left * 0.1 ? best.column : null
}
