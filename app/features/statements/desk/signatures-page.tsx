/** Who was asked and who signed, for editors: accepting, refusing with a reason, links and reminders, what is taken out for good. */
import { z } from 'zod'
import { changing, reading } from '../../../platform/access.ts'
import { page, readForm, seeOther, wholeNumber, type Ctx, type FormErrors } from '../../../platform/http.ts'
import { Problem } from '../../../platform/problem.ts'
import { Page } from '../../../ui/page.tsx'
import { useWords } from '../../../ui/words.tsx'
import { isAsFrozen } from '../document.ts'
import { digestOf, signatureLink, signatureToken } from '../links.ts'
import { database, statementFor, UUID } from '../load.ts'
import { queueLetter } from '../mail.ts'
import {
  mayRemind,
  paths,
  repeatedIn,
  SIGNATURE_STATES,
  standingOf,
  type Signature,
  type SignatureState,
  type Statement,
} from '../model.ts'
import { acceptAll, decide, forget, isTwice, renewLink, signatureById, signaturesOf } from '../queries/signatures.ts'
import { cosignersCsv } from '../queries/statements.ts'
import { SignatureRow } from './signature-row.tsx'

interface Shown {
  /** A signature whose link is shown. */
  link?: string
  /** What is wrong with a form on one of them. */
  wrong?: { id: string; errors: FormErrors; typed: Record<string, string> }
  problem?: string
}

const A_PAGE = 100

export async function showSignatures(c: Ctx, { link, wrong, problem }: Shown = {}) {
  const { person, statement } = await statementFor(c, 'editor')
  const { all, csv } = await reading(database(c), person.userId, async tx => ({
    all: await signaturesOf(tx, statement.id, statement.edition),
    csv: await cosignersCsv(tx, statement.slug),
  }))
  const { config, mail } = c.get('services')
  const { t, has } = c.get('words')
  const repeated = repeatedIn(all)
  const only = SIGNATURE_STATES.find(state => state === c.req.query('state')) ?? null
  const found = only ? all.filter(({ state }) => state === only) : all
  const n = Math.max(1, wholeNumber(c.req.query('page')) ?? 1)
  const shown = found.slice((n - 1) * A_PAGE, n * A_PAGE)
  const handed = all.find(({ id }) => id === link)
  const waiting = all.filter(one => one.state === 'confirmed' && !repeated.has(one.id))
  const chased = all.filter(one => mayRemind(one) && !repeated.has(one.id))
  const standing = standingOf(statement)
  const takes = standing === 'open' || standing === 'announced'
  const done = `signatures.done.${c.req.query('done')}`
  const at = (state: string | null, page = 1) => {
    const query = new URLSearchParams({ ...(state ? { state } : {}), ...(page > 1 ? { page: String(page) } : {}) })
    return paths.signatures(statement.id) + (query.size ? `?${query}` : '')
  }
  const isStale = standing === 'closed' && csv !== null && !isAsFrozen({ ...statement, state: 'closed' }, csv)
  return page(
    c,
    <Page
      c={c}
      title={t('statements.signatures')}
      current="nav.desk-statements"
      notice={has(done) && !problem && !wrong ? t(done) : null}
    >
      <p class="kicker">
        <a href={paths.statement(statement.id)} dir="auto">
          {statement.title}
        </a>{' '}
        · {t('statements.edition', { number: String(statement.edition) })}
      </p>
      <h1>{t('statements.signatures')}</h1>
      {problem && (
        <p class="warning" role="alert">
          {problem}
        </p>
      )}
      {handed && <HandOver name={handed.name} link={signatureLink(config, handed)} />}
      {isStale && (
        <div class="warning">
          <p>{t('signatures.stale')}</p>
          <form method="post" action={`${paths.statement(statement.id)}/list`}>
            <button>{t('signatures.freeze-again')}</button>
          </form>
        </div>
      )}
      <States all={all} only={only} at={at} />
      <Acts statement={statement} takes={takes} waiting={waiting.length} chased={mail.configured ? chased.length : 0} />
      {all.length === 0 ? (
        <p class="empty">{t('signatures.none')}</p>
      ) : (
        <ul class="rows">
          {shown.map(one => (
            <SignatureRow
              key={one.id}
              {...{ statement, one, takes }}
              isRepeated={repeated.has(one.id)}
              wrong={wrong?.id === one.id ? wrong : null}
            />
          ))}
        </ul>
      )}
      {(n > 1 || found.length > n * A_PAGE) && (
        <p class="actions">
          {n > 1 && <a href={at(only, n - 1)}>{t('signatures.before')}</a>}
          {found.length > n * A_PAGE && <a href={at(only, n + 1)}>{t('signatures.next')}</a>}
        </p>
      )}
    </Page>,
    problem ? 409 : wrong ? 422 : 200,
  )
}

/** The link of one of them, to be passed on. */
function HandOver({ name, link }: { name: string; link: string }) {
  const { t } = useWords()
  return (
    <section class="hand-over" role="status">
      <p>{t('signatures.link', { name: `\u2068${name}\u2069` })}</p>
      <label for="link">{t('signatures.the-link')}</label>
      <input id="link" type="text" readonly value={link} dir="ltr" />
    </section>
  )
}

interface StatesProps {
  all: readonly Signature[]
  only: SignatureState | null
  at: (state: SignatureState | null) => string
}

/** How many there are in each state; leads to each alone. */
function States({ all, only, at }: StatesProps) {
  const { t } = useWords()
  return (
    <nav aria-label={t('signatures.states')}>
      <ul class="report-kinds">
        <li>
          <a href={at(null)} aria-current={only === null ? 'page' : undefined}>
            {t('signatures.count', { state: t('signatures.all'), count: all.length })}
          </a>
        </li>
        {SIGNATURE_STATES.map(state => {
          const count = all.filter(one => one.state === state).length
          return count ? (
            <li key={state}>
              <a href={at(state)} aria-current={only === state ? 'page' : undefined}>
                {t('signatures.count', { state: t(`signature.state.${state}`), count })}
              </a>
            </li>
          ) : null
        })}
      </ul>
    </nav>
  )
}

interface ActsProps {
  statement: Statement
  /** Whether it takes signatures, or will. */
  takes: boolean
  /** How many wait for an editor, and how many may be reminded. */
  waiting: number
  chased: number
}

/** What can be done with all of them. */
function Acts({ statement, takes, waiting, chased }: ActsProps) {
  const { t } = useWords()
  return (
    <>
      <p class="actions">
        {takes && (
          <a class={waiting > 0 ? 'button quiet' : 'button'} href={paths.invite(statement.id)}>
            {t('statements.invite')}
          </a>
        )}
        <a class="button quiet" href={paths.byHand(statement.id)}>
          {t('signatures.by-hand')}
        </a>
        <a href={paths.csv(statement.id)}>CSV</a>
        <a href={paths.xlsx(statement.id)}>XLSX</a>
        <a href={paths.signers(statement.slug)}>{t('signatures.public-csv')}</a>
      </p>
      {waiting > 0 && (
        <form class="signatures-acts" method="post" action={`${paths.signatures(statement.id)}/accept`}>
          <button>{t('signatures.accept-all', { count: waiting })}</button>
        </form>
      )}
      {takes && chased > 0 && (
        <form class="signatures-acts" method="post" action={`${paths.signatures(statement.id)}/remind`}>
          <button class="quiet">{t('signatures.remind', { count: chased })}</button>
        </form>
      )}
    </>
  )
}

export const ACTS = ['accept', 'reject', 'link', 'new-link', 'forget'] as const

const rejectForm = z.object({ reason: z.string().trim().min(1, 'form.needed').max(2000, 'form.too-long') })
const linkForm = z.object({ number: z.coerce.number().int().positive() })

export async function actOnSignature(c: Ctx) {
  const { person, statement } = await statementFor(c, 'editor')
  const id = c.req.param('signature') ?? ''
  const act = ACTS.find(one => one === c.req.param('act'))
  const { t } = c.get('words')
  const { config } = c.get('services')
  const one = UUID.test(id)
    ? await reading(database(c), person.userId, tx => signatureById(tx, statement.id, id))
    : undefined
  if (!one || !act) throw new Problem('not-found')
  const by = person.userId
  const changed = (why: string | null, work: Parameters<typeof changing<void>>[3]) =>
    changing(database(c), by, { act: `signature.${act}`, why }, work)
  switch (act) {
    case 'link':
      return showSignatures(c, { link: id })
    case 'new-link': {
      const form = await readForm(c, linkForm)
      if (!form.ok) throw new Problem('bad-input')
      const linkNumber = form.value.number
      if (linkNumber === one.linkNumber + 1)
        await changed(null, tx => renewLink(tx, id, linkNumber, digestOf(signatureToken(config, { id, linkNumber }))))
      return showSignatures(c, { link: id })
    }
    case 'reject': {
      const form = await readForm(c, rejectForm)
      if (!form.ok) return showSignatures(c, { wrong: { id, ...form } })
      const { reason } = form.value
      await changed(reason, tx => decide(tx, id, by, { accept: false, reason }))
      if (c.get('services').mail.configured) await queueLetter(c.get('services'), { kind: 'refused', signature: id })
      break
    }
    case 'accept':
      try {
        await changed(null, tx => decide(tx, id, by, { accept: true, reason: null }))
      } catch (error) {
        if (!isTwice(error)) throw error
        return showSignatures(c, { problem: t('signatures.twice') })
      }
      break
    case 'forget':
      await changed(null, tx => forget(tx, id))
  }
  return seeOther(c, `${paths.signatures(statement.id)}?done=${act}`)
}

export async function acceptWaiting(c: Ctx) {
  const { person, statement } = await statementFor(c, 'editor')
  await changing(database(c), person.userId, { act: 'signature.accept' }, tx => acceptAll(tx, statement, person.userId))
  return seeOther(c, `${paths.signatures(statement.id)}?done=accept`)
}

/** A letter to each who was asked, has an address and has not answered. */
export async function remindAll(c: Ctx) {
  const { person, statement } = await statementFor(c, 'editor')
  const services = c.get('services')
  if (!services.mail.configured || standingOf(statement) === 'closed') throw new Problem('conflict')
  const all = await reading(database(c), person.userId, tx => signaturesOf(tx, statement.id, statement.edition))
  const repeated = repeatedIn(all)
  for (const one of all)
    if (mayRemind(one) && !repeated.has(one.id)) await queueLetter(services, { kind: 'reminder', signature: one.id })
  return seeOther(c, `${paths.signatures(statement.id)}?done=remind`)
}
