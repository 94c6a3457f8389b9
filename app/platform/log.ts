/** The log: one line of JSON for each event, on standard output, for whoever runs the installation. */
import { pino, type Logger } from 'pino'
import type { LogLevel } from './config.ts'

/** What must never stand in a log: who somebody is, and what opens a door. */
const SECRET = ['password', 'token', 'secret', 'email', 'authorization', 'cookie']

export function openLog(level: LogLevel): Logger {
  return pino({
    level,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    redact: { paths: SECRET.flatMap(name => [name, `*.${name}`, `*.*.${name}`]), censor: '[hidden]' },
  })
}
