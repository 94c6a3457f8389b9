/** Is it longer than the body takes? */
import type { Limit, Rule } from '../../../../library/body-shape.ts'
import { countWords, type WordCount } from '../words/count.ts'
import { severityOf, type LintFinding, type Submission, type SubmissionFacts } from './finding.ts'

/** Words on a page, where a limit is in pages and the text was not set: the Universal Periodic Review turned 5 pages into 2,815 words. */
const WORDS_A_PAGE = 563

export function checkLength(submission: Submission): LintFinding[] {
  const { document, rule, counting, facts } = submission
  const limits = rule ? limitsFor(rule, facts) : []
  const whole = limits.filter(({ per }) => per === 'submission')
  const boxes = limits.filter(({ per }) => per === 'text-box')
  const count = countWords(document, counting)
  return [
    ...whole.flatMap(limit => measured(limit, count, submission)),
    ...boxes.flatMap(limit =>
      sectionsOf(submission).flatMap(({ path, blocks }) => {
        const words = countWords({ ...document, blocks }, counting).words
        if (words <= limit.count) return []
        const { severity, params } = tooLong(limit, words, submission)
        return [{ code: 'too-long', severity, where: { path, start: 0, end: 0, quote: '' }, params } as const]
      }),
    ),
  ]
}

function measured(limit: Limit, count: WordCount, submission: Submission): LintFinding[] {
  const perhaps = (used: number): LintFinding[] => [
    { code: 'perhaps-too-long', severity: 'check', where: null, params: { ...paramsOf(limit, used) } },
  ]
  switch (limit.unit) {
    case 'words': {
      if (count.least > limit.count) return [tooLong(limit, count.least, submission)]
      const most = Math.max(count.words, count.shown.word, count.shown.libreOffice)
      return most > limit.count ? perhaps(most) : []
    }
    case 'pages': {
      const { pages } = submission.facts
      if (pages !== undefined) return pages > limit.count ? [tooLong(limit, pages, submission)] : []
      const guess = Math.ceil(count.words / WORDS_A_PAGE)
      return guess > limit.count ? perhaps(guess) : []
    }
    case 'paragraphs': {
      const paragraphs = submission.document.blocks.filter(({ kind }) => kind === 'paragraph').length
      return paragraphs > limit.count ? [tooLong(limit, paragraphs, submission)] : []
    }
  }
}

const tooLong = (limit: Limit, used: number, { rule }: Submission): LintFinding => ({
  code: 'too-long',
  severity: severityOf(rule),
  where: null,
  params: paramsOf(limit, used),
})

const paramsOf = ({ count, unit }: Limit, used: number) => ({ limit: count, unit, used, over: used - count })

/**
 * The limits that hold for those who submit: a coalition's own where the body has one, those of their status with ECOSOC. Where the status
 * is not known, the strictest of each unit. Empty: there is none, or none is known.
 */
export function limitsFor(
  rule: Rule,
  { coalition = [], ecosocStatus }: Pick<SubmissionFacts, 'coalition' | 'ecosocStatus'>,
): Limit[] {
  const all = rule.limits ?? []
  const by = coalition.length > 1 && all.some(limit => limit.by === 'coalition') ? 'coalition' : 'one'
  const mine = all.filter(limit => limit.by === by)
  const ofStatus = mine.filter(({ status }) => !status || status === ecosocStatus)
  const open = ofStatus.length > 0 ? ofStatus : mine
  const alike = (a: Limit, b: Limit): boolean => a.unit === b.unit && a.per === b.per
  return open.filter((limit, i) =>
    open.every(
      (other, j) => !alike(other, limit) || limit.count < other.count || (limit.count === other.count && i <= j),
    ),
  )
}

/** What stands under each heading: one box of a form. */
function sectionsOf({ document }: Submission): { path: number[]; blocks: Submission['document']['blocks'] }[] {
  const starts = document.blocks.flatMap((block, i) => (i === 0 || block.kind === 'heading' ? [i] : []))
  return starts.map((start, n) => {
    const blocks = document.blocks.slice(start, starts[n + 1])
    return { path: [start], blocks: blocks.filter(({ kind }) => kind !== 'heading') }
  })
}
