/** Office XML as a tree of elements in document order. */
import { XMLParser } from 'fast-xml-parser'
import { ReaderError } from './errors.ts'

export interface Element {
  /** Local name: 'p', 'tbl'. The namespaces of WordprocessingML do not clash in the names that are read here. */
  name: string
  attributes: Record<string, string>
  children: Element[]
  /** Text of a text node (`name` is '#text'). */
  text: string
}

const parser = new XMLParser({
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: '',
  removeNSPrefix: true,
  trimValues: false,
  parseTagValue: false,
  parseAttributeValue: false,
  processEntities: true,
  htmlEntities: true,
  ignoreDeclaration: true,
  ignorePiTags: true,
})

type Raw = { [name: string]: Raw[] | string | Record<string, string> | number }

/**
 * The root element of a part; an empty one where the part is missing.
 * @throws ReaderError 'broken'
 */
export function parseXml(bytes: Uint8Array | undefined): Element {
  const roots = bytes ? rootsOf(bytes) : []
  return roots.find(e => e.name !== '#text') ?? { name: '', attributes: {}, children: [], text: '' }
}

function rootsOf(bytes: Uint8Array): Element[] {
  try {
    return (parser.parse(new TextDecoder().decode(bytes)) as Raw[]).map(elementOf)
  } catch {
    throw new ReaderError('broken', 'A part of the file is damaged. Save it again from the program it came from.')
  }
}

function elementOf(raw: Raw): Element {
  const attributes = (raw[':@'] ?? {}) as Record<string, string>
  const name = Object.keys(raw).find(k => k !== ':@') ?? ''
  const value = raw[name]
  if (name === '#text') return { name, attributes, children: [], text: String(value) }
  return { name, attributes, children: Array.isArray(value) ? value.map(elementOf) : [], text: '' }
}

export const child = (element: Element | undefined, name: string): Element | undefined =>
  element?.children.find(c => c.name === name)
export const children = (element: Element | undefined, name: string): Element[] =>
  element?.children.filter(c => c.name === name) ?? []
/** The `w:val` of a child element: `valueOf(pPr, 'pStyle')`. */
export const valueOf = (element: Element | undefined, name: string): string | undefined =>
  child(element, name)?.attributes.val
/** A toggle such as `w:b`: present and not switched off. */
export function isOn(element: Element | undefined, name: string): boolean {
  const toggle = child(element, name)
  return toggle !== undefined && !['0', 'false', 'off'].includes(toggle.attributes.val ?? 'true')
}
