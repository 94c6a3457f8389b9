/** What is typed in one line, as words and footnotes: the part of Markdown that people paste. What is no markup stays as it was typed. */
import { flat, isAlike, LINE_END, words, type Footnote, type Inline, type Words } from './document.ts'

/** What a line may refer to. */
export interface Known {
  /** What was put in as this number; null where there is none. */
  inserted: (number: number) => Inline[] | null
  /** The footnote of a label; null where nothing says what it is. */
  note: (label: string) => Footnote | null
  /** Whether footnotes can stand here: else they stay as typed. */
  takesNotes: boolean
}
export const NOTHING_KNOWN: Known = { inserted: () => null, note: () => null, takesNotes: true }

type Look = Omit<Words, 'kind' | 'text'>

// Each repeats at most so often as a person types: a text of nothing but signs is looked at in a moment all the same.
const ADDRESS = String.raw`(?:https?:\/\/|mailto:)(?:[^\s()<>]|\([^\s()]{0,200}\)){1,2000}`
const BRACKETED = String.raw`(?:[^[\]]|\[[^[\]]{0,500}\](?:\((?:[^()]|\([^()]{0,200}\)){0,2000}\))?){1,4000}`
const TOKEN = new RegExp(
  [
    String.raw`\\(?<sign>[\\\x60*_{}[\]()#+.!|<>~^=&-])`,
    String.raw`&#x(?<letter>[0-9a-f]{1,5});`,
    String.raw`\[\[(?<put>\d{1,9})\]\]`,
    String.raw`(?<picture>!\[[^\]]{0,500}\]\([^)]{0,2000}\))`,
    String.raw`\^\[(?<note>${BRACKETED})\]`,
    String.raw`\[\^(?<label>[^\]\s]{1,100})\]`,
    String.raw`\[(?<linked>(?:[^[\]]|\[[^[\]]{0,500}\]){1,1000})\]\((?<href>${ADDRESS})\)`,
    String.raw`<(?<auto>(?:https?:\/\/|mailto:)[^\s<>]{1,2000}|[^\s<>@]{1,100}@[^\s<>@]{1,200}\.[a-z]{2,20})>`,
    String.raw`(?<![\p{L}\p{N}])(?<bare>https?:\/\/[^\s<>"“”«»\]]{2,2000})`,
    String.raw`(?<end><br\s{0,3}\/?>)`,
    String.raw`(?<![*\d])\*\*\*(?=[^\s*])(?<both>[^*]{1,2000}?)(?<=\S)\*\*\*(?![*\d])`,
    String.raw`(?<!\*)\*\*(?=[^\s*])(?<strong>(?:[^*]|\*(?!\*)){1,2000}?)(?<=\S)\*\*(?!\*)`,
    String.raw`(?<![*\d])\*(?=[^\s*])(?<emphasis>(?:[^*]|\*\*[^*]{1,500}\*\*){1,2000}?)(?<=\S)\*(?![*\d])`,
    String.raw`(?<![\p{L}\p{N}_])__(?=[^\s_])(?<strong_>(?:[^_]|_(?!_)){1,2000}?)(?<=\S)__(?![\p{L}\p{N}_])`,
    String.raw`(?<![\p{L}\p{N}_])_(?=[^\s_])(?<emphasis_>(?:[^_]|(?<=[\p{L}\p{N}])_(?=[\p{L}\p{N}])|__[^_]{1,500}__){1,2000}?)(?<=\S)_(?![\p{L}\p{N}_])`,
  ].join('|'),
  'giu',
)

export function parseLine(typed: string, known: Known = NOTHING_KNOWN, look: Look = {}): Inline[] {
  const line: Inline[] = []
  let from = 0
  const take = (more: readonly Inline[]) => {
    for (const one of more) {
      const last = line.at(-1)
      if (one.kind === 'words' && last?.kind === 'words' && isAlike(one, last))
        line[line.length - 1] = { ...last, text: last.text + one.text }
      else line.push(one)
    }
  }
  const takeTyped = (until: number) => {
    if (until > from) take([words(typed.slice(from, until), look)])
  }
  for (const match of typed.matchAll(TOKEN)) {
    const found = read(match.groups!, known, look)
    if (!found) continue
    const rest = found.unread ?? 0
    takeTyped(match.index)
    take(found.line)
    from = match.index + match[0].length - rest
  }
  takeTyped(typed.length)
  return line
}

/** The words of a line for a place that takes neither footnotes nor links, which stay as typed or beside their words. */
export const flatLine = (typed: string, known: Known = NOTHING_KNOWN): string =>
  flat(parseLine(typed, { ...known, takesNotes: false }))

/** What a sign stands for; null: it stays as typed. `unread`: so many of its last letters do not belong to it. */
function read(
  groups: Record<string, string | undefined>,
  known: Known,
  look: Look,
): { line: Inline[]; unread?: number } | null {
  const { sign, letter, put, note, label, linked, href, auto, bare, end, both } = groups
  const strong = groups.strong ?? groups.strong_
  const emphasis = groups.emphasis ?? groups.emphasis_
  const within = (text: string, more: Look) => ({ line: parseLine(text, known, { ...look, ...more }) })
  if (sign !== undefined) return { line: [words(sign, look)] }
  if (letter !== undefined) return { line: [words(String.fromCodePoint(Number.parseInt(letter, 16)), look)] }
  if (put !== undefined) return asLine(known.inserted(Number(put)))
  if (note !== undefined) return known.takesNotes ? { line: [{ kind: 'footnote', text: wordsOnly(note) }] } : null
  if (label !== undefined) return known.takesNotes ? asLine(noteOf(label, known)) : null
  if (href !== undefined) return look.href ? null : within(linked!, { href })
  if (auto !== undefined)
    return {
      line: [words(auto.replace(/^mailto:/iu, ''), { ...look, href: /:/u.test(auto) ? auto : `mailto:${auto}` })],
    }
  if (bare !== undefined) {
    const address = withoutEnd(bare)
    if (look.href) return null
    return { line: [words(address, { ...look, href: address })], unread: bare.length - address.length }
  }
  if (end !== undefined) return { line: [words(LINE_END, look)] }
  if (both !== undefined) return within(both, { strong: true, emphasis: true })
  if (strong !== undefined) return within(strong, { strong: true })
  if (emphasis !== undefined) return within(emphasis, { emphasis: true })
  return null
}

const asLine = (line: Inline[] | null) => line && { line }
const noteOf = (label: string, known: Known): Inline[] | null => {
  const note = known.note(label)
  return note && [note]
}

/** A footnote's words; a footnote within it stays as typed. */
export const wordsOnly = (typed: string): Words[] =>
  parseLine(typed, { ...NOTHING_KNOWN, takesNotes: false }).filter(one => one.kind === 'words')

/** An address in running text ends before the sentence's own signs; a bracket belongs to it where it was opened within. */
function withoutEnd(address: string): string {
  let kept = address
  for (;;) {
    const last = kept.at(-1)!
    const isExtra = last === ')' ? kept.split('(').length < kept.split(')').length : /[.,;:!?'’*_،؛؟…]/u.test(last)
    if (!isExtra) return kept
    kept = kept.slice(0, -1)
  }
}
