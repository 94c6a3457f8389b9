/** What a finding rests on: the plan's words with their pages, the search that was made, the five states of money. */
import { answerWord, MONEY_STATES, type Finding } from '@open1325/appraisal'
import { useWords } from '../../../ui/words.tsx'
import { paths } from '../model.ts'
import { Quote } from '../quote.tsx'
import { AnswerShape } from './answer-shape.tsx'

/** The five states of money: never merged into one. */
export function MoneyStates({ states }: { states: NonNullable<Finding['states']> }) {
  const { t, locale } = useWords()
  return (
    <ul class="money">
      {MONEY_STATES.map(state => (
        <li key={state}>
          <AnswerShape answer={states[state].answer} />
          <span>
            {t(`money.${state}`)} <span class="soft">{answerWord(states[state].answer, locale)}</span>
          </span>
        </li>
      ))}
    </ul>
  )
}

/** The quotes with their pages, and the search that was made. */
export function Grounds({ slug, lang, machine }: { slug: string; lang: string | undefined; machine: Finding }) {
  const { t } = useWords()
  return (
    <>
      {machine.quotes.map((cite, n) => (
        <Quote
          key={n}
          cite={cite}
          lang={lang}
          pageAt={page => `${paths.page(slug, page)}?criterion=${machine.criterion}`}
        />
      ))}
      {machine.search && (
        <details class="search">
          <summary>
            {t('appraisal.searched', { pages: machine.search.pages, words: machine.search.words.length })}
          </summary>
          <p class="soft small" lang={lang} dir="auto">
            {machine.search.words.join(' · ')}
          </p>
        </details>
      )}
    </>
  )
}
