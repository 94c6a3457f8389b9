import { describe, expect, test } from 'vitest'
import { namesCivilSociety } from './civil-society.ts'
import type { Row } from './testing/plans.ts'
import { documentOf, itemsOf } from './testing/plans.ts'

/** Measures of one objective, the first `have` of which name civil society. */
function measures(objective: string, have: number, of: number): Row[] {
  return Array.from({ length: of }, (_, index) => ({
    ...(index === 0 ? { objective } : {}),
    action: `Masa ${index + 1}`,
    responsible: index < have ? 'Ministria e Mbrojtjes, OSHC' : 'Ministria e Mbrojtjes',
  }))
}

test('a coalition that counted by hand in an Albanian plan: 17 of 21 measures of the first policy area, 2/5, 7/8, 8/8', () => {
  const area = [
    ...measures('Objektivi 1.1', 2, 5),
    ...measures('Objektivi 1.2', 7, 8),
    ...measures('Objektivi 1.3', 8, 8),
  ]
  const rows = area.map((row, index) => (index === 0 ? { ...row, pillar: 'Fusha e politikës 1' } : row))
  const count = namesCivilSociety(documentOf(itemsOf(rows), 'sq'))
  expect([count.have, count.of]).toEqual([17, 21])
  expect(count.groups.map(({ kind, have, of }) => `${kind} ${have}/${of}`)).toEqual([
    'pillar 17/21',
    'objective 2/5',
    'objective 7/8',
    'objective 8/8',
  ])
  expect(count.named).toHaveLength(17)
  expect(count.named[0]?.cite.quote).toBe('Ministria e Mbrojtjes, OSHC')
})

describe('the names of civil society', () => {
  test.each([
    ['en', 'Ministry of Defence, CSOs'],
    ['en', 'Women’s Land Rights Network'],
    ['en', 'non-governmental organizations'],
    ['fr', 'Ministère du Genre, OSC, PTF'],
    ['fr', 'les partenaires internationaux et régionaux et la société civile'],
    ['fr', 'lespartenairesinternationauxetlasociétécivile'],
    ['es', 'Organizaciones de la sociedad civil'],
    ['ar', 'وزارة الداخلية ومنظمات المجتمع المدني'],
    ['ar', 'بالتعاون مع المنظمات غير الحكومية'],
    ['sv', 'Försvarsmakten, det civila samhället'],
    ['pt', 'Ministério da Defesa; organizações da sociedade civil'],
    ['uk', 'Міноборони, громадські організації'],
    ['sq', 'Ministria e Brendshme, OSHC-të'],
    ['tr', 'Milli Savunma Bakanlığı, STK’lar'],
    ['bs', 'Ministarstvo odbrane, nevladine organizacije'],
    ['hr', 'Ministarstvo obrane, organizacije civilnog društva'],
  ])('%s: “%s” names it', (language, responsible) => {
    expect(namesCivilSociety(documentOf(itemsOf([{ action: 'a', responsible }]), language)).have).toBe(1)
  })

  test.each([
    ['en', 'Ministry of Civil Service'],
    ['fr', 'État civil, Police nationale congolaise'],
    ['es', 'Guardia Civil, Congreso'],
    ['ar', 'الدفاع المدني'],
    ['sv', 'Myndigheten för civilt försvar'],
    ['pt', 'Registo Civil'],
  ])('%s: “%s” does not', (language, responsible) => {
    expect(namesCivilSociety(documentOf(itemsOf([{ action: 'a', responsible }]), language)).have).toBe(0)
  })
})

test('partners count as much as those responsible, and a measure counts once', () => {
  const rows = [
    { action: 'a', responsible: 'NGOs', partners: 'CSOs' },
    { action: 'b', partners: 'CSOs' },
    { action: 'c' },
  ]
  expect(namesCivilSociety(documentOf(itemsOf(rows)))).toMatchObject({ of: 3, have: 2, asked: 2 })
})
