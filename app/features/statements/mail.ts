/** Letters about signatures, sent as jobs, so that none is lost or doubled: to confirm, to ask, to remind, and about the close. */
import type { Services } from '../../platform/http.ts'
import { isLocale, wordsOf } from '../../platform/languages.ts'
import { withoutAddresses } from '../../platform/mail.ts'
import { clockTime } from '../questionnaires/model.ts'
import { requestLink, signatureLink } from './links.ts'
import { paths, REMINDER_DAYS, REMINDER_PAUSE_HOURS, textFor, type Who } from './model.ts'

const MAIL_JOB = 'statement-mail'

export type Letter =
  | { kind: 'confirm'; request: string }
  /** 'signed': thanks, with the link by which it can be taken back. 'refused': with the reason. 'again': the text changed. */
  | { kind: 'signed' | 'refused' | 'invitation' | 'reminder' | 'again'; signature: string }
  | { kind: 'closed'; statement: string }

export const workOnMail = (services: Services) => services.jobs.work<Letter>(MAIL_JOB, letter => send(services, letter))

/** @param day so that a form sent twice is one letter */
export function queueLetter(
  { jobs }: Pick<Services, 'jobs'>,
  letter: Letter,
  day = new Date().toISOString().slice(0, 10),
): Promise<void> {
  const about =
    letter.kind === 'confirm' ? letter.request : letter.kind === 'closed' ? letter.statement : letter.signature
  return jobs.send<Letter>(MAIL_JOB, letter, `${about} ${letter.kind} ${day}`)
}

async function send(services: Services, letter: Letter): Promise<void> {
  if (!services.mail.configured) return
  switch (letter.kind) {
    case 'confirm':
      return sendConfirm(services, letter.request)
    case 'closed':
      return sendClosed(services, letter.statement)
    default:
      return sendToSigner(services, letter.signature, letter.kind)
  }
}

interface About {
  organisation: string
  titles: { language: string; title: string }[]
  slug: string
  closesAt: Date
  timeZone: string
}

/** Of the statement `s`, its edition `e` and its organisation `o`. */
const ABOUT = `o.name as organisation, s.slug, s.closes_at as "closesAt", s.time_zone as "timeZone",
  (select jsonb_agg(jsonb_build_object('language', e.languages -> (th - 1)::int, 'title', t) order by th)
    from jsonb_array_elements(e.titles) with ordinality as t (t, th)) as titles`
const TAKES = `s.state = 'open' and s.closes_at > now()`

function namesOf({ organisation, titles, closesAt, timeZone }: About, language: string) {
  const locale = isLocale(language) ? language : 'en'
  const { t } = wordsOf(locale)
  return {
    t,
    names: { organisation, title: textFor(titles, language).title, until: clockTime(closesAt, timeZone, locale) },
  }
}

async function sendConfirm({ database: { owner }, mail, config }: Services, request: string): Promise<void> {
  const { rows } = await owner.query<About & { who: Who }>(
    `select r.who, ${ABOUT} from sign_request r join statement s on s.id = r.statement_id
       join statement_edition e on e.statement_id = s.id and e.number = r.edition join organisation o on o.id = s.organisation_id
     where r.id = $1 and r.signature_id is null and r.expires_at > now() and ${TAKES}`,
    [request],
  )
  const [to] = rows
  if (!to) return
  const { t, names } = namesOf(to, to.who.language)
  const link = requestLink(config, { id: request, language: to.who.language })
  await mail.send({
    to: to.who.email,
    subject: t('mail.sign.confirm.subject', names),
    text: t('mail.sign.confirm.text', { ...names, name: withoutAddresses(to.who.name), link }),
  })
}

type ToSigner = Extract<Letter, { signature: string }>['kind']

const asked = `g.state = 'invited' and ${TAKES}`
/** In which states of its signature a letter is still wanted. */
const WANTED: Record<ToSigner, string> = {
  signed: `g.state in ('confirmed', 'accepted')`,
  refused: `g.state = 'rejected'`,
  invitation: asked,
  reminder: asked,
  again: asked,
}

/** Sends it if it is still wanted; who was reminded just now is left alone. */
async function sendToSigner(
  { database: { owner }, mail, config }: Services,
  id: string,
  kind: ToSigner,
): Promise<void> {
  const { rows } = await owner.query<
    About & { name: string; email: string; language: string; linkNumber: number; state: string; reason: string | null }
  >(
    `select p.name, p.email, p.language, p.link_number as "linkNumber", g.state, g.reason, ${ABOUT}
     from signer p join signature g on g.id = p.signature_id join statement s on s.id = g.statement_id
       join statement_edition e on e.statement_id = s.id and e.number = g.edition join organisation o on o.id = s.organisation_id
     where p.signature_id = $1 and p.email is not null and g.forgotten_at is null and ${WANTED[kind]}
       and ($2 <> 'reminder' or p.reminded_at is null or p.reminded_at < now() - make_interval(hours => $3))`,
    [id, kind, REMINDER_PAUSE_HOURS],
  )
  const [to] = rows
  if (!to) return
  const { t, names } = namesOf(to, to.language)
  const told = {
    ...names,
    name: withoutAddresses(to.name),
    link: signatureLink(config, { id, ...to }),
    waits: to.state === 'confirmed' ? 'yes' : 'no',
    reason: to.reason ?? '',
  }
  await mail.send({
    to: to.email,
    subject: t(`mail.sign.${kind}.subject`, told),
    text: t(`mail.sign.${kind}.text`, told),
  })
  if (kind === 'signed' || kind === 'refused') return
  await owner.query(
    kind === 'reminder'
      ? 'update signer set reminded_at = now(), reminders = reminders + 1 where signature_id = $1'
      : 'update signer set mailed_at = now() where signature_id = $1',
    [id],
  )
}

/** To whoever began it; where she has left, to those who administer the organisation. */
async function sendClosed({ database: { owner }, mail, config }: Services, statement: string): Promise<void> {
  const { rows } = await owner.query<
    About & { id: string; named: number; unnamed: number; sha256: string; waiting: number; to: string[] }
  >(
    `select s.id, s.list_named as named, s.list_unnamed as unnamed, s.list_sha256 as sha256, ${ABOUT},
       (select count(*)::int from signature g where g.statement_id = s.id and g.edition = s.edition and g.state = 'confirmed') as waiting,
       array(select u.email from membership m join auth."user" u on u.id = m.user_id
         where m.organisation_id = s.organisation_id and m.until is null and (m.user_id = s.created_by or (m.role = 'administrator'
           and not exists (select from membership a where a.organisation_id = s.organisation_id and a.user_id = s.created_by and a.until is null)))) as to
     from statement s join statement_edition e on e.statement_id = s.id and e.number = s.edition join organisation o on o.id = s.organisation_id
     where s.id = $1 and s.state = 'closed'`,
    [statement],
  )
  const [it] = rows
  if (!it) return
  const { t, names } = namesOf(it, it.titles[0]?.language ?? 'en')
  const link = `${config.publicUrl}${paths.signatures(it.id)}`
  const { named, unnamed, waiting, sha256: digest } = it
  const told = { ...names, named, unnamed, waiting, all: named + unnamed, digest, link }
  for (const to of it.to)
    await mail.send({ to, subject: t('mail.sign.closed.subject', told), text: t('mail.sign.closed.text', told) })
}

/** Reminds those who were asked and have not answered, some days before the close. Gives how many letters are under way. */
export async function remindBeforeClose(services: Pick<Services, 'database' | 'jobs'>): Promise<number> {
  const { rows } = await services.database.owner.query<{ id: string }>(
    `select g.id from signature g join signer p on p.signature_id = g.id join statement s on s.id = g.statement_id
     where g.state = 'invited' and g.forgotten_at is null and g.edition = s.edition and p.email is not null and ${TAKES} and s.opens_at <= now()
       and coalesce(p.mailed_at, g.created_at) < now() - make_interval(hours => $2)
       and not exists (select from signer o join signature og on og.id = o.signature_id where o.statement_id = p.statement_id and o.edition = p.edition
         and o.key = p.key and o.country = p.country and og.state in ('confirmed', 'accepted'))
       and exists (select from unnest($1::int[]) as days where now() >= s.closes_at - make_interval(days => days)
         and (p.reminded_at is null or p.reminded_at < s.closes_at - make_interval(days => days)))`,
    [REMINDER_DAYS, REMINDER_PAUSE_HOURS],
  )
  for (const { id } of rows) await queueLetter(services, { kind: 'reminder', signature: id })
  return rows.length
}
