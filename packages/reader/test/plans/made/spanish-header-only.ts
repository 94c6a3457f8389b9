import type { MadePlan } from '../plan.ts'

/** A rule above and below the header only; means of verification; objectives as bands. */
export const spanishHeaderOnly: MadePlan = {
  name: 'es-header-only',
  language: 'es',
  title: 'Plan de Acción Nacional de Mujeres, Paz y Seguridad',
  issuer: 'República de Altamar',
  period: '2026-2030',
  years: { start: '2026', end: '2030' },
  illustrative: 'Plan inventado, escrito para probar el lector',
  sections: [
    {
      heading: 'Presentación',
      paragraphs: ['El plan fue elaborado por una mesa de once ministerios y veinte organizaciones de mujeres.'],
    },
  ],
  matrixHeading: 'Matriz de acciones',
  columns: [
    { header: 'Acciones', holds: 'actions', width: 5.5 },
    { header: 'Indicadores', holds: 'indicators', width: 4.5 },
    { header: 'Meta', holds: 'target', width: 2 },
    { header: 'Medios de verificación', holds: 'verification', width: 3.6 },
    { header: 'Entidad responsable', holds: 'responsible', width: 3.6 },
    { header: 'Plazo', holds: 'timeframe', width: 2.2 },
    { header: 'Presupuesto (USD)', holds: 'budget', width: 2.6 },
  ],
  pillarsAs: 'headings',
  objectivesAs: 'bands',
  rules: 'header-only',
  pillars: [
    {
      number: 'Eje 1',
      text: 'Participación',
      objectives: [
        {
          number: 'Objetivo 1.1',
          text: 'Aumentar la participación de las mujeres en las misiones de paz',
          rows: [
            {
              actions: ['Revisar los criterios de selección del personal desplegado'],
              indicators: [{ text: 'Porcentaje de mujeres desplegadas', target: '20 %' }],
              verification: 'Informe anual del Estado Mayor',
              responsible: 'Ministerio de Defensa',
              timeframe: '2026-2027',
              budget: '35,000',
            },
            {
              actions: ['Crear un programa de mentoría para oficiales mujeres'],
              indicators: [{ text: 'Número de oficiales en el programa', target: '150' }],
              verification: 'Registro del programa',
              responsible: 'Ministerio de Defensa',
              timeframe: '2026-2030',
              budget: '60,000',
            },
          ],
        },
      ],
    },
    {
      number: 'Eje 2',
      text: 'Protección',
      objectives: [
        {
          number: 'Objetivo 2.1',
          text: 'Garantizar el acceso a la justicia de las víctimas de violencia sexual',
          rows: [
            {
              actions: ['Instalar fiscalías especializadas en las cinco regiones fronterizas'],
              indicators: [{ text: 'Fiscalías en funcionamiento', target: '5' }],
              verification: 'Resoluciones de creación',
              responsible: 'Fiscalía General',
              timeframe: '2027',
              budget: '1,250,000',
            },
            {
              actions: ['Capacitar a peritas forenses en lenguas originarias'],
              indicators: [{ text: 'Número de peritas capacitadas', target: '40' }],
              verification: 'Listas de asistencia',
              responsible: 'Instituto de Medicina Legal',
              timeframe: '2026-2028',
            },
          ],
        },
      ],
    },
  ],
}
