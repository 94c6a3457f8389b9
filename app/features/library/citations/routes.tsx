/** The citation checker: anybody may send a text or a file; nothing of it is kept. */
import type { Hono } from 'hono'
import { checkCitations, LIBRARY, type InputPage } from '@open1325/citations'
import { readPlan, ReaderError } from '@open1325/reader'
import { reading } from '../../../platform/access.ts'
import { page, type Ctx, type Env } from '../../../platform/http.ts'
import { receiveSmall } from '../../../platform/files/receive-small.ts'
import { chosenTexts, forChecking, type OfficialText } from '../texts/model.ts'
import { officialTexts } from '../texts/queries.ts'
import { LARGEST_FILE_MEGABYTES, LONGEST_READING, LONGEST_TEXT, MOST_AT_ONCE, MOST_PAGES, toCsv } from './model.ts'
import { CitationsPage } from './page.tsx'

/** Where texts and files are sent. */
export const CHECKER = '/citations'

const LARGEST = LARGEST_FILE_MEGABYTES * 1_000_000

export function citationRoutes(app: Hono<Env>) {
  app.get(CHECKER, c => page(c, <CitationsPage c={c} />))
  app.post(CHECKER, check)
}

async function check(c: Ctx) {
  const { t, locale, number } = c.get('words')
  const { fields, file, tooLarge } = await receiveSmall(c.req.raw, LARGEST)
  const typed = fields.text ?? ''
  const wrong = (field: 'text' | 'file', sentence: string, status: 413 | 422 | 429 = 422) =>
    page(c, <CitationsPage c={c} typed={typed} errors={{ fields: { [field]: sentence } }} />, status)

  if (tooLarge) return wrong('file', t('citations.too-large', { megabytes: LARGEST_FILE_MEGABYTES }), 413)
  if (typed.length > LONGEST_TEXT) return wrong('text', t('citations.too-long', { characters: number(LONGEST_TEXT) }))
  if (!file && typed.trim() === '') return wrong('text', t('citations.nothing'))

  let pages: InputPage[] = [{ page: null, text: typed }]
  if (file) {
    if (underWay >= MOST_AT_ONCE) return wrong('file', t('citations.busy'), 429)
    try {
      pages = await pagesOf(file.bytes, file.name)
    } catch (error) {
      if (!(error instanceof ReaderError)) throw error
      return wrong('file', t('citations.unreadable'))
    }
  }
  const facts = { ...LIBRARY, officialTexts: forChecking(await textsFor(c)) }
  const findings = checkCitations(pages, facts, { language: locale })
  if (fields.as !== 'csv')
    return page(c, <CitationsPage c={c} findings={findings} fileName={file?.name ?? null} typed={typed} />)
  return c.body(toCsv(findings), 200, {
    'Content-Type': 'text/csv; charset=utf-8',
    'Content-Disposition': 'attachment; filename="citations.csv"',
    'Cache-Control': 'no-store',
  })
}

let underWay = 0

/** @throws ReaderError */
async function pagesOf(bytes: Uint8Array, name: string): Promise<InputPage[]> {
  underWay++
  try {
    const signal = AbortSignal.timeout(LONGEST_READING)
    const { pages } = await readPlan(bytes, { name, maxBytes: LARGEST, maxPages: MOST_PAGES, threads: 1, signal })
    return pages.map(({ number, text }) => ({ page: number, text }))
  } finally {
    underWay--
  }
}

/** The official texts that the asker may see: with them quoted words are checked too. */
async function textsFor(c: Ctx): Promise<OfficialText[]> {
  const person = c.get('person')
  const texts = await reading(c.get('services').database.kysely, person?.userId ?? null, tx => officialTexts(tx))
  const numbers = [...new Set(texts.map(({ resolution }) => resolution))]
  const own = person?.current?.organisationId ?? null
  return numbers.flatMap(number =>
    chosenTexts(
      texts.filter(({ resolution }) => resolution === number),
      own,
    ),
  )
}
