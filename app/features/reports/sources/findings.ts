/** A plan's appraisal as it is put into a report: each decided criterion, the answer, the words that it rests on. */
import { answerWord, EDITION, type Answer } from '@open1325/appraisal'
import { words as text, type Inline } from '@open1325/report-writer'
import type { Tx } from '../../../platform/access.ts'
import type { Words } from '../../../platform/languages.ts'
import { paths } from '../../plans/model.ts'
import { decisionsOf } from '../../plans/queries/finding.ts'
import { libraryName } from '../languages.ts'
import type { Made } from '../model.ts'
import { planSource } from '../queries/sources.ts'
import { digest } from './digest.ts'

export async function madeOfFindings(tx: Tx, instrument: string, words: Words, origin: string): Promise<Made | null> {
  const { t } = words
  const plan = await planSource(tx, instrument)
  const decisions = plan ? await decisionsOf(tx, instrument) : []
  if (!plan || !decisions.length) return null
  const byCriterion = new Map(decisions.map(decision => [decision.criterion, decision]))
  const decided = EDITION.criteria.flatMap(({ id, name }) => {
    const decision = byCriterion.get(id)
    return decision ? [{ name: libraryName(words, `criterion.${id}`, name), ...decision }] : []
  })
  const version = digest(decided.map(({ criterion, edition, answer, reason }) => [criterion, edition, answer, reason]))
  const grounds = ({ machine, answer, reason }: (typeof decided)[number]): Inline[] => {
    const [quote] = answer === machine.answer ? machine.quotes : []
    if (reason) return [text(reason)]
    if (!quote) return [text('–')]
    const page = quote.page ? ` (${t('reports.page-n', { page: String(quote.page) })})` : ''
    return [text(`${t('reports.quoted', { words: shortened(quote.quote) })}${page}`)]
  }
  return {
    version,
    url: `${origin}${paths.plan(plan.slug)}`,
    blocks: [
      {
        kind: 'table',
        caption: t('reports.findings.caption', { plan: plan.title }),
        header: [t('reports.findings.criterion'), t('reports.findings.answer'), t('reports.findings.grounds')],
        rows: decided.map(decision => [
          [text(decision.name)],
          [text(answerName(decision.answer, words))],
          grounds(decision),
        ]),
      },
    ],
  }
}

/** The answer as the library's sentences have it. */
const answerName = (answer: Answer, words: Words): string => {
  const names = { en: answerWord(answer, 'en'), fr: answerWord(answer, 'fr'), ar: answerWord(answer, 'ar') }
  return libraryName(words, `answer.${answer}`, names)
}

const LONGEST = 240

const shortened = (quote: string): string =>
  quote.length > LONGEST ? `${quote.slice(0, LONGEST).replace(/\s+\S*$/u, '')} …` : quote
