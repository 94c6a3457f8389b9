/** RFC 5545, sections 3.1 and 3.3.11: content lines, escaped and folded. Pure. */

/** A line holds so many octets at most, without its end. */
const LONGEST = 75

/** Text as a value: what has a meaning of its own in it is escaped, and no other control character stays. */
export const escaped = (text: string): string =>
  text
    .replace(/\r\n?/g, '\n')
    .replace(/(?![\t\n])\p{Cc}/gu, '')
    .replace(/[\\;,]/g, sign => `\\${sign}`)
    .replaceAll('\n', '\\n')

/** Folds a line after at most 75 octets, never inside a character. */
export function folded(line: string): string {
  let text = ''
  let octets = 0
  for (const character of line) {
    const size = Buffer.byteLength(character)
    if (octets + size > LONGEST) {
      text += '\r\n '
      octets = 1
    }
    text += character
    octets += size
  }
  return text
}

export type Lines = (string | false | null | undefined)[]

/** @returns the lines of a component between its BEGIN and END; what is empty is left out */
export const component = (name: string, lines: Lines): string[] => [
  `BEGIN:${name}`,
  ...lines.filter(line => typeof line === 'string'),
  `END:${name}`,
]

export const asText = (lines: string[]): string => lines.map(line => folded(line) + '\r\n').join('')

/** @param day 'YYYY-MM-DD' */
export const dateValue = (day: string): string => day.replaceAll('-', '')

/** @param time 'HH:MM' */
export const localValue = (day: string, time: string): string => `${dateValue(day)}T${time.replace(':', '')}00`

export const utcValue = (at: Date): string => at.toISOString().replace(/[-:]|\.\d{3}/g, '')
