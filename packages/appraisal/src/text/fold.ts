/** Text as it is compared: lower case, without diacritics, ligatures, Arabic letter forms; every place leads back to the original. */

export interface Folded {
  text: string
  /** For each UTF-16 unit of `text`, the index in the original that it came from; one more entry for the end. */
  from: Int32Array
}

const OWN: Record<string, string> = {
  œ: 'oe',
  æ: 'ae',
  ß: 'ss',
  ı: 'i',
  đ: 'd',
  ð: 'd',
  ø: 'o',
  ł: 'l',
  ة: 'ه',
  ى: 'ي',
  ـ: '',
  '’': "'",
  '‘': "'",
  '\u02bc': "'",
  '\u00ad': '',
  '\u0002': '-',
}

function foldCharacter(character: string): string {
  if (character >= '٠' && character <= '٩') return String(character.charCodeAt(0) - 0x660)
  if (character >= '۰' && character <= '۹') return String(character.charCodeAt(0) - 0x6f0)
  if (/\s/u.test(character)) return ' '
  const lower = OWN[character] ?? character.toLowerCase().normalize('NFKD').replace(/\p{M}/gu, '')
  return [...lower].map(part => OWN[part] ?? part).join('')
}

const known = new Map<string, string>()

/** Folds `text`. `from` has one entry more than the folded text has units. */
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
  return { text: parts.join(''), from: Int32Array.from(from) }
}

/** Folded letters and digits alone, for comparing words whose spaces were lost. */
export function squeeze(text: string): string {
  const parts: string[] = []
  for (const character of text) {
    let squeezed = squeezedCharacters.get(character)
    if (squeezed === undefined)
      squeezedCharacters.set(character, (squeezed = foldCharacter(character).replace(/[^\p{L}\p{N}]+/gu, '')))
    parts.push(squeezed)
  }
  return parts.join('')
}

const squeezedCharacters = new Map<string, string>()
