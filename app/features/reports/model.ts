/** Reports: what they are made of, where they live, how two versions of a text differ. Pure. */
import type { Block, Claim, Format, ReportDocument } from '@open1325/report-writer'
import type { Statement } from '@open1325/procedures'
import type { WhatHappened } from '../recommendations/offers/what-happened.ts'
import type { TextFinding } from './offers/text-checks.ts'
import type { AbsenceSource } from '../statements/offers/silent.ts'
import { REPORT_KINDS, type ReportKind } from '../../../library/outlines.ts'

export { REPORT_KINDS, type ReportKind }

export const ECOSOC_STATUSES = ['general', 'special', 'roster', 'none'] as const
export type EcosocStatus = (typeof ECOSOC_STATUSES)[number]

export interface Report {
  id: string
  organisationId: string
  organisation: string
  slug: string
  kind: ReportKind
  title: string
  /** BCP 47. */
  language: string
  /** ISO 3166-1 alpha-3. */
  country: string | null
  outline: string | null
  body: string | null
  /** As library/bodies names them: the procedure, the version of its rule that the draft holds to (null: the one in force), the session. */
  procedure: string | null
  rule: string | null
  sessionId: string | null
  /** The session as the cover names it. */
  session: string | null
  /** Its first day, where the library does not know the session. ISO 8601. */
  sessionStarts: string | null
  /** The last day as the body announced it, and where that was read. ISO 8601. */
  due: string | null
  dueSource: string
  ecosocStatus: EcosocStatus | null
  /** What else the body asks a submission to say of itself. */
  stated: Partial<Record<Statement, string>>
  /** People who agreed to be named, one on each line. */
  named: string
  /** The submitting organisations in full, one on each line. */
  organisations: string
  mayBePublished: boolean | null
  createdAt: Date
  version: number
}

export interface Section {
  id: string
  title: string
  hint: string
  /** As typed: the report writer's markup. */
  text: string
  changedBy: string
  changedAt: Date
  version: number
  comments: number
}

/** What finds a source again. */
export type Source =
  | { kind: 'commitment'; items: string[] }
  | { kind: 'indicator'; indicator: string; framework: string; code: string; country: string | null }
  | { kind: 'finding'; instrument: string }
  /** Where an instrument's commitments stand, by what each voice says. */
  | { kind: 'assessment'; instrument: string }
  | { kind: 'answer'; round: string; question: string; organisation: string }
  | ({ kind: 'recommendation' } & WhatHappened)
  | { kind: 'silence'; of: AbsenceSource; organisation: string }
  | { kind: 'manual'; words: string; title: string; url: string | null }

/** What was put in, as it was then. */
export interface Put {
  number: number
  source: Source
  sourceVersion: string
  url: string | null
  blocks: Block[]
  insertedAt: Date
  version: number
}

/** A source as it is now. */
export interface Made {
  /** A digest of what it says, whatever language it is said in. */
  version: string
  url: string | null
  blocks: Block[]
}

/** Whether a source still says what it said: 'gone' where the asker does not see it (any more). */
export type Standing = 'same' | 'changed' | 'gone'

export const standingOf = (put: Put, now: Made | null): Standing =>
  now === null ? 'gone' : now.version === put.sourceVersion ? 'same' : 'changed'

/** An edition's document: of each claim also whether the public saw the same of its source when it was frozen. */
export type EditionDocument = Omit<ReportDocument, 'claims'> & { claims: (Claim & { public: boolean })[] }

/** What an editor confirmed when she froze an edition. */
export interface Confirmation {
  /** Findings that must be mended and stood, and why they may. */
  findings: ConfirmedFinding[]
  reason: string
  /** What the public does not see and stands in the files: its beginning, and the sections. */
  own: { text: string; sections: string[] }[]
  by: string
  at: Date
}

export interface ConfirmedFinding {
  code: TextFinding['code']
  params: TextFinding['params']
  quote: string
  section: string | null
}

export interface Edition {
  reportId: string
  number: number
  organisation: string
  slug: string
  kind: ReportKind
  title: string
  language: string
  country: string | null
  body: string | null
  /** The version of the body's rule that it was frozen under. */
  rule: string | null
  session: string | null
  due: string | null
  words: number
  files: Record<Format, string>
  frozenAt: Date
  publishedAt: Date | null
}

/** Where reports live. */
export const paths = {
  list: '/reports',
  edition: (slug: string, number?: number) => `/reports/${slug}${number ? `/${number}` : ''}`,
  file: (slug: string, number: number, format: Format) => `/reports/${slug}/${number}.${format}`,
  desk: '/desk/reports',
  report: (id: string) => `/desk/reports/${id}`,
  facts: (id: string) => `/desk/reports/${id}/facts`,
  rule: (id: string) => `/desk/reports/${id}/rule`,
  freeze: (id: string) => `/desk/reports/${id}/freeze`,
  compare: (id: string) => `/desk/reports/${id}/compare`,
  section: (id: string, section: string) => `/desk/reports/${id}/sections/${section}`,
  versions: (id: string, section: string) => `/desk/reports/${id}/sections/${section}/versions`,
  insert: (id: string, section: string, what = '') =>
    `/desk/reports/${id}/sections/${section}/insert${what && `?what=${what}`}`,
  draft: (id: string, format: Format) => `/desk/reports/${id}/draft.${format}`,
  brief: '/desk/reports/brief',
}

// How two versions differ --------------------------------------------------------------------------------------------------------

export interface Piece {
  is: 'kept' | 'added' | 'removed'
  text: string
}

/** More comparisons than these take too long: then the middle is shown as taken out and put in as a whole. */
const MOST = 4_000_000

/** Word by word, white space with the word before it. Joining what is kept and removed gives `before`; kept and added, `after`. */
export function differences(before: string, after: string): Piece[] {
  const [a, b] = [wordsOf(before), wordsOf(after)]
  let start = 0
  while (start < a.length && start < b.length && a[start] === b[start]) start++
  let end = 0
  while (end < a.length - start && end < b.length - start && a.at(-1 - end) === b.at(-1 - end)) end++
  const [x, y] = [a.slice(start, a.length - end), b.slice(start, b.length - end)]
  const middle = x.length * y.length > MOST ? [piece('removed', x), piece('added', y)] : longest(x, y)
  return joined([piece('kept', a.slice(0, start)), ...middle, piece('kept', a.slice(a.length - end))])
}

const wordsOf = (text: string): string[] => text.match(/\s*\S+|\s+/gu) ?? []

const piece = (is: Piece['is'], words: string[]): Piece => ({ is, text: words.join('') })

/** By the longest common run of words. */
function longest(a: string[], b: string[]): Piece[] {
  const width = b.length + 1
  const table = new Uint32Array((a.length + 1) * width)
  for (let i = a.length - 1; i >= 0; i--)
    for (let j = b.length - 1; j >= 0; j--)
      table[i * width + j] =
        a[i] === b[j]
          ? table[(i + 1) * width + j + 1]! + 1
          : Math.max(table[(i + 1) * width + j]!, table[i * width + j + 1]!)
  const pieces: Piece[] = []
  let [i, j] = [0, 0]
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && a[i] === b[j]) {
      pieces.push({ is: 'kept', text: a[i]! })
      i++
      j++
    } else if (j === b.length || (i < a.length && table[(i + 1) * width + j]! >= table[i * width + j + 1]!))
      pieces.push({ is: 'removed', text: a[i++]! })
    else pieces.push({ is: 'added', text: b[j++]! })
  }
  return pieces
}

function joined(pieces: Piece[]): Piece[] {
  const whole: Piece[] = []
  for (const { is, text } of pieces) {
    const last = whole.at(-1)
    if (!text) continue
    if (last?.is === is) last.text += text
    else whole.push({ is, text })
  }
  return whole
}
