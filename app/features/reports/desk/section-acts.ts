/** What is done at a section: saving, marking, moving, taking out and putting back, new words of a source, comments. */
import { setMark } from '@open1325/report-writer'
import { z } from 'zod'
import { changing } from '../../../platform/access.ts'
import { readForm, seeOther, wholeNumber, type Ctx } from '../../../platform/http.ts'
import { Problem } from '../../../platform/problem.ts'
import { database, idIn, memberWho, originOf, ownReport, ownSection, standingsOf } from '../load.ts'
import { paths } from '../model.ts'
import {
  addComment,
  putsOf,
  renewPut,
  sectionsOf,
  setSection,
  settleComment,
  versionsOf,
  type PlacedSection,
} from '../queries/reports.ts'
import { showSection } from './section-page.tsx'

const version = z.coerce.number().int().positive()
/** A browser sends line ends as CR LF. */
const typedText = z
  .string()
  .max(200_000, 'form.too-long')
  .transform(text => text.replaceAll('\r\n', '\n').replaceAll('\0', '').trimEnd())

const sectionForm = z.object({
  version,
  title: z.string().trim().min(1, 'form.needed').max(300, 'form.too-long'),
  text: typedText,
})

/** Changes the section at the address, if it is still at the form's version. Gives whether it was, and where it is. */
async function change(
  c: Ctx,
  act: string,
  was: number,
  to: (section: PlacedSection) => Parameters<typeof setSection>[5],
) {
  const person = memberWho(c)
  return changing(database(c), person.userId, { act }, async tx => {
    const report = await ownReport(c, tx, person)
    const section = await ownSection(c, tx, report)
    const set = to(section)
    const isSame = Object.entries(set).every(([name, value]) => section[name as 'title' | 'text'] === value)
    const saved = isSame || (await setSection(tx, report.id, section.id, was, person.userId, set))
    return { saved, report, at: paths.section(report.id, section.id) }
  })
}

export async function saveSection(c: Ctx) {
  const form = await readForm(c, sectionForm)
  if (!form.ok) return showSection(c, { ...form, status: 422 })
  const { version, title, text } = form.value
  const { saved, at } = await change(c, 'report.write', version, () => ({ title, text }))
  return saved ? seeOther(c, `${at}?done=saved`) : showSection(c, { typed: { title, text }, errors: null, status: 409 })
}

const markForm = z.object({ version, nth: z.coerce.number().int().min(0), mark: z.enum(['needs', 'settled']) })

export async function markSection(c: Ctx) {
  const form = await readForm(c, markForm)
  if (!form.ok) throw new Problem('bad-input')
  const { version, nth, mark } = form.value
  const { saved, at } = await change(c, 'report.mark', version, ({ text }) => ({
    text: setMark(text, nth, mark === 'needs' ? 'source?' : 'no source needed'),
  }))
  if (!saved) throw new Problem('conflict')
  return seeOther(c, `${at}?done=saved`)
}

export async function removeSection(c: Ctx) {
  const form = await readForm(c, z.object({ version }))
  if (!form.ok) throw new Problem('bad-input')
  const { saved, report } = await change(c, 'report.section.remove', form.value.version, () => ({ deleted: true }))
  if (!saved) throw new Problem('conflict')
  return seeOther(c, `${paths.report(report.id)}?done=section-removed`)
}

/** Puts a section that was taken out back where it was. */
export async function putBack(c: Ctx) {
  const person = memberWho(c)
  const form = await readForm(c, z.object({ version }))
  if (!form.ok) throw new Problem('bad-input')
  const id = await changing(database(c), person.userId, { act: 'report.section.put-back' }, async tx => {
    const report = await ownReport(c, tx, person)
    // Posted twice, it stands there already.
    await setSection(tx, report.id, idIn(c, 'section'), form.value.version, person.userId, { deleted: false })
    return report.id
  })
  return seeOther(c, `${paths.report(id)}?done=saved#s-${idIn(c, 'section')}`)
}

/** Past the section before it or after it. A form that was posted twice, or is older than somebody's change, moves nothing. */
export async function move(c: Ctx) {
  const person = memberWho(c)
  const form = await readForm(c, z.object({ version }))
  if (!form.ok) throw new Problem('bad-input')
  const step = c.req.param('way') === 'up' ? -1 : 1
  const { report, section } = await changing(database(c), person.userId, { act: 'report.section.move' }, async tx => {
    const report = await ownReport(c, tx, person)
    const section = await ownSection(c, tx, report)
    const others = (await sectionsOf(tx, report.id)).map(({ id, position }) => ({ id, position }))
    const at = others.findIndex(({ id }) => id === section.id)
    const [next, beyond] = [others[at + step], others[at + 2 * step]]
    if (next) {
      const position = beyond ? (next.position + beyond.position) / 2 : next.position + step
      await setSection(tx, report.id, section.id, form.value.version, person.userId, { position })
    }
    return { report, section }
  })
  return seeOther(c, `${paths.report(report.id)}#s-${section.id}`)
}

const versionForm = z.object({ version, back: version })

/** Writes an earlier version again, as a version of its own: nothing between is lost. */
export async function takeVersion(c: Ctx) {
  const person = memberWho(c)
  const form = await readForm(c, versionForm)
  if (!form.ok) throw new Problem('bad-input')
  const { version: was, back } = form.value
  const { saved, at } = await changing(database(c), person.userId, { act: 'report.version.back' }, async tx => {
    const report = await ownReport(c, tx, person)
    const section = await ownSection(c, tx, report)
    const earlier = (await versionsOf(tx, section.id)).find(one => one.version === back)
    if (!earlier) throw new Problem('not-found')
    const { title, text } = earlier
    // Posted twice, it stands there already.
    const isSame = section.title === title && section.text === text
    const saved = isSame || (await setSection(tx, report.id, section.id, was, person.userId, { title, text }))
    return { saved, at: paths.section(report.id, section.id) }
  })
  if (!saved) throw new Problem('conflict')
  return seeOther(c, `${at}?done=saved`)
}

const renewForm = z.object({ number: z.string(), version })

export async function renew(c: Ctx) {
  const person = memberWho(c)
  const form = await readForm(c, renewForm)
  const number = form.ok ? wholeNumber(form.value.number) : null
  if (!form.ok || number === null) throw new Problem('bad-input')
  const at = await changing(database(c), person.userId, { act: 'report.renew' }, async tx => {
    const report = await ownReport(c, tx, person)
    const section = await ownSection(c, tx, report)
    const put = (await putsOf(tx, report.id)).find(one => one.number === number)
    if (!put) throw new Problem('not-found')
    const { now } = await standingsOf(tx, report, [put], originOf(c))
    const made = now.get(number)
    if (!made) throw new Problem('gone')
    await renewPut(tx, report.id, number, form.value.version, person.userId, made)
    return paths.section(report.id, section.id)
  })
  return seeOther(c, `${at}?done=renewed`)
}

const commentForm = z.object({
  form: z.uuid(),
  comment: z.string().trim().min(1, 'form.needed').max(5000, 'form.too-long'),
})

export async function comment(c: Ctx) {
  const person = memberWho(c)
  const form = await readForm(c, commentForm)
  if (!form.ok)
    return showSection(c, { typed: { comment: form.typed.comment ?? '' }, errors: form.errors, status: 422 })
  const at = await changing(database(c), person.userId, { act: 'report.comment' }, async tx => {
    const report = await ownReport(c, tx, person)
    const section = await ownSection(c, tx, report)
    await addComment(tx, {
      id: form.value.form,
      sectionId: section.id,
      reportId: report.id,
      organisationId: report.organisationId,
      by: person.userId,
      text: form.value.comment,
    })
    return paths.section(report.id, section.id)
  })
  return seeOther(c, `${at}#comments`)
}

export async function settle(c: Ctx) {
  const person = memberWho(c)
  const at = await changing(database(c), person.userId, { act: 'report.comment.settle' }, async tx => {
    const report = await ownReport(c, tx, person)
    const section = await ownSection(c, tx, report)
    await settleComment(tx, section.id, idIn(c, 'comment'))
    return paths.section(report.id, section.id)
  })
  return seeOther(c, `${at}#comments`)
}
