import { describe, expect, test } from 'vitest'
import type { Answer } from './appraisal.ts'
import type { SamplePlan } from './testing/plans.ts'
import { findingOf } from './testing/plans.ts'

type Case = [what: string, answer: Answer, code: string, plan: SamplePlan]

const OBJECTIVES: Case[] = [
  [
    'every action serves one',
    'yes',
    'all',
    { language: 'en', rows: [{ objective: 'More women decide', action: 'Train' }] },
  ],
  ['toute action en sert un', 'yes', 'all', { language: 'fr', rows: [{ objective: 'Décider', action: 'Former' }] }],
  [
    'one action serves none',
    'partly',
    'some',
    { language: 'en', rows: [{ action: 'Print' }, { objective: 'Decide', action: 'Train' }] },
  ],
  [
    'seul le texte en parle',
    'partly',
    'text-only',
    { language: 'fr', pages: ['Les objectifs de ce plan sont ambitieux.'] },
  ],
  ['actions and no objective', 'no', 'none', { language: 'en', rows: [{ pillar: 'Participation', action: 'Train' }] }],
  ['le plan dit qu’il n’en a pas', 'no', 'denied', { language: 'fr', pages: ['Ce plan est sans objectif chiffré.'] }],
  ['nothing said', 'not-found', 'nothing', { language: 'en', pages: ['Women were at the table.'] }],
  ['rien de dit', 'not-found', 'nothing', { language: 'fr', pages: ['Les femmes étaient à la table.'] }],
]

const full = { text: 'Share of women', baseline: '12%', target: '30%' }
const INDICATORS: Case[] = [
  ['all have both', 'yes', 'all', { language: 'en', rows: [{ action: 'Train', indicators: [full] }] }],
  ['tous ont les deux', 'yes', 'all', { language: 'fr', rows: [{ action: 'Former', indicators: [full, full] }] }],
  [
    'one lacks a baseline',
    'partly',
    'some',
    { language: 'en', rows: [{ action: 'Train', indicators: [full, { text: 'Rules', target: 'Yes' }] }] },
  ],
  [
    'none has either',
    'partly',
    'none',
    { language: 'fr', rows: [{ action: 'Former', indicators: [{ text: 'Taux de femmes' }] }] },
  ],
  ['the text alone', 'partly', 'text-only', { language: 'en', pages: ['The indicators of the plan are in an annex.'] }],
  ['actions and no indicator', 'no', 'no-rows', { language: 'en', rows: [{ action: 'Train' }] }],
  ['des actions sans indicateur', 'no', 'no-rows', { language: 'fr', rows: [{ action: 'Former' }] }],
  ['nothing said', 'not-found', 'nothing', { language: 'en', pages: ['Women were at the table.'] }],
  ['rien de dit', 'not-found', 'nothing', { language: 'fr', pages: ['Les femmes étaient à la table.'] }],
]

const RESPONSIBLE: Case[] = [
  ['all do', 'yes', 'all', { language: 'en', rows: [{ action: 'Train', responsible: 'Ministry of Women' }] }],
  ['toutes le font', 'yes', 'all', { language: 'fr', rows: [{ action: 'Former', responsible: 'Ministère du Genre' }] }],
  [
    'one of two',
    'partly',
    'some',
    { language: 'en', rows: [{ action: 'Train', responsible: 'Police' }, { action: 'Print' }] },
  ],
  [
    'le texte seul',
    'partly',
    'text-only',
    { language: 'fr', pages: ['Le ministère du Genre est responsable de la mise en œuvre du plan.'] },
  ],
  ['none does', 'no', 'none', { language: 'en', rows: [{ action: 'Train' }, { action: 'Print' }] }],
  ['aucune', 'no', 'none', { language: 'fr', rows: [{ action: 'Former' }] }],
  ['nothing said', 'not-found', 'nothing', { language: 'en', pages: ['Women were at the table.'] }],
  ['rien de dit', 'not-found', 'nothing', { language: 'fr', pages: ['Les femmes étaient à la table.'] }],
]

const TIMEFRAME: Case[] = [
  ['all do', 'yes', 'all', { language: 'en', rows: [{ action: 'Train', timeframe: '2026' }] }],
  ['todas', 'yes', 'all', { language: 'es', rows: [{ action: 'Formar', timeframe: '2026-2027' }] }],
  [
    'one of two',
    'partly',
    'some',
    { language: 'en', rows: [{ action: 'Train', timeframe: '2026' }, { action: 'Print' }] },
  ],
  ['el texto solo', 'partly', 'text-only', { language: 'es', pages: ['Los plazos de este plan figuran en el anexo.'] }],
  [
    'none, though the plan has a period',
    'no',
    'none',
    { language: 'en', rows: [{ action: 'Train' }], period: { start: '2025', end: '2029' } },
  ],
  ['ninguna', 'no', 'none', { language: 'es', rows: [{ action: 'Formar' }] }],
  ['nothing said', 'not-found', 'nothing', { language: 'en', pages: ['Women were at the table.'] }],
  ['nada', 'not-found', 'nothing', { language: 'es', pages: ['Las mujeres estaban en la mesa.'] }],
]

const CIVIL_SOCIETY: Case[] = [
  [
    'all name it',
    'yes',
    'all',
    { language: 'en', rows: [{ action: 'Train', responsible: 'Police', partners: 'CSOs' }] },
  ],
  [
    'la moitié',
    'yes',
    'some',
    {
      language: 'fr',
      rows: [
        { action: 'Former', responsible: 'OSC' },
        { action: 'Publier', responsible: 'Police' },
      ],
    },
  ],
  [
    'one of three',
    'partly',
    'some',
    { language: 'en', rows: ['NGOs', 'Police', 'Army'].map(responsible => ({ action: 'Train', responsible })) },
  ],
  [
    'le texte seul',
    'partly',
    'text-only',
    { language: 'fr', pages: ['La société civile est partenaire de la mise en œuvre du plan.'] },
  ],
  [
    'rows without, text with',
    'partly',
    'none-but-text',
    {
      language: 'en',
      rows: [{ action: 'Train', responsible: 'Police' }],
      pages: ['Civil society has a role in the implementation of this plan.'],
    },
  ],
  ['none of them', 'no', 'none', { language: 'en', rows: [{ action: 'Train', responsible: 'Police' }] }],
  ['aucune', 'no', 'none', { language: 'fr', rows: [{ action: 'Former', responsible: 'Police' }] }],
  ['rows that name nobody at all', 'not-found', 'nothing', { language: 'en', rows: [{ action: 'Train' }] }],
  ['rien de dit', 'not-found', 'nothing', { language: 'fr', pages: ['Les femmes étaient à la table.'] }],
]

describe.each([
  ['clear-objectives', OBJECTIVES],
  ['indicators', INDICATORS],
  ['responsible-body', RESPONSIBLE],
  ['timeframe', TIMEFRAME],
  ['civil-society-implementation', CIVIL_SOCIETY],
])('%s', (criterion, cases) => {
  test.each(cases)('%s: %s (%s)', (_what, answer, code, plan) => {
    const finding = findingOf(criterion, plan)
    expect([finding.answer, finding.how.code]).toEqual([answer, `${criterion}.${code}`])
    expect(finding.quotes.length > 0 || finding.search !== null).toBe(true)
  })
})

test('a count says how many of how many, and the sentence can name each part', () => {
  const indicators = [
    { text: 'Share of women', baseline: '12%', target: '30%' },
    { text: 'Rules in force', target: 'Yes' },
    { text: 'Number of barracks' },
  ]
  const finding = findingOf('indicators', { language: 'en', rows: [{ action: 'Build', indicators }] })
  expect(finding.counts).toEqual({ of: 3, have: 1 })
  expect(finding.how.params).toMatchObject({ of: 3, have: 1, baseline: 1, target: 2 })
})

test('where nothing is stated, the first rows that lack it are quoted', () => {
  const rows = ['a', 'b', 'c', 'd', 'e', 'f'].map(action => ({ action }))
  const { quotes } = findingOf('timeframe', { language: 'en', rows })
  expect(quotes.map(({ quote }) => quote)).toEqual(['a', 'b', 'c', 'd', 'e'])
})

test('in a plan without actions the objectives are counted, and called so', () => {
  const finding = findingOf('responsible-body', {
    language: 'en',
    rows: [{ objective: 'Decide' }, { objective: 'Protect' }],
  })
  expect(finding).toMatchObject({ answer: 'no', counts: { of: 2, have: 0 }, how: { params: { kind: 'objective' } } })
})
