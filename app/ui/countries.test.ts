import { expect, test } from 'vitest'
import { COUNTRY_CODES, wordsOf } from '../platform/languages.ts'
import { countryChoices } from './countries.ts'

test('countries stand in the alphabetical order of the language, where an accent parts nothing', () => {
  const names = (locale: 'en' | 'fr' | 'ar') => countryChoices(wordsOf(locale)).map(({ label }) => label)
  const french = names('fr')
  expect(french).toHaveLength(COUNTRY_CODES.length)
  expect(french.indexOf('Égypte')).toBeLessThan(french.indexOf('France'))
  expect(french.indexOf('Égypte')).toBeGreaterThan(french.indexOf('Danemark'))
  const arabic = names('ar')
  expect(arabic.indexOf('ألبانيا')).toBeLessThan(arabic.indexOf('تونس'))
  expect(arabic.indexOf('تونس')).toBeLessThan(arabic.indexOf('هولندا'))
  expect(names('en')[0]).toBe('Afghanistan')
})
