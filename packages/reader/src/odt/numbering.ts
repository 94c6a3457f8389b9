/** Markers of lists and headings: an OpenDocument text stores the rule, not the number. */
import type { ListLevel } from './styles.ts'

/** Counts through one list, or through the headings. */
export class Counter {
  private readonly counts: number[] = []
  private readonly levels: readonly ListLevel[]

  constructor(levels: readonly ListLevel[]) {
    this.levels = levels
  }

  /** The marker of the next entry at a level from 0; null where none is printed. */
  next(level: number, start: number | null = null): string | null {
    const rule = this.levels[level]
    const before = this.counts[level]
    this.counts[level] = start ?? (before === undefined ? (rule?.start ?? 1) : before + 1)
    this.counts.length = level + 1
    if (!rule) return null
    if (rule.bullet) return rule.bullet
    if (!rule.format) return null
    const first = Math.max(0, level + 1 - rule.shown)
    const numbers = Array.from({ length: level + 1 - first }, (_, i) =>
      written(this.counts[first + i] ?? 1, this.levels[first + i]?.format || '1'),
    )
    return `${rule.prefix}${numbers.join('.')}${rule.suffix}`.trim()
  }
}

/** A count in a format of OpenDocument 1.3, 19.500. */
function written(n: number, format: string): string {
  if (format === 'a' || format === 'A')
    return n >= 1 && n <= 26 ? String.fromCharCode(format.charCodeAt(0) + n - 1) : String(n)
  if (format === 'i') return romanOf(n).toLowerCase()
  return format === 'I' ? romanOf(n) : String(n)
}

const TENS = ['', 'X', 'XX', 'XXX', 'XL', 'L', 'LX', 'LXX', 'LXXX', 'XC']
const ONES = ['', 'I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX']
const romanOf = (n: number): string => (n > 0 && n < 100 ? TENS[Math.floor(n / 10)]! + ONES[n % 10]! : String(n))
