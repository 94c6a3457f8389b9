import { describe, expect, test } from 'vitest'
import { FUNCTION_WORDS } from '../words/function-words.ts'
import { lexiconOf } from './lexicon.ts'
import { Parter } from './parting.ts'
import { vocabularyOf } from './vocabulary.ts'

/** A document that has these words, each so often that it vouches for the small ones. */
function parterOf(language: string, text: string): Parter {
  const words = text.split(' ').flatMap(word => [word, word, word])
  const tongue = { language, small: FUNCTION_WORDS[language]!, lexicon: lexiconOf(language)! }
  return new Parter(vocabularyOf(words.map(text => ({ text, hyphenated: false }))), [tongue])
}

function parted(parter: Parter, text: string): string {
  const whole = text.replaceAll('|', '')
  const lineEnds = text
    .split('|')
    .slice(0, -1)
    .map((_, i, lines) => lines.slice(0, i + 1).join('').length)
  const found = parter.isWord(whole) ? null : parter.part(whole, lineEnds)
  if (!found) return text
  const at = new Map([...found.cuts.map(cut => [cut, ' '] as const), ...found.broken.map(end => [end, '|'] as const)])
  return [...whole].map((letter, i) => (at.get(i) ?? '') + letter).join('')
}

const FRENCH = 'le la les des du de et un une aux au dans pour avec sont qui ses en sur à est par paix femmes à'

describe('words that stand nowhere else in the document', () => {
  test('are told apart by the language', () => {
    const french = parterOf('fr', FRENCH)
    expect(parted(french, 'intégrerlegenredanslagestion')).toBe('intégrer le genre dans la gestion')
    expect(parted(french, 'personnelsjudiciaires')).toBe('personnels judiciaires')
    expect(parted(french, 'magistrats,défenseurs,policiers')).toBe('magistrats, défenseurs, policiers')
    expect(parted(parterOf('en', 'the of and their which from that to'), 'theministryofdefence')).toBe(
      'the ministry of defence',
    )
    expect(parted(parterOf('uk', 'та і у що для або які'), 'безпекатазахист')).toBe('безпека та захист')
  })

  test('of one letter are told apart beside a long word, years and pairs of small words as well', () => {
    const spanish = parterOf('es', 'el la los las de del y que una con para por se sus en')
    expect(parted(spanish, 'denunciasy')).toBe('denuncias y')
    expect(parted(spanish, 'ycomisarías')).toBe('y comisarías')
    expect(parted(spanish, '2023-2027Alcance')).toBe('2023-2027 Alcance')
    expect(parted(spanish, 'paralas')).toBe('para las')
  })

  test('are told apart over the end of a line, where a narrow column broke them', () => {
    const french = parterOf('fr', FRENCH)
    expect(parted(french, 'desinstitutionssociopoli|tiqueséconomiques')).toBe(
      'des institutions sociopoli|tiques économiques',
    )
    expect(parted(french, 'appuyésparl’au|tonomieetdel’e|ntrepreneuriat')).toBe(
      'appuyés par l’au|tonomie et de l’e|ntrepreneuriat',
    )
  })
})

test('what the language or the document knows as one word stays one', () => {
  const french = parterOf('fr', `${FRENCH} Mutirikiwa`)
  for (const word of ['désarmement', 'ensemble', 'Mutirikiwa', 'entrepreneuriat', 'lendemain'])
    expect(parted(french, word)).toBe(word)
})

test('inflected words, compounds, names and addresses stay one', () => {
  const french = parterOf('fr', FRENCH)
  for (const word of ['sociopolitiques', 'conjoncturelle', 'décisionnelles', 'Bandundu', 'Kalehe', 'psychosocial'])
    expect(parted(french, word)).toBe(word)
  const swedish = parterOf('sv', 'och att det som en ett den för med av till')
  for (const word of ['fredsbevarandeinsatser', 'kvinnofridsorganisationer']) expect(parted(swedish, word)).toBe(word)
})

test('a language without data has no list', () => {
  expect(lexiconOf('xx')).toBeNull()
  expect(lexiconOf('fr')!.has('paix')).toBe(true)
  expect(lexiconOf('fr')!.has('paixe')).toBe(false)
  expect(lexiconOf('fr')!.isCommon('dans')).toBe(true)
})
