/** The text on a statement's page: which edition is signed, whether what is written differs from it, how it stands in each language. */
import { htmlParts } from '@open1325/report-writer'
import { directionOf, LOCALES, OWN_NAMES } from '../../../platform/languages.ts'
import { ErrorSummary, SelectField } from '../../../ui/form.tsx'
import { useWords } from '../../../ui/words.tsx'
import type { Draft } from '../load.ts'
import { paths, standingOf, type Edition, type Statement } from '../model.ts'
import type { CheckedText } from '../checks.ts'
import { Checks, Despite } from './findings.tsx'
import type { Back } from './statement-forms.tsx'

export function EditionState(props: {
  statement: Statement
  draft: Draft
  /** How many findings in the draft must be mended. */
  must: number
  edition: Edition | undefined
  editions: { number: number; frozenAt: Date; sha256: string; signed: number }[]
  isEditor: boolean
  form: Back | null
}) {
  const { statement, draft, must, edition, editions, isEditor, form } = props
  const { t, date } = useWords()
  const standing = standingOf(statement)
  if (!edition) return <p class="soft">{t('statements.edition.none')}</p>
  const signed = editions.find(({ number }) => number === edition.number)?.signed ?? 0
  const isChanged = draft.words !== edition.words
  return (
    <>
      <p class="soft small">
        {t('statements.edition-of', { number: String(edition.number), date: date(edition.frozenAt) })}{' '}
        <code class="digest">{edition.sha256}</code>
      </p>
      {isChanged && draft.texts.length > 0 ? (
        <div class="warning">
          <p>{t('statements.edition.changed', { number: String(edition.number), count: signed })}</p>
          {isEditor && (standing === 'open' || standing === 'announced') && (
            <form method="post" action={`${paths.statement(statement.id)}/edition`}>
              <input type="hidden" name="seen" value={draft.sha256} />
              <Despite id="despite-edition" count={must} error={form?.errors.fields.despite} />
              <button>{t('statements.edition.next', { number: String(edition.number + 1) })}</button>
            </form>
          )}
        </div>
      ) : (
        standing !== 'draft' && (
          <p class="soft">
            {t(standing === 'open' || standing === 'announced' ? 'statements.edition.same' : 'statements.edition.over')}
          </p>
        )
      )}
      {editions.length > 1 && (
        <p class="small">
          {t('statements.earlier')}{' '}
          {editions.slice(1).map(({ number, signed }) => [
            <a key={number} href={paths.edition(statement.slug, number)}>
              {t('statements.edition.signed', { number: String(number), count: signed })}
            </a>,
            ' ',
          ])}
        </p>
      )}
    </>
  )
}

export function Texts(props: {
  statement: Statement
  draft: Draft
  checked: readonly CheckedText[]
  mayWrite: boolean
  form: Back | null
}) {
  const { statement, draft, checked, mayWrite, form } = props
  const { t, language: nameOf } = useWords()
  if (!draft.texts.length) return <p class="warning">{t('statements.report.gone')}</p>
  const left = LOCALES.filter(locale => !draft.texts.some(({ language }) => language === locale))
  const canWrite = mayWrite && !statement.reportId && statement.state !== 'withdrawn'
  return (
    <>
      {draft.texts.map(({ language, document }, n) => {
        const { blocks, notes } = htmlParts({ ...document, contents: null }, 2)
        return (
          <details key={language} class="statement-text" open={n === 0}>
            <summary>
              <bdi>{nameOf(language)}</bdi> · <bdi lang={language}>{document.title}</bdi>
            </summary>
            {document.blocks.length ? (
              <div class="report-text" lang={language} dir={directionOf(language)}>
                <div dangerouslySetInnerHTML={{ __html: [...blocks, notes].filter(Boolean).join('\n') }} />
              </div>
            ) : (
              <p class="empty">{t('statements.text.none')}</p>
            )}
            {document.blocks.length > 0 && checked[n] && canWrite && (
              <Checks checked={checked[n]} language={language} at={paths.text(statement.id, language)} />
            )}
            {canWrite && (
              <p class="actions">
                <a class="button" href={paths.text(statement.id, language)}>
                  {t('statements.text.write')}
                </a>
              </p>
            )}
          </details>
        )
      })}
      {canWrite && left.length > 0 && (
        <form class="form" method="post" action={`${paths.statement(statement.id)}/languages`}>
          <ErrorSummary errors={form?.errors} />
          <SelectField
            name="language"
            label={t('statements.text.add')}
            choices={left.map(value => ({ value, label: OWN_NAMES[value] }))}
            value={form?.typed.language}
            errors={form?.errors ?? null}
          />
          <button class="quiet">{t('statements.text.add.do')}</button>
        </form>
      )}
    </>
  )
}
