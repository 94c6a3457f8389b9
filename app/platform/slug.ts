/** A text as a part of an address. */

const LONGEST = 60

/** Letters that Unicode does not take apart into a plain letter and its marks. */
const PLAIN: Record<string, string> = { œ: 'oe', æ: 'ae', ß: 'ss', ø: 'o', ł: 'l', đ: 'd', ð: 'd', þ: 'th', ı: 'i' }

/** Lower-case Latin letters, digits and single hyphens; cut between words. Empty where nothing of that is in the text. */
export function asSlug(text: string): string {
  const words = text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{M}+/gu, '')
    .replace(/[œæßøłđðþı]/g, letter => PLAIN[letter]!)
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
  if (words.length <= LONGEST) return words
  return words.slice(0, LONGEST + 1).replace(/-[^-]*$/, '') || words.slice(0, LONGEST)
}
