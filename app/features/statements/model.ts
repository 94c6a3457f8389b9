/** Statements that organisations put their names under: what they are, when they can be signed, where they live. Pure. */
import type { Format, ReportDocument } from '@open1325/report-writer'

export const STATES = ['draft', 'open', 'closed', 'withdrawn'] as const
export type State = (typeof STATES)[number]

export interface Statement {
  id: string
  organisationId: string
  organisation: string
  slug: string
  title: string
  /** Where it is handed in, as the body names itself and its session. */
  body: string
  session: string
  /** By whose rules its text is checked: a procedure of the library; null: by what holds for every body. */
  procedure: string | null
  /** How whoever was not asked reaches those who collect; told to everybody. */
  contact: string
  /** The report's edition that is its text; null where its text is written here. */
  reportId: string | null
  reportNumber: number | null
  state: State
  /** The edition that is signed now; 0: none was frozen yet. */
  edition: number
  opensAt: Date | null
  closesAt: Date | null
  /** IANA. */
  timeZone: string | null
  closedAt: Date | null
  /** The list that was frozen last: its digest and how many signed. */
  listSha256: string | null
  listNamed: number | null
  listUnnamed: number | null
  listedAt: Date | null
  withdrawnWhy: string | null
  version: number
}

/** How it stands at a moment: put up, but not to be signed yet, is 'announced'; past its time it is closed, whoever has noted that. */
export type Standing = 'draft' | 'announced' | 'open' | 'closed' | 'withdrawn'

export function standingOf(
  { state, opensAt, closesAt }: Pick<Statement, 'state' | 'opensAt' | 'closesAt'>,
  now = new Date(),
): Standing {
  if (state !== 'open' || !opensAt || !closesAt) return state
  return closesAt <= now ? 'closed' : opensAt > now ? 'announced' : 'open'
}

/** The text of the next edition in one language, as it is written. */
export interface StatementText {
  /** BCP 47. */
  language: string
  title: string
  /** To whom it speaks. */
  addressedTo: string
  /** The report writer's markup. */
  text: string
  /** How the list of signatures is shown. */
  listNote: string
  version: number
}

/** An edition's text in one language. */
export interface EditionText {
  language: string
  document: ReportDocument
  listNote: string
}

export interface Edition {
  number: number
  texts: EditionText[]
  absences: { number: number; version: string; askedAt: string }[]
  /** All its languages as Markdown: the bytes that the digest is of. */
  words: string
  sha256: string
  frozenAt: Date
}

/** The text to show to somebody who reads this language: hers, else the first. */
export const textFor = <T extends { language: string }>(texts: readonly T[], language: string | undefined): T =>
  texts.find(text => text.language === language) ??
  texts.find(text => text.language.split('-')[0] === language?.split('-')[0]) ??
  texts[0]!

// Signatures ---------------------------------------------------------------------------------------------------------------------

export const SIGNATURE_STATES = ['confirmed', 'accepted', 'invited', 'declined', 'rejected', 'withdrawn'] as const
export type SignatureState = (typeof SIGNATURE_STATES)[number]
export type Origin = 'form' | 'invitation' | 'hand'

/** As editors see it. */
export interface Signature {
  id: string
  edition: number
  state: SignatureState
  origin: Origin
  /** Its organisation's name may be published. */
  named: boolean
  name: string
  /** The folded name: an organisation signs once in a country. */
  key: string
  /** ISO 3166-1 alpha-3; '' for one of no single country. */
  country: string
  contact: string | null
  email: string | null
  role: string | null
  language: string
  note: string | null
  linkNumber: number
  signedAt: Date | null
  decidedAt: Date | null
  reason: string | null
  createdAt: Date
  mailedAt: Date | null
  remindedAt: Date | null
  reminders: number
  forgottenAt: Date | null
}

/** Who signs, as it is typed. */
export interface Who {
  name: string
  country: string
  contact: string
  email: string
  role: string
  language: string
  named: boolean
}

/** A co-signer as everybody sees her. */
export interface Cosigner {
  name: string
  country: string
}

export interface Cosigners {
  named: Cosigner[]
  /** Those who asked not to be named. */
  unnamed: number
}

/** In the alphabetical order of a language. */
export function inOrder(named: readonly Cosigner[], locale: string): Cosigner[] {
  const collator = new Intl.Collator(locale, { sensitivity: 'base', ignorePunctuation: true })
  return named.toSorted((a, b) => collator.compare(a.name, b.name) || (a.country < b.country ? -1 : 1))
}

/** The ids of signatures whose organisation has one that was accepted already, by name and country. */
export function repeatedIn(signatures: readonly Pick<Signature, 'id' | 'state' | 'key' | 'country'>[]): Set<string> {
  const taken = new Set(signatures.filter(({ state }) => state === 'accepted').map(sameOf))
  return new Set(
    signatures
      .filter(one => (one.state === 'confirmed' || one.state === 'invited') && taken.has(sameOf(one)))
      .map(one => one.id),
  )
}
const sameOf = ({ key, country }: Pick<Signature, 'key' | 'country'>) => `${country} ${key}`

/** Days in which a mailed link has to be followed. What is not confirmed by then vanishes. */
export const REQUEST_DAYS = 7
/** Nobody is reminded twice within this time. */
export const REMINDER_PAUSE_HOURS = 48
/** Days before the close on which those who have not answered are reminded by themselves. */
export const REMINDER_DAYS = [7, 2]

export const mayRemind = (
  {
    state,
    email,
    remindedAt,
    mailedAt,
    createdAt,
  }: Pick<Signature, 'state' | 'email' | 'remindedAt' | 'mailedAt' | 'createdAt'>,
  now = new Date(),
): boolean => {
  const last = remindedAt ?? mailedAt ?? createdAt
  return state === 'invited' && email !== null && now.getTime() - last.getTime() > REMINDER_PAUSE_HOURS * 3_600_000
}

// Asking many at once --------------------------------------------------------------------------------------------------------------

export interface Invited {
  name: string
  email: string | null
  country: string
  language: string
}

/** At most so many are asked by one form. */
export const MOST_INVITED = 500

export interface WrongLine {
  /** From 1. */
  line: number
  why: 'no-name' | 'too-long' | 'two-addresses' | 'unknown'
  /** What of it is wrong: the part that nobody understands, else the line's beginning. */
  part: string
}

/**
 * A pasted list: a line for each organisation, its name first, behind it in any order its e-mail address, its country (a name or an ISO 3166-1
 * alpha-3 code) and its language where they are known, separated by tabs, semicolons or commas. A name in which such a sign stands is in
 * quotation marks. What is none of these is part of no name: a mistyped address would become one.
 */
export function readInvited(
  pasted: string,
  known: { countryOf: (part: string) => string | undefined; languages: readonly string[]; language: string },
): { invited: Invited[]; wrong: WrongLine[] } {
  const invited: Invited[] = []
  const wrong: WrongLine[] = []
  for (const [n, line] of pasted.split(/\r?\n/u).entries()) {
    if (!line.trim()) continue
    const read = readLine(line, known)
    if ('why' in read) wrong.push({ line: n + 1, ...read })
    else invited.push(read)
  }
  return { invited, wrong }
}

function readLine(
  line: string,
  { countryOf, languages, language }: Parameters<typeof readInvited>[1],
): Invited | Omit<WrongLine, 'line'> {
  const [name, ...others] = partsOf(line)
  const start = line.trim().slice(0, 80)
  if (!name || EMAIL.test(name)) return { why: 'no-name', part: start }
  const emails = others.filter(part => EMAIL.test(part))
  if (emails[1]) return { why: 'two-addresses', part: emails[1] }
  const country = others.find(part => countryOf(part))
  const spoken = others.find(part => part !== country && languages.includes(part.toLowerCase()))
  const unknown = [name.includes('@') ? name : '', ...others].find(
    part => part && part !== emails[0] && part !== country && part !== spoken,
  )
  if (unknown) return { why: 'unknown', part: unknown.slice(0, 80) }
  if (name.length > 200 || (emails[0]?.length ?? 0) > 320) return { why: 'too-long', part: start }
  return {
    name,
    email: emails[0] ?? null,
    country: (country && countryOf(country)) ?? '',
    language: spoken?.toLowerCase() ?? language,
  }
}

/** Of a line of a table or a list; what is in quotation marks stays together. */
function partsOf(line: string): string[] {
  const quoted = /^\s*"((?:[^"]|"")+)"\s*(?=[\t;,]|$)/u.exec(line)
  const rest = quoted ? line.slice(quoted[0].length + 1) : line
  const separator = ['\t', ';', ','].find(sign => rest.includes(sign))
  const parts = (separator ? rest.split(separator) : [rest]).map(part => part.trim().replace(/^"(.*)"$/u, '$1'))
  return [...(quoted ? [quoted[1]!.replaceAll('""', '"').trim()] : []), ...parts].filter(Boolean)
}
export const EMAIL = /^[^\s@<>"]+@[^\s@<>"]+\.[^\s@<>"]{2,}$/u

// Where statements live ------------------------------------------------------------------------------------------------------------

export const paths = {
  list: '/statements',
  one: (slug: string, language?: string) => `/statements/${slug}${language ? `?text=${language}` : ''}`,
  edition: (slug: string, number: number) => `/statements/${slug}/${number}`,
  sign: (slug: string) => `/statements/${slug}/sign`,
  asked: (slug: string) => `/statements/${slug}/sign/asked`,
  file: (slug: string, language: string, format: Format) => `/statements/${slug}/${language}.${format}`,
  words: (slug: string, number: number) => `/statements/${slug}/words-${number}.md`,
  /** In the alphabetical order of a language. */
  signers: (slug: string, language?: string) => `/statements/${slug}/signers.csv${language ? `?text=${language}` : ''}`,
  /** In the order that no language changes: what the list's digest is of. */
  frozenList: (slug: string) => `/statements/${slug}/list.csv`,
  confirm: (token: string) => `/sign/confirm/${token}`,
  link: (token: string) => `/sign/${token}`,
  forgotten: '/sign/forgotten',
  desk: '/desk/statements',
  begin: '/desk/statements/new',
  statement: (id: string) => `/desk/statements/${id}`,
  text: (id: string, language: string) => `/desk/statements/${id}/texts/${language}`,
  absences: (id: string, kind = '') => `/desk/statements/${id}/silent${kind && `?kind=${kind}`}`,
  signatures: (id: string) => `/desk/statements/${id}/signatures`,
  invite: (id: string) => `/desk/statements/${id}/invite`,
  byHand: (id: string) => `/desk/statements/${id}/by-hand`,
  signature: (id: string, signature: string, act: string) => `/desk/statements/${id}/signatures/${signature}/${act}`,
  csv: (id: string) => `/desk/statements/${id}/signatures.csv`,
  xlsx: (id: string) => `/desk/statements/${id}/signatures.xlsx`,
}
