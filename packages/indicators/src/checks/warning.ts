/** What a check says: which observations, how sure, why in data, and what may have been meant. It changes nothing. */
import { createHash } from 'node:crypto'
import type { WarningMessage } from './messages.ts'
import { subjectOf, type Indicator, type Observation, type Value } from '../model.ts'

/** 'wrong' cannot be; 'doubtful' may be right and should be looked at; a 'note' is good to know. */
export const SEVERITIES = ['wrong', 'doubtful', 'note'] as const
export type Severity = (typeof SEVERITIES)[number]

export type Json = string | number | boolean | null | readonly Json[] | { readonly [name: string]: Json }

/** What may have been meant. Never applied by itself. */
export interface Suggestion {
  /** The observation's id. */
  observation: string
  value: Value
}

export interface Warning {
  /** The check's name: 'digit-slip'. */
  check: string
  severity: Severity
  /** Ids of the observations that it is about. */
  observations: readonly string[]
  /** Codes of the indicators that it is about, where it is about the passports or all of an indicator's observations. */
  indicators: readonly string[]
  /** The sentence's key among the messages and what goes into it; no prose. */
  message: { key: WarningMessage; params: Readonly<Record<string, string | number>> }
  /** What was compared, for a page that shows why. */
  explanation: { readonly [name: string]: Json }
  suggestion: Suggestion | null
  /** The same while what it is about stays as it is, also when a file is imported anew: decisions to accept or mend hang on it. */
  key: string
}

export interface WarningOf {
  severity: Severity
  of?: readonly Observation[]
  passports?: readonly Indicator[]
  message: WarningMessage
  params?: Readonly<Record<string, string | number>>
  explanation?: { readonly [name: string]: Json }
  suggestion?: Suggestion | null
}

/** A warning with its key. */
export function warn({ severity, of = [], passports = [], message, ...rest }: WarningOf): Warning {
  const check = message.slice(0, message.indexOf('.'))
  const about = [
    ...of.map(o => `${subjectOf(o)}=${JSON.stringify(o.value)}`),
    ...passports.map(({ code, title }) => `${code} ${title}`),
  ]
  const hash = createHash('sha256')
    .update(JSON.stringify([message, about.toSorted()]))
    .digest('hex')
  return {
    check,
    severity,
    observations: of.map(({ id }) => id),
    indicators: [...new Set([...passports.map(({ code }) => code), ...of.map(({ indicator }) => indicator)])],
    message: { key: message, params: rest.params ?? {} },
    explanation: rest.explanation ?? {},
    suggestion: rest.suggestion ?? null,
    key: `${check}:${hash.slice(0, 20)}`,
  }
}
