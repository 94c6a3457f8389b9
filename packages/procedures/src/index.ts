/** Bodies and their rules: which version holds, when it is due, how many words, what would be refused. Pure: no HTTP, no SQL, no files. */
export type {
  Ban,
  Body,
  Counting,
  DeadlineRule,
  Limit,
  OutlinePart,
  Procedure,
  Requirement,
  Rule,
  Session,
  Source,
  Statement,
  Submitter,
  Text,
} from '../../../library/body-shape.ts'
export { groundOf, partBehind, ruleFor, sourcesOf } from './rules.ts'
export {
  deadlineOf,
  deadlines,
  deadlinesOfSessions,
  REASONS,
  statesOf,
  type Certainty,
  type Deadline,
  type Reason,
  type Subject,
} from './deadlines.ts'
export { type Lead } from './lead.ts'
export { whoseIs, type Whose } from './whose.ts'
export { isIfListed, pointsOfIntervention, type Point, type PointKind } from './points.ts'
export { addDays, dayIn, daysBetween, instantOf } from './time.ts'
export {
  piecesOf,
  textOf,
  type Block,
  type Inline,
  type Part,
  type Piece,
  type Span,
  type TextDocument,
} from './document.ts'
export { countWords, type WordCount } from './words/count.ts'
export { wordsByLibreOffice, wordsByWord, wordsIn } from './words/words.ts'
export { lint } from './lint/lint.ts'
export { peopleNamed, type NamedPerson } from './lint/names.ts'
export { limitsFor } from './lint/length.ts'
export {
  literally,
  LINT_CODES,
  type CitationFinding,
  type LintCode,
  type LintFinding,
  type LintSeverity,
  type SubmissionFacts,
  type Where,
} from './lint/finding.ts'
