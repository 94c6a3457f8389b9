/** The keys. */
import { useWords } from '../../../ui/words.tsx'
import { useReview } from './context.ts'

const KEYS = [
  ['j k ↓ ↑', 'review.key.move'],
  ['← →', 'review.key.tree'],
  ['↵ c', 'review.key.confirm'],
  ['⇧↵', 'review.key.subtree'],
  ['e', 'review.key.edit'],
  ['s', 'review.key.split'],
  ['m', 'review.key.merge'],
  ['r 1–6', 'review.key.kind'],
  ['p', 'review.key.parent'],
  ['Alt + ↑ ↓ ← →', 'review.key.place'],
  ['x', 'review.key.remove'],
  ['a', 'review.key.add'],
  ['u', 'review.key.undo'],
  ['z', 'review.key.zoom'],
  ['[ ]', 'review.key.page'],
  ['Esc', 'review.key.close'],
  ['?', 'review.key.help'],
] as const

export function Help() {
  const { acts, letters } = useReview()
  const { t } = useWords()
  return (
    <dialog class="review-help" id="review-help" aria-labelledby="review-help-title">
      <h2 id="review-help-title">{t('review.keys.title')}</h2>
      <dl>
        {KEYS.map(([keys, key]) => (
          <div key={key}>
            <dt>
              {keys.split(' ').map(one => (one === '+' || one === 'Alt' ? `${one} ` : <kbd key={one}>{one}</kbd>))}
            </dt>
            <dd>{t(key)}</dd>
          </div>
        ))}
      </dl>
      <p class="choice">
        <input
          type="checkbox"
          id="letters"
          checked={letters}
          onChange={event => acts?.letters(event.currentTarget.checked)}
        />
        <label for="letters">{t('review.letters')}</label>
      </p>
      <form method="dialog">
        <button class="quiet">{t('review.close')}</button>
      </form>
    </dialog>
  )
}
