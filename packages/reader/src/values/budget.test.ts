import { expect, test } from 'vitest'
import { budgetOf, currencyOf } from './budget.ts'
import { numberOf } from './numbers.ts'

const part = (text: string, ...header: string[]) => ({ text, header })

test('thousands are parted by commas, points, spaces, apostrophes and the Arabic mark', () => {
  for (const printed of ['1,240,000', '1.240.000', '1 240 000', '1 240 000', "1'240'000", '1’240’000', '١٬٢٤٠٬٠٠٠'])
    expect(numberOf(printed)).toBe(1_240_000)
})

test('one mark before three digits parts thousands, before other digits it is the decimal', () => {
  expect([numberOf('12,500'), numberOf('12.500'), numberOf('12,5'), numberOf('9.5'), numberOf('0.125')]).toEqual([
    12_500, 12_500, 12.5, 9.5, 0.125,
  ])
})

test('the currency stands in the cell, in the header or in a note', () => {
  expect(budgetOf([part('USD 38,000', 'Budget')], null)).toEqual({ amount: 38_000, currency: 'USD' })
  expect(budgetOf([part('12.500.000', 'Orçamento (MZN)')], null)).toEqual({ amount: 12_500_000, currency: 'MZN' })
  expect(budgetOf([part('38,000', 'Budget')], 'All costs in euros.')).toEqual({ amount: 38_000, currency: 'EUR' })
  expect(budgetOf([part('38,000', 'Budget')], null)).toEqual({ amount: 38_000, currency: null })
})

test('millions and thousands are said in the cell or in the header', () => {
  expect(budgetOf([part('1,2 milion', 'Kosto (lekë)')], null)).toEqual({ amount: 1_200_000, currency: 'ALL' })
  expect(budgetOf([part('12,5', 'Budget (mnkr)')], null)).toEqual({ amount: 12_500_000, currency: 'SEK' })
  expect(budgetOf([part('15 000', 'Coût (en milliers de FCFA)')], null)).toEqual({
    amount: 15_000_000,
    currency: 'XOF',
  })
})

test('a note may give the scale of all amounts, a sum in a sentence does not', () => {
  expect(budgetOf([part('12.5', 'Budget')], 'All figures are in thousands of US dollars.')).toEqual({
    amount: 12_500,
    currency: 'USD',
  })
  const sum = 'The budget is five hundred million US dollars in all.'
  expect(budgetOf([part('12.5', 'Budget')], sum)).toEqual({ amount: 12.5, currency: 'USD' })
})

test('money in several columns is summed, but a column of totals counts alone', () => {
  const years = [part('10,000', 'Budget (USD)', '2025'), part('20,000', 'Budget (USD)', '2026')]
  expect(budgetOf(years, null)).toEqual({ amount: 30_000, currency: 'USD' })
  expect(budgetOf([...years, part('30,000', 'Budget (USD)', 'Total')], null)).toEqual({
    amount: 30_000,
    currency: 'USD',
  })
})

test('what is no plain amount settles nothing', () => {
  for (const text of ['within existing means', '10,000 a year', '5,000 to 8,000', 'USD 500 and EUR 400'])
    expect(budgetOf([part(text, 'Budget')], null)).toBeUndefined()
})

test('a currency is known by its code, its sign and its name in the language of the plan', () => {
  expect(['45 000 грн', '€ 20', 'بالدولار الأمريكي', 'meticais', 'KM 12 000 BAM', 'guaraníes'].map(currencyOf)).toEqual(
    ['UAH', 'EUR', 'USD', 'MZN', 'BAM', 'PYG'],
  )
})
