/** What voices say of a commitment: who speaks, the status that each gives, and where they stand apart. Pure. */
import { VOICES, type Voice } from '@open1325/indicators'

export { VOICES, type Voice }

export const STATUSES = ['not-started', 'under-way', 'done', 'stalled', 'dropped', 'no-information'] as const
export type Status = (typeof STATUSES)[number]

export const VISIBILITIES = ['me', 'organisation', 'partners', 'public'] as const
export type Visibility = (typeof VISIBILITIES)[number]

/** One voice's word on one commitment at a date. */
export interface Assessment {
  id: string
  itemId: string
  organisationId: string
  organisation: string
  voice: Voice
  /** The voice of the organisation that entered it: another than `voice` where it quotes somebody; then `source` says from where. */
  organisationVoice: Voice
  status: Status
  /** ISO 8601 day: how it stood then. */
  asOf: string
  reason: string
  source: string | null
  visibility: Visibility
  createdAt: Date
  /** A later word of the same organisation and voice has taken its place. */
  superseded: boolean
  withdrawnAt: Date | null
}

/** Where the government's account and what others saw stand apart. Named, never averaged. */
export const GAPS = [
  'nobody-spoke',
  'government-only',
  'others-only',
  'agree',
  'government-ahead',
  'government-behind',
  'differ',
] as const
export type Gap = (typeof GAPS)[number]

/** How far along a status is. 'no-information' is no word on how far it is. */
export const STAGE: Record<Status, number | null> = {
  dropped: 0,
  'not-started': 1,
  stalled: 2,
  'under-way': 3,
  done: 4,
  'no-information': null,
}

/**
 * The gap between what the government says now and what the others (civil society, community, independent) say now.
 * 'government-ahead': it reports at least as much as every other voice, and more than one of them. 'differ': the others, or the
 * government's own accounts, stand on both sides.
 */
export function gapOf(current: readonly Pick<Assessment, 'voice' | 'status'>[]): Gap {
  const stages = (of: (voice: Voice) => boolean) =>
    current.filter(one => of(one.voice)).flatMap(one => STAGE[one.status] ?? [])
  const government = stages(voice => voice === 'government')
  const others = stages(voice => voice !== 'government')
  if (!government.length) return others.length ? 'others-only' : 'nobody-spoke'
  if (!others.length) return 'government-only'
  const [least, most] = [Math.min(...government), Math.max(...government)]
  const [leastSeen, mostSeen] = [Math.min(...others), Math.max(...others)]
  if (least === most && leastSeen === mostSeen && least === leastSeen) return 'agree'
  if (least >= mostSeen) return 'government-ahead'
  if (most <= leastSeen) return 'government-behind'
  return 'differ'
}

/** What an assessment rests on, as far as the asker may see it. */
export interface EvidenceLink {
  id: string
  kind: 'file' | 'photo' | 'link' | 'dataset' | 'note'
  title: string
  public: boolean
}

/** An answer that stands beside the word that it answers. */
export interface Reply {
  id: string
  organisationId: string
  organisation: string
  /** The voice of the organisation that answers. */
  voice: Voice
  text: string
  createdAt: Date
  withdrawnAt: Date | null
}

/** An assessment with what stands beside it. */
export interface Word extends Assessment {
  /** A user's id: for what she may still change, never shown. */
  createdBy: string
  withdrawnWhy: string | null
  evidence: EvidenceLink[]
  replies: Reply[]
}

/** What one voice says of a commitment: its current words, one for each organisation, and those before them; both the newest first. */
export interface Account<W = Word> {
  voice: Voice
  current: W[]
  earlier: W[]
}

/** What of a word says whether it is current. */
export type Placed = Pick<Word, 'voice' | 'organisationId' | 'asOf' | 'createdAt' | 'superseded' | 'withdrawnAt'>

/** Whether `a` came after `b`: by the day that it speaks of, then by when it was said. */
const isLater = (a: Placed, b: Placed): boolean =>
  a.asOf !== b.asOf ? a.asOf > b.asOf : a.createdAt.getTime() > b.createdAt.getTime()

/**
 * The words on one commitment by voice, in the fixed order. An organisation's newest word that was not taken back is its current one;
 * one that only its members see does not take the place of the public one for others, but for them it is the newest.
 */
export function accountsOf<W extends Placed>(words: readonly W[]): Account<W>[] {
  const newestFirst = [...words].sort((a, b) => (isLater(a, b) ? -1 : 1))
  return VOICES.map(voice => {
    const said = newestFirst.filter(word => word.voice === voice)
    const current = said.filter(
      (word, n) =>
        !word.withdrawnAt &&
        !word.superseded &&
        said.findIndex(one => one.organisationId === word.organisationId && !one.withdrawnAt && !one.superseded) === n,
    )
    return { voice, current, earlier: said.filter(word => !current.includes(word)) }
  })
}

export const currentOf = <W>(accounts: readonly Account<W>[]): W[] => accounts.flatMap(({ current }) => current)

/** The organisation that a person acts for. */
export interface Speaker {
  organisationId: string
  voice: Voice
  /** ISO 3166-1 alpha-3; null: of no single country. */
  country: string | null
}

/**
 * The right of reply: the government of the instrument's country (for an instrument of no country, one of no single country) may
 * answer any public word of somebody else on its commitments, once; whoever said that word may answer back, once. An answer that was
 * taken back may be given again. The database holds the same rule (app.may_reply).
 */
export function mayReply(
  speaker: Speaker,
  word: Pick<Word, 'organisationId' | 'visibility' | 'withdrawnAt' | 'replies'>,
  country: string | null,
): boolean {
  if (word.visibility !== 'public' || word.withdrawnAt) return false
  const standing = word.replies.filter(reply => !reply.withdrawnAt)
  if (standing.some(reply => reply.organisationId === speaker.organisationId)) return false
  if (word.organisationId === speaker.organisationId) return standing.length > 0
  return speaker.voice === 'government' && speaker.country === country
}

/** The days between which a commitment is to be kept. */
export interface Span {
  /** ISO 8601 days; null where neither the item nor its plan says. */
  start: string | null
  due: string | null
  /** Whether the item states its own date, or only the plan its end. */
  dueOf: 'item' | 'plan' | null
}

/** Of the item's own timeframe, else of its plan; both ISO 8601, as precise as they are stated. */
export function spanOf(
  timeframe: { start?: string | null; end?: string | null } | null | undefined,
  plan: { periodStart: string | null; periodEnd: string | null },
): Span {
  const own = lastDay(timeframe?.end)
  const due = own ?? lastDay(plan.periodEnd)
  return {
    start: firstDay(timeframe?.start) ?? firstDay(plan.periodStart),
    due,
    dueOf: own ? 'item' : due ? 'plan' : null,
  }
}

const ISO = /^(\d{4})(?:-(0[1-9]|1[0-2])(?:-(0[1-9]|[12]\d|3[01]))?)?$/

/** The first day of a year, month or day in ISO 8601; null for anything else. */
export function firstDay(iso: string | null | undefined): string | null {
  const [, year, month = '01', day = '01'] = iso?.match(ISO) ?? []
  return year ? `${year}-${month}-${day}` : null
}

/** The last day of it. */
export function lastDay(iso: string | null | undefined): string | null {
  const [, year, month = '12', day] = iso?.match(ISO) ?? []
  if (!year) return null
  const last = new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate()
  return `${year}-${month}-${day && Number(day) <= last ? day : last}`
}

/** Where voices live. */
export const paths = {
  desk: '/desk/voices',
  /** The desk's page on what is said of one commitment. */
  commitment: (itemId: string) => `/desk/voices/${itemId}`,
  say: '/desk/voices/say',
  word: (id: string, act: 'visibility' | 'take-back' | 'reply') => `/desk/voices/words/${id}/${act}`,
  reply: (id: string) => `/desk/voices/replies/${id}/take-back`,
  publish: '/desk/voices/publish',
  reportCard: (slug: string, year?: number) => `/plans/${slug}/report-card${year ? `?year=${year}` : ''}`,
  reportCardXlsx: (slug: string, year: number) => `/plans/${slug}/report-card.xlsx?year=${year}`,
}
