import { describe, expect, test } from 'vitest'
import { wordsByLibreOffice, wordsByWord, wordsIn } from './words.ts'

describe('counted by hand, with a finger on the page', () => {
  // 10 in the first line, 8 in the second.
  test('English: a hyphen, a slash, a dash between spaces, a possessive and a citation', () => {
    expect(
      wordsIn(
        'Survivor-centred services and/or shelters – where they exist – reach few women; ' +
          'the Council’s resolution 1325 (2000) asked for more.',
      ),
    ).toBe(18)
  })

  // L’égalité(1) ne(2) suffit(3) pas(4) : « la(5) paix(6) » exige(7) qu’aujourd’hui(8) 10 426 877(9) femmes(10) soient(11) entendues(12) !
  test('French: elision makes one word, spaced punctuation and guillemets none, a number with its spaces one', () => {
    expect(
      wordsIn(
        'L’égalité ne suffit pas : « la paix » exige qu’aujourd’hui 10\u202f426\u202f877 femmes soient entendues !',
      ),
    ).toBe(12)
  })

  // ¿Quién(1) escucha(2) a(3) las(4) mujeres(5)? El(6) 47(7),5 % de(8) los(9) planes(10) —y(11) es(12) mucho(13)— no(14) tiene(15) presupuesto(16)
  test('Spanish: turned question marks, dashes that cling to words, a percent sign that stands apart', () => {
    expect(wordsIn('¿Quién escucha a las mujeres? El 47,5 % de los planes —y es mucho— no tiene presupuesto.')).toBe(16)
  })

  // تدعو(1) المنظمات(2) النسائية(3) إلى(4) تنفيذ(5) القرار(6) ١٣٢٥(7) (٢٠٠٠)(8)، وتمويله(9) ومتابعته(10)
  test('Arabic: what is written together is one word, with its article and conjunction, marks and lengthening', () => {
    expect(wordsIn('تدعو المنظمات النسائية إلى تنفيذ القرار ١٣٢٥ (٢٠٠٠) ، وتمويله ومتابعته.')).toBe(10)
    expect(wordsIn('المَرْأَةُ والســـلام')).toBe(2)
  })

  // 妇女(2)参与(4)和平(6)进程(8)，(9)第(10) 1325(11) 号(12)决议(14)。(15)
  test('Chinese: each character, its punctuation too, and each number', () => {
    expect(wordsIn('妇女参与和平进程，第 1325 号决议。')).toBe(15)
  })

  // 女性(2)・(3)平和(5)・(6)安全保障(10)に(11)関(12)する(14) 行動(16)計画(18)、(19) 2023(20) 年(21)版(22)。(23)
  test('Japanese: each character of its three scripts, and the middle dot', () => {
    expect(wordsIn('女性・平和・安全保障に関する行動計画、2023年版。')).toBe(23)
  })

  // Жінки(1) мають(2) брати(3) участь(4) у(5) перемовинах(6) — не(7) лише(8) «бути(9) присутніми»(10).
  test('Ukrainian: a dash between spaces is no word', () => {
    expect(wordsIn('Жінки мають брати участь у перемовинах — не лише «бути присутніми».')).toBe(10)
  })

  test('an address on the web, one for mail, a symbol of a document and a figure with a point are one word each', () => {
    expect(wordsIn('https://example.org/a-b?c=1 mail@example.org S/RES/1325 3.5 1,200')).toBe(5)
  })

  test('nothing, white space and lone signs have no words; a soft hyphen parts none', () => {
    expect([wordsIn(''), wordsIn(' \n\t'), wordsIn('* – … •'), wordsIn('women\u00adfolk')]).toEqual([0, 0, 0, 1])
  })

  test('a year after a no-break space is a word of its own', () => {
    expect(wordsIn('31\u00a0octobre\u00a02000')).toBe(3)
  })
})

/** Each line was saved as a text, converted by LibreOffice 7.4 to ODT, and the count read in its meta.xml. */
test.each<[string, number]>([
  ['one two three', 3],
  ['women : peace', 3],
  ['women\u00a0: peace', 3],
  ['women\u202f: peace', 3],
  ['10 426 877 women', 4],
  ['10\u00a0426\u00a0877 women', 4],
  ['10\u202f426\u202f877', 3],
  ['peace – security', 2],
  ['peace—security', 2],
  ['2019–2024', 2],
  ['and/or peace', 2],
  ['peace - security', 3],
  ['« femmes »', 3],
  ['«\u00a0femmes\u00a0»', 3],
  ["l'égalité aujourd'hui", 2],
  ['妇女、和平与安全。', 9],
  ['女性・平和、2019年のNAPです。', 13],
  ['المرأة والسلام والأمن', 3],
  ['http://www.un.org/a-b?c=1 mail@un.org', 2],
  ['a\u200bb', 1],
  ['بناء السلام ، والأمن', 4],
  ['& women', 2],
  ['women* *', 2],
  ['여성 평화 안보', 6],
  ['第1325号决议 (2000) peace', 7],
  ['1. women 2. peace', 4],
  ['x . . . y', 5],
  ['women\u00adpeace', 1],
  ['\u202bالسلام\u202c والأمن', 4],
  ['والأمن\u200f السلام', 3],
  ['\u202a2023\u202c', 3],
  ['a\u200eb c', 2],
  ['a \u200e c', 3],
  ['a\u2066b\u2069 c', 3],
  ['a\u200f\u200fb', 1],
  ['السلام\u200c والأمن', 2],
  ['المَرْأَةُ', 1],
])('LibreOffice shows for %s: %i', (text, shown) => {
  expect(wordsByLibreOffice(text)).toBe(shown)
})

test('marks that turn the direction of writing are words to nobody but LibreOffice', () => {
  const text = '\u202bالقرار\u202c \u202a1325\u202c \u200f'
  expect([wordsIn(text), wordsByWord(text), wordsByLibreOffice(text)]).toEqual([2, 2, 7])
})

test.each<[string, number, number, number]>([
  ['peace – security', 2, 3, 2],
  ['peace—security', 1, 1, 2],
  ['« femmes » :', 1, 4, 4],
  ['10\u202f426\u202f877', 1, 3, 3],
  ['여성 평화 안보', 3, 3, 6],
])('where the three ways differ: %s is %i by hand, %i by Word, %i by LibreOffice', (text, hand, word, libreOffice) => {
  expect([wordsIn(text), wordsByWord(text), wordsByLibreOffice(text)]).toEqual([hand, word, libreOffice])
})
