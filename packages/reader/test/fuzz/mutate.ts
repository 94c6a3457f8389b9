/** Damages files as disks, mail and programs do, the same way for the same seed. */
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'

/** Numbers of 0..1 that look random; the same seed gives the same (mulberry32). */
export function chances(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = state
    t = Math.imul(t ^ (t >>> 15), t | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

type Chance = () => number
const below = (chance: Chance, n: number): number => Math.floor(chance() * n)

function oneOf<T>(chance: Chance, things: readonly T[]): T {
  return things[below(chance, things.length)]!
}

/** A copy with flipped bits, a missing end, pieces swapped, lost, doubled or blank. */
export function damagedBytes(bytes: Uint8Array, chance: Chance): Uint8Array<ArrayBuffer> {
  const at = below(chance, bytes.length)
  const size = Math.min(bytes.length - at, 1 + below(chance, oneOf(chance, [8, 200, 5000])))
  const piece = bytes.subarray(at, at + size)
  switch (below(chance, 6)) {
    case 0: {
      const copy = Uint8Array.from(bytes)
      for (let n = 1 + below(chance, 30); n > 0; n--) copy[below(chance, copy.length)]! ^= 1 << below(chance, 8)
      return copy
    }
    case 1:
      return Uint8Array.from(bytes.subarray(0, at))
    case 2: {
      const to = below(chance, bytes.length - size + 1)
      const copy = Uint8Array.from(bytes)
      copy.set(bytes.subarray(to, to + size), at)
      copy.set(piece, to)
      return copy
    }
    case 3:
      return joined(bytes.subarray(0, at), bytes.subarray(at + size))
    case 4:
      return joined(bytes.subarray(0, at), piece, piece, bytes.subarray(at))
    default:
      return Uint8Array.from(bytes).fill(below(chance, 256), at, at + size)
  }
}

function joined(...pieces: Uint8Array[]): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(Buffer.concat(pieces))
}

const NUMBERS = [
  '0',
  '-1',
  '1',
  '2',
  '65535',
  '1000000',
  '2147483648',
  '1e99',
  'NaN',
  '',
  '-0.5',
  '99999999999999999999',
]
const SIGNS = [
  '<',
  '>',
  '&',
  '"',
  ']]>',
  '<!--',
  '\u0000',
  '\ud800',
  '\ufffe',
  '|',
  '\n',
  '#',
  '%',
  '(',
  ')',
  '&#x110000;',
  '_xD800_',
]

/** A text with numbers changed, signs strewn in, tags and lines lost, doubled, swapped or nested. */
export function damagedText(text: string, chance: Chance): string {
  const times = 1 + below(chance, 12)
  let out = text
  for (let n = 0; n < times; n++) out = damagedOnce(out, chance)
  return out
}

function damagedOnce(text: string, chance: Chance): string {
  const at = below(chance, text.length)
  const replaced = (found: RegExp, by: string) => {
    found.lastIndex = at
    const match = found.exec(text)
    return match ? text.slice(0, match.index) + by + text.slice(match.index + match[0].length) : text
  }
  switch (below(chance, 7)) {
    case 0:
      return replaced(/-?\d+(\.\d+)?/g, oneOf(chance, NUMBERS))
    case 1:
      return text.slice(0, at) + oneOf(chance, SIGNS) + text.slice(at)
    case 2:
      return replaced(/<[^>]{0,200}>/g, '')
    case 3:
      return replaced(/"[^"]{0,80}"/g, `"${oneOf(chance, NUMBERS)}"`)
    case 4: {
      const piece = text.slice(at, at + below(chance, 3000))
      const to = below(chance, text.length)
      return text.slice(0, to) + piece + text.slice(to)
    }
    case 5: {
      const tag = /<([\w:]+)[^<>/]{0,200}>/g
      tag.lastIndex = at
      const match = tag.exec(text)
      return match
        ? text.slice(0, match.index) + match[0].repeat(1 + below(chance, 400)) + text.slice(match.index)
        : text
    }
    default:
      return text.slice(0, at) + text.slice(at + below(chance, 2000))
  }
}

/** A zip whose parts are damaged, lost or exchanged; now and then the zip itself. */
export function damagedZip(bytes: Uint8Array, chance: Chance): Uint8Array {
  if (chance() < 0.3) return damagedBytes(bytes, chance)
  const parts = unzipSync(bytes)
  const names = Object.keys(parts).filter(name => /\.(xml|rels)$|^content/.test(name))
  const name =
    chance() < 0.6 ? names.reduce((a, b) => (parts[b]!.length > parts[a]!.length ? b : a)) : oneOf(chance, names)
  const other = oneOf(chance, names)
  const way = below(chance, 10)
  if (way === 0) delete parts[name]
  else if (way === 1) [parts[name], parts[other]] = [parts[other]!, parts[name]!]
  else if (way === 2) parts[name] = damagedBytes(parts[name]!, chance)
  else parts[name] = strToU8(damagedText(strFromU8(parts[name]!), chance))
  return Uint8Array.from(zipSync(parts, { level: 1 }))
}

/** A PDF damaged as bytes, or in the numbers and names of its objects. */
export function damagedPdf(bytes: Uint8Array, chance: Chance): Uint8Array {
  if (chance() < 0.5) return damagedBytes(bytes, chance)
  const latin = Buffer.from(bytes).toString('latin1')
  return Uint8Array.from(Buffer.from(damagedText(latin, chance), 'latin1'))
}

/** A page of text damaged as bytes or as text. */
export function damagedPage(bytes: Uint8Array, chance: Chance): Uint8Array {
  return chance() < 0.3 ? damagedBytes(bytes, chance) : strToU8(damagedText(strFromU8(bytes), chance))
}
