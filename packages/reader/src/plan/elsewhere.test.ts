import { expect, test } from 'vitest'
import type { Layout } from '../layout.ts'
import { periodElsewhere, titleElsewhere } from './elsewhere.ts'

function layout(pages: readonly string[], title?: string): Layout {
  return {
    mediaType: 'application/pdf',
    ...(title && { title }),
    pages: pages.map((text, i) => ({ number: i + 1, width: 595, height: 842, text })),
    blocks: [],
    warnings: [],
  }
}

const rest = Array.from({ length: 6 }, () => 'Women take part in talks.')

test('a running title is the title of a plan whose cover is a picture', () => {
  const pages = ['', ...['2', '3'].map(n => `National Action Plan 1325 of Lumaria\nWords.\n${n}`), ...rest]
  expect(titleElsewhere(layout(pages))).toBe('National Action Plan 1325 of Lumaria')
})

test("the file's own title counts where it speaks of a plan, not where it is a file's name", () => {
  const pages = ['', ...rest]
  expect(titleElsewhere(layout(pages, 'National Action Plan on Women, Peace and Security'))).toMatch(/^National/)
  expect(titleElsewhere(layout(pages, 'Microsoft Word - NAP_final_v3.docx'))).toBeNull()
  expect(titleElsewhere(layout(pages, 'Untitled'))).toBeNull()
})

test('the name and the years that a sentence gives the plan are its title and period', () => {
  const pages = [
    '',
    'The Government adopted its National Action Plan on Resolution 1325 (2019-2022) in May. The census of 2010-2014 was old.',
    ...rest,
  ]
  expect(titleElsewhere(layout(pages))).toBe('National Action Plan on Resolution 1325, 2019-2022')
  expect(periodElsewhere(layout(pages))).toEqual({ start: '2019', end: '2022' })
})

test('a document that names no plan gets no title and no period', () => {
  expect(titleElsewhere(layout(rest))).toBeNull()
  expect(periodElsewhere(layout(['Rainfall 2010-2014', ...rest]))).toBeNull()
})

test('two plans with different years leave the period open', () => {
  const pages = ['The action plan 2010-2013 was followed by the action plan 2015-2018.']
  expect(periodElsewhere(layout(pages))).toBeNull()
  const both = ['The action plan 2010-2013 ended. The action plan 2015-2018 followed.']
  expect(periodElsewhere(layout(both))).toBeNull()
})
