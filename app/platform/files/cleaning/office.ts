/** Word, Excel and PowerPoint files (ECMA-376): whose they are, who changed them and on which machine is left out; what they say stays. */
import { posix } from 'node:path'
import { DOCX, XLSX } from '@open1325/reader/media-type'
import { PPTX } from '../kinds.ts'
import { CannotClean, isLocalPath, type TakenOut } from './model.ts'
import { officeEdits, withoutNamesInNotes, withoutPathsInFields } from './office-words.ts'
import { pictureWithout } from './pictures.ts'
import { attributesOf, localName, rewritten } from './xml.ts'
import { opened, packed, partsOf, zipOf, type Allowance, type Part } from './zip.ts'

/** The list of parts, which each of these files has. */
export const CONTENT_TYPES = '[Content_Types].xml'

/** Parts that go as a whole, by what they tell. */
const DROPPED: readonly (readonly [TakenOut, RegExp])[] = [
  ['preview', /^docProps\/thumbnail/],
  ['properties', /^(?:docProps|customXml|package\/services\/metadata)\//],
  ['names', /^word\/people\.xml$|^xl\/revisions\/|^ppt\/(?:changesInfos\/|revisionInfo\.xml$)/],
  ['computer', /\/printerSettings\/|^word\/(?:printerSettings\d*\.bin|recipientData\.xml)$/],
  ['signature', /^_xmlsignatures\//],
  ['macros', /\/(?:vbaProject\w*\.bin|vbaData\.xml)$|^customUI\//],
]
const KEPT = /^(?:\[Content_Types\]\.xml$|_rels\/\.rels$|word\/|xl\/|ppt\/)/
const XML = /\.(?:xml|rels|vml|svg)$/i
/** Of whatever kind it is: what is no package of today is not passed on as it was. */
const WITHIN = /\/embeddings\/|\.(?:doc|xls|ppt|sld|dot|xlt|pot)[xm]$/i
/** Relationships to what stood on the machine. */
const LEADS_BACK = /\/(?:attachedTemplate|mailMerge\w*|transform)$/
const NOWHERE = 'about:blank'

const MAIN: readonly (readonly [RegExp, string, string])[] = [
  [/(?:wordprocessingml|ms-word)\..*\.main\+xml$/, DOCX, `${DOCX}.main+xml`],
  [/(?:spreadsheetml|ms-excel)\.(?!.*binary).*\.main\+xml$/, XLSX, `${XLSX}.main+xml`],
  [/(?:presentationml|ms-powerpoint)\..*\.main\+xml$/, PPTX, `${PPTX}.main+xml`],
]

export interface Office {
  mediaType: string
  parts: Part[]
}

/** @throws CannotClean */
export function officeWithout(parts: Part[], allowed: Allowance, removed: Set<TakenOut>): Office {
  const mediaType = mediaTypeIn(parts, allowed)
  const goes = (name: string) => !KEPT.test(name) || DROPPED.some(([, names]) => names.test(name))
  for (const { name } of parts) {
    const kind = DROPPED.find(([, names]) => names.test(name))?.[0]
    if (kind) removed.add(kind)
  }
  const made: Part[] = []
  for (const part of parts) if (!goes(part.name)) made.push(partWithout(part, goes, allowed, removed))
  return { mediaType, parts: made }
}

function mediaTypeIn(parts: Part[], allowed: Allowance): string {
  const list = parts.find(({ name }) => name === CONTENT_TYPES)
  if (!list) throw new CannotClean('other-kind')
  for (const attributes of attributesOf(opened(list, allowed), 'Override')) {
    const found = MAIN.find(([type]) => type.test(attributes.get('ContentType') ?? ''))
    if (found) return found[1]
  }
  throw new CannotClean('other-kind')
}

type Goes = (name: string) => boolean

function partWithout(part: Part, goes: Goes, allowed: Allowance, removed: Set<TakenOut>): Part {
  const { name } = part
  if (name === CONTENT_TYPES) return packed(name, listWithout(opened(part, allowed), goes))
  if (name.endsWith('.rels')) return packed(name, relationsWithout(name, opened(part, allowed), goes, removed))
  if (XML.test(name)) return packed(name, wordsWithout(name, opened(part, allowed), removed))
  if (/\.bin$/i.test(name)) return emptied(part, removed)
  if (WITHIN.test(name)) return packageWithout(part, allowed, removed)
  if (!/\/media\/|\.(?:jpe?g|png|gif|tiff?|emf|webp)$/i.test(name)) return part
  const content = opened(part, allowed)
  const picture = pictureWithout(content)
  if (picture === content) return part
  removed.add('camera')
  return packed(name, picture, 'store')
}

/** Nobody can look into it here: the place stays, so that the file still opens, and what was in it goes. */
function emptied(part: Part, removed: Set<TakenOut>): Part {
  if (part.size === 0) return part
  removed.add('attachments')
  return packed(part.name, new Uint8Array(), 'store')
}

/** A file within the file: a chart has its table so. */
function packageWithout(part: Part, allowed: Allowance, removed: Set<TakenOut>): Part {
  try {
    const { parts } = officeWithout(partsOf(opened(part, allowed)), allowed, removed)
    return packed(part.name, Buffer.concat([...zipOf(parts)]), 'store')
  } catch (error) {
    if (!(error instanceof CannotClean) || error.reason === 'too-much-inside') throw error
    return emptied(part, removed)
  }
}

/** The list of parts: without those that go, and of a file without programs and templates. */
function listWithout(content: Buffer, goes: Goes): Buffer {
  return rewritten(content, {
    element: (name, attributes) =>
      localName(name) === 'Override' && goes(attributes.get('PartName')?.slice(1) ?? '') ? 'drop' : undefined,
    attribute: (name, value) =>
      name === 'ContentType' ? (MAIN.find(([type]) => type.test(value))?.[2] ?? value) : value,
  })
}

function relationsWithout(part: string, content: Buffer, goes: Goes, removed: Set<TakenOut>): Buffer {
  const folder = posix.dirname(posix.dirname(part))
  const isOutside = (attributes: ReadonlyMap<string, string>) => attributes.get('TargetMode') === 'External'
  return rewritten(content, {
    element: (name, attributes) => {
      if (localName(name) !== 'Relationship') return undefined
      const target = attributes.get('Target') ?? ''
      if (LEADS_BACK.test(attributes.get('Type') ?? '')) return 'drop'
      return !isOutside(attributes) && goes(posix.resolve('/', folder, target).slice(1)) ? 'drop' : undefined
    },
    attribute: (name, value, _, attributes) => {
      const isAddress = /^(?:https?:|mailto:|tel:|#|about:)/i.test(value)
      if (name !== 'Target' || !isOutside(attributes) || (isAddress && !isLocalPath(value))) return value
      removed.add('computer')
      return NOWHERE
    },
  })
}

function wordsWithout(part: string, content: Buffer, removed: Set<TakenOut>): Buffer {
  const made = rewritten(content, officeEdits(part, removed))
  if (part.startsWith('xl/comments')) return withoutNamesInNotes(content, made)
  return part.startsWith('word/') ? withoutPathsInFields(made, removed) : made
}
