/** What the checks find in a statement's text, and how long it is by the rule of the body that it goes to. Pure. */
import { literally, type Body, type SubmissionFacts } from '@open1325/procedures'
import type { ReportDocument } from '@open1325/report-writer'
import type { Locale } from '../../platform/languages.ts'
import {
  findingsInText,
  namedInText,
  lengthOf,
  ruleOfReport,
  sessionsFor,
  type Length,
  type Named,
  type ReportRule,
  type TextFinding,
} from '../reports/offers/text-checks.ts'
import { wordsIn } from './document.ts'
import type { Statement } from './model.ts'

export interface CheckedText {
  rule: ReportRule | null
  length: Length
  findings: TextFinding[]
  /** Of whom somebody should see that they agreed, or are known in public. */
  named: Named[]
}

export interface Checking {
  statement: Statement
  /** Who signs with the organisation that collects, as everybody sees it. */
  signers: readonly string[]
  /** Names of people that the organisation knows, and who did not agree to be named in this. */
  known: readonly string[]
  /** With the sessions that the organisation sees. */
  bodies: readonly Body[]
  /** Of what the citations' checker says. */
  locale: Locale
}

export function checkText(
  document: ReportDocument,
  { statement, signers, known, bodies, locale }: Checking,
): CheckedText {
  const rule = ruleOf(statement, bodies)
  const coalition = signers.length ? [statement.organisation, ...signers] : []
  const facts: SubmissionFacts = {
    stated: {
      organisation: statement.organisation,
      title: document.title,
      'original-language': document.language,
      ...(statement.session ? { session: statement.session } : {}),
      ...(statement.contact ? { contact: statement.contact } : {}),
    },
    coalition,
    people: known.map(name => ({ name, consent: false })),
    acceptedAcronyms: rule ? [rule.body.id.toUpperCase()] : [],
  }
  return {
    rule,
    length: lengthOf(document, rule?.rule ?? null, { coalition }),
    findings: findingsInText(asTyped(document), rule?.rule ?? null, facts, locale)
      .filter(isOfText)
      .map(asAdvice),
    named: namedInText(document, facts),
  }
}

/** To whom it speaks stands out by our own hand, for which nobody who writes is to blame. */
function asTyped(document: ReportDocument): ReportDocument {
  const [first, ...others] = document.blocks
  const label = `${wordsIn(document.language).t('statements.to')}: `
  if (first?.kind !== 'paragraph') return document
  const text = first.text.map(one => {
    if (one.kind !== 'words' || one.text !== label) return one
    const { strong: _, ...plain } = one
    return plain
  })
  return { ...document, blocks: [{ ...first, text }, ...others] }
}

/** Who signs stands in the list beneath the text, which has its own order. */
const isOfText = ({ code }: TextFinding): boolean => code !== 'missing-coalition-names' && code !== 'coalition-order'

/** What a body asks for in its own form beside the text (an agenda item, the organisation's size) cannot be mended in the text. */
const asAdvice = (finding: TextFinding): TextFinding =>
  finding.code.startsWith('missing-') && finding.params.known === undefined
    ? { ...finding, severity: 'check' }
    : finding

/** Of the session that is named as the library or the organisation names it; else of the newest version. */
function ruleOf({ procedure, session, organisation }: Statement, bodies: readonly Body[]): ReportRule | null {
  if (!procedure) return null
  const found = sessionsFor(procedure, bodies).find(({ name }) => Object.values(name).some(one => says(session, one)))
  return ruleOfReport(
    {
      procedure,
      rule: null,
      sessionId: found?.id ?? null,
      sessionStarts: null,
      due: null,
      organisations: '',
      organisation,
    },
    bodies,
  )
}

/** As words of their own: the 190th session is not the 90th. */
const says = (typed: string, name: string): boolean =>
  new RegExp(`(?<![\\p{L}\\p{N}])${literally(name)}(?![\\p{L}\\p{N}])`, 'iu').test(typed)

export const mustBeMended = (checked: readonly Pick<CheckedText, 'findings'>[]): number =>
  checked.flatMap(({ findings }) => findings).filter(({ severity }) => severity === 'error').length
