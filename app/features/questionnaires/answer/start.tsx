/** Where a personal link leads first: what this is, until when, what was kept; afterwards the receipt. */
import type { Ctx } from '../../../platform/http.ts'
import { useWords } from '../../../ui/words.tsx'
import { unanswered } from '../form/check.ts'
import { followed } from '../form/follow.ts'
import { clockTime, paths } from '../model.ts'
import type { OwnAnswer } from './link.ts'
import { AllAnswers, PageTitle } from './all-answers.tsx'
import { isolated, languageFor, Shell } from './shell.tsx'

export function StartPage({ c, own, token }: { c: Ctx; own: OwnAnswer; token: string }) {
  const { t, locale, number } = c.get('words')
  const language = languageFor(c, own)
  const it = followed(own.form, own.answers, own.day, language)
  const asked = it.pages
  const first = asked[0]
  const goOn = own.version === 0 ? first : (unanswered(it)[0]?.page ?? null)
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
                      it={it}
                      page={page}
                      language={language}
                      fallback={t('answer.page', { n: number(n + 1), of: number(asked.length) })}
                    />
                  </a>
                </li>
              ))}
            </ol>
          )}
        </>
      ) : (
        <Over own={own} language={language} />
      )}
    </Shell>
  )
}

/** It was sent, or it is too late. */
function Over({ own, language }: { own: OwnAnswer; language: string }) {
  const { t, time } = useWords()
  return own.sentAt ? (
    <>
      <p class="notice" role="status">
        {t('answer.sent', { time: time(own.sentAt), organisation: isolated(own.organisation) })}
      </p>
      <p class="prose">{t('answer.sent.number', { number: own.respondentId.slice(0, 8) })}</p>
      <AllAnswers it={followed(own.form, own.answers, own.day, language)} token={null} language={language} />
    </>
  ) : (
    <p class="prose">{t('answer.closed')}</p>
  )
}
