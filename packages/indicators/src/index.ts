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
export { check, CHECKS } from './checks/index.ts'
export { CHECK_OPTIONS, type CheckOptions } from './checks/data.ts'
export { WARNING_MESSAGES, type WarningMessage } from './checks/messages.ts'
export { SEVERITIES, type Json, type Severity, type Suggestion, type Warning } from './checks/warning.ts'
export { withheldWith, type HiddenCell, type ShownCell } from './withhold/index.ts'
export * from './import/index.ts'
