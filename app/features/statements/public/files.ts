/** Downloads: the text with its co-signers as Word, PDF, HTML and Markdown; the public list; the words that a digest is of. */
import { toFile, type Format, type ReportDocument } from '@open1325/report-writer'
import { reading } from '../../../platform/access.ts'
import { answerData } from '../../../platform/answer-data.ts'
import { attachment } from '../../../platform/files/names.ts'
import type { Ctx } from '../../../platform/http.ts'
import { Problem } from '../../../platform/problem.ts'
import { isAsFrozen, signersCsv, withSigners, wordsIn } from '../document.ts'
import { formatIn, sendFile } from '../../reports/offers/files.ts'
import { asker, database } from '../load.ts'
import { cosignersCsv, cosignersOf, editionOf, statementBySlug } from '../queries/statements.ts'

/** The files that were made last, as long as nothing in them has changed: a PDF takes a good part of a second. */
const kept = new Map<string, { of: string; bytes: Promise<Uint8Array<ArrayBuffer>> }>()
const MOST_KEPT = 40

function fileOf(key: string, format: Format, document: ReportDocument): Promise<Uint8Array<ArrayBuffer>> {
  const of = JSON.stringify(document)
  const known = kept.get(key)
  const bytes = known?.of === of ? known.bytes : toFile(format, document)
  kept.delete(key)
  kept.set(key, { of, bytes })
  bytes.catch(() => kept.delete(key))
  if (kept.size > MOST_KEPT) kept.delete(kept.keys().next().value!)
  return bytes
}

/** In the language and format that its name says: 'fr.docx'. */
export async function sendText(c: Ctx) {
  const slug = c.req.param('slug') ?? ''
  const [language = '', ending] = (c.req.param('file') ?? '').split('.')
  const format = formatIn(ending)
  const found = await reading(database(c), asker(c), async tx => {
    const statement = await statementBySlug(tx, slug)
    if (!statement || statement.state === 'draft' || statement.state === 'withdrawn') return undefined
    const edition = await editionOf(tx, statement.id, statement.edition)
    const text = edition?.texts.find(one => one.language === language)
    return text && edition && { statement, edition, text, ...(await cosignersOf(tx, statement.id, statement.edition)) }
  })
  if (!found) throw new Problem('not-found')
  const { edition, text, ...signed } = found
  const { sha256, frozenAt, number } = edition
  const document = withSigners(text.document, { ...signed, listNote: text.listNote, sha256, frozenAt, number })
  const bytes = await fileOf(`${slug} ${language} ${format}`, format, document)
  return sendFile(c, bytes, format, `${slug}-${language}`)
}

/** The bytes of an edition's digest. */
export async function sendWords(c: Ctx) {
  const slug = c.req.param('slug') ?? ''
  const number = Number(c.req.param('file')?.match(/\d+/)?.[0])
  const words = await reading(database(c), asker(c), async tx => {
    const statement = await statementBySlug(tx, slug)
    if (!statement || statement.state === 'withdrawn') return undefined
    return (await editionOf(tx, statement.id, number))?.words
  })
  if (words === undefined) throw new Problem('not-found')
  return c.body(words, 200, {
    'Content-Type': 'text/markdown; charset=UTF-8',
    'Content-Disposition': attachment(`${slug}-${number}.md`),
    'Cache-Control': 'private, no-cache',
  })
}

/** Names and countries of those who signed, and how many are not named, in the alphabetical order of the text's language or the reader's. */
export async function sendSigners(c: Ctx) {
  const slug = c.req.param('slug') ?? ''
  const cosigners = await reading(database(c), asker(c), async tx => {
    const statement = await statementBySlug(tx, slug)
    const isShown = statement?.state === 'open' || statement?.state === 'closed'
    return isShown ? cosignersOf(tx, statement.id, statement.edition) : null
  })
  if (!cosigners) throw new Problem('not-found')
  const words = wordsIn(c.req.query('text') ?? c.get('words').locale)
  return answerData(c, 'csv', signersCsv(cosigners, words), `${slug}-signers`)
}

/** The bytes of the list's digest, as long as the list is the one that was frozen. */
export async function sendFrozenList(c: Ctx) {
  const slug = c.req.param('slug') ?? ''
  const { statement, csv } = await reading(database(c), asker(c), async tx => ({
    statement: await statementBySlug(tx, slug),
    csv: await cosignersCsv(tx, slug),
  }))
  if (!statement || csv === null || !isAsFrozen(statement, csv)) throw new Problem('not-found')
  return answerData(c, 'csv', csv, `${slug}-list`)
}
