/** How far from the baseline to the target, and whether in time. Never more than what was observed: nothing is extrapolated. */
import { amountOf, type Direction, type Observation, type Value } from './model.ts'
import { byPeriod, daysOf } from './period.ts'

/** Why something cannot be computed. */
export const NO_PROGRESS_REASONS = [
  'no-target',
  'no-observation',
  'no-baseline',
  'not-a-number',
  'kinds-differ',
  'not-the-same-thing',
  'no-period',
  'before-baseline',
  'target-before-baseline',
  'target-is-baseline',
  'direction-unknown',
  'target-against-direction',
] as const
export type NoProgressReason = (typeof NO_PROGRESS_REASONS)[number]

/** What can be said, or why it cannot. */
export type Answer<T> = { value: T; reason: null } | { value: null; reason: NoProgressReason }

/** How a figure was computed: the name of the formula and every number that went into it, so that a page can show it. */
export interface Method {
  formula: 'share-of-the-way' | 'straight-line' | 'compared-with-target'
  inputs: Readonly<Record<string, number | string | null>>
}

export interface Progress {
  /** The observation that was used: the latest one with a value. */
  latest: Observation | null
  direction: Direction | null
  /** (latest - baseline) / (target - baseline): 0 at the baseline, 1 at the target; negative when moving away, above 1 beyond it. */
  share: Answer<number>
  /** Whether the target is met by the latest observation. */
  reached: Answer<boolean>
  /** Where the straight line from baseline to target stands when the latest observation was made. */
  expected: Answer<number>
  /** Whether the latest observation is at the straight line or beyond. After the target's period it is held against the target. */
  onTrack: Answer<boolean>
  methods: readonly Method[]
}

export interface ProgressInput {
  baseline: Observation | null
  target: Observation | null
  /** Of the same voice, place and disaggregation as the target; the latest with a value counts. */
  observations: readonly Observation[]
  /** The indicator's; where null, it follows from baseline and target. */
  direction: Direction | null
}

function said<T>(value: T): Answer<T> {
  return { value, reason: null }
}

function unsaid<T>(reason: NoProgressReason): Answer<T> {
  return { value: null, reason }
}

/** Progress towards a target, each part with its reason where it cannot be said. */
export function progressOf(input: ProgressInput): Progress {
  const { baseline, target, observations } = input
  const latest =
    observations
      .filter(o => o.value.kind !== 'missing')
      .toSorted(byPeriod)
      .at(-1) ?? null
  const direction = input.direction ?? directionBetween(baseline?.value, target?.value)
  const problem = problemOf(latest, target)
  if (problem) {
    const nothing = unsaid<never>(problem)
    return { latest, direction, share: nothing, reached: nothing, expected: nothing, onTrack: nothing, methods: [] }
  }
  const now = amountOf(latest!.value)!
  const goal = amountOf(target!.value)!
  const reached = direction ? said(meets(now, goal, direction)) : unsaid<boolean>('direction-unknown')
  const against: Method = { formula: 'compared-with-target', inputs: { latest: now, target: goal, direction } }
  const obstacle = baselineProblemOf(baseline, target!, latest!, input.direction)
  const line = lineOf(baseline, target!, latest!, obstacle)
  const onTrack: Answer<boolean> =
    line.expected.value === null
      ? unsaid(line.expected.reason)
      : direction
        ? said(meets(now, line.expected.value, direction))
        : unsaid('direction-unknown')
  const start = obstacle ? null : amountOf(baseline!.value)!
  return {
    latest,
    direction,
    share: start === null ? unsaid(obstacle!) : said((now - start) / (goal - start)),
    reached,
    expected: line.expected,
    onTrack,
    methods: [
      ...(start === null
        ? []
        : [{ formula: 'share-of-the-way', inputs: { baseline: start, latest: now, target: goal } } as const]),
      ...line.methods,
      ...(direction ? [against] : []),
    ],
  }
}

/** Better or equal. A share such as 0.1 + 0.2 must meet a target of 0.3. */
function meets(value: number, goal: number, direction: Direction): boolean {
  const spare = 1e-9 * Math.max(1, Math.abs(goal))
  return direction === 'more' ? value >= goal - spare : value <= goal + spare
}

function directionBetween(baseline: Value | undefined, target: Value | undefined): Direction | null {
  const from = baseline ? amountOf(baseline) : null
  const to = target ? amountOf(target) : null
  if (target?.kind === 'yes-no' && from === null) return target.yes ? 'more' : 'less'
  return from === null || to === null || from === to ? null : to > from ? 'more' : 'less'
}

function problemOf(latest: Observation | null, target: Observation | null): NoProgressReason | null {
  if (!target || target.value.kind === 'missing') return 'no-target'
  if (!latest) return 'no-observation'
  if (amountOf(target.value) === null || amountOf(latest.value) === null) return 'not-a-number'
  if (target.value.kind !== latest.value.kind) return 'kinds-differ'
  return sameThing(latest, target) ? null : 'not-the-same-thing'
}

function baselineProblemOf(
  baseline: Observation | null,
  target: Observation,
  latest: Observation,
  stated: Direction | null,
): NoProgressReason | null {
  if (!baseline || baseline.value.kind === 'missing') return 'no-baseline'
  if (amountOf(baseline.value) === null) return 'not-a-number'
  if (baseline.value.kind !== target.value.kind) return 'kinds-differ'
  if (!sameThing(baseline, target)) return 'not-the-same-thing'
  const way = directionBetween(baseline.value, target.value)
  if (!way) return 'target-is-baseline'
  const [begun, due, at] = [daysOf(baseline.period), daysOf(target.period), daysOf(latest.period)]
  if (begun && due && due.until <= begun.until) return 'target-before-baseline'
  if (begun && at && at.until < begun.until) return 'before-baseline'
  return stated && stated !== way ? 'target-against-direction' : null
}

/** A province is not measured against its country, nor women against all. A target is everybody's, so its voice may differ. */
function sameThing(a: Observation, b: Observation): boolean {
  const thing = ({ indicator, place, disaggregation }: Observation): string =>
    JSON.stringify([indicator, place.country, place.part, Object.entries(disaggregation).toSorted()])
  return thing(a) === thing(b)
}

/** The straight line's value at the end of the latest observation's period: the target's own after the target's period. */
function lineOf(
  baseline: Observation | null,
  target: Observation,
  latest: Observation,
  obstacle: NoProgressReason | null,
): { expected: Answer<number>; methods: Method[] } {
  const goal = amountOf(target.value)!
  const due = daysOf(target.period)
  const at = daysOf(latest.period)
  if (!due || !at) return { expected: unsaid('no-period'), methods: [] }
  if (at.until >= due.until) return { expected: said(goal), methods: [] }
  if (obstacle) return { expected: unsaid(obstacle), methods: [] }
  const begun = daysOf(baseline!.period)
  if (!begun) return { expected: unsaid('no-period'), methods: [] }
  const start = amountOf(baseline!.value)!
  const time = (at.until - begun.until) / (due.until - begun.until)
  const expected = start + (goal - start) * time
  const inputs = {
    baseline: start,
    target: goal,
    baselinePeriod: baseline!.period,
    targetPeriod: target.period,
    latestPeriod: latest.period,
    shareOfTime: time,
    expected,
  }
  return { expected: said(expected), methods: [{ formula: 'straight-line', inputs }] }
}
