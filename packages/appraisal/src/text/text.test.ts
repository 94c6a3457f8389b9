import { describe, expect, test } from 'vitest'
import { EDITION } from '../edition.ts'
import { readingOf } from '../testing/plans.ts'
import { lexicon } from './cues.ts'
import { fold, squeeze } from './fold.ts'
import { passagesOf } from './passages.ts'

describe('folding', () => {
  test('case, diacritics, ligatures, Arabic letter forms, tatweel and digits do not count', () => {
    expect(fold('Évaluation à MI-PARCOURS').text).toBe('evaluation a mi-parcours')
    expect(fold('mise en œuvre').text).toBe('mise en oeuvre')
    expect(fold('إلعــداد الخطّة ﻻ').text).toBe('العداد الخطه لا')
    expect(fold('٢٠٢٦').text).toBe('2026')
    expect(fold('İzleme ve ışık').text).toBe('izleme ve isik')
  })

  test('every place leads back to the original', () => {
    const text = 'Mise en œuvre — ﻻ'
    const { text: folded, from } = fold(text)
    expect(from).toHaveLength(folded.length + 1)
    expect(text.slice(from[folded.indexOf('oeuvre')], from[folded.indexOf('oeuvre') + 6])).toBe('œuvre')
  })

  test('squeezing leaves letters and digits', () => {
    expect(squeeze('1.2  Mise en\nœuvre !')).toBe('12miseenoeuvre')
  })
})

describe('words', () => {
  const found = (language: string, group: string, text: string): string[] => {
    const folded = fold(text)
    return lexicon(EDITION, [language])
      .hits(group, folded.text)
      .map(([start, end]) => text.slice(folded.from[start], folded.from[end]))
  }

  test('whole words only: an environment is no NGO', () => {
    expect(found('fr', 'civil-society', 'la longue tradition congolaise')).toEqual([])
    expect(found('fr', 'civil-society', 'ONG, OSC; (ONGs)')).toEqual(['ONG', 'OSC', 'ONGs'])
  })

  test('joined Arabic particles belong to the word', () => {
    expect(found('ar', 'civil-society', 'وبالمجتمع المدني')).toEqual(['وبالمجتمع المدني'])
    expect(found('ar', 'report', 'والتقارير')).toEqual(['والتقارير'])
  })

  test('hyphens and lost spaces between the words of a cue do not count', () => {
    expect(found('en', 'mid-term', 'the midterm  review')).toEqual(['midterm  review'])
    expect(found('fr', 'civil-society', 'etlasociétécivile')).toEqual(['sociétécivile'])
  })

  test('a false friend hides the word inside it, not the same word elsewhere', () => {
    expect(found('en', 'funds', 'gender budgeting needs a budget')).toEqual(['budget'])
  })

  test.each([
    ['en', 'USD 2.6 million'],
    ['en', 'US$ 10,426,877'],
    ['en', '27 680 907 GEL'],
    ['fr', '2,6 millions de dollars'],
    ['fr', '120 000 FCFA'],
    ['ar', '٤٨٦٠٠٠٠ دولار'],
    ['sv', '40 miljoner kronor'],
    ['sq', '120 milionë lekë'],
  ])('%s: %s is an amount', (language, text) => {
    expect(found(language, 'amount', `${text}.`)).toEqual([text])
  })

  test.each(['all 28 districts', '4.9 million people', 'try 3 times', 'in 2026'])('%s is none', text => {
    expect(found('en', 'amount', text)).toEqual([])
  })
})

describe('passages', () => {
  const passages = (pages: string[], rows = {}): string[] => {
    const reading = readingOf({ language: 'en', pages, rows: [rows] })
    return passagesOf(reading, lexicon(EDITION, ['en'])).map(({ kind, text }) => `${kind}: ${text}`)
  }

  test('lines are joined to sentences, and sentences parted', () => {
    expect(passages(['The plan is carried out by the ministry and by the\npolice. It ends in 2029.'])).toEqual([
      'sentence: The plan is carried out by the ministry and by the police.',
      'sentence: It ends in 2029.',
    ])
  })

  test('headings, contents lines and list entries stand alone', () => {
    const page = [
      '4. Monitoring',
      'The committee that follows the plan meets twice a year and is made up of these:',
      '• one delegate of the ministry;',
      '• two delegates of civil society;',
      '5. Money ............ 12',
    ]
    expect(passages([page.join('\n')])).toEqual([
      'heading: 4. Monitoring',
      'sentence: The committee that follows the plan meets twice a year and is made up of these:',
      'sentence: • one delegate of the ministry;',
      'sentence: • two delegates of civil society;',
      'contents: 5. Money ............ 12',
    ])
  })

  test('a numbered paragraph that goes on is no heading', () => {
    const page =
      '12. The ministry reports on what it has done every year to\nthe committee of Parliament that is concerned with it.'
    expect(passages([page])).toEqual([`sentence: ${page.replace('\n', ' ')}`])
  })

  test('running titles and page numbers are no text', () => {
    const page = (number: number, text: string): string => `Plan of Lumaria 2025–2029\n${text}\n${number}`
    const texts = ['Women decide in peace talks.', 'Women serve in the police.', 'Women hold land.']
    expect(passages(texts.map((text, index) => page(index + 1, text)))).toEqual(texts.map(text => `sentence: ${text}`))
  })

  test('rows of the matrix are items, even where the page runs through their cells', () => {
    const row = { action: 'Train sixty women mediators from all provinces', responsible: 'Ministry of Women' }
    const page = 'Train sixty women mediators Ministry of\nfrom all provinces Women\nThe committee meets twice a year.'
    expect(passages([page], row)).toEqual([
      'sentence: The committee meets twice a year.',
      'item: Train sixty women mediators from all provinces',
    ])
  })

  test('what stands under a former plan, among sources or abbreviations is left out', () => {
    const page = [
      'CHAPTER 2: LESSONS OF THE FIRST PLAN',
      'A secretariat was set up in each of the twenty-one provinces.',
      'CHAPTER 3: THIS PLAN',
      'A secretariat works in each of the twenty-six provinces today.',
      'BIBLIOGRAPHY',
      'Annual report on the action plan, Ministry of Women, 2018, 41 pages.',
    ]
    expect(passages([page.join('\n')])).toEqual([
      'heading: CHAPTER 3: THIS PLAN',
      'sentence: A secretariat works in each of the twenty-six provinces today.',
    ])
    expect(passages(['OSC Organisation of society\nPTF Partners of finance\n'])).toEqual([])
  })
})
