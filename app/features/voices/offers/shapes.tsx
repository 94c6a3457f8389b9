/** A status as a shape and a word: never as a colour alone. */
import { useWords } from '../../../ui/words.tsx'
import { STATUSES, type Status } from '../model.ts'

/** Around the point 0 0, within a circle of 8. */
export function StatusShape({ status }: { status: Status }) {
  const circle = <circle r="7" class="hollow" />
  switch (status) {
    case 'not-started':
      return <g class={`shape ${status}`}>{circle}</g>
    case 'under-way':
      return (
        <g class={`shape ${status}`}>
          {circle}
          <path d="M0-7A7 7 0 0 0 0 7Z" class="solid" />
        </g>
      )
    case 'done':
      return (
        <g class={`shape ${status}`}>
          <circle r="7.5" class="solid" />
          <path d="M-3.6.2-1 3 3.8-2.8" class="stroke on-solid" />
        </g>
      )
    case 'stalled':
      return (
        <g class={`shape ${status}`}>
          <rect x="-7" y="-7" width="14" height="14" class="hollow" />
          <path d="M-2.5-3.5v7M2.5-3.5v7" class="stroke" />
        </g>
      )
    case 'dropped':
      return (
        <g class={`shape ${status}`}>
          <path d="M-5.5-5.5l11 11M5.5-5.5l-11 11" class="stroke" />
        </g>
      )
    case 'no-information':
      return (
        <g class={`shape ${status}`}>
          <circle r="7" class="hollow dotted" />
          <circle r="1.3" class="solid" />
        </g>
      )
  }
}

/** The shape with its word. `id`: where the page draws the shapes once (`StatusShapes`), what their ids begin with. */
export function StatusMark({ status, id }: { status: Status; id?: string }) {
  const { t } = useWords()
  return (
    <span class="status">
      <svg viewBox="-9 -9 18 18" width="18" height="18" aria-hidden="true">
        {id ? <use href={`#${id}-${status}`} /> : <StatusShape status={status} />}
      </svg>
      {t(`status.${status}`)}
    </span>
  )
}

/** All shapes, to be used by a page that shows hundreds. */
export function StatusShapes({ id }: { id: string }) {
  return (
    <svg width="0" height="0" aria-hidden="true" class="shapes">
      {STATUSES.map(status => (
        <g key={status} id={`${id}-${status}`}>
          <StatusShape status={status} />
        </g>
      ))}
    </svg>
  )
}
