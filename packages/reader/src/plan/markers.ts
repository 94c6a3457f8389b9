/** What stands before an entry: a bullet, a number, a letter. */
import { roman } from '../values/numbers.ts'
import { westernDigits } from '../words/fold.ts'

export type MarkerKind = 'bullet' | 'dash' | 'number' | 'levels' | 'letter' | 'roman'
export interface Marker {
  kind: MarkerKind
  /** As printed, without closing punctuation; null for bullets and dashes. */
  number: string | null
  /** Place in the sequence of its kind, for telling a list from a number that a line happens to begin with. */
  order: number | null
  rest: string
}

// The private-use range is where Symbol and Wingdings bullets come out of a PDF or DOCX.
const BULLET = /^(?:[•◦‣⁃▪▫■□●○◆◇➢➤➔→►▶✓✔☑✦❖·∙⋅⚫\uf000-\uf0ff]\s*|[*§¤Øo]\s+(?=\S))/u
const DASH = /^[-–—‐‒−‑]\s*(?=\S)/u
const NUMBER =
  /^(?:\(([\d٠-٩۰-۹]{1,3})\)|([\d٠-٩۰-۹]{1,3})\s?(?:[.)\]:]|[-–](?=\s|\p{Script=Arabic})))\s*(?![\d٠-٩])(?=\S|$)/u
const LEVELS = /^\(?([\d٠-٩]{1,3}(?:[.-][\d٠-٩]{1,3}){1,4}(?:[.-]?[a-z](?![\p{L}]))?)\s?([.):–-]*)\s*(?=\S|$)/u
const PREFIXED = /^([A-Z]{1,3}\.?[\d]{1,3}(?:\.\d{1,3}){0,4})\s?([.):–-]*)\s+(?=\p{L})/u
const LETTER = /^(?:\((\p{L})\)|(\p{L})\))\s*(?=\S)|^(\p{L})\.\s+(?=\S)|^(\p{Script=Arabic})\s?[.)–-]\s?(?=\S)/u
const ROMAN = /^\(?([ivx]{1,5}|[IVX]{1,5})[.)]\s+(?=\S)/u

const ALPHABETS = [
  'abcdefghijklmnopqrstuvwxyz',
  'абвгґдеєжзиіїйклмнопрстуфхцчшщюя',
  'أبجدهوزحطيكلمنسعفصقرشتثخذضظغ',
  'აბგდევზთიკლმნოპჟრსტუფქღყშჩცძწჭხჯჰ',
]
/** The marker that a line begins with, or null. */
export function markerOf(line: string): Marker | null {
  const text = line.trimStart()
  let m = BULLET.exec(text)
  if (m) return { kind: 'bullet', number: null, order: null, rest: text.slice(m[0].length) }
  m = LEVELS.exec(text)
  if (m && isLevels(m, text)) {
    const last = Number(/(\d+)[a-z]?$/.exec(westernDigits(m[1]!))?.[1] ?? Number.NaN)
    return { kind: 'levels', number: m[1]!, order: Number.isNaN(last) ? null : last, rest: text.slice(m[0].length) }
  }
  m = PREFIXED.exec(text)
  if (m && /\.\d|^[A-Z]\d/.test(m[1]!)) {
    return { kind: 'levels', number: m[1]!, order: Number(/\d+$/.exec(m[1]!)![0]), rest: text.slice(m[0].length) }
  }
  m = NUMBER.exec(text)
  if (m) {
    const number = m[1] ?? m[2]!
    return { kind: 'number', number, order: Number(westernDigits(number)), rest: text.slice(m[0].length) }
  }
  m = ROMAN.exec(text)
  if (m && (m[1]!.length > 1 || /^[iI]$/.test(m[1]!)))
    return { kind: 'roman', number: m[1]!, order: roman(m[1]!), rest: text.slice(m[0].length) }
  m = LETTER.exec(text)
  if (m) {
    const number = m[1] ?? m[2] ?? m[3] ?? m[4]!
    const low = number.toLowerCase().replace('ا', 'أ')
    const order = ALPHABETS.map(a => a.indexOf(low) + 1).find(n => n > 0) ?? null
    return { kind: 'letter', number, order, rest: text.slice(m[0].length) }
  }
  m = DASH.exec(text)
  if (m) return { kind: 'dash', number: null, order: null, rest: text.slice(m[0].length) }
  return null
}

// '1.1 Increase' is a number, '1.5 million' and '2020-2024' are amounts and years.
function isLevels(m: RegExpExecArray, text: string): boolean {
  const number = westernDigits(m[1]!)
  if (/^\d{1,3}[.-]\d{3}$/.test(number) || /\d-\d/.test(number)) return false
  const rest = text.slice(m[0].length)
  // Alone on its line: '1.2.' before a word that did not fit.
  if (!rest) return m[2] !== '' || /\.\d+\.\d/.test(number)
  if (m[2]) return true
  if (!/^[\p{L}"“«(‘'¿¡]/u.test(rest)) return false
  return number.split('.').length > 2 || !/^\p{Ll}/u.test(rest)
}

/** The filled square of a time chart: 'X' under '2026'. */
export const isMark = (text: string): boolean => /^[xX×хХ✓✔☑☒●■▪•*+√]{1,3}$/u.test(text)
