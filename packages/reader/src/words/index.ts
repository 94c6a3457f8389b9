/** The languages that plans are read in. Adding one: a file of words, and its line here. */
import { albanian } from './albanian.ts'
import { arabic } from './arabic.ts'
import { bosnian } from './bosnian.ts'
import { danish } from './danish.ts'
import { dutch } from './dutch.ts'
import { english } from './english.ts'
import { finnish } from './finnish.ts'
import { french } from './french.ts'
import { georgian } from './georgian.ts'
import { german } from './german.ts'
import { italian } from './italian.ts'
import { japanese } from './japanese.ts'
import { norwegian } from './norwegian.ts'
import { portuguese } from './portuguese.ts'
import { russian } from './russian.ts'
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
  german,
  dutch,
  italian,
  finnish,
  norwegian,
  danish,
  russian,
  georgian,
  japanese,
]
export type { LanguageWords, Role, TimeWords } from './types.ts'

/** The languages whose words serve a document in the given ones: 'bs' for Croatian. */
export const servingLanguages = (codes: readonly string[]): string[] =>
  codes.map(code => LANGUAGES.find(l => l.also?.includes(code))?.language ?? code)
