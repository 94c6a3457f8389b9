/** A short name of what a source says: the same facts have the same one. */
import { createHash } from 'node:crypto'

export const digest = (facts: unknown): string =>
  createHash('sha256').update(JSON.stringify(facts)).digest('hex').slice(0, 32)
