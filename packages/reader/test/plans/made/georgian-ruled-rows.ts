import type { MadePlan } from '../plan.ts'

/** Upright pages; a small table under each pillar's heading, a rule under each of its rows and none between its columns. */
export const georgianRuledRows: MadePlan = {
  name: 'ka-ruled-rows',
  language: 'ka',
  title: 'ქალები, მშვიდობა და უსაფრთხოება: ეროვნული სამოქმედო გეგმა',
  issuer: 'მთისძირის რესპუბლიკა',
  period: '2025–2028',
  years: { start: '2025', end: '2028' },
  illustrative: 'მოგონილი გეგმა, დაწერილი წამკითხველის გამოსაცდელად',
  sections: [
    {
      heading: 'შესავალი',
      paragraphs: [
        'გეგმა მომზადდა სამინისტროებისა და არასამთავრობო ორგანიზაციების მონაწილეობით. იგი ეყრდნობა უშიშროების საბჭოს რეზოლუციას.',
      ],
    },
  ],
  matrixHeading: 'ღონისძიებები',
  columns: [
    { header: 'მიზანი', holds: 'objective', width: 4 },
    { header: 'აქტივობები', holds: 'actions', width: 5 },
    { header: 'ინდიკატორი', holds: 'indicators', width: 4 },
    { header: 'პასუხისმგებელი უწყება', holds: 'responsible', width: 4 },
    { header: 'ვადა', holds: 'timeframe', width: 2.4 },
  ],
  rules: 'horizontal',
  portrait: true,
  pillarsAs: 'headings',
  pillars: [
    {
      number: 'მიმართულება 1',
      text: 'მონაწილეობა',
      objectives: [
        {
          number: '1.1',
          text: 'ქალები თანაბრად მონაწილეობენ სამშვიდობო მოლაპარაკებებში',
          rows: [
            {
              actions: ['ქალი მედიატორების ქსელის შექმნა'],
              indicators: [{ text: 'ქსელის წევრების რაოდენობა' }],
              responsible: 'საგარეო საქმეთა სამინისტრო',
              timeframe: '2025',
            },
          ],
        },
        {
          number: '1.2',
          text: 'უსაფრთხოების სექტორში მეტი ქალი მუშაობს',
          rows: [
            {
              actions: ['პოლიციაში ქალების მიღების წესის გადახედვა'],
              indicators: [{ text: 'ქალების წილი პოლიციაში' }],
              responsible: 'შინაგან საქმეთა სამინისტრო',
              timeframe: '2026–2027',
            },
          ],
        },
      ],
    },
    {
      number: 'მიმართულება 2',
      text: 'დაცვა',
      objectives: [
        {
          number: '2.1',
          text: 'ძალადობის მსხვერპლი ქალები იღებენ დახმარებას',
          rows: [
            {
              actions: ['თავშესაფრების გახსნა ოთხ რეგიონში'],
              indicators: [{ text: 'გახსნილი თავშესაფრების რაოდენობა' }],
              responsible: 'ჯანდაცვის სამინისტრო',
              timeframe: '2028',
            },
          ],
        },
        {
          number: '2.2',
          text: 'დევნილი ქალები უფასო იურიდიულ დახმარებას იღებენ',
          rows: [
            {
              actions: ['იურისტების გადამზადება'],
              indicators: [{ text: 'გადამზადებული იურისტების რაოდენობა' }],
              responsible: 'იუსტიციის სამინისტრო',
              timeframe: '2027',
            },
          ],
        },
      ],
    },
  ],
}
