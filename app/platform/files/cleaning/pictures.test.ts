import sharp from 'sharp'
import { expect, test } from 'vitest'
import { pictureWithout } from './pictures.ts'
import { PLANTED, tellingPhoto } from './testing.ts'

const canvas = () => sharp({ create: { width: 40, height: 20, channels: 3, background: '#3b1a4a' } })
const exif = { IFD0: { Artist: PLANTED, Copyright: PLANTED }, IFD3: { GPSLatitudeRef: 'S' } }
const chunk = (kind: string, text: string) => {
  const made = Buffer.alloc(12 + text.length)
  made.writeUInt32BE(text.length, 0)
  made.write(kind + text, 4, 'latin1')
  return made
}

async function png(): Promise<Buffer> {
  const made = await canvas().png().withExif(exif).toBuffer()
  const header = 8 + 25
  return Buffer.concat([made.subarray(0, header), chunk('tEXt', `Author\0${PLANTED}`), made.subarray(header)])
}
async function gif(): Promise<Buffer> {
  const made = await canvas().gif().toBuffer()
  const comment = Buffer.from(`\x21\xfe${String.fromCharCode(PLANTED.length)}${PLANTED}\0`, 'latin1')
  return Buffer.concat([made.subarray(0, -1), comment, Buffer.from(';')])
}

/** Its directory is written anew behind the rest, with two fields more. */
async function tiff(): Promise<Buffer> {
  const made = await canvas().tiff({ compression: 'lzw' }).toBuffer()
  const directory = made.readUInt32LE(4)
  const count = made.readUInt16LE(directory)
  const head = Buffer.from(made)
  head.writeUInt32LE(made.length, 4)
  const words = Buffer.from(`${PLANTED}\0`, 'latin1')
  const size = 2 + (count + 2) * 12 + 4
  const field = (tag: number, type: number, length: number, value: number) => {
    const entry = Buffer.alloc(12)
    entry.writeUInt16LE(tag, 0)
    entry.writeUInt16LE(type, 2)
    entry.writeUInt32LE(length, 4)
    entry.writeUInt32LE(value, 8)
    return entry
  }
  const fields = Array.from({ length: count }, (_, n) => made.subarray(directory + 2 + n * 12, directory + 14 + n * 12))
  fields.push(field(315, 2, words.length, made.length + size), field(34853, 4, 1, made.length + size + words.length))
  fields.sort((a, b) => a.readUInt16LE(0) - b.readUInt16LE(0))
  const places = Buffer.concat([Buffer.from([1, 0]), field(29, 2, words.length, made.length + size), Buffer.alloc(4)])
  return Buffer.concat([head, Buffer.from([count + 2, 0]), ...fields, Buffer.alloc(4), words, places])
}

test.each<[string, () => Promise<Buffer>]>([
  ['JPEG', tellingPhoto],
  ['PNG', png],
  ['WebP', () => canvas().webp().withExif(exif).toBuffer()],
  ['GIF', gif],
  ['TIFF', tiff],
])(
  'a %s within a document loses what was written beside the picture, and not a dot of the picture',
  async (_, make) => {
    const before = await make()
    expect(before.includes(PLANTED)).toBe(true)
    const after = pictureWithout(before)
    expect(after.includes(PLANTED)).toBe(false)
    const dots = (bytes: Buffer) => sharp(bytes).raw().toBuffer()
    expect((await dots(after)).equals(await dots(before))).toBe(true)
    expect(pictureWithout(after)).toBe(after)
  },
)

test('a drawing loses its description; the boxes of a JPEG 2000 that describe it go', () => {
  const drawing = Buffer.alloc(200)
  drawing.write(' EMF', 40)
  drawing.writeUInt32LE(PLANTED.length, 60)
  drawing.writeUInt32LE(100, 64)
  drawing.write(PLANTED, 100, 'utf16le')
  expect(pictureWithout(drawing).includes(Buffer.from(PLANTED, 'utf16le'))).toBe(false)

  const box = (kind: string, text: string) => chunk(kind, text).subarray(0, -4)
  const sized = (made: Buffer) => {
    made.writeUInt32BE(made.length, 0)
    return made
  }
  const boxes = [box('jP  ', '\r\n\x87\n'), box('xml ', PLANTED), box('jp2c', 'the picture')].map(sized)
  const [first, , last] = boxes
  expect(pictureWithout(Buffer.concat(boxes)).equals(Buffer.concat([first!, last!]))).toBe(true)
})

test.each([
  ['JPEG', Buffer.from([0xff, 0xd8, 0xff, 0xe1, 0xff])],
  ['PNG', Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), Buffer.alloc(20, 0xff)])],
  ['GIF', Buffer.from('GIF89a\x01\0\x01\0\0\0\0?', 'latin1')],
  ['TIFF', Buffer.from('II*\0\xff\xff\xff\x7f', 'latin1')],
  ['JPEG 2000', Buffer.from('\0\0\0\x0cjP  \r\n\x87\n\0\0\0\x01jp2c', 'latin1')],
])('a %s that is cut short or makes no sense ends, and does not come through as it was', (_, bytes) => {
  let made: Buffer | null = null
  try {
    made = pictureWithout(bytes)
  } catch (error) {
    expect(String(error)).toContain('broken-file')
  }
  expect(made?.equals(bytes) ?? false).toBe(false)
})
