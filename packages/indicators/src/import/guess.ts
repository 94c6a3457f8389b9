/** What a column may mean, how sure, and why. */
import type { Use } from './mapping.ts'

export interface Guess {
  use: Use
  confidence: number
  reason: string
}

export const NOTHING: Guess = { use: { as: 'nothing' }, confidence: 0.5, reason: 'not-needed' }
