/** Questionnaires: questions in languages, rounds of them to named respondents, answers without an account, their review. */
import type { Feature } from '../../platform/http.ts'
import { answerRoutes } from './answer/routes.tsx'
import { importForm } from './desk/import.tsx'
import { addByHand, showList } from './desk/list.tsx'
import { saveQuestion, showQuestion } from './desk/question.tsx'
import { showFormPage, saveFormPage } from './desk/form-page.tsx'
import { showPreview } from './desk/preview.tsx'
import { begin, changeIt, rename } from './desk/questionnaire-acts.ts'
import { showQuestionnaire } from './desk/questionnaire.tsx'
import { downloadFile } from './desk/files.tsx'
import { makeEvidenceOf, makeFigure, makeWord, markReviewed, showReview } from './desk/review.tsx'
import { add, addEarlier, addSeveral, remind, showSeveral } from './desk/asking.tsx'
import { actOnRespondent, correct, showRespondent } from './desk/respondent.tsx'
import { download, open, setState, showRound } from './desk/round.tsx'
import { downloadLinks, showLinks } from './desk/links-page.tsx'
import { workOnMail } from './mail.ts'
import { paths } from './model.ts'
import { showPublished, showSideBySide } from './side-by-side.tsx'

const ONE = '/desk/questionnaires/:id{[0-9a-f-]{36}}'
const ROUND = '/desk/rounds/:id{[0-9a-f-]{36}}'
const RESPONDENT = `${ROUND}/respondents/:respondent{[0-9a-f-]{36}}`
const REVIEW = `${ROUND}/answers/:respondent{[0-9a-f-]{36}}`

export const feature: Feature = {
  name: 'questionnaires',
  routes(app) {
    answerRoutes(app)
    app.get(paths.list, c => showList(c))
    app.post(paths.list, addByHand)
    app.post(paths.import, importForm)
    app.get(ONE, c => showQuestionnaire(c))
    app.post(ONE, changeIt)
    app.get(`${ONE}/preview`, showPreview)
    app.post(`${ONE}/name`, rename)
    app.get(`${ONE}/pages/:name`, c => showFormPage(c))
    app.post(`${ONE}/pages/:name`, saveFormPage)
    app.get(`${ONE}/questions/:name`, c => showQuestion(c))
    app.post(`${ONE}/questions/:name`, saveQuestion)
    app.post(`${ONE}/rounds`, begin)
    app.get(ROUND, c => showRound(c))
    app.get(`${ROUND}/answers.csv`, c => download(c, 'csv'))
    app.get(`${ROUND}/answers.xlsx`, c => download(c, 'xlsx'))
    app.get(`${ROUND}/links`, showLinks)
    app.get(`${ROUND}/links.csv`, downloadLinks)
    app.get(`${ROUND}/side-by-side`, showSideBySide)
    app.post(`${ROUND}/respondents`, add)
    app.get(`${ROUND}/several`, c => showSeveral(c))
    app.post(`${ROUND}/several`, addSeveral)
    app.post(`${ROUND}/earlier`, addEarlier)
    app.post(`${ROUND}/remind`, remind)
    app.post(`${ROUND}/open`, open)
    for (const act of ['close', 'publish', 'withdraw'] as const) app.post(`${ROUND}/${act}`, c => setState(c, act))
    app.get(RESPONDENT, c => showRespondent(c))
    app.post(RESPONDENT, correct)
    app.post(`${RESPONDENT}/:act{new-link|give-back|returned|forget}`, actOnRespondent)
    app.get(REVIEW, c => showReview(c))
    app.get(`${REVIEW}/files/:sha256{[0-9a-f]{64}}`, downloadFile)
    app.post(`${REVIEW}/files/:sha256{[0-9a-f]{64}}/evidence`, makeEvidenceOf)
    app.post(`${REVIEW}/word`, makeWord)
    app.post(`${REVIEW}/figure`, makeFigure)
    app.post(`${REVIEW}/reviewed`, markReviewed)
    app.get('/questionnaires/:id{[0-9a-f-]{36}}', showPublished)
  },
  takesFiles: [paths.answerFile],
  work: workOnMail,
}
