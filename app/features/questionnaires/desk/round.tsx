/** A round: who was asked and how far each is, the close, what was answered, what the public sees. */
import { z } from 'zod'
import { changing, reading } from '../../../platform/access.ts'
import {
  hasRole,
  member,
  page,
  readForm,
  seeOther,
  wholeNumber,
  type Ctx,
  type FormErrors,
} from '../../../platform/http.ts'
import { ErrorSummary } from '../../../ui/form.tsx'
import { Page } from '../../../ui/page.tsx'
import { asCsv, asXlsx } from '../export.ts'
import { clockTime, isOpen, mayRemind, momentIn, paths, stateOf } from '../model.ts'
import { answersOf } from '../queries/answers.ts'
import { earlierRespondents, respondentsOf } from '../queries/respondents.ts'
import { openRound, setRound } from '../queries/rounds.ts'
import { AskForm } from './ask-form.tsx'
import { roundOf } from './context.ts'
import { linkOf } from './links.ts'
import { ClosingFields, closingFields } from './closing-fields.tsx'
import { ChaseList, NARROWED } from './respondents.tsx'

interface Shown {
  errors?: FormErrors | null
  typed?: Record<string, string>
  /** A respondent whose link is shown. */
  link?: string | null
}

export async function showRound(c: Ctx, { errors = null, typed = {}, link = null }: Shown = {}) {
  const { userId } = member(c, 'contributor')
  const round = await roundOf(c, 'contributor')
  const { config, mail, database } = c.get('services')
  const { all, earlier } = await reading(database.kysely, userId, async tx => ({
    all: await respondentsOf(tx, round.id),
    earlier: await earlierRespondents(tx, round),
  }))
  const { t, locale } = c.get('words')
  const open = isOpen(round)
  const isEditor = hasRole(c.get('person'), 'editor')
  const handed = all.find(one => one.id === link)
  const chased = all.filter(one => mayRemind(one))
  const forgotten = wholeNumber(c.req.query('forgotten'))
  const narrowed = NARROWED.find(one => one === c.req.query('state')) ?? null
  return page(
    c,
    <Page
      c={c}
      title={round.title}
      current="nav.questionnaires"
      notice={forgotten ? t('respondent.forgotten', { count: forgotten }) : null}
    >
      <p class="kicker">
        <a href={paths.one(round.questionnaireId)} dir="auto">
          {round.questionnaire}
        </a>
      </p>
      <h1 dir="auto">{round.title}</h1>
      <p>
        <span class="tag">{open ? t('round.open') : t('round.closed')}</span>{' '}
        {t('round.closes', { time: clockTime(round.closesAt, round.timeZone, locale) })}
      </p>
      <ErrorSummary errors={errors} />
      {handed && (
        <section class="hand-over" role="status">
          <p>{t('round.link', { name: `\u2068${handed.name}\u2069` })}</p>
          <label for="link">{t('link.yours')}</label>
          <input id="link" type="text" readonly value={linkOf(config, handed)} dir="ltr" />
        </section>
      )}
      <p class="actions">
        <a href={paths.sideBySide(round.id)}>{t('round.side-by-side')}</a>
        <a href={paths.answersCsv(round.id)}>CSV</a>
        <a href={paths.answersXlsx(round.id)}>XLSX</a>
        {round.publishedAt && <a href={paths.published(round.id)}>{t('round.public-page')}</a>}
      </p>
      <h2 id="respondents">{t('round.respondents')}</h2>
      {all.length === 0 && <p class="empty">{t('round.respondents.none')}</p>}
      {open && isEditor && mail.configured && chased.length > 0 && (
        <form method="post" action={`${paths.round(round.id)}/remind`}>
          <button>{t('round.remind', { count: chased.length })}</button>
        </form>
      )}
      {open && isEditor && all.some(one => stateOf(one) !== 'sent') && (
        <p>
          <a href={paths.links(round.id)}>{t('round.links.open')}</a>
        </p>
      )}
      {all.length > 0 && (
        <ChaseList
          round={round}
          all={all}
          narrowed={narrowed}
          page={wholeNumber(c.req.query('page')) || 1}
          mails={mail.configured}
        />
      )}
      {open && isEditor && (
        <>
          {earlier.length > 0 && (
            <form method="post" action={`${paths.round(round.id)}/earlier`}>
              <p class="prose">{t('round.earlier.lead')}</p>
              <button>{t('round.earlier', { count: earlier.length })}</button>
            </form>
          )}
          <AskForm round={round} errors={errors} typed={typed} mails={mail.configured} />
          <form class="close-round" method="post" action={`${paths.round(round.id)}/close`}>
            <button class="quiet">{t('round.close')}</button>
          </form>
        </>
      )}
      {isEditor && (
        <details open={Object.keys(closingFields).some(field => errors?.fields[field])}>
          <summary>{open ? t('round.move') : t('round.reopen')}</summary>
          <form class="form" method="post" action={`${paths.round(round.id)}/open`}>
            <ClosingFields errors={errors} typed={{ timeZone: round.timeZone, ...typed }} />
            <button>{open ? t('round.move') : t('round.reopen')}</button>
          </form>
        </details>
      )}
      {isEditor && (
        <section aria-labelledby="publish">
          <h2 id="publish">{t('round.publish')}</h2>
          <p class="prose">
            {t('round.publish.lead', { count: all.filter(one => one.reviewedAt && one.kind !== 'person').length })}
          </p>
          <form method="post" action={`${paths.round(round.id)}/${round.publishedAt ? 'withdraw' : 'publish'}`}>
            <button class={round.publishedAt ? 'danger' : undefined}>
              {round.publishedAt ? t('round.withdraw') : t('round.publish.do')}
            </button>
          </form>
        </section>
      )}
    </Page>,
    errors ? 422 : 200,
  )
}

export async function setState(c: Ctx, act: 'close' | 'publish' | 'withdraw') {
  const { userId } = member(c, 'editor')
  const round = await roundOf(c, 'editor')
  await changing(c.get('services').database.kysely, userId, { act: `round.${act}` }, tx => setRound(tx, round.id, act))
  return seeOther(c, paths.round(round.id))
}

export async function open(c: Ctx) {
  const { userId } = member(c, 'editor')
  const round = await roundOf(c, 'editor')
  const form = await readForm(c, z.object(closingFields))
  if (!form.ok) return showRound(c, form)
  const { closesOn, closesAt, timeZone } = form.value
  const closes = momentIn(`${closesOn}T${closesAt}`, timeZone)
  if (closes < new Date())
    return showRound(c, {
      errors: { fields: { closesOn: c.get('words').t('round.closes-on.past') } },
      typed: form.typed,
    })
  await changing(c.get('services').database.kysely, userId, { act: 'round.open' }, tx =>
    openRound(tx, round.id, closes, timeZone),
  )
  return seeOther(c, paths.round(round.id))
}

export async function download(c: Ctx, kind: 'csv' | 'xlsx') {
  const { userId } = member(c, 'contributor')
  const round = await roundOf(c, 'contributor')
  const answered = await reading(c.get('services').database.kysely, userId, tx => answersOf(tx, round.id))
  const headers = { 'Content-Disposition': `attachment; filename="answers.${kind}"`, 'Cache-Control': 'no-store' }
  return kind === 'csv'
    ? c.body(asCsv(round.form, answered), 200, { ...headers, 'Content-Type': 'text/csv; charset=UTF-8' })
    : c.body(new Uint8Array(await asXlsx(round.form, answered)), 200, {
        ...headers,
        'Content-Type': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      })
}
