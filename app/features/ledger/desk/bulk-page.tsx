/** A change of many commitments: shown first, then done; shown again where somebody was there before. */
import { z } from 'zod'
import { reading } from '../../../platform/access.ts'
import { member, page, readForm, seeOther, type Ctx, type Person } from '../../../platform/http.ts'
import type { Words } from '../../../platform/languages.ts'
import { Problem } from '../../../platform/problem.ts'
import { Page } from '../../../ui/page.tsx'
import { useWords } from '../../../ui/words.tsx'
import { paths } from '../model.ts'
import type { Difference } from '../patch.ts'
import { doBulk, dryRun, undoBulk, type Changer, type Clash, type Planned, type Unknown } from './bulk.ts'
import { showLedger } from './list-page.tsx'
import { CARRIED, CHOSEN, WANTED, type Wanted } from './wanted.ts'

const changerOf = (person: Person & { current: NonNullable<Person['current']> }): Changer => ({
  userId: person.userId,
  organisationId: person.current.organisationId,
  role: person.current.role,
})

/** The form; where it cannot be acted on, the list with the same ones ticked and what was typed. */
async function wantedIn(c: Ctx): Promise<Wanted | Response> {
  const body = await c.req.parseBody({ all: true }).catch(() => ({}))
  const form = await readForm(c, WANTED)
  if (form.ok && form.value.item.length) return form.value
  const chosen = CHOSEN.safeParse((body as Record<string, unknown>).item)
  const errors = form.ok ? { fields: { action: c.get('words').t('bulk.none') } } : form.errors
  const ids = chosen.success ? chosen.data.map(one => one.id) : []
  if (ids.length) return showLedger(c, { typed: form.typed, errors, ids })
  throw new Problem('bad-input', errors.fields.action ?? c.get('words').t('bulk.none'))
}

const unknown = (c: Ctx, wanted: Wanted, what: Unknown) =>
  showLedger(c, {
    typed: Object.fromEntries([['form', wanted.form], ...CARRIED.map(name => [name, String(wanted[name] ?? '')])]),
    errors: { fields: { [what]: c.get('words').t(`bulk.${what}.unknown`) } },
    ids: wanted.item.map(one => one.id),
  })

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
  if (outcome.state === 'done') return seeOther(c, `${paths.desk}?change=${outcome.change}`)
  const { kysely } = c.get('services').database
  const names = await reading(kysely, person.userId, tx =>
    tx
      .selectFrom('colleague')
      .select(['user_id as id', 'name'])
      .where('organisation_id', '=', person.current.organisationId)
      .execute(),
  )
  const nameOf = new Map(names.map(row => [row.id, row.name]))
  return page(c, <ConflictPage c={c} clashes={outcome.clashes} nameOf={nameOf} />, 409)
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
  const { t } = c.get('words')
  const { changes, same, notTheirs } = planned
  return (
    <Page c={c} title={t('bulk.dry.title')} current="nav.desk-ledger">
      <h1>{t('bulk.dry.title')}</h1>
      <p class="lead">{t('bulk.dry.lead', { count: changes.length })}</p>
      {same > 0 && <p class="soft">{t('bulk.dry.same', { count: same })}</p>}
      {notTheirs > 0 && <p class="warning">{t('bulk.dry.not-yours', { count: notTheirs })}</p>}
      {changes.length > 0 && <DifferencesTable changes={changes} />}
      <form method="post" action={`${paths.desk}/change/do`}>
        <input type="hidden" name="form" value={wanted.form} />
        {CARRIED.map(name => (
          <input key={name} type="hidden" name={name} value={String(wanted[name] ?? '')} disabled={!wanted[name]} />
        ))}
        {changes.map(({ one }) => (
          <input key={one.itemId} type="hidden" name="item" value={`${one.itemId}@${one.version}`} />
        ))}
        <p class="actions">
          {changes.length > 0 && <button>{t('bulk.do')}</button>}
          <a href={paths.desk}>{t('bulk.back')}</a>
        </p>
      </form>
    </Page>
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

function ConflictPage({ c, clashes, nameOf }: { c: Ctx; clashes: Clash[]; nameOf: Map<string | null, string | null> }) {
  const words = c.get('words')
  const { t, time } = words
  return (
    <Page c={c} title={t('bulk.conflict.title')} current="nav.desk-ledger">
      <h1>{t('bulk.conflict.title')}</h1>
      <p class="lead">{t('bulk.conflict.lead')}</p>
      <ul class="rows">
        {clashes.map(({ one, aspects, who, at }) => (
          <li key={one.itemId}>
            <a href={paths.commitment(one)} dir="auto">
              {[one.number, shortened(one.text, 160)].filter(Boolean).join(' ')}
            </a>
            <p class="soft small">
              {aspects
                .map(aspect => {
                  const name = aspect.replace(/^field:/, '')
                  const now = one.fields[name as keyof typeof one.fields]?.text
                  return `${whatInWords(name, words)}: ${now ?? (name === 'place' ? (one.pillar ?? '') : t('bulk.nothing'))}`
                })
                .join(' · ')}{' '}
              ({t('bulk.conflict.by', { name: nameOf.get(who ?? '') ?? t('history.somebody'), time: time(at) })})
            </p>
          </li>
        ))}
      </ul>
      <p class="actions">
        <a class="button quiet" href={paths.desk}>
          {t('bulk.back')}
        </a>
      </p>
    </Page>
  )
}
