import type { MadePlan } from '../plan.ts'

/** Prose only: headings, numbered measures, the responsible authority on a line of its own, indicators as a list at each end. */
export const swedishProse: MadePlan = {
  name: 'sv-prose',
  language: 'sv',
  title: 'Nationell handlingsplan för kvinnor, fred och säkerhet',
  issuer: 'Konungariket Norrvik',
  period: '2024–2028',
  years: { start: '2024', end: '2028' },
  illustrative: 'Påhittad plan, skriven för att pröva läsaren',
  sections: [
    {
      heading: 'Inledning',
      paragraphs: [
        'Handlingsplanen genomför FN:s säkerhetsråds resolution 1325 och de följande resolutionerna. Den bygger på samråd med myndigheter och det civila samhället under 2023.',
        'Regeringen redovisar varje år till riksdagen hur arbetet går.',
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
  prose: { columns: 1, indicators: 'Indikatorer', responsible: 'Ansvarig myndighet', numbered: true },
  pillars: [
    {
      number: 'Område 1',
      text: 'Deltagande',
      objectives: [
        {
          number: 'Mål 1.1',
          text: 'Kvinnor deltar i fredsprocesser på lika villkor',
          rows: [
            {
              number: '1.1.1',
              actions: [
                'Regeringen ska nominera kvinnor till minst hälften av de medlarposter som Norrvik tillsätter.',
              ],
              indicators: [{ text: 'Andel kvinnor bland nominerade medlare' }],
              responsible: 'Utrikesdepartementet',
            },
            {
              number: '1.1.2',
              actions: ['Försvarsmakten ska ha en genderrådgivare i varje insats utomlands.'],
              indicators: [{ text: 'Antal insatser med genderrådgivare' }],
              responsible: 'Försvarsmakten',
            },
          ],
        },
      ],
    },
    {
      number: 'Område 2',
      text: 'Skydd',
      objectives: [
        {
          number: 'Mål 2.1',
          text: 'Kvinnor och flickor skyddas mot konfliktrelaterat sexuellt våld',
          rows: [
            {
              number: '2.1.1',
              actions: [
                'Polismyndigheten ska utbilda alla som sänds till internationella insatser i att möta överlevande.',
              ],
              indicators: [{ text: 'Andel utsända som har genomgått utbildningen' }],
              responsible: 'Polismyndigheten',
            },
            {
              number: '2.1.2',
              actions: ['Biståndsmyndigheten ska öka stödet till kvinnojourer i konfliktområden.'],
              indicators: [{ text: 'Utbetalat stöd till kvinnojourer per år' }],
              responsible: 'Biståndsmyndigheten',
            },
          ],
        },
      ],
    },
  ],
}
