/** One page of questions. */
import { randomUUID } from 'node:crypto'
import type { Ctx } from '../../../platform/http.ts'
import { useWords } from '../../../ui/words.tsx'
import { askedQuestions, countOf, defaultsOf, followed, type Followed, type Place } from '../form/follow.ts'
import { entriesOf, isEntries, MOST_ENTRIES, said, type Answers, type Entry, type FormPage } from '../form/model.ts'
import { paths } from '../model.ts'
import { PageTitle } from './all-answers.tsx'
import { QuestionField } from './fields.tsx'
import type { OwnAnswer } from './link.ts'
import { languageFor, Shell } from './shell.tsx'
import { Said } from './said.tsx'
import { entryOf, type Taken } from './take.ts'

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
  const language = languageFor(c, own)
  const it = followed(own.form, answers, own.day, language)
  const asked = it.pages
  const n = asked.findIndex(one => one.name === page.name)
  const place = t('answer.page', { n: number(n + 1), of: number(asked.length) })
  const title = said(page.label, language, own.form).text || place
  const hasFile = page.questions.some(({ type }) => type === 'file')
  const mistakes = Object.keys(errors).length + (props.fileError ? 1 : 0)
  return (
    <Shell c={c} own={own} title={title} token={token} page={page.name}>
      <p class="kicker">
        <a href={paths.answer(token)}>
          <bdi>{own.title}</bdi>
        </a>{' '}
        · <span class="page-place">{place}</span>
      </p>
      <h1>
        <PageTitle it={it} page={page} language={language} fallback={place} />
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
          <ul>
            {Object.entries(errors).map(([name, { question }]) => (
              <li key={name}>
                <a href={`#${name}`}>
                  {page.repeat && `${t('answer.entry', { n: number(entryOf(name) + 1) })} `}
                  <Said form={own.form} words={question.label} language={language} answers={it.answers} />
                </a>
              </li>
            ))}
          </ul>
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
          <Entries {...props} it={it} language={language} />
        ) : (
          <Questions {...props} it={it} language={language} place={null} given={answers} />
        )}
        <p class="actions">
          <button name="go" value="next">
            {n === asked.length - 1 ? t('answer.to-review') : t('answer.next')}
          </button>
          {page.repeat && countOf(page, it) === null && (
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

function Entries(props: FormPageProps & { it: Followed; language: string }) {
  const { page, answers, it } = props
  const { t, number } = useWords()
  const entries = entriesOf(answers, page)
  const count = countOf(page, it)
  const wanted = Math.min(MOST_ENTRIES, count ?? entries.length + (props.add || !entries.length ? 1 : 0))
  const blank = defaultsOf(page, it)
  const shown: Entry[] = Array.from({ length: Math.max(wanted, entries.length) }, (_, n) => entries[n] ?? blank)
  return (
    <>
      {(count ?? 0) > MOST_ENTRIES && <p class="notice">{t('answer.most-entries', { most: number(MOST_ENTRIES) })}</p>}
      {shown.map((entry, n) => (
        <section key={n} class="entry" aria-label={t('answer.entry', { n: number(n + 1) })}>
          <h2>{t('answer.entry', { n: number(n + 1) })}</h2>
          <Questions {...props} place={{ page, entry, n }} given={entry} />
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

interface QuestionsProps extends FormPageProps {
  it: Followed
  language: string
  place: Place | null
  given: Answers | Entry
}

function Questions(props: QuestionsProps) {
  const { page, own, it, place, errors, language } = props
  const plain = (answers: Answers | Entry) =>
    Object.fromEntries(Object.entries(answers).filter(([, answer]) => !isEntries(answer))) as Entry
  const worked = place ? entriesOf(it.answers, page)[place.n] : it.answers
  const asked = new Set(askedQuestions(page, it, place))
  const last = own.earlier && (place ? entriesOf(own.earlier, page)[place.n] : own.earlier)
  return (
    <>
      {page.questions.map(question => (
        <QuestionField
          key={question.name}
          it={it}
          question={question}
          language={language}
          place={place}
          own={{ ...plain(worked ?? {}), ...plain(props.given) }}
          last={plain(last ?? {})}
          errors={errors}
          hidden={!asked.has(question)}
        />
      ))}
    </>
  )
}
