/** Whether words stand on a page: as printed, whatever the spaces, the line ends and the hyphens at them. */

/**
 * In one piece; or word by word, each as often: the text of a page with a table runs across its columns, a quote goes down a cell.
 * `page` undefined: there is no such page.
 */
export function quoteStands(quote: string, page: string | undefined): boolean {
  const sought = lettersOf(quote)
  if (page === undefined || !sought) return false
  if (lettersOf(page).includes(sought)) return true
  const there = new Map<string, number>()
  for (const word of wordsOf(page)) there.set(word, (there.get(word) ?? 0) + 1)
  return wordsOf(quote).every(word => {
    const left = there.get(word) ?? 0
    there.set(word, left - 1)
    return left > 0
  })
}

/** Letters and figures alone: a page's text has line ends, hyphens and bullets where the mended words have none. */
export const lettersOf = (text: string): string => wordsOf(text).join('')

const wordsOf = (text: string): string[] =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .match(/[\p{L}\p{M}\p{N}]+/gu) ?? []
