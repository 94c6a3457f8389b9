/** Sends mail through the server in MAIL_URL. Without one, pages show the link that would have been sent. */
import { createTransport } from 'nodemailer'
import type { Config } from './config.ts'

export interface Message {
  to: string
  subject: string
  /** Plain text: every phone and every screen reader can show it. */
  text: string
  /** Further lines of its head: how a letter that comes again is ended. */
  headers?: Record<string, string>
}

export interface Mail {
  /** false: `send` must not be called; show the person a link to copy instead. */
  configured: boolean
  /** Resolves when the server has taken the message over. @throws Error when it did not */
  send(message: Message): Promise<void>
  close(): void
}

/**
 * Words of somebody whom nobody knows, for a letter that goes out in our name: mail programs make links of all that looks like an address, so
 * that its dots and at signs get a space behind them. 'Change.org' is still read as it was meant.
 */
export const withoutAddresses = (words: string): string =>
  words.replace(
    /(?<=[\p{L}\p{M}\p{N}-])[.\u2024\u3002\uff0e\uff61](?=[\p{L}\p{M}\p{N}-]*[\p{L}\p{M}]{2})|[@\uff20]|:(?=\/\/)/gu,
    '$& ',
  )

export function openMail(mail: Config['mail']): Mail {
  if (!mail) {
    return {
      configured: false,
      async send() {
        throw new Error('No mail can be sent: MAIL_URL is not set.')
      },
      close() {},
    }
  }
  // Waiting is for the job that sends, and a job has its own patience.
  const timeouts = { connectionTimeout: 15_000, greetingTimeout: 15_000, socketTimeout: 60_000 }
  const transport = createTransport({ url: mail.url, pool: true, maxConnections: 2, ...timeouts })
  return {
    configured: true,
    async send(message) {
      await transport.sendMail({ from: mail.from, ...message })
    },
    close: () => transport.close(),
  }
}
