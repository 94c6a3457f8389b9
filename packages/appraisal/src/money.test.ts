import { describe, expect, test } from 'vitest'
import type { Answer, MoneyState } from './appraisal.ts'
import type { SamplePlan } from './testing/plans.ts'
import { findingOf } from './testing/plans.ts'

type Case = [what: string, answer: Answer, code: string, plan: SamplePlan]

const costed = { action: 'Train judges', budget: '45,000' }
const uncosted = { action: 'Print leaflets' }

const CASES: Case[] = [
  [
    'every action costed, the source named',
    'yes',
    'amount-and-source',
    { language: 'en', rows: [costed], pages: ['The action plan is financed from the state budget.'] },
  ],
  [
    'un total et sa source',
    'yes',
    'amount-and-source',
    {
      language: 'fr',
      pages: ['Le coût total du plan d’action est de 2,6 millions de dollars, financé par le budget de l’État.'],
    },
  ],
  [
    'some actions costed, the source named',
    'partly',
    'amount-and-source',
    { language: 'en', rows: [costed, uncosted], pages: ['The action plan is financed from the state budget.'] },
  ],
  ['amounts without a source', 'partly', 'amount-only', { language: 'en', rows: [costed] }],
  [
    'un fonds sans montant',
    'partly',
    'source-only',
    { language: 'fr', rows: [uncosted], pages: ['Un trust fund est créé pour le plan d’action.'] },
  ],
  [
    'una fuente, pero sin partidas propias',
    'partly',
    'denied-in-part',
    {
      language: 'es',
      rows: [uncosted],
      pages: [
        'Los recursos para este plan provienen del presupuesto de cada institución. No se prevén partidas nuevas.',
      ],
    },
  ],
  [
    'the plan says that there is none',
    'no',
    'denied',
    { language: 'en', pages: ['The action plan has no dedicated budget.'] },
  ],
  ['le plan le dit lui-même', 'no', 'denied', { language: 'fr', pages: ['Ce plan d’action est sans budget propre.'] }],
  ['no action costed and nothing else found', 'no', 'none', { language: 'en', rows: [uncosted] }],
  ['only the word', 'not-found', 'mentioned', { language: 'en', pages: ['The action plan needs funding.'] }],
  ['rien', 'not-found', 'nothing', { language: 'fr', pages: ['Les femmes étaient à la table.'] }],
]

describe('earmarked funds', () => {
  test.each(CASES)('%s: %s (%s)', (_what, answer, code, plan) => {
    const finding = findingOf('earmarked-funds', plan)
    expect([finding.answer, finding.how.code]).toEqual([answer, `earmarked-funds.${code}`])
  })
})

type StateCase = [state: MoneyState, language: string, answer: Answer, text: string]

const STATES: StateCase[] = [
  ['mentioned', 'en', 'yes', 'The action plan needs funding.'],
  ['mentioned', 'ar', 'yes', 'تحتاج خطة العمل إلى تمويل.'],
  ['mentioned', 'en', 'not-found', 'Women were at the table.'],
  ['total', 'en', 'yes', 'The total cost of the plan is estimated at USD 4,860,000.'],
  ['total', 'fr', 'yes', 'Le coût total du plan d’action est de 2,6 millions de dollars.'],
  ['total', 'es', 'yes', 'El costo total de este plan es de 3 millones de dólares.'],
  ['total', 'ar', 'yes', 'تبلغ التكلفة الإجمالية لهذه الخطة ٤٨٦٠٠٠٠ دولار.'],
  ['total', 'sv', 'yes', 'Den totala kostnaden för handlingsplanen är 40 miljoner kronor.'],
  ['total', 'pt', 'yes', 'O custo total do plano é de 546 milhões de meticais.'],
  ['total', 'uk', 'yes', 'Загальна вартість національного плану дій становить 12 млн грн.'],
  ['total', 'sq', 'yes', 'Kostoja totale e planit të veprimit është 120 milionë lekë.'],
  ['total', 'tr', 'yes', 'Eylem planının toplam maliyeti 5 milyon TL olarak öngörülmüştür.'],
  ['total', 'bs', 'yes', 'Ukupni troškovi akcionog plana iznose 350.000 KM.'],
  ['total', 'en', 'partly', 'The total cost of the plan will be known later.'],
  ['total', 'en', 'not-found', 'The plan needs funding.'],
  ['source', 'en', 'yes', 'The action plan is financed from the state budget.'],
  ['source', 'sv', 'yes', 'Handlingsplanen finansieras inom befintliga ramar.'],
  ['source', 'sq', 'yes', 'Plani i veprimit financohet nga buxheti i shtetit.'],
  ['source', 'en', 'not-found', 'Donors and partners were invited to the launch of the plan.'],
  ['disbursed', 'en', 'yes', 'By June USD 120,000 had been disbursed.'],
  ['disbursed', 'fr', 'yes', 'En juin, 120 000 USD avaient été décaissés.'],
  ['disbursed', 'fr', 'not-found', 'Le plan d’action a besoin d’un financement.'],
]

describe('the five states of money', () => {
  test.each(STATES)('%s (%s): %s: %s', (state, language, answer, text) => {
    const states = findingOf('earmarked-funds', { language, pages: [text] }).states
    expect(states?.[state].answer).toBe(answer)
  })

  test('costed is counted: all, some, none, and nothing to count', () => {
    const costedOf = (rows: SamplePlan['rows'] = []): Answer | undefined =>
      findingOf('earmarked-funds', { language: 'en', rows }).states?.costed.answer
    expect([costedOf([costed]), costedOf([costed, uncosted]), costedOf([uncosted]), costedOf()]).toEqual([
      'yes',
      'partly',
      'no',
      'not-found',
    ])
  })

  test('whose money it is, in the column of amounts, is no amount', () => {
    const rows = [{ action: 'Train judges', budget: 'State budget' }]
    const states = findingOf('earmarked-funds', { language: 'en', rows }).states
    expect([states?.mentioned.answer, states?.costed.answer]).toEqual(['yes', 'no'])
  })

  test('people without means are not a plan without money', () => {
    const pages = ['Women without financial resources are reached first.']
    expect(findingOf('earmarked-funds', { language: 'en', pages }).answer).toBe('not-found')
  })
})
