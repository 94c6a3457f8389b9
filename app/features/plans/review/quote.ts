/** Whether words stand on a page: as printed, whatever the spaces, the line ends and the hyphens at them. */

/** `page` undefined: there is no such page. */
export function quoteStands(quote: string, page: string | undefined): boolean {
  const sought = bare(quote)
  return page !== undefined && sought.length > 0 && bare(page).includes(sought)
}

/** Letters and figures alone: a page's text has line ends, hyphens and bullets where the mended words have none. */
const bare = (text: string) =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '')
