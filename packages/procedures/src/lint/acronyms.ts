/** Acronyms that nobody spelled out, or any, where the body allows none. */
import type { Piece } from '../document.ts'
import { forbids, severityOf, type LintFinding, type Submission } from './finding.ts'

/** Capitals that are no part of a longer word, symbol or address. Arabic particles may be written with them. */
const ACRONYM =
  /(?<![\p{Lu}\p{Ll}\p{N}/@.]|[\p{Lu}\p{N}]-)\p{Lu}[\p{Lu}\p{N}]*\p{Lu}[\p{Lu}\p{N}]*(?:[-&]\p{Lu}[\p{Lu}\p{N}]*)*(?<plural>s?)(?![\p{Lu}\p{Ll}\p{N}/@]|\.\p{L}|-\p{N})/gu
/** Addresses have capitals that are none, and so have three words or more in capitals. */
const ADDRESS = /(?:https?:\/\/|www\.)\S+|\S+@\S+/giu
const SHOUTED = /(?<!\p{L})\p{Lu}[\p{Lu}’'-]*(?:\s+\p{Lu}[\p{Lu}’'-]*){2,}(?!\p{L})/gu
const ROMAN = /^[IVX]+$/u
const CURRENCY = /^(?:USD|EUR|GBP|CHF|CAD|AUD|SEK|NOK|DKK|GEL|CDF|KES|UAH|XOF|XAF|NGN|COP|JOD|IQD|LBP|YEN|FCFA)$/u
/** Known to everybody by these letters, or no acronyms at all: parts of the names of states. */
const EVERYDAY = new Set(
  'UN ONU EU UE US USA UK DR RD EE UU HIV AIDS VIH SIDA COVID COVID-19 TV PDF ID ISBN USD EUR GBP ООН ЄС'.split(' '),
)
/** Where the body allows no acronyms, parts of the names of states still are none. */
const NAMES = new Set(['DR', 'RD', 'EE', 'UU'])

interface Found {
  letters: string
  piece: Piece
  start: number
  end: number
}

export function checkAcronyms({ pieces, rule, facts }: Submission): LintFinding[] {
  const names = new Set((facts.people ?? []).flatMap(({ name }) => name.toUpperCase().split(/\s+/u)))
  const masked = pieces.map(piece => ({ ...piece, text: withoutCapitals(piece.text) }))
  const ordinary = new Set(
    pieces.flatMap(({ text }) => text.match(/\p{L}*\p{Ll}\p{L}*/gu) ?? []).map(word => word.toLowerCase()),
  )
  const found = masked.flatMap(acronymsOf).filter(one => !names.has(one.letters) && !isShouted(one, ordinary))
  const first = [...Map.groupBy(found, ({ letters }) => letters).values()].map(all => ({
    ...all[0]!,
    count: all.length,
  }))
  const finding = (code: LintFinding['code'], severity: LintFinding['severity']) => (one: (typeof first)[number]) => ({
    code,
    severity,
    where: { path: one.piece.path, start: one.start, end: one.end, quote: one.letters },
    params: { acronym: one.letters, count: one.count },
  })

  if (forbids(rule, 'acronyms')) {
    const banned = first.filter(({ letters }) => !NAMES.has(letters))
    return banned.map(finding('acronym-not-allowed', severityOf(rule)))
  }
  const accepted = new Set([...EVERYDAY, ...(facts.acceptedAcronyms ?? [])])
  const listed = new Set(masked.flatMap((piece, i) => listedIn(piece, masked[i + 1])))
  return first
    .filter(one => !accepted.has(one.letters) && !listed.has(one.letters) && !isSpelledOut(one, masked))
    .map(finding('acronym-not-spelled-out', 'check'))
}

const withoutCapitals = (text: string): string =>
  [ADDRESS, SHOUTED].reduce((left, pattern) => left.replace(pattern, run => ' '.repeat(run.length)), text)

function acronymsOf(piece: Piece): Found[] {
  const { text, kind } = piece
  // A title in capitals has no acronyms that could be told from its words, and a cover is what the body asks for.
  if (kind === 'cover' || !/\p{Ll}|\p{Lo}/u.test(text)) return []
  return [...text.matchAll(ACRONYM)].flatMap(hit => {
    const letters = hit[0].slice(0, hit[0].length - hit.groups!.plural!.length)
    const end = hit.index + letters.length
    const money =
      CURRENCY.test(letters) && (/\d\s?$/u.test(text.slice(0, hit.index)) || /^\s?\d/u.test(text.slice(end)))
    return ROMAN.test(letters) || money ? [] : [{ letters, piece, start: hit.index, end }]
  })
}

/** A word that the text writes in small letters elsewhere; a short one ('WHO') only where its neighbour is in capitals too. */
function isShouted({ letters, piece, start, end }: Found, ordinary: ReadonlySet<string>): boolean {
  if (!ordinary.has(letters.toLowerCase())) return false
  const beside = /\p{Lu}{2}\s+$/u.test(piece.text.slice(0, start)) || /^\s+\p{Lu}{2}/u.test(piece.text.slice(end))
  return letters.length > 4 || beside
}

/** 'Commission on the Status of Women (CSW)', 'CSW (Commission on the Status of Women)': where it stands first. */
function isSpelledOut({ letters, piece, start, end }: Found, pieces: readonly Piece[]): boolean {
  const before = piece.text.slice(0, start)
  const after = piece.text.slice(end)
  if (/\((?:[^()]*[\s«"“’'])?$/u.test(before)) {
    const words = before
      .slice(0, before.lastIndexOf('('))
      .split(/[.;:!?](?:\s|$)/u)
      .at(-1)!
    return standsFor(letters, lastWords(words, letters.length * 2 + 4))
  }
  const inside = after.match(/^s?\s*[(–—-]\s*([^()]{6,160})[)–—-]?/u)
  if (inside && standsFor(letters, wordsOf(inside[1]!).slice(0, letters.length * 2 + 4))) return true
  // On the cover the name stands in full, and the letters beside it.
  return pieces.some(one => one.kind === 'cover' && one.text.includes(letters) && standsFor(letters, wordsOf(one.text)))
}

/** A line of a list of abbreviations: 'CSW: Commission on the Status of Women', or two cells of a row. */
function listedIn(piece: Piece, next: Piece | undefined): string[] {
  const line = piece.text.match(/^\s*(\p{Lu}[\p{Lu}\p{N}&-]+)\s*[:–—=-]\s*(.+)$/u)
  if (line && standsFor(line[1]!, wordsOf(line[2]!))) return [line[1]!]
  const cell = piece.text.trim()
  const beside = piece.kind === 'table' && next?.kind === 'table' && /^\p{Lu}[\p{Lu}\p{N}&-]+$/u.test(cell)
  return beside && standsFor(cell, wordsOf(next.text)) ? [cell] : []
}

const wordsOf = (text: string): string[] => text.split(/[^\p{L}\p{N}]+/u).filter(Boolean)
const lastWords = (text: string, count: number): string[] => wordsOf(text).slice(-count)

/**
 * Do words stand for the letters? At least half of the letters begin words, in their order: an acronym may come from another language
 * than its words. Where Latin letters stand for words of another script, several words do.
 */
function standsFor(letters: string, words: readonly string[]): boolean {
  if (words.length < 2) return false
  if (/\p{Script=Latin}/u.test(letters) && !words.some(word => /\p{Script=Latin}/u.test(word))) return true
  const wanted = [...letters.replace(/[^\p{L}]/gu, '')].map(letter => letter.toLowerCase())
  const initials = words.map(word => word.normalize('NFD')[0]!.toLowerCase())
  return longestCommon(wanted, initials) >= Math.ceil(wanted.length / 2)
}

/** Length of the longest run of letters that both have in the same order, with gaps. */
function longestCommon(a: readonly string[], b: readonly string[]): number {
  let row = b.map(() => 0)
  for (const letter of a) {
    const next: number[] = []
    for (const [j, other] of b.entries())
      next.push(letter === other ? (row[j - 1] ?? 0) + 1 : Math.max(row[j] ?? 0, next[j - 1] ?? 0))
    row = next
  }
  return row.at(-1) ?? 0
}
