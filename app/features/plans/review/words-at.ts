/** The words in a box on a page of a plan's file. */
import { readFile } from 'node:fs/promises'
import { wordsInBox, type Box, type BoxWords } from '@open1325/reader'
import type { FileStore } from '../../../platform/files.ts'
import type { Instrument } from '../model.ts'

/** The reader keeps a file open as long as it is given the same array: the last one, since a person draws on one plan. */
let held: { sha256: string; bytes: Promise<Uint8Array> } | null = null

export async function wordsAt(files: FileStore, plan: Instrument, page: number, box: Box): Promise<BoxWords> {
  if (held?.sha256 !== plan.fileSha256) {
    const bytes = files.path(plan.fileSha256).then(path => readFile(path))
    held = { sha256: plan.fileSha256, bytes }
    bytes.catch(() => (held = null))
  }
  return wordsInBox(await held.bytes, page, box)
}
