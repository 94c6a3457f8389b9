import { expect, test } from 'vitest'
import { clientAddress } from './client-address.ts'
import { router, type Services } from './http.ts'

/** The address seen for a request over a connection from `connection`, with this X-Forwarded-For. */
async function seen(trustedProxies: string[], connection: string, forwarded?: string): Promise<string> {
  const app = router()
  app.get('/', c => {
    c.set('services', { config: { trustedProxies } } as unknown as Services)
    return c.text(clientAddress(c))
  })
  const headers: Record<string, string> = forwarded ? { 'x-forwarded-for': forwarded } : {}
  const response = await app.request('/', { headers }, { incoming: { socket: { remoteAddress: connection } } })
  return response.text()
}

test('a request comes from where its connection comes from, whatever it says itself', async () => {
  expect(await seen([], '198.51.100.7', '203.0.113.9')).toBe('198.51.100.7')
})

test('a proxy of ours is believed about whom it heard from, and nobody before that', async () => {
  const proxies = ['10.0.0.0/24']
  expect(await seen(proxies, '10.0.0.2', '198.51.100.7')).toBe('198.51.100.7')
  expect(await seen(proxies, '10.0.0.2', '203.0.113.9, 198.51.100.7')).toBe('198.51.100.7')
  expect(await seen(proxies, '10.0.0.2', '203.0.113.9, 198.51.100.7, 10.0.0.3')).toBe('198.51.100.7')
  expect(await seen(proxies, '::ffff:10.0.0.2', '198.51.100.7')).toBe('198.51.100.7')
})

test('somebody who is no proxy of ours is not believed', async () => {
  expect(await seen(['10.0.0.0/24'], '198.51.100.7', '203.0.113.9')).toBe('198.51.100.7')
})

test('a proxy that says nothing of use is itself the address', async () => {
  expect(await seen(['10.0.0.2'], '10.0.0.2')).toBe('10.0.0.2')
  expect(await seen(['10.0.0.2'], '10.0.0.2', 'unknown')).toBe('10.0.0.2')
})
