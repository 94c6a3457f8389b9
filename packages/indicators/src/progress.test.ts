import { expect, test } from 'vitest'
import type { Observation, Value } from './model.ts'
import { progressOf } from './progress.ts'
import { nothing, number, observed, share } from './testing.ts'

const baseline = (value: Value, period = '2020') => observed({ kind: 'baseline', value, period })
const target = (value: Value, period = '2025') => observed({ kind: 'target', value, period })
const at = (value: Value, period: string): Observation => observed({ value, period })

test('women judges from 10 to 14 of a target of 20: two fifths of the way, and on the line after two of five years', () => {
  const progress = progressOf({
    baseline: baseline(number(10)),
    target: target(number(20)),
    observations: [at(number(12), '2021'), at(number(14), '2022')],
    direction: 'more',
  })
  expect(progress.latest?.period).toBe('2022')
  expect(progress.share.value).toBeCloseTo(0.4)
  expect(progress.expected.value).toBeCloseTo(14, 1)
  expect(progress.reached.value).toBe(false)
  expect(progress.onTrack.value).toBe(true)
})

test('the way to the figure is shown as data: formula and every input', () => {
  const { methods } = progressOf({
    baseline: baseline(number(10)),
    target: target(number(20)),
    observations: [at(number(12), '2022')],
    direction: 'more',
  })
  expect(methods.map(({ formula }) => formula)).toEqual(['share-of-the-way', 'straight-line', 'compared-with-target'])
  expect(methods[0]!.inputs).toEqual({ baseline: 10, latest: 12, target: 20 })
  expect(methods[1]!.inputs).toMatchObject({ baselinePeriod: '2020', targetPeriod: '2025', latestPeriod: '2022' })
})

test('where less is better, a fall is progress', () => {
  const progress = progressOf({
    baseline: baseline(number(900)),
    target: target(number(300)),
    observations: [at(number(800), '2023')],
    direction: 'less',
  })
  expect(progress.share.value).toBeCloseTo(1 / 6)
  expect(progress.onTrack.value).toBe(false)
})

test('moving away from the target is less than nothing, beyond it more than all', () => {
  const of = (n: number) =>
    progressOf({
      baseline: baseline(share(0.2)),
      target: target(share(0.3)),
      observations: [at(share(n), '2022')],
      direction: null,
    }).share.value
  expect(of(0.1)).toBeCloseTo(-1)
  expect(of(0.4)).toBeCloseTo(2)
})

test('after the target year the target itself is the measure, not the line drawn on', () => {
  const progress = progressOf({
    baseline: baseline(number(10)),
    target: target(number(20)),
    observations: [at(number(20), '2030')],
    direction: 'more',
  })
  expect(progress.expected.value).toBe(20)
  expect(progress.onTrack.value).toBe(true)
})

test('a law that was to be passed is passed', () => {
  const progress = progressOf({
    baseline: null,
    target: target({ kind: 'yes-no', yes: true }),
    observations: [at({ kind: 'yes-no', yes: true }, '2022')],
    direction: null,
  })
  expect(progress.reached.value).toBe(true)
  expect(progress.share.reason).toBe('no-baseline')
})

test('an empty cell is not the latest observation', () => {
  const progress = progressOf({
    baseline: baseline(number(10)),
    target: target(number(20)),
    observations: [at(number(15), '2021'), at(nothing, '2022')],
    direction: 'more',
  })
  expect(progress.latest?.period).toBe('2021')
})

test.each<[string, Parameters<typeof progressOf>[0], string]>([
  [
    'no target',
    { baseline: baseline(number(1)), target: null, observations: [at(number(1), '2021')], direction: 'more' },
    'no-target',
  ],
  [
    'no observation',
    { baseline: baseline(number(1)), target: target(number(2)), observations: [], direction: 'more' },
    'no-observation',
  ],
  [
    'no baseline',
    { baseline: null, target: target(number(2)), observations: [at(number(1), '2021')], direction: 'more' },
    'no-baseline',
  ],
  [
    'a list of laws',
    {
      baseline: null,
      target: target({ kind: 'list', entries: [] }),
      observations: [at({ kind: 'list', entries: [] }, '2021')],
      direction: 'more',
    },
    'not-a-number',
  ],
  [
    'a share against a count',
    {
      baseline: baseline(number(1)),
      target: target(share(0.5)),
      observations: [at(number(1), '2021')],
      direction: 'more',
    },
    'kinds-differ',
  ],
  [
    'a province against its country',
    {
      baseline: baseline(number(1)),
      target: target(number(2)),
      observations: [observed({ place: { country: 'COD', part: 'Ituri' } })],
      direction: 'more',
    },
    'not-the-same-thing',
  ],
  [
    'a target that is the baseline',
    {
      baseline: baseline(number(2)),
      target: target(number(2)),
      observations: [at(number(1), '2021')],
      direction: 'more',
    },
    'target-is-baseline',
  ],
  [
    'a target that goes the wrong way',
    {
      baseline: baseline(number(2)),
      target: target(number(1)),
      observations: [at(number(1), '2021')],
      direction: 'more',
    },
    'target-against-direction',
  ],
])('%s: no share of the way, and the reason', (_, input, reason) => {
  expect(progressOf(input).share).toEqual({ value: null, reason })
})

test('an observation older than the baseline says nothing of progress', () => {
  const { share, onTrack } = progressOf({
    baseline: baseline(number(10), '2020'),
    target: target(number(20)),
    observations: [at(number(12), '2018')],
    direction: 'more',
  })
  expect(share.reason).toBe('before-baseline')
  expect(onTrack.reason).toBe('before-baseline')
})

test('a target of the time before the baseline measures no way', () => {
  const { share } = progressOf({
    baseline: baseline(number(10), '2020'),
    target: target(number(20), '2019'),
    observations: [at(number(12), '2021')],
    direction: 'more',
  })
  expect(share.reason).toBe('target-before-baseline')
})

test('a target without a year: the way is known, the straight line is not', () => {
  const { share, onTrack } = progressOf({
    baseline: baseline(number(10)),
    target: target(number(20), ''),
    observations: [at(number(12), '2021')],
    direction: 'more',
  })
  expect(share.value).toBeCloseTo(0.2)
  expect(onTrack.reason).toBe('no-period')
})
