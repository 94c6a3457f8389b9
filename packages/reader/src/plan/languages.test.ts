/** The same kind of plan in four languages that none of the reader's makers had a published matrix of. */
import { expect, test } from 'vitest'
import type { Item } from '../plan-document.ts'
import { planOf } from './index.ts'
import { heading, layoutOf, paragraph, table } from './sample-layout.ts'

const source = { name: 'plan.pdf', sha256: '', mediaType: 'application/pdf', pages: 1 }
const outline = (items: Item[]) =>
  items.map(i => `${i.kind} ${i.number ?? '-'} ${i.text} < ${items.find(p => p.id === i.parent)?.text ?? '-'}`)
const fieldsOf = (item: Item | undefined) =>
  Object.fromEntries(Object.entries(item?.fields ?? {}).map(([name, field]) => [name, [field.text, field.value]]))

test('a Swedish plan: focus areas as headings, bullets in a wrapped cell, a merged sub-goal, money in millions', () => {
  const header = ['Delmål', 'Åtgärder', 'Indikatorer', 'Ansvarig myndighet', 'Tidsram', 'Budget (mnkr)']
  const plan = planOf(
    layoutOf(
      heading('Handlingsplan för kvinnor, fred och säkerhet 2024–2028'),
      paragraph('Sveriges regering'),
      heading('Fokusområde 1: Inkluderande fredsprocesser', 2),
      table([
        header,
        [
          '1.1 Fler kvinnor deltar i förhandlingar',
          '• Utbilda medlare\n• Stödja nätverk av\nkvinnliga medlare',
          'Andel kvinnor',
          'UD',
          '2024–2026',
          '12,5',
        ],
        ['^', 'Införa krav på delegationer', 'Antal delegationer', 'UD', 'löpande', '–'],
      ]),
      heading('Fokusområde 2: Förstärkt skydd', 2),
      table([header, ['2.1 Skyddet förstärks', 'Utbilda personal', 'Antal utbildade', 'Polisen', 'senast 2027', '3']]),
    ),
    source,
  )
  expect(plan).toMatchObject({
    languages: ['sv'],
    title: 'Handlingsplan för kvinnor, fred och säkerhet 2024–2028',
    issuer: { name: 'Sveriges regering', code: 'SWE' },
    period: { start: '2024', end: '2028' },
    warnings: [],
  })
  expect(outline(plan.items)).toEqual([
    'pillar Fokusområde 1 Inkluderande fredsprocesser < -',
    'objective 1.1 Fler kvinnor deltar i förhandlingar < Inkluderande fredsprocesser',
    'action - Utbilda medlare < Fler kvinnor deltar i förhandlingar',
    'action - Stödja nätverk av kvinnliga medlare < Fler kvinnor deltar i förhandlingar',
    'indicator - Andel kvinnor < Fler kvinnor deltar i förhandlingar',
    'action - Införa krav på delegationer < Fler kvinnor deltar i förhandlingar',
    'indicator - Antal delegationer < Fler kvinnor deltar i förhandlingar',
    'pillar Fokusområde 2 Förstärkt skydd < -',
    'objective 2.1 Skyddet förstärks < Förstärkt skydd',
    'action - Utbilda personal < Skyddet förstärks',
    'indicator - Antal utbildade < Skyddet förstärks',
  ])
  expect(fieldsOf(plan.items[3])).toEqual({
    responsible: ['UD', undefined],
    timeframe: ['2024–2026', { start: '2024', end: '2026' }],
    budget: ['12,5', { amount: 12_500_000, currency: 'SEK' }],
  })
  expect(fieldsOf(plan.items[5])).toEqual({ responsible: ['UD', undefined], timeframe: ['löpande', undefined] })
})

test('a Ukrainian plan: goals over tasks over measures, terms in quarters, no bands', () => {
  const plan = planOf(
    layoutOf(
      paragraph('КАБІНЕТ МІНІСТРІВ УКРАЇНИ'),
      heading('Національний план дій з виконання резолюції Ради Безпеки ООН 1325 на період до 2025 року'),
      table([
        [
          'Стратегічна ціль',
          'Завдання',
          'Найменування заходу',
          'Строк виконання',
          'Відповідальні за виконання',
          'Партнери',
          'Індикатори виконання',
        ],
        [
          '1. Забезпечення рівної участі жінок',
          '1.1. Розширення участі жінок у миротворчих місіях',
          '1) проведення навчання',
          '2022-2025 роки',
          'Міноборони',
          'Міжнародні організації',
          'кількість навчених жінок',
        ],
        ['^', '^', '2) розроблення програми', 'IV квартал 2023 р.', 'МВС', '—', 'програму затверджено'],
        [
          '^',
          '1.2. Усунення бар’єрів',
          '3) перегляд законодавства',
          'до кінця 2024 року',
          'Мін’юст',
          '',
          'кількість актів',
        ],
      ]),
    ),
    source,
  )
  expect(plan).toMatchObject({ languages: ['uk'], issuer: { code: 'UKR' }, period: { start: null, end: '2025' } })
  expect(outline(plan.items)).toEqual([
    'objective 1 Забезпечення рівної участі жінок < -',
    'objective 1.1 Розширення участі жінок у миротворчих місіях < Забезпечення рівної участі жінок',
    'action 1 проведення навчання < Розширення участі жінок у миротворчих місіях',
    'indicator - кількість навчених жінок < Розширення участі жінок у миротворчих місіях',
    'action 2 розроблення програми < Розширення участі жінок у миротворчих місіях',
    'indicator - програму затверджено < Розширення участі жінок у миротворчих місіях',
    'objective 1.2 Усунення бар’єрів < Забезпечення рівної участі жінок',
    'action 3 перегляд законодавства < Усунення бар’єрів',
    'indicator - кількість актів < Усунення бар’єрів',
  ])
  expect(fieldsOf(plan.items[4])).toEqual({
    responsible: ['МВС', undefined],
    timeframe: ['IV квартал 2023 р.', { start: '2023-10-01', end: '2023-12-31' }],
  })
})

test('an Arabic plan that runs from the right: the broadest column is the last, bands are pillars', () => {
  const plan = planOf(
    layoutOf(
      paragraph('المملكة الأردنية الهاشمية'),
      heading('خطة العمل الوطنية لتنفيذ قرار مجلس الأمن 1325'),
      paragraph('٢٠٢٢-٢٠٢٥'),
      table([
        ['الميزانية (بالدينار الأردني)', 'الإطار الزمني', 'الجهة المسؤولة', 'المؤشرات', 'الأنشطة', 'الهدف الاستراتيجي'],
        ['المحور الأول: المشاركة', '<', '<', '<', '<', '<'],
        [
          '٥٠٬٠٠٠',
          '٢٠٢٢-٢٠٢٣',
          'وزارة الداخلية',
          'عدد المتدربات',
          'أ- تدريب النساء\nب- إنشاء شبكة وسيطات',
          '١- زيادة مشاركة المرأة',
        ],
        ['لا يوجد', '2024', 'وزارة العدل', 'القانون معدل', 'تعديل القانون', '^'],
        ['المحور الثاني: الحماية', '<', '<', '<', '<', '<'],
        ['120,000', 'بحلول نهاية 2025', 'وزارة الصحة', 'عدد المراكز', 'إنشاء مراكز', '2. حماية النساء من العنف'],
      ]),
    ),
    source,
  )
  expect(plan).toMatchObject({ languages: ['ar'], issuer: { code: 'JOR' }, period: { start: '2022', end: '2025' } })
  expect(outline(plan.items)).toEqual([
    'pillar المحور الأول المشاركة < -',
    'objective ١ زيادة مشاركة المرأة < المشاركة',
    'action أ تدريب النساء < زيادة مشاركة المرأة',
    'action ب إنشاء شبكة وسيطات < زيادة مشاركة المرأة',
    'indicator - عدد المتدربات < زيادة مشاركة المرأة',
    'action - تعديل القانون < زيادة مشاركة المرأة',
    'indicator - القانون معدل < زيادة مشاركة المرأة',
    'pillar المحور الثاني الحماية < -',
    'objective 2 حماية النساء من العنف < الحماية',
    'action - إنشاء مراكز < حماية النساء من العنف',
    'indicator - عدد المراكز < حماية النساء من العنف',
  ])
  expect(fieldsOf(plan.items[3])).toEqual({
    responsible: ['وزارة الداخلية', undefined],
    timeframe: ['٢٠٢٢-٢٠٢٣', { start: '2022', end: '2023' }],
    budget: ['٥٠٬٠٠٠', { amount: 50_000, currency: 'JOD' }],
  })
  expect(plan.items[5]?.fields.budget).toBeUndefined()
})

test('an Albanian plan: policy area, objective, measure; cells left empty instead of merged', () => {
  const plan = planOf(
    layoutOf(
      paragraph('Republika e Shqipërisë'),
      heading('Plani i Veprimit për Rezolutën 1325, 2023–2027'),
      table([
        [
          'Fusha e politikës',
          'Objektivi',
          'Masa',
          'Treguesi',
          'Vlera bazë (2022)',
          'Vlera e synuar 2027',
          'Institucioni përgjegjës',
          'Afati',
          'Kosto (lekë)',
        ],
        [
          '1. Pjesëmarrja',
          '1.1 Rritja e pjesëmarrjes',
          '1.1.1 Trajnimi i grave',
          '% e grave në polici',
          '18%',
          '30%',
          'Ministria e Brendshme',
          '2023-2025',
          '4.500.000',
        ],
        [
          '',
          '',
          '1.1.2 Fushata rekrutimi',
          'Numri i fushatave',
          '0',
          '5',
          'Ministria e Mbrojtjes',
          'deri në fund të 2026',
          '1,2 milion',
        ],
        [
          '',
          '1.2 Fuqizimi',
          '1.2.1 Rrjeti i ndërmjetëseve',
          'Rrjeti i ngritur',
          'Jo',
          'Po',
          'Ministria e Drejtësisë',
          'vazhdimisht',
          'n/a',
        ],
        [
          '2. Mbrojtja',
          '2.1 Shërbime',
          '2.1.1 Qendra të reja',
          'Numri i qendrave',
          '3',
          '10',
          'Bashkitë',
          '2024',
          '15 000 000',
        ],
      ]),
    ),
    source,
  )
  expect(plan).toMatchObject({ languages: ['sq'], issuer: { code: 'ALB' }, period: { start: '2023', end: '2027' } })
  expect(outline(plan.items).filter(o => !o.startsWith('indicator'))).toEqual([
    'pillar 1 Pjesëmarrja < -',
    'objective 1.1 Rritja e pjesëmarrjes < Pjesëmarrja',
    'action 1.1.1 Trajnimi i grave < Rritja e pjesëmarrjes',
    'action 1.1.2 Fushata rekrutimi < Rritja e pjesëmarrjes',
    'objective 1.2 Fuqizimi < Pjesëmarrja',
    'action 1.2.1 Rrjeti i ndërmjetëseve < Fuqizimi',
    'pillar 2 Mbrojtja < -',
    'objective 2.1 Shërbime < Mbrojtja',
    'action 2.1.1 Qendra të reja < Shërbime',
  ])
  expect(fieldsOf(plan.items.find(i => i.text === '% e grave në polici'))).toEqual({
    baseline: ['18%', { number: 18, unit: '%', year: 2022 }],
    target: ['30%', { number: 30, unit: '%', year: 2027 }],
  })
  expect(fieldsOf(plan.items.find(i => i.number === '1.1.2')).budget).toEqual([
    '1,2 milion',
    { amount: 1_200_000, currency: 'ALL' },
  ])
})
