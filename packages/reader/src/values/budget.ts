/** Money: an amount and the currency that the cell, its header or a note of the plan names. */
import type { BudgetValue } from '../plan-document.ts'
import { fold, westernDigits } from '../words/fold.ts'
import { LANGUAGES } from '../words/index.ts'
import { isTotal } from '../words/match.ts'
import type { ValuePart } from './index.ts'
import { numbersIn } from './numbers.ts'

const SIGNS: [RegExp, string][] = [
  [/US\s?\$|USD\$?|U\$S|\$\s?US\b/u, 'USD'],
  [/CA\$|C\$/u, 'CAD'],
  [/A\$|AU\$/u, 'AUD'],
  [/R\$/u, 'BRL'],
  [/€/u, 'EUR'],
  [/£/u, 'GBP'],
  [/₴/u, 'UAH'],
  [/₺/u, 'TRY'],
  [/₲/u, 'PYG'],
  [/₦/u, 'NGN'],
  [/₾/u, 'GEL'],
  [/₽/u, 'RUB'],
  [/₱/u, 'PHP'],
  [/¥/u, 'JPY'],
]
// ISO 4217, the currencies of states that have or prepare a plan and those that donors give.
const CODES = new Set(
  'AED AFN ALL AMD AOA ARS AUD AZN BAM BDT BGN BIF BOB BRL BWP CAD CDF CHF CLP CNY COP CRC CVE CZK DJF DKK DOP DZD EGP ETB EUR FJD GBP GEL GHS GMD GNF GTQ HNL HRK HTG HUF IDR ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR KRW KWD KZT LAK LBP LKR LRD LSL LYD MAD MDL MGA MKD MMK MNT MRU MUR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD OMR PEN PGK PHP PKR PLN PYG QAR RON RSD RUB RWF SAR SBD SCR SDG SEK SLE SLL SOS SSP STN SYP SZL THB TJS TND TOP TRY TTD TZS UAH UGX USD UYU UZS VES VND VUV WST XAF XCD XOF YER ZAR ZMW ZWL'.split(
    ' ',
  ),
)
const NAMES: [string, string][] = LANGUAGES.flatMap(l =>
  Object.entries(l.currencies).map(([name, code]): [string, string] => [bare(name), code]),
).toSorted((a, b) => b[0].length - a[0].length)

// Arabic writes the article and 'in' onto the word: 'بالدينار الأردني'.
function bare(text: string): string {
  return fold(text).replace(/(?<!\p{L})(?:وال|بال|فال|لل|ال)(?=\p{Script=Arabic}{3})/gu, '')
}

const wordSet = (pick: (l: (typeof LANGUAGES)[number]) => string[]): string[] => [
  ...new Set(LANGUAGES.flatMap(l => pick(l).map(fold))),
]
interface Multiplier {
  word: string
  factor: number
  /** As many words at the start of a text as the multiplier has. */
  printed: RegExp
}
const multipliers = (words: string[], factor: number): Multiplier[] =>
  words.map(word => {
    const letters = word.split(' ').map(() => String.raw`\p{L}+`)
    return { word, factor, printed: new RegExp(String.raw`^\s*${letters.join(String.raw`\s+`)}(?!\p{L})[.]?`, 'u') }
  })
const MULTIPLIERS: Multiplier[] = [
  ...multipliers(
    wordSet(l => l.billion),
    1e9,
  ),
  ...multipliers(
    wordSet(l => l.million),
    1e6,
  ),
  ...multipliers(
    wordSet(l => l.thousand),
    1e3,
  ),
].toSorted((a, b) => b.word.length - a.word.length)

/** The currency that a text names, or null: by code, sign or name. Two different ones settle nothing. */
export function currencyOf(text: string): string | null {
  const found = new Set<string>()
  for (const word of text.match(/(?<![\p{L}])[A-Z]{3}(?![\p{L}])/gu) ?? []) if (CODES.has(word)) found.add(word)
  for (const [sign, code] of SIGNS) if (sign.test(text)) found.add(code)
  if (!found.size) {
    const words = ` ${bare(text)} `
    for (const [name, code] of NAMES) {
      if (!(name.endsWith('*') ? words.includes(` ${name.slice(0, -1)}`) : nameIn(words, name))) continue
      found.add(code)
      break
    }
  }
  return found.size === 1 ? [...found][0]! : null
}

const nameIn = (words: string, name: string): boolean =>
  name.includes('*') ? new RegExp(` ${name.replaceAll('*', '\\S*')} `, 'u').test(words) : words.includes(` ${name} `)

/**
 * One amount of the parts, their sum where money stands in several columns; a column of totals counts alone. Undefined where a
 * part is no plain amount ('within existing means', '10,000 a year').
 */
export function budgetOf(parts: readonly ValuePart[], note: string | null): BudgetValue | undefined {
  const totals = parts.filter(p => p.header.length > 1 && isTotal(p.header.at(-1)!))
  const counted = totals.length === 1 ? totals : parts
  const amounts = counted.map(p => amountIn(p.text, p.header.join(' '), note ?? ''))
  if (!amounts.length || amounts.some(a => a === null)) return undefined
  const header = parts.map(p => p.header.join(' ')).join(' ')
  const currencies = new Set(counted.map(p => currencyOf(p.text)).filter(c => c !== null))
  if (currencies.size > 1) return undefined
  const amount = amounts.reduce((n: number, a) => n + a!, 0)
  return {
    amount: Math.round(amount * 100) / 100,
    currency: [...currencies][0] ?? currencyOf(header) ?? (note === null ? null : currencyOf(note)),
  }
}

function amountIn(text: string, header: string, note: string): number | null {
  const western = westernDigits(text)
  const plain = western.replace(/\([^)\d]*\)/gu, ' ')
  const numbers = numbersIn(plain)
  if (numbers.length !== 1) return null
  const { value, from, to } = numbers[0]!
  const around = [plain.slice(0, from), plain.slice(to)]
  const times = multiplier(around[1]!)
  const left = leftover(around[0]!) + leftover(times.rest)
  if (left) return null
  const ofHeader = times.factor === 1 ? factorIn(header, '') * factorIn(note, ' (?:in|en|em|i|im|u|у|в|ne) ') : 1
  return value * times.factor * ofHeader
}

function multiplier(after: string): { factor: number; rest: string } {
  for (const { word, factor, printed } of MULTIPLIERS) {
    const found = /\p{L}/u.test(after) ? printed.exec(after) : null
    if (found && fold(found[0]) === word) return { factor, rest: after.slice(found[0].length) }
  }
  return { factor: 1, rest: after }
}

// 'Budget (million USD)', "Cost in '000 EUR", 'en milliers de dollars'. In a sentence only what follows 'in' counts: 'in thousands of
// euros' is a scale, 'five hundred million' a sum.
function factorIn(text: string, before: string): number {
  if (!text) return 1
  if (/['’ ](?:000)\b/u.test(text)) return 1e3
  const words = ` ${fold(text)} `
  for (const { word, factor } of MULTIPLIERS)
    if (word.length > 2 && (before ? new RegExp(`${before}${word} `, 'u').test(words) : words.includes(` ${word} `)))
      return factor
  return 1
}

/** Letters that remain once the currency's name or sign is taken out. */
function leftover(text: string): string {
  if (!/\p{L}/u.test(text)) return ''
  let rest = text
  for (const [sign] of SIGNS) rest = rest.replace(sign, ' ')
  rest = rest.replace(/(?<![\p{L}])[A-Z]{3}(?![\p{L}])/gu, code => (CODES.has(code) ? ' ' : code)).replace(/\$/gu, ' ')
  let words = ` ${bare(rest)} `
  for (const [name] of NAMES) {
    const pattern = name.includes('*') ? name.replaceAll('*', '\\S*') : name
    if (words.includes(name.split('*')[0]!)) words = words.replace(new RegExp(` ${pattern} `, 'u'), ' ')
  }
  return words.replace(/ (?:de|of|d|e|er|approx|ca|env|environ|aprox) /gu, ' ').replace(/[^\p{L}]/gu, '')
}
