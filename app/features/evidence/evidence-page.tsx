/** One piece of evidence: on the desk with what may be changed about it, and before the public where it is public. */
import { z } from 'zod'
import { changing, reading, type Tx } from '../../platform/access.ts'
import { hasRole, member, page, readForm, seeOther, type Ctx, type FormErrors } from '../../platform/http.ts'
import { TAKEN_OUT } from '../../platform/files/cleaning/model.ts'
import { Problem } from '../../platform/problem.ts'
import { ErrorSummary } from '../../ui/form.tsx'
import { Page } from '../../ui/page.tsx'
import { useWords } from '../../ui/words.tsx'
import { inLanguage, paths as indicatorPaths } from '../indicators/model.ts'
import { breakdownInWords, placeInWords } from '../indicators/offers/words.ts'
import { paths as ledgerPaths } from '../ledger/model.ts'
import { forgetRemoved } from '../plans/offers/forget.ts'
import { factsForm, wrongIn } from './offers/add.tsx'
import { RemovedFrom } from './offers/removed.tsx'
import { FactsFields } from './facts-fields.tsx'
import { UUID } from './row.tsx'
import { paths, type Evidence, type Use } from './model.ts'
import { changeEvidence, eraseEvidence, evidenceById, usesOf, withdrawConsent } from './queries.ts'

/** The piece at the request's address. @throws Problem 'not-found', also where the asker may not see it; 'gone' */
export async function evidenceOf(c: Ctx, tx: Tx): Promise<Evidence> {
  const id = c.req.param('id') ?? ''
  const evidence = UUID.test(id) ? await evidenceById(tx, id) : undefined
  if (!evidence) throw new Problem('not-found')
  return evidence
}

async function ownEvidence(c: Ctx, tx: Tx, organisationId: string): Promise<Evidence> {
  const evidence = await evidenceOf(c, tx)
  if (evidence.organisationId !== organisationId) throw new Problem('not-found')
  if (evidence.withdrawnAt) throw new Problem('gone', c.get('words').t('evidence.erased'))
  return evidence
}

export async function showPublic(c: Ctx) {
  const asker = c.get('person')?.userId ?? null
  const { evidence, uses } = await reading(c.get('services').database.kysely, asker, async tx => {
    const evidence = await evidenceOf(c, tx)
    if (evidence.withdrawnAt) throw new Problem('gone', c.get('words').t('evidence.erased'))
    return { evidence, uses: await usesOf(tx, evidence.id) }
  })
  const { t } = c.get('words')
  return page(
    c,
    <Page c={c} title={evidence.title}>
      <p class="kicker">{t(`evidence.kind.${evidence.kind}`)}</p>
      <h1 dir="auto">{evidence.title}</h1>
      <p class="facts">
        {t('evidence.kept-by')} <bdi>{evidence.organisation}</bdi>
        {evidence.visibility !== 'public' && (
          <>
            {' '}
            <span class="tag">{t(`visibility.${evidence.visibility}`)}</span>
          </>
        )}
      </p>
      <Facts evidence={evidence} />
      <Uses uses={uses} />
    </Page>,
  )
}

interface ChangedForm {
  typed: Record<string, string>
  errors: FormErrors | null
  /** Somebody changed it since the form was opened. */
  conflict?: boolean
  /** Consent was withdrawn all the same. */
  isHidden?: boolean
}

export async function showOwn(c: Ctx, form: ChangedForm | null = null) {
  const person = member(c)
  const { evidence, uses } = await reading(c.get('services').database.kysely, person.userId, async tx => {
    const evidence = await ownEvidence(c, tx, person.current.organisationId)
    return { evidence, uses: await usesOf(tx, evidence.id) }
  })
  const { t } = c.get('words')
  const done = ['added', 'saved', 'consent-withdrawn'].find(one => one === c.req.query('done')) as 'added' | undefined
  const told = done === 'added' ? c.req.query('out')?.split('.') : undefined
  const out = told && TAKEN_OUT.filter(kind => told.includes(kind))
  const mayPublish = hasRole(person, 'editor')
  const inside = evidence.visibility === 'me' || evidence.visibility === 'organisation'
  const isHers = evidence.createdBy === person.userId && hasRole(person, 'contributor')
  const mayChange = mayPublish || (inside && isHers)
  return page(
    c,
    <Page
      c={c}
      title={evidence.title}
      current="nav.evidence"
      notice={form?.isHidden ? t('evidence.done.consent-withdrawn') : done && !form ? t(`evidence.done.${done}`) : null}
    >
      <p class="kicker">
        <a href={paths.list}>{t('nav.evidence')}</a> · {t(`evidence.kind.${evidence.kind}`)}
      </p>
      <h1 dir="auto">{evidence.title}</h1>
      <p class="facts">
        <span class="tag">{t(`visibility.${evidence.visibility}`)}</span> {t(`consent.${evidence.consent}`)}
        {evidence.visibility === 'public' && (
          <>
            {' · '}
            <a href={paths.public(evidence.id)}>{t('desk.public-page')}</a>
          </>
        )}
      </p>
      {out !== undefined && evidence.fileName && <RemovedFrom fileName={evidence.fileName} removed={out} />}
      {evidence.consent === 'not-given' && <p class="warning">{t('evidence.consent.not-given.do')}</p>}
      {evidence.consent === 'withdrawn' && <p class="warning">{t('evidence.consent.withdrawn.do')}</p>}
      <Facts evidence={evidence} />
      <Uses uses={uses} own={person.current.organisationId} />
      {mayChange && <Change evidence={evidence} mayPublish={mayPublish} form={form} />}
      {(mayChange || isHers) && <Endings evidence={evidence} />}
    </Page>,
    form ? (form.conflict ? 409 : 422) : 200,
  )
}

function Facts({ evidence }: { evidence: Evidence }) {
  const { t, date, number } = useWords()
  const { id, kind, author, dated, note, url, seenOn, fileName, bytes } = evidence
  const rows: [string, preact.ComponentChildren][] = []
  if (author) rows.push([t('evidence.author'), <bdi>{author}</bdi>])
  if (dated) rows.push([t('evidence.dated'), /-\d\d-\d\d$/.test(dated) ? date(dated) : dated])
  if (url)
    rows.push([
      t('evidence.url'),
      <a href={url} rel="noreferrer nofollow external" dir="ltr">
        {url}
      </a>,
    ])
  if (seenOn) rows.push([t('evidence.seen-on'), date(seenOn)])
  if (fileName)
    rows.push([
      t(kind === 'link' ? 'evidence.kept-copy' : 'evidence.file'),
      <>
        <a href={paths.file(id)} download>
          <bdi>{fileName}</bdi>
        </a>{' '}
        <span class="soft small">
          {t('evidence.kilobytes', { n: number(Math.max(1, Math.round((bytes ?? 0) / 1024))) })}
        </span>
      </>,
    ])
  return (
    <>
      {kind === 'photo' && fileName && (
        <figure>
          <img class="evidence-photo" src={paths.file(id)} alt={evidence.title} />
        </figure>
      )}
      <dl class="fields">
        {rows.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {note && (
        <div class="prose note" dir="auto">
          {note.split(/\n{2,}/).map((paragraph, n) => (
            <p key={n}>{paragraph}</p>
          ))}
        </div>
      )}
    </>
  )
}

/** @param own the organisation on whose desk this stands; null before the public */
function Uses({ uses, own = null }: { uses: Use[]; own?: string | null }) {
  const { t } = useWords()
  return (
    <section aria-labelledby="uses">
      <h2 id="uses">{t('evidence.rests')}</h2>
      {uses.length === 0 && <p class="empty">{t('evidence.rests.nothing')}</p>}
      {uses.length > 0 && (
        <ul class="rows">
          {uses.map((use, n) => (
            <li key={n}>
              {use.relation === 'observation' ? (
                <FigureUse use={use} own={own} />
              ) : (
                <>
                  <a
                    href={`${ledgerPaths.commitment(use)}#${use.relation === 'item' ? 'evidence' : 'voices'}`}
                    lang={use.language ?? undefined}
                    dir="auto"
                  >
                    {use.text}
                  </a>
                  <br />
                  <span class="soft small">
                    <bdi lang={use.language ?? undefined}>{use.plan}</bdi>
                  </span>
                </>
              )}
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

function FigureUse({ use, own }: { use: Extract<Use, { relation: 'observation' }>; own: string | null }) {
  const words = useWords()
  const { framework, code, indicator, place, country, period, disaggregation } = use
  const isTotal = Object.keys(disaggregation).length === 0
  const of = [
    place || country ? placeInWords(use, words) : null,
    period,
    isTotal ? null : breakdownInWords(disaggregation, words),
  ]
  return (
    <>
      <a
        href={use.organisationId === own ? paths.figure(use.id) : indicatorPaths.figure(framework, code, use)}
        dir="auto"
      >
        {code} {inLanguage(indicator, words.locale)}
      </a>
      <br />
      <span class="soft small">
        {words.t('evidence.rests.figure')}{' '}
        {of.filter(Boolean).map((one, n) => (
          <span key={n}>
            {n > 0 && ' · '}
            <bdi>{one}</bdi>
          </span>
        ))}
      </span>
    </>
  )
}

function Change({ evidence, mayPublish, form }: { evidence: Evidence; mayPublish: boolean; form: ChangedForm | null }) {
  const { t } = useWords()
  const { title, author, dated, note, url, seenOn, consent, visibility, version } = evidence
  const now = { title, author, dated, note, url, seenOn, consent, visibility }
  const typed = form?.typed ?? Object.fromEntries(Object.entries(now).map(([name, value]) => [name, value ?? '']))
  return (
    <section aria-labelledby="change">
      <h2 id="change">{t('evidence.change')}</h2>
      <details open={form !== null}>
        <summary>{t('evidence.change.open')}</summary>
        <form class="form" method="post" action={paths.desk(evidence.id)}>
          <ErrorSummary errors={form?.errors} />
          {form?.conflict && (
            <p class="warning" role="alert">
              {t('evidence.conflict')}
            </p>
          )}
          <input type="hidden" name="version" value={version} />
          <FactsFields kind={evidence.kind} typed={typed} errors={form?.errors ?? null} mayPublish={mayPublish} />
          <button>{t('form.save')}</button>
        </form>
      </details>
    </section>
  )
}

function Endings({ evidence }: { evidence: Evidence }) {
  const { t } = useWords()
  return (
    <section aria-labelledby="endings">
      <h2 id="endings">{t('evidence.endings')}</h2>
      {evidence.consent !== 'withdrawn' && evidence.consent !== 'not-needed' && (
        <details>
          <summary>{t('evidence.withdraw-consent')}</summary>
          <form class="form" method="post" action={paths.act(evidence.id, 'withdraw-consent')}>
            <p>{t('evidence.withdraw-consent.lead')}</p>
            <button class="danger">{t('evidence.withdraw-consent')}</button>
          </form>
        </details>
      )}
      <details>
        <summary>{t('evidence.erase')}</summary>
        <form class="form" method="post" action={paths.act(evidence.id, 'erase')}>
          <p>{t('evidence.erase.lead')}</p>
          <button class="danger">{t('evidence.erase')}</button>
        </form>
      </details>
    </section>
  )
}

export async function change(c: Ctx) {
  const person = member(c, 'contributor')
  const form = await readForm(
    c,
    factsForm.extend({
      version: z.coerce
        .number()
        .int()
        .min(1)
        .max(2 ** 31 - 2),
    }),
  )
  if (!form.ok) return showOwn(c, form)
  const { version, ...typed } = form.value
  // Whoever withdraws consent hides it, and need not find the field that says who sees it.
  const isEnding = typed.consent === 'withdrawn'
  const facts = isEnding
    ? ({ ...typed, visibility: typed.visibility === 'me' ? 'me' : 'organisation' } as const)
    : typed
  const { kysely } = c.get('services').database
  const result = await changing(kysely, person.userId, { act: 'evidence.edit' }, async tx => {
    const evidence = await ownEvidence(c, tx, person.current.organisationId)
    const file = evidence.fileName === null ? null : { fileName: evidence.fileName }
    const fields = wrongIn(c, evidence.kind, facts, file)
    if (Object.keys(fields).length) return { typed: form.typed, errors: { fields } }
    const title = facts.title || evidence.title
    const isSo = (Object.keys(facts) as (keyof typeof facts)[]).every(name => evidence[name] === facts[name])
    if (isSo || (await changeEvidence(tx, evidence.id, version, { ...facts, title }))) return evidence.id
    // What somebody else wrote meanwhile does not keep it before the public.
    const isHidden = isEnding && evidence.consent !== 'withdrawn'
    if (isHidden) await withdrawConsent(tx, evidence.id)
    return { typed: form.typed, errors: null, conflict: true, isHidden }
  })
  if (typeof result !== 'string') return showOwn(c, result)
  return seeOther(c, `${paths.desk(result)}?done=${isEnding ? 'consent-withdrawn' : 'saved'}`)
}

export async function endConsent(c: Ctx) {
  const person = member(c, 'contributor')
  const { kysely } = c.get('services').database
  const id = await changing(kysely, person.userId, { act: 'evidence.withdraw-consent' }, async tx => {
    const evidence = await ownEvidence(c, tx, person.current.organisationId)
    if (evidence.consent !== 'withdrawn') await withdrawConsent(tx, evidence.id)
    return evidence.id
  })
  return seeOther(c, `${paths.desk(id)}?done=consent-withdrawn`)
}

/** Its words and its file are taken away for good; the history keeps that it was there. Erasing what is erased changes nothing. */
export async function erase(c: Ctx) {
  const person = member(c, 'contributor')
  const services = c.get('services')
  await changing(services.database.kysely, person.userId, { act: 'evidence.erase' }, async tx => {
    const evidence = await evidenceOf(c, tx)
    if (evidence.organisationId !== person.current.organisationId) throw new Problem('not-found')
    if (!evidence.withdrawnAt) await eraseEvidence(tx, evidence.id)
  })
  await forgetRemoved(services)
  return seeOther(c, `${paths.list}?done=erased`)
}
