/**
 * Tables brought in: a file is read into rows that say what would change, a person looks, then all of it is put in or nothing. What a
 * row means is its kind's to say; each kind is registered by the feature that it belongs to.
 */
import type { VNode } from 'preact'
import type { Tx } from '../../platform/access.ts'
import type { Ctx, Membership, Person, Role, Services } from '../../platform/http.ts'

export const IMPORT_KINDS = ['commitments', 'observations'] as const
export type ImportName = (typeof IMPORT_KINDS)[number]

export const IMPORT_STATES = [
  'reading',
  'ready',
  'putting-in',
  'done',
  'failed',
  'cancelled',
  'undoing',
  'undone',
] as const
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
  putIn?: (tx: Tx, it: Import, by: string, payloads: Payload[]) => Promise<void>
  /**
   * In its stead, where all rows must go in together: puts the new and changed ones in and gives how many. `goOn` is called between its
   * steps, and throws where the import was cancelled.
   */
  putInAll?: (tx: Tx, it: Import, by: string, goOn: () => void) => Promise<number>
  /** Takes back what was put in. Without it, an import that is done stays. */
  undo?: (tx: Tx, it: Import) => Promise<void>
  /** Who may put these rows in, or take them back; contributors where it does not say. */
  needs?: (it: Import) => Role
  /** Where a person says first how the file is to be read. */
  asks?: Asks
  /** What the import's page shows besides. */
  section?: (c: Ctx, it: Import) => Promise<VNode | null>
  /** What the history calls it. */
  act: string
}

/** What is asked before a file is read, and kept as the import's mapping. */
export interface Asks {
  /** Looks at a file that has arrived. @throws ImportError where it cannot be read: it is refused */
  look: (
    services: Services,
    who: Person & { current: Membership },
    file: { path: string; name: string },
  ) => Promise<unknown>
  /** Whether it was said how the file is to be read. */
  answered: (it: Import) => boolean
  /** The question. */
  page: (c: Ctx, it: Import) => Promise<Response>
  /** The mapping as answered; or the question anew, with what is wrong in the answer. */
  answer: (c: Ctx, it: Import) => Promise<{ mapping: unknown } | Response>
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
  how: (id: string) => `/desk/imports/${id}/how`,
}
