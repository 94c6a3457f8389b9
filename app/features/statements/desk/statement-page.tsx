/** A statement on the desk: its text in each language, what was asked of the data, when it is open, who signed. */
import { reading } from '../../../platform/access.ts'
import { hasRole, member, page, type Ctx } from '../../../platform/http.ts'
import { Page } from '../../../ui/page.tsx'
import { useWords } from '../../../ui/words.tsx'
import { clockTime } from '../../questionnaires/model.ts'
import type { PutAbsence } from '../absence/model.ts'
import { mustBeMended } from '../checks.ts'
import { changedSince, checksOf, database, draftOf, ownStatement } from '../load.ts'
import { paths, standingOf, type SignatureState, type Statement } from '../model.ts'
import { countsOf, unconfirmedOf } from '../queries/signatures.ts'
import { editionOf, editionsOf } from '../queries/statements.ts'
import { Ending, Facts, Opening, type Back, type StatementForm } from './statement-forms.tsx'
import { EditionState, Texts } from './text-section.tsx'

export async function showStatement(c: Ctx, back: Back | null = null) {
  const person = member(c, 'reader')
  const found = await reading(database(c), person.userId, async tx => {
    const statement = await ownStatement(c, tx, person)
    const draft = await draftOf(c, tx, statement)
    return {
      statement,
      draft,
      checked: await checksOf(c, tx, statement, draft),
      edition: await editionOf(tx, statement.id, statement.edition),
      editions: await editionsOf(tx, statement.id),
      changed: await changedSince(tx, statement, draft.absences),
      counts: await countsOf(tx, statement.id, statement.edition),
      unconfirmed: await unconfirmedOf(tx, statement.id),
    }
  })
  const { statement, draft, checked, edition, editions, changed, counts, unconfirmed } = found
  const must = mustBeMended(checked)
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
        <EditionState
          {...{ statement, draft, must, edition, editions }}
          isEditor={may.decide}
          form={formOf('edition')}
        />
        <Texts statement={statement} draft={draft} checked={checked} mayWrite={may.write} form={formOf('language')} />
      </section>
      {!statement.reportId && (standing !== 'withdrawn' || draft.absences.length > 0) && (
        <Absences statement={statement} absences={draft.absences} changed={changed} mayWrite={may.write} />
      )}
      {may.write && standing !== 'withdrawn' && (may.decide || standing === 'draft') && (
        <Facts statement={statement} form={formOf('facts')} />
      )}
      {may.decide && standing !== 'withdrawn' && (
        <Opening
          statement={statement}
          seen={draft.sha256}
          must={statement.edition === 0 ? must : 0}
          hasMail={c.get('services').mail.configured}
          form={formOf('open')}
        />
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
          {t('statements.list-digest')} <code class="digest">{statement.listSha256}</code>
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
                  {' · '}
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
