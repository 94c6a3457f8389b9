/** What several pages need of a report: loaded once for a request, as the asker may see it. */
import type { ReportDocument } from '@open1325/report-writer'
import { reading, type Tx } from '../../platform/access.ts'
import { member, type Ctx, type Membership, type Person, type Role } from '../../platform/http.ts'
import { Problem } from '../../platform/problem.ts'
import { bodiesSeenBy } from '../clock/offers/bodies.ts'
import { findingsOf, namedIn, type Acceptance, type ReportFinding } from './checks.ts'
import { lengthOf, type Length } from './counting.ts'
import { wordsFor } from './languages.ts'
import { assemble, type Assembled, type Written } from './document.ts'
import { standingOf, type Made, type Put, type Report, type Standing } from './model.ts'
import { ownWordsIn, type OwnWords } from './own-words.ts'
import { acceptancesOf, knownNames } from './queries/checks.ts'
import { putsOf, reportById, reportsOf, sectionById, sectionsOf, type PlacedSection } from './queries/reports.ts'
import type { Named } from './offers/text-checks.ts'
import { otherSubmissions, ruleOfReport, signersOf, type ReportRule } from './rule.ts'
import { madeOf } from './sources/index.ts'

export type Member = Person & { current: Membership }

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

export const database = (c: Ctx) => c.get('services').database.kysely
export const originOf = (c: Ctx): string => new URL(c.get('services').config.publicUrl).origin
export const memberWho = (c: Ctx, least: Role = 'contributor'): Member => member(c, least)

/** A part of the address that is a row's id. @throws Problem 'not-found' */
export function idIn(c: Ctx, name: string): string {
  const id = c.req.param(name) ?? ''
  if (!UUID.test(id)) throw new Problem('not-found')
  return id
}

/** The organisation's own report at the address. @throws Problem 'not-found' */
export async function ownReport(c: Ctx, tx: Tx, person: Member): Promise<Report> {
  const report = await reportById(tx, idIn(c, 'id'))
  if (!report || report.organisationId !== person.current.organisationId) throw new Problem('not-found')
  return report
}

/** @throws Problem 'not-found' */
export async function ownSection(c: Ctx, tx: Tx, report: Report): Promise<PlacedSection> {
  const section = await sectionById(tx, report.id, idIn(c, 'section'))
  if (!section) throw new Problem('not-found')
  return section
}

/** Where the sources of what was put in stand now, by number; and what they say now. */
export interface Standings {
  standing: Map<number, Standing>
  now: Map<number, Made | null>
}

export async function standingsOf(tx: Tx, report: Report, puts: readonly Put[], origin: string): Promise<Standings> {
  const words = wordsFor(report.language)
  const now = new Map<number, Made | null>()
  for (const put of puts) now.set(put.number, await madeOf(tx, put.source, words, origin))
  return { now, standing: new Map(puts.map(put => [put.number, standingOf(put, now.get(put.number) ?? null)])) }
}

export interface Loaded extends Written {
  report: Report
  sections: PlacedSection[]
  puts: Put[]
  assembled: Assembled
  document: ReportDocument
  rule: ReportRule | null
  length: Length
}

export async function wholeReport(c: Ctx, tx: Tx, person: Member): Promise<Loaded> {
  const report = await ownReport(c, tx, person)
  const sections = await sectionsOf(tx, report.id)
  const puts = await putsOf(tx, report.id)
  const rule = ruleOfReport(report, await bodiesSeenBy(tx, report.organisationId))
  const assembled = assemble({ report, sections, puts }, rule)
  const { document } = assembled
  return {
    report,
    sections,
    puts,
    assembled,
    document,
    rule,
    length: lengthOf(document, rule?.rule ?? null, {
      coalition: signersOf(report),
      ...(report.ecosocStatus ? { ecosocStatus: report.ecosocStatus } : {}),
    }),
  }
}

export interface CheckedReport extends Loaded, Standings {
  /** What stands in it and the public does not see. */
  own: OwnWords[]
  /** What the checks find, in the reader's language. */
  findings: ReportFinding[]
  /** Of whom somebody should see that they agreed, or are known in public. */
  named: Named[]
}

/** The whole report with what the checks find, and what else a page needs: read as the person, then as nobody. */
export async function checkedReport<More>(
  c: Ctx,
  person: Member,
  more: (tx: Tx, loaded: Loaded) => Promise<More>,
): Promise<CheckedReport & More> {
  const origin = originOf(c)
  const mine = await reading(database(c), person.userId, async tx => {
    const loaded = await wholeReport(c, tx, person)
    const { report, document, puts } = loaded
    const used = new Set(document.claims.map(({ id }) => Number(id)))
    const inUse = puts.filter(({ number }) => used.has(number))
    const known = await knownNames(tx, report.organisationId)
    const acceptances: Acceptance[] = await acceptancesOf(tx, report.id)
    const others = otherSubmissions(report, await reportsOf(tx, report.organisationId))
    const standings = await standingsOf(tx, report, inUse, origin)
    return { loaded, inUse, known, acceptances, others, standings, more: await more(tx, loaded) }
  })
  const { loaded, standings, inUse, known, acceptances, others } = mine
  const { report, assembled, rule } = loaded
  const { now } = await reading(database(c), null, tx => standingsOf(tx, report, inUse, origin))
  const seen = new Map([...now].map(([number, made]) => [number, made?.version ?? null]))
  const own = ownWordsIn({ ...loaded, ...standings }, seen)
  const checked = { report, assembled, rule, known, acceptances, others, own }
  const findings = findingsOf(checked, c.get('words').locale)
  return { ...loaded, ...standings, own, findings, named: namedIn(checked), ...mine.more }
}
