import { expect, test } from 'vitest'
import { pdf, type Mark } from '../../test/pdf.ts'
import { layoutOfPdf } from '../pdf/layout.ts'
import { loadPdfium } from '../pdf/pdfium.ts'

const pdfium = await loadPdfium()
const textOf = (...marks: Mark[]) => layoutOfPdf(pdfium, pdf([marks])).pages[0]!.text

test('words that a line strikes out are not the plan’s any more', () => {
  const text = textOf(
    { text: 'Train officers', x: 50, y: 100 },
    { text: 'Print leaflets', x: 50, y: 130 },
    { line: [50, 127, 108, 127] },
  )
  expect(text).toBe('Train officers')
})

test('of a figure that was struck out and written anew the new one is read', () => {
  const text = textOf(
    { text: 'Train', x: 50, y: 100 },
    { text: '100', x: 80, y: 100 },
    { text: '250', x: 96.7, y: 100 },
    { text: 'officers', x: 120, y: 100 },
    { line: [80, 97, 96.7, 97] },
  )
  expect(text).toBe('Train 250 officers')
})

test('an underline strikes nothing out, nor does a line that goes on beyond the words', () => {
  const text = textOf(
    { text: 'Underlined', x: 50, y: 100 },
    { line: [50, 101.5, 98, 101.5] },
    { text: 'Leader', x: 50, y: 130 },
    { line: [50, 127, 300, 127] },
  )
  expect(text).toBe('Underlined\nLeader')
})
