import { describe, expect, test } from 'vitest'
import { fewPeopleIn } from './few-people.ts'
import type { Answers, Form, Question } from './form/model.ts'
import { ask } from './testing.ts'

const formOf = (questions: Question[], repeat = false): Form => ({
  languages: ['en'],
  pages: [{ name: 'page', label: {}, relevant: null, repeat, questions }],
})
const number = (name: string, more: Partial<Question> = {}) => ask(name, 'integer', name, more)
const hiddenOf = (questions: Question[], answers: Answers): string[] => {
  const isHidden = fewPeopleIn(formOf(questions), answers)
  return questions.filter(question => isHidden(question)).map(({ name }) => name)
}

test.each([
  ['0', []],
  ['1', ['women']],
  ['4', ['women']],
  ['5', []],
  ['', []],
])('%s women: the public is not told what counts one to four', (women, hidden) => {
  expect(hiddenOf([number('women')], { women })).toEqual(hidden)
})

test('a number that counts no people is told, a text as well', () => {
  expect(
    hiddenOf([number('laws', { countsPeople: false }), ask('how', 'text', 'How?')], { laws: '3', how: '3' }),
  ).toEqual([])
})

test('who knows the total and the men does not know the few women either', () => {
  const table = [number('all'), number('men'), number('women')]
  expect(hiddenOf(table, { all: '200', men: '197', women: '3' })).toEqual(['men', 'women'])
  expect(hiddenOf(table, { all: '200', men: '100', women: '100' })).toEqual([])
  const groups = [...table, number('boys')]
  expect(hiddenOf(groups, { all: '200', men: '150', boys: '47', women: '3' })).toEqual(['women', 'boys'])
})

test('few together tell each other, where they are as few as can be or as many', () => {
  const table = [number('all'), number('men'), number('women'), number('others')]
  const told = (women: string, others: string, all: string) => hiddenOf(table, { all, men: '198', women, others })
  expect(told('1', '1', '200')).toEqual(['men', 'women', 'others'])
  expect(told('4', '4', '206')).toEqual(['men', 'women', 'others'])
  expect(told('4', '2', '204')).toEqual(['women', 'others'])
})

test('what is worked out from a hidden number is hidden, also from what was worked out of it', () => {
  const share = ask('share', 'calculate', 'Share', { calculation: '${women} div ${all} * 100' })
  const words = ask('words', 'calculate', 'In words', { calculation: "concat(${share}, ' per cent')" })
  expect(
    hiddenOf([number('all'), number('women'), share, words], {
      all: '60',
      women: '3',
      share: '5',
      words: '5 per cent',
    }),
  ).toEqual(['women', 'share', 'words'])
})

test('of several things only those with few people are hidden, and their sum', () => {
  const women = number('women')
  const sum = ask('sum', 'calculate', 'All', { calculation: 'sum(${women})' })
  const form: Form = {
    languages: ['en'],
    pages: [...formOf([women], true).pages, { ...formOf([sum]).pages[0]!, name: 'end' }],
  }
  const isHidden = fewPeopleIn(form, { page: [{ women: '3' }, { women: '40' }], sum: '43' })
  expect([isHidden(women, 0), isHidden(women, 1), isHidden(sum)]).toEqual([true, false, true])
})

test('a part that would give few away is hidden wherever it was answered again', () => {
  const [women, men, all, others] = ['women', 'men', 'all', 'others'].map(name => number(name)) as [
    Question,
    Question,
    Question,
    Question,
  ]
  const form: Form = {
    languages: ['en'],
    pages: [
      ...formOf([women, men, all]).pages,
      { ...formOf([number('answered'), number('total'), others], true).pages[0]!, name: 'again' },
    ],
  }
  const [answered, total] = [number('answered'), number('total')]
  const isHidden = fewPeopleIn(form, {
    women: '7741',
    men: '4',
    all: '7745',
    again: [{ answered: '7741', total: '7745', others: '12' }],
  })
  expect([women, men, all].map(one => isHidden(one))).toEqual([true, true, false])
  expect([answered, total, others].map(one => isHidden(one, 0))).toEqual([true, false, false])
})

describe('a total and its parts may stand on different pages', () => {
  const page = (name: string, questions: Question[], repeat = false) => ({
    ...formOf(questions, repeat).pages[0]!,
    name,
  })
  const [women, men, boys, all] = ['women', 'men', 'boys', 'all'].map(name => number(name)) as [
    Question,
    Question,
    Question,
    Question,
  ]
  const asked = (form: Form, answers: Answers) => {
    const isHidden = fewPeopleIn(form, answers)
    return [women, men, boys, all].filter(one => isHidden(one)).map(({ name }) => name)
  }

  test('the total on a later page', () => {
    const form: Form = { languages: ['en'], pages: [page('parts', [women, men]), page('end', [all])] }
    expect(asked(form, { women: '3', men: '197', all: '200' })).toEqual(['women', 'men'])
    expect(asked(form, { women: '3', men: '197', all: '230' })).toEqual(['women'])
  })

  test('the total of three on a page before', () => {
    const form: Form = { languages: ['en'], pages: [page('start', [all]), page('parts', [women, men, boys])] }
    expect(asked(form, { women: '3', men: '150', boys: '47', all: '200' })).toEqual(['women', 'boys'])
  })

  test('the other part on a page before', () => {
    const form: Form = { languages: ['en'], pages: [page('men', [men]), page('women', [women, all])] }
    expect(asked(form, { women: '3', men: '197', all: '200' })).toEqual(['women', 'men'])
  })

  test('the other numbers on other pages', () => {
    const apart: Form = { languages: ['en'], pages: [page('women', [women]), page('men', [men]), page('all', [all])] }
    expect(asked(apart, { women: '3', men: '197', all: '200' })).toEqual(['women', 'men'])
    const together: Form = { languages: ['en'], pages: [page('women', [women]), page('others', [men, all])] }
    expect(asked(together, { women: '3', men: '197', all: '200' })).toEqual(['women', 'men'])
  })

  test('beside a number that counts something else', () => {
    const many = ['one', 'two', 'three', 'four', 'five'].map(name => number(name))
    const form: Form = {
      languages: ['en'],
      pages: [page('parts', [women, men, boys, number('staff')]), page('end', [all, ...many])],
    }
    const further = Object.fromEntries(many.map(({ name }, n) => [name, String(1000 * (n + 1))]))
    const parts = { women: '3', men: '147', boys: '50', staff: '9' }
    expect(asked(form, { ...parts, all: '200', ...further })).toEqual(['women', 'boys'])
  })

  test('of several things, and all of them together', () => {
    const form: Form = { languages: ['en'], pages: [page('harbours', [women, men], true), page('end', [all])] }
    const harbours = ['40', '3', '12'].map(women => ({ women }))
    const hiddenWomen = (all: string) => {
      const isHidden = fewPeopleIn(form, { harbours, all })
      return harbours.map((_, n) => isHidden(women, n))
    }
    expect(hiddenWomen('55')).toEqual([false, true, true])
    expect(hiddenWomen('90')).toEqual([false, true, false])
  })
})
