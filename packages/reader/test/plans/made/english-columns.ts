import type { MadePlan } from '../plan.ts'

/** Prose in two columns with bulleted measures and a list of indicators for each objective. */
export const englishColumns: MadePlan = {
  name: 'en-columns',
  language: 'en',
  title: 'Local Action Plan on Women, Peace and Security',
  issuer: 'Harbour County',
  period: '2026-2028',
  years: { start: '2026', end: '2028' },
  illustrative: 'Made-up plan, written to try the reader',
  sections: [
    {
      heading: 'Foreword',
      paragraphs: [
        'The county adopted this plan after six open meetings. It sets out what the county will do in the next three years and how residents can follow it.',
        'Progress is reported to the county assembly every year in June.',
      ],
    },
  ],
  matrixHeading: '',
  columns: [
    { header: '', holds: 'actions', width: 1 },
    { header: '', holds: 'indicators', width: 1 },
    { header: '', holds: 'responsible', width: 1 },
  ],
  pillarsAs: 'headings',
  prose: { columns: 2, indicators: 'Indicators', responsible: 'Responsible', numbered: false },
  pillars: [
    {
      number: 'Priority area 1',
      text: 'Participation',
      objectives: [
        {
          number: 'Objective 1.1',
          text: 'Women lead in the county’s peace committees',
          rows: [
            {
              actions: ['The county will appoint women to half of the seats in each ward peace committee.'],
              indicators: [{ text: 'Share of women in ward peace committees' }],
              responsible: 'County Secretary',
            },
            {
              actions: ['The county will pay transport and child care for members who attend meetings.'],
              indicators: [{ text: 'Number of members who received the allowance' }],
              responsible: 'Department of Finance',
            },
          ],
        },
      ],
    },
    {
      number: 'Priority area 2',
      text: 'Relief and recovery',
      objectives: [
        {
          number: 'Objective 2.1',
          text: 'Displaced women find work and safe homes',
          rows: [
            {
              actions: ['The county will open a market with lit paths and a police post at the harbour.'],
              indicators: [{ text: 'Number of stalls held by displaced women' }],
              responsible: 'Department of Trade',
            },
            {
              actions: ['The county will register land for two hundred displaced households in the names of women.'],
              indicators: [{ text: 'Number of titles issued' }],
              responsible: 'Land Office',
            },
          ],
        },
      ],
    },
  ],
}
