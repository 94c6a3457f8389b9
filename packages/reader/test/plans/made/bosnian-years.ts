import type { MadePlan } from '../plan.ts'

/** Money in columns by year under one header; expected results as a column. */
export const bosnianYears: MadePlan = {
  name: 'bs-years',
  language: 'bs',
  title: 'Akcioni plan za provedbu Rezolucije 1325 „Žene, mir i sigurnost“',
  issuer: 'Federacija Planina',
  period: '2024–2026',
  years: { start: '2024', end: '2026' },
  illustrative: 'Izmišljen plan, napisan za provjeru čitača',
  sections: [
    {
      heading: 'Uvod',
      paragraphs: ['Plan je izradila Agencija za ravnopravnost spolova u saradnji s nevladinim organizacijama.'],
    },
  ],
  matrixHeading: 'Matrica provedbe',
  columns: [
    { header: 'Strateški cilj', holds: 'objective', width: 4 },
    { header: 'Očekivani rezultat', holds: 'outcome', width: 4 },
    { header: 'Aktivnosti', holds: 'actions', width: 5 },
    { header: 'Indikatori', holds: 'indicators', width: 4.5 },
    { header: 'Nositelj', holds: 'responsible', width: 3.4 },
    { header: '2024', holds: { year: 2024 }, width: 1.7 },
    { header: '2025', holds: { year: 2025 }, width: 1.7 },
    { header: '2026', holds: { year: 2026 }, width: 1.7 },
  ],
  yearsHeader: 'Budžet (KM)',
  pillarsAs: 'bands',
  pillars: [
    {
      number: 'Oblast 1',
      text: 'Učešće',
      objectives: [
        {
          number: '1',
          text: 'Povećano učešće žena u vojsci, policiji i mirovnim misijama',
          outcome: 'Uklonjene su prepreke za napredovanje žena',
          rows: [
            {
              actions: ['Izmijeniti pravilnike o napredovanju u policijskim agencijama'],
              indicators: [{ text: 'Broj izmijenjenih pravilnika' }],
              responsible: 'Ministarstvo sigurnosti',
              byYear: ['10.000', '5.000', '–'],
            },
            {
              actions: ['Provesti kampanju za prijem žena u oružane snage', 'Osnovati mrežu policajki'],
              indicators: [{ text: 'Procenat žena među kandidatima' }, { text: 'Mreža osnovana' }],
              responsible: 'Ministarstvo odbrane',
              byYear: ['20.000', '20.000', '15.000'],
            },
          ],
        },
      ],
    },
    {
      number: 'Oblast 2',
      text: 'Zaštita',
      objectives: [
        {
          number: '2',
          text: 'Unaprijeđena podrška ženama žrtvama rata',
          outcome: 'Žrtve ostvaruju prava bez dodatne traume',
          rows: [
            {
              actions: ['Obučiti centre za socijalni rad za rad sa žrtvama'],
              indicators: [{ text: 'Broj obučenih zaposlenih' }],
              responsible: 'Agencija za ravnopravnost spolova',
              byYear: ['8.000', '8.000', '8.000'],
            },
          ],
        },
      ],
    },
  ],
}
