/** A report on the desk: its sections as they will stand, its length, what is doubtful, its files and editions. */
import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { changing, reading } from '../../../platform/access.ts'
import { hasRole, page, readForm, seeOther, wholeNumber, type Ctx, type FormErrors } from '../../../platform/http.ts'
import { ErrorSummary, TextField } from '../../../ui/form.tsx'
import { Page } from '../../../ui/page.tsx'
import { useWords } from '../../../ui/words.tsx'
import { documentOf } from '../document.ts'
import { database, memberWho, originOf, ownReport, standingsOf, wholeReport } from '../load.ts'
import { FORMATS, paths, type Edition, type Report } from '../model.ts'
import { editionsOf } from '../queries/editions.ts'
import { addSection, removeReport, sectionsOf, type PlacedSection } from '../queries/reports.ts'
import { LengthLine, Preview } from './parts.tsx'

export async function showReport(
  c: Ctx,
  back: { form?: { typed: Record<string, string>; errors: FormErrors }; problem?: string } = {},
) {
  const person = memberWho(c, 'reader')
  const { t, country } = c.get('words')
  const found = await reading(database(c), person.userId, async tx => {
    const whole = await wholeReport(c, tx, person)
    return {
      ...whole,
      ...(await standingsOf(tx, whole.report, whole.puts, originOf(c))),
      editions: await editionsOf(tx, whole.report.id),
    }
  })
  const { report, sections, puts, document, length, standing, editions } = found
  const used = new Set(document.claims.map(({ id }) => Number(id)))
  const changed = puts.filter(({ number }) => used.has(number) && standing.get(number) !== 'same').length
  const lacking = document.blocks.filter(block => 'lacksSource' in block && block.lacksSource).length
  const may = { write: hasRole(person, 'contributor'), freeze: hasRole(person, 'editor') }
  return page(
    c,
    <Page c={c} title={report.title} current="nav.desk-reports" notice={noticeOf(c)}>
      <p class="kicker">
        <a href={paths.desk}>{t('nav.reports')}</a> · {t(`reports.kind.${report.kind}`)}
        {report.country && ` · ${country(report.country)}`}
      </p>
      <h1 lang={report.language} dir="auto">
        {report.title}
      </h1>
      {report.body && (
        <p class="lead" lang={report.language} dir="auto">
          {report.body}
        </p>
      )}
      {back.problem && (
        <p class="warning" role="alert">
          {back.problem}
        </p>
      )}
      <LengthLine length={length} />
      {changed > 0 && <p class="warning">{t('reports.claim.changes', { count: changed })}</p>}
      {lacking > 0 && <p class="warning">{t('reports.lacks.count', { count: lacking })}</p>}
      <p class="actions">
        {may.write && (
          <a class="button quiet" href={paths.facts(report.id)}>
            {t('reports.facts')}
          </a>
        )}
      </p>
      <p class="down">
        {t('reports.draft')}:{' '}
        {FORMATS.map(format => [
          <a key={format} href={paths.draft(report.id, format)}>
            {t(`reports.format.${format}`)}
          </a>,
          ' ',
        ])}
      </p>
      {sections.map((section, n) => (
        <SectionOnPage
          key={section.id}
          {...{ report, section, puts, standing }}
          isFirst={n === 0}
          mayWrite={may.write}
        />
      ))}
      {may.write && <AddSection report={report} form={back.form ?? null} />}
      <Editions report={report} editions={editions} mayFreeze={may.freeze} />
      {may.freeze && (
        <form method="post" action={`${paths.report(report.id)}/remove`}>
          <p>
            <button class="plain">{t('reports.remove')}</button>{' '}
            <span class="soft small">{t('reports.remove.hint')}</span>
          </p>
        </form>
      )}
    </Page>,
    back.problem ? 409 : back.form ? 422 : 200,
  )
}

function noticeOf(c: Ctx): string | null {
  const { t } = c.get('words')
  const edition = wholeNumber(c.req.query('edition'))
  switch (c.req.query('done')) {
    case 'saved':
      return t('reports.saved')
    case 'frozen':
      return t('reports.frozen', { number: String(edition ?? 1) })
    case 'published':
      return t('reports.published.done')
    case 'taken-back':
      return t('reports.taken-back')
    default:
      return null
  }
}

interface SectionProps {
  report: Report
  section: PlacedSection
  puts: Parameters<typeof documentOf>[0]['puts']
  standing: Parameters<typeof Preview>[0]['standing']
  isFirst: boolean
  mayWrite: boolean
}

function SectionOnPage({ report, section, puts, standing, isFirst, mayWrite }: SectionProps) {
  const { t, time } = useWords()
  const document = documentOf({ report, sections: [section], puts })
  const at = paths.section(report.id, section.id)
  return (
    <section class="report-section" aria-labelledby={`s-${section.id}`}>
      <h2 id={`s-${section.id}`} lang={report.language} dir="auto">
        {section.title}
      </h2>
      {section.text ? (
        <Preview document={{ ...document, blocks: document.blocks.slice(1) }} standing={standing} />
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
        {mayWrite && !isFirst && (
          <form method="post" action={`${at}/up`}>
            <button class="plain">{t('reports.section.up')}</button>
          </form>
        )}
      </div>
      <p class="soft small">
        {t('reports.section.changed', { name: section.changedBy, time: time(section.changedAt.toISOString()) })}
      </p>
    </section>
  )
}

function AddSection({
  report,
  form,
}: {
  report: Report
  form: { typed: Record<string, string>; errors: FormErrors } | null
}) {
  const { t } = useWords()
  return (
    <form class="form" method="post" action={`${paths.report(report.id)}/sections`}>
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

function Editions({ report, editions, mayFreeze }: { report: Report; editions: Edition[]; mayFreeze: boolean }) {
  const { t, date } = useWords()
  const next = (editions[0]?.number ?? 0) + 1
  return (
    <section aria-labelledby="editions">
      <h2 id="editions">{t('reports.editions')}</h2>
      {editions.length === 0 ? (
        <p class="empty">{t('reports.editions.none')}</p>
      ) : (
        <ul class="rows">
          {editions.map(edition => (
            <li key={edition.number}>
              <a href={paths.edition(edition.slug, edition.number)}>
                {t('reports.edition', { number: String(edition.number) })}
              </a>
              {' · '}
              {date(edition.frozenAt)} · {t('reports.words', { count: edition.words })}
              {edition.publishedAt && (
                <span class="tag">{t('reports.published', { date: date(edition.publishedAt) })}</span>
              )}
              <p class="down">
                {FORMATS.map(format => [
                  <a key={format} href={paths.file(edition.slug, edition.number, format)}>
                    {t(`reports.format.${format}`)}
                  </a>,
                  ' ',
                ])}
              </p>
              {mayFreeze && (
                <form method="post" action={`${paths.report(report.id)}/editions/${edition.number}`}>
                  {edition.publishedAt ? (
                    <button class="plain" name="public" value="no">
                      {t('reports.take-back')}
                    </button>
                  ) : (
                    <>
                      <p class="soft small">{t('reports.publish.says')}</p>
                      <button class="quiet" name="public" value="yes">
                        {t('reports.publish', { number: String(edition.number) })}
                      </button>
                    </>
                  )}
                </form>
              )}
            </li>
          ))}
        </ul>
      )}
      {mayFreeze && (
        <form method="post" action={`${paths.report(report.id)}/freeze`}>
          <button>{t('reports.freeze', { number: String(next) })}</button>
        </form>
      )}
    </section>
  )
}

const sectionForm = z.object({
  form: z.uuid(),
  title: z.string().trim().min(1, 'form.needed').max(300, 'form.too-long'),
})

export async function addOwnSection(c: Ctx) {
  const person = memberWho(c)
  const form = await readForm(c, sectionForm)
  if (!form.ok) return showReport(c, { form })
  const id = await changing(database(c), person.userId, { act: 'report.section' }, async tx => {
    const report = await ownReport(c, tx, person)
    const last = (await sectionsOf(tx, report.id)).at(-1)?.position ?? 0
    const { organisationId } = report
    await addSection(tx, {
      id: form.value.form,
      reportId: report.id,
      organisationId,
      by: person.userId,
      position: last + 1,
      title: form.value.title,
      hint: '',
    })
    return report.id
  })
  return seeOther(c, `${paths.report(id)}?done=saved#s-${form.value.form}`)
}

export async function remove(c: Ctx) {
  const person = memberWho(c, 'editor')
  await changing(database(c), person.userId, { act: 'report.remove' }, async tx => {
    await removeReport(tx, (await ownReport(c, tx, person)).id)
  })
  return seeOther(c, `${paths.desk}?done=removed`)
}
