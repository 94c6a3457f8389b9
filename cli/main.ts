/** The command `open1325`: which commands there are, what they are told, and how they end. */
import { readFileSync } from 'node:fs'
import { UsageError, type Command } from './command.ts'

const commands: Record<string, () => Promise<{ command: Command }>> = {
  serve: () => import('./serve.ts'),
  read: () => import('./read.ts'),
  tables: () => import('./tables.ts'),
  appraise: () => import('./appraise.ts'),
  cite: () => import('./cite.ts'),
  backup: () => import('./backup.ts'),
  restore: () => import('./restore.ts'),
  verify: () => import('./verify.ts'),
  user: () => import('./user.ts'),
}

const HELP = `open1325: what governments have promised on Women, Peace and Security, as promises that anyone can check

  open1325 serve             start the application
  open1325 read PLAN         read a plan: its objectives, actions and indicators, each with its page
  open1325 tables FILE       the tables of a file as they are printed
  open1325 appraise PLAN     what a plan has and what it lacks, with its own words
  open1325 cite FILE         what a text cites wrongly of the resolutions on women, peace and security
  open1325 backup FILE       keep everything in one file
  open1325 restore FILE      bring it back, into an empty installation
  open1325 verify            check that no history was rewritten and no file has changed
  open1325 user              who has an account; a new link when everybody is locked out

  open1325 COMMAND --help    more about one command
  open1325 --version
`

/** Errors whose message was written for the person at the terminal. Others are ours, and show where they come from. */
const FOR_PEOPLE = new Set([
  'ConfigError',
  'SetupError',
  'InUseError',
  'MigrationError',
  'ReaderError',
  'ArchiveError',
  'FileError',
])

/** Runs a command. @returns the exit code: 0 done, 1 could not be done, 2 not understood */
async function main([name, ...args]: string[]): Promise<number> {
  if (name === undefined || name === '--help' || name === '-h' || name === 'help') {
    process.stdout.write(HELP)
    return 0
  }
  if (name === '--version') {
    const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as {
      version: string
    }
    process.stdout.write(`${version}\n`)
    return 0
  }
  const load = Object.hasOwn(commands, name) ? commands[name] : undefined
  if (!load) {
    const near = Object.keys(commands).find(known => known.startsWith(name) || name.startsWith(known))
    process.stderr.write(
      `There is no command "${name}". ${near ? `Did you mean "${near}"?` : 'See open1325 --help.'}\n`,
    )
    return 2
  }
  const { command } = await load()
  if (args.includes('--help') || args.includes('-h')) {
    process.stdout.write(command.help)
    return 0
  }
  return run(command, args)
}

async function run(command: Command, args: string[]): Promise<number> {
  try {
    return await command.run(args)
  } catch (error) {
    if (error instanceof UsageError) {
      process.stderr.write(`${error.message}\n\n${command.help}`)
      return 2
    }
    const { name, message, stack } = error as Error
    process.stderr.write(`${FOR_PEOPLE.has(name) ? message : (stack ?? String(error))}\n`)
    return 1
  }
}

// `open1325 read plan.pdf --json | head`: whoever reads us has had enough.
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1))

const code = await main(process.argv.slice(2))
// What was written must have left before the process ends.
process.stdout.write('', () => process.exit(code))
