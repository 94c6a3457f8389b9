/**
 * A form with a file, taken in as it arrives. The file is kept if it is of a kind that is taken, without what tells who made it, where and
 * on which machine; as it was sent it is never on the disk under a name. What else was typed comes back in every case.
 */
import type { FileHandle } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { Busboy, type BusboyFileStream } from '@fastify/busboy'
import type { FileStore } from '../../../platform/files.ts'
import { cleanDocument } from '../../../platform/files/cleaning/document.ts'
import { CannotClean, type TakenOut } from '../../../platform/files/cleaning/model.ts'
import { cleanPhoto, imageKindOf, type ImageKind } from '../../../platform/files/cleaning/photo.ts'
import { cleanName } from '../../../platform/files/names.ts'
import { contentOf, openNameless } from '../../../platform/files/nameless.ts'
import { recognised, RefusedFile } from '../../../platform/files/recognise.ts'
import { Problem } from '../../../platform/problem.ts'
import { wellFormed } from '../../../platform/well-formed.ts'
import { HTML, PDF, TEXT } from '@open1325/reader/media-type'
import { RefusedEvidence, type Refusal } from './refusals.ts'

/** Bytes. */
export const LARGEST_FILE = 100 * 1024 * 1024
export const LARGEST_PHOTO = 40 * 1024 * 1024

export interface Received {
  fileName: string
  mediaType: string
  sha256: string
  bytes: number
  isPhoto: boolean
  /** What the file told beside what it says, and tells no more. */
  removed: TakenOut[]
}

export interface ReceivedForm {
  /** A field that came more than once is a list. */
  fields: Record<string, string | string[]>
  file: Received | null
  /** Why the file that was sent is not kept; null where it is, or none was sent. */
  refusal: Refusal | null
}

/** From here on a request is not even listened to until its end. */
const ENDLESS = 10 * LARGEST_FILE
const LONGEST_FIELD = 64 * 1024
const MOST_FIELDS = 200
/** By its first bytes it is known what a file is. */
const HEAD = 16

type Fields = ReceivedForm['fields']

/** What the fields before the file decide of it. */
export interface AboutFile {
  /** Asked before anything of it is kept: where it says no, the file flows by as if none was sent. */
  mayGive?: (fields: Fields) => Promise<boolean>
  /** A public document, whose signature and digest count, is kept as it is. A photo never is. */
  isKeptAsItIs?: (fields: Fields) => boolean
}

/**
 * The file is that of the field `file`.
 * @throws Problem 'bad-input' where the request is no whole form, 'too-large'
 */
export async function receiveForm(
  request: Request,
  files: FileStore,
  { mayGive = async () => true, isKeptAsItIs = () => false }: AboutFile = {},
): Promise<ReceivedForm> {
  const contentType = request.headers.get('content-type') ?? ''
  if (!contentType.startsWith('multipart/form-data') || !request.body) throw new Problem('bad-input')
  if (Number(request.headers.get('content-length') ?? 0) > ENDLESS) throw new Problem('too-large')

  const fields: Fields = {}
  let arriving: BusboyFileStream | undefined
  let receiving: Promise<Received> | undefined
  const form = readerOfForm(contentType)
  form.on('field', (name, value) => {
    const before = Object.hasOwn(fields, name) ? fields[name] : undefined
    if (name !== '__proto__') fields[name] = before === undefined ? value : [before, value].flat()
  })
  form.on('file', (name, stream, fileName) => {
    // A form that breaks off is an error of the file's stream too, and then of nobody who reads from it any more.
    stream.on('error', () => {})
    if (receiving || name !== 'file') return void stream.resume()
    arriving = stream
    receiving = mayGive(fields).then(may => {
      if (!may) throw new RefusedFile('none')
      return keep(stream, fileName, files, isKeptAsItIs(fields))
    })
    // What nobody takes any more still has to flow by, or the rest of the form never comes.
    receiving.catch(() => stream.resume())
  })
  try {
    await pipeline(Readable.fromWeb(request.body as Parameters<typeof Readable.fromWeb>[0]), form)
  } catch {
    arriving?.destroy(new Error('The form broke off.'))
    await receiving?.catch(() => {})
    throw new Problem('bad-input')
  }
  const typed = wellFormed(fields)
  try {
    return { fields: typed, file: (await receiving) ?? null, refusal: null }
  } catch (error) {
    const refusal = refusalIn(error)
    return { fields: typed, file: null, refusal: refusal === 'none' ? null : refusal }
  }
}

function refusalIn(error: unknown): Refusal {
  if (error instanceof CannotClean) return error.reason
  if (error instanceof RefusedFile || error instanceof RefusedEvidence) return error.refusal
  throw error
}

function readerOfForm(contentType: string) {
  try {
    return new Busboy({
      headers: { 'content-type': contentType },
      limits: { files: 1, fields: MOST_FIELDS, parts: MOST_FIELDS + 1, fieldSize: LONGEST_FIELD },
    })
  } catch {
    throw new Problem('bad-input')
  }
}

async function keep(
  stream: BusboyFileStream,
  fileName: string,
  files: FileStore,
  isKeptAsItIs: boolean,
): Promise<Received> {
  // Leaving the loop early must not destroy the stream: the form behind it would stand still.
  const chunks = (stream.iterator({ destroyOnReturn: false }) as AsyncIterable<Uint8Array>)[Symbol.asyncIterator]()
  let head = Buffer.alloc(0)
  while (head.length < HEAD) {
    const next = await chunks.next()
    if (next.done) break
    head = Buffer.concat([head, next.value])
  }
  if (head.length === 0) throw new RefusedFile(fileName ? 'empty' : 'none')
  const all = withHead(head, chunks)
  const image = imageKindOf(head)
  return image ? keepPhoto(all, image, fileName, files) : keepDocument(all, fileName, files, isKeptAsItIs)
}

async function* withHead(head: Buffer, rest: AsyncIterator<Uint8Array>): AsyncGenerator<Uint8Array> {
  try {
    yield head
    for (let next = await rest.next(); !next.done; next = await rest.next()) yield next.value
  } finally {
    // A stream that somebody still iterates over does not flow by.
    await rest.return?.()
  }
}

async function keepPhoto(chunks: AsyncIterable<Uint8Array>, kind: ImageKind, fileName: string, files: FileStore) {
  const parts: Uint8Array[] = []
  let bytes = 0
  for await (const chunk of chunks) {
    bytes += chunk.byteLength
    if (bytes > LARGEST_PHOTO) throw new RefusedFile('too-large')
    parts.push(chunk)
  }
  const { bytes: cleaned, ending, ...photo } = await cleanPhoto(Buffer.concat(parts), kind)
  const name = cleanName(fileName).replace(/\.[a-z0-9]{1,5}$/i, '')
  const stored = await files.put(cleaned)
  return { ...stored, ...photo, fileName: `${name.slice(0, 250)}.${ending}`, isPhoto: true }
}

async function keepDocument(
  chunks: AsyncIterable<Uint8Array>,
  fileName: string,
  files: FileStore,
  isKeptAsItIs: boolean,
): Promise<Received> {
  await using arrived = await openNameless()
  const { mediaType, bytes } = await writeDown(chunks, fileName, arrived)
  const about = { fileName: cleanName(fileName), isPhoto: false }
  // A text holds what can be read in it, and nothing else.
  const isText = mediaType !== PDF && mediaType !== ANY_ZIP
  if (isText || (mediaType === PDF && isKeptAsItIs))
    return { ...(await files.put(contentOf(arrived))), ...about, mediaType, removed: [] }
  await using cleaned = await openNameless()
  const made = await cleanDocument({ file: arrived, bytes }, cleaned, mediaType === PDF)
  const stored = await files.put(contentOf(isKeptAsItIs ? arrived : cleaned))
  return { ...stored, ...about, mediaType: made.mediaType, removed: isKeptAsItIs ? [] : made.removed }
}

/** Which kind of zip it is, its parts tell when it is opened. */
const ANY_ZIP = 'application/zip'

async function writeDown(chunks: AsyncIterable<Uint8Array>, fileName: string, to: FileHandle) {
  let mediaType = ''
  let bytes = 0
  const told = (found: string) => {
    // A page of the web may hold scripts and ask other servers for what it shows.
    if (found === HTML) throw new RefusedEvidence('web-page')
    mediaType = found === TEXT && /\.(csv|tsv)$/i.test(fileName) ? 'text/csv' : found
  }
  for await (const chunk of recognised(chunks, told, () => ANY_ZIP)) {
    bytes += chunk.byteLength
    if (bytes > LARGEST_FILE) throw new RefusedFile('too-large')
    await to.appendFile(chunk)
  }
  return { mediaType, bytes }
}
