/** Sections that were taken out, to be put back; adding one of one's own. */
import { randomUUID } from 'node:crypto'
import type { FormErrors } from '../../../platform/http.ts'
import { ErrorSummary, TextField } from '../../../ui/form.tsx'
import { useWords } from '../../../ui/words.tsx'
import { paths, type Report } from '../model.ts'

export function Removed({
  report,
  sections,
}: {
  report: Report
  sections: { id: string; title: string; version: number }[]
}) {
  const { t } = useWords()
  if (!sections.length) return null
  return (
    <details>
      <summary>{t('reports.sections.removed', { count: sections.length })}</summary>
      <ul class="rows">
        {sections.map(({ id, title, version }) => (
          <li key={id}>
            <bdi lang={report.language}>{title}</bdi>{' '}
            <form class="inline" method="post" action={`${paths.section(report.id, id)}/put-back`}>
              <input type="hidden" name="version" value={String(version)} />
              <button class="plain">{t('reports.section.put-back')}</button>
            </form>
          </li>
        ))}
      </ul>
    </details>
  )
}

export function AddSection({
  report,
  form,
}: {
  report: Report
  form: { typed: Record<string, string>; errors: FormErrors } | null
}) {
  const { t } = useWords()
  return (
    <form class="form report-add" method="post" action={`${paths.report(report.id)}/sections`}>
      <h2>{t('reports.section.add')}</h2>
      <ErrorSummary errors={form?.errors} />
      <input type="hidden" name="form" value={form?.typed.form ?? randomUUID()} />
      <TextField
        name="title"
        label={t('reports.section.title')}
        value={form?.typed.title}
        errors={form?.errors ?? null}
        required
        maxlength={300}
        dir="auto"
      />
      <button class="quiet">{t('reports.section.add')}</button>
    </form>
  )
}
