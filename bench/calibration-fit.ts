/** Finds the weights of the signs of confidence, and tries them on plans that they were not found with. */
import { SIGNS, WEIGHTS, type Signs } from '../packages/reader/src/plan/confidence.ts'

export interface Case {
  plan: string
  signs: Signs
  right: boolean
}
type Weights = typeof WEIGHTS

const ROUNDS = 3000
const STEP = 0.5
/** Pulls each weight towards the one that stands, as strongly as so many items would. */
const PULL = 1
/** Signs whose weight is not sought. */
const HELD: readonly string[] = ['unsaid', 'open']

const sure = (weights: Weights, signs: Signs): number =>
  1 / (1 + Math.exp(SIGNS.reduce((sum, sign) => sum + weights[sign] * signs[sign], -weights.base)))

/** Cases with the same signs and the same end, and what they weigh together. */
interface Heap {
  signs: Signs
  right: boolean
  weight: number
}

function heapsOf(cases: readonly Case[]): Heap[] {
  const plans = Map.groupBy(cases, one => one.plan)
  const heaps = new Map<string, Heap>()
  for (const { plan, signs, right } of cases) {
    const key = JSON.stringify([right, SIGNS.map(sign => signs[sign].toFixed(2))])
    const heap = heaps.get(key) ?? { signs, right, weight: 0 }
    heaps.set(key, heap)
    heap.weight += cases.length / plans.size / plans.get(plan)!.length
  }
  return [...heaps.values()]
}

/** Logistic regression; a sign can only take from the confidence. Every plan counts alike, however often it was set. */
export function fitted(cases: readonly Case[]): Weights {
  const weights = { ...WEIGHTS }
  const heaps = heapsOf(cases)
  const names = [...SIGNS, 'base'] as const
  const valueOf = (signs: Signs, name: (typeof names)[number]) => (name === 'base' ? -1 : signs[name])
  // A rare sign moves as fast as a frequent one.
  const seen = names.map(name =>
    heaps.reduce((sum, { signs, weight }) => sum + weight * Math.abs(valueOf(signs, name)), PULL),
  )
  for (let round = 0; round < ROUNDS; round++) {
    const misses = heaps.map(({ signs, right, weight }) => weight * (sure(weights, signs) - (right ? 1 : 0)))
    names.forEach((name, n) => {
      const slope = heaps.reduce((sum, { signs }, i) => sum + misses[i]! * valueOf(signs, name), 0)
      const pull = PULL * (weights[name] - WEIGHTS[name])
      if (HELD.includes(name)) return
      weights[name] = Math.max(0, weights[name] + (STEP * (slope - pull)) / seen[n]!)
    })
  }
  return weights
}

/** Each case with the confidence that weights found without its plan give it. */
export function crossed(cases: readonly Case[]): { confidence: number; right: boolean }[] {
  return [...Map.groupBy(cases, one => one.plan)].flatMap(([plan, own]) => {
    const weights = fitted(cases.filter(one => one.plan !== plan))
    return own.map(({ signs, right }) => ({ confidence: sure(weights, signs), right }))
  })
}
