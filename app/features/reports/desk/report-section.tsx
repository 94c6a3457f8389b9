/** One section on a report's page, with what the checks found in it. */
import type { ReportDocument } from '@open1325/report-writer'
import type { ComponentChildren } from 'preact'
import { useWords } from '../../../ui/words.tsx'
import { paths, type Report } from '../model.ts'
import { isOpen, summaryOf } from '../offers/finding.tsx'
import type { PlacedSection } from '../queries/reports.ts'
import { Findings } from './findings.tsx'
import { anchorOf, Preview, type Marks } from './parts.tsx'

export interface SectionProps {
  report: Report
  section: PlacedSection
  document: ReportDocument
  html: string[]
  /** Its blocks of the document, its heading the first. */
  range: { from: number; to: number }
  marks: Marks
  isFirst: boolean
  isLast: boolean
  mayWrite: boolean
  checks: ComponentChildren
}

export function SectionOnPage({ report, section, document, html, range, marks, ...props }: SectionProps) {
  const { isFirst, isLast, mayWrite, checks } = props
  const { t, time } = useWords()
  const at = paths.section(report.id, section.id)
  return (
    <section class="report-section" aria-labelledby={`s-${section.id}`}>
      <h2 id={`s-${section.id}`} lang={report.language} dir="auto">
        <span id={section.text ? anchorOf(range.from) : undefined}>{section.title}</span>
      </h2>
      <div class="beside">
        <div>
          {section.text ? (
            <Preview document={document} html={html} marks={marks} from={range.from + 1} to={range.to} />
          ) : (
            <>
              <p class="empty">{t('reports.section.empty')}</p>
              {section.hint && (
                <p class="soft" lang={report.language} dir="auto">
                  {section.hint}
                </p>
              )}
            </>
          )}
        </div>
        {checks}
      </div>
      <div class="actions">
        {mayWrite && (
          <>
            <a class="button" href={at}>
              {t('reports.section.edit')}
            </a>
            <a class="button quiet" href={paths.insert(report.id, section.id)}>
              {t('reports.section.insert')}
            </a>
          </>
        )}
        <a href={paths.versions(report.id, section.id)}>{t('reports.section.versions')}</a>
        {section.comments > 0 && (
          <a href={`${at}#comments`}>{t('reports.comments.count', { count: section.comments })}</a>
        )}
        {mayWrite && !isFirst && <Move at={at} way="up" section={section} />}
        {mayWrite && !isLast && <Move at={at} way="down" section={section} />}
      </div>
      <p class="soft small">
        {t('reports.section.changed', {
          name: `\u2068${section.changedBy}\u2069`,
          time: time(section.changedAt.toISOString()),
        })}
      </p>
    </section>
  )
}

function Move({ at, way, section }: { at: string; way: 'up' | 'down'; section: PlacedSection }) {
  const { t, colon } = useWords()
  return (
    <form method="post" action={`${at}/${way}`}>
      <input type="hidden" name="version" value={String(section.version)} />
      <button class="plain" aria-label={`${t(`reports.section.${way}`)}${colon}${section.title}`}>
        {t(`reports.section.${way}`)}
      </button>
    </form>
  )
}

/** What was found in a section, beside it: open where something must be mended. */
export function SectionChecks({ findings, ...props }: Parameters<typeof Findings>[0]) {
  const words = useWords()
  const summary = summaryOf(findings, words)
  if (!summary) return null
  const isUrgent = findings.some(one => isOpen(one) && (one.severity === 'error' || one.key === props.form?.key))
  return (
    <details class="section-checks" open={isUrgent}>
      <summary>
        {words.t('checks')}
        {words.colon}
        {summary}
      </summary>
      <Findings findings={findings} {...props} />
    </details>
  )
}
