/** Where a request comes from: the connection's address, or what a proxy of ours says about it (TRUSTED_PROXIES). */
import type { HttpBindings } from '@hono/node-server'
import { getIPFromHeader } from '@better-auth/core/utils/ip'
import type { Ctx } from './http.ts'

/** A request that came over no connection is this machine's own. */
const OWN = '127.0.0.1'

export function clientAddress(c: Ctx): string {
  const { incoming } = (c.env ?? {}) as Partial<HttpBindings>
  const connection = incoming?.socket.remoteAddress ?? OWN
  const { trustedProxies } = c.get('services').config
  if (!trustedProxies.length) return connection
  // Read from the right: each of our proxies adds whom it heard from; what stands further left, the client may have made up.
  const chain = [c.req.header('x-forwarded-for'), connection].filter(Boolean).join(', ')
  return getIPFromHeader(chain, { trustedProxies, ipv6Subnet: 128 }) ?? connection
}
