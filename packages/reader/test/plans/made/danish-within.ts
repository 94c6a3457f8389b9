import type { MadePlan } from '../plan.ts'

/** Prose only: who answers for a measure, by when and how it is measured stand in the measure's own paragraph. */
export const danishWithin: MadePlan = {
  name: 'da-within',
  language: 'da',
  title: 'National handlingsplan for kvinder, fred og sikkerhed',
  issuer: 'Kongeriget Østerbælt',
  period: '2025–2029',
  years: { start: '2025', end: '2029' },
  illustrative: 'Opdigtet plan, skrevet for at prøve læseren',
  sections: [
    {
      heading: 'Indledning',
      paragraphs: [
        'FN’s Sikkerhedsråd vedtog resolution 1325 i oktober 2000. Planen bygger på erfaringerne fra den forrige plan og på samtaler med organisationer i hele landet.',
        'Regeringen giver hvert år Folketinget en redegørelse for arbejdet.',
      ],
    },
  ],
  matrixHeading: '',
  columns: [],
  pillarsAs: 'headings',
  prose: {
    columns: 1,
    indicators: 'Indikator',
    responsible: 'Ansvarlig',
    numbered: true,
    within: { timeframe: 'Tidsramme' },
  },
  pillars: [
    {
      number: 'Indsatsområde 1',
      text: 'Deltagelse',
      objectives: [
        {
          number: 'Mål 1.1',
          text: 'Kvinder deltager på lige fod i fredsforhandlinger',
          rows: [
            {
              number: '1.1.1',
              actions: ['Udpege kvinder til mindst halvdelen af posterne i rigets delegationer.'],
              indicators: [{ text: 'Andel af kvinder i delegationerne' }],
              responsible: 'Udenrigsministeriet',
              timeframe: '2025–2027',
            },
            {
              number: '1.1.2',
              actions: ['Støtte netværk af kvindelige mæglere i tre regioner.'],
              indicators: [{ text: 'Antal støttede netværk' }],
              responsible: 'Udenrigsministeriet',
              timeframe: '2026',
            },
          ],
        },
      ],
    },
    {
      number: 'Indsatsområde 2',
      text: 'Beskyttelse',
      objectives: [
        {
          number: 'Mål 2.1',
          text: 'Overlevende efter seksuel vold får hjælp',
          rows: [
            {
              number: '2.1.1',
              actions: ['Uddanne alt udsendt personel i at møde overlevende.'],
              indicators: [{ text: 'Andel af uddannet personel' }],
              responsible: 'Forsvarsministeriet',
              timeframe: '2028',
            },
            {
              number: '2.1.2',
              actions: ['Oprette fire krisecentre i samarbejde med kommunerne.'],
              indicators: [{ text: 'Antal åbnede krisecentre' }],
              responsible: 'Socialministeriet',
              timeframe: '2029',
            },
          ],
        },
      ],
    },
  ],
}
