/** A small form with a file, taken in whole and kept nowhere: for a text that is checked, taken apart, or not yet known to be one. */
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { Busboy } from '@fastify/busboy'
import { Problem } from '../problem.ts'
import { cleanName } from './names.ts'
import { wellFormed } from '../well-formed.ts'

export interface SentForm {
  fields: Record<string, string>
  /** Null where none was chosen, or where it is too large. */
  file: { name: string; bytes: Uint8Array } | null
  tooLarge: boolean
}

const LONGEST_FIELD = 2_000_000
/** Bytes. So much of a request is listened to, also when its file is too large: a browser shows the answer only after its end. */
const ENDLESS = 2 * 1024 ** 3
/** Of a request that says beforehand that it is longer, only its beginning, where what was typed stands. */
const BEGINNING = 2 * LONGEST_FIELD
const MOST_FIELDS = 20

/**
 * The fields of a form and the file of its field `file`; of a request without end those fields that came first.
 * @throws Problem 'bad-input' where the request is no whole form
 */
export async function receiveSmall(request: Request, largest: number): Promise<SentForm> {
  const contentType = request.headers.get('content-type') ?? ''
  if (!request.body) throw new Problem('bad-input')
  if (!contentType.startsWith('multipart/form-data')) throw new Problem('bad-input')

  const fields = new Map<string, string>()
  const chunks: Uint8Array[] = []
  let name: string | null = null
  let size = 0
  let isEndless = false
  const form = readerOfForm(contentType)
  form.on('field', (field, value) => fields.set(field, value))
  form.on('file', (field, stream, fileName) => {
    // A form that breaks off is an error of the file's stream too, and then of nobody who reads from it any more.
    stream.on('error', () => {})
    if (field !== 'file' || name !== null) return void stream.resume()
    name = fileName ?? ''
    stream.on('data', (chunk: Uint8Array) => {
      size += chunk.byteLength
      if (size <= largest) chunks.push(chunk)
      else chunks.length = 0
    })
  })
  const most = Number(request.headers.get('content-length') ?? 0) > ENDLESS ? BEGINNING : ENDLESS
  const counted = async function* (body: AsyncIterable<Uint8Array>) {
    let all = 0
    for await (const chunk of body) {
      all += chunk.byteLength
      isEndless = all > most
      if (isEndless) return
      yield chunk
    }
  }
  try {
    await pipeline(Readable.fromWeb(request.body as Parameters<typeof Readable.fromWeb>[0]), counted, form)
  } catch {
    if (!isEndless) throw new Problem('bad-input')
  }
  const chosen = name !== null && (name !== '' || size > 0)
  return {
    fields: wellFormed(Object.fromEntries(fields)),
    file:
      chosen && size <= largest && !isEndless ? { name: cleanName(name ?? ''), bytes: Buffer.concat(chunks) } : null,
    tooLarge: size > largest || isEndless,
  }
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
