/** What the government and what civil society answered to one question, next to each other; on the desk, and in public once published. */
import type { ComponentChildren } from 'preact'
import { reading } from '../../platform/access.ts'
import { member, page, type Ctx } from '../../platform/http.ts'
import { Problem } from '../../platform/problem.ts'
import { Page } from '../../ui/page.tsx'
import { useWords } from '../../ui/words.tsx'
import { VOICES } from '../voices/model.ts'
import { AnswerText, Said } from './answer/said.tsx'
import { UUID, roundOf } from './desk/context.ts'
import { withHidden, type Hidden } from './few-people.ts'
import { CLOSING, entriesOf, isShown, said, type Answer, type FormPage, type Question } from './form/model.ts'
import { consultation, isOpen, paths, type Answered, type Round } from './model.ts'
import { answersOf, publishedAnswers } from './queries/answers.ts'
import { silentGovernments, silentRespondents, type Silent } from './queries/respondents.ts'
import { publishedRound } from './queries/rounds.ts'

export async function showSideBySide(c: Ctx) {
  const { userId } = member(c, 'contributor')
  const round = await roundOf(c, 'contributor')
  const { answered, silent } = await reading(c.get('services').database.kysely, userId, async tx => ({
    answered: await answersOf(tx, round.id),
    silent: await silentRespondents(tx, round.id, ['government', 'organisation']),
  }))
  const { t } = c.get('words')
  return page(
    c,
    <Page c={c} title={t('round.side-by-side')} current="nav.questionnaires">
      <p class="kicker">
        <a href={paths.round(round.id)} dir="auto">
          {round.title}
        </a>
      </p>
      <h1>{t('round.side-by-side')}</h1>
      <SilentOnes silent={silent} isOver={!isOpen(round)} />
      {answered.length === 0 ? (
        <p class="empty">{t('answers.none')}</p>
      ) : (
        <Questions round={round} answered={withHidden(round.form, answered)} isPublic={false} isMember />
      )}
    </Page>,
  )
}

export async function showPublished(c: Ctx) {
  const id = c.req.param('id') ?? ''
  const found = UUID.test(id)
    ? await reading(c.get('services').database.kysely, null, async tx => {
        const round = await publishedRound(tx, id)
        return round && { round, answered: await publishedAnswers(tx, id), silent: await silentGovernments(tx, id) }
      })
    : undefined
  if (!found) throw new Problem('not-found')
  const { round, answered, silent } = found
  const { t } = c.get('words')
  const isMember = c.get('person')?.memberships.some(one => one.organisationId === round.organisationId) ?? false
  return page(
    c,
    <Page c={c} title={round.title}>
      <h1 dir="auto">{round.title}</h1>
      <p class="lead">{t('answers.public.lead', { organisation: `\u2068${round.organisation}\u2069` })}</p>
      <SilentOnes silent={silent} isOver />
      {answered.length === 0 ? (
        <p class="empty">{t('answers.none.public')}</p>
      ) : (
        <Questions round={round} answered={withHidden(round.form, answered)} isPublic isMember={isMember} />
      )}
    </Page>,
  )
}

/** @param isOver before the round is over, they still may answer */
function SilentOnes({ silent, isOver }: { silent: Pick<Silent, 'name' | 'country'>[]; isOver: boolean }) {
  const { t, country } = useWords()
  if (!silent.length) return null
  return (
    <section aria-labelledby="silent">
      <h2 id="silent">{t(isOver ? 'answers.silent' : 'answers.silent.yet')}</h2>
      <ul class="silent">
        {silent.map(one => (
          <li key={one.name}>
            <bdi>{one.name}</bdi> {one.country && <span class="soft small">{country(one.country)}</span>}
          </li>
        ))}
      </ul>
    </section>
  )
}

type Told = Answered & { isHidden: Hidden }

interface QuestionsProps {
  round: Round
  answered: Told[]
  /** Of those that everybody may read. */
  isPublic: boolean
  /** Whoever reads belongs to the organisation that asked: she sees small numbers of people as well. */
  isMember: boolean
}

function Questions(props: QuestionsProps) {
  const { round, isPublic } = props
  const { locale } = useWords()
  return (
    <>
      <Consulted {...props} />
      {round.form.pages
        .filter(({ name }) => name !== CLOSING)
        .map(one => (
          <section key={one.name}>
            {said(one.label, locale, round.form).text && (
              <h2>
                <Said form={round.form} words={one.label} language={locale} answers={{}} />
              </h2>
            )}
            {one.repeat ? (
              <OfSeveral {...props} page={one} questions={questionsShown(one, isPublic)} />
            ) : (
              questionsShown(one, isPublic).map(question => (
                <section key={question.name}>
                  <h3>
                    <Called round={round} question={question} />
                  </h3>
                  <ByVoice
                    {...props}
                    show={({ answers, isHidden }) => (
                      <Shown
                        {...props}
                        question={question}
                        answer={answers[question.name] as Answer | undefined}
                        isHidden={isHidden(question)}
                      />
                    )}
                  />
                </section>
              ))
            )}
          </section>
        ))}
    </>
  )
}

/** Files, and what was worked out unseen, are for those who work on the answers. */
const questionsShown = ({ questions }: FormPage, isPublic: boolean): Question[] =>
  questions.filter(
    question => question.type !== 'note' && !(isPublic && (question.type === 'file' || !isShown(question))),
  )

interface ShownProps extends QuestionsProps {
  question: Question
  answer: Answer | undefined
  /** From the public. */
  isHidden: boolean
}

function Shown({ round, isMember, question, answer, isHidden }: ShownProps) {
  const { t, locale } = useWords()
  if (isHidden && !isMember) return <span class="soft">{t('answers.few')}</span>
  return (
    <>
      <AnswerText form={round.form} question={question} answer={answer} language={locale} />
      {isHidden && <span class="soft small"> · {t('answers.few.own')}</span>}
    </>
  )
}

function Called({ round, question }: { round: Round; question: Question }) {
  const { locale } = useWords()
  return isShown(question) ? (
    <Said form={round.form} words={question.label} language={locale} answers={{}} />
  ) : (
    <code dir="ltr">{question.name}</code>
  )
}

/** Whether women's groups were consulted in the drafting: a claim about women is worth what they had to do with it. */
function Consulted(props: QuestionsProps) {
  const { round, answered } = props
  const { t } = useWords()
  if (!round.form.pages.some(({ name }) => name === CLOSING)) return null
  const asked = answered.filter(one => consultation(one.answers).consulted !== null)
  if (!asked.length) return null
  const yes = asked.filter(one => consultation(one.answers).consulted).length
  return (
    <section aria-labelledby="consulted">
      <h2 id="consulted">{t('answers.consulted')}</h2>
      <p>{t('answers.consulted.count', { yes, all: asked.length })}</p>
      <ByVoice
        {...props}
        answered={asked}
        show={({ answers }) => {
          const { consulted, which } = consultation(answers)
          return (
            <>
              <strong>{t(consulted ? 'answer.yes' : 'answer.no')}</strong>
              {which && <span class="as-typed"> · {which}</span>}
            </>
          )
        }}
      />
    </section>
  )
}

/** A page that is answered for each of several things: each thing on a line. */
function OfSeveral(props: QuestionsProps & { page: FormPage; questions: Question[] }) {
  const { page: one, questions } = props
  const { t } = useWords()
  return (
    <ByVoice
      {...props}
      isList
      show={({ answers, isHidden }) => {
        const entries = entriesOf(answers, one)
        if (!entries.length) return <span class="soft">{t('answer.none')}</span>
        return (
          <ol>
            {entries.map((entry, n) => (
              <li key={n}>
                {questions
                  .filter(({ name }) => entry[name] !== undefined)
                  .map((question, at) => (
                    <span key={question.name}>
                      {at > 0 && ' · '}
                      <span class="soft small">
                        <Called round={props.round} question={question} />
                      </span>{' '}
                      <bdi>
                        <Shown
                          {...props}
                          question={question}
                          answer={entry[question.name]}
                          isHidden={isHidden(question, n)}
                        />
                      </bdi>
                    </span>
                  ))}
              </li>
            ))}
          </ol>
        )
      }}
    />
  )
}

interface ByVoiceProps extends QuestionsProps {
  show: (one: Told) => ComponentChildren
  /** Several answers with the names of their questions: in the page's direction, not in that of the first answer. */
  isList?: boolean
}

/** One column for each voice that answered. */
function ByVoice(props: ByVoiceProps) {
  const { round, answered, isPublic, show, isList = false } = props
  const { t, country } = useWords()
  const voices = VOICES.filter(voice => answered.some(one => one.voice === voice))
  return (
    <div class="side-by-side">
      {voices.map(voice => (
        <div key={voice}>
          <p class="voice">{t(`voice.${voice}`)}</p>
          <dl class="answers">
            {answered
              .filter(one => one.voice === voice)
              .map(one => (
                <div key={one.respondentId}>
                  <dt>
                    <bdi>{one.name}</bdi> {one.country && <span class="soft small">{country(one.country)}</span>}{' '}
                    {!isPublic && !one.reviewedAt && (
                      <a class="small" href={paths.review(round.id, one.respondentId)}>
                        {t('respondent.review')}
                      </a>
                    )}
                  </dt>
                  <dd dir={isList ? undefined : 'auto'}>{show(one)}</dd>
                </div>
              ))}
          </dl>
        </div>
      ))}
    </div>
  )
}
