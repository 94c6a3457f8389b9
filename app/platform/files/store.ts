/** What a place for files offers, wherever it is. A file's name is the SHA-256 of its bytes: nothing is ever overwritten. */
import type { Readable } from 'node:stream'

export type Content = Uint8Array | AsyncIterable<Uint8Array>

export interface Stored {
  /** 64 hexadecimal digits. */
  sha256: string
  bytes: number
}

export interface FileStore {
  /**
   * Keeps the content. When it resolves, the file is on the disk (or in the bucket) to stay.
   * @param limit the most bytes that are taken; reading stops there
   * @throws TooLargeError beyond the limit
   */
  put(content: Content, limit?: number): Promise<Stored>
  /** @throws FileGoneError */
  open(sha256: string): Promise<Readable>
  /** A path on this machine's disk, for programs that want one. @throws FileGoneError */
  path(sha256: string): Promise<string>
  has(sha256: string): Promise<boolean>
  /** Removes it for good. What is not there is removed already. */
  remove(sha256: string): Promise<void>
  /** The names of all files that are kept, in no order. */
  list(): AsyncIterable<string>
}

export class TooLargeError extends Error {
  override name = 'TooLargeError'
  readonly limit: number
  constructor(limit: number) {
    super(`The file is larger than ${limit} bytes.`)
    this.limit = limit
  }
}

export class FileGoneError extends Error {
  override name = 'FileGoneError'
  constructor(sha256: string) {
    super(`The file ${sha256} is not there.`)
  }
}
