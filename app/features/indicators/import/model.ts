/** How a file of figures is to be read: what was found in it, what a person said of it. Kept as the import's mapping. Pure. */
import {
  suggestMapping,
  type Cell,
  type Indicator as Passport,
  type ListEntry,
  type Mapping,
  type Measure,
  type Observation,
  type Sheet,
  type Use,
  type Value,
  type ValueKind,
} from '@open1325/indicators'
import type { Visibility, Voice } from '../../voices/model.ts'

/** A sheet as it was found: its first rows, and what its columns most likely mean. */
export interface FoundSheet {
  name: string
  rows: number
  hidden: { rows: number; columns: number }
  /** The first rows, as many as show what they are. */
  sample: (readonly Cell[])[]
  mapping: Mapping
  /** The columns are those of a file that was read before: the mapping is the one confirmed then. */
  remembered: boolean
}

/** What all rows share. */
export interface Shared {
  voice: Voice
  visibility: Exclude<Visibility, 'me'>
  country: string | null
  place: string | null
  period: string | null
  source: string | null
  sourceDate: string | null
  /** The code or title of the indicator, where no column says it. */
  indicator: string | null
  /** The set that the figures go to: its id, or the title of a new one. */
  framework: { id: string } | { title: string }
}

export interface Answer {
  /** Which of the sheets. */
  sheet: number
  mapping: Mapping
  shared: Shared
  /** The language of titles that become passports. */
  language: string
}

export interface Draft {
  sheet: number
  mapping: Mapping
  shared: Partial<Shared>
}

/** What the checks found in the file, as far as it is shown. */
export interface FoundWarnings {
  total: number
  shown: ImportWarning[]
}

export interface ImportWarning {
  severity: string
  key: string
  params: Record<string, string | number>
}

/** `import.mapping` of an import of figures. */
export interface FiguresMapping {
  sheets: FoundSheet[]
  /** What was said for a file with the same columns; a start for this one. */
  before: Partial<Shared> | null
  answer: Answer | null
  /** An answer that is still being given. */
  draft: Draft | null
  warnings: FoundWarnings | null
  /** Indicators that the set does not have yet. */
  newIndicators: NewIndicator[]
  /** What the figures are, of indicators that have none yet: numbers, shares, lists. By code. */
  kinds: Record<string, ValueKind>
  /** The code of the set that the figures went to. */
  framework: string | null
}

/** Before anything is known of the file. */
export const NOTHING_KNOWN: FiguresMapping = {
  sheets: [],
  before: null,
  answer: null,
  draft: null,
  warnings: null,
  newIndicators: [],
  kinds: {},
  framework: null,
}

export const mappingOf = ({ mapping }: { mapping: unknown }): FiguresMapping => ({
  ...NOTHING_KNOWN,
  ...(mapping as Partial<FiguresMapping>),
})

export interface NewIndicator {
  code: string
  title: string
  valueKind: ValueKind
}

/** Rows of a sheet that are kept to be shown. */
export const SAMPLE_ROWS = 30
/** Columns beyond these keep what was suggested: nobody answers for so many. */
export const MOST_COLUMNS_ASKED = 300

export const sampleOf = ({ rows }: Sheet, { firstRow }: Mapping): (readonly Cell[])[] =>
  rows.slice(0, firstRow + SAMPLE_ROWS)

export const sheetOfSample = ({ name, hidden, sample }: FoundSheet): Sheet => ({ name, hidden, rows: sample })

/** The sheet that most likely is meant: the first with figures, then with lists, then with indicators. */
export function likelySheet(sheets: readonly FoundSheet[]): number {
  for (const holds of ['observations', 'list', 'indicators'] as const) {
    const at = sheets.findIndex(({ mapping }) => mapping.holds === holds)
    if (at >= 0) return at
  }
  return 0
}

/** The columns suggested anew under a header that a person pointed out. Rows from 0. */
export function underHeader(found: FoundSheet, header: { first: number; last: number }, firstRow: number): Mapping {
  const head = header.first < 0 ? [] : found.sample.slice(header.first, header.last + 1)
  const suggested = suggestMapping({ ...sheetOfSample(found), rows: [...head, ...found.sample.slice(firstRow)] })
  return { ...suggested, header, firstRow }
}

/** What a column can be used as, one word for each choice of the form. */
export const USES = [
  'nothing',
  'country',
  'part',
  'world-region',
  'indicator',
  'indicator-code',
  'period',
  'month',
  'sex',
  'age',
  'dimension',
  'number',
  'share',
  'yes-no',
  'level',
  'numerator',
  'denominator',
  'share-of',
  'baseline',
  'target',
  'unit',
  'source',
  'source-date',
  'id',
  'entry',
  'entry-year',
  'passport-code',
  'passport-title',
  'passport-definition',
  'passport-formula',
  'passport-unit',
  'passport-disaggregation',
  'passport-source',
  'passport-owner',
  'passport-frequency',
  'passport-parent',
] as const
export type UseWord = (typeof USES)[number]

/** The choice that a use is. */
export function wordOf(use: Use): UseWord {
  switch (use.as) {
    case 'period':
      return use.of === 'month' ? 'month' : 'period'
    case 'dimension':
      return use.name === 'sex' || use.name === 'age' ? use.name : 'dimension'
    case 'passport':
      return `passport-${use.field}`
    case 'measure': {
      const { kind, part, valueKind } = use.measure
      if (kind !== 'observation') return kind
      if (part === 'value') return valueKind
      return part === 'share' ? 'share-of' : part
    }
    default:
      return use.as
  }
}

/** What a chosen word makes of a column; what was suggested stays in all that the word does not say. */
export function useOf(word: UseWord, now: Use, header: readonly string[]): Use {
  if (wordOf(now) === word) return now
  const name = header.at(-1) ?? ''
  switch (word) {
    case 'month':
      return { as: 'period', of: 'month', group: null }
    case 'period':
      return { as: 'period', of: 'whole', group: null }
    case 'sex':
    case 'age':
      return { as: 'dimension', name: word }
    case 'dimension':
      return { as: 'dimension', name: name || 'group' }
    case 'number':
    case 'share':
    case 'yes-no':
    case 'level':
      return measured(now, { valueKind: word, whole: word === 'share' ? 100 : 1 })
    case 'numerator':
    case 'denominator':
      return measured(now, { valueKind: 'share', part: word, group: 'share' })
    case 'share-of':
      return measured(now, { valueKind: 'share', part: 'share', group: 'share', whole: 100 })
    case 'baseline':
    case 'target':
      return measured(now, { kind: word })
    default:
      if (word.startsWith('passport-'))
        return { as: 'passport', field: word.slice('passport-'.length) as (Use & { as: 'passport' })['field'] }
      return { as: word as 'nothing' }
  }
}

function measured(now: Use, set: Partial<Measure>): Use {
  const before = now.as === 'measure' ? now.measure : null
  const measure: Measure = {
    group: '',
    part: 'value',
    valueKind: 'number',
    whole: 1,
    kind: 'observation',
    indicator: before?.indicator ?? null,
    period: before?.period ?? null,
    disaggregation: before?.disaggregation ?? {},
    ...set,
  }
  return { as: 'measure', measure }
}

/** 'sex=female; age=15-24' as people write what a column counts. */
export const breakdownTyped = (typed: string): Record<string, string> =>
  Object.fromEntries(
    typed
      .split(/[;\n؛]/)
      .map(part => part.split('=').map(side => side.trim()))
      .flatMap(([name, value]) => (name && value ? [[name, value]] : [])),
  )

export const breakdownWritten = (disaggregation: Readonly<Record<string, string>>): string =>
  Object.entries(disaggregation)
    .map(([name, value]) => `${name}=${value}`)
    .join('; ')

/** A row of the file that becomes a figure, or a passport. */
export type Payload =
  | { is: 'figure'; indicator: string; figure: FigureColumns }
  | { is: 'passport'; passport: Passport }
  | { is: 'nothing' }

/** The columns of table `observation` that the file gives. */
export interface FigureColumns {
  kind: string
  country: string | null
  place: string | null
  period: string | null
  period_start: string | null
  period_end: string | null
  disaggregation: Readonly<Record<string, string>>
  value_kind: Value['kind']
  number: number | null
  numerator: number | null
  denominator: number | null
  entries: readonly ListEntry[] | null
  missing: string | null
  source: string | null
  source_date: string | null
  voice: string
  visibility: string
  line: string | null
}

/** Laws and measures that a file lists row by row under one indicator are one list. */
export function listsTogether(observations: readonly Observation[]): Observation[] {
  const lists = new Map<string, Observation>()
  for (const one of observations) {
    const { indicator, place, period, disaggregation, value, source } = one
    const key = JSON.stringify([indicator, place, period, disaggregation])
    const before = lists.get(key)
    if (!before) lists.set(key, one)
    else if (before.value.kind === 'list' && value.kind === 'list')
      lists.set(key, {
        ...before,
        source: before.source === source ? source : null,
        value: { kind: 'list', entries: [...before.value.entries, ...value.entries] },
      })
  }
  return [...lists.values()]
}

/** Codes that a source gives several times are kept apart: '1', '1 (2)', '1 (3)'. */
export function codesApart(codes: readonly string[], taken: Iterable<string> = []): string[] {
  const used = new Set(taken)
  return codes.map(code => {
    for (let n = 1; ; n++) {
      const apart = n === 1 ? code.slice(0, 60) : `${code.slice(0, 50)} (${n})`
      if (used.has(apart)) continue
      used.add(apart)
      return apart
    }
  })
}

/** The code as the source printed it. */
export const printedCode = (code: string): string => code.replace(/ \(\d+\)$/, '')

export const folded = (text: string): string =>
  text.normalize('NFKD').replace(/\p{M}/gu, '').replace(/\s+/gu, ' ').trim().toLowerCase()
