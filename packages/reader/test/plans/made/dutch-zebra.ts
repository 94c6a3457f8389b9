import type { MadePlan } from '../plan.ts'

/** No rule anywhere: every other row is shaded, cells merged beside several rows. */
export const dutchZebra: MadePlan = {
  name: 'nl-zebra',
  language: 'nl',
  title: 'Nationaal Actieplan 1325: vrouwen, vrede en veiligheid',
  issuer: 'Koninkrijk Lageveen',
  period: '2025-2028',
  years: { start: '2025', end: '2028' },
  illustrative: 'Verzonnen plan, geschreven om de lezer te beproeven',
  sections: [
    {
      heading: 'Inleiding',
      paragraphs: [
        'Het plan is geschreven door twee ministeries en zes maatschappelijke organisaties. Elk jaar verschijnt een verslag.',
      ],
    },
  ],
  matrixHeading: 'Actiematrix',
  columns: [
    { header: 'Doelstelling', holds: 'objective', width: 4 },
    { header: 'Acties', holds: 'actions', width: 5.5 },
    { header: 'Indicatoren', holds: 'indicators', width: 4.5 },
    { header: 'Streefwaarde', holds: 'target', width: 2.4 },
    { header: 'Verantwoordelijk', holds: 'responsible', width: 3.6 },
    { header: 'Termijn', holds: 'timeframe', width: 2.2 },
  ],
  pillarsAs: 'bands',
  rules: 'zebra',
  pillars: [
    {
      number: 'Thema 1',
      text: 'Participatie',
      objectives: [
        {
          number: '1.1',
          text: 'Vrouwen nemen volwaardig deel aan vredesbesprekingen die het koninkrijk steunt',
          rows: [
            {
              actions: ['Elke delegatie bestaat voor ten minste een derde uit vrouwen'],
              indicators: [{ text: 'Aandeel vrouwen in delegaties', target: '33%' }],
              responsible: 'Ministerie van Buitenlandse Zaken',
              timeframe: '2025-2028',
            },
            {
              actions: ['Een netwerk van bemiddelaarsters wordt opgericht en betaald'],
              indicators: [{ text: 'Aantal bemiddelaarsters in het netwerk', target: '40' }],
              responsible: 'Ministerie van Buitenlandse Zaken',
              timeframe: '2026',
            },
          ],
        },
        {
          number: '1.2',
          text: 'Meer vrouwen worden uitgezonden',
          rows: [
            {
              actions: ['De eisen voor uitzending worden herzien'],
              indicators: [{ text: 'Aandeel uitgezonden vrouwen', target: '20%' }],
              responsible: 'Ministerie van Defensie',
              timeframe: '2027',
            },
          ],
        },
      ],
    },
    {
      number: 'Thema 2',
      text: 'Bescherming',
      objectives: [
        {
          number: '2.1',
          text: 'Overlevenden van seksueel geweld krijgen zorg en recht',
          rows: [
            {
              actions: ['Drie klinieken in grensgebieden worden gesteund'],
              indicators: [{ text: 'Aantal behandelde overlevenden', target: '1.500' }],
              responsible: 'Ministerie van Volksgezondheid',
              timeframe: '2025-2027',
            },
            {
              actions: ['Officieren van justitie worden opgeleid'],
              indicators: [{ text: 'Aantal opgeleide officieren', target: '60' }],
              responsible: 'Ministerie van Justitie',
              timeframe: '2026-2028',
            },
          ],
        },
      ],
    },
  ],
}
