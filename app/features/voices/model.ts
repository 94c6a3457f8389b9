/** What voices say of a commitment: who speaks, the status that each gives, and where they stand apart. Pure. */

export const VOICES = ['government', 'civil-society', 'community', 'independent'] as const
export type Voice = (typeof VOICES)[number]

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
