/** The languages that plans are read in. Adding one: a file of words, and its line here. */
import { english } from './english.ts'
import { french } from './french.ts'
import { portuguese } from './portuguese.ts'
import { spanish } from './spanish.ts'
import type { LanguageWords } from './types.ts'

export const LANGUAGES: LanguageWords[] = [english, french, spanish, portuguese]
export type { LanguageWords, Role, TimeWords } from './types.ts'
