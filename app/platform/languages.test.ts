import { IntlMessageFormat } from 'intl-messageformat'
import { describe, expect, test } from 'vitest'
import { LANGUAGES, LOCALES, localeFor, wordsOf, type Locale, type MessageKey } from './languages.ts'

type Part = ReturnType<IntlMessageFormat['getAst']>[number]

/** The names that a message is given values by, those within plurals and choices too. */
function paramsOf(parts: Part[]): string[] {
  return parts.flatMap(part => {
    const own = 'value' in part && part.type !== 0 ? [String(part.value)] : []
    const inner = 'options' in part ? Object.values(part.options).flatMap(option => paramsOf(option.value)) : []
    return [...own, ...inner]
  })
}
const params = (message: string, locale: Locale) =>
  [...new Set(paramsOf(new IntlMessageFormat(message, locale, undefined, { ignoreTag: true }).getAst()))].toSorted()

describe.each(LOCALES.filter(locale => locale !== 'en'))('the words in %s', locale => {
  const messages: Partial<Record<MessageKey, string>> = LANGUAGES[locale]

  test('are all there, and no others', () => {
    expect(Object.keys(messages).toSorted()).toEqual(Object.keys(LANGUAGES.en).toSorted())
  })

  test('take the same values as in English', () => {
    const differing = Object.entries(LANGUAGES.en).filter(([key, english]) => {
      const own = messages[key as MessageKey]
      // A language may leave out a number that its plural form says ("one row"), or need the bare count for a plural of its own.
      const known = [...params(english, 'en'), 'count']
      return own !== undefined && params(own, locale).some(name => !known.includes(name))
    })
    expect(differing.map(([key]) => key)).toEqual([])
  })

  test('are not left empty', () => {
    expect(Object.entries(messages).filter(([, message]) => !message.trim())).toEqual([])
  })
})

test('no message holds a straight apostrophe: it is the escape of message formats, and the wrong sign', () => {
  const found = LOCALES.flatMap(locale =>
    Object.entries(LANGUAGES[locale]).flatMap(([key, message]) => (message.includes("'") ? [`${locale} ${key}`] : [])),
  )
  expect(found).toEqual([])
})

test('a reader gets the language she asks for, else the one she had, else the one that her browser prefers', () => {
  expect(localeFor('fr', 'ar', 'en')).toBe('fr')
  expect(localeFor(undefined, 'ar', 'en')).toBe('ar')
  expect(localeFor(undefined, undefined, 'sv;q=0.9, fr-CD;q=0.8, en;q=0.1')).toBe('fr')
  expect(localeFor('xx', 'yy', 'zz')).toBe('en')
})

test('Arabic counts have their six forms, and figures that can be found in the document', () => {
  const { t, number } = wordsOf('ar')
  const forms = [1, 2, 3, 11, 100].map(count => t('form.errors', { count }))
  expect(new Set(forms).size).toBe(5)
  expect(number(1325)).toMatch(/^1,?325$/)
})

test('countries have the names under which the United Nations list them', () => {
  expect(wordsOf('en').country('COD')).toBe('Democratic Republic of the Congo')
  expect(wordsOf('fr').country('PSE')).toBe('État de Palestine')
  expect(wordsOf('ar').country('SWE')).toBe('السويد')
})

test('in French no line breaks before a colon', () => {
  expect(wordsOf('fr').t('plan.unconfirmed')).toContain('ligne\u00a0: vérifiez')
})

test('what is said of a thing follows its name as the language writes it: in French, a space stands before the colon', () => {
  const said = (locale: Locale) => `${wordsOf(locale).t('rec.filter.year')}${wordsOf(locale).colon}2026`
  expect(said('en')).toBe('Year: 2026')
  expect(said('fr')).toBe('Année\u00a0: 2026')
})
