import { expect, test } from 'vitest'
import { ask } from '../testing.ts'
import { followed } from './follow.ts'
import type { Answers, Form } from './model.ts'
import { keepUsable, wrongIn } from './usable.ts'

const form = (): Form => ({
  languages: ['en'],
  pages: [
    {
      name: 'course',
      label: {},
      relevant: null,
      repeat: true,
      questions: [
        ask('first', 'text', 'First name'),
        ask('last', 'text', 'Last name'),
        ask('women', 'integer', 'Women'),
        ask('full', 'calculate', 'Name', { calculation: "concat(${first}, ' ', ${last})" }),
        ask('before', 'calculate', 'Women before', {
          calculation: 'indexed-repeat(${women}, ${course}, position(..) - 1)',
        }),
      ],
    },
    {
      name: 'end',
      label: {},
      relevant: null,
      repeat: false,
      questions: [
        ask('why', 'text', 'Why ${women}?', { relevant: '${women} > 3' }),
        ask('when', 'calculate', 'When', { calculation: 'once(now())' }),
      ],
    },
  ],
})

test('among several things, an answer is that of the same thing, and the one before is found by its place', () => {
  const given: Answers = {
    course: [
      { first: 'Amina', women: '3' },
      { first: 'Leymah', last: 'G.', women: '4' },
    ],
  }
  expect(followed(form(), given).answers.course).toMatchObject([{ full: 'Amina ' }, { full: 'Leymah G.', before: '3' }])
})

test('a condition from outside on one of several answers is taken out and said, and so are such words', () => {
  const said: unknown[] = []
  const it = form()
  keepUsable(it, (part, code, detail, column) => said.push([part.name, code, detail, column]))
  expect(said).toEqual([
    ['why', 'of-several', '${women}: ${women} > 3', 'relevant'],
    ['why', 'words', '${women}', undefined],
    ['when', 'anew', 'once(now())', 'calculation'],
  ])
  expect(it.pages[1]!.questions[0]!.relevant).toBeNull()
})

test.each([
  ['sum(${women}) > 3', null],
  ['count(${course}) > 1', null],
  ['${course} > 1', 'of-several'],
  ['${nobody} = 1', 'no-such-answer'],
  ['${why} =', 'expression'],
])('%s of the whole form: %s', (text, code) => {
  expect(wrongIn(text, { form: form(), page: null })?.code ?? null).toBe(code)
})
