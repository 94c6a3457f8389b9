import { describe, expect, test } from 'vitest'
import type { Answer } from './appraisal.ts'
import { findingOf } from './testing/plans.ts'

type Case = [language: string, answer: Answer, text: string]

const REPORTING: Case[] = [
  [
    'en',
    'yes',
    'The Ministry of Women submits an annual report on the implementation of the action plan to Parliament.',
  ],
  ['fr', 'yes', 'Le ministère présente chaque année au Parlement un rapport sur la mise en œuvre du plan d’action.'],
  ['es', 'yes', 'El Ministerio publicará cada seis meses un informe sobre la ejecución del plan de acción.'],
  ['ar', 'yes', 'تقدم الوزارة تقريراً سنوياً إلى البرلمان عن تنفيذ خطة العمل الوطنية.'],
  ['sv', 'yes', 'Myndigheterna rapporterar årligen till regeringen om arbetet med handlingsplanen.'],
  ['pt', 'yes', 'O Ministério apresenta ao Parlamento um relatório anual sobre a implementação do plano de acção.'],
  ['uk', 'yes', 'Міністерство щороку до 1 лютого подає Уряду звіт про виконання національного плану дій.'],
  ['sq', 'yes', 'Ministria i raporton çdo vit Kuvendit për zbatimin e planit të veprimit.'],
  ['tr', 'yes', 'Bakanlık, eylem planının uygulanmasına ilişkin yıllık rapor hazırlar ve Meclise sunar.'],
  ['bs', 'yes', 'Agencija svake godine podnosi izvještaj o provedbi akcionog plana Vijeću ministara.'],
  ['en', 'partly', 'An annual report will be published in March.'],
  ['fr', 'partly', 'Un rapport annuel sera publié en mars.'],
  ['en', 'no', 'There is no reporting on the action plan.'],
  ['fr', 'no', 'Aucun rapport sur le plan d’action n’est prévu.'],
  ['en', 'not-found', 'Women took part in the peace talks of 2014 as observers.'],
  ['ar', 'not-found', 'شاركت النساء في محادثات السلام عام 2014 بصفة مراقبات.'],
]

const REVIEW: Case[] = [
  ['en', 'yes', 'An independent mid-term review of the plan takes place in 2027.'],
  ['fr', 'yes', 'Une évaluation à mi-parcours du plan d’action aura lieu en 2027.'],
  ['es', 'yes', 'En 2025 se hará una evaluación intermedia de este plan.'],
  ['ar', 'yes', 'تجرى مراجعة منتصف المدة للخطة في عام 2027.'],
  ['sv', 'yes', 'En halvtidsöversyn av handlingsplanen genomförs under 2027.'],
  ['pt', 'yes', 'A avaliação intercalar do plano de acção terá lugar em 2027.'],
  ['uk', 'yes', 'Проміжна оцінка виконання національного плану дій буде проведена у 2027 році.'],
  ['sq', 'yes', 'Vlerësimi afatmesëm i planit të veprimit do të bëhet në vitin 2027.'],
  ['tr', 'yes', 'Eylem planının ara değerlendirmesi 2027 yılında gerçekleştirilecektir.'],
  ['bs', 'yes', 'Srednjoročna evaluacija akcionog plana provodi se u 2027. godini.'],
  ['en', 'yes', 'The plan will be reviewed and revised every two years.'],
  ['en', 'partly', 'A review helps to improve the plan.'],
  ['fr', 'partly', 'La révision du plan d’action est souhaitable.'],
  ['en', 'no', 'There will be no evaluation of the action plan.'],
  ['fr', 'no', 'Le plan d’action ne comporte aucune évaluation.'],
  ['en', 'not-found', 'Women hold a fifth of the seats in Parliament.'],
  ['fr', 'not-found', 'Les femmes occupent un cinquième des sièges au Parlement.'],
]

const COORDINATION: Case[] = [
  [
    'en',
    'yes',
    'A steering committee chaired by the Prime Minister’s Office coordinates the action plan and meets twice a year.',
  ],
  ['fr', 'yes', 'Un comité de pilotage présidé par la ministre assure la coordination du plan d’action.'],
  ['es', 'yes', 'Un comité interinstitucional, integrado por seis ministerios, coordina el plan de acción.'],
  ['ar', 'yes', 'تتولى لجنة وطنية برئاسة الوزيرة تنسيق تنفيذ خطة العمل.'],
  ['sv', 'yes', 'En styrgrupp som leds av Utrikesdepartementet samordnar arbetet med handlingsplanen.'],
  ['pt', 'yes', 'Uma comissão interministerial, presidida pela Ministra, coordena o plano de acção.'],
  ['uk', 'yes', 'Міжвідомча робоча група, яку очолює віцепрем’єр, координує виконання національного плану дій.'],
  ['sq', 'yes', 'Grupi ndërministror i punës kryesohet nga ministrja dhe koordinon zbatimin e planit të veprimit.'],
  ['tr', 'yes', 'Bakanın başkanlığında toplanan koordinasyon kurulu eylem planının uygulanmasını izler.'],
  ['bs', 'yes', 'Koordinacioni odbor, koji čine predstavnici institucija, prati provedbu akcionog plana.'],
  ['en', 'partly', 'Good coordination is important for the action plan.'],
  ['es', 'partly', 'La coordinación es importante para este plan.'],
  ['en', 'no', 'The plan has no coordination mechanism.'],
  ['fr', 'no', 'Le plan d’action ne dispose pas de comité de pilotage.'],
  ['en', 'not-found', 'Women took part in the talks.'],
  ['sv', 'not-found', 'Kvinnor deltog i fredssamtalen.'],
]

const DRAFTING: Case[] = [
  ['en', 'yes', 'Forty civil society organisations took part in drafting this plan through four consultations.'],
  ['fr', 'yes', 'Les organisations de la société civile ont contribué à l’élaboration du plan d’action.'],
  ['es', 'yes', 'Las organizaciones de la sociedad civil participaron en la elaboración de este plan.'],
  ['ar', 'yes', 'أعدت الوزارة هذه الخطة بالتشاور مع منظمات المجتمع المدني.'],
  ['sv', 'yes', 'Handlingsplanen har tagits fram i samråd med civilsamhället.'],
  ['pt', 'yes', 'Na elaboração do plano de acção participaram trinta organizações da sociedade civil.'],
  ['uk', 'yes', 'Національний план дій розроблено за участю громадських організацій.'],
  ['sq', 'yes', 'Ky plan u hartua në bashkëpunim me organizatat e shoqërisë civile.'],
  ['tr', 'yes', 'Bu plan sivil toplum kuruluşlarının katılımıyla hazırlanmıştır.'],
  ['bs', 'yes', 'U izradi ovog plana učestvovale su i organizacije civilnog društva.'],
  ['en', 'partly', 'The drafting team held consultations in three regions on the action plan.'],
  ['fr', 'partly', 'Des consultations ont accompagné l’élaboration du plan d’action dans les provinces.'],
  ['en', 'not-found', 'The plan was signed by the President in March.'],
  ['fr', 'not-found', 'Le plan a été signé par la Présidente en mars.'],
]

const MONITORING: Case[] = [
  ['en', 'yes', 'Civil society organisations monitor the implementation of the action plan.'],
  ['fr', 'yes', 'La société civile participe au suivi du plan d’action.'],
  ['es', 'yes', 'La sociedad civil participa en el seguimiento de este plan.'],
  ['ar', 'yes', 'تشارك منظمات المجتمع المدني في رصد تنفيذ خطة العمل.'],
  ['sv', 'yes', 'Civilsamhällets organisationer deltar i uppföljningen av handlingsplanen.'],
  ['pt', 'yes', 'A sociedade civil participa na monitoria do plano de acção.'],
  ['uk', 'yes', 'Громадські організації беруть участь у моніторингу виконання національного плану дій.'],
  ['sq', 'yes', 'Shoqëria civile merr pjesë në monitorimin e planit të veprimit.'],
  ['tr', 'yes', 'Sivil toplum kuruluşları eylem planının izlenmesine katılır.'],
  ['bs', 'yes', 'Organizacije civilnog društva učestvuju u praćenju provedbe akcionog plana.'],
  ['en', 'partly', 'Two representatives of civil society sit on the steering committee.'],
  ['fr', 'partly', 'Deux délégués de la société civile siègent au comité de pilotage.'],
  ['en', 'not-found', 'The ministry monitors the action plan.'],
  ['es', 'not-found', 'El ministerio da seguimiento a este plan.'],
]

describe.each([
  ['reporting-routine', REPORTING],
  ['review-clause', REVIEW],
  ['coordination-mechanism', COORDINATION],
  ['civil-society-drafting', DRAFTING],
  ['civil-society-monitoring', MONITORING],
])('%s', (criterion, cases) => {
  test.each(cases)('in %s is answered %s: %s', (language, answer, text) => {
    const finding = findingOf(criterion, { language, pages: [text] })
    expect(finding.answer).toBe(answer)
    expect(finding.search?.pages).toBe(1)
    expect(finding.search?.words.length).toBeGreaterThan(0)
    for (const { quote } of finding.quotes) expect(text).toContain(quote)
    expect(finding.quotes.length > 0).toBe(answer !== 'not-found')
  })
})

test('a plan that promises a report in one place and denies it in another is answered partly, with both quotes', () => {
  const pages = [
    'The Ministry submits an annual report on the action plan to Parliament.',
    'There is no reporting on the action plan at district level.',
  ]
  const finding = findingOf('reporting-routine', { language: 'en', pages })
  expect(finding.answer).toBe('partly')
  expect(finding.how.code).toBe('reporting-routine.contradicted')
  expect(finding.quotes.map(({ page }) => page)).toEqual([1, 2])
})

test('a line of the table of contents alone is weak evidence', () => {
  const pages = ['4.2 Annual reports on the action plan ........................ 31']
  expect(findingOf('reporting-routine', { language: 'en', pages }).answer).toBe('partly')
})

test('a heading alone is weak evidence', () => {
  const pages = [
    'Chapter 4. Annual reports on the action plan\nWomen took part in the peace talks and in the elections.',
  ]
  expect(findingOf('reporting-routine', { language: 'en', pages }).answer).toBe('partly')
})

test('a heading over a sentence says what the sentence is about', () => {
  const text = 'The ministry publishes a report every year before the end of March.'
  const pages = [`4. Monitoring and reporting\n${text}`]
  const finding = findingOf('reporting-routine', { language: 'en', pages })
  expect(finding.answer).toBe('yes')
  expect(finding.quotes[0]?.quote).toBe(text)
})

test('what a former plan had is not what this plan has', () => {
  const pages = [
    'The first plan had a steering committee which met twice a year. It sent annual reports to Parliament.',
  ]
  expect(findingOf('coordination-mechanism', { language: 'en', pages }).answer).toBe('not-found')
  expect(findingOf('reporting-routine', { language: 'en', pages }).answer).toBe('not-found')
})

test('an action of the matrix that names the plan is evidence too', () => {
  const rows = [{ objective: 'Monitor the plan', action: 'Publish an annual report on the action plan' }]
  expect(findingOf('reporting-routine', { language: 'en', rows }).answer).toBe('yes')
})

test('words that a PDF glued together are found', () => {
  const pages = ['Lerapportannuelsurlamiseenœuvreduplandactionestpubliéchaqueannéeparleministère.']
  expect(findingOf('reporting-routine', { language: 'fr', pages }).answer).toBe('yes')
})

test('at most five quotes are shown, each once', () => {
  const readers = [
    'Parliament',
    'the Council',
    'the Cabinet',
    'all provinces',
    'the press',
    'women’s groups',
    'Parliament',
  ]
  const pages = readers.map(reader => `An annual report on the action plan goes to ${reader}.`)
  const { quotes } = findingOf('reporting-routine', { language: 'en', pages })
  expect(new Set(quotes.map(({ quote }) => quote)).size).toBe(5)
})

test('a plan in a language without words of its own is searched with the words of all languages', () => {
  const pages = ['The Ministry submits an annual report on the action plan to Parliament.']
  expect(findingOf('reporting-routine', { language: 'mi', pages }).answer).toBe('yes')
})
