/** What can be put into a section, by kind, as far as the author sees it. */
import type { Tx } from '../../../platform/access.ts'
import type { Ctx } from '../../../platform/http.ts'
import type { Words } from '../../../platform/languages.ts'
import { answeredRound } from '../../questionnaires/offers/answers.ts'
import { whatHappenedChoices } from '../../recommendations/offers/what-happened.ts'
import { closedRounds } from '../../statements/offers/silent.ts'
import { GAPS, gapOf, type Gap } from '../../voices/model.ts'
import type { Report } from '../model.ts'
import {
  appraisedPlans,
  commitmentSources,
  indicatorChoices,
  instrumentChoices,
  itemsOfInstrument,
  roundsWithAnswers,
  spokenInstruments,
} from '../queries/sources.ts'

export const KINDS = [
  'commitments',
  'progress',
  'indicators',
  'appraisal',
  'recommendations',
  'answers',
  'silent',
  'claim',
] as const
export type What = (typeof KINDS)[number]

export const whatIn = (c: Ctx): What => KINDS.find(one => one === c.req.query('what')) ?? 'commitments'
const gapIn = (c: Ctx): Gap | null => GAPS.find(one => one === c.req.query('gap')) ?? null

export async function choicesFor(c: Ctx, tx: Tx, report: Report, words: Words) {
  const { country, organisationId } = report
  switch (whatIn(c)) {
    case 'commitments': {
      const instruments = await instrumentChoices(tx, country)
      const chosen = instruments.find(({ slug }) => slug === c.req.query('instrument')) ?? instruments[0] ?? null
      const gap = gapIn(c)
      const items = chosen ? await commitmentSources(tx, await itemsOfInstrument(tx, chosen.id)) : []
      return {
        what: 'commitments' as const,
        instruments,
        chosen,
        items: items.filter(({ said }) => !gap || gapOf(said) === gap),
        gap,
      }
    }
    case 'progress':
      return { what: 'progress' as const, plans: await spokenInstruments(tx, country) }
    case 'indicators':
      return { what: 'indicators' as const, indicators: await indicatorChoices(tx, country) }
    case 'appraisal':
      return { what: 'appraisal' as const, plans: await appraisedPlans(tx, country) }
    case 'recommendations':
      return { what: 'recommendations' as const, years: await whatHappenedChoices(tx, country) }
    case 'answers': {
      const rounds = await roundsWithAnswers(tx, organisationId)
      const chosen = rounds.find(({ id }) => id === c.req.query('round')) ?? rounds[0] ?? null
      const answered = chosen && (await answeredRound(tx, chosen.id, organisationId, words))
      return { what: 'answers' as const, rounds, chosen, answered }
    }
    case 'silent':
      return { what: 'silent' as const, rounds: await closedRounds(tx, organisationId) }
    case 'claim':
      return { what: 'claim' as const }
  }
}
export type Choices = Awaited<ReturnType<typeof choicesFor>>

/** Why there is nothing of a kind to put in: its kind, or that no commitment of the document has the gap; null where there is something. */
export function lackIn(choices: Choices): Exclude<What, 'silent' | 'claim'> | 'gap' | null {
  switch (choices.what) {
    case 'commitments':
      return choices.items.length ? null : choices.gap && choices.chosen ? 'gap' : 'commitments'
    case 'indicators':
      return choices.indicators.length ? null : 'indicators'
    case 'appraisal':
    case 'progress':
      return choices.plans.length ? null : choices.what
    case 'recommendations':
      return choices.years.length ? null : 'recommendations'
    case 'answers':
      return choices.answered?.questions.length ? null : 'answers'
    case 'silent':
    case 'claim':
      return null
  }
}
