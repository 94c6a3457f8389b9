/** For tests of the desk: small files, sent as a browser sends them, and waiting for a reading to end. */
import { readFile } from 'node:fs/promises'
import { setTimeout as wait } from 'node:timers/promises'
import type { TestApp } from '../../../platform/testing/app.ts'
import { pathOfExample } from './examples.ts'

export const example = (file: string): Promise<Uint8Array> => readFile(pathOfExample({ file, title: '', language: '' }))

/** A PDF of `pages` pages, each with the same lines of text. */
export function pdf(lines: string[], pages = 1): Uint8Array {
  const text = lines.map(line => `(${line.replace(/[()\\]/g, '\\$&')}) Tj 0 -14 Td`).join('\n')
  const content = `BT /F1 11 Tf 50 780 Td\n${text}\nET`
  const kids = Array.from({ length: pages }, (_, n) => `${n + 5} 0 R`).join(' ')
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Kids [${kids}] /Count ${pages} >>`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
    `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
    ...Array.from(
      { length: pages },
      () =>
        '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 3 0 R >> >> >>',
    ),
  ]
  let body = '%PDF-1.4\n'
  const offsets = objects.map((object, n) => {
    const at = body.length
    body += `${n + 1} 0 obj\n${object}\nendobj\n`
    return at
  })
  const table = offsets.map(at => `${String(at).padStart(10, '0')} 00000 n \n`).join('')
  const size = objects.length + 1
  const trailer = `trailer\n<< /Size ${size} /Root 1 0 R >>\nstartxref\n${body.length}\n%%EOF\n`
  return Buffer.from(`${body}xref\n0 ${size}\n0000000000 65535 f \n${table}${trailer}`, 'latin1')
}

export interface Answer {
  status: number
  /** Where the browser is sent; null where it gets a page. */
  location: string | null
  text: string
}

/** Sends a file with the desk's form. */
export async function send(
  { app }: TestApp,
  headers: Record<string, string>,
  bytes: Uint8Array,
  name = 'plan.pdf',
): Promise<Answer> {
  const body = new FormData()
  body.set('file', new File([new Uint8Array(bytes)], name))
  return answered(await app.request('/desk/plans', { method: 'POST', headers, body }))
}

export async function post(
  { app }: TestApp,
  headers: Record<string, string>,
  path: string,
  fields: Record<string, string> = {},
): Promise<Answer> {
  return answered(await app.request(path, { method: 'POST', headers, body: new URLSearchParams(fields) }))
}

export const get = async ({ app }: TestApp, headers: Record<string, string>, path: string): Promise<Answer> =>
  answered(await app.request(path, { headers }))

async function answered(response: Response): Promise<Answer> {
  return { status: response.status, location: response.headers.get('location'), text: await response.text() }
}

/** The plan's address on the desk after its reading has ended. Gives up after two minutes: the machine may be busy. */
export async function whenRead({ app }: TestApp, headers: Record<string, string>, desk: string): Promise<string> {
  for (let tries = 0; tries < 1200; tries++) {
    const response = await app.request(desk + '/progress', { headers })
    const { underWay, to } = (await response.json()) as { underWay: boolean; to: string }
    if (!underWay) return to
    await wait(100)
  }
  throw new Error(`${desk} is still being read`)
}
