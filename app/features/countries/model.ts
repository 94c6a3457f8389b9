/** What is counted of a country. Pure. */
import type { Gap } from '../voices/model.ts'

/** How many commitments, by what government and the others say of them. */
export type Gaps = Partial<Record<Gap, number>>

export const totalOf = (gaps: Gaps): number => Object.values(gaps).reduce((sum, count) => sum + count, 0)

/** Of how many somebody has said how far they are. */
export const spokenOf = (gaps: Gaps): number => totalOf(gaps) - (gaps['nobody-spoke'] ?? 0)

export const paths = {
  list: '/countries',
  /** @param country ISO 3166-1 alpha-3 */
  country: (country: string) => `/countries/${country}`,
}
