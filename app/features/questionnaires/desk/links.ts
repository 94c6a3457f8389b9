/** Personal links: signed with the installation's secret, so that a reminder leads to the same place as the first letter. */
import { createHash, createHmac } from 'node:crypto'
import type { Config } from '../../../platform/config.ts'
import { isLocale } from '../../../platform/languages.ts'
import { paths } from '../model.ts'

export interface Linked {
  id: string
  linkNumber: number
  language: string
}

/** The secret of a respondent's link. Whoever has the database without the installation's secret cannot make it. */
export const linkToken = ({ secret }: Pick<Config, 'secret'>, { id, linkNumber }: Omit<Linked, 'language'>): string =>
  createHmac('sha256', secret).update(`answer ${id} ${linkNumber}`).digest('base64url')

export const digestOf = (token: string): Buffer => createHash('sha256').update(token).digest()

export function linkOf(config: Pick<Config, 'secret' | 'publicUrl'>, respondent: Linked): string {
  const language = isLocale(respondent.language) ? `?lang=${respondent.language}` : ''
  return `${config.publicUrl}${paths.answer(linkToken(config, respondent))}${language}`
}
