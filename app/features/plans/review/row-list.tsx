/** The rows of the chosen view: a tree to the keys and to a screen reader once the island runs, a list of links before. */
import { useEffect, useRef } from 'preact/hooks'
import { useWords } from '../../../ui/words.tsx'
import { addressOf, langOf, useReview } from './context.ts'
import { showWithin } from './island/focus.ts'
import { waitingRows } from './island/queue.ts'
import { KindMark, StateMark } from './marks.tsx'
import { listed, pageOf, SHOWS, countsOf, type Listed, type Show } from './view.ts'

export function RowList() {
  const { view, items, acts, waiting } = useReview()
  const { t } = useWords()
  const rows = listed(items, view.show, view.page, new Set(view.kept))
  const unsaved = waitingRows(waiting)
  const list = useRef<HTMLUListElement>(null)
  useEffect(() => {
    showWithin(list.current, list.current?.querySelector('[aria-current="true"]'))
  }, [view.selected, view.show])
  if (!rows.length) return <p class="empty">{t(`review.none.${view.show}`)}</p>
  return (
    <ul class="review-rows" ref={list} role={acts ? 'tree' : undefined} aria-label={t('review.rows')} id="rows">
      {rows.map(row => (
        <RowLink key={row.id} row={row} isUnsaved={unsaved.has(row.id)} />
      ))}
    </ul>
  )
}

function RowLink({ row, isUnsaved }: { row: Listed; isUnsaved: boolean }) {
  const review = useReview()
  const { data, view, acts, touched } = review
  const { t, number } = useWords()
  const isCurrent = row.id === view.selected
  const page = pageOf(row)
  const classes = ['row', `depth-${Math.min(row.depth, 5)}`]
  if (row.context) classes.push('is-context')
  if (isCurrent) classes.push('is-current')
  const inTree = acts && {
    role: 'treeitem' as const,
    'aria-level': row.depth + 1,
    'aria-selected': isCurrent,
    tabIndex: isCurrent ? 0 : -1,
    onClick: (event: MouseEvent) => {
      if (event.metaKey || event.ctrlKey || event.shiftKey) return
      event.preventDefault()
      acts.select(row.id)
    },
  }
  return (
    <li role={acts ? 'none' : undefined}>
      <a
        class={classes.join(' ')}
        href={addressOf(review, { row, page: null })}
        id={`row-${row.ref || row.id}`}
        data-row={row.id}
        aria-current={isCurrent ? 'true' : undefined}
        {...inTree}
      >
        <KindMark kind={row.kind} />
        <span class="what">
          <span class="kind-word">{t(`kind.${row.kind}`)}</span>
          {row.number && <bdi class="number">{row.number}</bdi>}
          <StateMark row={row} short />
          {page !== null && <span class="page-number">{t('cite.page', { page: number(page) })}</span>}
          {touched.has(row.id) && <span class="tag">{touched.get(row.id)}</span>}
          {isUnsaved && <span class="unsaved">{t('review.unsaved')}</span>}
        </span>
        <span class="text" lang={langOf(data)} dir="auto">
          {row.text}
        </span>
      </a>
    </li>
  )
}

/** Which rows to look at, and how many each view holds. */
export function Views() {
  const review = useReview()
  const { view, items, acts } = review
  const { t, number } = useWords()
  const counts = countsOf(items, view.page)
  const paged = view.page !== null
  const offered = SHOWS.filter(
    show => show === view.show || (show === 'removed' ? counts.removed > 0 : show === 'page' ? paged : true),
  )
  const choose = (show: Show) => (event: MouseEvent) => {
    event.preventDefault()
    acts?.show(show)
  }
  return (
    <nav class="review-views" aria-label={t('review.views')}>
      <ul>
        {offered.map(show => (
          <li key={show}>
            <a
              href={addressOf(review, { show, row: null, page: show === 'page' ? view.page : null })}
              aria-current={show === view.show ? 'true' : undefined}
              onClick={acts ? choose(show) : undefined}
            >
              {t(`review.show.${show}`)} <b class="num">{number(counts[show])}</b>
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
