/** What a check finds, before it is put into words. */

export const KINDS = [
  'number',
  'not-in-list',
  'year',
  'date',
  'symbol',
  'body',
  'meeting',
  'meeting-missing',
  'vote',
  'paragraph',
  'part',
  'words-elsewhere',
  'words-nowhere',
  'subject-elsewhere',
  'nato-principles',
  'beijing',
] as const
export type Kind = (typeof KINDS)[number]

/** 'error': a fact says otherwise. 'check': most likely wrong; a person looks. */
export type Severity = 'error' | 'check'

export interface Found {
  kind: Kind
  severity: Severity
  /** Places in the folded text of the page. */
  start: number
  end: number
  /** The resolution that is meant; null where it is none. */
  resolution: number | null
  /** For the sentences. */
  params: Record<string, string | number>
}
