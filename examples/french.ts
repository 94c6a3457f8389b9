import type { MadePlan } from '../packages/reader/test/plans/plan.ts'

/** A plan as many are: responsible bodies for everything, indicators without a baseline or target, no date and no money. */
export const french: MadePlan = {
  name: 'cotemer-2024-2027-fr',
  language: 'fr',
  title: 'Plan d’action national pour la mise en œuvre de la résolution 1325 sur les femmes, la paix et la sécurité',
  issuer: 'République de Côtemer',
  period: '2024-2027',
  years: { start: '2024', end: '2027' },
  illustrative: 'Plan illustratif d’un État inventé, écrit pour Open1325',
  sections: [
    {
      heading: '1. Contexte',
      paragraphs: [
        'Les conflits du bassin de la Sarne ont déplacé cent vingt mille personnes, dont deux tiers de femmes et de filles. Le présent plan rassemble les engagements de l’État pour que les femmes décident de la paix autant que les hommes.',
      ],
    },
    {
      heading: '2. Élaboration du plan',
      paragraphs: [
        'Le ministère de la Femme a conduit l’élaboration du plan. Les organisations de la société civile ont participé à sa rédaction au cours de deux ateliers nationaux.',
      ],
    },
    {
      heading: '3. Mise en œuvre et suivi',
      paragraphs: [
        'Un comité de pilotage interministériel assure la coordination du plan. Des points focaux sont désignés dans chaque ministère.',
        'Les organisations de la société civile participent au comité de suivi du plan avec voix délibérative.',
        'Le financement du plan sera recherché auprès de l’État et des partenaires techniques et financiers.',
      ],
    },
  ],
  matrixHeading: '4. Cadre logique',
  columns: [
    { header: 'Objectifs spécifiques', holds: 'objective', width: 4 },
    { header: 'Résultats attendus', holds: 'outcome', width: 4.5 },
    { header: 'Indicateurs', holds: 'indicators', width: 5 },
    { header: 'Activités', holds: 'actions', width: 6 },
    { header: 'Responsables', holds: 'responsible', width: 4 },
  ],
  pillarsAs: 'headings',
  pillars: [
    {
      number: 'Axe 1',
      text: 'Participation',
      objectives: [
        {
          number: '1',
          text: 'Porter à 30 % la part des femmes dans les instances qui décident de la paix',
          outcome: 'Les femmes siègent dans les commissions foncières et les comités de paix des douze préfectures',
          rows: [
            {
              actions: ['Organiser un plaidoyer annuel auprès des partis politiques pour la parité des listes'],
              indicators: [{ text: 'Proportion de femmes dans les comités de paix' }],
              responsible: 'Ministère de la Femme, Ministère de l’Intérieur, OSC',
            },
            {
              actions: [
                'Former des médiatrices communautaires dans chaque préfecture',
                'Créer un réseau national de médiatrices',
              ],
              indicators: [{ text: 'Nombre de médiatrices formées' }, { text: 'Existence du réseau national' }],
              responsible: 'Ministère de la Femme, réseau des femmes de Côtemer',
            },
          ],
        },
      ],
    },
    {
      number: 'Axe 2',
      text: 'Prévention',
      objectives: [
        {
          number: '2',
          text: 'Faire connaître la résolution 1325 et prévenir les violences',
          outcome: 'Les leaders communautaires, religieux et coutumiers connaissent et appliquent la résolution',
          rows: [
            {
              actions: [
                'Traduire la résolution dans les quatre langues nationales',
                'Animer des émissions de radio communautaire',
              ],
              indicators: [
                { text: 'Nombre de langues dans lesquelles la résolution est traduite' },
                { text: 'Nombre d’émissions diffusées' },
              ],
              responsible: 'Ministère de la Communication, radios communautaires',
            },
            {
              actions: ['Mettre en place des comités d’alerte précoce dirigés par des femmes'],
              indicators: [{ text: 'Nombre de comités d’alerte précoce en activité' }],
              responsible: 'Ministère de l’Intérieur, OSC',
            },
          ],
        },
      ],
    },
    {
      number: 'Axe 3',
      text: 'Protection',
      objectives: [
        {
          number: '3',
          text: 'Assurer une prise en charge complète des survivantes de violences sexuelles',
          outcome: 'Chaque hôpital préfectoral offre une prise en charge médicale, psychologique et juridique',
          rows: [
            {
              actions: ['Équiper une unité de prise en charge dans chaque hôpital préfectoral'],
              indicators: [{ text: 'Nombre d’unités équipées' }],
              responsible: 'Ministère de la Santé',
            },
            {
              actions: ['Former les officiers de police judiciaire à l’audition des survivantes'],
              indicators: [{ text: 'Proportion de commissariats dotés d’une personne formée' }],
              responsible: 'Ministère de la Justice, Police nationale',
            },
          ],
        },
      ],
    },
    {
      number: 'Axe 4',
      text: 'Relèvement',
      objectives: [
        {
          number: '4',
          text: 'Garantir l’accès des femmes déplacées aux moyens d’existence',
          outcome: 'Les femmes déplacées disposent d’un revenu et d’un logement',
          rows: [
            {
              actions: ['Ouvrir un fonds de crédit pour les groupements de femmes déplacées'],
              indicators: [{ text: 'Nombre de groupements financés' }],
              responsible: 'Ministère des Finances, institutions de microfinance',
            },
          ],
        },
      ],
    },
  ],
}
