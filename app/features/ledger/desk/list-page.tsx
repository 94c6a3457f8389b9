/** The ledger on the desk: everything that a member sees, views to come back to, and boxes to change many at once. */
import { randomUUID } from 'node:crypto'
import type { Tx } from '../../../platform/access.ts'
import { hasRole, member, page, type Ctx, type FormErrors } from '../../../platform/http.ts'
import { ErrorSummary, LongTextField, SelectField, TextField } from '../../../ui/form.tsx'
import { Page } from '../../../ui/page.tsx'
import { Pager } from '../../../ui/pager.tsx'
import { useWords } from '../../../ui/words.tsx'
import { today } from '../../plans/offers/period.ts'
import { STATUSES } from '../../voices/model.ts'
import { CommitmentRows } from '../commitment-rows.tsx'
import { FilterForm } from '../filter-form.tsx'
import { filterOf, queryOf, setFilters, type Filter } from '../filter.ts'
import { paths } from '../model.ts'
import { Count } from '../count.tsx'
import { asking, pageIn } from '../public/routes.tsx'
import { choicesFor } from '../queries/choices.ts'
import { bulkChanges, rowsChangedBy, type BulkChange } from '../queries/edit.ts'
import { commitmentsByIds, findCommitments, type Found, type Listed } from '../queries/list.ts'
import { viewsOf } from '../queries/views.ts'
import { Views } from './views.tsx'
import { ACTIONS, MOST_CHANGED } from './wanted.ts'

const DONE = {
  'view-saved': 'views.saved',
  'view-known': 'views.taken',
  'view-deleted': 'views.deleted',
  undone: 'bulk.undone',
} as const

/** A bulk form that could not be acted on: shown again with what was typed and ticked. */
export interface Returned {
  /** With the list's `query`. */
  typed: Record<string, string>
  errors: FormErrors
  /** Those that were ticked; where none was, the list is shown again. */
  ids: string[]
}

const CHANGES_SHOWN = 10

export async function showLedger(c: Ctx, returned: Returned | null = null) {
  const person = member(c)
  const { organisationId } = person.current
  const asked = returned ? new URLSearchParams(returned.typed.query) : new URL(c.req.url).searchParams
  const filter = filterOf(asked)
  const number = pageIn(c)
  const mine = asked.has('mine')
  const change = c.req.query('change')
  const seen = await asking(c, async tx => ({
    choices: await choicesFor(tx, filter),
    found: returned?.ids.length
      ? await chosenAgain(tx, returned.ids)
      : await findCommitments(tx, filter, number, mine ? { organisationId } : {}),
    views: await viewsOf(tx, { userId: person.userId, organisationId }),
    changed: change && /^[0-9a-f-]{36}$/.test(change) ? await rowsChangedBy(tx, change) : 0,
    changes: await bulkChanges(tx, organisationId, CHANGES_SHOWN),
  }))
  const { t } = c.get('words')
  const told = c.req.query('done') ?? ''
  const done = Object.hasOwn(DONE, told) ? DONE[told as keyof typeof DONE] : null
  const { found } = seen
  const isFiltered = setFilters(filter).length > 0
  const mayChange = hasRole(person, 'contributor')
  return page(
    c,
    <Page c={c} title={t('ledger.desk.title')} current="nav.desk-ledger" notice={done ? t(done) : null}>
      <h1>{t('ledger.desk.title')}</h1>
      <p class="lead">{t('ledger.desk.lead')}</p>
      {seen.changed > 0 && change && <DoneBulk change={change} count={seen.changed} />}
      <Views views={seen.views} filter={filter} />
      <Whose filter={filter} mine={mine} />
      <FilterForm path={paths.desk} filter={filter} choices={seen.choices} />
      {found.commitments.length === 0 ? (
        <p class="empty">{t(isFiltered ? 'ledger.empty.filtered' : 'ledger.desk.empty')}</p>
      ) : (
        <>
          <Count {...{ found, filter }} />
          {mayChange ? (
            <Bulk {...{ found, filter, mine, returned }} />
          ) : (
            <Rows commitments={found.commitments} searched={filter.words} />
          )}
          {!returned && (
            <Pager
              label={t('ledger.pages')}
              at={n => paths.desk + queryOf(filter, n > 1 ? { page: n } : {})}
              page={number}
              hasNext={found.hasNext}
            />
          )}
          <Tables filter={filter} mine={mine} />
        </>
      )}
      <LatestChanges changes={seen.changes} />
    </Page>,
    returned ? 422 : 200,
  )
}

async function chosenAgain(tx: Tx, ids: string[]): Promise<Found> {
  return { commitments: await commitmentsByIds(tx, ids), total: ids.length, counted: ids.length, hasNext: false }
}

function Whose({ filter, mine }: { filter: Filter; mine: boolean }) {
  const { t } = useWords()
  const to = mine ? paths.desk + queryOf(filter) : paths.desk + queryOf(filter, { mine: '' })
  return (
    <p class="actions">
      <a href={to}>{t(mine ? 'ledger.everybodys' : 'ledger.mine')}</a>
      <a href={`${paths.desk}/instruments`}>{t('instruments.title')}</a>
      <a href="/desk/imports">{t('imports.title')}</a>
    </p>
  )
}

function Tables({ filter, mine }: { filter: Filter; mine: boolean }) {
  const { t } = useWords()
  const query = mine ? queryOf(filter, { mine: '' }) : queryOf(filter)
  return (
    <ul class="down no-print" aria-label={t('ledger.downloads')}>
      {(['csv', 'xlsx', 'json'] as const).map(format => (
        <li key={format}>
          <a href={`${paths.list}.${format}${query}`}>{t(`plan.download.${format}`)}</a>
        </li>
      ))}
    </ul>
  )
}

const draftNote = (row: Listed, words: ReturnType<typeof useWords>) =>
  row.published ? null : [' · ', <span class="tag">{words.t('ledger.row.draft')}</span>]

function Rows(props: { commitments: Listed[]; searched: string | null }) {
  const words = useWords()
  return <CommitmentRows {...props} after={row => draftNote(row, words)} />
}

interface BulkProps {
  found: Found
  filter: Filter
  mine: boolean
  returned: Returned | null
}

function Bulk({ found, filter, mine, returned }: BulkProps) {
  const words = useWords()
  const { t } = words
  const typed = returned?.typed ?? {}
  const errors = returned?.errors ?? null
  const field = (name: string, key: Parameters<typeof t>[0]) => ({
    name,
    label: t(key),
    errors,
    value: typed[name] ?? '',
  })
  return (
    <form method="post" action={`${paths.desk}/change`}>
      <ErrorSummary errors={errors} />
      <input type="hidden" name="form" value={typed.form ?? randomUUID()} />
      <input type="hidden" name="query" value={queryOf(filter, mine ? { mine: '' } : {}).slice(1)} />
      <CommitmentRows
        commitments={found.commitments}
        searched={filter.words}
        before={row => (
          <input
            class="pick"
            type="checkbox"
            name="item"
            value={`${row.itemId}@${row.version}`}
            checked={Boolean(returned?.ids.length)}
            aria-label={t('ledger.pick', { commitment: [row.number, row.text.slice(0, 60)].filter(Boolean).join(' ') })}
          />
        )}
        after={row => draftNote(row, words)}
      />
      <fieldset class="bulk">
        <legend>{t('bulk.title')}</legend>
        <All found={found} isChosen={typed.all === 'yes'} error={errors?.fields.all} />
        <SelectField
          {...field('action', 'bulk.action')}
          choices={ACTIONS.map(action => ({ value: action, label: t(`bulk.action.${action}`) }))}
        />
        <details open={returned !== null}>
          <summary>{t('bulk.action.responsible')}</summary>
          <TextField {...field('responsible', 'bulk.responsible')} maxlength={2000} dir="auto" />
        </details>
        <details open={returned !== null}>
          <summary>{t('bulk.action.due')}</summary>
          <TextField {...field('due-text', 'bulk.due.text')} maxlength={500} dir="auto" />
          <TextField {...field('due-end', 'bulk.due.end')} hint={t('bulk.due.end.hint')} maxlength={10} dir="ltr" />
        </details>
        <details open={returned !== null}>
          <summary>{t('bulk.action.status')}</summary>
          <SelectField
            {...field('status', 'bulk.status')}
            hint={t('bulk.status.hint')}
            choices={STATUSES.map(status => ({ value: status, label: t(`status.${status}`) }))}
          />
          <TextField
            {...field('status-date', 'bulk.status.date')}
            type="date"
            value={typed['status-date'] ?? today()}
            max={today()}
          />
          <LongTextField {...field('status-reason', 'bulk.status.reason')} rows={3} dir="auto" />
        </details>
        <details open={returned !== null}>
          <summary>{t('bulk.action.link')}</summary>
          <TextField {...field('link', 'bulk.link')} hint={t('bulk.link.hint')} maxlength={2000} dir="ltr" />
        </details>
        <details open={returned !== null}>
          <summary>{t('bulk.action.pillar')}</summary>
          <TextField
            {...field('pillar', 'bulk.pillar')}
            hint={t('bulk.pillar.hint')}
            inputmode="numeric"
            maxlength={9}
            dir="ltr"
          />
        </details>
        <button>{t('bulk.see')}</button>
      </fieldset>
    </form>
  )
}

/** Everything that the filter finds, not only what stands on this page. */
function All({ found, isChosen, error }: { found: Found; isChosen: boolean; error: string | undefined }) {
  const { t, number } = useWords()
  const { total, counted, commitments } = found
  if (total <= commitments.length) return null
  const most = number(MOST_CHANGED)
  if (total > MOST_CHANGED && total <= counted) return <p class="hint">{t('bulk.all.narrow', { most })}</p>
  return (
    <div class={error ? 'field in-error' : undefined}>
      {error && (
        <p class="error" id="all-error">
          {error}
        </p>
      )}
      <p class="choice">
        <input
          type="checkbox"
          id="all"
          name="all"
          value="yes"
          checked={isChosen}
          aria-describedby={error ? 'all-error' : undefined}
          aria-invalid={error ? true : undefined}
        />
        <label for="all">{total > counted ? t('bulk.all.uncounted', { most }) : t('bulk.all', { count: total })}</label>
      </p>
    </div>
  )
}

function DoneBulk({ change, count }: { change: string; count: number }) {
  const { t } = useWords()
  return (
    <div class="notice" role="status">
      <p>{t('bulk.done', { count })}</p>
      <UndoForm change={change} />
    </div>
  )
}

function UndoForm({ change }: { change: string }) {
  const { t } = useWords()
  return (
    <form method="post" action={`${paths.desk}/undo`}>
      <button class="plain" name="change" value={change}>
        {t('bulk.undo')}
      </button>
    </form>
  )
}

function LatestChanges({ changes }: { changes: BulkChange[] }) {
  const { t, has, time } = useWords()
  if (!changes.length) return null
  return (
    <section aria-labelledby="changes">
      <h2 id="changes">{t('bulk.changes')}</h2>
      <ul class="rows history">
        {changes.map(({ change, act, at, name, rows }) => {
          const key = `act.${act}`
          return (
            <li key={change}>
              {has(key) ? t(key) : act} ({t('count.commitment', { count: rows })}){' '}
              <span class="soft small">
                {name ?? t('history.somebody')}, {time(at)}
              </span>
              <UndoForm change={change} />
            </li>
          )
        })}
      </ul>
    </section>
  )
}
