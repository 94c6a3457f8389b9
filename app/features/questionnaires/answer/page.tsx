/** The pages behind a personal link: what this is, one page of questions at a time, all answers, the receipt. */
import { randomUUID } from 'node:crypto'
import type { ComponentChildren } from 'preact'
import type { Ctx } from '../../../platform/http.ts'
import { isLocale } from '../../../platform/languages.ts'
import { Page } from '../../../ui/page.tsx'
import { useWords } from '../../../ui/words.tsx'
import { askedPages, askedQuestions, unanswered } from '../form/check.ts'
import {
  entriesOf,
  isEntries,
  isFile,
  said,
  type Answer,
  type Answers,
  type Entry,
  type FormPage,
  type Question,
} from '../form/model.ts'
import { clockTime, paths } from '../model.ts'
import { QuestionField, Said } from './fields.tsx'
import type { OwnAnswer } from './link.ts'
import type { Taken } from './take.ts'

/** The language that questions are asked in: the page's, or one of hers that pages do not speak. */
export const languageFor = (c: Ctx, own: OwnAnswer): string => {
  const { locale } = c.get('words')
  return !isLocale(own.language) && own.form.languages.includes(own.language) ? own.language : locale
}

const isolated = (text: string) => `\u2068${text}\u2069`

function Shell(props: { c: Ctx; own: OwnAnswer; title: string; token: string; children: ComponentChildren }) {
  const { c, own, title, token } = props
  const asked = askedPages(own.form, own.answers)
  return (
    <Page c={c} title={title} islands={own.state === 'open' ? ['answer'] : []}>
      <div id="answer" data-own={paths.answer(token)} data-organisation={own.organisation}>
        {own.state === 'open' && <Held token={token} asked={asked} />}
        {props.children}
      </div>
    </Page>
  )
}

/** What the script needs to go on without the net: the pages to hold ready, and its sentences. */
function Held({ token, asked }: { token: string; asked: FormPage[] }) {
  const { t } = useWords()
  const held = {
    pages: [...asked.map(page => paths.answerPage(token, page.name)), paths.answerReview(token)],
    words: {
      waiting: t('answer.offline.waiting'),
      sent: t('answer.offline.sent'),
      found: t('answer.offline.found'),
      file: t('answer.offline.file'),
      last: t('answer.offline.last'),
    },
  }
  return (
    <>
      <p class="notice" id="offline" role="status" hidden />
      <script
        type="application/json"
        id="answer-held"
        dangerouslySetInnerHTML={{ __html: JSON.stringify(held).replaceAll('<', '\\u003c') }}
      />
    </>
  )
}

export function StartPage({ c, own, token }: { c: Ctx; own: OwnAnswer; token: string }) {
  const { t, locale, number } = c.get('words')
  const asked = askedPages(own.form, own.answers)
  const first = asked[0]
  const lacking = unanswered(own.form, own.answers)[0]
  const goOn = own.version === 0 ? first : (lacking?.page ?? null)
  return (
    <Shell c={c} own={own} title={own.title} token={token}>
      <p class="kicker">{t('answer.asks', { organisation: isolated(own.organisation) })}</p>
      <h1 dir="auto">{own.title}</h1>
      <p class="lead">{t('answer.for', { name: isolated(own.name) })}</p>
      {own.state === 'open' ? (
        <>
          <p class="prose">{t('answer.lead', { pages: asked.length })}</p>
          <p class="prose">{t('answer.private', { organisation: isolated(own.organisation) })}</p>
          <p>
            <strong>{t('answer.until', { time: clockTime(own.closesAt, own.timeZone, locale) })}</strong>
          </p>
          {own.earlier && own.version === 0 && <p class="prose">{t('answer.earlier')}</p>}
          <p class="actions">
            <a class="button" href={goOn ? paths.answerPage(token, goOn.name) : paths.answerReview(token)}>
              {own.version === 0 ? t('answer.begin') : t('answer.resume')}
            </a>
          </p>
          {own.version > 0 && (
            <ol class="rows">
              {asked.map((page, n) => (
                <li key={page.name}>
                  <a href={paths.answerPage(token, page.name)}>
                    <PageTitle
                      own={own}
                      page={page}
                      language={languageFor(c, own)}
                      fallback={t('answer.page', { n: number(n + 1), of: number(asked.length) })}
                    />
                  </a>
                </li>
              ))}
            </ol>
          )}
        </>
      ) : (
        <Over own={own} />
      )}
    </Shell>
  )
}

/** It was sent, or it is too late. */
function Over({ own }: { own: OwnAnswer }) {
  const { t, time } = useWords()
  return own.sentAt ? (
    <>
      <p class="notice" role="status">
        {t('answer.sent', { time: time(own.sentAt), organisation: isolated(own.organisation) })}
      </p>
      <p class="prose">{t('answer.sent.number', { number: own.respondentId.slice(0, 8) })}</p>
      <AllAnswers own={own} answers={own.answers} token={null} language={own.language} />
    </>
  ) : (
    <p class="prose">{t('answer.closed')}</p>
  )
}

function PageTitle({
  own,
  page,
  language,
  fallback,
}: {
  own: OwnAnswer
  page: FormPage
  language: string
  fallback: string
}) {
  return said(page.label, language, own.form).text ? (
    <Said form={own.form} words={page.label} language={language} answers={own.answers} />
  ) : (
    <>{fallback}</>
  )
}

interface FormPageProps {
  c: Ctx
  own: OwnAnswer
  token: string
  page: FormPage
  answers: Answers
  errors: Taken['errors']
  /** Why the file that was sent is not taken. */
  fileError?: string | null
  more?: boolean
  /** One more empty entry than there are. */
  add?: boolean
}

export function FormPageView(props: FormPageProps) {
  const { c, own, token, page, answers, errors, more } = props
  const { t, number } = c.get('words')
  const asked = askedPages(own.form, answers)
  const n = asked.findIndex(one => one.name === page.name)
  const language = languageFor(c, own)
  const place = t('answer.page', { n: number(n + 1), of: number(asked.length) })
  const title = said(page.label, language, own.form).text || place
  const hasFile = page.questions.some(({ type }) => type === 'file')
  const mistakes = Object.keys(errors).length + (props.fileError ? 1 : 0)
  return (
    <Shell c={c} own={own} title={title} token={token}>
      <p class="kicker">
        <a href={paths.answer(token)}>
          <bdi>{own.title}</bdi>
        </a>{' '}
        · {place}
      </p>
      <h1>
        <PageTitle own={own} page={page} language={language} fallback={place} />
      </h1>
      {more && (
        <p class="notice" role="status">
          {t('answer.more')}
        </p>
      )}
      {mistakes > 0 && (
        <div class="error-summary" role="alert">
          <p>{t('form.errors', { count: mistakes })}</p>
          {props.fileError && <p class="error">{props.fileError}</p>}
        </div>
      )}
      <form
        class="form answering"
        method="post"
        action={hasFile ? paths.answerFile : paths.answerPage(token, page.name)}
        enctype={hasFile ? 'multipart/form-data' : undefined}
      >
        <input type="hidden" name="post" value={randomUUID()} />
        {/* What the Enter key does: the first button of a form, which must not be one that removes something. */}
        <button class="visually-hidden" name="go" value="next" tabIndex={-1} aria-hidden="true" />
        {hasFile && <input type="hidden" name="token" value={token} />}
        {hasFile && <input type="hidden" name="page" value={page.name} />}
        {page.repeat ? (
          <Entries {...props} language={language} />
        ) : (
          <Questions {...props} language={language} entry={null} given={answers} />
        )}
        <p class="actions">
          <button name="go" value="next">
            {n === asked.length - 1 ? t('answer.to-review') : t('answer.next')}
          </button>
          {page.repeat && (
            <button class="quiet" name="go" value="add">
              {t('answer.add')}
            </button>
          )}
          {n > 0 && (
            <button class="quiet" name="go" value="back">
              {t('answer.back')}
            </button>
          )}
          <button class="quiet" name="go" value="later">
            {t('answer.later')}
          </button>
        </p>
      </form>
    </Shell>
  )
}

function Entries(props: FormPageProps & { language: string }) {
  const { page, answers } = props
  const { t, number } = useWords()
  const entries = entriesOf(answers, page)
  const shown: Entry[] = props.add || !entries.length ? [...entries, {}] : entries
  return (
    <>
      {shown.map((entry, n) => (
        <section key={n} class="entry" aria-label={t('answer.entry', { n: number(n + 1) })}>
          <h2>{t('answer.entry', { n: number(n + 1) })}</h2>
          <Questions {...props} entry={n} given={entry} />
          {n < entries.length && (
            <button class="quiet" name="go" value={`remove.${n}`}>
              {t('answer.remove')}
            </button>
          )}
        </section>
      ))}
    </>
  )
}

function Questions(props: FormPageProps & { language: string; entry: number | null; given: Answers | Entry }) {
  const { page, answers, own, entry, errors, language } = props
  const plain = Object.fromEntries(Object.entries(props.given).filter(([, answer]) => !isEntries(answer))) as Entry
  const asked = new Set(askedQuestions(page, answers, entry === null ? undefined : plain))
  return (
    <>
      {page.questions.map(question => (
        <QuestionField
          key={question.name}
          form={own.form}
          question={question}
          language={language}
          entry={entry}
          answers={answers}
          own={plain}
          errors={errors}
          hidden={!asked.has(question)}
        />
      ))}
    </>
  )
}

export function ReviewPage({ c, own, token, changed }: { c: Ctx; own: OwnAnswer; token: string; changed?: boolean }) {
  const { t } = c.get('words')
  const lacking = unanswered(own.form, own.answers)
  const language = languageFor(c, own)
  return (
    <Shell c={c} own={own} title={t('answer.review')} token={token}>
      <p class="kicker">
        <a href={paths.answer(token)}>
          <bdi>{own.title}</bdi>
        </a>
      </p>
      <h1>{t('answer.review')}</h1>
      <p class="lead">{t('answer.review.lead', { organisation: isolated(own.organisation) })}</p>
      {changed && (
        <p class="warning" role="alert">
          {t('answer.changed')}
        </p>
      )}
      {lacking.length > 0 && (
        <div class="error-summary" role="alert">
          <p>{t('answer.lacking', { count: lacking.length })}</p>
          <ul>
            {lacking.slice(0, 20).map(({ page, question }, n) => (
              <li key={n}>
                <a href={paths.answerPage(token, page.name)}>
                  <Said form={own.form} words={question.label} language={language} answers={own.answers} />
                </a>
              </li>
            ))}
          </ul>
        </div>
      )}
      <AllAnswers own={own} answers={own.answers} token={token} language={language} />
      <form class="form" method="post" action={paths.answerReview(token)}>
        <input type="hidden" name="version" value={own.version} />
        <p class="actions">
          <button disabled={lacking.length > 0}>{t('answer.send')}</button>
        </p>
      </form>
    </Shell>
  )
}

/** Every answer below its question. @param token to lead to the pages; null: nothing can be changed any more */
export function AllAnswers(props: {
  own: Pick<OwnAnswer, 'form'>
  answers: Answers
  token: string | null
  language: string
}) {
  const { own, answers, token, language } = props
  const { t, number } = useWords()
  const asked = askedPages(own.form, answers)
  return (
    <>
      {asked.map((page, n) => (
        <section key={page.name}>
          <h2>
            {said(page.label, language, own.form).text ? (
              <Said form={own.form} words={page.label} language={language} answers={answers} />
            ) : (
              t('answer.page', { n: number(n + 1), of: number(asked.length) })
            )}
          </h2>
          {(page.repeat ? entriesOf(answers, page) : [null]).map((entry, at) => (
            <dl key={at} class="answers">
              {askedQuestions(page, answers, entry ?? undefined)
                .filter(({ type }) => type !== 'note')
                .map(question => (
                  <div key={question.name}>
                    <dt>
                      <Said form={own.form} words={question.label} language={language} answers={answers} />
                    </dt>
                    <dd dir="auto">
                      <AnswerText
                        form={own.form}
                        question={question}
                        answer={(entry ?? answers)[question.name] as Answer | undefined}
                        language={language}
                      />
                    </dd>
                  </div>
                ))}
            </dl>
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

export function AnswerText(props: {
  form: OwnAnswer['form']
  question: Question
  answer: Answer | undefined
  language: string
}) {
  const { form, question, answer, language } = props
  const { t, date } = useWords()
  if (answer === undefined) return <span class="soft">{t('answer.none')}</span>
  if (isFile(answer)) return <>{answer.fileName}</>
  const called = (name: string) => {
    const choice = question.choices.find(one => one.name === name)
    return choice ? said(choice.label, language, form).text : name
  }
  if (Array.isArray(answer)) return <>{answer.map(called).join(' · ')}</>
  if (question.type === 'yes-no') return <>{t(answer === 'yes' ? 'answer.yes' : 'answer.no')}</>
  if (question.type === 'date') return <>{date(answer)}</>
  return <span class="as-typed">{question.type === 'select-one' ? called(answer) : answer}</span>
}
