import { createHash } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { afterAll, describe, expect, test } from 'vitest'
import { FileGoneError, openFiles, TooLargeError, type FileStore } from '../files.ts'
import { signed } from './sign.ts'

const plan = Buffer.from('Women, Peace and Security: the plan')
const planSha256 = createHash('sha256').update(plan).digest('hex')
const unknown = 'f'.repeat(64)

const folder = mkdtempSync(join(tmpdir(), 'open1325-files-'))
const bucket = await fakeBucket()
afterAll(() => {
  rmSync(folder, { recursive: true })
  bucket.close()
})

const openFolder = (name: string) =>
  openFiles({ dataFolder: folder, storage: { kind: 'folder', folder: join(folder, name) } })
const openBucket = (name: string) =>
  openFiles({
    dataFolder: join(folder, `${name}-near`),
    storage: { kind: 's3', bucket: 'wps', prefix: `${name}/`, endpoint: bucket.url, ...bucket.keys },
  })

describe.each([
  ['a folder', openFolder],
  ['a bucket', openBucket],
])('files in %s', (_, open) => {
  test('a file is kept under the digest of its content and comes back as it was', async () => {
    const files = open('kept')
    expect(await files.put(plan)).toEqual({ sha256: planSha256, bytes: plan.length })
    expect(await buffer(await files.open(planSha256))).toEqual(plan)
    expect(readFileSync(await files.path(planSha256))).toEqual(plan)
  })

  test('the same content is kept once, however it arrives', async () => {
    const files = open('once')
    await files.put(plan)
    await files.put(inPieces(plan, 7))
    expect(await namesIn(files)).toEqual([planSha256])
  })

  test('a file that is too large is refused while it arrives, and leaves nothing behind', async () => {
    const files = open('large')
    let taken = 0
    async function* endless() {
      for (;;) {
        taken += 1000
        yield Buffer.alloc(1000)
      }
    }
    await expect(files.put(endless(), 5000)).rejects.toThrow(TooLargeError)
    expect(taken).toBe(6000)
    expect(await namesIn(files)).toEqual([])
  })

  test('a removed file is gone for good, and can be removed again and come back', async () => {
    const files = open('removed')
    const { sha256 } = await files.put(plan)
    expect(await files.has(sha256)).toBe(true)
    await files.remove(sha256)
    await files.remove(sha256)
    expect(await files.has(sha256)).toBe(false)
    expect(await namesIn(files)).toEqual([])
    await expect(files.open(sha256)).rejects.toThrow(FileGoneError)
    await files.put(plan)
    expect(await namesIn(files)).toEqual([sha256])
  })

  test('an upload that breaks off leaves nothing behind', async () => {
    const files = open('broken')
    async function* broken() {
      yield plan
      throw new Error('The connection broke.')
    }
    await expect(files.put(broken())).rejects.toThrow('The connection broke.')
    expect(await namesIn(files)).toEqual([])
  })

  test.each([unknown, '../secret', ''])('a file that was never kept (%j) is said to be gone', async name => {
    await expect(open('gone').open(name)).rejects.toThrow(FileGoneError)
  })
})

test('nothing half-written stays in the folder', async () => {
  const files = openFolder('whole')
  await files.put(plan)
  await files.put(Buffer.alloc(10), 5).catch(() => {})
  expect(readdirSync(join(folder, 'whole/arriving'))).toEqual([])
})

test("a request is signed as in Amazon's own example", () => {
  const headers = signed(
    'GET',
    new URL('https://examplebucket.s3.amazonaws.com/test.txt'),
    createHash('sha256').digest('hex'),
    {
      region: 'us-east-1',
      accessKeyId: 'AKIAIOSFODNN7EXAMPLE',
      secretAccessKey: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY',
    },
    { headers: { range: 'bytes=0-9' }, at: new Date('2013-05-24T00:00:00Z') },
  )
  expect(headers.authorization).toContain('f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41')
})

test('a long list of files in a bucket is read to its end', async () => {
  const files = openBucket('many')
  const words = ['one', 'two', 'three', 'four', 'five']
  for (const word of words) await files.put(Buffer.from(word))
  expect(await namesIn(files)).toHaveLength(words.length)
})

async function namesIn(files: FileStore): Promise<string[]> {
  const names: string[] = []
  for await (const name of files.list()) names.push(name)
  return names
}

async function* inPieces(content: Buffer, size: number) {
  for (let at = 0; at < content.length; at += size) yield content.subarray(at, at + size)
}

/** An object store in memory, which checks each request's signature and lists two names a page. */
async function fakeBucket() {
  const keys = { region: 'eu-north-1', accessKeyId: 'key', secretAccessKey: 'secret' }
  const objects = new Map<string, Buffer>()
  const server = createServer(async (request, response) => {
    const url = new URL(request.url ?? '', `http://${request.headers.host}`)
    const body = await buffer(request)
    const date = String(request.headers['x-amz-date'])
    const at = new Date(date.replace(/(....)(..)(..)T(..)(..)(..)/, '$1-$2-$3T$4:$5:$6'))
    const contentSha256 = createHash('sha256').update(body).digest('hex')
    const right = signed(request.method ?? '', url, contentSha256, keys, { at }).authorization
    if (request.headers.authorization !== right) return void response.writeHead(403).end('SignatureDoesNotMatch')

    const key = url.pathname.replace('/wps/', '')
    if (key === '') return void response.end(listing(url.searchParams))
    if (request.method === 'PUT') objects.set(key, body)
    if (request.method === 'DELETE') return void response.writeHead(objects.delete(key) ? 204 : 404).end()
    const found = objects.get(key)
    response.writeHead(found ? 200 : 404).end(request.method === 'GET' ? found : undefined)
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (!address || typeof address === 'string') throw new Error('The test server has no port.')
  return { url: `http://127.0.0.1:${address.port}`, keys, close: () => server.close() }

  function listing(query: URLSearchParams): string {
    const from = Number(query.get('continuation-token') ?? 0)
    const names = [...objects.keys()].filter(key => key.startsWith(query.get('prefix') ?? ''))
    const contents = names.slice(from, from + 2).map(key => `<Contents><Key>${key}</Key></Contents>`)
    const next = from + 2 < names.length ? `<NextContinuationToken>${from + 2}</NextContinuationToken>` : ''
    return `<ListBucketResult>${contents.join('')}${next}</ListBucketResult>`
  }
}
