/** Words that sound like evidence and are none: what makes keyword counts of plans wrong. */
import { expect, test } from 'vitest'
import { findingOf } from './testing/plans.ts'

type Trap = [criterion: string, language: string, text: string]

const TRAPS: Trap[] = [
  ['clear-objectives', 'en', 'The commission works in an objectively neutral way.'],
  ['clear-objectives', 'fr', 'Les actrices ont un point de vue objectivement neutre.'],
  ['indicators', 'en', 'The dashboard of the vehicle was indicated in red.'],
  ['indicators', 'fr', 'Un indicatif téléphonique a été indiqué à la police.'],
  ['earmarked-funds', 'en', 'Officials are trained in gender budgeting and gender-responsive budgets.'],
  [
    'earmarked-funds',
    'fr',
    'Les agents sont formés à la budgétisation sensible au genre. Le ministère du Budget participe.',
  ],
  ['earmarked-funds', 'en', 'The United Nations Population Fund and the Ministry of Budget were consulted.'],
  ['responsible-body', 'en', 'Women act responsibly in their communities.'],
  ['responsible-body', 'fr', 'La responsabilité pénale des auteurs est engagée.'],
  ['timeframe', 'en', 'Time is short and the road is long.'],
  ['timeframe', 'fr', 'Le temps presse et la route est longue.'],
  ['reporting-routine', 'en', 'Women can report violence to the police every day of the year.'],
  ['reporting-routine', 'en', 'Reporting of cases of violence is encouraged; a regular hotline exists.'],
  ['reporting-routine', 'fr', 'Les femmes sont peu représentées par rapport aux hommes chaque année.'],
  ['reporting-routine', 'es', 'Se entrega un informe médico anual a las víctimas.'],
  ['reporting-routine', 'en', 'The State sends its periodic report to the CEDAW Committee.'],
  ['review-clause', 'en', 'Parliament will carry out a review of legislation in 2027.'],
  ['review-clause', 'fr', 'Une révision du code de la famille aura lieu en 2027.'],
  ['review-clause', 'en', 'The Universal Periodic Review takes place in 2027.'],
  ['coordination-mechanism', 'en', 'The two armies are coordinating fire and movement.'],
  ['coordination-mechanism', 'fr', 'Les coordonnées du centre d’accueil sont affichées.'],
  ['civil-society-drafting', 'en', 'Non-governmental organisations help survivors in the camps.'],
  ['civil-society-drafting', 'fr', 'Les ONG aident les survivantes dans les camps.'],
  ['civil-society-drafting', 'en', 'A new law on land was drafted by the Ministry of Justice.'],
  ['civil-society-monitoring', 'en', 'Civil society organisations are monitoring elections and the ceasefire.'],
  ['civil-society-monitoring', 'fr', 'La société civile assure le suivi des élections.'],
  ['civil-society-monitoring', 'es', 'La sociedad civil participa en el monitoreo electoral.'],
  ['civil-society-monitoring', 'ar', 'تتولى منظمات المجتمع المدني مراقبة الانتخابات.'],
  ['validity', 'en', 'Resolution 1325 was adopted in 2000 and followed by others from 2008 to 2019.'],
  ['validity', 'fr', 'La résolution 1325 a été adoptée en 2000, suivie d’autres de 2008 à 2019.'],
]

test.each(TRAPS)('%s (%s): “%s” is no evidence', (criterion, language, text) => {
  expect(findingOf(criterion, { language, pages: [text] })).toMatchObject({ answer: 'not-found', quotes: [] })
})

test('an environment, an ongoing war and a long road are not civil society', () => {
  const rows = [{ action: 'Protect the environment', responsible: 'Ministère de longue tradition, Congo' }]
  expect(findingOf('civil-society-implementation', { language: 'fr', rows }).answer).toBe('no')
})

test('a report that an action asks for on something else is not a report on the plan', () => {
  const rows = [{ objective: 'Protect', action: 'Publicar cada año un informe sobre agresiones contra defensoras' }]
  expect(findingOf('reporting-routine', { language: 'es', rows }).answer).toBe('not-found')
})

test('“no later than” is no denial', () => {
  const text = 'No later than March each year, a report on the action plan goes to Parliament.'
  expect(findingOf('reporting-routine', { language: 'en', pages: [text] }).answer).toBe('yes')
})

test('a number of people in millions is not an amount of money', () => {
  const text = 'The plan is for 4.9 million displaced people, all 28 districts and a budget of hope.'
  expect(findingOf('earmarked-funds', { language: 'en', pages: [text] }).states?.total.answer).toBe('not-found')
})
