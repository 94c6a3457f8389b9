/** A report on the desk: its sections as they will stand, its length, what is doubtful, its files and editions. */
import { randomUUID } from 'node:crypto'
import { lacksSource, type ReportDocument } from '@open1325/report-writer'
import type { ComponentChildren } from 'preact'
import { z } from 'zod'
import { changing, reading } from '../../../platform/access.ts'
import { hasRole, page, readForm, seeOther, wholeNumber, type Ctx, type FormErrors } from '../../../platform/http.ts'
import type { Words } from '../../../platform/languages.ts'
import { ErrorSummary, TextField } from '../../../ui/form.tsx'
import { Page } from '../../../ui/page.tsx'
import { useWords } from '../../../ui/words.tsx'
import { rangeOf } from '../document.ts'
import { database, memberWho, originOf, ownReport, standingsOf, wholeReport } from '../load.ts'
import { FORMATS, paths, type Report, type Standing } from '../model.ts'
import { editionsOf } from '../queries/editions.ts'
import { addSection, removedSections, removeReport, sectionsOf, type PlacedSection } from '../queries/reports.ts'
import type { ReportRule } from '../rule.ts'
import { Editions } from './editions-section.tsx'
import { isOpen, summaryOf } from '../offers/finding.tsx'
import { Findings, type AcceptBack } from './findings.tsx'
import { anchorOf, htmlOf, LengthLine, Notes, Preview } from './parts.tsx'
import { DueLine, NewerRule, RuleFacts } from './rule-parts.tsx'

interface Back {
  form?: { typed: Record<string, string>; errors: FormErrors }
  accepting?: AcceptBack
  problem?: string
}

export async function showReport(c: Ctx, back: Back = {}) {
  const person = memberWho(c, 'reader')
  const words = c.get('words')
  const { t, country } = words
  const found = await reading(database(c), person.userId, async tx => {
    const whole = await wholeReport(c, tx, person)
    return {
      ...whole,
      ...(await standingsOf(tx, whole.report, whole.puts, originOf(c))),
      editions: await editionsOf(tx, whole.report.id),
      removed: await removedSections(tx, whole.report.id),
    }
  })
  const { report, sections, puts, assembled, document, length, standing, editions, findings, rule } = found
  const used = new Set(document.claims.map(({ id }) => Number(id)))
  const changed = puts.filter(({ number }) => used.has(number) && standing.get(number) !== 'same').length
  const lacking = document.blocks.filter(lacksSource).length
  const may = { write: hasRole(person, 'contributor'), freeze: hasRole(person, 'editor') }
  const { blocks: html, notes } = htmlOf(document)
  const checking = { report, rule, mayWrite: may.write, back: '', here: true, form: back.accepting ?? null }
  return page(
    c,
    <Page c={c} title={report.title} current="nav.desk-reports" notice={noticeOf(c)} wide>
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
      <ErrorSummary errors={back.accepting?.errors} />
      <LengthLine length={length} />
      {rule ? <DueLine rule={rule} now={new Date()} /> : <p class="soft">{t('reports.rule.none')}</p>}
      {rule && <NewerRule rule={rule} report={report} mayWrite={may.write} />}
      {changed > 0 && <p class="warning">{t('reports.claim.changes', { count: changed })}</p>}
      {lacking > 0 && <p class="warning">{t('reports.lacks.count', { count: lacking })}</p>}
      {may.write && (
        <p class="actions">
          <a class="button quiet" href={paths.rule(report.id)}>
            {t('reports.rule')}
          </a>
          <a class="button quiet" href={paths.facts(report.id)}>
            {t('reports.facts')}
          </a>
        </p>
      )}
      <p class="down">
        {t('reports.draft')}:{' '}
        {FORMATS.map(format => [
          <a key={format} href={paths.draft(report.id, format)}>
            {t(`reports.format.${format}`)}
          </a>,
          ' ',
        ])}
      </p>
      <section aria-labelledby="checks">
        <h2 id="checks">{t('checks')}</h2>
        <p class="soft sentence">{summaryOf(findings, words) ?? nothingFound(rule, words)}</p>
        {rule?.rule && (
          <details>
            <summary>{t('reports.rule.version')}</summary>
            <RuleFacts rule={rule} />
          </details>
        )}
        {findings.some(({ section }) => section === null) && (
          <>
            <h3>{t('checks.whole')}</h3>
            <Findings {...checking} findings={findings.filter(({ section }) => section === null)} />
          </>
        )}
      </section>
      {sections.map((section, n) => (
        <SectionOnPage
          key={section.id}
          {...{ report, section, standing, document, html }}
          range={rangeOf(assembled, n)}
          isFirst={n === 0}
          isLast={n === sections.length - 1}
          mayWrite={may.write}
          checks={<SectionChecks {...checking} findings={findings.filter(finding => finding.section === n)} />}
        />
      ))}
      <Notes document={document} notes={notes} />
      {may.write && <Removed report={report} sections={found.removed} />}
      {may.write && <AddSection report={report} form={back.form ?? null} />}
      <Editions
        report={report}
        editions={editions}
        mayFreeze={may.freeze}
        unmended={findings.filter(one => isOpen(one) && one.severity === 'error').length}
      />
      {may.freeze && (
        <form class="report-remove" method="post" action={`${paths.report(report.id)}/remove`}>
          <p>
            <button class="plain">{t('reports.remove')}</button>{' '}
            <span class="soft small">{t('reports.remove.hint')}</span>
          </p>
        </form>
      )}
    </Page>,
    back.problem ? 409 : back.form || back.accepting ? 422 : 200,
  )
}

function noticeOf(c: Ctx): string | null {
  const { t } = c.get('words')
  const edition = wholeNumber(c.req.query('edition'))
  switch (c.req.query('done')) {
    case 'saved':
      return t('reports.saved')
    case 'section-removed':
      return t('reports.section.removed')
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
  document: ReportDocument
  html: string[]
  /** Its blocks of the document, its heading the first. */
  range: { from: number; to: number }
  standing: Map<number, Standing>
  isFirst: boolean
  isLast: boolean
  mayWrite: boolean
  checks: ComponentChildren
}

function SectionOnPage({ report, section, document, html, range, standing, ...props }: SectionProps) {
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
            <Preview document={document} html={html} standing={standing} from={range.from + 1} to={range.to} />
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
  const { t } = useWords()
  return (
    <form method="post" action={`${at}/${way}`}>
      <input type="hidden" name="version" value={String(section.version)} />
      <button class="plain" aria-label={`${t(`reports.section.${way}`)}: ${section.title}`}>
        {t(`reports.section.${way}`)}
      </button>
    </form>
  )
}

/** What was found in a section, beside it: open where something must be mended. */
function SectionChecks({ findings, ...props }: Parameters<typeof Findings>[0]) {
  const words = useWords()
  const summary = summaryOf(findings, words)
  if (!summary) return null
  const isUrgent = findings.some(one => isOpen(one) && (one.severity === 'error' || one.key === props.form?.key))
  return (
    <details class="section-checks" open={isUrgent}>
      <summary>
        {words.t('checks')}: {summary}
      </summary>
      <Findings findings={findings} {...props} />
    </details>
  )
}

const nothingFound = (rule: ReportRule | null, { t, date, locale }: Words): string =>
  rule
    ? t('checks.none', { body: rule.body.name[locale], date: date(new Date()) })
    : t('checks.none.no-body', { date: date(new Date()) })

/** Sections that were taken out, to be put back. */
function Removed({ report, sections }: { report: Report; sections: { id: string; title: string; version: number }[] }) {
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

function AddSection({
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
