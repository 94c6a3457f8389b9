import { expect, test } from 'vitest'
import { markClaims } from './claims.ts'
import { footnotesOf, lacksSource, LINE_END, linesOf, textOf, type Block } from './document.ts'
import { looseNotesIn, setMark, parseMarkup } from './markup.ts'

const loose = (typed: string) => looseNotesIn(parseMarkup(typed).flatMap(linesOf))
const notes = (blocks: Block[]) => footnotesOf({ blocks }).map(({ text }) => text.map(({ text }) => text).join(''))

test('footnotes of pasted Markdown are found wherever their words stand, by number or by name', () => {
  const blocks = parseMarkup(
    '[^law]: Finance law 2024,\npage 3.\n\nNothing was voted.[^law] Nobody was asked.[^2]\n\n- A point[^2]\n\n[^2]: Roster, *2022*\n    and its annex\n\n    See https://example.org/a_b.',
  )
  expect(blocks.map(({ kind }) => kind)).toEqual(['paragraph', 'list'])
  expect(notes(blocks)).toEqual([
    'Finance law 2024, page 3.',
    `Roster, 2022 and its annex${LINE_END}See https://example.org/a_b.`,
  ])
  expect(textOf(blocks, { footnotes: false })).toBe('Nothing was voted. Nobody was asked.\nA point')
})

test('a mark without words and words without a mark stay as typed, and are told', () => {
  const typed = 'Nobody was asked.[^9]\n\n[^3]: Left over, page 4'
  expect(textOf(parseMarkup(typed))).toBe('Nobody was asked.[^9]\n[^3]: Left over, page 4')
  expect(loose(typed)).toEqual([
    { is: 'mark', label: '9', typed: '[^9]' },
    { is: 'words', label: '3', typed: '[^3]' },
  ])
  expect(loose('As said[^1].\n\n[^1]: Here\n[^1]: And here')).toEqual([{ is: 'words', label: '1', typed: '[^1]' }])
  // Neither headings nor the heads of tables take footnotes.
  expect(loose('## Money[^1]\n\n[^1]: Law')).toEqual([
    { is: 'mark', label: '1', typed: '[^1]' },
    { is: 'words', label: '1', typed: '[^1]' },
  ])
})

test('a footnote within a footnote stays as typed', () => {
  expect(notes(parseMarkup('So it is^[as said ^[there] and [^1]].\n\n[^1]: x'))).toEqual(['as said ^[there] and [^1]'])
})

test('labels of several texts are kept apart', () => {
  const blocks = ['a', 'b'].flatMap(scope => parseMarkup(`So[^1] and so[^1]\n\n[^1]: Of ${scope}`, () => null, scope))
  expect(notes(blocks)).toEqual(['Of a', 'Of b'])
})

test('the mark of a paragraph is set where the paragraph stands, whatever stands between', () => {
  const typed = '[^1]: Law\n\n## Money\nFirst[^1]\n\n[^7]: Loose\n\nSecond\nline'
  expect(setMark(typed, 0, 'source?')).toBe(typed.replace('First[^1]', 'First[^1] [source?]'))
  expect(setMark(typed, 2, 'no source needed')).toBe(`${typed} [no source needed]`)
})

test('points below points, numbers that begin elsewhere, and points that are parted by empty lines stay what they are', () => {
  expect(parseMarkup('3. three\n\n   more of it\n\n4. four\n   - a\n     1. deep\n   - b\n- other')).toEqual([
    {
      kind: 'list',
      ordered: true,
      start: 3,
      items: [[{ kind: 'words', text: `three${LINE_END}more of it` }], [{ kind: 'words', text: 'four' }]],
      under: [
        [],
        [
          {
            ordered: false,
            items: [[{ kind: 'words', text: 'a' }], [{ kind: 'words', text: 'b' }]],
            under: [[{ ordered: true, items: [[{ kind: 'words', text: 'deep' }]] }], []],
          },
        ],
      ],
    },
    { kind: 'list', ordered: false, items: [[{ kind: 'words', text: 'other' }]] },
  ])
  // Numbers of paragraphs that are quoted: none becomes another.
  expect(parseMarkup('12. a\n15. b')).toMatchObject([{ start: 12 }, { start: 15 }])
  expect(parseMarkup('1. a\n1. b')).toMatchObject([{ ordered: true, items: [{}, {}] }])
  expect(parseMarkup('٣. أ\n٤. ب')).toMatchObject([{ ordered: true, start: 3, items: [{}, {}] }])
  expect(parseMarkup('\u200f- أ\n\u200f• ب')).toMatchObject([{ ordered: false, items: [{}, {}] }])
  expect(parseMarkup('– un ;\n– deux.')).toMatchObject([{ ordered: false, items: [{}, {}] }])
})

test('a table keeps every cell, with or without bars at its edges', () => {
  expect(parseMarkup('a | b\n--- | :-:\n1 | 2 | 3\n- | -')).toMatchObject([
    {
      header: ['a', 'b', ''],
      rows: [
        [[{ text: '1' }], [{ text: '2' }], [{ text: '3' }]],
        [[{ text: '-' }], [{ text: '-' }], []],
      ],
    },
  ])
  expect(parseMarkup('| a [b](https://e.org) | **c** |\n|---|---|\n| x<br>y | 1\\|2')).toMatchObject([
    { header: ['a b (https://e.org)', 'c'], rows: [[[{ text: `x${LINE_END}y` }], [{ text: '1|2' }]]] },
  ])
})

test('headings of every level, with signs behind them or a link in them', () => {
  const heads = (typed: string) =>
    parseMarkup(typed).map(block => block.kind === 'heading' && [block.level, block.text])
  expect(heads('## a\n### b ##\n#### c\n###### d')).toEqual([
    [2, 'a'],
    [3, 'b'],
    [4, 'c'],
    [4, 'd'],
  ])
  expect(heads('# a\n## b')).toEqual([
    [2, 'a'],
    [3, 'b'],
  ])
  expect(heads('## See [the *law*](https://e.org/law)')).toEqual([[2, 'See the law (https://e.org/law)']])
})

test('both ways of bold and emphasis, one within the other, and none within a word or a sum', () => {
  const looks = (typed: string) =>
    parseMarkup(typed)
      .flatMap(block => (block.kind === 'paragraph' ? block.text : []))
      .map(one =>
        one.kind === 'words'
          ? [one.text, one.strong ? 'b' : '', one.emphasis ? 'i' : '', one.href ?? ''].join('|')
          : '',
      )
  expect(looks('__a__ _b_ ***c*** **d *e* f**')).toEqual([
    'a|b||',
    ' |||',
    'b||i|',
    ' |||',
    'c|b|i|',
    ' |||',
    'd |b||',
    'e|b|i|',
    ' f|b||',
  ])
  expect(looks('**[x](https://e.org)** [**y**](https://e.org)')).toEqual([
    'x|b||https://e.org',
    ' |||',
    'y|b||https://e.org',
  ])
  for (const typed of [
    'snake_case_name',
    '2*3*4',
    '2 * 3 * 4',
    '** a **',
    '5_000',
    '`x`',
    '~~x~~',
    '<b>x</b>',
    '[a](b.html)',
    '![map](https://e.org/map)',
    '[a][1]',
    '* * *',
    '![map](https://e.org/m.png)',
  ])
    expect(textOf(parseMarkup(typed)), typed).toBe(typed)
  expect(looks('\\*kept\\* 1\\. \\[x\\]')).toEqual(['*kept* 1. [x]|||'])
})

test('addresses lead where they say, without the sentence’s own signs', () => {
  const links = (typed: string) =>
    parseMarkup(typed)
      .flatMap(block => (block.kind === 'paragraph' ? block.text : []))
      .flatMap(one => (one.kind === 'words' && one.href ? [[one.text, one.href]] : []))
  expect(
    links('See https://undocs.org/S/RES/1325(2000). And (https://e.org/a,b), <https://e.org> or <office@example.org>'),
  ).toEqual([
    ['https://undocs.org/S/RES/1325(2000)', 'https://undocs.org/S/RES/1325(2000)'],
    ['https://e.org/a,b', 'https://e.org/a,b'],
    ['https://e.org', 'https://e.org'],
    ['office@example.org', 'mailto:office@example.org'],
  ])
})

test('lines end where they were ended, and spaces that hold words together stay', () => {
  expect(textOf(parseMarkup('one  \ntwo\\\nthree<br>four\nfive'))).toBe(
    ['one', 'two', 'three', 'four five'].join(LINE_END),
  )
  expect(textOf(parseMarkup('31\u00a0octobre\u202f: القرار\u200f 1325'))).toBe(
    '31\u00a0octobre\u202f: القرار\u200f 1325',
  )
})

test('a quote keeps its paragraphs and points, and a footnote in it is its source', () => {
  expect(parseMarkup('> one\n>\n> two\n> - three\n> -- source')).toMatchObject([
    { text: [{ text: `one${LINE_END}two${LINE_END}- three` }], source: [{ text: 'source' }] },
  ])
  expect(markClaims(parseMarkup('> one[^1]\n\n[^1]: law')).some(lacksSource)).toBe(false)
  expect(markClaims(parseMarkup('> one')).some(lacksSource)).toBe(true)
})

test.each([
  '_a ',
  '__a ',
  '*a ',
  '**a ',
  '[a ',
  '^[a ',
  '[^a',
  '![a](',
  '<a',
  '> ',
  '1. ',
  '| ',
  'https://(',
  '\\',
  '[a](https://(',
])('a long text of nothing but %s is read in a moment', sign => {
  const typed = sign.repeat(20_000)
  expect(textOf(parseMarkup(typed)).length).toBeGreaterThan(0)
})

test('a footnote in a heading or in the head of a table stays as typed, and is told', () => {
  expect(
    loose('## Money^[Law of 2019]\n\n| Year^[of the budget] | b |\n|---|---|\n| 1^[fine] | 2 |\n\nSo.^[also fine]'),
  ).toEqual([
    { is: 'whole', label: 'Law of 2019', typed: '^[Law of 2019]' },
    { is: 'whole', label: 'of the budget', typed: '^[of the budget]' },
  ])
})
