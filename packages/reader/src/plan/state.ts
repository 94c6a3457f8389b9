/** What the reading of one table knows of the document. */
import type { Column, Span } from './columns.ts'
import type { Context } from './context.ts'
import type { Forest } from './forest.ts'

export interface State {
  forest: Forest
  context: Context
  languages: readonly string[]
  /** The document calls itself a plan somewhere. */
  isPlan: boolean
  /** The columns of the matrix before, for a table that lost its header. */
  former: { columns: Column[]; cols: number; spans: Span[] } | null
}
