/** Adding the official text of a resolution, publishing it, taking it back, removing it. */
import type { Hono } from 'hono'
import { readParagraphs, readPlan, ReaderError } from '@open1325/reader'
import { changing } from '../../../platform/access.ts'
import { recognised, RefusedFile } from '../../../platform/files/recognise.ts'
import { member, page, seeOther, type Ctx, type Env, type FormErrors, type Services } from '../../../platform/http.ts'
import { Problem } from '../../../platform/problem.ts'
import { forgetRemoved } from '../../plans/offers/forget.ts'
import { library, type Resolution } from '../model.ts'
import { receiveSmall, type SentForm } from '../../../platform/files/receive-small.ts'
import { ResolutionPage } from '../resolution-page.tsx'
import { pageData } from '../page-data.ts'
import { asParagraphs, LARGEST_TEXT_MEGABYTES, MOST_TEXT_PAGES, TEXT_LANGUAGES } from './model.ts'
import { keepText, removeText, setPublic } from './queries.ts'

/** Where official texts are sent. */
export const UPLOADS = library.resolutions.map(({ number }) => `/resolutions/${number}/texts`)

const LARGEST = LARGEST_TEXT_MEGABYTES * 1_000_000

export function textRoutes(app: Hono<Env>) {
  app.post('/resolutions/:number/texts', addText)
  app.post('/resolutions/:number/texts/:id/:act{publish|take-back|remove}', actOnText)
}

export function resolutionOf(c: Ctx): Resolution {
  const resolution = library.resolutions.find(({ number }) => String(number) === c.req.param('number'))
  if (!resolution) throw new Problem('not-found')
  return resolution
}

async function addText(c: Ctx) {
  const person = member(c, 'contributor')
  const resolution = resolutionOf(c)
  const { t } = c.get('words')
  const sent = await receiveSmall(c.req.raw, LARGEST)
  if (sent.tooLarge) {
    const file = t('official.too-large', { megabytes: LARGEST_TEXT_MEGABYTES })
    return again(c, resolution, sent, { fields: { file } }, 413)
  }
  const language = TEXT_LANGUAGES.find(code => code === sent.fields.language)
  if (!language) return again(c, resolution, sent, { fields: { language: t('form.wrong') } })
  if (!sent.file) return again(c, resolution, sent, { fields: { file: t('upload.refused.none') } })
  try {
    const { name, bytes } = sent.file
    const paragraphs = await paragraphsIn(c, resolution, language, name, bytes)
    const { organisationId } = person.current
    const services = c.get('services')
    const kept = await keepFile(services, bytes)
    const added = await changing(services.database.kysely, person.userId, { act: 'official-text.add' }, tx =>
      keepText(tx, {
        organisationId,
        by: person.userId,
        resolution: resolution.number,
        language,
        fileName: name,
        ...kept,
        paragraphs,
      }),
    )
    if (!added) return again(c, resolution, sent, { fields: { language: t('official.only-editor') } })
    // The file of a text that it took the place of is forgotten.
    await forgetRemoved(services)
    return seeOther(c, `/resolutions/${resolution.number}?done=added#official`)
  } catch (error) {
    if (error instanceof WrongText) return again(c, resolution, sent, { fields: { [error.field]: error.message } })
    if (error instanceof RefusedFile)
      return again(c, resolution, sent, { fields: { file: t(`upload.refused.${error.refusal}`) } })
    if (error instanceof ReaderError) return again(c, resolution, sent, { fields: { file: t('citations.unreadable') } })
    throw error
  }
}

/** The file is not what it was sent as; the message is in the reader's language. */
class WrongText extends Error {
  override name = 'WrongText'
  readonly field: 'file' | 'language'
  constructor(field: 'file' | 'language', message: string) {
    super(message)
    this.field = field
  }
}

/** @throws WrongText; ReaderError */
async function paragraphsIn(c: Ctx, resolution: Resolution, language: string, name: string, bytes: Uint8Array) {
  const words = c.get('words')
  const options = { name, maxBytes: LARGEST, maxPages: MOST_TEXT_PAGES, threads: 1 } as const
  const { pages, document } = await readPlan(bytes, options)
  const symbol = /S\s?\/\s?RES\s?\/\s?(\d{1,4})/u.exec(pages[0]?.text.slice(0, 2000) ?? '')?.[1]
  if (symbol && symbol !== String(resolution.number))
    throw new WrongText('file', words.t('official.other-resolution', { number: symbol }))
  const paragraphs = asParagraphs(await readParagraphs(bytes, options))
  if (paragraphs.length === 0) throw new WrongText('file', words.t('official.no-paragraphs'))
  const [main] = document.languages
  const known = TEXT_LANGUAGES.find(code => code === main)
  if (known && known !== language)
    throw new WrongText('language', words.t('official.other-language', { language: words.language(language) }))
  return paragraphs
}

/** Keeps the file itself. @throws RefusedFile */
async function keepFile(services: Services, bytes: Uint8Array) {
  let mediaType = ''
  const chunks = recognised(once(bytes), found => (mediaType = found))
  const { sha256, bytes: size } = await services.files.put(chunks, LARGEST)
  return { fileSha256: sha256, mediaType, bytes: size }
}

async function* once(bytes: Uint8Array) {
  yield bytes
}

async function again(
  c: Ctx,
  resolution: Resolution,
  { fields }: SentForm,
  errors: FormErrors,
  status: 413 | 422 = 422,
) {
  const data = await pageData(c, resolution)
  return page(c, <ResolutionPage c={c} resolution={resolution} {...data} errors={errors} typed={fields} />, status)
}

async function actOnText(c: Ctx) {
  const person = member(c, 'editor')
  const { number } = resolutionOf(c)
  const id = c.req.param('id') ?? ''
  const act = c.req.param('act')
  if (!/^[0-9a-f-]{36}$/.test(id)) throw new Problem('not-found')
  const services = c.get('services')
  const done = await changing(services.database.kysely, person.userId, { act: `official-text.${act}` }, tx =>
    act === 'remove' ? removeText(tx, id) : setPublic(tx, id, act === 'publish'),
  )
  if (!done) throw new Problem('not-found')
  if (act === 'remove') await forgetRemoved(services)
  const told = act === 'publish' ? 'published' : act === 'remove' ? 'removed' : 'taken-back'
  return seeOther(c, `/resolutions/${number}?done=${told}#official`)
}
