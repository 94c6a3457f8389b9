/** Accepting a finding with a reason, and taking that back. */
import { z } from 'zod'
import { changing } from '../../../platform/access.ts'
import { readForm, seeOther, type Ctx } from '../../../platform/http.ts'
import { Problem } from '../../../platform/problem.ts'
import { checkedReport, database, memberWho, ownReport } from '../load.ts'
import { paths } from '../model.ts'
import { addAcceptance, removeAcceptance } from '../queries/checks.ts'
import { showReport } from './report-page.tsx'

const key = z.string().min(1).max(100)
/** A section's id, or nothing: the report's page. */
const back = z.union([z.uuid(), z.literal('')]).default('')

const acceptForm = z.object({
  key,
  back,
  reason: z.string().trim().min(1, 'checks.accept.needed').max(2000, 'form.too-long'),
})

export async function accept(c: Ctx) {
  const person = memberWho(c)
  const form = await readForm(c, acceptForm)
  const { typed } = form
  if (!form.ok) {
    if (!typed.key) throw new Problem('bad-input')
    const accepting = { key: typed.key, field: typed.field ?? '', reason: typed.reason ?? '', errors: form.errors }
    return showReport(c, { accepting })
  }
  const { value } = form
  const { report, findings } = await checkedReport(c, person, async () => ({}))
  const found = findings.find(finding => finding.key === value.key)
  if (!found) return showReport(c, { problem: { says: c.get('words').t('checks.accept.gone'), lines: [] } })
  // That she agreed may have to be taken away for good: it stands beside the finding, not in the history.
  const why = found.code === 'person-without-consent' ? null : value.reason
  await changing(database(c), person.userId, { act: 'report.accept', why }, async tx => {
    await ownReport(c, tx, person)
    await addAcceptance(tx, {
      reportId: report.id,
      organisationId: report.organisationId,
      by: person.userId,
      key: value.key,
      code: found.code,
      quote: (found.where?.quote ?? '').slice(0, 5000),
      reason: value.reason,
    })
  })
  return seeOther(c, placeOf(report.id, value.back))
}

export async function undoAccept(c: Ctx) {
  const person = memberWho(c)
  const form = await readForm(c, z.object({ key, back }))
  if (!form.ok) throw new Problem('bad-input')
  const id = await changing(database(c), person.userId, { act: 'report.accept.undo' }, async tx => {
    const report = await ownReport(c, tx, person)
    await removeAcceptance(tx, report.id, form.value.key)
    return report.id
  })
  return seeOther(c, placeOf(id, form.value.back))
}

const placeOf = (report: string, section: string): string =>
  `${section ? paths.section(report, section) : paths.report(report)}#checks`
