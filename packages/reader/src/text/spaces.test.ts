import { expect, test } from 'vitest'
import { withSpaces } from './spaces.ts'
import { keepsHyphen, vocabularyOf } from './vocabulary.ts'
import type { Word } from './words.ts'

/** Words of one line each ten points high; '|' in a text marks where two text objects meet. */
function words(text: string): Word[] {
  return text.split('\n').flatMap((line, row) =>
    line.split(' ').map((marked, i): Word => {
      const plain = marked.replaceAll('|', '')
      const joints = [...marked].flatMap((char, at) =>
        char === '|' ? [at - marked.slice(0, at).split('|').length + 1] : [],
      )
      return {
        text: plain,
        box: [100 * i, 12 * row, 100 * i + 90, 12 * row + 10],
        base: 12 * row + 8,
        size: 10,
        bold: false,
        turn: 0,
        mcid: -1,
        run: 0,
        hyphenated: false,
        leftward: false,
        joints: joints.map(at => ({ at, x: 100 * i + at })),
      }
    }),
  )
}

function mended(text: string): string {
  const page = words(text)
  return withSpaces([page], vocabularyOf(page))[0]!
    .map(word => word.text)
    .join(' ')
}

const OTHERS =
  'la paix et la paix et les femmes et les femmes et les femmes de la paix de la paix des femmes des femmes'

test('words that text objects parted and print put together are two words where the document has them side by side', () => {
  expect(mended(`${OTHERS} les|femmes`)).toBe(`${OTHERS} les femmes`)
})

test('a word that two others happen to make stays one word', () => {
  expect(mended(`${OTHERS} tout va par la tout va par la par|tout`)).toMatch(/ partout$/)
  expect(mended(`${OTHERS} handicap handicap handicap|ées`)).toMatch(/ handicapées$/)
})

test('words are not parted without a joint unless the document is seen to lose spaces', () => {
  expect(mended(`${OTHERS} desfemmes`)).toContain('desfemmes')
  expect(mended(`${OTHERS} des femmes les|femmes et|les de|la desfemmes`)).toMatch(/ des femmes$/)
})

test('beside a function word of the document’s language a long word that the document has needs no other sign', () => {
  const french = 'le la les des du de et un une aux au dans pour avec sont qui ses '.repeat(3)
  const lost = 'des femmes les|femmes et|les de|la des|femmes et|les'
  const text = `${OTHERS} ${french} tribunaux opérationnel ${lost}`
  expect(mended(`${text} ettribunaux`)).toMatch(/ et tribunaux$/)
  expect(mended(`${text} opérationnelle`)).toMatch(/ opérationnelle$/)
  expect(mended(`${text} ettribunaux ettribunaux ettribunaux`)).toMatch(/ ettribunaux$/)
})

test('the document itself says whether a hyphen at a line end belongs to the word', () => {
  const vocabulary = vocabularyOf(words('mediation by-laws flood prone'))
  expect(keepsHyphen('medi', 'ation', vocabulary)).toBe(false)
  expect(keepsHyphen('by', 'laws', vocabulary)).toBe(true)
  expect(keepsHyphen('flood', 'prone', vocabulary)).toBe(true)
  expect(keepsHyphen('NGO', 'GCN', vocabulary)).toBe(true)
  expect(keepsHyphen('2025', '2029', vocabulary)).toBe(true)
})

const SMALL = 'le la les des du de et un une aux au dans pour avec sont qui ses '.repeat(3)

test('a document that lost spaces without a trace of joints is mended by the words of its language', () => {
  const lost =
    'intégrerlegenredanslagestion desinstitutionsdelapolice laformationdesmagistrats lesfemmesdanslesmissions'
  expect(mended(`${SMALL}${lost} coopérationdécentralisée`)).toBe(
    `${SMALL}intégrer le genre dans la gestion des institutions de la police la formation des magistrats les femmes dans les missions coopération décentralisée`,
  )
})

test('a document that did not lose its spaces keeps every word', () => {
  const names = 'Mutirikiwadanslesmissions anticonstitutionnellement coopérationdécentralisée'
  expect(mended(`${SMALL}${names}`)).toBe(`${SMALL}${names}`)
})
