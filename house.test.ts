/** The house's order, held against every import: rooms lean only on rooms below them. See docs/architecture.md. */
import { globSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { parseAst } from 'vite'
import { describe, expect, test } from 'vitest'

interface Import {
  from: string
  /** A path from the repository's root for our own files; else the package's name, or 'node:fs'. */
  to: string
  /** Erased before the program runs. */
  typeOnly: boolean
}

const root = import.meta.dirname
const files = globSync('{cli,app,packages,e2e,bench,examples}/**/*.{ts,tsx,mjs}', { cwd: root }).filter(
  path => !path.includes('node_modules') && !path.endsWith('.d.ts'),
)
const imports = files.flatMap(importsOf)

function importsOf(from: string): Import[] {
  const program = parseAst(readFileSync(join(root, from), 'utf8'), { lang: from.endsWith('x') ? 'tsx' : 'ts' }, from)
  const found: Import[] = []
  walk(program, node => {
    const source = node.source as { value?: unknown } | undefined
    if (typeof source?.value !== 'string') return
    const kind = (node.importKind ?? node.exportKind) as string | undefined
    found.push({ from, to: resolved(from, source.value), typeOnly: kind === 'type' })
  })
  return found
}

function walk(node: unknown, visit: (node: Record<string, unknown>) => void) {
  if (Array.isArray(node)) for (const child of node) walk(child, visit)
  else if (node && typeof node === 'object') {
    visit(node as Record<string, unknown>)
    for (const child of Object.values(node)) walk(child, visit)
  }
}

function resolved(from: string, source: string): string {
  if (source.startsWith('.')) return relative(root, join(root, dirname(from), source))
  if (source.startsWith('node:')) return source
  return source
    .split('/')
    .slice(0, source.startsWith('@') ? 2 : 1)
    .join('/')
}

const isTest = (path: string) =>
  /\.test\.tsx?$|^e2e\/|^bench\/|\/test\/|\/testing\/|\/testing(-[\w-]+)?\.tsx?$/.test(path)
const inside = (folder: string) => (path: string) => path === folder || path.startsWith(`${folder}/`)
const ours = imports.filter(({ from }) => !isTest(from))
const shown = (wrong: Import[]) => wrong.map(({ from, to }) => `${from} imports ${to}`).toSorted()

/** From the top down. */
const rooms = ['cli', 'app/server.ts', 'app/features', 'app/ui', 'app/platform', 'packages', 'library']
const floorOf = (path: string) => rooms.findIndex(room => inside(room)(path))

test('every file was read, and its imports were found', () => {
  expect(files.length).toBeGreaterThan(50)
  expect(imports).toContainEqual({ from: 'cli/main.ts', to: 'cli/serve.ts', typeOnly: false })
  expect(imports).toContainEqual({ from: 'app/platform/files.ts', to: 'app/platform/config.ts', typeOnly: true })
})

test('an import only ever points down: cli, server, features, ui, platform, packages, library', () => {
  const wrong = ours.filter(({ from, to }) => floorOf(to) !== -1 && floorOf(to) < floorOf(from))
  expect(shown(wrong)).toEqual([])
})

test("a feature uses another's model, queries and what it offers, never its pages", () => {
  const feature = (path: string) => path.match(/^app\/features\/([\w-]+)\//)?.[1]
  const open = /^app\/features\/[\w-]+\/(model|queries|offers)(\.ts$|\/)/
  // Our signature picture: the home page shows one as well.
  const pictures = ['app/features/plans/xray.tsx']
  const wrong = ours.filter(
    ({ from, to }) =>
      feature(from) && feature(to) && feature(from) !== feature(to) && !open.test(to) && !pictures.includes(to),
  )
  expect(shown(wrong)).toEqual([])
})

test('the packages know neither HTTP nor SQL', () => {
  const web = ['hono', '@hono/node-server', 'pg', 'pg-boss', 'kysely', 'preact', 'better-auth']
  const servers = ['node:http', 'node:https', 'node:http2', 'node:net', 'node:sqlite']
  const wrong = ours.filter(({ from, to }) => inside('packages')(from) && [...web, ...servers].includes(to))
  expect(shown(wrong)).toEqual([])
})

describe.each(globSync('packages/*', { cwd: root }))('%s', folder => {
  test('says in its package.json what it needs', () => {
    const { name, dependencies } = JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8')) as {
      name: string
      dependencies?: Record<string, string>
    }
    const known = new Set([name, ...Object.keys(dependencies ?? {})])
    const wrong = ours
      .filter(({ from }) => inside(folder)(from))
      .filter(({ to }) => !to.includes('/') || to.startsWith('@'))
      .filter(({ to }) => !to.startsWith('node:') && !known.has(to))
    expect(shown(wrong)).toEqual([])
  })
})

test('only tests use what was made for tests', () => {
  expect(shown(ours.filter(({ from, to }) => floorOf(from) !== -1 && isTest(to)))).toEqual([])
})

test('no page asks the database past row-level security: only the platform, the command line and jobs know the pools', () => {
  const wrong = ours.filter(({ from, to }) => from.endsWith('.tsx') && ['pg', 'pg-boss'].includes(to))
  expect(shown(wrong)).toEqual([])
})

test('what runs in the browser reaches nothing of the server', () => {
  const server =
    /^node:|^(pg|pg-boss|kysely|hono|@hono\/node-server|better-auth|pino|nodemailer|sharp)$|^app\/platform\/database/
  for (const island of files.filter(path => path.endsWith('.island.tsx'))) {
    const reached = reachedFrom(island).filter(path => server.test(path))
    expect(reached, island).toEqual([])
  }
})

function reachedFrom(start: string): string[] {
  const reached = new Set([start])
  for (const path of reached) {
    for (const { from, to, typeOnly } of imports) if (from === path && !typeOnly) reached.add(to)
  }
  return [...reached]
}

test('no file imports itself through others', () => {
  const circles: string[] = []
  const done = new Set<string>()
  const visit = (path: string, above: string[]) => {
    if (above.includes(path)) circles.push([...above.slice(above.indexOf(path)), path].join(' -> '))
    else if (!done.has(path)) {
      for (const { from, to, typeOnly } of ours) if (from === path && !typeOnly) visit(to, [...above, path])
      done.add(path)
    }
  }
  for (const path of files) visit(path, [])
  expect(circles).toEqual([])
})

test('the lock names every package that `npm ci` looks for, also those for other machines', () => {
  // npm leaves out what it could not look up at the time, and `npm ci` then refuses the whole file.
  const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as {
    packages: Record<string, { optionalDependencies?: Record<string, string> }>
  }
  const missing = Object.entries(packages).flatMap(([path, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies).filter(
      name => !packages[`node_modules/${name}`] && !packages[`${path}/node_modules/${name}`],
    ),
  )
  expect(missing).toEqual([])
})
