import { expect, test } from 'vitest'
import { compact, fold, wordKey } from './fold.ts'
import { LANGUAGES } from './index.ts'
import { isFurniture, isTheme, isTotal, labelOf, roleOf, saysNothing } from './match.ts'
import { stateIn } from './states.ts'

const role = (header: string, ...languages: string[]) => roleOf(header, languages)?.role ?? null

test('case, diacritics, punctuation and digits of other scripts fold away', () => {
  expect(fold('  Línea de ACCIÓN: n.º ٣ ')).toBe('linea de accion n o 3')
  expect(compact('об’єкт')).toBe(compact("об'єкт"))
})

test('Arabic folds alefs, ta marbuta, tatweel and the article, and letters in damaged order are the same word', () => {
  expect(fold('إلعــداد')).toBe(fold('العداد'))
  expect(wordKey(fold('المؤشرات'))).toBe(wordKey(fold('مؤشرات')))
  expect(wordKey(fold('كبريه'))).toBe(wordKey(fold('كبيره')))
})

test('every header word of every language means its own role', () => {
  const wrong: string[] = []
  for (const { language, roles } of LANGUAGES)
    for (const [name, phrases] of Object.entries(roles))
      for (const phrase of phrases) {
        const found = roleOf(phrase.replaceAll('*', ''), [language])?.role
        if (found !== name) wrong.push(`${language} ${phrase}: ${found}, not ${name}`)
      }
  expect(wrong).toEqual([])
})

const headers: [string, string, string][] = [
  ['en', 'Means of Verification', 'verification'],
  ['en', 'Objectively verifiable indicators', 'indicator'],
  ['en', 'Lead institution(s)', 'responsible'],
  ['en', 'Budget (USD)', 'budget'],
  ['en', 'Target group', 'other'],
  ['en', 'Target 2029', 'target'],
  ['fr', 'INDICATEURSOBJECTIVEMENT VERIFIABLES', 'indicator'],
  ['fr', 'OBJECTIFS SPÉCIFIQUES DE L’AXE', 'objective'],
  ['fr', 'Responsables de la mise en œuvre', 'responsible'],
  ['fr', 'Groupe cible', 'other'],
  ['es', 'LÍNEA DE ACCIÓN', 'action'],
  ['pt', 'Indicadores e metas', 'indicator'],
  ['sq', 'Fusha e politikës', 'pillar'],
  ['sq', 'Vlera e synuar 2027', 'target'],
  ['sv', 'Ansvarig myndighet', 'responsible'],
  ['uk', 'Відповідальні за виконання', 'responsible'],
  ['uk', 'Строк виконання', 'timeframe'],
  ['ar', 'الجهة المسؤولة عن التنفيذ', 'responsible'],
  ['ar', 'مؤشّرات قياس الأداء', 'indicator'],
  ['tr', 'İş birliği yapılacak kuruluşlar', 'partners'],
  ['bs', 'Nosioci aktivnosti', 'responsible'],
]
for (const [language, header, expected] of headers)
  test(`a column '${header}' is ${expected}`, () => {
    expect(role(header, language)).toBe(expected)
  })

test('a sentence is no header', () => {
  expect(
    role('Women who were displaced by the floods have been waiting for a house of their own since last year', 'en'),
  ).toBe(null)
})

test('a label has a number or a colon behind it', () => {
  expect(labelOf('Pillar II – Participation', ['en'])).toMatchObject({
    kind: 'pillar',
    number: 'Pillar II',
    rest: 'Participation',
  })
  expect(labelOf('AXE 1. PARTICIPATION', ['fr'])).toMatchObject({
    kind: 'pillar',
    number: 'AXE 1',
    rest: 'PARTICIPATION',
  })
  expect(labelOf('Objectif spécifique 2.1 : Former', ['fr'])).toMatchObject({
    kind: 'objective',
    number: 'Objectif spécifique 2.1',
  })
  expect(labelOf('المحور الأول: المشاركة', ['ar'])).toMatchObject({
    kind: 'pillar',
    number: 'المحور الأول',
    rest: 'المشاركة',
  })
  expect(labelOf('Fokusområde: Skydd', ['sv'])).toMatchObject({ kind: 'pillar', number: null, rest: 'Skydd' })
  expect(labelOf('Measures taken in 2020 were few', ['en'])).toBe(null)
})

test('cells that say nothing, rows of sums, the apparatus of a document and the themes are known', () => {
  expect(['-', '–', '…', 'n/a', 'N/D', 'néant', 'لا يوجد', 'не визначено', ''].every(saysNothing)).toBe(true)
  expect(['Non', 'Sim', '0', 'Ministry'].some(saysNothing)).toBe(false)
  expect(isTotal('Sub-total pillar 1')).toBe(true)
  expect(isFurniture('3. Implementation matrix')).toBe(true)
  expect(isTheme('Relief and recovery')).toBe(true)
  expect(isTheme('Introduction')).toBe(false)
})

test('a state is known by its name in any language of the list, inflected or long', () => {
  const codes = [
    'République Démocratique du Congo',
    'Republic of Malawi',
    'Republika e Shqipërisë',
    'уряд України',
    'Vijeće ministara Bosne i Hercegovine',
    'المملكة الأردنية الهاشمية',
    'Guinea-Bissau',
    'Niger',
    'Nigeria',
  ]
  expect(codes.map(c => stateIn(c, ['uk', 'bs'])?.code)).toEqual([
    'COD',
    'MWI',
    'ALB',
    'UKR',
    'BIH',
    'JOR',
    'GNB',
    'NER',
    'NGA',
  ])
  expect(stateIn('Children of the Congress', ['en'])).toBe(null)
  expect(stateIn('République de Côtemer', ['fr'])).toBe(null)
})

test('a header whose words a narrow column broke is known by its letters', () => {
  expect(roleOf('خط الأسا س', ['ar'])?.role).toBe('baseline')
  expect(roleOf('Respon sible', ['en'])?.role).toBe('responsible')
})
