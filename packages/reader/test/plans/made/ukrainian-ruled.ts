import type { MadePlan } from '../plan.ts'

/** A government order: portrait table, numbered measures, objectives as bands, terms by quarter. */
export const ukrainianRuled: MadePlan = {
  name: 'uk-ruled',
  language: 'uk',
  title: 'Національний план дій з виконання резолюції Ради Безпеки ООН 1325 «Жінки, мир, безпека»',
  issuer: 'Республіка Степія',
  period: 'на період до 2027 року',
  years: { start: null, end: '2027' },
  illustrative: 'Вигаданий план, написаний для перевірки читача',
  sections: [
    {
      heading: 'Загальна частина',
      paragraphs: [
        'План визначає завдання органів виконавчої влади на 2024–2027 роки. Відповідальні органи щороку подають звіт про виконання плану.',
      ],
    },
  ],
  matrixHeading: 'Заходи з виконання плану',
  columns: [
    { header: 'Найменування заходу', holds: 'actions', width: 6 },
    { header: 'Строк виконання', holds: 'timeframe', width: 2.6 },
    { header: 'Відповідальні за виконання', holds: 'responsible', width: 4 },
    { header: 'Партнери', holds: 'partners', width: 3 },
    { header: 'Індикатор виконання', holds: 'indicators', width: 5 },
  ],
  pillarsAs: 'bands',
  objectivesAs: 'bands',
  portrait: true,
  pillars: [
    {
      number: 'Напрям 1',
      text: 'Участь жінок',
      objectives: [
        {
          number: 'Стратегічна ціль 1.1',
          text: 'Збільшення представництва жінок у прийнятті рішень щодо миру та безпеки',
          rows: [
            {
              number: '1.1.1.',
              actions: ['Запровадження гендерних квот під час формування делегацій на мирних переговорах'],
              indicators: [{ text: 'Частка жінок у складі делегацій' }],
              responsible: 'Міністерство закордонних справ',
              partners: 'громадські організації (за згодою)',
              timeframe: 'II квартал 2025 року',
            },
            {
              number: '1.1.2.',
              actions: ['Проведення навчання для жінок-посередниць у громадах'],
              indicators: [{ text: 'Кількість підготовлених посередниць' }],
              responsible: 'Міністерство соціальної політики, обласні адміністрації',
              partners: 'ООН Жінки (за згодою)',
              timeframe: '2024–2027 роки',
            },
          ],
        },
      ],
    },
    {
      number: 'Напрям 2',
      text: 'Захист та відновлення',
      objectives: [
        {
          number: 'Стратегічна ціль 2.1',
          text: 'Забезпечення допомоги постраждалим від сексуального насильства, пов’язаного з конфліктом',
          rows: [
            {
              number: '2.1.1.',
              actions: ['Утворення кризових кімнат у районних центрах'],
              indicators: [{ text: 'Кількість утворених кризових кімнат' }],
              responsible: 'обласні адміністрації',
              timeframe: '2025–2026 роки',
            },
            {
              number: '2.1.2.',
              actions: ['Розроблення порядку виплати компенсацій постраждалим'],
              indicators: [{ text: 'Порядок затверджено' }, { text: 'Кількість осіб, які отримали компенсацію' }],
              responsible: 'Міністерство юстиції',
              partners: 'Омбудсман',
              timeframe: '2025 рік',
            },
          ],
        },
      ],
    },
  ],
}
