/** A small plan for tests: two pillars, three objectives, actions and indicators, in French, with boxes. */
import type { Field, Item, PageText, PlanDocument } from '@open1325/reader'

const said = (text: string, value?: unknown): Field => ({
  text,
  cites: [{ page: 4, box: [300, 100, 380, 120], quote: text }],
  ...(value !== undefined && { value }),
})

function item(id: string, kind: Item['kind'], parent: string | null, text: string, rest: Partial<Item> = {}): Item {
  const cites: Item['cites'] = [{ page: rest.number === '2' ? 6 : 4, box: [50, 100, 150, 120], quote: text }]
  return { id, kind, number: null, text, parent, fields: {}, cites, ...rest }
}

/** Rows 1 to 10, by their order. */
export const smallPlan = (): PlanDocument => ({
  format: 'open1325-plan/1',
  source: { name: 'plan <final>.pdf', sha256: '0'.repeat(64), mediaType: 'application/pdf', pages: 8 },
  languages: ['fr'],
  title: 'Plan d’action national 2019-2022',
  issuer: { name: 'République imaginée', code: 'COD' },
  period: { start: '2019', end: '2022' },
  items: [
    item('p1', 'pillar', null, 'Participation', { number: 'AXE 1' }),
    item('o1', 'objective', 'p1', 'Accroître la participation des femmes', { number: '1' }),
    item('r1', 'outcome', 'o1', 'Les femmes sont représentées'),
    item('i1', 'indicator', 'r1', 'Taux de femmes', { fields: { baseline: said('12 %', { number: 12, unit: '%' }) } }),
    item('a1', 'action', 'r1', 'Plaidoyers <auprès> des "autorités"', {
      fields: {
        responsible: said('Ministère du Genre'),
        timeframe: said('2019 à 2020', { start: '2019', end: '2020' }),
        budget: said('38 000 USD', { amount: 38000, currency: 'USD' }),
      },
    }),
    item('a2', 'action', 'r1', 'Former des médiatrices', { fields: { responsible: said('Ministère du Genre') } }),
    item('p2', 'pillar', null, 'Prévention', { number: 'AXE 2' }),
    item('o2', 'objective', 'p2', 'Prévenir les violences', { number: '2' }),
    item('a3', 'action', 'o2', '=cmd()|calc', { number: '2' }),
    item('o3', 'objective', 'p2', 'Sans rien dessous', { number: '3' }),
  ],
  warnings: [],
})

export const smallPages: PageText[] = [4, 6].map(number => ({
  number,
  width: 800,
  height: 600,
  text: 'La société civile participe au suivi du plan. Un rapport annuel sur la mise en œuvre du plan est publié.',
}))
