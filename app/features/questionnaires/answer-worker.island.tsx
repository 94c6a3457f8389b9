/**
 * Shows a form's pages that its script has kept on the phone (answer/kept-pages.ts) where there is no connection. It keeps nothing itself,
 * and sees only what lies below /answer/ and what those pages load.
 */

interface Fetching {
  request: Request
  respondWith: (response: Promise<Response>) => void
}
interface Extending {
  waitUntil: (work: Promise<unknown>) => void
}
interface Worker {
  addEventListener: ((type: 'fetch', work: (event: Fetching) => void) => void) &
    ((type: 'install' | 'activate', work: (event: Extending) => void) => void)
  skipWaiting: () => Promise<void>
  clients: { claim: () => Promise<void> }
}

const worker = globalThis as unknown as Worker

/** On 2G a page may take this long; then the kept one is shown. */
const PATIENCE_MS = 20_000

worker.addEventListener('install', event => event.waitUntil(worker.skipWaiting()))
worker.addEventListener('activate', event => event.waitUntil(worker.clients.claim()))
worker.addEventListener('fetch', event => {
  const { request } = event
  const { pathname, origin } = new URL(request.url)
  if (request.method !== 'GET' || origin !== location.origin) return
  if (request.mode === 'navigate' && pathname.startsWith('/answer/')) event.respondWith(pageOf(request, pathname))
  else if (pathname.startsWith('/assets/')) event.respondWith(partOf(request))
})

async function pageOf(request: Request, pathname: string): Promise<Response> {
  const link = pathname.split('/').slice(0, 3).join('/')
  const kept = (await caches.match(pathname)) ?? (await caches.match(link))
  if (!kept) return fetch(request)
  const late = new Promise<Response>(done => setTimeout(() => done(kept.clone()), PATIENCE_MS))
  const live = fetch(request).then(
    response => (response.status >= 500 ? kept : response),
    () => kept,
  )
  return Promise.race([live, late])
}

/** Their names change with their content: what is kept is right. */
const partOf = async (request: Request): Promise<Response> =>
  (await caches.match(request, { ignoreVary: true })) ?? fetch(request)
