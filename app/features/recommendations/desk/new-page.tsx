/** A set of recommendations is begun: with its text, from a frozen report, or empty, to be entered by hand. */
import { randomUUID } from 'node:crypto'
import type { Ctx } from '../../../platform/http.ts'
import { ErrorSummary, FileField, LongTextField } from '../../../ui/form.tsx'
import { Page } from '../../../ui/page.tsx'
import { useWords } from '../../../ui/words.tsx'
import { paths } from '../model.ts'
import type { SetEdition } from '../queries/editions.ts'
import { FactsFields, ForAllFields, type Typed } from './facts-fields.tsx'

export function NewPage({ c, editions, form }: { c: Ctx; editions: SetEdition[]; form: Typed | null }) {
  const { t, date, locale } = c.get('words')
  const begun = form ?? { typed: { id: randomUUID(), language: locale }, errors: null }
  return (
    <Page c={c} title={t('rec.add')} current="nav.desk-recommendations">
      <p class="kicker">
        <a href={paths.desk}>{t('rec.title')}</a>
      </p>
      <h1>{t('rec.add')}</h1>
      <p class="lead">{t('rec.add.lead')}</p>
      <form class="form" method="post" action={paths.read} enctype="multipart/form-data">
        <ErrorSummary errors={begun.errors} />
        <FactsFields form={begun} />
        <ForAllFields form={begun} />
        <TextFields form={begun} />
        <div class="actions">
          <button name="how" value="text">
            {t('rec.read')}
          </button>
          <button class="quiet" name="how" value="hand">
            {t('rec.by-hand')}
          </button>
        </div>
      </form>
      <section aria-labelledby="other-ways">
        <h2 id="other-ways">{t('rec.other-ways')}</h2>
        <ul class="rec-ways">
          <li>
            <a href="/desk/imports">{t('rec.add.table')}</a> <span class="soft">{t('rec.add.table.hint')}</span>
          </li>
          {editions.map(({ slug, number, title, language, frozenAt }) => (
            <li key={`${slug} ${number}`}>
              <a href={`${paths.new}?edition=${slug}/${number}`}>
                {t('rec.from-report')} <bdi lang={language}>{title}</bdi>
              </a>{' '}
              <span class="soft">{t('reports.edition.frozen', { number: String(number), date: date(frozenAt) })}</span>
            </li>
          ))}
        </ul>
      </section>
    </Page>
  )
}

/** The text, pasted or as a file. */
export function TextFields({ form: { typed, errors } }: { form: Typed }) {
  const { t } = useWords()
  return (
    <>
      <LongTextField
        name="text"
        label={t('rec.text')}
        hint={t('rec.text.hint')}
        value={typed.text}
        errors={errors}
        rows={10}
        dir="auto"
      />
      <FileField
        name="file"
        label={t('rec.file')}
        hint={t('rec.file.hint')}
        errors={errors}
        accept=".pdf,.docx,.odt,.txt"
      />
    </>
  )
}
