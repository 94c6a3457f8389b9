/** How often one address may post a signature: enough for an office that shares an address, too little for a machine. */

const MOST = 20
const WINDOW_MS = 10 * 60_000

/** When each address posted, in this process alone and nowhere else: where a signer was is nobody's business. */
const posts = new Map<string, number[]>()

/** A connection of IPv6 has a whole network of addresses: its first 64 bits count. */
function networkOf(address: string): string {
  if (address.includes('.')) return address
  const [before = [], after = []] = address.split('::').map(part => part.split(':').filter(Boolean))
  const zeros = address.includes('::') ? Array.from({ length: 8 - before.length - after.length }, () => '0') : []
  return [...before, ...zeros, ...after].slice(0, 4).join(':')
}

/** Notes a try. Gives the seconds to wait, or null where it is allowed. */
export function tried(from: string, now = Date.now()): number | null {
  const address = networkOf(from)
  for (const [one, times] of posts) if (times.at(-1)! <= now - WINDOW_MS) posts.delete(one)
  const recent = (posts.get(address) ?? []).filter(at => at > now - WINDOW_MS)
  if (recent.length >= MOST) return Math.ceil((recent[0]! + WINDOW_MS - now) / 1000)
  posts.set(address, [...recent, now])
  return null
}
