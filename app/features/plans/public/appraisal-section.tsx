/** The appraisal before the public: decided findings only, each with the words that it rests on. */
import { answerWord, EDITION, sentence } from '@open1325/appraisal'
import { useWords } from '../../../ui/words.tsx'
import { AnswerShape } from '../appraisal/answer-shape.tsx'
import { Grounds, MoneyStates } from '../appraisal/grounds.tsx'
import type { Decision } from '../queries/finding.ts'
import { paths } from '../model.ts'
import { placesOf } from './cites.tsx'

export interface AppraisalProps {
  slug: string
  decisions: Decision[]
  /** The language of the plan's own words. */
  lang: string | undefined
}

export function AppraisalSection({ slug, decisions, lang }: AppraisalProps) {
  const { t, locale, list } = useWords()
  const { criteria } = EDITION
  const decided = new Map(decisions.map(decision => [decision.criterion, decision]))
  const open = criteria.filter(({ id }) => !decided.has(id))
  if (open.length === criteria.length) return <p class="lead">{t('appraisal.none', { m: criteria.length })}</p>
  return (
    <>
      <p class="lead">{t('appraisal.lead', { n: criteria.length - open.length, m: criteria.length })}</p>
      <ul class="criteria">
        {criteria.map(({ id, name }) => {
          const decision = decided.get(id)
          return decision && <Criterion key={id} {...{ slug, lang, decision }} name={name[locale]} />
        })}
      </ul>
      {open.length > 0 && (
        <p class="soft">{t('appraisal.open', { criteria: list(open.map(({ name }) => name[locale])) })}</p>
      )}
    </>
  )
}

interface CriterionProps {
  slug: string
  lang: string | undefined
  name: string
  decision: Decision
}

/** Cites shown beside an answer; the rest stand under 'What it rests on'. */
const CITES = 3

function Criterion({ slug, lang, name, decision }: CriterionProps) {
  const { t, locale, date } = useWords()
  const { machine, answer, reason, criterion } = decision
  const overruled = answer !== machine.answer
  const { pages } = placesOf(machine.quotes)
  return (
    <li id={criterion}>
      <AnswerShape answer={answer} />
      <h3>
        {name}
        <span class="verdict">{answerWord(answer, locale)}</span>
      </h3>
      <div>
        {reason && <p dir="auto">{reason}</p>}
        {overruled && (
          <p class="soft small">{t('appraisal.overruled', { answer: answerWord(machine.answer, locale) })}</p>
        )}
        {!overruled && <p>{sentence(machine, locale)}</p>}
        {machine.states && <MoneyStates states={machine.states} />}
        <details>
          <summary>{t('appraisal.rests')}</summary>
          <Grounds {...{ slug, lang, machine }} />
          <p class="soft small">
            {t('appraisal.decided-on', { date: date(decision.decidedAt) })} ·{' '}
            {t('appraisal.edition', { edition: decision.edition })}
            {decision.reviewers > 0 && [
              ' · ',
              t(decision.differed ? 'appraisal.reviewers.settled' : 'appraisal.reviewers.agreed', {
                count: decision.reviewers,
              }),
            ]}
          </p>
        </details>
      </div>
      <p class="places">
        {pages.slice(0, CITES).map(page => [
          <a class="cite" href={`${paths.page(slug, page)}?criterion=${criterion}`}>
            {t('cite.page', { page })}
          </a>,
          ' ',
        ])}
        {pages.length > CITES && <span class="cite">{t('appraisal.more', { n: pages.length - CITES })}</span>}
      </p>
    </li>
  )
}
