import { expect, test } from 'vitest'
import { lint } from './lint.ts'

const acronyms = (...texts: string[]): unknown[] =>
  lint({ language: 'en', blocks: texts.map(text => ({ kind: 'paragraph', text })) }, null).map(
    ({ params }) => params.acronym,
  )

test.each([
  'It cost BAM 118,000, or 3 billion COP; 1,2 milliard de francs burundais (BIF), 3,1 milliards de FCFA.',
  'The SSP has fallen: SSP 4,500 is one dollar.',
  'UNSCR 1325 (2000), OP 8, RCSNU 2493 (2019); write to BP 1325.',
  'NGOs, les ONG, НПО and UNICEF; ООН, США, ВИЧ.',
  'The gender advisers (GENADs) met. A GENAD is trained.',
  'The second National Action Plan ended. The new plan (NAP-II) has four pillars, and NAP-II has no budget.',
  'Key: FCDO, Foreign, Commonwealth & Development Office; MOD, Ministry of Defence. FCDO and MOD pay.',
  'StratCom is no acronym.',
  'PILLAR 2: Protection of women',
])('in order: %s', text => {
  expect(acronyms(text)).toEqual([])
})

test.each<[string, string[]]>([
  ['The ARBiH and the MoD asked.', ['ARBiH', 'MoD']],
  ['The UNSCR matters, and so does the NPC.', ['UNSCR', 'NPC']],
  ['In most districts a woman waits nine years (NPC).', ['NPC']],
  ['По данным НСК, доля выросла.', ['НСК']],
  ['The SHAPE office met. SHAPE (Supreme Headquarters Allied Powers Europe) agreed.', ['SHAPE']],
])('not spelled out at first use: %s', (text, expected) => {
  expect(acronyms(text)).toEqual(expected)
})
