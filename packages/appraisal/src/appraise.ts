/** The appraisal of one plan: each criterion of the edition asked in its own way. */
import type { Reading } from '@open1325/reader'
import type { Appraisal } from './appraisal.ts'
import type { Judgement } from './count-rows.ts'
import { countCivilSociety, countObjectives, countRows, measureKind } from './count-rows.ts'
import type { Criterion, Edition } from './edition.ts'
import { EDITION } from './edition.ts'
import { money } from './money.ts'
import type { Ground } from './search.ts'
import { ask } from './search.ts'
import { lexicon } from './text/cues.ts'
import { passagesOf } from './text/passages.ts'
import { periodText, validity } from './validity.ts'

export interface AppraiseOptions {
  /** ISO date, 'YYYY-MM-DD'. */
  asOf: string
  /** Another edition of the criteria than the one that comes with the package. */
  criteria?: Edition
}

/**
 * Asks every criterion of the edition. Pure: the same reading, day and edition give the same appraisal.
 * @throws RangeError where `asOf` is not an ISO date.
 */
export function appraise(reading: Reading, { asOf, criteria: edition = EDITION }: AppraiseOptions): Appraisal {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(asOf)) throw new RangeError(`asOf must be a date such as 2026-11-21, not '${asOf}'`)
  const words = lexicon(edition, reading.document.languages)
  const ground: Ground = { passages: passagesOf(reading, words), lexicon: words, pages: reading.pages.length }
  const period = periodText(reading)
  const shared = { kind: measureKind(reading.document), period, hasPeriod: period === '' ? 'no' : 'yes' }
  return {
    edition: edition.edition,
    asOf,
    findings: edition.criteria.map(criterion => {
      const { code, params, ...judged } = judge(criterion, reading, ground, asOf, edition)
      const how = { code: `${criterion.id}.${code}`, params: { ...shared, ...params } }
      return { criterion: criterion.id, how, ...judged }
    }),
  }
}

function judge({ ask: asked }: Criterion, reading: Reading, ground: Ground, asOf: string, edition: Edition): Judgement {
  switch (asked.kind) {
    case 'text':
      return { ...ask(asked.search, ground), params: {} }
    case 'rows':
      return countRows(reading.document, asked, ground)
    case 'objectives':
      return countObjectives(reading.document, asked, ground)
    case 'civil-society':
      return countCivilSociety(reading.document, asked, ground, edition)
    case 'money':
      return money(reading.document, asked, ground)
    case 'validity':
      return validity(reading, asOf)
  }
}
