import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { unzipSync } from 'fflate'
import { afterAll, describe, expect, test } from 'vitest'
import type { PlanDocument } from '../packages/reader/src/index.ts'

const root = join(import.meta.dirname, '..')
const plan = join(root, 'examples/lumaria-2025-2029-en.pdf')
const folder = mkdtempSync(join(tmpdir(), 'open1325-cli-'))
chmodSync(folder, 0o711)
const started = new Set<ChildProcess>()
afterAll(async () => {
  for (const child of started) if (child.exitCode === null && child.kill()) await once(child, 'exit')
  rmSync(folder, { recursive: true, force: true })
})

function start(args: string[], env: Record<string, string> = {}) {
  const child = spawn(process.execPath, [join(root, 'cli/open1325.mjs'), ...args], {
    env: { ...process.env, NODE_OPTIONS: '', OPEN1325_DATA: join(folder, 'data'), ...env },
    stdio: 'pipe',
  })
  started.add(child)
  return child
}

async function open1325(args: string[], { input, env }: { input?: Buffer; env?: Record<string, string> } = {}) {
  const child = start(args, env)
  child.stdin.end(input)
  const [out, err, [code]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'exit')])
  return { out, err, code: code as number }
}

test('the help names every command, and a command has its own', async () => {
  const { out, code } = await open1325(['--help'])
  expect(code).toBe(0)
  const commands = [...out.matchAll(/^ {2}open1325 ([a-z]+)/gm)].map(match => match[1] ?? '')
  expect(commands).toEqual(['serve', 'read', 'tables', 'appraise', 'cite', 'backup', 'restore', 'verify', 'user'])
  const help = await open1325(['read', '--help'])
  expect(help).toMatchObject({ code: 0, err: '' })
  expect(help.out).toMatch(/^open1325 read PLAN /)
})

test('the version is that of the package', async () => {
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string }
  expect((await open1325(['--version'])).out).toBe(`${version}\n`)
})

test.each([
  [['readd', 'plan.pdf'], 'There is no command "readd". Did you mean "read"?'],
  [['read'], 'PLAN is missing.'],
  [['read', plan, 'another.pdf'], '"another.pdf" is one too many.'],
  [['read', plan, '--json', '--csv'], '--json and --csv do not go together.'],
  [['user', 'remove'], '"remove" is neither list, link nor organisation.'],
  [['user', 'organisation'], 'the name is missing.'],
  [['user', 'organisation', 'Ministry'], '--voice is one of government, civil-society, community, independent.'],
  [['user', 'organisation', 'Ministry', '--voice', 'government', '--country', 'XX'], '"XX" is no country'],
])('a wrong call (%j) ends with code 2 and says what is wrong', async (args, message) => {
  const { out, err, code } = await open1325(args)
  expect({ out, code }).toEqual({ out: '', code: 2 })
  expect(err).toContain(message)
})

test.each([
  [['read', 'nowhere.pdf'], 'nowhere.pdf: no such file or directory.\n'],
  [['tables', plan, '--out', 'nowhere/tables'], 'nowhere/tables: no such file or directory.\n'],
])('a file that cannot be opened (%j) ends with code 1 and one sentence', async (args, err) => {
  expect(await open1325(args)).toEqual({ out: '', err, code: 1 })
})

describe('read', () => {
  test('shows people the items, each with its page, and sums up in the last line', async () => {
    const { out, err, code } = await open1325(['read', plan])
    expect({ err, code }).toEqual({ err: '', code: 0 })
    expect(out).toMatch(/^\s*page\s+kind\s+number\s+states\s+words$/m)
    expect(out.trimEnd().split('\n').at(-1)).toMatch(/^\d+ pages, English, .*\d+ objectives, .*\d+ indicators/)
  })

  test('gives exactly the plan document with --json, also from standard input', async () => {
    const { out, code } = await open1325(['read', '-', '--json'], { input: readFileSync(plan) })
    expect(code).toBe(0)
    const document = JSON.parse(out) as PlanDocument
    expect(document).toMatchObject({ format: 'open1325-plan/1', source: { name: 'stdin', pages: 3 } })
    expect(document.items.length).toBeGreaterThan(10)
  })

  test('writes a workbook with --xlsx', async () => {
    const workbook = join(folder, 'plan.xlsx')
    expect(await open1325(['read', plan, '--xlsx', '--out', workbook])).toEqual({ out: '', err: '', code: 0 })
    expect(Object.keys(unzipSync(readFileSync(workbook)))).toContain('xl/workbook.xml')
  })

  test.each([
    ['nothing', Buffer.alloc(0)],
    ['noise', Buffer.from('Women, Peace and Security'.repeat(100)).map(byte => byte ^ 0xa5)],
  ])('ends with code 1 and one sentence where %s can be read', async (_, input) => {
    const { out, err, code } = await open1325(['read', '-'], { input: Buffer.from(input) })
    expect({ out, code }).toEqual({ out: '', code: 1 })
    expect(err).toMatch(/^[^\n]+\.\n$/)
  })
})

test('a command is quiet when whoever reads its output has had enough', async () => {
  const child = start(['tables', plan, '--json'])
  child.stdin.end()
  child.stdout.destroy()
  const [err, [code]] = await Promise.all([text(child.stderr), once(child, 'exit')])
  expect({ err, code }).toEqual({ err: '', code: 0 })
})

test('tables gives cells with --json', async () => {
  const { out, code } = await open1325(['tables', plan, '--json'])
  expect(code).toBe(0)
  const { tables } = JSON.parse(out) as { tables: { parts: { cells: unknown[] }[] }[] }
  expect(tables.flatMap(({ parts }) => parts.flatMap(({ cells }) => cells)).length).toBeGreaterThan(10)
})

test('appraise answers every criterion with the plan’s words or with what was sought', async () => {
  const { out, code } = await open1325(['appraise', plan, '--json', '--as-of', '2026-11-21'])
  expect(code).toBe(0)
  const { findings, asOf } = JSON.parse(out) as { asOf: string; findings: { criterion: string; answer: string }[] }
  expect(asOf).toBe('2026-11-21')
  expect(findings.length).toBeGreaterThan(5)
})

describe('cite', () => {
  test('tells people page, words, problem and what would be right, and ends with code 1', async () => {
    const input = Buffer.from('It rests on resolution 1820 (2009) and on UNSCR 1325.')
    const { out, err, code } = await open1325(['cite', '-'], { input })
    expect({ err, code }).toEqual({ err: '', code: 1 })
    expect(out).toContain('Resolution 1820 is of 2008, not 2009.\n  → 1820 (2008)\n')
  })

  test('gives exactly page, quote, problem and suggestion with --json', async () => {
    const input = Buffer.from('La résolution 1889 (2010) demande des indicateurs.')
    const { out, code } = await open1325(['cite', '-', '--json', '--language', 'fr'], { input })
    expect(code).toBe(1)
    expect(JSON.parse(out)).toEqual([
      {
        page: null,
        quote: 'La résolution 1889 (2010) demande des indicateurs.',
        problem: 'La résolution 1889 est de 2009, non de 2010.',
        suggestion: '1889 (2009)',
      },
    ])
  })

  test('ends with code 0 where nothing is wrong, and with 2 where nothing could be read', async () => {
    expect(await open1325(['cite', plan, '--json'])).toEqual({ out: '[]\n', err: '', code: 0 })
    const none = await open1325(['cite', 'nowhere.pdf'])
    expect(none).toEqual({ out: '', err: 'nowhere.pdf: no such file or directory.\n', code: 2 })
    expect(await open1325(['cite', '-'], { input: Buffer.alloc(0) })).toMatchObject({ out: '', code: 2 })
  })
})

describe('an installation', () => {
  const data = join(folder, 'installation')

  test('has nothing to keep before its first start', async () => {
    const { err, code } = await open1325(['backup', join(folder, 'x')], {
      env: { OPEN1325_DATA: join(folder, 'none') },
    })
    expect({ err, code }).toEqual({
      err: 'There is nothing here yet: start Open1325 once (open1325 serve).\n',
      code: 1,
    })
  })

  test('says its address and the first link, is kept and verified while it runs, and stops when asked', async () => {
    const env = { OPEN1325_DATA: data, PORT: String(await freePort()), LOG_LEVEL: 'silent' }
    const server = start(['serve'], env)
    let out = ''
    server.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()))
    await expect.poll(() => out, { timeout: 60_000 }).toMatch(/\/welcome\/\S+\n/)
    expect(out).toContain(`Open1325 is at http://localhost:${env.PORT} (Ctrl-C stops it)\n`)

    const second = await open1325(['serve'], { env: { ...env, PORT: String(await freePort()) } })
    expect(second).toMatchObject({ out: '', code: 1 })
    expect(second.err).toMatch(/ is in use by process \d+: stop that one first\.\n$/)

    expect((await open1325(['user'], { env })).out).toBe('Nobody has an account yet.\n')
    expect((await open1325(['user', 'link'], { env })).out).toMatch(/^http:\/\/localhost:\d+\/welcome\/\S+\n$/)
    const asked = ['user', 'organisation', 'Ministry of Gender', '--voice', 'government', '--country', 'COD']
    expect((await open1325(asked, { env })).out).toMatch(/^http:\/\/localhost:\d+\/welcome\/\S+\n$/)
    expect(await open1325(asked, { env })).toMatchObject({ code: 1, out: '' })
    const verified = await open1325(['verify'], { env })
    expect(verified).toMatchObject({ err: '', code: 0 })
    const kept = await open1325(['backup', join(folder, 'kept.backup')], { env })
    expect(kept.code).toBe(0)
    const digest = kept.out.match(/digest ([0-9a-f]{64})/)?.[1] ?? 'none'
    expect(verified.out).toContain(digest)

    const ended = once(server, 'exit')
    server.kill('SIGTERM')
    expect(await ended).toEqual([0, null])

    const restored = await open1325(['restore', join(folder, 'kept.backup')], {
      env: { OPEN1325_DATA: join(folder, 'restored') },
    })
    expect(restored).toMatchObject({ err: '', code: 0 })
    expect(restored.out).toContain(digest)
  })

  test('names the variable that is wrong, or the port that is taken', async () => {
    const wrong = await open1325(['serve'], { env: { OPEN1325_DATA: data, PORT: 'http' } })
    expect(wrong).toEqual({ out: '', err: 'PORT must be a whole number from 1 to 65535, such as 1325.\n', code: 1 })

    const other = createServer().listen(0, '127.0.0.1')
    await once(other, 'listening')
    const { port } = other.address() as { port: number }
    const taken = await open1325(['serve'], { env: { OPEN1325_DATA: data, PORT: String(port), LOG_LEVEL: 'silent' } })
    expect(taken).toEqual({
      out: '',
      err: `Port ${port} is in use by another program: set PORT to another number.\n`,
      code: 1,
    })
    other.close()
  })
})

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const { port } = probe.address() as { port: number }
  probe.close()
  return port
}
