/** The id of a change that a form makes: the same form with the same content is the same change, however often it is posted. */
import { createHash } from 'node:crypto'

/** A UUID (version 8) of the form that a page was given and of what was done with it. */
export function changeIdOf(form: string, content: unknown): string {
  const hash = createHash('sha256')
    .update(`${form} ${JSON.stringify(content)}`)
    .digest('hex')
  return `${hash.slice(0, 8)}-${hash.slice(8, 12)}-8${hash.slice(13, 16)}-a${hash.slice(17, 20)}-${hash.slice(20, 32)}`
}
