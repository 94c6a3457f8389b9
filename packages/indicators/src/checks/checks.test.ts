import { describe, expect, test } from 'vitest'
import type { Indicator, Observation, Value } from '../model.ts'
import { bySex, nothing, number, observed, passport, share } from '../testing.ts'
import type { CheckOptions } from './data.ts'
import { slipBetween } from './digit-slip.ts'
import { check, CHECKS } from './index.ts'
import { WARNING_MESSAGES } from './messages.ts'
import { isTrial } from './test-row.ts'

/** The warnings of one check. */
function found(
  name: string,
  observations: Observation[],
  more: { indicators?: Indicator[]; options?: Partial<CheckOptions> } = {},
) {
  expect(CHECKS).toContain(name)
  return check({ observations, indicators: more.indicators ?? [] }, more.options).filter(w => w.check === name)
}

/** A rank's women and men in two years. */
const rank = (name: string, before: [number, number], after: [number, number]): Observation[] => [
  ...bySex(number(before[0]), number(before[1]), { period: '2021', disaggregation: { rank: name } }),
  ...bySex(number(after[0]), number(after[1]), { period: '2022', disaggregation: { rank: name } }),
]

const years = (values: (number | null)[], about: Partial<Observation> = {}): Observation[] =>
  values.map((n, i) => observed({ ...about, period: String(2010 + i), value: n === null ? nothing : number(n) }))

test('nothing is said of figures in order', () => {
  const observations = years([410, 428, 437, 452, 469], { disaggregation: { sex: 'female' } })
  expect(check({ observations, indicators: [passport({ disaggregation: ['sex'] })] })).toEqual([])
})

describe('carried forward', () => {
  const army = [
    ...rank('generals', [8, 120], [8, 233]),
    ...rank('senior', [164, 6833], [164, 6883]),
    ...rank('junior', [801, 25767], [801, 25767]),
    ...rank('troops', [1698, 58355], [1698, 58355]),
  ]

  test('a table copied from last year is one warning, with how much of it', () => {
    const [warning, ...more] = found('carried-forward', army)
    expect(more).toEqual([])
    expect(warning!.message).toEqual({
      key: 'carried-forward.most-of-a-table',
      params: { indicator: 'Judges', from: '2021', to: '2022', identical: 6, of: 8 },
    })
    expect(warning!.observations).toHaveLength(6)
  })

  test('a parliament keeps its share of women until the next election', () => {
    const parliament = ['2019', '2020', '2021'].map(period => observed({ period, value: share(0.273092369) }))
    expect(found('carried-forward', parliament)).toEqual([])
  })

  test('small counts stay as they are by nature', () => {
    expect(found('carried-forward', years([1, 1, 1, 2, 2]))).toEqual([])
  })

  test('a leap while everything beside it stands still is told', () => {
    const [warning, ...more] = found('jump', army)
    expect(more).toEqual([])
    expect(warning!.message.params).toMatchObject({ before: 120, after: 233 })
  })
})

describe('digit slip', () => {
  test.each([
    [6833, 6883, 'one-digit'],
    [6833, 6838, null],
    [5123, 7123, null],
    [36711, 37611, 'neighbours'],
    [1200, 12000, 'ten-fold'],
    [1233, 12333, 'digit-twice'],
    [27.3, 2730, 'ten-fold'],
    [12, 21, null],
    [401, 468, null],
    [0, 10, null],
  ])('%d and %d: %s', (before, after, slip) => {
    expect(slipBetween(before, after)).toBe(slip)
  })

  test('the older figure is suggested, nothing is changed', () => {
    const observations = years([6833, 6883])
    const before = structuredClone(observations)
    const [warning] = found('digit-slip', observations)
    expect(warning!.suggestion).toEqual({ observation: observations[1]!.id, value: number(6833) })
    expect(observations).toEqual(before)
  })
})

describe('impossible share', () => {
  const of = (value: Value) => found('impossible-share', [observed({ value })]).map(w => w.message.key.split('.')[1])

  test('more women than members', () => {
    const observation = observed({ value: { kind: 'share', share: 321 / 209, numerator: 321, denominator: 209 } })
    const [warning] = found('impossible-share', [observation])
    expect(warning!.severity).toBe('wrong')
    expect(warning!.message.params).toMatchObject({ numerator: 321, denominator: 209 })
    expect(warning!.suggestion!.value).toMatchObject({ numerator: 209, denominator: 321 })
  })

  test('above the whole, below nothing, of nothing, and not the quotient', () => {
    expect(of(share(1.2))).toEqual(['above-whole'])
    expect(of(share(-0.1))).toEqual(['below-nothing'])
    expect(of({ kind: 'share', share: 0, numerator: 3, denominator: 0 })).toEqual(['part-above-whole'])
    expect(of({ kind: 'share', share: 0, numerator: 0, denominator: 0 })).toEqual(['of-nothing'])
    expect(of({ kind: 'share', share: 0.5, numerator: 30, denominator: 100 })).toEqual(['not-the-quotient'])
    expect(of({ kind: 'share', share: 0.02, numerator: 4, denominator: 210 })).toEqual([])
  })

  test('a number in per cent, as its passport says', () => {
    const more = { indicators: [passport({ unit: '%' })] }
    expect(found('impossible-share', [observed({ value: number(130) })], more)).toHaveLength(1)
    expect(found('impossible-share', [observed({ value: number(130) })])).toEqual([])
  })
})

describe('total', () => {
  test('women and men that do not make the total', () => {
    const observations = [observed({ value: number(37465) }), ...bySex(number(1711), number(35000))]
    const [warning] = found('total', observations)
    expect(warning!.message).toMatchObject({
      key: 'total.too-little',
      params: { dimension: 'sex', total: 37465, sum: 36711 },
    })
  })

  test('women among sitting magistrates are more than women among all magistrates', () => {
    const women = (group: string, n: number): Observation =>
      observed({ disaggregation: { sex: 'female', group }, value: number(n) })
    const [warning, ...more] = found('total', [women('magistrats', 209), women('magistrats de siège', 321)])
    expect(more).toEqual([])
    expect(warning!.message.params).toMatchObject({ total: 209, value: 321, part: 'magistrats de siège' })
  })

  test('a rank is no part of another whose name it goes on with', () => {
    const women = (group: string, n: number): Observation =>
      observed({ disaggregation: { sex: 'female', group }, value: number(n) })
    expect(found('total', [women('Commissaire', 355), women('Commissaire adjoint', 451)])).toEqual([])
  })

  test('provinces that are more than their country', () => {
    const province = (part: string, n: number): Observation =>
      observed({ place: { country: 'COD', part }, value: number(n) })
    const observations = [observed({ value: number(22) }), province('Ituri', 20), province('Kwilu', 3)]
    expect(found('total', observations)[0]!.message.key).toBe('total.too-much')
    expect(found('total', [observations[0]!, province('Ituri', 23)])[0]!.message.key).toBe('total.part-above-total')
    expect(found('total', [observations[0]!, province('Ituri', 19), province('Kwilu', 3)])).toEqual([])
  })

  test('shares do not add up, and need not', () => {
    const observations = [observed({ value: share(0.5) }), ...bySex(share(0.4), share(0.7))]
    expect(found('total', observations)).toEqual([])
  })
})

describe('ids and subjects', () => {
  test('one id for two indicators, one for two observations', () => {
    const indicators = [passport({ code: '1', title: 'Laws' }), passport({ code: '1', title: 'Budget' })]
    const observations = [observed({ id: '5' }), observed({ id: '5', period: '2022' })]
    const keys = found('duplicate-id', observations, { indicators }).map(w => [w.message.key, w.message.params.times])
    expect(keys).toEqual([
      ['duplicate-id.indicators', 2],
      ['duplicate-id.observations', 2],
    ])
  })

  test('the same thing said twice is a note, said differently it is wrong', () => {
    const alike = found('said-twice', [observed({ value: number(7) }), observed({ value: number(7) })])
    const apart = found('said-twice', [observed({ value: number(7) }), observed({ value: number(9) })])
    expect([...alike, ...apart].map(w => w.severity)).toEqual(['note', 'wrong'])
    expect(found('said-twice', [observed({ voice: 'government' }), observed({ voice: 'civil-society' })])).toEqual([])
  })
})

describe('what cannot be looked up', () => {
  const law = (title: string, about: { year?: number; source?: string } = {}): Observation =>
    observed({ indicator: 'Laws', source: null, period: '', value: { kind: 'list', entries: [{ title, ...about }] } })

  test('laws without a source or a year are counted for each indicator', () => {
    const laws = [law('Family code', { year: 2016, source: 'Official Gazette' }), law('Parity act'), law('Police act')]
    const params = { indicator: 'Laws', missing: 2, of: 3 }
    expect(found('missing-source', laws).map(w => w.message)).toEqual([{ key: 'missing-source.entries', params }])
    expect(found('missing-year', laws).map(w => w.message)).toEqual([{ key: 'missing-year.entries', params }])
  })

  test("figures without a source rest on their indicator's, if it has one", () => {
    const figures = [
      observed({ source: null }),
      observed({ source: ' ', period: '2022' }),
      observed({ value: nothing }),
    ]
    expect(found('missing-source', figures)[0]!.message.params).toMatchObject({ missing: 2, of: 2 })
    const more = { indicators: [passport({ source: 'Staff register' })] }
    expect(found('missing-source', figures, more)).toEqual([])
  })

  test('an indicator without any value, with empty rows or none', () => {
    const indicators = [passport(), passport({ code: '2', title: 'Budget' }), passport({ code: '3', title: 'Mayors' })]
    const warnings = found('no-value', [observed(), observed({ indicator: 'Mayors', value: nothing })], { indicators })
    expect(warnings.map(w => [w.message.key, w.message.params.indicator])).toEqual([
      ['no-value.no-rows', 'Budget'],
      ['no-value.empty-rows', 'Mayors'],
    ])
  })

  test('a table of 2022 whose source is of July 2014', () => {
    const of = (about: Partial<Observation>) => found('stale-source', [observed({ period: '2022', ...about })])
    expect(of({ source: 'Ministry of Gender, July 2014' })[0]!.message.params).toMatchObject({ year: 2014, years: 8 })
    expect(of({ sourceDate: '2014-07' })).toHaveLength(1)
    expect(of({ sourceDate: '2022-07' })).toEqual([])
    expect(of({ source: 'Household survey 2021' })).toEqual([])
    expect(of({ source: 'Gazette 2006', value: { kind: 'list', entries: [] } })).toEqual([])
    expect(found('stale-source', [observed({ period: '2030', kind: 'target', sourceDate: '2014' })])).toEqual([])
  })
})

describe('rows for women and men', () => {
  const plans = (part: string): Observation[] =>
    bySex(nothing, number(1), { indicator: 'Provincial plans', place: { country: 'COD', part } })

  test('of plans and offices, which have no sex', () => {
    const observations = ['Ituri', 'Nord-Kivu', 'Tanganyika'].flatMap(plans)
    const [warning] = found('wrong-disaggregation', observations)
    expect(warning!.message).toMatchObject({
      key: 'wrong-disaggregation.blank-twins',
      params: { sex: 'female', blank: 3 },
    })
  })

  test('an empty cell here and there proves nothing', () => {
    const observations = [
      ...['Ituri', 'Nord-Kivu', 'Tanganyika'].flatMap(plans),
      ...bySex(number(2), number(3), { indicator: 'Provincial plans', place: { country: 'COD', part: 'Kwilu' } }),
    ]
    expect(found('wrong-disaggregation', observations)).toEqual([])
  })

  test('that the passport does not know', () => {
    const indicators = [passport({ disaggregation: ['rank'] })]
    const [warning] = found('wrong-disaggregation', bySex(number(1), number(2)), { indicators })
    expect(warning!.message.params).toMatchObject({ dimension: 'sex', rows: 2 })
  })

  test('66 women and 34 men one year, none and one the next, are per cents', () => {
    const [warning, ...more] = found('percent-as-count', rank('chief', [66, 34], [0, 1]))
    expect(more).toEqual([])
    expect(warning!.message.params).toMatchObject({ female: 66, male: 34, usual: 1 })
    expect(warning!.suggestion!.value).toEqual(share(0.66))
    expect(found('percent-as-count', rank('deputies', [40, 60], [42, 61]))).toEqual([])
  })

  test('women and men in each other’s place', () => {
    expect(found('swapped', rank('generals', [8, 120], [118, 8]))[0]!.message.key).toBe('swapped.over-time')
    expect(found('swapped', rank('generals', [8, 120], [9, 118]))).toEqual([])
  })

  test('one court of women only among courts of men is asked about', () => {
    const court = (group: string, women: number, men: number): Observation[] =>
      bySex(number(women), number(men), { disaggregation: { group } })
    const courts = ['appeal', 'trade', 'labour', 'peace', 'children'].flatMap(name => court(name, 2, 20))
    const [warning] = found('swapped', [...courts, ...court('constitutional', 8, 1)])
    expect(warning!.message).toMatchObject({ key: 'swapped.beside-others', params: { female: 8, male: 1 } })
    expect(found('swapped', [...courts, ...court('constitutional', 1, 8)])).toEqual([])
  })
})

test.each(['test indicateur 1', 'Test', 'TESTE 2', 'aaaa', 'asdf', 'lorem ipsum dolor', 'essai', 'تجربة 1', 'xxx'])(
  '%j was typed to try the form',
  text => {
    expect(isTrial(text)).toBe(true)
  },
)

test.each(['HIV tests', 'Testimony of survivors', 'Prova pericial', 'Barre', 'Essaouira', 'Women in the army', ''])(
  '%j was not',
  text => {
    expect(isTrial(text)).toBe(false)
  },
)

describe('outlier', () => {
  test('one year far from all others', () => {
    const [warning, ...more] = found('outlier', years([410, 428, 437, 4520, 452, 469, 480]))
    expect(more).toEqual([])
    expect(warning!.message.params).toMatchObject({ period: '2013', value: 4520, median: 452 })
  })

  test('growth is none, and a short series cannot tell', () => {
    expect(found('outlier', years([0, 3, 8, 12, 20, 31, 40, 56]))).toEqual([])
    expect(found('outlier', years([4, 4, 90]))).toEqual([])
  })
})

describe('the key of a warning', () => {
  const key = (observations: Observation[]) => found('digit-slip', observations)[0]!.key

  test('is the same when the file is imported anew, with other ids', () => {
    expect(key(years([6833, 6883]))).toBe(key(years([6833, 6883])))
  })

  test('is another when a value changes', () => {
    expect(key(years([6833, 6883]))).not.toBe(key(years([6833, 6893])))
  })
})

test('every check has its sentences', () => {
  expect([...new Set(WARNING_MESSAGES.map(key => key.split('.')[0]))].toSorted()).toEqual(CHECKS.toSorted())
})
