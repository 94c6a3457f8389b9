/** Reports: written from the ledger, every claim tied to its source, frozen as numbered editions, published. */
import type { Feature } from '../../platform/http.ts'
import { sendBrief, showBrief } from './brief.tsx'
import { saveFacts, showFacts } from './desk/facts-page.tsx'
import { showFreeze } from './desk/freeze-page.tsx'
import { freeze, publish, sendDraft } from './desk/freeze.ts'
import { insert, showInsert } from './desk/insert-page.tsx'
import { begin, showDesk } from './desk/list-page.tsx'
import { addOwnSection, remove } from './desk/report-acts.ts'
import { showReport } from './desk/report-page.tsx'
import { accept, undoAccept } from './desk/accept.ts'
import { showCompare } from './desk/compare-page.tsx'
import { saveRule, showRule, takeNewer } from './desk/rule-page.tsx'
import {
  comment,
  markSection,
  move,
  putBack,
  removeSection,
  renew,
  saveSection,
  settle,
  takeVersion,
} from './desk/section-acts.ts'
import { showSection } from './desk/section-page.tsx'
import { showVersions } from './desk/versions-page.tsx'
import { paths } from './model.ts'
import { sendEdition, showEdition, showList } from './public/pages.tsx'

const REPORT = '/desk/reports/:id{[0-9a-f-]{36}}'
const SECTION = `${REPORT}/sections/:section`

export const feature: Feature = {
  name: 'reports',
  routes(app) {
    app.get(paths.list, showList)
    app.get('/reports/:slug{[a-z0-9-]+}', showEdition)
    app.get('/reports/:slug{[a-z0-9-]+}/:number{[0-9]{1,6}}', showEdition)
    app.get('/reports/:slug{[a-z0-9-]+}/:file{[0-9]{1,6}\\.[a-z]+}', sendEdition)

    app.get(paths.desk, c => showDesk(c))
    app.post(paths.desk, begin)
    app.get(paths.brief, showBrief)
    app.get('/desk/reports/:file{brief\\.[a-z]+}', sendBrief)
    app.get(REPORT, c => showReport(c))
    app.get(`${REPORT}/facts`, c => showFacts(c))
    app.post(`${REPORT}/facts`, saveFacts)
    app.get(`${REPORT}/rule`, c => showRule(c))
    app.post(`${REPORT}/rule`, saveRule)
    app.post(`${REPORT}/rule/newer`, takeNewer)
    app.get(`${REPORT}/compare`, showCompare)
    app.post(`${REPORT}/accept`, accept)
    app.post(`${REPORT}/accept/undo`, undoAccept)
    app.get(`${REPORT}/:file{draft\\.[a-z]+}`, sendDraft)
    app.post(`${REPORT}/sections`, addOwnSection)
    app.post(`${REPORT}/remove`, remove)
    app.get(`${REPORT}/freeze`, c => showFreeze(c))
    app.post(`${REPORT}/freeze`, freeze)
    app.post(`${REPORT}/editions/:number`, publish)
    app.get(SECTION, c => showSection(c))
    app.post(SECTION, saveSection)
    app.get(`${SECTION}/versions`, showVersions)
    app.post(`${SECTION}/versions`, takeVersion)
    app.get(`${SECTION}/insert`, c => showInsert(c))
    app.post(`${SECTION}/insert`, insert)
    app.post(`${SECTION}/:way{up|down}`, move)
    app.post(`${SECTION}/put-back`, putBack)
    app.post(`${SECTION}/remove`, removeSection)
    app.post(`${SECTION}/mark`, markSection)
    app.post(`${SECTION}/renew`, renew)
    app.post(`${SECTION}/comments`, comment)
    app.post(`${SECTION}/comments/:comment`, settle)
  },
}
