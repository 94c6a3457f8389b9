/** A person's own addresses: signed with the installation's secret, so that they can be shown again and nothing secret has to be kept. */
import { createHash, createHmac, timingSafeEqual } from 'node:crypto'
import type { Config } from '../../../platform/config.ts'
import { paths } from '../model.ts'

type Secret = Pick<Config, 'secret'>
type Addressed = Pick<Config, 'secret' | 'publicUrl'>

const sign = ({ secret }: Secret, what: string): string => createHmac('sha256', secret).update(what).digest('base64url')

/** The secret of a person's calendar. @param number which address it is: another one when the first came into wrong hands */
export const calendarToken = (config: Secret, userId: string, number: number): string =>
  sign(config, `calendar ${userId} ${number}`)

export const digestOf = (token: string): Buffer => createHash('sha256').update(token).digest()

export const calendarAddress = (config: Addressed, userId: string, number: number): string =>
  config.publicUrl + paths.ownFeed(calendarToken(config, userId, number))

/** The address at which letters are ended without signing in. */
export function endAddress(config: Addressed, userId: string): string {
  return (
    config.publicUrl +
    paths.noReminders(`${Buffer.from(userId).toString('base64url')}.${sign(config, `no reminders ${userId}`)}`)
  )
}

/** Whose letters an address ends; null where it was not made here. */
export function endsFor(config: Secret, token: string): string | null {
  const [name = '', given = ''] = token.split('.')
  const userId = Buffer.from(name, 'base64url').toString()
  const right = Buffer.from(sign(config, `no reminders ${userId}`))
  const said = Buffer.from(given)
  return said.length === right.length && timingSafeEqual(said, right) ? userId : null
}
