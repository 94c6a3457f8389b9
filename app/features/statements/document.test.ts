import { toMarkdown } from '@open1325/report-writer'
import { expect, test } from 'vitest'
import { documentOf } from './document.ts'

test('to whom a statement speaks is said once, whether its writer began with “To” or not', () => {
  const shown = (language: string, addressedTo: string) =>
    toMarkdown(documentOf({ language, title: 'T', addressedTo, text: 'We ask.' }, [], 'http://localhost'))
  expect(shown('en', 'The members of the Council')).toContain('**To:** The members of the Council')
  expect(shown('en', 'To the members of the Council')).not.toContain('To:')
  expect(shown('en', 'Tomorrow’s Council')).toContain('**To:**')
  expect(shown('ar', 'إلى أعضاء مجلس الأمن')).not.toContain('إلى:')
})
