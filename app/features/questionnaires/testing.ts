/** For tests of questionnaires: a form, a round of it, respondents with their links. */
import type { TestApp } from '../../platform/testing/app.ts'
import { newToken } from '../../platform/sign-in.ts'
import type { Form, Question } from './form/model.ts'

/** Who sees what of them is tested in this folder. */
export const QUESTIONNAIRE_TABLES = ['questionnaire', 'round', 'respondent', 'response', 'answer_file']

export const ask = (name: string, type: Question['type'], label: string, more: Partial<Question> = {}): Question => ({
  name,
  type,
  label: { en: label },
  hint: {},
  required: null,
  relevant: null,
  constraint: null,
  constraintMessage: {},
  choices: [],
  commitment: null,
  indicator: null,
  ...more,
})

export const FORM: Form = {
  languages: ['en', 'fr'],
  pages: [
    {
      name: 'plan',
      label: { en: 'The plan', fr: 'Le plan' },
      relevant: null,
      repeat: false,
      questions: [
        ask('has_plan', 'yes-no', 'Is there a plan?', { required: 'true()' }),
        ask('why_not', 'text', 'Why not?', { relevant: "${has_plan} = 'no'", required: 'true()' }),
      ],
    },
    {
      name: 'money',
      label: { en: 'Money' },
      relevant: "${has_plan} = 'yes'",
      repeat: false,
      questions: [
        ask('budget', 'integer', 'How much is earmarked?', { constraint: '. >= 0' }),
        ask('budget_law', 'file', 'The law'),
      ],
    },
    {
      name: 'courses',
      label: { en: 'Courses' },
      relevant: null,
      repeat: true,
      questions: [ask('place', 'text', 'Where?'), ask('women', 'integer', 'How many women?')],
    },
  ],
}

export interface TestRound {
  questionnaireId: string
  roundId: string
  /** Adds a respondent; gives the secret of her link. */
  respondent: (name: string, more?: Record<string, unknown>) => Promise<{ id: string; token: string }>
}

export async function keepRound(
  { services, organisationId, userId }: TestApp,
  {
    organisation = organisationId,
    form = FORM,
    closes = '30 days',
    title = 'Questionnaire on women, peace and security',
  } = {},
): Promise<TestRound> {
  const { owner } = services.database
  const by = await userId('editor')
  const one = async (statement: string, values: unknown[]) =>
    (await owner.query(statement, values)).rows[0].id as string
  const questionnaireId = await one(
    'insert into questionnaire (organisation_id, title, form, created_by) values ($1, $2, $3, $4) returning id',
    [organisation, title, JSON.stringify(form), by],
  )
  const roundId = await one(
    `insert into round (organisation_id, questionnaire_id, title, form, closes_at, time_zone, created_by)
     values ($1, $2, $3, $4, now() + $5::interval, 'Africa/Kinshasa', $6) returning id`,
    [organisation, questionnaireId, title, JSON.stringify(form), closes, by],
  )
  return {
    questionnaireId,
    roundId,
    async respondent(name, more = {}) {
      const token = newToken()
      const row: Record<string, unknown> = {
        organisation_id: organisation,
        round_id: roundId,
        kind: 'organisation',
        name,
        email: 'group@example.org',
        language: 'en',
        voice: 'civil-society',
        country: 'COD',
        created_by: by,
        ...more,
      }
      const columns = Object.keys(row)
      const id = await one(
        `insert into respondent (${columns.join()}, token_sha256)
         values (${columns.map((_, n) => `$${n + 1}`).join()}, sha256(convert_to($${columns.length + 1}, 'utf8'))) returning id`,
        [...Object.values(row), token],
      )
      return { id, token }
    },
  }
}
