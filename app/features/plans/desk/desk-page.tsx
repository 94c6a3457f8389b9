/** The desk: what waits, what to do next with each plan, and where a new one is dropped. */
import { EDITION } from '@open1325/appraisal'
import { reading } from '../../../platform/access.ts'
import { hasRole, member, page, type Ctx } from '../../../platform/http.ts'
import { ErrorSummary } from '../../../ui/form.tsx'
import { Page } from '../../../ui/page.tsx'
import { useWords } from '../../../ui/words.tsx'
import { dueFor } from '../../clock/offers/due.ts'
import { DUE_DAYS, DueSection } from '../../clock/offers/due-section.tsx'
import { isUnderWay, paths } from '../model.ts'
import { kicker, pagesAndLanguages, periodAndStanding } from '../public/facts.tsx'
import { deskEntries, type DeskEntry } from '../queries/instrument.ts'
import { latestActs } from '../queries/plan-history.ts'
import { LARGEST, statusOf, type Refusal } from '../../../platform/files/recognise.ts'
import { examples, type Example } from './examples.ts'
import { nextStep } from './next-step.ts'
import { HistoryList } from './history-page.tsx'
import { NextStep } from './next-step-line.tsx'

/** How often the page loads itself again while something is being read, without JavaScript. */
const REFRESH_SECONDS = 5

const LATEST_ACTS = 6

/** `refused`: why a file that was just sent is not taken. */
export async function showDesk(c: Ctx, refused: Refusal | null = null) {
  const person = member(c)
  const { kysely } = c.get('services').database
  const { organisationId, organisation } = person.current
  const { entries, acts, due } = await reading(kysely, person.userId, async tx => ({
    entries: await deskEntries(tx, organisationId, EDITION.edition),
    acts: await latestActs(tx, organisationId, LATEST_ACTS),
    due: await dueFor(tx, { userId: person.userId, organisation: person.current }, new Date(), DUE_DAYS),
  }))
  const mayAdd = hasRole(person, 'contributor')
  const offered = mayAdd ? await examples() : []
  const { t } = c.get('words')
  const done = c.req.query('done')
  const underWay = entries.some(({ run }) => isUnderWay(run))
  return page(
    c,
    <Page
      c={c}
      title={t('nav.desk')}
      current="nav.desk"
      islands={[mayAdd && 'drop', underWay && 'progress'].filter(name => name !== false)}
      notice={done === 'removed' ? t('desk.done.removed') : null}
      refresh={underWay ? REFRESH_SECONDS : null}
    >
      <p class="kicker">
        <bdi>{organisation}</bdi>
      </p>
      <h1>{t('nav.desk')}</h1>
      <ErrorSummary errors={refused && { fields: { file: t(`upload.refused.${refused}`) } }} />
      {entries.length > 0 ? (
        <>
          <Plans entries={entries} />
          <DueSection due={due} />
          {mayAdd && (
            <>
              <Drop refused={refused} title={t('desk.add')} />
              <details class="try-examples">
                <summary>{t('desk.examples')}</summary>
                <Examples examples={offered} />
              </details>
            </>
          )}
          <section aria-labelledby="changed">
            <h2 id="changed">{t('desk.changed')}</h2>
            <HistoryList acts={acts} />
          </section>
        </>
      ) : (
        <Empty refused={refused} mayAdd={mayAdd} examples={offered} />
      )}
    </Page>,
    refused ? statusOf(refused) : 200,
  )
}

function Plans({ entries }: { entries: DeskEntry[] }) {
  const { t } = useWords()
  const waiting = entries.filter(entry => nextStep(entry, EDITION.criteria.length) !== 'nothing')
  const done = entries.filter(entry => !waiting.includes(entry))
  return (
    <>
      {waiting.length > 0 && (
        <section aria-labelledby="waiting">
          <h2 id="waiting">{t('desk.waiting')}</h2>
          <p class="lead">{t('desk.waiting.lead', { count: waiting.length })}</p>
          <Entries entries={waiting} />
        </section>
      )}
      {done.length > 0 && (
        <section aria-labelledby="done">
          <h2 id="done">{t('desk.finished')}</h2>
          <Entries entries={done} />
        </section>
      )}
    </>
  )
}

function Entries({ entries }: { entries: DeskEntry[] }) {
  const words = useWords()
  const { t } = words
  return (
    <ul class="rows desk-plans">
      {entries.map(entry => {
        const { plan } = entry
        const about = [
          kicker(plan, words),
          pagesAndLanguages(plan, words),
          (plan.periodStart || plan.periodEnd) && periodAndStanding(plan, words),
        ]
        return (
          <li key={plan.id}>
            <div class="which">
              <h3>
                <a href={paths.desk(plan.slug)}>
                  <bdi lang={plan.languages[0]}>{plan.title}</bdi>
                </a>
              </h3>
              <p class="soft small">
                {about.filter(Boolean).join(' · ')}{' '}
                <span class="tag">{plan.publishedAt ? t('desk.public') : t('desk.draft')}</span>{' '}
                {plan.illustrative && <span class="tag illustrative">{t('desk.illustrative')}</span>}
              </p>
            </div>
            <NextStep entry={entry} />
          </li>
        )
      })}
    </ul>
  )
}

function Empty(props: { refused: Refusal | null; mayAdd: boolean; examples: Example[] }) {
  const { t } = useWords()
  if (!props.mayAdd) return <p class="empty">{t('desk.empty.reader')}</p>
  return (
    <>
      <p class="lead">{t('desk.empty.lead')}</p>
      <Drop refused={props.refused} title={t('desk.add.first')} />
      <section aria-labelledby="examples">
        <h2 id="examples">{t('desk.examples')}</h2>
        <Examples examples={props.examples} />
      </section>
    </>
  )
}

function Examples({ examples }: { examples: Example[] }) {
  const { t, language } = useWords()
  return (
    <>
      <p class="lead">{t('desk.examples.lead')}</p>
      <ul class="rows">
        {examples.map(({ file, title, language: code }) => (
          <li key={file}>
            <form method="post" action="/desk/examples" class="example">
              <div>
                <bdi lang={code}>{title}</bdi>
                <br />
                <span class="soft small">{language(code)}</span>{' '}
                <span class="tag illustrative">{t('desk.illustrative')}</span>
              </div>
              <button class="quiet" name="example" value={file} aria-label={t('desk.examples.try-this', { title })}>
                {t('desk.examples.try')}
              </button>
            </form>
          </li>
        ))}
      </ul>
    </>
  )
}

/** Works as a plain file input; the script `drop` lets a file be dropped anywhere on it, and says how much has arrived. */
function Drop({ refused, title }: { refused: Refusal | null; title: string }) {
  const { t, number } = useWords()
  return (
    <section aria-labelledby="add">
      <h2 id="add">{title}</h2>
      <form
        class={refused ? 'drop in-error' : 'drop'}
        method="post"
        action="/desk/plans"
        enctype="multipart/form-data"
        data-largest={LARGEST}
        data-too-large={t('upload.refused.too-large')}
        data-broken={t('upload.broken')}
        data-arriving={t('upload.arriving')}
      >
        <label for="file">{t('upload.file')}</label>
        <p class="hint" id="file-hint">
          {t('upload.hint', { megabytes: number(LARGEST / 1024 / 1024) })}
        </p>
        <p class="error" id="file-error" role="alert" hidden={!refused}>
          {refused && t(`upload.refused.${refused}`)}
        </p>
        <input
          type="file"
          id="file"
          name="file"
          required
          accept=".pdf,.docx,.xlsx,.odt,.html,.htm,.md,.txt,.jpg,.jpeg,.png,.tif,.tiff,application/pdf"
          aria-describedby="file-hint file-error"
          aria-invalid={refused ? true : undefined}
        />
        <p class="or-drop" hidden>
          {t('upload.or-drop')}
        </p>
        <div class="arriving" hidden>
          <p role="status"></p>
          <progress max="1" aria-label={t('upload.progress')}></progress>
        </div>
        <button>{t('upload.send')}</button>
      </form>
    </section>
  )
}
