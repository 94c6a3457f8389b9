/** A browser for tests: keeps cookies, posts forms, follows what a page says. */
import type { TestApp } from './app.ts'

export interface Browser {
  get: (path: string) => Promise<Seen>
  post: (path: string, fields: Record<string, string>, headers?: Record<string, string>) => Promise<Seen>
  cookie: (name: string) => string | undefined
}

export interface Seen {
  status: number
  location: string | null
  text: string
  headers: Headers
}

/** `from`: the address that the connection comes from. */
export function browser({ app }: TestApp, start: { cookie?: string; from?: string } = {}): Browser {
  const jar = new Map<string, string>()
  for (const pair of start.cookie?.split('; ') ?? []) keep(pair)
  function keep(pair: string) {
    const [name = '', ...value] = pair.split('=')
    jar.set(name, value.join('='))
  }
  async function request(
    path: string,
    init: { method?: string; headers?: Record<string, string>; body?: string },
  ): Promise<Seen> {
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ')
    const response = await app.request(
      path,
      { ...init, headers: { ...init.headers, ...(cookie && { cookie }) } },
      { incoming: { socket: { remoteAddress: start.from ?? '192.0.2.1' } } },
    )
    for (const line of response.headers.getSetCookie()) {
      const [pair = '', ...attributes] = line.split('; ')
      if (attributes.includes('Max-Age=0')) jar.delete(pair.split('=')[0] ?? '')
      else keep(pair)
    }
    const { status, headers } = response
    return { status, headers, location: headers.get('location'), text: await response.text() }
  }
  return {
    get: path => request(path, {}),
    post: (path, fields, headers = {}) =>
      request(path, {
        method: 'POST',
        headers: { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'same-origin', ...headers },
        body: new URLSearchParams(fields).toString(),
      }),
    cookie: name => jar.get(name),
  }
}

/** The value of the first form field of this name on a page. */
export const fieldOf = (page: Seen, name: string): string =>
  page.text.match(new RegExp(`name="${name}"[^>]*value="([^"]*)"`))?.[1] ?? ''

/** The address, without origin, that a page hands over. */
export const linkOn = (page: Seen): string =>
  new URL(page.text.match(/id="link"[^>]*value="([^"]*)"/)?.[1] ?? 'about:blank').pathname
