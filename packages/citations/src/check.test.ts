import { describe, expect, test } from 'vitest'
import { checkCitations, LIBRARY, type Facts } from './index.ts'

const found = (text: string, facts: Facts = LIBRARY) =>
  checkCitations([{ page: 1, text }], facts).map(({ kind, suggestion }) => `${kind}: ${suggestion}`)

describe('the nine errors that were seen in print', () => {
  test('2422 for 2242, in a list of the resolutions', () => {
    const text = 'The alliance works on resolutions 1325, 1820, 1888, 1889, 1960, 2106, 2122, 2422, 2467 and 2493.'
    expect(found(text)).toEqual(['number: 2242 (2015)'])
  })

  test('2022 (2013) for 2122 (2013): resolution 2022 is of another year', () => {
    expect(found('Its training follows resolutions 1325 (2000) and 2022 (2013).')).toEqual(['number: 2122 (2013)'])
  })

  test('2492 (2019) for 2493, where the text says what it is about', () => {
    const text = 'Resolution 2492 (2019) on women, peace and security was adopted in October.'
    expect(found(text)).toEqual(['number: 2493 (2019)'])
    expect(found('Resolution 2492 (2019) renews a mandate.')).toEqual([])
  })

  test('years that are one too late', () => {
    expect(found('UNSCR 1820 (2009), UNSCR 1889 (2010) and UNSCR 1960 (2011) build on it.')).toEqual([
      'year: 1820 (2008)',
      'year: 1889 (2009)',
      'year: 1960 (2010)',
    ])
  })

  test('meetings and dates in a list of sources, and meetings that nobody filled in', () => {
    const lines = [
      '• Résolution 1325 du Conseil de sécurité, adoptée à sa 4214e séance, le 31 octobre 2000',
      '• Résolution 1820 du Conseil de sécurité, adoptée à sa 5918e séance, le 19 juin2009',
      '• Résolution 1888 du Conseil de sécurité, adoptée à sa e séance, le 30 septembre 2009',
      '• Résolution 1960 du Conseil de sécurité, adoptée à sa 5918e séance, le 16 décembre 2010',
    ]
    expect(found(lines.join('\n'))).toEqual([
      'meeting: S/PV.4213',
      'year: 1820 (2008)',
      'meeting: S/PV.5916',
      'meeting-missing: S/PV.6195',
      'meeting: S/PV.6453',
    ])
  })

  test('1235 for 1325, also in the name of a secretariat', () => {
    expect(found('The country adopted its first plan on UNSCR 1235 (women, peace and security).')).toEqual([
      'number: 1325 (2000)',
    ])
    const french = 'La résolution 1325 est suivie par le Secrétariat National Permanent 1235.'
    expect(found(french)).toEqual(['number: 1325 (2000)'])
  })

  test('PAN 325 for PAN 1325', () => {
    expect(found('Le PAN 1325 existe depuis 2010. Peu de gens connaissent le PAN 325.')).toEqual([
      'number: 1325 (2000)',
    ])
  })

  test('two of NATO’s principles and a third that is none', () => {
    const wrong = 'NATO rests its policy on three principles: integration, inclusiveness and inclusivity.'
    expect(found(wrong)).toEqual(['nato-principles: integration, inclusiveness, integrity'])
    expect(found('NATO rests its policy on three principles: integration, inclusiveness and integrity.')).toEqual([])
  })

  test('paragraphs that were taken for others', () => {
    expect(found('Paragraph 8 of resolution 1888 (2009) wants women’s protection advisers in missions.')).toEqual([
      'subject-elsewhere: Resolution 1888, paragraph 12',
    ])
    expect(found('By OP 12 of 1888 a team of experts is sent.')).toEqual([
      'subject-elsewhere: Resolution 1888, paragraphs 8, 28',
    ])
    expect(found('Paragraph 3 of resolution 1960 asks for monitoring, analysis and reporting arrangements.')).toEqual([
      'subject-elsewhere: Resolution 1960, paragraphs 8, 18',
    ])
    expect(found('2467, ¶18 wants a survivor-centred approach; so do others.')).toEqual([
      'subject-elsewhere: Resolution 2467, paragraph 16',
    ])
    expect(found('Resolution 2467 (2019), paragraph 27, thinks of children born of rape.')).toEqual([
      'subject-elsewhere: Resolution 2467, paragraph 18',
    ])
    expect(found('Paragraph 14 of resolution 2242 has women lead against violent extremism.')).toEqual([
      'subject-elsewhere: Resolution 2242, paragraphs 6, 11, 12, 13',
    ])
  })
})

describe('other slips', () => {
  test.each([
    ['Resolution 1888 (October 2008) named a representative.', 'year: 1888 (2009)'],
    ['In October 2008 the Security Council adopted resolution 1888.', 'year: 1888 (2009)'],
    ['Resolution 2122, adopted by the Security Council on 19 October 2013.', 'date: 2122, adopted on 18 October 2013'],
    ['resolution 1325 (S/RES/1325 (2010))', 'symbol: S/RES/1325 (2000)'],
    ['General Assembly resolution 1325 (2000) on women, peace and security', 'body: S/RES/1325 (2000)'],
    ['The Council adopted resolution 2467 unanimously.', 'vote: 13 in favour, 0 against, 2 abstaining'],
    ['OP 21 of 1325', 'paragraph: Look for the paragraph among 1 to 18.'],
    ['paragraph 8(d) of resolution 1325', 'part: Cite the paragraph as a whole, or another one.'],
    ['Resolution 2111 on women, peace and security', 'not-in-list: Check the number, or what the resolution is about.'],
    ['Beijing Platform, objective E.3 (paras 146-147)', 'beijing: Objective E.2 stands in paragraphs 143 to 145.'],
  ])('%s', (text, finding) => {
    expect(found(text)).toEqual([finding])
  })

  test.each([
    ['ar', 'القرار 1820 (2009) الصادر عن مجلس الأمن', 'year: 1820 (2008)'],
    ['ar', 'اعتمد مجلس الأمن القرار ١٣٢٥ في جلسته ٤٢١٤', 'meeting: S/PV.4213'],
    ['ar', 'الفقرة 40 من القرار 1820', 'paragraph: Look for the paragraph among 1 to 16.'],
    ['es', 'la resolución 1960 (2011) del Consejo de Seguridad', 'year: 1960 (2010)'],
    ['pt', 'a Resolução 1325 do Conselho de Segurança, de 31 de outubro de 2001', 'year: 1325 (2000)'],
    ['sv', 'FN:s säkerhetsråds resolution 1325 antogs den 31 oktober 2001', 'year: 1325 (2000)'],
    ['uk', 'Резолюція Ради Безпеки ООН 1235 «Жінки, мир, безпека»', 'number: 1325 (2000)'],
    ['uk', 'пункт 21 резолюції 1325', 'paragraph: Look for the paragraph among 1 to 18.'],
  ])('in %s: %s', (_, text, finding) => {
    expect(found(text)).toEqual([finding])
  })
})

describe('what is cited rightly is left alone', () => {
  test.each([
    ['en', 'Resolutions 1244 (1999), 1612 (2005), 1882 (2009), 2250 (2015) and 2331 (2016) stand beside 1325 (2000).'],
    [
      'en',
      'General Assembly resolution 2106 (XX) opened the convention; the Commission worked under resolution 1235 (XLII).',
    ],
    ['en', 'Resolution 1989 (2011) is about sanctions. Resolution 1235 (1999) is about Georgia.'],
    ['en', 'The action plan on resolution 1325 of 12 March 2018 (NAP 2018-2022) follows UNSCR 1325 in 2019.'],
    ['en', 'Notes on UNSCR 1325 (2026-11-21), and a report on resolution 1820 (12 March 2019).'],
    ['en', 'Monitoring report on UNSCR 1325, 2014. 1,325 people; 1235 women were trained under resolution 1325.'],
    ['en', 'Resolution 2467 was adopted by 13 votes to none, with 2 abstentions, at the 8514th meeting.'],
    [
      'en',
      'At the anniversary of resolution 1325, on 31 October 2020, the Council heard a report on resolution 1325, para. 54.',
    ],
    [
      'en',
      'In 2010 the Security Council adopted a statement on resolution 1325; the report on resolution 1820 says so (¶ 54).',
    ],
    [
      'en',
      'Resolutions 1325 (2000), 1820 (2008) and 2249 (2015); resolutions 1325, 1888 and 2462; UNSCR 1325 in October 2010.',
    ],
    [
      'fr',
      'Le pays a adopté son PAN 2008-2012 sur la résolution 1325 en janvier 2008, et un second pour la résolution 1325 (2019).',
    ],
    ['ar', 'في الذكرى العشرين للقرار 1325 في 31 تشرين الأول/أكتوبر 2020 اعتمدت الحكومة خطة العمل الوطنية 2020-2024'],
    [
      'es',
      'En el vigésimo aniversario de la resolución 1325, el 31 de octubre de 2020, se presentó el informe de 2019.',
    ],
    [
      'pt',
      'O Plano Nacional de Ação 2014-2018 para a Resolução 1325, de 12 de agosto de 2014, foi aprovado pelo Governo.',
    ],
    ['sv', 'Sveriges handlingsplan för resolution 1325 från 2016 löpte till 2020; regeringen antog den 2016.'],
    ['uk', 'Національний план дій з виконання резолюції 1325 на період до 2025 року затверджено 28 жовтня 2020 року.'],
    ['en', 'Paragraph 30 of the report on resolution 1325, and paragraph 8 (a) of resolution 1325 itself.'],
    ['en', 'OP 17 of 1889 asks for global indicators, and OP 8 of 1888 for a team of experts.'],
    [
      'fr',
      'Le plan d’action sur la résolution 1325 de 2010 à 2013, adopté en 2010 ; résolution 1888 du 30 septembre 2009.',
    ],
    ['fr', 'Les résolutions 1325 (2000), 1820 (2008) et 2242 (2015), adoptées par le Conseil de sécurité.'],
    [
      'es',
      'El plan sobre la resolución 1325, aprobado en 2007; la resolución 1820, de 19 de junio de 2008, y la 1888.',
    ],
    [
      'ar',
      'القرار 1325 (2000) والقرارات 1820 و1888 و1889، والفقرة 17 من القرار 1889 بشأن المؤشرات، والقرار 2250 (2015)',
    ],
    ['pt', 'A Resolução 1325 (2000), de 31 de outubro de 2000, e a Resolução 2106 (2013).'],
    ['sv', 'Säkerhetsrådet antog resolution 1325 den 31 oktober 2000 vid sitt 4213:e möte; punkt 8 i resolution 1325.'],
    ['uk', 'Резолюція Ради Безпеки ООН 1325 (2000) від 31 жовтня 2000 року та резолюції 1820 і 1888.'],
  ])('in %s: %s', (_, text) => {
    expect(found(text)).toEqual([])
  })
})

describe('with an official text', () => {
  // Words of our own in the place of a text that is the UN's.
  const facts: Facts = {
    ...LIBRARY,
    officialTexts: [
      {
        resolution: 1888,
        language: 'en',
        paragraphs: [
          {
            number: 8,
            text: 'Sends a group of lawyers who know courts to a country that asks for their help in time of need;',
          },
          {
            number: 12,
            text: 'Puts people who watch over women into every mission that the members send out to keep the peace;',
          },
        ],
      },
    ],
  }

  test('quoted words are found in the paragraph where they stand', () => {
    const wrong = 'Paragraph 8 of resolution 1888 “puts people who watch over women … to keep the peace”.'
    expect(found(wrong, facts)).toEqual(['words-elsewhere: Resolution 1888, paragraph 12'])
    const right = 'Paragraph 12 of resolution 1888 “puts people who watch over women … to keep the peace”.'
    expect(found(right, facts)).toEqual([])
  })

  test('quoted words that stand nowhere are named, but not those of another language', () => {
    const nowhere =
      'Paragraph 8 of resolution 1888 asks that “women in every mission know courts and the peace that members need”.'
    expect(found(nowhere, facts)).toEqual(['words-nowhere: Compare the words with the official text.'])
    const french =
      'Le paragraphe 8 de la résolution 1888 « envoie des juristes dans les pays qui demandent leur aide ».'
    expect(found(french, facts)).toEqual([])
  })
})

test('a text that is long and full of numbers is still read in time that grows with its length', () => {
  const text = `${'resolutions '.repeat(10)}${'1235, (¶ 21 of 1325) '.repeat(4000)}`
  expect(checkCitations([{ page: 1, text }]).length).toBeGreaterThan(3000)
})

test('a finding gives page, words, problem and suggestion, in the language that is asked for', () => {
  const pages = [
    { page: 1, text: 'Nothing is cited here.' },
    { page: 2, text: 'It rests on resolution 1820 (2009).' },
  ]
  expect(checkCitations(pages, LIBRARY, { language: 'fr' })).toEqual([
    {
      page: 2,
      quote: 'It rests on resolution 1820 (2009).',
      problem: 'La résolution 1820 est de 2008, non de 2009.',
      suggestion: '1820 (2008)',
      kind: 'year',
      severity: 'error',
      resolution: 1820,
    },
  ])
})

describe('figures exchanged, and lists', () => {
  test.each([
    ['Resolution 1352 (2000) is the first of ten.', 'number: 1325 (2000)'],
    ['La RCSNU 2439 (2019) pide que se cumplan todas.', 'number: 2493 (2019)'],
    ['с резолюциями 1820 (2008), 1906 (2010), 2467 (2019)', 'number: 1960 (2010)'],
    ['UNSCRs 1325 and 1280', 'number: 1820 (2008)'],
    ['Resolution 1325 (2000), Resolution 1802 (2008) and Resolution 2106 (2013)', 'number: 1820 (2008)'],
    ['resolutions 1325 (2000), 2476 (2019) and 2669 (2022)', 'number: 2467 (2019)'],
    ['las siguieron: 1820 (2008), 1888 (2009), 2160 (2013) y 2122 (2013)', 'number: 2106 (2013)'],
  ])('%s', (text, expected) => {
    expect(found(text)).toEqual([expected])
  })

  test('a paragraph beyond the last, in other words and behind a comma', () => {
    expect(found('Report on UNSCR 1325 (2000), OP 40, with figures.')).toHaveLength(1)
    expect(found('резолюция 2242 (2015) в пункте 28')).toHaveLength(1)
    expect(found('القرار 1325 (2000)، الفقرة 40')).toHaveLength(1)
    expect(found('резолюция 2242 (2015) в пункте 1; القرار 1325 (2000)، الفقرة 8')).toEqual([])
  })

  test('other resolutions of the same year are left alone, alone and beside these', () => {
    expect(found('Resolution 2476 (2019) on Haiti, 1802 (2008), 2224 (2015) and 2736 (2024).')).toEqual([])
    expect(found('1325 (2000), 1612 (2005), 1820 (2008), 1882 (2009), 1888 (2009), 2250 (2015)')).toEqual([])
    expect(found('Winter 1999 (2000), spring 2001 (2002)')).toEqual([])
  })
})
