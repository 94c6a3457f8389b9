/** Pictures of a plan's pages, and its original file: seen by exactly those who see the plan. */
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { randomBytes } from 'node:crypto'
import { Readable } from 'node:stream'
import { ReaderError, renderPage } from '@open1325/reader'
import type { Hono } from 'hono'
import sharp from 'sharp'
import { reading } from '../../platform/access.ts'
import type { Config } from '../../platform/config.ts'
import { attachment, safeName } from '../../platform/files/names.ts'
import type { Ctx, Env, Services } from '../../platform/http.ts'
import { Problem } from '../../platform/problem.ts'
import { PDF } from './media-types.ts'
import type { Instrument } from './model.ts'
import { planBySlug } from './queries/plan.ts'

/** The widths in pixels that a picture may be asked for in (`?w=`): each is kept on the disk. */
export const PICTURE_WIDTHS = [480, 960, 1440] as const
const USUAL_WIDTH = 960
const QUALITY = 80
/** No WebP is taller, in pixels: the picture of a page like a long ribbon is narrower than it was asked for. */
const TALLEST = 16_383

export function pictureRoutes(app: Hono<Env>) {
  app.get('/plans/:slug/pages/:picture{[0-9]+\\.webp}', showPicture)
  app.get('/plans/:slug/original', giveOriginal)
}

async function visiblePlan(c: Ctx): Promise<Instrument> {
  const asker = c.get('person')?.userId ?? null
  const slug = c.req.param('slug') ?? ''
  const plan = await reading(c.get('services').database.kysely, asker, tx => planBySlug(tx, slug))
  if (!plan) throw new Problem('not-found')
  return plan
}

async function showPicture(c: Ctx) {
  const plan = await visiblePlan(c)
  const number = parseInt(c.req.param('picture') ?? '')
  if (plan.mediaType !== PDF) throw new Problem('not-found', c.get('words').t('original.no-pictures'))
  if (number < 1 || (plan.pages !== null && number > plan.pages)) throw new Problem('not-found')
  const asked = Number(c.req.query('w') ?? USUAL_WIDTH)
  const width = PICTURE_WIDTHS.find(w => w >= asked) ?? PICTURE_WIDTHS.at(-1)!

  // The plan may be taken back at any time: a browser asks each time, and is told when it has the picture already.
  const tag = `"${plan.fileSha256.slice(0, 16)}-${number}-${width}"`
  c.header('ETag', tag)
  c.header('Cache-Control', 'private, no-cache')
  if (c.req.header('if-none-match')?.includes(tag)) return c.body(null, 304)
  const picture = await pictureOf(c.get('services'), plan.fileSha256, number, width)
  return c.body(new Uint8Array(picture), 200, { 'Content-Type': 'image/webp' })
}

/** What is in it can be drawn again at any time. */
export const pictureFolder = ({ dataFolder }: Pick<Config, 'dataFolder'>): string => join(dataFolder, 'pictures')

async function pictureOf(services: Services, sha256: string, page: number, width: number): Promise<Uint8Array> {
  const kept = join(pictureFolder(services.config), sha256.slice(0, 2), sha256, `${page}-${width}.webp`)
  const picture = await readFile(kept).catch(() => null)
  if (picture) return picture
  return inTurn(sha256, async () => {
    // Whoever was before in the queue may have asked for the same.
    const made = await readFile(kept).catch(() => null)
    return made ?? keep(kept, await draw(services, sha256, page, width))
  })
}

async function draw({ files }: Services, sha256: string, page: number, width: number): Promise<Uint8Array> {
  try {
    const picture = await renderPage(await bytesOf(sha256, () => files.path(sha256)), page, { width })
    const raw = { width: picture.width, height: picture.height, channels: 4 as const }
    return await sharp(picture.rgba, { raw })
      .resize({ width, height: TALLEST, fit: 'inside', withoutEnlargement: true })
      .flatten({ background: '#ffffff' })
      .webp({ quality: QUALITY })
      .toBuffer()
  } catch (error) {
    if (error instanceof ReaderError) throw new Problem('not-found')
    throw error
  }
}

/** The file that was drawn from last: its other pages are likely to be asked for next, and the renderer knows it by its array. */
let last: { sha256: string; bytes: Promise<Uint8Array> } | undefined

function bytesOf(sha256: string, path: () => Promise<string>): Promise<Uint8Array> {
  if (last?.sha256 === sha256) return last.bytes
  const bytes = path().then(path => readFile(path))
  last = { sha256, bytes }
  bytes.catch(() => (last = undefined))
  return bytes
}

async function keep(path: string, picture: Uint8Array): Promise<Uint8Array> {
  const arriving = `${path}.${randomBytes(6).toString('hex')}`
  await mkdir(dirname(path), { recursive: true })
  try {
    await writeFile(arriving, picture)
    await rename(arriving, path)
  } finally {
    await rm(arriving, { force: true })
  }
  return picture
}

const queues = new Map<string, Promise<unknown>>()

/** One picture of a file at a time. */
async function inTurn<T>(sha256: string, work: () => Promise<T>): Promise<T> {
  const before = queues.get(sha256) ?? Promise.resolve()
  const now = before.then(work, work)
  queues.set(sha256, now)
  try {
    return await now
  } finally {
    if (queues.get(sha256) === now) queues.delete(sha256)
  }
}

async function giveOriginal(c: Ctx) {
  const plan = await visiblePlan(c)
  const tag = `"${plan.fileSha256}"`
  c.header('ETag', tag)
  c.header('Cache-Control', 'private, no-cache')
  if (c.req.header('if-none-match')?.includes(tag)) return c.body(null, 304)
  const file = await c.get('services').files.open(plan.fileSha256)
  return c.body(Readable.toWeb(file) as ReadableStream, 200, {
    'Content-Type': plan.mediaType,
    'Content-Disposition': attachment(safeName(plan.fileName, plan.mediaType)),
  })
}
