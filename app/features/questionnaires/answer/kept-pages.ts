/** The form's own pages, kept on the phone so that they can be shown without a connection; and files that wait to be sent. */

const PREFIX = 'open1325 '
/** Somebody else may have answered with the same link since. */
const FRESH_MS = 3_600_000

export interface KeptPages {
  /** Whether it is kept, in the language that is read now, and not for long. */
  isFresh: (path: string) => Promise<boolean>
  page: (path: string) => Promise<string | null>
  keep: (path: string, html: string) => Promise<void>
  /** Scripts and styles, which change their names with their content. */
  keepParts: (addresses: string[]) => Promise<void>
  /** Whether it is kept. */
  keepFile: (post: string, file: Blob) => Promise<boolean>
  file: (post: string) => Promise<Blob | null>
  dropFile: (post: string) => Promise<void>
  forget: () => Promise<void>
}

/** So that a page which comes from the phone knows it: what it was answered with since is not in it. */
const marked = (html: string): string => html.replace('id="answer"', 'id="answer" data-kept="yes"')

/** @param link the personal link's path. Where the browser keeps nothing, pages are held as long as this one is open. */
export function keptPages(window: Window & typeof globalThis, link: string): KeptPages {
  const memory = new Map<string, string>()
  const name = PREFIX + link
  const opened = async (): Promise<Cache | null> => {
    try {
      return (await window.caches?.open(name)) ?? null
    } catch {
      return null
    }
  }
  const found = async (path: string) => (await (await opened())?.match(path).catch(() => undefined)) ?? null
  const put = async (path: string, response: Response): Promise<boolean> => {
    const cache = await opened()
    if (!cache) return false
    return cache.put(path, response).then(
      () => true,
      () => false,
    )
  }
  const language = () => window.document.documentElement.lang
  const fileAt = (post: string) => `${link}/files/${post}`
  return {
    async isFresh(path) {
      if (memory.has(path)) return true
      const { headers } = (await found(path)) ?? {}
      return headers?.get('x-language') === language() && Number(headers.get('x-kept-at')) > Date.now() - FRESH_MS
    },
    page: async path => memory.get(path) ?? (await (await found(path))?.text()) ?? null,
    async keep(path, html) {
      const headers = {
        'Content-Type': 'text/html; charset=UTF-8',
        'X-Language': language(),
        'X-Kept-At': String(Date.now()),
      }
      if (!(await put(path, new Response(marked(html), { headers })))) memory.set(path, marked(html))
    },
    async keepParts(addresses) {
      const cache = await opened()
      for (const address of addresses)
        if (cache && !(await cache.match(address))) await cache.add(address).catch(() => {})
    },
    keepFile: (post, file) => put(fileAt(post), new Response(file)),
    file: async post => (await (await found(fileAt(post)))?.blob()) ?? null,
    dropFile: async post => void (await (await opened())?.delete(fileAt(post))),
    async forget() {
      memory.clear()
      try {
        await window.caches?.delete(name)
        const others = (await window.caches?.keys()) ?? []
        // Nobody's form is kept any more: neither is what shows it.
        if (!others.some(other => other.startsWith(PREFIX)))
          for (const worker of (await window.navigator.serviceWorker?.getRegistrations()) ?? [])
            if (new URL(worker.scope).pathname === '/answer/') await worker.unregister()
      } catch {
        // A browser that lets nothing be kept has nothing to forget.
      }
    },
  }
}
