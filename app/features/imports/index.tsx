/** Tables brought in: uploaded, read into rows, looked at, put in. What rows mean, the features say that register a kind. */
import { changing, reading } from '../../platform/access.ts'
import { hasRole, member, page, seeOther, wholeNumber, type Ctx, type Feature } from '../../platform/http.ts'
import { Problem } from '../../platform/problem.ts'
import { RefusedFile, statusOf } from '../../platform/files/recognise.ts'
import { receiveFile } from '../plans/desk/receive.ts'
import { cancelImport, queueImport, workOnImports } from './jobs.ts'
import { IMPORT_KINDS, paths, registeredKinds, ROW_STATES, type Import } from './model.ts'
import { ImportPage, ImportsPage } from './pages.tsx'
import { addImport, importById, importsOf, moveOn, rowsAfter } from './queries.ts'

export const feature: Feature = {
  name: 'imports',
  routes(app) {
    app.get('/desk/imports', c => showImports(c))
    app.post('/desk/imports/:kind{[a-z]+}', upload)
    app.get('/desk/imports/:id{[0-9a-f-]{36}}', showImport)
    app.post('/desk/imports/:id{[0-9a-f-]{36}}/put-in', startPuttingIn)
    app.post('/desk/imports/:id{[0-9a-f-]{36}}/cancel', cancel)
  },
  takesFiles: IMPORT_KINDS.map(kind => `/desk/imports/${kind}`),
  work: workOnImports,
}

const database = (c: Ctx) => c.get('services').database.kysely
const IMPORTS_SHOWN = 50
const ROWS_A_PAGE = 50

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
    const id = await changing(services.database.kysely, by, { act: 'import.add' }, tx =>
      addImport(tx, { ...file, fileSha256: file.sha256, organisationId, kind, by }),
    )
    await queueImport(services, { import: id, by, part: 'read' })
    return seeOther(c, paths.one(id))
  } catch (error) {
    if (!(error instanceof RefusedFile)) throw error
    const { refusal } = error
    return showImports(c, { sentence: c.get('words').t(`upload.refused.${refusal}`), status: statusOf(refusal) })
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
  const it = await ownImport(c)
  const mayChange = hasRole(person, 'contributor')
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
  return page(c, <ImportPage {...{ c, it, shown, next, mayChange }} rows={rows.slice(0, ROWS_A_PAGE)} />)
}

/** Sent twice, it is started once. */
async function startPuttingIn(c: Ctx) {
  const person = member(c, 'contributor')
  const it = await ownImport(c)
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
