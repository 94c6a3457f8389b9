/** XML rewritten as it goes by: elements and attributes left out or replaced, everything else as it was. Comments are left out. */
import { CannotClean } from './model.ts'

export interface Edits {
  /** 'drop': the element goes with all that is in it; `text`: this stands in the place of its content. */
  element?: (name: string, attributes: ReadonlyMap<string, string>) => 'drop' | { text: string } | undefined
  /** Values are as they are written, escaped. Null: the attribute goes. */
  attribute?: (name: string, value: string, element: string, all: ReadonlyMap<string, string>) => string | null
}

const TOKEN =
  /<!--[\s\S]*?-->|<!\[CDATA\[[\s\S]*?\]\]>|<\?[\s\S]*?\?>|<!DOCTYPE[^[<>]*>|<\/?[^\s<>/!?"'][^<>"']*(?:"[^"]*"[^<>"']*|'[^']*'[^<>"']*)*>/g
const ATTRIBUTE = /([^\s=/"'<>]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g

/** The name without its prefix. */
export const localName = (name: string): string => name.slice(name.indexOf(':') + 1)

/** @throws CannotClean where it is no XML */
export function rewritten(content: Uint8Array, edits: Edits): Buffer {
  const text = decoded(content)
  const out: string[] = []
  /** How deep within an element that is left out; 0: not in one. */
  let within = 0
  let from = 0
  const pass = (piece: string) => {
    if (piece.includes('<')) throw new CannotClean('broken-file')
    if (within === 0) out.push(piece)
  }
  for (const { 0: token, index } of text.matchAll(TOKEN)) {
    pass(text.slice(from, index))
    from = index + token.length
    if (token.startsWith('<!--') || token.startsWith('<!DOCTYPE')) continue
    if (token.startsWith('<!') || token.startsWith('<?')) {
      if (within === 0 && !token.startsWith('<?xml ')) out.push(token)
      continue
    }
    const isEnd = token.startsWith('</')
    const isEmpty = token.endsWith('/>')
    if (within > 0) {
      if (isEnd) within--
      else if (!isEmpty) within++
      continue
    }
    if (isEnd) {
      out.push(token)
      continue
    }
    const { name, kept, attributes } = tagOf(token, edits)
    const act = edits.element?.(name, attributes)
    if (act === 'drop') {
      if (!isEmpty) within = 1
    } else if (act) {
      out.push(isEmpty ? kept.replace(/\s*\/>$/, '>') : kept, act.text, `</${name}>`)
      if (!isEmpty) within = 1
    } else out.push(kept)
  }
  pass(text.slice(from))
  if (within > 0) throw new CannotClean('broken-file')
  return Buffer.from(`<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${out.join('').trimStart()}`)
}

function tagOf(token: string, { attribute }: Edits) {
  const name = token.match(/^<([^\s/>]+)/)?.[1] ?? ''
  const attributes = attributesIn(token)
  let kept = token
  if (attribute)
    kept = token.replace(/\s*([^\s=/"'<>]+)\s*=\s*(?:"[^"]*"|'[^']*')/g, (whole, called: string) => {
      const value = attributes.get(called)!
      const now = attribute(called, value, name, attributes)
      return now === value ? whole : now === null ? '' : ` ${called}="${now}"`
    })
  return { name, attributes, kept }
}

const attributesIn = (token: string): Map<string, string> =>
  new Map([...token.matchAll(ATTRIBUTE)].map(([, name, double, single]) => [name!, double ?? single ?? '']))

/** The attributes of each element of this name, wherever it stands. */
export function* attributesOf(content: Uint8Array, element: string): Generator<ReadonlyMap<string, string>> {
  for (const [token] of decoded(content).matchAll(TOKEN)) {
    const name = token.match(/^<([^\s/>!?]+)/)?.[1]
    if (!name || localName(name) !== element) continue
    yield attributesIn(token)
  }
}

export function decoded(content: Uint8Array): string {
  const [first, second] = content
  const encoding =
    first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8'
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(content)
  } catch {
    throw new CannotClean('broken-file')
  }
}
