/** A change of many commitments: shown first, then done; shown again where somebody was there before. */
import type { ComponentChildren } from 'preact'
import { z } from 'zod'
import { reading } from '../../../platform/access.ts'
import { member, page, readForm, seeOther, type Ctx, type Person } from '../../../platform/http.ts'
import type { Words } from '../../../platform/languages.ts'
import { Problem } from '../../../platform/problem.ts'
import { Page } from '../../../ui/page.tsx'
import { useWords } from '../../../ui/words.tsx'
import { filterOf, queryOf } from '../filter.ts'
import { paths } from '../model.ts'
import type { Difference } from '../patch.ts'
import { doBulk, dryRun, undoBulk, type Changer, type Clash, type Planned, type Unknown } from './bulk.ts'
import { showLedger } from './list-page.tsx'
import { CARRIED, CHOSEN, WANTED, type Chosen, type Wanted } from './wanted.ts'

const changerOf = (person: Person & { current: NonNullable<Person['current']> }): Changer => ({
  userId: person.userId,
  organisationId: person.current.organisationId,
  role: person.current.role,
})

/** More rows than these are not shown at once, of what would change and of what somebody changed meanwhile. */
const SHOWN = 100

/** The form; where it cannot be acted on, the list with the same ones ticked and what was typed. */
async function wantedIn(c: Ctx): Promise<Wanted | Response> {
  const body = await c.req.parseBody({ all: true }).catch(() => ({}))
  const form = await readForm(c, WANTED)
  if (form.ok && (form.value.item.length || form.value.all)) return form.value
  const chosen = CHOSEN.safeParse((body as Record<string, unknown>).item)
  const errors = form.ok ? { fields: { action: c.get('words').t('bulk.none') } } : form.errors
  const ids = chosen.success && form.typed.all !== 'yes' ? chosen.data.map(one => one.id) : []
  return showLedger(c, { typed: form.typed, errors, ids: ids.slice(0, SHOWN) })
}

function unknown(c: Ctx, wanted: Wanted, what: Unknown) {
  const carried = CARRIED.map(name => [name, String(wanted[name] ?? '')])
  const { form, all = '', query } = wanted
  return showLedger(c, {
    typed: { form, all, query, ...Object.fromEntries(carried) },
    errors: { fields: { [what]: c.get('words').t(`bulk.${what}.unknown`) } },
    ids: wanted.item.map(one => one.id).slice(0, SHOWN),
  })
}

/** What it would do; nothing is done. */
export async function showBulk(c: Ctx) {
  const person = member(c, 'contributor')
  const wanted = await wantedIn(c)
  if (wanted instanceof Response) return wanted
  const planned = await dryRun(c.get('services'), changerOf(person), wanted)
  if (typeof planned === 'string') return unknown(c, wanted, planned)
  return page(c, <DryPage {...{ c, planned, wanted }} />)
}

export async function performBulk(c: Ctx) {
  const person = member(c, 'contributor')
  const wanted = await wantedIn(c)
  if (wanted instanceof Response) return wanted
  const outcome = await doBulk(c.get('services'), changerOf(person), wanted)
  if (outcome.state === 'unknown') return unknown(c, wanted, outcome.what)
  if (outcome.state === 'done') {
    const asked = new URLSearchParams(wanted.query)
    const query = queryOf(filterOf(asked), { ...(asked.has('mine') && { mine: '' }), change: outcome.change })
    return seeOther(c, paths.desk + query)
  }
  const { kysely } = c.get('services').database
  const names = await reading(kysely, person.userId, tx =>
    tx
      .selectFrom('colleague')
      .select(['user_id as id', 'name'])
      .where('organisation_id', '=', person.current.organisationId)
      .execute(),
  )
  const nameOf = new Map(names.map(row => [row.id, row.name]))
  return page(c, <ConflictPage {...{ c, wanted, nameOf }} clashes={outcome.clashes} />, 409)
}

export async function undo(c: Ctx) {
  const person = member(c, 'contributor')
  const form = await readForm(c, z.object({ change: z.string().regex(/^[0-9a-f-]{36}$/) }))
  if (!form.ok) throw new Problem('bad-input')
  const outcome = await undoBulk(c.get('services'), changerOf(person), form.value.change)
  const { t } = c.get('words')
  if (outcome === 'changed-since') throw new Problem('conflict', t('bulk.undo.changed'))
  if (outcome === 'gone') throw new Problem('conflict', t('bulk.undo.gone'))
  return seeOther(c, `${paths.desk}?done=undone`)
}

function DryPage({ c, planned, wanted }: { c: Ctx; planned: Planned; wanted: Wanted }) {
  const { t, number } = c.get('words')
  const { changes, same, notTheirs } = planned
  return (
    <Page c={c} title={t('bulk.dry.title')} current="nav.desk-ledger">
      <h1>{t('bulk.dry.title')}</h1>
      <p class="lead">{t('bulk.dry.lead', { count: changes.length })}</p>
      {same > 0 && <p class="soft">{t('bulk.dry.same', { count: same })}</p>}
      {notTheirs > 0 && <p class="warning">{t('bulk.dry.not-yours', { count: notTheirs })}</p>}
      {changes.length > SHOWN && (
        <p class="soft">{t('bulk.dry.first', { shown: SHOWN, count: number(changes.length) })}</p>
      )}
      {changes.length > 0 && <DifferencesTable changes={changes.slice(0, SHOWN)} />}
      <DoForm wanted={wanted} chosen={changes.map(({ one }) => ({ id: one.itemId, version: one.version }))}>
        {changes.length > 0 && <button>{t('bulk.do', { count: changes.length })}</button>}
        <a href={paths.desk + (wanted.query && `?${wanted.query}`)}>{t('bulk.back')}</a>
      </DoForm>
    </Page>
  )
}

/** Carries what is wanted on to the doing of it, for these commitments as they were seen. */
function DoForm({ wanted, chosen, children }: { wanted: Wanted; chosen: Chosen; children: ComponentChildren }) {
  return (
    <form method="post" action={`${paths.desk}/change/do`}>
      <input type="hidden" name="form" value={wanted.form} />
      <input type="hidden" name="query" value={wanted.query} />
      {CARRIED.map(name => (
        <input key={name} type="hidden" name={name} value={String(wanted[name] ?? '')} disabled={!wanted[name]} />
      ))}
      <input type="hidden" name="item" value={chosen.map(({ id, version }) => `${id}@${version}`).join(',')} />
      <p class="actions">{children}</p>
    </form>
  )
}

function DifferencesTable({ changes }: { changes: Planned['changes'] }) {
  const words = useWords()
  const { t } = words
  return (
    <div class="scroll-x" tabindex={0} role="region" aria-label={t('bulk.dry.title')}>
      <table class="differences">
        <thead>
          <tr>
            <th scope="col">{t('bulk.commitment')}</th>
            <th scope="col">{t('bulk.action')}</th>
            <th scope="col">{t('bulk.before')}</th>
            <th scope="col">{t('bulk.after')}</th>
          </tr>
        </thead>
        <tbody>
          {changes.flatMap(({ one, patched: { differences } }) =>
            differences.map(difference => (
              <tr key={one.itemId + difference.what}>
                <td dir="auto">
                  <span class="num">{one.number}</span> {shortened(one.text, 120)}
                </td>
                <td>{whatInWords(difference.what, words)}</td>
                <td dir="auto">{valueInWords(difference, difference.before, words)}</td>
                <td dir="auto">
                  <strong>{valueInWords(difference, difference.after, words)}</strong>
                </td>
              </tr>
            )),
          )}
        </tbody>
      </table>
    </div>
  )
}

const shortened = (text: string, most: number) => (text.length > most ? text.slice(0, most - 1).trimEnd() + '…' : text)

export function whatInWords(what: string, { t, has }: Words): string {
  for (const key of [`change.${what}`, `field.${what}`]) if (has(key)) return t(key)
  return what
}

export function valueInWords({ what }: Pick<Difference, 'what'>, value: string, { t, has }: Words): string {
  if (!value) return t('bulk.nothing')
  // A text with what it means behind it: 'end of 2027 [2027-12-31]'.
  if (what !== 'our_status') return value.replace(/ \[([^\]]*)\]$/, ' ($1)')
  const [, status = '', rest = ''] = /^([a-z-]+)(.*)$/s.exec(value) ?? []
  const key = `status.${status}`
  return has(key) ? t(key) + rest : value
}

interface ConflictProps {
  c: Ctx
  wanted: Wanted
  clashes: Clash[]
  nameOf: Map<string | null, string | null>
}

/** Which rows somebody else changed since they were seen; the others can be changed without them. */
function ConflictPage({ c, wanted, clashes, nameOf }: ConflictProps) {
  const words = c.get('words')
  const { t, time, number } = words
  const changed = new Set(clashes.map(({ one }) => one.itemId))
  const others = wanted.item.filter(({ id }) => !changed.has(id))
  return (
    <Page c={c} title={t('bulk.conflict.title')} current="nav.desk-ledger">
      <h1>{t('bulk.conflict.title')}</h1>
      <p class="lead">{t('bulk.conflict.lead')}</p>
      <ul class="rows">
        {clashes.slice(0, SHOWN).map(({ one, aspects, who, at }) => (
          <li key={one.itemId}>
            <a href={paths.commitment(one)} dir="auto">
              {[one.number, shortened(one.text, 160)].filter(Boolean).join(' ')}
            </a>
            <p class="soft small">
              {aspects
                .map(aspect => {
                  const name = aspect.replace(/^field:/, '')
                  const now = one.fields[name as keyof typeof one.fields]?.text
                  return `${whatInWords(name, words)}${words.colon}${now ?? (name === 'place' ? (one.pillar ?? '') : t('bulk.nothing'))}`
                })
                .join(' · ')}{' '}
              ({t('bulk.conflict.by', { name: nameOf.get(who ?? '') ?? t('history.somebody'), time: time(at) })})
            </p>
          </li>
        ))}
      </ul>
      {clashes.length > SHOWN && (
        <p class="soft">{t('bulk.conflict.more', { count: number(clashes.length - SHOWN) })}</p>
      )}
      <DoForm wanted={wanted} chosen={others}>
        {others.length > 0 && <button>{t('bulk.conflict.others', { count: others.length })}</button>}
        <a class="button quiet" href={paths.desk + (wanted.query && `?${wanted.query}`)}>
          {t('bulk.back')}
        </a>
      </DoForm>
    </Page>
  )
}
