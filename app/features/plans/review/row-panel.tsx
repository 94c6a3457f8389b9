/** The row in hand: its words, what the plan says beside them, and what to do with it. */
import { FIELD_NAMES, type Cite } from '@open1325/reader/plan-document'
import { useWords } from '../../../ui/words.tsx'
import { paths } from '../model.ts'
import { addressOf, langOf, useReview } from './context.ts'
import { OperationForm } from './form.tsx'
import { KindMark, StateMark } from './marks.tsx'
import type { ReviewItem } from './operation.ts'
import { subtreeOf } from './place.ts'
import { PlaceWarning, Tools } from './tools.tsx'
import { countsOf, firstShow, isDoubtful, isLiving } from './view.ts'

export function RowPanel() {
  const { data, view, items } = useReview()
  const { t, number } = useWords()
  const row = items.find(item => item.id === view.selected)
  if (!row) return <p class="empty">{t('review.choose')}</p>
  return (
    <section class="review-row" aria-label={t('review.row')} id="row">
      <p class="row-head">
        <KindMark kind={row.kind} /> <b>{t(`kind.${row.kind}`)}</b>
        {row.number && <bdi class="number">{row.number}</bdi>}
        <Cites cites={row.cites} row={row} />
        <StateMark row={row} />
        {isDoubtful(row) && (
          <span class="soft small">
            {t('review.certainty', { percent: number(Math.round(row.confidence! * 100)) })}
          </span>
        )}
        {row.state === 'confirmed' && row.confirmedBy && data.names[row.confirmedBy] && (
          <span class="soft small">{t('review.confirmed-by', { name: data.names[row.confirmedBy] })}</span>
        )}
        {row.ref > 0 && <span class="soft small row-ref">{t('review.row-head', { ref: number(row.ref) })}</span>}
      </p>
      <p class="words" lang={langOf(data)} dir="auto">
        {row.text}
      </p>
      <PlaceWarning row={row} />
      <FieldList row={row} />
      <Unfinished row={row} />
      {!isLiving(row) ? <Gone row={row} /> : data.me.canChange ? <Deeds row={row} /> : null}
    </section>
  )
}

/** What was typed for this row and not saved: nothing that one types is thrown away unasked. */
function Unfinished({ row }: { row: ReviewItem }) {
  const { drafts, acts, view } = useReview()
  const { t } = useWords()
  if (!acts || !drafts.has(row.id) || view.tool === 'edit') return null
  return (
    <p class="missing">
      {t('review.unfinished')}{' '}
      <button type="button" class="plain" onClick={() => acts.tool('edit')}>
        {t('review.unfinished.go-on')}
      </button>{' '}
      <button type="button" class="plain" onClick={() => acts.draft(row.id, null)}>
        {t('review.let-go')}
      </button>
    </p>
  )
}

/** The pages that the words stand on, each leading there. */
function Cites({ cites, row }: { cites: Cite[]; row: ReviewItem }) {
  const review = useReview()
  const { t, number } = useWords()
  const pages = [...new Set(cites.map(cite => cite.page))]
  return (
    <>
      {pages.map(page =>
        page === null ? (
          cites[0]?.at && <span class="soft small">{cites[0].at}</span>
        ) : (
          <a
            key={page}
            class="cite"
            href={addressOf(review, { row, page })}
            onClick={
              review.acts
                ? event => {
                    event.preventDefault()
                    review.acts!.turn(page)
                  }
                : undefined
            }
          >
            {t('cite.page', { page: number(page) })}
          </a>
        ),
      )}
    </>
  )
}

function FieldList({ row }: { row: ReviewItem }) {
  const { data } = useReview()
  const { t } = useWords()
  const stated = FIELD_NAMES.filter(name => row.fields[name])
  if (!stated.length) return null
  return (
    <dl class="row-fields">
      {stated.map(name => (
        <div key={name}>
          <dt>{t(`field.${name}`)}</dt>
          <dd>
            <bdi lang={langOf(data)}>{row.fields[name]!.text}</bdi>
          </dd>
        </div>
      ))}
    </dl>
  )
}

function Deeds({ row }: { row: ReviewItem }) {
  const { items, acts } = useReview()
  const { t } = useWords()
  const living = items.filter(isLiving)
  const openBelow = subtreeOf(living, row.id).filter(item => item.state !== 'confirmed').length
  return (
    <div class="deeds">
      {row.state === 'confirmed' ? null : (
        <OperationForm act="item.confirm" row={row} class="confirm" done={() => ({ next: true })}>
          <button>
            {t('review.confirm')} {acts && <kbd aria-hidden="true">↵</kbd>}
          </button>
        </OperationForm>
      )}
      {openBelow > 1 && (
        <OperationForm act="confirm-many" row={row} class="confirm" done={() => ({ next: true })}>
          <button class="quiet" name="scope" value="subtree">
            {t('review.confirm.subtree', { count: openBelow })} {acts && <kbd aria-hidden="true">⇧↵</kbd>}
          </button>
        </OperationForm>
      )}
      <Tools row={row} />
    </div>
  )
}

/** A row that was taken out or merged away: where it went, and the way back. */
function Gone({ row }: { row: ReviewItem }) {
  const review = useReview()
  const { data, items } = review
  const { t } = useWords()
  const survivor = items.find(item => item.id === row.mergedInto)
  return (
    <>
      <p class="warning">
        {survivor ? t('review.merged-into') : t('review.taken-out')}{' '}
        {survivor && (
          <a href={addressOf(review, { row: survivor, page: null, show: 'all' })}>
            <bdi>{survivor.text}</bdi>
          </a>
        )}
      </p>
      {data.me.canChange && (
        <OperationForm act="item.restore" row={row}>
          <button class="quiet">{t('review.restore')}</button>
        </OperationForm>
      )}
    </>
  )
}

/** How far it is, and what comes next. */
export function Progress() {
  const { data, items, acts, view } = useReview()
  const { t, number } = useWords()
  const counts = countsOf(items, view.page)
  const next = firstShow(items)
  return (
    <div class="review-progress">
      <p>
        <b class="num">
          {t('review.progress', { count: counts.confirmed, done: number(counts.confirmed), all: number(counts.all) })}
        </b>{' '}
        {counts.all === 0 ? null : counts.open === 0 ? (
          <a href={paths.appraisal(data.plan.slug)}>{t('review.next.appraisal')}</a>
        ) : next !== view.show && next === 'doubtful' ? (
          <a
            href={`?show=${next}`}
            onClick={
              acts
                ? event => {
                    event.preventDefault()
                    acts.show(next)
                  }
                : undefined
            }
          >
            {t('review.next.doubtful', { count: counts.doubtful })}
          </a>
        ) : null}
      </p>
      <progress value={counts.confirmed} max={Math.max(1, counts.all)} aria-label={t('review.progress.label')} />
    </div>
  )
}
