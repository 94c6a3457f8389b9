/**
 * Tables brought in: a file is read into rows that say what would change, a person looks, then all of it is put in or nothing. What a
 * row means is its kind's to say; each kind is registered by the feature that it belongs to.
 */
import type { Tx } from '../../platform/access.ts'
import type { Services } from '../../platform/http.ts'

export const IMPORT_KINDS = ['commitments', 'observations'] as const
export type ImportName = (typeof IMPORT_KINDS)[number]

export const IMPORT_STATES = ['reading', 'ready', 'putting-in', 'done', 'failed', 'cancelled'] as const
export type ImportState = (typeof IMPORT_STATES)[number]

export const ROW_STATES = ['new', 'same', 'changed', 'wrong'] as const
export type RowState = (typeof ROW_STATES)[number]

export interface Import {
  id: string
  organisationId: string
  kind: ImportName
  fileSha256: string
  fileName: string
  mediaType: string
  state: ImportState
  mapping: unknown
  rowsDone: number
  /** Null until all are known. */
  rows: number | null
  counts: Partial<Record<RowState, number>>
  /** A code, 'import.error.<code>'. */
  error: string | null
  createdBy: string
  createdAt: Date
  endedAt: Date | null
}

/** What is wrong with one cell: where it stands, what is in it, what was expected ('import.expected.<code>'). */
export interface CellProblem {
  cell: string
  value: string
  code: string
}

/** One thing that a row would change. */
export interface RowDifference {
  what: string
  before: string
  after: string
}

/** A row of the file as it was understood. */
export interface CheckedRow<Payload = unknown> {
  state: RowState
  /** Where it stands: 'Sheet1!14', '14'. */
  line: string
  /** How a person knows it again. */
  name: string
  differences: RowDifference[]
  problems: CellProblem[]
  /** What the kind needs to put it in. */
  payload: Payload
}

/** Everything about a kind of table that the feature it belongs to knows. */
export interface ImportKind<Payload = unknown> {
  name: ImportName
  /**
   * Understands the rows of the file, in their order, asking the database as `by`; `table.ts` reads simple tables. @throws ImportError where the file as a whole is not of this kind
   */
  check: (services: Services, it: Import, by: string, path: string) => AsyncIterable<CheckedRow<Payload>>
  /** Puts some of the rows (new and changed ones) in; called again and again within one transaction. */
  putIn: (tx: Tx, it: Import, by: string, payloads: Payload[]) => Promise<void>
  /** What the history calls it. */
  act: string
}

/** Why a file as a whole is not understood; each has a sentence, 'import.error.<code>'. */
export class ImportError extends Error {
  override name = 'ImportError'
  readonly code: string
  constructor(code: string) {
    super(`The table is not taken: ${code}.`)
    this.code = code
  }
}

const kinds = new Map<ImportName, ImportKind>()

export function registerImportKind<Payload>(kind: ImportKind<Payload>): void {
  kinds.set(kind.name, kind as ImportKind)
}

/** The kinds that a feature has registered, in the order of IMPORT_KINDS. */
export const registeredKinds = (): ImportName[] => IMPORT_KINDS.filter(name => kinds.has(name))

/** @throws Error where no feature has registered it */
export function importKind(name: ImportName): ImportKind {
  const kind = kinds.get(name)
  if (!kind) throw new Error(`no feature imports ${name}`)
  return kind
}

export const paths = {
  list: '/desk/imports',
  one: (id: string) => `/desk/imports/${id}`,
}
