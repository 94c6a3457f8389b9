/** Things that are put in an order: one list for each place, so that it needs no script and no dragging. */
import { useWords } from '../../../ui/words.tsx'
import { offered, type Followed, type Place } from '../form/follow.ts'
import { said, type Answer, type Question } from '../form/model.ts'

interface Props {
  it: Followed
  question: Question
  /** In which language questions are asked. */
  language: string
  place: Place | null
  name: string
  answer: Answer | undefined
}

export function RankPlaces({ it, question, language, place, name, answer }: Props) {
  const { t, number } = useWords()
  const choices = offered(question, it, place)
  const given = Array.isArray(answer) ? answer : []
  return (
    <>
      <p class="hint">{t('answer.rank.hint')}</p>
      {choices.map((_, n) => (
        <div class="rank-place" key={n}>
          <label for={`${name}-${n}`}>{t('answer.rank.place', { n: number(n + 1) })}</label>
          <select id={`${name}-${n}`} name={name} dir="auto">
            <option value="">–</option>
            {choices.map(choice => (
              <option key={choice.name} value={choice.name} selected={given[n] === choice.name}>
                {said(choice.label, language, it.form).text}
              </option>
            ))}
          </select>
        </div>
      ))}
    </>
  )
}
