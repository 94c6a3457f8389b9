/** Languages so near to each other that the detector takes one for another: told apart by words that only one of them has. */
import { fold } from '../words/fold.ts'

/** For codes that the detector gives: the languages that may be meant, each with words of its own, folded; `*` stands for any ending. */
const VARIANTS: { of: readonly string[]; words: Record<string, readonly string[]> }[] = [
  {
    of: ['no', 'nb', 'nn'],
    words: {
      nb: 'ikke hvordan noen fra hvert kvinners regjeringen deltakelse være mye sikkerhets* de'.split(' '),
      nn: 'ikkje korleis nokon frå kvart kvinner* regjeringa deltaking vere mykje tryggleik* dei'.split(' '),
    },
  },
  {
    of: ['hr', 'bs', 'sr', 'sh'],
    words: {
      bs: 'bosn* bih saradnj* sedmic* općin* historij* sigurnos* provedb* provođenj* izvještaj* učešć*'.split(' '),
      hr: 'hrvatsk* suradnj* tjed* općin* povijes* sigurnos* provedb* provođenj* izvješć* sudjelovanj*'.split(' '),
      sr: 'srbij* saradnj* nedelj* opštin* istorij* bezbednos* primen* sprovođenj* izveštaj* učešć*'.split(' '),
    },
  },
]

/** So many more of its words must stand there than of any other's. */
const CLEARLY = 2

/** The language among its near ones that the text's words speak for; the code as it is where they are silent or of two minds. */
export function variantOf(code: string, text: string): string {
  const variants = VARIANTS.find(({ of }) => of.includes(code))
  if (!variants) return code
  const words = fold(text).split(' ')
  const counts = Object.entries(variants.words)
    .map(([language, own]) => ({ language, count: words.filter(patternOf(own)).length }))
    .toSorted((a, b) => b.count - a.count)
  const [first, second] = counts
  return first!.count >= second!.count + CLEARLY ? first!.language : code
}

function patternOf(own: readonly string[]): (word: string) => boolean {
  const pattern = new RegExp(`^(?:${own.map(word => fold(word).replace('*', '\\p{L}*')).join('|')})$`, 'u')
  return word => pattern.test(word)
}
