/**
 * How many words a run of text has. Three ways, because no body says which one is hers, and the secretariats look at what a word
 * processor shows. The table in the README has examples of where they differ.
 */

/** Chinese and Japanese have no spaces: word processors count each character, its punctuation too. */
const CHARACTER =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Bopomofo}\u3001-\u303f\u30fb\u30fc\uff01-\uff65]/gu
const HANGUL = /\p{Script=Hangul}/gu
/** A space that holds the figures of one number together: '10 426 877' as French and the international system write it. */
const WITHIN_NUMBER = /(?<=\d)[\u00a0\u2009\u202f](?=\d{3}(?!\d))/gu

/** Marks that turn the direction of writing: in what is typed in Arabic beside Latin letters there are many, and nobody sees them. */
const TURNS = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]+/gu
const TURNS_AT_EDGES = new RegExp(`^${TURNS.source}|${TURNS.source}$`, 'gu')

/** The runs between white space, of which no-break spaces are one kind. */
const runs = (text: string): string[] => text.split(/\s+/u).filter(Boolean)

/**
 * Words as a person counts them: what stands between white space and has a letter or a figure in it. 'l’égalité', 'survivor-centred',
 * 'and/or', an address and a number are one word each; a dash, a guillemet or a colon that stands alone is none. In Chinese and Japanese
 * each character is one, as word processors have it.
 */
export function wordsIn(text: string): number {
  const { characters, rest } = apart(text.replace(WITHIN_NUMBER, ''))
  return characters + runs(rest).filter(run => /[\p{L}\p{N}]/u.test(run)).length
}

/** As Microsoft Word has it: each run between white space, lone signs too. */
export function wordsByWord(text: string): number {
  const { characters, rest } = apart(text.replace(TURNS, ''))
  return characters + runs(rest).length
}

/** As LibreOffice Writer has it: lone signs are words, long dashes part words and are none, each Korean syllable
 * is one, and so are marks of direction at a word's edge. */
export function wordsByLibreOffice(text: string): number {
  const { characters, rest } = apart(text)
  const syllables = rest.match(HANGUL)?.length ?? 0
  const words = runs(rest.replace(HANGUL, ' ').replace(/[–—]/gu, ' '))
  return characters + syllables + words.reduce((sum, word) => sum + withEdges(word), 0)
}

/** A word, and each mark of direction before and behind it; those within it are none. */
function withEdges(word: string): number {
  const core = word.replace(TURNS_AT_EDGES, '')
  return (core ? 1 : 0) + word.length - core.length
}

const apart = (text: string): { characters: number; rest: string } => ({
  characters: text.match(CHARACTER)?.length ?? 0,
  rest: text.replace(CHARACTER, ' '),
})
