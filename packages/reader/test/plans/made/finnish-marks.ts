import type { MadePlan } from '../plan.ts'

/** When a measure is carried out is marked in columns by year. */
export const finnishMarks: MadePlan = {
  name: 'fi-marks',
  language: 'fi',
  title: 'Naiset, rauha ja turvallisuus: kansallinen toimintaohjelma',
  issuer: 'Järvimaan tasavalta',
  period: '2025–2027',
  years: { start: '2025', end: '2027' },
  illustrative: 'Keksitty ohjelma, kirjoitettu lukijan kokeilemiseksi',
  sections: [
    {
      heading: 'Johdanto',
      paragraphs: ['Ohjelma laadittiin yhdessä järjestöjen kanssa. Seurantaraportti annetaan eduskunnalle joka vuosi.'],
    },
  ],
  matrixHeading: 'Toimenpiteet',
  columns: [
    { header: 'Tavoite', holds: 'objective', width: 4 },
    { header: 'Toimenpiteet', holds: 'actions', width: 6 },
    { header: 'Mittari', holds: 'indicators', width: 4.5 },
    { header: 'Vastuutaho', holds: 'responsible', width: 3.6 },
    { header: '2025', holds: { mark: 2025 }, width: 1.2 },
    { header: '2026', holds: { mark: 2026 }, width: 1.2 },
    { header: '2027', holds: { mark: 2027 }, width: 1.2 },
  ],
  pillarsAs: 'headings',
  pillars: [
    {
      number: 'Painopiste 1',
      text: 'Osallistuminen',
      objectives: [
        {
          number: '1',
          text: 'Naiset osallistuvat rauhanneuvotteluihin',
          rows: [
            {
              actions: ['Rauhanvälittäjien verkostolle myönnetään pysyvä rahoitus'],
              indicators: [{ text: 'Verkoston jäsenten määrä' }],
              responsible: 'Ulkoministeriö',
              marks: [2025, 2026, 2027],
            },
            {
              actions: ['Naisia kannustetaan hakeutumaan kriisinhallintaan'],
              indicators: [{ text: 'Naisten osuus lähetetyistä' }],
              responsible: 'Puolustusministeriö',
              marks: [2026],
            },
          ],
        },
      ],
    },
    {
      number: 'Painopiste 2',
      text: 'Suojelu',
      objectives: [
        {
          number: '2',
          text: 'Väkivallan uhrit saavat apua kotikunnassaan',
          rows: [
            {
              actions: ['Turvakotien paikkoja lisätään'],
              indicators: [{ text: 'Turvakotipaikkojen määrä' }],
              responsible: 'Sosiaali- ja terveysministeriö',
              marks: [2025, 2026],
            },
            {
              actions: ['Poliisit koulutetaan kohtaamaan uhreja'],
              indicators: [{ text: 'Koulutettujen poliisien määrä' }],
              responsible: 'Sisäministeriö',
              marks: [2027],
            },
          ],
        },
      ],
    },
  ],
}
