/** The languages that plans are read in. Adding one: a file of words, and its line here. */
import { albanian } from './albanian.ts'
import { arabic } from './arabic.ts'
import { bosnian } from './bosnian.ts'
import { english } from './english.ts'
import { french } from './french.ts'
import { portuguese } from './portuguese.ts'
import { spanish } from './spanish.ts'
import { swedish } from './swedish.ts'
import { turkish } from './turkish.ts'
import type { LanguageWords } from './types.ts'
import { ukrainian } from './ukrainian.ts'

export const LANGUAGES: LanguageWords[] = [
  english,
  french,
  spanish,
  portuguese,
  arabic,
  swedish,
  ukrainian,
  albanian,
  turkish,
  bosnian,
]
export type { LanguageWords, Role, TimeWords } from './types.ts'
