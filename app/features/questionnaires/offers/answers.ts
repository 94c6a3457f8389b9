/** What was answered to a round's questions, for other features' texts: each question with the answers of each voice, in words. */
import type { Tx } from '../../../platform/access.ts'
import type { Words } from '../../../platform/languages.ts'
import { VOICES, type Voice } from '../../voices/model.ts'
import { withHidden, type Hidden } from '../few-people.ts'
import { isAnswered, isEntries, isFile, said, type Answer, type Form, type Question } from '../form/model.ts'
import { paths, type Answered, type Round } from '../model.ts'
import { answersOf, publishedAnswers } from '../queries/answers.ts'
import { publishedRound, roundById } from '../queries/rounds.ts'

export interface AnsweredQuestion {
  name: string
  text: string
  /** BCP 47: of its words. */
  language: string
  /** In the order of voices and names. A person's name is never among them. */
  answers: { voice: Voice; name: string | null; country: string | null; text: string }[]
}

export interface AnsweredRound {
  title: string
  /** Its public page; null where only the organisation that asked sees the answers. */
  page: string | null
  questions: AnsweredQuestion[]
}

/**
 * A round's questions that have answers. What is published is given as everybody sees it; of a round that is not, its organisation's
 * contributors get what was sent. Files and what is answered once for each of several things are left out; numbers of people from one to
 * four are in no text that leaves the organisation.
 * @returns null where the asker sees no such round
 */
export async function answeredRound(
  tx: Tx,
  id: string,
  organisationId: string,
  words: Words,
): Promise<AnsweredRound | null> {
  const published = await publishedRound(tx, id)
  const round: Round | undefined = published ?? (await roundById(tx, id, organisationId))
  if (!round) return null
  const answered = withHidden(round.form, published ? await publishedAnswers(tx, id) : await answersOf(tx, id))
  return {
    title: round.title,
    page: published ? paths.published(id) : null,
    questions: questionsIn(round.form)
      .map(question => inWords(round.form, question, answered, words))
      .filter(({ answers }) => answers.length > 0),
  }
}

const questionsIn = (form: Form): Question[] =>
  form.pages
    .filter(page => !page.repeat)
    .flatMap(({ questions }) => questions.filter(one => isAnswered(one) && one.type !== 'file'))

type Told = Answered & { isHidden: Hidden }

function inWords(form: Form, question: Question, answered: readonly Told[], words: Words): AnsweredQuestion {
  const { text, in: language } = said(question.label, words.writes, form)
  const byVoice = VOICES.flatMap(voice => answered.filter(one => one.voice === voice))
  return {
    name: question.name,
    text,
    language,
    answers: byVoice.flatMap(({ voice, kind, name, country, answers, isHidden }) => {
      const given = Object.hasOwn(answers, question.name) ? answers[question.name] : undefined
      if (given === undefined || isEntries(given) || isFile(given)) return []
      const told = isHidden(question) ? words.t('answers.few') : answerText(form, question, given, words)
      return told ? [{ voice, name: kind === 'person' ? null : name, country, text: told }] : []
    }),
  }
}

function answerText(form: Form, { type, choices }: Question, answer: Answer, { t, date, writes }: Words): string {
  const called = (name: string) => {
    const choice = choices.find(one => one.name === name)
    return choice ? said(choice.label, writes, form).text : name
  }
  if (isFile(answer)) return ''
  if (Array.isArray(answer))
    return answer.map((one, n) => (type === 'rank' ? `${n + 1}. ${called(one)}` : called(one))).join(' · ')
  switch (type) {
    case 'yes-no':
      return t(answer === 'yes' ? 'answer.yes' : 'answer.no')
    case 'date':
      return date(answer)
    case 'select-one':
      return called(answer)
    default:
      return answer.trim()
  }
}
