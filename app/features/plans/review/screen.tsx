/** The review screen: the page on one side, the rows on the other. Rendered on the server; the island takes over the same markup. */
import { ErrorSummary } from '../../../ui/form.tsx'
import { useWords } from '../../../ui/words.tsx'
import { paths } from '../model.ts'
import { AddRow, ConfirmMany } from './add-row.tsx'
import { Changes } from './changes.tsx'
import { ReviewContext, useReview, type Review } from './context.ts'
import { Help } from './help.tsx'
import { PagePane } from './page-pane.tsx'
import { RowList, Views } from './row-list.tsx'
import { Progress, RowPanel } from './row-panel.tsx'

export function ReviewScreen({ review }: { review: Review }) {
  return (
    <ReviewContext.Provider value={review}>
      <div class="review">
        <Head />
        <PagePane />
        <div class="review-side">
          <Returned />
          <Troubles />
          <RowPanel />
          <Views />
          <RowList />
          <div class="more-tools">
            {review.data.me.canChange && <AddRow />}
            {review.data.me.canChange && <ConfirmMany />}
          </div>
          <Changes />
        </div>
      </div>
      {review.acts && <Help />}
    </ReviewContext.Provider>
  )
}

function Head() {
  const { data, acts, said } = useReview()
  const { t } = useWords()
  return (
    <header class="review-head">
      <h1>
        <a href={paths.desk(data.plan.slug)}>
          <bdi>{data.plan.title}</bdi>
        </a>
      </h1>
      <Progress />
      <p class="review-said" role="status">
        {said}
      </p>
      {acts && <Saved />}
      {!data.me.canChange && <p class="missing">{t('review.read-only')}</p>}
      {acts && (
        <p class="head-tools">
          {data.me.canChange && (
            <button type="button" class="plain" onClick={() => acts.undo()}>
              {t('review.undo')} <kbd>u</kbd>
            </button>
          )}
          <button type="button" class="plain" onClick={acts.help}>
            {t('review.keys')} <kbd>?</kbd>
          </button>
        </p>
      )}
    </header>
  )
}

/** Whether what one did is safe. */
function Saved() {
  const { waiting, connection } = useReview()
  const { t } = useWords()
  const refused = waiting.filter(({ refused }) => refused).length
  const count = waiting.length - refused
  const [sentence, trouble] =
    connection === 'signed-out'
      ? [t('review.signed-out', { count }), true]
      : connection === 'lost'
        ? [t('review.lost', { count }), true]
        : refused
          ? [t('review.not-saved', { count: refused }), true]
          : [count ? t('review.saving', { count }) : t('review.saved'), false]
  return (
    <p class={trouble ? 'review-saved is-lost' : 'review-saved'} aria-live="polite">
      {sentence}
    </p>
  )
}

/** A form that came back: what to mend, each a link to its field, or who was there first. */
function Returned() {
  const { returned } = useReview()
  const { t } = useWords()
  if (!returned) return null
  if (!returned.sentence) return <ErrorSummary errors={returned.errors} />
  return (
    <p class={returned.conflict ? 'warning' : 'error'} role="alert">
      {returned.sentence} <a href={`#${returned.tool}`}>{t('review.to-form')}</a>
    </p>
  )
}

/** What could not be saved: why, and what can be done about it. Nothing is thrown away unasked. */
function Troubles() {
  const { waiting, acts } = useReview()
  const { t } = useWords()
  const refused = waiting.filter(({ refused }) => refused)
  if (!refused.length || !acts) return null
  return (
    <div class="troubles" role="alert">
      {refused.map(({ id, operation, refused }) => (
        <div class="warning" key={id}>
          <p>{refused!.sentence}</p>
          {'text' in operation && operation.text && (
            <p class="small">
              {t('review.yours')} <bdi>{operation.text}</bdi>
            </p>
          )}
          <p class="actions">
            <button type="button" class="quiet" onClick={() => acts.again(id)}>
              {t(refused!.conflict ? 'review.keep-mine' : 'review.try-again')}
            </button>
            <button type="button" class="plain" onClick={() => acts.letGo(id)}>
              {t(refused!.conflict ? 'review.keep-theirs' : 'review.let-go')}
            </button>
            {refused!.rowId && (
              <button type="button" class="plain" onClick={() => acts.select(refused!.rowId!)}>
                {t('review.show-row')}
              </button>
            )}
          </p>
        </div>
      ))}
    </div>
  )
}
