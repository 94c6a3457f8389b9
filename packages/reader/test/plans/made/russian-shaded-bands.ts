import type { MadePlan } from '../plan.ts'

/** Only the header and the bands are shaded; rows and columns are held by white space, cells merged beside several rows. */
export const russianShadedBands: MadePlan = {
  name: 'ru-shaded-bands',
  language: 'ru',
  title: 'Национальный план действий по выполнению резолюции 1325 «Женщины, мир и безопасность»',
  issuer: 'Республика Приозёрье',
  period: '2024–2027',
  years: { start: '2024', end: '2027' },
  illustrative: 'Вымышленный план, написанный для проверки чтения',
  sections: [
    {
      heading: 'Введение',
      paragraphs: ['План составлен вместе с женскими организациями пяти областей. Доклад выходит каждый год.'],
    },
  ],
  matrixHeading: 'Матрица мероприятий',
  columns: [
    { header: 'Задача', holds: 'objective', width: 4 },
    { header: 'Мероприятия', holds: 'actions', width: 5.5 },
    { header: 'Показатели', holds: 'indicators', width: 4.5 },
    { header: 'Ответственные', holds: 'responsible', width: 3.8 },
    { header: 'Срок', holds: 'timeframe', width: 2.2 },
  ],
  pillarsAs: 'bands',
  rules: 'shaded-bands',
  pillars: [
    {
      number: 'Направление 1',
      text: 'Участие',
      objectives: [
        {
          number: '1.1',
          text: 'Женщины входят во все органы, которые ведут переговоры о мире',
          rows: [
            {
              actions: ['Установить долю женщин в переговорных группах'],
              indicators: [{ text: 'Доля женщин в переговорных группах' }],
              responsible: 'Министерство иностранных дел',
              timeframe: '2024',
            },
            {
              actions: ['Обучить посредниц из приграничных районов'],
              indicators: [{ text: 'Число обученных посредниц' }],
              responsible: 'Министерство образования',
              timeframe: '2024-2026',
            },
          ],
        },
      ],
    },
    {
      number: 'Направление 2',
      text: 'Защита',
      objectives: [
        {
          number: '2.1',
          text: 'Пострадавшие получают помощь',
          rows: [
            {
              actions: ['Открыть приюты в четырёх областях'],
              indicators: [{ text: 'Число открытых приютов' }],
              responsible: 'Министерство труда',
              timeframe: '2025-2027',
            },
          ],
        },
        {
          number: '2.2',
          text: 'Суды знают права пострадавших',
          rows: [
            {
              actions: ['Обучить судей и следователей'],
              indicators: [{ text: 'Число обученных судей и следователей' }],
              responsible: 'Верховный суд',
              timeframe: '2026',
            },
          ],
        },
      ],
    },
  ],
}
