import { deflateRawSync } from 'node:zlib'
import { unzipSync } from 'fflate'
import { expect, test } from 'vitest'
import { DOCX } from '@open1325/reader/media-type'
import { cleaned, zipOfTexts } from './testing.ts'
import { packed, zipOf, type Part } from './zip.ts'

const LIST = `<Types><Override PartName="/word/document.xml" ContentType="${DOCX}.main+xml"/></Types>`
const list = packed('[Content_Types].xml', Buffer.from(LIST))
const zip = (...parts: Part[]) => Buffer.concat([...zipOf([list, ...parts])])

test('a small file that unpacks into all the memory there is is refused, whatever it says of its size', async () => {
  const huge = deflateRawSync(Buffer.alloc(130 * 1024 * 1024, ' '))
  for (const size of [130 * 1024 * 1024, 10])
    await expect(cleaned(zip({ name: 'word/document.xml', method: 8, crc: 0, size, packed: huge }))).rejects.toThrow(
      'too-much-inside',
    )
})

test('names of parts that lead out of the file are left out', async () => {
  const { content } = await cleaned(
    zip(
      packed('word/document.xml', Buffer.from('<a/>')),
      packed('../../etc/passwd', Buffer.from('x')),
      packed('/word/x.xml', Buffer.from('<a/>')),
      packed('word\\..\\..\\y.xml', Buffer.from('<a/>')),
    ),
  )
  expect(Object.keys(unzipSync(content)).sort()).toEqual(['[Content_Types].xml', 'word/document.xml'])
})

const words = (xml: string | Buffer) => zip(packed('word/document.xml', Buffer.from(xml)))
test.each<[string, Uint8Array, string]>([
  ['no zip', Buffer.from('PK\x03\x04 and nothing more'), 'broken-file'],
  ['a zip cut short', zip(packed('word/document.xml', Buffer.from('<a/>'))).subarray(0, -40), 'broken-file'],
  ['a zip of something else', zipOfTexts({ 'a.txt': 'a' }), 'other-kind'],
  ['a part that is no XML', words('<a b="never closed'), 'broken-file'],
  ['a comment without an end', words('<a><!-- never closed </a>'), 'broken-file'],
  ['XML with entities of its own', words('<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'), 'broken-file'],
  ['bytes that are no text', words(Buffer.from('<a>\xff\xfe</a>', 'latin1')), 'broken-file'],
  [
    'the same part twice',
    zip(packed('word/a.xml', Buffer.from('<a/>')), packed('word/A.xml', Buffer.from('<b/>'))),
    'broken-file',
  ],
  [
    'a locked OpenDocument text',
    zipOfTexts({
      mimetype: 'application/vnd.oasis.opendocument.text',
      'META-INF/manifest.xml':
        '<manifest:manifest><manifest:file-entry manifest:full-path="content.xml"><manifest:encryption-data/></manifest:file-entry></manifest:manifest>',
    }),
    'encrypted',
  ],
])('%s is refused', async (_, bytes, reason) => {
  await expect(cleaned(bytes)).rejects.toThrow(reason)
})
