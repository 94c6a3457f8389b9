/** Words of a form, and answers, as people read them. */
import { useWords } from '../../../ui/words.tsx'
import {
  isEntries,
  isFile,
  questionsOf,
  said,
  type Answer,
  type Answers,
  type Form,
  type InLanguages,
  type Question,
} from '../form/model.ts'

/** Words of the form in their own language; ${name} in them is the answer to that question. */
export function Said(props: { form: Form; words: InLanguages; language: string; answers: Answers }) {
  const { form, answers } = props
  const { text, in: language } = said(props.words, props.language, form)
  const filled = text.replace(/\$\{\s*([\w.-]+)\s*\}/g, (_, name: string) => {
    const answer = Object.hasOwn(answers, name) ? answers[name] : undefined
    if (answer === undefined || isEntries(answer) || isFile(answer)) return '…'
    const question = questionsOf(form).find(one => one.name === name)
    return [answer]
      .flat()
      .map(one => choiceCalled(form, question, one, language))
      .join(', ')
  })
  return (
    <span lang={language.startsWith('x-') ? undefined : language} dir="auto">
      {filled}
    </span>
  )
}

function choiceCalled(form: Form, question: Question | undefined, name: string, language: string): string {
  const choice = question?.choices.find(one => one.name === name)
  return choice ? said(choice.label, language, form).text : name
}

export function AnswerText(props: { form: Form; question: Question; answer: Answer | undefined; language: string }) {
  const { form, question, answer, language } = props
  const { t, date, number } = useWords()
  if (answer === undefined) return <span class="soft">{t('answer.none')}</span>
  if (isFile(answer)) return <>{answer.fileName}</>
  const called = (name: string) => choiceCalled(form, question, name, language)
  if (question.type === 'rank' && Array.isArray(answer))
    return <>{answer.map((one, n) => `${number(n + 1)}. ${called(one)}`).join(' · ')}</>
  if (Array.isArray(answer)) return <>{answer.map(called).join(' · ')}</>
  if (question.type === 'yes-no') return <>{t(answer === 'yes' ? 'answer.yes' : 'answer.no')}</>
  if (question.type === 'date') return <>{date(answer)}</>
  if (question.type === 'date-time')
    return (
      <>
        {date(answer.slice(0, 10))} <bdi>{answer.slice(11)}</bdi>
      </>
    )
  return <span class="as-typed">{question.type === 'select-one' ? called(answer) : answer}</span>
}
