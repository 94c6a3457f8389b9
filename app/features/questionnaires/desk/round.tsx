/** A round: who was asked and how far each is, links and reminders, the close, what was answered. */
import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { changing, reading } from '../../../platform/access.ts'
import { hasRole, member, page, readForm, seeOther, type Ctx, type FormErrors } from '../../../platform/http.ts'
import { COUNTRY_CODES } from '../../../platform/languages.ts'
import { Problem } from '../../../platform/problem.ts'
import { ErrorSummary, SelectField, TextField } from '../../../ui/form.tsx'
import { Page } from '../../../ui/page.tsx'
import { useWords } from '../../../ui/words.tsx'
import { VOICES } from '../../voices/model.ts'
import { asCsv, asXlsx, tableOf } from '../export.ts'
import { queueLetter } from '../mail.ts'
import { clockTime, isOpen, KINDS, mayRemind, momentIn, paths, stateOf, STATES, type Round } from '../model.ts'
import {
  addRespondent,
  answersOf,
  earlierRespondents,
  forgetRespondent,
  giveBack,
  openRound,
  renewLink,
  respondentsOf,
  setRound,
  type KeptRespondent,
} from '../queries.ts'
import { roundOf } from './context.ts'
import { digestOf, linkOf, linkToken } from './links.ts'
import { ClosingFields, closingFields } from './questionnaire.tsx'

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
  const { t, number, locale, country } = c.get('words')
  const open = isOpen(round)
  const isEditor = hasRole(c.get('person'), 'editor')
  const handed = all.find(one => one.id === link)
  const chased = all.filter(one => mayRemind(one))
  return page(
    c,
    <Page c={c} title={round.title} current="nav.questionnaires">
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
      <ul class="facts">
        {STATES.map(state => (
          <li key={state}>
            {t(`respondent.state.${state}`)}: {number(all.filter(one => stateOf(one) === state).length)}
          </li>
        ))}
      </ul>
      <p class="actions">
        <a href={paths.sideBySide(round.id)}>{t('round.side-by-side')}</a>
        <a href={paths.answersCsv(round.id)}>CSV</a>
        <a href={paths.answersXlsx(round.id)}>XLSX</a>
        {round.publishedAt && <a href={paths.published(round.id)}>{t('round.public-page')}</a>}
      </p>
      <h2>{t('round.respondents')}</h2>
      {all.length === 0 && <p class="empty">{t('round.respondents.none')}</p>}
      {open && isEditor && mail.configured && chased.length > 0 && (
        <form method="post" action={`${paths.round(round.id)}/remind`}>
          <button>{t('round.remind', { count: chased.length })}</button>
        </form>
      )}
      <ul class="rows">
        {all.map(one => (
          <RespondentRow key={one.id} round={round} one={one} open={open} isEditor={isEditor} country={country} />
        ))}
      </ul>
      {open && isEditor && (
        <>
          {earlier.length > 0 && (
            <form method="post" action={`${paths.round(round.id)}/earlier`}>
              <p class="prose">{t('round.earlier.lead')}</p>
              <button>{t('round.earlier', { count: earlier.length })}</button>
            </form>
          )}
          <AddRespondent round={round} errors={errors} typed={typed} mails={mail.configured} />
          <form method="post" action={`${paths.round(round.id)}/close`}>
            <button class="quiet">{t('round.close')}</button>
          </form>
        </>
      )}
      {isEditor && (
        <details>
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

function RespondentRow(props: {
  round: Round
  one: KeptRespondent
  open: boolean
  isEditor: boolean
  country: (code: string) => string
}) {
  const { round, one, open, isEditor } = props
  const { t, time, number } = useWords()
  const state = stateOf(one)
  const at = { 'not-opened': null, opened: one.openedAt, begun: one.begunAt, sent: one.sentAt }[state]
  const act = (name: string) => `${paths.round(round.id)}/respondents/${one.id}/${name}`
  return (
    <li>
      <bdi>{one.name}</bdi> <span class="tag">{t(`respondent.state.${state}`)}</span>{' '}
      {one.reviewedAt && <span class="tag">{t('respondent.reviewed')}</span>}
      <p class="soft small">
        {t(`respondent.kind.${one.kind}`)} · {t(`voice.${one.voice}`)}
        {one.country && ` · ${props.country(one.country)}`}
        {at && ` · ${time(at)}`}
        {one.reminders > 0 && ` · ${t('respondent.reminders', { count: number(one.reminders) })}`}
      </p>
      <div class="actions">
        {state === 'sent' && <a href={paths.review(round.id, one.id)}>{t('respondent.review')}</a>}
        {isEditor && open && state !== 'sent' && (
          <form method="post" action={act('link')}>
            <button class="quiet">{t('respondent.link')}</button>
          </form>
        )}
        {isEditor && (
          <details>
            <summary>{t('respondent.more')}</summary>
            {open && (
              <form method="post" action={act('new-link')}>
                <input type="hidden" name="number" value={one.linkNumber + 1} />
                <button class="quiet">{t('respondent.new-link')}</button>
              </form>
            )}
            {state === 'sent' && (
              <form method="post" action={act('give-back')}>
                <button class="quiet">{t('respondent.give-back')}</button>
              </form>
            )}
            <form method="post" action={act('forget')}>
              <button class="danger">{t('respondent.forget')}</button>
            </form>
          </details>
        )}
      </div>
    </li>
  )
}

function AddRespondent(props: {
  round: Round
  errors: FormErrors | null
  typed: Record<string, string>
  mails: boolean
}) {
  const { round, errors, typed, mails } = props
  const { t, country, language } = useWords()
  return (
    <section aria-labelledby="add">
      <h2 id="add">{t('respondent.add')}</h2>
      <form class="form" method="post" action={`${paths.round(round.id)}/respondents`}>
        <input type="hidden" name="id" value={typed.id ?? randomUUID()} />
        <SelectField
          name="kind"
          label={t('respondent.kind')}
          errors={errors}
          value={typed.kind ?? 'organisation'}
          choices={KINDS.map(kind => ({ value: kind, label: t(`respondent.kind.${kind}`) }))}
        />
        <TextField
          name="name"
          label={t('respondent.name')}
          errors={errors}
          value={typed.name}
          maxlength={200}
          dir="auto"
          required
        />
        <TextField
          name="email"
          type="email"
          label={t('respondent.email')}
          hint={mails ? t('respondent.email.hint') : t('respondent.email.no-mail')}
          errors={errors}
          value={typed.email}
          dir="ltr"
        />
        <SelectField
          name="language"
          label={t('respondent.language')}
          errors={errors}
          value={typed.language ?? round.form.languages[0]}
          choices={[...new Set([...round.form.languages, 'en', 'fr', 'ar'])].map(code => ({
            value: code,
            label: code.startsWith('x-') ? code.slice(2) : language(code),
          }))}
        />
        <SelectField
          name="voice"
          label={t('respondent.voice')}
          errors={errors}
          value={typed.voice ?? 'civil-society'}
          choices={VOICES.map(voice => ({ value: voice, label: t(`voice.${voice}`) }))}
        />
        <SelectField
          name="country"
          label={t('respondent.country')}
          errors={errors}
          value={typed.country ?? ''}
          choices={[{ value: '', label: '–' }, ...COUNTRY_CODES.map(code => ({ value: code, label: country(code) }))]}
        />
        <button>{t('respondent.add.do')}</button>
      </form>
    </section>
  )
}

const respondentForm = z.object({
  id: z.uuid(),
  kind: z.enum(KINDS),
  name: z.string().trim().min(1, 'form.needed').max(200, 'form.too-long'),
  email: z.union([z.literal(''), z.email('form.email.wrong').max(320)]).default(''),
  language: z
    .string()
    .regex(/^[a-z]{2,3}(-[A-Za-z0-9]+)*$/)
    .catch('en'),
  voice: z.enum(VOICES),
  country: z.union([z.literal(''), z.enum(COUNTRY_CODES)]).default(''),
})

export async function add(c: Ctx) {
  const { userId, current } = member(c, 'editor')
  const round = await roundOf(c, 'editor')
  const form = await readForm(c, respondentForm)
  if (!form.ok) return showRound(c, form)
  const { id, email, country, ...rest } = form.value
  const services = c.get('services')
  const tokenSha256 = digestOf(linkToken(services.config, { id, linkNumber: 1 }))
  await changing(services.database.kysely, userId, { act: 'round.ask' }, tx =>
    addRespondent(tx, {
      ...rest,
      id,
      email: email || null,
      country: country || null,
      organisationId: current.organisationId,
      roundId: round.id,
      tokenSha256,
      earlierId: null,
      by: userId,
    }),
  )
  if (email && services.mail.configured) await queueLetter(services, { respondent: id, kind: 'invitation' })
  return showRound(c, { link: id })
}

/** Asks those of the round before again: what they answered then stands in the form. */
export async function addEarlier(c: Ctx) {
  const { userId, current } = member(c, 'editor')
  const round = await roundOf(c, 'editor')
  const services = c.get('services')
  const letters = await changing(services.database.kysely, userId, { act: 'round.ask-again' }, async tx => {
    const added: string[] = []
    for (const one of await earlierRespondents(tx, round)) {
      const id = randomUUID()
      const tokenSha256 = digestOf(linkToken(services.config, { id, linkNumber: 1 }))
      const { kind, name, email, language, voice, country } = one
      await addRespondent(tx, {
        kind,
        name,
        email,
        language,
        voice,
        country,
        id,
        tokenSha256,
        earlierId: one.id,
        organisationId: current.organisationId,
        roundId: round.id,
        by: userId,
      })
      if (email) added.push(id)
    }
    return added
  })
  if (services.mail.configured)
    for (const respondent of letters) await queueLetter(services, { respondent, kind: 'invitation' })
  return seeOther(c, paths.round(round.id))
}

export async function remind(c: Ctx) {
  const { userId } = member(c, 'editor')
  const round = await roundOf(c, 'editor')
  const services = c.get('services')
  if (!services.mail.configured || !isOpen(round)) throw new Problem('conflict')
  const all = await reading(services.database.kysely, userId, tx => respondentsOf(tx, round.id))
  for (const one of all) if (mayRemind(one)) await queueLetter(services, { respondent: one.id, kind: 'reminder' })
  return seeOther(c, paths.round(round.id))
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

export async function actOnRespondent(c: Ctx) {
  const { userId } = member(c, 'editor')
  const round = await roundOf(c, 'editor')
  const { config, database } = c.get('services')
  const one = (await reading(database.kysely, userId, tx => respondentsOf(tx, round.id))).find(
    each => each.id === c.req.param('respondent'),
  )
  if (!one) throw new Problem('not-found')
  const act = c.req.param('act') as 'link' | 'new-link' | 'give-back' | 'forget'
  if (act === 'link') return showRound(c, { link: one.id })
  const typed = await readForm(c, z.object({ number: z.coerce.number().int().optional() }))
  await changing(database.kysely, userId, { act: `respondent.${act}` }, async tx => {
    if (act === 'give-back') return giveBack(tx, one.id)
    if (act === 'forget') return forgetRespondent(tx, one.id)
    const linkNumber = (typed.ok && typed.value.number) || 0
    // The same form sent again makes no further link.
    if (linkNumber === one.linkNumber + 1)
      await renewLink(tx, one.id, linkNumber, digestOf(linkToken(config, { id: one.id, linkNumber })))
  })
  return act === 'new-link' ? showRound(c, { link: one.id }) : seeOther(c, paths.round(round.id))
}

export async function download(c: Ctx, kind: 'csv' | 'xlsx') {
  const { userId } = member(c, 'contributor')
  const round = await roundOf(c, 'contributor')
  const answered = await reading(c.get('services').database.kysely, userId, tx => answersOf(tx, round.id))
  const table = tableOf(round.form, answered)
  const headers = { 'Content-Disposition': `attachment; filename="answers.${kind}"`, 'Cache-Control': 'no-store' }
  return kind === 'csv'
    ? c.body(asCsv(table), 200, { ...headers, 'Content-Type': 'text/csv; charset=UTF-8' })
    : c.body(new Uint8Array(await asXlsx(table)), 200, {
        ...headers,
        'Content-Type': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      })
}
