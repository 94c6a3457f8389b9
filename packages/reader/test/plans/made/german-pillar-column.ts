import type { MadePlan } from '../plan.ts'

/** The pillar stands only in the first column, merged beside all of its rows, with the objectives merged beside it. */
export const germanPillarColumn: MadePlan = {
  name: 'de-pillar-column',
  language: 'de',
  title: 'Nationaler Aktionsplan Frauen, Frieden und Sicherheit',
  issuer: 'Bundesland Auental',
  period: '2024–2027',
  years: { start: '2024', end: '2027' },
  illustrative: 'Erfundener Plan, geschrieben zur Prüfung des Lesers',
  sections: [
    {
      heading: 'Einleitung',
      paragraphs: ['Der Plan entstand in vier Gesprächen mit Verbänden. Ein Bericht erscheint alle zwei Jahre.'],
    },
  ],
  matrixHeading: 'Umsetzungsmatrix',
  columns: [
    { header: 'Handlungsfeld', holds: 'pillar', width: 2.6 },
    { header: 'Ziel', holds: 'objective', width: 3.8 },
    { header: 'Maßnahmen', holds: 'actions', width: 5.5 },
    { header: 'Indikatoren', holds: 'indicators', width: 4.5 },
    { header: 'Zuständigkeit', holds: 'responsible', width: 3.6 },
    { header: 'Zeitraum', holds: 'timeframe', width: 2.2 },
    { header: 'Kosten (EUR)', holds: 'budget', width: 2.4 },
  ],
  pillarsAs: 'cells',
  pillars: [
    {
      number: 'Handlungsfeld 1',
      text: 'Teilhabe',
      objectives: [
        {
          number: '1',
          text: 'Frauen entscheiden in Krisengremien mit',
          rows: [
            {
              actions: ['Die Besetzung der Krisenstäbe wird hälftig geregelt', 'Sitzungszeiten werden angepasst'],
              indicators: [{ text: 'Anteil von Frauen in Krisenstäben' }, { text: 'Geänderte Geschäftsordnungen' }],
              responsible: 'Innenministerium',
              timeframe: '2024-2025',
              budget: '35.000',
            },
            {
              actions: ['Ein Mentoringprogramm für Polizistinnen beginnt'],
              indicators: [{ text: 'Zahl der Teilnehmerinnen' }],
              responsible: 'Polizeipräsidium',
              timeframe: '2025',
              budget: '80.000',
            },
          ],
        },
        {
          number: '2',
          text: 'Verbände werden regelmäßig gehört',
          rows: [
            {
              actions: ['Ein Beirat tagt zweimal im Jahr'],
              indicators: [{ text: 'Zahl der Sitzungen des Beirats' }],
              responsible: 'Staatskanzlei',
              timeframe: '2024-2027',
              budget: '12.000',
            },
          ],
        },
      ],
    },
    {
      number: 'Handlungsfeld 2',
      text: 'Schutz',
      objectives: [
        {
          number: '3',
          text: 'Geflüchtete Frauen sind sicher untergebracht',
          rows: [
            {
              actions: ['Unterkünfte erhalten abschließbare Räume'],
              indicators: [{ text: 'Anteil der Unterkünfte mit Schutzkonzept' }],
              responsible: 'Sozialministerium',
              timeframe: '2024-2026',
              budget: '1.400.000',
            },
            {
              actions: ['Dolmetscherinnen werden für Beratungen bezahlt'],
              indicators: [{ text: 'Zahl der gedolmetschten Beratungen' }],
              responsible: 'Sozialministerium',
              timeframe: '2025-2027',
              budget: '260.000',
            },
          ],
        },
      ],
    },
  ],
}
