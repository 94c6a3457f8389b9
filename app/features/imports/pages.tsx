/** Imports on the desk: what was brought in, how far one is, what it would do row by row, what of it is wrong. */
import type { VNode } from 'preact'
import type { Ctx } from '../../platform/http.ts'
import type { Words } from '../../platform/languages.ts'
import { ErrorSummary } from '../../ui/form.tsx'
import { Page } from '../../ui/page.tsx'
import { useWords } from '../../ui/words.tsx'
import { paths, ROW_STATES, type Import, type ImportName, type RowState } from './model.ts'
import type { KeptRow } from './queries.ts'

/** How often the page loads itself again while something is under way. */
const REFRESH_SECONDS = 3

interface ImportsPageProps {
  c: Ctx
  imports: Import[]
  /** The kinds that this installation can take in. */
  kinds: ImportName[]
  mayAdd: boolean
  refused: string | null
}

export function ImportsPage({ c, imports, kinds, mayAdd, refused }: ImportsPageProps) {
  const { t, time } = c.get('words')
  return (
    <Page c={c} title={t('imports.title')} current="nav.desk-ledger">
      <h1>{t('imports.title')}</h1>
      <p class="lead">{t('imports.lead')}</p>
      <ErrorSummary errors={refused === null ? null : { fields: { file: refused } }} />
      {mayAdd && kinds.map(kind => <Upload key={kind} kind={kind} />)}
      <section aria-labelledby="earlier">
        <h2 id="earlier">{t('imports.earlier')}</h2>
        {imports.length === 0 && <p class="empty">{t('imports.none')}</p>}
        <ul class="rows">
          {imports.map(it => (
            <li key={it.id}>
              <a href={paths.one(it.id)}>
                <bdi>{it.fileName}</bdi>
              </a>{' '}
              <span class="tag">{t(`import.state.${it.state}`)}</span>
              <p class="soft small">
                {t(`import.kind.${it.kind}`)} · {time(it.createdAt)}
              </p>
            </li>
          ))}
        </ul>
      </section>
    </Page>
  )
}

const ACCEPTED: Record<ImportName, string> = {
  commitments: '.csv,.tsv,.xlsx,text/csv',
  observations: '.csv,.tsv,.txt,.xlsx,.json,.geojson,text/csv,application/json',
}

function Upload({ kind }: { kind: ImportName }) {
  const { t } = useWords()
  const id = `file-${kind}`
  return (
    <section aria-labelledby={`upload-${kind}`}>
      <h2 id={`upload-${kind}`}>{t(`import.kind.${kind}`)}</h2>
      <form class="drop" method="post" action={`${paths.list}/${kind}`} enctype="multipart/form-data">
        <label for={id}>{t(`imports.file.${kind}`)}</label>
        <p class="hint" id={`${id}-hint`}>
          {t(`imports.hint.${kind}`)}
        </p>
        <input type="file" id={id} name="file" required accept={ACCEPTED[kind]} aria-describedby={`${id}-hint`} />
        <button>{t('imports.send')}</button>
      </form>
    </section>
  )
}

interface ImportPageProps {
  c: Ctx
  it: Import
  shown: RowState | null
  rows: KeptRow[]
  /** The address of the rows after these. */
  next: string | null
  may: { change: boolean; putIn: boolean; askAgain: boolean; undo: boolean }
  /** What its kind shows besides. */
  section: VNode | null
}

export function ImportPage({ c, it, shown, rows, next, may, section }: ImportPageProps) {
  const words = c.get('words')
  const { t } = words
  const isUnderWay = it.state === 'reading' || it.state === 'putting-in' || it.state === 'undoing'
  return (
    <Page c={c} title={it.fileName} current="nav.desk-ledger" refresh={isUnderWay ? REFRESH_SECONDS : null}>
      <p class="kicker">
        <a href={paths.list}>{t('imports.title')}</a> · {t(`import.kind.${it.kind}`)}
      </p>
      <h1>
        <bdi>{it.fileName}</bdi>
      </h1>
      <p role="status">
        <span class="tag">{t(`import.state.${it.state}`)}</span> {it.error && errorInWords(it.error, words)}
      </p>
      {isUnderWay && <Progress it={it} />}
      {(it.state === 'ready' || it.state === 'done') && <Counts it={it} shown={shown} />}
      {it.state === 'ready' && may.change && <Decide it={it} mayPutIn={may.putIn} />}
      {it.state === 'ready' && may.change && may.askAgain && (
        <p>
          <a href={paths.how(it.id)}>{t('imports.otherwise')}</a>
        </p>
      )}
      {section}
      {shown && rows.length > 0 && <h2>{t(`import.rows.${shown}`)}</h2>}
      {shown === 'wrong' && rows.length > 0 && (
        <p>
          <a href={`${paths.one(it.id)}/wrong.csv`}>{t('imports.wrong.download')}</a>
        </p>
      )}
      {rows.length > 0 && <Rows rows={rows} />}
      {next && (
        <p class="actions">
          <a href={next}>{t('pager.next')}</a>
        </p>
      )}
      {(it.state === 'reading' || it.state === 'putting-in' || it.state === 'ready') && may.change && (
        <form method="post" action={`${paths.one(it.id)}/cancel`}>
          <button class="danger">{t('imports.cancel')}</button>
        </form>
      )}
      {it.state === 'done' && may.undo && (
        <details>
          <summary>{t('imports.undo')}</summary>
          <form method="post" action={`${paths.one(it.id)}/undo`}>
            <p class="prose">{t('imports.undo.lead')}</p>
            <button class="danger">{t('imports.undo.do')}</button>
          </form>
        </details>
      )}
    </Page>
  )
}

function errorInWords(error: string, { t, has }: Words): string {
  const key = `import.error.${error}`
  return has(key) ? t(key) : t('import.error.went-wrong')
}

function Progress({ it }: { it: Import }) {
  const { t, number } = useWords()
  const all = it.state === 'reading' ? it.rows : (it.counts.new ?? 0) + (it.counts.changed ?? 0)
  return (
    <div class="under-way">
      <p>
        {it.state === 'undoing'
          ? t('imports.undoing')
          : t(it.state === 'reading' ? 'imports.reading' : 'imports.putting-in', { count: number(it.rowsDone) })}
      </p>
      <progress
        value={all && it.rowsDone ? it.rowsDone : undefined}
        max={all ?? undefined}
        aria-label={t('imports.progress')}
      />
    </div>
  )
}

/** How many rows are in which state; each leads to those rows. */
function Counts({ it, shown }: { it: Import; shown: RowState | null }) {
  const { t, number, colon } = useWords()
  return (
    <ul class="chips">
      {ROW_STATES.map(state => (
        <li key={state}>
          <a href={`${paths.one(it.id)}?rows=${state}`} aria-current={shown === state ? 'true' : undefined}>
            {t(`import.rows.${state}`)}
            {colon}
            {number(it.counts[state] ?? 0)}
          </a>
        </li>
      ))}
    </ul>
  )
}

function Decide({ it, mayPutIn }: { it: Import; mayPutIn: boolean }) {
  const { t } = useWords()
  const wrong = it.counts.wrong ?? 0
  const count = (it.counts.new ?? 0) + (it.counts.changed ?? 0)
  if (count === 0) return <p class="prose">{t('imports.nothing')}</p>
  if (!mayPutIn) return <p class="warning">{t('imports.editors-put-in')}</p>
  return (
    <form method="post" action={`${paths.one(it.id)}/put-in`}>
      {wrong > 0 && <p class="warning">{t('imports.wrong', { count: wrong })}</p>}
      <button>{t('imports.put-in', { count })}</button>
    </form>
  )
}

function Rows({ rows }: { rows: KeptRow[] }) {
  const words = useWords()
  const { t } = words
  return (
    <ul class="rows">
      {rows.map(row => (
        <li key={row.number}>
          <p>
            <span class="tag">{t(`import.row.${row.state}`)}</span>{' '}
            <span class="soft small">{t('imports.line', { line: row.line })}</span> <bdi>{row.name}</bdi>
          </p>
          {row.differences.length > 0 && (
            <dl class="fields">
              {row.differences.map(({ what, before, after }) => (
                <div key={what}>
                  <dt>{nameOf(what, words)}</dt>
                  <dd dir="auto">
                    {before && [<del>{before}</del>, ' → ']}
                    {after ? <ins>{after}</ins> : t('bulk.nothing')}
                  </dd>
                </div>
              ))}
            </dl>
          )}
          {row.problems.map(({ cell, value, code }) => (
            <p key={cell} class="missing">
              {t('imports.problem', { cell, value: value.slice(0, 200), expected: expectedInWords(code, words) })}
            </p>
          ))}
        </li>
      ))}
    </ul>
  )
}

function nameOf(what: string, { t, has }: Words): string {
  for (const key of [`change.${what}`, `field.${what}`]) if (has(key)) return t(key)
  return what
}

export function expectedInWords(code: string, { t, has }: Words): string {
  const key = `import.expected.${code}`
  return has(key) ? t(key) : code
}
