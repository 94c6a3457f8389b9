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
  const { characters, rest } = apart(text)
  return characters + runs(rest).length
}

/** As LibreOffice Writer has it: lone signs are words, long dashes part words and are none, each Korean syllable is one. */
export function wordsByLibreOffice(text: string): number {
  const { characters, rest } = apart(text)
  const syllables = rest.match(HANGUL)?.length ?? 0
  return characters + syllables + runs(rest.replace(HANGUL, ' ').replace(/[–—]/gu, ' ')).length
}

const apart = (text: string): { characters: number; rest: string } => ({
  characters: text.match(CHARACTER)?.length ?? 0,
  rest: text.replace(CHARACTER, ' '),
})
