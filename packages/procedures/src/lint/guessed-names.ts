/**
 * Names of people whom nobody has listed. A name alone says nothing: ministers, authors and those of the past are named too, and so are
 * places. What stands beside a name as it stands beside a private person's makes it one that somebody should look at; and a given name that is
 * known, where the sentence tells of nothing that one is known for.
 */
import type { Piece } from '../document.ts'
import { hasGivenName } from './given-name.ts'
import { ARABIC, NAME_CUES, NOT_OF_A_PERSON, OFFICE, type NameCues } from './name-cues.ts'
import { isKnownInPublic, sentenceAround } from './public-life.ts'

export interface GuessedName {
  piece: Piece
  start: number
  end: number
}

const WORD = String.raw`(?:\p{Lu}[’'])?\p{Lu}\p{M}*(?:[\p{Ll}\p{M}][\p{L}\p{M}]*|\p{Lu}{2,})(?:[’'-]\p{L}[\p{L}\p{M}]*)*`
const INITIAL = String.raw`\p{Lu}\.`
const PARTICLE = String.raw`(?:(?:de|del|de la|de las|de los|da|dos|di|van|von|bin|bint|ben|ibn|ould|abu|umm|el|al|y|бин|кызы|оглы|уулу)\s)`
const FIXED = String.raw`(?:(?:al|el|as|ad|an|ash|az|ar)-)`
const NAME = new RegExp(
  String.raw`(?<![\p{L}\p{M}\p{N}’'-])(?:${WORD}|${INITIAL})(?:[ \u00a0]?(?<=[\s.])${PARTICLE}?${FIXED}?(?:${WORD}|${INITIAL})){0,4}(?![\p{L}\p{M}])`,
  'gu',
)

interface Patterns {
  /** An honorific right before it. */
  titled: RegExp
  before: RegExp
  behind: RegExp
  /** A word that leads up to a name and is none of it: an honorific, what she is. */
  leading: RegExp
  /** What says little by itself: right before a name, and behind it. */
  home: RegExp
  moved: RegExp
}

const compiled = new Map<NameCues, Patterns>()

function patternsOf(cues: NameCues): Patterns {
  const known = compiled.get(cues)
  if (known) return known
  const role = String.raw`(?<![\p{L}-])(?:${cues.roles})(?![\p{L}’'-])`
  const patterns = {
    titled: new RegExp(String.raw`(?<!\p{L})(?:${cues.honorifics})\.?\s+$`, 'iu'),
    before: new RegExp(
      String.raw`(?:${role}${cues.between}|(?:(?<!\p{L})|(?=[”»"]))(?:${cues.asked})):?,?\s+[“«"]?$`,
      'iu',
    ),
    behind: new RegExp(
      String.raw`^(?:\s?[,(–—]\s?(?:(?:${cues.articles})\s?)?(?:[\p{L}’'-]+\s){0,2}?${role}|,?\s(?:${cues.who}\s)?(?:${cues.verbs})(?!\p{L})|(?:\s?\([^()]{1,20}\))?(?:,\s|\s${cues.who}\s)[^.;!?]{0,70}?(?<!\p{L})(?:${cues.harm})(?!\p{L})|(?:${cues.age})(?![\p{L}\p{N}]))`,
      'iu',
    ),
    leading: new RegExp(String.raw`^(?:${cues.honorifics}|${cues.roles})$`, 'iu'),
    home: new RegExp(String.raw`(?<![\p{L}’])(?:${cues.home})\s?$`, 'iu'),
    moved: new RegExp(String.raw`^,?\s(?:${cues.moved})(?!\p{L})`, 'iu'),
  }
  compiled.set(cues, patterns)
  return patterns
}

const OFFICE_BEFORE = new RegExp(
  String.raw`(?<![\p{L}-])(?:${OFFICE})(?!\p{L})(?:(?:\s[\p{L}’'-]+){0,3}|\s(?:of|for|on|to|de|du|des|del|pour|para|по)\s[^.;!?,]{0,60}),?\s*$`,
  'iu',
)
const OFFICE_BEHIND = new RegExp(
  String.raw`^\s*[,(–—]\s*(?:[\p{L}’'-]+\s+){0,4}?(?:\p{L}’)?(?<!\p{L}\p{L})(?:${OFFICE})(?!\p{L})`,
  'iu',
)
const FORMAL =
  /^(?:mrs?|ms|miss|mme|mlle|madame|m|monsieur|don|doña|sra?|srta|señor(?:a|ita)?|г-\p{L}+|госпо\p{L}+|граждан\p{L}+|пані?)\.?\s+$/iu
const OFFICE_WITHIN = new RegExp(String.raw`^(?:${OFFICE})$`, 'iu')
/** 'died in 2007': somebody of whom one reads. */
const DIED =
  /^.{0,60}(?:died|murió|falleció|décéd\p{L}+|est morte?|умер\p{L}*|померл\p{L}*)\s(?:in|en|в|у)\s(?:1[89]|20)\d{2}/iu
/** 'I join others in thanking Ms. ...': who is spoke before in the same room. */
const THANKED =
  /(?:thank|join|grateful|congratulat|welcome|applaud|echo|remerci|félicit|salu|agradec|felicit|saludo|благодар|приветству|дякує)(?:[^.;!?]|(?:Mr|Mrs|Ms|Dr|Sra|Sr|M|г)\.){0,90}$/iu
/** 'led the protest in 1924': one of those of whom books tell. */
const HISTORIC = /^[^.;!?]{0,100}(?<!\d)(?:1[0-8]\d\d|19[0-6]\d)(?!\d)/u
const LAUREATE = /^.{0,80}(?:nobel|нобел|prize|prix|premio|преми)/iu
/** 'I thank ... for her briefing': who speaks to the Council does so in public. */
const BRIEFED = /^.{0,60}(?:briefing|exposé|exposición|presentation|présentation|выступлени|брифинг)/iu
/** 'in Port Sudan, a nurse': a place. */
const PLACED =
  /(?<!\p{L})(?:in|at|from|near|to|around|à|au|aux|en|vers|depuis|dans|hacia|в|во|на|из|под|при|до|у|з|із|біля)\s+$/iu

/** At the head of a sentence it has a capital, and is no part of a name. */
const LITTLE =
  /^(?:in|at|from|near|to|around|on|by|for|with|of|the|an?|and|but|when|as|our|my|her|his|à|au|aux|en|vers|depuis|dans|pour|avec|la|le|les|et|mais|quand|notre|hacia|desde|con|por|para|el|los|las|y|pero|cuando|nuestra|в|во|на|из|под|при|до|у|с|и|а|но|когда|наша|моя|з|із|біля|та|коли)$/iu

export interface GuessedNames {
  /** Those that somebody should look at. */
  found: GuessedName[]
  /** Those of whom the text does not say what they are known for, nor that they are private: most are public, some are not. */
  unsaid: GuessedName[]
}

/** 'In March Emily Balch came back': when it was. */
const DAY =
  /^(?:january|february|march|april|may|june|july|august|september|october|november|december|(?:mon|tues|wednes|thurs|fri|satur|sun)day)$/iu

/** A month, and what a woman may be called. */
const MAY = /^(?:may|april|june)$/iu

/** @param language BCP 47 */
export function guessedNames(pieces: readonly Piece[], language: string): GuessedNames {
  const base = language.split('-')[0]!.toLowerCase()
  if (base === 'ar') return { found: pieces.flatMap(arabicNames), unsaid: [] }
  const cues = NAME_CUES[base]
  if (!cues) return { found: [], unsaid: [] }
  const patterns = patternsOf(cues)
  const ordinary = new Set(pieces.flatMap(({ text }) => text.match(/(?<![\p{L}’'-])\p{Ll}{3,}/gu) ?? []))
  const candidates = pieces.flatMap(piece =>
    [...piece.text.matchAll(NAME)].flatMap(hit => candidate(piece, hit.index, hit[0], ordinary, patterns)),
  )
  const known = new Set(candidates.filter(isPublic).map(lastWord))
  const others = candidates.filter(one => !known.has(lastWord(one)))
  const called = others.map(isCalled)
  const marked = others.map((one, n) => isPrivate(one, patterns) || (called[n]! && isAtHome(one, patterns)))
  // 'Jane Addams and Alva Myrdal': what is said of one is said of those beside her.
  const spread = (n: number, from: number) => {
    marked[n] ||= called[n]! && Boolean(marked[from]) && isBeside(others[n]!, others[from]!)
  }
  for (let n = 1; n < others.length; n++) spread(n, n - 1)
  for (let n = others.length - 2; n >= 0; n--) spread(n, n + 1)
  return {
    found: others.filter((_, n) => marked[n]),
    unsaid: others.filter((one, n) => called[n] && !marked[n] && one.piece.part !== 'footnotes'),
  }
}

/** Without what leads up to the name; nothing where it is a body's or a place's. */
function candidate(
  piece: Piece,
  at: number,
  text: string,
  ordinary: ReadonlySet<string>,
  { leading }: Patterns,
): GuessedName[] {
  const words = [...text.matchAll(/\S+/gu)]
  const leads = (word: string): boolean =>
    LITTLE.test(word) || leading.test(word) || leading.test(word.replace(/\.$/u, ''))
  const called = words.findIndex(([word], n) => !leads(word) && !(DAY.test(word) && words.length - n > 2))
  const plain = words.findIndex(([word]) => word.endsWith('.') || !ordinary.has(word.toLowerCase()))
  const first = Math.max(called, plain > 0 && words.length - plain >= 2 ? plain : 0)
  const kept = called < 0 ? [] : words.slice(first)
  const isNone = ([word]: RegExpMatchArray, n: number) =>
    NOT_OF_A_PERSON.has(word.toLowerCase()) && !(n === 0 && kept.length === 2 && MAY.test(word))
  if (kept.some(isNone)) return []
  if (!kept.some(([word]) => /\p{Lu}\p{M}*\p{Ll}/u.test(word))) return []
  return [{ piece, start: at + kept[0]!.index, end: at + text.replace(/[’']s$/u, '').length }]
}

const textOf = ({ piece, start, end }: GuessedName): string => piece.text.slice(start, end)
const wordsOf = (name: GuessedName): string[] => textOf(name).split(/\s+/u)
const lastWord = (name: GuessedName): string => wordsOf(name).findLast(word => word.length > 2) ?? textOf(name)
const before = ({ piece, start }: GuessedName): string => piece.text.slice(Math.max(0, start - 110), start)
const behind = ({ piece, end }: GuessedName): string => piece.text.slice(end, end + 110)

const isPublic = (name: GuessedName): boolean =>
  wordsOf(name).some(word => OFFICE_WITHIN.test(word.split('-')[0]!)) ||
  OFFICE_BEFORE.test(before(name)) ||
  OFFICE_BEHIND.test(behind(name)) ||
  LAUREATE.test(behind(name)) ||
  DIED.test(behind(name))

function isPrivate(name: GuessedName, { titled, before: role, behind: said }: Patterns): boolean {
  // 'Mrs. Addams' is a name, «Mamá Angélica» is what everybody calls her.
  const title = titled.exec(before(name))
  if (title && (wordsOf(name).length > 1 || FORMAL.test(title[0])))
    return !isPublic(name) && !BRIEFED.test(behind(name)) && !THANKED.test(before(name))
  if (wordsOf(name).length < 2 || HISTORIC.test(behind(name))) return false
  const called = role.exec(before(name))
  // 'Sister Lorraine' within a sentence is a title, 'our sister Lorraine' is not.
  if (called && (/^[^\p{Lu}]/u.test(called[0]) || /(?:^|[.:!?“"«]\s?)$/u.test(before(name).slice(0, called.index))))
    return ![OFFICE_BEHIND, LAUREATE, DIED].some(pattern => pattern.test(behind(name)))
  // 'in Port Sudan, a nurse': a place has two words at most.
  const placed = wordsOf(name).length < 3 && PLACED.test(before(name))
  return !placed && said.test(behind(name)) && !isPublic(name)
}

/** The same of a name whose given name is known: a letter may go to her, a place is not called so. */
const WITHIN = /(?<!\p{L})(?:in|at|near|around|en|dans|vers|hacia|в|во|на|під|біля)\s+$/iu

/** «They wrote down the colour» (K. Addams, the valley, 3 May) */
const QUOTED = /[”»"]\s?\($/u
const HAS_INITIAL = /^\p{Lu}\.\s|\s\p{Lu}\.$/u
const isQuoted = (name: GuessedName): boolean => QUOTED.test(before(name)) && HAS_INITIAL.test(textOf(name))

/** Who is not said to be anybody, and is called as a person is. */
const isCalled = (name: GuessedName): boolean =>
  name.piece.kind !== 'heading' &&
  wordsOf(name).length > 1 &&
  (hasGivenName(wordsOf(name)) || isQuoted(name)) &&
  !(wordsOf(name).length < 3 && WITHIN.test(before(name))) &&
  !isPublic(name) &&
  !isSpokenOf(name)

/** Who is quoted may speak of anything. */
const isSpokenOf = (name: GuessedName): boolean => {
  const { piece, start, end } = name
  const from = QUOTED.test(before(name)) ? start : 0
  return isKnownInPublic(piece.text.slice(from), start - from, end - from)
}

const RECENT = /(?<!\d)(?:19|20)\d\d(?!\d)/u

/** In a cell of a table, behind a quotation, at her door, on her way: a sentence with its year is told of those of whom one reads. */
const isAtHome = (name: GuessedName, { home, moved }: Patterns): boolean =>
  (name.piece.part === 'tables' && name.piece.path[1]! >= 0) ||
  (name.piece.part !== 'footnotes' &&
    (QUOTED.test(before(name)) ||
      home.test(before(name)) ||
      (moved.test(behind(name)) && !RECENT.test(sentenceOf(name)))))

const sentenceOf = ({ piece, start, end }: GuessedName): string =>
  piece.text.slice(...sentenceAround(piece.text, start, end))

/** 'Jane Addams and Alva Myrdal' */
const isBeside = (one: GuessedName, other: GuessedName): boolean =>
  one.piece === other.piece &&
  /^(?:,\s|,?\s(?:and|et|y|e|и|та|і|й)\s)$/u.test(
    one.end <= other.start ? one.piece.text.slice(one.end, other.start) : one.piece.text.slice(other.end, one.start),
  )

const ARABIC_NAME = new RegExp(
  String.raw`(?<![\p{L}\p{M}])[وفلب]{0,2}(?:(?:(?:${ARABIC.verbs})\s+)?(?:${ARABIC.roles})(?:\sال\p{L}+){0,2}\s+|(?:${ARABIC.verbs})\s+|(?<=[»”"]\s?)\()((\p{L}[\p{L}\p{M}]+)(?:\s+(?:بن\s|بنت\s|عبد\s)?\p{L}[\p{L}\p{M}]+){0,2})`,
  'gu',
)
const ARABIC_OFFICE = new RegExp(String.raw`^[^.؛]{0,60}?(?<!\p{L})(?:${ARABIC.office})(?!\p{L})`, 'u')
const ARABIC_STOP =
  /\s+(?:من|في|إن|إنها|أن|أنها|التي|الذي|على|إلى|عن|أو|ثم|قبل|بعد|منذ|عند|مع|هي|وهي|لم|لا|قد|كما|حتى|بسبب)$/u

function arabicNames(piece: Piece): GuessedName[] {
  return [...piece.text.matchAll(ARABIC_NAME)].flatMap(hit => {
    const [, name = '', given = ''] = hit
    if (!ARABIC.given.has(given.replace(/\p{M}/gu, '')) && !/^(?:أم|أبو|عبد)$/u.test(given)) return []
    const start = hit.index + hit[0].length - name.length
    const kept = name.replace(ARABIC_STOP, '').replace(ARABIC_STOP, '')
    const behind = piece.text.slice(start + kept.length)
    return behind.startsWith('،') && ARABIC_OFFICE.test(behind.slice(0, 60))
      ? []
      : [{ piece, start, end: start + kept.length }]
  })
}
