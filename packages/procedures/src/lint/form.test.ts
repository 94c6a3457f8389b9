import { expect, test } from 'vitest'
import { ruleOf } from '../../../../library/bodies.ts'
import type { Block } from '../document.ts'
import { lint } from './lint.ts'
import { readText } from './testing/read-text.ts'

const unnumbered = (typed: string, last?: Block) => {
  const document = readText('en', typed)
  const blocks = last ? [...document.blocks, last] : document.blocks
  return lint({ ...document, blocks }, ruleOf('upr-stakeholder-2011'), { stated: { organisation: 'Peace Table' } })
    .filter(({ code }) => code === 'paragraphs-not-numbered')
    .map(({ params }) => params.count)
}

test('lettered parts, the lines of the title and what stands beside a table need no number in a stakeholder submission', () => {
  expect(
    unnumbered(
      'Submission of Peace Table, March 2025\n\n# Method\n\n1. We asked.\n\n| A | B |\n| 5 | 6 |\n\nSource: our own count.\n\n2. We ask that:\n\n(a) money be given;\n\n(b) figures be published.\n\nв) и так далее.',
    ),
  ).toEqual([])
})

test('a paragraph that lost its number is told, the first and the last among them', () => {
  expect(unnumbered('1. We asked.\n\nNobody answered.\n\n2. We ask again.')).toEqual([1])
  expect(unnumbered('We asked.\n\n2. Nobody answered.')).toEqual([1])
  expect(unnumbered('We asked.\n\nNobody answered.')).toEqual([2])
})
