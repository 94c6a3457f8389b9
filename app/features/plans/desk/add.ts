/** Adding a plan: a file from the person's own machine, or one of the examples. */
import { createReadStream } from 'node:fs'
import { z } from 'zod'
import { member, readForm, seeOther, type Ctx } from '../../../platform/http.ts'
import { Problem } from '../../../platform/problem.ts'
import { titleFromFileName } from '../offers/facts.ts'
import { RefusedFile, recognised, statusOf } from '../../../platform/files/recognise.ts'
import { showDesk } from './desk-page.tsx'
import { examples, pathOfExample } from './examples.ts'
import { receiveFile } from '../../../platform/files/receive.ts'
import { takeIn } from './take-in.ts'

/** The script of the drop area asks for JSON; a plain form gets pages. */
export async function takeFile(c: Ctx) {
  const person = member(c, 'contributor')
  const services = c.get('services')
  const asksJson = c.req.header('accept')?.includes('application/json')
  try {
    const file = await receiveFile(c.req.raw, services.files)
    const to = await takeIn(services, person, file, { title: titleFromFileName(file.fileName), illustrative: false })
    return asksJson ? c.json({ to }) : seeOther(c, to)
  } catch (error) {
    if (!(error instanceof RefusedFile)) throw error
    const { refusal } = error
    if (asksJson) return c.json({ sentence: c.get('words').t(`upload.refused.${refusal}`) }, statusOf(refusal))
    return showDesk(c, refusal)
  }
}

export async function takeExample(c: Ctx) {
  const person = member(c, 'contributor')
  const services = c.get('services')
  const form = await readForm(c, z.object({ example: z.string() }))
  const example = form.ok ? (await examples()).find(({ file }) => file === form.value.example) : undefined
  if (!example) throw new Problem('bad-input')
  let mediaType = ''
  const chunks = recognised(createReadStream(pathOfExample(example)), found => (mediaType = found))
  const stored = await services.files.put(chunks)
  const file = { ...stored, mediaType, fileName: example.file }
  return seeOther(c, await takeIn(services, person, file, { title: example.title, illustrative: true }))
}
