import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { readExpression } from '../expression.ts'
import { followed } from '../follow.ts'
import { questionsOf } from '../model.ts'
import { readXlsForm } from './read.ts'
import type { FormRefusal } from './sheets.ts'

const FORMS = resolve(import.meta.dirname, '../../../../../../shared/data/forms')

describe.skipIf(!existsSync(FORMS))('forms from the field', () => {
  /** How many questions of each file are asked, how many answers worked out, and how many rows are named as left out. */
  const READ: Record<string, [asked: number, workedOut: number, leftOut: number]> = {
    'all-question-types-v2024091201-3.xlsx': [75, 0, 10],
    'attribute_columns_test.xlsx': [37, 4, 7],
    'case_insensitivity.xlsx': [2, 0, 1],
    'choice_filter_test.xlsx': [3, 0, 0],
    'extra_columns.xlsx': [1, 0, 0],
    'extra_sheet_names.xlsx': [1, 0, 0],
    'field-list.xlsx': [1, 0, 0],
    'flat_xlsform_test.xlsx': [37, 4, 7],
    'group.xlsx': [3, 0, 0],
    'include.xlsx': [1, 0, 1],
    'loop.xlsx': [5, 0, 0],
    'or_other.xlsx': [3, 0, 0],
    'pull_data.xlsx': [1, 0, 1],
    'socio-economic-survey-v20240515.xlsx': [16, 1, 0],
    'specify_other.xlsx': [2, 0, 0],
    'text_and_integer.xlsx': [2, 0, 0],
    'whova_form.xlsx': [485, 42, 3],
    'xlsform_spec_test.xlsx': [36, 4, 6],
    'yes_or_no_question.xlsx': [1, 0, 0],
  }
  const REFUSED: Record<string, FormRefusal> = {
    // Its only row is a calculation that nobody could work out.
    'bad_calc.xlsx': 'no-questions',
    'ifrc-distribution-site-assessment-v1.xlsx': 'old-excel',
    // Its only row brings in another file.
    'include_json.xlsx': 'no-questions',
    'survey_no_name.xlsx': 'no-survey',
  }
  const LEFT_OUT = ['type', 'sound', 'place', 'metadata', 'calculation', 'choices-elsewhere', 'choices-missing', 'loop']

  test('every file is spoken of here', () => {
    const files = readdirSync(FORMS).filter(name => name.endsWith('.xlsx'))
    expect(files.toSorted()).toEqual([...Object.keys(READ), ...Object.keys(REFUSED)].toSorted())
  })

  test.each(Object.entries(READ))('%s is read: questions asked, worked out, left out %j', async (name, counts) => {
    const { form, remarks } = await readXlsForm(readFileSync(join(FORMS, name)))
    const questions = questionsOf(form)
    expect(new Set(questions.map(question => question.name)).size).toBe(questions.length)
    const asked = questions.filter(({ type }) => type !== 'calculate').length
    const leftOut = remarks.filter(({ row, code }) => row !== null && LEFT_OUT.includes(code)).length
    expect([asked, questions.length - asked, leftOut]).toEqual(counts)
    for (const page of form.pages)
      for (const { relevant, constraint, required, calculation } of page.questions)
        for (const text of [page.relevant, relevant, constraint, required, calculation]) if (text) readExpression(text)
    // Nothing in it keeps the server: each is gone through with no answer, and with one to everything.
    followed(form, {})
    followed(form, Object.fromEntries(questions.map(question => [question.name, question.choices[0]?.name ?? '1'])))
  })

  test.each(Object.entries(REFUSED))('%s is refused: %s', async (name, refusal) => {
    await expect(readXlsForm(readFileSync(join(FORMS, name)))).rejects.toMatchObject({ refusal })
  })

  test('a verbal autopsy works out the age from which its questions follow', async () => {
    const { form } = await readXlsForm(readFileSync(join(FORMS, 'whova_form.xlsx')))
    const given = { Id10013: 'yes', Id10020: 'yes', Id10021: '2020-01-01', Id10022: 'yes', Id10023_a: '2020-01-11' }
    expect(followed(form, given).answers).toMatchObject({
      ageInDays: '10',
      isNeonatal: '1',
      isChild: '0',
      isAdult: '0',
    })
    const grown = followed(form, { ...given, Id10021: '1980-01-01' })
    expect(grown.answers).toMatchObject({ isAdult: '1', ageInYears: '40' })
  })
})
