/**
 * The shape of a body's file: who it is, how it takes submissions, and when it meets. A rule that changes is a new version; the
 * old one stays. What a version leaves out is not known; what is known not to exist is said ('none', an empty list of limits).
 */
import { z } from 'zod'

const said = z.string().trim().min(1)
/** The same words in each language of the pages. */
const text = z.strictObject({ en: said, fr: said, ar: said })
/** ISO 8601: a day. */
const day = z.iso.date()
/** A year, a month or a day: as far as it is known. */
const date = z.union([day, z.string().regex(/^\d{4}(?:-(?:0[1-9]|1[0-2]))?$/u)])
const time = z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/u)
const zone = z.string().refine(isZone, 'is no time zone')
const country = z.string().regex(/^[A-Z]{3}$/u)
const keys = z.array(said).min(1)

function isZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone.includes('/')
  } catch {
    return false
  }
}

const source = z.strictObject({
  title: said,
  /** null: a document that is not on the web; its title names the page. */
  url: z.url().nullable(),
  /** When we last read it. */
  seen: day,
  /** 'official': on the body's own site. 'copy': its text on another site. 'secondary': what somebody else says of it. */
  kind: z.enum(['official', 'copy', 'secondary']),
})

/** Who may submit. */
export const SUBMITTERS = [
  'anyone',
  'ngo',
  'nhri',
  'children',
  'state',
  'un-entity',
  'signatory',
  'constituency',
  'appointed',
  'invited',
  'victim',
] as const

/** What a submission must say of itself. */
export const STATEMENTS = [
  'organisation',
  'country',
  'publication',
  'coalition-names',
  'contact',
  'title',
  'session',
  'agenda-item',
  'ecosoc-status',
  'original-language',
  'organisation-size',
  'register-number',
] as const

/** What a submission may not have. */
export const BANS = [
  'footnotes',
  'acronyms',
  'numbered-paragraphs',
  'formatting',
  'images',
  'annexes',
  'annexed-reports',
  'un-header',
  'revised-versions',
  'abusive-language',
] as const

/** What its outline is made of, in the order in which the body names it. */
export const OUTLINE_PARTS = [
  'executive-summary',
  'preparation',
  'legal-framework',
  'priority-concerns',
  'developments',
  'list-of-issues',
  'state-report',
  'follow-up',
  'findings',
  'specific-actions',
  'indicators',
  'principles',
  'case-studies',
  'questions',
  'recommendations',
  'sources',
] as const

const limit = z.strictObject({
  unit: z.enum(['words', 'pages', 'paragraphs']),
  count: z.int().positive(),
  /** Who it holds for: one organisation alone, or several together. */
  by: z.enum(['one', 'coalition']).default('one'),
  /** The consultative status with ECOSOC that it holds for. */
  status: z.enum(['general', 'special', 'roster']).nullable().default(null),
  per: z.enum(['submission', 'text-box']).default('submission'),
})

const counted = z.boolean().nullable().default(null)
const counting = z.strictObject({
  footnotes: counted,
  cover: counted,
  annexes: counted,
  tables: counted,
  /** Words that the body itself puts in front, and counts. */
  added: z.int().nonnegative().default(0),
})

const coalition = z.strictObject({
  stance: z.enum(['required', 'encouraged', 'allowed']).nullable().default(null),
  /** May a member also submit on her own? */
  ownToo: z.boolean().nullable().default(null),
  /** May she join several? */
  several: z.boolean().nullable().default(null),
  /** How the members are listed. */
  listed: z.enum(['alphabetical', 'by-status']).nullable().default(null),
})

const clock = { time: time.nullable().default(null), zone: zone.nullable().default(null) }
const deadline = z.discriminatedUnion('kind', [
  /** So many weeks or days before (negative) or after a session's first day, or the examination of the country in it. */
  z.strictObject({
    kind: z.literal('offset'),
    from: z.enum(['session-start', 'examination']),
    days: z.int(),
    ...clock,
  }),
  /** The same days each year: 'MM-DD'. Of several, a session's is the last one before it opens. */
  z.strictObject({
    kind: z.literal('fixed'),
    days: z.array(z.string().regex(/^(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/u)).min(1),
    ...clock,
  }),
  /** Opens and closes on days that the body announces. They stand with the session. */
  z.strictObject({ kind: z.literal('window'), ...clock }),
  /** A day that the body announces for each session or call. It stands with the session. */
  z.strictObject({ kind: z.literal('per-session'), ...clock }),
  z.strictObject({ kind: z.literal('none') }),
])

/** What a rule says, part by part, as far as parts of it rest on something of their own. */
export const REQUIREMENTS = [
  'ecosocStatus',
  'formats',
  'languages',
  'limits',
  'counting',
  'coalition',
  'mustState',
  'required',
  'forbidden',
  'outline',
  'publication',
  'deadline',
] as const

/** Requirements that were read elsewhere than the rest of the rule, and how far they can be relied on. */
const grounds = z.strictObject({
  of: z.array(z.enum(REQUIREMENTS)).min(1),
  sources: keys,
  verified: z.enum(['verified', 'to-be-checked']),
})

const rule = z.strictObject({
  id: said,
  /** The first session or day that it holds for; null where that is not known. */
  validFrom: date.nullable(),
  /** The last one; null where it holds until the next version. */
  validTo: date.nullable().default(null),
  /** When it was last seen to be applied, where that is known. */
  lastApplied: date.nullable().default(null),
  sources: keys,
  /** 'to-be-checked': seen, but old, in part or at second hand. Never a hard limit: 'last seen ..., confirm'. */
  verified: z.enum(['verified', 'to-be-checked']),
  /** 'binding': what does not keep to it may be refused. 'advisory': good practice. */
  binding: z.enum(['binding', 'advisory']),
  who: z.array(z.enum(SUBMITTERS)).default([]),
  ecosocStatus: z.enum(['required', 'not-needed']).nullable().default(null),
  channels: z
    .array(z.enum(['portal', 'e-mail', 'form', 'paper', 'spoken', 'mission', 'secretariat', 'publication']))
    .default([]),
  formats: z.array(z.enum(['docx', 'pdf', 'plain-text'])).default([]),
  languages: z
    .strictObject({ accepted: z.array(said).min(1), preferred: z.array(said).default([]) })
    .nullable()
    .default(null),
  /** null: not known. Empty: none. */
  limits: z.array(limit).nullable().default(null),
  counting: counting.prefault({}),
  coalition: coalition.prefault({}),
  mustState: z.array(z.enum(STATEMENTS)).default([]),
  required: z.array(z.enum(['numbered-paragraphs', 'numbered-pages'])).default([]),
  forbidden: z.array(z.enum(BANS)).default([]),
  outline: z
    .strictObject({
      order: z
        .enum(['convention-articles', 'list-of-issues', 'state-report', 'chapters', 'theme'])
        .nullable()
        .default(null),
      parts: z.array(z.enum(OUTLINE_PARTS)).default([]),
    })
    .prefault({}),
  publication: z.enum(['public', 'if-agreed', 'confidential', 'no-record']).nullable().default(null),
  /** null: not known. */
  deadline: deadline.nullable().default(null),
  /** Where a part of it was read, if elsewhere; the other parts rest on `sources`. */
  grounds: z.array(grounds).default([]),
  note: text.nullable().default(null),
})

const procedure = z.strictObject({
  id: said,
  name: text,
  /** Codes of three letters, where it is one country's or some countries' only. */
  countries: z.array(country).nullable().default(null),
  /** 'listed': it is taken only of the States that are before the session. */
  about: z.enum(['all', 'listed']).default('all'),
  rules: z.array(rule).min(1),
})

const stated = z.strictObject({
  procedure: said,
  by: z.enum(['one', 'coalition']).default('one'),
  opens: day.nullable().default(null),
  closes: day,
  ...clock,
  /** Days that it replaces, the last one last. */
  supersedes: z.array(day).default([]),
  sources: keys,
})

const session = z.strictObject({
  id: said,
  name: text,
  start: date.nullable(),
  end: date.nullable().default(null),
  /** When the country is examined, where the rule asks for it. */
  examination: day.nullable().default(null),
  state: z.enum(['planned', 'moved', 'cancelled', 'online']),
  verified: z.enum(['verified', 'to-be-checked']),
  /** The procedures that take submissions for it. */
  procedures: keys,
  /** The countries under review; null where they are not known or it is about none. */
  countries: z.array(country).nullable().default(null),
  /** What the body has announced. It goes before what a rule gives. */
  deadlines: z.array(stated).default([]),
  /** Dates that it had before. */
  supersedes: z.array(z.strictObject({ start: date.nullable(), end: date.nullable().default(null) })).default([]),
  sources: keys,
  note: text.nullable().default(null),
})

/** The States that a body is about: its members, or the parties to its treaty. */
const members = z.strictObject({
  countries: z.array(country).min(1),
  sources: keys,
  verified: z.enum(['verified', 'to-be-checked']),
  note: text.nullable().default(null),
})

export const bodyShape = z.strictObject({
  id: said,
  name: text,
  kind: z.enum(['treaty-body', 'un-organ', 'charter-procedure', 'regional', 'alliance', 'national', 'compact']),
  /** Its own front page, for the reader; not a source. */
  link: z.url().nullable(),
  /** Of its seat: taken where a rule names no time zone. Not a rule of the body. */
  zone,
  sources: z.record(said, source),
  /** null: all States, or not known. */
  members: members.nullable().default(null),
  procedures: z.array(procedure).min(1),
  sessions: z.array(session).default([]),
})

export type Text = z.infer<typeof text>
export type Source = z.infer<typeof source>
export type Limit = z.infer<typeof limit>
export type Counting = z.infer<typeof counting>
export type DeadlineRule = z.infer<typeof deadline>
export type Rule = z.infer<typeof rule>
export type Procedure = z.infer<typeof procedure>
export type Session = z.infer<typeof session>
export type Body = z.infer<typeof bodyShape>
export type Statement = (typeof STATEMENTS)[number]
export type Ban = (typeof BANS)[number]
export type Requirement = (typeof REQUIREMENTS)[number]
export type Submitter = (typeof SUBMITTERS)[number]
export type OutlinePart = (typeof OUTLINE_PARTS)[number]
