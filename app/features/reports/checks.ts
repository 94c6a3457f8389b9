/** What the checks find in a report, each with its section and block, and whether somebody accepted it. Pure. */
import { checkCitations, LIBRARY } from '@open1325/citations'
import { lint, type LintCode, type LintFinding, type Statement, type SubmissionFacts } from '@open1325/procedures'
import { LOCALES, wordsOf, type Locale } from '../../platform/languages.ts'
import { counted } from './counting.ts'
import { wordsFor, type Assembled } from './document.ts'
import type { Report } from './model.ts'
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

export interface ReportFinding extends LintFinding {
  /** The same finding has the same key, whatever language it is shown in; it changes with the words that it is about. */
  key: string
  /** Which section of the report; null: it is about the whole, or stands on the cover. */
  section: number | null
  /** Which block of the document. */
  block: number | null
  accepted: Acceptance | null
}

/** Findings that hold whatever the body: they rest on no rule of it. */
const OF_NO_RULE: readonly LintCode[] = [
  'acronym-not-spelled-out',
  'wrong-citation',
  'person-without-consent',
  'small-count',
  'claim-without-source',
]
export const restsOnRule = ({ code }: LintFinding): boolean => !OF_NO_RULE.includes(code)

export interface Checked {
  report: Report
  assembled: Assembled
  rule: ReportRule | null
  /** Names of people that the organisation knows: respondents, authors of evidence, colleagues. */
  known: readonly string[]
  acceptances: readonly Acceptance[]
}

/** @param locale of what the citations' checker says */
export function findingsOf(checked: Checked, locale: Locale): ReportFinding[] {
  const { assembled, acceptances, rule } = checked
  const { document, places } = counted(assembled.document)
  const byKey = new Map(acceptances.map(one => [one.key, one]))
  return lint(document, rule?.rule ?? null, factsOf(checked, locale)).map(finding => {
    const block = finding.where ? (places[finding.where.path[0]!] ?? null) : null
    const key = keyOf(finding, rule)
    return {
      ...finding,
      key,
      block,
      section: block === null ? null : (assembled.sectionOf[block] ?? null),
      accepted: byKey.get(key) ?? null,
    }
  })
}

/** What is accepted holds as long as the words, and for what rests on the rule, the rule stay the same. */
function keyOf(finding: LintFinding, rule: ReportRule | null): string {
  const { code, where, params } = finding
  const about = restsOnRule(finding)
    ? [rule?.rule?.id ?? '', params.used ?? '', params.acronym ?? '']
    : [params.acronym ?? '']
  return `${code}-${digest([code, where?.quote ?? '', ...about]).slice(0, 16)}`
}

function factsOf({ report, rule, known }: Checked, locale: Locale): SubmissionFacts {
  const signers = signersOf(report)
  const named = linesOf(report.named)
  const consents = new Set(named.map(name => name.toLowerCase()))
  const { country } = wordsFor(report.language)
  return {
    stated: statedIn(report),
    countryNames: report.country ? LOCALES.map(one => wordsOf(one).country(report.country!)) : [],
    coalition: signers.length > 1 ? signers : [],
    ...(report.ecosocStatus ? { ecosocStatus: report.ecosocStatus } : {}),
    people: [
      ...named.map(name => ({ name, consent: true })),
      ...known.filter(name => !consents.has(name.toLowerCase())).map(name => ({ name, consent: false })),
    ],
    // A body knows its own name.
    acceptedAcronyms: rule ? [rule.body.id.toUpperCase()] : [],
    checkCitations: pages => checkCitations(pages, LIBRARY, { language: locale }),
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
