import { expect, test } from 'vitest'
import type { Cell } from '../layout.ts'
import { vocabularyOf } from '../text/vocabulary.ts'
import { brokenLines, mendBroken } from './broken.ts'

/** Lines of type 10 points wide a letter, in a cell from x = 0 to 10 points beyond its widest line. */
const broken = (texts: string[], width = Math.max(...texts.map(text => text.length)) * 10 + 10) =>
  brokenLines(
    texts.map((text, i) => ({ text, box: [5, i * 12, 5 + text.length * 10, i * 12 + 10] })),
    0,
    width,
  )

test('a figure that its column broke between the digits is one figure', () => {
  expect(broken(['1', '0', '.', '0', '0', '0'])).toEqual([true, true, true, true, true, false])
  expect(broken(['150.00', '0'])).toEqual([true, false])
  expect(broken(['20', '24'])).toEqual([true, false])
})

test('figures that stand one under the other are several', () => {
  expect(broken(['2024', '2025', '2026'])).toEqual([false, false, false])
  expect(broken(['12', '40'])).toEqual([false, false])
  expect(broken(['8', '–'])).toEqual([false, false])
})

test('what is left of a broken word goes with it', () => {
  expect(broken(['Timefram', 'e'])).toEqual([true, false])
  expect(broken(['Timeframe', 'of', 'it'])).toEqual([false, false, false])
})

test('a line with room for one more letter was not broken', () => {
  expect(broken(['20', '24'], 60)).toEqual([false, false])
})

function mended(texts: string[], document: string): string {
  const lines = texts.map((text, i): Cell['lines'][number] => ({
    text,
    page: 1,
    box: [5, i * 12, 5 + text.length * 10, i * 12 + 10],
    size: 10,
    bold: false,
  }))
  const width = Math.max(...texts.map(text => text.split(' ')[0]!.length)) * 10 + 10
  const cell: Cell = { row: 0, col: 0, rowSpan: 1, colSpan: 1, box: [0, 0, width, 50], lines }
  mendBroken([cell], vocabularyOf(document.split(' ').map(text => ({ text, hyphenated: false }))))
  return lines
    .map(line => line.text + (line.hyphenated ? '' : ' '))
    .join('')
    .trim()
}

test('a word that its column broke is whole again where the document has it elsewhere', () => {
  expect(mended(['Ministar', 'stvo rada'], 'Ministarstvo odbrane i Ministarstvo rada')).toBe('Ministarstvo rada')
  expect(mended(['Ministry', 'of labour'], 'the Ministry of labour')).toBe('Ministry of labour')
})

test('a header’s word that its column broke is whole again', () => {
  expect(mended(['Handlungsf', 'eld 1: Teilhabe'], '')).toBe('Handlungsfeld 1: Teilhabe')
})
