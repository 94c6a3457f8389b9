import { expect, test } from 'vitest'
import { checkCitations } from '../../../citations/src/index.ts'
import { countWords } from '../words/count.ts'
import { lint } from './lint.ts'
import { LONG_TEXTS } from './testing/long-texts.ts'

test.each(LONG_TEXTS)('no false alarm in a whole submission: $name', ({ rule, document, facts }) => {
  expect(countWords(document).words).toBeGreaterThan(500)
  const found = lint(document, rule, { checkCitations, ...facts })
  expect(found.map(({ code, where, params }) => [code, where?.quote, params])).toEqual([])
})
