/** Adding a section of one's own; taking a whole report away. */
import { z } from 'zod'
import { changing } from '../../../platform/access.ts'
import { readForm, seeOther, type Ctx } from '../../../platform/http.ts'
import { database, memberWho, ownReport } from '../load.ts'
import { paths } from '../model.ts'
import { addSection, removeReport, sectionsOf } from '../queries/reports.ts'
import { showReport } from './report-page.tsx'

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
