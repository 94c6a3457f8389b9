/** Files, kept by their content: on this machine's disk, or in a bucket. */
import { join } from 'node:path'
import type { Config } from './config.ts'
import { openFolderStore } from './files/folder.ts'
import { openS3Store } from './files/s3.ts'
import type { FileStore } from './files/store.ts'

export { FileGoneError, TooLargeError, type Content, type FileStore, type Stored } from './files/store.ts'

export function openFiles({ storage, dataFolder }: Pick<Config, 'storage' | 'dataFolder'>): FileStore {
  return storage.kind === 'folder'
    ? openFolderStore(storage.folder)
    : openS3Store(storage, openFolderStore(join(dataFolder, 'cache')))
}
