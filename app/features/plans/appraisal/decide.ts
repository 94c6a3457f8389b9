/** Deciding criteria: the machine drafts an answer, an editor confirms it or overrules it with a reason; both words are kept. Pure. */
import { ANSWERS, type Answer, type Appraisal, type Criterion, type Edition, type Finding } from '@open1325/appraisal'
import type { Decision } from '../queries/finding.ts'
import type { ReviewAnswer } from '../queries/review-answer.ts'

export interface Question {
  criterion: Criterion
  /** What the machine finds in the rows and words as they are now. */
  now: Finding
  /** What was decided under this edition; null where nobody decided yet. */
  decision: Decision | null
  /** The machine now finds otherwise than when it was decided: somebody should look again. */
  moved: boolean
  /** What people answered for themselves, as far as the asker may see it: others' only after her own. */
  answers: ReviewAnswer[]
  /** How many have answered. */
  given: number
}

/** What people answered for themselves to all criteria. */
export interface Reviews {
  answers: readonly ReviewAnswer[]
  given: ReadonlyMap<string, number>
}

/** Whether reviewers who answered for themselves came to different answers. */
export const differs = ({ answers }: Pick<Question, 'answers'>): boolean =>
  new Set(answers.map(({ answer }) => answer)).size > 1

/** The criteria of the edition in its order, each with the machine's finding and the editor's decision. */
export function questionsOf(
  edition: Edition,
  appraisal: Appraisal,
  decisions: Decision[],
  reviews: Reviews = { answers: [], given: new Map() },
): Question[] {
  return edition.criteria.map(criterion => {
    const now = appraisal.findings.find(finding => finding.criterion === criterion.id)!
    const decision = decisions.find(one => one.criterion === criterion.id && one.edition === appraisal.edition) ?? null
    return {
      criterion,
      now,
      decision,
      moved: decision !== null && mark(decision.machine) !== mark(now),
      answers: reviews.answers.filter(answer => answer.criterion === criterion.id),
      given: reviews.given.get(criterion.id) ?? 0,
    }
  })
}

/** What a finding says, as a short text that is equal exactly where the answer and its grounds are: the same code, the same figures. */
export function mark({ answer, how }: Finding): string {
  const params = Object.entries(how.params).sort(([a], [b]) => (a < b ? -1 : 1))
  return [answer, how.code, ...params.map(([name, value]) => `${name}=${value}`)].join('|')
}

/** What an editor sends: which finding and which earlier decision she saw, and what she says to it. */
export interface Said {
  act: 'confirm' | 'overrule'
  answer: string
  reason: string
  /** `mark` of the finding that she saw. */
  saw: string
  /** Version of the decision that she saw; 0 where there was none. */
  version: number
}

export type Verdict =
  | { outcome: 'decide'; answer: Answer; reason: string | null }
  /** The same was decided already: a form sent twice. */
  | { outcome: 'done' }
  /** Rows or decision changed while she read. */
  | { outcome: 'changed' }
  | { outcome: 'wrong'; field: 'answer' | 'reason' }

/**
 * An overruling needs an answer other than the machine's and a reason; a confirmation takes the machine's answer and no reason. Where
 * the reviewers differ, the matter is settled: with a reason, whatever the answer.
 */
export function judge(question: Question, said: Said): Verdict {
  const { now, decision } = question
  const settles = differs(question)
  const answer = said.act === 'confirm' ? now.answer : ANSWERS.find(one => one === said.answer)
  const reason = said.act === 'confirm' ? null : said.reason.trim() || null
  if (!answer || (said.act === 'overrule' && !settles && answer === now.answer))
    return { outcome: 'wrong', field: 'answer' }
  if ((said.act === 'overrule' || settles) && !reason) return { outcome: 'wrong', field: 'reason' }
  if (decision && mark(decision.machine) === mark(now) && decision.answer === answer && decision.reason === reason)
    return { outcome: 'done' }
  if (said.saw !== mark(now) || said.version !== (decision?.version ?? 0)) return { outcome: 'changed' }
  return { outcome: 'decide', answer, reason }
}
