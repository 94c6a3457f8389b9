/** What is taken out of files that people send, so that they do not tell who made them, where and on which machine. Pure. */

/** Of what a file held, what was taken out. */
export const TAKEN_OUT = [
  // Author, organisation, program and dates in the file's own description.
  'properties',
  // Whose comments and changes these are, and when they were made; what they say stays.
  'names',
  // Folders, printers, servers and templates of the computer.
  'computer',
  // Place, time, camera and previews within pictures.
  'camera',
  // The small picture of the first page.
  'preview',
  // Former states, and what a program had deleted and still kept.
  'earlier',
  // A signature no longer fits what was signed.
  'signature',
  // Files within the file that cannot be opened here.
  'attachments',
  // Programs within the file.
  'macros',
] as const
export type TakenOut = (typeof TAKEN_OUT)[number]

/** Why a file cannot be made safe, and so is not kept. Each has a sentence that says what to do instead. */
export type Uncleanable =
  | 'broken-file'
  | 'encrypted'
  | 'too-much-inside'
  | 'recording-inside'
  | 'interactive-form'
  | 'other-kind'
  | 'broken-photo'
  | 'heic'

export class CannotClean extends Error {
  override name = 'CannotClean'
  readonly reason: Uncleanable
  constructor(reason: Uncleanable) {
    super(`The file cannot be cleaned: ${reason}.`)
    this.reason = reason
  }
}

/**
 * Why a file whose cleaning ended with this error cannot be kept. Whatever the file leads to that nobody foresaw is refused like a broken file: sent
 * again it would end the same way. @returns null where the machine failed (a full disk), and the same file may be sent later
 */
export function reasonOf(error: unknown): Uncleanable | null {
  if (error instanceof CannotClean) return error.reason
  return error instanceof Error && 'syscall' in error ? null : 'broken-file'
}

/** Names a place on somebody's computer or on her office's network, not on the web. */
export const isLocalPath = (value: string): boolean => !/^(?:https?|mailto|tel|urn):/i.test(value) && LOCAL.test(value)

const LOCAL =
  /(?:^|[\s"'(;:=])(?:file:|[a-z]:\\|\/(?:Users|home|Volumes)\/)|^(?:[a-z]:\/|\\{2,}[^\\\s])|[\\/](?:Users|home|Documents and Settings)[\\/][^\\/]+[\\/]/i

/** Who stands in the place of everybody who commented or changed. */
export const NOBODY = 'Author'
