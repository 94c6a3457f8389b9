import { expect, test } from 'vitest'
import { heading, layoutOf, paragraph, table } from '../plan/sample-layout.ts'
import { layoutOfText } from '../plain/index.ts'
import { paragraphsOf } from './index.ts'

const text = (...lines: string[]) => layoutOfText(new TextEncoder().encode(lines.join('\n')))
const shape = (...lines: string[]) => paragraphsOf(text(...lines)).map(p => [p.number, p.verb, p.text])

const FRONT = [
  'United Nations S/RES/9325 (2031)',
  'Security Council Distr.: General',
  '31-52999* (E)',
  '*3152999*',
  'Resolution 9325 (2031)',
  'The Security Council,',
  'Recalling all that it said before on markets, wells and the roads between them,',
]

test('operative paragraphs are read with their verbs, the preamble apart', () => {
  const read = shape(
    ...FRONT,
    '1. Urges Member States to keep the wells open, as resolution 1325',
    '(2000) asks of them;',
    '2. Further requests that roads be counted;',
    '3. Expresses its intention to return to the matter;',
    '4. Decides to remain actively seized of the matter.',
  )
  expect(read).toEqual([
    ['1', 'Urges', 'Urges Member States to keep the wells open, as resolution 1325 (2000) asks of them;'],
    ['2', 'Further requests', 'Further requests that roads be counted;'],
    ['3', 'Expresses its intention', 'Expresses its intention to return to the matter;'],
    ['4', 'Decides', 'Decides to remain actively seized of the matter.'],
  ])
})

test('what a page break puts into a paragraph is taken out: symbol, job number, page number', () => {
  const read = shape(
    ...FRONT,
    '1. Calls upon all who keep the wells to open them to the women of both',
    '2',
    'S/RES/9325 (2031)',
    '31-529992/6',
    'banks, and recalls resolution S/RES/9300 (2030) in this regard, under Article 41 of',
    'S/RES/9325 (2031)',
    '3/631-52999',
    'the agreement;',
    '2. Demands an answer.',
  )
  expect(read.map(p => p[2])).toEqual([
    'Calls upon all who keep the wells to open them to the women of both banks, and recalls resolution S/RES/9300 (2030) in this regard, under Article 41 of the agreement;',
    'Demands an answer.',
  ])
})

test('lettered parts stand under their paragraph, each with its own verb', () => {
  const [first, second] = paragraphsOf(
    text(
      ...FRONT,
      '1. Recognizes the need for water, and therefore:',
      '(a) Welcomes the wells that (b) of the plan names;',
      '(b) Requests a count of them; and (c) a map;',
      '2. Decides to meet again.',
    ),
  )
  expect(first!.text).toBe('Recognizes the need for water, and therefore:')
  expect(first!.sub.map(s => [s.letter, s.verb, s.text])).toEqual([
    ['a', 'Welcomes', 'Welcomes the wells that (b) of the plan names;'],
    ['b', 'Requests', 'Requests a count of them; and'],
    ['c', null, 'a map;'],
  ])
  expect(second!.sub).toEqual([])
})

test('letters with a full stop are letters too', () => {
  const [first] = paragraphsOf(text('1. Requests a count of, inter alia:', 'a. Wells,', 'b. Roads,', '2. Decides so.'))
  expect(first!.sub.map(s => [s.letter, s.text])).toEqual([
    ['a', 'Wells,'],
    ['b', 'Roads,'],
  ])
})

test('French paragraphs and their letters are read alike', () => {
  const [first, second] = paragraphsOf(
    layoutOf(
      paragraph('Le Conseil de sécurité,'),
      paragraph('1. Demande instamment aussi aux États de garder\nles puits ouverts :'),
      paragraph('a) De jour ;'),
      paragraph('b) De nuit ;', 2),
      paragraph('2. Se déclare de nouveau prêt à en parler.', 2),
    ),
  )
  expect(first!.verb).toBe('Demande instamment aussi')
  expect(first!.sub.map(s => [s.letter, s.text, s.cites[0]!.page])).toEqual([
    ['a', 'De jour ;', 1],
    ['b', 'De nuit ;', 2],
  ])
  expect(second!.verb).toBe('Se déclare de nouveau prêt')
})

test('a paragraph that goes on over a page break cites both pages', () => {
  const [first] = paragraphsOf(
    layoutOf(paragraph('1. Urges all parties to', 3), paragraph('keep their word;', 4), paragraph('2. Decides so.', 4)),
  )
  expect(first!.cites.map(c => [c.page, c.quote])).toEqual([
    [3, 'Urges all parties to'],
    [4, 'keep their word;'],
  ])
})

test('where there are no pages the cite names the paragraph', () => {
  const [first] = paragraphsOf(text('1. Urges all:', '(a) To speak;', '2. Decides so.'))
  expect(first!.cites[0]!.at).toBe('paragraph 1')
  expect(first!.sub[0]!.cites[0]!.at).toBe('paragraph 1 (a)')
})

test('headings between paragraphs and an annex after the last one are no part of any', () => {
  const read = paragraphsOf(
    layoutOf(
      paragraph('1. Decides that the wells stay open;'),
      heading('Roads'),
      paragraph('2. Decides to remain seized.'),
      heading('Annex'),
      paragraph('3. Names of the wells'),
      paragraph('The first well is deep.'),
    ),
  )
  expect(read.map(p => p.text)).toEqual(['Decides that the wells stay open;', 'Decides to remain seized.'])
})

test('a list that begins with no operative verb is none', () => {
  expect(
    paragraphsOf(layoutOf(paragraph('1. The ministry trains midwives.'), paragraph('2. The ministry pays them.'))),
  ).toEqual([])
})

test('the first page may come as a table', () => {
  const read = paragraphsOf(
    layoutOf(table([['United Nations', 'S/RES/9325 (2031)']]), paragraph('1. Urges calm;\nS/RES/9325 (2031)')),
  )
  expect(read.map(p => p.text)).toEqual(['Urges calm;'])
})

test('a line-end hyphen in plain text keeps its word together', () => {
  const read = shape(
    '1. Urges the Secretary-',
    'General to name those in decision-',
    'making and mine- and road-clearing.',
  )
  expect(read[0]![2]).toBe('Urges the Secretary-General to name those in decision-making and mine- and road-clearing.')
})
