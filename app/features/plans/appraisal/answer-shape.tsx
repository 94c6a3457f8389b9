/** An answer to a criterion by shape and word: full, half, barred, empty. Never by colour alone. */
import type { Answer } from '@open1325/appraisal'

export function AnswerShape({ answer }: { answer: Answer | null }) {
  return (
    <svg class="answer" viewBox="0 0 16 16" aria-hidden="true">
      {answer === 'yes' && <circle class="full" cx="8" cy="8" r="6.5" />}
      {answer === 'partly' && (
        <>
          <circle cx="8" cy="8" r="6.5" />
          <path class="full" d="M8 1.5a6.5 6.5 0 0 0 0 13z" />
        </>
      )}
      {answer === 'no' && (
        <>
          <circle cx="8" cy="8" r="6.5" />
          <path d="M4.5 8h7" />
        </>
      )}
      {answer === 'not-found' && <circle cx="8" cy="8" r="6.5" />}
      {answer === null && <circle class="open" cx="8" cy="8" r="6.5" />}
    </svg>
  )
}
