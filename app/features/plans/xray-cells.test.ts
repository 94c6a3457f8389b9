import type { Xray } from '@open1325/appraisal'
import { expect, test } from 'vitest'
import { cellsPath, layOut, ONE_BAND, WIDTH } from './xray-cells.ts'

/** Actions of objectives of this many each, four objectives a pillar. */
function picture(objectives: number[]): { xray: Xray; groupOf: (id: string) => string } {
  const columns = objectives.flatMap((size, o) =>
    Array.from({ length: size }, (_, n) => ({
      itemId: `${o}-${n}`,
      pillarId: `p${Math.floor(o / 4)}`,
      number: null,
      text: '',
    })),
  )
  const pillars = [...new Set(columns.map(column => column.pillarId))].map(id => ({
    id,
    text: `The pillar ${id}`,
    from: columns.findIndex(column => column.pillarId === id),
    to: columns.findLastIndex(column => column.pillarId === id) + 1,
  }))
  return { xray: { columns, pillars, rows: [] }, groupOf: id => id.split('-')[0]! }
}

test('Up to sixty actions stand in one band, pillars apart from each other', () => {
  const { xray, groupOf } = picture([5, 3, 3, 3, 10, 8])
  const { bands } = layOut(xray, groupOf)
  expect(bands.length).toBe(1)
  const xs = bands[0]!.columns.map(column => column.x)
  expect(xs[14]! - xs[13]!).toBeGreaterThan(xs[13]! - xs[12]!)
  expect(bands[0]!.pillars.map(pillar => pillar.lines)).toEqual([['The pillar p0'], ['The pillar p1']])
})

test('A small plan gives its free space to the names of its pillars; a long name takes two lines', () => {
  const { xray, groupOf } = picture([1, 1, 1, 1, 3])
  xray.pillars[0]!.text = 'Participation of women in every negotiation and every body that decides on peace'
  xray.pillars[1]!.text = 'Relief and recovery'
  const { pillars, columns } = layOut(xray, groupOf).bands[0]!
  expect(pillars.map(pillar => pillar.lines.join(' '))).toEqual(xray.pillars.map(pillar => pillar.text))
  expect(pillars.map(pillar => pillar.lines.length)).toEqual([2, 1])
  expect(columns[4]!.x - columns[3]!.x).toBeGreaterThan(2 * (columns[1]!.x - columns[0]!.x))
})

test('More actions wrap, between objectives, and none is lost', () => {
  const { xray, groupOf } = picture(Array.from({ length: 40 }, (_, n) => 3 + (n % 7)))
  expect(xray.columns.length).toBeGreaterThan(ONE_BAND)
  const { bands, cell } = layOut(xray, groupOf)
  expect(bands.flatMap(band => band.columns.map(column => column.index))).toEqual(xray.columns.map((_, n) => n))
  for (const [n, band] of bands.entries()) {
    expect(band.columns.at(-1)!.x + cell).toBeLessThan(WIDTH - 60)
    const first = xray.columns[band.columns[0]!.index]!.itemId
    if (n) expect(first).toMatch(/-0$/)
  }
})

test('An objective with more actions than a band holds goes on in the next band', () => {
  const { xray, groupOf } = picture([150])
  const { bands } = layOut(xray, groupOf)
  expect(bands.length).toBeGreaterThan(2)
  expect(bands.flatMap(band => band.columns).length).toBe(150)
})

test('A path goes from cell to cell by their distances', () => {
  expect(
    cellsPath(
      [
        { x: 10, y: 5 },
        { x: 30, y: 5 },
      ],
      18,
      17,
    ),
  ).toBe('m10 5h18v17h-18zm20 0h18v17h-18z')
})
