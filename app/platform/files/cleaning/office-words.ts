/** Which elements and attributes of an Office file's parts tell who, when and on which machine. */
import { isLocalPath, NOBODY, type TakenOut } from './model.ts'
import { decoded, localName, type Edits } from './xml.ts'

const INITIAL = 'A'
const SOME_DAY = '2000-01-01T00:00:00.000'

/** Elements that go with all that is in them; null: nothing is said of it. */
const ELEMENTS: Record<string, TakenOut | null> = {
  rsids: 'properties',
  docId: 'properties',
  docVars: 'properties',
  fileVersion: 'properties',
  revisionPtr: 'properties',
  attachedTemplate: 'computer',
  mailMerge: 'computer',
  saveThroughXslt: 'computer',
  printerSettings: 'computer',
  absPath: 'computer',
  fileSharing: 'names',
  // Each is named for the person whose view it is.
  customWorkbookViews: 'names',
  customSheetViews: 'names',
  // What it was bound to went with the properties; the text stays.
  dataBinding: null,
  metadata: 'properties',
}
/** In drawings only: elsewhere these are other things. */
const OF_DRAWINGS = new Set(['metadata'])

/** Attributes by element, both without prefix; null: it goes. */
const ATTRIBUTES: Record<string, Record<string, string | null>> = {
  pivotCacheDefinition: { refreshedBy: null, refreshedDate: null, refreshedDateIso: null },
  connection: { sourceFile: null, odcFile: null },
  dbPr: { connection: '', command: '' },
  textPr: { sourceFile: '' },
  pageSetup: { id: null },
  cm: { dt: null, created: SOME_DAY },
  reply: { created: SOME_DAY },
  threadedComment: { dT: null },
}
const PERSON = { name: NOBODY, displayName: NOBODY, initials: INITIAL, userId: NOBODY, providerId: 'None' }
const PERSONS = new Set(['cmAuthor', 'author', 'person', 'presenceInfo'])
const OF_COMPUTER = new Set(['connection', 'dbPr', 'textPr', 'pageSetup'])

export function officeEdits(part: string, removed: Set<TakenOut>): Edits {
  const isDrawing = part.endsWith('.svg')
  return {
    element(name) {
      const local = localName(name)
      if (local === 'author' && part.startsWith('xl/comments')) {
        removed.add('names')
        return { text: NOBODY }
      }
      if (!Object.hasOwn(ELEMENTS, local) || OF_DRAWINGS.has(local) !== isDrawing) return undefined
      const kind = ELEMENTS[local]
      if (kind) removed.add(kind)
      return 'drop'
    },
    attribute(name, value, element) {
      const [now, kind] = attributeWithout(name, value, localName(element))
      if (now !== value && kind) removed.add(kind)
      return now
    },
  }
}

function attributeWithout(name: string, value: string, element: string): [string | null, TakenOut | null] {
  const local = localName(name)
  if (name.includes(':')) {
    if (local === 'author') return [NOBODY, 'names']
    if (local === 'initials') return [INITIAL, 'names']
    if (name === 'w:date' || local === 'dateUtc') return [null, 'names']
    if (local.startsWith('rsid')) return [null, 'properties']
    if (/^(?:inkscape|sodipodi):/.test(name)) return [null, 'computer']
  }
  if (PERSONS.has(element) && Object.hasOwn(PERSON, local)) return [PERSON[local as keyof typeof PERSON], 'names']
  const ofElement = Object.hasOwn(ATTRIBUTES, element) ? ATTRIBUTES[element]! : {}
  if (Object.hasOwn(ofElement, local)) return [ofElement[local]!, OF_COMPUTER.has(element) ? 'computer' : 'names']
  // Two backslashes in a number's format are no place in a network.
  if (local !== 'formatCode' && isLocalPath(value)) return ['', 'computer']
  return [value, null]
}

/** Excel itself begins a note with the name of who wrote it. */
export function withoutNamesInNotes(before: Buffer, made: Buffer): Buffer {
  let text = made.toString()
  for (const [, name] of decoded(before).matchAll(/<(?:\w+:)?author>([^<]+)</g))
    text = text.replaceAll(`>${name}:<`, '><').replaceAll(`>${name}:\n`, '>\n')
  return Buffer.from(text)
}

/** Fields that put in a picture, a document or a link by its place on the machine. */
export function withoutPathsInFields(made: Buffer, removed: Set<TakenOut>): Buffer {
  const text = made.toString()
  if (!text.includes(':instrText')) return made
  return Buffer.from(
    text.replace(/(<\w+:instrText[^>]*>)([^<]*)/g, (whole, tag: string, code: string) => {
      const without = code.replace(/(?:"|&quot;).*?(?:"|&quot;)|[^\s"]+/g, piece =>
        isLocalPath(piece.replace(/^(?:"|&quot;)/, '')) ? '""' : piece,
      )
      if (without !== code) removed.add('computer')
      return without === code ? whole : tag + without
    }),
  )
}
