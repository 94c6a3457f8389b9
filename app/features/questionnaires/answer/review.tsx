/** All answers once more before they are sent. */
import type { Ctx } from '../../../platform/http.ts'
import { unanswered } from '../form/check.ts'
import { followed } from '../form/follow.ts'
import { paths } from '../model.ts'
import { AllAnswers } from './all-answers.tsx'
import type { OwnAnswer } from './link.ts'
import { Said } from './said.tsx'
import { isolated, languageFor, Shell } from './shell.tsx'

export function ReviewPage({ c, own, token, changed }: { c: Ctx; own: OwnAnswer; token: string; changed?: boolean }) {
  const { t } = c.get('words')
  const language = languageFor(c, own)
  const it = followed(own.form, own.answers, own.day, language)
  const lacking = unanswered(it)
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
                  <Said form={own.form} words={question.label} language={language} answers={it.answers} />
                </a>
              </li>
            ))}
          </ul>
        </div>
      )}
      <AllAnswers it={it} token={token} language={language} />
      <form class="form sending-off" method="post" action={paths.answerReview(token)}>
        <input type="hidden" name="version" value={own.version} />
        <p class="actions">
          <button disabled={lacking.length > 0}>{t('answer.send')}</button>
        </p>
      </form>
    </Shell>
  )
}
