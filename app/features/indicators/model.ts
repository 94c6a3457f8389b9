/** Indicators before people: passports, figures with all that makes them checkable, series to draw. Pure. */
import {
  seriesOf,
  type Direction,
  type ListEntry,
  type Observation,
  type ObservationKind,
  type Reporter,
  type Value,
  type ValueKind,
} from '@open1325/indicators'
import { stringify } from 'csv-stringify/sync'
import type { Words } from '../../platform/languages.ts'
import type { Visibility, Voice } from '../voices/model.ts'

/** Words in at least one language, by its code. */
export type InLanguages = Partial<Record<string, string>>

/** In the reader's language, else English, else the first that there is. */
export const inLanguage = (words: InLanguages, language: string): string =>
  words[language] ?? words.en ?? Object.values(words)[0] ?? ''

export interface Framework {
  id: string
  organisationId: string
  code: string
  titles: InLanguages
  description: InLanguages
  source: string | null
  sourceUrl: string | null
  /** Whether somebody held the wording against its source. */
  verified: boolean
  publishedAt: Date | null
  version: number
}

/** The passport. What is not known is null. */
export interface Indicator {
  id: string
  frameworkId: string
  organisationId: string
  parentId: string | null
  code: string
  titles: InLanguages
  /** The part of the framework that it stands in; null where the framework has none. */
  section: InLanguages | null
  definition: string | null
  formula: string | null
  unit: string | null
  valueKind: ValueKind
  countsPeople: boolean
  levels: string[]
  direction: Direction | null
  disaggregation: string[] | null
  dataSource: string | null
  owner: string | null
  frequency: string | null
  reportedBy: Reporter | null
  source: string | null
  verified: boolean
  itemId: string | null
  position: number
  version: number
}

/** One value of an indicator, as the asker may see it. */
export interface Figure {
  id: string
  kind: ObservationKind
  country: string | null
  place: string | null
  period: string | null
  disaggregation: Record<string, string>
  value: Value
  source: string | null
  sourceDate: string | null
  voice: Voice
  organisationId: string
  organisation: string | null
  visibility: Exclude<Visibility, 'me'>
  note: string | null
}

/** As packages/indicators understands it. */
export const observationOf = (figure: Figure, indicator: string): Observation => ({
  id: figure.id,
  indicator,
  kind: figure.kind,
  place: { country: figure.country, part: figure.place },
  period: figure.period ?? '',
  disaggregation: figure.disaggregation,
  value: figure.value,
  source: figure.source,
  sourceDate: figure.sourceDate,
  voice: figure.voice,
})

/** The columns of an observation's row as a value. */
export function valueOf(row: {
  value_kind: Value['kind']
  number: number | null
  numerator: number | null
  denominator: number | null
  entries: unknown
  missing: string | null
}): Value {
  const { value_kind: kind, number, numerator, denominator, entries, missing } = row
  switch (kind) {
    case 'number':
      return { kind, number: number ?? 0 }
    case 'share':
      return {
        kind,
        share: number ?? 0,
        ...(numerator !== null && { numerator }),
        ...(denominator !== null && { denominator }),
      }
    case 'yes-no':
      return { kind, yes: number === 1 }
    case 'level':
      return { kind, level: number ?? 0, ...(denominator !== null && { of: denominator }) }
    case 'list':
      return { kind, entries: entries as ListEntry[] }
    case 'missing':
      return { kind, reason: missing ?? '' }
  }
}

/** '36 of 120 (30 %)', '1,204', 'yes', 'level 2 of 5', '12 entries', 'no figure: not counted'. */
export function valueInWords(value: Value, { t, number, percent }: Words): string {
  switch (value.kind) {
    case 'number':
      return number(value.number)
    case 'share': {
      const { share, numerator, denominator } = value
      if (numerator === undefined || denominator === undefined) return percent(share)
      return t('figure.share', {
        numerator: number(numerator),
        denominator: number(denominator),
        share: percent(share),
      })
    }
    case 'yes-no':
      return t(value.yes ? 'figure.yes' : 'figure.no')
    case 'level':
      return value.of === undefined
        ? t('figure.level', { level: number(value.level) })
        : t('figure.level-of', { level: number(value.level), of: number(value.of) })
    case 'list':
      return t('figure.entries', { count: value.entries.length })
    case 'missing':
      return value.reason ? t('figure.missing-because', { reason: value.reason }) : t('figure.missing')
  }
}

export interface Series {
  key: string
  voice: Voice
  country: string | null
  place: string | null
  disaggregation: Record<string, string>
  /** By time. */
  figures: Figure[]
}

/** Figures of one thing over time: the same voice, place and breakdown. The totals come first, then what has most figures. */
export function seriesIn(figures: readonly Figure[], indicator: string): Series[] {
  const groups = Map.groupBy(figures, figure => seriesOf(observationOf(figure, indicator)))
  return [...groups]
    .map(([key, of]) => {
      const { voice, country, place, disaggregation } = of[0]!
      const inTime = of.toSorted((a, b) => ((a.period ?? '') < (b.period ?? '') ? -1 : 1))
      return { key, voice, country, place, disaggregation, figures: inTime }
    })
    .toSorted(
      (a, b) =>
        Object.keys(a.disaggregation).length - Object.keys(b.disaggregation).length ||
        b.figures.length - a.figures.length ||
        (a.key < b.key ? -1 : 1),
    )
}

/** One line for each figure, the same columns in every language. @param evidence addresses of the public evidence for a figure, by its id */
export function figuresAsCsv(
  framework: string,
  indicator: Indicator,
  figures: readonly Figure[],
  evidence: ReadonlyMap<string, readonly string[]>,
): string {
  const dimensions = [...new Set(figures.flatMap(figure => Object.keys(figure.disaggregation)))].toSorted()
  const rows = figures.map(figure => {
    const { value } = figure
    return {
      framework,
      indicator: indicator.code,
      title: indicator.titles.en ?? Object.values(indicator.titles)[0] ?? '',
      kind: figure.kind,
      country: figure.country,
      place: figure.place,
      period: figure.period,
      ...Object.fromEntries(dimensions.map(name => [`by_${name}`, figure.disaggregation[name] ?? ''])),
      value_kind: value.kind,
      value: plainValue(value),
      numerator: value.kind === 'share' ? value.numerator : undefined,
      denominator: value.kind === 'share' ? value.denominator : value.kind === 'level' ? value.of : undefined,
      source: figure.source,
      source_date: figure.sourceDate,
      voice: figure.voice,
      entered_by: figure.organisation,
      note: figure.note,
      evidence: evidence.get(figure.id)?.length ?? 0,
      evidence_pages: evidence.get(figure.id)?.join(' '),
    }
  })
  return stringify(rows, { header: true, bom: true, escape_formulas: true })
}

function plainValue(value: Value): string | number {
  switch (value.kind) {
    case 'number':
      return value.number
    case 'share':
      return value.share
    case 'yes-no':
      return value.yes ? 'yes' : 'no'
    case 'level':
      return value.level
    case 'list':
      return value.entries.map(({ title, year, source }) => [title, year, source].filter(Boolean).join(', ')).join('\n')
    case 'missing':
      return ''
  }
}

/** Where indicators live. */
export const paths = {
  list: '/indicators',
  framework: (code: string) => `/indicators/${code}`,
  indicator: (framework: string, code: string) => `/indicators/${framework}/${encodeURIComponent(code)}`,
  /** The figure's row among its country's figures. */
  figure: (framework: string, code: string, { id, country }: Pick<Figure, 'id' | 'country'>) =>
    `/indicators/${framework}/${encodeURIComponent(code)}${country ? `?country=${country}` : ''}#figure-${id}`,
  csv: (framework: string, code: string) => `/indicators/${framework}/${encodeURIComponent(code)}/figures.csv`,
  desk: '/desk/indicators',
  deskFramework: (code: string) => `/desk/indicators/${code}`,
  deskIndicator: (framework: string, code: string) => `/desk/indicators/${framework}/${encodeURIComponent(code)}`,
  warnings: '/desk/indicators/warnings',
}
