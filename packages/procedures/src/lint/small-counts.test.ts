import { expect, test } from 'vitest'
import type { Block } from '../document.ts'
import { lint } from './lint.ts'

const counts = (language: string, ...blocks: (string | Block)[]): (string | undefined)[] =>
  lint(
    { language, blocks: blocks.map(one => (typeof one === 'string' ? { kind: 'paragraph', text: one } : one)) },
    null,
  )
    .filter(({ code }) => code === 'small-count')
    .map(({ where }) => where?.quote)

test.each<[string, string, string[]]>([
  [
    'en',
    'One survivor spoke, not a single survivor sued; two young Yazidi women did not; two of them left (n = 3).',
    ['One survivor', 'a single survivor', 'two young Yazidi women', 'two of them', 'n = 3'],
  ],
  [
    'fr',
    'Deux fillettes et trois rescapées ; deux d’entre elles ont été violées.',
    ['Deux fillettes', 'trois rescapées', 'deux d’entre elles'],
  ],
  [
    'es',
    'Murieron 3 muchachas y dos lideresas; dos de ellas en casa.',
    ['3 muchachas', 'dos lideresas', 'dos de ellas'],
  ],
  [
    'ru',
    'Изнасилованы 3 девушки, двух беженок избили, четыре пострадавшие молчат.',
    ['3 девушки', 'двух беженок', 'четыре пострадавшие'],
  ],
  [
    'uk',
    'Поранено 3 дівчини, викрадено 4 дівчата, двох переселенок побили.',
    ['3 дівчини', '4 дівчата', 'двох переселенок'],
  ],
  ['ar', 'قُتلت أربع نازحات واعتقلت صحفيتان.', ['أربع نازحات', 'صحفيتان']],
])('few people, in %s: %s', (language, text, expected) => {
  expect(counts(language, text)).toEqual(expected)
})

test.each([
  [
    'en',
    'One in three survivors, three in ten women, every two women and 2 of every 10 women; three provinces, two resolutions, article 2.',
  ],
  [
    'fr',
    'Une sur trois victimes, deux femmes sur cinq, trois centres, 4 bases, un nombre de 1 important des déplacés, Objectif 4 Les femmes.',
  ],
  ['es', 'Una de cada tres mujeres; tres mujeres de cada diez; dos municipios.'],
  ['ru', 'Каждая третья женщина, одна из трёх женщин, две женщины из пяти; два города.'],
  ['ar', 'واحدة من كل ثلاث نساء، وثلاث مدن.'],
])('a share, and what is no people, in %s: %s', (language, text) => {
  expect(counts(language, text)).toEqual([])
})

test.each([
  [
    'en',
    'Of 23 ministers three women sit in the Cabinet. Three women head missions today; two women serve as brigadier generals.',
  ],
  ['fr', 'Deux femmes siègent au Parlement ; on a nommé trois femmes juges.'],
  ['es', 'El Gobierno nombró a tres mujeres; dos mujeres firmaron el acuerdo.'],
  ['ru', 'В правительстве две женщины; в делегации было три женщины.'],
  ['ar', 'تعيين أربع نساء على الأقل في كل وفد.'],
])('who holds a post is known to everybody, in %s: %s', (language, text) => {
  expect(counts(language, text)).toEqual([])
})

test('a post does not make public what was done to people', () => {
  expect(counts('en', 'Two women on the council were raped.')).toEqual(['Two women'])
  expect(counts('en', 'Three survivors sit on the committee.')).toEqual(['Three survivors'])
})

test('people at their work, and “of them”, are told where something was done to them', () => {
  expect(counts('en', 'The clinic has two nurses. Of 14 recommendations, two of them name women.')).toEqual([])
  expect(counts('en', 'Two nurses were detained; two of them are missing.')).toEqual(['Two nurses', 'two of them'])
  expect(counts('fr', 'Trois lycéennes ont porté plainte ; trois enseignantes enseignent.')).toContain(
    'Trois lycéennes',
  )
  expect(counts('ru', 'Четыре из них касаются женщин.')).toEqual([])
  expect(counts('ar', 'تقدمت ثلاث عاملات بشكوى تحرش.')).toEqual(['ثلاث عاملات'])
})

test('somebody’s own children are no count, unless something was done to them', () => {
  expect(counts('en', 'She came with her three children.')).toEqual([])
  expect(counts('en', 'She saw her three children killed.')).toEqual(['three children'])
})

test('a table of posts is public, a table of those who were harmed is not', () => {
  const table = (head: string, row: string): Block => ({ kind: 'table', header: ['Place', head], rows: [[row, '3']] })
  expect(counts('en', table('Women', 'Cabinet'))).toEqual([])
  expect(counts('ru', table('Пострадавшие', 'Север'))).toEqual(['3'])
  expect(counts('en', table('Survivors of rape', 'Cabinet'))).toEqual(['3'])
})

const tableOf = (caption: string | null, header: string[], ...rows: string[][]): Block => ({
  kind: 'table',
  ...(caption === null ? {} : { caption }),
  header,
  rows,
})
const FIGURES = ['What', 'Period', 'Value', 'Source']

test.each([
  ['en', 'Number of women defenders killed, Colombia', 'Value', 'Observed'],
  ['en', '1.2: Women killed by their partners', '2024', 'North'],
  ['en', '“How many women in the councils?” (Answers of 2025)', 'Answer', 'Civil society'],
  ['fr', 'Nombre de femmes défenseures tuées', 'Valeur', 'Observé'],
  ['fr', 'Combien de femmes siègent dans les conseils de village ?', 'Réponse', 'Société civile'],
  ['es', 'Número de mujeres defensoras asesinadas', 'Valor', 'Observado'],
  ['ru', 'Число женщин, погибших при обстрелах', 'Значение', 'Север'],
  ['uk', 'Кількість жінок, поранених під час обстрілів', 'Значення', 'Північ'],
  ['ar', 'عدد النساء اللواتي قُتلن', 'القيمة', 'الشمال'],
])('the caption of a table says that people are counted, in %s: %s', (language, caption, head, row) => {
  expect(counts(language, tableOf(caption, ['What', head], [row, '3']))).toEqual(['3'])
})

test('the question in the first row, the sentence before a table or its heading says what is counted', () => {
  const bare = tableOf(null, ['Region', 'Total'], ['North', '2'])
  expect(counts('en', 'We asked everywhere. The table shows how many women were detained:', bare)).toEqual(['2'])
  expect(counts('en', { kind: 'heading', level: 2, text: 'Women killed in 2024' }, bare)).toEqual(['2'])
  const asked: Block = {
    kind: 'table',
    rows: [
      ['How many girls left school?', ''],
      ['Civil society', '4'],
    ],
  }
  expect(counts('en', asked)).toEqual(['4'])
  expect(counts('en', 'How many women were detained is not known. Budget by region:', bare)).toEqual([])
})

test('an answer in a cell is read as the text is', () => {
  expect(counts('en', tableOf('What was seen?', ['Voice', 'Answer'], ['Community', 'Two women were raped.']))).toEqual([
    'Two women',
  ])
})

test.each([
  ['Share of women in the councils', FIGURES, ['Observed', '2024', '3', 'Yearbook']],
  ['Women in the police, share in %', FIGURES, ['Observed', '2024', '3', 'Yearbook']],
  ['Budget for women, peace and security, in millions', FIGURES, ['Observed', '2024', '2', 'Finance law']],
  ['Number of offices for women', FIGURES, ['Observed', '2024', '2', 'Yearbook']],
  ['Number of women’s organisations', FIGURES, ['Observed', '2024', '2', 'Yearbook']],
  ['Number of women organisations', FIGURES, ['Observed', '2024', '2', 'Yearbook']],
  ['Women, peace and security plans', FIGURES, ['Observed', '2024', '2', 'Yearbook']],
  ['Number of laws that protect women', FIGURES, ['Observed', '2024', '2', 'Gazette']],
  ['Number of women killed', ['Quarter', 'Percentage', 'Offices'], ['2', '3 ', '4']],
  ['Number of women ministers', FIGURES, ['Observed', '2024', '3', 'Gazette']],
  ['Years without a plan', ['Country', 'Years'], ['Here', '3']],
])('no people are counted, or who they are is known to all: %s', (caption, header, row) => {
  expect(counts('en', tableOf(caption, header, row))).toEqual([])
})
