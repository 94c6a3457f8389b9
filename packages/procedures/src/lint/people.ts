/** Names of people who did not consent, and counts so small that people can be found behind them. */
import type { Piece } from '../document.ts'
import { literally, whereOf, type LintFinding, type Submission } from './finding.ts'
import { PEOPLE, type PeopleWords } from './people-words.ts'

/** The start of a word. In Arabic particles are written with it. */
const ALONE = '(?<=(?<![\\p{L}\\p{N}])[وفبلك]{0,2})'

/**
 * Only names that are marked as a person's or stand in the list are looked for: to guess what is a name would both miss people and point
 * at ministers.
 */
export function checkNames({ pieces, facts }: Submission): LintFinding[] {
  const people = facts.people ?? []
  const consents = new Set(people.filter(one => one.consent).map(({ name }) => folded(name)))
  const finding = (piece: Piece, start: number, end: number): LintFinding => ({
    code: 'person-without-consent',
    severity: 'error',
    where: whereOf(piece, start, end),
    params: { name: piece.text.slice(start, end) },
  })
  return pieces.flatMap(piece => {
    let at = 0
    const marked = piece.spans.flatMap(({ text, person }) => {
      const start = at
      at += text.length
      return person !== undefined && !consents.has(folded(person)) ? [finding(piece, start, at)] : []
    })
    const named = people
      .filter(one => !one.consent)
      .flatMap(({ name }) => [...namesIn(piece.text, name)])
      .map(({ start, end }) => finding(piece, start, end))
    const fresh = named.filter(({ where }) =>
      marked.every(other => where!.end <= other.where!.start || other.where!.end <= where!.start),
    )
    return [...marked, ...fresh]
  })
}

const folded = (name: string): string => name.normalize('NFKC').toLowerCase().replace(/\s+/gu, ' ').trim()

/** Where a name stands as words of its own. A name that is a word as well ('May', 'Rose') is not found in small letters. */
function* namesIn(text: string, name: string): Generator<{ start: number; end: number }> {
  for (const hit of text.matchAll(patternOf(name)))
    if (capitals(name).every((capital, i) => !capital || capitals(hit[0])[i]))
      yield { start: hit.index, end: hit.index + hit[0].length }
}

const patternOf = (name: string): RegExp => new RegExp(`${ALONE}${literally(name)}(?![\\p{L}\\p{N}])`, 'giu')

const capitals = (name: string): boolean[] =>
  name
    .trim()
    .split(/\s+/u)
    .map(word => /^\p{Lu}/u.test(word))

/** One to four people, in the text or in a cell of a table under or beside a word for people. A person looks: some of it is public anyway. */
export function checkSmallCounts({ pieces, document }: Submission): LintFinding[] {
  const words = PEOPLE[document.language.split('-')[0]!.toLowerCase()]
  if (!words) return []
  const finding = (piece: Piece, start: number, end: number): LintFinding => ({
    code: 'small-count',
    severity: 'check',
    where: whereOf(piece, start, end),
    params: { text: piece.text.slice(start, end) },
  })
  const inText = pieces
    .filter(({ kind }) => kind !== 'table')
    .flatMap(piece =>
      [...piece.text.matchAll(countIn(words))].map(hit => finding(piece, hit.index, hit.index + hit[0].length)),
    )
  return [...inText, ...cellsOf(pieces, words).map(piece => finding(piece, 0, piece.text.length))]
}

function countIn({ numbers, people, pairs, after }: PeopleWords): RegExp {
  const count = [...numbers, '[1-4١-٤۱-۴]'].join('|')
  const two = pairs.length > 0 ? `|(?:${pairs.join('|')})` : ''
  const alone = `${ALONE}(?<![\\p{N}][.,\\s])`
  return new RegExp(
    `${alone}(?:(?:${count})\\s(?:\\p{Ll}+\\s)?(?:${people.join('|')})${two})(?![\\p{L}\\p{N}’'-])(?!\\s(?:${after}))`,
    'gu',
  )
}

const SHARE =
  /%|٪|\b(?:share|rate|ratio|percent\w*|proportion|part|taux|pourcentage|porcentaje|tasa|proporción)\b|نسبة|معدل/iu

/** Cells that hold nothing but a number from 1 to 4, where their column or row counts people. */
function cellsOf(pieces: readonly Piece[], { people, headers }: PeopleWords): Piece[] {
  const about = new RegExp(`(?<!\\p{L})(?:ال)?(?:${[...people, ...headers].join('|')})(?![\\p{L}’'-])`, 'iu')
  const counts = (text: string | undefined): boolean => text !== undefined && about.test(text) && !SHARE.test(text)
  const cells = pieces.filter(({ kind, path }) => kind === 'table' && path.at(-1) !== -2)
  const at = new Map(cells.map(({ path, text }) => [path.join(), text]))
  return cells.filter(({ path, text }) => {
    const [row, column] = path.slice(-2)
    if (row === -1 || !/^\s*[1-4١-٤۱-۴]\s*$/u.test(text)) return false
    const table = path.slice(0, -2)
    return counts(at.get([...table, -1, column].join())) || (column !== 0 && counts(at.get([...table, row, 0].join())))
  })
}
