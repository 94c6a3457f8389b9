/** Another calendar's file: looked at, chosen from, taken in as the organisation's own dates, undone. */
import { randomUUID } from 'node:crypto'
import { changing, reading } from '../../../platform/access.ts'
import { hasRole, member, page, seeOther, type Ctx, type FormErrors } from '../../../platform/http.ts'
import { Problem } from '../../../platform/problem.ts'
import { wellFormed } from '../../../platform/well-formed.ts'
import { ErrorSummary, FileField } from '../../../ui/form.tsx'
import { Page } from '../../../ui/page.tsx'
import { useWords } from '../../../ui/words.tsx'
import { compare, STANDINGS, type Compared, type Standing } from '../ical/compare.ts'
import { textOfBytes } from '../ical/bytes.ts'
import { CalendarError, LARGEST_BYTES, type Remark } from '../ical/model.ts'
import { readInThread } from '../ical/reader.ts'
import { isUuid, today } from '../load.ts'
import { paths } from '../model.ts'
import { addDate, cancelDate } from '../queries/edit.ts'
import {
  importById,
  keepImport,
  knownEvents,
  markTaken,
  markUndone,
  overwrite,
  takeAway,
  takenBy,
  takenImports,
  type CalendarImport,
  type Taken,
} from '../queries/imports.ts'
import { settingsOf } from '../queries/settings.ts'
import { whenOf } from '../words.ts'
import { Way } from './dates.tsx'

export async function showImports(c: Ctx, errors: FormErrors | null = null) {
  const { userId, current } = member(c, 'contributor')
  const { kysely } = c.get('services').database
  const taken = await reading(kysely, userId, tx => takenImports(tx, current.organisationId))
  const { t, time } = c.get('words')
  return page(
    c,
    <Page c={c} title={t('clock.import')} current="nav.desk-calendar">
      <Way c={c} />
      <h1>{t('clock.import')}</h1>
      <p class="lead">{t('clock.import.lead')}</p>
      <ErrorSummary errors={errors} />
      <form class="form" method="post" action={paths.imports} enctype="multipart/form-data">
        <input type="hidden" name="id" value={randomUUID()} />
        <FileField
          name="file"
          label={t('clock.import.file')}
          hint={t('clock.import.hint')}
          errors={errors}
          accept=".ics,text/calendar"
          required
        />
        <button>{t('clock.import.look')}</button>
      </form>
      {taken.length > 0 && (
        <section aria-labelledby="taken">
          <h2 id="taken">{t('clock.import.taken')}</h2>
          <ul class="rows">
            {taken.map(one => (
              <li key={one.id}>
                <a href={paths.import(one.id)} dir="auto">
                  {one.fileName}
                </a>{' '}
                <span class="small soft">{time(one.takenAt!)}</span>{' '}
                {one.undoneAt && <span class="tag">{t('clock.import.undone')}</span>}
              </li>
            ))}
          </ul>
        </section>
      )}
    </Page>,
    errors ? 422 : 200,
  )
}

export async function receiveFile(c: Ctx) {
  const { userId, current } = member(c, 'contributor')
  const { t } = c.get('words')
  const { kysely } = c.get('services').database
  const { id, file } = await c.req.parseBody().then(wellFormed, () => {
    throw new Problem('bad-input')
  })
  const refuse = (sentence: string) => showImports(c, { fields: { file: sentence } })
  if (!(file instanceof File) || file.size === 0) return refuse(t('clock.import.needed'))
  if (typeof id !== 'string' || !isUuid(id)) throw new Problem('bad-input')
  if (file.size > LARGEST_BYTES) return refuse(t('clock.refused.too-large'))
  const timeZone = await reading(kysely, userId, async tx => (await settingsOf(tx, userId, 'en')).timeZone ?? 'UTC')
  try {
    const { text, doubtful } = textOfBytes(await file.bytes())
    const { events, remarks } = await readInThread({ text, today: today(), timeZone })
    const inDoubt: Remark[] = doubtful ? [{ code: 'letters', line: 1, title: file.name }] : []
    const fileName =
      file.name
        .replace(/\p{Cc}/gu, '')
        .trim()
        .slice(0, 255) || 'calendar.ics'
    await changing(kysely, userId, { act: 'calendar.look' }, tx =>
      keepImport(tx, {
        id,
        organisationId: current.organisationId,
        fileName,
        events,
        remarks: [...remarks, ...inDoubt],
        by: userId,
      }),
    )
    return seeOther(c, paths.import(id))
  } catch (error) {
    if (!(error instanceof CalendarError)) throw error
    const where = error.line === null ? '' : ` ${t('clock.refused.line-number', { line: error.line })}`
    return refuse(t(`clock.refused.${error.refusal}`) + where)
  }
}

interface Looked {
  it: CalendarImport
  compared: Compared[]
}

/** @throws Problem 'not-found' */
async function importAt(c: Ctx): Promise<Looked> {
  const { userId, current } = member(c, 'contributor')
  const id = c.req.param('id')
  if (!isUuid(id)) throw new Problem('not-found')
  return reading(c.get('services').database.kysely, userId, async tx => {
    const it = await importById(tx, id, current.organisationId)
    if (!it) throw new Problem('not-found')
    const uids = [...new Set(it.events.map(({ uid }) => uid))]
    return { it, compared: compare(it.events, await knownEvents(tx, current.organisationId, uids)) }
  })
}

export async function showImport(c: Ctx) {
  const { it, compared } = await importAt(c)
  return page(
    c,
    <Page c={c} title={it.fileName} current="nav.desk-calendar">
      <Way c={c} />
      <h1 dir="auto">{it.fileName}</h1>
      {it.takenAt ? <Done it={it} /> : <Preview {...{ it, compared }} />}
      <Remarks remarks={it.remarks} />
    </Page>,
  )
}

/** Remarks on events of which something, or all, is not taken. */
const LEAVES_OUT: ReadonlySet<Remark['code']> = new Set([
  'unreadable',
  'no-start',
  'day',
  'repeats-too-often',
  'endless',
  'rule',
  'full',
  'cut',
])

function Preview({ it, compared }: Looked) {
  const { t } = useWords()
  const count = (standing: Standing) => compared.filter(one => one.standing === standing).length
  const isNothing = count('new') + count('changed') === 0
  const isAllThere = !it.remarks.some(({ code }) => LEAVES_OUT.has(code))
  const whyNothing =
    compared.length === 0 ? 'clock.import.none' : isAllThere ? 'clock.import.nothing' : 'clock.import.nothing.but'
  return (
    <form class="import-preview" method="post" action={`${paths.import(it.id)}/take`}>
      {compared.length > 0 && (
        <p class="lead">
          {t('clock.import.counts', { new: count('new'), changed: count('changed'), same: count('same') })}
        </p>
      )}
      {isNothing ? <p class="empty">{t(whyNothing)}</p> : <button>{t('clock.import.take')}</button>}
      {STANDINGS.map(standing => (
        <Group key={standing} {...{ standing, compared }} />
      ))}
    </form>
  )
}

function Group({ standing, compared }: { standing: Standing; compared: Compared[] }) {
  const words = useWords()
  const { t } = words
  const rows = compared.map((one, n) => ({ ...one, n })).filter(one => one.standing === standing)
  if (rows.length === 0) return null
  const when = ({ startsOn, endsOn, startsAt, timeZone }: Compared['event']) =>
    whenOf({ day: startsOn, lastDay: endsOn }, words) + (startsAt ? ` · ${startsAt} ${timeZone}` : '')
  return (
    <fieldset>
      <legend>{t(`clock.import.${standing}`, { count: rows.length })}</legend>
      {rows.map(({ n, event, known }) => {
        const about = (
          <>
            <bdi>{event.title}</bdi> <span class="small soft">{when(event)}</span>{' '}
            {event.cancelled && <span class="tag bad">{t('calendar.cancelled')}</span>}
            {known && standing === 'changed' && (
              <span class="small moved">
                {' '}
                {t('clock.import.before')} <bdi>{known.title}</bdi>, {when(known)}
              </span>
            )}
          </>
        )
        return (
          <div class="choice" key={n}>
            {standing !== 'same' && <input type="checkbox" id={`e-${n}`} name="take" value={String(n)} checked />}
            {standing === 'same' ? <span>{about}</span> : <label for={`e-${n}`}>{about}</label>}
          </div>
        )
      })}
    </fieldset>
  )
}

function Done({ it }: { it: CalendarImport }) {
  const { t, time } = useWords()
  return (
    <>
      <p class="lead">{t('clock.import.done', { time: time(it.takenAt!), added: it.added, changed: it.changed })}</p>
      {it.undoneAt ? (
        <p class="tag">{t('clock.import.undone')}</p>
      ) : (
        <form method="post" action={`${paths.import(it.id)}/undo`}>
          <button class="danger">{t('clock.import.undo')}</button>
        </form>
      )}
    </>
  )
}

/** More of the same reason are folded. */
const MOST_OF_A_REASON = 5

function Remarks({ remarks }: { remarks: Remark[] }) {
  const { t } = useWords()
  if (remarks.length === 0) return null
  const byReason = [...Map.groupBy(remarks, ({ code }) => code)]
  return (
    <section aria-labelledby="remarks">
      <h2 id="remarks">{t('clock.import.remarks')}</h2>
      {byReason.map(([code, same]) =>
        same.length > MOST_OF_A_REASON ? (
          <details key={code}>
            <summary>{t('clock.import.remarks.same', { count: same.length, why: t(`clock.remark.${code}`) })}</summary>
            <RemarkList remarks={same} />
          </details>
        ) : (
          <RemarkList key={code} remarks={same} />
        ),
      )}
    </section>
  )
}

function RemarkList({ remarks }: { remarks: Remark[] }) {
  const { t, colon } = useWords()
  return (
    <ul class="rows">
      {remarks.map((remark, n) => (
        <li key={n}>
          <bdi>{remark.title}</bdi>
          {colon}
          {t(`clock.remark.${remark.code}`)}{' '}
          {remark.taken !== undefined && t('clock.remark.taken', { count: remark.taken })}{' '}
          <span class="small soft">{t('clock.refused.line-number', { line: remark.line })}</span>
        </li>
      ))}
    </ul>
  )
}

/** Takes in what was chosen, always as dates of the organisation alone. What everybody sees is changed by editors only. */
export async function takeIn(c: Ctx) {
  const { userId, current } = member(c, 'contributor')
  const { it, compared } = await importAt(c)
  const body = await c.req.parseBody({ all: true })
  const chosen = new Set([body.take ?? []].flat())
  const mayPublish = hasRole(c.get('person'), 'editor')
  const { organisationId } = current
  if (!it.takenAt)
    await changing(c.get('services').database.kysely, userId, { act: 'calendar.import' }, async tx => {
      const taken: Taken[] = []
      for (const [n, { event, known, standing }] of compared.entries()) {
        if (!chosen.has(String(n)) || standing === 'same') continue
        if (known === null) {
          const id = randomUUID()
          const imported = { importId: it.id, importUid: event.uid, importRepetition: event.repetition }
          await addDate(tx, {
            ...event,
            ...imported,
            id,
            organisationId,
            by: userId,
            country: null,
            visibility: 'organisation',
          })
          if (event.cancelled) await cancelDate(tx, id, true)
          taken.push({ id, before: null, version: event.cancelled ? 2 : 1 })
        } else if (
          (mayPublish || known.visibility === 'organisation') &&
          (await overwrite(tx, known.id, known.version, event))
        ) {
          const { id, version, visibility: _, ...before } = known
          taken.push({ id, before, version: version + 1 })
        }
      }
      if (!(await markTaken(tx, it.id, taken))) throw new Problem('conflict')
    })
  return seeOther(c, paths.import(it.id))
}

/** What somebody has changed since stays as it is. */
export async function undo(c: Ctx) {
  const { userId } = member(c, 'contributor')
  const { it } = await importAt(c)
  await changing(c.get('services').database.kysely, userId, { act: 'calendar.undo-import' }, async tx => {
    for (const { id, before, version } of await takenBy(tx, it.id))
      await (before === null ? takeAway(tx, id, version) : overwrite(tx, id, version, before))
    await markUndone(tx, it.id)
  })
  return seeOther(c, paths.import(it.id))
}
