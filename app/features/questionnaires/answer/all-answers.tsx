/** Every answer below its question. */
import { Fragment } from 'preact'
import { useWords } from '../../../ui/words.tsx'
import { placesOf } from '../form/check.ts'
import { askedQuestions, type Followed } from '../form/follow.ts'
import { isFile, isShown, said, type Answer, type Entry, type FormPage } from '../form/model.ts'
import { RemovedFrom } from '../../evidence/offers/removed.tsx'
import { paths } from '../model.ts'
import { AnswerText, Said } from './said.tsx'

interface TitleProps {
  it: Followed
  page: FormPage
  language: string
  fallback: string
}

export function PageTitle({ it, page, language, fallback }: TitleProps) {
  return said(page.label, language, it.form).text ? (
    <Said form={it.form} words={page.label} language={language} answers={it.answers} />
  ) : (
    <>{fallback}</>
  )
}

interface Props {
  it: Followed
  /** To lead to the pages; null: nothing can be changed any more. */
  token: string | null
  language: string
}

export function AllAnswers({ it, token, language }: Props) {
  const { t, number } = useWords()
  return (
    <>
      {it.pages.map((page, n) => (
        <section key={page.name}>
          <h2>
            <PageTitle
              it={it}
              page={page}
              language={language}
              fallback={t('answer.page', { n: number(n + 1), of: number(it.pages.length) })}
            />
          </h2>
          {placesOf(page, it.answers).map((place, at) => (
            <Fragment key={at}>
              {place && <h3>{t('answer.entry', { n: number(at + 1) })}</h3>}
              <dl class="answers">
                {askedQuestions(page, it, place)
                  .filter(question => question.type !== 'note' && isShown(question))
                  .map(question => (
                    <div key={question.name}>
                      <dt>
                        <Said
                          form={it.form}
                          words={question.label}
                          language={language}
                          answers={{ ...it.answers, ...place?.entry }}
                        />
                      </dt>
                      <dd dir="auto">
                        <AnswerText
                          form={it.form}
                          question={question}
                          answer={(place?.entry ?? it.answers)[question.name] as Answer | undefined}
                          language={language}
                        />
                        <Removed answer={it.answers[question.name]} />
                      </dd>
                    </div>
                  ))}
              </dl>
            </Fragment>
          ))}
          {token && (
            <p>
              <a href={paths.answerPage(token, page.name)}>{t('answer.change')}</a>
            </p>
          )}
        </section>
      ))}
    </>
  )
}

function Removed({ answer }: { answer: Answer | Entry[] | undefined }) {
  return isFile(answer) && answer.removed ? <RemovedFrom fileName={answer.fileName} removed={answer.removed} /> : null
}
