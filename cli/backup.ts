import { statSync } from 'node:fs'
import { backUp } from '../app/platform/backup/backup.ts'
import { understand, type Command } from './command.ts'
import { withInstallation } from './installation.ts'

export const command: Command = {
  help: `open1325 backup FILE

Keeps everything in one file: all tables as they are at one instant, the files, and the secret that opens what is sealed
in them. The application may be running. Whoever has the file has all that is in it: keep it as safe as the installation.
`,

  async run(args) {
    const { positionals } = understand(args, {}, ['FILE'])
    const path = positionals[0] ?? ''
    const { tables, files, digest } = await withInstallation(installation => backUp(installation, path))
    const megabytes = (statSync(path).size / 1e6).toFixed(1)
    process.stdout.write(`${path}: ${tables.length} tables, ${files} files, ${megabytes} MB, digest ${digest}\n`)
    return 0
  },
}
