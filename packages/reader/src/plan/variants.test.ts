import { expect, test } from 'vitest'
import { variantOf } from './variants.ts'

test.each([
  ['nb', 'Regjeringen vil ikke bare støtte organisasjoner, men også si hvordan planen blir fulgt opp hvert år.'],
  ['nn', 'Regjeringa vil ikkje berre støtte organisasjonar, men òg seie korleis planen blir følgd opp kvart år.'],
])('Norwegian is told apart: %s', (language, text) => {
  expect(variantOf('no', text)).toBe(language)
})

test.each([
  [
    'bs',
    'Plan je izrađen u saradnji s općinama u Bosni i Hercegovini; izvještaj o učešću žena podnosi se svake sedmice.',
  ],
  [
    'hr',
    'Plan je izrađen u suradnji s općinama u Republici Hrvatskoj; izvješće o sudjelovanju žena podnosi se svakog tjedna.',
  ],
  [
    'sr',
    'Plan je izrađen u saradnji sa opštinama u Republici Srbiji; izveštaj o učešću žena podnosi se svake nedelje.',
  ],
])('what the detector calls Croatian is told apart: %s', (language, text) => {
  expect(variantOf('hr', text)).toBe(language)
})

test('where the words are silent, and for other languages, the code stays', () => {
  expect(variantOf('hr', 'Plan')).toBe('hr')
  expect(variantOf('fr', 'ikke hvordan noen')).toBe('fr')
})
