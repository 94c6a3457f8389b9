/**
 * What a header cell or a label says: phrases of all languages sought in it, the words of the document's own languages first.
 */
import { ITEM_KINDS } from '../plan-document.ts'
import type { ItemKind } from '../plan-document.ts'
import { compact, fold, wordKey } from './fold.ts'
import { LANGUAGES } from './index.ts'
import type { Role } from './index.ts'

export interface Phrase {
  role: Role
  language: string
  words: { key: string; prefix: boolean }[]
  compact: string
  prefix: boolean
}

/** A role that a text names. `strength` is 0..1: the share of the text that the phrase explains, lower where spaces were lost. */
export interface RoleMatch {
  role: Role
  strength: number
  /** Words of the text that the phrase covers: [from, to). */
  from: number
  to: number
  length: number
}

export const phraseOf = (role: Role, language: string, text: string): Phrase => {
  const words = fold(text)
    .split(' ')
    .map(w => ({ key: w.endsWith('*') ? w.slice(0, -1) : wordKey(w), prefix: w.endsWith('*') }))
  return { role, language, words, compact: compact(text).replaceAll('*', ''), prefix: text.endsWith('*') }
}

const PHRASES: Phrase[] = LANGUAGES.flatMap(l =>
  Object.entries(l.roles).flatMap(([role, texts]) => texts.map(t => phraseOf(role as Role, l.language, t))),
)
// Most phrases can be ruled out by their first letters alone.
const BY_START = new Map<string, Phrase[]>()
for (const p of PHRASES) {
  const start = p.words[0]!.key.slice(0, 2)
  const list = BY_START.get(start)
  if (list) list.push(p)
  else BY_START.set(start, [p])
}
const BY_LETTERS = Map.groupBy(PHRASES, p => p.compact)
const AND = new Map(LANGUAGES.map(l => [l.language, new Set(l.and.map(fold))]))
const isKind = (role: Role): role is ItemKind => (ITEM_KINDS as readonly string[]).includes(role)

export interface Word {
  text: string
  key: string
}
export const wordsOf = (text: string): Word[] =>
  fold(text)
    .split(' ')
    .filter(Boolean)
    .map(w => ({ text: w, key: wordKey(w) }))

const fits = (p: { key: string; prefix: boolean }, w: Word): boolean =>
  p.prefix ? w.text.startsWith(p.key) || w.key.startsWith(p.key) : w.key === p.key

const startsOf = (word: Word): Set<string> =>
  new Set([word.text.slice(0, 2), word.key.slice(0, 2), word.text.slice(0, 1), word.key.slice(0, 1)])

const BEGINS = new Map<string, boolean>()

/** Whether a phrase may begin with this word: a cheap look before all are sought. */
function beginsPhrase(text: string): boolean {
  let begins = BEGINS.get(text)
  if (begins === undefined) {
    if (BEGINS.size > MOST_REMEMBERED) BEGINS.clear()
    const word = wordsOf(text)[0]
    const phrases = word ? [...startsOf(word)].flatMap(start => BY_START.get(start) ?? []) : []
    BEGINS.set(text, (begins = phrases.some(p => fits(p.words[0]!, word!))))
  }
  return begins
}

/** Every phrase that stands in the words, by word boundaries. */
function occurrences(words: Word[]): (RoleMatch & { language: string })[] {
  // 'Target 2029' says 'target': years count for nothing.
  const letters = words.filter(w => !/^\d+$/.test(w.text)).reduce((n, w) => n + w.text.length, 0) || 1
  const out: (RoleMatch & { language: string })[] = []
  for (let i = 0; i < words.length; i++) {
    const word = words[i]!
    for (const start of startsOf(word))
      for (const p of BY_START.get(start) ?? []) {
        if (i + p.words.length > words.length) continue
        if (!p.words.every((w, k) => fits(w, words[i + k]!))) continue
        const length = words.slice(i, i + p.words.length).reduce((n, w) => n + w.text.length, 0)
        out.push({
          role: p.role,
          language: p.language,
          strength: length / letters,
          from: i,
          to: i + p.words.length,
          length,
        })
      }
  }
  return out
}

/** A header whose words a narrow column broke anywhere ('Basel ine') is still letter for letter a phrase. */
function broken(text: string): (RoleMatch & { language: string })[] {
  const solid = compact(text)
  return (BY_LETTERS.get(solid) ?? []).map(p => ({
    role: p.role,
    language: p.language,
    strength: 0.9,
    from: 0,
    to: 1,
    length: solid.length,
  }))
}

/** Phrases inside words that lost their spaces. Short phrases would be found everywhere, so only long ones count. */
function glued(text: string): (RoleMatch & { language: string })[] {
  // A line that lost its spaces has words that no language has.
  if (!/[\p{L}]{11}/u.test(text)) return []
  const solid = compact(text)
  const out: (RoleMatch & { language: string })[] = []
  for (const p of PHRASES) {
    if (p.compact.length < 6 || !(p.prefix ? solid.startsWith(p.compact) : solid.includes(p.compact))) continue
    const from = solid.indexOf(p.compact)
    out.push({
      role: p.role,
      language: p.language,
      strength: (0.9 * p.compact.length) / solid.length,
      from,
      to: from + p.compact.length,
      length: p.compact.length,
    })
  }
  return out
}

/**
 * The role that a header names, or null. Of two things in one header ('Indicators and targets') the first counts; within one
 * thing the longest phrase, and a field before a kind ('Budget of the activity' is a budget).
 * @param languages the document's languages, whose words win over those of others
 */
export function roleOf(header: string, languages: readonly string[]): RoleMatch | null {
  // Rows are held against the words again and again; a text says the same each time.
  const key = `${languages.join()} ${header}`
  let role = REMEMBERED.get(key)
  if (role === undefined) {
    if (REMEMBERED.size > MOST_REMEMBERED) REMEMBERED.clear()
    role = soughtRole(header, languages)
    REMEMBERED.set(key, role)
  }
  return role
}

const REMEMBERED = new Map<string, RoleMatch | null>()
const MOST_REMEMBERED = 5000
/** A header has few words; what is longer is a sentence. */
const LONGEST_HEADER = 160

function soughtRole(header: string, languages: readonly string[]): RoleMatch | null {
  if (header.length > LONGEST_HEADER) return null
  const words = wordsOf(header.replace(/[/+&;|]/g, ' , ').replace(/\([^)]*\)/g, ' '))
  const all = words.length ? words : wordsOf(header)
  if (!all.length || all.length > 14) return null
  const whole = best(occurrences(all), languages)
  if (whole && whole.strength > 0.95) return whole
  for (const part of parts(header, languages)) {
    const match = best(occurrences(wordsOf(part)), languages)
    if (match && match.strength >= 0.3) return match
  }
  if (whole && whole.strength >= 0.3) return whole
  return best(broken(header), languages) ?? best(glued(header), languages, 0.5)
}

function parts(header: string, languages: readonly string[]): string[] {
  // 'e' is 'and' in one language and 'of' in another: only the document's own words part.
  const and = (w: string): boolean => languages.some(l => AND.get(l)?.has(fold(w)))
  return header
    .replace(/\([^)]*\)/g, ' ')
    .split(/[/+&;|,:\n–—]/u)
    .flatMap(part => {
      const out: string[][] = [[]]
      for (const w of part.split(/\s+/)) {
        if (and(w)) out.push([])
        else out.at(-1)!.push(w)
      }
      return out.map(ws => ws.join(' '))
    })
    .filter(p => fold(p))
}

function best(found: (RoleMatch & { language: string })[], languages: readonly string[], least = 0): RoleMatch | null {
  const rank = (m: RoleMatch & { language: string }): number =>
    m.length +
    (languages.includes(m.language) ? 6 : 0) +
    (isKind(m.role) ? (m.role === 'indicator' ? 2 : 0) : 3) -
    (m.role === 'number' && m.strength < 0.8 ? 12 : 0)
  let top: (RoleMatch & { language: string }) | null = null
  for (const m of found) if (m.strength >= least && (!top || rank(m) > rank(top))) top = m
  return top
}

/** A label at the start of a text: its kind, its number if it has one, where the rest begins. */
export interface Label {
  kind: ItemKind | null
  role: Role
  /** The kind's words, folded: 'strategic objective'. */
  words: string
  /** As printed: 'Pillar II', 'Objective 1.2'; null where the label has no number. */
  number: string | null
  rest: string
}

const NUMBER = String.raw`(?:\d+(?:[.\-]\d+)*(?:[.\-]?[a-z])?|[ivxlc]+|[a-z]|[٠-٩]+(?:[.\-][٠-٩]+)*|[\u0400-\u04ff]|\p{Script=Arabic}{1,9})`
const AFTER = new RegExp(
  String.raw`^[\s]*(?:(?:n[°ºo]\.?|no\.|nr\.?|#|№)\s*)?\(?(${NUMBER})?\)?\s*([.:)\]–—-]+|\s|$)`,
  'iu',
)

/**
 * 'Pillar 1: Participation', 'OBJECTIF SPÉCIFIQUE 2.1 – ...', 'المحور الأول: المشاركة': a kind's word at the very start, followed by a
 * number or a colon. Null where the text only begins with such a word ('Measures taken in 2020').
 */
export function labelOf(text: string, languages: readonly string[]): Label | null {
  const tokens = [...text.matchAll(/[\p{L}\p{M}\u0640'’‘ʼ]+/gu)].slice(0, 6)
  if (!tokens.length || tokens[0]!.index > 2 || !beginsPhrase(tokens[0]![0])) return null
  let label: Label | null = null
  let bestRank = 0
  for (let n = 1; n <= Math.min(5, tokens.length); n++) {
    const last = tokens[n - 1]!
    const end = last.index + last[0].length
    const head = text.slice(0, end)
    // A label is one run of words: nothing but spaces between them.
    if (/[^\p{L}\p{M}\s\u0640'’‘ʼ-]/u.test(head)) break
    const after = numberAfter(text.slice(end))
    if (!after) continue
    const words = wordsOf(head)
    const match = best(
      occurrences(words).filter(m => m.from === 0 && m.to === words.length),
      languages,
    )
    if (!match || match.role === 'number') continue
    const rank = match.length + (isKind(match.role) ? 0.5 : 0)
    if (rank <= bestRank) continue
    bestRank = rank
    label = {
      kind: isKind(match.role) ? match.role : null,
      role: match.role,
      words: fold(head),
      number: after.number === null ? null : text.slice(0, end + after.length).trim(),
      rest: text.slice(end + after.total).trim(),
    }
  }
  return label
}

const ORDINALS = new Set(
  'الأول الأولى الثاني الثانية الثالث الثالثة الرابع الرابعة الخامس الخامسة السادس السادسة السابع السابعة الثامن الثامنة التاسع التاسعة العاشر العاشرة one two three four five six seven eight nine ten un deux trois quatre cinq i ii iii iv v vi vii viii ix x xi xii'
    .split(' ')
    .map(fold),
)

function numberAfter(rest: string): { number: string | null; length: number; total: number } | null {
  const colon = /^\s*[:：]\s*/u.exec(rest)
  if (colon) return { number: null, length: 0, total: colon[0].length }
  const m = AFTER.exec(rest)
  if (!m) return null
  const number = m[1]
  if (number === undefined) return /^[\s]*[:–—]/u.test(rest) ? { number: null, length: 0, total: m[0].length } : null
  const plain = /\d|[٠-٩]/u.test(number)
  // A letter or a word counts as a number only where punctuation or the end follows it, and a word only where it is an ordinal.
  if (!plain) {
    const roman = /^[IVXLC]+$/.test(number)
    const closed = /[.:)\]–—-]/u.test(m[2] ?? '') || m[0].length >= rest.length
    if (number.length > 1 && !roman && !ORDINALS.has(fold(number))) return null
    if (!roman && !closed && !ORDINALS.has(fold(number))) return null
    if (number.length === 1 && !closed && !roman) return null
  }
  const length = m[0].length - (m[2]?.length ?? 0)
  const gap = /^[\s.:)\]–—-]*/u.exec(rest.slice(length))![0].length
  return { number, length, total: length + gap }
}

const FLAT = (pick: (l: (typeof LANGUAGES)[number]) => string[]): Set<string> =>
  new Set(LANGUAGES.flatMap(l => pick(l).map(fold)))
const NOTHING = FLAT(l => l.nothing)
const CONTINUED = FLAT(l => l.continued)
const TOTAL = LANGUAGES.flatMap(l => l.total.map(fold))
const FURNITURE = LANGUAGES.flatMap(l => l.furniture.map(t => phraseOf('other', l.language, t)))
const THEMES = LANGUAGES.flatMap(l => l.themes.map(t => phraseOf('pillar', l.language, t)))

/** A name without '(continued)' behind it. */
export function withoutContinued(text: string): string {
  const m = /\s*[([–—-]\s*([^()[\]]{2,20}?)[)\].…]*$/u.exec(text)
  return m && CONTINUED.has(fold(m[1]!)) ? text.slice(0, m.index) : text
}

/** The cell says nothing: empty, dashes, dots, 'n/a' in any language. */
export function saysNothing(text: string): boolean {
  const t = fold(text)
  return !t || NOTHING.has(t)
}

/** The row is a sum: it begins with 'total' in any language. */
export function isTotal(text: string): boolean {
  const t = fold(text)
  return TOTAL.some(w => t === w || (t.startsWith(w + ' ') && t.length < 60))
}

export const startsWith = (words: Word[], p: Phrase): boolean =>
  p.words.length <= words.length && p.words.every((w, k) => fits(w, words[k]!))

/** The heading is of the document's own apparatus (contents, annex, introduction), no pillar. */
export function isFurniture(heading: string): boolean {
  const words = wordsOf(heading.replace(/^(?:\d+(?:\.\d+)*|[IVXLC]+)[.):–-]*\s+/u, ''))
  return FURNITURE.some(p => startsWith(words, p))
}

/** The heading is little more than a theme of the agenda: 'Participation', 'Relief and recovery'. */
export function isTheme(heading: string): boolean {
  const words = wordsOf(heading)
  const letters = words.reduce((n, w) => n + w.text.length, 0)
  return words.length <= 8 && THEMES.some(p => startsWith(words, p) && p.compact.length >= letters * 0.4)
}
