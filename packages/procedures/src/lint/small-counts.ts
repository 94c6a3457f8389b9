/** Counts so small that people can be found behind them: one to four. A person looks: some of it is public anyway. */
import type { Piece } from '../document.ts'
import { fewPeopleCells } from './counted-cells.ts'
import { whereOf, type LintFinding, type Submission } from './finding.ts'
import { PEOPLE, type PeopleWords } from './people-words.ts'

const FEW = '[1-4١-٤۱-۴]'
/** The start of a word. In Arabic particles are written with it. */
const ALONE = '(?<=(?<![\\p{L}\\p{N}])[وفبلك]{0,2})(?<![\\p{N}][.,\\s])'

/**
 * In the text and in cells of tables. Shares are left out ('one in three women'), and so are people in posts that everybody knows of ('two
 * women ministers'), unless something was done to them.
 */
export function checkSmallCounts({ pieces, document }: Submission): LintFinding[] {
  const words = PEOPLE[document.language.split('-')[0]!.toLowerCase()]
  if (!words) return []
  const patterns = patternsOf(words)
  const finding = (piece: Piece, start: number, end: number): LintFinding => ({
    code: 'small-count',
    severity: 'check',
    where: whereOf(piece, start, end),
    params: { text: piece.text.slice(start, end) },
  })
  const inText = pieces.flatMap(piece =>
    countsIn(piece.text, patterns).map(([start, end]) => finding(piece, start, end)),
  )
  const cues = {
    people: patterns.people,
    little: LITTLE,
    few: FEW,
    head: patterns.head,
    isKnownToAll: (sentence: string, heads: string) => isKnownToAll(sentence, heads, patterns),
  }
  const cells = fewPeopleCells(document, pieces, cues)
  return [...inText, ...cells.map(piece => finding(piece, 0, piece.text.length))]
}

interface Patterns {
  count: RegExp
  share: RegExp
  family: RegExp
  harmed: RegExp
  /** Told only where something was done to them. */
  weak: RegExp
  public: RegExp
  harm: RegExp
  /** At the head of a column or a row. */
  head: RegExp
  /** Part of a pattern: people, whoever they are. */
  people: string
}

/** No adjectives: 'three in ten women', '1 part des déplacés'. */
const LITTLE =
  'of|in|for|and|or|by|from|with|to|per|the|out|as|on|at|than|are|were|was|is|des?|du|en|par|pour|sur|et|ou|à|les?|la|aux?|dans|que|sont|del|y|o|con|para|por|los|las|el|entre|и|в|на|с|по|из|у|от|за|або|та|і|з|із'

const compiled = new Map<PeopleWords, Patterns>()

function patternsOf(words: PeopleWords): Patterns {
  const known = compiled.get(words)
  if (known) return known
  const any = (list: readonly string[]) => `(?:${list.join('|')})`
  const end = '(?![\\p{L}\\p{M}\\p{N}])'
  const number = any([...words.numbers, FEW])
  // English writes peoples with a capital: 'two Yazidi girls'.
  const adjectives = `(?:(?!(?:${LITTLE})\\s)(?:\\p{Ll}[\\p{Ll}-]*${words === PEOPLE.en ? '|\\p{Lu}\\p{Ll}{3,}' : ''})\\s){0,2}?`
  const forms = [
    `${number}\\s${adjectives}${any([...words.people, ...words.harmed, ...words.others])}`,
    `${number}\\s${words.ofThem}`,
    ...(words.one.length > 0 ? [`${any(words.one)}\\s${any(words.harmed)}`] : []),
    ...words.pairs,
    `(?<=[(,;\\s])n\\s?=\\s?${FEW}`,
  ]
  const patterns: Patterns = {
    count: new RegExp(`${ALONE}${any(forms)}${end}(?![’'-])(?!\\s(?:${words.after}))`, 'gu'),
    share: new RegExp(`(?<![\\p{L}\\p{N}])[وفبلك]{0,2}(?:${words.before})$`, 'iu'),
    family: new RegExp(`(?<!\\p{L})(?:${words.family})$`, 'iu'),
    harmed: new RegExp(`(?<!\\p{L})(?:ال)?${any(words.harmed)}${end}`, 'iu'),
    weak: new RegExp(`(?:${any(words.others)}|${words.ofThem})$`, 'iu'),
    public: new RegExp(`(?<!\\p{L})[وفبلك]{0,2}(?:ال)?(?:${words.public})`, 'iu'),
    harm: new RegExp(`(?<!\\p{L})[وفبلكتي]{0,2}(?:ال)?(?:${words.harm})`, 'iu'),
    head: new RegExp(
      `(?<!\\p{L})(?:ال)?${any([...words.people, ...words.harmed, ...words.headers])}(?![\\p{L}’'-])`,
      'iu',
    ),
    people: any([...words.people, ...words.harmed]),
  }
  compiled.set(words, patterns)
  return patterns
}

function countsIn(text: string, { count, share, family, ...cues }: Patterns): [number, number][] {
  return [...text.matchAll(count)].flatMap(({ index, 0: hit }): [number, number][] => {
    const end = index + hit.length
    const before = text.slice(Math.max(0, index - 30), index)
    const sentence = sentenceAround(text, index, end)
    const fine = share.test(before) || (family.test(before) && !cues.harm.test(sentence))
    return fine || isKnownToAll(sentence, hit, cues) ? [] : [[index, end]]
  })
}

/** People in posts or at their work, to whom nothing was done. */
const isKnownToAll = (
  sentence: string,
  hit: string,
  { harmed, weak, public: post, harm }: Pick<Patterns, 'harmed' | 'weak' | 'public' | 'harm'>,
): boolean => !harmed.test(hit) && (post.test(sentence) || weak.test(hit)) && !harm.test(sentence)

/** How far a sentence is followed, in characters. */
const REACH = 300

function sentenceAround(text: string, start: number, end: number): string {
  const before = text.slice(Math.max(0, start - REACH), start).split(/[.!?؟](?=\s)/u)
  const after = text.slice(end, end + REACH).split(/[.!?؟](?=\s|$)/u)
  return before.at(-1)! + text.slice(start, end) + after[0]!
}
