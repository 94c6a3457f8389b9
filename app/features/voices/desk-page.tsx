/** What waits for an organisation: commitments due without its word, words of others to answer, its own words that nobody outside sees. */
import { reading } from '../../platform/access.ts'
import { hasRole, member, page, type Ctx } from '../../platform/http.ts'
import { Page } from '../../ui/page.tsx'
import { useWords } from '../../ui/words.tsx'
import { today } from './offers/load.ts'
import { paths } from './model.ts'
import {
  dueWithoutWord,
  LISTED,
  ownDrafts,
  ownOrganisation,
  wordsToAnswer,
  type Spoken,
  type ToAnswer,
} from './queries.ts'
import { pageOf } from './offers/section.tsx'
import { StatusMark } from './offers/shapes.tsx'

/** What falls due within so many days waits already. */
const SOON_DAYS = 90

export async function showDesk(c: Ctx) {
  const person = member(c)
  const { organisationId } = person.current
  const soon = new Date(Date.now() + SOON_DAYS * 86_400_000).toISOString().slice(0, 10)
  const found = await reading(c.get('services').database.kysely, person.userId, async tx => {
    const own = await ownOrganisation(tx, organisationId)
    return {
      own,
      due: await dueWithoutWord(tx, own, soon),
      toAnswer: await wordsToAnswer(tx, own),
      drafts: await ownDrafts(tx, organisationId),
    }
  })
  const { t, date, colon } = c.get('words')
  const done = c.req.query('done')
  const mayPublish = hasRole(person, 'editor')
  return page(
    c,
    <Page
      c={c}
      title={t('nav.voices')}
      current="nav.voices"
      notice={done === 'published' ? t('voices.done.shown') : done === 'none' ? t('voices.desk.none-ticked') : null}
    >
      <p class="kicker">
        <bdi>{found.own.name}</bdi> · {t(`voice.${found.own.voice}`)}
      </p>
      <h1>{t('nav.voices')}</h1>
      <section aria-labelledby="drafts">
        <h2 id="drafts">{t('voices.desk.drafts')}</h2>
        {found.drafts.length === 0 ? (
          <p class="empty">{t('voices.desk.drafts.none')}</p>
        ) : (
          <form method="post" action={paths.publish}>
            <p class="lead">{t(mayPublish ? 'voices.desk.drafts.lead' : 'voices.desk.drafts.lead-contributor')}</p>
            <ul class="rows waiting-words">
              {found.drafts.map(draft => (
                <li key={draft.wordId}>
                  {mayPublish && (
                    <input
                      type="checkbox"
                      name="word"
                      value={draft.wordId}
                      id={`word-${draft.wordId}`}
                      aria-label={`${t(`status.${draft.status}`)}${colon}${draft.text.slice(0, 100)}`}
                    />
                  )}
                  <div>
                    <Which commitment={draft} />
                    <Said word={draft} /> <span class="tag">{t(`visibility.${draft.visibility}`)}</span>
                  </div>
                </li>
              ))}
            </ul>
            {mayPublish && (
              <p class="actions">
                <button>{t('voices.desk.publish')}</button>
              </p>
            )}
          </form>
        )}
      </section>
      <section aria-labelledby="to-answer">
        <h2 id="to-answer">{t('voices.desk.to-answer')}</h2>
        {found.toAnswer.length === 0 ? (
          <p class="empty">
            {t(
              found.own.voice === 'government' ? 'voices.desk.to-answer.none-government' : 'voices.desk.to-answer.none',
            )}
          </p>
        ) : (
          <ul class="rows">
            {found.toAnswer.map(word => (
              <li key={word.wordId}>
                <Which commitment={word} />
                <Said word={word} /> · <bdi>{word.organisation}</bdi>
              </li>
            ))}
          </ul>
        )}
      </section>
      <section aria-labelledby="due">
        <h2 id="due">{t('voices.desk.due')}</h2>
        {found.due.length === 0 ? (
          <p class="empty">{t('voices.desk.due.none')}</p>
        ) : (
          <>
            {found.due.length === LISTED && <p class="lead">{t('voices.desk.due.first', { n: LISTED })}</p>}
            <ul class="rows">
              {found.due.map(waiting => (
                <li key={waiting.itemId}>
                  <Which commitment={waiting} />
                  <span class="soft small">
                    {t(waiting.due < today() ? 'voices.due.past' : 'voices.due', { date: date(waiting.due) })}
                  </span>{' '}
                  {hasRole(person, 'contributor') && <a href={paths.commitment(waiting.itemId)}>{t('say.title')}</a>}
                </li>
              ))}
            </ul>
          </>
        )}
      </section>
    </Page>,
  )
}

function Which({ commitment }: { commitment: Spoken }) {
  const { text, number, language, title } = commitment
  return (
    <p>
      <a href={`${pageOf(commitment)}#voices`} lang={language ?? undefined} dir="auto">
        {[number, text.length > 160 ? text.slice(0, 159) + '…' : text].filter(Boolean).join(' ')}
      </a>
      <br />
      <span class="soft small">
        <bdi lang={language ?? undefined}>{title}</bdi>
      </span>
    </p>
  )
}

function Said({ word }: { word: ToAnswer }) {
  const { t, date } = useWords()
  return (
    <span class="small">
      <StatusMark status={word.status} /> · {t(`voice.${word.voice}`)} · {date(word.asOf)}
    </span>
  )
}
