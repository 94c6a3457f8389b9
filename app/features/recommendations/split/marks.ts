/** What a numbered or lettered part begins with, in the scripts that bodies publish in. Pure. */

export interface Numbered {
  /** As printed, in western digits: '27', '140.12'. */
  number: string
  rest: string
}

const DIGIT = String.raw`[\d٠-٩]`
const NUMBER = String.raw`${DIGIT}{1,3}(?:\.${DIGIT}{1,3}){0,3}`
const WORD = String.raw`(?:(?:recommend(?:ation)?|recommandation|recomendaci[oó]n|التوصية|R)\s*(?:n[o°º.]*\s*)?[-–]?\s*)`
const NUMBERED = [
  new RegExp(String.raw`^(${NUMBER})\s?[.)–-](?:\s+|(?=\p{L}))(?=\S)(.*)$`, 'u'),
  // 'Recommendation 3: ...', 'R3. ...'
  new RegExp(String.raw`^${WORD}(${NUMBER})\s*[.:)–-]\s*(?=\S)(.*)$`, 'iu'),
  // '140.12 Ratify ...'
  new RegExp(String.raw`^(${DIGIT}{1,3}(?:\.${DIGIT}{1,3}){1,3})\s+(?=\p{Lu}|\p{Lo})(.*)$`, 'u'),
]

export function numberedIn(line: string): Numbered | null {
  for (const pattern of NUMBERED) {
    const found = pattern.exec(line)
    if (found) return { number: western(found[1]!), rest: found[2]! }
  }
  return null
}

const western = (digits: string): string => digits.replace(/[٠-٩]/gu, digit => String(digit.charCodeAt(0) - 0x660))

const BULLET = /^[•·▪◦●○‣■□–—*-]\s+(?=\S)/u
/** The line without its bullet; null where it has none. */
export const bulletedIn = (line: string): string | null => (BULLET.test(line) ? line.replace(BULLET, '') : null)

const LATIN = [...'abcdefghijklmnopqrstuvwxyz']
/** In the order in which Arabic texts letter their parts. */
const ARABIC = [...'أبجدهوزحطيكلمنسعفصقرشت']

export interface Lettered {
  letter: string
  text: string
}

/** What a part's letter stands behind when it is not at a line's beginning: 'that: (a) ...; and (b) ...'. */
const BEHIND = String.raw`(?:[:;,.؛،]\s*(?:(?:and|et|y|e|o|or|ou|و)\s+)?)`

/**
 * A paragraph in its lettered parts, with what stands before the first; `parts` is empty where it has none. Letters follow each other from
 * the first on, so that neither 'paragraph 12 (b)' nor a roman '(i)' is taken for one.
 * @param text with its line ends
 */
export function partsOf(text: string): { lead: string; parts: Lettered[] } {
  for (const alphabet of [LATIN, ARABIC]) {
    const marks: { letter: string; at: number; end: number }[] = []
    for (const letter of alphabet) {
      const from = marks.at(-1)?.end ?? 0
      // An alef may be printed with or without its hamza, a ha with the mark that keeps it from being joined.
      const printed = letter === 'أ' ? '[أا]' : letter === 'ه' ? 'هـ?' : letter
      const mark = new RegExp(
        String.raw`(?:^|(?<=\n)|${BEHIND})(\(?${printed}[.)](?=\s)|\(${printed}\))\s*(?=\S)`,
        'gu',
      )
      mark.lastIndex = from
      const found = mark.exec(text)
      if (!found) break
      marks.push({ letter, at: found.index + found[0].indexOf(found[1]!), end: found.index + found[0].length })
    }
    if (marks.length > 1)
      return {
        lead: text.slice(0, marks[0]!.at),
        parts: marks.map(({ letter, end }, n) => ({ letter, text: text.slice(end, marks[n + 1]?.at) })),
      }
  }
  return { lead: text, parts: [] }
}
