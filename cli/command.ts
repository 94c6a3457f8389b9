/** What every command is made of, and what several of them do. */
import { readFileSync, writeFileSync } from 'node:fs'
import { basename } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { parseArgs, type ParseArgsConfig } from 'node:util'
import { isPicture } from '../app/platform/files/recognise.ts'

export interface Command {
  /** How it is called and what it does, for `--help` and after a wrong call. */
  help: string
  /** @returns the exit code */
  run(args: string[]): Promise<number>
}

/** The command was not understood: exit code 2. */
export class UsageError extends Error {
  override name = 'UsageError'
}

/** A file that was named cannot be opened: exit code 1, as for one that cannot be read. */
export class FileError extends Error {
  override name = 'FileError'
}

/** The arguments, checked. @throws UsageError */
export function understand<const T extends NonNullable<ParseArgsConfig['options']>>(
  args: string[],
  options: T,
  names: string[],
) {
  const parsed = parse(args, options)
  if (parsed.positionals.length < names.length) {
    throw new UsageError(`${names[parsed.positionals.length]} is missing.`)
  }
  if (parsed.positionals.length > names.length) {
    throw new UsageError(`"${parsed.positionals[names.length]}" is one too many.`)
  }
  return parsed
}

function parse<const T extends NonNullable<ParseArgsConfig['options']>>(args: string[], options: T) {
  try {
    return parseArgs({ args, options, allowPositionals: true })
  } catch (error) {
    throw new UsageError((error as Error).message)
  }
}

/** A file that was named by the person, or standard input for '-'; a picture comes as the PDF of its page. @throws FileError */
export async function readInput(path: string): Promise<{ bytes: Uint8Array; name: string }> {
  if (path === '-') return { bytes: await buffer(process.stdin), name: 'stdin' }
  let bytes: Buffer
  try {
    bytes = readFileSync(path)
  } catch (error) {
    throw cannotOpen(path, error)
  }
  if (!isPicture(bytes)) return { bytes, name: basename(path) }
  const { pdfOfPicture } = await import('../app/platform/files/pictures.ts')
  const pdf = await pdfOfPicture(bytes).catch(() => null)
  if (!pdf) throw new FileError(`${path} is a picture that cannot be opened, or too large. Save it as PDF.`)
  return { bytes: pdf, name: basename(path) }
}

/** Writes to the file, or to standard output where none was named. @throws FileError */
export async function writeOutput(content: string | Uint8Array, path: string | undefined): Promise<void> {
  if (path !== undefined && path !== '-') {
    try {
      writeFileSync(path, content)
    } catch (error) {
      throw cannotOpen(path, error)
    }
    return
  }
  await new Promise<void>(resolve => process.stdout.write(content, () => resolve()))
}

/** 'plan.pdf: no such file or directory.' */
function cannotOpen(path: string, error: unknown): FileError {
  const { message } = error as Error
  return new FileError(`${path}: ${message.replace(/^\w+: |, \w+( '.*')?$/g, '')}.`)
}
