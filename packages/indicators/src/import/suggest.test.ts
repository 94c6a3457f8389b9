import { describe, expect, test } from 'vitest'
import type { Observation } from '../model.ts'
import { applyMapping, type Batch, type ImportContext } from './apply.ts'
import type { Mapping, Use } from './mapping.ts'
import { passportsIn } from './passports.ts'
import type { Cell, Sheet } from './sheet.ts'
import { rememberedMapping, suggestMapping } from './suggest.ts'

const sheetOf = (rows: readonly (readonly Cell[])[], name = 'data'): Sheet => ({
  name,
  rows,
  hidden: { rows: 0, columns: 0 },
})

/** A table written as text: a line a row, cells parted by bars. */
const table = (text: string, name?: string): Sheet =>
  sheetOf(
    text
      .trim()
      .split('\n')
      .map(line => line.split('|').map(cell => cell.trim())),
    name,
  )

function read(sheet: Sheet, context: Partial<ImportContext> = {}, mapping = suggestMapping(sheet)) {
  const batches: Batch[] = [...applyMapping(sheet, mapping, { voice: 'government', ...context })]
  return {
    mapping,
    observations: batches.flatMap(({ observations }) => observations),
    problems: batches.flatMap(({ problems }) => problems),
    batches: batches.length,
  }
}

const use = (mapping: Mapping, header: string): Use | undefined =>
  mapping.columns.find(column => column.header.at(-1) === header)?.use

const brief = ({ indicator, kind, place, period, disaggregation, value }: Observation) => ({
  indicator,
  kind,
  place: place.part ?? place.country,
  period,
  ...disaggregation,
  value:
    value.kind === 'number' ? value.number : value.kind === 'share' ? `${Math.round(value.share * 1000) / 10}%` : value,
})

describe('layouts', () => {
  test('one value a row, in French', () => {
    const sheet = table(`
      Année | Indicateur | Province | Sexe | Valeur | Source
      2021 | Juges | Ituri | Femme | 12 | Ministère de la Justice
      2021 | Juges | Ituri | Homme | 30 | Ministère de la Justice
      2021 | Juges | Ituri | Total | 42 |`)
    const { observations, problems } = read(sheet, { country: 'COD' })
    expect(problems).toEqual([])
    expect(observations.map(brief)).toEqual([
      { indicator: 'Juges', kind: 'observation', place: 'Ituri', period: '2021', sex: 'female', value: 12 },
      { indicator: 'Juges', kind: 'observation', place: 'Ituri', period: '2021', sex: 'male', value: 30 },
      { indicator: 'Juges', kind: 'observation', place: 'Ituri', period: '2021', value: 42 },
    ])
    expect(observations[0]).toMatchObject({
      id: 'data!E2',
      place: { country: 'COD', part: 'Ituri' },
      source: 'Ministère de la Justice',
      line: { sheet: 'data', cell: 'E2' },
    })
    expect(observations[2]!.source).toBeNull()
  })

  test('in Arabic', () => {
    const sheet = table(`
      السنة | البلد | المؤشر | الجنس | القيمة
      ٢٠٢١ | الأردن | القضاة | إناث | ٢١٢
      ٢٠٢٢ | الأردن | القضاة | إناث | ٢٣٠`)
    expect(read(sheet).observations.map(brief)).toEqual([
      { indicator: 'القضاة', kind: 'observation', place: 'JOR', period: '2021', sex: 'female', value: 212 },
      { indicator: 'القضاة', kind: 'observation', place: 'JOR', period: '2022', sex: 'female', value: 230 },
    ])
  })

  test('years across, a title and notes above, regions among countries', () => {
    const sheet = table(`
      Women in parliament
      Last updated | 2021-03-19

      Country Name | Indicator Name | 2019 | 2020 | 2021
      Rwanda | Seats held by women (%) | 61.3 | 61.3 | 61.3
      Sweden | Seats held by women (%) | 47.0 | .. | 47.0
      World | Seats held by women (%) | 24.5 | 25.0 |`)
    const { mapping, observations } = read(sheet)
    expect(mapping.header).toEqual({ first: 3, last: 3 })
    expect(mapping.missing).toEqual(['..'])
    expect(observations).toHaveLength(8)
    expect(brief(observations[0]!)).toMatchObject({ place: 'RWA', period: '2019', value: '61.3%' })
    expect(observations.filter(({ value }) => value.kind === 'missing').map(({ period }) => period)).toEqual(['2020'])
    const withoutRegions = read(sheet, {}, { ...mapping, aggregates: 'skip' })
    expect(withoutRegions.observations).toHaveLength(6)
  })

  test('women and men side by side under a group that reaches over both', () => {
    const sheet = table(`
      | Judges | | Police |
      Province | Women | Men | Women | Men
      Ituri | 2 | 20 | 31 | 400
      Kwilu | 1 | 15 | 12 | 210`)
    const { observations } = read(sheet, { country: 'COD' })
    expect(observations).toHaveLength(8)
    expect(observations.slice(0, 4).map(brief)).toEqual([
      { indicator: 'Judges', kind: 'observation', place: 'Ituri', period: '', sex: 'female', value: 2 },
      { indicator: 'Judges', kind: 'observation', place: 'Ituri', period: '', sex: 'male', value: 20 },
      { indicator: 'Police', kind: 'observation', place: 'Ituri', period: '', sex: 'female', value: 31 },
      { indicator: 'Police', kind: 'observation', place: 'Ituri', period: '', sex: 'male', value: 400 },
    ])
  })

  test('baseline and target beside the value, with the year in their headers', () => {
    const sheet = table(`
      Indicateur | Ligne de base 2020 | Cible 2025 | Source
      Part des femmes juges | 18 | 30 | Rapport annuel
      Plans provinciaux adoptés | 3 | 26 | Secrétariat`)
    const { observations } = read(sheet, { country: 'COD' })
    expect(observations.map(({ kind, period }) => [kind, period])).toEqual([
      ['baseline', '2020'],
      ['target', '2025'],
      ['baseline', '2020'],
      ['target', '2025'],
    ])
  })

  test('beside a column of values `cible` is the group that is counted, even where groups have numbers', () => {
    for (const groups of [
      ['Généraux', 'Troupe', 'Subalternes'],
      ['1', '2', '3'],
    ]) {
      const rows = groups.map((group, i) => `2021 | ${group} | Femmes dans l'armée | ${i + 5}`)
      const { mapping, observations } = read(table(['Année | Cible | Indicateur | Valeur', ...rows].join('\n')))
      expect(use(mapping, 'Cible')).toEqual({ as: 'dimension', name: 'target group' })
      expect(observations.map(({ kind }) => kind)).toEqual(['observation', 'observation', 'observation'])
      expect(observations.map(({ disaggregation }) => disaggregation['target group'])).toEqual(groups)
    }
  })

  test('women, seats and the share of women are one share', () => {
    const sheet = table(`
      Country | Year | Seats | Women | %W
      Rwanda | 2018 | 80 | 49 | 61.3
      Cuba | 2018 | 586 | 313 | 53.4`)
    expect(read(sheet).observations.map(({ value }) => value)).toEqual([
      { kind: 'share', share: 49 / 80, numerator: 49, denominator: 80 },
      { kind: 'share', share: 313 / 586, numerator: 313, denominator: 586 },
    ])
  })

  test('a column for each indicator; ids and ranks measure nothing', () => {
    const sheet = table(`
      Rank | Country | ISO3 | Year | Maternal mortality | Community safety
      1 | Denmark | DNK | 2024 | 4.1 | 85
      2 | Iceland | ISL | 2024 | 3.2 | 82`)
    const { mapping, observations } = read(sheet)
    expect(use(mapping, 'Rank')).toEqual({ as: 'nothing' })
    expect(observations.map(({ indicator }) => indicator)).toEqual([
      'Maternal mortality',
      'Community safety',
      'Maternal mortality',
      'Community safety',
    ])
  })

  test('shares from 0 to 1 stay what they are, also under a title in per cent', () => {
    const of = (...values: string[]) =>
      read(
        table(['Country | Year | Indicator | Value', ...values.map(v => `Mali | 2021 | Judges (%) | ${v}`)].join('\n')),
      )
    expect(
      of('27.3', '0.5')
        .observations.map(brief)
        .map(({ value }) => value),
    ).toEqual(['27.3%', '0.5%'])
    expect(
      of('0.273', '0.5')
        .observations.map(brief)
        .map(({ value }) => value),
    ).toEqual(['27.3%', '50%'])
  })

  test('yes and no are values', () => {
    const sheet = table(`
      Pays | Année | Indicateur | Valeur
      Mali | 2021 | Plan adopté | Oui
      Tchad | 2021 | Plan adopté | Non`)
    expect(read(sheet).observations.map(({ value }) => value)).toEqual([
      { kind: 'yes-no', yes: true },
      { kind: 'yes-no', yes: false },
    ])
  })

  test('decimal commas, where most cells have them', () => {
    const sheet = table(`
      Pays | Année | Indicateur | Valeur
      Mali | 2021 | Part | 9,5
      Tchad | 2021 | Part | 12,84
      Niger | 2021 | Part | 1.234,5`)
    const { mapping, observations } = read(sheet)
    expect(mapping.decimal).toBe(',')
    expect(observations.map(({ value }) => (value.kind === 'number' ? value.number : null))).toEqual([
      9.5, 12.84, 1234.5,
    ])
  })

  test('-99 is no value where no other number is below zero, and a number where others are', () => {
    const of = (values: string[]) =>
      read(table(['Country | Year | Value', ...values.map(v => `Mali | 2021 | ${v}`)].join('\n')))
    expect(of(['3', '-99', '4']).observations[1]!.value).toEqual({ kind: 'missing', reason: '-99' })
    expect(of(['3', '-99', '-4']).observations[1]!.value).toEqual({ kind: 'number', number: -99 })
  })
})

describe('sheets that hold something else', () => {
  test('laws with their years and sources', () => {
    const sheet = table(`
      ID | Nom | Année | Source | Type
      1 | Code de la famille | 2016 | Journal officiel | Loi
      2 | Stratégie nationale | | | Mesure`)
    const { mapping, observations } = read(sheet)
    expect(mapping.holds).toBe('list')
    expect(observations.map(({ indicator, value }) => [indicator, value])).toEqual([
      ['Loi', { kind: 'list', entries: [{ title: 'Code de la famille', year: 2016, source: 'Journal officiel' }] }],
      ['Mesure', { kind: 'list', entries: [{ title: 'Stratégie nationale' }] }],
    ])
  })

  test('passports of indicators', () => {
    const sheet = table(
      `
      Code | Indicateur | Définition | Mode de calcul | Désagrégation | Fréquence
      P1 | Femmes juges | Juges en fonction | femmes / total | sexe, province | annuelle
      P2 | Plans | Plans adoptés | nombre | | annuelle`,
      'Indicateurs',
    )
    expect(passportsIn(sheet, suggestMapping(sheet))).toMatchObject([
      { code: 'P1', title: 'Femmes juges', formula: 'femmes / total', disaggregation: ['sex', 'province'] },
      { code: 'P2', title: 'Plans', disaggregation: null, frequency: 'annuelle' },
    ])
  })

  test('lists of codes hold nothing, and nothing is read from them', () => {
    const { mapping, observations } = read(table('id | name\n1 | Prévention\n2 | Participation'))
    expect([mapping.holds, mapping.reason, observations.length]).toEqual(['nothing', 'no-measure', 0])
  })
})

describe('what does not fit', () => {
  const sheet = table(`
    Country | Year | Indicator | Value
    Mali | 2021 | Judges | 12
    Atlantis | 2021 | Judges | 3
    Chad | soon | Judges | 4
    Chad | 2021 | Judges | about ten
    Niger | 2021 | Judges | 9`)

  test('is told cell by cell; the rest goes in', () => {
    const { observations, problems } = read(sheet)
    expect(observations.map(brief).map(({ place }) => place)).toEqual(['MLI', 'Atlantis', 'NER'])
    expect(problems).toEqual([
      { sheet: 'data', cell: 'A3', value: 'Atlantis', expected: 'country', code: 'country-unknown', used: 'Atlantis' },
      { sheet: 'data', cell: 'B4', value: 'soon', expected: 'period', code: 'not-a-period', used: null },
      { sheet: 'data', cell: 'D5', value: 'about ten', expected: 'number', code: 'not-a-number', used: null },
    ])
  })

  test('titles of sections and footnotes are no rows of data', () => {
    const { observations, problems } = read(
      table(`
        Country | 2020 | 2021
        TOP QUINTILE | |
        Sweden | 47 | 47
        a Data refer to the most recent year | |`),
    )
    expect(observations).toHaveLength(2)
    expect(problems).toEqual([])
  })
})

describe('the mapping', () => {
  const header = ['Country', 'Year', 'Value']
  const rows = (n: number): Cell[][] => Array.from({ length: n }, (_, i) => ['Mali', String(2000 + (i % 25)), i])

  test('is plain data that can be kept', () => {
    const mapping = suggestMapping(sheetOf([header, ...rows(3)]))
    expect(JSON.parse(JSON.stringify(mapping))).toEqual(mapping)
  })

  test('has the same fingerprint for the same header, whatever the figures', () => {
    const [one, other, wider] = [rows(3), rows(30), rows(3)].map((body, i) =>
      suggestMapping(sheetOf([i === 2 ? [...header, 'Source'] : header, ...body])),
    )
    expect(one!.fingerprint).toBe(other!.fingerprint)
    expect(one!.fingerprint).not.toBe(wider!.fingerprint)
  })

  test("is remembered for next year's file, also where a note was put above the header", () => {
    const fixed = { indicator: 'P1', country: 'MLI', period: null, source: null }
    const kept = { ...suggestMapping(sheetOf([header, ...rows(3)])), fixed }
    const next = rememberedMapping(sheetOf([['Update of March'], [], header, ...rows(5), ['Mali', '2030', '..']]), [
      kept,
    ])
    expect(next).toEqual({ ...kept, header: { first: 2, last: 2 }, firstRow: 3, missing: ['..'] })
    expect(
      rememberedMapping(
        sheetOf([
          ['Country', 'Value'],
          ['Mali', 3],
        ]),
        [kept],
      ),
    ).toBeNull()
  })

  test('says of each column how sure it is, and why', () => {
    const { columns } = suggestMapping(sheetOf([header, ...rows(3)]))
    for (const { confidence, reason } of columns) {
      expect(confidence).toBeGreaterThan(0)
      expect(reason).toMatch(/^[a-z-]+$/u)
    }
  })

  test('takes the number of a thing in where rows would else say the same, also where that shows only far down', () => {
    const years = Array.from({ length: 1500 }, (_, n) => [1900 + (n % 100), 'KEN', `Group ${n}`, 7, 1])
    const twice = [7, 11].map(id => [2011, 'IND', 'India', id, id === 7 ? 0 : 3])
    const sheet = sheetOf([['year', 'country', 'actor', 'conflict_id', 'deaths'], ...years, ...twice])
    const { mapping, observations } = read(sheet)
    expect(use(mapping, 'conflict_id')).toEqual({ as: 'dimension', name: 'conflict_id' })
    expect(observations.slice(-2).map(({ disaggregation }) => disaggregation)).toEqual(
      ['7', '11'].map(conflict_id => ({ actor: 'India', conflict_id })),
    )
    const once = sheetOf([['year', 'country', 'actor', 'conflict_id', 'deaths'], ...years])
    expect(use(read(once).mapping, 'conflict_id')).toEqual({ as: 'nothing' })
  })

  test('is applied in batches, so that others have their turn', () => {
    const { batches, observations } = read(sheetOf([header, ...rows(1200)]))
    expect([batches, observations.length]).toEqual([3, 1200])
  })

  test('as a person corrected it counts, not as it was suggested', () => {
    const sheet = table('Country | Year | Women | Men\nMali | 2021 | 3 | 9')
    const mapping = suggestMapping(sheet)
    const columns = mapping.columns.map(column =>
      column.header[0] === 'Men' ? { ...column, use: { as: 'nothing' } as const } : column,
    )
    const fixed = { indicator: 'P1', country: null, period: null, source: 'Yearbook' }
    const { observations } = read(sheet, {}, { ...mapping, columns, fixed })
    expect(observations.map(brief)).toEqual([
      { indicator: 'P1', kind: 'observation', place: 'MLI', period: '2021', sex: 'female', value: 3 },
    ])
    expect(observations[0]!.source).toBe('Yearbook')
  })

  test('an empty sheet or a single row holds nothing', () => {
    for (const rows of [[], [['Country']], [['']]]) expect(suggestMapping(sheetOf(rows)).holds).toBe('nothing')
  })
})
