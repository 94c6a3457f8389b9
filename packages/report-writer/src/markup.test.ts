import { expect, test } from 'vitest'
import { plain, textOf } from './document.ts'
import { insertedIn, markableIn, parseMarkup, setMark } from './markup.ts'

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

test('what needs a source, or none, is marked at the end of a paragraph or point, or under a table', () => {
  const typed =
    'The ministry did nothing [source?]\n\n- open [no source needed]\n  - closed\n  again [source?]\n\n| a | b |\n|---|---|\n| Goma | 3 |\n[source?]'
  const blocks = parseMarkup(typed)
  expect(textOf(blocks)).toBe('The ministry did nothing\nopen\nclosed again\na\nb\nGoma\n3')
  expect(markableIn(blocks).map(line => line.map(one => one.kind === 'words' && one.source)[0])).toEqual([
    'asked',
    'settled',
    'asked',
    'asked',
  ])
})

test('one mark is set, and the rest stays as it was typed', () => {
  const typed = '## A\n\nFirst\n\n- point\ngoes on\n  1. below\n\nSecond [source?]\n\n| a | b |\n| 1 | 2 |\nThird\n'
  expect(markableIn(parseMarkup(typed)).map(line => plain(line).trim())).toEqual([
    'First',
    'point goes on',
    'below',
    'Second',
    '1 2',
    'Third',
  ])
  expect(setMark(typed, 0, 'source?')).toBe(typed.replace('First', 'First [source?]'))
  expect(setMark(typed, 1, 'source?')).toBe(typed.replace('goes on', 'goes on [source?]'))
  expect(setMark(typed, 2, 'no source needed')).toBe(typed.replace('below', 'below [no source needed]'))
  expect(setMark(typed, 3, null)).toBe(typed.replace(' [source?]', ''))
  const table = setMark(typed, 4, 'no source needed')
  expect(table).toBe(typed.replace('| 1 | 2 |\n', '| 1 | 2 |\n[no source needed]\n\n'))
  expect(setMark(table, 4, 'source?')).toBe(table.replace('no source needed', 'source?'))
  expect(setMark(typed, 7, 'source?')).toBe(typed)
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
