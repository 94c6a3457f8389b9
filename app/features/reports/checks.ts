/** What the checks find in a report, each with its section and block, and whether somebody accepted it. Pure. */
import { checkCitations, LIBRARY } from '@open1325/citations'
import { lint, type LintCode, type LintFinding, type Statement, type SubmissionFacts } from '@open1325/procedures'
import { linesOf as linesOfBlock, looseNotesIn } from '@open1325/report-writer'
import { LOCALES, wordsOf, type Locale } from '../../platform/languages.ts'
import { counted } from './counting.ts'
import type { Assembled } from './document.ts'
import { wordsFor } from './languages.ts'
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

/** What the linter finds, and footnotes whose mark or words are missing: those it cannot know of. */
type Found = Omit<LintFinding, 'code'> & { code: LintCode | 'note-without-text' | 'note-without-mark' }

export interface ReportFinding extends Found {
  /** The same finding has the same key, whatever language it is shown in; it changes with the words that it is about. */
  key: string
  /** Which section of the report; null: it is about the whole, or stands on the cover. */
  section: number | null
  /** Which block of the document. */
  block: number | null
  accepted: Acceptance | null
}

/** Findings that hold whatever the body: they rest on no rule of it. */
const OF_NO_RULE: readonly Found['code'][] = [
  'acronym-not-spelled-out',
  'wrong-citation',
  'person-without-consent',
  'small-count',
  'claim-without-source',
  'note-without-text',
  'note-without-mark',
]
export const restsOnRule = ({ code }: Pick<Found, 'code'>): boolean => !OF_NO_RULE.includes(code)

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
  const linted = lint(document, rule?.rule ?? null, factsOf(checked, locale)).map(finding => ({
    finding,
    block: finding.where ? (places[finding.where.path[0]!] ?? null) : null,
  }))
  return [...linted, ...looseNotes(assembled)].map(({ finding, block }) => {
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

/** Marks of footnotes that nothing explains, and words of footnotes that nothing leads to. */
function looseNotes({ document }: Assembled): { finding: Found; block: number }[] {
  return document.blocks.flatMap((of, block) =>
    looseNotesIn(linesOfBlock(of)).map(({ is, label }) => {
      const quote = `[^${label}]`
      const where = { path: [block], start: 0, end: quote.length, quote }
      const code = is === 'mark' ? ('note-without-text' as const) : ('note-without-mark' as const)
      return { finding: { code, severity: 'check' as const, where, params: { label, text: quote } }, block }
    }),
  )
}

/** What is accepted holds as long as the words, and for what rests on the rule, the rule stay the same. */
function keyOf(finding: Found, rule: ReportRule | null): string {
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
