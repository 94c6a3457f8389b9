import { expect, test } from 'vitest'
import { quoteStands } from './quote.ts'

const page = 'OBJECTIFS RÉSULTATS\nContribuer à Les femmes sont\naccroitre le taux représen-\ntées partout. 20 %'

test('a quote stands on its page whatever the line ends, hyphens and capitals', () => {
  expect(quoteStands('résultats contribuer', page)).toBe(true)
  expect(quoteStands('représentées partout, 20 %', page)).toBe(true)
})

test('a quote that goes down a cell stands on a page whose text runs across the columns', () => {
  expect(quoteStands('Contribuer à accroitre le taux', page)).toBe(true)
})

test('words that are not there, or not as often, are no quote', () => {
  expect(quoteStands('Contribuer à réduire le taux', page)).toBe(false)
  expect(quoteStands('taux taux', page)).toBe(false)
  expect(quoteStands('…', page)).toBe(false)
  expect(quoteStands('taux', undefined)).toBe(false)
})

test('an Arabic quote stands where its page has other forms of the same letters', () => {
  expect(quoteStands('المرأة والسلام', 'خطة ﺍﻟﻤﺮﺃﺓ والسلام والأمن')).toBe(true)
})
