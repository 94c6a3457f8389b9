import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { readExpression } from './expression.ts'
import { questionsOf } from './model.ts'
import { FormError, readXlsForm } from './xlsform.ts'

const FORMS = resolve(import.meta.dirname, '../../../../../shared/data/forms')

describe.skipIf(!existsSync(FORMS))('forms from the field', () => {
  const files = existsSync(FORMS) ? readdirSync(FORMS).filter(name => name.endsWith('.xlsx')) : []

  test.each(files)('%s is read, or refused in words', async name => {
    try {
      const { form } = await readXlsForm(readFileSync(join(FORMS, name)))
      const questions = questionsOf(form)
      expect(new Set(questions.map(question => question.name)).size).toBe(questions.length)
      for (const { relevant, constraint, required } of questions)
        for (const text of [relevant, constraint, required]) if (text !== null) readExpression(text)
    } catch (error) {
      expect(error).toBeInstanceOf(FormError)
    }
  })

  test('a survey of households can be asked, but for its calculations', async () => {
    const { form, remarks } = await readXlsForm(readFileSync(join(FORMS, 'socio-economic-survey-v20240515.xlsx')))
    expect(questionsOf(form)).toHaveLength(17)
    expect(remarks.filter(({ row, code }) => row !== null && code === 'type')).toEqual([])
  })
})
