/** A finding of the checks in words, and all of them in short: for whatever text was checked. */
import type { ComponentChildren } from 'preact'
import type { MessageKey, Words } from '../../../platform/languages.ts'
import { useWords } from '../../../ui/words.tsx'
import { RuleSources } from '../desk/rule-parts.tsx'
import { restsOnRule, type ReportRule, type TextFinding } from './text-checks.ts'

/** Of a report, a finding may have been accepted. */
type Told = TextFinding & { accepted?: unknown }

export const isOpen = ({ accepted }: Told): boolean => !accepted

/** 'Two things must be mended, three are worth a look, one accepted'; null where nothing was found. */
export function summaryOf(findings: readonly Told[], { t, list }: Words): string | null {
  const open = findings.filter(isOpen)
  const must = open.filter(({ severity }) => severity === 'error').length
  const counts: [MessageKey, number][] = [
    ['checks.must.count', must],
    ['checks.should.count', open.length - must],
    ['checks.accepted.count', findings.length - open.length],
  ]
  const parts = counts.filter(([, count]) => count > 0).map(([key, count]) => t(key, { count }))
  return parts.length > 0 ? list(parts) : null
}

/** In words, with the sides of what is quoted kept apart. */
export function messageOf({ code, params }: Pick<TextFinding, 'code' | 'params'>, { t, list }: Words): string {
  if (code.startsWith('missing-') && params.known !== undefined)
    return t('check.not-in-text', { known: `\u2068${params.known}\u2069` })
  const accepted = typeof params.accepted === 'string' ? { accepted: list(params.accepted.split(', ')) } : {}
  return t(`check.${code}`, { ...params, ...accepted })
}

interface LineProps {
  finding: TextFinding
  /** Of the text: BCP 47. */
  language: string
  rule: ReportRule | null
  /** The way to the place. */
  children: ComponentChildren
}

/** What it is, the words that it is about, the way there, and what it rests on. */
export function FindingLine({ finding, language, rule, children }: LineProps) {
  const words = useWords()
  const { where } = finding
  return (
    <>
      <p class="finding">
        {messageOf(finding, words)}{' '}
        {where?.quote && !['text', 'acronym', 'name'].some(name => name in finding.params) && (
          <>
            <q class="found" lang={language} dir="auto">
              {shortened(where.quote)}
            </q>{' '}
          </>
        )}
        {children}
      </p>
      <Basis finding={finding} rule={rule} />
    </>
  )
}

const BASES: Partial<Record<TextFinding['code'], MessageKey>> = {
  'acronym-not-spelled-out': 'checks.basis.acronym',
  'wrong-citation': 'checks.basis.citation',
  'person-without-consent': 'checks.basis.person',
  'small-count': 'checks.basis.small-count',
  'claim-without-source': 'checks.basis.claim',
  'note-without-text': 'checks.basis.note',
  'note-without-mark': 'checks.basis.note',
  'note-in-heading': 'checks.basis.note',
  'not-public': 'checks.basis.not-public',
}

function Basis({ finding, rule }: { finding: TextFinding; rule: ReportRule | null }) {
  const { t, locale } = useWords()
  const own = BASES[finding.code]
  if (own)
    return (
      <p class="soft small">
        {t(own)} {finding.code === 'wrong-citation' && <a href="/resolutions">{t('nav.resolutions')}</a>}
      </p>
    )
  if (!rule?.rule || !restsOnRule(finding)) return null
  return (
    <p class="soft small">
      {t('checks.basis.rule', { body: rule.body.name[locale], procedure: rule.procedure.name[locale] })}{' '}
      <RuleSources body={rule.body} rule={rule.rule} code={finding.code} short />
    </p>
  )
}

export const shortened = (quote: string, longest = 160, sign = ' …'): string =>
  quote.length > longest ? `${quote.slice(0, longest).replace(/\s+\S*$/u, '')}${sign}` : quote
