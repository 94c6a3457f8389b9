/** Personal links: signed with the installation's secret, so that a reminder leads to the same place as the first letter. */
import { createHash, createHmac } from 'node:crypto'
import type { Config } from '../../platform/config.ts'
import { isLocale } from '../../platform/languages.ts'
import { paths } from './model.ts'

type Secret = Pick<Config, 'secret'>

const signed = ({ secret }: Secret, words: string): string =>
  createHmac('sha256', secret).update(words).digest('base64url')

/** The secret of the link that confirms what was posted. Whoever has the database without the installation's secret cannot make it. */
export const requestToken = (config: Secret, id: string): string => signed(config, `sign-request ${id}`)

/** The secret of an invitation's, then the signature's, own link. */
export const signatureToken = (config: Secret, { id, linkNumber }: { id: string; linkNumber: number }): string =>
  signed(config, `signature ${id} ${linkNumber}`)

const inLanguage = (language: string) => (isLocale(language) ? `?lang=${language}` : '')

export const requestLink = (config: Secret & Pick<Config, 'publicUrl'>, to: { id: string; language: string }): string =>
  `${config.publicUrl}${paths.confirm(requestToken(config, to.id))}${inLanguage(to.language)}`

export const signatureLink = (
  config: Secret & Pick<Config, 'publicUrl'>,
  to: { id: string; linkNumber: number; language: string },
): string => `${config.publicUrl}${paths.link(signatureToken(config, to))}${inLanguage(to.language)}`

/** Of a personal link's secret only this is kept. */
export const digestOf = (token: string): Buffer => createHash('sha256').update(token).digest()
