/** A range of years in a title or a sentence. */
import { westernDigits } from '../words/fold.ts'

export interface Range {
  start: string
  end: string
}

export const RANGE =
  /(?<!\d)(20\d{2})\s*年?度?\s*(?:[-–—−‐‑/〜～]|から|to|à|a|al|au|til|till|bis|до|по|إلى|الى|deri(?: më| në)?|do|–)\s*(20\d{2}|\d{2})(?!\d)/iu

/** The first range of one to twenty years in the text, in western digits; null where there is none. */
export function rangeIn(text: string): Range | null {
  const m = RANGE.exec(westernDigits(text))
  if (!m) return null
  const start = m[1]!
  const end = m[2]!.length === 2 ? start.slice(0, 2) + m[2] : m[2]!
  const years = Number(end) - Number(start)
  if (years > 0 && years <= 20) return { start, end }
  // In a line that is written from the right the two years may come out of the file in the wrong order.
  return m[2]!.length === 4 && years < 0 && years >= -20 ? { start: end, end: start } : null
}
