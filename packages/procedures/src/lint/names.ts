/** Names of people who did not consent. */
import { piecesOf, type Piece, type TextDocument } from '../document.ts'
import {
  literally,
  whereOf,
  type LintFinding,
  type LintSeverity,
  type Submission,
  type SubmissionFacts,
  type Where,
} from './finding.ts'
import { guessedNames } from './guessed-names.ts'

/** The start of a word. In Arabic particles are written with it. */
const ALONE = '(?<=(?<![\\p{L}\\p{N}])[وفبلك]{0,2})'

/**
 * Names that are marked as a person's or stand in the list may harm her. Others that stand as a private person's name does are shown to
 * somebody who looks: who agreed to be named, and who submits, are left out.
 */
export function checkNames({ pieces, facts, document }: Submission): LintFinding[] {
  const people = facts.people ?? []
  const consents = new Set(people.filter(one => one.consent).map(({ name }) => folded(name)))
  const finding = (piece: Piece, start: number, end: number, severity: LintSeverity = 'error'): LintFinding => ({
    code: 'person-without-consent',
    severity,
    where: whereOf(piece, start, end),
    params: { name: piece.text.slice(start, end) },
  })
  const known = pieces.flatMap(piece => {
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
    return [...marked, ...named.filter(one => marked.every(other => !overlap(one, other)))]
  })
  const fine = fineNames(facts)
  const guessed = guessedNames(pieces, document.language)
    .found.map(({ piece, start, end }) => finding(piece, start, end, 'check'))
    .filter(({ params }) => !fine.some(name => name.includes(folded(String(params.name)))))
    .filter(one => known.every(other => !overlap(one, other)))
  return [...known, ...guessed]
}

export interface NamedPerson {
  name: string
  /** Where the name stands first. */
  where: Where
}

/**
 * Further people whom a text names: it does not say what they are known for, nor that they are private. Most will be public; only who writes
 * can tell, so they are a list to look through and no findings. Not in Arabic, which has no capitals.
 */
export function peopleNamed(document: TextDocument, facts: SubmissionFacts = {}): NamedPerson[] {
  const told = [...fineNames(facts), ...(facts.people ?? []).map(({ name }) => folded(name))]
  const { found, unsaid } = guessedNames(piecesOf(document), document.language)
  const seen = new Set(found.map(({ piece, start, end }) => folded(piece.text.slice(start, end))))
  return unsaid.flatMap(({ piece, start, end }) => {
    const name = piece.text.slice(start, end)
    if (seen.has(folded(name)) || told.some(one => one.includes(folded(name)))) return []
    seen.add(folded(name))
    return [{ name, where: whereOf(piece, start, end) }]
  })
}

/** Who agreed to be named, and who submits. */
const fineNames = (facts: SubmissionFacts): string[] =>
  [
    ...(facts.people ?? []).flatMap(({ name, consent }) => (consent ? [name] : [])),
    facts.stated?.organisation ?? '',
    ...(facts.coalition ?? []),
  ]
    .map(folded)
    .filter(Boolean)

const overlap = ({ where: a }: LintFinding, { where: b }: LintFinding): boolean =>
  a!.path.join() === b!.path.join() && a!.start < b!.end && b!.start < a!.end

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
