/** Numbers as plans print them: every style of thousands and decimals, digits of every script. */
import { westernDigits } from '../words/fold.ts'

/** A number within a text: [from, to) in the text given to `numbersIn`. */
export interface Found {
  value: number
  from: number
  to: number
}

// Digits with groups parted by comma, point, apostrophe, a space of any width, or the Arabic separators.
const NUMBER = /\d+(?:[.,'’٬٫،\s\u00a0\u2009\u202f]\d+)*/gu

/** All numbers of a text, with western digits put in first; spaces part thousands only where groups of three follow. */
export function numbersIn(text: string): Found[] {
  const out: Found[] = []
  for (const m of westernDigits(text).matchAll(NUMBER)) {
    let from = m.index
    // '2025 2026' or '12 5': spaces that part no groups of three part numbers.
    for (const piece of splitAtSpaces(m[0])) {
      out.push({ value: numberOf(piece), from, to: from + piece.length })
      from += piece.length + 1
    }
  }
  return out.filter(n => !Number.isNaN(n.value))
}

function splitAtSpaces(text: string): string[] {
  if (!/\s/u.test(text)) return [text]
  if (/^\d{1,3}(?:\s\d{3})+(?:[.,٫]\d+)?$/u.test(text)) return [text]
  return text.split(/\s/u)
}

/** One printed number as a number; NaN where its separators contradict each other. */
export function numberOf(printed: string): number {
  const text = westernDigits(printed)
    .replace(/[\s\u00a0\u2009\u202f'’٬]/gu, '')
    .replace(/٫/gu, '.')
    .replace(/،/gu, ',')
  const points = text.split('.').length - 1
  const commas = text.split(',').length - 1
  if (points && commas) {
    const decimal = text.lastIndexOf('.') > text.lastIndexOf(',') ? '.' : ','
    const group = decimal === '.' ? ',' : '.'
    if (text.split(decimal).length > 2) return Number.NaN
    return Number(text.replaceAll(group, '').replace(decimal, '.'))
  }
  const mark = points ? '.' : ','
  const groups = text.split(mark)
  if (groups.length === 1) return Number(text)
  if (groups.length > 2) return groups.slice(1).every(g => g.length === 3) ? Number(groups.join('')) : Number.NaN
  // One mark before three digits parts thousands ('12,500'), unless nothing but a nought stands before it ('0.125').
  if (groups[1]!.length === 3 && groups[0] !== '0') return Number(groups.join(''))
  return Number(groups.join('.'))
}

/** The value of a Roman numeral, or null where the letters are none. */
export function roman(text: string): number | null {
  const values: Record<string, number> = { i: 1, v: 5, x: 10, l: 50, c: 100 }
  const digits = [...text.toLowerCase()].map(c => values[c] ?? 0)
  if (!digits.length || digits.includes(0)) return null
  const sum = digits.reduce((n, d, i) => n + (d < (digits[i + 1] ?? 0) ? -d : d), 0)
  return sum
}
