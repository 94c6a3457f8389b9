/** What can be wrong with a file. The code is stable: applications translate by it. */
export type ReaderErrorCode =
  | 'empty'
  | 'not-readable'
  | 'encrypted'
  | 'broken'
  | 'too-large'
  | 'too-many-pages'
  | 'zip-bomb'
  | 'cancelled'
  | 'timeout'

/** A file cannot be read. The message names the thing and the way out, in English. */
export class ReaderError extends Error {
  readonly code: ReaderErrorCode

  constructor(code: ReaderErrorCode, message: string) {
    super(message)
    this.name = 'ReaderError'
    this.code = code
  }
}
