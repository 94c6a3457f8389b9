/** What the government and what civil society answered to one question, next to each other; on the desk, and in public once published. */
import { reading } from '../../platform/access.ts'
import { member, page, type Ctx } from '../../platform/http.ts'
import { Problem } from '../../platform/problem.ts'
import { Page } from '../../ui/page.tsx'
import { useWords } from '../../ui/words.tsx'
import { VOICES } from '../voices/model.ts'
import { AnswerText, Said } from './answer/said.tsx'
import { UUID, roundOf } from './desk/context.ts'
import { isFile, said, type Answer, type Question } from './form/model.ts'
import { paths, type Answered, type Round } from './model.ts'
import { answersOf, publishedAnswers, publishedRound } from './queries.ts'

export async function showSideBySide(c: Ctx) {
  const { userId } = member(c, 'contributor')
  const round = await roundOf(c, 'contributor')
  const answered = await reading(c.get('services').database.kysely, userId, tx => answersOf(tx, round.id))
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
      {answered.length === 0 ? (
        <p class="empty">{t('answers.none')}</p>
      ) : (
        <Questions round={round} answered={answered} isPublic={false} />
      )}
    </Page>,
  )
}

export async function showPublished(c: Ctx) {
  const id = c.req.param('id') ?? ''
  const found = UUID.test(id)
    ? await reading(c.get('services').database.kysely, null, async tx => {
        const round = await publishedRound(tx, id)
        return round && { round, answered: await publishedAnswers(tx, id) }
      })
    : undefined
  if (!found) throw new Problem('not-found')
  const { round, answered } = found
  const { t } = c.get('words')
  return page(
    c,
    <Page c={c} title={round.title}>
      <h1 dir="auto">{round.title}</h1>
      <p class="lead">{t('answers.public.lead', { organisation: `\u2068${round.organisation}\u2069` })}</p>
      {answered.length === 0 ? (
        <p class="empty">{t('answers.none.public')}</p>
      ) : (
        <Questions round={round} answered={answered} isPublic />
      )}
    </Page>,
  )
}

function Questions({ round, answered, isPublic }: { round: Round; answered: Answered[]; isPublic: boolean }) {
  const { locale } = useWords()
  return (
    <>
      {round.form.pages
        // What is answered once for each of several things has no one answer to set beside another.
        .filter(one => !one.repeat)
        .map(one => (
          <section key={one.name}>
            {said(one.label, locale, round.form).text && (
              <h2>
                <Said form={round.form} words={one.label} language={locale} answers={{}} />
              </h2>
            )}
            {one.questions
              .filter(({ type }) => type !== 'note' && !(isPublic && type === 'file'))
              .map(question => (
                <OneQuestion
                  key={question.name}
                  round={round}
                  question={question}
                  answered={answered}
                  isPublic={isPublic}
                />
              ))}
          </section>
        ))}
    </>
  )
}

function OneQuestion(props: { round: Round; question: Question; answered: Answered[]; isPublic: boolean }) {
  const { round, question, answered, isPublic } = props
  const { t, locale, country } = useWords()
  const voices = VOICES.filter(voice => answered.some(one => one.voice === voice))
  return (
    <section>
      <h3>
        <Said form={round.form} words={question.label} language={locale} answers={{}} />
      </h3>
      <div class="side-by-side">
        {voices.map(voice => (
          <div key={voice}>
            <h4>{t(`voice.${voice}`)}</h4>
            <dl class="answers">
              {answered
                .filter(one => one.voice === voice)
                .map(one => {
                  const answer = one.answers[question.name] as Answer | undefined
                  return (
                    <div key={one.respondentId}>
                      <dt>
                        <bdi>{one.name}</bdi> {one.country && <span class="soft small">{country(one.country)}</span>}{' '}
                        {!isPublic && !one.reviewedAt && (
                          <a href={paths.review(round.id, one.respondentId)}>{t('respondent.review')}</a>
                        )}
                      </dt>
                      <dd dir="auto">
                        <AnswerText
                          form={round.form}
                          question={question}
                          answer={isPublic && isFile(answer) ? undefined : answer}
                          language={locale}
                        />
                      </dd>
                    </div>
                  )
                })}
            </dl>
          </div>
        ))}
      </div>
    </section>
  )
}
