import { installationDigest } from '../app/platform/backup/content.ts'
import { checkFiles } from '../app/platform/files/check.ts'
import { checkHistory } from '../app/platform/history.ts'
import { understand, type Command } from './command.ts'
import { withInstallation } from './installation.ts'

export const command: Command = {
  help: `open1325 verify

Checks that no change in the history was altered, removed or put in between, that every row is what its last change made
of it, and that every file still has the content that its name says. The application may be running.

Prints what is broken and exits with 1; else with 0. Keep the hash of the last change somewhere else: it tells whether the
end of the history was cut off. The digest is that of a backup made now.
`,

  async run(args) {
    understand(args, {}, [])
    return withInstallation(async ({ database, files }) => {
      const history = await checkHistory(database.owner)
      const kept = await checkFiles(database.owner, files)
      const broken = [...history.broken, ...kept.broken]
      const lines = [
        ...broken,
        `${history.changes} changes and ${kept.files} files checked, ${broken.length} broken`,
        `Last change ${history.last ?? 'none'}`,
        `Digest ${await installationDigest(database.owner, files)}`,
      ]
      process.stdout.write(`${lines.join('\n')}\n`)
      return broken.length === 0 ? 0 : 1
    })
  },
}
