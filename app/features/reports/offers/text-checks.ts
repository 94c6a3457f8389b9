/** What the checks find in a text, each with its block, and how long it is by a body's rule: of reports, and of what others write. Pure. */
import { checkCitations, LIBRARY } from '@open1325/citations'
import {
  lint,
  peopleNamed,
  type LintCode,
  type LintFinding,
  type Rule,
  type SubmissionFacts,
} from '@open1325/procedures'
import { linesOf, looseNotesIn, type ReportDocument } from '@open1325/report-writer'
import type { Locale } from '../../../platform/languages.ts'
import { counted } from '../counting.ts'

export { lengthOf, liveCount, type Length } from '../counting.ts'
export { ruleOfReport, sessionsFor, subjectOf, type ReportRule } from '../rule.ts'

/** What the linter finds, and what it cannot know of: footnotes whose mark or words are missing, and what the public does not see. */
export type Found = Omit<LintFinding, 'code'> & {
  code: LintCode | 'note-without-text' | 'note-without-mark' | 'note-in-heading' | 'not-public'
}

export interface TextFinding extends Found {
  /** Which block of the document. */
  block: number | null
}

/** Findings that hold whatever the body: they rest on no rule of it. */
const OF_NO_RULE: readonly Found['code'][] = [
  'acronym-not-spelled-out',
  'wrong-citation',
  'person-without-consent',
  'small-count',
  'claim-without-source',
  'note-without-text',
  'note-without-mark',
  'note-in-heading',
  'not-public',
]
export const restsOnRule = ({ code }: Pick<Found, 'code'>): boolean => !OF_NO_RULE.includes(code)

/** @param locale of what the citations' checker says */
export function findingsInText(
  document: ReportDocument,
  rule: Rule | null,
  facts: Omit<SubmissionFacts, 'checkCitations'>,
  locale: Locale,
): TextFinding[] {
  const { document: text, places } = counted(document)
  const checked = { ...facts, checkCitations: cited }
  const linted = lint(text, rule, checked).map(finding => ({
    ...finding,
    block: finding.where ? (places[finding.where.path[0]!] ?? null) : null,
  }))
  return [...linted, ...looseNotes(document)]

  function cited(pages: { page: number; text: string }[]) {
    return checkCitations(pages, LIBRARY, { language: locale })
  }
}

/** Somebody whom the text names, and says nothing of. */
export interface Named {
  name: string
  /** Which block of the document. */
  block: number
}

export function namedInText(document: ReportDocument, facts: Omit<SubmissionFacts, 'checkCitations'>): Named[] {
  const { document: text, places } = counted(document)
  return peopleNamed(text, facts).flatMap(({ name, where }) => {
    const block = places[where.path[0]!]
    return typeof block === 'number' ? [{ name, block }] : []
  })
}

const LOOSE = { mark: 'note-without-text', words: 'note-without-mark', whole: 'note-in-heading' } as const

/** What was meant as a footnote and stays as typed. */
function looseNotes(document: ReportDocument): TextFinding[] {
  return document.blocks.flatMap((of, block) =>
    looseNotesIn(linesOf(of)).map(({ is, label, typed }) => {
      const where = { path: [block], start: 0, end: typed.length, quote: typed }
      return { code: LOOSE[is], severity: 'check' as const, where, params: { label, text: typed }, block }
    }),
  )
}
