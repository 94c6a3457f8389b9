/** What the checks find in a report, each with its section and block, and whether somebody accepted it. Pure. */
import type { Statement, SubmissionFacts } from '@open1325/procedures'
import { LOCALES, wordsOf, type Locale } from '../../platform/languages.ts'
import type { Assembled } from './document.ts'
import { wordsFor } from './languages.ts'
import type { Report } from './model.ts'
import type { OwnWords } from './own-words.ts'
import {
  findingsInText,
  namedInText,
  restsOnRule,
  type Found,
  type Named,
  type TextFinding,
} from './offers/text-checks.ts'
import { signersOf, type ReportRule } from './rule.ts'
import { digest } from './sources/digest.ts'

export interface Acceptance {
  key: string
  code: string
  quote: string
  reason: string
  by: string
  at: Date
}

export interface ReportFinding extends TextFinding {
  /** The same finding has the same key, whatever language it is shown in; it changes with the words that it is about. */
  key: string
  /** Which section of the report; null: it is about the whole, or stands on the cover. */
  section: number | null
  accepted: Acceptance | null
}

export interface Checked {
  report: Report
  assembled: Assembled
  rule: ReportRule | null
  /** Names of people that the organisation knows: respondents, authors of evidence, colleagues. */
  known: readonly string[]
  acceptances: readonly Acceptance[]
  /** Other submissions to the same session that one of the signers signs. */
  others: { own: number; joint: number }
  /** What stands in it and the public does not see. */
  own: readonly OwnWords[]
}

/** @param locale of what the citations' checker says */
export function findingsOf(checked: Checked, locale: Locale): ReportFinding[] {
  const { assembled, acceptances, rule } = checked
  const byKey = new Map(acceptances.map(one => [one.key, one]))
  const facts = factsOf(checked)
  const found = findingsInText(assembled.document, rule?.rule ?? null, facts, locale)
  return [...found, ...checked.own.flatMap(notPublic)].map(finding => {
    const key = keyOf(finding, rule)
    return {
      ...finding,
      key,
      section: finding.block === null ? null : (assembled.sectionOf[finding.block] ?? null),
      accepted: byKey.get(key) ?? null,
    }
  })
}

/** Of whom somebody should see that they agreed, or are known in public. */
export const namedIn = (checked: Checked): Named[] => namedInText(checked.assembled.document, factsOf(checked))

/** One for each section that it stands in. */
const notPublic = ({ number, version, text, is, places }: OwnWords): TextFinding[] =>
  places.map(({ blocks: [block = 0] }) => {
    const quote = `[[${number}]]`
    const where = { path: [block], start: 0, end: quote.length, quote }
    return { code: 'not-public', severity: 'check', where, params: { text, version, is }, block }
  })

/** What is accepted holds as long as the words, and for what rests on the rule, the rule stay the same. */
function keyOf(finding: Found, rule: ReportRule | null): string {
  const { code, where, params } = finding
  const about = restsOnRule(finding)
    ? [rule?.rule?.id ?? '', params.used ?? '', params.acronym ?? '']
    : [params.acronym ?? params.version ?? '']
  return `${code}-${digest([code, where?.quote ?? '', ...about]).slice(0, 16)}`
}

function factsOf({ report, rule, known, others }: Checked): Omit<SubmissionFacts, 'checkCitations'> {
  const signers = signersOf(report)
  const named = linesOf(report.named)
  const consents = new Set(named.map(name => name.toLowerCase()))
  const { country } = wordsFor(report.language)
  return {
    stated: statedIn(report),
    countryNames: report.country ? LOCALES.map(one => wordsOf(one).country(report.country!)) : [],
    coalition: signers.length > 1 ? signers : [],
    others,
    ...(report.ecosocStatus ? { ecosocStatus: report.ecosocStatus } : {}),
    people: [
      ...named.map(name => ({ name, consent: true })),
      ...known.filter(name => !consents.has(name.toLowerCase())).map(name => ({ name, consent: false })),
    ],
    // A body knows its own name.
    acceptedAcronyms: rule ? [rule.body.id.toUpperCase()] : [],
  }

  function statedIn(of: Report): Partial<Record<Statement, string>> {
    return {
      ...of.stated,
      organisation: signers[0] ?? '',
      title: of.title,
      'original-language': of.language,
      ...(of.country ? { country: country(of.country) } : {}),
      ...(of.mayBePublished === null ? {} : { publication: of.mayBePublished ? 'yes' : 'no' }),
      ...(of.session ? { session: of.session } : {}),
      ...(of.ecosocStatus && of.ecosocStatus !== 'none' ? { 'ecosoc-status': of.ecosocStatus } : {}),
    }
  }
}

/** What is left to say by hand of a submission: the rest is known of the report. */
export const BY_HAND = [
  'contact',
  'agenda-item',
  'organisation-size',
  'register-number',
] as const satisfies readonly Statement[]

const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map(line => line.trim())
    .filter(Boolean)
