import { expect, test } from 'vitest'
import { OUTLINES, outlineSources } from '../../../library/outlines.ts'
import { BODIES } from '../../../library/bodies.ts'
import { differences } from './model.ts'

test('two versions differ word by word, and both can be put together again', () => {
  const [before, after] = ['The plan names no budget at all.\n\nEnd', 'The new plan names a budget.\n\nEnd of it']
  const pieces = differences(before, after)
  const without = (is: string) =>
    pieces
      .filter(piece => piece.is !== is)
      .map(({ text }) => text)
      .join('')
  expect(without('added')).toBe(before)
  expect(without('removed')).toBe(after)
  expect(pieces).toContainEqual({ is: 'added', text: ' new' })
  expect(differences('', '')).toEqual([])
  expect(differences('same', 'same')).toEqual([{ is: 'kept', text: 'same' }])
})

test('texts too long to compare word by word are shown as taken out and put in', () => {
  const long = (word: string) => Array.from({ length: 3000 }, (_, n) => `${word}${n}`).join(' ')
  expect(differences(long('a'), long('b')).map(({ is }) => is)).toEqual(['removed', 'added'])
})

test('each outline names where its order is from, and a procedure that there is', () => {
  const procedures = BODIES.flatMap(body => body.procedures.map(({ id }) => id))
  for (const outline of OUTLINES) {
    expect(
      outlineSources(outline).every(source => source.url),
      outline.id,
    ).toBe(true)
    if (outline.procedure) expect(procedures).toContain(outline.procedure)
  }
})
