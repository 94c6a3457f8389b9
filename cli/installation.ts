/** The installation that a command works on, whether it runs at the moment or not. */
import { readConfig, type Config } from '../app/platform/config.ts'
import { openDatabase, type Database } from '../app/platform/database/index.ts'
import { openFiles, type FileStore } from '../app/platform/files.ts'
import { SetupError } from '../app/platform/setup-error.ts'

export interface Installation {
  config: Config
  database: Database
  files: FileStore
}

/** @throws SetupError where nothing was ever kept */
export async function withInstallation<T>(work: (installation: Installation) => Promise<T>): Promise<T> {
  const config = readConfig(process.env)
  const database = await openDatabase(config, { beside: true })
  try {
    const { rows } = await database.owner.query(`select to_regclass('public.migration') as there`)
    if (rows[0]?.there === null)
      throw new SetupError('There is nothing here yet: start Open1325 once (open1325 serve).')
    return await work({ config, database, files: openFiles(config) })
  } finally {
    await database.close()
  }
}
