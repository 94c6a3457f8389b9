/** Answering through a personal link: no account, no script needed, each page kept as it is posted. */
import { randomUUID } from 'node:crypto'
import type { Hono } from 'hono'
import { page as showPage, seeOther, wholeNumber, type Ctx, type Env } from '../../../platform/http.ts'
import { Problem } from '../../../platform/problem.ts'
import { wellFormed } from '../../../platform/well-formed.ts'
import { islandSource } from '../../../ui/assets.ts'
import { Page } from '../../../ui/page.tsx'
import { receiveForm } from '../../evidence/offers/receive.ts'
import { statusOf, type Refusal } from '../../evidence/offers/refusals.ts'
import { forgetRemoved } from '../../plans/offers/forget.ts'
import { askedAnswers, firstAnswers, unanswered } from '../form/check.ts'
import { followed } from '../form/follow.ts'
import { isFile, type Answers, type FileAnswer, type FormPage } from '../form/model.ts'
import { MOST_FILES, MOST_OF_A_ROUND, MOST_OF_AN_ANSWER, paths, type FilesFull } from '../model.ts'
import {
  answerByToken,
  dropFiles,
  keepFile,
  noteOpened,
  saveAnswers,
  sendAnswers,
  takesFile,
  type OwnAnswer,
} from './link.ts'
import { conditionsOf } from './held.ts'
import { FormPageView } from './page.tsx'
import { ReviewPage } from './review.tsx'
import { languageFor } from './shell.tsx'
import { StartPage } from './start.tsx'
import { takePage, type Fields, type Taken } from './take.ts'

/** Of PostgreSQL: all answers together are longer than is kept. */
const CHECK_VIOLATION = '23514'
const TOKEN = /^[\w-]{20,100}$/
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

export function answerRoutes(app: Hono<Env>) {
  app.use('/answer/*', async (c, next) => {
    await next()
    // On a phone that several people use nothing of it stays behind in the browser's store.
    c.header('Cache-Control', 'no-store')
    c.header('Referrer-Policy', 'no-referrer')
    c.header('X-Robots-Tag', 'noindex')
  })
  app.post(paths.answerFile, postWithFile)
  app.get(paths.answerWorker, worker)
  app.get('/answer/:token/conditions', conditions)
  app.get('/answer/:token', start)
  app.get('/answer/:token/pages/:page', show)
  app.post('/answer/:token/pages/:page', post)
  app.get('/answer/:token/review', review)
  app.post('/answer/:token/review', send)
}

const tokenOf = (c: Ctx) => c.req.param('token') ?? ''
const database = (c: Ctx) => c.get('services').database.kysely

async function find(c: Ctx, token: string): Promise<OwnAnswer | null> {
  const own = TOKEN.test(token) ? await answerByToken(database(c), token) : undefined
  if (!own) return null
  // Last time's answers stand in the form until this time's are kept.
  if (own.version === 0) own.answers = firstAnswers(own.form, own.earlier, own.day)
  return own
}

/** The link leads nowhere: mistyped, or its respondent was taken out. */
function nowhere(c: Ctx) {
  const { t } = c.get('words')
  return showPage(
    c,
    <Page c={c} title={t('answer.nowhere')}>
      <h1>{t('answer.nowhere')}</h1>
      <p class="prose">{t('answer.nowhere.body')}</p>
    </Page>,
    404,
  )
}

async function start(c: Ctx) {
  const token = tokenOf(c)
  const own = await find(c, token)
  if (!own) return nowhere(c)
  if (own.state === 'open') await noteOpened(database(c), token)
  return showPage(c, <StartPage c={c} own={own} token={token} />)
}

async function show(c: Ctx) {
  const token = tokenOf(c)
  const own = await find(c, token)
  if (!own) return nowhere(c)
  if (own.state !== 'open') return seeOther(c, paths.answer(token))
  const page = own.form.pages.find(one => one.name === c.req.param('page'))
  if (!page) throw new Problem('not-found')
  const flags = { more: c.req.query('more') === '1', add: c.req.query('add') === '1' }
  return showPage(
    c,
    <FormPageView c={c} own={own} token={token} page={page} answers={own.answers} errors={{}} {...flags} />,
  )
}

/** The script that shows kept pages: it has to lie where they do. */
const worker = async (c: Ctx) =>
  c.body(await islandSource('answer-worker'), 200, { 'Content-Type': 'text/javascript; charset=utf-8' })

/** The form's conditions, for the phone to go by while there is no connection. */
async function conditions(c: Ctx) {
  const own = await find(c, tokenOf(c))
  if (!own || own.state !== 'open') throw new Problem('not-found')
  return c.json(conditionsOf(own.form))
}

async function post(c: Ctx) {
  const fields = await c.req.parseBody({ all: true }).then(wellFormed, () => {
    throw new Problem('bad-input')
  })
  return keepPage(c, tokenOf(c), c.req.param('page') ?? '', fields, null, null)
}

async function postWithFile(c: Ctx) {
  const { files } = c.get('services')
  let replaced: string[] = []
  let takes: Awaited<ReturnType<typeof takesFile>> = 'open'
  // Whoever has no link, or has given all that one takes, fills nobody's disk.
  const mayGive = async ({ token, page }: Fields) => {
    const own = await find(c, String(token ?? ''))
    replaced = own ? filesOn(own, String(page ?? '')) : []
    takes = own ? await takesFile(database(c), String(token), replaced) : 'closed'
    return takes === 'open'
  }
  const { fields, file, refusal } = await receiveForm(c.req.raw, files, { mayGive })
  const token = String(fields.token ?? '')
  if (!TOKEN.test(token)) return nowhere(c)
  if (file) {
    const kept = await keepFile(database(c), files, token, file, replaced)
    if (kept === 'gone') throw new Problem('conflict', c.get('words').t('answer.file.again'))
    if (kept !== 'kept') await forgetRemoved(c.get('services'))
    takes = kept === 'kept' ? 'open' : kept
  }
  if (takes === 'closed') return (await find(c, token)) ? seeOther(c, paths.answer(token)) : nowhere(c)
  const answer =
    file && takes === 'open'
      ? { sha256: file.sha256, fileName: file.fileName, bytes: file.bytes, removed: file.removed }
      : null
  const page = String(fields.page ?? '')
  return keepPage(c, token, page, fields, answer, takes === 'open' ? refusal && refused(c, refusal) : full(c, takes))
}

/** The digests of what she gave on this page before. */
const filesOn = (own: OwnAnswer, page: string): string[] =>
  (own.form.pages.find(({ name }) => name === page)?.questions ?? []).flatMap(({ name }) => {
    const answer = own.answers[name]
    return isFile(answer) ? [answer.sha256] : []
  })

/** Why a file is not taken. */
interface Refused {
  sentence: string
  status: 413 | 422
}

const refused = (c: Ctx, refusal: Refusal): Refused => ({
  sentence: c.get('words').t(`evidence.refused.${refusal}`),
  status: statusOf(refusal),
})

function full(c: Ctx, why: FilesFull): Refused {
  const { t, number } = c.get('words')
  const most = {
    count: number(MOST_FILES),
    mb: number(MOST_OF_AN_ANSWER / 1024 ** 2),
    gb: number(MOST_OF_A_ROUND / 1024 ** 3),
  }
  return { sentence: t(`answer.file.${why}`, most), status: 413 }
}

async function keepPage(
  c: Ctx,
  token: string,
  name: string,
  fields: Fields,
  file: FileAnswer | null,
  refusal: Refused | null,
) {
  const own = await find(c, token)
  if (!own) return nowhere(c)
  const page = own.form.pages.find(one => one.name === name)
  if (!page) throw new Problem('not-found')
  if (own.state !== 'open') return seeOther(c, paths.answer(token))
  const taken = takePage({ form: own.form, page, before: own.answers, day: own.day }, fields, file)
  const id = UUID.test(String(fields.post)) ? String(fields.post) : randomUUID()
  // What came from last time is this time's answer once she has gone on from it.
  const given = own.version === 0 ? { ...own.answers, ...taken.given } : taken.given
  for (const emptied of own.version === 0 ? taken.emptied : []) delete given[emptied]
  const kept = await saveAnswers(database(c), token, id, given, taken.emptied).catch((error: unknown) => {
    throw (error as { code?: string }).code === CHECK_VIOLATION ? new Problem('form-too-large') : error
  })
  if (kept === null) return nowhere(c)
  if (kept === 'sent' || kept === 'closed') return seeOther(c, paths.answer(token))

  await letGo(c, token, page, own.answers, taken)

  const go = [fields.go].flat().find(one => typeof one === 'string') ?? 'next'
  // Where a script showed them as they came up, questions that were left empty are not asked a second time.
  const more = taken.more && fields.seen !== '1'
  const wrong = Object.values(taken.errors).some(error => error.refusal !== 'needed')
  const leaves = go === 'back' || go === 'later' || go === 'add' || go.startsWith('remove')
  if (refusal || wrong || (!leaves && !more && Object.keys(taken.errors).length))
    return showPage(
      c,
      <FormPageView
        c={c}
        own={{ ...own, version: own.version + 1 }}
        token={token}
        page={page}
        answers={taken.shown}
        errors={taken.errors}
        fileError={refusal?.sentence ?? null}
      />,
      refusal?.status ?? 422,
    )
  const here = paths.answerPage(token, page.name)
  if (go === 'later') return seeOther(c, paths.answer(token))
  if (go === 'add') return seeOther(c, `${here}?add=1`)
  if (go.startsWith('remove')) return seeOther(c, here)
  if (more && go !== 'back') return seeOther(c, `${here}?more=1`)
  const asked = followed(own.form, taken.shown, own.day).pages
  const at = asked.findIndex(one => one.name === page.name)
  const to = asked[go === 'back' ? at - 1 : at + 1]
  return seeOther(
    c,
    to ? paths.answerPage(token, to.name) : go === 'back' ? paths.answer(token) : paths.answerReview(token),
  )
}

/** A file that was taken back, or replaced by another, is not kept. */
async function letGo(c: Ctx, token: string, page: FormPage, before: Answers, { shown }: Taken) {
  const had = page.questions.some(({ name }) => isFile(before[name]) && before[name] !== shown[name])
  if (!had) return
  const named = Object.values(shown).flatMap(answer => (isFile(answer) ? [answer.sha256] : []))
  if ((await dropFiles(database(c), token, named)) > 0) await forgetRemoved(c.get('services'))
}

async function review(c: Ctx) {
  const token = tokenOf(c)
  const own = await find(c, token)
  if (!own) return nowhere(c)
  if (own.state !== 'open') return seeOther(c, paths.answer(token))
  const changed = c.req.query('changed') === '1'
  return showPage(c, <ReviewPage c={c} own={own} token={token} changed={changed} />)
}

async function send(c: Ctx) {
  const token = tokenOf(c)
  const fields = await c.req.parseBody().then(wellFormed, () => {
    throw new Problem('bad-input')
  })
  const own = await find(c, token)
  if (!own) return nowhere(c)
  if (own.state !== 'open') return seeOther(c, paths.answer(token))
  const it = followed(own.form, own.answers, own.day, languageFor(c, own))
  if (own.version === 0 || unanswered(it).length) return showPage(c, <ReviewPage c={c} own={own} token={token} />, 422)
  const seen = wholeNumber(String(fields.version ?? ''))
  const kept = seen === own.version ? await sendAnswers(database(c), token, seen, askedAnswers(it)) : 'changed'
  return seeOther(c, kept === 'changed' ? `${paths.answerReview(token)}?changed=1` : paths.answer(token))
}
