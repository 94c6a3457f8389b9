/** What was answered to one question of a round, as it is put into a report: voice beside voice. */
import { words as text, type Inline } from '@open1325/report-writer'
import type { Tx } from '../../../platform/access.ts'
import type { Words } from '../../../platform/languages.ts'
import { answeredRound } from '../../questionnaires/offers/answers.ts'
import type { Made } from '../model.ts'
import { digest } from './digest.ts'

export async function madeOfAnswers(
  tx: Tx,
  of: { round: string; question: string; organisation: string },
  words: Words,
  origin: string,
): Promise<Made | null> {
  const round = await answeredRound(tx, of.round, of.organisation, words)
  const question = round?.questions.find(({ name }) => name === of.question)
  if (!round || !question) return null
  const { t, country } = words
  const who = ({ name, country: where }: (typeof question.answers)[number]): Inline[] => [
    text(name ?? t('reports.answers.person')),
    ...(where ? [text(`, ${country(where)}`)] : []),
  ]
  return {
    // Of what was answered, whatever language labels are in.
    version: digest(question.answers.map(({ voice, name, country, text }) => [voice, name, country, text])),
    url: round.page && origin + round.page,
    blocks: [
      {
        kind: 'table',
        caption: t('reports.answers.caption', { question: question.text, round: round.title }),
        header: [t('reports.figure.voice'), t('reports.answers.who'), t('reports.answers.answer')],
        rows: question.answers.map(answer => [[text(t(`voice.${answer.voice}`))], who(answer), [text(answer.text)]]),
      },
    ],
  }
}
