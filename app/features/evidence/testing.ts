/** For tests: forms with a file, as a browser sends them, and small pictures. */
import sharp from 'sharp'
import type { TestApp } from '../../platform/testing/app.ts'
import { pdf } from '../plans/desk/testing.ts'

export interface Answer {
  status: number
  location: string | null
  text: string
}

export async function sendForm(
  app: TestApp['app'],
  headers: Record<string, string>,
  path: string,
  fields: Record<string, string | string[]>,
  file: File = new File([], ''),
): Promise<Answer> {
  const body = new FormData()
  for (const [name, value] of Object.entries(fields)) for (const one of [value].flat()) body.append(name, one)
  body.append('file', file)
  const answer = await app.request(path, { method: 'POST', headers, body })
  return { status: answer.status, location: answer.headers.get('location'), text: await answer.text() }
}

const canvas = () => sharp({ create: { width: 40, height: 20, channels: 3, background: '#3b1a4a' } })

export const filePng = async (name: string): Promise<File> =>
  new File([new Uint8Array(await canvas().png().toBuffer())], name)

/** A photo as a telephone makes it: taken on its side, with the place and the maker's name inside. */
export const telephonePhoto = (): Promise<Buffer> =>
  canvas()
    .jpeg()
    .withExif({
      IFD0: { Make: 'TELEPHONE-MAKER', Artist: 'SOMEBODY', Orientation: '6' },
      IFD3: { GPSLatitudeRef: 'S', GPSLatitude: '1/1 40/1 0/1', GPSLongitudeRef: 'E', GPSLongitude: '29/1 13/1 0/1' },
    })
    .withMetadata({ orientation: 6 })
    .toBuffer()

export const report = (text = 'Report of the year') => new File([new Uint8Array(pdf([text]))], 'report.pdf')

/** Pieces of evidence, added through the form. */
export function piecesIn({ app, as }: TestApp) {
  let forms = 0
  const fields = (kind: string, rest: Record<string, string> = {}) => ({
    form: `form-${++forms}`,
    kind,
    title: `A ${kind}`,
    author: '',
    dated: '2024-03',
    note: '',
    url: '',
    seenOn: '',
    consent: 'not-needed',
    visibility: 'organisation',
    ...rest,
  })
  const add = (headers: Record<string, string>, values: Record<string, string>, file?: File) =>
    sendForm(app, headers, '/desk/evidence/add', values, file)
  /** By an editor. Gives its id. */
  const added = async (values: Record<string, string>, file?: File) => {
    const { status, location, text } = await add(await as('editor'), values, file)
    const id = location?.match(/evidence\/([0-9a-f-]{36})/)?.[1]
    if (!id) throw new Error(`${status}: ${text.match(/class="error"[^<]*>([^<]*)/)?.[1]}`)
    return id
  }
  const get = (path: string, headers: Record<string, string> = {}) => app.request(path, { headers })
  const post = (path: string, headers: Record<string, string>, values: Record<string, string> = {}) =>
    app.request(path, { method: 'POST', headers, body: new URLSearchParams(values) })
  return { fields, add, added, get, post }
}
