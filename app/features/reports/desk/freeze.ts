/** The draft as a file; freezing it as an edition; putting an edition before the public. */
import { changing, reading } from '../../../platform/access.ts'
import { readForm, seeOther, wholeNumber, type Ctx } from '../../../platform/http.ts'
import { Problem } from '../../../platform/problem.ts'
import { z } from 'zod'
import { wordsFor } from '../languages.ts'
import { fileOf } from '../files.ts'
import { formatIn, sendFile } from '../files-out.ts'
import { database, memberWho, originOf, ownReport, wholeReport } from '../load.ts'
import { FORMATS, MEDIA_TYPES, paths, type EditionDocument, type Format } from '../model.ts'
import { addEdition, editionAt, showEdition } from '../queries/editions.ts'
import { madeOf } from '../sources/index.ts'
import { showReport } from './report-page.tsx'

export async function sendDraft(c: Ctx) {
  const person = memberWho(c, 'reader')
  const format = formatIn(c.req.param('file')?.split('.').at(-1))
  const { document, report } = await reading(database(c), person.userId, tx => wholeReport(c, tx, person))
  return sendFile(c, await fileOf(format, document, new Date()), format, `${report.slug}-draft`)
}

/** Keeps the report as it is, with its four files, for good. */
export async function freeze(c: Ctx) {
  const person = memberWho(c, 'editor')
  const { files } = c.get('services')
  const { report, puts, document, length, rule } = await reading(database(c), person.userId, tx =>
    wholeReport(c, tx, person),
  )
  const words = wordsFor(report.language)
  // What the public sees of the same sources: so that later nothing else is published.
  const seen = await reading(database(c), null, async tx => {
    const made = new Map<number, string | null>()
    for (const put of puts) made.set(put.number, (await madeOf(tx, put.source, words, originOf(c)))?.version ?? null)
    return made
  })
  const versions = new Map(puts.map(put => [put.number, put.sourceVersion]))
  const frozen: EditionDocument = {
    ...document,
    claims: document.claims.map(claim => ({
      ...claim,
      public: seen.get(Number(claim.id)) === versions.get(Number(claim.id)),
    })),
  }
  const at = new Date()
  const kept = {} as Record<Format, { sha256: string; bytes: number; mediaType: string }>
  for (const format of FORMATS)
    kept[format] = {
      ...(await files.put(await fileOf(format, document, at))),
      mediaType: MEDIA_TYPES[format].split(';')[0]!,
    }
  const number = await changing(database(c), person.userId, { act: 'report.freeze' }, async tx => {
    await ownReport(c, tx, person)
    return addEdition(tx, {
      report,
      rule: rule?.rule?.id ?? null,
      due: rule?.deadline?.day ?? null,
      by: person.userId,
      document: frozen,
      words: length.words,
      files: kept,
    })
  })
  return seeOther(c, `${paths.report(report.id)}?done=frozen&edition=${number}#editions`)
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
      const hidden = isPublic ? edition.document.claims.filter(claim => !claim.public).map(({ id }) => `[[${id}]]`) : []
      if (!hidden.length) await showEdition(tx, report.id, number, isPublic)
      return { report, hidden }
    },
  )
  if (!hidden.length)
    return seeOther(c, `${paths.report(report.id)}?done=${isPublic ? 'published' : 'taken-back'}#editions`)
  const { t, list } = c.get('words')
  return showReport(c, { problem: t('reports.publish.refused', { count: hidden.length, claims: list(hidden) }) })
}
