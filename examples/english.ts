import type { MadePlan } from '../packages/reader/test/plans/plan.ts'

/** A plan with indicators, baselines and targets, money for half of its actions, and nobody outside government to watch it. */
export const english: MadePlan = {
  name: 'lumaria-2025-2029-en',
  language: 'en',
  title: 'National Action Plan on Women, Peace and Security',
  issuer: 'Republic of Lumaria',
  period: '2025–2029',
  years: { start: '2025', end: '2029' },
  illustrative: 'Illustrative plan of an invented state, written for Open1325',
  sections: [
    {
      heading: '1. Why a plan',
      paragraphs: [
        'Lumaria came out of nine years of conflict in its river provinces. Women kept markets, clinics and schools open, and sat at none of the tables where the ceasefire was agreed. This plan says what the Government will do about it, by when, and who answers for it.',
        'It follows Security Council resolution 1325 (2000) and the resolutions after it, and the general recommendation No. 30 of the Committee on the Elimination of Discrimination against Women.',
      ],
    },
    {
      heading: '2. How the plan was made',
      paragraphs: [
        'The Ministry of Women drafted the plan with a working group of seven ministries. Forty-one civil society organisations took part in the drafting through four provincial consultations, and their written comments are published.',
      ],
    },
    {
      heading: '3. Coordination, reporting and review',
      paragraphs: [
        'An inter-ministerial steering committee, chaired by the Prime Minister’s Office, coordinates the implementation of the plan and meets every three months.',
        'The Ministry of Women submits an annual progress report on the implementation of the plan to Parliament, before the end of March, and publishes it.',
        'A mid-term review of the plan takes place in 2027. The plan may be revised on its recommendation.',
      ],
    },
    {
      heading: '4. Money',
      paragraphs: [
        'The total cost of the plan is estimated at USD 4,860,000. The amounts in the matrix are planned within the medium-term expenditure framework of each ministry.',
      ],
    },
  ],
  matrixHeading: '5. Implementation matrix',
  columns: [
    { header: 'Objective', holds: 'objective', width: 4 },
    { header: 'Action', holds: 'actions', width: 6 },
    { header: 'Indicator', holds: 'indicators', width: 5 },
    { header: 'Baseline', holds: 'baseline', width: 2 },
    { header: 'Target 2029', holds: 'target', width: 2 },
    { header: 'Responsible', holds: 'responsible', width: 3.4 },
    { header: 'Timeframe', holds: 'timeframe', width: 2.4 },
    { header: 'Budget (USD)', holds: 'budget', width: 2.4 },
  ],
  pillarsAs: 'bands',
  pillars: [
    {
      number: 'Pillar 1',
      text: 'Participation',
      objectives: [
        {
          number: '1.1',
          text: 'Women take part in every negotiation and body that decides on peace and security',
          rows: [
            {
              actions: ['Reserve at least four of ten seats for women in the provincial peace councils'],
              indicators: [{ text: 'Share of women in the peace councils', baseline: '11% (2024)', target: '40%' }],
              responsible: 'Ministry of the Interior',
              timeframe: '2025–2026',
              budget: '120,000',
            },
            {
              actions: ['Train and pay a roster of sixty women mediators from all twelve provinces'],
              indicators: [{ text: 'Number of mediators on the roster', baseline: '0', target: '60' }],
              responsible: 'Ministry of Women',
              timeframe: '2025–2027',
              budget: '340,000',
            },
            {
              actions: ['Appoint a gender adviser to every delegation that negotiates for the Government'],
              indicators: [{ text: 'Share of delegations with a gender adviser', baseline: '0%', target: '100%' }],
              responsible: 'Ministry of Foreign Affairs',
              timeframe: '2025',
            },
          ],
        },
        {
          number: '1.2',
          text: 'More women serve, and rise, in the army, the police and the courts',
          rows: [
            {
              actions: ['Change the recruitment rules that exclude mothers of young children'],
              indicators: [{ text: 'Rules in force', baseline: 'No', target: 'Yes' }],
              responsible: 'Ministry of Defence',
              timeframe: '2026',
            },
            {
              actions: ['Build separate quarters and sanitary blocks in nine barracks'],
              indicators: [{ text: 'Number of barracks with separate quarters', baseline: '2', target: '11' }],
              responsible: 'Ministry of Defence',
              timeframe: '2026–2028',
              budget: '1,450,000',
            },
          ],
        },
      ],
    },
    {
      number: 'Pillar 2',
      text: 'Prevention',
      objectives: [
        {
          number: '2.1',
          text: 'Conflict is seen early, and women’s warnings are heard',
          rows: [
            {
              actions: ['Add twelve gender indicators to the national early warning system'],
              indicators: [{ text: 'Number of indicators reported each month', baseline: '0', target: '12' }],
              responsible: 'National Statistics Office',
              timeframe: '2025–2026',
              budget: '85,000',
            },
            {
              actions: ['Answer every warning of a women’s group in writing within fourteen days'],
              indicators: [{ text: 'Share of warnings answered in time', target: '90%' }],
              responsible: 'Ministry of the Interior',
              timeframe: '2025–2029',
            },
          ],
        },
      ],
    },
    {
      number: 'Pillar 3',
      text: 'Protection',
      objectives: [
        {
          number: '3.1',
          text: 'Survivors of sexual violence reach care and justice',
          rows: [
            {
              actions: ['Open a one-stop centre in each provincial hospital'],
              indicators: [{ text: 'Number of provinces with a centre', baseline: '3', target: '12' }],
              responsible: 'Ministry of Health',
              timeframe: '2025–2029',
              budget: '2,100,000',
            },
            {
              actions: ['Set up a mobile court for the river provinces'],
              indicators: [{ text: 'Number of hearings held in the river provinces', baseline: '0', target: '200' }],
              responsible: 'Supreme Court',
              timeframe: '2026–2029',
              budget: '410,000',
            },
            {
              actions: ['Protect women who defend human rights from threats and attacks'],
              indicators: [{ text: 'Protection protocol adopted' }],
              responsible: 'Ministry of Justice',
            },
          ],
        },
      ],
    },
    {
      number: 'Pillar 4',
      text: 'Relief and recovery',
      objectives: [
        {
          number: '4.1',
          text: 'Women own and rebuild',
          rows: [
            {
              actions: ['Issue land titles in the names of both spouses in the resettlement areas'],
              indicators: [{ text: 'Share of new titles that name a woman', baseline: '8% (2023)', target: '50%' }],
              responsible: 'Land Registry',
              timeframe: '2025–2029',
              budget: '355,000',
            },
            {
              actions: ['Reserve a third of public reconstruction contracts under USD 50,000 for firms led by women'],
              indicators: [{ text: 'Share of contracts awarded to firms led by women', baseline: '4%', target: '33%' }],
              responsible: 'Ministry of Finance',
              timeframe: '2026–2029',
            },
          ],
        },
      ],
    },
  ],
}
