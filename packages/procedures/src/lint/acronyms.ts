/** Acronyms that nobody spelled out, or any, where the body allows none. */
import type { Piece } from '../document.ts'
import { forbids, severityOf, type LintFinding, type Submission } from './finding.ts'

/** Capitals that are no part of a longer word, symbol or address, one small letter among them ('MoD'). Arabic particles may be written with them. */
const ACRONYM =
  /(?<![\p{Lu}\p{Ll}\p{N}/@.]|[\p{Lu}\p{N}]-)(?:\p{Lu}[\p{Lu}\p{N}]*\p{Lu}[\p{Lu}\p{N}]*(?:[-&]\p{Lu}[\p{Lu}\p{N}]*)*|\p{Lu}{2,}\p{Ll}\p{Lu}+|\p{Lu}\p{Ll}\p{Lu}{1,3})(?<plural>s?)(?![\p{Lu}\p{Ll}\p{N}/@]|\.\p{L}|-\p{N})/gu
/** Addresses have capitals that are none, and so have three words or more in capitals. */
const ADDRESS = /(?:https?:\/\/|www\.)\S+|\S+@\S+/giu
const SHOUTED = /(?<!\p{L})\p{Lu}[\p{Lu}’'-]*(?:\s+\p{Lu}[\p{Lu}’'-]*){2,}(?!\p{L})/gu
const ROMAN = /^[IVX]+$/u
/** The letters of a currency (ISO 4217), and of those that are written otherwise. */
const CURRENCIES = new Set([...Intl.supportedValuesOf('currency'), 'YEN', 'FCFA', 'CFA'])
/** Letters by which a resolution, its paragraph or an address is cited: 'UNSCR 1325', 'OP 8', 'BP 12'. */
const CITING = /^(?:UNSCR|SCR|UNGAR|RES|RCSNU|RCSONU|RCS|RCNU|OP|PP|OO|BP|PO|CP|CS)$/u
/** Known to everybody by these letters, or no acronyms at all: parts of the names of states. */
const EVERYDAY = new Set(
  (
    'UN ONU EU UE US USA UK DR RD EE UU EEUU UAE URSS USSR HIV AIDS VIH SIDA COVID COVID-19 TV PDF ID ISBN ISSN PhD SMS CD DVD USB GPS DNA ADN ' +
    'NGO ONG NGDO UNICEF UNESCO LGBT LGBTI LGBTQ LGBTQI LGBTIQ LGBTQIA USD EUR GBP PO BP GMT UTC CET AM PM OK ' +
    'ООН ЕС ЄС США СССР СРСР ОАЭ ФРГ КНР НПО НУО ВИЧ СПИД ВІЛ СНІД ЮНИСЕФ ЮНЕСКО ЮНІСЕФ ТВ'
  ).split(' '),
)
/** Where the body allows no acronyms, parts of the names of states still are none. */
const NAMES = new Set(['DR', 'RD', 'EE', 'UU'])

/** 'PILLAR 2: Protection', 'OBJETIVO 1.': the word at the head of a heading. */
const HEADING = /^\s*(?:\d+|[IVX]+(?!\p{L}))?\s*(?:[:.–—-](?:\s|$)|$)/u

/** Letters beside a sum: 'BAM 118,000', '0 CDF'. */
const CODES = [...CURRENCIES].join('|')
const PRICED = new RegExp(
  String.raw`(?<![\p{L}\p{N}/-])(?:(${CODES})\s?\d|(?<=\d\s?(?:(?:mill|mil|bill|thousand|млн|млрд|тыс|тис)[\p{L}.]*\s(?:de\s)?)?)(${CODES})(?![\p{L}\p{N}])|(?<=\d[^.;()]{0,40}\()(${CODES})(?=\)))`,
  'gu',
)

interface Found {
  letters: string
  piece: Piece
  start: number
  end: number
}

export function checkAcronyms({ pieces, rule, facts }: Submission): LintFinding[] {
  const names = new Set((facts.people ?? []).flatMap(({ name }) => name.toUpperCase().split(/\s+/u)))
  const masked = pieces.map(piece => ({ ...piece, text: withoutCapitals(piece.text) }))
  const money = new Set(
    masked.flatMap(({ text }) => [...text.matchAll(PRICED)].map(hit => hit[1] ?? hit[2] ?? hit[3]!)),
  )
  const ordinary = new Set(
    pieces
      .flatMap(({ text }) => text.match(/(?<!\p{L})(?:\p{L}\p{Ll}+|\p{L}*\p{Ll}{2}\p{L}*)(?!\p{L})/gu) ?? [])
      .map(word => word.toLowerCase()),
  )
  const found = masked
    .flatMap(acronymsOf)
    .filter(one => !names.has(one.letters) && !money.has(one.letters) && !isShouted(one, ordinary))
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
    const cited = CITING.test(letters) && /^s?\.?\s?\d/u.test(text.slice(end))
    const francs = letters === 'CFA' && /francs?\s$/u.test(text.slice(0, hit.index))
    const heads = /^[\s*]*$/u.test(text.slice(0, hit.index)) && letters.length > 4 && HEADING.test(text.slice(end))
    return ROMAN.test(letters) || cited || francs || heads ? [] : [{ letters, piece, start: hit.index, end }]
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
  // 'NAP-II' is the second NAP.
  const own = letters.replace(/-[IVX]+$/u, '')
  if (/\((?:[^()]*[\s«"“’'])?$/u.test(before)) {
    const words = before
      .slice(0, before.lastIndexOf('('))
      .split(/[.;:!?](?:\s|$)/u)
      .at(-1)!
    if (standsFor(own, lastWords(words, letters.length * 2 + 4))) return true
    return writtenOut(pieces.slice(0, pieces.indexOf(piece)), before).some(name => name.includes(own.toLowerCase()))
  }
  const listed = after.match(/^s?\s*[:=,]\s*([^;.()]{6,120})/u)
  if (listed && takenBy(own, wordsOf(listed[1]!).slice(0, own.length + 3)) === own.length) return true
  const inside = after.match(/^s?\s*[(–—-]\s*([^()]{6,160})[)–—-]?/u)
  if (inside && standsFor(own, wordsOf(inside[1]!).slice(0, letters.length * 2 + 4))) return true
  // On the cover the name stands in full, and the letters beside it.
  return pieces.some(one => one.kind === 'cover' && one.text.includes(letters) && standsFor(letters, wordsOf(one.text)))
}

const NAMED = /\p{Lu}[\p{L}’'-]+(?:\s(?:\p{Ll}{1,3}\s){0,2}\p{Lu}[\p{L}’'-]+)+/gu

/** The first letters of each name in capitals up to a place: what stands in brackets may have been written out before. */
const writtenOut = (pieces: readonly Piece[], before: string): string[] =>
  [...pieces.map(({ text }) => text), before]
    .flatMap(text => text.match(NAMED) ?? [])
    .map(name => (name.match(/(?<![\p{L}’'-])\p{Lu}/gu) ?? []).map(plain).join(''))

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
  return takenBy(letters, words) >= Math.ceil(letters.replace(/[^\p{L}]/gu, '').length / 2)
}

const takenBy = (letters: string, words: readonly string[]): number =>
  mostTaken([...letters.replace(/[^\p{L}]/gu, '')].map(plain), words.map(plain))

const plain = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()

/**
 * How many of the letters the words give in their order, each from its beginning on: 'gender adviser' gives GENAD five.
 */
function mostTaken(letters: readonly string[], words: readonly string[]): number {
  let best = letters.map(() => 0).concat(0)
  for (const word of words) {
    const next = [...best]
    for (let from = 0; from < letters.length; from++)
      for (let taken = 1; taken <= word.length && letters[from + taken - 1] === word[taken - 1]; taken++)
        next[from + taken] = Math.max(next[from + taken]!, best[from]! + taken)
    for (let i = 1; i < next.length; i++) next[i] = Math.max(next[i]!, next[i - 1]!)
    best = next
  }
  return best.at(-1) ?? 0
}
