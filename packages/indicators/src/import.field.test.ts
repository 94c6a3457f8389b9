/**
 * Imports tried on files that others made: World Bank, IPU, WPS Index, peace agreements, sexual violence in armed conflict, events,
 * humanitarian exchange. The expected numbers were counted in the files by other means (Python's csv and zipfile).
 */
import { existsSync, globSync, readFileSync, statSync } from 'node:fs'
import { basename, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { applyMapping, ImportError, readSheets, suggestMapping } from './index.ts'
import type { Mapping, Observation, Problem, Use } from './index.ts'

const data = join(import.meta.dirname, '../../../../shared/data')

interface Imported {
  mapping: Mapping
  observations: Observation[]
  problems: Problem[]
}

async function imported(path: string): Promise<Imported[]> {
  const sheets = await readSheets(readFileSync(join(data, path)), { name: basename(path) })
  return sheets.map(sheet => {
    const mapping = suggestMapping(sheet)
    const batches = [...applyMapping(sheet, mapping, { voice: 'independent' })]
    return {
      mapping,
      observations: batches.flatMap(batch => batch.observations),
      problems: batches.flatMap(batch => batch.problems),
    }
  })
}

const usedAs = (mapping: Mapping, as: Use['as']): string[] =>
  mapping.columns.filter(({ use }) => use.as === as).map(({ header }) => header.at(-1) ?? '')
const countBy = (items: readonly Observation[], keyOf: (item: Observation) => string): Record<string, number> =>
  Object.fromEntries([...Map.groupBy(items, keyOf)].map(([key, group]) => [key, group.length]))

describe.skipIf(!existsSync(data))('files of others', () => {
  test('World Bank: notes above, years across, regions among countries, empty cells left out', async () => {
    const [{ mapping, observations, problems }] = (await imported(
      'indicators/API_SG.GEN.PARL.ZS_DS2_en_csv_v2_2163427.csv',
    )) as [Imported]
    expect(mapping.header).toEqual({ first: 4, last: 4 })
    expect(usedAs(mapping, 'measure')).toHaveLength(61)
    expect(observations).toHaveLength(5391)
    expect(problems).toEqual([])
    expect(observations[0]).toMatchObject({
      indicator: 'SG.GEN.PARL.ZS',
      place: { country: 'AFG', part: null },
      period: '2005',
      value: { kind: 'share' },
      line: { cell: 'AX7' },
    })
    expect(observations.some(({ place }) => place.country === null && place.part === 'World')).toBe(true)
  })

  test('WPS Index: three rows of header with merged cells, letters of footnotes between the figures, notes below', async () => {
    const [{ mapping, observations }] = (await imported('indicators/WPS-Index-2025-Data.xlsx')) as [Imported]
    expect(mapping.header).toEqual({ first: 3, last: 5 })
    expect(usedAs(mapping, 'measure')).toHaveLength(14)
    expect(observations).toHaveLength(3006)
    const denmark = observations.filter(({ place }) => place.country === 'DNK')
    expect(denmark.map(({ indicator, period }) => [indicator, period])).toContainEqual(['Education', '2019/2023'])
    expect(denmark[0]!.value).toMatchObject({ kind: 'number', number: expect.closeTo(0.939, 3) as number })
  })

  test('IPU 1945 to 2018: women and seats make a share; three cells hold two numbers and are told', async () => {
    const [{ mapping, observations, problems }] = (await imported(
      'indicators/ipu_women_in_parliament-historical_database-1945_to_2018_cleaned.csv',
    )) as [Imported]
    expect(observations).toHaveLength(2554 - 3)
    expect(problems.filter(({ code }) => code === 'not-a-number').map(({ value }) => value)).toEqual([
      '59 52',
      '65 82',
      '65 73',
    ])
    expect(mapping.missing).toEqual(['?', 'Not available'])
    expect(observations.filter(({ value }) => value.kind === 'missing')).toHaveLength(18 + 4 + 16)
    expect(observations[0]).toMatchObject({
      place: { country: 'AFG', part: null },
      period: '1965-07',
      disaggregation: { chamber_type: 'lower' },
      value: { kind: 'share', numerator: 4, denominator: 210 },
    })
    const gone = problems.filter(({ code }) => code === 'country-unknown').map(({ value }) => value)
    expect(gone).toContain('USSR')
  })

  test('IPU 2021: two sets of columns; 9.2018 is September, 10.202 October 2020 with a lost zero, which is told', async () => {
    const [{ observations, problems }] = (await imported('indicators/ipu_women_percent_as_of2021_cleaned.csv')) as [
      Imported,
    ]
    const valued = observations.filter(({ value }) => value.kind !== 'missing')
    expect(countBy(valued, ({ disaggregation }) => disaggregation.set ?? '1')).toEqual({ 1: 187, 2: 79 })
    expect(observations[0]).toMatchObject({ place: { country: 'RWA' }, period: '2018-09' })
    expect(observations[0]!.value).toEqual({ kind: 'share', share: 49 / 80, numerator: 49, denominator: 80 })
    const guessed = problems.filter(({ code }) => code === 'period-guessed')
    expect(guessed.length).toBe(problems.length)
    expect(guessed).toContainEqual(expect.objectContaining({ cell: 'C7', value: '10.202', used: '2020-10' }))
  })

  test('gender provisions in peace agreements: a column for each provision, an agreement a row', async () => {
    const [{ mapping, observations }] = (await imported('indicators/pax_gender_v9.csv')) as [Imported]
    expect(usedAs(mapping, 'country')).toEqual(['Loc1ISO'])
    const provisions = observations.filter(({ indicator }) => indicator.startsWith('Wgg'))
    expect(provisions).toHaveLength(53 * 465)
  })

  test('women in peace talks: one row an agreement, a hundred counts and scores', async () => {
    const [{ observations }] = (await imported('indicators/PADD_Agreement_Level.csv')) as [Imported]
    expect(observations).toHaveLength(10600)
  })

  test('sexual violence in armed conflict: NA is no value', async () => {
    const [{ mapping, observations }] = (await imported('indicators/svac.csv')) as [Imported]
    expect(usedAs(mapping, 'country')).toEqual(['location'])
    expect(observations).toHaveLength(7 * 9282)
    const missing = observations.filter(({ value }) => value.kind === 'missing')
    expect(countBy(missing, ({ indicator }) => indicator)).toEqual({ state_prev: 325, ai_prev: 246, hrw_prev: 1194 })
  })

  test('events of the Central African Republic from GeoJSON: seven counts of deaths each', async () => {
    const [{ mapping, observations }] = (await imported('indicators/ucdp-ged-car.geojson')) as [Imported]
    expect(usedAs(mapping, 'measure')).toEqual([
      'deaths_a',
      'deaths_b',
      'deaths_civilians',
      'deaths_unknown',
      'best',
      'high',
      'low',
    ])
    expect(observations).toHaveLength(7 * 1848)
  })

  test('lists of codes, groups and people hold no observations, and say why', async () => {
    const names = ['Annees', 'Axes', 'Categories', 'Cibles', 'Grande-Categories', 'Structures'].map(
      n => `All-${n}.json`,
    )
    for (const name of [...names, 'AllProvinces.json']) {
      const [{ mapping, observations }] = (await imported(`indicators/cod-1325/${name}`)) as [Imported]
      expect([name, mapping.holds, mapping.reason, observations.length]).toEqual([name, 'nothing', 'no-measure', 0])
    }
    const [{ mapping }] = (await imported('indicators/gender_categories.csv')) as [Imported]
    expect(mapping.holds).toBe('nothing')
  })

  test('lists of laws and measures under their indicators, several in a cell', async () => {
    const [{ mapping, observations }] = (await imported('indicators/cod-1325/AllDataListes.json')) as [Imported]
    expect([mapping.holds, mapping.entrySeparator, observations.length]).toEqual(['list', ' , ', 11])
    const entries = observations.map(({ value }) => (value.kind === 'list' ? value.entries.length : 0))
    expect(entries[0]).toBe(14)
  })

  describe('HXL', () => {
    const hxl = 'exchange/hxl/tests/files'
    const files = existsSync(data)
      ? globSync('**/*', { cwd: join(data, hxl) }).filter(path => statSync(join(data, hxl, path)).isFile())
      : []

    test.each(files)('%s is read, or refused with a reason', async path => {
      const outcome = await imported(`${hxl}/${path}`).catch((error: unknown) => error)
      if (outcome instanceof Error) {
        expect(outcome).toBeInstanceOf(ImportError)
        expect(path).toMatch(/\.(xls|png|html)$|zip-invalid/u)
      } else expect(outcome).not.toHaveLength(0)
    })

    test.each(['csv', 'tsv', 'ssv', 'hxl', 'json', 'xlsx'])(
      'women and men targeted, by province, whatever the file: %s',
      async ending => {
        const [{ mapping, observations }] = (await imported(`${hxl}/test_io/input-valid.${ending}`)) as [Imported]
        expect(observations).toHaveLength(6)
        expect(observations[0]).toMatchObject({
          place: { country: 'PAN', part: 'Los Santos' },
          period: '2015-03-01',
          disaggregation: { sex: 'female', Subsector: 'Higiene' },
          value: { kind: 'number', number: 100 },
        })
        expect(mapping.columns.filter(({ reason }) => reason === 'hxl-tag').length).toBeGreaterThanOrEqual(8)
      },
    )

    test('letters of Latin-1 arrive whole', async () => {
      const [{ observations }] = (await imported(`${hxl}/test_io/input-valid-latin1.csv`)) as [Imported]
      expect(observations.map(({ place }) => place.part)).toContain('Chocó')
    })

    test('merged cells of words count for each row that they reach over', async () => {
      const [{ observations }] = (await imported(`${hxl}/test_io/input-merged.xlsx`)) as [Imported]
      expect(observations.every(({ disaggregation }) => disaggregation['Sector/Cluster'])).toBe(true)
    })
  })
})
