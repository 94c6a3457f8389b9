import { describe, expect, test } from 'vitest'
import type { Value } from '../model.ts'
import { withheldWith, type HiddenCell, type ShownCell } from './index.ts'

type About = Partial<Omit<ShownCell, 'id' | 'value' | 'place'>> & { part?: string; country?: string | null }

const subject = ({ part, country = 'COD', ...about }: About) => ({
  organisation: 'ministry',
  kind: 'observation' as const,
  voice: 'government' as const,
  period: '2021',
  disaggregation: {},
  ...about,
  place: { country, part: part ?? null },
})
const count = (number: number): Value => ({ kind: 'number', number })
const shown = (id: string, value: number | Value, about: About = {}): ShownCell => ({
  id,
  ...subject(about),
  value: typeof value === 'number' ? count(value) : value,
})
const hidden = (about: About, valueKind: Value['kind'] = 'number'): HiddenCell => ({ ...subject(about), valueKind })
const sex = (sex: string) => ({ disaggregation: { sex } })
const withheld = (...args: Parameters<typeof withheldWith>) => [...withheldWith(...args)].toSorted()

describe('a few people cannot be worked out from what stands beside them', () => {
  test('of the few women of a total, the men are withheld, too; the total stays', () => {
    expect(withheld([shown('all', 100), shown('men', 97, sex('male'))], [hidden(sex('female'))])).toEqual(['men'])
  })

  test('where no total is shown, nothing more is', () => {
    expect(withheld([shown('men', 97, sex('male'))], [hidden(sex('female'))])).toEqual([])
  })

  test('where a total is of few, its parts are no way to it', () => {
    const parts = [shown('a', 0, { part: 'A' }), shown('b', 0, { part: 'B' })]
    expect(withheld([...parts], [hidden({}), hidden({ part: 'C' })])).toEqual([])
  })

  test('of provinces, the one with the fewest people beside it is withheld', () => {
    const provinces = [9, 40, 12].map((n, i) => shown(`p${i}`, n, { part: `P${i}` }))
    expect(withheld([shown('all', 64), ...provinces], [hidden({ part: 'P9' })])).toEqual(['p0'])
  })

  test('two hidden ones that are few together say too much: another is withheld', () => {
    const some = [shown('all', 50), shown('big', 30, { part: 'A' }), shown('less', 16, { part: 'B' })]
    expect(withheld(some, [hidden({ part: 'C' }), hidden({ part: 'D' })])).toEqual(['less'])
    const more = [shown('all', 54), ...some.slice(1)]
    expect(withheld(more, [hidden({ part: 'C' }), hidden({ part: 'D' })])).toEqual([])
  })

  test('in a table of provinces by sex with all its totals, four corners are hidden and not one', () => {
    const table = [
      shown('all', 300),
      shown('women', 113, sex('female')),
      shown('men', 187, sex('male')),
      shown('kivu', 63, { part: 'Kivu' }),
      shown('ituri', 110, { part: 'Ituri' }),
      shown('tshopo', 127, { part: 'Tshopo' }),
      shown('kivu-men', 60, { part: 'Kivu', ...sex('male') }),
      shown('ituri-women', 50, { part: 'Ituri', ...sex('female') }),
      shown('ituri-men', 60, { part: 'Ituri', ...sex('male') }),
      shown('tshopo-women', 60, { part: 'Tshopo', ...sex('female') }),
      shown('tshopo-men', 67, { part: 'Tshopo', ...sex('male') }),
    ]
    expect(withheld(table, [hidden({ part: 'Kivu', ...sex('female') })])).toEqual([
      'ituri-men',
      'ituri-women',
      'kivu-men',
    ])
  })

  test('a year and its quarters are a sum, where the quarters are all of it', () => {
    const quarters = [shown('q1', 20, { period: '2021-Q1' }), shown('q2', 30, { period: '2021-Q2' })]
    const few = [hidden({ period: '2021-Q3' })]
    expect(withheld([shown('year', 80), ...quarters, shown('q4', 27, { period: '2021-Q4' })], few)).toEqual(['q1'])
    expect(withheld([shown('year', 80), ...quarters], few)).toEqual([])
  })

  test('countries and the world are one', () => {
    const countries = ['KEN', 'UGA'].map(country => shown(country, country === 'KEN' ? 20 : 30, { country }))
    expect(withheld([shown('world', 53, { country: null }), ...countries], [hidden({ country: 'RWA' })])).toEqual([
      'KEN',
    ])
  })

  test('shares of one whole give each other away, also without a total', () => {
    const share = (numerator: number, denominator: number): Value => ({
      kind: 'share',
      share: numerator / denominator,
      numerator,
      denominator,
    })
    expect(withheld([shown('men', share(22, 25), sex('male'))], [hidden(sex('female'), 'share')])).toEqual(['men'])
    const bare: Value = { kind: 'share', share: 0.88, denominator: 25 }
    expect(withheld([shown('men', bare, sex('male'))], [hidden(sex('female'), 'share')])).toEqual(['men'])
    const judges = { disaggregation: { office: 'judge' } }
    expect(withheld([shown('police', share(22, 200), judges)], [hidden(sex('female'), 'share')])).toEqual([])
  })

  test('other years, voices, organisations and plain figures stay as they are', () => {
    const apart = [
      shown('year', 100, { period: '2020' }),
      shown('year-men', 97, { period: '2020', ...sex('male') }),
      shown('others', 100, { voice: 'civil-society' }),
      shown('others-men', 97, { voice: 'civil-society', ...sex('male') }),
      shown('theirs', 100, { organisation: 'network' }),
      shown('theirs-men', 97, { organisation: 'network', ...sex('male') }),
      shown('target', 100, { kind: 'target' }),
      shown('target-men', 97, { kind: 'target', ...sex('male') }),
    ]
    expect(withheld(apart, [hidden(sex('female'))])).toEqual([])
    expect(withheld(apart, [])).toEqual([])
  })

  test('several figures of the same thing are withheld together', () => {
    const twice = [shown('all', 100), shown('men', 97, sex('male')), shown('men again', 97, sex('male'))]
    expect(withheld(twice, [hidden(sex('female'))])).toEqual(['men', 'men again'])
  })

  test('a large table is done in no time', () => {
    const cells: ShownCell[] = []
    const few: HiddenCell[] = []
    for (let year = 2000; year < 2025; year++)
      for (let n = 0; n < 100; n++) {
        const about = { period: String(year), part: `P${n}` }
        cells.push(
          shown(`${year} ${n}`, 40, about),
          shown(`${year} ${n} men`, 37 - (n % 2), { ...about, ...sex('male') }),
        )
        if (n % 2) cells.push(shown(`${year} ${n} women`, 20, { ...about, ...sex('female') }))
        else few.push(hidden({ ...about, ...sex('female') }))
      }
    expect(withheldWith(cells, few).size).toBe(25 * 50)
  })
})

describe('in tables made by chance', () => {
  const SIZES = [
    [2, 2],
    [3, 2],
    [2, 3],
  ] as const
  test.each(Array.from({ length: 60 }, (_, n) => n))('number %i: each hidden few could be two numbers at least', n => {
    let seed = n * 7919 + 13
    const chance = (most: number) => {
      seed = (Math.imul(seed, 1103515245) + 12345) >>> 0
      return Math.floor((seed / 2 ** 32) * most)
    }
    const [rows, columns] = SIZES[n % SIZES.length]!
    const at = (row: number, column: number): About => ({
      ...(row < rows && { part: `P${row}` }),
      ...(column < columns && { disaggregation: { group: `g${column}` } }),
    })
    const inner = Array.from({ length: rows }, () =>
      Array.from({ length: columns }, () => (chance(3) ? 5 + chance(9) : chance(5))),
    )
    const value = (row: number, column: number): number => {
      const ofRow = (r: number) => (column < columns ? inner[r]![column]! : inner[r]!.reduce((a, b) => a + b, 0))
      return row < rows ? ofRow(row) : inner.reduce((sum, _, r) => sum + ofRow(r), 0)
    }
    const cells = Array.from({ length: (rows + 1) * (columns + 1) }, (_, i) => {
      const [row, column] = [Math.floor(i / (columns + 1)), i % (columns + 1)]
      const number = value(row, column)
      return { id: `${row},${column}`, row, column, number, isFew: number >= 1 && number <= 4 }
    })
    const given = cells.filter(cell => !cell.isFew).map(cell => shown(cell.id, cell.number, at(cell.row, cell.column)))
    const few = cells.filter(cell => cell.isFew)
    const also = withheldWith(
      given,
      few.map(cell => hidden(at(cell.row, cell.column))),
    )
    for (const cell of few) {
      const others = [cell.number - 1, cell.number + 1].filter(other => other >= 0)
      const unknown = cells.filter(one => one.isFew || also.has(one.id))
      expect(
        others.some(other => isPossible(cells, unknown, cell.id, other, rows, columns)),
        `${cell.id} is given away`,
      ).toBe(true)
    }
  })

  interface OneCell {
    id: string
    row: number
    column: number
    number: number
  }

  /** Whether a table with these totals exists in which the hidden cell `id` has this number: by trying. */
  function isPossible(cells: OneCell[], unknown: OneCell[], id: string, wanted: number, rows: number, columns: number) {
    const numbers = new Map(cells.map(cell => [cell.id, cell.number]))
    const free = unknown.filter(cell => cell.id !== id).map(cell => cell.id)
    for (const one of [id, ...free]) numbers.delete(one)
    numbers.set(id, wanted)
    const lines = [
      ...Array.from({ length: rows + 1 }, (_, r) => Array.from({ length: columns + 1 }, (_, c) => `${r},${c}`)),
      ...Array.from({ length: columns + 1 }, (_, c) => Array.from({ length: rows + 1 }, (_, r) => `${r},${c}`)),
    ]
    const holds = (line: string[]) => {
      const known = line.map(one => numbers.get(one))
      const parts = known.slice(0, -1)
      const total = known.at(-1)
      if (parts.includes(undefined) || total === undefined)
        return total === undefined || parts.reduce<number>((n, part) => n + (part ?? 0), 0) <= total
      return parts.reduce<number>((n, part) => n + part!, 0) === total
    }
    const tryFrom = (n: number): boolean => {
      if (!lines.every(holds)) return false
      const next = free[n]
      if (next === undefined) return true
      for (let number = 0; number <= 60; number++) {
        numbers.set(next, number)
        if (tryFrom(n + 1)) return true
      }
      numbers.delete(next)
      return false
    }
    return tryFrom(0)
  }
})
