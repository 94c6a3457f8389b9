import { expect, test } from 'vitest'
import { statesFigures } from './claim-words.ts'
import { markClaims, namesSource } from './claims.ts'
import { linesOf, type Block } from './document.ts'
import { parseLine } from './line.ts'
import { parseMarkup } from './markup.ts'

test.each([
  '14 women took part.',
  'Only 8% was spent.',
  'صُرف 8% فقط.',
  'شاركت ٣٤ من ٧٨ امرأة.',
  'تسعة من أصل عشرة مكاتب لم تُفتح.',
  'لم يُنفق نصف الميزانية.',
  '312 women were dismissed.',
  'In 2024, 3 of 9 offices were open.',
  'Nine of ten offices never opened.',
  'Half of the money was never spent.',
  'Two thirds of the posts are empty.',
  'Le plan a reçu 2,5 millions de dollars.',
  'Neuf bureaux sur dix sont fermés.',
  'La moitié des fonds manque.',
  'Nueve de cada diez oficinas están cerradas.',
  'Un tercio de los fondos falta.',
  'Девять из десяти центров закрыты.',
  'Израсходовано 12 процентов бюджета.',
  'Закрыта половина центров.',
  'Пять из десяти центров закрыты.',
  '14 organisations were closed.',
  'Mujer: 3 de cada 10 curules.',
  'Since resolution 1325 (2000) was adopted, 41 women have signed.',
])('states what can be disputed: %s', text => {
  expect(statesFigures(text)).toBe(true)
})

test.each([
  'Security Council resolution 2242 (2015) asks for it.',
  'Resolutions 1325 (2000), 1820 (2008) and 1888 (2009) bind the State.',
  'General recommendation 30 binds the State.',
  'General recommendations No. 30 and No. 35 bind the State.',
  'Article 12 and articles 7, 8 and 14 (2) (b) were not met.',
  'On 15 March the working group met.',
  'On March 15, 2024 the working group met at 18:00.',
  'The 12th meeting and the 80th session followed.',
  'In 2019 the plan under resolution 1325 was adopted.',
  'The plan for 2019–2024 ended.',
  'It lasted 25 years, and the law gives 30 days.',
  'COVID-19 and CEDAW/C/GC/30 are named in paragraph 41 (c).',
  'The State should reserve 30 per cent of the seats.',
  'We ask for at least 50 seats.',
  'La résolution 1325 (2000) et l’article 14 le demandent.',
  'Le 15 mars 2024, à la 54e session.',
  'El 15 de marzo, en la 80.ª sesión, según el artículo 23.',
  'В статье 12 и пункте 34 резолюции 1325 (2000) об этом сказано.',
  'На 54-й сессии 15 марта 2024 года.',
  'ينص القرار 1325 (2000) والمادة 12 والفقرة 34 على ذلك.',
  'في 15 آذار/مارس 2024 خلال الدورة 80.',
  'ينبغي أن تخصص الدولة 30 في المئة من المقاعد.',
  'SDG 16 and target 5.5 say so, as does indicator 16.7.1.',
  'Women were not asked.',
  'Our network brings together 36 women’s organisations from 8 provinces.',
  'Le réseau réunit 17 associations.',
  'Contact: +999 20 22 00 00, BP 1325.',
  'Depuis la 1325, rien n’a changé ; la résolution 1701 (2006) et la 2250 (2015) le disent.',
  'Reserve 30 per cent of the seats.',
  'Réserver 30 % des sièges aux femmes.',
  'Que se destine el 15 % de los fondos.',
  '— выделить 20 процентов средств.',
])('states nothing that can be disputed by its figures: %s', text => {
  expect(statesFigures(text)).toBe(false)
})

test.each([
  '14 women took part^[Roster, 2022].',
  '14 women took part ([roster](https://example.org/roster)).',
  'According to the Ministry of Justice, 14 women took part.',
  '14 women took part (national action plan, p. 12).',
  'We visited 40 offices; 12 were open.',
  'Selon le ministère, 14 femmes ont participé.',
  'Según el ministerio, participaron 14 mujeres.',
  'По данным министерства, участвовали 14 женщин.',
  'وفقا للوزارة شاركت 14 امرأة.',
  'It counted 14 women (A/78/683).',
])('names what it rests on: %s', typed => {
  expect(namesSource(parseLine(typed))).toBe(true)
})

test.each([
  '14 women took part.',
  'Participaron 14 mujeres.',
  'شاركت 14 امرأة.',
  'The offices (in Goma) had 12 rooms.',
])('names nothing that it rests on: %s', typed => {
  expect(namesSource(parseLine(typed))).toBe(false)
})

const noneIn = (blocks: readonly Block[]): string[] =>
  markClaims(blocks)
    .flatMap(linesOf)
    .flatMap(line => line.flatMap(one => (one.kind === 'words' && one.source === 'none' ? [one.text] : [])))

test('the sentence that states figures is marked, in paragraphs, points and tables', () => {
  expect(noneIn(parseMarkup('**Bold** words. 40 of 50 offices are closed. So it is.'))).toEqual([
    ' 40 of 50 offices are closed.',
  ])
  expect(noneIn(parseMarkup('- 312 women were **dismissed**\n  - 14 came back\n- nothing'))).toEqual([
    '312 women were ',
    'dismissed',
    '14 came back',
  ])
  expect(noneIn(parseMarkup('| Year | Offices |\n|---|---|\n| 2024 | 9 |\n| 2025 | 3 |'))).toEqual(['9'])
  expect(noneIn(parseMarkup('| Place | Killed |\n| North | 3 |\n\nWe ask the State to tell why.'))).toEqual(['3'])
  expect(noneIn(parseMarkup('> We were never asked.'))).toEqual(['We were never asked.'])
})

test('nothing is marked where a source is named, where somebody said that none is needed, or where it is asked for', () => {
  const typed = [
    '14 women took part^[Roster].\n\n> We were never asked.\n> -- A teacher',
    '| Year | Offices |\n| 2024 | 9 |\n\nSource: Ministry of Justice, 2025.',
    '14 women took part [no source needed]',
    'We ask the Government to:\n\n- open 14 offices\n- give them 30 per cent of the money',
    '## Recommendations\n\nReserve 30 per cent of the seats.\n\n1. Open 14 offices.',
    '## توصيات\n\nتخصيص 30 في المئة من المقاعد.',
  ]
  for (const one of typed) expect(noneIn(parseMarkup(one)), one).toEqual([])
  expect(noneIn([{ kind: 'paragraph', text: parseLine('14 women took part.'), claim: '3' }])).toEqual([])
  expect(noneIn(parseMarkup(`${typed[4]}\n\n## Facts\n\n14 women took part.`))).toEqual(['14 women took part.'])
})
