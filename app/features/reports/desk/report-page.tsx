/** A report on the desk: its sections as they will stand, its length, what is doubtful, its files and editions. */
import { lacksSource } from '@open1325/report-writer'
import { hasRole, page, wholeNumber, type Ctx, type FormErrors } from '../../../platform/http.ts'
import { ErrorSummary } from '../../../ui/form.tsx'
import { Page } from '../../../ui/page.tsx'
import { useWords } from '../../../ui/words.tsx'
import { rangeOf } from '../document.ts'
import { checkedReport, memberWho, type CheckedReport } from '../load.ts'
import { paths } from '../model.ts'
import { Downloads } from '../offers/downloads.tsx'
import { confirmationsOf, editionsOf } from '../queries/editions.ts'
import { removedSections } from '../queries/reports.ts'
import { askedOf } from './asked.ts'
import { ChecksOfWhole } from './checks-section.tsx'
import { Editions } from './editions-section.tsx'
import { Findings, type AcceptBack } from './findings.tsx'
import { AddSection, Removed } from './more-sections.tsx'
import { OwnList, type Line } from './own-list.tsx'
import { htmlOf, LengthLine, marksOf, Notes } from './parts.tsx'
import { SectionChecks, SectionOnPage } from './report-section.tsx'
import { DueLine, NewerRule } from './rule-parts.tsx'

export interface Back {
  form?: { typed: Record<string, string>; errors: FormErrors }
  accepting?: AcceptBack
  /** What could not be done, and what it is about. */
  problem?: { says: string; lines: Line[] }
}

export async function showReport(c: Ctx, back: Back = {}) {
  const person = memberWho(c, 'reader')
  const found = await checkedReport(c, person, async (tx, { report }) => ({
    editions: await editionsOf(tx, report.id),
    confirmations: await confirmationsOf(tx, report.id),
    removed: await removedSections(tx, report.id),
  }))
  const { report, document, rule, findings, named } = found
  const may = { write: hasRole(person, 'contributor'), freeze: hasRole(person, 'editor') }
  const { blocks: html, notes } = htmlOf(document)
  const checking = { report, rule, mayWrite: may.write, back: '', here: true, form: back.accepting ?? null }
  return page(
    c,
    <Page c={c} title={report.title} current="nav.desk-reports" notice={noticeOf(c)} wide>
      <Head report={report} />
      {back.problem && (
        <div class="warning" role="alert">
          <p>{back.problem.says}</p>
          {back.problem.lines.length > 0 && <OwnList lines={back.problem.lines} language={report.language} />}
        </div>
      )}
      <ErrorSummary errors={back.accepting?.errors} idOf={() => back.accepting?.field ?? ''} />
      <Standing found={found} mayWrite={may.write} />
      <Ways report={report} mayWrite={may.write} />
      <ChecksOfWhole {...checking} findings={findings} named={named} />
      <Sections found={found} html={html} mayWrite={may.write} checking={checking} />
      <Notes document={document} notes={notes} />
      {may.write && <Removed report={report} sections={found.removed} />}
      {may.write && <AddSection report={report} form={back.form ?? null} />}
      <Editions
        report={report}
        editions={found.editions}
        confirmations={found.confirmations}
        mayFreeze={may.freeze}
        unmended={askedOf(found).unmended.length}
        own={found.own.length}
      />
      {may.freeze && <Remove report={report} />}
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

type OfReport = Pick<CheckedReport, 'report'>

function Head({ report }: OfReport) {
  const { t, country } = useWords()
  return (
    <>
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
    </>
  )
}

/** How long it is, when it is due, and what is doubtful. */
function Standing({ found, mayWrite }: { found: CheckedReport; mayWrite: boolean }) {
  const { t } = useWords()
  const { report, rule, length, document, standing, own } = found
  const changed = [...standing.values()].filter(is => is !== 'same').length
  const lacking = document.blocks.filter(lacksSource).length
  return (
    <>
      <LengthLine length={length} />
      {rule ? <DueLine rule={rule} now={new Date()} /> : <p class="soft">{t('reports.rule.none')}</p>}
      {rule && <NewerRule rule={rule} report={report} mayWrite={mayWrite} />}
      {changed > 0 && <p class="warning">{t('reports.claim.changes', { count: changed })}</p>}
      {lacking > 0 && <p class="warning">{t('reports.lacks.count', { count: lacking })}</p>}
      {own.length > 0 && <p class="warning">{t('reports.own.count', { count: own.length })}</p>}
    </>
  )
}

/** To the rule and the cover, and the draft as files. */
function Ways({ report, mayWrite }: OfReport & { mayWrite: boolean }) {
  const { t } = useWords()
  return (
    <>
      {mayWrite && (
        <p class="actions">
          <a class="button quiet" href={paths.rule(report.id)}>
            {t('reports.rule')}
          </a>
          <a class="button quiet" href={paths.facts(report.id)}>
            {t('reports.facts')}
          </a>
        </p>
      )}
      <Downloads of={t('reports.draft')} to={format => paths.draft(report.id, format)} />
    </>
  )
}

interface SectionsProps {
  found: CheckedReport
  html: string[]
  mayWrite: boolean
  checking: Omit<Parameters<typeof Findings>[0], 'findings'>
}

function Sections({ found, html, mayWrite, checking }: SectionsProps) {
  const { report, sections, document, assembled, findings } = found
  const marks = marksOf(found)
  return (
    <>
      {sections.map((section, n) => (
        <SectionOnPage
          key={section.id}
          {...{ report, section, marks, document, html, mayWrite }}
          range={rangeOf(assembled, n)}
          isFirst={n === 0}
          isLast={n === sections.length - 1}
          checks={<SectionChecks {...checking} findings={findings.filter(finding => finding.section === n)} />}
        />
      ))}
    </>
  )
}

function Remove({ report }: OfReport) {
  const { t } = useWords()
  return (
    <form class="report-remove" method="post" action={`${paths.report(report.id)}/remove`}>
      <p>
        <button class="plain">{t('reports.remove')}</button> <span class="soft small">{t('reports.remove.hint')}</span>
      </p>
    </form>
  )
}
