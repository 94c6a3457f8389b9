import { restore } from '../app/platform/backup/restore.ts'
import { readConfig } from '../app/platform/config.ts'
import { openDatabase } from '../app/platform/database/index.ts'
import { openFiles } from '../app/platform/files.ts'
import { understand, type Command } from './command.ts'

export const command: Command = {
  help: `open1325 restore FILE

Brings a backup back into an empty installation that is not running: set OPEN1325_DATA to a new folder. The backup is
checked from end to end before anything is written, and compared with what has come back afterwards.
`,

  async run(args) {
    const { positionals } = understand(args, {}, ['FILE'])
    const path = positionals[0] ?? ''
    const config = readConfig(process.env)
    const database = await openDatabase(config)
    try {
      const { made, tables, files, digest } = await restore({ config, database, files: openFiles(config) }, path)
      process.stdout.write(`Back as of ${made}: ${tables.length} tables, ${files} files, digest ${digest}\n`)
      return 0
    } finally {
      await database.close()
    }
  },
}
