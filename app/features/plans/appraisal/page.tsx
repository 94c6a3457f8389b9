/** The appraisal on the desk: one criterion after the other, the machine's draft with its grounds, the editor's word. */
import { ANSWERS, answerWord, sentence } from '@open1325/appraisal'
import { hasRole, type Ctx, type FormErrors } from '../../../platform/http.ts'
import { ErrorSummary, LongTextField, SelectField } from '../../../ui/form.tsx'
import { Page } from '../../../ui/page.tsx'
import { useWords } from '../../../ui/words.tsx'
import { paths, type Instrument } from '../model.ts'
import { AnswerShape } from './answer-shape.tsx'
import { differs, mark, type Question } from './decide.ts'
import { Grounds, MoneyStates } from './grounds.tsx'
import { Reviewers } from './reviewers.tsx'

/** A form that could not be accepted: shown again with what was typed. */
export interface Refused {
  criterion: string
  typed: { answer: string; reason: string }
  errors: FormErrors
  /** Rows or decision changed while the editor read. */
  changed: boolean
  /** It was a reviewer's own answer, not a decision. */
  own?: boolean
}

export interface AppraisalPageProps {
  c: Ctx
  plan: Instrument
  questions: Question[]
  /** Names of those who decided or answered, by user id. */
  names: Map<string, string>
  /** Who looks: a user's id. */
  asker: string
  refused: Refused | null
}

export function AppraisalPage({ c, plan, questions, names, asker, refused }: AppraisalPageProps) {
  const { t } = c.get('words')
  const decided = questions.filter(({ decision }) => decision).length
  const mayDecide = hasRole(c.get('person'), 'editor')
  return (
    <Page c={c} title={`${t('appraisal.title')} · ${plan.title}`} current="nav.desk">
      <p class="kicker">
        <a href={paths.desk(plan.slug)} lang={plan.languages[0]} dir="auto">
          {plan.title}
        </a>
      </p>
      <h1>{t('appraisal.title')}</h1>
      <p class="lead">{t('appraisal.desk.lead')}</p>
      <ErrorSummary errors={refused?.errors} />
      {refused?.changed && (
        <p class="warning" role="alert">
          {t('appraisal.changed')} <a href={'#' + refused.criterion}>{t('appraisal.changed.look')}</a>
        </p>
      )}
      <Progress {...{ plan, questions, decided }} />
      {!mayDecide && <p class="soft">{t('appraisal.readers')}</p>}
      <div class="questions">
        {questions.map(question => (
          <QuestionSection
            key={question.criterion.id}
            {...{ plan, question, mayDecide, names, asker }}
            mayAnswer={hasRole(c.get('person'), 'contributor')}
            decider={(question.decision && names.get(question.decision.decidedBy)) ?? null}
            refused={refused?.criterion === question.criterion.id ? refused : null}
          />
        ))}
      </div>
    </Page>
  )
}

function Progress({ plan, questions, decided }: { plan: Instrument; questions: Question[]; decided: number }) {
  const { t } = useWords()
  const open = questions.find(({ decision, moved }) => !decision || moved)
  return (
    <div class="appraisal-progress">
      <p id="progress">{t('appraisal.progress', { n: decided, m: questions.length })}</p>
      <progress value={decided} max={questions.length} aria-labelledby="progress" />
      <p>
        {open ? (
          <a class="button" href={'#' + open.criterion.id}>
            {t(open.decision ? 'appraisal.next.again' : 'appraisal.next')}
          </a>
        ) : (
          <a class="button" href={plan.publishedAt ? paths.plan(plan.slug) + '#appraisal' : paths.desk(plan.slug)}>
            {t(plan.publishedAt ? 'appraisal.all.public' : 'appraisal.all.draft')}
          </a>
        )}
      </p>
    </div>
  )
}

interface QuestionProps {
  plan: Instrument
  question: Question
  mayDecide: boolean
  mayAnswer: boolean
  names: Map<string, string>
  asker: string
  decider: string | null
  refused: Refused | null
}

function QuestionSection(props: QuestionProps) {
  const { plan, question, mayDecide } = props
  const { criterion, now, decision, moved } = question
  const { t, locale } = useWords()
  return (
    <section class="question" id={criterion.id} aria-labelledby={`${criterion.id}-name`}>
      <AnswerShape answer={decision?.answer ?? null} />
      <div>
        <h2 id={`${criterion.id}-name`}>{criterion.name[locale]}</h2>
        <p class="soft">{criterion.question[locale]}</p>
        <Decided {...props} />
        <div class="machine">
          <p class="kind">{t('appraisal.machine')}</p>
          <p>
            <strong>{answerWord(now.answer, locale)}.</strong> {sentence(now, locale)}
          </p>
          {now.states && <MoneyStates states={now.states} />}
          <details open={!decision || moved}>
            <summary>{t('appraisal.rests')}</summary>
            <Grounds slug={plan.slug} lang={plan.languages[0]} machine={now} />
          </details>
        </div>
        <Reviewers {...props} />
        {mayDecide && <Forms {...props} />}
        <details class="sources">
          <summary>{t('appraisal.sources')}</summary>
          <ul>
            {criterion.sources.map(({ title, url }) => (
              <li key={url}>
                <a href={url} rel="noreferrer">
                  {title}
                </a>
              </li>
            ))}
          </ul>
        </details>
      </div>
    </section>
  )
}

/** The editor's word, and the machine's at that time where it was another. */
function Decided({ question: { decision, moved }, decider }: QuestionProps) {
  const { t, locale, date } = useWords()
  if (!decision) return <p class="soft">{t('appraisal.undecided')}</p>
  const overruled = decision.answer !== decision.machine.answer
  const who = decider ?? t('appraisal.somebody')
  return (
    <div class="decided">
      <p>
        <strong>{answerWord(decision.answer, locale)}</strong>{' '}
        <span class="soft">
          {t(overruled ? 'appraisal.overruled-by' : 'appraisal.confirmed-by', { who, date: date(decision.decidedAt) })}
        </span>
      </p>
      {decision.reason && <p dir="auto">{decision.reason}</p>}
      {overruled && (
        <p class="soft small">{t('appraisal.machine-then', { answer: answerWord(decision.machine.answer, locale) })}</p>
      )}
      {moved && (
        <p class="warning">
          {t('appraisal.moved', {
            former: `${answerWord(decision.machine.answer, locale)}. ${sentence(decision.machine, locale)}`,
          })}
        </p>
      )}
    </div>
  )
}

function Forms({ plan, question, refused }: QuestionProps) {
  const { t, locale } = useWords()
  const { criterion, now, decision, moved } = question
  const { id } = criterion
  const action = `${paths.appraisal(plan.slug)}/${id}`
  const stands = decision !== null && !moved
  const settles = differs(question)
  const agrees = (stands && decision.answer === now.answer) || settles
  const seen = (
    <>
      <input type="hidden" name="saw" value={mark(now)} />
      <input type="hidden" name="version" value={decision?.version ?? 0} />
    </>
  )
  return (
    <div class="decide">
      {!agrees && (
        <form method="post" action={action}>
          {seen}
          <button class={stands ? 'quiet' : undefined} name="act" value="confirm">
            {t('appraisal.confirm', { answer: answerWord(now.answer, locale) })}
          </button>
        </form>
      )}
      <details open={(refused !== null && !refused.own) || (settles && !stands)}>
        <summary>
          {t(settles ? 'appraisal.settle' : stands && !agrees ? 'appraisal.change' : 'appraisal.overrule')}
        </summary>
        <form class="form" method="post" action={action}>
          {seen}
          <SelectField
            name={`answer-${id}`}
            label={t('appraisal.answer')}
            errors={refused?.errors}
            value={refused?.typed.answer ?? (stands && !agrees ? decision.answer : '')}
            choices={[
              { value: '', label: t('appraisal.choose') },
              ...ANSWERS.filter(answer => settles || answer !== now.answer).map(answer => ({
                value: answer,
                label: answerWord(answer, locale),
              })),
            ]}
          />
          <LongTextField
            name={`reason-${id}`}
            label={t('appraisal.reason')}
            hint={t('appraisal.reason.hint')}
            errors={refused?.errors}
            value={refused?.typed.reason ?? (stands && !agrees ? (decision.reason ?? '') : '')}
            dir="auto"
          />
          <button class="quiet" name="act" value="overrule">
            {t(settles ? 'appraisal.settle.do' : 'appraisal.overrule.do')}
          </button>
        </form>
      </details>
    </div>
  )
}
