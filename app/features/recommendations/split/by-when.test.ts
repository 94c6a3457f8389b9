import { expect, test } from 'vitest'
import { followUpIn } from './asks.ts'
import { byWhenIn, dayAfter } from './by-when.ts'

const ADOPTED = '2025-02-20'
const end = (text: string, adoptedOn: string | null = ADOPTED) => byWhenIn(text, adoptedOn)?.end ?? null

test.each([
  ['Report to the Security Council by 2027.', '2027'],
  ['Adopt the plan no later than March 2027.', '2027-03'],
  ['Report back at the latest by January 31, 2027.', '2027-01-31'],
  ['Reach one third before the end of 2028.', '2028'],
  ['Make the register public by the first quarter of 2027.', '2027-03'],
  ['Include in its next periodic report (due in February 2029) data on the police.', '2029-02'],
  ['De fournir ces chiffres au plus tard le 1er mars 2027.', '2027-03-01'],
  ['Porter leur part à 40 % en 2030 au plus tard.', '2030'],
  ['Asigne un presupuesto antes de finales de 2028.', '2028'],
  ['Apruebe el plan antes del 30 de junio de 2026.', '2026-06-30'],
  ['اعتماد خطة العمل الوطنية في موعد أقصاه 30 حزيران/يونيه 2026.', '2026-06-30'],
  ['رفع نسبة النساء بحلول نهاية عام ٢٠٢٧.', '2027'],
  ['Завершить оценку к марту 2027 года.', '2027-03'],
  ['Выделить бюджет до конца 2028 года.', '2028'],
])('%j has a date, as precise as it says it', (text, day) => {
  expect(end(text)).toBe(day)
})

test.each([
  ['Provide, within one year, written information.', '2026-02-20'],
  ['Inform the Committee within 18 months of the adoption of the present concluding observations.', '2026-08-20'],
  ['Respond within three (3) months to the letters.', '2025-05-20'],
  ['Répondre dans un délai de deux ans à compter de l’adoption des présentes observations.', '2027-02-20'],
  ['Establezca un fondo en un plazo máximo de 24 meses.', '2027-02-20'],
  ['الرد خطياً في غضون ستة أشهر.', '2025-08-20'],
  ['إنشاء صندوق للتعويضات في غضون سنتين.', '2027-02-20'],
  ['Представить в течение одного года письменную информацию.', '2026-02-20'],
  ['Ответить в шестимесячный срок.', '2025-08-20'],
])('%j counts from the day on which the body spoke', (text, day) => {
  expect(end(text)).toBe(day)
})

test.each([
  ['Report to the General Assembly by its seventy-seventh session.', 'by its seventy-seventh session'],
  [
    'Amend the Code within six months of the entry into force of the Act.',
    'within six months of the entry into force of the Act',
  ],
  ['Faire rapport à sa soixante-dix-septième session.', 'à sa soixante-dix-septième session'],
  ['Informe en su próximo informe periódico.', 'en su próximo informe periódico'],
])('%j states a time without a date: it is kept in its words', (text, words) => {
  expect(byWhenIn(text, ADOPTED)).toEqual({ words, end: null })
})

test.each([
  'Reduce the number of small arms by 30 per cent.',
  'Accelerate the 2030 Agenda and resolution 1325 (2000), and evaluate the plan 2021–2025.',
  'Continue the reform that was to be completed by 2022.',
  'Bring every detained woman before a judge within two days.',
  'Appliquer dans un délai raisonnable la loi de 2027.',
  'Cumpla la Ley núm. 8 de 2027 y la Agenda 2030.',
  'تطبيق القانون رقم 8 لسنة 2027 في غضون فترة معقولة.',
  'Выполнить Повестку дня на период до 2030 года.',
])('%j states no time', text => {
  expect(byWhenIn(text, ADOPTED)).toBeNull()
})

test('without the day of adoption a span keeps its words, and a month is as precise as the adoption was known', () => {
  expect(byWhenIn('Answer within one year.', null)).toEqual({ words: 'within one year', end: null })
  expect(end('Answer within one year.', '2025')).toBeNull()
  expect(end('Answer within one year.', '2025-02')).toBe('2026-02')
})

test('the last day of a month stays one where the later month is shorter', () => {
  expect(dayAfter('2024-02-29', { n: 1, unit: 'year' })).toBe('2025-02-28')
  expect(dayAfter('2025-08-31', { n: 6, unit: 'month' })).toBe('2026-02-28')
})

test('paragraphs that a body wants to hear of early are known in Arabic and Russian too', () => {
  expect(
    followUpIn(
      'تطلب اللجنة إلى الدولة الطرف أن تقدم، في غضون سنتين، معلومات خطية عن تنفيذ التوصيات الواردة في الفقرات 12 (أ) و31 أعلاه.',
    ),
  ).toEqual({ within: { n: 2, unit: 'year' }, numbers: ['12 (أ)', '31'] })
  expect(
    followUpIn(
      'Комитет просит представить в течение двух лет письменную информацию о выполнении рекомендаций, изложенных в пунктах 12 a) и 31 выше.',
    ),
  ).toEqual({ within: { n: 2, unit: 'year' }, numbers: ['12 (a)', '31'] })
})

test('a span from something else keeps no more words than can be kept, however long the sentence is', () => {
  const found = byWhenIn(
    `Amend the Code within six months of the entry into force ${'of the Act '.repeat(300)}`,
    ADOPTED,
  )
  expect(found?.words).toMatch(/^within six months of the entry into force/)
  expect(found!.words.length).toBeLessThan(300)
})

test('a long text of beginnings that lead nowhere comes to an end', () => {
  expect(byWhenIn('submit by the end of the year of within a period of '.repeat(2000), ADOPTED)).toBeNull()
})
