/**
 * PDF (ISO 32000): written anew with nothing but what its pages lead to. Earlier states, descriptions, private data of programs, names and
 * days of those who commented, attachments and signatures are left out; what the pages show stays.
 */
import { inflateSync } from 'node:zlib'
import {
  PDFArray,
  PDFContext,
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFInvalidObject,
  PDFName,
  PDFRawStream,
  PDFRef,
  PDFStream,
  PDFString,
  decodePDFRawStream,
  type PDFObject,
} from '@cantoo/pdf-lib'
import { CannotClean, isLocalPath, type TakenOut } from './model.ts'
import { pictureWithout } from './pictures.ts'

/** Keys that go from whatever has them, by what they tell; null: nothing is said of it. */
const KEYS: readonly (readonly [string, TakenOut | null])[] = [
  ['PieceInfo', 'properties'],
  ['SpiderInfo', 'properties'],
  ['CreatorInfo', 'properties'],
  ['LastModified', null],
  ['OPI', 'computer'],
  ['Thumb', 'preview'],
  ['EmbeddedFiles', 'attachments'],
  ['EF', 'attachments'],
  ['AF', 'attachments'],
  ['Collection', 'attachments'],
  ['Perms', 'signature'],
  ['DSS', 'signature'],
  ['Legal', 'signature'],
  ['SigFlags', null],
  ['XFA', null],
]
/** Keys that go where they hold a text: an information dictionary's, wherever it stands. */
const FACTS = ['Author', 'Creator', 'Producer', 'Company', 'CreationDate', 'ModDate', 'SourceModified']
/** Keys that name a file. */
const PLACES = ['F', 'UF', 'DOS', 'Unix', 'Mac', 'URI', 'Base', 'P']
/** Of a file within the file: how it was called. */
const OF_ATTACHMENTS = ['F', 'UF', 'DOS', 'Unix', 'Mac', 'Desc']
/** Of comments: who, when and which; a form's field has its name under T. */
const OF_COMMENTS = ['M', 'CreationDate', 'NM']

const key = (name: string) => PDFName.of(name)
const isText = (value: PDFObject | undefined): value is PDFString | PDFHexString =>
  value instanceof PDFString || value instanceof PDFHexString

/** @throws CannotClean */
export async function pdfWithout(bytes: Buffer, removed: Set<TakenOut>): Promise<Uint8Array> {
  const document = await openedPdf(bytes)
  const { context } = document
  if (context.trailerInfo.Info) removed.add('properties')
  if (revisionsIn(bytes) > 1) removed.add('earlier')
  context.trailerInfo.Info = undefined
  context.trailerInfo.ID = undefined
  const reached = walk(context, document.catalog, removed)
  const root = context.trailerInfo.Root
  if (root instanceof PDFRef) reached.add(root.tag)
  for (const [ref] of context.enumerateIndirectObjects()) if (!reached.has(ref.tag)) context.delete(ref)
  return document.save({ useObjectStreams: true, addDefaultPage: false, updateFieldAppearances: false })
}

async function openedPdf(bytes: Buffer): Promise<PDFDocument> {
  const options = { updateMetadata: false, throwOnInvalidObject: false, warnOnInvalidObjects: false, preserveXFA: true }
  try {
    // Without a password: also those open that only forbid to print or copy.
    const document = await PDFDocument.load(bytes, { ...options, password: '' })
    if (document.isEncrypted) throw new CannotClean('encrypted')
    // Without its program's data such a form shows nothing but "Please wait".
    if (String(document.catalog.get(key('NeedsRendering'))) === 'true') throw new CannotClean('interactive-form')
    if (document.getPageCount() === 0) throw new CannotClean('broken-file')
    return document
  } catch (error) {
    if (error instanceof CannotClean) throw error
    throw new CannotClean(/encrypt|password/i.test(String(error)) ? 'encrypted' : 'broken-file')
  }
}

/** A file for the web has two endings at once. */
function revisionsIn(bytes: Buffer): number {
  let count = 0
  for (let at = bytes.indexOf('startxref'); at >= 0; at = bytes.indexOf('startxref', at + 1)) count++
  return bytes.subarray(0, 2048).includes('/Linearized') ? count - 1 : count
}

/** Leaves out what tells too much of all that the catalog leads to; gives what it leads to. */
function walk(context: PDFContext, catalog: PDFDict, removed: Set<TakenOut>): Set<string> {
  const reached = new Set<string>()
  const waiting: PDFObject[] = [catalog]
  for (let object = waiting.pop(); object; object = waiting.pop()) {
    if (object instanceof PDFRef) {
      if (reached.has(object.tag)) continue
      reached.add(object.tag)
      const found = context.lookup(object)
      if (!found) continue
      if (found instanceof PDFRawStream) context.assign(object, streamWithout(found, removed))
      waiting.push(context.lookup(object)!)
    } else if (object instanceof PDFArray) for (const one of object.asArray()) waiting.push(one)
    else if (object instanceof PDFStream) waiting.push(object.dict)
    else if (object instanceof PDFDict) {
      dictWithout(object, removed)
      for (const one of object.values()) waiting.push(one)
    } else if (object instanceof PDFInvalidObject) throw new CannotClean('broken-file')
  }
  return reached
}

function dictWithout(dict: PDFDict, removed: Set<TakenOut>) {
  const take = (name: string, kind: TakenOut | null) => {
    if (!dict.has(key(name))) return
    dict.delete(key(name))
    if (kind) removed.add(kind)
  }
  if (dict.has(key('EF'))) for (const name of OF_ATTACHMENTS) take(name, 'attachments')
  for (const [name, kind] of KEYS) take(name, kind)
  for (const name of FACTS) if (isText(dict.lookup(key(name)))) take(name, 'properties')
  for (const name of PLACES) {
    const place = dict.lookup(key(name))
    if (!isText(place) || !isLocalPath(place.decodeText())) continue
    dict.set(key(name), PDFString.of(''))
    removed.add('computer')
  }
  const description = dict.lookup(key('Metadata'))
  if (description instanceof PDFStream && nameIn(description.dict, 'Type') === 'Metadata')
    take('Metadata', 'properties')
  const value = dict.lookup(key('V'))
  if (value instanceof PDFDict && value.has(key('ByteRange'))) take('V', 'signature')
  const usage = dict.lookup(key('Usage'))
  if (usage instanceof PDFDict) usage.delete(key('User'))
  if (dict.has(key('Rect')) && dict.has(key('Subtype'))) commentWithout(dict, take)
}

type Take = (name: string, kind: TakenOut | null) => void

function commentWithout(dict: PDFDict, take: Take) {
  for (const name of OF_COMMENTS) take(name, null)
  const kind = nameIn(dict, 'Subtype')
  if (kind !== 'Widget' && !dict.has(key('FT'))) take('T', 'names')
  if (kind === 'Sound' || kind === 'Movie') take(kind, 'attachments')
  // "Accepted by" and a name, as programs write it.
  if (dict.has(key('StateModel'))) take('Contents', 'names')
}

const nameIn = (dict: PDFDict, name: string): string => {
  const value = dict.lookup(key(name))
  return value instanceof PDFName ? value.decodeText() : ''
}

/** A photo keeps its own bytes, without what its camera wrote. */
function streamWithout(stream: PDFRawStream, removed: Set<TakenOut>): PDFRawStream {
  const { dict } = stream
  if (nameIn(dict, 'Subtype') !== 'Image') return stream
  const filter = dict.lookup(key('Filter'))
  const filters = filter instanceof PDFArray ? filter.asArray().map(String) : filter ? [String(filter)] : []
  const last = filters.at(-1)
  if (last !== '/DCTDecode' && last !== '/JPXDecode') return stream
  let bytes: Buffer = Buffer.from(stream.contents)
  for (const wrapping of filters.slice(0, -1)) {
    const unwrap = UNWRAP[wrapping]
    if (!unwrap) return stream
    bytes = unwrap(bytes)
  }
  const picture = pictureWithout(last === '/DCTDecode' ? jpegOf(bytes) : bytes)
  if (picture.equals(bytes)) return stream
  removed.add('camera')
  dict.set(key('Filter'), key(last.slice(1)))
  const parameters = dict.lookup(key('DecodeParms'))
  if (parameters instanceof PDFArray) dict.delete(key('DecodeParms'))
  return PDFRawStream.of(dict, picture)
}

/** What pictures are wrapped in: packed once more, or written in letters. */
const UNWRAP: Record<string, (bytes: Buffer) => Buffer> = {
  '/FlateDecode': bytes => orBroken(() => inflateSync(bytes, { maxOutputLength: 128 * 1024 * 1024 })),
  '/ASCII85Decode': bytes => ofLetters(bytes, 'ASCII85Decode'),
  '/ASCIIHexDecode': bytes => ofLetters(bytes, 'ASCIIHexDecode'),
}

const ofLetters = (bytes: Buffer, filter: string): Buffer =>
  orBroken(() => {
    const dict = PDFContext.create().obj({ Filter: filter })
    return Buffer.from(decodePDFRawStream(PDFRawStream.of(dict, bytes)).decode())
  })

function orBroken(work: () => Buffer): Buffer {
  try {
    return work()
  } catch {
    throw new CannotClean('broken-file')
  }
}

/** Some programs leave a line end before the picture. */
function jpegOf(bytes: Buffer): Buffer {
  return bytes.subarray(Math.max(0, bytes.indexOf(Buffer.from([0xff, 0xd8, 0xff]))))
}
