/** What stands in cells that hold conditions, values and expressions. Pure. */

/** 'yes' and 'no' are conditions as well. @param alone nothing stands for 'no' */
export function conditionOf(text: string | undefined, alone = false): string | null {
  if (!text || (alone && /^(no|false|false\(\)|0)$/i.test(text))) return null
  return /^(yes|true|1)$/i.test(text) ? 'true()' : /^(no|false|0)$/i.test(text) ? 'false()' : text
}

export const isYes = (text: string | undefined): boolean => /^(yes|true|1)/i.test(text ?? '')
export const isNo = (text: string | undefined): boolean => /^(no|false|0)/i.test(text ?? '')

/** All of them have to hold. */
export const allOf = (texts: (string | null)[]): string | null => {
  const given = texts.filter(text => text !== null)
  return given.length < 2 ? (given[0] ?? null) : given.map(text => `(${text})`).join(' and ')
}

export const quoted = (text: string): string => (text.includes("'") ? `"${text.replaceAll('"', '')}"` : `'${text}'`)

/** What stands in a question at first: an expression stands behind '='. */
export const defaultOf = (text: string): string =>
  /\$\{|^[a-z][a-z-]*\(.*\)$/i.test(text) ? `=${text}` : text.startsWith('=') ? `=${quoted(text)}` : text
