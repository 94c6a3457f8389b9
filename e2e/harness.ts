/** Browser tests run against the real thing: a server process of its own with its own data folder, and Chromium from npm. */
import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import chromiumFromNpm from '@sparticuz/chromium'
import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright-core'

const ROOT = resolve(import.meta.dirname, '..')

export interface RunningServer {
  url: string
  /** The one-time link that a new installation prints. */
  firstLink: string
  /** What the process printed so far. */
  output: () => string
  process: ChildProcess
  dataFolder: string
  stop: () => Promise<void>
}

export async function freePort(): Promise<number> {
  return new Promise((done, reject) => {
    const probe = createServer().once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as { port: number }
      probe.close(() => done(port))
    })
  })
}

/**
 * Starts `open1325 serve` and waits until it answers. A data folder that is given is kept; else it is removed at the end.
 * `bare`: without the launcher, so that `process` is the server itself and can be killed.
 */
export async function startServer(
  options: { dataFolder?: string; port?: number; bare?: boolean } = {},
): Promise<RunningServer> {
  const dataFolder = options.dataFolder ?? mkdtempSync(join(tmpdir(), 'open1325-e2e-'))
  const port = options.port ?? (await freePort())
  const command = options.bare ? ['--import', 'tsx', join(ROOT, 'cli/main.ts')] : [join(ROOT, 'cli/open1325.mjs')]
  const child = spawn(process.execPath, [...command, 'serve'], {
    cwd: ROOT,
    env: {
      ...process.env,
      PORT: String(port),
      OPEN1325_DATA: dataFolder,
      LOG_LEVEL: 'warn',
      PUBLIC_URL: `http://localhost:${port}`,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  child.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()))
  child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()))
  const url = `http://localhost:${port}`
  const until = Date.now() + 60_000
  while (!(await answers(url + '/healthz'))) {
    if (child.exitCode !== null || Date.now() > until) throw new Error(`the server did not start:\n${said}`)
    await new Promise(done => setTimeout(done, 100))
  }
  const stop = async () => {
    if (child.exitCode === null && child.signalCode === null) {
      const ended = new Promise(done => child.once('exit', done))
      child.kill('SIGTERM')
      await ended
    }
    if (!options.dataFolder) rmSync(dataFolder, { recursive: true, force: true })
  }
  return {
    url,
    get firstLink() {
      return said.match(/http\S+\/welcome\/\S+/)?.[0] ?? ''
    },
    output: () => said,
    process: child,
    dataFolder,
    stop,
  }
}

const answers = (url: string) =>
  fetch(url)
    .then(r => r.ok)
    .catch(() => false)

export async function launchBrowser(): Promise<Browser> {
  // In a single process, closing one context takes the whole browser down.
  const args = chromiumFromNpm.args.filter(arg => arg !== '--single-process' && arg !== '--no-zygote')
  return chromium.launch({
    executablePath: await chromiumFromNpm.executablePath(),
    args: [...args, '--no-sandbox', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
    headless: true,
  })
}

/** A page of its own session; a request to any other host than the server fails the test that asks `foreignRequests`. */
export async function newPage(browser: Browser, server: RunningServer, options: BrowserContextOptions = {}) {
  const context = await browser.newContext({ baseURL: server.url, viewport: { width: 1280, height: 900 }, ...options })
  const foreignRequests: string[] = []
  const pageErrors: string[] = []
  const page = await context.newPage()
  page.on('request', r => {
    if (!r.url().startsWith(server.url) && !/^(data|blob):/.test(r.url())) foreignRequests.push(r.url())
  })
  page.on('pageerror', e => pageErrors.push(String(e)))
  return { page, context, foreignRequests, pageErrors }
}

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** What axe finds wrong on the page: 'rule: selector' for each place. */
export async function axeViolations(page: Page): Promise<string[]> {
  await page.evaluate(axeSource)
  return page.evaluate(async () => {
    const { axe } = window as unknown as {
      axe: {
        run: (
          options: object,
        ) => Promise<{ violations: { id: string; nodes: { target: string[]; failureSummary?: string }[] }[] }>
      }
    }
    const { violations } = await axe.run({
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
    })
    return violations.flatMap(v => v.nodes.map(n => `${v.id}: ${n.target.join(' ')} ${n.failureSummary ?? ''}`))
  })
}
