/** What a submission must say of itself, who may submit, in which language, and with whom. */
import type { Statement } from '../../../../library/body-shape.ts'
import { literally, severityOf, type LintFinding, type Submission } from './finding.ts'

/** Where these are known they must also stand in the text; the others go into a form. */
const IN_THE_TEXT: readonly Statement[] = ['organisation', 'country', 'title']

export function checkStatements(submission: Submission): LintFinding[] {
  const { rule, facts, document } = submission
  const severity = severityOf(rule)
  const finding = (code: LintFinding['code'], params: LintFinding['params'] = {}): LintFinding => ({
    code,
    severity,
    where: null,
    params,
  })
  const findings = (rule?.mustState ?? []).flatMap(what => {
    if (what === 'coalition-names') {
      const lacking = (facts.coalition ?? []).filter(name => !says(submission, [name]))
      return lacking.length > 0 ? [finding('missing-coalition-names', { names: lacking.join('; ') })] : []
    }
    const known = facts.stated?.[what]?.trim()
    if (!known) return [finding(`missing-${what}`)]
    const names = what === 'country' ? [known, ...(facts.countryNames ?? [])] : [known]
    return IN_THE_TEXT.includes(what) && !says(submission, names) ? [finding(`missing-${what}`, { known })] : []
  })

  const accepted = rule?.languages?.accepted
  const language = baseOf(document.language)
  if (accepted && !accepted.map(baseOf).includes(language))
    findings.push(finding('language-not-accepted', { language, accepted: accepted.join(', ') }))

  if (rule?.ecosocStatus === 'required' && facts.ecosocStatus === 'none') findings.push(finding('status-required'))
  return [...findings, ...checkCoalition(submission, finding)]
}

function checkCoalition(
  { rule, facts, document }: Submission,
  finding: (code: LintFinding['code'], params?: LintFinding['params']) => LintFinding,
): LintFinding[] {
  const { coalition = [], others = { own: 0, joint: 0 } } = facts
  if (!rule) return []
  const found: LintFinding[] = []
  const joint = coalition.length > 1
  const withOwn = rule.coalition.ownToo === false && (joint ? others.own > 0 : others.joint > 0)
  const withJoint = rule.coalition.several === false && joint && others.joint > 0
  if (withOwn || withJoint) found.push(finding('coalition-exclusive', { why: withOwn ? 'own' : 'several' }))

  if (rule.coalition.listed === 'alphabetical') {
    const { compare } = new Intl.Collator(document.language, { sensitivity: 'base' })
    const first = coalition.find((name, i) => i > 0 && compare(coalition[i - 1]!, name) > 0)
    if (first) found.push(finding('coalition-order', { name: first }))
  }
  return found
}

const says = ({ pieces }: Submission, names: readonly string[]): boolean =>
  names.some(name => {
    const pattern = new RegExp(literally(name), 'iu')
    return pieces.some(({ text }) => pattern.test(text))
  })

const baseOf = (language: string): string => language.split('-')[0]!.toLowerCase()
