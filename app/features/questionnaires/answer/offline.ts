/** The script of the answer pages: posts through the phone's store, and shows pages that were held ready while there was a connection. */
import { keptFor, sendWaiting, type Sent, type Waiting } from './queue.ts'

interface Held {
  pages: string[]
  words: Record<'waiting' | 'sent' | 'found' | 'file' | 'last', string>
}

/** On 2G a page may take this long. */
const PATIENCE_MS = 30_000
const AGAIN_MS = 15_000

export function beginAnswering(window: Window) {
  const { document } = window
  const root = () => document.getElementById('answer')
  const link = root()?.dataset.own
  const held = JSON.parse(document.getElementById('answer-held')?.textContent ?? 'null') as Held | null
  if (!link || !held) return
  const kept = keptFor(window.localStorage, link)
  const pages = new Map<string, string>()
  let sending: ReturnType<typeof sendWaiting> | null = null

  const say = (text: string) => {
    const notice = document.getElementById('offline')
    if (!notice) return
    notice.textContent = text
    notice.hidden = text === ''
  }
  const pathOf = (address: string) => new URL(address, window.location.href).pathname

  async function ask(address: string, init: RequestInit): Promise<Response | null> {
    try {
      return await fetch(address, { ...init, signal: AbortSignal.timeout(PATIENCE_MS) })
    } catch {
      return null
    }
  }

  async function send({ to, body }: Waiting): Promise<Sent> {
    const response = await ask(to, {
      method: 'POST',
      body,
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
    })
    if (!response || response.status >= 500 || response.status === 429) return { state: 'lost' }
    const html = await response.text().catch(() => null)
    if (html === null) return { state: 'lost' }
    return response.ok ? { state: 'done', html, address: response.url } : { state: 'refused', html }
  }

  /** One at a time: what is typed fast is sent in its order. */
  const flush = () =>
    (sending ??= sendWaiting(kept, send).finally(() => {
      sending = null
    }))

  function showHtml(html: string, address: string) {
    const next = new DOMParser().parseFromString(html, 'text/html')
    const main = next.getElementById('content')
    if (!main) return window.location.assign(address)
    document.getElementById('content')!.replaceWith(document.adoptNode(main))
    document.title = next.title
    if (window.location.href !== address) window.history.pushState(null, '', address)
    window.scrollTo(0, 0)
    if (!document.getElementById('answer-held')) kept.forget()
    else attach()
  }

  async function holdPages() {
    for (const address of held!.pages) {
      if (pages.has(pathOf(address))) continue
      const response = await ask(address, {})
      if (!response?.ok) return
      pages.set(pathOf(address), await response.text())
    }
  }

  const typedIn = (form: HTMLFormElement, go: string | null): string => {
    const fields = new URLSearchParams()
    for (const [name, value] of new FormData(form)) if (typeof value === 'string') fields.append(name, value)
    if (go !== null) fields.set('go', go)
    return fields.toString()
  }

  async function submit(form: HTMLFormElement, go: string) {
    const here = pathOf(window.location.href)
    const body = typedIn(form, go)
    const post = new URLSearchParams(body).get('post')!
    if (!kept.wait({ post, to: form.action, body, at: Date.now() })) return form.submit()
    kept.keepDraft(here, null)
    const { empty, last } = await flush()
    if (empty && last?.state === 'done') return showHtml(last.html, last.address)
    if (empty && last?.state === 'refused') return showHtml(last.html, window.location.href)
    goOnWithout(here, go)
  }

  /** The next page as it was held ready: what she says there waits as well. */
  function goOnWithout(here: string, go: string) {
    const at = held!.pages.findIndex(page => pathOf(page) === here)
    const next = held!.pages[go === 'back' ? at - 1 : at + 1]
    const html = next && go !== 'later' && go !== 'add' ? pages.get(pathOf(next)) : undefined
    if (html && !next!.endsWith('/review')) {
      showHtml(html, new URL(next!, window.location.href).href)
      renewPost()
    }
    say(html && !next!.endsWith('/review') ? held!.words.waiting : `${held!.words.waiting} ${held!.words.last}`)
  }

  /** A page that was held may be posted twice in its turn: each time is another post. */
  function renewPost() {
    const field = document.querySelector<HTMLInputElement>('form.answering input[name=post]')
    if (field) field.value = crypto.randomUUID?.() ?? uuid()
  }

  /** In an old browser, or where the page did not come by https. */
  function uuid(): string {
    const bytes = crypto.getRandomValues(new Uint8Array(16))
    bytes[6] = (bytes[6]! & 0x0f) | 0x40
    bytes[8] = (bytes[8]! & 0x3f) | 0x80
    const hex = [...bytes].map(byte => byte.toString(16).padStart(2, '0')).join('')
    return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
  }

  function restore(form: HTMLFormElement) {
    const here = pathOf(window.location.href)
    const draft = kept.draft(here) ?? kept.waiting().findLast(waiting => pathOf(waiting.to) === here)?.body
    if (!draft) return
    const fields = new URLSearchParams(draft)
    for (const element of form.elements) {
      const field = element as HTMLInputElement
      if (!field.name?.startsWith('q.') || field.type === 'file') continue
      if (field.type === 'radio' || field.type === 'checkbox')
        field.checked = fields.getAll(field.name).includes(field.value)
      else field.value = fields.get(field.name) ?? ''
    }
    if (kept.draft(here)) say(held!.words.found)
  }

  function attach() {
    const form = document.querySelector<HTMLFormElement>('form.answering')
    if (!form) return
    restore(form)
    form.addEventListener('input', () => kept.keepDraft(pathOf(window.location.href), typedIn(form, null)))
    form.addEventListener('submit', event => {
      const button = (event as SubmitEvent).submitter as HTMLButtonElement | null
      const hasFile = [...form.querySelectorAll<HTMLInputElement>('input[type=file]')].some(
        input => input.files?.length,
      )
      if (form.enctype === 'multipart/form-data') {
        if (window.navigator.onLine) return kept.keepDraft(pathOf(window.location.href), null)
        if (hasFile) {
          event.preventDefault()
          return say(held!.words.file)
        }
        return
      }
      event.preventDefault()
      void submit(form, button?.value ?? 'next')
    })
  }

  async function catchUp() {
    if (!kept.waiting().length) return
    const { empty, sent } = await flush()
    if (empty && sent) say(held!.words.sent)
    else if (!empty) say(held!.words.waiting)
  }

  window.addEventListener('online', () => void catchUp())
  window.addEventListener('popstate', () => window.location.reload())
  window.setInterval(() => void catchUp(), AGAIN_MS)
  attach()
  void catchUp().then(holdPages)
}
