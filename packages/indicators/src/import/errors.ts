/** What can be wrong with a file of data. The code is stable: applications translate by it. */
export const IMPORT_ERROR_CODES = [
  'empty',
  'old-workbook',
  'encrypted',
  'not-a-table',
  'broken',
  'too-large',
  'broken-json',
] as const
export type ImportErrorCode = (typeof IMPORT_ERROR_CODES)[number]

/** A file cannot be read as data. The message names the thing and the way out, in English. */
export class ImportError extends Error {
  readonly code: ImportErrorCode

  constructor(code: ImportErrorCode, message: string) {
    super(message)
    this.name = 'ImportError'
    this.code = code
  }
}

/** For a table that would fill all memory. */
export const tooLarge = (): ImportError =>
  new ImportError('too-large', 'This table is larger than can be read at once. Save its parts as files of their own.')
