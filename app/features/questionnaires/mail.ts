/** Letters with the personal link: the first, and reminders to those who have not answered. Sent as jobs, so that none is lost or doubled. */
import type { Services } from '../../platform/http.ts'
import { isLocale, wordsOf } from '../../platform/languages.ts'
import { linkOf } from './desk/links.ts'
import { clockTime, REMINDER_DAYS, REMINDER_PAUSE_HOURS, type MailFailure } from './model.ts'

const MAIL_JOB = 'answer-mail'
const LOOK_EVERY_MS = 30 * 60_000

interface Letter {
  respondent: string
  kind: 'invitation' | 'reminder'
}

/** What a server for mail answers for good begins with 5 (RFC 5321, 4.2.1). */
const isRefusal = (error: unknown): boolean => Number((error as { responseCode?: number }).responseCode) >= 500

interface Addressed {
  id: string
  name: string
  email: string | null
  language: string
  linkNumber: number
  organisation: string
  title: string
  closesAt: Date
  timeZone: string
  languages: string[]
}

export async function workOnMail(services: Services): Promise<void> {
  const { owner } = services.database
  await services.jobs.work<Letter>(MAIL_JOB, letter => send(services, letter), {
    givenUp: ({ respondent }) => noteFailure(owner, respondent, 'not-sent'),
  })
  if (!services.mail.configured) return
  const look = () => remindBeforeClose(services).catch(error => services.log.error(error, 'reminders were not sent'))
  setInterval(look, LOOK_EVERY_MS).unref()
  await look()
}

/** @param day so that a form sent twice is one letter */
export const queueLetter = (
  services: Pick<Services, 'jobs'>,
  letter: Letter,
  day = new Date().toISOString().slice(0, 10),
) => services.jobs.send<Letter>(MAIL_JOB, letter, `${letter.respondent} ${letter.kind} ${day}`)

/** Sends it, if it is still wanted: the round is open, nothing was sent, and no reminder went out just now. */
async function send({ database: { owner }, mail, config }: Services, { respondent, kind }: Letter): Promise<void> {
  const { rows } = await owner.query<Addressed>(
    `select r.id, r.name, r.email, r.language, r.link_number as "linkNumber", o.name as organisation, n.title, n.closes_at as "closesAt",
       n.time_zone as "timeZone", n.form -> 'languages' as languages
     from respondent r join round n on n.id = r.round_id join organisation o on o.id = n.organisation_id
     where r.id = $1 and r.removed_at is null and r.sent_at is null and n.closed_at is null and n.closes_at > now() and r.mail_failure is null
       and ($2 = 'invitation' or r.reminded_at is null or r.reminded_at < now() - make_interval(hours => $3))`,
    [respondent, kind, REMINDER_PAUSE_HOURS],
  )
  const to = rows[0]
  if (!to?.email || !mail.configured) return
  const locale = [to.language, ...to.languages].find(isLocale) ?? 'en'
  const { t } = wordsOf(locale)
  const { name, organisation, title } = to
  const names = {
    name,
    organisation,
    title,
    link: linkOf(config, to),
    until: clockTime(to.closesAt, to.timeZone, locale),
  }
  try {
    await mail.send({
      to: to.email,
      subject: t(`mail.answer.${kind}.subject`, names),
      text: t(`mail.answer.${kind}.text`, names),
    })
  } catch (error) {
    if (!isRefusal(error)) throw error
    return noteFailure(owner, respondent, 'refused')
  }
  await owner.query(
    kind === 'invitation'
      ? 'update respondent set mailed_at = now() where id = $1'
      : 'update respondent set reminded_at = now(), reminders = reminders + 1 where id = $1',
    [respondent],
  )
}

const noteFailure = async (owner: Services['database']['owner'], respondent: string, why: MailFailure) => {
  await owner.query('update respondent set mail_failed_at = now(), mail_failure = $2 where id = $1', [respondent, why])
}

/** Reminds those who have not answered, some days before the close. Gives how many letters are under way. */
export async function remindBeforeClose(services: Pick<Services, 'database' | 'jobs'>): Promise<number> {
  const { rows } = await services.database.owner.query<{ id: string }>(
    `select r.id from respondent r join round n on n.id = r.round_id
     where r.removed_at is null and r.sent_at is null and r.email is not null and r.mail_failure is null and n.closed_at is null and n.closes_at > now()
       and r.created_at < now() - make_interval(hours => $2) and exists (
         select from unnest($1::int[]) as days
         where now() >= n.closes_at - make_interval(days => days)
           and (r.reminded_at is null or r.reminded_at < n.closes_at - make_interval(days => days)))`,
    [REMINDER_DAYS, REMINDER_PAUSE_HOURS],
  )
  for (const { id } of rows) await queueLetter(services, { respondent: id, kind: 'reminder' })
  return rows.length
}
