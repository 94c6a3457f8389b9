/** The citation checker for everybody: a form, and what was found. */
import type { Finding } from '@open1325/citations'
import type { Ctx, FormErrors } from '../../../platform/http.ts'
import { ErrorSummary, FileField, LongTextField } from '../../../ui/form.tsx'
import { Page } from '../../../ui/page.tsx'
import { useWords } from '../../../ui/words.tsx'
import { library } from '../model.ts'
import { LARGEST_FILE_MEGABYTES, MOST_PAGES } from './model.ts'

interface CitationsPageProps {
  c: Ctx
  /** Null before anything was checked. */
  findings?: Finding[] | null
  fileName?: string | null
  errors?: FormErrors | null
  typed?: string
}

export function CitationsPage({ c, findings = null, fileName = null, errors = null, typed = '' }: CitationsPageProps) {
  const { t, number, date } = c.get('words')
  return (
    <Page c={c} title={t('citations.title')} current="nav.resolutions" description={t('citations.lead')}>
      <p class="kicker">
        <a href="/resolutions">{t('nav.resolutions')}</a>
      </p>
      <h1>{t('citations.title')}</h1>
      <p class="lead">{t('citations.lead')}</p>
      {findings && <Result findings={findings} fileName={fileName} />}
      <ErrorSummary errors={errors} />
      <form class="form checker" method="post" action="/citations" encType="multipart/form-data">
        <LongTextField
          name="text"
          label={t('citations.text')}
          hint={t('citations.text.hint')}
          errors={errors}
          value={typed}
          rows={10}
          dir="auto"
        />
        <FileField
          name="file"
          label={t('citations.file')}
          hint={t('citations.file.hint', { megabytes: LARGEST_FILE_MEGABYTES, pages: number(MOST_PAGES) })}
          errors={errors}
        />
        <p class="actions">
          <button>{t('citations.check')}</button>
          <button class="quiet" name="as" value="csv">
            {t('citations.csv')}
          </button>
        </p>
      </form>
      <p class="soft small">{t('citations.silent', { date: date(library.asOf) })}</p>
      <p class="soft small">{t('citations.command')}</p>
    </Page>
  )
}

function Result({ findings, fileName }: { findings: Finding[]; fileName: string | null }) {
  const { t, colon } = useWords()
  return (
    <section aria-labelledby="result">
      <h2 id="result">{t('citations.result')}</h2>
      <p role="status">
        {fileName && (
          <>
            <bdi>{fileName}</bdi>
            {colon}
          </>
        )}
        <strong>{t('citations.found', { count: findings.length })}</strong>
      </p>
      {findings.length > 0 && (
        <ol class="rows citations">
          {findings.map((finding, i) => (
            <li key={i}>
              <Found finding={finding} />
            </li>
          ))}
        </ol>
      )}
    </section>
  )
}

function Found({ finding: { page, quote, problem, suggestion, severity, resolution } }: { finding: Finding }) {
  const { t, number, colon } = useWords()
  return (
    <>
      <blockquote dir="auto">{quote}</blockquote>
      <p class="soft small">
        {page !== null && (
          <>
            {t('citations.page')} {number(page)} ·{' '}
          </>
        )}
        <span class={severity === 'error' ? 'tag wrong' : 'tag doubtful'}>{t(`citations.severity.${severity}`)}</span>
      </p>
      <p>{problem}</p>
      <p>
        <span class="soft">
          {t('citations.suggestion')}
          {colon}
        </span>
        {resolution === null ? <bdi>{suggestion}</bdi> : <a href={`/resolutions/${resolution}`}>{suggestion}</a>}
      </p>
    </>
  )
}
