/** A statement on the desk: its text in each language, what was asked of the data, when it is open, who signed. */
import { htmlParts } from '@open1325/report-writer'
import { reading } from '../../../platform/access.ts'
import { hasRole, member, page, type Ctx, type FormErrors } from '../../../platform/http.ts'
import { LOCALES, OWN_NAMES } from '../../../platform/languages.ts'
import { ErrorSummary, LongTextField, SelectField, TextField } from '../../../ui/form.tsx'
import { Page } from '../../../ui/page.tsx'
import { useWords } from '../../../ui/words.tsx'
import { clockTime } from '../../questionnaires/model.ts'
import type { PutAbsence } from '../absence/model.ts'
import { changedSince, database, draftOf, ownStatement, type Draft } from '../load.ts'
import { paths, standingOf, type Edition, type SignatureState, type Statement } from '../model.ts'
import { countsOf, unconfirmedOf } from '../queries/signatures.ts'
import { editionOf, editionsOf } from '../queries/statements.ts'
import { ClosingFields, typedOf } from './closing-fields.tsx'

export type StatementForm = 'facts' | 'open' | 'edition' | 'withdraw' | 'language'
export interface Back {
  form: StatementForm
  typed: Record<string, string>
  errors: FormErrors
  status?: 409 | 422
}

export async function showStatement(c: Ctx, back: Back | null = null) {
  const person = member(c, 'reader')
  const found = await reading(database(c), person.userId, async tx => {
    const statement = await ownStatement(c, tx, person)
    const draft = await draftOf(c, tx, statement)
    return {
      statement,
      draft,
      edition: await editionOf(tx, statement.id, statement.edition),
      editions: await editionsOf(tx, statement.id),
      changed: await changedSince(tx, statement, draft.absences),
      counts: await countsOf(tx, statement.id, statement.edition),
      unconfirmed: await unconfirmedOf(tx, statement.id),
    }
  })
  const { statement, draft, edition, editions, changed, counts, unconfirmed } = found
  const { t, has } = c.get('words')
  const may = { write: hasRole(person, 'contributor'), decide: hasRole(person, 'editor') }
  const done = `statements.done.${c.req.query('done')}`
  const standing = standingOf(statement)
  const formOf = (form: StatementForm) => (back?.form === form ? back : null)
  return page(
    c,
    <Page c={c} title={statement.title} current="nav.desk-statements" notice={has(done) && !back ? t(done) : null}>
      <p class="kicker">
        <a href={paths.desk}>{t('nav.statements')}</a>
      </p>
      <h1 dir="auto">{statement.title}</h1>
      <Standing statement={statement} />
      {back?.errors.fields[''] && (
        <p class="warning" role="alert">
          {back.errors.fields['']}
        </p>
      )}
      {standing === 'withdrawn' && (
        <p class="warning" dir="auto">
          {t('statements.withdrawn', { why: `\u2068${statement.withdrawnWhy ?? ''}\u2069` })}
        </p>
      )}
      {statement.edition > 0 && (
        <Signatures statement={statement} counts={counts} unconfirmed={unconfirmed} isEditor={may.decide} />
      )}
      <section aria-labelledby="text">
        <h2 id="text">{t('statements.text')}</h2>
        <EditionState {...{ statement, draft, edition, editions }} isEditor={may.decide} />
        <Texts statement={statement} draft={draft} mayWrite={may.write} form={formOf('language')} />
      </section>
      {!statement.reportId && (
        <Absences statement={statement} absences={draft.absences} changed={changed} mayWrite={may.write} />
      )}
      {may.write && standing !== 'withdrawn' && (may.decide || standing === 'draft') && (
        <Facts statement={statement} form={formOf('facts')} />
      )}
      {may.decide && standing !== 'withdrawn' && (
        <Opening statement={statement} seen={draft.sha256} form={formOf('open')} />
      )}
      {may.decide && <Ending statement={statement} form={formOf('withdraw')} />}
    </Page>,
    back ? (back.status ?? 422) : 200,
  )
}

function Standing({ statement }: { statement: Statement }) {
  const { t, locale } = useWords()
  const standing = standingOf(statement)
  const at = (moment: Date) => clockTime(moment, statement.timeZone ?? 'UTC', locale)
  return (
    <p>
      <span class={standing === 'open' ? 'tag open' : 'tag'}>{t(`statements.standing.${standing}`)}</span>{' '}
      {standing === 'open' && t('statements.until', { time: at(statement.closesAt!) })}
      {standing === 'announced' && t('statements.from', { time: at(statement.opensAt!) })}
      {standing === 'closed' && t('statements.closed-at', { time: at(statement.closedAt ?? statement.closesAt!) })}
      {standing !== 'draft' && (
        <>
          {' · '}
          <a href={paths.one(statement.slug)}>{t('statements.public-page')}</a>
        </>
      )}
    </p>
  )
}

function Signatures(props: {
  statement: Statement
  counts: Partial<Record<SignatureState, number>>
  unconfirmed: number
  isEditor: boolean
}) {
  const { statement, counts, unconfirmed, isEditor } = props
  const { t, date } = useWords()
  const standing = standingOf(statement)
  return (
    <section aria-labelledby="signatures">
      <h2 id="signatures">{t('statements.signatures')}</h2>
      <p>{t('statements.counts', { accepted: counts.accepted ?? 0, waiting: counts.confirmed ?? 0 })}</p>
      {unconfirmed > 0 && <p class="soft">{t('statements.unconfirmed', { count: unconfirmed })}</p>}
      {statement.listSha256 && standing === 'closed' && (
        <p class="soft small">
          {t('statements.list-frozen', {
            count: (statement.listNamed ?? 0) + (statement.listUnnamed ?? 0),
            date: date(statement.listedAt!),
          })}{' '}
          <code class="digest">{statement.listSha256}</code>
        </p>
      )}
      {isEditor && (
        <p class="actions">
          <a class={counts.confirmed ? 'button' : 'button quiet'} href={paths.signatures(statement.id)}>
            {t('statements.signatures.open')}
          </a>
          {(standing === 'open' || standing === 'announced') && (
            <a class="button quiet" href={paths.invite(statement.id)}>
              {t('statements.invite')}
            </a>
          )}
        </p>
      )}
    </section>
  )
}

function EditionState(props: {
  statement: Statement
  draft: Draft
  edition: Edition | undefined
  editions: { number: number; frozenAt: Date; sha256: string; signed: number }[]
  isEditor: boolean
}) {
  const { statement, draft, edition, editions, isEditor } = props
  const { t, date } = useWords()
  const standing = standingOf(statement)
  if (!edition) return <p class="soft">{t('statements.edition.none')}</p>
  const signed = editions.find(({ number }) => number === edition.number)?.signed ?? 0
  const isChanged = draft.words !== edition.words
  return (
    <>
      <p class="soft small">
        {t('statements.edition-of', { number: String(edition.number), date: date(edition.frozenAt) })}{' '}
        <code class="digest">{edition.sha256}</code>
      </p>
      {isChanged && draft.texts.length > 0 ? (
        <div class="warning">
          <p>{t('statements.edition.changed', { number: String(edition.number), count: signed })}</p>
          {isEditor && (standing === 'open' || standing === 'announced') && (
            <form method="post" action={`${paths.statement(statement.id)}/edition`}>
              <input type="hidden" name="seen" value={draft.sha256} />
              <button>{t('statements.edition.next', { number: String(edition.number + 1) })}</button>
            </form>
          )}
        </div>
      ) : (
        standing !== 'draft' && <p class="soft">{t('statements.edition.same')}</p>
      )}
      {editions.length > 1 && (
        <p class="small">
          {t('statements.earlier')}{' '}
          {editions.slice(1).map(({ number, signed }) => [
            <a key={number} href={paths.edition(statement.slug, number)}>
              {t('statements.edition.signed', { number: String(number), count: signed })}
            </a>,
            ' ',
          ])}
        </p>
      )}
    </>
  )
}

function Texts(props: { statement: Statement; draft: Draft; mayWrite: boolean; form: Back | null }) {
  const { statement, draft, mayWrite, form } = props
  const { t, language: nameOf } = useWords()
  if (!draft.texts.length) return <p class="warning">{t('statements.report.gone')}</p>
  const left = LOCALES.filter(locale => !draft.texts.some(({ language }) => language === locale))
  const canWrite = mayWrite && !statement.reportId && statement.state !== 'withdrawn'
  return (
    <>
      {draft.texts.map(({ language, document }, n) => {
        const { blocks, notes } = htmlParts({ ...document, contents: null }, 2)
        return (
          <details key={language} class="statement-text" open={n === 0}>
            <summary>
              <bdi>{nameOf(language)}</bdi>: <bdi lang={language}>{document.title}</bdi>
            </summary>
            {document.blocks.length ? (
              <div class="report-text" lang={language} dir="auto">
                <div dangerouslySetInnerHTML={{ __html: [...blocks, notes].filter(Boolean).join('\n') }} />
              </div>
            ) : (
              <p class="empty">{t('statements.text.none')}</p>
            )}
            {canWrite && (
              <p class="actions">
                <a class="button" href={paths.text(statement.id, language)}>
                  {t('statements.text.write')}
                </a>
              </p>
            )}
          </details>
        )
      })}
      {canWrite && left.length > 0 && (
        <form class="form" method="post" action={`${paths.statement(statement.id)}/languages`}>
          <ErrorSummary errors={form?.errors} />
          <SelectField
            name="language"
            label={t('statements.text.add')}
            choices={left.map(value => ({ value, label: OWN_NAMES[value] }))}
            value={form?.typed.language}
            errors={form?.errors ?? null}
          />
          <button class="quiet">{t('statements.text.add.do')}</button>
        </form>
      )}
    </>
  )
}

function Absences(props: {
  statement: Statement
  absences: PutAbsence[]
  changed: Map<number, 'changed' | 'gone'>
  mayWrite: boolean
}) {
  const { statement, absences, changed, mayWrite } = props
  const { t, time } = useWords()
  return (
    <section aria-labelledby="silent">
      <h2 id="silent">{t('silent.title')}</h2>
      <p class="prose soft">{t('silent.lead')}</p>
      {absences.length > 0 && (
        <ul class="rows">
          {absences.map(put => (
            <li key={put.number}>
              <code dir="ltr">[[{put.number}]]</code> {t(`silent.kind.${put.source.kind}`)}
              {put.found.kind === 'round' && (
                <>
                  {': '}
                  <bdi>{put.found.title}</bdi>
                </>
              )}{' '}
              {changed.has(put.number) && <span class="tag mark">{t(`silent.${changed.get(put.number)!}`)}</span>}
              <br />
              <span class="soft small">{t('silent.asked', { time: time(put.askedAt) })}</span>
              {mayWrite && changed.get(put.number) === 'changed' && (
                <form method="post" action={`${paths.absences(statement.id)}/${put.number}`}>
                  <input type="hidden" name="revision" value={put.revision} />
                  <button class="quiet">{t('silent.renew')}</button>
                </form>
              )}
            </li>
          ))}
        </ul>
      )}
      {mayWrite && statement.state !== 'withdrawn' && (
        <p class="actions">
          <a class="button quiet" href={paths.absences(statement.id)}>
            {t('silent.add')}
          </a>
        </p>
      )}
    </section>
  )
}

function Facts({ statement, form }: { statement: Statement; form: Back | null }) {
  const { t } = useWords()
  const typed: Record<string, string> = form?.typed ?? {
    title: statement.title,
    body: statement.body,
    session: statement.session,
  }
  const errors = form?.errors ?? null
  return (
    <details class="part" open={form !== null}>
      <summary>{t('statements.facts')}</summary>
      <form class="form" method="post" action={`${paths.statement(statement.id)}/facts`}>
        <ErrorSummary errors={errors} />
        <input type="hidden" name="version" value={statement.version} />
        <TextField
          name="title"
          label={t('statements.title')}
          value={typed.title}
          errors={errors}
          required
          maxlength={300}
          dir="auto"
        />
        <TextField
          name="body"
          label={t('statements.body')}
          value={typed.body}
          errors={errors}
          maxlength={200}
          dir="auto"
        />
        <TextField
          name="session"
          label={t('statements.session')}
          value={typed.session}
          errors={errors}
          maxlength={200}
          dir="auto"
        />
        <button class="quiet">{t('statements.save')}</button>
      </form>
    </details>
  )
}

function Opening({ statement, seen, form }: { statement: Statement; seen: string; form: Back | null }) {
  const { t } = useWords()
  const standing = standingOf(statement)
  const title = { draft: 'open', announced: 'move', open: 'move', closed: 'reopen', withdrawn: 'reopen' } as const
  return (
    <details class="part" open={form !== null}>
      <summary>{t(`statements.${title[standing]}`)}</summary>
      <p class="prose soft">{t(standing === 'draft' ? 'statements.open.lead' : 'statements.move.lead')}</p>
      <form class="form" method="post" action={`${paths.statement(statement.id)}/open`}>
        <ErrorSummary errors={form?.errors} />
        <input type="hidden" name="seen" value={seen} />
        <ClosingFields typed={form?.typed ?? typedOf(statement)} errors={form?.errors ?? null} />
        <button>{t(`statements.${title[standing]}`)}</button>
      </form>
    </details>
  )
}

function Ending({ statement, form }: { statement: Statement; form: Back | null }) {
  const { t } = useWords()
  const standing = standingOf(statement)
  if (standing === 'withdrawn') return null
  if (standing === 'draft')
    return statement.edition === 0 ? (
      <form method="post" action={`${paths.statement(statement.id)}/remove`}>
        <p>
          <button class="plain">{t('statements.remove')}</button>
        </p>
      </form>
    ) : null
  return (
    <details class="part" open={form !== null}>
      <summary>{t('statements.end')}</summary>
      {statement.state === 'open' && (
        <form class="form" method="post" action={`${paths.statement(statement.id)}/close`}>
          <p class="prose soft">{t('statements.close.lead')}</p>
          <button class="quiet">{t('statements.close')}</button>
        </form>
      )}
      <form class="form" method="post" action={`${paths.statement(statement.id)}/withdraw`}>
        <ErrorSummary errors={form?.errors} />
        <LongTextField
          name="why"
          label={t('statements.withdraw.why')}
          hint={t('statements.withdraw.hint')}
          value={form?.typed.why}
          errors={form?.errors ?? null}
          rows={3}
          required
          dir="auto"
        />
        <button class="danger">{t('statements.withdraw')}</button>
      </form>
    </details>
  )
}
