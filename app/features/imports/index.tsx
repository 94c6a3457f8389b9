/** Tables brought in: uploaded, read into rows, looked at, put in. What rows mean, the features say that register a kind. */
import { changing, reading } from '../../platform/access.ts'
import { hasRole, member, page, seeOther, wholeNumber, type Ctx, type Feature } from '../../platform/http.ts'
import { stringify } from 'csv-stringify/sync'
import { Problem } from '../../platform/problem.ts'
import { RefusedFile, statusOf } from '../../platform/files/recognise.ts'
import { wellFormed } from '../../platform/well-formed.ts'
import { receiveFile } from '../../platform/files/receive.ts'
import { cancelImport, queueImport, rowsSoFar, workOnImports } from './jobs.ts'
import {
  IMPORT_KINDS,
  ImportError,
  importKind,
  paths,
  registeredKinds,
  ROW_STATES,
  type Asks,
  type Import,
  type ImportState,
} from './model.ts'
import { expectedInWords, ImportPage, ImportsPage } from './pages.tsx'
import { addImport, importById, importsOf, moveOn, rowsAfter } from './queries.ts'

export const feature: Feature = {
  name: 'imports',
  routes(app) {
    app.get('/desk/imports', c => showImports(c))
    app.post('/desk/imports/:kind{[a-z]+}', upload)
    app.get('/desk/imports/:id{[0-9a-f-]{36}}', showImport)
    app.get('/desk/imports/:id{[0-9a-f-]{36}}/how', askHow)
    app.post('/desk/imports/:id{[0-9a-f-]{36}}/how', answerHow)
    app.get('/desk/imports/:id{[0-9a-f-]{36}}/wrong.csv', downloadWrong)
    app.post('/desk/imports/:id{[0-9a-f-]{36}}/put-in', startPuttingIn)
    app.post('/desk/imports/:id{[0-9a-f-]{36}}/undo', startUndoing)
    app.post('/desk/imports/:id{[0-9a-f-]{36}}/cancel', cancel)
  },
  takesFiles: IMPORT_KINDS.map(kind => `/desk/imports/${kind}`),
  work: workOnImports,
}

const database = (c: Ctx) => c.get('services').database.kysely
const IMPORTS_SHOWN = 50
const ROWS_A_PAGE = 50
/** Whoever has more than these mends something else first. */
const MOST_DOWNLOADED = 10_000

async function showImports(c: Ctx, refused: { sentence: string; status: 413 | 422 } | null = null) {
  const person = member(c)
  const imports = await reading(database(c), person.userId, tx =>
    importsOf(tx, person.current.organisationId, IMPORTS_SHOWN),
  )
  const mayAdd = hasRole(person, 'contributor')
  return page(
    c,
    <ImportsPage {...{ c, imports, mayAdd }} kinds={registeredKinds()} refused={refused?.sentence ?? null} />,
    refused?.status ?? 200,
  )
}

async function upload(c: Ctx) {
  const person = member(c, 'contributor')
  const kind = registeredKinds().find(one => one === c.req.param('kind'))
  if (!kind) throw new Problem('not-found')
  const services = c.get('services')
  try {
    const file = await receiveFile(c.req.raw, services.files)
    const by = person.userId
    const { organisationId } = person.current
    const { asks } = importKind(kind)
    const stored = { path: await services.files.path(file.sha256), name: file.fileName }
    const mapping = asks && wellFormed(await asks.look(services, person, stored))
    const id = await changing(services.database.kysely, by, { act: 'import.add' }, tx =>
      addImport(tx, { ...file, fileSha256: file.sha256, organisationId, kind, by, mapping }),
    )
    if (asks) return seeOther(c, paths.how(id))
    await queueImport(services, { import: id, by, part: 'read' })
    return seeOther(c, paths.one(id))
  } catch (error) {
    const { t, has } = c.get('words')
    if (error instanceof ImportError)
      return showImports(c, { sentence: t(`import.error.${error.code}` as 'import.error.broken'), status: 422 })
    if (!(error instanceof RefusedFile)) throw error
    const { refusal } = error
    const own = `import.refused.${refusal}`
    const sentence = has(own) ? t(own) : t(`upload.refused.${refusal}`)
    return showImports(c, { sentence, status: statusOf(refusal) })
  }
}

/** The import at the address. @throws Problem not-found, also for one of another organisation */
async function ownImport(c: Ctx): Promise<Import> {
  const person = member(c)
  const it = await reading(database(c), person.userId, tx => importById(tx, c.req.param('id') ?? ''))
  if (!it || it.organisationId !== person.current.organisationId) throw new Problem('not-found')
  return it
}

async function showImport(c: Ctx) {
  const person = member(c)
  const found = await ownImport(c)
  const it = { ...found, rowsDone: rowsSoFar(found) }
  const kind = importKind(it.kind)
  const mayChange = hasRole(person, 'contributor')
  if (mayChange && it.state === 'reading' && kind.asks && !kind.asks.answered(it)) return seeOther(c, paths.how(it.id))
  const asked = ROW_STATES.find(state => state === c.req.query('rows')) ?? null
  const shown = asked ?? (['wrong', 'changed', 'new'] as const).find(state => it.counts[state]) ?? null
  const after = wholeNumber(c.req.query('after')) ?? -1
  const isOpen = it.state === 'ready' || it.state === 'done'
  const rows =
    shown && mayChange && isOpen
      ? await reading(database(c), person.userId, tx => rowsAfter(tx, it.id, [shown], after, ROWS_A_PAGE + 1))
      : []
  const last = rows.length > ROWS_A_PAGE ? rows[ROWS_A_PAGE - 1] : undefined
  const next = last ? `${paths.one(it.id)}?rows=${shown}&after=${last.number}` : null
  const section = (await kind.section?.(c, it)) ?? null
  const may = {
    change: mayChange,
    putIn: hasRole(person, kind.needs?.(it) ?? 'contributor'),
    askAgain: Boolean(kind.asks),
    undo: Boolean(kind.undo) && hasRole(person, kind.needs?.(it) ?? 'contributor'),
  }
  return page(c, <ImportPage {...{ c, it, shown, next, may, section }} rows={rows.slice(0, ROWS_A_PAGE)} />)
}

async function asking(c: Ctx): Promise<{ it: Import; asks: Asks }> {
  member(c, 'contributor')
  const it = await ownImport(c)
  const { asks } = importKind(it.kind)
  if (!asks) throw new Problem('not-found')
  return { it, asks }
}

async function askHow(c: Ctx) {
  const { it, asks } = await asking(c)
  if (it.state !== 'ready' && (it.state !== 'reading' || asks.answered(it))) return seeOther(c, paths.one(it.id))
  return asks.page(c, it)
}

/** Reads the file as answered; another time where it was read otherwise before. */
async function answerHow(c: Ctx) {
  const person = member(c, 'contributor')
  const { it, asks } = await asking(c)
  const answer = await asks.answer(c, it)
  if (answer instanceof Response) return answer
  const services = c.get('services')
  const from: ImportState[] = asks.answered(it) ? ['ready'] : ['reading', 'ready']
  const to = { state: 'reading' as const, rowsDone: 0, counts: {}, mapping: wellFormed(answer.mapping) }
  const started = await changing(services.database.kysely, person.userId, { act: 'import.read' }, tx =>
    moveOn(tx, it.id, from, to),
  )
  if (started) await queueImport(services, { import: it.id, by: person.userId, part: 'read' })
  return seeOther(c, paths.one(it.id))
}

/** The rows that were left out, to be mended: where they stand, what stands there, what was expected. */
async function downloadWrong(c: Ctx) {
  const person = member(c, 'contributor')
  const it = await ownImport(c)
  const words = c.get('words')
  const rows = await reading(database(c), person.userId, tx => rowsAfter(tx, it.id, ['wrong'], -1, MOST_DOWNLOADED))
  const lines = rows.flatMap(({ line, name, problems }) =>
    problems.map(({ cell, value, code }) => ({ line, cell, value, expected: expectedInWords(code, words), name })),
  )
  const columns = ['line', 'cell', 'value', 'expected', 'name']
  c.header('Content-Disposition', `attachment; filename="wrong-rows.csv"`)
  c.header('Content-Type', 'text/csv; charset=utf-8')
  return c.body(stringify(lines, { header: true, columns, bom: true, escape_formulas: true }))
}

/** Sent twice, it is undone once. */
async function startUndoing(c: Ctx) {
  const it = await ownImport(c)
  const kind = importKind(it.kind)
  const person = member(c, kind.needs?.(it) ?? 'contributor')
  if (!kind.undo) throw new Problem('not-found')
  const services = c.get('services')
  const started = await changing(services.database.kysely, person.userId, { act: 'import.undo' }, tx =>
    moveOn(tx, it.id, ['done'], { state: 'undoing' }),
  )
  if (started) await queueImport(services, { import: it.id, by: person.userId, part: 'undo' })
  return seeOther(c, paths.one(it.id))
}

/** Sent twice, it is started once. */
async function startPuttingIn(c: Ctx) {
  const it = await ownImport(c)
  const person = member(c, importKind(it.kind).needs?.(it) ?? 'contributor')
  const services = c.get('services')
  await changing(services.database.kysely, person.userId, { act: 'import.put-in' }, tx =>
    moveOn(tx, it.id, ['ready'], { state: 'putting-in', rowsDone: 0 }),
  )
  await queueImport(services, { import: it.id, by: person.userId, part: 'put-in' })
  return seeOther(c, paths.one(it.id))
}

async function cancel(c: Ctx) {
  const person = member(c, 'contributor')
  await cancelImport(c.get('services'), person.userId, await ownImport(c))
  return seeOther(c, paths.one(c.req.param('id')!))
}
