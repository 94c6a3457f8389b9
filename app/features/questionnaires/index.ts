/** Questionnaires: questions in languages, rounds of them to named respondents, answers without an account, their review. */
import type { Feature } from '../../platform/http.ts'
import { answerRoutes } from './answer/routes.tsx'
import { paths } from './model.ts'

export const feature: Feature = {
  name: 'questionnaires',
  routes(app) {
    answerRoutes(app)
  },
  takesFiles: [paths.answerFile],
}
