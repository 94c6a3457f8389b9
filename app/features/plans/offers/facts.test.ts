import { expect, test } from 'vitest'
import { asSlug } from '../../../platform/slug.ts'
import { factsOfDocument, slugOf, titleFromFileName } from './facts.ts'

const nobodySaid = { title: 'Plan d’action national', country: null, periodStart: null, periodEnd: null }

test('a plan with country and period has an address of these', () => {
  expect(slugOf({ ...nobodySaid, country: 'COD', periodStart: '2019', periodEnd: '2022' })).toBe('cod-2019-2022')
  expect(slugOf({ ...nobodySaid, country: 'COD', periodStart: '2019-03-01', periodEnd: '2019-12' })).toBe('cod-2019')
})

test('a plan without one of them has an address of its title', () => {
  expect(slugOf(nobodySaid)).toBe('plan-d-action-national')
  expect(slugOf({ ...nobodySaid, country: 'COD' })).toBe('plan-d-action-national')
  expect(slugOf({ ...nobodySaid, periodStart: '2024', periodEnd: '2027' })).toBe('plan-d-action-national-2024-2027')
})

test('a title in other letters gives no address of its own', () => {
  expect(slugOf({ ...nobodySaid, title: 'خطة العمل الوطنية' })).toBe('plan')
  expect(slugOf({ ...nobodySaid, title: 'تنفيذ قرار مجلس الأمن 1325', periodStart: '2023' })).toBe('plan-2023')
})

test('a long title is cut between words', () => {
  const slug = asSlug('Deuxième plan d’action national de mise en œuvre de la résolution 1325 du Conseil de sécurité')
  expect(slug).toBe('deuxieme-plan-d-action-national-de-mise-en-oeuvre-de-la')
})

test('letters that Latin scripts add to the alphabet are spelled out in an address', () => {
  expect(asSlug('Mise en œuvre')).toBe('mise-en-oeuvre')
  expect(asSlug('Straße, Łódź, Århus, Sjælland')).toBe('strasse-lodz-arhus-sjaelland')
})

test('until a plan is read, its title is the file’s name', () => {
  expect(titleFromFileName('PAN_1325_RDC_2019.pdf')).toBe('PAN 1325 RDC 2019')
  expect(titleFromFileName('.pdf')).toBe('.pdf')
})

test('a reading says only what it found', () => {
  const document = {
    format: 'open1325-plan/1' as const,
    source: { name: 'plan.pdf', sha256: '', mediaType: 'application/pdf', pages: 31 },
    languages: ['fr'],
    title: null,
    issuer: { name: 'Ministère du Genre', code: null },
    period: { start: '2019', end: 'soon' },
    items: [],
    warnings: [],
  }
  expect(factsOfDocument(document)).toEqual({
    issuer: 'Ministère du Genre',
    periodStart: '2019',
    periodEnd: null,
    languages: ['fr'],
    pages: 31,
  })
})
