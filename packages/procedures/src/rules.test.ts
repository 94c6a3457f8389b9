import { expect, test } from 'vitest'
import { ruleOf } from '../../../library/bodies.ts'
import { groundOf, partBehind } from './rules.ts'

test('that a report says whether it may be published is told with the note that asks it, its length with what was read of the length', () => {
  const rule = ruleOf('cedaw-session-2021')
  const sourceOf = (code: string) => groundOf(rule, partBehind(code)).sources[0]
  expect(['missing-publication', 'too-long', 'status-required', 'wrong-citation'].map(sourceOf)).toEqual([
    'wunrn',
    'iwraw-80',
    'minority',
    'iwraw-80',
  ])
  expect(groundOf(ruleOf('ccpr-submission-current'), partBehind('missing-publication')).verified).toBe('verified')
})
