/** What is due without a day of its own: commitments, countries without a new plan, reports that plans promise. */
import { useWords } from '../../../ui/words.tsx'
import { paths as planPaths } from '../../plans/model.ts'
import { ledgerOf } from '../ledger.ts'
import type { Due } from '../offers/due.ts'
import { dateOf } from '../words.ts'

export function Standing({ due: { commitments, gaps, reports } }: { due: Due }) {
  const words = useWords()
  const { t, country, number } = words
  const { thisMonth, within90Days, overdue, today, monthEnd } = commitments
  if (thisMonth + within90Days + overdue + gaps.length + reports.length === 0) return null
  return (
    <ul class="rows standing">
      {within90Days > 0 && (
        <li>
          <a href={ledgerOf('next-90-days')}>{t('clock.commitments', { count: within90Days })}</a>
          {thisMonth > 0 && (
            <>
              {' · '}
              <a href={ledgerOf(`${today}..${monthEnd}`)}>{t('clock.commitments.month', { count: thisMonth })}</a>
            </>
          )}
        </li>
      )}
      {overdue > 0 && (
        <li>
          <a href={ledgerOf('overdue')}>{t('clock.commitments.overdue', { count: overdue })}</a>
        </li>
      )}
      {gaps.map(gap => (
        <li key={gap.country}>
          {t('clock.gap', { country: country(gap.country), date: dateOf(gap.ended, words) })}{' '}
          <a href={planPaths.plan(gap.slug)}>
            <bdi lang={gap.language ?? undefined}>{gap.title}</bdi>
          </a>
        </li>
      ))}
      {reports.map(report => (
        <li key={report.slug}>
          {t('clock.report')}{' '}
          <a href={planPaths.appraisal(report.slug)}>
            <bdi lang={report.language ?? undefined}>{report.title}</bdi>
          </a>
          <blockquote class="small" lang={report.language ?? undefined} dir="auto">
            {report.quote}
            {report.page && (
              <>
                {' '}
                <a class="cite" href={planPaths.page(report.slug, report.page)}>
                  {t('clock.page', { page: number(report.page) })}
                </a>
              </>
            )}
          </blockquote>
        </li>
      ))}
    </ul>
  )
}
