import type { MadePlan } from '../plan.ts'

/** Rules only between rows; policy areas above, objectives merged in the first column, measures with costs in leks. */
export const albanianHorizontal: MadePlan = {
  name: 'sq-horizontal',
  language: 'sq',
  title: 'Plani i Veprimit për zbatimin e Rezolutës 1325 për Gratë, Paqen dhe Sigurinë',
  issuer: 'Republika e Bregut',
  period: '2025–2028',
  years: { start: '2025', end: '2028' },
  illustrative: 'Plan i trilluar, i shkruar për të provuar lexuesin',
  sections: [
    {
      heading: 'Hyrje',
      paragraphs: ['Plani u hartua nga Ministria e Mirëqenies pas konsultimeve me organizatat e shoqërisë civile.'],
    },
  ],
  matrixHeading: 'Matrica e planit të veprimit',
  columns: [
    { header: 'Objektivi', holds: 'objective', width: 4 },
    { header: 'Masa', holds: 'actions', width: 5 },
    { header: 'Treguesi', holds: 'indicators', width: 5 },
    { header: 'Vlera bazë', holds: 'baseline', width: 2 },
    { header: 'Vlera e synuar', holds: 'target', width: 2 },
    { header: 'Institucioni përgjegjës', holds: 'responsible', width: 3.5 },
    { header: 'Afati', holds: 'timeframe', width: 2 },
    { header: 'Kosto (Lekë)', holds: 'budget', width: 2.4 },
  ],
  pillarsAs: 'headings',
  rules: 'horizontal',
  pillars: [
    {
      number: 'Fusha e politikës 1',
      text: 'Pjesëmarrja',
      objectives: [
        {
          number: '1.1',
          text: 'Rritja e pjesëmarrjes së grave në strukturat e sigurisë',
          rows: [
            {
              actions: ['Rishikimi i rregullave të pranimit në Policinë e Shtetit'],
              indicators: [{ text: 'Përqindja e grave në policinë e shtetit', baseline: '14%', target: '25%' }],
              responsible: 'Ministria e Brendshme',
              timeframe: '2025',
              budget: '1.200.000',
            },
            {
              actions: ['Trajnimi i oficereve për misionet e paqes'],
              indicators: [{ text: 'Numri i oficereve të trajnuara', baseline: '6', target: '40' }],
              responsible: 'Ministria e Mbrojtjes',
              timeframe: '2025–2028',
              budget: '8.500.000',
            },
          ],
        },
        {
          number: '1.2',
          text: 'Përfshirja e organizatave të grave në vendimmarrje',
          rows: [
            {
              actions: ['Krijimi i këshillave konsultative në çdo bashki'],
              indicators: [{ text: 'Numri i këshillave të krijuara', baseline: '0', target: '61' }],
              responsible: 'Bashkitë',
              timeframe: '2026',
            },
          ],
        },
      ],
    },
    {
      number: 'Fusha e politikës 2',
      text: 'Mbrojtja',
      objectives: [
        {
          number: '2.1',
          text: 'Shërbime të plota për të mbijetuarat e dhunës',
          rows: [
            {
              actions: ['Hapja e qendrave të krizës në spitalet rajonale'],
              indicators: [{ text: 'Numri i qendrave në funksionim', baseline: '2', target: '8' }],
              responsible: 'Ministria e Shëndetësisë',
              timeframe: '2025–2027',
              budget: '42.000.000',
            },
            {
              actions: ['Ngritja e një linje telefonike falas'],
              indicators: [{ text: 'Numri i telefonatave të ndjekura çdo vit', target: '3.000' }],
              responsible: 'Ministria e Mirëqenies',
              timeframe: '2026–2028',
              budget: '5.400.000',
            },
          ],
        },
      ],
    },
  ],
}
