/** Which columns hold figures, and what their headers say of them: the year, the sex, the indicator. */
import type { ObservationKind } from '../model.ts'
import { sexOf } from './cells.ts'
import type { Column } from './columns.ts'
import { periodOf } from './dates.ts'
import type { Measure } from './mapping.ts'
import type { Guess } from './guess.ts'
import { HEADER, headerWords, WHOLE_HEADER } from './words.ts'

const NUMERIC = 0.7
/** Where nothing but the numbers says that a column measures something. */
const NUMERIC_ONLY = 0.85

/** The measures among columns that have no other use. */
export function measuresOf(
  free: readonly Column[],
  all: readonly Column[],
  context: ReadonlyMap<number, Guess>,
): Map<number, Guess> {
  const said = (...as: string[]): boolean => [...context.values()].some(({ use }) => as.includes(use.as))
  const numeric = free.filter(c => c.header.length > 0 && (c.filled === 0 ? inYear(c) : c.numbers >= NUMERIC))
  const years = numeric.filter(inYear)
  const found = new Map<number, Guess>()
  const add = (column: Column, measure: Partial<Measure>, confidence: number, reason: string): void => {
    found.set(column.column, {
      use: { as: 'measure', measure: { ...measureOf(column, said('indicator')), ...measure } },
      confidence,
      reason,
    })
  }
  if (years.length >= 2) {
    for (const column of years) add(column, {}, 0.95, 'year-in-header')
    return found
  }
  // A column that is called 'value' holds values, be they yes and no.
  const values = free.filter(
    c =>
      !HEADER.naming.test(c.words) &&
      (HEADER.value.test(c.words) || (WHOLE_HEADER.amount.test(c.words) && c.numbers >= NUMERIC)),
  )
  const ofTime = numeric.filter(
    c => kindOf(c) !== 'observation' && !(values.length > 0 && /\bcibles?\b/u.test(c.words)),
  )
  const anchored = said('indicator', 'indicator-code', 'period', 'country', 'part', 'dimension')
  if (values.length && anchored) {
    for (const column of values) add(column, {}, 0.95, 'header-word')
    for (const column of ofTime) add(column, {}, 0.8, 'header-word')
    return found
  }
  for (const group of sharesAmong(numeric))
    for (const [column, measure] of group) add(column, measure, 0.85, 'women-of-seats')
  if (found.size) return found
  for (const column of ofTime) add(column, {}, 0.8, 'header-word')
  const sexed = numeric.filter(c => sexInHeader(c) !== null && !found.has(c.column))
  const sexes = new Set(sexed.map(sexInHeader))
  if (sexes.size >= 2) for (const column of sexed) add(column, ofSex(column), 0.85, 'sex-in-header')
  if (found.size || !anchored) return found
  for (const column of numeric.filter(c => c.numbers >= NUMERIC_ONLY && !namesSomething(c, all)))
    add(column, {}, 0.4, 'numbers-without-other-use')
  return found
}

/** The level of a header that is a period, if one is. */
const periodLevel = ({ header }: Column): string | undefined => header.find(level => periodOf(level) !== null)
const inYear = (column: Column): boolean =>
  periodLevel(column) !== undefined &&
  !HEADER.naming.test(headerWords(column.header.filter(level => level !== periodLevel(column)).join(' ')))

function sexInHeader({ header }: Column): 'female' | 'male' | 'other' | null {
  for (const level of header) {
    for (const word of [level, ...headerWords(level).split(' ')]) {
      const sex = sexOf(word)
      if (sex && sex !== 'total' && word.length > 1) return sex
    }
  }
  return null
}

/** Where women stand beside men, the word parts the column from its neighbour: 'Judges, women' are judges. */
function ofSex(column: Column): Partial<Measure> {
  const rest = column.header
    .map(level =>
      level
        .split(/([\s,:()/-]+)/u)
        .filter(word => sexOf(word) === null || word.length < 2)
        .join('')
        .replace(/^[\s,:()/-]+|[\s,:()/-]+$/gu, ''),
    )
    .filter(level => level !== '' && periodOf(level) === null)
  return { disaggregation: { sex: sexInHeader(column)! }, indicator: rest.at(-1) ?? null }
}

function kindOf({ words, header }: Column): ObservationKind {
  const all = headerWords(header.join(' '))
  if (HEADER.baseline.test(words) || HEADER.baseline.test(all)) return 'baseline'
  return HEADER.target.test(words) || HEADER.target.test(all) ? 'target' : 'observation'
}

/** What a column's own header says of its figures. */
function measureOf(column: Column, rowSaysIndicator: boolean): Measure {
  const level = periodLevel(column)
  // 'Women' alone is whom the column counts; 'Violence against women' is what it measures.
  const sex = column.header.map(sexOf).find(found => found !== null && found !== 'total')
  const kind = kindOf(column)
  const rest = column.header.filter(text => text !== level && sexOf(text) === null)
  const inWords = kind === 'observation' ? null : /(?:19|20)\d\d/u.exec(column.header.join(' '))?.[0]
  const value = HEADER.value.test(column.words) || WHOLE_HEADER.amount.test(column.words)
  const title = value || kind !== 'observation' ? rest.slice(0, -1) : rest
  const percent = column.percents > 0.5 || /%|\bper ?cent|\bpour ?cent/iu.test(column.header.join(' '))
  return {
    group: '',
    part: 'value',
    valueKind: percent ? 'share' : 'number',
    whole: percent && !(column.highest <= 1 && !column.wholeNumbers) ? 100 : 1,
    kind,
    indicator: rowSaysIndicator || !title.length ? null : title.at(-1)!,
    period: level ? periodOf(level)!.period : (inWords ?? null),
    disaggregation: sex ? { sex } : {},
  }
}

/** Women, seats, and women in per cent: one share with its numerator and denominator; '.1' marks a second set of them. */
function sharesAmong(columns: readonly Column[]): Map<Column, Partial<Measure>>[] {
  const sets = Map.groupBy(columns, ({ header }) => /\.(\d+)$/u.exec(header.at(-1)!)?.[1] ?? '')
  return [...sets].flatMap(([group, set]) => {
    const named = (word: RegExp): Column | undefined => set.find(({ words }) => word.test(words.replace(/ \d+$/u, '')))
    const share = named(WHOLE_HEADER.sexShare)
    const denominator = named(HEADER.denominator) ?? named(HEADER.numerator)
    const numerator =
      named(HEADER.numerator) ??
      set.find(c => c !== share && c !== denominator && sexInHeader(c) === 'female' && c.wholeNumbers)
    if (!numerator || !denominator || numerator === denominator) return []
    const shared: Partial<Measure> = {
      group: `share${group}`,
      valueKind: 'share',
      indicator: null,
      whole: 1,
      // The header says the same of both sets; what parts them a person must say.
      disaggregation: group ? { set: String(Number(group) + 1) } : {},
    }
    const whole = share && share.highest > 1 ? 100 : 1
    return [
      new Map<Column, Partial<Measure>>([
        [numerator, { ...shared, part: 'numerator' }],
        [denominator, { ...shared, part: 'denominator' }],
        ...(share ? [[share, { ...shared, part: 'share', whole }] as [Column, Partial<Measure>]] : []),
      ]),
    ]
  })
}

/** Ids, codes and grades are numbers that measure nothing. */
function namesSomething(column: Column, all: readonly Column[]): boolean {
  const { words, header, wholeNumbers, lowest, distinct, filled } = column
  if (
    HEADER.naming.test(words) ||
    WHOLE_HEADER.count.test(words) ||
    HEADER.period.test(words) ||
    HEADER.worldRegion.test(words)
  )
    return true
  const own = header.at(-1)!
  const named = new Set([`${own}name`, `${own}_name`, `${own} name`].map(name => name.toLowerCase()))
  if (all.some(other => named.has((other.header.at(-1) ?? '').toLowerCase()))) return true
  // Whole numbers from 100 up that come again and again: codes of conflicts and countries.
  return wholeNumbers && filled >= 50 && lowest >= 100 && distinct < filled * 0.35
}
