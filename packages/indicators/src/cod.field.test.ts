/** The integrity checks on DR Congo's own monitoring data: what is known to be wrong with it must be found. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { applyMapping, check, passportsIn, readSheets, suggestMapping } from './index.ts'
import type { Indicator, Observation, Warning } from './index.ts'

const folder = join(import.meta.dirname, '../../../../shared/data/indicators/cod-1325')

async function imported(name: string): Promise<{ observations: Observation[]; indicators: Indicator[] }> {
  const sheets = await readSheets(readFileSync(join(folder, name)), { name })
  const all = sheets.map(sheet => {
    const mapping = suggestMapping(sheet)
    const batches = [...applyMapping(sheet, mapping, { voice: 'government', country: 'COD' })]
    expect(batches.flatMap(({ problems }) => problems)).toEqual([])
    return {
      observations: batches.flatMap(({ observations }) => observations),
      indicators: passportsIn(sheet, mapping),
    }
  })
  return {
    observations: all.flatMap(({ observations }) => observations),
    indicators: all.flatMap(({ indicators }) => indicators),
  }
}

describe.skipIf(!existsSync(folder))('the monitoring data of DR Congo', () => {
  let figures: Observation[] = []
  let provinces: Observation[] = []
  let laws: Observation[] = []
  let indicators: Indicator[] = []
  let warnings: Warning[] = []
  const of = (name: string): Warning[] => warnings.filter(warning => warning.check === name)
  const sum = (of: Warning[], param: string): number => of.reduce((n, w) => n + Number(w.message.params[param]), 0)

  beforeAll(async () => {
    figures = (await imported('AllDATANumber.json')).observations
    provinces = (await imported('All-DATAProvinces.json')).observations
    laws = (await imported('All-LoisMesMecActs.json')).observations
    indicators = (await imported('All-Indicateurs.json')).indicators
    warnings = check({ indicators, observations: [...figures, ...provinces, ...laws] })
  })

  test('140 figures, of which 19 are empty, 70 of provinces, 65 laws and measures, 39 indicators in two documents of one file', () => {
    expect(figures).toHaveLength(140)
    expect(figures.filter(({ value }) => value.kind === 'missing')).toHaveLength(19)
    expect(provinces).toHaveLength(70)
    expect(laws).toHaveLength(65)
    expect(indicators).toHaveLength(39)
  })

  test('the column Cible is the group that is counted, never a target', () => {
    expect(new Set(figures.map(({ kind }) => kind))).toEqual(new Set(['observation']))
    expect(figures[0]!.disaggregation).toEqual({ 'target group': 'Généraux', sex: 'female' })
  })

  test('62 of 65 laws, measures and actions have no source, and 62 no year', () => {
    for (const name of ['missing-source', 'missing-year']) {
      const lists = of(name).filter(({ message }) => message.key.endsWith('.entries'))
      expect([sum(lists, 'missing'), sum(lists, 'of')]).toEqual([62, 65])
    }
  })

  test('no figure has a source', () => {
    const values = of('missing-source').filter(({ message }) => message.key.endsWith('.values'))
    expect(sum(values, 'missing')).toBe(sum(values, 'of'))
  })

  test('of 15 pairs of years 10 are identical: the table of the army was carried forward', () => {
    const alone = check({ observations: figures }).filter(warning => warning.check === 'carried-forward')
    expect(alone).toHaveLength(1)
    expect(alone[0]!.message.params).toMatchObject({ from: '2021', to: '2022', identical: 10, of: 12 })
    expect(alone[0]!.explanation.dataset).toEqual({ pairs: 15, identical: 10 })
  })

  test('6,833 and 6,883 senior officers: a digit slip; 120 and 233 generals: a leap while all else stands still', () => {
    expect(of('digit-slip').map(({ message }) => message)).toEqual([
      { key: 'digit-slip.one-digit', params: expect.objectContaining({ before: 6833, after: 6883 }) as object },
    ])
    expect(of('jump').map(({ message }) => message.params)).toEqual([
      expect.objectContaining({ before: 120, after: 233 }),
    ])
  })

  test('66 women and 34 men of a police rank in 2021, none and one in 2022: per cents typed as people', () => {
    expect(of('percent-as-count').map(({ message }) => message.params)).toEqual([
      expect.objectContaining({ period: '2021', female: 66, male: 34, usual: 1 }),
    ])
  })

  test('ids are reused: "1" four times, "10" three times among indicators, "5" four times among laws', () => {
    const reused = of('duplicate-id').map(({ message }) => [message.key, message.params.id, message.params.times])
    expect(reused).toContainEqual(['duplicate-id.indicators', '1', 4])
    expect(reused).toContainEqual(['duplicate-id.indicators', '10', 3])
    expect(reused).toContainEqual(['duplicate-id.observations', '5', 4])
  })

  test('9 of the 18 quantitative indicators have no value, among them the three on budgets and that on sexual violence', () => {
    const raw = JSON.parse(readFileSync(join(folder, 'All-Indicateurs.json'), 'utf8').split('\n\n\n')[0]!) as Record<
      string,
      string
    >[]
    const quantitative = raw
      .filter(row => row['Désagrégeable'] === '1')
      .map(row => row.Nom!.replace(/\s+/gu, ' ').trim())
    const empty = of('no-value').map(({ message }) => String(message.params.indicator))
    const both = quantitative.filter(title => empty.includes(title))
    expect([both.length, quantitative.length]).toEqual([9, 18])
    expect(both.filter(title => title.startsWith('Budget'))).toHaveLength(3)
    expect(both.some(title => title.includes('violence sexuelle'))).toBe(true)
  })

  test('35 empty rows for women of plans and offices, which have no sex', () => {
    const twins = check({ observations: provinces }).filter(w => w.message.key === 'wrong-disaggregation.blank-twins')
    expect(sum(twins, 'blank')).toBe(35)
    expect(new Set(twins.map(({ message }) => message.params.sex))).toEqual(new Set(['female']))
  })

  test('one indicator was typed to try the form', () => {
    expect(of('test-row').map(({ message }) => message.params.text)).toEqual(['test indicateur 1'])
  })

  test('nothing else is called wrong', () => {
    const named = ['missing-year', 'duplicate-id', 'wrong-disaggregation', 'test-row']
    expect(warnings.filter(w => w.severity === 'wrong' && !named.includes(w.check)).map(w => w.message)).toEqual([])
  })
})
