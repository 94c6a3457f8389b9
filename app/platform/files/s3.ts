/** Files in a bucket, with a folder on this machine that holds what was asked for lately. */
import { readFile } from 'node:fs/promises'
import { XMLParser } from 'fast-xml-parser'
import type { Storage } from '../config.ts'
import { FileGoneError, type FileStore } from './store.ts'
import { isName } from './folder.ts'
import { sha256 as digest, signed } from './sign.ts'

type Bucket = Extract<Storage, { kind: 's3' }>

/** @param near a store on this machine: every file passes through it, and it can be emptied at any time */
export function openS3Store(bucket: Bucket, near: FileStore): FileStore {
  const place = `${bucket.endpoint.replace(/\/$/, '')}/${bucket.bucket}`

  async function ask(method: string, url: URL, body: Uint8Array<ArrayBuffer> | null = null): Promise<Response> {
    const headers = signed(method, url, digest(body ?? ''), bucket)
    const response = await fetch(url, { method, headers, body })
    const mayBeMissing = method !== 'PUT'
    if (!response.ok && !(mayBeMissing && response.status === 404)) {
      throw new Error(`The bucket ${bucket.bucket} answered ${response.status} to ${method}: ${await response.text()}`)
    }
    return response
  }
  const urlOf = (sha256: string) => new URL(`${place}/${bucket.prefix}${sha256}`)

  async function path(sha256: string): Promise<string> {
    if (!isName(sha256)) throw new FileGoneError(sha256)
    try {
      return await near.path(sha256)
    } catch (error) {
      if (!(error instanceof FileGoneError)) throw error
    }
    const response = await ask('GET', urlOf(sha256))
    if (response.status === 404 || !response.body) throw new FileGoneError(sha256)
    const stored = await near.put(response.body)
    if (stored.sha256 !== sha256) throw new Error(`The bucket gave other content for the file ${sha256}.`)
    return near.path(sha256)
  }

  return {
    async put(content, limit) {
      const stored = await near.put(content, limit)
      const there = await ask('HEAD', urlOf(stored.sha256))
      if (there.status === 404) {
        await ask('PUT', urlOf(stored.sha256), await readFile(await near.path(stored.sha256)))
      }
      return stored
    },

    path,

    async open(sha256) {
      await path(sha256)
      return near.open(sha256)
    },

    has: async sha256 => isName(sha256) && (await ask('HEAD', urlOf(sha256))).ok,

    async remove(sha256) {
      if (!isName(sha256)) throw new FileGoneError(sha256)
      await ask('DELETE', urlOf(sha256))
      await near.remove(sha256)
    },

    async *list() {
      const parser = new XMLParser({ parseTagValue: false, isArray: name => name === 'Contents' })
      for (let token: string | undefined = ''; token !== undefined;) {
        const url = new URL(`${place}/`)
        url.searchParams.set('list-type', '2')
        if (bucket.prefix) url.searchParams.set('prefix', bucket.prefix)
        if (token) url.searchParams.set('continuation-token', token)
        const { ListBucketResult: page } = parser.parse(await (await ask('GET', url)).text()) as {
          ListBucketResult: Page
        }
        for (const { Key } of page.Contents ?? []) {
          const name = Key.slice(bucket.prefix.length)
          if (isName(name)) yield name
        }
        token = page.NextContinuationToken
      }
    },
  }
}

interface Page {
  Contents?: { Key: string }[]
  NextContinuationToken?: string
}
