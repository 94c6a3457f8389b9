/** Asking before an edition is frozen: what must be mended and stands, with a reason; what only the organisation sees and goes into the files. */
import { page, type Ctx, type FormErrors } from '../../../platform/http.ts'
import { ErrorSummary, LongTextField, TickField } from '../../../ui/form.tsx'
import { Page } from '../../../ui/page.tsx'
import { checkedReport, memberWho } from '../load.ts'
import { paths } from '../model.ts'
import { editionsOf } from '../queries/editions.ts'
import { askedOf } from './asked.ts'
import { Findings } from './findings.tsx'
import { linesOfOwn, OwnList } from './own-list.tsx'

interface Back {
  typed: Record<string, string>
  errors: FormErrors
}

export async function showFreeze(c: Ctx, back: Back | null = null) {
  const person = memberWho(c, 'editor')
  const found = await checkedReport(c, person, async (tx, { report }) => ({
    editions: await editionsOf(tx, report.id),
  }))
  const { report, rule, sections, own, editions } = found
  const { unmended, digest } = askedOf(found)
  const { t } = c.get('words')
  const number = String((editions[0]?.number ?? 0) + 1)
  // A list that is not the one that was asked about is agreed to anew.
  const isSame = back?.typed.asked === digest
  return page(
    c,
    <Page c={c} title={t('reports.freeze', { number })} current="nav.desk-reports">
      <p class="kicker">
        <a href={paths.report(report.id)} lang={report.language} dir="auto">
          {report.title}
        </a>
      </p>
      <h1>{t('reports.freeze', { number })}</h1>
      <p class="lead">{t(digest ? 'reports.freeze.lead' : 'reports.freeze.lead.nothing')}</p>
      <form class="form report-freeze" method="post">
        <ErrorSummary errors={back?.errors} />
        {back?.typed.asked && !isSame && (
          <p class="warning" role="alert">
            {t('reports.freeze.other')}
          </p>
        )}
        <input type="hidden" name="asked" value={digest} />
        {unmended.length > 0 && (
          <section aria-labelledby="unmended">
            <h2 id="unmended">{t('checks.must.count', { count: unmended.length })}</h2>
            <Findings findings={unmended} report={report} rule={rule} mayWrite={false} back="" here={false} isSaid />
            <LongTextField
              name="reason"
              label={t('checks.accept.reason')}
              hint={t('reports.freeze.reason.hint')}
              value={back?.typed.reason}
              errors={back?.errors ?? null}
              rows={3}
              required
              dir="auto"
            />
          </section>
        )}
        {own.length > 0 && (
          <section aria-labelledby="own-words">
            <h2 id="own-words">{t('reports.own.title', { count: own.length })}</h2>
            <p>{t('reports.freeze.own')}</p>
            <OwnList lines={linesOfOwn(report, sections, own)} language={report.language} />
            <TickField
              name="own"
              label={t('reports.freeze.own.yes')}
              errors={back?.errors ?? null}
              checked={isSame && back?.typed.own === 'yes'}
              required
            />
          </section>
        )}
        <div class="actions">
          <button>{t('reports.freeze', { number })}</button>
          <a href={paths.report(report.id)}>{t('reports.freeze.back')}</a>
        </div>
      </form>
    </Page>,
    back ? 422 : 200,
  )
}
