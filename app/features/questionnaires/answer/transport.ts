/** How a phone sends what waits: pages as forms, files with what is known of how far they are. */
import type { KeptPages } from './kept-pages.ts'
import { outcomeOf, type Sent, type Waiting } from './queue.ts'

/** On 2G a page may take this long. */
const PATIENCE_MS = 30_000
/** A file may take as long as it likes, but not stand still for longer. */
const STANDSTILL_MS = 60_000

/** Null: no answer came. */
export async function ask(address: string, init: RequestInit = {}): Promise<Response | null> {
  const patience = new AbortController()
  const watch = setTimeout(() => patience.abort(), PATIENCE_MS)
  try {
    return await fetch(address, { ...init, signal: patience.signal })
  } catch {
    return null
  } finally {
    clearTimeout(watch)
  }
}

export async function postForm(to: string, body: string): Promise<Sent> {
  const response = await ask(to, {
    method: 'POST',
    body,
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
  })
  const html = (await response?.text().catch(() => null)) ?? null
  return response ? outcomeOf(response.status, html, response.url) : { state: 'lost' }
}

/** @param progress of a file, in per cent; null: it is done with */
export async function sendOne(
  { to, body, post, file: name }: Waiting,
  pages: KeptPages,
  progress: (percent: number | null) => void,
): Promise<Sent> {
  if (name === null) return postForm(to, body)
  const file = await pages.file(post)
  // The phone has let go of it: the rest of the page still counts.
  const sent = await postFile(to, body, file && new File([file], name, { type: file.type }), progress)
  progress(null)
  if (sent.state === 'done' || sent.state === 'refused') await pages.dropFile(post)
  return sent
}

export function postFile(
  to: string,
  body: string,
  file: File | null,
  progress: (percent: number) => void,
): Promise<Sent> {
  const form = new FormData()
  for (const [field, value] of new URLSearchParams(body)) form.append(field, value)
  if (file) form.append('file', file)
  return new Promise(done => {
    const request = new XMLHttpRequest()
    let watch: ReturnType<typeof setTimeout> | undefined
    const stillMoving = () => {
      clearTimeout(watch)
      watch = setTimeout(() => request.abort(), STANDSTILL_MS)
    }
    const end = (sent: Sent) => {
      clearTimeout(watch)
      done(sent)
    }
    request.upload.onprogress = ({ loaded, total }) => {
      stillMoving()
      if (total) progress(Math.floor((loaded / total) * 100))
    }
    request.onload = () => end(outcomeOf(request.status, request.responseText, request.responseURL))
    request.onerror = request.onabort = () => end({ state: 'lost' })
    request.open('POST', to)
    stillMoving()
    request.send(form)
  })
}
