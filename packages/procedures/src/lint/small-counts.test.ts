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
    'One survivor spoke; two young Yazidi women did not; two of them left (n = 3).',
    ['One survivor', 'two young Yazidi women', 'two of them', 'n = 3'],
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
  ['uk', 'Поранено 3 дівчини, двох переселенок побили.', ['3 дівчини', 'двох переселенок']],
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
  ['en', 'Of 23 ministers three women sit in the Cabinet; two women serve as brigadier generals.'],
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
