/** Statements: a text that organisations put their names under, frozen, collected, closed at its time. */
import type { Hono } from 'hono'
import type { Env, Feature } from '../../platform/http.ts'
import { workOnStatements } from './closing.ts'
import { addLanguage, close, freezeAgain, freezeEdition, open, remove, saveFacts, withdraw } from './desk/acts.ts'
import { postByHand, showByHand } from './desk/by-hand-page.tsx'
import { sendSignatures } from './desk/export.ts'
import { postInvite, showInvite } from './desk/invite-page.tsx'
import { begin, showDesk } from './desk/list-page.tsx'
import { acceptWaiting, actOnSignature, remindAll, showSignatures } from './desk/signatures-page.tsx'
import { putSilent, renewSilent, showSilent } from './desk/silent-page.tsx'
import { showStatement as showOnDesk } from './desk/statement-page.tsx'
import { dropText, saveText, showText } from './desk/text-page.tsx'
import { paths } from './model.ts'
import { sendFrozenList, sendSigners, sendText, sendWords } from './public/files.ts'
import { showEdition, showList, showStatement } from './public/pages.tsx'
import { postAct, postLink, showForgotten, showLink } from './sign/link-pages.tsx'
import { postConfirm, postSign, showAsked, showConfirm, showSign } from './sign/request-pages.tsx'

const ONE = '/statements/:slug{[a-z0-9-]+}'
const DESK = '/desk/statements/:id{[0-9a-f-]{36}}'

function publicRoutes(app: Hono<Env>) {
  app.get(paths.list, showList)
  app.get(ONE, showStatement)
  app.get(`${ONE}/sign`, c => showSign(c))
  app.post(`${ONE}/sign`, postSign)
  app.get(`${ONE}/sign/asked`, showAsked)
  app.get(`${ONE}/signers.csv`, sendSigners)
  app.get(`${ONE}/list.csv`, sendFrozenList)
  app.get(`${ONE}/:number{[0-9]{1,6}}`, showEdition)
  app.get(`${ONE}/:file{words-[0-9]{1,6}\\.md}`, sendWords)
  app.get(`${ONE}/:file{[A-Za-z]+(?:-[A-Za-z]+)*\\.(?:docx|pdf|html|md)}`, sendText)
}

function signingRoutes(app: Hono<Env>) {
  app.use('/sign/*', async (c, next) => {
    await next()
    // On a computer that several people use nothing of it stays behind in the browser's store.
    c.header('Cache-Control', 'no-store')
    c.header('Referrer-Policy', 'no-referrer')
    c.header('X-Robots-Tag', 'noindex')
  })
  app.get(paths.forgotten, showForgotten)
  app.get('/sign/confirm/:token', c => showConfirm(c))
  app.post('/sign/confirm/:token', postConfirm)
  app.get('/sign/:token', c => showLink(c))
  app.post('/sign/:token', postLink)
  app.post('/sign/:token/:act{decline|withdraw|name|unname|forget}', postAct)
}

function deskRoutes(app: Hono<Env>) {
  app.get(paths.desk, c => showDesk(c))
  app.post(paths.desk, begin)
  app.get(DESK, c => showOnDesk(c))
  app.post(`${DESK}/facts`, saveFacts)
  app.post(`${DESK}/open`, open)
  app.post(`${DESK}/edition`, freezeEdition)
  app.post(`${DESK}/close`, close)
  app.post(`${DESK}/list`, freezeAgain)
  app.post(`${DESK}/withdraw`, withdraw)
  app.post(`${DESK}/remove`, remove)
  app.post(`${DESK}/languages`, addLanguage)
  app.get(`${DESK}/texts/:language`, c => showText(c))
  app.post(`${DESK}/texts/:language`, saveText)
  app.post(`${DESK}/texts/:language/remove`, dropText)
  app.get(`${DESK}/silent`, showSilent)
  app.post(`${DESK}/silent`, putSilent)
  app.post(`${DESK}/silent/:number`, renewSilent)
  app.get(`${DESK}/signatures`, c => showSignatures(c))
  app.get(`${DESK}/signatures.csv`, c => sendSignatures(c, 'csv'))
  app.get(`${DESK}/signatures.xlsx`, c => sendSignatures(c, 'xlsx'))
  app.post(`${DESK}/signatures/accept`, acceptWaiting)
  app.post(`${DESK}/signatures/remind`, remindAll)
  app.post(`${DESK}/signatures/:signature{[0-9a-f-]{36}}/:act{accept|reject|link|new-link|forget}`, actOnSignature)
  app.get(`${DESK}/invite`, c => showInvite(c))
  app.post(`${DESK}/invite`, postInvite)
  app.get(`${DESK}/by-hand`, c => showByHand(c))
  app.post(`${DESK}/by-hand`, postByHand)
}

export const feature: Feature = {
  name: 'statements',
  routes(app) {
    publicRoutes(app)
    signingRoutes(app)
    deskRoutes(app)
  },
  work: workOnStatements,
}
