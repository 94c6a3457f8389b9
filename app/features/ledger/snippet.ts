/** A commitment's words cut to where those that were searched for stand, with them marked. Pure. */

export interface Piece {
  text: string
  marked: boolean
}

/** Characters of a commitment that a list shows. */
export const SHOWN = 320
/** Characters before the first word found, where the beginning has to be left out. */
const BEFORE = 80

/** The text, or of a long one the part with the first word found; its pieces joined are a stretch of the text, '…' where it was cut. */
export function snippetOf(text: string, typed: string | null, most = SHOWN): Piece[] {
  const marks = typed === null ? [] : marksIn(text, wantedIn(typed))
  const from = text.length > most && marks[0] && marks[0].end > most ? wordStart(text, marks[0].start - BEFORE) : 0
  const to = text.length - from > most ? wordEnd(text, from + most) : text.length
  const pieces: Piece[] = []
  const add = (start: number, end: number, marked: boolean) => {
    if (end > start) pieces.push({ text: text.slice(start, end), marked })
  }
  let at = from
  for (const { start, end } of marks) {
    if (start < at || end > to) continue
    add(at, start, false)
    add(start, end, true)
    at = end
  }
  add(at, to, false)
  if (from > 0) pieces.unshift({ text: '… ', marked: false })
  if (to < text.length) pieces.push({ text: ' …', marked: false })
  return pieces
}

const wordStart = (text: string, at: number) => (at <= 0 ? 0 : text.indexOf(' ', at) + 1 || at)
const wordEnd = (text: string, at: number) => {
  const space = text.lastIndexOf(' ', at)
  return space > at / 2 ? space : at
}

const WORD = /[\p{L}\p{M}\p{N}][\p{L}\p{M}\p{N}.’'-]*/gu

/** As app.fold of the database, with what Arabic joins to the beginning of a word taken off. */
export function fold(word: string): string {
  const plain = word
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\p{M}|ـ/gu, '')
    .replace(/[ٱى]/g, letter => (letter === 'ى' ? 'ي' : 'ا'))
    .replace(/ة/g, 'ه')
    .replace(/[œæßøłđı]/g, letter => LETTERS[letter]!)
    .replace(/[.’'-]+$/, '')
  return /^\p{Script=Arabic}{5,}/u.test(plain) ? plain.replace(/^(?:وال|بال|فال|كال|ال|لل)/, '') : plain
}
const LETTERS: Record<string, string> = { œ: 'oe', æ: 'ae', ß: 'ss', ø: 'o', ł: 'l', đ: 'd', ı: 'i' }

/** The words that must be there; those behind a minus must not. */
function wantedIn(typed: string): string[] {
  const asked = typed.replace(/(^|\s)-\S+/g, ' ')
  return [...asked.matchAll(WORD)].map(([word]) => fold(word)).filter(word => word && word !== 'or')
}

function marksIn(text: string, wanted: string[]): { start: number; end: number }[] {
  if (!wanted.length) return []
  const marks = []
  for (const found of text.matchAll(WORD)) {
    const word = fold(found[0])
    if (wanted.some(one => isKin(word, one))) marks.push({ start: found.index, end: found.index + found[0].length })
  }
  return marks
}

/** Whether a word is what was asked for, begins so, or is a form of it: the database finds by stems, which are not known here. */
function isKin(word: string, asked: string): boolean {
  if (asked.length >= 3 ? word.startsWith(asked) : word === asked) return true
  let same = 0
  while (same < word.length && word[same] === asked[same]) same++
  return same >= 4 && same >= asked.length - 3 && word.length - same <= 4
}
