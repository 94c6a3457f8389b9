/** What the linter says: a code with parameters, no prose, and the place. */
import type { Ban, Counting, Rule, Statement } from '../../../../library/body-shape.ts'
import type { Piece, TextDocument } from '../document.ts'

export const LINT_CODES = [
  'too-long',
  /** Only with parts of which the body does not say whether they count, by a word processor's way of counting, or by our guess of pages. */
  'perhaps-too-long',
  'acronym-not-spelled-out',
  'acronym-not-allowed',
  'footnotes-not-allowed',
  'numbered-paragraphs-not-allowed',
  'formatting-not-allowed',
  'images-not-allowed',
  'annexes-not-allowed',
  'annexed-reports-not-allowed',
  'un-header-not-allowed',
  'paragraphs-not-numbered',
  'missing-organisation',
  'missing-country',
  'missing-publication',
  'missing-coalition-names',
  'missing-contact',
  'missing-title',
  'missing-session',
  'missing-agenda-item',
  'missing-ecosoc-status',
  'missing-original-language',
  'missing-organisation-size',
  'missing-register-number',
  'status-required',
  'coalition-exclusive',
  'coalition-order',
  'language-not-accepted',
  'wrong-citation',
  'person-without-consent',
  'small-count',
  'claim-without-source',
] as const
export type LintCode = (typeof LINT_CODES)[number]

/** 'error': the body may refuse it, or somebody may be harmed. 'check': a person looks. */
export type LintSeverity = 'error' | 'check'

export interface Where {
  /** As in `piecesOf`. */
  path: readonly number[]
  /** UTF-16 units in the piece's text. */
  start: number
  end: number
  /** The text's own words there. */
  quote: string
}

export interface LintFinding {
  code: LintCode
  severity: LintSeverity
  /** null: it is about the whole. */
  where: Where | null
  params: Readonly<Record<string, string | number>>
}

/** What a citation checker finds: packages/citations' findings fit. */
export interface CitationFinding {
  page: number | null
  quote: string
  problem: string
  suggestion: string
  severity: LintSeverity
}

/** What is known of the submission beside its text. */
export interface SubmissionFacts {
  /** What it says of itself: the organisation's full name, the country's, 'yes' or 'no' to publication, and so on. */
  stated?: Partial<Record<Statement, string>>
  /** Other names of the country that do as well, in the languages of the text. */
  countryNames?: readonly string[]
  /** The members' full names, where several submit together. */
  coalition?: readonly string[]
  ecosocStatus?: 'general' | 'special' | 'roster' | 'none'
  /** Other submissions to the same session that she signs. */
  others?: { own: number; joint: number }
  /** People whose names may stand in the text, with whether they consented to that. */
  people?: readonly { name: string; consent: boolean }[]
  /** Acronyms that need no words: those of the body itself, where it allows them. */
  acceptedAcronyms?: readonly string[]
  /** Pages, where the text was set. Else they are guessed. */
  pages?: number
  /** packages/citations' `checkCitations` will do. */
  checkCitations?: (pages: { page: number; text: string }[]) => readonly CitationFinding[]
}

/** What each check looks at. */
export interface Submission {
  document: TextDocument
  pieces: readonly Piece[]
  /** null: no body's rule; what holds everywhere is checked. */
  rule: Rule | null
  counting: Counting
  facts: SubmissionFacts
}

/** A rule that was not verified is never a hard one, nor is advice. */
export const severityOf = (rule: Rule | null): LintSeverity =>
  rule?.verified === 'verified' && rule.binding === 'binding' ? 'error' : 'check'

export const forbids = (rule: Rule | null, ban: Ban): boolean => rule?.forbidden.includes(ban) ?? false

export const whereOf = ({ path, text }: Piece, start = 0, end = text.length): Where => ({
  path,
  start,
  end,
  quote: text.slice(start, end),
})

/** A pattern that finds some words as they stand, whatever their case and white space. */
export const literally = (words: string): string =>
  words
    .trim()
    .split(/\s+/u)
    .map(word => word.replace(/[\\^$.*+?()[\]{}|/]/gu, '\\$&').replace(/['’]/gu, "['’]"))
    .join('\\s+')
