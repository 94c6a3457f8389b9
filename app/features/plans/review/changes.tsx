/** Who changed what, the latest first; each can be taken back while its rows stand as it left them. */
import { useWords } from '../../../ui/words.tsx'
import type { Change } from '../queries/history.ts'
import { langOf, useReview } from './context.ts'
import { OperationForm } from './form.tsx'
import { paths } from '../model.ts'

export function Changes() {
  const { data } = useReview()
  const { t } = useWords()
  return (
    <details class="review-changes">
      <summary>{t('review.changes')}</summary>
      {data.changes.length ? (
        <ol>
          {data.changes.map(change => (
            <li key={change.change}>
              <ChangeLine change={change} />
            </li>
          ))}
        </ol>
      ) : (
        <p class="soft">{t('review.changes.none')}</p>
      )}
    </details>
  )
}

function ChangeLine({ change }: { change: Change }) {
  const { data, acts } = useReview()
  const { t, has, time, colon } = useWords()
  const key = `review.act.${change.act}`
  const mayUndo = data.me.canChange && change.undoable && (data.me.editor || change.who === data.me.userId)
  return (
    <>
      <span>
        <b>{change.name ?? t('review.somebody')}</b> {has(key) ? t(key, { rows: change.rows }) : change.act}
        {colon}
        <a href={paths.item(data.plan.slug, change.ref)}>
          <bdi lang={langOf(data)}>{change.text}</bdi>
        </a>
      </span>{' '}
      <time class="soft small" dateTime={change.at}>
        {time(change.at)}
      </time>
      {mayUndo &&
        (acts ? (
          <button type="button" class="plain" onClick={() => acts.undo(change.change)}>
            {t(change.act === 'item.undo' ? 'review.redo' : 'review.undo')}
          </button>
        ) : (
          <OperationForm act="item.undo" class="inline">
            <button class="plain" name="change" value={change.change}>
              {t(change.act === 'item.undo' ? 'review.redo' : 'review.undo')}
            </button>
          </OperationForm>
        ))}
    </>
  )
}
