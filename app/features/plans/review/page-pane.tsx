/** The plan's page with the places of its rows: on its picture, or on its words where there is no picture. */
import type { Box } from '@open1325/reader'
import { useEffect, useRef, useState } from 'preact/hooks'
import { useWords } from '../../../ui/words.tsx'
import { paths } from '../model.ts'
import { addressOf, langOf, useReview, type PageOfPlan } from './context.ts'
import { cornersOf } from './drawing.ts'
import { showWithin } from './island/focus.ts'
import type { ReviewItem } from './operation.ts'
import { isLiving } from './view.ts'

export function PagePane() {
  const review = useReview()
  const { data, view, acts } = review
  const { t, number } = useWords()
  const page = data.pages.find(page => page.number === view.page) ?? data.pages[0]
  if (!page) return <p class="empty">{t('review.page.none')}</p>
  const at = data.pages.indexOf(page)
  return (
    <section class="review-page" aria-label={t('review.page')}>
      {page.number !== null && (
        <div class="page-bar">
          <Turn to={data.pages[at - 1]} label={t('review.page.previous')} arrow="back" />
          <span class="num">{t('page.title', { page: number(page.number), pages: number(data.pages.length) })}</span>
          <Turn to={data.pages[at + 1]} label={t('review.page.next')} arrow="on" />
          {acts && (
            <span class="page-tools">
              <button type="button" class="plain" aria-pressed={view.zoom === 2} onClick={acts.zoom}>
                {t('review.zoom')}
              </button>
              {data.me.canChange && (
                <button
                  type="button"
                  class="plain"
                  aria-pressed={review.drawing === 'add'}
                  onClick={() => acts.draw(review.drawing ? null : 'add')}
                >
                  {t('review.draw')}
                </button>
              )}
            </span>
          )}
        </div>
      )}
      {review.drawing && <p class="drawing-hint">{t('review.draw.hint')}</p>}
      {page.text === null ? <Picture page={page} /> : <PageWords page={page} />}
    </section>
  )
}

function Turn({ to, label, arrow }: { to: PageOfPlan | undefined; label: string; arrow: 'back' | 'on' }) {
  const review = useReview()
  const { acts } = review
  const mark = (
    <svg class={`arrow ${arrow}`} viewBox="0 0 12 12" width="14" height="14" aria-hidden="true">
      <path d="M4 1.5 8.5 6 4 10.5" fill="none" stroke="currentColor" stroke-width="1.6" />
    </svg>
  )
  if (!to || to.number === null) return <span class="turn is-off">{mark}</span>
  const turn = (event: MouseEvent) => {
    event.preventDefault()
    acts?.turn(to.number!)
  }
  return (
    <a class="turn" href={addressOf(review, { page: to.number })} aria-label={label} onClick={acts ? turn : undefined}>
      {mark}
    </a>
  )
}

function Picture({ page }: { page: PageOfPlan }) {
  const { data, view, items } = useReview()
  const { t, number } = useWords()
  const scroll = useRef<HTMLDivElement>(null)
  const number_ = page.number!
  const address = (width: number) => `${paths.picture(data.plan.slug, number_)}?w=${width}`
  const current = items.find(item => item.id === view.selected)
  useEffect(() => {
    showWithin(scroll.current, scroll.current?.querySelector('.is-current'))
  }, [view.selected, view.page, view.zoom])
  return (
    <div class="page-scroll" ref={scroll} tabIndex={0} role="group" aria-label={t('review.page')}>
      <div class={`page-sheet zoom-${view.zoom}`}>
        <img
          src={address(960)}
          srcset={[480, 960, 1440].map(width => `${address(width)} ${width}w`).join(', ')}
          sizes={view.zoom === 2 ? '(min-width: 60rem) 95vw, 170vw' : '(min-width: 60rem) 56vw, 100vw'}
          width={Math.round(page.width)}
          height={Math.round(page.height)}
          alt={t('review.page.picture', { page: number(number_) })}
        />
        <Boxes page={page} current={current} />
      </div>
    </div>
  )
}

/** Frames over the picture, in the page's points. The list has the same rows for the keyboard, so here nothing takes the focus. */
function Boxes({ page, current }: { page: PageOfPlan; current: ReviewItem | undefined }) {
  const review = useReview()
  const { items, acts, drawing } = review
  const [from, setFrom] = useState<[number, number] | null>(null)
  const [to, setTo] = useState<[number, number] | null>(null)
  const isHere = (item: ReviewItem) => item.cites.some(cite => cite.page === page.number && cite.box)
  const rows = items.filter(item => isLiving(item) && item.id !== current?.id && isHere(item))
  const open = (row: ReviewItem) => (event: MouseEvent) => {
    event.preventDefault()
    if (!drawing) acts?.select(row.id)
  }
  const frames = (row: ReviewItem) =>
    row.cites.flatMap((cite, i) =>
      cite.page === page.number && cite.box ? [<Frame key={i} box={cite.box} class={classOf(row, current)} />] : [],
    )
  const point = (event: PointerEvent): [number, number] => {
    const edge = (event.currentTarget as Element).getBoundingClientRect()
    const scale = page.width / edge.width
    return [(event.clientX - edge.left) * scale, (event.clientY - edge.top) * scale]
  }
  const pointer = acts &&
    drawing && {
      onPointerDown: (event: PointerEvent) => {
        ;(event.currentTarget as Element).setPointerCapture(event.pointerId)
        setFrom(point(event))
        setTo(null)
      },
      onPointerMove: (event: PointerEvent) => from && setTo(point(event)),
      onPointerUp: (event: PointerEvent) => {
        const box = from && cornersOf(from, point(event))
        setFrom(null)
        setTo(null)
        if (box) acts.drew(box)
      },
    }
  return (
    <svg
      class={drawing ? 'boxes is-drawing' : 'boxes'}
      viewBox={`0 0 ${page.width} ${page.height}`}
      aria-hidden="true"
      {...pointer}
    >
      {rows.map(row => (
        <a
          key={row.id}
          href={addressOf(review, { row, page: null })}
          tabIndex={-1}
          onClick={acts ? open(row) : undefined}
        >
          {frames(row)}
        </a>
      ))}
      {current && isLiving(current) && (
        <g key="current">
          {Object.entries(current.fields).flatMap(([name, field]) =>
            field.cites.map((cite, i) =>
              cite.page === page.number && cite.box ? (
                <Frame key={name + i} box={cite.box} class="place is-field" />
              ) : null,
            ),
          )}
          {frames(current)}
        </g>
      )}
      {from && to && <Frame box={cornersOf(from, to) ?? [0, 0, 0, 0]} class="place is-drawn" />}
    </svg>
  )
}

const classOf = (row: ReviewItem, current: ReviewItem | undefined) =>
  row.id === current?.id ? 'place is-current' : row.state === 'confirmed' ? 'place is-confirmed' : 'place'

const Frame = ({ box: [x0, y0, x1, y1], class: name }: { box: Box; class: string }) => (
  <rect class={name} x={x0 - 1.5} y={y0 - 1.5} width={x1 - x0 + 3} height={y1 - y0 + 3} rx="1.5" />
)

/** How many characters around the quote are shown of a long text. */
const AROUND = 2500

/** A format without pages: the words around the row's own, which are marked. */
function PageWords({ page }: { page: PageOfPlan }) {
  const { data, view, items } = useReview()
  const scroll = useRef<HTMLDivElement>(null)
  const text = page.text ?? ''
  const quote = items.find(item => item.id === view.selected)?.cites[0]?.quote ?? ''
  const at = quote ? text.indexOf(quote) : -1
  const from = Math.max(0, at - AROUND)
  const to = Math.min(text.length, Math.max(at, 0) + quote.length + AROUND)
  useEffect(() => {
    showWithin(scroll.current, scroll.current?.querySelector('mark'))
  }, [view.selected])
  return (
    <div class="page-scroll" ref={scroll} tabIndex={0} role="group">
      <p class="page-words" lang={langOf(data)} dir="auto">
        {at < 0 ? (
          text.slice(from, to)
        ) : (
          <>
            {text.slice(from, at)}
            <mark>{quote}</mark>
            {text.slice(at + quote.length, to)}
          </>
        )}
      </p>
    </div>
  )
}
