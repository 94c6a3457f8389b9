/** Indicators: what is measured, what was said of it, how far it is from its target, and what looks wrong. */
export * from './model.ts'
export { byPeriod, daysOf, lastYearOf, type Days } from './period.ts'
export {
  NO_PROGRESS_REASONS,
  progressOf,
  type Answer,
  type Method,
  type NoProgressReason,
  type Progress,
  type ProgressInput,
} from './progress.ts'
