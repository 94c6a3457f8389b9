import { expect, test } from 'vitest'
import { textOf } from './document.ts'
import { insertedIn, markParagraph, parseMarkup } from './markup.ts'

const kinds = (typed: string) => parseMarkup(typed).map(({ kind }) => kind)

test('headings, paragraphs, points, quotes, tables and page breaks are told apart', () => {
  expect(
    kinds('## One\nWords\nmore\n- a\n- b\n\n> said\n> -- her\n\n| a | b |\n|---|---|\n| 1 | 2 |\n---\nlast'),
  ).toEqual(['heading', 'paragraph', 'list', 'quote', 'table', 'page-break', 'paragraph'])
  expect(parseMarkup('1) one\n2) two')).toMatchObject([
    { kind: 'list', ordered: true, items: [[{ text: 'one' }], [{ text: 'two' }]] },
  ])
  expect(parseMarkup('- one\n  goes on')).toMatchObject([{ items: [[{ text: 'one goes on' }]] }])
})

test('strong words, emphasis, links and footnotes stand within a line', () => {
  expect(parseMarkup('A **b** *c* [d](https://e.org) ^[see *f*] g')).toMatchObject([
    {
      text: [
        { text: 'A ' },
        { text: 'b', strong: true },
        { text: ' ' },
        { text: 'c', emphasis: true },
        { text: ' ' },
        { text: 'd', href: 'https://e.org' },
        { text: ' ' },
        { kind: 'footnote', text: [{ text: 'see ' }, { text: 'f', emphasis: true }] },
        { text: ' g' },
      ],
    },
  ])
})

test('what is no markup stays as it was typed, and an address that is none leads nowhere', () => {
  for (const typed of ['2 * 3 * 4 of us', '[a](javascript:alert(1))', '**', '^[', '[[9]] is not there', '# ', '|'])
    expect(textOf(parseMarkup(typed)), typed).toBe(typed.trim())
})

test('what was put in stands alone or within a sentence', () => {
  const put = () => ({
    blocks: [{ kind: 'paragraph' as const, text: [], claim: '3' }],
    line: [{ kind: 'words' as const, text: 'stalled' }],
  })
  expect(parseMarkup('[[3]]', put)).toEqual([{ kind: 'paragraph', text: [], claim: '3' }])
  expect(textOf(parseMarkup('It is [[3]] now', put))).toBe('It is stalled now')
  expect(insertedIn('[[3]]\n\nsee [[12]] and [[3]]')).toEqual([3, 12])
})

test('a paragraph that states a figure without a source is marked, until somebody says that it needs none', () => {
  const lacks = (typed: string) => parseMarkup(typed).map(block => 'lacksSource' in block && block.lacksSource)
  expect(lacks('14 women took part')).toEqual([true])
  expect(lacks('Only 8% was spent')).toEqual([true])
  expect(lacks('صُرف 8% فقط')).toEqual([true])
  expect(lacks('14 women took part^[Roster, 2022]')).toEqual([false])
  expect(lacks('In 2019 the plan under resolution 1325 was adopted')).toEqual([false])
  expect(lacks('14 women took part [no source needed]')).toEqual([false])
  expect(lacks('The ministry did nothing [source?]')).toEqual([true])
  expect(textOf(parseMarkup('The ministry did nothing [source?]'))).toBe('The ministry did nothing')
  expect(lacks('> said\n> again')).toEqual([true])
})

test('one paragraph’s mark is set, and the rest stays as it was typed', () => {
  const typed = '## A\n\nFirst\n\n- point\n\nSecond [source?]\n'
  expect(markParagraph(typed, 0, 'source?')).toBe('## A\n\nFirst [source?]\n\n- point\n\nSecond [source?]\n')
  expect(markParagraph(typed, 1, null)).toBe('## A\n\nFirst\n\n- point\n\nSecond\n')
  expect(markParagraph(typed, 7, 'source?')).toBe(typed)
})

test('an address with brackets in it, as the United Nations’ symbols have, is kept whole, also in a footnote', () => {
  const symbol = 'https://undocs.org/S/RES/1325(2000)'
  expect(parseMarkup(`See [the resolution](${symbol}) and more`)).toMatchObject([
    { text: [{ text: 'See ' }, { text: 'the resolution', href: symbol }, { text: ' and more' }] },
  ])
  expect(parseMarkup(`As it says^[[1325](${symbol}), p. 2] and more`)).toMatchObject([
    {
      text: [
        { text: 'As it says' },
        { kind: 'footnote', text: [{ text: '1325', href: symbol }, { text: ', p. 2' }] },
        { text: ' and more' },
      ],
    },
  ])
})
