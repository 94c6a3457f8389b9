/** The marks within a line of Markdown (CommonMark 0.31, section 6): emphasis, links, code, line breaks. */

/** The words without the marks around them; footnote signs and pictures are left out. */
export function plainWords(text: string): string {
  return text
    .replace(/<!--[\s\S]{0,4000}?-->/gu, '')
    .replace(/<br\s*\/?>/giu, '\n')
    .replace(/<\/?[a-z][^<>]{0,200}>/giu, '')
    .replace(/\[\^[^\]\s]{1,40}\]/gu, '')
    .replace(/!\[[^[\]]*\]\([^()]*\)/gu, '')
    .replace(/\[([^[\]]*)\]\([^()]*\)/gu, '$1')
    .replace(/<(https?:[^\s>]+)>/gu, '$1')
    .replace(/(?<!\\)(\*{1,3})(?=\S)([^*]+?)(?<=\S)\1/gu, '$2')
    .replace(/(?<![\p{L}\p{N}\\])(_{1,3})(?=\S)([^_]+?)(?<=\S)\1(?![\p{L}\p{N}])/gu, '$2')
    .replace(/(?<!\\)`([^`]+)`/gu, '$1')
    .replace(/&(amp|lt|gt|quot|nbsp);/gu, (_, name: string) => ENTITIES[name] ?? '')
    .replace(/\\([!-/:-@[-`{-~])/gu, '$1')
}

const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', nbsp: ' ' }

/** All the words are between the marks of strong emphasis. */
export const isStrong = (text: string): boolean => /^\s*(\*\*|__)(?:(?!\1).)+\1:?\s*$/u.test(text)
