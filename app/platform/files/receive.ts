/** A file that a browser sends with a form, taken in as it arrives: never whole in memory, and kept only if it can be read. */
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { Busboy, type BusboyFileStream } from '@fastify/busboy'
import { TooLargeError, type FileStore } from '../files.ts'
import { Problem } from '../problem.ts'
import { cleanName } from './names.ts'
import { picturesAsPdf } from './pictures.ts'
import { LARGEST, recognised, RefusedFile } from './recognise.ts'

export interface Received {
  fileName: string
  mediaType: string
  sha256: string
  bytes: number
}

/** What a form has beside the file's own bytes. */
const AROUND = 64 * 1024
/** From here on a request is not even listened to until its end. */
const ENDLESS = 10 * LARGEST

/**
 * Keeps the file of the field `file`. The request is listened to until its end also when the file is refused: a browser shows the
 * answer only then.
 * @throws RefusedFile; Problem 'bad-input' where the request is not a whole form
 */
export async function receiveFile(request: Request, files: FileStore): Promise<Received> {
  const contentType = request.headers.get('content-type') ?? ''
  if (!contentType.startsWith('multipart/form-data') || !request.body) throw new Problem('bad-input')
  const length = Number(request.headers.get('content-length') ?? 0)
  if (length > ENDLESS) throw new Problem('too-large')

  let arriving: BusboyFileStream | undefined
  let receiving: Promise<Received> | undefined
  const form = readerOfForm(contentType)
  form.on('file', (field, stream, fileName) => {
    // A form that breaks off is an error of the file's stream too, and then of nobody who reads from it any more.
    stream.on('error', () => {})
    if (receiving || field !== 'file') return void stream.resume()
    arriving = stream
    receiving = length > LARGEST + AROUND ? Promise.reject(new RefusedFile('too-large')) : keep(stream, fileName, files)
    // What nobody takes any more still has to flow by, or the rest of the form never comes.
    receiving.catch(() => stream.resume())
  })
  try {
    await pipeline(Readable.fromWeb(request.body as Parameters<typeof Readable.fromWeb>[0]), form)
  } catch {
    // The connection broke, or this is no form: what was begun ends with it.
    arriving?.destroy(new Error('The form broke off.'))
    await receiving?.catch(() => {})
    throw new Problem('bad-input')
  }
  if (!receiving) throw new RefusedFile('none')
  return receiving
}

function readerOfForm(contentType: string) {
  try {
    return new Busboy({ headers: { 'content-type': contentType }, limits: { files: 1, fields: 10, parts: 11 } })
  } catch {
    throw new Problem('bad-input')
  }
}

async function keep(stream: BusboyFileStream, fileName: string, files: FileStore): Promise<Received> {
  let mediaType = ''
  let name = fileName
  // Leaving the loop early must not destroy the stream: the form behind it would stand still.
  const chunks = stream.iterator({ destroyOnReturn: false }) as AsyncIterable<Uint8Array>
  try {
    const stored = await files.put(
      recognised(
        picturesAsPdf(chunks, () => (name = `${fileName.replace(/\.\w+$/, '')}.pdf`)),
        found => (mediaType = found),
      ),
      LARGEST,
    )
    return { ...stored, mediaType, fileName: cleanName(name) }
  } catch (error) {
    if (error instanceof TooLargeError) throw new RefusedFile('too-large')
    if (error instanceof RefusedFile && error.refusal === 'empty' && !fileName) throw new RefusedFile('none')
    throw error
  }
}
