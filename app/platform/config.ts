/** What an installation can be told from outside: environment variables, read once at the start and checked. */
import { randomBytes } from 'node:crypto'
import { chmodSync, linkSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { findInvalidTrustedProxies } from '@better-auth/core/utils/ip'
import { z } from 'zod'

export interface Config {
  /** The port that the web server listens on. */
  port: number
  /** The address that it listens on. This machine only, unless it is told otherwise. */
  host: string
  /** The address that people use, without a slash at the end. Every link in mail, feeds and reports begins with it. */
  publicUrl: string
  /**
   * Proxies of ours (addresses or networks) whose word about where a request comes from is taken: X-Forwarded-For. None: it is never
   * taken, and a request comes from where the connection comes from.
   */
  trustedProxies: string[]
  /** Absolute path. Holds the database (unless there is a databaseUrl), the files and the secret. */
  dataFolder: string
  /** A PostgreSQL server's address, or null: then Open1325 runs its own in the data folder. */
  databaseUrl: string | null
  storage: Storage
  /** null: no mail is sent, and pages show a link to copy instead. */
  mail: { url: string; from: string } | null
  logLevel: LogLevel
  /** Signs sessions and links, and opens what is sealed in the database. At least 32 characters. */
  secret: string
}

export type Storage =
  | { kind: 'folder'; folder: string }
  | {
      kind: 's3'
      bucket: string
      /** With a slash at the end, or empty. */
      prefix: string
      endpoint: string
      region: string
      accessKeyId: string
      secretAccessKey: string
    }

const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const
export type LogLevel = (typeof LOG_LEVELS)[number]

/** A wrong setting. The message is one sentence for the person who set it: which variable, and what would be right. */
export class ConfigError extends Error {
  override name = 'ConfigError'
}

const checkout = fileURLToPath(new URL('../../', import.meta.url))

const says = (sentence: string) => ({ error: sentence })
const port = 'PORT must be a whole number from 1 to 65535, such as 1325'

const Environment = z.object({
  PORT: z.coerce.number(says(port)).int(port).min(1, port).max(65535, port).default(1325),
  HOST: z.string().default('127.0.0.1'),
  PUBLIC_URL: z
    .url({
      protocol: /^https?$/,
      error: 'PUBLIC_URL must be the address that people use, such as https://promises.example.org',
    })
    .optional(),
  TRUSTED_PROXIES: z
    .string()
    .transform(list => list.split(',').map(entry => entry.trim()))
    .refine(
      list => findInvalidTrustedProxies(list).length === 0,
      'TRUSTED_PROXIES must be a list of addresses or networks, such as 127.0.0.1, 10.0.0.0/24',
    )
    .default([]),
  OPEN1325_DATA: z.string().default(join(checkout, 'data')),
  OPEN1325_SECRET: z.string().min(32, 'OPEN1325_SECRET must have at least 32 characters').optional(),
  DATABASE_URL: z
    .url({
      protocol: /^postgres(ql)?$/,
      error:
        'DATABASE_URL must be the address of a PostgreSQL database, such as postgres://user:password@host/open1325',
    })
    .optional(),
  STORAGE_URL: z
    .url({
      protocol: /^(file|s3)$/,
      error:
        'STORAGE_URL must be a folder or a bucket, such as file:///srv/files or s3://bucket/folder?region=eu-north-1',
    })
    .optional(),
  AWS_ACCESS_KEY_ID: z.string().optional(),
  AWS_SECRET_ACCESS_KEY: z.string().optional(),
  MAIL_URL: z
    .url({
      protocol: /^smtps?$/,
      error: 'MAIL_URL must be the address of a mail server, such as smtp://user:password@mail.example.org:587',
    })
    .optional(),
  MAIL_FROM: z.string().includes('@', says('MAIL_FROM must be the sender of mail, such as wps@example.org')).optional(),
  LOG_LEVEL: z.enum(LOG_LEVELS, says(`LOG_LEVEL must be one of ${LOG_LEVELS.join(', ')}`)).default('info'),
})
type Environment = z.infer<typeof Environment>

/**
 * Reads the configuration. An empty variable counts as one that is not set. Makes the data folder and, once, the
 * secret in it.
 * @throws ConfigError for the first variable that is wrong
 */
export function readConfig(env: Record<string, string | undefined>): Config {
  const given = Object.fromEntries(
    Object.entries(env).filter(([, value]) => value !== undefined && value.trim() !== ''),
  )
  const read = Environment.safeParse(given)
  if (!read.success) throw new ConfigError(sentence(read.error))
  const settings = read.data

  const dataFolder = resolve(settings.OPEN1325_DATA)
  const mail = mailOf(settings)
  const storage = storageOf(settings, dataFolder)
  makeDataFolder(dataFolder)
  return {
    port: settings.PORT,
    host: settings.HOST,
    publicUrl: (settings.PUBLIC_URL ?? `http://localhost:${settings.PORT}`).replace(/\/+$/, ''),
    trustedProxies: settings.TRUSTED_PROXIES,
    dataFolder,
    databaseUrl: settings.DATABASE_URL ?? null,
    storage,
    mail,
    logLevel: settings.LOG_LEVEL,
    secret: settings.OPEN1325_SECRET ?? keptSecret(dataFolder),
  }
}

function sentence(error: z.ZodError): string {
  return `${error.issues[0]?.message ?? error.message}.`
}

function mailOf({ MAIL_URL, MAIL_FROM }: Environment): Config['mail'] {
  if (!MAIL_URL) return null
  if (!MAIL_FROM) throw new ConfigError('MAIL_FROM is missing: MAIL_URL needs a sender, such as wps@example.org.')
  return { url: MAIL_URL, from: MAIL_FROM }
}

function storageOf(settings: Environment, dataFolder: string): Storage {
  if (!settings.STORAGE_URL) return { kind: 'folder', folder: join(dataFolder, 'files') }
  const url = new URL(settings.STORAGE_URL)
  if (url.protocol === 'file:') return { kind: 'folder', folder: fileURLToPath(url) }

  const { AWS_ACCESS_KEY_ID: accessKeyId, AWS_SECRET_ACCESS_KEY: secretAccessKey } = settings
  if (!accessKeyId) throw new ConfigError('AWS_ACCESS_KEY_ID is missing: a bucket in STORAGE_URL needs it.')
  if (!secretAccessKey) throw new ConfigError('AWS_SECRET_ACCESS_KEY is missing: a bucket in STORAGE_URL needs it.')
  const region = url.searchParams.get('region') ?? 'us-east-1'
  const folder = url.pathname.replace(/^\/+|\/+$/g, '')
  return {
    kind: 's3',
    bucket: url.hostname,
    prefix: folder === '' ? '' : `${folder}/`,
    endpoint: url.searchParams.get('endpoint') ?? `https://s3.${region}.amazonaws.com`,
    region,
    accessKeyId,
    secretAccessKey,
  }
}

/**
 * Others may pass through (PostgreSQL runs as another user when Open1325 runs as root), but not look around. A folder that
 * holds something already keeps its permissions: it may not be ours alone.
 */
function makeDataFolder(folder: string) {
  try {
    mkdirSync(folder, { recursive: true })
    if (readdirSync(folder).length === 0) chmodSync(folder, 0o711)
  } catch (error) {
    throw new ConfigError(`OPEN1325_DATA must be a folder that Open1325 may write to: ${(error as Error).message}.`)
  }
}

const SECRET_FILE = 'secret'

function keptSecret(dataFolder: string): string {
  const path = join(dataFolder, SECRET_FILE)
  try {
    return readFileSync(path, 'utf8').trim()
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') {
      throw new ConfigError(`OPEN1325_DATA holds a secret that cannot be read: ${(error as Error).message}.`)
    }
  }
  keepSecret(dataFolder, randomBytes(32).toString('base64url'))
  return readFileSync(path, 'utf8').trim()
}

/**
 * Puts the secret of a backup in the place of this installation's.
 * @throws ConfigError when OPEN1325_SECRET is set to another one: what the old one sealed could not be opened
 */
export function replaceSecret({ dataFolder, secret }: Pick<Config, 'dataFolder' | 'secret'>, restored: string) {
  if (secret === restored) return
  if (secret !== keptSecret(dataFolder)) {
    throw new ConfigError('OPEN1325_SECRET must be the secret of the installation that was backed up, or not be set.')
  }
  const written = writeSecret(dataFolder, restored)
  renameSync(written, join(dataFolder, SECRET_FILE))
}

/** Whole or not at all; of two processes that start at once, the first one's stays. */
function keepSecret(dataFolder: string, secret: string) {
  const written = writeSecret(dataFolder, secret)
  try {
    linkSync(written, join(dataFolder, SECRET_FILE))
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  } finally {
    rmSync(written)
  }
}

function writeSecret(dataFolder: string, secret: string): string {
  const path = join(dataFolder, `${SECRET_FILE}.${process.pid}`)
  writeFileSync(path, `${secret}\n`, { mode: 0o600 })
  return path
}
