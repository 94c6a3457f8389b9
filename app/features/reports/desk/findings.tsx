/** What the checks found: what it is, where, what it rests on, and what may be done about it. */
import type { ComponentChildren } from 'preact'
import type { FormErrors } from '../../../platform/http.ts'
import { useWords } from '../../../ui/words.tsx'
import type { ReportFinding } from '../checks.ts'
import { paths, type Report } from '../model.ts'
import { FindingLine, isOpen, shortened } from '../offers/finding.tsx'
import type { ReportRule } from '../rule.ts'
import { anchorOf } from './parts.tsx'

/** An acceptance that came back: of which finding, from which field, what was typed, what is wrong. */
export interface AcceptBack {
  key: string
  /** The field's id. */
  field: string
  reason: string
  errors: FormErrors
}

interface Props {
  report: Report
  rule: ReportRule | null
  findings: readonly ReportFinding[]
  mayWrite: boolean
  /** Where the forms come back to: the section's page, or the report's. */
  back: string
  /** Where the heading above says what they are. */
  isSaid?: boolean
  /** Whether the place stands on the same page. */
  here: boolean
  form?: AcceptBack | null
}

/** Those that must be mended first; accepted ones folded away. */
export function Findings({ findings, isSaid, ...props }: Props) {
  const { t } = useWords()
  const open = findings.filter(isOpen)
  const accepted = findings.filter(one => !isOpen(one))
  const groups = (['error', 'check'] as const).map(severity => ({
    severity,
    found: open.filter(one => one.severity === severity),
  }))
  return (
    <div class="findings">
      {groups
        .filter(({ found }) => found.length > 0)
        .map(({ severity, found }) => (
          <div key={severity} class={severity === 'error' ? 'must' : 'should'}>
            {!isSaid && <p class="finding-kind">{t(severity === 'error' ? 'checks.must' : 'checks.should')}</p>}
            <ul>
              {found.map((finding, n) => (
                <li key={`${finding.key} ${n}`}>
                  <Finding finding={finding} {...props} />
                  {props.mayWrite && <Accept finding={finding} nth={nthOf(found, n)} {...props} />}
                </li>
              ))}
            </ul>
          </div>
        ))}
      {accepted.length > 0 && (
        <details class="accepted">
          <summary>{t('checks.accepted.title', { count: accepted.length })}</summary>
          <ul>
            {accepted.map((finding, n) => (
              <li key={`${finding.key} ${n}`}>
                <Finding finding={finding} {...props} />
                <Accepted finding={finding} {...props} />
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  )
}

/** Which of those with its key: what is accepted beside it meanwhile changes nothing of that. */
const nthOf = (found: readonly ReportFinding[], n: number): number =>
  found.slice(0, n).filter(({ key }) => key === found[n]!.key).length

function Finding({
  finding,
  report,
  rule,
  here,
}: Pick<Props, 'report' | 'rule' | 'here'> & { finding: ReportFinding }) {
  const { t } = useWords()
  const { where, block } = finding
  return (
    <FindingLine finding={finding} language={report.language} rule={rule}>
      <Way finding={finding} report={report}>
        {block !== null && (
          <a
            href={`${here ? '' : paths.report(report.id)}#${anchorOf(block)}`}
            data-find={where?.quote ? shortened(where.quote, 80, '') : undefined}
          >
            {t('checks.place')}
          </a>
        )}
      </Way>
    </FindingLine>
  )
}

/** To the place in the text, or to the page where it can be mended. */
function Way({ finding, report, children }: { finding: ReportFinding; report: Report; children: ComponentChildren }) {
  const { t } = useWords()
  if (finding.block !== null) return <>{children}</>
  const { code } = finding
  if (
    [
      'missing-organisation',
      'missing-country',
      'missing-publication',
      'missing-title',
      'coalition-order',
      'coalition-exclusive',
      'language-not-accepted',
    ].includes(code) ||
    finding.where
  )
    return <a href={paths.facts(report.id)}>{t('checks.cover')}</a>
  if (code.startsWith('missing-') || code === 'status-required')
    return <a href={paths.rule(report.id)}>{t('checks.body')}</a>
  return null
}

function Accept({ finding, nth, report, back, form }: Props0 & { finding: ReportFinding; nth: number }) {
  const { t } = useWords()
  // The same finding may stand in several sections.
  const id = ['reason', finding.key, finding.section ?? 'whole', nth].join('-')
  const mine = form?.field === id ? form : null
  const error = mine?.errors.fields.reason
  return (
    <details open={mine !== null}>
      <summary>{t('checks.accept')}</summary>
      <form class="accept" method="post" action={`${paths.report(report.id)}/accept`}>
        <input type="hidden" name="key" value={finding.key} />
        <input type="hidden" name="back" value={back} />
        <input type="hidden" name="field" value={id} />
        <label for={id}>{t('checks.accept.reason')}</label>
        {error && (
          <p class="error" id={`${id}-error`}>
            {error}
          </p>
        )}
        <input
          id={id}
          name="reason"
          value={mine?.reason}
          required
          maxlength={2000}
          dir="auto"
          aria-describedby={error ? `${id}-error` : undefined}
          aria-invalid={error ? true : undefined}
        />
        <button class="quiet">{t('checks.accept.send')}</button>
      </form>
    </details>
  )
}
type Props0 = Pick<Props, 'report' | 'back' | 'form'>

function Accepted({
  finding,
  report,
  back,
  mayWrite,
}: Pick<Props, 'report' | 'back' | 'mayWrite'> & { finding: ReportFinding }) {
  const { t, date } = useWords()
  const { accepted } = finding
  if (!accepted) return null
  return (
    <form class="inline" method="post" action={`${paths.report(report.id)}/accept/undo`}>
      <span class="soft small">
        {t('checks.accepted', {
          name: `\u2068${accepted.by}\u2069`,
          date: date(accepted.at),
          reason: `\u2068${accepted.reason}\u2069`,
        })}
      </span>{' '}
      {mayWrite && (
        <>
          <input type="hidden" name="key" value={finding.key} />
          <input type="hidden" name="back" value={back} />
          <button class="plain">{t('checks.undo')}</button>
        </>
      )}
    </form>
  )
}
