/** Kinds and states as small shapes, beside their words: told apart without colour. */
import type { ItemKind } from '@open1325/reader'
import type { ReviewItem } from './operation.ts'
import { isDoubtful } from './view.ts'
import { useWords } from '../../../ui/words.tsx'

const SHAPES: Record<ItemKind, string> = {
  pillar: 'M1.5 1.5h9v9h-9z',
  objective: 'M6 .8 11.2 6 6 11.2.8 6z',
  outcome: 'M6 1a5 5 0 1 0 0 10A5 5 0 0 0 6 1',
  output: 'M6 1a5 5 0 1 0 0 10A5 5 0 0 0 6 1m0 2.2a2.8 2.8 0 1 1 0 5.6 2.8 2.8 0 0 1 0-5.6',
  action: 'M6 1.2 11.3 10.6H.7z',
  indicator: 'M1 7h2.4v4H1zm3.8-3h2.4v7H4.8zm3.8-3H11v10H8.6z',
}

export const KindMark = ({ kind }: { kind: ItemKind }) => (
  <svg class="kind-mark" viewBox="0 0 12 12" width="12" height="12" aria-hidden="true">
    <path d={SHAPES[kind]} fill="currentColor" />
  </svg>
)

/** Confirmed, doubtful, or still to confirm. */
export function StateMark({ row, short }: { row: ReviewItem; short?: boolean }) {
  const { t } = useWords()
  if (row.state === 'confirmed')
    return (
      <span class="state is-confirmed">
        <svg viewBox="0 0 12 12" width="12" height="12" aria-hidden="true">
          <path d="M1.5 6.5 4.6 9.6 10.6 2.6" fill="none" stroke="currentColor" stroke-width="2" />
        </svg>
        <span class={short ? 'visually-hidden' : ''}>{t('review.state.confirmed')}</span>
      </span>
    )
  return (
    <span class={isDoubtful(row) ? 'state is-doubtful' : 'state is-open'}>
      <svg viewBox="0 0 12 12" width="12" height="12" aria-hidden="true">
        {isDoubtful(row) ? (
          <path d="M6 .8 11.4 10.6H.6zM6 4.2v3M6 8.3v1.2" fill="none" stroke="currentColor" stroke-width="1.3" />
        ) : (
          <circle cx="6" cy="6" r="4.2" fill="none" stroke="currentColor" stroke-width="1.3" />
        )}
      </svg>
      <span class={short && !isDoubtful(row) ? 'visually-hidden' : ''}>
        {t(isDoubtful(row) ? 'review.state.doubtful' : 'review.state.open')}
      </span>
    </span>
  )
}
