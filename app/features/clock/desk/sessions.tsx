/** Sessions of bodies: entered, moved, cancelled by hand, and the days that the body announces for them. */
import { randomUUID } from 'node:crypto'
import type { Body } from '@open1325/procedures'
import { changing } from '../../../platform/access.ts'
import { hasRole, member, page, readForm, seeOther, type Ctx, type FormErrors } from '../../../platform/http.ts'
import { Problem } from '../../../platform/problem.ts'
import { ErrorSummary, SelectField } from '../../../ui/form.tsx'
import { Page } from '../../../ui/page.tsx'
import { useWords } from '../../../ui/words.tsx'
import { bodyById, idOf, withEntered } from '../bodies.ts'
import { moved } from '../changes.ts'
import { deadlineEntries } from '../entries.ts'
import { bodyChoices } from '../filter-form.tsx'
import { Lines } from '../lines.tsx'
import { today } from '../load.ts'
import { NO_FILTER, paths, queryOf, type EnteredSession } from '../model.ts'
import { addSession, removeSession, type SessionFacts } from '../queries/edit.ts'
import { dateOf } from '../words.ts'
import { Way } from './dates.tsx'
import { keep, sessionAt, type Found } from './session-at.ts'
import { SessionFields, sessionForm, typedOfSession } from './session-form.tsx'

type Typed = Record<string, string>
export interface Refused {
  errors: FormErrors
  typed: Typed
  ticked?: string[]
}

/** First which body, then its form. */
export async function showNewSession(c: Ctx, refused: Refused | null = null) {
  member(c, 'contributor')
  const words = c.get('words')
  const { t, locale } = words
  const body = bodyById(c.req.query('body') ?? refused?.typed.body)
  return page(
    c,
    <Page c={c} title={t('session.new')} current="nav.desk-calendar">
      <Way c={c} />
      {body && <p class="kicker">{body.name[locale]}</p>}
      <h1>{t('session.new')}</h1>
      <p class="lead">{t('session.new.lead')}</p>
      {!body && (
        <form class="form" method="get" action={paths.newSession}>
          <SelectField name="body" label={t('calendar.filter.body')} choices={bodyChoices(words)} />
          <button>{t('session.new.choose')}</button>
        </form>
      )}
      {body && (
        <>
          <Known body={body} />
          <ErrorSummary errors={refused?.errors} />
          <form class="form" method="post" action={paths.newSession + queryOf({ ...NO_FILTER, body: body.id })}>
            <input type="hidden" name="id" value={refused?.typed.id ?? randomUUID()} />
            <SessionFields
              body={body}
              typed={
                refused?.typed ?? {
                  state: 'planned',
                  sourceKind: 'official',
                  seenOn: today(),
                  visibility: 'organisation',
                }
              }
              ticked={refused?.ticked ?? (body.procedures.length === 1 ? [body.procedures[0]!.id] : [])}
              errors={refused?.errors ?? null}
              mayPublish={hasRole(c.get('person'), 'editor')}
            />
            <button>{t('session.new.do')}</button>
          </form>
        </>
      )}
    </Page>,
    refused ? 422 : 200,
  )
}

/** What the library knows already is corrected, not entered again. */
function Known({ body }: { body: Body }) {
  const { t, locale } = useWords()
  const latest = body.sessions.slice(-6).toReversed()
  if (latest.length === 0) return null
  return (
    <p class="small">
      {t('session.known')}{' '}
      {latest.map((session, n) => (
        <>
          {n > 0 && ' · '}
          <a href={paths.enteredSession(body.id, session.id)}>{session.name[locale]}</a>
        </>
      ))}
    </p>
  )
}

export async function enterSession(c: Ctx) {
  const { userId, current } = member(c, 'contributor')
  const body = bodyById(c.req.query('body'))
  if (!body) throw new Problem('not-found')
  const form = await readForm(c, sessionForm)
  if (!form.ok) return showNewSession(c, { ...form, ticked: await tickedIn(c) })
  const { id, version: _, ...facts } = form.value
  if (facts.visibility === 'public') member(c, 'editor')
  const session = { ...facts, procedures: known(body, facts.procedures), deadlines: [], supersedes: [] }
  await changing(c.get('services').database.kysely, userId, { act: 'session.add' }, tx =>
    addSession(tx, {
      ...session,
      id,
      organisationId: current.organisationId,
      body: body.id,
      corrects: null,
      by: userId,
    }),
  )
  return seeOther(c, `${paths.enteredSession(body.id, id)}?done=saved`)
}

const known = ({ procedures }: Body, ids: string[]) => procedures.map(({ id }) => id).filter(id => ids.includes(id))

async function tickedIn(c: Ctx): Promise<string[]> {
  const { procedures = [] } = await c.req.parseBody({ all: true })
  return [procedures].flat().filter(one => typeof one === 'string')
}

export async function showSession(c: Ctx, refused: Refused | null = null) {
  const found = await sessionAt(c)
  const { body, own, now, key, readerZone } = found
  const { t, locale } = c.get('words')
  const mayPublish = hasRole(c.get('person'), 'editor')
  const here = paths.enteredSession(body.id, key)
  const mayChange = mayPublish || now.visibility === 'organisation'
  return page(
    c,
    <Page
      c={c}
      title={now.name}
      current="nav.desk-calendar"
      notice={c.req.query('done') === 'saved' ? t('date.saved') : null}
    >
      <Way c={c} />
      <p class="kicker">
        <a href={paths.session(body.id, key)}>{body.name[locale]}</a>
      </p>
      <h1 dir="auto">{now.name}</h1>
      <p class="lead">{t(own ? 'session.own.lead' : 'session.library.lead')}</p>
      <Moves before={now.supersedes} />
      {mayChange ? (
        <>
          <ErrorSummary errors={refused?.errors} />
          <form class="form" method="post" action={here}>
            <input type="hidden" name="id" value={own?.id ?? refused?.typed.id ?? randomUUID()} />
            <input type="hidden" name="version" value={own?.version ?? 0} />
            <SessionFields
              body={body}
              typed={
                refused?.typed ?? {
                  ...typedOfSession({ ...now, organisation: null, body: body.id, corrects: null, version: 0 }),
                  ...(!own && anotherSource()),
                }
              }
              ticked={refused?.ticked ?? now.procedures}
              errors={refused?.errors ?? null}
              mayPublish={mayPublish}
            />
            <button>{t('form.save')}</button>
          </form>
          {own && <Counted {...{ body, own, readerZone }} />}
          <Announced found={found} />
          {own && (
            <form class="actions" method="post" action={`${here}/remove`}>
              <button class="danger">{t(own.corrects ? 'session.remove.correction' : 'session.remove')}</button>
            </form>
          )}
        </>
      ) : (
        <p class="empty">{t('date.public.editors')}</p>
      )}
    </Page>,
    refused ? 422 : 200,
  )
}

/** What follows from the session by the body's rules, as the calendar shows it. */
function Counted({ body, own, readerZone }: { body: Body; own: EnteredSession; readerZone: string | null }) {
  const { t } = useWords()
  const bodies = withEntered([own], own.organisationId, [body])
  const lines = deadlineEntries(bodies, '1990-01-01', '2199-12-31').filter(
    ({ deadline, cancelled }) => deadline.session?.id === idOf(own) && !cancelled,
  )
  return (
    <section aria-labelledby="counted">
      <h2 id="counted">{t('session.counted')}</h2>
      {lines.length > 0 ? (
        <Lines entries={lines} readerZone={readerZone} />
      ) : (
        <p class="empty">{t('session.counted.none')}</p>
      )}
    </section>
  )
}

/** What the library read says nothing of another day: whoever corrects it names where she read that. */
const anotherSource = () => ({ sourceTitle: '', sourceUrl: '', sourceKind: 'secondary', seenOn: today() })

function Moves({ before }: { before: SessionFacts['supersedes'] }) {
  const words = useWords()
  const days = before.flatMap(({ start, end }) => start ?? end ?? [])
  if (days.length === 0) return null
  return (
    <p class="facts">
      {days.map((one, n) => (
        <span key={n} class="moved">
          {words.t('calendar.moved-from', { date: dateOf(one, words) })}{' '}
        </span>
      ))}
    </p>
  )
}

/** The days that the body announced for this session. */
function Announced({ found: { body, now, key } }: { found: Found }) {
  const words = useWords()
  const { t, locale, colon } = words
  const nameOf = (id: string) => body.procedures.find(one => one.id === id)?.name[locale] ?? id
  return (
    <section aria-labelledby="announced">
      <h2 id="announced">{t('session.deadlines')}</h2>
      <p class="lead">{t('session.deadlines.lead')}</p>
      {now.deadlines.length > 0 && (
        <ul class="rows">
          {now.deadlines.map(one => (
            <li key={`${one.procedure} ${one.by}`}>
              {nameOf(one.procedure)}
              {one.by === 'coalition' && ` (${t('calendar.coalition')})`}
              {colon}
              <strong>{dateOf(one.closes, words)}</strong>
              {one.time && ` ${one.time} ${one.zone ?? body.zone}`}
              {one.supersedes.length > 0 && (
                <span class="moved"> {t('calendar.moved-from', { date: dateOf(one.supersedes.at(-1)!, words) })}</span>
              )}
            </li>
          ))}
        </ul>
      )}
      <p>
        <a class="button quiet" href={`${paths.enteredSession(body.id, key)}/deadlines`}>
          {t('session.deadline.enter')}
        </a>
      </p>
    </section>
  )
}

export async function saveSession(c: Ctx) {
  const found = await sessionAt(c)
  const form = await readForm(c, sessionForm)
  const refuse = async (errors: FormErrors) => showSession(c, { errors, typed: form.typed, ticked: await tickedIn(c) })
  if (!form.ok) return refuse(form.errors)
  const { id, version, ...facts } = form.value
  const { now, body } = found
  const dates = moved(now, facts)
  const procedures = known(body, facts.procedures)
  const kept = await keep(
    c,
    found,
    { id, version },
    { ...facts, ...dates, procedures, deadlines: now.deadlines },
    'session.change',
  )
  if (!kept) return refuse({ fields: { name: c.get('words').t('date.conflict') } })
  return seeOther(c, `${paths.enteredSession(body.id, found.key)}?done=saved`)
}

export async function dropSession(c: Ctx) {
  const { userId } = member(c, 'contributor')
  const { own, body } = await sessionAt(c)
  if (!own) throw new Problem('not-found')
  if (own.visibility === 'public') member(c, 'editor')
  await changing(c.get('services').database.kysely, userId, { act: 'session.remove' }, tx => removeSession(tx, own.id))
  return seeOther(c, paths.body(body.id))
}
