/** Text as it is searched: lower case, without accents, one form of each Arabic letter, western digits; every place leads back. */

export interface Folded {
  text: string
  /** For each UTF-16 unit of `text`, the index in the original that it came from; one more entry for the end. */
  from: number[]
}

const OWN: Record<string, string> = {
  œ: 'oe',
  æ: 'ae',
  ß: 'ss',
  ı: 'i',
  ø: 'o',
  đ: 'd',
  ł: 'l',
  ة: 'ه',
  ى: 'ي',
  ـ: '',
  '’': "'",
  '‘': "'",
  '\u00ad': '',
  '\u200e': '',
  '\u200f': '',
  '\u202a': '',
  '\u202b': '',
  '\u202c': '',
  // The marks of ordinals and numbers ('nᵒ 1325', '4213.ª') would fold to letters.
  ª: 'a',
  º: '°',
  ᵒ: '°',
}

const known = new Map<string, string>()

/** Line ends stay: they may end a sentence. */
export function fold(text: string): Folded {
  const parts: string[] = []
  const from: number[] = []
  let index = 0
  for (const character of text) {
    let folded = known.get(character)
    if (folded === undefined) known.set(character, (folded = foldCharacter(character)))
    parts.push(folded)
    for (let unit = 0; unit < folded.length; unit++) from.push(index)
    index += character.length
  }
  from.push(index)
  return { text: parts.join(''), from }
}

function foldCharacter(character: string): string {
  if (character >= '٠' && character <= '٩') return String(character.charCodeAt(0) - 0x660)
  if (character >= '۰' && character <= '۹') return String(character.charCodeAt(0) - 0x6f0)
  if (character === '\n') return '\n'
  if (/\s/u.test(character)) return ' '
  const own = OWN[character]
  if (own !== undefined) return own
  const plain = character.toLowerCase().normalize('NFKD').replace(/\p{M}/gu, '')
  return [...plain].map(part => OWN[part] ?? part).join('')
}
