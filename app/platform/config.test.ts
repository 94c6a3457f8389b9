import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { ConfigError, readConfig } from './config.ts'

const folder = mkdtempSync(join(tmpdir(), 'open1325-config-'))
afterAll(() => rmSync(folder, { recursive: true }))
const read = (env: Record<string, string>) => readConfig({ OPEN1325_DATA: folder, ...env })

test('an installation that is told nothing listens on this machine only, at port 1325', () => {
  expect(read({})).toMatchObject({
    port: 1325,
    host: '127.0.0.1',
    publicUrl: 'http://localhost:1325',
    databaseUrl: null,
    mail: null,
    storage: { kind: 'folder', folder: join(folder, 'files') },
  })
})

test('an empty variable counts as one that is not set', () => {
  expect(read({ PORT: '', MAIL_URL: ' ' })).toMatchObject({ port: 1325, mail: null })
})

test('the secret is made once, and only its owner can read it', () => {
  const { secret } = read({})
  expect(Buffer.from(secret, 'base64url')).toHaveLength(32)
  expect(read({}).secret).toBe(secret)
  expect(statSync(join(folder, 'secret')).mode & 0o777).toBe(0o600)
  expect(readFileSync(join(folder, 'secret'), 'utf8').trim()).toBe(secret)
})

test.each([
  ['PORT', 'http'],
  ['PORT', '70000'],
  ['PUBLIC_URL', 'promises.example.org'],
  ['TRUSTED_PROXIES', 'proxy.example.org'],
  ['DATABASE_URL', 'mysql://host/open1325'],
  ['STORAGE_URL', 'ftp://host'],
  ['MAIL_URL', 'mail.example.org'],
  ['LOG_LEVEL', 'loud'],
  ['OPEN1325_SECRET', 'short'],
])('a wrong %s (%s) is refused with a sentence that names it', (name, value) => {
  expect(() => read({ [name]: value })).toThrow(ConfigError)
  expect(() => read({ [name]: value })).toThrow(new RegExp(`^${name} must .+\\.$`))
})

test('a mail server needs a sender', () => {
  expect(() => read({ MAIL_URL: 'smtp://mail.example.org' })).toThrow(/^MAIL_FROM is missing/)
})

test('a bucket needs its keys, and may have a folder, a region and an address of its own', () => {
  const bucket = { STORAGE_URL: 's3://wps/files?region=eu-north-1&endpoint=https://s3.example.org' }
  expect(() => read(bucket)).toThrow(/^AWS_ACCESS_KEY_ID is missing/)
  expect(read({ ...bucket, AWS_ACCESS_KEY_ID: 'key', AWS_SECRET_ACCESS_KEY: 'secret' }).storage).toEqual({
    kind: 's3',
    bucket: 'wps',
    prefix: 'files/',
    endpoint: 'https://s3.example.org',
    region: 'eu-north-1',
    accessKeyId: 'key',
    secretAccessKey: 'secret',
  })
})

test('the public address has no slash at its end', () => {
  expect(read({ PUBLIC_URL: 'https://promises.example.org/' }).publicUrl).toBe('https://promises.example.org')
})

test('a new data folder can be passed through but not listed; one that holds something keeps its permissions', () => {
  const fresh = join(folder, 'fresh')
  readConfig({ OPEN1325_DATA: fresh })
  expect(statSync(fresh).mode & 0o777).toBe(0o711)
  const shared = join(folder, 'shared')
  mkdirSync(join(shared, 'somebody'), { recursive: true })
  chmodSync(shared, 0o750)
  readConfig({ OPEN1325_DATA: shared })
  expect(statSync(shared).mode & 0o777).toBe(0o750)
})
