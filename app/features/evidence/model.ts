/** Evidence: what an assessment or an observation rests on, with consent, and for whose eyes. Pure. */
import type { InLanguages } from '../indicators/model.ts'
import type { Visibility } from '../voices/model.ts'

export const EVIDENCE_KINDS = ['file', 'photo', 'link', 'dataset', 'note'] as const
export type EvidenceKind = (typeof EVIDENCE_KINDS)[number]

/** Whether a person who can be recognised in it agreed that it is used and shown. */
export const CONSENTS = ['not-needed', 'given', 'not-given', 'withdrawn'] as const
export type Consent = (typeof CONSENTS)[number]

export interface Evidence {
  id: string
  organisationId: string
  organisation: string
  kind: EvidenceKind
  title: string
  /** Who wrote, took or published it. */
  author: string | null
  /** ISO 8601, as precise as it is known. */
  dated: string | null
  note: string | null
  url: string | null
  /** ISO 8601 day on which somebody saw what the link leads to. */
  seenOn: string | null
  fileSha256: string | null
  fileName: string | null
  mediaType: string | null
  bytes: number | null
  consent: Consent
  visibility: Visibility
  createdBy: string
  createdAt: Date
  withdrawnAt: Date | null
  version: number
}

/** What rests on a piece of evidence. */
export type Use =
  | {
      relation: 'assessment' | 'item'
      slug: string
      ref: number
      read: boolean
      text: string
      language: string | null
      plan: string
    }
  | {
      relation: 'observation'
      id: string
      organisationId: string
      indicatorId: string
      /** The indicator's own, and its framework's. */
      code: string
      framework: string
      indicator: InLanguages
      country: string | null
      place: string | null
      period: string | null
      disaggregation: Record<string, string>
    }

/** What evidence is attached to without a word said of it: a row, or a figure. */
export interface Anchor {
  relation: 'item' | 'observation'
  id: string
}

/** A row that evidence can be attached to. */
export interface Row {
  id: string
  slug: string
  ref: number
  read: boolean
  number: string | null
  text: string
  language: string | null
  /** Of its plan or document. */
  title: string
}

/** A piece that is attached to a row or a figure itself, without anything said of it. */
export type AttachedEvidence = Pick<
  Evidence,
  'id' | 'kind' | 'title' | 'organisationId' | 'organisation' | 'visibility'
>

/** Without consent nobody outside the organisation may see it. The database holds the same rule. */
export const mayBeShown = (consent: Consent, visibility: Visibility): boolean =>
  visibility === 'me' || visibility === 'organisation' || consent === 'given' || consent === 'not-needed'

/** The name of what a new piece is attached to, in addresses and forms. */
export const fieldOf = ({ relation }: Anchor): 'item' | 'figure' => (relation === 'item' ? 'item' : 'figure')

/** What a new piece is attached to, from what an address or a form says; null: to nothing. */
export function anchorIn({ item, figure }: { item?: string | undefined; figure?: string | undefined }): Anchor | null {
  if (figure) return { relation: 'observation', id: figure }
  return item ? { relation: 'item', id: item } : null
}

/** Where evidence lives. */
export const paths = {
  list: '/desk/evidence',
  /** @param to what the new piece is attached to at once */
  add: (kind?: EvidenceKind, to?: Anchor | null) => {
    const query = new URLSearchParams({ ...(kind && { kind }), ...(to && { [fieldOf(to)]: to.id }) })
    return `/desk/evidence/add${query.size ? `?${query}` : ''}`
  },
  attach: (item: string) => `/desk/evidence/items/${item}`,
  detach: (item: string) => `/desk/evidence/items/${item}/detach`,
  figure: (figure: string) => `/desk/evidence/figures/${figure}`,
  detachFigure: (figure: string) => `/desk/evidence/figures/${figure}/detach`,
  desk: (id: string) => `/desk/evidence/${id}`,
  act: (id: string, act: 'withdraw-consent' | 'erase') => `/desk/evidence/${id}/${act}`,
  public: (id: string) => `/evidence/${id}`,
  file: (id: string) => `/evidence/${id}/file`,
}
