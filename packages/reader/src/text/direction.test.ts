import { expect, test } from 'vitest'
import type { Box } from '../plan-document.ts'
import { fromTheRight, logicalWord, orderWords, type Placed } from './direction.ts'

/** Characters as they are seen from the left, each ten points wide. */
function seen(text: string): Placed[] {
  return [...text].map((char, i) => ({ code: char.codePointAt(0)!, box: [10 * i, 0, 10 * i + 10, 10], pen: 10 * i }))
}

function said(text: string, afterArabic = false): string {
  return logicalWord(
    fromTheRight(seen(text)).map(glyph => glyph.code),
    afterArabic,
  )
}

function inOrder(...texts: string[]): string {
  const words = texts.map((text, i) => ({ text, box: [50 * i, 0, 50 * i + 40, 10] as Box, leftward: true }))
  return orderWords(words, word => word.box)
    .map(word => word.text)
    .join(' ')
}

test('letters are read from the right, figures from the left', () => {
  expect(said('ةأرملا')).toBe('المرأة')
  expect(said('38,000')).toBe('38,000')
  expect(said('1.2.1')).toBe('1.2.1')
  expect(said('٣٥٠٬٠٠٠')).toBe('٣٥٠٬٠٠٠')
})

test('a share keeps its sign behind the figure', () => {
  expect(said('%30', true)).toBe('30%')
})

test('a span of years runs forwards, whichever way a program shows it', () => {
  expect(said('2028–2024')).toBe('2024–2028')
  expect(said('2024-2028')).toBe('2024-2028')
  expect(said('2028-2024', true)).toBe('2024-2028')
  expect(said('٢٠٢٥-٢٠٢٢')).toBe('٢٠٢٢-٢٠٢٥')
})

test('brackets open before a word and close after it', () => {
  expect(said('(2000)')).toBe('(2000)')
  expect(said(')2000(')).toBe('(2000)')
})

test('letters that share one sign and vowel marks keep their order', () => {
  const lamAlef: Placed[] = [
    { code: 0x627, box: [0, 0, 10, 10], pen: 0 },
    { code: 0x644, box: [0, 0, 10, 10], pen: 0 },
  ]
  expect(
    logicalWord(
      fromTheRight(lamAlef).map(glyph => glyph.code),
      false,
    ),
  ).toBe('لا')
  const marked: Placed[] = [
    { code: 0x64e, box: [2, 0, 4, 4], pen: 2 },
    { code: 0x628, box: [0, 0, 10, 10], pen: 0 },
  ]
  expect(
    logicalWord(
      fromTheRight(marked).map(glyph => glyph.code),
      false,
    ),
  ).toBe('بَ')
})

test('letters that a calligraphic font stacks are read as the pen went, not as their boxes lie', () => {
  const stacked: Placed[] = [
    { code: 0x645, box: [20.9, 0, 24.6, 10], pen: 21.3 },
    { code: 0x644, box: [18.7, 0, 23.5, 10], pen: 20.3 },
    { code: 0x62c, box: [17.0, 0, 23.6, 10], pen: 18.2 },
    { code: 0x645, box: [15.4, 0, 19.3, 10], pen: 15.8 },
  ]
  expect(
    logicalWord(
      fromTheRight(stacked).map(glyph => glyph.code),
      false,
    ),
  ).toBe('ملجم')
})

test('a Latin name within an Arabic line keeps its own order and its brackets', () => {
  expect(inOrder('UN)', '(Women', 'والبلديات', 'وزارة')).toBe('وزارة والبلديات (UN Women)')
  expect(inOrder('UN)', '(Women')).toBe('(UN Women)')
})

test('a space that takes no room stands after the letter whose pen it shares', () => {
  const twoWords: Placed[] = [
    { code: 0x647, box: [20, 0, 24, 10], pen: 20 },
    { code: 0x62c, box: [14, 0, 20, 10], pen: 14 },
    { code: 0x20, box: [14, 0, 14, 10], pen: 14 },
    { code: 0x627, box: [8, 0, 11, 10], pen: 8 },
  ]
  expect(String.fromCodePoint(...fromTheRight(twoWords).map(glyph => glyph.code))).toBe('هج ا')
})
