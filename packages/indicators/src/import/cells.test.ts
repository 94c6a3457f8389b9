import { expect, test } from 'vitest'
import { decimalSignOf, isTotal, numberOf, saysNothing, sexOf, sexReader, yesOf } from './cells.ts'
import { countryOf, isAggregate } from './countries.ts'
import { monthOf, periodOf } from './dates.ts'
import { cellName } from './sheet.ts'

test.each([
  ['1,234.5', 1234.5],
  ['36 711', 36711],
  ['36\u202f711', 36711],
  ["12'500", 12500],
  ['27.3%', 27.3],
  ['٢٧٫٣', 27.3],
  ['−4', -4],
  ['1e3', 1000],
  ['12 women', null],
  ['59 52', null],
  ['1, 7', null],
  ['', null],
  ['-', null],
])('%j is %j where the decimal sign is a point', (text, number) => {
  expect(numberOf(text)?.number ?? null).toBe(number)
})

test.each([
  ['6 ,25', 6.25],
  ['6,25 %', 6.25],
  ['1.234,5', 1234.5],
  ['1.234', 1234],
  ['12', 12],
  ['6.25', null],
])('%j is %j where it is a comma', (text, number) => {
  expect(numberOf(text, ',')?.number ?? null).toBe(number)
})

test('a column tells its decimal sign by most of its cells', () => {
  expect(decimalSignOf(['9,5', '12,8', '1.234,0'])).toBe(',')
  expect(decimalSignOf(['9.5', '12.8', '1,234'])).toBe('.')
  expect(decimalSignOf(['1, 7', '2, 7', '1'])).toBe('.')
})

test('nothing is written in many ways', () => {
  for (const text of ['-', '..', 'N/A', 'n.d.', 'Non disponible', 'غير متوفر', '#N/A'])
    expect(saysNothing(text)).toBe(true)
  for (const text of ['0', 'Niger', 'Nada']) expect(saysNothing(text)).toBe(false)
})

test('sexes and totals in the languages of plans', () => {
  expect(['Femme', 'Mujeres', 'إناث', 'F', 'women'].map(sexOf)).toEqual(Array(5).fill('female'))
  expect(['Homme', 'Hombres', 'ذكور', 'H', 'men'].map(sexOf)).toEqual(Array(5).fill('male'))
  expect(['Total', 'Ensemble', 'En Général', 'المجموع', 'both sexes'].every(isTotal)).toBe(true)
  expect(sexOf('Ministère')).toBeNull()
  expect([yesOf('Oui'), yesOf('لا'), yesOf('12')]).toEqual([true, false, null])
})

test('M is a man beside F, and a woman beside H', () => {
  expect(['F', 'M'].map(sexReader(['F', 'M', 'F']))).toEqual(['female', 'male'])
  expect(['H', 'M'].map(sexReader(['H', 'M', 'H']))).toEqual(['male', 'female'])
})

test.each([
  ['2021', '2021', null],
  ['2021.0', '2021', null],
  ['9.2018', '2018-09', null],
  ['10.202', '2020-10', 'lost-zero'],
  ['2021-03-08T00:00:00', '2021-03-08', null],
  ['March 2015', '2015-03', null],
  ['8 mars 2021', '2021-03-08', null],
  ['1 de marzo de 2015', '2015-03-01', null],
  ['آذار 2021', '2021-03', null],
  ['مارس 2021', '2021-03', null],
  ['Aug 19, 2022 3:05 pm', '2022-08-19', null],
  ['T1 2021', '2021-Q1', null],
  ['2021 Q4', '2021-Q4', null],
  ['2019 - 2023', '2019/2023', null],
  ['2019/20', '2019/2020', null],
  ['2019-12', '2019-12', null],
  ['FY2021', '2021', null],
  ['2020 [YR2020]', '2020', null],
  ['31/12/2021', '2021-12-31', null],
  ['12/31/2021', '2021-12-31', null],
  ['03/04/2021', '2021-04-03', 'day-or-month'],
  ['3.4.2021', '2021-04-03', null],
])('%j is the period %s', (text, period, doubt) => {
  expect(periodOf(text)).toEqual({ period, doubt })
})

test.each(['', 'soon', '1325', '32/13/2021', '99', '13.2018'])('%j is no period', text => {
  expect(periodOf(text)).toBeNull()
})

test('months by name and number', () => {
  expect(['July', 'juillet', 'يوليو', '7', '7.0', 'sept.', 'smarch'].map(monthOf)).toEqual([7, 7, 7, 7, 7, 9, null])
})

test.each([
  ['Congo, Dem. Rep.', 'COD'],
  ['République démocratique du Congo', 'COD'],
  ['DR Congo (Zaire)', 'COD'],
  ['Congo (Republic of)', 'COG'],
  ['Congo (Democratic Republic of the)', 'COD'],
  ['جمهورية الكونغو الديمقراطية', 'COD'],
  ['Panamá', 'PAN'],
  ['Suède', 'SWE'],
  ['السويد', 'SWE'],
  ['SWE', 'SWE'],
  ['SE', 'SWE'],
  ['Viet Nam', 'VNM'],
  ['Saint Lucia', 'LCA'],
  ["Cote d'Ivoire", 'CIV'],
  ['Zimbabwe (Rhodesia)', 'ZWE'],
  ['Turquie', 'TUR'],
  ['Palestine', 'PSE'],
  ['no', null],
  ['Viet Nam South (Republic Of)', null],
  ['Ituri', null],
])('%s is the country %s', (name, code) => {
  expect(countryOf(name)).toBe(code)
})

test('regions and groups of countries are told from countries', () => {
  for (const name of ['World', 'Arab World', 'Sub-Saharan Africa', 'Low income', 'European Union'])
    expect(isAggregate(name)).toBe(true)
  for (const name of ['South Africa', 'United States', 'Central African Republic'])
    expect(isAggregate(name)).toBe(false)
})

test('cells are named as a spreadsheet names them', () => {
  expect([cellName(13, 2), cellName(0, 25), cellName(6, 26), cellName(0, 702)]).toEqual(['C14', 'Z1', 'AA7', 'AAA1'])
})
