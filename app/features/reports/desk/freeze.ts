/** The draft as a file; freezing it as an edition; putting an edition before the public. */
import { FORMATS, MEDIA_TYPES, toFile, type Format } from '@open1325/report-writer'
import { z } from 'zod'
import { changing, reading } from '../../../platform/access.ts'
import { readForm, seeOther, wholeNumber, type Ctx } from '../../../platform/http.ts'
import { Problem } from '../../../platform/problem.ts'
import { checkedReport, database, memberWho, ownReport, wholeReport, type CheckedReport } from '../load.ts'
import { paths, type Confirmation, type EditionDocument } from '../model.ts'
import { formatIn, sendFile } from '../offers/files.ts'
import { beginning } from '../own-words.ts'
import { addEdition, editionAt, showEdition } from '../queries/editions.ts'
import { sectionsOf } from '../queries/reports.ts'
import { askedOf } from './asked.ts'
import { showFreeze } from './freeze-page.tsx'
import type { Line } from './own-list.tsx'
import { showReport } from './report-page.tsx'

export async function sendDraft(c: Ctx) {
  const person = memberWho(c, 'reader')
  const format = formatIn(c.req.param('file')?.split('.').at(-1))
  const { document, report } = await reading(database(c), person.userId, tx => wholeReport(c, tx, person))
  return sendFile(c, await toFile(format, document, new Date()), format, `${report.slug}-draft`)
}

const freezeForm = z.object({
  /** What was asked, as asked.ts names it. */
  asked: z.string().max(100).default(''),
  own: z.string().max(10).optional(),
  reason: z.string().trim().max(2000, 'form.too-long').default(''),
})

/** Keeps the report as it is, with its four files, for good. What must be mended, and what the public does not see, is asked about first. */
export async function freeze(c: Ctx) {
  const person = memberWho(c, 'editor')
  const form = await readForm(c, freezeForm)
  if (!form.ok) return showFreeze(c, { typed: form.typed, errors: form.errors })
  const found = await checkedReport(c, person, async () => ({}))
  const { report, document, length, rule, own } = found
  const asked = askedOf(found)
  const { t } = c.get('words')
  const fields = {
    ...(asked.unmended.length && !form.value.reason ? { reason: t('checks.accept.needed') } : {}),
    ...(own.length && !form.value.own ? { own: t('reports.freeze.own.needed') } : {}),
  }
  if (asked.digest && (form.value.asked !== asked.digest || Object.keys(fields).length > 0))
    return showFreeze(c, { typed: form.typed, errors: { fields } })

  const hidden = new Set(own.map(({ number }) => String(number)))
  // What the public sees of the same sources: so that later nothing else is published.
  const frozen: EditionDocument = {
    ...document,
    claims: document.claims.map(claim => ({ ...claim, public: !hidden.has(claim.id) })),
  }
  const { files } = c.get('services')
  const at = new Date()
  const kept = {} as Record<Format, { sha256: string; bytes: number; mediaType: string }>
  for (const format of FORMATS)
    kept[format] = {
      ...(await files.put(await toFile(format, document, at))),
      mediaType: MEDIA_TYPES[format].split(';')[0]!,
    }
  const why = asked.unmended.length ? form.value.reason : null
  const number = await changing(database(c), person.userId, { act: 'report.freeze', why }, async tx => {
    await ownReport(c, tx, person)
    return addEdition(tx, {
      report,
      rule: rule?.rule?.id ?? null,
      due: rule?.deadline?.day ?? null,
      by: person.userId,
      document: frozen,
      words: length.words,
      files: kept,
      confirmed: asked.digest ? { ...confirmationOf(found), reason: why ?? '' } : null,
    })
  })
  return seeOther(c, `${paths.report(report.id)}?done=frozen&edition=${number}#editions`)
}

function confirmationOf(found: CheckedReport): Pick<Confirmation, 'findings' | 'own'> {
  const titleOf = (section: number | null): string | null =>
    section === null ? null : (found.sections[section]?.title ?? null)
  return {
    findings: askedOf(found).unmended.map(({ code, params, where, section }) => ({
      code,
      params,
      quote: where?.quote ?? '',
      section: titleOf(section),
    })),
    own: found.own.map(({ text, places }) => ({ text, sections: places.map(({ section }) => titleOf(section) ?? '') })),
  }
}

const publishForm = z.object({ public: z.enum(['yes', 'no']) })

/** An edition with words of a source that the public does not see is not published. */
export async function publish(c: Ctx) {
  const person = memberWho(c, 'editor')
  const form = await readForm(c, publishForm)
  const number = wholeNumber(c.req.param('number'))
  if (!form.ok || number === null) throw new Problem('bad-input')
  const isPublic = form.value.public === 'yes'
  const { report, hidden } = await changing(
    database(c),
    person.userId,
    { act: isPublic ? 'report.publish' : 'report.take-back' },
    async tx => {
      const report = await ownReport(c, tx, person)
      const edition = await editionAt(tx, report.slug, number)
      if (!edition) throw new Problem('not-found')
      const hidden = isPublic ? hiddenIn(edition.document, report.id, await sectionsOf(tx, report.id)) : []
      if (!hidden.length) await showEdition(tx, report.id, number, isPublic)
      return { report, hidden }
    },
  )
  if (!hidden.length)
    return seeOther(c, `${paths.report(report.id)}?done=${isPublic ? 'published' : 'taken-back'}#editions`)
  const says = c.get('words').t('reports.publish.refused', { count: hidden.length })
  return showReport(c, { problem: { says, lines: hidden } })
}

/** What an edition holds that the public did not see: its beginning, with the sections that it stands in now. */
function hiddenIn(
  { claims }: EditionDocument,
  report: string,
  sections: { id: string; title: string; text: string }[],
): Line[] {
  return claims
    .filter(claim => !claim.public)
    .map(({ id, text }) => ({
      text: beginning(text),
      sections: sections
        .filter(section => section.text.includes(`[[${id}]]`))
        .map(({ id, title }) => ({ title, href: paths.section(report, id) })),
    }))
}
