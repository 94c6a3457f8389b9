/** Holds a submission against the rules of the body that it goes to, and against what holds everywhere. */
import type { Counting, Rule } from '../../../../library/body-shape.ts'
import { piecesOf, type TextDocument } from '../document.ts'
import { checkAcronyms } from './acronyms.ts'
import { checkCited, checkClaims } from './claims.ts'
import type { LintFinding, Submission, SubmissionFacts } from './finding.ts'
import { checkForm } from './form.ts'
import { checkLength } from './length.ts'
import { checkNames } from './names.ts'
import { checkSmallCounts } from './small-counts.ts'
import { checkStatements } from './statements.ts'

const NO_RULE: Counting = { footnotes: null, cover: null, annexes: null, tables: null, added: 0 }

/**
 * What the body may refuse, what may harm somebody, and what rests on nothing. Findings about the whole come first, the others in the order
 * of the text. Abusive language and revised versions, which bodies forbid too, are not looked for.
 * @param rule null: no body yet; what holds everywhere is checked
 */
export function lint(document: TextDocument, rule: Rule | null, facts: SubmissionFacts = {}): LintFinding[] {
  const submission: Submission = {
    document,
    pieces: piecesOf(document),
    rule,
    counting: rule?.counting ?? NO_RULE,
    facts,
  }
  const checks = [
    checkLength,
    checkStatements,
    checkForm,
    checkAcronyms,
    checkCited,
    checkNames,
    checkSmallCounts,
    checkClaims,
  ]
  return checks.flatMap(check => check(submission)).toSorted((a, b) => compare(placeOf(a), placeOf(b)))
}

const placeOf = ({ where }: LintFinding): number[] => (where ? [...where.path, where.start] : [])

function compare(a: readonly number[], b: readonly number[]): number {
  for (const [i, one] of a.entries()) {
    const other = b[i]
    if (other === undefined) return 1
    if (one !== other) return one - other
  }
  return a.length - b.length
}
