/** What to do next with a plan: there is always exactly one thing. Pure. */
import { isUnderWay } from '../model.ts'
import type { DeskEntry } from '../queries/instrument.ts'

export type Step =
  /** The machine is reading. */
  | 'wait'
  /** The reading failed, and there is nothing from another one. */
  | 'mend'
  /** Somebody stopped the reading. */
  | 'stopped'
  /** The reading found no rows. */
  | 'no-rows'
  | 'review'
  | 'appraise'
  | 'publish'
  /** Public, confirmed and decided. */
  | 'nothing'

/** @param criteria how many there are to decide */
export function nextStep({ plan, run, items, unconfirmed, decided }: DeskEntry, criteria: number): Step {
  if (isUnderWay(run)) return 'wait'
  if (items === 0) {
    if (run?.state === 'failed') return 'mend'
    return run?.state === 'cancelled' ? 'stopped' : 'no-rows'
  }
  if (unconfirmed > 0) return 'review'
  if (decided < criteria) return 'appraise'
  return plan.publishedAt ? 'nothing' : 'publish'
}

/** Sooner than this a reading's speed says nothing. */
const SECONDS_TO_GUESS = 1

/** How long a reading will still take, in whole seconds, by its speed so far; null while that is a guess. */
export function secondsLeft(
  { pagesDone, pages, startedAt }: { pagesDone: number; pages: number | null; startedAt: Date | null },
  now: Date,
): number | null {
  if (!startedAt || !pages || pagesDone === 0) return null
  const elapsed = (now.getTime() - startedAt.getTime()) / 1000
  if (elapsed < SECONDS_TO_GUESS) return null
  return Math.max(1, Math.ceil((elapsed / pagesDone) * (pages - pagesDone)))
}
