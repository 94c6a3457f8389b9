/** Rows that somebody typed to try the form. */
import type { Indicator, Observation } from '../model.ts'
import type { Check } from './data.ts'
import { warn } from './warning.ts'

// The whole text is nothing but a trial: 'test indicateur 1', but neither 'HIV test' nor 'Testimony'.
const TRIAL =
  /^\W*(?:test(?:e|s|ing)?|essai|prueba|prova|proba|demo|dummy|تجربة|اختبار)(?:[\s_-]+(?:indicat(?:or|eur)|indicador|row|ligne|data|donn[ée]es?|item|entry|valeur|value|مؤشر))*[\s_-]*[\d.]*\W*$/iu
const FILLER =
  /lorem ipsum|^\W*(?:(\p{L})\1{2,}|asdf\w*|qwerty?\w*|azerty?\w*|foo|bar|foobar|blah?(?: blah?)*|xyz|abc|n'importe quoi)\W*$/iu

export const isTrial = (text: string): boolean => TRIAL.test(text) || FILLER.test(text)

function textsOf({ indicator, place, disaggregation, value, source }: Observation): string[] {
  const titles = value.kind === 'list' ? value.entries.map(({ title }) => title) : []
  return [indicator, place.part ?? '', source ?? '', ...Object.values(disaggregation), ...titles]
}

const textsOfPassport = ({ title, definition, source }: Indicator): string[] => [title, definition ?? '', source ?? '']

export const testRow: Check = {
  name: 'test-row',
  *run({ indicators, observations }) {
    for (const passport of indicators) {
      const text = textsOfPassport(passport).find(isTrial)
      if (text === undefined) continue
      yield warn({
        severity: 'wrong',
        passports: [passport],
        message: 'test-row.indicator',
        params: { text },
      })
    }
    for (const observation of observations) {
      const text = textsOf(observation).find(isTrial)
      if (text === undefined) continue
      yield warn({ severity: 'wrong', of: [observation], message: 'test-row.observation', params: { text } })
    }
  },
}
