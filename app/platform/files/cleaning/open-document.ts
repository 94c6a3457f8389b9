/** OpenDocument texts, tables and presentations (ISO/IEC 26300): as office.ts. */
import { ODT } from '@open1325/reader/media-type'
import { ODP, ODS } from '../kinds.ts'
import { CannotClean, isLocalPath, NOBODY, type TakenOut } from './model.ts'
import { pictureWithout } from './pictures.ts'
import { attributesOf, localName, rewritten, type Edits } from './xml.ts'
import { opened, packed, type Allowance, type Part } from './zip.ts'

/** The part that each of these files begins with. */
export const MIMETYPE = 'mimetype'
const MANIFEST = 'META-INF/manifest.xml'
/** LibreOffice's own day for changes whose day is not to be told. */
const SOME_DAY = '1970-01-01T12:00:00'

/** Parts that go as a whole, also those of a document within the document. */
const DROPPED: readonly (readonly [TakenOut | null, RegExp])[] = [
  ['properties', /(?:^|\/)meta\.xml$/],
  ['preview', /^Thumbnails\//],
  ['earlier', /^Versions\/|^VersionList\.xml$/],
  ['signature', /^META-INF\/\w*signatures\.xml$/],
  ['macros', /^(?:Basic|Dialogs|Scripts)\//],
  [null, /^Configurations2\/|(?:^|\/)layout-cache$|(?:^|\/)manifest\.rdf$/],
]
const KEPT =
  /^(?:mimetype$|META-INF\/manifest\.xml$|(?:Object[^/]*\/)*(?:(?:content|styles|settings)\.xml$|Pictures\/|media\/|Object[^/]*$|ObjectReplacements\/|Fonts\/))/i
const COMPOUND = Buffer.from([0xd0, 0xcf, 0x11, 0xe0])

/** Settings that name a printer, a data source or when which word was typed. */
const SETTINGS = /^(?:Printer(?:Name|Setup|PaperFromSetup)|PrintFaxName|CurrentDatabase\w+|Rsid(?:Root)?)$/

export interface OpenDocument {
  mediaType: string
  parts: Part[]
}

/** @throws CannotClean */
export function openDocumentWithout(parts: Part[], allowed: Allowance, removed: Set<TakenOut>): OpenDocument {
  const first = parts.find(({ name }) => name === MIMETYPE)
  const called = first
    ? opened(first, allowed)
        .toString('latin1')
        .trim()
        .replace(/-template$/, '')
    : ''
  const mediaType = [ODT, ODS, ODP].find(type => type === called)
  if (!mediaType) throw new CannotClean('other-kind')
  const list = parts.find(({ name }) => name === MANIFEST)
  if (list && [...attributesOf(opened(list, allowed), 'encryption-data')].length) throw new CannotClean('encrypted')

  const goes = (name: string) => DROPPED.some(([, names]) => names.test(name)) || !KEPT.test(name)
  for (const { name } of parts) {
    const kind = DROPPED.find(([, names]) => names.test(name))?.[0]
    if (kind) removed.add(kind)
  }
  const made: Part[] = [packed(MIMETYPE, Buffer.from(mediaType), 'store')]
  for (const part of parts)
    if (part.name !== MIMETYPE && !goes(part.name)) made.push(partWithout(part, mediaType, goes, allowed, removed))
  return { mediaType, parts: made }
}

function partWithout(
  part: Part,
  mediaType: string,
  goes: (name: string) => boolean,
  allowed: Allowance,
  removed: Set<TakenOut>,
): Part {
  const { name } = part
  const content = opened(part, allowed)
  if (name === MANIFEST) return packed(name, manifestWithout(content, mediaType, goes))
  if (/\.(?:xml|svg)$/i.test(name)) return packed(name, rewritten(content, edits(removed)))
  if (content.subarray(0, COMPOUND.length).equals(COMPOUND)) {
    removed.add('attachments')
    return packed(name, new Uint8Array(), 'store')
  }
  const picture = pictureWithout(content)
  if (picture === content) return part
  removed.add('camera')
  return packed(name, picture, 'store')
}

function manifestWithout(content: Buffer, mediaType: string, goes: (name: string) => boolean): Buffer {
  return rewritten(content, {
    element(name, attributes) {
      const path = attributes.get('manifest:full-path') ?? ''
      return localName(name) === 'file-entry' && path !== '/' && !path.endsWith('/') && goes(path) ? 'drop' : undefined
    },
    attribute: (name, value) =>
      name === 'manifest:media-type' && value === `${mediaType}-template` ? mediaType : value,
  })
}

function edits(removed: Set<TakenOut>): Edits {
  const say = <T>(kind: TakenOut, value: T): T => {
    removed.add(kind)
    return value
  }
  return {
    element(name, attributes) {
      const local = localName(name)
      if (name === 'dc:creator') return say('names', { text: NOBODY })
      if (name === 'dc:date') return { text: SOME_DAY }
      if (local === 'creator-initials' || local === 'sender-initials' || name === 'meta:date-string')
        return say('names', 'drop')
      if (local === 'config-item' && SETTINGS.test(attributes.get('config:name') ?? '')) return say('computer', 'drop')
      if (name === 'metadata' || name === 'svg:metadata') return say('properties', 'drop')
      return undefined
    },
    attribute(name, value) {
      const local = localName(name)
      if (name.includes(':') && /^(?:paragraph-)?rsid$/.test(local)) return say('properties', null)
      if (/^(?:inkscape|sodipodi):/.test(name)) return say('computer', null)
      const leadsOut = name === 'xlink:href' && /^(?:\.\.\/\.\.\/|\/)/.test(value)
      return leadsOut || isLocalPath(value) ? say('computer', '') : value
    },
  }
}
