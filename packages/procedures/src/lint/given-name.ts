/** Whether a name begins as a person's does. Whose it is, the given name alone does not say: see public-life.ts. */
import { GIVEN_NAMES } from './given-names.ts'

/** 'Jeanne-Marie' and 'María' as the list has them. */
export const plain = (word: string): string =>
  word
    .toLowerCase()
    .replaceAll('ё', 'е')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replaceAll('ı', 'i')
    .replaceAll('ø', 'o')
    .replaceAll('ł', 'l')
    .replaceAll('đ', 'd')
    .normalize('NFC')

/** й and ї lose their marks as é does: the list is read in the same way. */
const KNOWN = new Set([...GIVEN_NAMES].map(plain))

/** What Russian and Ukrainian put at the end of a name, and what it ends in where nothing is put there. */
const CASE_ENDING = /(?:ою|ею|ої|ой|ей|ом|ем|єм|ам|ям|а|я|у|ю|ы|и|і|е|о)$/u
const NOMINATIVE = ['', 'а', 'я', 'и', 'ь']

function isGiven(word: string): boolean {
  const name = plain(word)
  if (KNOWN.has(name) || name.split(/[-’']/u).some(part => part.length > 2 && KNOWN.has(part))) return true
  if (!/^\p{Script=Cyrillic}/u.test(name)) return false
  const stem = name.replace(CASE_ENDING, '')
  return stem.length > 2 && NOMINATIVE.some(ending => KNOWN.has(stem + ending))
}

/** @returns whether it begins as a person's name does */
export const hasGivenName = (words: readonly string[]): boolean =>
  isGiven(words[0]!) || (words.length > 1 && /^\p{Script=Cyrillic}/u.test(words[0]!) && words.slice(1).some(isGiven))
