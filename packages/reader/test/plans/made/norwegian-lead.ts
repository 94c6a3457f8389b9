import type { MadePlan } from '../plan.ts'

/** Prose in two columns: what a list holds is said by the line before it, and some lists hold no promise. */
export const norwegianLead: MadePlan = {
  name: 'nb-lead',
  language: 'nb',
  title: 'Handlingsplan for kvinner, fred og sikkerhet',
  issuer: 'Kongeriket Fjellmark',
  period: '2024–2027',
  years: { start: '2024', end: '2027' },
  illustrative: 'Oppdiktet plan, skrevet for å prøve leseren',
  sections: [
    {
      heading: 'Innledning',
      paragraphs: [
        'Sikkerhetsrådets resolusjon 1325 ble vedtatt i oktober 2000. Denne planen viser hva regjeringen skal gjøre de neste fire årene.',
        'Planen er laget sammen med organisasjoner som arbeider for fred, og med forskere som kjenner feltet.',
      ],
    },
  ],
  matrixHeading: '',
  columns: [],
  pillarsAs: 'headings',
  prose: {
    columns: 2,
    indicators: 'Indikatorer',
    responsible: 'Ansvarlig',
    numbered: false,
    lead: 'Regjeringen vil:',
  },
  pillars: [
    {
      number: 'Område 1',
      text: 'Deltakelse',
      objectives: [
        {
          number: 'Mål 1',
          text: 'Kvinner deltar i fredsprosesser på lik linje med menn',
          rows: [
            {
              actions: [
                'sende flere kvinner til meklingsoppdrag der landet er med',
                'betale for reise og barnepass når kvinner forhandler',
              ],
              indicators: [
                { text: 'Andel kvinner i meklingsoppdrag' },
                { text: 'Antall kvinner som har fått dekket reise' },
              ],
            },
          ],
        },
      ],
    },
    {
      number: 'Område 2',
      text: 'Forebygging',
      objectives: [
        {
          number: 'Mål 2',
          text: 'Varsler fra kvinner fører til tidlig handling',
          rows: [
            {
              actions: [
                'opprette en ordning der kvinneorganisasjoner kan varsle om vold',
                'svare på hvert varsel innen ti dager',
              ],
              indicators: [{ text: 'Antall varsler som er besvart i tide' }],
            },
          ],
        },
        {
          number: 'Mål 3',
          text: 'Skolene lærer bort fredelig konfliktløsning',
          rows: [
            {
              actions: ['gi alle lærere et kurs i konfliktløsning'],
              indicators: [{ text: 'Andel lærere som har tatt kurset' }],
            },
          ],
        },
      ],
    },
  ],
}
