/** A place in a format without pages, in the reader's language. Pure. */
import type { Words } from '../../platform/languages.ts'

/**
 * 'table 2, row 3, column 1' as reading writes it, in words of another language; what is not of that kind stays as it is.
 * @param parts how many of its parts are told, from the outermost on
 */
export function placeInWords(at: string, { t }: Words, parts = Infinity): string {
  return at
    .split(', ')
    .slice(0, parts)
    .map(part => {
      const [, name, n] = part.match(/^(table|row|column|paragraph) (\d+)$/) ?? []
      if (part === 'heading') return t('place.heading')
      return name && n ? t(`place.${name as 'table' | 'row' | 'column' | 'paragraph'}`, { n }) : part
    })
    .join(t('place.and'))
}
